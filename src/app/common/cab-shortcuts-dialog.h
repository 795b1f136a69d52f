/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabShortcutsDialog:
 *
 * The keys that work in Cabinet, group by group. It is filled from
 * #cab_action_tables, so what it lists is what is bound [W-100].
 */
#define CAB_TYPE_SHORTCUTS_DIALOG (cab_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabShortcutsDialog, cab_shortcuts_dialog, CAB, SHORTCUTS_DIALOG, AdwDialog)

/** cab_shortcuts_dialog_new: Returns: (transfer floating): the dialog */
AdwDialog *cab_shortcuts_dialog_new (void);

G_END_DECLS
