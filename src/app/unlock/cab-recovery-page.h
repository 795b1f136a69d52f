/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabRecoveryPage:
 *
 * Makes the recovery sheet of an open practice: asks for the passphrase once
 * more, shows and prints the four lines, has one of them typed back, and proves
 * the code on the file [V-131]. Used by the first run and by Preferences.
 *
 * Signal: `finished`, with whether the sheet was proved.
 */
#define CAB_TYPE_RECOVERY_PAGE (cab_recovery_page_get_type ())
G_DECLARE_FINAL_TYPE (CabRecoveryPage, cab_recovery_page, CAB, RECOVERY_PAGE, AdwNavigationPage)

/** cab_recovery_page_set_practice: @practice: what the sheet is for */
void cab_recovery_page_set_practice (CabRecoveryPage *self, CabOpenPractice *practice);

G_END_DECLS
