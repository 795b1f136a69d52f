/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-profile.h"

#include "cab-codes.h"

#include <string.h>

#define EVERY_RIGHT                                                                                \
  (1 << CAB_RIGHT_PROVIDED | 1 << CAB_RIGHT_OBSERVED | 1 << CAB_RIGHT_AUTHORED                     \
   | 1 << CAB_RIGHT_DERIVED | 1 << CAB_RIGHT_RECEIVED)

#define EVERY_SYSTEM_FIELD ((1u << CAB_N_SYSTEM_FIELDS) - 1)

/* A counter of changes would tell that there is something that was left out. */
#define EXTRACT_SYSTEM_FIELDS (EVERY_SYSTEM_FIELD & ~(1u << CAB_SYSTEM_REVISION))

static const char *const only_name[] = { "display_name", NULL };

static const CabBundleShared extract_shared[] = {
  { "clinician", only_name, FALSE }, { "contact", NULL, TRUE }, { "policy-text", NULL, FALSE },
  { "emotion-word", NULL, FALSE },   { "blob", NULL, FALSE },   { NULL, NULL, FALSE },
};

static const CabBundleShared disclosures_shared[] = {
  { "clinician", only_name, FALSE },
  { NULL, NULL, FALSE },
};

static const CabBundleShared transfer_shared[] = {
  { "clinician", NULL, FALSE },    { "contact", NULL, TRUE }, { "policy-text", NULL, FALSE },
  { "emotion-word", NULL, FALSE }, { "blob", NULL, FALSE },   { NULL, NULL, FALSE },
};

/* GDPR Art 13(1)(a), 15(1)(f): the copy says who made it and who supervises. */
static const char *const access_practice_fields[]
    = { "address", "authority_name", "authority_contact", NULL };

/* What a practice did and took in is its own, and cannot be carried on by
 * another: it stands apart, so that records can be equal [B-74], [B-77]. */
static const char *const practice_journal[] = { "audit", "bundle-import", NULL };

static const char *const transfer_left_out[]
    = { "practice", "audit", "bundle-import", "tombstone", "preference",
        "learned-word", NULL };

static const char *const access_left_out[]
    = { "practice", "bundle-import", "tombstone", "preference",
        "learned-word", "signature", NULL };

/* Condition and risk are authored in every case, and what the law makes us keep
 * is not the subject's to take along: the classes and bases say so as well. */
static const char *const portability_left_out[]
    = { "practice",   "audit",      "bundle-import",        "tombstone",
        "preference", "signature",  "process-note",         "condition",
        "draft",      "disclosure", "process-note-version", "learned-word",
        NULL };

static const char *const only_disclosures[] = { "disclosure", NULL };

/* No digests and signatures of notes [B-62], no numbers that could have a gap
 * [B-64]; of the activity log the date, the act and the kind. */
static const char *const extract_fields_left_out[] = {
  "note-version.previous_digest",
  "note-version.digest",
  "process-note-version.previous_digest",
  "process-note-version.digest",
  "addendum.previous_digest",
  "addendum.digest",
  "audit.sequence",
  "audit.actor_id",
  "audit.subject_id",
  "audit.changes",
  /* Follows the notes, also those that stay behind. */
  "client.modified_at",
  "client.modified_by_id",
  NULL,
};

static const CabBundleTaken portability_taken[] = {
  { "note", "client_id", NULL, NULL },
  { "note", "held_on", NULL, NULL },
  { "note", "held_on_zone", NULL, NULL },
  { "note", "minutes", NULL, NULL },
  { "note", "medium", NULL, NULL },
  { "addendum", "note_id", "addendum_kind", "client-statement" },
  { "addendum", "addendum_kind", "addendum_kind", "client-statement" },
  { "addendum", "text", "addendum_kind", "client-statement" },
  { NULL, NULL, NULL, NULL },
};

