/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-plan.h"
#include "cab-bundle-sink.h"

G_BEGIN_DECLS

/*
 * CabBundleItem: a record of a client's bundle.
 * @record: the record, whole
 * @id: the id it leaves under, external in extracts [B-4]
 * @key: by which the records of a kind are ordered [B-25]
 */
typedef struct
{
  CabRecord *record;
  char *id;
  char *key;
} CabBundleItem;

/*
 * CabBundleTable: the records of one kind, as all writers see them. What a
 * writer gets from here is what leaves: classes, external ids and references
 * are settled, so that XML, CSV, HTML and FHIR cannot differ.
 */
typedef struct
{
  const CabBundlePlan *plan;
  const CabKind *kind;
  guint64 n_records;
  /* Whether it is in journal.xml and not in record.xml */
  gboolean in_journal;
  /* (element-type CabBundleItem): in order; NULL for the practice, which is
   * read row by row */
  GPtrArray *items;
  /* One a field: never, always, or asked of each record */
  guint8 *takes;
} CabBundleTable;

/*
 * CabBundleFileFacts: what is known of a file in attachments/.
 * @extension: the end of its name, a constant
 * @pack: how a ZIP file packs it
 * @sha1: SHA-1 in base64, which FHIR wants; "" until the file was written
 */
typedef struct
{
  const char *extension;
  CabBundlePack pack;
  char sha1[29];
} CabBundleFileFacts;

struct _CabBundlePlan
{
  /* Owned */
  CabPractice *practice;
  CabBundleScope *scope;
  CabRecord *settings;
  CabRecord *client;
  char *consent_event_id;
  /* Borrowed: constants */
  const CabBundleRules *rules;
  /* Owned: record id to CabBundleItem; NULL for the practice */
  GHashTable *items;
  /* Owned: blob id to CabBundleFileFacts; a few bytes a file */
  GHashTable *files;
  /* Owned: (element-type utf8): what was left out because it is damaged */
  GPtrArray *damaged;
  /* Owned: one a kind, in the order of cab_kinds */
  CabBundleTable *tables;
  guint n_tables;
  guint64 n_records;
  guint64 n_bytes;
  guint64 n_text;
  guint64 n_withheld;
};

/* The steps of planning, one file each. */
gboolean
cab_bundle_plan_gather_client (CabBundlePlan *self, GCancellable *cancellable, GError **error);
gboolean
cab_bundle_plan_count_practice (CabBundlePlan *self, GCancellable *cancellable, GError **error);

CabBundleItem *cab_bundle_item_new (CabBundlePlan *plan, CabRecord *record);
void cab_bundle_item_free (CabBundleItem *self);

CabBundleTable *cab_bundle_plan_get_table (const CabBundlePlan *self, const CabKind *kind);

/* Whether the bundle has a part; 0 is what all have. */
gboolean cab_bundle_plan_has_part (const CabBundlePlan *self, CabBundleParts part);

/* The record of that id when it is in the bundle; only for a client's bundle. */
const CabBundleItem *cab_bundle_plan_find (const CabBundlePlan *self, const char *id);

/* Notes the name that the file of a blob will have. */
gboolean
cab_bundle_plan_add_file (CabBundlePlan *self, CabRecord *holder, guint field, GError **error);

/* (transfer full) (nullable): `attachments/<id>.pdf`, of a blob that is in the bundle */
char *cab_bundle_plan_dup_file (const CabBundlePlan *self, const char *blob_id);

/* How the file of a blob is packed. */
CabBundlePack cab_bundle_plan_get_pack (const CabBundlePlan *self, const char *blob_id);

/* SHA-1 of a file that was written, in base64, and its setter. */
const char *cab_bundle_plan_get_sha1 (const CabBundlePlan *self, const char *blob_id);
void cab_bundle_plan_set_sha1 (CabBundlePlan *self, const char *blob_id, GChecksum *sha1);

/* The id a record leaves under; @scratch owns it where it had to be made. */
const char *cab_bundle_plan_get_id (const CabBundlePlan *self, CabRecord *record, char **scratch);

/* Whether any record of the table can have a value there: a CSV heading. */
gboolean cab_bundle_table_has_column (const CabBundleTable *self, guint field);

/*
 * The outside form of a value as it leaves, NULL when there is none or it stays
 * behind; @scratch owns it where it had to be made, and is freed by the next
 * call with the same one.
 */
const char *cab_bundle_table_get_text (const CabBundleTable *self,
                                       CabRecord *record,
                                       guint field,
                                       char **scratch);

/* The same by the field's name, for the writers that know a kind. */
const char *cab_bundle_table_get_named (const CabBundleTable *self,
                                        CabRecord *record,
                                        const char *field,
                                        char **scratch);

/*
 * Walks the records of a table in their order [B-25]; with @client_id only
 * those of that client (of the practice's tables).
 */
gboolean cab_bundle_table_each (const CabBundleTable *self,
                                const char *client_id,
                                CabRecordFunc func,
                                gpointer data,
                                GError **error);

G_END_DECLS
