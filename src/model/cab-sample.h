/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/** CAB_SAMPLE_PASSPHRASE: what opens a sample practice; shown on its lock page */
#define CAB_SAMPLE_PASSPHRASE "try cabinet with made-up people"

/** CAB_SAMPLE_FIRST_DAY: the day on which the sample practice begins, a Monday */
#define CAB_SAMPLE_FIRST_DAY "2024-03-04"

/** CAB_SAMPLE_LAST_DAY: the day on which it stands still, a Monday */
#define CAB_SAMPLE_LAST_DAY "2026-03-02"

/** CAB_SAMPLE_ZONE: the zone of its clock */
#define CAB_SAMPLE_ZONE "Europe/London"

/** CAB_SAMPLE_MOST_SESSIONS: what two years hold, every second week */
#define CAB_SAMPLE_MOST_SESSIONS 40

/**
 * CabSampleOptions:
 * @n_clients: how many clients; from 8 on every kind of record is there
 * @seed: which practice
 * @n_sessions: how often each comes who comes at all, at most
 *   %CAB_SAMPLE_MOST_SESSIONS; 0 leaves it to the story, some six times
 *
 * What a sample practice depends on, and nothing else.
 */
typedef struct
{
  guint n_clients;
  guint64 seed;
  guint n_sessions;
} CabSampleOptions;

/**
 * cab_sample_fill:
 * @practice: a practice that is empty or set up, with a fixed clock
 * @options: how much, and which
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it between two acts
 * @error: return location
 *
 * Fills a practice with people who do not exist: two years of enquiries, notes,
 * moods, consents and letters, in the order of time and by the same functions
 * that a person's work goes through, so that every rule holds. The clock is moved
 * to %CAB_SAMPLE_FIRST_DAY and from there to the evening of %CAB_SAMPLE_LAST_DAY.
 *
 * One client more than @n_clients is made and erased again, so that there is a
 * tombstone.
 *
 * Errors: CANCELLED; as cab_practice_save(). What was committed until then stays.
 * Thread: the vault's. Source: records.md section 2, window.md [W-41].
 *
 * Returns: %TRUE when everything is on disk
 */
gboolean cab_sample_fill (CabPractice *practice,
                          const CabSampleOptions *options,
                          CabVaultProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GError **error);

/**
 * cab_sample_create:
 * @path: (type filename): where the practice goes; nothing stands there before
 * @passphrase: (not nullable): usually %CAB_SAMPLE_PASSPHRASE, the one that need
 *   not be strong [V-6]
 * @profile: a KDF profile, or -1 to choose by measuring this computer
 * @options: how much, and which
 * @folders: (nullable): where witness and copies lie; the clock and ids in it are
 *   not used
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Makes a sample practice and closes it. The same options give the same records,
 * ids and times included, on every computer; the file's keys follow from them
 * too, so that nothing in it is a secret.
 *
 * Errors: those of cab_vault_create() and cab_sample_fill(); the file is then
 * gone again, unless something else had the name before.
 * Thread: any. Source: window.md [W-41].
 *
 * Returns: %TRUE when the practice is on disk
 */
gboolean cab_sample_create (const char *path,
                            CabSecret *passphrase,
                            int profile,
                            const CabSampleOptions *options,
                            const CabVaultSettings *folders,
                            CabVaultProgress progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
