/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-clock.h"
#include "cab-model-error.h"
#include "cab-policy-text.h"
#include "cab-test-practice.h"

#include <string.h>

static CabRecord *
new_text (CabPolicyKind kind, CabAudience audience, const char *purposes)
{
  CabRecord *policy = cab_record_new (&cab_policy_text_kind);

  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND), (int)kind);
  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), (int)audience);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Recordings");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "We may record.\nOr not.");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), purposes);

  return policy;
}

static CabRecord *
new_consent_text (void)
{
  return new_text (CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_ADULT, "recording transcript");
}

static void
publish (CabTestPractice *test, CabRecord *policy, const char *from)
{
  g_autoptr (GError) error = NULL;

  cab_policy_text_publish (test->practice, policy, from, &error);
  g_assert_no_error (error);
}

static gint64
get_number (CabRecord *policy)
{
  gint64 number = 0;

  cab_record_get_integer (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER), &number);
  return number;
}

/* [M-50] publishing sets time, beginning and digest over what a person reads */
static void
test_publish (void)
{
  static const char *const read[]
      = { "consent-text",        "adult", "en", "Recordings", "We may record.\nOr not.", "1",
          "recording transcript" };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = new_consent_text ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *digest = NULL;

  publish (&test, policy, NULL);
  g_assert_cmpstr (cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT)), ==,
                   "2026-03-02T10:00:00Z");
  g_assert_cmpstr (cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM)), ==,
                   CAB_TEST_PRACTICE_TODAY);
  g_assert_true (cab_record_is_none (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID)));

  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      const guint8 prefix[4] = { (guint8)strlen (read[i]), 0, 0, 0 };

      g_byte_array_append (bytes, prefix, sizeof prefix);
      g_byte_array_append (bytes, (const guint8 *)read[i], (guint)strlen (read[i]));
    }
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA512, bytes->data, bytes->len);
  g_assert_cmpstr (cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST)), ==,
                   digest);
}

/* [M-50] a published text replaces the newest of its series, and no other */
static void
test_series (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) first = new_consent_text ();
  g_autoptr (CabRecord) second = new_consent_text ();
  g_autoptr (CabRecord) third = new_consent_text ();
  g_autoptr (CabRecord) young
      = new_text (CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_YOUNG_PERSON, "recording transcript");
  g_autoptr (CabRecord) other
      = new_text (CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_ADULT, "research");
  g_autoptr (CabRecord) low = new_consent_text ();
  g_autoptr (GError) error = NULL;

  publish (&test, first, NULL);
  publish (&test, second, NULL);
  publish (&test, young, NULL);
  publish (&test, other, NULL);
  publish (&test, third, NULL);

  g_assert_cmpint (get_number (first), ==, 1);
  g_assert_cmpint (get_number (second), ==, 2);
  g_assert_cmpint (get_number (third), ==, 3);
  g_assert_cmpstr (cab_record_get_text (third, CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID)), ==,
                   cab_record_get_id (second));
  g_assert_cmpint (get_number (young), ==, 1);
  g_assert_true (cab_record_is_none (young, CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID)));
  g_assert_true (cab_record_is_none (other, CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID)));

  cab_record_set_integer (low, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER), 3);
  g_assert_false (cab_policy_text_publish (test.practice, low, NULL, &error));
  cab_test_assert_sentence (
      error, CAB_MODEL_ERROR_INVALID,
      "Policy text, version: version 3 is not above version 3, which it replaces.");
  g_assert_false (cab_record_is_stored (low));
  g_assert_true (cab_record_is_none (low, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT)));
}

