/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabRestoreDialog:
 *
 * Puts a backup in the place of a practice [W-98], [V-105]: asks the backup's
 * passphrase, says what will be lost since, and then locks and restores. Or
 * rehearses it.
 *
 * Thread: main.
 */
#define CAB_TYPE_RESTORE_DIALOG (cab_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabRestoreDialog, cab_restore_dialog, CAB, RESTORE_DIALOG, AdwDialog)

/**
 * cab_restore_dialog_new:
 * @backup: (type filename): a backup
 * @destination: (type filename) (nullable): where the practice goes; %NULL to rehearse
 * @practice: (nullable): the practice that is open at @destination
 *
 * Returns: (transfer floating): the dialog, for a #CabWindow
 */
CabRestoreDialog *cab_restore_dialog_new (const char *backup,
                                          const char *destination,
                                          CabOpenPractice *practice);

G_END_DECLS
