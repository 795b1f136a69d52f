/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabExportSummary:
 * @goes: what goes, with counts
 * @stays: what stays, with counts; "" when nothing does
 * @period: (nullable): of which time; %NULL for the practice
 * @ground: (nullable): on what ground, not yet translated; %NULL for the practice
 * @n_withheld: how many records are withheld
 * @recipient: (nullable): to whom
 * @asked_by: (nullable): who asked for no encryption; %NULL encrypts
 * @folder: where to
 *
 * What was said about a bundle, for the second look.
 */
typedef struct
{
  const char *goes;
  const char *stays;
  const char *period;
  const char *ground;
  guint n_withheld;
  const char *recipient;
  const char *asked_by;
  const char *folder;
} CabExportSummary;

/**
 * cab_export_summary_show:
 * @list: a list of rows, which are replaced
 * @summary: what was said
 *
 * Source: window.md [W-97].
 */
void cab_export_summary_show (GtkListBox *list, const CabExportSummary *summary);

G_END_DECLS
