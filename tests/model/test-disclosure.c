/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-disclosure.h"

#include "cab-client.h"
#include "cab-consent.h"
#include "cab-model-error.h"
#include "cab-policy-text.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)

static CabRecord *
new_disclosure (CabRecord *client, const char *direction, const char *ground)
{
  CabRecord *disclosure = cab_record_new (&cab_disclosure_kind);

  cab_record_set_text (disclosure, OWN (CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (disclosure, OWN (DIRECTION_KIND), direction);
  cab_record_set_text (disclosure, OWN (RECIPIENT_NAME), "Park Surgery");
  cab_record_set_text (disclosure, OWN (WHAT), "Letter of 1 March");
  cab_record_set_text (disclosure, OWN (PURPOSE_TEXT), "Asked for by the client");
  cab_record_set_text (disclosure, OWN (GROUND), ground);
  cab_record_set_text (disclosure, OWN (CHANNEL), "post");
  cab_record_set_text (disclosure, OWN (ENCRYPTION), "paper");

  return disclosure;
}

/* [M-55] kept on the ground of law, at the moment it is written */
static void
test_saved (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) disclosure = new_disclosure (client, "to-subject", "subject-request");

  cab_test_assert_saves (&test, disclosure);
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (DISCLOSED_AT)), ==,
                   "2026-03-02T10:00:00Z");
  g_assert_cmpstr (cab_record_get_text (disclosure, CAB_SYSTEM_BASIS6), ==, "legal-obligation");
  g_assert_cmpstr (cab_record_get_text (disclosure, CAB_SYSTEM_ORIGIN), ==, "observed");
}

/* [M-55], [M-20] what a disclosure may not be */
static void
test_refusals (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Cy");
  g_autoptr (CabRecord) consented = new_disclosure (client, "to-third-party", "consent");
  g_autoptr (CabRecord) nobody = new_disclosure (client, "to-subject", "subject-request");
  g_autoptr (CabRecord) later = new_disclosure (client, "to-subject", "subject-request");
  g_autoptr (CabRecord) wrong = new_disclosure (client, "to-subject", "subject-request");
  g_autoptr (CabRecord) correction = new_disclosure (other, "to-subject", "subject-request");

  cab_test_assert_refuses (&test, consented, CAB_MODEL_ERROR_GATE,
                           "Disclosure, consent: name the consent on which this goes out.");

  cab_record_set_none (nobody, OWN (CLIENT_ID));
  cab_test_assert_refuses (
      &test, nobody, CAB_MODEL_ERROR_INVALID,
      "Disclosure, client: a disclosure is about one client, or what is left of one.");

  cab_record_set_text (later, OWN (DISCLOSED_AT), "2026-03-02T10:00:01Z");
  cab_test_assert_refuses (&test, later, CAB_MODEL_ERROR_INVALID,
                           "Disclosure, when: this is still to come.");

  cab_test_assert_saves (&test, wrong);
  cab_record_set_text (correction, OWN (CORRECTS_ID), cab_record_get_id (wrong));
  cab_test_assert_refuses (
      &test, correction, CAB_MODEL_ERROR_INVALID,
      "Disclosure, corrects: the disclosure to be corrected is another client's.");
}

/* [M-55], [M-9] a mistake gets a row that corrects it; the row itself stays */
static void
test_immutable (void)
{
  static const char *const attacks[] = {
    "UPDATE disclosure SET recipient_name = 'x'",
    "UPDATE disclosure SET output_digest = NULL, what = 'x'",
    "UPDATE disclosure SET trashed_at = '2026-03-02T10:00:00Z'",
    "UPDATE disclosure SET created_at = '2026-03-01T10:00:00Z'",
    "DELETE FROM disclosure",
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) wrong = new_disclosure (client, "to-subject", "subject-request");
  g_autoptr (CabRecord) correction = new_disclosure (client, "to-subject", "subject-request");
  g_autoptr (GError) error = NULL;

  cab_test_assert_saves (&test, wrong);
  cab_record_set_text (wrong, OWN (RECIPIENT_NAME), "Somebody else");
  cab_test_assert_refuses (
      &test, wrong, CAB_MODEL_ERROR_IMMUTABLE,
      "Disclosure, recipient: this record is kept as it is and cannot be changed.");
  cab_record_set_text (wrong, OWN (RECIPIENT_NAME), "Park Surgery");
  g_assert_false (cab_practice_trash (test.practice, wrong, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);

  cab_record_set_text (correction, OWN (CORRECTS_ID), cab_record_get_id (wrong));
  cab_test_assert_saves (&test, correction);

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_test_message ("%s", attacks[i]);
      g_assert_cmpint (cab_test_practice_attack (&test, attacks[i]), ==, CAB_REFUSAL_TRIGGER);
    }

  cab_record_set_text (wrong, CAB_SYSTEM_SENSITIVITY, "third-party");
  cab_test_assert_saves (&test, wrong);
}

