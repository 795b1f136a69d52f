/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** CabRecentRow: a practice that was open lately; its row opens it, its button forgets it */
#define CAB_TYPE_RECENT_ROW (cab_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (CabRecentRow, cab_recent_row, CAB, RECENT_ROW, AdwActionRow)

/** cab_recent_row_new: Returns: a row for the practice at @path */
GtkWidget *cab_recent_row_new (const char *path);

G_END_DECLS
