/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-clock.h"
#include "cab-codes.h"
#include "cab-consent-gate.h"
#include "cab-consent.h"
#include "cab-contact.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

#include <string.h>

#define ALL_PURPOSES                                                                               \
  "guardian-involved marketing mood-share quality-assurance recording remote-session research "    \
  "service-improvement share-family share-gp share-payer share-professional "                      \
  "supervision-identified training transcript transfer treatment-record"

static CabRecord *
publish_text (CabTestPractice *test)
{
  CabRecord *policy = cab_record_new (&cab_policy_text_kind);
  g_autoptr (GError) error = NULL;

  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
                       CAB_POLICY_KIND_CONSENT_TEXT);
  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), CAB_AUDIENCE_ADULT);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Consent");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "May we?");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), ALL_PURPOSES);
  cab_policy_text_publish (test->practice, policy, "2020-01-01", &error);
  g_assert_no_error (error);

  return policy;
}

/* A client whose record is held on consent alone, so that every gate matters */
static CabRecord *
add_client (CabTestPractice *test, const char *given_name, const char *born)
{
  CabRecord *client = cab_record_new (&cab_client_kind);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), given_name);
  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_DATE_OF_BIRTH), born);
  cab_record_set_code (client, CAB_SYSTEM_BASIS6, CAB_BASIS6_CONSENT);
  cab_record_set_code (client, CAB_SYSTEM_BASIS9, CAB_BASIS9_EXPLICIT_CONSENT);
  cab_test_assert_saves (test, client);

  return client;
}

static void
answer_by (CabTestPractice *test,
           CabRecord *client,
           CabPurpose purpose,
           CabConsentAct act,
           const CabConsentAnswer *answer)
{
  g_autoptr (CabRecord) event = NULL;
  g_autoptr (GError) error = NULL;

  cab_clock_advance (test->clock, 1000);
  switch (act)
    {
    case CAB_CONSENT_ACT_GRANT:
      event
          = cab_consent_grant (test->practice, cab_record_get_id (client), purpose, answer, &error);
      break;
    case CAB_CONSENT_ACT_REFUSE:
      event = cab_consent_refuse (test->practice, cab_record_get_id (client), purpose, answer,
                                  &error);
      break;
    case CAB_CONSENT_ACT_WITHDRAW:
      event = cab_consent_withdraw (test->practice, cab_record_get_id (client), purpose, answer,
                                    &error);
      break;
    case CAB_CONSENT_ACT_RENEW:
      event
          = cab_consent_renew (test->practice, cab_record_get_id (client), purpose, answer, &error);
      break;
    }
  g_assert_no_error (error);
}

static CabGateAnswer
look (CabTestPractice *test, CabRecord *client, CabGateAct act, const char *date)
{
  CabGateAnswer answer = CAB_GATE_OPEN;
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_gate_look (test->practice, client, act, date, &answer, &error));
  g_assert_no_error (error);

  return answer;
}

/* [M-95] the sentence names client, purpose and what to do, and the log tells of it */
static void
assert_refused (CabTestPractice *test, CabRecord *client, CabGateAct act, const char *beginning)
{
  gint64 logged = cab_test_practice_count_audit (test, "gate-refused");
  const char *purpose = cab_codes_get_label (
      &cab_purpose_codes, cab_purpose_codes.codes[cab_gate_get_purpose (act)].code);
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_gate_check (test->practice, client, act, NULL, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_GATE);
  g_assert_true (g_str_has_prefix (error->message, beginning));
  g_assert_nonnull (strstr (error->message, "Ada"));
  g_assert_nonnull (strstr (error->message, purpose));
  /* The answer, and then what to do. */
  g_assert_nonnull (strstr (error->message, ". "));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (cab_test_practice_count_audit (test, "gate-refused"), ==, logged + 1);
}

static void
assert_open (CabTestPractice *test, CabRecord *client, CabGateAct act)
{
  guint64 head = cab_vault_get_head_seq (cab_practice_get_vault (test->practice));
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_gate_check (test->practice, client, act, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cab_vault_get_head_seq (cab_practice_get_vault (test->practice)), ==, head);
}

