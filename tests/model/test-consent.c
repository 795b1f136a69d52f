/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-clock.h"
#include "cab-consent.h"
#include "cab-contact.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

#include <string.h>

/* Every purpose, as a policy text stores them: sorted. */
#define ALL_PURPOSES                                                                               \
  "guardian-involved marketing mood-share quality-assurance recording remote-session research "    \
  "service-improvement share-family share-gp share-payer share-professional "                      \
  "supervision-identified training transcript transfer treatment-record"

static CabRecord *
new_text (const char *purposes)
{
  CabRecord *policy = cab_record_new (&cab_policy_text_kind);

  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
                       CAB_POLICY_KIND_CONSENT_TEXT);
  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), CAB_AUDIENCE_ADULT);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Consent");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "May we?");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), purposes);

  return policy;
}

static CabRecord *
publish_text (CabTestPractice *test, const char *purposes, const char *from)
{
  CabRecord *policy = new_text (purposes);
  g_autoptr (GError) error = NULL;

  cab_policy_text_publish (test->practice, policy, from, &error);
  g_assert_no_error (error);

  return policy;
}

typedef CabRecord *(*Verb) (CabPractice *practice,
                            const char *client_id,
                            CabPurpose purpose,
                            const CabConsentAnswer *answer,
                            GError **error);

/* In the order of CabConsentAct */
static const Verb verbs[]
    = { cab_consent_grant, cab_consent_refuse, cab_consent_withdraw, cab_consent_renew };

#define N_ACTS ((guint)G_N_ELEMENTS (verbs))

/* What the last answer makes of a consent, written down a second time. */
static const CabConsentState after[] = {
  [CAB_CONSENT_ACT_GRANT] = CAB_CONSENT_STATE_ACTIVE,
  [CAB_CONSENT_ACT_REFUSE] = CAB_CONSENT_STATE_REFUSED,
  [CAB_CONSENT_ACT_WITHDRAW] = CAB_CONSENT_STATE_WITHDRAWN,
  [CAB_CONSENT_ACT_RENEW] = CAB_CONSENT_STATE_ACTIVE,
};

static CabRecord *
new_event (guint act, const char *effective_on, const char *created_at)
{
  CabRecord *event = cab_record_new (&cab_consent_event_kind);

  cab_record_set_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT), (int)act);
  cab_record_set_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON), effective_on);
  cab_record_set_text (event, CAB_SYSTEM_CREATED_AT, created_at);

  return event;
}

typedef void (*OrderFunc) (const guint *acts, guint n, gpointer data);

/* Calls @func with every order of 1 to 4 acts. */
static void
each_order (OrderFunc func, gpointer data)
{
  for (guint n = 1, n_orders = N_ACTS; n <= 4; n++, n_orders *= N_ACTS)
    for (guint order = 0; order < n_orders; order++)
      {
        guint acts[4] = { 0 };

        for (guint i = 0, rest = order; i < n; i++, rest /= N_ACTS)
          acts[i] = rest % N_ACTS;
        func (acts, n, data);
      }
}

static void
add_event (GPtrArray *events, gboolean backwards, CabRecord *event)
{
  g_ptr_array_insert (events, backwards ? 0 : -1, event);
}

/* Written down one after the other on one day, and read from the file in either order */
static void
compute_same_day (const guint *acts, guint n, gpointer data)
{
  for (guint backwards = 0; backwards < 2; backwards++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *at = g_strdup_printf ("2026-03-02T10:00:0%uZ", i);

          add_event (events, backwards, new_event (acts[i], "2026-03-02", at));
        }

      g_assert_cmpint (cab_consent_compute_state (events, "2026-03-01", NULL), ==,
                       CAB_CONSENT_STATE_NEVER_ASKED);
      g_assert_cmpint (cab_consent_compute_state (events, "2026-03-02", NULL), ==,
                       after[acts[n - 1]]);
      g_assert_cmpint (cab_consent_compute_state (events, "2036-03-02", NULL), ==,
                       after[acts[n - 1]]);
    }
}

