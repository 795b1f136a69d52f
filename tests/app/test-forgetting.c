/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-forgetting.h"
#include "cab-test-app.h"

#define TEXT "She spoke of her sister."

/* A window with a text view of the kind that every page has. */
static GtkTextView *
new_view (GtkWindow **window)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), TRUE);
  cab_forgetting_add_text (view);
  *window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (*window, GTK_WIDGET (view));
  gtk_window_present (*window);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), TEXT, -1);

  return view;
}

static void
act (GtkTextView *view, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), action, NULL));
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static GdkContentProvider *
get_copied (GtkTextView *view)
{
  return gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (view)));
}

/* [V-165] whoever still holds the buffer when its view is gone holds no text, and nothing to undo;
 * GTK itself does, once something was selected and no longer is */
static void
test_emptied (void)
{
  GtkWindow *window;
  GtkTextView *view = new_view (&window);
  g_autoptr (GtkTextBuffer) buffer = g_object_ref (gtk_text_view_get_buffer (view));
  g_autofree char *text = NULL;

  act (view, "selection.select-all");
  gtk_text_buffer_insert_at_cursor (buffer, " And of the letter.", -1);
  g_assert_true (gtk_text_buffer_get_can_undo (buffer));
  gtk_window_destroy (window);
  text = dup_text (buffer);
  g_assert_cmpstr (text, ==, "");
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  g_assert_false (gtk_text_buffer_get_can_redo (buffer));
}

/* [V-172] what is copied is text with the hint that managers of clipboards keep it nowhere, and
 * not a buffer */
static void
test_copied (void)
{
  GtkWindow *window;
  GtkTextView *view = new_view (&window);
  g_autoptr (GdkContentFormats) formats = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  act (view, "selection.select-all");
  act (view, "clipboard.copy");
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (get_copied (view), &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, TEXT);
  formats = gdk_content_provider_ref_formats (get_copied (view));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "x-kde-passwordManagerHint"));
  g_assert_false (gdk_content_formats_contain_gtype (formats, GTK_TYPE_TEXT_BUFFER));
  gtk_window_destroy (window);
}

/* Cutting copies and takes away, in one step that can be undone; only copies what is not to be
 * edited, and leaves the clipboard alone where nothing is selected. */
static void
test_cut (void)
{
  GtkWindow *window;
  GtkTextView *view = new_view (&window);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GdkContentProvider) copied = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *kept = NULL;

  act (view, "selection.select-all");
  act (view, "clipboard.cut");
  cut = dup_text (buffer);
  g_assert_cmpstr (cut, ==, "");
  copied = g_object_ref (get_copied (view));
  act (view, "clipboard.copy");
  g_assert_true (get_copied (view) == copied);
  gtk_text_buffer_undo (buffer);
  undone = dup_text (buffer);
  g_assert_cmpstr (undone, ==, TEXT);

  act (view, "selection.select-all");
  gtk_text_view_set_editable (view, FALSE);
  g_signal_emit_by_name (view, "cut-clipboard");
  kept = dup_text (buffer);
  g_assert_cmpstr (kept, ==, TEXT);
  gtk_window_destroy (window);
}

static GtkTextBuffer *
new_text (void)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

  gtk_text_buffer_set_text (buffer, TEXT, -1);

  return buffer;
}

/* [V-165] every text that no window shows is emptied, such as GTK makes to paste, and once more
 * what comes late; one that another window shows is left as it is */
static void
test_hidden (void)
{
  GtkWindow *window;
  GtkTextView *view = new_view (&window);
  g_autoptr (GtkTextBuffer) hidden = new_text ();
  g_autoptr (GtkTextBuffer) late = NULL;
  g_autofree char *shown = NULL;

  g_object_unref (new_text ());
  cab_forgetting_empty_texts ();
  g_assert_cmpint (gtk_text_buffer_get_char_count (hidden), ==, 0);
  late = new_text ();
  while (gtk_text_buffer_get_char_count (late) > 0)
    g_main_context_iteration (NULL, TRUE);
  shown = dup_text (gtk_text_view_get_buffer (view));
  g_assert_cmpstr (shown, ==, TEXT);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/forgetting/emptied", test_emptied);
  g_test_add_func ("/forgetting/copied", test_copied);
  g_test_add_func ("/forgetting/cut", test_cut);
  g_test_add_func ("/forgetting/hidden", test_hidden);
  return g_test_run ();
}
