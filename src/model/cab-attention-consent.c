/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-attention-private.h"

#include "cab-age.h"
#include "cab-client.h"
#include "cab-codes.h"
#include "cab-consent-gate.h"
#include "cab-consent.h"
#include "cab-practice-settings.h"

#include <glib/gi18n.h>
#include <string.h>

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)
#define EVENT(field) CAB_OWN (CAB_CONSENT_EVENT_FIELD_##field)
#define POLICY(field) CAB_OWN (CAB_POLICY_TEXT_FIELD_##field)

/* The event that decides for each of some consents, by the rule of
 * cab_consent_compute_state(), where it opens something. */
#define DECIDING(which)                                                                            \
  "SELECT consent.id, consent.purpose, latest.expires_on, client.date_of_birth,\n"                 \
  "  client.status, " CAB_ATTENTION_CLIENT_COLUMNS "\n"                                            \
  "FROM (\n"                                                                                       \
  "  SELECT consent_id, event, expires_on, policy_id, given_by, row_number() OVER (\n"             \
  "    PARTITION BY consent_id\n"                                                                  \
  "    ORDER BY effective_on DESC, created_at DESC,\n"                                             \
  "      CASE event WHEN 'grant' THEN 0 WHEN 'renew' THEN 1 WHEN 'refuse' THEN 2 ELSE 3 END\n"      \
  "      DESC, id\n"                                                                               \
  "  ) AS place\n"                                                                               \
  "  FROM consent_event\n"                                                                         \
  "  WHERE effective_on <= ?1\n"                                                                   \
  "  AND consent_id IN (" which ")\n"                                                              \
  ") AS latest\n"                                                                                  \
  "JOIN consent ON consent.id = latest.consent_id\n"                                               \
  "JOIN client ON client.id = consent.client_id\n"                                                 \
  "WHERE latest.place = 1\n"                                                                       \
  "AND latest.event IN ('grant', 'renew')\n"

#define OF_CLIENT "SELECT id FROM consent WHERE client_id = ?2"

#define GUARDIANS(which, who)                                                                      \
  DECIDING (which)                                                                                 \
  "AND latest.given_by = 'guardian'\n"                                                             \
  "AND consent.purpose <> 'treatment-record'\n"                                                    \
  "AND client.date_of_birth IS NOT NULL\n"                                                         \
  "AND " who "\n"                                                                                  \
  "ORDER BY client.id"

#define ENDING(which, who)                                                                         \
  DECIDING (which)                                                                                 \
  "AND latest.expires_on IS NOT NULL\n"                                                            \
  "AND " who "\n"                                                                                  \
  "ORDER BY latest.expires_on, consent.id"

#define MINORS(who)                                                                                \
  "SELECT " CAB_ATTENTION_CLIENT_COLUMNS ", date_of_birth\n"                                       \
  "FROM client\n"                                                                                  \
  "WHERE date_of_birth IS NOT NULL\n"                                                              \
  "AND ?1 IS NOT NULL\n"                                                                           \
  "AND " who "\n"                                                                                  \
  "ORDER BY reference"

static const char sql_guardians[]
    = GUARDIANS ("SELECT consent_id FROM consent_event WHERE given_by = 'guardian'",
                 CAB_ATTENTION_ALL);
static const char sql_guardians_of_client[] = GUARDIANS (OF_CLIENT, CAB_ATTENTION_ONE);
static const char sql_ending[]
    = ENDING ("SELECT consent_id FROM consent_event WHERE expires_on IS NOT NULL",
              CAB_ATTENTION_ALL);
static const char sql_ending_of_client[] = ENDING (OF_CLIENT, CAB_ATTENTION_ONE);
static const char sql_minors[] = MINORS (CAB_ATTENTION_ALL);
static const char sql_minor[] = MINORS (CAB_ATTENTION_ONE);