/* One a day, but written down the other way round, as from an old folder */
static void
compute_by_day (const guint *acts, guint n, gpointer data)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-02-0%u", i + 1);
      g_autofree char *at = g_strdup_printf ("2026-03-02T10:00:0%uZ", 9 - i);

      add_event (events, FALSE, new_event (acts[i], day, at));
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-02-0%u", i + 1);
      CabRecord *deciding = NULL;

      g_assert_cmpint (cab_consent_compute_state (events, day, &deciding), ==, after[acts[i]]);
      g_assert_true (deciding == events->pdata[i]);
    }
}

/* In one second nobody knows the order: what closes wins. */
static void
compute_same_second (const guint *acts, guint n, gpointer data)
{
  gboolean closes = FALSE;

  for (guint backwards = 0; backwards < 2; backwards++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
      CabConsentState state;

      for (guint i = 0; i < n; i++)
        {
          closes = closes || after[acts[i]] != CAB_CONSENT_STATE_ACTIVE;
          add_event (events, backwards, new_event (acts[i], "2026-03-02", "2026-03-02T10:00:00Z"));
        }

      state = cab_consent_compute_state (events, "2026-03-02", NULL);
      g_assert_cmpint (state != CAB_CONSENT_STATE_ACTIVE, ==, closes);
    }
}

/* [M-51], [M-52] the state for every order of up to four events */
static void
test_state (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpint (cab_consent_compute_state (none, "2026-03-02", NULL), ==,
                   CAB_CONSENT_STATE_NEVER_ASKED);
  each_order (compute_same_day, NULL);
  each_order (compute_by_day, NULL);
  each_order (compute_same_second, NULL);
}

/* [M-52] the expiry day is the last that counts; renewing sets it anew */
static void
test_expiry (void)
{
  static const struct
  {
    const char *on;
    CabConsentState state;
  } cases[] = {
    { "2026-01-31", CAB_CONSENT_STATE_NEVER_ASKED }, { "2026-02-01", CAB_CONSENT_STATE_ACTIVE },
    { "2026-02-10", CAB_CONSENT_STATE_ACTIVE },      { "2026-02-11", CAB_CONSENT_STATE_EXPIRED },
    { "2026-02-14", CAB_CONSENT_STATE_EXPIRED },     { "2026-02-15", CAB_CONSENT_STATE_ACTIVE },
    { "2026-02-20", CAB_CONSENT_STATE_ACTIVE },      { "2026-02-21", CAB_CONSENT_STATE_EXPIRED },
    { "2026-02-25", CAB_CONSENT_STATE_ACTIVE },      { "2099-01-01", CAB_CONSENT_STATE_ACTIVE },
  };
  static const struct
  {
    CabConsentAct act;
    const char *on;
    const char *expires_on;
  } given[] = {
    { CAB_CONSENT_ACT_GRANT, "2026-02-01", "2026-02-10" },
    { CAB_CONSENT_ACT_RENEW, "2026-02-15", "2026-02-20" },
    { CAB_CONSENT_ACT_RENEW, "2026-02-25", NULL },
  };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      CabRecord *event = new_event (given[i].act, given[i].on, "2026-03-02T10:00:00Z");

      cab_record_set_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EXPIRES_ON),
                           given[i].expires_on);
      g_ptr_array_add (events, event);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].on);
      g_assert_cmpint (cab_consent_compute_state (events, cases[i].on, NULL), ==, cases[i].state);
    }
}

typedef struct
{
  CabTestPractice *test;
  CabRecord *client;
  guint purpose;
  const char *policy_id;
} Orders;

/* Only what was given can be taken back or go on; the rest is always possible. */
static gboolean
may_follow (CabConsentState state, guint act)
{
  return (act != CAB_CONSENT_ACT_WITHDRAW && act != CAB_CONSENT_ACT_RENEW)
         || state == CAB_CONSENT_STATE_ACTIVE;
}

