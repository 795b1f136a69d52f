/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-consent.h"

#include <glib/gi18n.h>

#include "cab-cli-fill.h"
#include "cab-cli-list.h"
#include "cab-cli-paper.h"
#include "cab-cli-record.h"
#include "cab-cli-table.h"
#include "cab-client.h"
#include "cab-consent-event.h"
#include "cab-consent-gate.h"
#include "cab-consent.h"
#include "cab-policy-paper.h"
#include "cab-policy-text.h"

gboolean
cab_cli_policy_publish (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) policy = cab_cli_record_find (cli, &cab_policy_text_kind, 0, error);

  return policy != NULL
         && cab_policy_text_publish (cab_cli_get_practice (cli), policy,
                                     cab_cli_get_option (cli, "effective-from"), error);
}

gboolean
cab_cli_policy_revise (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) policy = cab_cli_record_find (cli, &cab_policy_text_kind, 0, error);
  g_autoptr (CabRecord) draft = NULL;

  if (policy == NULL)
    return FALSE;

  draft = cab_policy_text_revise (cab_cli_get_practice (cli), policy, error);
  if (draft == NULL)
    return FALSE;

  cab_cli_printf (cli, "%s\n", cab_record_get_id (draft));
  return TRUE;
}

typedef struct
{
  CabRecord *policy;
  CabRecord *client;
} Form;

static gboolean
put_on_paper (CabCli *cli, gpointer data, GOutputStream *stream, GError **error)
{
  const Form *form = data;

  return cab_policy_paper_write (cab_cli_get_practice (cli), form->policy, form->client, stream,
                                 error);
}

gboolean
cab_cli_policy_print (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) policy = cab_cli_record_find (cli, &cab_policy_text_kind, 0, error);
  g_autoptr (CabRecord) client = NULL;
  Form form = { policy, NULL };

  if (policy == NULL)
    return FALSE;
  if (cab_cli_get_word (cli, 1) != NULL)
    {
      client = cab_cli_record_find (cli, &cab_client_kind, 1, error);
      if (client == NULL)
        return FALSE;
      form.client = client;
    }

  return cab_cli_paper_write (cli, put_on_paper, &form, error);
}

static gboolean
read_purpose (CabCli *cli, CabPurpose *purpose, GError **error)
{
  int code = cab_codes_find (&cab_purpose_codes, cab_cli_get_word (cli, 1));

  if (code < 0)
    return cab_cli_set_usage_error (error, _ ("There is no purpose “%s”; --help lists them."),
                                    cab_cli_get_word (cli, 1));

  *purpose = (CabPurpose)code;
  return TRUE;
}

static void
add_state_cells (CabCliTable *table,
                 CabPurpose purpose,
                 CabConsentState state,
                 CabRecord *deciding,
                 CabCliFormat format)
{
  const CabCode *as_code = &cab_purpose_codes.codes[purpose];
  const CabCode *state_code = &cab_consent_state_codes.codes[state];
  gboolean for_people = format == CAB_CLI_FORMAT_TABLE;

  cab_cli_table_add_cell (table, as_code->code);
  cab_cli_table_add_cell (table, for_people ? g_dgettext (GETTEXT_PACKAGE, state_code->label)
                                            : state_code->code);
  cab_cli_table_add_cell (
      table, deciding == NULL
                 ? NULL
                 : cab_record_get_text (deciding, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON)));
  cab_cli_table_add_cell (
      table, deciding == NULL
                 ? NULL
                 : cab_record_get_text (deciding, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EXPIRES_ON)));
}

