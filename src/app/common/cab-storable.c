/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-storable.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-field.h"
#include "cab-window.h"

/* [M-10] What can be stored of a text; NULL when that is all of it. */
static char *
dup_storable (const char *text, gsize length, guint *n_dropped)
{
  GString *kept;

  *n_dropped = 0;
  if (cab_text_is_portable (text, (gssize)length, NULL))
    return NULL;

  kept = g_string_sized_new (length);
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gssize size = g_utf8_next_char (at) - at;

      if (cab_text_is_portable (at, size, NULL))
        g_string_append_len (kept, at, size);
      else
        (*n_dropped)++;
    }

  return g_string_free_and_steal (kept);
}

static void
tell_dropped (GtkWidget *widget, guint n_dropped)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, CAB_TYPE_WINDOW);
  g_autofree char *sentence
      = g_strdup_printf (ngettext ("%u character that cannot be stored was left out",
                                   "%u characters that cannot be stored were left out", n_dropped),
                         n_dropped);

  if (window != NULL)
    cab_window_toast (CAB_WINDOW (window), adw_toast_new (sentence));
}

static void
on_text_insert_cb (GtkWidget *view,
                   GtkTextIter *at,
                   const char *text,
                   int length,
                   GtkTextBuffer *buffer)
{
  guint n_dropped;
  g_autofree char *kept
      = dup_storable (text, length < 0 ? strlen (text) : (gsize)length, &n_dropped);

  if (kept == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, at, kept, -1);
  tell_dropped (view, n_dropped);
}

void
cab_storable_guard_text (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_signal_connect_object (gtk_text_view_get_buffer (view), "insert-text",
                           G_CALLBACK (on_text_insert_cb), view, G_CONNECT_SWAPPED);
}

static void
on_entry_insert_cb (GtkEditable *delegate, const char *text, int length, int *at, GtkWidget *entry)
{
  guint n_dropped;
  g_autofree char *kept
      = dup_storable (text, length < 0 ? strlen (text) : (gsize)length, &n_dropped);

  if (kept == NULL)
    return;

  g_signal_stop_emission_by_name (delegate, "insert-text");
  gtk_editable_insert_text (delegate, kept, -1, at);
  tell_dropped (entry, n_dropped);
}

void
cab_storable_guard_entry (GtkEditable *entry)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  g_signal_connect_object (gtk_editable_get_delegate (entry), "insert-text",
                           G_CALLBACK (on_entry_insert_cb), entry, 0);
}