static void
record_order (const guint *acts, guint n, gpointer data)
{
  Orders *orders = data;
  const CabConsentAnswer answer = { .policy_id = orders->policy_id,
                                    .given_by = CAB_GIVEN_BY_CLIENT,
                                    .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  CabConsentState expected = CAB_CONSENT_STATE_NEVER_ASKED;
  CabConsentState state = CAB_CONSENT_STATE_NEVER_ASKED;
  g_autoptr (GError) error = NULL;

  if (orders->client == NULL || ++orders->purpose == cab_purpose_codes.n_codes)
    {
      g_clear_object (&orders->client);
      orders->client = cab_test_practice_add_client (orders->test, "Ada");
      orders->purpose = 0;
    }

  for (guint i = 0; i < n; i++)
    {
      gboolean may = may_follow (expected, acts[i]);
      g_autoptr (CabRecord) event = NULL;

      cab_clock_advance (orders->test->clock, 1000);
      event = verbs[acts[i]](orders->test->practice, cab_record_get_id (orders->client),
                             (CabPurpose)orders->purpose, &answer, &error);
      g_assert_cmpint (event != NULL, ==, may);
      if (may)
        expected = after[acts[i]];
      else
        g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
      g_clear_error (&error);

      g_assert_true (cab_consent_get_state (orders->test->practice,
                                            cab_record_get_id (orders->client),
                                            (CabPurpose)orders->purpose, NULL, &state, &error));
      g_assert_cmpint (state, ==, expected);
    }
}

static gboolean
record_orders (CabPractice *practice, gpointer data, GError **error)
{
  each_order (record_order, data);
  return TRUE;
}

/* [M-52] every order of up to four answers, in a file; one transaction for speed */
static void
test_orders_in_a_file (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test, ALL_PURPOSES, NULL);
  Orders orders = { &test, NULL, 0, cab_record_get_id (policy) };
  g_autoptr (GError) error = NULL;

  g_assert_true (
      cab_practice_transact (test.practice, "try every order", record_orders, &orders, &error));
  g_assert_no_error (error);
  g_clear_object (&orders.client);
}

/* [M-51] one consent for each client and purpose, however often it is asked for */
static void
test_one_consent (void)
{
  static const CabFilter all = CAB_FILTER_ALL;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test, "recording research", NULL);
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) again = cab_record_new (&cab_consent_kind);
  CabRecord *const clients[] = { ada, ada, ben, ada };
  static const CabPurpose purposes[] = { CAB_PURPOSE_RECORDING, CAB_PURPOSE_RECORDING,
                                         CAB_PURPOSE_RECORDING, CAB_PURPOSE_RESEARCH };
  const CabConsentAnswer answer
      = { .policy_id = cab_record_get_id (policy), .how = CAB_CONSENT_HOW_SIGNED_SCREEN };

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabRecord) event = cab_consent_grant (
          test.practice, cab_record_get_id (clients[i]), purposes[i], &answer, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST)),
                       ==, cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST)));
    }
  g_assert_cmpint (cab_practice_count (test.practice, &cab_consent_kind, &all, NULL), ==, 3);
  g_assert_cmpint (cab_practice_count (test.practice, &cab_consent_event_kind, &all, NULL), ==, 4);

  cab_record_set_text (again, CAB_OWN (CAB_CONSENT_FIELD_CLIENT_ID), cab_record_get_id (ada));
  cab_record_set_code (again, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE), CAB_PURPOSE_RESEARCH);
  cab_test_assert_refuses (
      &test, again, CAB_MODEL_ERROR_DUPLICATE,
      "Consent, purpose: this client has been asked for it. Add an event instead.");
}

