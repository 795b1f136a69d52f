/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-learned-word.h"
#include "cab-note-spelling.h"
#include "cab-test-app.h"

#include <glib/gstdio.h>

#define N_WORDS 20

static void
on_ready_cb (CabNoteSpelling *spelling, gboolean *is_ready)
{
  *is_ready = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

/* Every file below a folder, with its size, but the practices themselves. */
static void
list_files (const char *folder, GString *list)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode))
        list_files (path, list);
      else if (strstr (path, "/cabinet/") == NULL)
        g_string_append_printf (list, "%s %" G_GOFFSET_FORMAT "\n", path, (goffset)info.st_size);
    }
}

static char *
dup_files (void)
{
  GString *list = g_string_new (NULL);

  list_files (g_get_user_config_dir (), list);
  list_files (g_get_user_data_dir (), list);

  return g_string_free_and_steal (list);
}

static CabNoteSpelling *
new_spelling (CabOpenPractice *practice, GtkSourceView *view)
{
  CabNoteSpelling *spelling = cab_note_spelling_new (practice, view);
  gboolean is_ready = FALSE;

  if (!cab_note_spelling_is_available (spelling))
    {
      g_test_skip ("no dictionary of British English, or built without spell check");
      g_object_unref (spelling);
      return NULL;
    }

  g_signal_connect (spelling, "ready", G_CALLBACK (on_ready_cb), &is_ready);
  cab_test_app_wait (is_true, &is_ready);
  g_signal_handlers_disconnect_by_data (spelling, &is_ready);

  return spelling;
}

/* [W-82] names are no mistakes, and nothing of it is written outside the practice */
static void
test_words (void)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  g_autoptr (GtkSourceView) view = g_object_ref_sink (GTK_SOURCE_VIEW (gtk_source_view_new ()));
  g_autofree char *before = dup_files ();
  g_autofree char *after = NULL;
  g_autoptr (CabNoteSpelling) spelling = new_spelling (practice, view);

  if (spelling == NULL)
    {
      cab_open_practice_close (practice);
      return;
    }

  g_assert_true (cab_note_spelling_knows (spelling, "slept"));
  g_assert_false (cab_note_spelling_knows (spelling, "slpet"));
  g_assert_true (cab_note_spelling_knows (spelling, "Wulandari"));

  for (guint i = 0; i < N_WORDS; i++)
    {
      char word[] = "zqxvja";

      word[5] = (char)('a' + i);
      g_assert_false (cab_note_spelling_knows (spelling, word));
      cab_note_spelling_learn (spelling, word);
      g_assert_true (cab_note_spelling_knows (spelling, word));
    }
  cab_test_app_settle (practice);
  after = dup_files ();
  g_assert_cmpstr (after, ==, before);
  cab_open_practice_close (practice);
}

static gpointer
count_words (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) words = cab_learned_word_list (practice, NULL, error);

  g_assert_no_error (*error);
  *(guint *)data = words->len;

  return NULL;
}

static void
on_counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

/* [W-82] what was learnt lies in the practice file */
static void
test_kept (void)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  g_autoptr (GtkSourceView) view = g_object_ref_sink (GTK_SOURCE_VIEW (gtk_source_view_new ()));
  g_autoptr (CabNoteSpelling) spelling = new_spelling (practice, view);
  gboolean is_counted = FALSE;
  guint n_words = 0;

  if (spelling != NULL)
    {
      cab_open_practice_run_async (practice, CAB_JOB_READS, count_words, &n_words, NULL, NULL, NULL,
                                   on_counted_cb, &is_counted);
      cab_test_app_wait (is_true, &is_counted);
      g_assert_cmpuint (n_words, >=, N_WORDS);
      g_assert_true (cab_note_spelling_knows (spelling, "zqxvja"));
    }
  cab_open_practice_close (practice);
}

/* [W-82] F7 goes to the next mistake, behind the last to the first again; a name is none */
static void
test_next (void)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (NULL);
  g_autoptr (GtkSourceView) view = g_object_ref_sink (GTK_SOURCE_VIEW (gtk_source_view_new ()));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (CabNoteSpelling) spelling = new_spelling (practice, view);
  static const int expected[] = { 4, 15, 4 };

  if (spelling != NULL)
    {
      gint64 limit = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
      GtkTextIter start;

      cab_note_spelling_set_enabled (spelling, TRUE);
      gtk_text_buffer_set_text (buffer, "She slpet well tonihgt again, Wulandari.", -1);
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
      while (!cab_note_spelling_go_to_next (spelling) && g_get_monotonic_time () < limit)
        g_main_context_iteration (NULL, FALSE);
      gtk_text_buffer_place_cursor (buffer, &start);
      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          GtkTextIter end;

          g_assert_true (cab_note_spelling_go_to_next (spelling));
          gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
          g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, expected[i]);
        }
    }
  cab_open_practice_close (practice);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  /* The dictionary that the packages of check bring. */
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "en_GB", TRUE);
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/note-spelling/names-and-learned-words", test_words);
  g_test_add_func ("/note-spelling/learned-words-are-kept", test_kept);
  g_test_add_func ("/note-spelling/next-mistake", test_next);

  return cab_test_app_run ();
}
