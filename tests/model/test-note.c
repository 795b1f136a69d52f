/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-addendum.h"
#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-clock.h"
#include "cab-codes.h"
#include "cab-draft.h"
#include "cab-model-error.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-practice-private.h"
#include "cab-practice-settings.h"
#include "cab-process-note.h"
#include "cab-signature.h"
#include "cab-test-practice.h"
#include "cab-vault-error.h"

#include <string.h>

#define STATEMENT "I wrote this note."

/* What notes and process notes are asked alike. */
typedef struct
{
  const char *name;
  const CabKind *note;
  const CabKind *version;
  guint held_on;
  guint state;
  guint current_version;
} Family;

static const Family families[] = {
  { "note", &cab_note_kind, &cab_note_version_kind, CAB_OWN (CAB_NOTE_FIELD_HELD_ON),
    CAB_OWN (CAB_NOTE_FIELD_STATE), CAB_OWN (CAB_NOTE_FIELD_CURRENT_VERSION_ID) },
  { "process note", &cab_process_note_kind, &cab_process_note_version_kind,
    CAB_OWN (CAB_PROCESS_NOTE_FIELD_HELD_ON), CAB_OWN (CAB_PROCESS_NOTE_FIELD_STATE),
    CAB_OWN (CAB_PROCESS_NOTE_FIELD_CURRENT_VERSION_ID) },
};

static CabRecord *
new_note (CabTestPractice *test, const Family *family)
{
  g_autoptr (CabRecord) client = cab_test_practice_add_client (test, "Ada");
  CabRecord *note = cab_record_new (family->note);

  cab_record_set_text (note, CAB_OWN (0), cab_record_get_id (client));
  cab_record_set_text (note, family->held_on, "2026-03-02T09:00");
  cab_record_set_text (note, family->held_on + 1, "Europe/London");
  if (family->note == &cab_note_kind)
    cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);

  return note;
}

static void
write_text (CabTestPractice *test, CabRecord *note, const char *text)
{
  g_autoptr (GError) error = NULL;

  cab_note_write (test->practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
}

static void
sign (CabTestPractice *test, CabRecord *note)
{
  g_autoptr (GError) error = NULL;

  cab_note_sign (test->practice, note, STATEMENT, &error);
  g_assert_no_error (error);
}

static void
verify (CabTestPractice *test, CabRecord *note)
{
  g_autoptr (GError) error = NULL;

  cab_note_verify (test->practice, note, &error);
  g_assert_no_error (error);
}

static guint
count_versions (CabTestPractice *test, CabRecord *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = cab_note_list_versions (test->practice, note, &error);

  g_assert_no_error (error);
  return versions->len;
}

static CabRecord *
load_version (CabTestPractice *test, CabRecord *note, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = cab_note_list_versions (test->practice, note, &error);
  gint64 stored = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (number, <=, versions->len);
  cab_record_get_integer (versions->pdata[number - 1], CAB_OWN (CAB_NOTE_VERSION_FIELD_NUMBER),
                          &stored);
  g_assert_cmpint (stored, ==, number);

  return g_object_ref (versions->pdata[number - 1]);
}

static void
set_unlock_policy (CabTestPractice *test, CabUnlockPolicy policy, gint64 hours)
{
  g_autoptr (CabRecord) settings = g_object_ref (cab_practice_get_settings (test->practice));

  cab_record_set_code (settings, CAB_OWN (CAB_PRACTICE_FIELD_UNLOCK_POLICY), (int)policy);
  if (hours > 0)
    cab_record_set_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_UNLOCK_HOURS), hours);
  cab_test_assert_saves (test, settings);
}

static int
get_cut_because (CabTestPractice *test, CabRecord *note, guint number)
{
  g_autoptr (CabRecord) version = load_version (test, note, number);

  return cab_record_get_code (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_CUT_BECAUSE));
}