/* [M-95] each gate: never asked, refused, open, withdrawn, open again, expired, renewed */
static void
test_each_gate (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test);
  g_autoptr (CabRecord) client = add_client (&test, "Ada", NULL);
  const CabConsentAnswer plain
      = { .policy_id = cab_record_get_id (policy), .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  const CabConsentAnswer short_lived = { .policy_id = cab_record_get_id (policy),
                                         .how = CAB_CONSENT_HOW_SIGNED_PAPER,
                                         .effective_on = "2026-03-02",
                                         .expires_on = "2026-03-02" };

  for (guint i = 0; i < CAB_N_GATE_ACTS; i++)
    {
      const CabGateAct act = (CabGateAct)i;
      const CabPurpose purpose = cab_gate_get_purpose (act);

      g_test_message ("%s", cab_purpose_codes.codes[purpose].code);
      assert_refused (&test, client, act, "Ada was not asked for consent to “");
      answer_by (&test, client, purpose, CAB_CONSENT_ACT_REFUSE, &plain);
      assert_refused (&test, client, act, "Ada has not consented to “");
      answer_by (&test, client, purpose, CAB_CONSENT_ACT_GRANT, &plain);
      assert_open (&test, client, act);
      answer_by (&test, client, purpose, CAB_CONSENT_ACT_WITHDRAW, &plain);
      assert_refused (&test, client, act, "Ada has withdrawn the consent to “");
      answer_by (&test, client, purpose, CAB_CONSENT_ACT_GRANT, &short_lived);
      assert_open (&test, client, act);
      g_assert_cmpint (look (&test, client, act, "2026-03-03"), ==, CAB_GATE_EXPIRED);
      answer_by (&test, client, purpose, CAB_CONSENT_ACT_RENEW, &plain);
      g_assert_cmpint (look (&test, client, act, "2026-03-03"), ==, CAB_GATE_OPEN);
      g_assert_cmpint (look (&test, client, act, "2026-03-01"), ==, CAB_GATE_NEVER_ASKED);

      /* No gate opens another. */
      for (guint other = i + 1; other < CAB_N_GATE_ACTS; other++)
        g_assert_cmpint (look (&test, client, (CabGateAct)other, NULL), ==, CAB_GATE_NEVER_ASKED);
    }
}

/* [M-95] of another day than today only that day is spoken */
static void
test_another_day (void)
{
  static const struct
  {
    const char *date;
    const char *refusal;
  } cases[] = {
    { NULL, "Ada was not asked for consent to “Recordings of sessions”. …" },
    { "2026-03-02", "Ada was not asked for consent to “Recordings of sessions”. …" },
    { "2026-03-01", "No consent of Ada to “Recordings of sessions” covers 2026-03-01. …" },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_client (&test, "Ada", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          cab_gate_check (test.practice, client, CAB_GATE_RECORDING, cases[i].date, &error));
      cab_test_assert_sentence (error, CAB_MODEL_ERROR_GATE, cases[i].refusal);
    }
}

/* [M-95] one act for each purpose; each says what stops, and only one is soft */
static void
test_table (void)
{
  guint64 seen = 0;

  g_assert_cmpuint (CAB_N_GATE_ACTS, ==, cab_purpose_codes.n_codes);
  for (guint i = 0; i < CAB_N_GATE_ACTS; i++)
    {
      CabPurpose purpose = cab_gate_get_purpose ((CabGateAct)i);
      const char *stops = cab_gate_get_stops (purpose);

      seen |= G_GUINT64_CONSTANT (1) << purpose;
      g_assert_true (g_str_has_suffix (stops, "."));
      g_assert_cmpint (cab_gate_is_soft ((CabGateAct)i), ==, i == CAB_GATE_REMOTE_SESSION);
    }
  g_assert_cmphex (seen, ==, (G_GUINT64_CONSTANT (1) << cab_purpose_codes.n_codes) - 1);
}