/* [M-50] which text is in force on a day */
static void
test_current (void)
{
  static const struct
  {
    const char *on;
    gint64 number;
  } cases[] = {
    { "2024-12-31", 0 }, { "2025-01-01", 1 }, { "2026-03-01", 1 },
    { "2026-03-02", 2 }, { "2026-12-31", 2 }, { "2027-01-01", 3 },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const char *const beginnings[] = { "2025-01-01", NULL, "2027-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (CabRecord) policy = new_consent_text ();

      publish (&test, policy, beginnings[i]);
    }
  {
    g_autoptr (CabRecord) draft = new_consent_text ();

    cab_test_assert_saves (&test, draft);
  }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) found = NULL;
      g_autoptr (CabRecord) none = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].on);
      g_assert_true (cab_policy_text_find_current (test.practice, CAB_POLICY_KIND_CONSENT_TEXT,
                                                   CAB_AUDIENCE_ADULT, "en", "recording",
                                                   cases[i].on, &found, &error));
      g_assert_cmpint (found == NULL ? 0 : get_number (found), ==, cases[i].number);
      g_assert_true (cab_policy_text_find_current (test.practice, CAB_POLICY_KIND_CONSENT_TEXT,
                                                   CAB_AUDIENCE_ADULT, "en", "research",
                                                   cases[i].on, &none, &error));
      g_assert_null (none);
    }
}

/* [M-9], [M-50] a draft is edited and thrown away; a published text is neither */
static void
test_immutable (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    CabRefusal refusal;
  } attacks[] = {
    { "words", "UPDATE policy_text SET body = 'forged' WHERE published_at IS NOT NULL",
      CAB_REFUSAL_TRIGGER },
    { "unpublishing", "UPDATE policy_text SET published_at = NULL WHERE published_at IS NOT NULL",
      CAB_REFUSAL_TRIGGER },
    { "beginning",
      "UPDATE policy_text SET effective_from = '2020-01-01'"
      " WHERE published_at IS NOT NULL",
      CAB_REFUSAL_TRIGGER },
    { "trash",
      "UPDATE policy_text SET trashed_at = '2026-03-02T10:00:00Z'"
      " WHERE published_at IS NOT NULL",
      CAB_REFUSAL_TRIGGER },
    { "away", "DELETE FROM policy_text WHERE published_at IS NOT NULL", CAB_REFUSAL_TRIGGER },
    { "words of a draft", "UPDATE policy_text SET body = 'better' WHERE published_at IS NULL",
      CAB_REFUSAL_NONE },
    { "a draft away", "DELETE FROM policy_text WHERE published_at IS NULL", CAB_REFUSAL_NONE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = new_consent_text ();
  g_autoptr (CabRecord) draft = new_consent_text ();
  g_autoptr (GError) error = NULL;

  cab_test_assert_saves (&test, policy);
  cab_test_assert_saves (&test, draft);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "Better words");
  cab_test_assert_saves (&test, policy);
  g_assert_true (cab_practice_trash (test.practice, policy, &error));
  g_assert_false (cab_policy_text_publish (test.practice, policy, NULL, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  g_assert_true (cab_practice_restore (test.practice, policy, &error));
  publish (&test, policy, NULL);

  g_assert_false (cab_policy_text_publish (test.practice, policy, NULL, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_clear_error (&error);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "Worse words");
  cab_test_assert_refuses (&test, policy, CAB_MODEL_ERROR_IMMUTABLE, "Policy text, text: …");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "Better words");
  g_assert_false (cab_practice_trash (test.practice, policy, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_assert_cmpstr (error->message, ==, cab_policy_text_kind.trash_refusal);

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_test_message ("%s", attacks[i].name);
      g_assert_cmpint (cab_test_practice_attack (&test, attacks[i].sql), ==, attacks[i].refusal);
    }
}

/* [M-50] what publishing sets is not typed; a consent text names its purposes */
static void
test_checks (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) nameless
      = new_text (CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_ADULT, NULL);
  g_autoptr (CabRecord) procedure
      = new_text (CAB_POLICY_KIND_COMPLAINT_PROCEDURE, CAB_AUDIENCE_ADULT, NULL);
  g_autoptr (CabRecord) forged = new_consent_text ();
  g_autofree char *zeros = g_strnfill (128, '0');

  cab_test_assert_refuses (&test, nameless, CAB_MODEL_ERROR_INVALID,
                           "Policy text, purposes: say what the text asks consent for.");
  publish (&test, procedure, NULL);

  cab_record_set_text (forged, CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST), zeros);
  cab_test_assert_refuses (&test, forged, CAB_MODEL_ERROR_INVALID, "Policy text, digest: …");
  cab_record_set_text (forged, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT),
                       "2026-03-02T10:00:00Z");
  cab_test_assert_refuses (&test, forged, CAB_MODEL_ERROR_INVALID,
                           "Policy text, effective from: …");
  cab_record_set_text (forged, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM), "2026-03-02");
  cab_test_assert_refuses (&test, forged, CAB_MODEL_ERROR_INVALID,
                           "Policy text, digest: this is not the digest of the text.");
}