/* Those who stand by the text ?2. */
static const char sql_agreed_to[]
    = DECIDING ("SELECT consent_id FROM consent_event WHERE policy_id = ?2")
    "AND latest.policy_id = ?2\n"
    "AND (latest.expires_on IS NULL OR latest.expires_on >= ?1)\n"
    "AND " CAB_ATTENTION_ALL "\n"
    "ORDER BY client.reference";

/* Columns of DECIDING */
enum
{
  COLUMN_CONSENT,
  COLUMN_PURPOSE,
  COLUMN_EXPIRES_ON,
  COLUMN_BIRTH,
  COLUMN_STATUS,
  COLUMN_CLIENT
};

/* Whether someone who may has agreed for a minor: a guardian, or, where a note
 * on competence says why, the client alone [M-95]. A contract with a minor does
 * not make up for it. */
static gboolean
has_consent (CabPractice *practice, CabRecord *client, gboolean *has, GError **error)
{
  CabGateAnswer answer = CAB_GATE_NEVER_ASKED;
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autoptr (GPtrArray) events = NULL;
  CabRecord *deciding = NULL;

  events = cab_consent_list_events (practice, cab_record_get_id (client),
                                    CAB_PURPOSE_TREATMENT_RECORD, error);
  if (events == NULL
      || !cab_gate_look (practice, client, CAB_GATE_ACTIVATE, today, &answer, error))
    return FALSE;

  if (!cab_record_is_none (client, CLIENT (COMPETENCE_NOTE)))
    *has = answer == CAB_GATE_OPEN;
  else
    *has = cab_consent_compute_state (events, today, &deciding) == CAB_CONSENT_STATE_ACTIVE
           && cab_record_get_code (deciding, EVENT (GIVEN_BY)) != CAB_GIVEN_BY_CLIENT;
  return TRUE;
}

static gboolean
look_at_minor (CabAttentionLook *look, CabStatement *row, GError **error)
{
  const char *id = cab_statement_get_text (row, 0);
  g_autoptr (CabRecord) client = cab_practice_load (look->practice, &cab_client_kind, id, error);
  gboolean has = FALSE;
  CabRow *item;

  if (client == NULL || !has_consent (look->practice, client, &has, error))
    return FALSE;
  if (has)
    return TRUE;

  item = cab_attention_add (look, CAB_ATTENTION_MINOR, CAB_SEVERITY_RED, id);
  if (item == NULL)
    return TRUE;

  cab_row_set_text (item, CAB_ATTENTION_SENTENCE,
                    _ ("Under age, without the consent of a parent or guardian."));
  cab_row_set_text (item, CAB_ATTENTION_KIND, "client");
  cab_attention_set_client (item, row, 0);
  return TRUE;
}

gboolean
cab_attention_find_minors (CabAttentionLook *look, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_attention_prepare (look, sql_minors, sql_minor, error);
  int adult_age = cab_practice_settings_get_adult_age (look->practice);

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          if (cab_age_is_below (cab_statement_get_text (statement, 5), adult_age, look->today)
              && !look_at_minor (look, statement, error))
            return FALSE;
        }
    }
}

/* [M-102]: one item a client, whatever the guardian granted. */
static void
look_at_birthday (CabAttentionLook *look, CabStatement *row, char **last)
{
  int adult_age = cab_practice_settings_get_adult_age (look->practice);
  g_autofree char *day = cab_age_dup_birthday (cab_statement_get_text (row, COLUMN_BIRTH), adult_age);
  g_autofree char *words = NULL;
  const char *client_id = cab_statement_get_text (row, COLUMN_CLIENT);
  CabRow *item;

  if (strcmp (day, look->horizon) > 0 || g_strcmp0 (*last, client_id) == 0)
    return;

  g_set_str (last, client_id);
  item = cab_attention_add (look, CAB_ATTENTION_COMING_OF_AGE, CAB_SEVERITY_RED, client_id);
  if (item == NULL)
    return;

  words = cab_attention_dup_day (look, day);
  if (strcmp (day, look->today) > 0)
    cab_row_take_text (item, CAB_ATTENTION_SENTENCE,
                       g_strdup_printf (_ ("Comes of age on %s: ask for consent in the client's own "
                                           "right."),
                                        words));
  else
    cab_row_set_text (item, CAB_ATTENTION_SENTENCE,
                      _ ("Has come of age, so what a guardian granted has ended: ask for consent "
                         "in the client's own right."));
  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, day);
  cab_row_set_text (item, CAB_ATTENTION_KIND, "client");
  cab_attention_set_client (item, row, COLUMN_CLIENT);
}

