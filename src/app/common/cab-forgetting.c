/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-forgetting.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <string.h>

/* A text that was asked for before locking, as to be pasted, may come after it. */
#define LATE_SECONDS 1

/* Those alive that ever had a text, not owned; a fact of the process, like GTK's own. */
static GHashTable *texts;

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

/* [V-172] What GTK copies has no hint, and is a buffer that nothing ever frees. */
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

static void
on_text_gone_cb (gpointer data, GObject *text)
{
  g_hash_table_remove (texts, text);
}

static gboolean
on_text_inserted_cb (GSignalInvocationHint *hint,
                     guint n_values,
                     const GValue *values,
                     gpointer data)
{
  GObject *text = g_value_get_object (&values[0]);

  if (g_hash_table_add (texts, text))
    g_object_weak_ref (text, on_text_gone_cb, NULL);

  return TRUE;
}

/* Before the first view that can have a text there is none to forget. */
static void
watch_texts (void)
{
  if (texts != NULL)
    return;

  texts = g_hash_table_new (NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("insert-text", GTK_TYPE_TEXT_BUFFER), 0,
                              on_text_inserted_cb, NULL, NULL);
}

/* An object's data goes last of all: by then the view has let go of its text. */
void
cab_forgetting_add_text (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  watch_texts ();
  g_object_set_data_full (G_OBJECT (view), "forgetting",
                          g_object_ref (gtk_text_view_get_buffer (view)), (GDestroyNotify)end_text);
  g_signal_connect (view, "copy-clipboard", G_CALLBACK (on_copy_cb), NULL);
  g_signal_connect (view, "cut-clipboard", G_CALLBACK (on_cut_cb), NULL);
}

static void
take_shown (GtkWidget *widget, GPtrArray *hidden)
{
  if (GTK_IS_TEXT_VIEW (widget))
    g_ptr_array_remove (hidden, gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_shown (child, hidden);
}

static void
empty_hidden_texts (gpointer data)
{
  g_autoptr (GPtrArray) hidden = g_hash_table_get_keys_as_ptr_array (texts);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    take_shown (l->data, hidden);
  for (guint i = 0; i < hidden->len; i++)
    gtk_text_buffer_set_text (hidden->pdata[i], "", 0);
}

void
cab_forgetting_empty_texts (void)
{
  if (texts == NULL)
    return;

  empty_hidden_texts (NULL);
  g_timeout_add_seconds_once (LATE_SECONDS, empty_hidden_texts, NULL);
}

static gboolean
on_idle_give_back_cb (gpointer user_data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif

  return G_SOURCE_REMOVE;
}

void
cab_forgetting_give_back (void)
{
  g_idle_add_full (G_PRIORITY_LOW, on_idle_give_back_cb, NULL, NULL);
}

void
cab_forgetting_add_passphrase (AdwPasswordEntryRow *row)
{
  g_autoptr (GtkEntryBuffer) buffer = gtk_password_entry_buffer_new ();

  g_return_if_fail (ADW_IS_PASSWORD_ENTRY_ROW (row));

  gtk_text_set_buffer (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))), buffer);
}
