/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-field.h"

G_BEGIN_DECLS

typedef struct _CabRecord CabRecord;
typedef struct _CabPractice CabPractice;
typedef struct _CabKind CabKind;

/**
 * CabSystemField:
 *
 * The fields that every record has, in table order. A field index below
 * %CAB_N_SYSTEM_FIELDS is one of these; a kind's own fields follow, so that
 * one number names any field of a record: see CAB_OWN().
 *
 * Source: records.md [M-5]. `frozen_by` comes with the kind it refers to, in S3.
 */
typedef enum
{
  CAB_SYSTEM_ID,
  CAB_SYSTEM_REVISION,
  CAB_SYSTEM_CREATED_AT,
  CAB_SYSTEM_MODIFIED_AT,
  CAB_SYSTEM_CREATED_BY,
  CAB_SYSTEM_MODIFIED_BY,
  CAB_SYSTEM_ORIGIN,
  CAB_SYSTEM_SOURCE,
  CAB_SYSTEM_BASIS6,
  CAB_SYSTEM_BASIS9,
  CAB_SYSTEM_SENSITIVITY,
  CAB_SYSTEM_TRASHED_AT,
  CAB_SYSTEM_BUNDLE,
  CAB_SYSTEM_EXTENSION,
  CAB_SYSTEM_CONTENT_DIGEST,
  CAB_N_SYSTEM_FIELDS
} CabSystemField;

/**
 * CAB_NO_OWNER:
 *
 * The `owner` of a kind that belongs to no client.
 */
#define CAB_NO_OWNER (-1)

/**
 * CabTrash:
 * @CAB_TRASH_NEVER: moving to the trash is refused, see `trash_refusal`
 * @CAB_TRASH_YES: may be moved to the trash
 * @CAB_TRASH_RULE: the kind's `check_trash` decides
 */
typedef enum
{
  CAB_TRASH_NEVER,
  CAB_TRASH_YES,
  CAB_TRASH_RULE
} CabTrash;

/**
 * CabMutability:
 * @CAB_MUTABLE: ordinary
 * @CAB_IMMUTABLE: triggers and model refuse every change of content after the first save
 * @CAB_IMMUTABLE_BY_RULE: immutable once `is_sealed` says so (signed, published)
 *
 * Source: records.md [M-9].
 */
typedef enum
{
  CAB_MUTABLE,
  CAB_IMMUTABLE,
  CAB_IMMUTABLE_BY_RULE
} CabMutability;

/**
 * CabKind:
 * @name: the kind's name, kebab-case (`note-version`)
 * @plural: its list element and CSV file (`note-versions`)
 * @table: its SQL table (`note_version`)
 * @label: what a person reads, singular, marked for translation
 * @label_plural: the same for many
 * @fields: the kind's own fields, without the system fields
 * @n_fields: how many
 * @owner: index in @fields of the reference that leads to the client, itself or
 *   through other kinds; %CAB_NO_OWNER for registers and shared kinds
 * @ordinal: index in @fields of the number by which rows of one owner are
 *   ordered (versions, chunks), else %CAB_NO_OWNER
 * @origin: default origin, an index into cab_origin_codes
 * @register_kind: kept by law: default basis is legal-obligation [B-6]
 * @despite_restriction: may be written for a restricted client [M-19]: consents,
 *   disclosures, what the law keeps
 * @without_system_fields: blob-chunk (content-digest alone) and audit (none)
 * @internal: never exported as a kind of its own; @internal_reason says why
 * @trash: whether it may be trashed
 * @trash_refusal: the sentence when it may not
 * @mutability: see #CabMutability
 * @mutable_fields: own fields that stay writable in an immutable record, as a
 *   list of indices ended by -1, or %NULL
 * @check: (nullable): rules over several fields and other records; called
 *   inside the saving transaction with the record as it will be stored
 * @check_trash: (nullable): for %CAB_TRASH_RULE
 * @is_sealed: (nullable): for %CAB_IMMUTABLE_BY_RULE, over the values as loaded
 * @before_save: (nullable): fills derived fields (D) from the others
 * @after_save: (nullable): brings derived fields (D) of other records up to date,
 *   once the row is written and in the same transaction
 * @describe: (nullable): one line for lists and the audit, with no sensitive text
 * @of_client: (nullable): for a kind with no owner field, a const SELECT of the
 *   ids of its rows that belong to the client ?1 (attachment's blob, a
 *   signature's note)
 * @get_type: its GType
 *
 * A kind of record. Source: style.md 2.1.
 */
struct _CabKind
{
  const char *name;
  const char *plural;
  const char *table;
  const char *label;
  const char *label_plural;
  const CabField *fields;
  guint n_fields;
  int owner;
  int ordinal;
  int origin;
  guint register_kind : 1;
  guint despite_restriction : 1;
  guint without_system_fields : 1;
  guint internal : 1;
  const char *internal_reason;
  CabTrash trash;
  const char *trash_refusal;
  CabMutability mutability;
  const int *mutable_fields;
  gboolean (*check) (CabPractice *practice, CabRecord *record, GError **error);
  gboolean (*check_trash) (CabPractice *practice, CabRecord *record, GError **error);
  gboolean (*is_sealed) (CabRecord *record);
  gboolean (*before_save) (CabPractice *practice, CabRecord *record, GError **error);
  gboolean (*after_save) (CabPractice *practice, CabRecord *record, GError **error);
  char *(*describe) (CabRecord *record);
  const char *of_client;
  GType (*get_type) (void);
};

/**
 * CAB_OWN:
 * @field: an index of a kind's own table (`CAB_NOTE_FIELD_CLIENT_ID`)
 *
 * Returns: the index among all fields of the record
 */
#define CAB_OWN(field) (CAB_N_SYSTEM_FIELDS + (field))

/** cab_kinds: (array zero-terminated=1): all kinds, in export order; ends with %NULL. */
extern const CabKind *const cab_kinds[];

/** cab_system_fields: the system fields of [M-5]. */
extern const CabField cab_system_fields[CAB_N_SYSTEM_FIELDS];

/**
 * cab_kind_find:
 * @name: a kind's name, its table or its plural
 *
 * Returns: (nullable): the kind
 */
const CabKind *cab_kind_find (const char *name);

/**
 * cab_kind_get_n_fields:
 * @self: a kind
 *
 * Returns: how many fields a record of it has, system fields included
 */
guint cab_kind_get_n_fields (const CabKind *self);

/**
 * cab_kind_get_field:
 * @self: a kind
 * @index: below cab_kind_get_n_fields()
 *
 * Returns: the field; a system field when @index < %CAB_N_SYSTEM_FIELDS
 */
const CabField *cab_kind_get_field (const CabKind *self, guint index);

/**
 * cab_kind_has_field:
 * @self: a kind
 * @index: below cab_kind_get_n_fields()
 *
 * Whether the kind stores that field: false for the system fields that audit
 * and blob-chunk do without.
 *
 * Returns: %TRUE when there is such a column
 */
gboolean cab_kind_has_field (const CabKind *self, guint index);

/**
 * cab_kind_holds_health_data:
 * @self: a kind
 *
 * Source: records.md [M-5], basis9.
 *
 * Returns: whether its records are of a client and have a field flagged S
 */
gboolean cab_kind_holds_health_data (const CabKind *self);

/**
 * cab_kind_find_field:
 * @self: a kind
 * @name: `date_of_birth` or `date-of-birth`
 *
 * Returns: the index among all fields, -1 when there is none
 */
int cab_kind_find_field (const CabKind *self, const char *name);

G_END_DECLS
