/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabImportNumberList:
 *
 * A column of numbers of somebody's own table, its range and its unit [B-89].
 */
#define CAB_TYPE_IMPORT_NUMBER_LIST (cab_import_number_list_get_type ())
G_DECLARE_FINAL_TYPE (CabImportNumberList, cab_import_number_list, CAB, IMPORT_NUMBER_LIST, AdwBin)

/** cab_import_number_list_show: offers @headings, of which the first means none */
void cab_import_number_list_show (CabImportNumberList *self, GListModel *headings);

/** cab_import_number_list_ask: adds the column to @asked, if one is chosen */
void cab_import_number_list_ask (CabImportNumberList *self,
                                 const char *const *headings,
                                 CabImportAsked *asked);

G_END_DECLS
