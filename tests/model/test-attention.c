/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-attention.h"
#include "cab-backup.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-clock.h"
#include "cab-consent.h"
#include "cab-contact.h"
#include "cab-draft.h"
#include "cab-erasure.h"
#include "cab-note.h"
#include "cab-recovery-sheet.h"
#include "cab-statement.h"
#include "cab-test-practice.h"
#include "cab-when.h"

#include <string.h>

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)
#define NOTE(field) CAB_OWN (CAB_NOTE_FIELD_##field)

#define HOUR_MS (G_GINT64_CONSTANT (3600) * 1000)
#define DAY_MS (24 * HOUR_MS)

/* What every practice without a backup and a sheet is told. */
#define ALWAYS "backup recovery-sheet"

/* The codes of what needs attention, in the order in which it is listed. */
static char *
dup_codes (CabTestPractice *test, const char *client_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = cab_attention_list (test->practice, client_id, 0, NULL, &error);
  g_autoptr (GString) codes = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      gint64 code = cab_row_get_integer (g_ptr_array_index (items, i), CAB_ATTENTION_CODE);

      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                              cab_attention_codes.codes[code].code);
    }

  return g_string_free_and_steal (g_steal_pointer (&codes));
}

static void
assert_codes (CabTestPractice *test, const char *expected)
{
  g_autofree char *codes = dup_codes (test, NULL);

  g_assert_cmpstr (codes, ==, expected);
}

/* The one item of a code. */
static CabRow *
get_item (CabTestPractice *test, CabAttentionCode code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = cab_attention_list (test->practice, NULL, 0, NULL, &error);
  CabRow *found = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      if (cab_row_get_integer (g_ptr_array_index (items, i), CAB_ATTENTION_CODE) != code)
        continue;
      g_assert_null (found);
      found = g_object_ref (g_ptr_array_index (items, i));
    }

  g_assert_nonnull (found);
  return found;
}

static CabRecord *
add_note (CabTestPractice *test, CabRecord *client, const char *held_on)
{
  CabRecord *note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, NOTE (CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, NOTE (HELD_ON), held_on);
  cab_record_set_text (note, NOTE (HELD_ON_ZONE), "Europe/London");
  cab_record_set_code (note, NOTE (NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);

  return note;
}

static void
sign (CabTestPractice *test, CabRecord *note)
{
  g_autoptr (GError) error = NULL;

  cab_note_write (test->practice, note, "Talked.", CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
  cab_note_sign (test->practice, note, "I wrote this note.", &error);
  g_assert_no_error (error);
}

/* [M-97] a note of a day that has come: plain, amber after 72 hours, gone when
 * it is signed; one that is still to come is not told of */
static void
test_unsigned (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = add_note (&test, client, "2026-03-02T09:00");
  g_autoptr (CabRecord) later = add_note (&test, client, "2026-03-20T09:00");
  g_autoptr (CabRow) item = get_item (&test, CAB_ATTENTION_NOTE_UNSIGNED);
  g_autoptr (CabRow) again = NULL;
  g_autofree char *key = g_strconcat ("note-unsigned:", cab_record_get_id (note), NULL);
  g_autofree char *day = cab_when_dup_words ("2026-03-02", "2026-03-02");
  g_autofree char *sentence = g_strdup_printf ("The note of %s is not signed.", day);

  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_KEY), ==, key);
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_SENTENCE), ==, sentence);
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_CLIENT), ==, "Ada");
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_REFERENCE), ==,
                   cab_record_get_text (client, CLIENT (REFERENCE)));
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_CLIENT_ID), ==,
                   cab_record_get_id (client));
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_ID), ==, cab_record_get_id (note));
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_DUE_ON), ==, "2026-03-02");
  g_assert_cmpint (cab_row_get_integer (item, CAB_ATTENTION_SEVERITY), ==, CAB_SEVERITY_PLAIN);

  cab_clock_advance (test.clock, 73 * HOUR_MS);
  again = get_item (&test, CAB_ATTENTION_NOTE_UNSIGNED);
  g_assert_cmpint (cab_row_get_integer (again, CAB_ATTENTION_SEVERITY), ==, CAB_SEVERITY_AMBER);
  g_assert_cmpstr (cab_row_get_text (again, CAB_ATTENTION_SEVERITY_WORDS), ==, "Soon");

  sign (&test, note);
  assert_codes (&test, ALWAYS);
}

/* [M-97] what hangs on a client in the trash or a restricted one is not told
 * of; asked for by name it is [M-8], [M-19] */
