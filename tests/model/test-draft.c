/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"
#include "cab-clock.h"
#include "cab-codes.h"
#include "cab-draft.h"
#include "cab-model-error.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-statement.h"
#include "cab-test-practice.h"

/* A secret from which a leak into the log would be seen */
#define CANARY "xylophone-canary"

static CabRecord *
new_note (CabTestPractice *test)
{
  g_autoptr (CabRecord) client = cab_test_practice_add_client (test, "Ada");
  CabRecord *note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T09:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);

  return note;
}

static void
keep (CabTestPractice *test, const CabDraftTarget *target, const char *body)
{
  g_autoptr (GError) error = NULL;

  cab_draft_keep (test->practice, target, body, &error);
  g_assert_no_error (error);
}

/* Owned by the caller, NULL when there is none. */
static CabRecord *
find (CabTestPractice *test, const CabDraftTarget *target)
{
  CabRecord *draft = NULL;
  g_autoptr (GError) error = NULL;

  cab_draft_find (test->practice, target, &draft, &error);
  g_assert_no_error (error);

  return draft;
}

static void
assert_body (CabTestPractice *test, const CabDraftTarget *target, const char *body)
{
  g_autoptr (CabRecord) draft = find (test, target);

  g_assert_cmpstr (
      draft == NULL ? NULL : cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)), ==, body);
}

static gint64
count_log (CabTestPractice *test)
{
  return (gint64)cab_vault_get_head_seq (cab_practice_get_vault (test->practice));
}

/* [M-18], [M-47] replaced in place; two audit rows for any number of keys; the
 * target's revision stays */
static void
test_keep (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test);
  g_autoptr (CabRecord) again = NULL;
  g_autoptr (CabRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  const CabDraftTarget target
      = { .kind = &cab_note_kind, .record_id = cab_record_get_id (note), .field = "text" };
  gint64 before = count_log (&test);
  static const CabFilter all = CAB_FILTER_ALL;
  gint64 revision = 0;

  keep (&test, &target, "a");
  g_assert_cmpint (count_log (&test), ==, before + 1);
  cab_clock_advance (test.clock, 2000);
  keep (&test, &target, "ab");
  keep (&test, &target, "ab");
  keep (&test, &target, "abc");
  g_assert_cmpint (count_log (&test), ==, before + 1);
  g_assert_cmpint (cab_practice_count (test.practice, &cab_draft_kind, &all, NULL), ==, 1);
  assert_body (&test, &target, "abc");
  draft = find (&test, &target);
  g_assert_cmpstr (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TYPED_AT)), ==,
                   "2026-03-02T10:00:02Z");
  g_assert_cmpstr (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_CLIENT_ID)), ==,
                   cab_record_get_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID)));

  again = cab_practice_load (test.practice, &cab_note_kind, cab_record_get_id (note), &error);
  g_assert_no_error (error);
  cab_record_get_integer (again, CAB_SYSTEM_REVISION, &revision);
  g_assert_cmpint (revision, ==, 1);

  g_assert_true (cab_draft_end (test.practice, &target, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_log (&test), ==, before + 2);
  g_assert_cmpint (cab_practice_count (test.practice, &cab_draft_kind, &all, NULL), ==, 0);
  /* What has ended cannot end again. */
  g_assert_true (cab_draft_end (test.practice, &target, &error));
  g_assert_true (cab_draft_discard (test.practice, &target, &error));
  g_assert_cmpint (count_log (&test), ==, before + 2);
}

/* [M-47] one for each target and field; records not yet made by client and kind */
static void
test_targets_are_apart (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test);
  g_autoptr (CabRecord) other = new_note (&test);
  const char *client_id = cab_record_get_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID));
  const char *other_id = cab_record_get_text (other, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID));
  const CabDraftTarget targets[] = {
    { .kind = &cab_note_kind, .record_id = cab_record_get_id (note), .field = "text" },
    { .kind = &cab_note_kind, .record_id = cab_record_get_id (note), .field = "next_time" },
    { .kind = &cab_note_kind, .record_id = cab_record_get_id (other), .field = "text" },
    { .kind = &cab_note_kind, .client_id = client_id, .field = "text" },
    { .kind = &cab_note_kind, .client_id = other_id, .field = "text" },
    { .kind = &cab_process_note_kind, .client_id = client_id, .field = "text" },
    { .kind = &cab_client_kind, .field = "given_name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *body = g_strdup_printf ("Body %u", i);

      keep (&test, &targets[i], body);
    }
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *body = g_strdup_printf ("Body %u", i);

      assert_body (&test, &targets[i], body);
    }

  keep (&test, &targets[3], "");
  assert_body (&test, &targets[3], NULL);
  assert_body (&test, &targets[4], "Body 4");
}

