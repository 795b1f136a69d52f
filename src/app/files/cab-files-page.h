/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabFilesPage: a client's tab of attachments: add one, save a copy of one [W-18] */
#define CAB_TYPE_FILES_PAGE (cab_files_page_get_type ())
G_DECLARE_FINAL_TYPE (CabFilesPage, cab_files_page, CAB, FILES_PAGE, AdwBin)

extern const CabActionTable cab_files_actions;

/**
 * cab_files_page_add_file:
 * @self: a files page of a writable practice
 * @file: a file to keep
 *
 * Stores a copy of @file in the practice, as if it had been chosen in the file dialog.
 */
void cab_files_page_add_file (CabFilesPage *self, GFile *file);

/**
 * cab_files_page_save_copy:
 * @self: a files page
 * @attachment: one of its attachments
 * @file: where the copy goes
 *
 * Writes an attachment outside the practice, where nothing protects it any more.
 */
void cab_files_page_save_copy (CabFilesPage *self, CabRecord *attachment, GFile *file);

G_END_DECLS
