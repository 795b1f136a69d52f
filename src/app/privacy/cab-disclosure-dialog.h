/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabDisclosureDialog:
 *
 * Records by hand that something left the practice, or mends an entry of the
 * register by a new one; the old one stays [M-55].
 */
#define CAB_TYPE_DISCLOSURE_DIALOG (cab_disclosure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabDisclosureDialog, cab_disclosure_dialog, CAB, DISCLOSURE_DIALOG, AdwDialog)

/**
 * cab_disclosure_dialog_new:
 * @practice: an open practice
 * @client_id: whose data it was
 * @client: the shown name that goes with it
 * @corrects_id: (nullable): the disclosure that is mended
 *
 * Returns: a dialog
 */
AdwDialog *cab_disclosure_dialog_new (CabOpenPractice *practice,
                                      const char *client_id,
                                      const char *client,
                                      const char *corrects_id);

G_END_DECLS
