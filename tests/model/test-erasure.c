/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-erasure.h"

#include "cab-backup.h"
#include "cab-client.h"
#include "cab-contact.h"
#include "cab-client-contact.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-passphrase.h"
#include "cab-search.h"
#include "cab-store.h"
#include "cab-test-practice.h"
#include "cab-tombstone.h"
#include "cab-vault-error.h"

#include <string.h>

static const CabCopyWatch watch = {
  .rows = cab_store_walk_rows,
  .adopt = cab_erasure_apply_tombstones,
  .inherit = cab_erasure_inherit_tombstones,
};

static CabRecord *
add_note (CabTestPractice *test, CabRecord *client, const char *text)
{
  CabRecord *note = cab_record_new (&cab_note_kind);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), "session");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T09:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_note_write (test->practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
  cab_note_sign (test->practice, note, "Signed.", &error);
  g_assert_no_error (error);

  return note;
}

static guint
count_hits (CabTestPractice *test, const char *words)
{
  g_autoptr (GPtrArray) hits = cab_search (test->practice, words, 50, NULL);

  return hits->len;
}

static CabRecord *
add_contact (CabTestPractice *test, CabRecord *client, CabRecord *contact)
{
  g_autoptr (CabRecord) link = cab_record_new (&cab_client_contact_kind);

  if (contact == NULL)
    {
      contact = cab_record_new (&cab_contact_kind);
      cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), "person");
      cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_FAMILY_NAME), "Moss");
      cab_test_assert_saves (test, contact);
    }
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CLIENT_ID),
                       cab_record_get_id (client));
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID),
                       cab_record_get_id (contact));
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ROLE), "gp");
  cab_test_assert_saves (test, link);

  return contact;
}

/* [M-20], [V-140] a client goes with all its records; a shared contact stays, the
 * other client too; the chain and the content root still verify */
static void
test_client_goes_whole (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) bob = cab_test_practice_add_client (&test, "Bob");
  g_autoptr (CabRecord) hers = add_note (&test, ada, "quokka");
  g_autoptr (CabRecord) his = add_note (&test, bob, "narwhal");
  g_autoptr (CabRecord) shared = add_contact (&test, ada, NULL);
  g_autoptr (CabRecord) again = g_object_ref (add_contact (&test, bob, shared));
  g_autoptr (CabRecord) alone = add_contact (&test, ada, NULL);
  g_autoptr (CabRecord) tombstone = NULL;
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *ada_id = g_strdup (cab_record_get_id (ada));

  g_assert_cmpuint (count_hits (&test, "quokka"), ==, 1);
  cab_erasure_erase (test.practice, ada, CAB_ERASURE_GROUND_REQUEST, &tombstone, &error);
  g_assert_no_error (error);

  g_assert_false (cab_practice_exists (test.practice, &cab_client_kind, ada_id));
  g_assert_false (cab_practice_exists (test.practice, &cab_note_kind, cab_record_get_id (hers)));
  g_assert_false (
      cab_practice_exists (test.practice, &cab_contact_kind, cab_record_get_id (alone)));
  g_assert_true (
      cab_practice_exists (test.practice, &cab_contact_kind, cab_record_get_id (shared)));
  g_assert_true (cab_practice_exists (test.practice, &cab_note_kind, cab_record_get_id (his)));
  g_assert_cmpuint (count_hits (&test, "quokka"), ==, 0);
  g_assert_cmpuint (count_hits (&test, "narwhal"), ==, 1);
  g_assert_true (cab_practice_is_erased (test.practice, ada_id));
  g_assert_nonnull (strstr (cab_record_get_text (tombstone, CAB_OWN (CAB_TOMBSTONE_FIELD_COUNTS)),
                            "client 1, contact 1, client-contact 2, note 1, note-version 1"));

  cab_vault_report_init (&report);
  cab_vault_verify (cab_practice_get_vault (test.practice), CAB_VAULT_VERIFY_ALL,
                    cab_store_walk_rows, NULL, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

/* [V-144] a restored backup does not bring an erased client back */
static void
test_restore_erases_again (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) bob = cab_test_practice_add_client (&test, "Bob");
  g_autoptr (CabRecord) note = add_note (&test, ada, "quokka");
  g_autoptr (CabSecret) passphrase
      = cab_secret_new_copy (CAB_TEST_PRACTICE_PASSPHRASE, strlen (CAB_TEST_PRACTICE_PASSPHRASE));
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  const CabVaultSettings settings = { .clock = test.clock,
                                      .ids = test.ids,
                                      .state_dir = test.folder.path,
                                      .runtime_dir = test.folder.path,
                                      .cache_dir = test.folder.path };
  g_autofree char *backup = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  cab_backup_make (cab_practice_get_vault (test.practice), test.folder.path, &watch, &backup, NULL,
                   &error);
  g_assert_no_error (error);
  cab_erasure_erase (test.practice, ada, CAB_ERASURE_GROUND_REQUEST, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&test.practice);

  cab_backup_restore (backup, &credential, test.path, &settings, &watch, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));

  cab_test_practice_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_false (cab_practice_exists (test.practice, &cab_client_kind, cab_record_get_id (ada)));
  g_assert_true (cab_practice_exists (test.practice, &cab_client_kind, cab_record_get_id (bob)));
  g_assert_true (cab_practice_is_erased (test.practice, cab_record_get_id (ada)));
  g_assert_cmpuint (count_hits (&test, "quokka"), ==, 0);
}

