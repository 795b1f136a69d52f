/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-backup.h"
#include "cab-client.h"
#include "cab-copy.h"
#include "cab-erasure.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-search.h"
#include "cab-test-practice.h"
#include "cab-tombstone.h"
#include "cab-when.h"

#include <string.h>

/* A backup of the practice as it is, opened beside it. */
static CabPractice *
open_backup (CabTestPractice *test)
{
  const CabCopyWatch watch = { .rows = NULL };
  g_autoptr (CabSecret) passphrase = cab_secret_new_copy (CAB_TEST_PRACTICE_PASSPHRASE,
                                                          strlen (CAB_TEST_PRACTICE_PASSPHRASE));
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  const CabVaultSettings settings = { .clock = test->clock,
                                      .ids = test->ids,
                                      .state_dir = test->folder.path,
                                      .runtime_dir = test->folder.path,
                                      .cache_dir = test->folder.path };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  CabVault *vault;

  cab_backup_make (cab_practice_get_vault (test->practice), test->folder.path, &watch, &path, NULL,
                   &error);
  g_assert_no_error (error);
  vault = cab_vault_open (path, &credential, CAB_VAULT_OPEN_READ_ONLY, &settings, NULL, &error);
  g_assert_no_error (error);
  return cab_practice_new_take (vault);
}

static CabRecord *
add_note (CabTestPractice *test, CabRecord *client, const char *text, gboolean is_signed)
{
  CabRecord *note = cab_record_new (&cab_note_kind);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T09:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);
  cab_note_write (test->practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
  if (is_signed)
    cab_note_sign (test->practice, note, "I wrote this note.", &error);
  g_assert_no_error (error);

  return note;
}

static void
erase (CabTestPractice *test, CabRecord *record)
{
  g_autoptr (GError) error = NULL;

  cab_erasure_erase (test->practice, record, CAB_ERASURE_GROUND_MISTAKE, NULL, &error);
  g_assert_no_error (error);
}

static CabCopySet *
gather (CabPractice *backup, CabRecord *record)
{
  g_autoptr (GError) error = NULL;
  CabCopySet *set
      = cab_copy_gather (backup, cab_record_get_kind (record), cab_record_get_id (record), &error);

  g_assert_no_error (error);
  return set;
}

/* The file as it is on disk, to go back to. */
static GBytes *
read_file (CabTestPractice *test)
{
  g_autoptr (GFile) file = g_file_new_for_path (test->path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* As when an older copy of the file is used on purpose. */
static void
go_back (CabTestPractice *test, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&test->practice);
  g_file_set_contents (test->path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  cab_test_practice_reopen (test, CAB_VAULT_OPEN_USE_OLDER | CAB_VAULT_OPEN_TAKE_LEASE);
}

/* [W-52] what differs is kept unless the backup's is taken; what is alike or
 * signed is left alone */
static void
test_conflict (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabPractice) backup = open_backup (&test);
  g_autoptr (CabCopySet) set = NULL;
  g_autoptr (CabRecord) again = NULL;
  g_autoptr (GError) error = NULL;
  guint counts[CAB_N_COPY_STATES];
  CabCopyState first = CAB_COPY_NEW;
  guint n = 9;

  set = gather (backup, client);
  g_assert_true (cab_copy_preview (test.practice, set, counts, &first, &error));
  g_assert_cmpint (first, ==, CAB_COPY_SAME);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Adele");
  cab_test_assert_saves (&test, client);
  g_assert_true (cab_copy_preview (test.practice, set, counts, &first, &error));
  g_assert_cmpint (first, ==, CAB_COPY_CONFLICT);
  g_assert_cmpuint (counts[CAB_COPY_CONFLICT], ==, 1);

  g_assert_true (cab_copy_run (test.practice, set, FALSE, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (cab_copy_run (test.practice, set, TRUE, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  again = cab_practice_load (test.practice, &cab_client_kind, cab_record_get_id (client), &error);
  g_assert_cmpstr (cab_record_get_text (again, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME)), ==, "Ada");
  g_assert_true (
      g_str_has_prefix (cab_record_get_text (again, CAB_SYSTEM_BUNDLE), "backup-"));
}

/* [W-52] a note comes with its versions and signatures, is found again, and is
 * one entry `import` in the log */
static void
test_new (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (GBytes) before = read_file (&test);
  g_autoptr (CabRecord) note = add_note (&test, client, "By the harbour.", TRUE);
  g_autoptr (CabPractice) backup = open_backup (&test);
  g_autoptr (CabCopySet) set = gather (backup, note);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (CabRecord) again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint counts[CAB_N_COPY_STATES];
  guint n = 0;

  g_clear_object (&backup);
  go_back (&test, before);
  g_assert_true (cab_copy_preview (test.practice, set, counts, NULL, &error));
  g_assert_cmpuint (counts[CAB_COPY_NEW], ==, 3);
  cab_copy_run (test.practice, set, FALSE, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "import"), ==, 1);

  again = cab_practice_load (test.practice, &cab_note_kind, cab_record_get_id (note), &error);
  g_assert_no_error (error);
  cab_note_verify (test.practice, again, &error);
  g_assert_no_error (error);
  cab_note_dup_text (test.practice, again, &text, &error);
  g_assert_cmpstr (text, ==, "By the harbour.");
  hits = cab_search (test.practice, "harbour", 5, &error);
  g_assert_cmpuint (hits->len, ==, 1);
}

/* [W-52], [M-56] what was erased stays erased, and says when */
static void
test_erased (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = add_note (&test, client, "One.", FALSE);
  g_autoptr (CabPractice) backup = open_backup (&test);
  g_autoptr (CabCopySet) whole = gather (backup, client);
  g_autoptr (CabCopySet) part = gather (backup, note);
  g_autofree char *day = cab_when_dup_words (CAB_TEST_PRACTICE_TODAY, NULL);
  g_autofree char *sentence = g_strdup_printf ("This record was erased on %s.", day);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  erase (&test, client);
  g_assert_false (cab_copy_run (test.practice, whole, TRUE, &n, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_ERASED, sentence);
  g_clear_error (&error);
  g_assert_false (cab_copy_run (test.practice, part, TRUE, &n, &error));
  g_assert_nonnull (error);
  g_assert_false (cab_practice_exists (test.practice, &cab_note_kind, cab_record_get_id (note)));
}

/* [W-52] what lies in the trash stays there: it is restored from there */
static void
test_trashed (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabPractice) backup = open_backup (&test);
  g_autoptr (CabCopySet) set = gather (backup, client);
  g_autoptr (GError) error = NULL;
  guint counts[CAB_N_COPY_STATES];
  CabCopyState first = CAB_COPY_NEW;
  guint n = 9;

  cab_practice_trash (test.practice, client, &error);
  g_assert_no_error (error);
  g_assert_true (cab_copy_preview (test.practice, set, counts, &first, &error));
  g_assert_cmpint (first, ==, CAB_COPY_TRASHED);
  g_assert_true (cab_copy_run (test.practice, set, TRUE, &n, &error));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy/conflict", test_conflict);
  g_test_add_func ("/copy/new", test_new);
  g_test_add_func ("/copy/erased", test_erased);
  g_test_add_func ("/copy/trashed", test_trashed);

  return g_test_run ();
}
