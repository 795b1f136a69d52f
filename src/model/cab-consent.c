/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-consent.h"

#include "cab-codes.h"
#include "cab-policy-text.h"

#include <glib/gi18n.h>

/* clang-format off */
static const CabField fields[] = {
  [CAB_CONSENT_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show that it was you who was asked."), .fhir = "Consent.patient",
    .since = 1
  },
  [CAB_CONSENT_FIELD_PURPOSE] = {
    .name = "purpose", .type = CAB_FIELD_CODE, .codes = &cab_purpose_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Purpose"),
    .why = N_ ("To show what you were asked for, each purpose on its own."),
    .fhir = "Consent.provision.purpose", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CONSENT_N_FIELDS);

const CabKind cab_consent_kind = {
  .name = "consent",
  .plural = "consents",
  .table = "consent",
  .label = N_ ("Consent"),
  .label_plural = N_ ("Consents"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_CONSENT_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .despite_restriction = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A consent is never deleted. Record its withdrawal instead."),
  .mutability = CAB_MUTABLE,
  .get_type = cab_consent_get_type,
};

CAB_DEFINE_KIND (CabConsent, cab_consent, &cab_consent_kind)
