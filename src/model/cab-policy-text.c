/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-policy-text.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_policy_kind_codes,
                  "policy-kind",
                  { "privacy-notice", N_ ("Privacy notice") },
                  { "consent-text", N_ ("Consent text") },
                  { "practice-terms", N_ ("Terms of the practice") },
                  { "complaint-procedure", N_ ("How to complain") });

CAB_DEFINE_CODES (cab_audience_codes,
                  "audience",
                  { "adult", N_ ("Adults") },
                  { "young-person", N_ ("Young people") },
                  { "guardian", N_ ("Parents and guardians") });

CAB_DEFINE_CODES (cab_purpose_codes,
                  "purpose",
                  { "treatment-record", N_ ("Keeping the treatment record") },
                  { "recording", N_ ("Recordings of sessions") },
                  { "transcript", N_ ("Transcripts of sessions") },
                  { "mood-share", N_ ("Mood and values shown to the clinician") },
                  { "research", N_ ("Research") },
                  { "training", N_ ("Training of others") },
                  { "quality-assurance", N_ ("Checking the quality of the work") },
                  { "service-improvement", N_ ("Improving the service") },
                  { "supervision-identified", N_ ("Supervision with the name") },
                  { "share-gp", N_ ("Sharing with the GP") },
                  { "share-professional", N_ ("Sharing with another professional") },
                  { "share-family", N_ ("Sharing with partner or family") },
                  { "share-payer", N_ ("Sharing with a payer") },
                  { "transfer", N_ ("Handing the file to another clinician") },
                  { "remote-session", N_ ("Sessions by video or phone") },
                  { "marketing", N_ ("Newsletter") },
                  { "guardian-involved", N_ ("Involving a parent or guardian") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_POLICY_TEXT_FIELD_POLICY_KIND] = {
    .name = "policy_kind", .type = CAB_FIELD_CODE, .codes = &cab_policy_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Kind"),
    .why = N_ ("To tell a privacy notice from the text of a consent."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_AUDIENCE] = {
    .name = "audience", .type = CAB_FIELD_CODE, .codes = &cab_audience_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("For"),
    .why = N_ ("To show you a text that is written for you."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_LANGUAGE] = {
    .name = "language", .type = CAB_FIELD_TEXT, .maximum = 35, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Language"),
    .why = N_ ("To show you a text in your language."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_TITLE] = {
    .name = "title", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Title"), .why = N_ ("To name the text."),
    .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_BODY] = {
    .name = "body", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Text"),
    .why = N_ ("To keep word for word what you were told or asked."),
    .fhir = "Consent.policyRule.text", .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_VERSION_NUMBER] = {
    .name = "version_number", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Version"),
    .why = N_ ("To know which version of the text you saw."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_PURPOSES] = {
    .name = "purposes", .type = CAB_FIELD_CODES, .codes = &cab_purpose_codes,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Purposes"),
    .why = N_ ("To show what the text asks your consent for."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_PUBLISHED_AT] = {
    .name = "published_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Published at"),
    .why = N_ ("To know since when the text cannot be changed."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM] = {
    .name = "effective_from", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Effective from"),
    .why = N_ ("To know from which day the text holds."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID] = {
    .name = "supersedes_id", .type = CAB_FIELD_REF, .target = "policy-text",
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Replaces"),
    .why = N_ ("To find the version that was in force before."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_DIGEST] = {
    .name = "digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Digest"),
    .why = N_ ("To prove which words you agreed to."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_POLICY_TEXT_N_FIELDS);

static gboolean
is_sealed (CabRecord *record)
{
  return cab_record_get_loaded (record, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT))->type
         != CAB_VALUE_NONE;
}

const CabKind cab_policy_text_kind = {
  .name = "policy-text",
  .plural = "policy-texts",
  .table = "policy_text",
  .label = N_ ("Policy text"),
  .label_plural = N_ ("Policy texts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("A published text cannot be deleted. Publish a newer version instead."),
  .mutability = CAB_IMMUTABLE_BY_RULE,
  .is_sealed = is_sealed,
  .get_type = cab_policy_text_get_type,
};

CAB_DEFINE_KIND (CabPolicyText, cab_policy_text, &cab_policy_text_kind)