/* [M-95] a client becomes active on consent or on another basis of both articles */
static void
test_activate (void)
{
  static const struct
  {
    const char *name;
    CabBasis6 basis6;
    CabBasis9 basis9;
    gboolean opens;
  } cases[] = {
    { "contract and care", CAB_BASIS6_CONTRACT, CAB_BASIS9_HEALTH_CARE, TRUE },
    { "law and public health", CAB_BASIS6_LEGAL_OBLIGATION, CAB_BASIS9_PUBLIC_HEALTH, TRUE },
    { "consent", CAB_BASIS6_CONSENT, CAB_BASIS9_EXPLICIT_CONSENT, FALSE },
    { "contract, but consent for health data", CAB_BASIS6_CONTRACT, CAB_BASIS9_EXPLICIT_CONSENT,
      FALSE },
    { "consent, though care", CAB_BASIS6_CONSENT, CAB_BASIS9_HEALTH_CARE, FALSE },
    { "not decided yet", CAB_BASIS6_NOT_APPLICABLE, CAB_BASIS9_NONE, FALSE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test);
  const CabConsentAnswer answer
      = { .policy_id = cab_record_get_id (policy), .how = CAB_CONSENT_HOW_SIGNED_PAPER };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
      gint64 logged = cab_test_practice_count_audit (&test, "gate-refused");

      g_test_message ("%s", cases[i].name);
      cab_record_set_code (client, CAB_SYSTEM_BASIS6, (int)cases[i].basis6);
      cab_record_set_code (client, CAB_SYSTEM_BASIS9, (int)cases[i].basis9);
      cab_test_assert_saves (&test, client);

      cab_record_set_code (client, CAB_OWN (CAB_CLIENT_FIELD_STATUS), CAB_CLIENT_STATUS_ACTIVE);
      if (cases[i].opens)
        {
          cab_test_assert_saves (&test, client);
          g_assert_cmpint (cab_test_practice_count_audit (&test, "gate-refused"), ==, logged);
          continue;
        }

      /* The act is undone, its refusal stays in the log. */
      cab_test_assert_refuses (&test, client, CAB_MODEL_ERROR_GATE,
                               "Ada was not asked for consent to “Keeping the treatment record”. "
                               "Record the client's consent or another lawful basis first.");
      g_assert_cmpint (cab_test_practice_count_audit (&test, "gate-refused"), ==, logged + 1);
      answer_by (&test, client, CAB_PURPOSE_TREATMENT_RECORD, CAB_CONSENT_ACT_GRANT, &answer);
      cab_test_assert_saves (&test, client);
    }
}

static gboolean
check_and_fail (CabPractice *practice, gpointer data, GError **error)
{
  g_assert_false (cab_gate_check (practice, data, CAB_GATE_RESEARCH, NULL, NULL));
  g_assert_false (cab_gate_check (practice, data, CAB_GATE_TRAINING, NULL, error));
  return FALSE;
}

/* [M-95] what was refused inside a transaction is in the log after its rollback */
static void
test_refusals_outlive_a_rollback (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_client (&test, "Ada", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_practice_transact (test.practice, "try", check_and_fail, client, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_GATE);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "gate-refused"), ==, 2);
}

/* [V-110] a gate holds in a file opened read-only too, where nothing is logged */
static void
test_read_only (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_client (&test, "Ada", NULL);
  g_autoptr (CabRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_practice_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  again = cab_practice_load (test.practice, &cab_client_kind, cab_record_get_id (client), &error);
  g_assert_no_error (error);
  g_assert_false (cab_gate_check (test.practice, again, CAB_GATE_SHARE_GP, NULL, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_GATE);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "gate-refused"), ==, 0);
}

static CabRecord *
add_guardian (CabTestPractice *test, CabRecord *client)
{
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);
  CabRecord *link = cab_record_new (&cab_client_contact_kind);

  cab_record_set_code (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), 0);
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_FAMILY_NAME), "Parent");
  cab_test_assert_saves (test, contact);
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CLIENT_ID),
                       cab_record_get_id (client));
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID),
                       cab_record_get_id (contact));
  cab_record_set_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ROLE), CAB_CONTACT_ROLE_GUARDIAN);
  cab_record_set_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_AUTHORITY),
                       CAB_AUTHORITY_LEGAL_GUARDIAN);
  cab_test_assert_saves (test, link);

  return link;
}

/* [M-102], [M-13] what a guardian gave ends on the eighteenth birthday, but for
 * the treatment record; what the young person gave goes on */
