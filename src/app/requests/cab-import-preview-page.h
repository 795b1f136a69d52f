/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabImportPreviewPage:
 *
 * The page of the import assistant that says what an import would do: counts,
 * every row at fault, what differs, who may be here already [B-73], [B-84].
 *
 * Signals: `import`; `save-rejects`.
 */
#define CAB_TYPE_IMPORT_PREVIEW_PAGE (cab_import_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (CabImportPreviewPage,
                      cab_import_preview_page,
                      CAB,
                      IMPORT_PREVIEW_PAGE,
                      AdwNavigationPage)

/** cab_import_preview_page_show: shows what @plan would do to @practice */
void cab_import_preview_page_show (CabImportPreviewPage *self,
                                   CabImportPlan *plan,
                                   CabOpenPractice *practice);

/** cab_import_preview_page_ask: puts the plan and what is chosen on the page into @asked */
void cab_import_preview_page_ask (CabImportPreviewPage *self, CabImportAsked *asked);

/** cab_import_preview_page_refuse: says why it was not done; %NULL takes it back */
void cab_import_preview_page_refuse (CabImportPreviewPage *self, const char *sentence);

G_END_DECLS
