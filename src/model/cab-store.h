/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/*
 * CabStore turns field tables into SQL and rows into records. It knows no rule:
 * that is CabPractice's. Private to the model.
 */
typedef struct _CabStore CabStore;

/**
 * CabStoreQuery:
 * @CAB_STORE_SELECT: one row by id
 * @CAB_STORE_INSERT: a new row
 * @CAB_STORE_UPDATE: a row whose revision is still the loaded one
 * @CAB_STORE_DELETE: a row by id, for erasing
 *
 * The statements that every kind with a table has; tests/golden/sql shows them.
 */
typedef enum
{
  CAB_STORE_SELECT,
  CAB_STORE_INSERT,
  CAB_STORE_UPDATE,
  CAB_STORE_DELETE,
  CAB_N_STORE_QUERIES
} CabStoreQuery;

CabStore *cab_store_new (CabVault *vault);
void cab_store_free (CabStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabStore, cab_store_free)

/** cab_store_dup_sql: Returns: (transfer full): the statement's text, made of the field table alone
 */
char *cab_store_dup_sql (const CabKind *kind, CabStoreQuery query);

/** cab_store_dup_list_sql: the same for a list; @what is "*" for the columns or "count(*)" */
char *cab_store_dup_list_sql (const CabKind *kind, const CabFilter *filter, gboolean count);

/**
 * cab_store_append_client_condition:
 * @sql: a statement being made
 * @kind: a kind
 * @id: the expression that is the id of a row of @kind
 *
 * Appends the condition "this row belongs to client ?1": the client itself, an
 * owner chain of any length, or the kind's own `of_client`.
 */
void cab_store_append_client_condition (GString *sql, const CabKind *kind, const char *id);

CabRecord *cab_store_load (CabStore *self, const CabKind *kind, const char *id, GError **error);

gboolean cab_store_each (CabStore *self,
                         const CabKind *kind,
                         const CabFilter *filter,
                         CabRecordFunc func,
                         gpointer data,
                         GError **error);

gint64
cab_store_count (CabStore *self, const CabKind *kind, const CabFilter *filter, GError **error);

/** cab_store_exists: -1 with @error set, 0 no, 1 yes */
int cab_store_exists (CabStore *self, const CabKind *kind, const char *id, GError **error);

/**
 * cab_store_insert:
 * Writes a new row with a fresh digest and keeps the content root. Inside a transaction.
 */
gboolean cab_store_insert (CabStore *self, CabRecord *record, GError **error);

/**
 * cab_store_update:
 * Writes the row if its revision is still the loaded one, and raises it.
 * Errors: %CAB_MODEL_ERROR_CONFLICT. Inside a transaction.
 */
gboolean cab_store_update (CabStore *self, CabRecord *record, GError **error);

/** cab_store_delete: erases a row and takes it out of the content root; for cab-erase callers */
gboolean cab_store_delete (CabStore *self, CabRecord *record, GError **error);

/** cab_store_delete_id: the same by id, without reading the record, which may be damaged */
gboolean cab_store_delete_id (CabStore *self, const CabKind *kind, const char *id, GError **error);

/** cab_store_compute_digest: @digest: (out) (array fixed-size=32): of the record as it stands
 * [V-90] */
void cab_store_compute_digest (CabStore *self, CabRecord *record, guint8 *digest);

/**
 * cab_store_walk_rows:
 * @vault: any open vault: the practice, a backup, a work copy
 * @sink: told the stored and the computed digest of every row
 * @sink_data: for @sink
 * @data: unused
 * @error: return location
 *
 * The model's part of every verification: a #CabVaultRows. The chunks of blobs
 * are the vault's own.
 *
 * Source: vault.md [V-90], [V-91].
 */
gboolean cab_store_walk_rows (CabVault *vault,
                              CabVaultRowSink sink,
                              gpointer sink_data,
                              gpointer data,
                              GError **error);

G_END_DECLS
