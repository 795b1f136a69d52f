/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-record.h"

G_BEGIN_DECLS

/** CabFileRow: one attachment; its act is to save a copy outside the practice */
#define CAB_TYPE_FILE_ROW (cab_file_row_get_type ())
G_DECLARE_FINAL_TYPE (CabFileRow, cab_file_row, CAB, FILE_ROW, AdwActionRow)

/** cab_file_row_new: Returns: (transfer floating): a row about @attachment */
GtkWidget *cab_file_row_new (CabRecord *attachment, gboolean is_discreet);

/** cab_file_row_get_attachment: Returns: (transfer none): what it is about */
CabRecord *cab_file_row_get_attachment (CabFileRow *self);

G_END_DECLS
