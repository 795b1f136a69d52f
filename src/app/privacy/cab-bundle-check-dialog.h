/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabBundleCheckDialog:
 *
 * Compares a recipient's copy of a bundle with the disclosures, and says whether
 * it is what went out, to whom and when [W-98]. Asks the passphrase of an
 * encrypted one. Closing it stops the check.
 */
#define CAB_TYPE_BUNDLE_CHECK_DIALOG (cab_bundle_check_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabBundleCheckDialog,
                      cab_bundle_check_dialog,
                      CAB,
                      BUNDLE_CHECK_DIALOG,
                      AdwDialog)

/** cab_bundle_check_dialog_new: @path: the copy: Returns: a dialog that has begun to check it */
AdwDialog *cab_bundle_check_dialog_new (CabOpenPractice *practice, const char *path);

G_END_DECLS
