/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-log-filter.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabLogFilterDialog:
 *
 * Asks which rows of a list are shown: whose, of which code, from when to when.
 *
 * Signal: `chosen`, when the filter is to be used; then the dialog closes.
 */
#define CAB_TYPE_LOG_FILTER_DIALOG (cab_log_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabLogFilterDialog, cab_log_filter_dialog, CAB, LOG_FILTER_DIALOG, AdwDialog)

/**
 * cab_log_filter_dialog_new:
 * @practice: an open practice
 * @filter: what is shown now
 * @codes: the codes of the list
 * @title: what a code is: "Act"
 *
 * Returns: a dialog
 */
CabLogFilterDialog *cab_log_filter_dialog_new (CabOpenPractice *practice,
                                               const CabLogFilter *filter,
                                               const CabCodes *codes,
                                               const char *title);

/** cab_log_filter_dialog_get_filter: Returns: (transfer none): what was chosen */
const CabLogFilter *cab_log_filter_dialog_get_filter (CabLogFilterDialog *self);

G_END_DECLS
