/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-recovery-sheet.h"

G_BEGIN_DECLS

/**
 * cab_recovery_print:
 * @parent: (nullable): the window the dialog belongs to
 * @sheet: what is printed
 *
 * Asks for a printer and draws the sheet straight into its stream: no file of
 * it is made here [V-131].
 */
void cab_recovery_print (GtkWindow *parent, const CabRecoverySheet *sheet);

G_END_DECLS
