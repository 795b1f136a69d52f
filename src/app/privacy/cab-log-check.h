/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabLogCheck:
 *
 * Verify and Print Anchor of the activity log, with what they found [W-98].
 * Property: `practice`.
 */
#define CAB_TYPE_LOG_CHECK (cab_log_check_get_type ())
G_DECLARE_FINAL_TYPE (CabLogCheck, cab_log_check, CAB, LOG_CHECK, AdwBin)

/** cab_log_check_print_to: writes the page with the log's anchor to @stream and closes it */
void cab_log_check_print_to (CabLogCheck *self, GOutputStream *stream);

/** cab_log_actions: verifying and printing */
extern const CabActionTable cab_log_actions;

G_END_DECLS
