/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-chart-model.h"

G_BEGIN_DECLS

/**
 * CabChartCard:
 *
 * A chart with its heading, its summary sentence, the chosen point in words and
 * its table: the three ways to read the same numbers [W-93], [W-94].
 *
 * Property: `as-table`.
 * Signals: `open`, with a record's id; `export`, with `pdf`, `svg` or `csv`.
 */
#define CAB_TYPE_CHART_CARD (cab_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (CabChartCard, cab_chart_card, CAB, CHART_CARD, AdwBin)

/** cab_chart_card_set_model: shows @model; hides the card when there is none */
void cab_chart_card_set_model (CabChartCard *self, CabChartModel *model);

/** cab_chart_card_get_model: Returns: (transfer none) (nullable): what it shows */
CabChartModel *cab_chart_card_get_model (CabChartCard *self);

extern const CabActionTable cab_chart_actions;

G_END_DECLS
