/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-clock.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-practice-settings.h"
#include "cab-process-note.h"
#include "cab-signature.h"
#include "cab-test-note.h"

#include <string.h>

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
  g_autoptr (CabRecord) version = cab_test_note_load_version (test, note, number);

  return cab_record_get_code (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_CUT_BECAUSE));
}

/* [M-36], [M-37], [M-40] a version is cut when the text differs, numbered without gaps */
static void
test_versions (gconstpointer data)
{
  const CabTestNoteFamily *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, family);
  g_autoptr (CabRecord) version = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (cab_record_get_text (note, family->state), ==, "draft");
  g_assert_true (cab_note_dup_text (test.practice, note, &text, &error));
  g_assert_null (text);

  cab_test_note_write (&test, note, "First.");
  cab_test_note_write (&test, note, "First.");
  g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 1);
  cab_test_note_write (&test, note, "First. ");
  cab_test_note_write (&test, note, "First.");
  g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 3);

  g_assert_true (cab_note_dup_text (test.practice, note, &text, &error));
  g_assert_cmpstr (text, ==, "First.");
  version = cab_test_note_load_version (&test, note, 3);
  g_assert_cmpstr (cab_record_get_text (note, family->current_version), ==,
                   cab_record_get_id (version));
  g_assert_cmpstr (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON)), ==,
                   "2026-03-02T09:00");
  cab_test_note_verify (&test, note);

  g_assert_false (cab_note_write (test.practice, note, "", CAB_CUT_BECAUSE_IDLE, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 3);
}

/* [M-37] the digest is SHA-512 over the canonical form, made here by hand */
static void
test_canonical_form (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *previous = NULL;

  cab_test_note_write (&test, note, "Grüße,\nline two");
  cab_test_note_write (&test, note, "Second");

  for (guint number = 1; number <= 2; number++)
    {
      g_autoptr (CabRecord) version = cab_test_note_load_version (&test, note, number);
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
  const CabTestNoteFamily *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, family);
  g_autoptr (CabRecord) version = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (GError) error = NULL;
  CabFilter filter = CAB_FILTER_ALL;
  CabRecord *signature;

  g_assert_false (cab_note_sign (test.practice, note, CAB_TEST_STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  cab_test_note_write (&test, note, " \n\t");
  g_assert_false (cab_note_sign (test.practice, note, CAB_TEST_STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpstr (cab_record_get_text (note, family->state), ==, "draft");

  cab_test_note_write (&test, note, "Said and heard.");
  cab_test_note_sign (&test, note);
  g_assert_cmpstr (cab_record_get_text (note, family->state), ==, "signed");
  g_assert_cmpint (cab_test_practice_count_audit (&test, "sign"), ==, 1);
  cab_test_note_verify (&test, note);

  version = cab_test_note_load_version (&test, note, 2);
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

  g_assert_false (cab_note_sign (test.practice, note, CAB_TEST_STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_DUPLICATE);
}

/* [M-38] a note that was moved gets a version with its new time before it is signed */
static void
test_sign_moved (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);
  g_autoptr (CabRecord) version = NULL;

  cab_test_note_write (&test, note, "Text");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-01T18:00");
  cab_test_assert_saves (&test, note);
  g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 1);
  cab_test_note_sign (&test, note);

  g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 2);
  g_assert_cmpint (get_cut_because (&test, note, 2), ==, CAB_CUT_BECAUSE_SIGN);
  version = cab_test_note_load_version (&test, note, 2);
  g_assert_cmpstr (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON)), ==,
                   "2026-03-01T18:00");

  /* Afterwards the note may move, what is signed does not. */
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-02-27T18:00");
  cab_test_assert_saves (&test, note);
  g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 2);
  cab_test_note_verify (&test, note);
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

  for (guint f = 0; f < CAB_TEST_NOTE_N_FAMILIES; f++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_auto (CabTestPractice) test = cab_test_practice_new ();
        g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[f]);
        g_autoptr (GError) error = NULL;
        gboolean opened;

        g_test_message ("%s, %s", cab_test_note_families[f].name, cases[i].name);
        set_unlock_policy (&test, cases[i].policy, cases[i].hours);
        cab_test_note_write (&test, note, "Signed text");
        cab_test_note_sign (&test, note);
        cab_clock_advance (test.clock, cases[i].after_minutes * 60 * 1000);

        g_assert_cmpint (cab_note_check_unlocked (test.practice, note, NULL), ==, cases[i].opens);
        /* The same text is no change, so it needs no unlocking. */
        cab_test_note_write (&test, note, "Signed text");
        opened
            = cab_note_write (test.practice, note, "Another text", CAB_CUT_BECAUSE_LEAVE, &error);
        g_assert_cmpint (opened, ==, cases[i].opens);
        if (!opened)
          {
            g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
            g_assert_cmpstr (cab_record_get_text (note, cab_test_note_families[f].state), ==,
                             "signed");
            g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 1);
            cab_test_note_verify (&test, note);
            continue;
          }

        g_assert_cmpstr (cab_record_get_text (note, cab_test_note_families[f].state), ==, "draft");
        g_assert_cmpint (get_cut_because (&test, note, 2), ==, CAB_CUT_BECAUSE_UNLOCK);
        cab_test_note_verify (&test, note);
        cab_test_note_sign (&test, note);
        g_assert_cmpstr (cab_record_get_text (note, cab_test_note_families[f].state), ==, "signed");
        cab_test_note_verify (&test, note);
      }
}

