/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabExportDialog:
 *
 * The assistant that hands data over: what, a look at it, to whom and how, a
 * second look, and the result [W-97]. Closing it stops what runs and leaves
 * nothing behind.
 */
#define CAB_TYPE_EXPORT_DIALOG (cab_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabExportDialog, cab_export_dialog, CAB, EXPORT_DIALOG, AdwDialog)

/**
 * cab_export_dialog_new:
 * @practice: an open practice
 * @client_id: (nullable): whose data; %NULL for the whole practice
 *
 * Returns: (transfer floating): the assistant on its first page
 */
AdwDialog *cab_export_dialog_new (CabOpenPractice *practice, const char *client_id);

/** cab_export_dialog_get_client_id: Returns: (nullable): whose data; %NULL for the whole practice
 */
const char *cab_export_dialog_get_client_id (CabExportDialog *self);

/**
 * cab_export_dialog_set_folder:
 * @self: the assistant
 * @folder: (type filename): where the bundle goes
 *
 * As if the folder had been chosen in the file dialog.
 */
void cab_export_dialog_set_folder (CabExportDialog *self, const char *folder);

G_END_DECLS
