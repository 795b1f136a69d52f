/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-disclosure.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_direction_kind_codes,
                  "direction-kind",
                  { "to-subject", N_ ("To the client") },
                  { "to-third-party", N_ ("To someone else") });

CAB_DEFINE_CODES (cab_disclosure_ground_codes,
                  "disclosure-ground",
                  { "subject-request", N_ ("Request of the client") },
                  { "consent", N_ ("Consent") },
                  { "treatment", N_ ("Treatment") },
                  { "payment", N_ ("Payment") },
                  { "law", N_ ("Required by law") },
                  { "search-warrant", N_ ("Search warrant") },
                  { "subpoena", N_ ("Subpoena") },
                  { "court-order", N_ ("Court order") },
                  { "safeguarding", N_ ("Safeguarding") },
                  { "vital-interests", N_ ("Vital interests") },
                  { "legal-claim", N_ ("Legal claim") },
                  { "guardian", N_ ("Request of a guardian") },
                  { "agent", N_ ("Request of an agent") });

CAB_DEFINE_CODES (cab_disclosure_channel_codes,
                  "disclosure-channel",
                  { "in-person", N_ ("In person") },
                  { "post", N_ ("Post") },
                  { "email", N_ ("E-mail") },
                  { "portal", N_ ("Portal") },
                  { "usb", N_ ("USB drive") },
                  { "phone", N_ ("Phone") },
                  { "other", N_ ("Other") });

CAB_DEFINE_CODES (cab_encryption_codes,
                  "encryption",
                  { "zip-aes256", N_ ("ZIP, AES-256") },
                  { "none", N_ ("None") },
                  { "paper", N_ ("Paper") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_DISCLOSURE_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Client"),
    .why = N_ ("To show whose data was disclosed."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_TOMBSTONE_ID] = {
    .name = "tombstone_id", .type = CAB_FIELD_REF, .target = "tombstone",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Erased client"),
    .why = N_ ("To keep the fact of a disclosure when the client has been erased."),
    .since = 1
  },
  [CAB_DISCLOSURE_FIELD_DISCLOSED_AT] = {
    .name = "disclosed_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("When"),
    .why = N_ ("To show when your data left the practice."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_DIRECTION_KIND] = {
    .name = "direction_kind", .type = CAB_FIELD_CODE, .codes = &cab_direction_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("To whom"),
    .why = N_ ("To show whether your data went to you or to someone else."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_RECIPIENT_NAME] = {
    .name = "recipient_name", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Recipient"),
    .why = N_ ("To tell you who got your data."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_RECIPIENT_COUNTRY] = {
    .name = "recipient_country", .type = CAB_FIELD_TEXT, .maximum = 2,
    .right = CAB_RIGHT_OBSERVED, .flags = CAB_FLAG_IDENTIFIES,
    .label = N_ ("Country of the recipient"),
    .why = N_ ("To tell you whether your data went abroad."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_WHAT] = {
    .name = "what", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("What was disclosed"),
    .why = N_ ("To tell you which of your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_PURPOSE_TEXT] = {
    .name = "purpose_text", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Purpose"),
    .why = N_ ("To tell you why your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_GROUND] = {
    .name = "ground", .type = CAB_FIELD_CODE, .codes = &cab_disclosure_ground_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Ground"),
    .why = N_ ("To show by what right your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_CONSENT_ID] = {
    .name = "consent_id", .type = CAB_FIELD_REF, .target = "consent-event",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Consent"),
    .why = N_ ("To show on which consent your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_CHANNEL] = {
    .name = "channel", .type = CAB_FIELD_CODE, .codes = &cab_disclosure_channel_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Way"),
    .why = N_ ("To show how your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_ENCRYPTION] = {
    .name = "encryption", .type = CAB_FIELD_CODE, .codes = &cab_encryption_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Protection"),
    .why = N_ ("To show how your data was protected on its way."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_OUTPUT_DIGEST] = {
    .name = "output_digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Digest of what went out"),
    .why = N_ ("To prove what exactly was handed over."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_CORRECTS_ID] = {
    .name = "corrects_id", .type = CAB_FIELD_REF, .target = "disclosure",
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Corrects"),
    .why = N_ ("To mend a mistake in the list without hiding it."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_DISCLOSURE_N_FIELDS);

const CabKind cab_disclosure_kind = {
  .name = "disclosure",
  .plural = "disclosures",
  .table = "disclosure",
  .label = N_ ("Disclosure"),
  .label_plural = N_ ("Disclosures"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_DISCLOSURE_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_OBSERVED,
  .register_kind = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A disclosure cannot be deleted. Add one that corrects it."),
  .mutability = CAB_IMMUTABLE,
  .get_type = cab_disclosure_get_type,
};

CAB_DEFINE_KIND (CabDisclosure, cab_disclosure, &cab_disclosure_kind)
