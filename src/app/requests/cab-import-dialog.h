/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabImportDialog:
 *
 * The assistant that takes data in: a file, what is in it, what would happen,
 * and what did [W-97]. Closing it stops what runs, and nothing was changed.
 */
#define CAB_TYPE_IMPORT_DIALOG (cab_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabImportDialog, cab_import_dialog, CAB, IMPORT_DIALOG, AdwDialog)

/**
 * cab_import_dialog_new:
 * @practice: an open practice
 * @client_id: (nullable): whose diary is imported; %NULL for anything else
 *
 * Returns: (transfer floating): the assistant on its first page
 */
CabImportDialog *cab_import_dialog_new (CabOpenPractice *practice, const char *client_id);

/**
 * cab_import_dialog_set_file:
 * @self: the assistant
 * @path: (type filename): a file or a folder
 *
 * As if it had been chosen in the file dialog.
 */
void cab_import_dialog_set_file (CabImportDialog *self, const char *path);

/**
 * cab_import_dialog_save_rejects:
 * @self: the assistant, on the page of what would happen
 * @path: (type filename): where the rows at fault go
 *
 * As if the file had been named in the file dialog.
 */
void cab_import_dialog_save_rejects (CabImportDialog *self, const char *path);

/** cab_import_dialog_save_map: saves how the columns of the list are understood, as the dialog for
 * it does */
void cab_import_dialog_save_map (CabImportDialog *self, const char *path);

/** cab_import_dialog_load_map: lets a file say how the columns of the list are understood */
void cab_import_dialog_load_map (CabImportDialog *self, const char *path);

G_END_DECLS