static const CabBundleRules profiles[] = {
  [CAB_BUNDLE_PROFILE_ACCESS]
  = { .name = "access",
      .description = "Copy of the personal data held about one person",
      .root = "extract",
      .rights = EVERY_RIGHT,
      .external_ids = TRUE,
      .one_client = TRUE,
      .process_notes = CAB_PROCESS_NOTES_BY_LAW,
      .gate = CAB_GATE_SHARE_PROFESSIONAL,
      .practice_fields = access_practice_fields,
      .needs_basis = TRUE,
      .despite_restriction = TRUE,
      .parts = CAB_PART_READABLE | CAB_PART_PDF | CAB_PART_ATTACHMENTS | CAB_PART_FHIR
               | CAB_PART_RECIPIENTS | CAB_PART_WITHHELD,
      .system_fields = EXTRACT_SYSTEM_FIELDS,
      .kinds_left_out = access_left_out,
      .shared = extract_shared,
      .fields_left_out = extract_fields_left_out },
  [CAB_BUNDLE_PROFILE_PORTABILITY]
  = { .name = "portability",
      .description = "Data provided by one person, to take elsewhere",
      .root = "extract",
      .rights = 1 << CAB_RIGHT_PROVIDED | 1 << CAB_RIGHT_OBSERVED,
      .portable_basis = TRUE,
      .external_ids = TRUE,
      .one_client = TRUE,
      .gate = CAB_GATE_SHARE_PROFESSIONAL,
      .needs_basis = TRUE,
      .despite_restriction = TRUE,
      .parts
      = CAB_PART_READABLE | CAB_PART_PDF | CAB_PART_ATTACHMENTS | CAB_PART_FHIR | CAB_PART_SOURCES,
      .system_fields = 1u << CAB_SYSTEM_ID | 1u << CAB_SYSTEM_ORIGIN,
      .kinds_left_out = portability_left_out,
      .shared = extract_shared,
      .fields_left_out = extract_fields_left_out,
      .fields_taken = portability_taken },
  [CAB_BUNDLE_PROFILE_TRANSFER]
  = { .name = "transfer",
      .description = "Record of one client, for the next clinician",
      .root = "record",
      .rights = EVERY_RIGHT,
      .one_client = TRUE,
      .process_notes = CAB_PROCESS_NOTES_ASKED,
      .gate = CAB_GATE_TRANSFER,
      .parts = CAB_PART_READABLE | CAB_PART_PDF | CAB_PART_ATTACHMENTS | CAB_PART_FHIR,
      .system_fields = EVERY_SYSTEM_FIELD,
      .kinds_left_out = transfer_left_out,
      .shared = transfer_shared },
  [CAB_BUNDLE_PROFILE_PRACTICE]
  = { .name = "practice",
      .description = "Whole practice",
      .root = "record",
      .rights = EVERY_RIGHT,
      .despite_restriction = TRUE,
      .parts = CAB_PART_JOURNAL | CAB_PART_ATTACHMENTS | CAB_PART_FHIR_EACH,
      .system_fields = EVERY_SYSTEM_FIELD,
      .journal_kinds = practice_journal },
  [CAB_BUNDLE_PROFILE_DISCLOSURES] = { .name = "disclosures",
                                       .description = "Accounting of disclosures about one person",
                                       .root = "extract",
                                       .rights = EVERY_RIGHT,
                                       .external_ids = TRUE,
                                       .one_client = TRUE,
                                       .gate = CAB_GATE_SHARE_PROFESSIONAL,
                                       .years = 6,
                                       .parts = CAB_PART_READABLE | CAB_PART_RECIPIENTS,
                                       .system_fields = EXTRACT_SYSTEM_FIELDS,
                                       .only_kinds = only_disclosures,
                                       .shared = disclosures_shared,
                                       .fields_left_out = extract_fields_left_out },
};

G_STATIC_ASSERT (G_N_ELEMENTS (profiles) == CAB_N_BUNDLE_PROFILES);

const CabBundleRules *
cab_bundle_profile_get_rules (CabBundleProfile profile)
{
  g_return_val_if_fail (profile < CAB_N_BUNDLE_PROFILES, NULL);

  return &profiles[profile];
}

gboolean
cab_bundle_profile_find (const char *name, CabBundleProfile *profile)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      if (g_strcmp0 (profiles[i].name, name) != 0)
        continue;
      *profile = (CabBundleProfile)i;
      return TRUE;
    }

  return FALSE;
}

CabRight
cab_bundle_right_get_effective (CabRight right, int origin)
{
  if (right != CAB_RIGHT_PROVIDED && right != CAB_RIGHT_OBSERVED)
    return right;

  switch ((CabOrigin)origin)
    {
    case CAB_ORIGIN_AUTHORED:
      return CAB_RIGHT_AUTHORED;
    case CAB_ORIGIN_RECEIVED:
      return CAB_RIGHT_RECEIVED;
    /* What was computed was not provided, whatever the field says. */
    case CAB_ORIGIN_DERIVED:
      return CAB_RIGHT_DERIVED;
    case CAB_ORIGIN_PROVIDED:
    case CAB_ORIGIN_OBSERVED:
      return right;
    }

  /* Nobody said where it came from: then it is not known to be the subject's. */
  return CAB_RIGHT_AUTHORED;
}

static const CabBundleShared *
find_shared (const CabBundleRules *rules, const CabKind *kind)
{
  for (const CabBundleShared *at = rules->shared; at != NULL && at->kind != NULL; at++)
    {
      if (strcmp (at->kind, kind->name) == 0)
        return at;
    }

  return NULL;
}

gboolean
cab_bundle_is_shared (CabBundleProfile profile, const CabKind *kind)
{
  return find_shared (cab_bundle_profile_get_rules (profile), kind) != NULL;
}

gboolean
cab_bundle_shared_by_class (CabBundleProfile profile, const CabKind *kind)
{
  const CabBundleShared *shared = find_shared (cab_bundle_profile_get_rules (profile), kind);

  return shared != NULL && shared->by_class;
}