/* [M-52] what an answer needs */
static void
test_answers (void)
{
  static const struct
  {
    const char *name;
    CabConsentAct act;
    /* 0 none, 1 published today, 2 draft, 3 begins in 2027, 4 asks for something else */
    guint text;
    const char *effective_on;
    const char *expires_on;
    CabConsentHow how;
    const char *witness;
    const char *note;
    const char *refusal;
  } cases[] = {
    { "signed today", CAB_CONSENT_ACT_GRANT, 1, NULL, NULL, CAB_CONSENT_HOW_SIGNED_PAPER, NULL,
      NULL, NULL },
    { "signed on the day the text began", CAB_CONSENT_ACT_GRANT, 1, "2026-02-01", NULL,
      CAB_CONSENT_HOW_SIGNED_PAPER, NULL, NULL, NULL },
    { "signed before the text began", CAB_CONSENT_ACT_GRANT, 1, "2026-01-31", NULL,
      CAB_CONSENT_HOW_SIGNED_PAPER, NULL, NULL,
      "Consent event, text: this text was not in force on that day." },
    { "signed tomorrow", CAB_CONSENT_ACT_GRANT, 1, "2026-03-03", NULL, CAB_CONSENT_HOW_SIGNED_PAPER,
      NULL, NULL, "Consent event, effective on: this day is in the future." },
    { "without a text", CAB_CONSENT_ACT_GRANT, 0, NULL, NULL, CAB_CONSENT_HOW_SIGNED_PAPER, NULL,
      NULL, "Consent event, text: name the text that was agreed to." },
    { "with a draft", CAB_CONSENT_ACT_GRANT, 2, NULL, NULL, CAB_CONSENT_HOW_SIGNED_PAPER, NULL,
      NULL, "Consent event, text: this text is still a draft. Publish it first." },
    { "with a text of next year", CAB_CONSENT_ACT_GRANT, 3, NULL, NULL,
      CAB_CONSENT_HOW_SIGNED_PAPER, NULL, NULL,
      "Consent event, text: this text was not in force on that day." },
    { "with a text about something else", CAB_CONSENT_ACT_GRANT, 4, NULL, NULL,
      CAB_CONSENT_HOW_SIGNED_PAPER, NULL, NULL,
      "Consent event, text: this text does not ask for that purpose." },
    { "refusing needs no text", CAB_CONSENT_ACT_REFUSE, 0, NULL, NULL, CAB_CONSENT_HOW_EMAIL, NULL,
      NULL, NULL },
    { "expires on its day", CAB_CONSENT_ACT_GRANT, 1, "2026-03-02", "2026-03-02",
      CAB_CONSENT_HOW_LETTER, NULL, NULL, NULL },
    { "expires before it begins", CAB_CONSENT_ACT_GRANT, 1, "2026-03-02", "2026-03-01",
      CAB_CONSENT_HOW_LETTER, NULL, NULL,
      "Consent event, expires on: this day is before the consent begins." },
    { "a refusal expires", CAB_CONSENT_ACT_REFUSE, 0, NULL, "2027-01-01", CAB_CONSENT_HOW_LETTER,
      NULL, NULL, "Consent event, expires on: only a consent that is given can expire." },
    { "spoken alone", CAB_CONSENT_ACT_GRANT, 1, NULL, NULL, CAB_CONSENT_HOW_VERBAL, NULL, NULL,
      "Consent event, witness: a spoken answer needs a witness or a note." },
    { "spoken before a witness", CAB_CONSENT_ACT_GRANT, 1, NULL, NULL, CAB_CONSENT_HOW_VERBAL,
      "Reception", NULL, NULL },
    { "spoken and noted", CAB_CONSENT_ACT_GRANT, 1, NULL, NULL, CAB_CONSENT_HOW_VERBAL, NULL,
      "On the phone, 2 March", NULL },
    { "spoken refusal alone", CAB_CONSENT_ACT_REFUSE, 0, NULL, NULL, CAB_CONSENT_HOW_VERBAL, NULL,
      NULL, "Consent event, witness: a spoken answer needs a witness or a note." },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) published = publish_text (&test, "recording", "2026-02-01");
  g_autoptr (CabRecord) draft = new_text ("recording");
  g_autoptr (CabRecord) next_year = publish_text (&test, "recording", "2027-01-01");
  g_autoptr (CabRecord) other = publish_text (&test, "research", "2026-02-01");
  CabRecord *const texts[] = { NULL, published, draft, next_year, other };

  cab_test_assert_saves (&test, draft);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
      g_autoptr (CabRecord) event = NULL;
      g_autoptr (GError) error = NULL;
      const CabConsentAnswer answer = {
        .policy_id = cases[i].text == 0 ? NULL : cab_record_get_id (texts[cases[i].text]),
        .effective_on = cases[i].effective_on,
        .expires_on = cases[i].expires_on,
        .how = cases[i].how,
        .witness = cases[i].witness,
        .event_note = cases[i].note,
      };

      g_test_message ("%s", cases[i].name);
      event = verbs[cases[i].act](test.practice, cab_record_get_id (client), CAB_PURPOSE_RECORDING,
                                  &answer, &error);
      if (cases[i].refusal == NULL)
        g_assert_no_error (error);
      else
        cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID, cases[i].refusal);
      g_assert_cmpint (event != NULL, ==, cases[i].refusal == NULL);
    }
}

