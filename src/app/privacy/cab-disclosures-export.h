/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-log-filter.h"

G_BEGIN_DECLS

/**
 * cab_disclosures_export_ask:
 * @widget: in whose window it is asked
 * @practice: whose register
 * @filter: which disclosures go
 * @format: `pdf` or `csv`
 *
 * Asks for a place and writes the register there; a toast tells what came of it.
 *
 * Source: window.md [W-98].
 */
void cab_disclosures_export_ask (GtkWidget *widget,
                                 CabOpenPractice *practice,
                                 const CabLogFilter *filter,
                                 const char *format);

/** cab_disclosures_export_to: the same without asking for @file */
void cab_disclosures_export_to (GtkWidget *widget,
                                CabOpenPractice *practice,
                                const CabLogFilter *filter,
                                const char *format,
                                GFile *file);

G_END_DECLS