gboolean
cab_bundle_takes_kind (CabBundleProfile profile, const CabKind *kind)
{
  const CabBundleRules *rules = cab_bundle_profile_get_rules (profile);

  g_return_val_if_fail (rules != NULL && kind != NULL, FALSE);

  if (kind->internal)
    return FALSE;
  if (find_shared (rules, kind) != NULL)
    return TRUE;
  if (rules->only_kinds != NULL)
    return g_strv_contains (rules->only_kinds, kind->name);

  return rules->kinds_left_out == NULL || !g_strv_contains (rules->kinds_left_out, kind->name);
}

/* Whether `kind.field` is in a list of such names. */
static gboolean
is_named (const char *const *list, const CabKind *kind, const CabField *field)
{
  gsize length = strlen (kind->name);

  for (; list != NULL && *list != NULL; list++)
    {
      if (strncmp (*list, kind->name, length) == 0 && (*list)[length] == '.'
          && strcmp (*list + length + 1, field->name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_code (CabRecord *record, const CabKind *kind, const char *field, const char *code)
{
  int index = field == NULL ? -1 : cab_kind_find_field (kind, field);

  return record == NULL || field == NULL
         || (index >= 0 && g_strcmp0 (cab_record_get_text (record, (guint)index), code) == 0);
}

static gboolean
is_exception (const CabBundleRules *rules,
              const CabKind *kind,
              const CabField *field,
              CabRecord *record)
{
  for (const CabBundleTaken *at = rules->fields_taken; at != NULL && at->kind != NULL; at++)
    {
      if (strcmp (at->kind, kind->name) == 0 && strcmp (at->field, field->name) == 0
          && has_code (record, kind, at->when_field, at->when_code))
        return TRUE;
    }

  return FALSE;
}

/* GDPR Art 20(1)(a): processing based on consent or on a contract. */
static gboolean
has_portable_basis (CabRecord *record)
{
  int basis6 = cab_record_get_code (record, CAB_SYSTEM_BASIS6);

  return basis6 == CAB_BASIS6_CONSENT || basis6 == CAB_BASIS6_CONTRACT
         || cab_record_get_code (record, CAB_SYSTEM_BASIS9) == CAB_BASIS9_EXPLICIT_CONSENT;
}

static gboolean
takes_by_class (const CabBundleRules *rules,
                const CabKind *kind,
                const CabField *field,
                CabRecord *record)
{
  CabRight right = field->right;

  if (record == NULL)
    return (rules->rights & 1u << right) != 0 || is_exception (rules, kind, field, NULL);
  if (rules->portable_basis && !has_portable_basis (record))
    return FALSE;
  if (is_exception (rules, kind, field, record))
    return TRUE;
  if (!kind->without_system_fields)
    right = cab_bundle_right_get_effective (right, cab_record_get_code (record, CAB_SYSTEM_ORIGIN));

  return (rules->rights & 1u << right) != 0;
}

static gboolean
takes_shared (const CabBundleRules *rules,
              const CabBundleShared *shared,
              guint field,
              const char *name)
{
  if (field < CAB_N_SYSTEM_FIELDS)
    return field == CAB_SYSTEM_ID
           || (shared->fields == NULL && (rules->system_fields & 1u << field) != 0);

  return shared->fields == NULL || g_strv_contains (shared->fields, name);
}

gboolean
cab_bundle_takes (CabBundleProfile profile, const CabKind *kind, guint field, CabRecord *record)
{
  const CabBundleRules *rules = cab_bundle_profile_get_rules (profile);
  const CabBundleShared *shared = NULL;
  const CabField *entry;

  g_return_val_if_fail (rules != NULL && kind != NULL, FALSE);
  g_return_val_if_fail (field < cab_kind_get_n_fields (kind), FALSE);
  g_return_val_if_fail (record == NULL || cab_record_get_kind (record) == kind, FALSE);

  entry = cab_kind_get_field (kind, field);
  if (!cab_bundle_takes_kind (profile, kind) || !cab_kind_has_field (kind, field)
      || (entry->flags & CAB_FLAG_INTERNAL) != 0 || is_named (rules->fields_left_out, kind, entry))
    return FALSE;
  if (rules->external_ids && kind->ordinal != CAB_NO_OWNER
      && field == (guint)CAB_OWN (kind->ordinal))
    return FALSE;

  shared = find_shared (rules, kind);
  if (shared != NULL && !shared->by_class)
    return takes_shared (rules, shared, field, entry->name);
  if (field < CAB_N_SYSTEM_FIELDS)
    return (rules->system_fields & 1u << field) != 0;

  return takes_by_class (rules, kind, entry, record);
}

gboolean
cab_bundle_takes_record (CabBundleProfile profile, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (kind); i++)
    {
      CabFieldType type = cab_kind_get_field (kind, i)->type;

      if (type != CAB_FIELD_REF && !cab_record_is_none (record, i)
          && cab_bundle_takes (profile, kind, i, record))
        return TRUE;
    }

  return FALSE;
}
