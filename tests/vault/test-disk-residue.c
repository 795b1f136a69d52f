/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Looks through every file that a journey has left, wherever a program may
 * write, for words that only the practice may hold. */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-passphrase.h"
#include "cab-search.h"
#include "cab-test-tally.h"
#include "cab-test-work.h"

#define NEW_PASSPHRASE "walnut drawer ferry"

#define CLIENT 70007007
#define NOTE 80008008

/* Of a client's name and story, and of a note; the passphrases; a word of the setting up. Each is
 * long enough that a megabyte of ciphertext does not hold it by chance. */
static const char *const canaries[] = {
  "Given70007007", "w70007007q", "w80008008q1", CAB_TEST_PASSPHRASE, NEW_PASSPHRASE, "Tess Owner",
};

typedef struct
{
  GBytes *forms[4 * G_N_ELEMENTS (canaries) + 1];
  gsize n_forms;
  guint n_files;
  guint n_found;
} Search;

/* Each canary in UTF-8 and both UTF-16, and the beginning of a file's content. */
static void
search_init (Search *search)
{
  static const char *const codings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE" };
  g_autoptr (GBytes) content = cab_test_work_dup_file (9);

  *search = (Search){ 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (canaries); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (codings); k++)
      {
        gsize length = 0;
        char *form = g_convert (canaries[i], -1, codings[k], "UTF-8", NULL, &length, NULL);

        g_assert_nonnull (form);
        search->forms[search->n_forms++] = g_bytes_new_take (form, length);
      }
  search->forms[search->n_forms++] = g_bytes_new_from_bytes (content, 0, 24);
}

static void
search_clear (Search *search)
{
  for (gsize i = 0; i < search->n_forms; i++)
    g_bytes_unref (search->forms[i]);
}

static void
search_file (Search *search, const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)
      || !g_file_get_contents (path, &bytes, &length, NULL))
    return;

  search->n_files++;
  for (gsize i = 0; i < search->n_forms; i++)
    {
      gsize n = 0;
      const void *form = g_bytes_get_data (search->forms[i], &n);

      if (memmem (bytes, length, form, n) == NULL && memmem (path, strlen (path), form, n) == NULL)
        continue;
      g_test_message ("form %" G_GSIZE_FORMAT " is in %s", i, path);
      search->n_found++;
    }
}

static void
search_folder (Search *search, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        search_folder (search, path);
      else
        search_file (search, path);
    }
}

/* The backup over what there is, then the client away for good. */
static void
restore_and_erase (CabTestVault *test, const char *backup, const char *client_id)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  g_autoptr (CabPractice) practice = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (GError) error = NULL;

  cab_backup_restore (backup, &credential, test->path, &test->settings, &cab_test_work_watch, NULL,
                      NULL, &error);
  g_assert_no_error (error);
  practice = cab_test_work_open (test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  client = cab_practice_load (practice, &cab_client_kind, client_id, &error);
  g_assert_no_error (error);
  cab_erasure_erase (practice, client, CAB_ERASURE_GROUND_REQUEST, NULL, &error);
  g_assert_no_error (error);
}

/* Work, search, backup, a new passphrase, compaction, restoring, erasing. */
static void
travel (CabTestVault *test, Search *search, const char *root)
{
  g_autoptr (CabPractice) practice = cab_test_work_begin (test);
  g_autoptr (CabSecret) from = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (CabSecret) to = cab_test_secret (NEW_PASSPHRASE);
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabRecord) note = NULL;
  g_autoptr (CabRecord) file = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  client = cab_test_work_add_client (practice, CLIENT, &error);
  g_assert_no_error (error);
  note = cab_test_work_add_note (practice, cab_record_get_id (client), NOTE, &error);
  g_assert_no_error (error);
  file = cab_test_work_add_file (practice, cab_record_get_id (client), 9, &error);
  g_assert_no_error (error);
  hits = cab_search (practice, "w80008008q1", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  cab_backup_make (cab_practice_get_vault (practice), test->aside.path, &cab_test_work_watch,
                   &backup, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  search_folder (search, root);

  practice = cab_test_work_open (test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  cab_passphrase_change (cab_practice_get_vault (practice), from, to, &cab_test_work_watch, NULL,
                         &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  practice = cab_test_work_open (test, NEW_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  cab_compact (cab_practice_get_vault (practice), &cab_test_work_watch, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  search_folder (search, root);

  restore_and_erase (test, backup, cab_record_get_id (client));
  search_folder (search, root);
}

/* [V-173], [V-215] a journey writes below home, temporary folder and practice only, and no file
 * there holds a word of the record or a passphrase; a planted word is found, so looking works */
static void
test_residue (void)
{
  const char *root = g_getenv ("TMPDIR");
  g_autofree char *planted = g_build_filename (root, "planted", NULL);
  g_auto (CabTestVault) test = { 0 };
  CabTestTally tally = cab_test_tally_begin ("V-215", "journeys through the model");
  Search search;

  search_init (&search);
  travel (&test, &search, root);
  g_assert_cmpuint (search.n_files, >=, 6);
  g_assert_cmpuint (search.n_found, ==, 0);

  g_assert_true (g_file_set_contents (planted, "xx Given70007007 xx", -1, NULL));
  search_folder (&search, root);
  g_assert_cmpuint (search.n_found, ==, 1);
  search_clear (&search);
  cab_test_tally_end (&tally, 1, 1);
}

/* Everything a program may be told to write into lies below one folder. */
static char *
move_in (void)
{
  static const char *const names[]
      = { "HOME",           "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
          "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR" };
  const char *base = g_getenv ("TMPDIR");
  char *root = g_build_filename (base != NULL ? base : "/tmp", "cabinet-residue-XXXXXX", NULL);

  /* Before GLib has looked at the old environment and remembers it. */
  g_assert_nonnull (g_mkdtemp (root));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_setenv (names[i], root, TRUE);
  g_assert_cmpint (chdir (root), ==, 0);

  return root;
}

int
main (int argc, char **argv)
{
  g_autofree char *root = move_in ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_null (g_getenv ("SQLITE_TMPDIR"));

  g_test_add_func ("/disk-residue/journey", test_residue);
  status = g_test_run ();
  cab_test_remove (root);

  return status;
}
