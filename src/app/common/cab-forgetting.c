/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-forgetting.h"

#include <string.h>

/* Whoever still listens is disconnected by disposing; what the buffer holds is let
 * go by emptying it, for it may well stay: GTK up to 4.18 never gives back the
 * reference that each selection and each drag of text took on it. Emptied like
 * this there is nothing to undo either. */
static void
end_text (GtkTextBuffer *buffer)
{
  g_object_run_dispose (G_OBJECT (buffer));
  gtk_text_buffer_set_text (buffer, "", 0);
  g_object_unref (buffer);
}

/* [V-172] GTK's own copy would be a second buffer that nothing ever frees. */
static gboolean
copy_selection (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) hint = g_bytes_new_static ("secret", strlen ("secret"));
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return FALSE;

  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("x-kde-passwordManagerHint", hint);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), provider);

  return TRUE;
}

static void
on_copy_cb (GtkTextView *view)
{
  g_signal_stop_emission_by_name (view, "copy-clipboard");
  copy_selection (view);
}

static void
on_cut_cb (GtkTextView *view)
{
  gboolean is_editable = gtk_text_view_get_editable (view);

  g_signal_stop_emission_by_name (view, "cut-clipboard");
  if (!copy_selection (view))
    return;

  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, is_editable);
  gtk_text_view_scroll_mark_onscreen (view,
                                      gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
}

/* An object's data goes last of all: by then the view has let go of its text. */
void
cab_forgetting_add_text (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_object_set_data_full (G_OBJECT (view), "forgetting",
                          g_object_ref (gtk_text_view_get_buffer (view)), (GDestroyNotify)end_text);
  g_signal_connect (view, "copy-clipboard", G_CALLBACK (on_copy_cb), NULL);
  g_signal_connect (view, "cut-clipboard", G_CALLBACK (on_cut_cb), NULL);
}

void
cab_forgetting_add_passphrase (AdwPasswordEntryRow *row)
{
  g_autoptr (GtkEntryBuffer) buffer = gtk_password_entry_buffer_new ();

  g_return_if_fail (ADW_IS_PASSWORD_ENTRY_ROW (row));

  gtk_text_set_buffer (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))), buffer);
}