static void
test_eighteenth_birthday (void)
{
  static const struct
  {
    const char *born;
    const char *last_day;
    const char *birthday;
  } cases[] = {
    { "2008-06-15", "2026-06-14", "2026-06-15" }, { "2008-06", "2026-06-29", "2026-06-30" },
    { "2008", "2026-12-30", "2026-12-31" },       { "2012-02-29", "2030-02-28", "2030-03-01" },
    { "2012-02", "2030-02-28", "2030-03-01" },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = add_client (&test, "Ada", cases[i].born);
      g_autoptr (CabRecord) link = add_guardian (&test, client);
      const CabConsentAnswer by_guardian = { .policy_id = cab_record_get_id (policy),
                                             .given_by = CAB_GIVEN_BY_GUARDIAN,
                                             .given_by_contact_id = cab_record_get_id (link),
                                             .authority_seen = "Court order",
                                             .how = CAB_CONSENT_HOW_SIGNED_PAPER };
      const CabConsentAnswer by_client
          = { .policy_id = cab_record_get_id (policy), .how = CAB_CONSENT_HOW_SIGNED_PAPER };
      CabConsentState state = CAB_CONSENT_STATE_NEVER_ASKED;

      g_test_message ("born %s", cases[i].born);
      answer_by (&test, client, CAB_PURPOSE_RECORDING, CAB_CONSENT_ACT_GRANT, &by_guardian);
      answer_by (&test, client, CAB_PURPOSE_TREATMENT_RECORD, CAB_CONSENT_ACT_GRANT, &by_guardian);
      cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_COMPETENCE_NOTE), "Judged competent");
      cab_test_assert_saves (&test, client);
      answer_by (&test, client, CAB_PURPOSE_MOOD_SHARE, CAB_CONSENT_ACT_GRANT, &by_client);

      g_assert_cmpint (look (&test, client, CAB_GATE_RECORDING, cases[i].last_day), ==,
                       CAB_GATE_OPEN);
      g_assert_cmpint (look (&test, client, CAB_GATE_RECORDING, cases[i].birthday), ==,
                       CAB_GATE_CAME_OF_AGE);
      g_assert_cmpint (look (&test, client, CAB_GATE_ACTIVATE, cases[i].birthday), ==,
                       CAB_GATE_OPEN);
      g_assert_cmpint (look (&test, client, CAB_GATE_MOOD_SHARE, cases[i].birthday), ==,
                       CAB_GATE_OPEN);

      /* The history still says what was given. */
      g_assert_true (cab_consent_get_state (test.practice, cab_record_get_id (client),
                                            CAB_PURPOSE_RECORDING, cases[i].birthday, &state,
                                            NULL));
      g_assert_cmpint (state, ==, CAB_CONSENT_STATE_ACTIVE);
    }
}

/* [M-102] a legal guardian of a grown-up is no parent whose authority ended */
static void
test_guardian_of_an_adult (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test);
  g_autoptr (CabRecord) client = add_client (&test, "Ada", "1980-01-01");
  g_autoptr (CabRecord) link = add_guardian (&test, client);
  const CabConsentAnswer answer = { .policy_id = cab_record_get_id (policy),
                                    .given_by = CAB_GIVEN_BY_GUARDIAN,
                                    .given_by_contact_id = cab_record_get_id (link),
                                    .authority_seen = "Court order",
                                    .how = CAB_CONSENT_HOW_SIGNED_PAPER };

  answer_by (&test, client, CAB_PURPOSE_RECORDING, CAB_CONSENT_ACT_GRANT, &answer);
  assert_open (&test, client, CAB_GATE_RECORDING);
}

typedef struct
{
  CabRecord *clinician;
  CabRecord *policy;
  CabRecord *consent;
  CabRecord *event;
} Foreign;

static gboolean
store_foreign (CabPractice *practice, gpointer data, GError **error)
{
  Foreign *foreign = data;

  return cab_practice_store_as_is (practice, foreign->clinician, error)
         && cab_practice_store_as_is (practice, foreign->policy, error)
         && cab_practice_store_as_is (practice, foreign->consent, error)
         && cab_practice_store_as_is (practice, foreign->event, error)
         && cab_practice_audit_act (practice, "import", NULL, NULL, NULL, error);
}

/* A copy as it comes in a bundle: the same values, not stored yet. */
static CabRecord *
copy_foreign (CabTestPractice *test, CabRecord *record, const char *author)
{
  CabRecord *copy = cab_record_new (cab_record_get_kind (record));
  g_autofree char *id = cab_practice_dup_new_id (test->practice);

  for (guint i = 0; i < cab_kind_get_n_fields (cab_record_get_kind (record)); i++)
    cab_record_set_value (copy, i, cab_record_get_value (record, i));
  cab_record_set_text (copy, CAB_SYSTEM_ID, id);
  cab_record_set_text (copy, CAB_SYSTEM_BUNDLE, "0123abcd");
  cab_record_set_text (copy, CAB_SYSTEM_CREATED_BY, author);
  cab_record_set_text (copy, CAB_SYSTEM_MODIFIED_BY, author);

  return copy;
}

