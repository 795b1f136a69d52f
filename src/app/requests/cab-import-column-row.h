/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabImportColumnRow:
 *
 * A column of a table and the field it goes to [B-81].
 */
#define CAB_TYPE_IMPORT_COLUMN_ROW (cab_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (CabImportColumnRow,
                      cab_import_column_row,
                      CAB,
                      IMPORT_COLUMN_ROW,
                      AdwComboRow)

/**
 * cab_import_column_row_new:
 * @heading: as it stands in the table
 * @values: (nullable): values of its first rows, to be told by
 * @target: (nullable): where it goes; %NULL: it is not taken
 *
 * Returns: (transfer floating): a row that offers the fields of a client
 */
GtkWidget *cab_import_column_row_new (const char *heading, const char *values, const char *target);

/** cab_import_column_row_get_heading: Returns: (not nullable): the heading */
const char *cab_import_column_row_get_heading (CabImportColumnRow *self);

/** cab_import_column_row_get_target: Returns: (not nullable): a field, or a CAB_CLIENT_TARGET_… */
const char *cab_import_column_row_get_target (CabImportColumnRow *self);

/** cab_import_column_row_is_date: Returns: whether what it goes to is a date */
gboolean cab_import_column_row_is_date (CabImportColumnRow *self);

/** cab_import_column_row_get_label: Returns: what a target beside the fields is called */
const char *cab_import_column_row_get_label (const char *target);

G_END_DECLS
