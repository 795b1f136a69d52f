/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/* What is blank while the practice is discreet, until the focus is in it [W-28].
 * It is taken out of the widget, so that a screen reader finds as little. */

/**
 * cab_blank_row:
 * @row: a row whose subtitle tells something sensitive or identifying [M-4]
 * @practice: whose it is
 *
 * Blanks the subtitle that the row has now. Called once.
 */
void cab_blank_row (AdwActionRow *row, CabOpenPractice *practice);

G_END_DECLS
