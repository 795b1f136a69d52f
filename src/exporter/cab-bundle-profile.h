/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-import.h"
#include "cab-consent-gate.h"

G_BEGIN_DECLS

#define CAB_N_BUNDLE_PROFILES (CAB_BUNDLE_PROFILE_DISCLOSURES + 1)

/**
 * CabBundleParts:
 * @CAB_PART_JOURNAL: `journal.xml`
 * @CAB_PART_READABLE: `record.html`
 * @CAB_PART_PDF: `record.pdf`, when the scope says who draws it
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
  CAB_PART_SOURCES = 1 << 7,
  CAB_PART_PDF = 1 << 8
} CabBundleParts;

/**
 * CabBundleShared:
 * @kind: a kind that stands by itself: clinician, contact, policy text, blob
 * @fields: (nullable): its own fields that are written, ended by %NULL, and then
 *   none of the system fields but the id; %NULL for the whole record
 * @by_class: whether class and legal basis are asked of it as of any other kind,
 *   because it is about a person
 *
 * A kind whose records are never looked for, but added because a record of the
 * bundle refers to them.
 */
typedef struct
{
  const char *kind;
  const char *const *fields;
  gboolean by_class;
} CabBundleShared;

/**
 * CabProcessNotes:
 * @CAB_PROCESS_NOTES_TAKEN: like everything else
 * @CAB_PROCESS_NOTES_BY_LAW: as the practice's jurisdiction has it
 * @CAB_PROCESS_NOTES_ASKED: somebody must say
 *
 * Whether a client's process notes go along. Source: [B-5], [M-40].
 */
typedef enum
{
  CAB_PROCESS_NOTES_TAKEN,
  CAB_PROCESS_NOTES_BY_LAW,
  CAB_PROCESS_NOTES_ASKED
} CabProcessNotes;

/**
 * CabBundleTaken:
 * @kind: a kind
 * @field: its field that is taken whatever its class is
 * @when_field: (nullable): only in a record in which this field
 * @when_code: (nullable): has this code
 *
 * An exception to the classes that [B-5] makes by name.
 */
typedef struct
{
  const char *kind;
  const char *field;
  const char *when_field;
  const char *when_code;
} CabBundleTaken;

/**
 * CabBundleRules:
 * @name: `access`
 * @description: fixed words of `External-Description`
 * @root: name of the root element of record.xml, `extract` or `record`
 * @rights: set of effective classes that are taken, as `1 << CAB_RIGHT_…`
 * @portable_basis: only records that Art 20(1) covers by their legal basis
 * @external_ids: ids that cannot be joined with those of another person [B-4];
 *   then also no counter of any kind: no ordinals, no revisions [B-64]
 * @one_client: about one client; else about everyone
 * @process_notes: see #CabProcessNotes
 * @gate: what a consent must open [M-95] when it leaves with ground `consent`
 * @practice_fields: (nullable): fields of the practice that must be filled in
 *   first, ended by %NULL
 * @needs_basis: refused while a record that names a person has no legal basis [B-6]
 * @despite_restriction: made of a restricted client's record whoever gets it [B-7]
 * @years: only disclosures of so many years back; 0 for all
 * @parts: parts written
 * @system_fields: set of system fields written, as `1 << CAB_SYSTEM_…`
 * @only_kinds: (nullable): the only kinds looked for, ended by %NULL
 * @kinds_left_out: (nullable): kinds never written, ended by %NULL
 * @journal_kinds: (nullable): kinds that go into journal.xml and not into
 *   record.xml, ended by %NULL
 * @shared: (nullable): kinds that come by reference, ended by a row without kind
 * @fields_left_out: (nullable): `kind.field`, ended by %NULL
 * @fields_taken: (nullable): exceptions, ended by a row without kind
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
  CabProcessNotes process_notes;
  CabGateAct gate;
  const char *const *practice_fields;
  gboolean needs_basis;
  gboolean despite_restriction;
  guint years;
  CabBundleParts parts;
  guint system_fields;
  const char *const *only_kinds;
  const char *const *kinds_left_out;
  const char *const *journal_kinds;
  const CabBundleShared *shared;
  const char *const *fields_left_out;
  const CabBundleTaken *fields_taken;
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
 * cab_bundle_is_shared:
 * @profile: a profile
 * @kind: a kind
 *
 * Returns: whether records of @kind are only added because others refer to them
 */
gboolean cab_bundle_is_shared (CabBundleProfile profile, const CabKind *kind);

/** cab_bundle_shared_by_class: whether it is shared, and class and basis are asked of it */
gboolean cab_bundle_shared_by_class (CabBundleProfile profile, const CabKind *kind);

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
gboolean
cab_bundle_takes (CabBundleProfile profile, const CabKind *kind, guint field, CabRecord *record);

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
