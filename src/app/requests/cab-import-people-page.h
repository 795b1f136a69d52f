/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabImportPeoplePage:
 *
 * The page of the import assistant that asks what the columns of a list of
 * people mean [B-80] to [B-82].
 *
 * Signals: `save-map`, `load-map`; `reread`, the table has to be read again with what is asked now;
 * `next`; `diary`, the table holds no people but a diary.
 */
#define CAB_TYPE_IMPORT_PEOPLE_PAGE (cab_import_people_page_get_type ())
G_DECLARE_FINAL_TYPE (CabImportPeoplePage,
                      cab_import_people_page,
                      CAB,
                      IMPORT_PEOPLE_PAGE,
                      AdwNavigationPage)

/** cab_import_people_page_show: shows the table that was found */
void cab_import_people_page_show (CabImportPeoplePage *self, CabImportFile *file);

/** cab_import_people_page_ask: puts what is chosen on the page into @asked */
void cab_import_people_page_ask (CabImportPeoplePage *self, CabImportAsked *asked);

/** cab_import_people_page_tell: says what was done */
void cab_import_people_page_tell (CabImportPeoplePage *self, const char *sentence);

/** cab_import_people_page_refuse: says why there is no way on; %NULL takes it back */
void cab_import_people_page_refuse (CabImportPeoplePage *self, const char *sentence);

/** cab_import_people_page_set_busy: while the table is looked at */
void cab_import_people_page_set_busy (CabImportPeoplePage *self, gboolean is_busy);

G_END_DECLS
