/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-forgetting.h"

/* Disposing is what breaks the circle. */
static void
end_text (GtkTextBuffer *buffer)
{
  g_object_run_dispose (G_OBJECT (buffer));
  g_object_unref (buffer);
}

/* An object's data goes last of all: by then the view has let go of its text. */
void
cab_forgetting_add_text (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_object_set_data_full (G_OBJECT (view), "forgetting",
                          g_object_ref (gtk_text_view_get_buffer (view)), (GDestroyNotify)end_text);
}

void
cab_forgetting_add_passphrase (AdwPasswordEntryRow *row)
{
  g_autoptr (GtkEntryBuffer) buffer = gtk_password_entry_buffer_new ();

  g_return_if_fail (ADW_IS_PASSWORD_ENTRY_ROW (row));

  gtk_text_set_buffer (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))), buffer);
}
