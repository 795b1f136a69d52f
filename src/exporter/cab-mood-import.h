/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-import.h"
#include "cab-mood-diary.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabMoodImport:
 *
 * What the import of a client's diary would do. Source: bundle.md [B-86] to [B-89].
 */
typedef struct _CabMoodImport CabMoodImport;

/**
 * cab_mood_import_check_client:
 * @practice: the practice
 * @client: a stored client
 * @error: return location
 *
 * Asks the gate `mood-share`, and whether the client's record can be added to.
 * To be asked before the diary is read, since a refusal to read it may quote it;
 * cab_mood_import_look() asks again.
 *
 * Errors: GATE, audited; RESTRICTED, HELD.
 * Thread: the vault's. Source: bundle.md [B-88], records.md [M-19], [M-95].
 *
 * Returns: %TRUE when a diary may be taken in
 */
gboolean cab_mood_import_check_client (CabPractice *practice, CabRecord *client, GError **error);

/**
 * cab_mood_import_dup_latest:
 * @practice: the practice
 * @zone: an IANA name: where the diary was kept
 *
 * The latest wall clock that an entry may have: now, and the minutes by which
 * the clock of a diary may be ahead of ours.
 *
 * Source: records.md [M-41].
 *
 * Returns: (transfer full) (nullable): `2026-03-02T18:05`
 */
char *cab_mood_import_dup_latest (CabPractice *practice, const char *zone);

/**
 * cab_mood_import_look:
 * @practice: the practice
 * @client: the client whose diary it is, stored
 * @zone: an IANA name: where the diary was kept
 * @diary: (transfer full): the diary
 * @error: return location
 *
 * Looks at what an import would do. A diary is read by the clinician, so the
 * client's consent to share moods is asked for first, for a dry run too.
 *
 * An entry that was imported before is known by its key, wherever it is now, in
 * the trash too. A track that runs under the diary's name is gone on with, else
 * one begins.
 *
 * Errors: GATE, audited; RESTRICTED, HELD for a client whose record cannot be
 * added to; HELD for a fourth track; INVALID for a zone that is none; MOOD_ROWS
 * for a number outside of the track's range.
 * Thread: the vault's. Source: bundle.md [B-87], [B-88], records.md [M-44], [M-95].
 *
 * Returns: (transfer full): the preview
 */
CabMoodImport *cab_mood_import_look (CabPractice *practice,
                                     CabRecord *client,
                                     const char *zone,
                                     CabMoodDiary *diary,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cab_mood_import_free (CabMoodImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabMoodImport, cab_mood_import_free)

/** cab_mood_import_count_new: Returns: how many entries are new */
guint cab_mood_import_count_new (const CabMoodImport *self);

/** cab_mood_import_count_known: Returns: how many were imported before */
guint cab_mood_import_count_known (const CabMoodImport *self);

/**
 * cab_mood_import_count_moved:
 * @self: a preview
 *
 * Returns: how many of the new lie in an hour that clocks skipped, and are taken
 *   as the hour after [M-12]
 */
guint cab_mood_import_count_moved (const CabMoodImport *self);

/** cab_mood_import_count_tracks: Returns: how many tracks begin */
guint cab_mood_import_count_tracks (const CabMoodImport *self);

/** cab_mood_import_get_diary: Returns: (transfer none): the diary */
const CabMoodDiary *cab_mood_import_get_diary (const CabMoodImport *self);

/**
 * cab_mood_import_run:
 * @self: a preview
 * @practice: the practice that was looked at
 * @progress: (nullable): told how many entries are there
 * @data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Adds what is new, in one transaction with one audit row `import`, which names
 * the client and the file's digest.
 *
 * Errors: as cab_practice_save(), after the row's number; %G_IO_ERROR_CANCELLED.
 * Nothing is then written.
 * Thread: the vault's. Source: bundle.md [B-88].
 *
 * Returns: %TRUE when all of it is on disk
 */
gboolean cab_mood_import_run (const CabMoodImport *self,
                              CabPractice *practice,
                              CabImportProgress progress,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
