/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAB_TYPE_EXPORT_PERIOD (cab_export_period_get_type ())

/**
 * CabExportPeriod:
 *
 * The first and the last day of what a bundle is to hold; empty at first, which is all
 * times. Emits `changed` with each letter typed.
 *
 * Source: window.md [W-97].
 */
G_DECLARE_FINAL_TYPE (CabExportPeriod, cab_export_period, CAB, EXPORT_PERIOD, AdwExpanderRow)

/**
 * cab_export_period_read:
 * @self: the row
 * @first: (out) (transfer full) (nullable): the first day, as it was typed; %NULL for no limit
 * @last: (out) (transfer full) (nullable): the last day
 *
 * Returns: %FALSE while what is typed is no day, or not yet one; then nothing is set
 */
gboolean cab_export_period_read (CabExportPeriod *self, char **first, char **last);

/** cab_export_period_dup_words: Returns: (transfer full): the period as a person reads it */
char *cab_export_period_dup_words (CabExportPeriod *self);

/** cab_export_period_set_six_years: whether no first day means six years back [B-1] */
void cab_export_period_set_six_years (CabExportPeriod *self, gboolean is_six_years);

G_END_DECLS
