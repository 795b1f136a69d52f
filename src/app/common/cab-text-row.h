/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** CabTextRow: a row with a title and several lines of text. Properties: `text`, `editable` */
#define CAB_TYPE_TEXT_ROW (cab_text_row_get_type ())
G_DECLARE_FINAL_TYPE (CabTextRow, cab_text_row, CAB, TEXT_ROW, AdwPreferencesRow)

G_END_DECLS
