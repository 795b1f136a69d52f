/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabBundleProfile:
 * @CAB_BUNDLE_PROFILE_ACCESS: access
 * @CAB_BUNDLE_PROFILE_PORTABILITY: portability
 * @CAB_BUNDLE_PROFILE_TRANSFER: transfer
 * @CAB_BUNDLE_PROFILE_PRACTICE: practice
 * @CAB_BUNDLE_PROFILE_DISCLOSURES: disclosures
 *
 * For what a bundle was made. Source: bundle.md [B-1].
 */
typedef enum
{
  CAB_BUNDLE_PROFILE_ACCESS,
  CAB_BUNDLE_PROFILE_PORTABILITY,
  CAB_BUNDLE_PROFILE_TRANSFER,
  CAB_BUNDLE_PROFILE_PRACTICE,
  CAB_BUNDLE_PROFILE_DISCLOSURES
} CabBundleProfile;

extern const CabCodes cab_bundle_profile_codes;

/**
 * CabBundleImportField:
 *
 * The fields of an import in table order, which is export order. Source: bundle.md [B-74].
 */
typedef enum
{
  CAB_BUNDLE_IMPORT_FIELD_BUNDLE_ID,
  CAB_BUNDLE_IMPORT_FIELD_PROFILE,
  CAB_BUNDLE_IMPORT_FIELD_MADE_BY,
  CAB_BUNDLE_IMPORT_FIELD_MADE_AT,
  CAB_BUNDLE_IMPORT_FIELD_IMPORTED_AT,
  CAB_BUNDLE_IMPORT_FIELD_MANIFEST_DIGEST,
  CAB_BUNDLE_IMPORT_FIELD_COUNTS,
  CAB_BUNDLE_IMPORT_FIELD_JOURNAL,
  CAB_BUNDLE_IMPORT_N_FIELDS
} CabBundleImportField;

extern const CabKind cab_bundle_import_kind;

#define CAB_TYPE_BUNDLE_IMPORT (cab_bundle_import_get_type ())
G_DECLARE_FINAL_TYPE (CabBundleImport, cab_bundle_import, CAB, BUNDLE_IMPORT, CabRecord)

G_END_DECLS
