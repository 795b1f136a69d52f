/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPrintingFunc:
 * @practice: a practice
 * @id: what is put on paper
 * @stream: where it goes
 * @error: return location
 *
 * Writes a paper as PDF, on the file's thread.
 *
 * Returns: %TRUE when all of it is with the stream
 */
typedef gboolean (*CabPrintingFunc) (CabPractice *practice,
                                     const char *id,
                                     GOutputStream *stream,
                                     GError **error);

/**
 * cab_printing_print:
 * @widget: a widget of the window that says how it went
 * @practice: an open practice
 * @title: of the dialog
 * @func: writes the paper
 * @id: for @func
 *
 * Asks for a printer and gives it the paper; nothing of it lies on the disk.
 *
 * Source: window.md [W-83].
 */
void cab_printing_print (GtkWidget *widget,
                         CabOpenPractice *practice,
                         const char *title,
                         CabPrintingFunc func,
                         const char *id);

/** cab_printing_save: asks for a file instead, called @name at first */
void cab_printing_save (GtkWidget *widget,
                        CabOpenPractice *practice,
                        const char *title,
                        const char *name,
                        CabPrintingFunc func,
                        const char *id);

/** cab_printing_write_to: the same to a @stream that was chosen; closes it */
void cab_printing_write_to (GtkWidget *widget,
                            CabOpenPractice *practice,
                            CabPrintingFunc func,
                            const char *id,
                            GOutputStream *stream);

G_END_DECLS
