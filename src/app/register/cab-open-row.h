/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** CabOpenRow: a row that opens something, by pointer, key and `row.open` [W-132] */
#define CAB_TYPE_OPEN_ROW (cab_open_row_get_type ())
G_DECLARE_FINAL_TYPE (CabOpenRow, cab_open_row, CAB, OPEN_ROW, AdwActionRow)

/** cab_open_row_new: @id: what it opens; emits `activated`: Returns: a row */
GtkWidget *cab_open_row_new (const char *title, const char *subtitle, const char *id);

const char *cab_open_row_get_id (CabOpenRow *self);

G_END_DECLS