/* [M-36], [M-37], [M-40] a version is cut when the text differs, numbered without gaps */
static void
test_versions (gconstpointer data)
{
  const Family *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, family);
  g_autoptr (CabRecord) version = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (cab_record_get_text (note, family->state), ==, "draft");
  g_assert_true (cab_note_dup_text (test.practice, note, &text, &error));
  g_assert_null (text);

  write_text (&test, note, "First.");
  write_text (&test, note, "First.");
  g_assert_cmpuint (count_versions (&test, note), ==, 1);
  write_text (&test, note, "First. ");
  write_text (&test, note, "First.");
  g_assert_cmpuint (count_versions (&test, note), ==, 3);

  g_assert_true (cab_note_dup_text (test.practice, note, &text, &error));
  g_assert_cmpstr (text, ==, "First.");
  version = load_version (&test, note, 3);
  g_assert_cmpstr (cab_record_get_text (note, family->current_version), ==,
                   cab_record_get_id (version));
  g_assert_cmpstr (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON)), ==,
                   "2026-03-02T09:00");
  verify (&test, note);

  g_assert_false (cab_note_write (test.practice, note, "", CAB_CUT_BECAUSE_IDLE, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_assert_cmpuint (count_versions (&test, note), ==, 3);
}

/* [M-37] the digest is SHA-512 over the canonical form, made here by hand */
static void
test_canonical_form (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[0]);
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *previous = NULL;

  write_text (&test, note, "Grüße,\nline two");
  write_text (&test, note, "Second");

  for (guint number = 1; number <= 2; number++)
    {
      g_autoptr (CabRecord) version = load_version (&test, note, number);
      const char *values[] = {
        cab_record_get_id (version),
        cab_record_get_id (note),
        number == 1 ? "1" : "2",
        number == 1 ? "Grüße,\nline two" : "Second",
        "2026-03-02T09:00",
        "Europe/London",
        cab_practice_get_owner_id (test.practice),
        "2026-03-02T10:00:00Z",
        previous == NULL ? "" : previous,
      };
      g_autofree char *digest = NULL;

      bytes = g_byte_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          const guint length = (guint)strlen (values[i]);
          const guint8 prefix[4] = { length & 0xff, (length >> 8) & 0xff, 0, 0 };

          g_byte_array_append (bytes, prefix, sizeof prefix);
          g_byte_array_append (bytes, (const guint8 *)values[i], length);
        }
      digest = g_compute_checksum_for_data (G_CHECKSUM_SHA512, bytes->data, bytes->len);
      g_clear_pointer (&bytes, g_byte_array_unref);

      g_assert_cmpstr (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_DIGEST)), ==,
                       digest);
      g_assert_cmpstr (
          cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST)), ==,
          previous);
      g_set_str (&previous, digest);
    }
}

/* [M-38] signing writes a signature over the version and makes the note signed */
static void
test_sign (gconstpointer data)
{
  const Family *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, family);
  g_autoptr (CabRecord) version = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (GError) error = NULL;
  CabFilter filter = CAB_FILTER_ALL;
  CabRecord *signature;

  g_assert_false (cab_note_sign (test.practice, note, STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  write_text (&test, note, " \n\t");
  g_assert_false (cab_note_sign (test.practice, note, STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpstr (cab_record_get_text (note, family->state), ==, "draft");

  write_text (&test, note, "Said and heard.");
  sign (&test, note);
  g_assert_cmpstr (cab_record_get_text (note, family->state), ==, "signed");
  g_assert_cmpint (cab_test_practice_count_audit (&test, "sign"), ==, 1);
  verify (&test, note);

  version = load_version (&test, note, 2);
  filter.client_id = cab_record_get_text (note, CAB_OWN (0));
  signatures = cab_practice_list (test.practice, &cab_signature_kind, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (signatures->len, ==, 1);
  signature = g_ptr_array_index (signatures, 0);
  g_assert_cmpstr (cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID)), ==,
                   cab_record_get_id (version));
  g_assert_cmpstr (cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_DIGEST)), ==,
                   cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_DIGEST)));
  g_assert_cmpstr (cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_KIND)), ==,
                   family->version->name);
  g_assert_cmpstr (cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_AT)), ==,
                   "2026-03-02T10:00:00Z");

  g_assert_false (cab_note_sign (test.practice, note, STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_DUPLICATE);
}