static void
test_hidden_clients (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = add_note (&test, client, "2026-03-02T09:00");
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;

  g_clear_object (&client);
  client = cab_practice_load (test.practice, &cab_client_kind,
                              cab_record_get_text (note, NOTE (CLIENT_ID)), &error);
  g_assert_no_error (error);
  cab_client_restrict (test.practice, client, CAB_RESTRICTION_GROUND_ASKED, NULL, &error);
  g_assert_no_error (error);

  assert_codes (&test, ALWAYS);
  one = dup_codes (&test, cab_record_get_id (client));
  g_assert_cmpstr (one, ==, "note-unsigned");
}

/* [M-97] a text that was begun; beside an unsigned note it is not told twice */
static void
test_drafts (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = add_note (&test, client, "2026-03-02T09:00");
  const CabDraftTarget in_note
      = { .kind = &cab_note_kind, .record_id = cab_record_get_id (note), .field = "text" };
  const CabDraftTarget in_client = { .kind = &cab_client_kind,
                                     .record_id = cab_record_get_id (client),
                                     .field = "presenting" };
  const CabDraftTarget in_new[] = { { .kind = &cab_client_kind, .field = "given_name" },
                                    { .kind = &cab_client_kind, .field = "family_name" } };
  g_autoptr (CabRow) item = NULL;
  g_autoptr (GError) error = NULL;

  cab_draft_keep (test.practice, &in_note, "Half a", &error);
  g_assert_no_error (error);
  assert_codes (&test, "backup note-unsigned recovery-sheet");

  cab_draft_keep (test.practice, &in_client, "Half b", &error);
  g_assert_no_error (error);
  item = get_item (&test, CAB_ATTENTION_DRAFT);
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_KIND), ==, "client");
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_ID), ==, cab_record_get_id (client));

  cab_draft_discard (test.practice, &in_client, &error);
  g_assert_no_error (error);
  assert_codes (&test, "backup note-unsigned recovery-sheet");

  /* [W-43] What was typed for somebody who is not here yet is one text, whatever its fields. */
  cab_draft_keep (test.practice, &in_new[0], "Half c", &error);
  g_assert_no_error (error);
  cab_draft_keep (test.practice, &in_new[1], "Half d", &error);
  g_assert_no_error (error);
  assert_codes (&test, "backup note-unsigned draft recovery-sheet");
  g_clear_object (&item);
  item = get_item (&test, CAB_ATTENTION_DRAFT);
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_KIND), ==, "client");
}

static CabRecord *
publish (CabTestPractice *test, const char *purposes, const char *from)
{
  CabRecord *policy = cab_record_new (&cab_policy_text_kind);
  g_autoptr (GError) error = NULL;

  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
                       CAB_POLICY_KIND_CONSENT_TEXT);
  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), CAB_AUDIENCE_ADULT);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Consent");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "May we?");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), purposes);
  cab_policy_text_publish (test->practice, policy, from, &error);
  g_assert_no_error (error);

  return policy;
}

static void
grant (CabTestPractice *test,
       CabRecord *client,
       CabPurpose purpose,
       CabRecord *policy,
       const char *expires_on)
{
  const CabConsentAnswer answer = { .policy_id = cab_record_get_id (policy),
                                    .given_by = CAB_GIVEN_BY_CLIENT,
                                    .how = CAB_CONSENT_HOW_SIGNED_PAPER,
                                    .expires_on = expires_on };
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) event
      = cab_consent_grant (test->practice, cab_record_get_id (client), purpose, &answer, &error);

  g_assert_no_error (error);
  g_assert_nonnull (event);
}

/* [M-97] told 30 days before the end and after it, not before, and not once it
 * was taken back */
static void
test_consent_ending (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) policy = publish (&test, "recording", "2026-01-01");
  const CabConsentAnswer no
      = { .given_by = CAB_GIVEN_BY_CLIENT, .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  g_autoptr (CabRow) before = NULL;
  g_autoptr (CabRow) after = NULL;
  g_autoptr (CabRecord) event = NULL;
  g_autoptr (GError) error = NULL;

  grant (&test, client, CAB_PURPOSE_RECORDING, policy, "2026-04-02");
  assert_codes (&test, ALWAYS);

  cab_clock_advance (test.clock, DAY_MS);
  before = get_item (&test, CAB_ATTENTION_CONSENT_ENDING);
  g_assert_nonnull (strstr (cab_row_get_text (before, CAB_ATTENTION_SENTENCE), "ends on"));
  g_assert_cmpstr (cab_row_get_text (before, CAB_ATTENTION_DUE_ON), ==, "2026-04-02");
  g_assert_cmpstr (cab_row_get_text (before, CAB_ATTENTION_KIND), ==, "consent");
  g_assert_cmpint (cab_row_get_integer (before, CAB_ATTENTION_SEVERITY), ==, CAB_SEVERITY_AMBER);

  cab_clock_advance (test.clock, 31 * DAY_MS);
  after = get_item (&test, CAB_ATTENTION_CONSENT_ENDING);
  g_assert_nonnull (strstr (cab_row_get_text (after, CAB_ATTENTION_SENTENCE), "ended on"));

  event = cab_consent_refuse (test.practice, cab_record_get_id (client), CAB_PURPOSE_RECORDING, &no,
                              &error);
  g_assert_no_error (error);
  assert_codes (&test, ALWAYS);
}