/* [V-144] a client that came and went after the backup was made stays erased: the restored file
 * remembers, and refuses a bundle that brings the client again */
static void
test_restore_inherits (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = NULL;
  g_autoptr (CabSecret) passphrase
      = cab_secret_new_copy (CAB_TEST_PRACTICE_PASSPHRASE, strlen (CAB_TEST_PRACTICE_PASSPHRASE));
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  const CabVaultSettings settings = { .clock = test.clock,
                                      .ids = test.ids,
                                      .state_dir = test.folder.path,
                                      .runtime_dir = test.folder.path,
                                      .cache_dir = test.folder.path };
  g_autofree char *backup = NULL;
  g_autofree char *ada_id = NULL;
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  cab_backup_make (cab_practice_get_vault (test.practice), test.folder.path, &watch, &backup, NULL,
                   &error);
  g_assert_no_error (error);
  ada = cab_test_practice_add_client (&test, "Ada");
  ada_id = g_strdup (cab_record_get_id (ada));
  cab_erasure_erase (test.practice, ada, CAB_ERASURE_GROUND_REQUEST, NULL, &error);
  g_assert_no_error (error);

  /* Twice: the second time the replaced file and the copy both know of her. */
  for (guint i = 0; i < 2; i++)
    {
      const CabFilter all = CAB_FILTER_ALL;
      g_autoptr (GPtrArray) tombstones = NULL;

      g_clear_object (&test.practice);
      cab_clock_advance (test.clock, 60000);
      cab_backup_restore (backup, &credential, test.path, &settings, &watch, NULL, NULL, &error);
      g_assert_no_error (error);
      cab_test_practice_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      g_assert_true (cab_practice_is_erased (test.practice, ada_id));
      tombstones = cab_practice_list (test.practice, &cab_tombstone_kind, &all, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tombstones->len, ==, 1);
    }

  cab_vault_report_init (&report);
  cab_vault_verify (cab_practice_get_vault (test.practice), CAB_VAULT_VERIFY_ALL,
                    cab_store_walk_rows, NULL, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

/* [V-122] after a change the new passphrase opens and the old one does not */
static void
test_passphrase_change (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabSecret) old
      = cab_secret_new_copy (CAB_TEST_PRACTICE_PASSPHRASE, strlen (CAB_TEST_PRACTICE_PASSPHRASE));
  g_autoptr (CabSecret) fresh = cab_secret_new_copy ("walnut drawer", 13);
  const CabCredential before = { CAB_CREDENTIAL_PASSPHRASE, old };
  const CabCredential after = { CAB_CREDENTIAL_PASSPHRASE, fresh };
  const CabVaultSettings settings = { .clock = test.clock,
                                      .ids = test.ids,
                                      .state_dir = test.folder.path,
                                      .runtime_dir = test.folder.path,
                                      .cache_dir = test.folder.path };
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_passphrase_change (cab_practice_get_vault (test.practice), fresh, fresh,
                                         &watch, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);

  cab_passphrase_change (cab_practice_get_vault (test.practice), old, fresh, &watch, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&test.practice);

  vault = cab_vault_open (test.path, &before, CAB_VAULT_OPEN_NORMAL, &settings, NULL, &error);
  g_assert_null (vault);
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);

  test.practice = cab_practice_new_take (
      cab_vault_open (test.path, &after, CAB_VAULT_OPEN_NORMAL, &settings, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (cab_practice_exists (test.practice, &cab_client_kind, cab_record_get_id (ada)));
}

/* [V-134] compaction keeps every record, the header and the passphrase */
static void
test_compaction (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (GError) error = NULL;

  cab_compact (cab_practice_get_vault (test.practice), &watch, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&test.practice);

  cab_test_practice_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_true (cab_practice_exists (test.practice, &cab_client_kind, cab_record_get_id (ada)));
  g_assert_cmpint (cab_test_practice_count_audit (&test, "compact"), ==, 1);
}

/* [M-8] emptying the trash erases what lies in it and nothing else */
static void
test_empty_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) bob = cab_test_practice_add_client (&test, "Bob");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  cab_practice_trash (test.practice, ada, &error);
  g_assert_no_error (error);
  cab_erasure_empty_trash (test.practice, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (cab_practice_exists (test.practice, &cab_client_kind, cab_record_get_id (ada)));
  g_assert_true (cab_practice_exists (test.practice, &cab_client_kind, cab_record_get_id (bob)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/erasure/client-goes-whole", test_client_goes_whole);
  g_test_add_func ("/model/erasure/empty-trash", test_empty_trash);
  g_test_add_func ("/model/erasure/restore-erases-again", test_restore_erases_again);
  g_test_add_func ("/model/erasure/restore-inherits-tombstones", test_restore_inherits);
  g_test_add_func ("/model/passphrase/change", test_passphrase_change);
  g_test_add_func ("/model/compact/keeps-everything", test_compaction);

  return g_test_run ();
}