/* [M-38] a note that was moved gets a version with its new time before it is signed */
static void
test_sign_moved (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[0]);
  g_autoptr (CabRecord) version = NULL;

  write_text (&test, note, "Text");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-01T18:00");
  cab_test_assert_saves (&test, note);
  g_assert_cmpuint (count_versions (&test, note), ==, 1);
  sign (&test, note);

  g_assert_cmpuint (count_versions (&test, note), ==, 2);
  g_assert_cmpint (get_cut_because (&test, note, 2), ==, CAB_CUT_BECAUSE_SIGN);
  version = load_version (&test, note, 2);
  g_assert_cmpstr (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON)), ==,
                   "2026-03-01T18:00");

  /* Afterwards the note may move, what is signed does not. */
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-02-27T18:00");
  cab_test_assert_saves (&test, note);
  g_assert_cmpuint (count_versions (&test, note), ==, 2);
  verify (&test, note);
}

/* [M-38] what the unlock policy lets happen to a signed note */
static void
test_unlock (void)
{
  static const struct
  {
    const char *name;
    CabUnlockPolicy policy;
    gint64 hours;
    gint64 after_minutes;
    gboolean opens;
  } cases[] = {
    { "never", CAB_UNLOCK_POLICY_NEVER, 0, 0, FALSE },
    { "at once within 2 hours", CAB_UNLOCK_POLICY_WITHIN_HOURS, 2, 0, TRUE },
    { "on the last minute", CAB_UNLOCK_POLICY_WITHIN_HOURS, 2, 120, TRUE },
    { "a minute late", CAB_UNLOCK_POLICY_WITHIN_HOURS, 2, 121, FALSE },
    { "always, a year later", CAB_UNLOCK_POLICY_ALWAYS, 0, 365 * 24 * 60, TRUE },
  };

  for (guint f = 0; f < G_N_ELEMENTS (families); f++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_auto (CabTestPractice) test = cab_test_practice_new ();
        g_autoptr (CabRecord) note = new_note (&test, &families[f]);
        g_autoptr (GError) error = NULL;
        gboolean opened;

        g_test_message ("%s, %s", families[f].name, cases[i].name);
        set_unlock_policy (&test, cases[i].policy, cases[i].hours);
        write_text (&test, note, "Signed text");
        sign (&test, note);
        cab_clock_advance (test.clock, cases[i].after_minutes * 60 * 1000);

        g_assert_cmpint (cab_note_check_unlocked (test.practice, note, NULL), ==, cases[i].opens);
        /* The same text is no change, so it needs no unlocking. */
        write_text (&test, note, "Signed text");
        opened
            = cab_note_write (test.practice, note, "Another text", CAB_CUT_BECAUSE_LEAVE, &error);
        g_assert_cmpint (opened, ==, cases[i].opens);
        if (!opened)
          {
            g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
            g_assert_cmpstr (cab_record_get_text (note, families[f].state), ==, "signed");
            g_assert_cmpuint (count_versions (&test, note), ==, 1);
            verify (&test, note);
            continue;
          }

        g_assert_cmpstr (cab_record_get_text (note, families[f].state), ==, "draft");
        g_assert_cmpint (get_cut_because (&test, note, 2), ==, CAB_CUT_BECAUSE_UNLOCK);
        verify (&test, note);
        sign (&test, note);
        g_assert_cmpstr (cab_record_get_text (note, families[f].state), ==, "signed");
        verify (&test, note);
      }
}