/* [M-38] no form makes a note signed, and none takes a signature back */
static void
test_state_is_not_typed (gconstpointer data)
{
  const CabTestNoteFamily *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, family);
  g_autoptr (CabRecord) other = cab_test_note_new (&test, family);

  cab_record_set_code (note, family->state, CAB_NOTE_STATE_SIGNED);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
  cab_record_set_code (note, family->state, CAB_NOTE_STATE_DRAFT);
  cab_test_note_write (&test, note, "Text");
  cab_test_note_write (&test, other, "Other");
  cab_record_set_text (note, family->current_version,
                       cab_record_get_text (other, family->current_version));
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
  cab_record_set_value (note, family->current_version,
                        cab_record_get_loaded (note, family->current_version));

  cab_test_note_sign (&test, note);
  cab_record_set_code (note, family->state, CAB_NOTE_STATE_DRAFT);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
}

/* [M-8], [M-36] trash while never signed; signed and unlocked again is not never */
static void
test_trash (gconstpointer data)
{
  const CabTestNoteFamily *family = data;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, family);
  g_autoptr (GError) error = NULL;

  cab_test_note_write (&test, note, "Text");
  g_assert_true (cab_practice_trash (test.practice, note, &error));
  g_assert_no_error (error);
  g_assert_false (cab_note_write (test.practice, note, "More", CAB_CUT_BECAUSE_LEAVE, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  g_assert_false (cab_note_sign (test.practice, note, CAB_TEST_STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  g_assert_true (cab_practice_restore (test.practice, note, &error));

  set_unlock_policy (&test, CAB_UNLOCK_POLICY_ALWAYS, 0);
  cab_test_note_sign (&test, note);
  g_assert_false (cab_practice_trash (test.practice, note, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_assert_cmpstr (error->message, ==, family->note->trash_refusal);
  g_clear_error (&error);
  cab_test_note_write (&test, note, "Unlocked");
  g_assert_false (cab_practice_trash (test.practice, note, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
}

/* [M-36] a collateral note says who was spoken with */
static void
test_collateral (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);

  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_COLLATERAL);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID,
                           "Note, with: a collateral note says who was spoken with.");
}

/* [M-40] a process note and its versions are never less than that */
static void
test_process_note_stays_one (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[1]);
  g_autoptr (CabRecord) version = NULL;

  cab_test_note_write (&test, note, "Thought afterwards");
  version = cab_test_note_load_version (&test, note, 1);
  g_assert_cmpint (cab_record_get_code (note, CAB_SYSTEM_SENSITIVITY), ==,
                   CAB_SENSITIVITY_PROCESS_NOTE);
  g_assert_cmpint (cab_record_get_code (version, CAB_SYSTEM_SENSITIVITY), ==,
                   CAB_SENSITIVITY_PROCESS_NOTE);

  cab_record_set_code (note, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_NORMAL);
  cab_test_assert_refuses (&test, note, CAB_MODEL_ERROR_INVALID, "…");
  cab_record_set_code (version, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_NORMAL);
  cab_test_assert_refuses (&test, version, CAB_MODEL_ERROR_INVALID, "…");
}

/* [M-7], style.md 3.4: an act that fails changes neither the file nor the record */
static void
test_failed_act_changes_nothing (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);
  g_autoptr (CabRecord) stale = NULL;
  g_autoptr (CabRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_note_write (&test, note, "One");
  stale = cab_record_dup (note);
  cab_test_note_write (&test, note, "Two");

  /* Another window wrote meanwhile: the version is cut and then taken back. */
  before = cab_record_dup (stale);
  g_assert_false (cab_note_write (test.practice, stale, "Three", CAB_CUT_BECAUSE_LEAVE, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_CONFLICT);
  g_assert_cmpuint (cab_test_note_count_versions (&test, note), ==, 2);
  for (guint i = 0; i < cab_kind_get_n_fields (&cab_note_kind); i++)
    g_assert_true (
        cab_value_equal (cab_record_get_value (stale, i), cab_record_get_value (before, i)));
  g_assert_false (cab_record_has_changes (stale));
  cab_test_note_verify (&test, note);
}

/* [W-78] white space is no text to sign, whatever kind of space it is */
static void
test_text_to_sign (void)
{
  static const struct
  {
    const char *text;
    gboolean is_text;
  } cases[] = {
    { NULL, FALSE }, { "", FALSE }, { " \n\t\u00a0\u2003", FALSE }, { " x", TRUE }, { "é", TRUE },
  };
  g_autoptr (CabRecord) note = cab_record_new (&cab_note_kind);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cab_note_check_text (note, cases[i].text, &error), ==, cases[i].is_text);
      if (!cases[i].is_text)
        {
          g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
          g_assert_cmpstr (error->message, ==, "Note: there is no text to sign.");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < CAB_TEST_NOTE_N_FAMILIES; i++)
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
          g_autofree char *path = g_strdup_printf (
              "/model/%s/%s", cab_test_note_families[i].note->name, tests[t].name);

          g_test_add_data_func (path, &cab_test_note_families[i], tests[t].func);
        }
    }

  g_test_add_func ("/model/note/digest-covers-the-canonical-form", test_canonical_form);
  g_test_add_func ("/model/note/sign-takes-the-new-time", test_sign_moved);
  g_test_add_func ("/model/note/space-is-no-text-to-sign", test_text_to_sign);
  g_test_add_func ("/model/note/unlock-policy-decides", test_unlock);
  g_test_add_func ("/model/note/collateral-names-the-contact", test_collateral);
  g_test_add_func ("/model/process-note/stays-one", test_process_note_stays_one);
  g_test_add_func ("/model/note/failed-act-changes-nothing", test_failed_act_changes_nothing);

  return g_test_run ();
}
