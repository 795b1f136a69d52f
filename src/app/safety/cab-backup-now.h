/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-open-practice.h"
#include "cab-progress.h"

G_BEGIN_DECLS

/** CAB_BACKUP_DAYS: for how many days backups are kept where nothing else is said [V-104] */
#define CAB_BACKUP_DAYS 30

/** cab_backup_get_days: Returns: for how many days the practice keeps its backups */
guint cab_backup_get_days (CabPractice *practice);

/** cab_backup_dup_folder: Returns: (transfer full) (nullable): the folder that was chosen for them
 */
char *cab_backup_dup_folder (CabPractice *practice);

/**
 * cab_backup_now:
 * @practice: a practice open for writing
 * @folder: (type filename): where to; it is remembered
 * @progress: told how far the copying is
 * @cancellable: looked at for every MiB
 * @error: return location
 *
 * Makes a backup, removes those that are older than their limit, and remembers
 * which state of the practice this one holds.
 *
 * Errors: those of cab_backup_make() and cab_backup_rotate(). Thread: the vault's.
 * Source: vault.md [V-100] to [V-104].
 *
 * Returns: (transfer full) (type filename): the backup
 */
char *cab_backup_now (CabPractice *practice,
                      const char *folder,
                      CabProgress *progress,
                      GCancellable *cancellable,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_backup_dup_due_folder:
 * @practice: a practice
 * @age_ms: how old the newest backup has to be
 *
 * Looks whether a backup should be made without being asked for: a folder was
 * chosen and is there, and the practice was written to since the newest one.
 *
 * Thread: the vault's. Source: vault.md [V-103].
 *
 * Returns: (transfer full) (nullable) (type filename): where to, %NULL when none is due
 */
char *cab_backup_dup_due_folder (CabPractice *practice, gint64 age_ms) G_GNUC_WARN_UNUSED_RESULT;

/** cab_backup_tell: sets or clears the red banner by how a backup ended [V-102]; thread: main */
void cab_backup_tell (CabOpenPractice *practice, const GError *error);

/**
 * cab_backup_at_rest:
 * @practice: an open practice
 *
 * Says that nothing was pressed for half a minute. Where a backup is due for an
 * hour it is made; it gives way to whatever waits for the file for two seconds,
 * and is tried again in a few minutes. Costs nothing when said every second.
 *
 * Thread: main. Source: vault.md [V-100], [V-103].
 */
void cab_backup_at_rest (CabOpenPractice *practice);

/** CAB_BACKUP_REST_SECONDS: how long nothing is pressed before a backup makes itself [V-103] */
#define CAB_BACKUP_REST_SECONDS 30

G_END_DECLS