/* A consent-text of the practice, published today. */
static CabRecord *
new_text (CabTestPractice *test)
{
  CabRecord *text = cab_record_new (&cab_policy_text_kind);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND), "consent-text");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), "adult");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Letters to the GP");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "We may write to your GP.");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), "share-gp");
  cab_record_set_integer (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER), 1);
  cab_test_assert_saves (test, text);
  cab_policy_text_publish (test->practice, text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* [M-55] on a consent of the same client that holds on the day */
static void
test_consent (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Cy");
  g_autoptr (CabRecord) text = new_text (&test);
  g_autoptr (CabRecord) mine = new_disclosure (client, "to-third-party", "consent");
  g_autoptr (CabRecord) theirs = new_disclosure (other, "to-third-party", "consent");
  g_autoptr (CabRecord) late = new_disclosure (client, "to-third-party", "consent");
  g_autoptr (CabRecord) granted = NULL;
  g_autoptr (CabRecord) withdrawn = NULL;
  g_autoptr (GError) error = NULL;
  CabConsentAnswer answer = { .policy_id = cab_record_get_id (text),
                              .given_by = CAB_GIVEN_BY_CLIENT,
                              .how = CAB_CONSENT_HOW_SIGNED_PAPER };

  granted = cab_consent_grant (test.practice, cab_record_get_id (client), CAB_PURPOSE_SHARE_GP,
                               &answer, &error);
  g_assert_no_error (error);

  cab_record_set_text (mine, OWN (CONSENT_ID), cab_record_get_id (granted));
  cab_test_assert_saves (&test, mine);

  cab_record_set_text (theirs, OWN (CONSENT_ID), cab_record_get_id (granted));
  cab_test_assert_refuses (&test, theirs, CAB_MODEL_ERROR_GATE,
                           "Disclosure, consent: this consent is another client's.");

  withdrawn = cab_consent_withdraw (test.practice, cab_record_get_id (client), CAB_PURPOSE_SHARE_GP,
                                    &answer, &error);
  g_assert_no_error (error);
  cab_record_set_text (late, OWN (CONSENT_ID), cab_record_get_id (granted));
  cab_test_assert_refuses (&test, late, CAB_MODEL_ERROR_GATE,
                           "Disclosure, consent: this consent did not hold on 2026-03-02.");
}

/* [M-19], [B-7] out of a restricted record: to the subject, and where the law,
 * a court, a claim or a life asks */
static void
test_restricted (void)
{
  static const struct
  {
    const char *direction, *ground;
    gboolean goes;
  } cases[] = {
    { "to-subject", "subject-request", TRUE },
    { "to-third-party", "court-order", TRUE },
    { "to-third-party", "law", TRUE },
    { "to-third-party", "legal-claim", TRUE },
    { "to-third-party", "vital-interests", TRUE },
    { "to-third-party", "treatment", FALSE },
    { "to-third-party", "payment", FALSE },
    { "to-third-party", "guardian", FALSE },
    { "to-third-party", "agent", FALSE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (GError) error = NULL;

  cab_client_restrict (test.practice, client, CAB_RESTRICTION_GROUND_ASKED, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) disclosure
          = new_disclosure (client, cases[i].direction, cases[i].ground);

      g_test_message ("%s, %s", cases[i].direction, cases[i].ground);
      if (cases[i].goes)
        cab_test_assert_saves (&test, disclosure);
      else
        cab_test_assert_refuses (&test, disclosure, CAB_MODEL_ERROR_RESTRICTED,
                                 "Disclosure: the client's record is restricted since 2026-03-02. "
                                 "Lift the restriction first.");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure/is-written-at-its-moment", test_saved);
  g_test_add_func ("/disclosure/refuses-what-cannot-be", test_refusals);
  g_test_add_func ("/disclosure/is-corrected-never-changed", test_immutable);
  g_test_add_func ("/disclosure/needs-a-consent-that-holds", test_consent);
  g_test_add_func ("/disclosure/restricted-record-stays-here", test_restricted);

  return g_test_run ();
}