/* [M-38] no form makes a note signed, and none takes a signature back */
static void
test_state_is_not_typed (gconstpointer data)
{
  const Family *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, family);
  g_autoptr (CabRecord) other = new_note (&test, family);

  cab_record_set_code (note, family->state, CAB_NOTE_STATE_SIGNED);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
  cab_record_set_code (note, family->state, CAB_NOTE_STATE_DRAFT);
  write_text (&test, note, "Text");
  write_text (&test, other, "Other");
  cab_record_set_text (note, family->current_version,
                       cab_record_get_text (other, family->current_version));
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
  cab_record_set_value (note, family->current_version,
                        cab_record_get_loaded (note, family->current_version));

  sign (&test, note);
  cab_record_set_code (note, family->state, CAB_NOTE_STATE_DRAFT);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
}

/* [M-8], [M-36] trash while never signed; signed and unlocked again is not never */
static void
test_trash (gconstpointer data)
{
  const Family *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, family);
  g_autoptr (GError) error = NULL;

  write_text (&test, note, "Text");
  g_assert_true (cab_practice_trash (test.practice, note, &error));
  g_assert_no_error (error);
  g_assert_false (cab_note_write (test.practice, note, "More", CAB_CUT_BECAUSE_LEAVE, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  g_assert_false (cab_note_sign (test.practice, note, STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  g_assert_true (cab_practice_restore (test.practice, note, &error));

  set_unlock_policy (&test, CAB_UNLOCK_POLICY_ALWAYS, 0);
  sign (&test, note);
  g_assert_false (cab_practice_trash (test.practice, note, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_assert_cmpstr (error->message, ==, family->note->trash_refusal);
  g_clear_error (&error);
  write_text (&test, note, "Unlocked");
  g_assert_false (cab_practice_trash (test.practice, note, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
}

/* [M-36] a collateral note says who was spoken with */
static void
test_collateral (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[0]);

  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_COLLATERAL);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID,
                           "Note, with: a collateral note says who was spoken with.");
}

/* [M-40] a process note and its versions are never less than that */
static void
test_process_note_stays_one (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[1]);
  g_autoptr (CabRecord) version = NULL;

  write_text (&test, note, "Thought afterwards");
  version = load_version (&test, note, 1);
  g_assert_cmpint (cab_record_get_code (note, CAB_SYSTEM_SENSITIVITY), ==,
                   CAB_SENSITIVITY_PROCESS_NOTE);
  g_assert_cmpint (cab_record_get_code (version, CAB_SYSTEM_SENSITIVITY), ==,
                   CAB_SENSITIVITY_PROCESS_NOTE);

  cab_record_set_code (note, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_NORMAL);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
  cab_record_set_code (version, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_NORMAL);
  cab_test_assert_refuses (&test, version, CAB_MODEL_ERROR_INVALID, "…");
}

static CabRecord *
add_addendum (CabTestPractice *test, CabRecord *note, CabAddendumKind kind)
{
  g_autoptr (GError) error = NULL;
  CabRecord *addendum
      = cab_note_add_addendum (test->practice, note, kind, "Added", "Remembered later", &error);

  g_assert_no_error (error);
  return addendum;
}

static void
sign_addendum (CabTestPractice *test, CabRecord *addendum)
{
  g_autoptr (GError) error = NULL;

  cab_addendum_sign (test->practice, addendum, STATEMENT, &error);
  g_assert_no_error (error);
}

/* [M-39] only on a signed note, one after the other, sealed by signing */
static void
test_addenda (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[0]);
  g_autoptr (CabRecord) process_note = new_note (&test, &families[1]);
  g_autoptr (CabRecord) first = NULL;
  g_autoptr (CabRecord) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sequence = 0;

  write_text (&test, note, "Text");
  g_assert_null (cab_note_add_addendum (test.practice, note, CAB_ADDENDUM_KIND_ADDITION, "Added",
                                        "Why", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  write_text (&test, process_note, "Text");
  sign (&test, process_note);
  g_assert_null (cab_note_add_addendum (test.practice, process_note, CAB_ADDENDUM_KIND_ADDITION,
                                        "Added", "Why", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);

  sign (&test, note);
  first = add_addendum (&test, note, CAB_ADDENDUM_KIND_CORRECTION);
  g_assert_cmpint (cab_record_get_code (first, CAB_SYSTEM_ORIGIN), ==, CAB_ORIGIN_AUTHORED);
  g_assert_null (cab_note_add_addendum (test.practice, note, CAB_ADDENDUM_KIND_ADDITION, "Added",
                                        "Why", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);

  cab_record_set_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "Better words");
  cab_test_assert_saves (&test, first);
  sign_addendum (&test, first);
  cab_record_set_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "Worse words");
  cab_test_assert_refuses (&test, first, CAB_MODEL_ERROR_IMMUTABLE, "…");
  cab_record_set_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "Better words");
  g_assert_false (cab_practice_trash (test.practice, first, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_clear_error (&error);
  g_assert_false (cab_addendum_sign (test.practice, first, STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_DUPLICATE);
  g_clear_error (&error);

  second = add_addendum (&test, note, CAB_ADDENDUM_KIND_CLIENT_STATEMENT);
  g_assert_cmpint (cab_record_get_code (second, CAB_SYSTEM_ORIGIN), ==, CAB_ORIGIN_PROVIDED);
  sign_addendum (&test, second);
  cab_record_get_integer (second, CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE), &sequence);
  g_assert_cmpint (sequence, ==, 2);
  g_assert_cmpstr (cab_record_get_text (second, CAB_OWN (CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST)), ==,
                   cab_record_get_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST)));
  verify (&test, note);
}

/* [M-39] a trashed draft gives its number to the next, and cannot come back on it */
static void
test_addendum_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[0]);
  g_autoptr (CabRecord) first = NULL;
  g_autoptr (CabRecord) second = NULL;
  g_autoptr (GError) error = NULL;

  write_text (&test, note, "Text");
  sign (&test, note);
  first = add_addendum (&test, note, CAB_ADDENDUM_KIND_ADDITION);
  g_assert_true (cab_practice_trash (test.practice, first, &error));
  g_assert_true (cab_practice_restore (test.practice, first, &error));
  g_assert_no_error (error);
  g_assert_true (cab_practice_trash (test.practice, first, &error));
  g_assert_false (cab_addendum_sign (test.practice, first, STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);

  second = add_addendum (&test, note, CAB_ADDENDUM_KIND_ADDITION);
  g_assert_false (cab_practice_restore (test.practice, first, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  sign_addendum (&test, second);
  g_assert_false (cab_practice_restore (test.practice, first, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_DUPLICATE);
  verify (&test, note);
}

/* [M-9] the file itself keeps what is signed, whatever program writes */
static void
test_immutable_in_the_file (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    CabRefusal refusal;
  } cases[] = {
    { "text of a version", "UPDATE note_version SET text = 'forged'", CAB_REFUSAL_TRIGGER },
    { "number of a version", "UPDATE note_version SET number = 7", CAB_REFUSAL_TRIGGER },
    { "digest of a version", "UPDATE note_version SET digest = replace (digest, '0', '1')",
      CAB_REFUSAL_TRIGGER },
    { "time of a version", "UPDATE note_version SET held_on = '2020-01-01T09:00'",
      CAB_REFUSAL_TRIGGER },
    { "author of a version", "UPDATE note_version SET created_by_id = 'x'", CAB_REFUSAL_TRIGGER },
    { "age of a version", "UPDATE note_version SET created_at = '2020-01-01T09:00:00Z'",
      CAB_REFUSAL_TRIGGER },
    { "a version to the trash", "UPDATE note_version SET trashed_at = '2026-03-02T10:00:00Z'",
      CAB_REFUSAL_TRIGGER },
    { "a version away", "DELETE FROM note_version", CAB_REFUSAL_TRIGGER },
    { "text of a process version", "UPDATE process_note_version SET text = 'forged'",
      CAB_REFUSAL_TRIGGER },
    { "a process version away", "DELETE FROM process_note_version", CAB_REFUSAL_TRIGGER },
    { "statement of a signature", "UPDATE signature SET statement = 'forged'",
      CAB_REFUSAL_TRIGGER },
    { "signer", "UPDATE signature SET signer_id = 'x'", CAB_REFUSAL_TRIGGER },
    { "a signature away", "DELETE FROM signature", CAB_REFUSAL_TRIGGER },
    { "text of an addendum", "UPDATE addendum SET text = 'forged' WHERE sequence = 1",
      CAB_REFUSAL_TRIGGER },
    { "reason of an addendum", "UPDATE addendum SET reason = 'forged' WHERE sequence = 1",
      CAB_REFUSAL_TRIGGER },
    { "unsealing", "UPDATE addendum SET digest = NULL WHERE sequence = 1", CAB_REFUSAL_TRIGGER },
    { "an addendum away", "DELETE FROM addendum WHERE sequence = 1", CAB_REFUSAL_TRIGGER },
    { "text of a draft addendum", "UPDATE addendum SET text = 'better' WHERE sequence = 2",
      CAB_REFUSAL_NONE },
    { "a draft addendum away", "DELETE FROM addendum WHERE sequence = 2", CAB_REFUSAL_NONE },
    { "basis of a version", "UPDATE note_version SET basis6 = 'consent', revision = 2",
      CAB_REFUSAL_NONE },
    { "sensitivity of a signature", "UPDATE signature SET sensitivity = 'third-party'",
      CAB_REFUSAL_NONE },
    { "time of a note", "UPDATE note SET held_on = '2020-01-01T09:00'", CAB_REFUSAL_NONE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) first = NULL;
  g_autoptr (CabRecord) second = NULL;

  for (guint f = 0; f < G_N_ELEMENTS (families); f++)
    {
      g_autoptr (CabRecord) note = new_note (&test, &families[f]);

      write_text (&test, note, "Text");
      sign (&test, note);
      if (f > 0)
        continue;
      first = add_addendum (&test, note, CAB_ADDENDUM_KIND_ADDITION);
      sign_addendum (&test, first);
      second = add_addendum (&test, note, CAB_ADDENDUM_KIND_ADDITION);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (cab_test_practice_attack (&test, cases[i].sql), ==, cases[i].refusal);
    }
}

/* [M-9] only how a version is classified stays writable */
static void
test_classify (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[0]);
  g_autoptr (CabRecord) version = NULL;

  write_text (&test, note, "Text");
  sign (&test, note);
  version = load_version (&test, note, 1);
  cab_record_set_code (version, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_THIRD_PARTY);
  cab_test_assert_saves (&test, version);
  verify (&test, note);

  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT), "Forged");
  cab_test_assert_refuses (&test, version, CAB_MODEL_ERROR_IMMUTABLE, "…");
}

typedef struct
{
  const char *name;
  const CabKind *kind;
  /* Which of its rows, in the order of lists */
  guint row;
  /* -1 takes the row out */
  int field;
  const char *forged;
} Forgery;

typedef struct
{
  const Forgery *forgery;
  CabRecord *record;
} Forging;

static gboolean
forge_row (CabPractice *practice, gpointer data, GError **error)
{
  Forging *forging = data;
  CabVault *vault = cab_practice_get_vault (practice);

  if (forging->forgery->field >= 0)
    cab_record_set_text (forging->record, (guint)forging->forgery->field, forging->forgery->forged);

  return cab_vault_erasing_begin (vault, error)
         && (forging->forgery->field >= 0
                 ? cab_store_update (practice->store, forging->record, error)
                 : cab_store_delete (practice->store, forging->record, error))
         && cab_vault_erasing_end (vault, error)
         && cab_practice_audit_act (practice, "erase", forging->forgery->kind, NULL, NULL, error);
}

/* Forges as one could who has the passphrase and this program's source: past the
 * triggers and with a fresh content digest. */
static void
forge (CabTestPractice *test, const Forgery *forgery)
{
  static const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cab_practice_list (test->practice, forgery->kind, &all, &error);
  Forging forging = { forgery, NULL };

  g_assert_no_error (error);
  g_assert_cmpuint (forgery->row, <, rows->len);
  forging.record = rows->pdata[forgery->row];
  cab_practice_transact (test->practice, "forge a row", forge_row, &forging, &error);
  g_assert_no_error (error);
}

/* [M-37], [M-38], [M-39] a forged history is found by its own digests */
static void
test_verify_finds (void)
{
  static const char zeros[] = "0000000000000000000000000000000000000000000000000000000000000000"
                              "0000000000000000000000000000000000000000000000000000000000000000";
  static const Forgery cases[] = {
    { "changed text", &cab_note_version_kind, 0, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT), "forged" },
    { "changed time", &cab_note_version_kind, 1, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON),
      "2020-01-01T09:00" },
    { "changed digest", &cab_note_version_kind, 0, CAB_OWN (CAB_NOTE_VERSION_FIELD_DIGEST), zeros },
    { "cut chain", &cab_note_version_kind, 1, CAB_OWN (CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST),
      NULL },
    { "first version taken out", &cab_note_version_kind, 0, -1, NULL },
    { "changed addendum", &cab_addendum_kind, 0, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "forged" },
    { "changed reason", &cab_addendum_kind, 1, CAB_OWN (CAB_ADDENDUM_FIELD_REASON), "forged" },
    { "first addendum taken out", &cab_addendum_kind, 0, -1, NULL },
    { "signature over another text", &cab_signature_kind, 0,
      CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_DIGEST), zeros },
    { "first signature taken out", &cab_signature_kind, 0, -1, NULL },
    { "second signature taken out", &cab_signature_kind, 1, -1, NULL },
    { "third signature taken out", &cab_signature_kind, 2, -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestPractice) test = cab_test_practice_new ();
      g_autoptr (CabRecord) note = new_note (&test, &families[0]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      write_text (&test, note, "One");
      write_text (&test, note, "Two");
      sign (&test, note);
      for (guint n = 0; n < 2; n++)
        {
          g_autoptr (CabRecord) addendum = add_addendum (&test, note, CAB_ADDENDUM_KIND_ADDITION);

          sign_addendum (&test, addendum);
        }
      verify (&test, note);

      forge (&test, &cases[i]);
      g_assert_false (cab_note_verify (test.practice, note, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT);
    }
}

/* All rows of a kind, as a bundle hands them over: not stored yet. */
static void
collect_copies (CabTestPractice *from, const CabKind *kind, GPtrArray *copies)
{
  static const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cab_practice_list (from->practice, kind, &all, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      CabRecord *copy = cab_record_new (kind);

      for (guint f = 0; f < cab_kind_get_n_fields (kind); f++)
        cab_record_set_value (copy, f, cab_record_get_value (rows->pdata[i], f));
      g_ptr_array_add (copies, copy);
    }
}

static gboolean
store_copies (CabPractice *practice, gpointer data, GError **error)
{
  GPtrArray *copies = data;

  for (guint i = 0; i < copies->len; i++)
    {
      if (!cab_practice_store_as_is (practice, copies->pdata[i], error))
        return FALSE;
    }

  return cab_practice_audit_act (practice, "import", NULL, NULL, NULL, error);
}

/* [M-37], [B-74] a history that was handed over verifies in the other file too */
static void
test_verify_elsewhere (void)
{
  static const CabKind *const kinds[] = {
    &cab_clinician_kind,    &cab_client_kind,    &cab_note_kind,
    &cab_note_version_kind, &cab_signature_kind, &cab_addendum_kind,
  };
  CabTestPractice from = cab_test_practice_new ();
  g_auto (CabTestPractice) to = { 0 };
  g_autoptr (CabRecord) note = new_note (&from, &families[0]);
  g_autoptr (CabRecord) addendum = NULL;
  g_autoptr (CabRecord) arrived = NULL;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  write_text (&from, note, "One");
  write_text (&from, note, "Two");
  sign (&from, note);
  addendum = add_addendum (&from, note, CAB_ADDENDUM_KIND_ADDITION);
  sign_addendum (&from, addendum);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    collect_copies (&from, kinds[i], copies);
  /* One program writes one file at a time [V-24]. */
  cab_test_practice_clear (&from);
  to = cab_test_practice_new_bare ();
  cab_practice_transact (to.practice, "import", store_copies, copies, &error);
  g_assert_no_error (error);

  arrived = cab_practice_load (to.practice, &cab_note_kind, cab_record_get_id (note), &error);
  g_assert_no_error (error);
  verify (&to, arrived);
}

/* [M-7], style.md 3.4: an act that fails changes neither the file nor the record */
static void
test_failed_act_changes_nothing (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = new_note (&test, &families[0]);
  g_autoptr (CabRecord) stale = NULL;
  g_autoptr (CabRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  write_text (&test, note, "One");
  stale = cab_record_dup (note);
  write_text (&test, note, "Two");

  /* Another window wrote meanwhile: the version is cut and then taken back. */
  before = cab_record_dup (stale);
  g_assert_false (cab_note_write (test.practice, stale, "Three", CAB_CUT_BECAUSE_LEAVE, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_CONFLICT);
  g_assert_cmpuint (count_versions (&test, note), ==, 2);
  for (guint i = 0; i < cab_kind_get_n_fields (&cab_note_kind); i++)
    g_assert_true (
        cab_value_equal (cab_record_get_value (stale, i), cab_record_get_value (before, i)));
  g_assert_false (cab_record_has_changes (stale));
  verify (&test, note);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      static const struct
      {
        const char *name;
        GTestDataFunc func;
      } tests[] = {
        { "versions-are-cut-when-the-text-differs", test_versions },
        { "sign-writes-a-signature", test_sign },
        { "state-is-not-typed", test_state_is_not_typed },
        { "trash-while-never-signed", test_trash },
      };

      for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
        {
          g_autofree char *path
              = g_strdup_printf ("/model/%s/%s", families[i].note->name, tests[t].name);

          g_test_add_data_func (path, &families[i], tests[t].func);
        }
    }

  g_test_add_func ("/model/note/digest-covers-the-canonical-form", test_canonical_form);
  g_test_add_func ("/model/note/sign-takes-the-new-time", test_sign_moved);
  g_test_add_func ("/model/note/unlock-policy-decides", test_unlock);
  g_test_add_func ("/model/note/collateral-names-the-contact", test_collateral);
  g_test_add_func ("/model/process-note/stays-one", test_process_note_stays_one);
  g_test_add_func ("/model/addendum/one-after-the-other", test_addenda);
  g_test_add_func ("/model/addendum/trash-while-draft", test_addendum_trash);
  g_test_add_func ("/model/note/file-keeps-what-is-signed", test_immutable_in_the_file);
  g_test_add_func ("/model/note/classification-stays-writable", test_classify);
  g_test_add_func ("/model/note/verify-finds-forgery", test_verify_finds);
  g_test_add_func ("/model/note/verify-elsewhere", test_verify_elsewhere);
  g_test_add_func ("/model/note/failed-act-changes-nothing", test_failed_act_changes_nothing);

  return g_test_run ();
}
