/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-bundle-source.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabImportConflicts:
 * @CAB_IMPORT_KEEP: what is here stays
 * @CAB_IMPORT_TAKE: the bundle's replaces it, but never a signed or immutable one
 * @CAB_IMPORT_BOTH: the bundle's comes beside it under a new id, where nothing
 *   else hangs on a record of its kind
 *
 * What happens to a record that is here with the same id and another content.
 */
typedef enum
{
  CAB_IMPORT_KEEP,
  CAB_IMPORT_TAKE,
  CAB_IMPORT_BOTH
} CabImportConflicts;

/**
 * CabImportCount:
 * @kind: a kind
 * @n_new: records that are not here
 * @n_same: records that are here and equal in every field
 * @n_conflict: records that are here and differ
 * @n_erased: records that were erased here and stay erased
 * @n_undecided: records that wait for a decision, and what hangs on them
 */
typedef struct
{
  const CabKind *kind;
  guint64 n_new;
  guint64 n_same;
  guint64 n_conflict;
  guint64 n_erased;
  guint64 n_undecided;
} CabImportCount;

/**
 * CabImportConflict:
 * @kind: its kind
 * @id: its id
 * @fields: names of the fields that differ, joined by ", "
 * @theirs: the bundle's
 * @mine: what is here
 * @their_text: (nullable): of a note whose versions differ: the bundle's last text
 * @my_text: (nullable): and the one here
 * @can_take: whether theirs can replace it
 * @can_both: whether theirs can stand beside it
 * @choice: what happens to it; what cab_import_conflict_allows() does not allow
 *   keeps what is here
 */
typedef struct
{
  const CabKind *kind;
  char *id;
  char *fields;
  CabRecord *theirs;
  CabRecord *mine;
  char *their_text;
  char *my_text;
  gboolean can_take;
  gboolean can_both;
  CabImportConflicts choice;
} CabImportConflict;

/**
 * cab_import_conflict_allows:
 * @self: a record that differs
 * @choice: what might happen to it
 *
 * Returns: whether it can: what is signed or immutable stays, a note whose text
 *   was written on here is not replaced by one that was not, and beside what
 *   others hang on no second one can stand
 */
gboolean cab_import_conflict_allows (const CabImportConflict *self, CabImportConflicts choice);

/**
 * CabImportNamesake:
 * @theirs: a client of the bundle
 * @mine: a client here with another id and the same name and birth date
 * @is_other: a person said that they are two people
 *
 * Somebody who may be here already. Unless it is said that they are two, the
 * bundle's stays away with all that hangs on it.
 */
typedef struct
{
  CabRecord *theirs;
  CabRecord *mine;
  gboolean is_other;
} CabImportNamesake;

/**
 * CabImportPreview:
 * @bundle_id: the bundle's id
 * @profile: `transfer` or `practice`
 * @made_by: who made it, from `bag-info.txt`
 * @made_at: when, an instant
 * @counts: (element-type CabImportCount): one a kind that the bundle holds
 * @conflicts: (element-type CabImportConflict): at most 1,000
 * @others: what happens to conflicts beyond those
 * @chains: how the texts of its notes stand to those here; private
 * @namesakes: (element-type CabImportNamesake): about whom a person decides
 * @n_new: records of all kinds; likewise the others
 * @n_extended: records with parts of a newer Cabinet, which are kept
 * @adopts: the file is empty and becomes this practice
 *
 * What an import would do. Source: bundle.md [B-73] (5).
 */
typedef struct
{
  char *bundle_id;
  char *profile;
  char *made_by;
  char *made_at;
  char *manifest_digest;
  GPtrArray *counts;
  GPtrArray *conflicts;
  CabImportConflicts others;
  GPtrArray *namesakes;
  GHashTable *chains;
  guint64 n_new;
  guint64 n_same;
  guint64 n_conflict;
  guint64 n_erased;
  guint64 n_undecided;
  guint64 n_extended;
  gboolean adopts;
} CabImportPreview;

void cab_import_preview_free (CabImportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabImportPreview, cab_import_preview_free)

/** cab_import_preview_choose: makes one choice for all conflicts */
void cab_import_preview_choose (CabImportPreview *self, CabImportConflicts choice);

/** CabImportProgress: @done of @total bytes; at most 20 times a second */
typedef void (*CabImportProgress) (guint64 done, guint64 total, gpointer data);

/**
 * cab_import_preview:
 * @practice: a practice
 * @source: an open bundle
 * @progress: (nullable): how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads a bundle whole, checks it, and says what taking it in would do. Writes
 * nothing.
 *
 * Errors: every refusal of [B-78]. Thread: the vault's.
 * Source: bundle.md [B-73], [B-76].
 *
 * Returns: (transfer full): what would happen
 */
CabImportPreview *cab_import_preview (CabPractice *practice,
                                      CabBundleSource *source,
                                      CabImportProgress progress,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_import_run:
 * @practice: a practice, open for writing
 * @source: the same bundle
 * @preview: what cab_import_preview() said of it, with what was chosen since
 * @n_written: (out) (optional): how many records came in or were replaced
 * @progress: (nullable): how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it; everything is then as before
 * @error: return location
 *
 * Takes a bundle in, in one transaction: what was erased here stays erased, new
 * records with every field as it stands, content with its digests, the log of
 * the other practice, one audit row. A bundle of which everything is here
 * already leaves one audit row and nothing else.
 *
 * Errors: every refusal of [B-78]; nothing was written then.
 * Thread: the vault's. Source: bundle.md [B-73] (6), [B-74] to [B-77].
 *
 * Returns: %TRUE when all of it is on disk
 */
gboolean cab_import_run (CabPractice *practice,
                         CabBundleSource *source,
                         const CabImportPreview *preview,
                         guint64 *n_written,
                         CabImportProgress progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
