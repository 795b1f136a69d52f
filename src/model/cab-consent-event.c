/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-consent-event.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_consent_act_codes,
                  "consent-act",
                  { "grant", N_ ("Granted") },
                  { "refuse", N_ ("Refused") },
                  { "withdraw", N_ ("Withdrawn") },
                  { "renew", N_ ("Renewed") });

CAB_DEFINE_CODES (cab_given_by_codes,
                  "given-by",
                  { "client", N_ ("The client") },
                  { "guardian", N_ ("A parent or guardian") },
                  { "deputy", N_ ("A court deputy") },
                  { "attorney", N_ ("An attorney") });

CAB_DEFINE_CODES (cab_consent_how_codes,
                  "consent-how",
                  { "signed-paper", N_ ("Signed on paper") },
                  { "signed-screen", N_ ("Signed on screen") },
                  { "verbal", N_ ("Verbally") },
                  { "email", N_ ("By email") },
                  { "letter", N_ ("By letter") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CONSENT_EVENT_FIELD_CONSENT_ID] = {
    .name = "consent_id", .type = CAB_FIELD_REF, .target = "consent",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Consent"), .why = N_ ("To know which purpose was answered."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EVENT] = {
    .name = "event", .type = CAB_FIELD_CODE, .codes = &cab_consent_act_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Answer"), .why = N_ ("To keep your answer."), .fhir = "Consent.status",
    .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON] = {
    .name = "effective_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Effective on"),
    .why = N_ ("To show from which day your answer counts."), .fhir = "Consent.dateTime",
    .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_POLICY_ID] = {
    .name = "policy_id", .type = CAB_FIELD_REF, .target = "policy-text",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Text"), .why = N_ ("To show which words you agreed to."),
    .fhir = "Consent.policyRule", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST] = {
    .name = "policy_digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Digest of the text"),
    .why = N_ ("To prove which words you agreed to."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_GIVEN_BY] = {
    .name = "given_by", .type = CAB_FIELD_CODE, .codes = &cab_given_by_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED, .label = N_ ("Given by"),
    .why = N_ ("To show whether you answered, or someone with the right to answer for you."),
    .fhir = "Consent.performer", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID] = {
    .name = "given_by_contact_id", .type = CAB_FIELD_REF, .target = "client-contact",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED, .label = N_ ("Answered for the client by"),
    .why = N_ ("To show who answered for you."), .fhir = "Consent.performer", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_AUTHORITY_SEEN] = {
    .name = "authority_seen", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED,
    .label = N_ ("Authority seen"),
    .why = N_ ("To show what proved that this person may answer for you."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_HOW] = {
    .name = "how", .type = CAB_FIELD_CODE, .codes = &cab_consent_how_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("How"), .why = N_ ("To show in which way your answer was given."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EVIDENCE_ID] = {
    .name = "evidence_id", .type = CAB_FIELD_REF, .target = "attachment",
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Evidence"),
    .why = N_ ("To find the signed form or letter."), .fhir = "Consent.sourceReference",
    .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_WITNESS] = {
    .name = "witness", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED, .label = N_ ("Witness"),
    .why = N_ ("To show who else heard a spoken answer."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EXPIRES_ON] = {
    .name = "expires_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Expires on"),
    .why = N_ ("To show until which day your answer counts."),
    .fhir = "Consent.provision.period.end", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EVENT_NOTE] = {
    .name = "event_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Note"),
    .why = N_ ("To keep what else was said when you answered."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CONSENT_EVENT_N_FIELDS);

const CabKind cab_consent_event_kind = {
  .name = "consent-event",
  .plural = "consent-events",
  .table = "consent_event",
  .label = N_ ("Consent event"),
  .label_plural = N_ ("Consent events"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_CONSENT_EVENT_FIELD_CONSENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .despite_restriction = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("What a person agreed to or refused is never deleted. Record the "
                       "change as a new event."),
  .mutability = CAB_IMMUTABLE,
  .get_type = cab_consent_event_get_type,
};

CAB_DEFINE_KIND (CabConsentEvent, cab_consent_event, &cab_consent_event_kind)
