/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"
#include "cab-vault.h"

G_BEGIN_DECLS

#define CAB_TYPE_PRACTICE (cab_practice_get_type ())
G_DECLARE_FINAL_TYPE (CabPractice, cab_practice, CAB, PRACTICE, GObject)

/**
 * cab_practice_new_take:
 * @vault: (transfer full): an open vault
 *
 * Makes the context object that every function of the upper floors is given:
 * vault, store, clock, ids. Sets the vault's actor to the owner's clinician id
 * once there is one.
 *
 * Thread: the vault's. Returns: (transfer full): the practice
 */
CabPractice *cab_practice_new_take (CabVault *vault) G_GNUC_WARN_UNUSED_RESULT;

CabVault *cab_practice_get_vault (CabPractice *self);
CabDb *cab_practice_get_db (CabPractice *self);
gboolean cab_practice_is_writable (CabPractice *self);

/** cab_practice_dup_now: Returns: (transfer full): the instant now, 20 characters */
char *cab_practice_dup_now (CabPractice *self);

/** cab_practice_dup_today: Returns: (transfer full): today's date in the practice's zone */
char *cab_practice_dup_today (CabPractice *self);

/** cab_practice_dup_new_id: Returns: (transfer full): a fresh record id */
char *cab_practice_dup_new_id (CabPractice *self);

/** cab_practice_get_owner_id: Returns: (nullable): the owner clinician's id */
const char *cab_practice_get_owner_id (CabPractice *self);

/**
 * cab_practice_load:
 * @self: a practice
 * @kind: a kind
 * @id: the record's id
 *
 * Loads one record and checks its content digest.
 *
 * Errors: %CAB_MODEL_ERROR_NOT_FOUND; %CAB_VAULT_ERROR_CONTENT when the stored
 * copy is damaged (audited in a writable file), never altered text.
 * Source: vault.md [V-90].
 *
 * Returns: (transfer full): the record
 */
