/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPreferencesDialog:
 *
 * What can be chosen, applied at once. What describes the practice goes into its
 * file and is insensitive in a read-only one; what describes this computer goes
 * into GSettings [W-24].
 */
#define CAB_TYPE_PREFERENCES_DIALOG (cab_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabPreferencesDialog,
                      cab_preferences_dialog,
                      CAB,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

extern const CabActionTable cab_preferences_actions;

/** cab_preferences_dialog_new: Returns: the preferences of an open practice */
AdwDialog *cab_preferences_dialog_new (CabOpenPractice *practice);

/** cab_preferences_dialog_show_texts: opens the page of the texts that people agree to [W-96] */
void cab_preferences_dialog_show_texts (CabPreferencesDialog *self);

/** cab_preferences_dialog_show_bases: opens the page Why We Hold Data [B-6] */
void cab_preferences_dialog_show_bases (CabPreferencesDialog *self);

G_END_DECLS