/* [W-37], [W-96] whether people can agree to anything: a draft does not count */
static void
test_has_published (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) text = new_consent_text ();
  g_autoptr (CabRecord) notice
      = new_text (CAB_POLICY_KIND_PRIVACY_NOTICE, CAB_AUDIENCE_ADULT, NULL);
  g_autoptr (GError) error = NULL;
  gboolean found = TRUE;

  cab_test_assert_saves (&test, text);
  publish (&test, notice, NULL);
  g_assert_true (
      cab_policy_text_has_published (test.practice, CAB_POLICY_KIND_CONSENT_TEXT, &found, &error));
  g_assert_false (found);
  publish (&test, text, NULL);
  g_assert_true (
      cab_policy_text_has_published (test.practice, CAB_POLICY_KIND_CONSENT_TEXT, &found, &error));
  g_assert_true (found);
}

/* [M-50], [W-96] the next version begins as a draft with the words of the last, and once */
static void
test_revise (void)
{
  static const guint kept[] = {
    CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND), CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE),
    CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE),    CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE),
    CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY),        CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES),
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) first = new_consent_text ();
  g_autoptr (CabRecord) other
      = new_text (CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_ADULT, "research");
  g_autoptr (CabRecord) draft = NULL;
  g_autoptr (CabRecord) again = NULL;
  g_autoptr (CabRecord) later = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_assert_saves (&test, other);
  g_assert_null (cab_policy_text_revise (test.practice, other, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID,
                            "Policy text: it is a draft, and can be changed as it is.");
  g_clear_error (&error);

  publish (&test, first, "2025-01-01");
  draft = cab_policy_text_revise (test.practice, first, &error);
  g_assert_no_error (error);
  g_assert_true (cab_record_is_stored (draft));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_true (cab_value_equal (cab_record_get_value (draft, kept[i]),
                                    cab_record_get_value (first, kept[i])));
  g_assert_cmpint (get_number (draft), ==, 2);
  g_assert_true (cab_record_is_none (draft, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT)));
  g_assert_true (cab_record_is_none (draft, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM)));

  again = cab_policy_text_revise (test.practice, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cab_record_get_id (again), ==, cab_record_get_id (draft));

  publish (&test, again, NULL);
  g_assert_cmpstr (cab_record_get_text (again, CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID)), ==,
                   cab_record_get_id (first));
  later = cab_policy_text_revise (test.practice, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_number (later), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/policy-text/publishing-seals-what-is-read", test_publish);
  g_test_add_func ("/model/policy-text/replaces-the-newest-of-its-series", test_series);
  g_test_add_func ("/model/policy-text/one-is-in-force", test_current);
  g_test_add_func ("/model/policy-text/published-is-immutable", test_immutable);
  g_test_add_func ("/model/policy-text/checks", test_checks);
  g_test_add_func ("/model/policy-text/one-was-published", test_has_published);
  g_test_add_func ("/model/policy-text/next-version-begins-once", test_revise);

  return g_test_run ();
}