CabRecord *cab_practice_load (CabPractice *self,
                              const CabKind *kind,
                              const char *id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_practice_save:
 * @self: a practice
 * @record: a record, new or loaded
 *
 * Saves: system fields, derived fields, `check`, gate, INSERT or UPDATE with
 * the optimistic counter, digest, content root, search index, audit row, all in
 * one transaction. A record without changes writes nothing. Inside another
 * transaction (cab_practice_transact()) it joins that one.
 *
 * Errors: any of CAB_MODEL_ERROR or CAB_VAULT_ERROR; the record is then as it
 * was before the call and nothing was written. Source: [M-6], [M-7].
 *
 * Returns: %TRUE when it is on disk
 */
gboolean cab_practice_save (CabPractice *self, CabRecord *record, GError **error);

/**
 * cab_practice_save_quietly:
 * @self: a practice
 * @record: a record
 *
 * The same without an audit row: for drafts between their begin and end [M-18],
 * and for rows that an act's own audit row already tells of.
 *
 * Returns: %TRUE when it is on disk
 */
gboolean cab_practice_save_quietly (CabPractice *self, CabRecord *record, GError **error);

/**
 * cab_practice_store_as_is:
 * @self: a practice
 * @record: a record that carries all its system fields
 *
 * For the import of a transfer or practice bundle [B-74]: INSERTs the row with
 * the system fields exactly as they stand, a fresh content digest, search index,
 * no `check` of rules about the present moment and no audit row of its own (the
 * importer writes one for the whole). Refuses an erased id. What a record refers
 * to may come after it, as long as it comes before the transaction ends.
 *
 * Returns: %TRUE when the row is written in the running transaction
 */
gboolean cab_practice_store_as_is (CabPractice *self, CabRecord *record, GError **error);

/**
 * cab_practice_replace_as_is:
 * @self: a practice
 * @record: a loaded record whose fields were set to another file's
 *
 * The same for a record that is here already: UPDATEs the row, without rules
 * about the present moment and without an audit row of its own.
 *
 * Returns: %TRUE when the row is written in the running transaction
 */
gboolean cab_practice_replace_as_is (CabPractice *self, CabRecord *record, GError **error);

/** CabPracticeWork: work inside one transaction */
typedef gboolean (*CabPracticeWork) (CabPractice *practice, gpointer data, GError **error);

/** cab_practice_transact: one write transaction around several saves; see cab_vault_transact() */
gboolean cab_practice_transact (CabPractice *self,
                                const char *action,
                                CabPracticeWork work,
                                gpointer data,
                                GError **error);

/** cab_practice_read: one read transaction: every row as of one moment */
gboolean cab_practice_read (CabPractice *self,
                            const char *action,
                            CabPracticeWork work,
                            gpointer data,
                            GError **error);

/** cab_practice_trash: moves to the trash, or says why not [M-8] */
gboolean cab_practice_trash (CabPractice *self, CabRecord *record, GError **error);

/** cab_practice_restore: takes back out of the trash; Undo of the same */
gboolean cab_practice_restore (CabPractice *self, CabRecord *record, GError **error);

/**
 * cab_practice_audit_act:
 * @self: a practice
 * @act: an act of [M-57]: open, view, print, export, search …
 * @kind: (nullable): kind of the subject
 * @id: (nullable): id of the subject
 * @payload: (nullable): what is worth keeping; never the words of a search
 *
 * Writes an audit row for an act that changes nothing. In a file opened
 * read-only it does nothing and succeeds [M-7].
 */
gboolean cab_practice_audit_act (CabPractice *self,
                                 const char *act,
                                 const CabKind *kind,
                                 const char *id,
                                 const char *payload,
                                 GError **error);

/**
 * CabFilter:
 * @client_id: (nullable): only what belongs to this client, through owners
 * @field: index among all fields that must equal @equals, when @equals is given
 * @equals: (nullable): a text or code
 * @trashed: -1 both, 0 only what is not in the trash, 1 only what is
 *
 * Rows come by id, or by owner id and ordinal where the kind has one [B-25].
 */
typedef struct
{
  const char *client_id;
  guint field;
  const char *equals;
  int trashed;
} CabFilter;

#define CAB_FILTER_ALL { .trashed = -1 }

/** CabRecordFunc: @record: (transfer none): Returns: %FALSE with @error set to stop */
typedef gboolean (*CabRecordFunc) (CabRecord *record, gpointer data, GError **error);

/**
 * cab_practice_each:
 * @self: a practice
 * @kind: a kind
 * @filter: which rows
 * @func: called with each, in the order of [B-25]
 *
 * Walks records in constant memory; every one was checked against its digest.
 * A damaged one stops the walk with %CAB_VAULT_ERROR_CONTENT, naming kind and id
 * (see cab_practice_set_damage_func() for going on without it). The pieces of
 * files, which have no ids, are refused with %CAB_MODEL_ERROR_INVALID: only
 * cab_chunks_read() reads them [M-54].
 */
gboolean cab_practice_each (CabPractice *self,
                            const CabKind *kind,
                            const CabFilter *filter,
                            CabRecordFunc func,
                            gpointer data,
                            GError **error);

/** cab_practice_list: Returns: (transfer full) (element-type CabRecord): the same as an array */
GPtrArray *cab_practice_list (CabPractice *self,
                              const CabKind *kind,
                              const CabFilter *filter,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_practice_count: Returns: how many rows, -1 with @error set */
gint64 cab_practice_count (CabPractice *self,
                           const CabKind *kind,
                           const CabFilter *filter,
                           GError **error);

/** cab_practice_exists: whether a row of @kind has this id */
gboolean cab_practice_exists (CabPractice *self, const CabKind *kind, const char *id);

/**
 * cab_practice_dup_client_of:
 * @self: a practice
 * @record: any record
 *
 * Follows the owner fields up to the client.
 *
 * Returns: (transfer full) (nullable): the client's id
 */
char *cab_practice_dup_client_of (CabPractice *self, CabRecord *record);

/** cab_practice_get_settings: Returns: (transfer none) (nullable): the one practice record */
CabRecord *cab_practice_get_settings (CabPractice *self);

/** cab_practice_is_erased: whether a tombstone names this id [M-56] */
gboolean cab_practice_is_erased (CabPractice *self, const char *id);

/** cab_practice_dup_preference: Returns: (transfer full) (nullable): a `preference` row's value
 * [M-106] */
char *cab_practice_dup_preference (CabPractice *self, const char *name);
gboolean cab_practice_set_preference (CabPractice *self,
                                      const char *name,
                                      const char *value,
                                      GError **error);

G_END_DECLS
