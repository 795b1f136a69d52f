/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-consent-item.h"

G_BEGIN_DECLS

/** CabConsentRow: a purpose and its state in words; opens the purpose's page */
#define CAB_TYPE_CONSENT_ROW (cab_consent_row_get_type ())
G_DECLARE_FINAL_TYPE (CabConsentRow, cab_consent_row, CAB, CONSENT_ROW, AdwActionRow)

/** cab_consent_row_new: Returns: (transfer floating): a row about @item */
GtkWidget *cab_consent_row_new (CabConsentItem *item);

/** cab_consent_row_get_item: Returns: (transfer none): what it is about */
CabConsentItem *cab_consent_row_get_item (CabConsentRow *self);

G_END_DECLS