static CabRecord *
load_owner (CabTestPractice *test)
{
  g_autoptr (GError) error = NULL;
  CabRecord *owner = cab_practice_load (test->practice, &cab_clinician_kind,
                                        cab_practice_get_owner_id (test->practice), &error);

  g_assert_no_error (error);
  return owner;
}

/* A clinician of another practice, her text, and Ada's consent to it */
static void
import_consent (CabTestPractice *test, CabRecord *policy, CabRecord *model, CabRecord *client)
{
  g_autoptr (CabRecord) owner = load_owner (test);
  g_autoptr (CabRecord) clinician = copy_foreign (test, owner, NULL);
  const char *author = cab_record_get_id (clinician);
  g_autoptr (CabRecord) text = copy_foreign (test, policy, author);
  g_autoptr (CabRecord) consent = cab_record_new (&cab_consent_kind);
  g_autoptr (CabRecord) event = copy_foreign (test, model, author);
  Foreign foreign = { clinician, text, consent, event };
  g_autofree char *id = cab_practice_dup_new_id (test->practice);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (clinician, CAB_SYSTEM_CREATED_BY, author);
  cab_record_set_text (clinician, CAB_SYSTEM_MODIFIED_BY, author);
  for (guint i = 0; i < CAB_N_SYSTEM_FIELDS; i++)
    cab_record_set_value (consent, i, cab_record_get_value (event, i));
  cab_record_set_text (consent, CAB_SYSTEM_ID, id);
  cab_record_set_text (consent, CAB_OWN (CAB_CONSENT_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_code (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE), CAB_PURPOSE_RECORDING);
  cab_record_set_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_CONSENT_ID), id);
  cab_record_set_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_POLICY_ID),
                       cab_record_get_id (text));

  cab_practice_transact (test->practice, "import", store_foreign, &foreign, &error);
  g_assert_no_error (error);
}

/* [B-75] consent to another practice's words is history here and opens nothing */
static void
test_foreign (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test);
  g_autoptr (CabRecord) other = add_client (&test, "Ben", NULL);
  g_autoptr (CabRecord) client = add_client (&test, "Ada", NULL);
  const CabConsentAnswer answer
      = { .policy_id = cab_record_get_id (policy), .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  g_autoptr (CabRecord) model = NULL;
  CabConsentState state = CAB_CONSENT_STATE_NEVER_ASKED;
  g_autoptr (GError) error = NULL;

  model = cab_consent_grant (test.practice, cab_record_get_id (other), CAB_PURPOSE_RECORDING,
                             &answer, &error);
  g_assert_no_error (error);
  import_consent (&test, policy, model, client);

  g_assert_true (cab_consent_get_state (test.practice, cab_record_get_id (client),
                                        CAB_PURPOSE_RECORDING, NULL, &state, &error));
  g_assert_cmpint (state, ==, CAB_CONSENT_STATE_ACTIVE);
  g_assert_cmpint (look (&test, client, CAB_GATE_RECORDING, NULL), ==, CAB_GATE_FOREIGN);
  assert_refused (&test, client, CAB_GATE_RECORDING, "Ada gave the consent to “");

  /* Asked here, it counts; taken back, it is taken back. */
  answer_by (&test, client, CAB_PURPOSE_RECORDING, CAB_CONSENT_ACT_GRANT, &answer);
  assert_open (&test, client, CAB_GATE_RECORDING);
  answer_by (&test, client, CAB_PURPOSE_RECORDING, CAB_CONSENT_ACT_WITHDRAW, &answer);
  assert_refused (&test, client, CAB_GATE_RECORDING, "Ada has withdrawn");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/consent-gate/each-by-its-own-consent", test_each_gate);
  g_test_add_func ("/model/consent-gate/another-day", test_another_day);
  g_test_add_func ("/model/consent-gate/one-act-for-each-purpose", test_table);
  g_test_add_func ("/model/consent-gate/activation-on-another-basis", test_activate);
  g_test_add_func ("/model/consent-gate/refusals-outlive-a-rollback",
                   test_refusals_outlive_a_rollback);
  g_test_add_func ("/model/consent-gate/holds-in-a-read-only-file", test_read_only);
  g_test_add_func ("/model/consent-gate/eighteenth-birthday", test_eighteenth_birthday);
  g_test_add_func ("/model/consent-gate/guardian-of-an-adult", test_guardian_of_an_adult);
  g_test_add_func ("/model/consent-gate/another-practice-opens-nothing", test_foreign);

  return g_test_run ();
}