/* [M-97], [M-50] a text in force that replaces what was agreed to, however far
 * back; not for who took it back, nor for who agreed anew */
static void
test_policy (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) first = publish (&test, "recording", "2026-01-01");
  g_autoptr (CabRecord) second = NULL;
  g_autoptr (CabRecord) third = NULL;
  g_autoptr (CabRow) item = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  grant (&test, ada, CAB_PURPOSE_RECORDING, first, NULL);
  grant (&test, ben, CAB_PURPOSE_RECORDING, first, NULL);
  assert_codes (&test, ALWAYS);

  second = publish (&test, "recording", "2026-02-01");
  cab_clock_advance (test.clock, 1000);
  grant (&test, ben, CAB_PURPOSE_RECORDING, second, NULL);
  third = publish (&test, "recording", "2026-03-02");

  item = get_item (&test, CAB_ATTENTION_POLICY);
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_SENTENCE), ==,
                   "2 clients agreed to an older version of “Consent”.");
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_ID), ==, cab_record_get_id (third));

  ids = cab_attention_list_outdated (test.practice, cab_record_get_id (second), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, cab_record_get_id (ada));

  cab_clock_advance (test.clock, 1000);
  grant (&test, ada, CAB_PURPOSE_RECORDING, third, NULL);
  cab_clock_advance (test.clock, 1000);
  grant (&test, ben, CAB_PURPOSE_RECORDING, third, NULL);
  assert_codes (&test, ALWAYS);
}

static CabRecord *
add_guardian (CabTestPractice *test, CabRecord *client)
{
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);
  CabRecord *link = cab_record_new (&cab_client_contact_kind);

  cab_record_set_code (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), CAB_CONTACT_KIND_PERSON);
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_GIVEN_NAME), "Grace");
  cab_test_assert_saves (test, contact);
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CLIENT_ID),
                       cab_record_get_id (client));
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID),
                       cab_record_get_id (contact));
  cab_record_set_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ROLE), CAB_CONTACT_ROLE_GUARDIAN);
  cab_record_set_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_AUTHORITY),
                       CAB_AUTHORITY_PARENTAL_RESPONSIBILITY);
  cab_test_assert_saves (test, link);

  return link;
}

static void
grant_for (CabTestPractice *test,
           CabRecord *client,
           CabPurpose purpose,
           CabRecord *policy,
           CabRecord *guardian)
{
  const CabConsentAnswer answer = { .policy_id = cab_record_get_id (policy),
                                    .given_by = CAB_GIVEN_BY_GUARDIAN,
                                    .given_by_contact_id = cab_record_get_id (guardian),
                                    .authority_seen = "birth certificate",
                                    .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) event
      = cab_consent_grant (test->practice, cab_record_get_id (client), purpose, &answer, &error);

  g_assert_no_error (error);
  g_assert_nonnull (event);
}

/* [M-97], [M-102] a minor is red until a guardian agrees; what the guardian
 * granted is told of 30 days before the birthday and after it */
static void
test_minors (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Kim");
  g_autoptr (CabRecord) policy = publish (&test, "recording treatment-record", "2026-01-01");
  g_autoptr (CabRecord) guardian = add_guardian (&test, client);
  g_autoptr (CabRow) item = NULL;
  g_autoptr (CabRow) after = NULL;

  assert_codes (&test, ALWAYS);
  cab_record_set_text (client, CLIENT (DATE_OF_BIRTH), "2008-04-05");
  cab_test_assert_saves (&test, client);
  assert_codes (&test, "minor " ALWAYS);

  grant_for (&test, client, CAB_PURPOSE_TREATMENT_RECORD, policy, guardian);
  grant_for (&test, client, CAB_PURPOSE_RECORDING, policy, guardian);
  assert_codes (&test, ALWAYS);

  cab_clock_advance (test.clock, 4 * DAY_MS);
  item = get_item (&test, CAB_ATTENTION_COMING_OF_AGE);
  g_assert_cmpstr (cab_row_get_text (item, CAB_ATTENTION_DUE_ON), ==, "2026-04-05");
  g_assert_cmpint (cab_row_get_integer (item, CAB_ATTENTION_SEVERITY), ==, CAB_SEVERITY_RED);

  cab_clock_advance (test.clock, 40 * DAY_MS);
  after = get_item (&test, CAB_ATTENTION_COMING_OF_AGE);
  g_assert_nonnull (strstr (cab_row_get_text (after, CAB_ATTENTION_SENTENCE), "Has come of age"));
  grant (&test, client, CAB_PURPOSE_RECORDING, policy, NULL);
  assert_codes (&test, ALWAYS);
}