gboolean
cab_attention_find_coming_of_age (CabAttentionLook *look, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_attention_prepare (look, sql_guardians, sql_guardians_of_client, error);
  g_autofree char *last = NULL;

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          look_at_birthday (look, statement, &last);
        }
    }
}

/* An end that has come is told as long as the work with the client goes on. */
static gboolean
is_told (CabAttentionLook *look, CabStatement *row)
{
  const char *expires_on = cab_statement_get_text (row, COLUMN_EXPIRES_ON);

  if (strcmp (expires_on, look->horizon) > 0)
    return FALSE;
  if (strcmp (expires_on, look->today) >= 0)
    return TRUE;

  switch ((CabClientStatus)cab_codes_find (&cab_client_status_codes,
                                           cab_statement_get_text (row, COLUMN_STATUS)))
    {
    case CAB_CLIENT_STATUS_ENQUIRY:
    case CAB_CLIENT_STATUS_WAITING:
    case CAB_CLIENT_STATUS_ACTIVE:
    case CAB_CLIENT_STATUS_PAUSED:
      return TRUE;
    case CAB_CLIENT_STATUS_DISCHARGED:
    case CAB_CLIENT_STATUS_ARCHIVED:
      return FALSE;
    }

  return FALSE;
}

static void
look_at_end (CabAttentionLook *look, CabStatement *row)
{
  const char *expires_on = cab_statement_get_text (row, COLUMN_EXPIRES_ON);
  const char *purpose
      = cab_codes_get_label (&cab_purpose_codes, cab_statement_get_text (row, COLUMN_PURPOSE));
  g_autofree char *day = NULL;
  CabRow *item;

  if (!is_told (look, row))
    return;
  item = cab_attention_add (look, CAB_ATTENTION_CONSENT_ENDING, CAB_SEVERITY_AMBER,
                            cab_statement_get_text (row, COLUMN_CONSENT));
  if (item == NULL)
    return;

  day = cab_attention_dup_day (look, expires_on);
  cab_row_take_text (item, CAB_ATTENTION_SENTENCE,
                     strcmp (expires_on, look->today) < 0
                         ? g_strdup_printf (_ ("The consent to “%1$s” ended on %2$s."), purpose, day)
                         : g_strdup_printf (_ ("The consent to “%1$s” ends on %2$s."), purpose, day));
  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, expires_on);
  cab_row_set_text (item, CAB_ATTENTION_KIND, "consent");
  cab_attention_set_client (item, row, COLUMN_CLIENT);
}

gboolean
cab_attention_find_consents (CabAttentionLook *look, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_attention_prepare (look, sql_ending, sql_ending_of_client, error);

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          look_at_end (look, statement);
        }
    }
}

static CabRecord *
find_policy (GPtrArray *policies, const char *id)
{
  for (guint i = 0; id != NULL && i < policies->len; i++)
    {
      if (strcmp (cab_record_get_id (g_ptr_array_index (policies, i)), id) == 0)
        return g_ptr_array_index (policies, i);
    }

  return NULL;
}

static gboolean
is_in_force (CabRecord *policy, const char *today)
{
  return !cab_record_is_none (policy, POLICY (PUBLISHED_AT))
         && g_strcmp0 (cab_record_get_text (policy, POLICY (EFFECTIVE_FROM)), today) <= 0;
}

