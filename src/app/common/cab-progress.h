/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabProgress:
 *
 * How far a long job is: counted on the file's thread, told in the main one at
 * most 20 times a second. Property: `fraction`, 0 to 1. Signal: `notify::fraction`.
 */
#define CAB_TYPE_PROGRESS (cab_progress_get_type ())
G_DECLARE_FINAL_TYPE (CabProgress, cab_progress, CAB, PROGRESS, GObject)

/** cab_progress_new: Returns: a job that has not begun */
CabProgress *cab_progress_new (void);

/** cab_progress_get_fraction: Returns: from 0 to 1 */
double cab_progress_get_fraction (CabProgress *self);

/**
 * cab_progress_dup_counts:
 * @self: a job
 *
 * Returns: (transfer full) (nullable): "1200 of 3000", of what cab_progress_count()
 *   counts; %NULL while it is only known how much is done
 */
char *cab_progress_dup_counts (CabProgress *self);

/**
 * cab_progress_update:
 * @done: how much is done
 * @total: of how much; 0 when not known
 * @progress: a #CabProgress
 *
 * Counts. Has the shape of a #CabVaultProgress. Thread: any.
 */
void cab_progress_update (guint64 done, guint64 total, gpointer progress);

/** cab_progress_count: the same, of things that a person counts too: people, records */
void cab_progress_count (guint64 done, guint64 total, gpointer progress);

G_END_DECLS
