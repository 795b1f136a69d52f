/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/* What is blank while the practice is discreet, until the focus is in it [W-28], to
 * the eye and to a screen reader. */

/**
 * cab_blank_row:
 * @row: a row whose subtitle tells something sensitive or identifying [M-4]
 * @practice: whose it is
 *
 * Blanks the subtitle that the row has now; called again when it gets another.
 */
void cab_blank_row (AdwActionRow *row, CabOpenPractice *practice);

/**
 * cab_blank_widget:
 * @widget: shows a text
 * @scope: the widget in which the focus lets it be seen; mostly @widget itself
 * @practice: whose it is
 *
 * The text stays in its buffer with all that can be undone: the widget is not
 * drawn, and a screen reader does not find it, until the focus comes. Called once.
 */
void cab_blank_widget (GtkWidget *widget, GtkWidget *scope, CabOpenPractice *practice);

G_END_DECLS
