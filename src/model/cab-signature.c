/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-signature.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_signed_kind_codes,
                  "signed-kind",
                  { "note-version", N_ ("Note") },
                  { "process-note-version", N_ ("Process note") },
                  { "addendum", N_ ("Addendum") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_SIGNATURE_FIELD_SIGNED_KIND] = {
    .name = "signed_kind", .type = CAB_FIELD_CODE, .codes = &cab_signed_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("What was signed"), .why = N_ ("To know what kind of text was signed."),
    .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNED_ID] = {
    .name = "signed_id", .type = CAB_FIELD_TEXT, .minimum = 36, .maximum = 36,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Signed text"), .why = N_ ("To know which text was signed."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNER_ID] = {
    .name = "signer_id", .type = CAB_FIELD_REF, .target = "clinician",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Signed by"), .why = N_ ("To know who answers for the text."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNED_AT] = {
    .name = "signed_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Signed at"),
    .why = N_ ("To know when the text was signed."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNED_DIGEST] = {
    .name = "signed_digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Signed digest"),
    .why = N_ ("To prove that the signed text is still the same."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_STATEMENT] = {
    .name = "statement", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Statement"),
    .why = N_ ("To keep what was stated by signing."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_IMAGE] = {
    .name = "image", .type = CAB_FIELD_BLOB_REF, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Image"),
    .why = N_ ("To show how the signature looks on paper."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_SIGNATURE_N_FIELDS);

const CabKind cab_signature_kind = {
  .name = "signature",
  .plural = "signatures",
  .table = "signature",
  .label = N_ ("Signature"),
  .label_plural = N_ ("Signatures"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A signature is never removed."),
  .mutability = CAB_IMMUTABLE,
  .of_client = "SELECT id FROM signature WHERE signed_id IN ("
               "SELECT id FROM note_version "
               "WHERE note_id IN (SELECT id FROM note WHERE client_id = ?1) "
               "UNION ALL SELECT id FROM process_note_version "
               "WHERE note_id IN (SELECT id FROM process_note WHERE client_id = ?1) "
               "UNION ALL SELECT id FROM addendum "
               "WHERE note_id IN (SELECT id FROM note WHERE client_id = ?1))",
  .get_type = cab_signature_get_type,
};

CAB_DEFINE_KIND (CabSignature, cab_signature, &cab_signature_kind)