static CabRecord *
add_link (CabTestPractice *test,
          CabRecord *client,
          CabContactRole role,
          CabAuthority authority,
          const char *from,
          const char *to)
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
  cab_record_set_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ROLE), (int)role);
  cab_record_set_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_AUTHORITY), (int)authority);
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_VALID_FROM), from);
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_VALID_TO), to);
  cab_test_assert_saves (test, link);

  return link;
}

#define MINOR "2010-05-01"
#define ADULT "1990-05-01"
#define SEEN "Birth certificate"

/* [M-52], [M-95] who may answer for whom; a missing right is GATE and in the log */
static void
test_givers (void)
{
  static const struct
  {
    const char *name;
    const char *born;
    const char *competence;
    CabConsentAct act;
    CabGivenBy given_by;
    CabAuthority authority;
    const char *from;
    const char *to;
    const char *seen;
    int code;
  } cases[] = {
    { "adult", ADULT, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_CLIENT, CAB_AUTHORITY_NONE, NULL,
      NULL, NULL, -1 },
    { "age unknown", NULL, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_CLIENT, CAB_AUTHORITY_NONE,
      NULL, NULL, NULL, -1 },
    { "minor alone", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_CLIENT, CAB_AUTHORITY_NONE,
      NULL, NULL, NULL, CAB_MODEL_ERROR_GATE },
    { "of age today", "2008-03-02", NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_CLIENT,
      CAB_AUTHORITY_NONE, NULL, NULL, NULL, -1 },
    { "of age tomorrow", "2008-03-03", NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_CLIENT,
      CAB_AUTHORITY_NONE, NULL, NULL, NULL, CAB_MODEL_ERROR_GATE },
    { "of age some day this year", "2008", NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_CLIENT,
      CAB_AUTHORITY_NONE, NULL, NULL, NULL, CAB_MODEL_ERROR_GATE },
    { "competent minor", MINOR, "Judged competent on 1 March", CAB_CONSENT_ACT_GRANT,
      CAB_GIVEN_BY_CLIENT, CAB_AUTHORITY_NONE, NULL, NULL, NULL, -1 },
    { "minor refuses", MINOR, NULL, CAB_CONSENT_ACT_REFUSE, CAB_GIVEN_BY_CLIENT, CAB_AUTHORITY_NONE,
      NULL, NULL, NULL, -1 },
    { "parent", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_PARENTAL_RESPONSIBILITY, NULL, NULL, SEEN, -1 },
    { "legal guardian", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_LEGAL_GUARDIAN, NULL, NULL, SEEN, -1 },
    { "nothing seen", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_LEGAL_GUARDIAN, NULL, NULL, NULL, CAB_MODEL_ERROR_INVALID },
    { "no authority", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN, CAB_AUTHORITY_NONE,
      NULL, NULL, SEEN, CAB_MODEL_ERROR_GATE },
    { "refuses without authority", MINOR, NULL, CAB_CONSENT_ACT_REFUSE, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_NONE, NULL, NULL, NULL, -1 },
    { "authority of another kind", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_ATTORNEY, NULL, NULL, SEEN, CAB_MODEL_ERROR_GATE },
    { "first day of authority", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_LEGAL_GUARDIAN, "2026-03-02", NULL, SEEN, -1 },
    { "authority of tomorrow", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_LEGAL_GUARDIAN, "2026-03-03", NULL, SEEN, CAB_MODEL_ERROR_GATE },
    { "last day of authority", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_LEGAL_GUARDIAN, NULL, "2026-03-02", SEEN, -1 },
    { "authority of yesterday", MINOR, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_LEGAL_GUARDIAN, NULL, "2026-03-01", SEEN, CAB_MODEL_ERROR_GATE },
    { "parent of an adult", ADULT, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_PARENTAL_RESPONSIBILITY, NULL, NULL, SEEN, CAB_MODEL_ERROR_GATE },
    { "legal guardian of an adult", ADULT, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_GUARDIAN,
      CAB_AUTHORITY_LEGAL_GUARDIAN, NULL, NULL, SEEN, -1 },
    { "deputy", ADULT, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_DEPUTY, CAB_AUTHORITY_COURT_DEPUTY,
      NULL, NULL, SEEN, -1 },
    { "deputy without office", ADULT, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_DEPUTY,
      CAB_AUTHORITY_ATTORNEY, NULL, NULL, SEEN, CAB_MODEL_ERROR_GATE },
    { "attorney", ADULT, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_ATTORNEY, CAB_AUTHORITY_ATTORNEY,
      NULL, NULL, SEEN, -1 },
    { "executor is no attorney", ADULT, NULL, CAB_CONSENT_ACT_GRANT, CAB_GIVEN_BY_ATTORNEY,
      CAB_AUTHORITY_ESTATE, NULL, NULL, SEEN, CAB_MODEL_ERROR_GATE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test, "recording", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 logged = cab_test_practice_count_audit (&test, "gate-refused");
      g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
      g_autoptr (CabRecord) link = NULL;
      g_autoptr (CabRecord) event = NULL;
      g_autoptr (GError) error = NULL;
      CabConsentAnswer answer = { .policy_id = cab_record_get_id (policy),
                                  .given_by = cases[i].given_by,
                                  .authority_seen = cases[i].seen,
                                  .how = CAB_CONSENT_HOW_SIGNED_PAPER };

      g_test_message ("%s", cases[i].name);
      cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_DATE_OF_BIRTH), cases[i].born);
      cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_COMPETENCE_NOTE), cases[i].competence);
      cab_test_assert_saves (&test, client);
      if (cases[i].given_by != CAB_GIVEN_BY_CLIENT)
        {
          link = add_link (&test, client, CAB_CONTACT_ROLE_GUARDIAN, cases[i].authority,
                           cases[i].from, cases[i].to);
          answer.given_by_contact_id = cab_record_get_id (link);
        }

      event = verbs[cases[i].act](test.practice, cab_record_get_id (client), CAB_PURPOSE_RECORDING,
                                  &answer, &error);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, CAB_MODEL_ERROR, cases[i].code);
      g_assert_cmpint (cab_test_practice_count_audit (&test, "gate-refused") - logged, ==,
                       cases[i].code == CAB_MODEL_ERROR_GATE ? 1 : 0);
    }
}