/* [M-47] a target that cannot be is refused; text that a rule of the field
 * refuses is kept, text that [M-10] refuses is not */
static void
test_what_is_kept (void)
{
  static const struct
  {
    const char *name;
    const CabKind *kind;
    const char *field;
    const char *body;
    gboolean kept;
  } cases[] = {
    { "a date that is none", &cab_client_kind, "date_of_birth", "31 February", TRUE },
    { "two lines for one", &cab_client_kind, "given_name", "A\nB", TRUE },
    { "a field that is none", &cab_client_kind, "shoe_size", "43", FALSE },
    { "a control character", &cab_client_kind, "given_name", "A\x0b", FALSE },
    { "broken UTF-8", &cab_client_kind, "given_name", "A\xff", FALSE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CabDraftTarget target = { .kind = cases[i].kind, .field = cases[i].field };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (cab_draft_keep (test.practice, &target, cases[i].body, &error), ==,
                       cases[i].kept);
      if (!cases[i].kept)
        g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
      assert_body (&test, &target, cases[i].kept ? cases[i].body : NULL);
      g_assert_true (cab_draft_discard (test.practice, &target, NULL));
    }
}

/* [M-38], [M-47] writing a note ends its draft in the same act; signing waits for it */
static void
test_note_ends_its_draft (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test);
  g_autoptr (GError) error = NULL;
  const CabDraftTarget target
      = { .kind = &cab_note_kind, .record_id = cab_record_get_id (note), .field = "text" };

  keep (&test, &target, "Half a sen");
  g_assert_true (
      cab_note_write (test.practice, note, "Half a sentence.", CAB_CUT_BECAUSE_LEAVE, &error));
  assert_body (&test, &target, NULL);

  keep (&test, &target, "And ano");
  g_assert_false (cab_note_sign (test.practice, note, "I wrote this note.", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  assert_body (&test, &target, "And ano");
  g_assert_true (cab_draft_discard (test.practice, &target, &error));
  g_assert_true (cab_note_sign (test.practice, note, "I wrote this note.", &error));
  g_assert_no_error (error);
}

/* [M-47] a draft of a process note is kept as apart as the note */
static void
test_process_note_draft (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) draft = NULL;
  const CabDraftTarget target = { .kind = &cab_process_note_kind,
                                  .client_id = cab_record_get_id (client),
                                  .field = "text" };

  keep (&test, &target, "Thought");
  draft = find (&test, &target);
  g_assert_cmpint (cab_record_get_code (draft, CAB_SYSTEM_SENSITIVITY), ==,
                   CAB_SENSITIVITY_PROCESS_NOTE);
}

/* [M-18] what a person discarded is not in the log either */
static void
test_log_keeps_no_text (void)
{
  static const char sql[] = "SELECT count(*) FROM audit WHERE payload LIKE '%" CANARY
                            "%' OR entity LIKE '%" CANARY "%'";
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test);
  const CabDraftTarget target
      = { .kind = &cab_note_kind, .record_id = cab_record_get_id (note), .field = "text" };
  g_autoptr (CabStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  keep (&test, &target, CANARY);
  g_assert_true (cab_draft_discard (test.practice, &target, &error));
  statement
      = cab_statement_new (cab_practice_get_db (test.practice), sql, "search the log", &error);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
  g_assert_cmpint (cab_statement_get_integer (statement, 0), ==, 0);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "draft-begin"), ==, 1);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "draft-end"), ==, 1);
}

/* [M-47] the trash is no place for a draft; [V-110] nor a file opened read-only */
static void
test_refused (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  const CabDraftTarget target = { .kind = &cab_client_kind, .field = "given_name" };

  keep (&test, &target, "Ad");
  draft = find (&test, &target);
  g_assert_false (cab_practice_trash (test.practice, draft, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_clear_error (&error);
  g_clear_object (&draft);

  cab_test_practice_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  g_assert_false (cab_draft_keep (test.practice, &target, "Ada", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (cab_draft_discard (test.practice, &target, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_READ_ONLY);
  assert_body (&test, &target, "Ad");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/draft/two-audit-rows-for-any-number-of-keys", test_keep);
  g_test_add_func ("/model/draft/targets-are-apart", test_targets_are_apart);
  g_test_add_func ("/model/draft/keeps-what-a-rule-refuses", test_what_is_kept);
  g_test_add_func ("/model/draft/writing-ends-it", test_note_ends_its_draft);
  g_test_add_func ("/model/draft/process-note-stays-apart", test_process_note_draft);
  g_test_add_func ("/model/draft/log-keeps-no-text", test_log_keeps_no_text);
  g_test_add_func ("/model/draft/trash-and-read-only-refuse", test_refused);

  return g_test_run ();
}
