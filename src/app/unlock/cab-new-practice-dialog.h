/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNewPracticeDialog:
 *
 * Makes a practice in five pages: the practice, the clinician, the place, the
 * passphrase, the recovery sheet [W-36]. The file is made on leaving the fourth;
 * whoever closes the dialog before that leaves none [W-37].
 *
 * Signal: `made`, with the open practice, which the receiver must take a
 * reference to; the dialog goes on to the recovery sheet by itself.
 */
#define CAB_TYPE_NEW_PRACTICE_DIALOG (cab_new_practice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabNewPracticeDialog,
                      cab_new_practice_dialog,
                      CAB,
                      NEW_PRACTICE_DIALOG,
                      AdwDialog)

/** cab_new_practice_dialog_new: Returns: a dialog on its first page */
CabNewPracticeDialog *cab_new_practice_dialog_new (void);

G_END_DECLS