/* [M-52] whoever answers for the client is a contact of that client, and is named */
static void
test_contact_of_the_client (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test, "recording", NULL);
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) link
      = add_link (&test, ben, CAB_CONTACT_ROLE_GUARDIAN, CAB_AUTHORITY_LEGAL_GUARDIAN, NULL, NULL);
  CabConsentAnswer answer = { .policy_id = cab_record_get_id (policy),
                              .given_by = CAB_GIVEN_BY_GUARDIAN,
                              .authority_seen = SEEN,
                              .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  g_autoptr (GError) error = NULL;

  g_assert_null (cab_consent_grant (test.practice, cab_record_get_id (ada), CAB_PURPOSE_RECORDING,
                                    &answer, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  answer.given_by_contact_id = cab_record_get_id (link);
  g_assert_null (cab_consent_grant (test.practice, cab_record_get_id (ada), CAB_PURPOSE_RECORDING,
                                    &answer, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  answer.given_by = CAB_GIVEN_BY_CLIENT;
  g_assert_null (cab_consent_grant (test.practice, cab_record_get_id (ben), CAB_PURPOSE_RECORDING,
                                    &answer, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
}

/* [M-9], [M-52] events are only added to; [M-19] also for a restricted client */
static void
test_append_only (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    CabRefusal refusal;
  } attacks[] = {
    { "answer", "UPDATE consent_event SET event = 'refuse'", CAB_REFUSAL_TRIGGER },
    { "day", "UPDATE consent_event SET effective_on = '2020-01-01'", CAB_REFUSAL_TRIGGER },
    { "expiry", "UPDATE consent_event SET expires_on = '2099-01-01'", CAB_REFUSAL_TRIGGER },
    { "giver", "UPDATE consent_event SET given_by = 'guardian'", CAB_REFUSAL_TRIGGER },
    { "away", "DELETE FROM consent_event", CAB_REFUSAL_TRIGGER },
    { "basis", "UPDATE consent_event SET basis6 = 'consent'", CAB_REFUSAL_NONE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy = publish_text (&test, "recording", NULL);
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const CabConsentAnswer answer
      = { .policy_id = cab_record_get_id (policy), .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  g_autoptr (CabRecord) granted = NULL;
  g_autoptr (CabRecord) withdrawn = NULL;
  g_autoptr (GError) error = NULL;

  granted = cab_consent_grant (test.practice, cab_record_get_id (client), CAB_PURPOSE_RECORDING,
                               &answer, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_test_message ("%s", attacks[i].name);
      g_assert_cmpint (cab_test_practice_attack (&test, attacks[i].sql), ==, attacks[i].refusal);
    }

  cab_record_set_text (granted, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EXPIRES_ON), "2099-01-01");
  cab_test_assert_refuses (&test, granted, CAB_MODEL_ERROR_IMMUTABLE, "…");
  g_assert_false (cab_practice_trash (test.practice, granted, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_clear_error (&error);

  g_assert_true (
      cab_client_restrict (test.practice, client, CAB_RESTRICTION_GROUND_ASKED, NULL, &error));
  withdrawn = cab_consent_withdraw (test.practice, cab_record_get_id (client),
                                    CAB_PURPOSE_RECORDING, &answer, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/consent/state-for-every-order", test_state);
  g_test_add_func ("/model/consent/expiry-day-is-the-last", test_expiry);
  g_test_add_func ("/model/consent/every-order-in-a-file", test_orders_in_a_file);
  g_test_add_func ("/model/consent/one-for-each-purpose", test_one_consent);
  g_test_add_func ("/model/consent-event/what-an-answer-needs", test_answers);
  g_test_add_func ("/model/consent-event/who-may-answer", test_givers);
  g_test_add_func ("/model/consent-event/contact-of-the-client", test_contact_of_the_client);
  g_test_add_func ("/model/consent-event/append-only", test_append_only);

  return g_test_run ();
}