/* Adds the ids of those who stand by @policy_id to the set @ids. */
static gboolean
collect_agreed (CabPractice *practice,
                const char *policy_id,
                const char *today,
                GPtrArray *ids,
                GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_practice_get_db (practice), sql_agreed_to, "find who agreed to an older text", error);

  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, today);
  cab_statement_bind_text (statement, 2, policy_id);

  for (;;)
    {
      const char *id;

      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          id = cab_statement_get_text (statement, COLUMN_CLIENT);
          if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
            g_ptr_array_add (ids, g_strdup (id));
        }
    }
}

/* Everyone who stands by a text that @policy replaced, however long ago. */
static GPtrArray *
list_outdated (CabPractice *practice,
               GPtrArray *policies,
               CabRecord *policy,
               const char *today,
               GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  CabRecord *older = policy;

  /* No chain is longer than the list of texts. */
  for (guint i = 0; i < policies->len; i++)
    {
      older = find_policy (policies, cab_record_get_text (older, POLICY (SUPERSEDES_ID)));
      if (older == NULL)
        break;
      if (!collect_agreed (practice, cab_record_get_id (older), today, ids, error))
        return NULL;
    }

  return g_steal_pointer (&ids);
}

/* Texts that are replaced themselves speak through the one that is in force. */
static gboolean
is_newest (GPtrArray *policies, CabRecord *policy, const char *today)
{
  for (guint i = 0; i < policies->len; i++)
    {
      CabRecord *other = g_ptr_array_index (policies, i);

      if (is_in_force (other, today)
          && g_strcmp0 (cab_record_get_text (other, POLICY (SUPERSEDES_ID)),
                        cab_record_get_id (policy))
                 == 0)
        return FALSE;
    }

  return is_in_force (policy, today);
}

static gboolean
look_at_policy (CabAttentionLook *look, GPtrArray *policies, CabRecord *policy, GError **error)
{
  g_autoptr (GPtrArray) ids
      = list_outdated (look->practice, policies, policy, look->today, error);
  CabRow *item;

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;

  item = cab_attention_add (look, CAB_ATTENTION_POLICY, CAB_SEVERITY_AMBER,
                            cab_record_get_id (policy));
  if (item == NULL)
    return TRUE;

  cab_row_take_text (item, CAB_ATTENTION_SENTENCE,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%u client agreed to an older version of “%s”.",
                                                   "%u clients agreed to an older version of “%s”.",
                                                   ids->len),
                                      ids->len, cab_record_get_text (policy, POLICY (TITLE))));
  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, cab_record_get_text (policy, POLICY (EFFECTIVE_FROM)));
  cab_row_set_text (item, CAB_ATTENTION_KIND, "policy-text");
  return TRUE;
}

gboolean
cab_attention_find_policies (CabAttentionLook *look, GError **error)
{
  const CabFilter present = { .trashed = 0 };
  g_autoptr (GPtrArray) policies
      = cab_practice_list (look->practice, &cab_policy_text_kind, &present, error);

  if (policies == NULL)
    return FALSE;

  for (guint i = 0; i < policies->len; i++)
    {
      CabRecord *policy = g_ptr_array_index (policies, i);

      if (is_newest (policies, policy, look->today)
          && !look_at_policy (look, policies, policy, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
cab_attention_list_outdated (CabPractice *practice, const char *policy_id, GError **error)
{
  const CabFilter present = { .trashed = 0 };
  g_autoptr (GPtrArray) policies = NULL;
  g_autoptr (CabRecord) policy = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && policy_id != NULL, NULL);

  policies = cab_practice_list (practice, &cab_policy_text_kind, &present, error);
  policy = policies == NULL
               ? NULL
               : cab_practice_load (practice, &cab_policy_text_kind, policy_id, error);
  if (policy == NULL)
    return NULL;

  today = cab_practice_dup_today (practice);
  return list_outdated (practice, policies, policy, today, error);
}
