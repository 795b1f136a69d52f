/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-fhir-private.h"

#include "cab-consent-event.h"
#include "cab-consent.h"
#include "cab-policy-text.h"

#include <string.h>

#define TERMINOLOGY "http://terminology.hl7.org/CodeSystem/"

static const struct
{
  const char *code;
  const char *system;
} code_systems[] = {
  { "icd-11", "http://id.who.int/icd/release/11/mms" },
  { "icd-10", "http://hl7.org/fhir/sid/icd-10" },
  { "dsm-5-tr", "urn:cabinet:code-system:dsm-5-tr" },
  { "snomed", "http://snomed.info/sct" },
};

static void
add_condition_code (CabFhir *self, CabRecord *condition)
{
  g_autofree char *label = cab_fhir_dup (self, condition, "label");
  g_autofree char *code = cab_fhir_dup (self, condition, "condition_code");
  g_autofree char *system = cab_fhir_dup (self, condition, "code_system");
  const char *url = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (code_systems); i++)
    {
      if (g_strcmp0 (code_systems[i].code, system) == 0)
        url = code_systems[i].system;
    }

  cab_fhir_concept (self, "code", url, code, label);
}

/* A diagnosis of long ago was confirmed then; that it is past is its status. */
static const char *
get_verification (const char *certainty)
{
  return g_strcmp0 (certainty, "historical") == 0 ? "confirmed" : certainty;
}

void
cab_fhir_add_condition (CabFhir *self, CabRecord *condition)
{
  g_autofree char *id = cab_fhir_dup_id (self, condition);
  g_autofree char *status = cab_fhir_dup (self, condition, "condition_status");
  g_autofree char *certainty = cab_fhir_dup (self, condition, "certainty");
  g_autofree char *onset = cab_fhir_dup (self, condition, "onset");
  g_autofree char *ended = cab_fhir_dup (self, condition, "ended_on");
  g_autofree char *recorded = cab_fhir_dup (self, condition, "diagnosed_on");
  g_autofree char *asserter = cab_fhir_dup (self, condition, "diagnosed_by");
  g_autofree char *note = cab_fhir_dup (self, condition, "condition_note");

  cab_fhir_open_entry (self, id, "Condition");
  cab_fhir_concept (self, "clinicalStatus", TERMINOLOGY "condition-clinical", status, NULL);
  cab_fhir_concept (self, "verificationStatus", TERMINOLOGY "condition-ver-status",
                    get_verification (certainty), NULL);
  add_condition_code (self, condition);
  cab_fhir_reference (self, "subject", self->client_id);
  cab_fhir_value (self, "onsetDateTime", onset);
  cab_fhir_value (self, "abatementDateTime", ended);
  cab_fhir_value (self, "recordedDate", recorded);
  if (asserter != NULL)
    {
      cab_fhir_open (self, "asserter");
      cab_fhir_value (self, "display", asserter);
      cab_fhir_close (self, "asserter");
    }
  if (note != NULL)
    {
      cab_fhir_open (self, "note");
      cab_fhir_value (self, "text", note);
      cab_fhir_close (self, "note");
    }
  cab_fhir_close_entry (self, "Condition");
}

/* The event that holds today. */
static CabRecord *
find_deciding_event (CabFhir *self, CabRecord *consent)
{
  GPtrArray *events = cab_fhir_get_children (self, consent, &cab_consent_event_kind);
  g_autofree char *today = cab_practice_dup_today (self->plan->practice);
  CabRecord *deciding = NULL;

  if (events != NULL)
    cab_consent_compute_state (events, today, &deciding);

  return deciding;
}

static const char *
get_consent_state (const char *event)
{
  if (event == NULL)
    return "proposed";
  if (strcmp (event, "refuse") == 0)
    return "rejected";

  return strcmp (event, "withdraw") == 0 ? "inactive" : "active";
}

static void
add_provision (CabFhir *self, const char *purpose, const char *expires)
{
  cab_fhir_open (self, "provision");
  cab_fhir_period (self, "period", NULL, expires);
  cab_fhir_coding (self, "purpose", "urn:cabinet:code:purpose", purpose, NULL);
  cab_fhir_close (self, "provision");
}

void
cab_fhir_add_consent (CabFhir *self, CabRecord *consent)
{
  CabRecord *event = find_deciding_event (self, consent);
  CabRecord *policy
      = event == NULL
            ? NULL
            : cab_fhir_get_shared (
                  self, &cab_policy_text_kind,
                  cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_POLICY_ID)));
  g_autofree char *id = cab_fhir_dup_id (self, consent);
  g_autofree char *purpose = cab_fhir_dup (self, consent, "purpose");
  g_autofree char *act = cab_fhir_dup (self, event, "event");
  g_autofree char *date = cab_fhir_dup (self, event, "effective_on");
  g_autofree char *given_by = cab_fhir_dup (self, event, "given_by");
  g_autofree char *contact = cab_fhir_dup (self, event, "given_by_contact_id");
  g_autofree char *evidence = cab_fhir_dup (self, event, "evidence_id");
  g_autofree char *expires = cab_fhir_dup (self, event, "expires_on");
  g_autofree char *body = cab_fhir_dup (self, policy, "body");

  cab_fhir_open_entry (self, id, "Consent");
  cab_fhir_value (self, "status", get_consent_state (act));
  cab_fhir_concept (self, "scope", TERMINOLOGY "consentscope", "patient-privacy", NULL);
  cab_fhir_concept (self, "category", "http://loinc.org", "59284-0", NULL);
  cab_fhir_reference (self, "patient", self->client_id);
  cab_fhir_value (self, "dateTime", date);
  cab_fhir_reference (self, "performer",
                      g_strcmp0 (given_by, "client") == 0 ? self->client_id : contact);
  cab_fhir_reference (self, "sourceReference", evidence);
  cab_fhir_concept (self, "policyRule", NULL, NULL, body);
  add_provision (self, purpose, expires);
  cab_fhir_close_entry (self, "Consent");
}

void
cab_fhir_add_audit (CabFhir *self, CabRecord *row)
{
  g_autofree char *at = cab_fhir_dup (self, row, "at");
  g_autofree char *act = cab_fhir_dup (self, row, "act");
  g_autofree char *kind = cab_fhir_dup (self, row, "subject_kind");

  cab_fhir_open_entry (self, NULL, "AuditEvent");
  cab_fhir_coding (self, "type", "urn:cabinet:code:audit-act", act,
                   cab_fhir_get_label (self, row, "act"));
  cab_fhir_value (self, "recorded", at);
  cab_fhir_open (self, "agent");
  cab_fhir_value (self, "requestor", "true");
  cab_fhir_close (self, "agent");
  cab_fhir_open (self, "source");
  cab_fhir_open (self, "observer");
  cab_fhir_value (self, "display", "Cabinet");
  cab_fhir_close (self, "observer");
  cab_fhir_close (self, "source");
  if (kind != NULL)
    {
      cab_fhir_open (self, "entity");
      cab_fhir_value (self, "name", kind);
      cab_fhir_close (self, "entity");
    }
  cab_fhir_close_entry (self, "AuditEvent");
}
