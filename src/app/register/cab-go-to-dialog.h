/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabGoToDialog:
 *
 * One line that leads to a client by name or reference [W-31].
 *
 * Signal: `chosen`, with the client's id and shown name, when it was made to
 * choose.
 */
#define CAB_TYPE_GO_TO_DIALOG (cab_go_to_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabGoToDialog, cab_go_to_dialog, CAB, GO_TO_DIALOG, AdwDialog)

/** cab_go_to_dialog_new: Returns: a dialog that asks whom to open */
AdwDialog *cab_go_to_dialog_new (CabOpenPractice *practice);

/** cab_go_to_dialog_new_chooser: Returns: a dialog that asks whom something is about */
AdwDialog *cab_go_to_dialog_new_chooser (CabOpenPractice *practice);

G_END_DECLS