gboolean
cab_cli_consent_list (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autoptr (CabRecord) client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  g_autoptr (CabCliTable) table = NULL;
  CabCliFormat format;

  if (client == NULL || !cab_cli_table_get_format (cli, &format, error)
      || !cab_cli_record_audit_view (cli, client, error))
    return FALSE;

  table = cab_cli_table_new (cli, format, "consents", "consent");
  cab_cli_table_add_column (table, "purpose", _ ("Purpose"), FALSE);
  cab_cli_table_add_column (table, "state", _ ("State"), FALSE);
  cab_cli_table_add_column (table, "effective_on", _ ("Since"), FALSE);
  cab_cli_table_add_column (table, "expires_on", _ ("Until"), FALSE);

  for (guint i = 0; i < cab_purpose_codes.n_codes; i++)
    {
      g_autoptr (GPtrArray) events
          = cab_consent_list_events (practice, cab_record_get_id (client), i, error);
      CabRecord *deciding = NULL;
      CabConsentState state;

      if (events == NULL)
        return FALSE;

      state = cab_consent_compute_state (events, today, &deciding);
      add_state_cells (table, i, state, deciding, format);
      if (!cab_cli_table_end_row (table, error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}

gboolean
cab_cli_consent_show (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (CabCliList) list = NULL;
  CabPurpose purpose = CAB_PURPOSE_TREATMENT_RECORD;

  if (!read_purpose (cli, &purpose, error))
    return FALSE;

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL || !cab_cli_record_audit_view (cli, client, error))
    return FALSE;

  events = cab_consent_list_events (cab_cli_get_practice (cli), cab_record_get_id (client), purpose,
                                    error);
  list
      = cab_cli_list_new (cli, &cab_consent_event_kind,
                          "id event effective_on policy_id given_by how witness expires_on", error);
  if (events == NULL || list == NULL)
    return FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      if (!cab_cli_list_add (list, g_ptr_array_index (events, i), error))
        return FALSE;
    }

  return cab_cli_list_finish (list, error);
}

typedef CabRecord *(*Act) (CabPractice *practice,
                           const char *client_id,
                           CabPurpose purpose,
                           const CabConsentAnswer *answer,
                           GError **error);

/* @event is never saved: it holds what was given. */
static void
read_answer (CabRecord *event, CabConsentAnswer *answer)
{
  *answer = (CabConsentAnswer){
    .effective_on = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON)),
    .policy_id = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_POLICY_ID)),
    .given_by = cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_GIVEN_BY)),
    .given_by_contact_id
    = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID)),
    .authority_seen = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_AUTHORITY_SEEN)),
    .how = cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_HOW)),
    .evidence_id = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVIDENCE_ID)),
    .witness = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_WITNESS)),
    .expires_on = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EXPIRES_ON)),
    .event_note = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT_NOTE)),
  };
}

static gboolean
record_answer (CabCli *cli, Act act, CabPurpose *purpose, GError **error)
{
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabRecord) given = cab_record_new (&cab_consent_event_kind);
  g_autoptr (CabRecord) event = NULL;
  CabConsentAnswer answer;

  if (!read_purpose (cli, purpose, error) || !cab_cli_fill_read (cli, &input, error))
    return FALSE;

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL)
    return FALSE;

  cab_record_set_code (given, CAB_OWN (CAB_CONSENT_EVENT_FIELD_GIVEN_BY), CAB_GIVEN_BY_CLIENT);
  if (!cab_cli_fill_record (cli, input, given, cab_record_get_id (client), error))
    return FALSE;
  if (cab_record_is_none (given, CAB_OWN (CAB_CONSENT_EVENT_FIELD_HOW)))
    return cab_cli_set_usage_error (error, _ ("The option --how is missing."));

  read_answer (given, &answer);
  event = act (cab_cli_get_practice (cli), cab_record_get_id (client), *purpose, &answer, error);
  if (event == NULL)
    return FALSE;

  cab_cli_record_print_handle (cli, event);
  return TRUE;
}

gboolean
cab_cli_consent_grant (CabCli *cli, GError **error)
{
  CabPurpose purpose = CAB_PURPOSE_TREATMENT_RECORD;

  return record_answer (cli, cab_consent_grant, &purpose, error);
}

gboolean
cab_cli_consent_refuse (CabCli *cli, GError **error)
{
  CabPurpose purpose = CAB_PURPOSE_TREATMENT_RECORD;

  return record_answer (cli, cab_consent_refuse, &purpose, error);
}

gboolean
cab_cli_consent_withdraw (CabCli *cli, GError **error)
{
  CabPurpose purpose = CAB_PURPOSE_TREATMENT_RECORD;

  if (!record_answer (cli, cab_consent_withdraw, &purpose, error))
    return FALSE;

  cab_cli_say (cli, "%s", cab_gate_get_stops (purpose));
  return TRUE;
}

gboolean
cab_cli_consent_renew (CabCli *cli, GError **error)
{
  CabPurpose purpose = CAB_PURPOSE_TREATMENT_RECORD;

  return record_answer (cli, cab_consent_renew, &purpose, error);
}
