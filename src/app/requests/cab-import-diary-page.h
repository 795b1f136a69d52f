/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabImportDiaryPage:
 *
 * The page of the import assistant that asks whose diary a table is, where it
 * was kept, and what is in it [B-86] to [B-89].
 *
 * Signal: `next`.
 */
#define CAB_TYPE_IMPORT_DIARY_PAGE (cab_import_diary_page_get_type ())
G_DECLARE_FINAL_TYPE (CabImportDiaryPage,
                      cab_import_diary_page,
                      CAB,
                      IMPORT_DIARY_PAGE,
                      AdwNavigationPage)

/**
 * cab_import_diary_page_show:
 * @self: the page
 * @file: a table
 * @client_id: (nullable): whose it is; %NULL asks
 *
 * Shows the table that was found.
 */
void
cab_import_diary_page_show (CabImportDiaryPage *self, CabImportFile *file, const char *client_id);

/** cab_import_diary_page_call: whether people are called by reference [W-28] */
void cab_import_diary_page_call (CabImportDiaryPage *self, gboolean is_discreet);

/** cab_import_diary_page_ask: puts what is chosen on the page into @asked */
void cab_import_diary_page_ask (CabImportDiaryPage *self, CabImportAsked *asked);

/**
 * cab_import_diary_page_refuse:
 * @self: the page
 * @sentence: (nullable): why there is no way on; %NULL takes it back
 * @lacks_consent: whether it is for want of a consent, which can be recorded [W-96]
 */
void cab_import_diary_page_refuse (CabImportDiaryPage *self,
                                   const char *sentence,
                                   gboolean lacks_consent);

/** cab_import_diary_page_dup_client: Returns: (transfer full) (nullable): the id of whose it is */
char *cab_import_diary_page_dup_client (CabImportDiaryPage *self);

/** cab_import_diary_page_set_busy: while the diary is looked at */
void cab_import_diary_page_set_busy (CabImportDiaryPage *self, gboolean is_busy);

G_END_DECLS
