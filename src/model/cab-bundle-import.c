/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-bundle-import.h"

#include "cab-codes.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_##field)

CAB_DEFINE_CODES (cab_bundle_profile_codes,
                  "bundle-profile",
                  { "access", N_ ("Access") },
                  { "portability", N_ ("Portability") },
                  { "transfer", N_ ("Transfer") },
                  { "practice", N_ ("Practice") },
                  { "disclosures", N_ ("Disclosures") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_BUNDLE_IMPORT_FIELD_BUNDLE_ID] = {
    .name = "bundle_id", .type = CAB_FIELD_TEXT, .maximum = 64, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Bundle"), .why = N_ ("To know the bundle again."),
    .since = 1
  },
  [CAB_BUNDLE_IMPORT_FIELD_PROFILE] = {
    .name = "profile", .type = CAB_FIELD_CODE, .codes = &cab_bundle_profile_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .label = N_ ("Made for"),
    .why = N_ ("To show for what the bundle was made."), .since = 1
  },
  [CAB_BUNDLE_IMPORT_FIELD_MADE_BY] = {
    .name = "made_by", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Made by"),
    .why = N_ ("To show from whom your record came."), .since = 1
  },
  [CAB_BUNDLE_IMPORT_FIELD_MADE_AT] = {
    .name = "made_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Made"),
    .why = N_ ("To show as of when the record came."), .since = 1
  },
  [CAB_BUNDLE_IMPORT_FIELD_IMPORTED_AT] = {
    .name = "imported_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Imported"),
    .why = N_ ("To show when your record came."), .since = 1
  },
  [CAB_BUNDLE_IMPORT_FIELD_MANIFEST_DIGEST] = {
    .name = "manifest_digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Digest of the bundle"),
    .why = N_ ("To prove which bundle was read."), .since = 1
  },
  [CAB_BUNDLE_IMPORT_FIELD_COUNTS] = {
    .name = "counts", .type = CAB_FIELD_TEXT, .maximum = 2000, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("How much"),
    .why = N_ ("To show how many records of each kind came."), .since = 1
  },
  [CAB_BUNDLE_IMPORT_FIELD_JOURNAL] = {
    .name = "journal", .type = CAB_FIELD_BLOB_REF, .right = CAB_RIGHT_DERIVED,
    .label = N_ ("Received journal"),
    .why = N_ ("To keep the activity log that came with the bundle."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_BUNDLE_IMPORT_N_FIELDS);

static char *
describe (CabRecord *record)
{
  return g_strdup_printf ("%.10s, %s", cab_record_get_text (record, OWN (IMPORTED_AT)),
                          cab_record_get_text (record, OWN (MADE_BY)));
}

const CabKind cab_bundle_import_kind = {
  .name = "bundle-import",
  .plural = "bundle-imports",
  .table = "bundle_import",
  .label = N_ ("Import"),
  .label_plural = N_ ("Imports"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_DERIVED,
  .register_kind = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("The list of imports only grows."),
  .mutability = CAB_IMMUTABLE,
  .describe = describe,
  .get_type = cab_bundle_import_get_type,
};

CAB_DEFINE_KIND (CabBundleImport, cab_bundle_import, &cab_bundle_import_kind)
