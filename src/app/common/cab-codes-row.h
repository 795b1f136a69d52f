/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-field.h"

G_BEGIN_DECLS

/** CabCodesRow: a row that opens to a switch for each code of a list. Property: `text`, the codes
 * with a space between them */
#define CAB_TYPE_CODES_ROW (cab_codes_row_get_type ())
G_DECLARE_FINAL_TYPE (CabCodesRow, cab_codes_row, CAB, CODES_ROW, AdwExpanderRow)

/** cab_codes_row_new: @codes: what there is to choose from */
CabCodesRow *cab_codes_row_new (const CabCodes *codes);

G_END_DECLS