/* [M-97] what has lain in the trash for more than 30 days, of every kind */
static void
test_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = add_note (&test, client, "2026-02-28T09:00");
  g_autoptr (GError) error = NULL;

  cab_practice_trash (test.practice, note, &error);
  g_assert_no_error (error);
  cab_clock_advance (test.clock, 30 * DAY_MS);
  assert_codes (&test, ALWAYS);

  cab_clock_advance (test.clock, DAY_MS);
  assert_codes (&test, "backup trash recovery-sheet");

  cab_practice_restore (test.practice, note, &error);
  g_assert_no_error (error);
  assert_codes (&test, "note-unsigned backup recovery-sheet");
}

/* [M-97] a backup, then none for a week; a sheet that is proved, then not for a
 * year */
static void
test_safety (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  CabVault *vault = cab_practice_get_vault (test.practice);
  const CabCopyWatch watch = { .rows = NULL };
  g_autoptr (CabSecret) passphrase
      = cab_secret_new_copy (CAB_TEST_PRACTICE_PASSPHRASE, strlen (CAB_TEST_PRACTICE_PASSPHRASE));
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  cab_backup_make (vault, test.folder.path, &watch, &path, NULL, &error);
  g_assert_no_error (error);
  assert_codes (&test, "recovery-sheet");

  cab_recovery_sheet_make (vault, passphrase, &sheet, NULL, &error);
  g_assert_no_error (error);
  cab_recovery_sheet_prove (vault, sheet.code, &error);
  g_assert_no_error (error);
  assert_codes (&test, "");

  cab_clock_advance (test.clock, 7 * DAY_MS);
  assert_codes (&test, "");
  cab_clock_advance (test.clock, DAY_MS);
  assert_codes (&test, "backup");
  cab_clock_advance (test.clock, 360 * DAY_MS);
  assert_codes (&test, "backup recovery-sheet");
}

/* [W-10] at most so many of each, and how many there are; red before amber
 * before plain */
static void
test_counts (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  guint counts[CAB_N_ATTENTION_CODES] = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  for (int day = 1; day <= 5; day++)
    {
      g_autofree char *held_on = g_strdup_printf ("2026-02-%02dT09:00", day);
      g_autoptr (CabRecord) note = add_note (&test, client, held_on);
    }

  items = cab_attention_list (test.practice, NULL, 2, counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts[CAB_ATTENTION_NOTE_UNSIGNED], ==, 5);
  g_assert_cmpuint (counts[CAB_ATTENTION_TRASH], ==, 0);
  g_assert_cmpuint (items->len, ==, 4);
  g_assert_cmpstr (cab_row_get_text (g_ptr_array_index (items, 0), CAB_ATTENTION_DUE_ON), ==,
                   "2026-02-01");
}

/* The trash and the unsigned notes are found by their indexes, however long the
 * tables are; every kind that can be trashed has one [M-8] */
static void
test_indexes (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      g_autoptr (CabStatement) statement = NULL;
      g_autoptr (GError) error = NULL;

      if (cab_kinds[i]->trash == CAB_TRASH_NEVER)
        continue;
      g_test_message ("%s", cab_kinds[i]->name);
      statement = cab_statement_new (cab_practice_get_db (test.practice),
                                     "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND "
                                     "name = ?1 || '_trashed_at'",
                                     "find an index", &error);
      g_assert_no_error (error);
      cab_statement_bind_text (statement, 1, cab_kinds[i]->table);
      g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
      g_assert_cmpint (cab_statement_get_integer (statement, 0), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attention/unsigned", test_unsigned);
  g_test_add_func ("/attention/hidden-clients", test_hidden_clients);
  g_test_add_func ("/attention/drafts", test_drafts);
  g_test_add_func ("/attention/consent-ending", test_consent_ending);
  g_test_add_func ("/attention/policy", test_policy);
  g_test_add_func ("/attention/minors", test_minors);
  g_test_add_func ("/attention/trash", test_trash);
  g_test_add_func ("/attention/safety", test_safety);
  g_test_add_func ("/attention/counts", test_counts);
  g_test_add_func ("/attention/indexes", test_indexes);

  return g_test_run ();
}
