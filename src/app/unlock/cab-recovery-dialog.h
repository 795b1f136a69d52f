/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabRecoveryDialog:
 *
 * Opens a practice with the four lines of its recovery sheet, and offers to set
 * a new passphrase before anything is shown [V-132].
 *
 * Signal: `opened`, with the open practice, which the receiver must take a
 * reference to; the dialog closes then.
 */
#define CAB_TYPE_RECOVERY_DIALOG (cab_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabRecoveryDialog, cab_recovery_dialog, CAB, RECOVERY_DIALOG, AdwDialog)

/** cab_recovery_dialog_new: Returns: a dialog for the file at @path */
CabRecoveryDialog *cab_recovery_dialog_new (const char *path);

G_END_DECLS
