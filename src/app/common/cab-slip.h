/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * cab_slip_print:
 * @parent: the window over which the printer is chosen
 * @heading: of the dialog
 * @title: of the paper
 * @code: what is kept on it and nowhere else
 * @facts: what it opens, and how it is kept
 *
 * Asks for a printer and draws the paper straight into its stream: no file of it is
 * made here.
 *
 * Source: vault.md [V-131], window.md [W-97].
 */
void cab_slip_print (GtkWindow *parent,
                     const char *heading,
                     const char *title,
                     CabSecret *code,
                     const char *facts);

/**
 * cab_slip_draw:
 * @cr: where to, a page of A4 in points
 * @title: of the paper
 * @code: what is kept on it
 * @facts: what it opens
 *
 * Draws the paper.
 *
 * Returns: how far down it reaches, in points
 */
double cab_slip_draw (cairo_t *cr, const char *title, CabSecret *code, const char *facts);

G_END_DECLS
