/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabBundleProfile:
 * @CAB_PROFILE_ACCESS: the subject's copy of everything held about them
 * @CAB_PROFILE_PORTABILITY: what the subject gave, to take elsewhere (Art 20)
 * @CAB_PROFILE_TRANSFER: one client's record for the next clinician, without loss
 * @CAB_PROFILE_PRACTICE: the whole practice, without loss
 * @CAB_PROFILE_DISCLOSURES: who was told what about the subject
 *
 * What a bundle is for. The numbers are those of cab_bundle_profile_codes.
 *
 * Source: bundle.md [B-1].
 */
typedef enum
{
  CAB_PROFILE_ACCESS,
  CAB_PROFILE_PORTABILITY,
  CAB_PROFILE_TRANSFER,
  CAB_PROFILE_PRACTICE,
  CAB_PROFILE_DISCLOSURES
} CabBundleProfile;

#define CAB_N_BUNDLE_PROFILES (CAB_PROFILE_DISCLOSURES + 1)

/**
 * CabBundleParts:
 * @CAB_PART_JOURNAL: `journal.xml`
 * @CAB_PART_READABLE: `record.html`
 * @CAB_PART_ATTACHMENTS: `attachments/`
 * @CAB_PART_FHIR: `fhir/bundle.xml`
 * @CAB_PART_FHIR_EACH: `fhir/<client id>.xml`, one a client
 * @CAB_PART_RECIPIENTS: `notice/recipients.csv`
 * @CAB_PART_WITHHELD: `notice/withheld.html`
 * @CAB_PART_SOURCES: `notice/sources.html`
 *
 * The parts that not every profile has; record.xml, csv, schema and the front
 * page are in all. Source: bundle.md [B-10], [B-11].
 */
typedef enum
{
  CAB_PART_JOURNAL = 1 << 0,
  CAB_PART_READABLE = 1 << 1,
  CAB_PART_ATTACHMENTS = 1 << 2,
  CAB_PART_FHIR = 1 << 3,
  CAB_PART_FHIR_EACH = 1 << 4,
  CAB_PART_RECIPIENTS = 1 << 5,
  CAB_PART_WITHHELD = 1 << 6,
  CAB_PART_SOURCES = 1 << 7
} CabBundleParts;

/**
 * CabBundleRules:
 * @name: `access`
 * @description: fixed words of `External-Description`
 * @root: name of the root element of record.xml, `extract` or `record`
 * @rights: set of effective classes that are taken, as `1 << CAB_RIGHT_…`
 * @portable_basis: only records that Art 20(1) covers by their legal basis
 * @external_ids: ids that cannot be joined with those of another person [B-4]
 * @one_client: about one client; else about everyone
 * @parts: parts written
 * @system_fields: set of system fields written, as `1 << CAB_SYSTEM_…`
 * @kinds_left_out: (nullable): kinds never written, ended by %NULL
 * @only_kinds: (nullable): the only kinds written, ended by %NULL
 * @shared_fields: (nullable): of kinds that stand by themselves and are only
 *   added because a record refers to them, the fields that are written:
 *   `kind.field`, ended by %NULL; a shared kind that is not named is whole
 * @fields_left_out: (nullable): `kind.field`, ended by %NULL
 * @fields_taken: (nullable): `kind.field`, whatever their class is
 *
 * One row of the table of profiles: what a bundle of it takes and writes.
 * Nothing outside the table decides that.
 *
 * Source: bundle.md [B-1], [B-5].
 */
typedef struct
{
  const char *name;
  const char *description;
  const char *root;
  guint rights;
  gboolean portable_basis;
  gboolean external_ids;
  gboolean one_client;
  CabBundleParts parts;
  guint system_fields;
  const char *const *kinds_left_out;
  const char *const *only_kinds;
  const char *const *shared_fields;
  const char *const *fields_left_out;
  const char *const *fields_taken;
} CabBundleRules;

/**
 * cab_bundle_profile_get_rules:
 * @profile: a profile
 *
 * Returns: (transfer none): its row of the table
 */
const CabBundleRules *cab_bundle_profile_get_rules (CabBundleProfile profile);

/**
 * cab_bundle_profile_find:
 * @name: `access`
 * @profile: (out): the profile of that name
 *
 * Returns: %FALSE when there is none; @profile is then untouched
 */
gboolean cab_bundle_profile_find (const char *name, CabBundleProfile *profile);

/**
 * cab_bundle_right_get_effective:
 * @right: the class of a field
 * @origin: the origin of the record, an index into cab_origin_codes
 *
 * The class of a value: what the field says, lowered by the record's origin and
 * never raised by it.
 *
 * Source: records.md [M-3].
 *
 * Returns: the effective class
 */
CabRight cab_bundle_right_get_effective (CabRight right, int origin);

/**
 * cab_bundle_takes_kind:
 * @profile: a profile
 * @kind: a kind
 *
 * Whether any record of the kind can be in a bundle of the profile.
 *
 * Thread: any; pure. Source: bundle.md [B-5].
 *
 * Returns: %TRUE when records of @kind are looked at
 */
gboolean cab_bundle_takes_kind (CabBundleProfile profile, const CabKind *kind);

/**
 * cab_bundle_takes:
 * @profile: a profile
 * @kind: a kind
 * @field: an index among all fields of the kind
 * @record: (nullable): the record; %NULL asks whether any record could
 *
 * Whether the value of a field goes into a bundle. The one place that decides
 * by class, origin and legal basis.
 *
 * Thread: any; pure. Source: bundle.md [B-1] to [B-3], [B-5]; records.md [M-3];
 * GDPR Art 15, 20(1).
 *
 * Returns: %TRUE when it is written
 */
gboolean cab_bundle_takes (CabBundleProfile profile, const CabKind *kind, guint field,
                           CabRecord *record);

/**
 * cab_bundle_takes_record:
 * @profile: a profile
 * @record: a record
 *
 * Whether a record is written: when at least one of its own fields that is not
 * a reference is taken and holds a value.
 *
 * Thread: any; pure. Source: bundle.md [B-3].
 *
 * Returns: %TRUE when the record is in the bundle
 */
gboolean cab_bundle_takes_record (CabBundleProfile profile, CabRecord *record);

G_END_DECLS
