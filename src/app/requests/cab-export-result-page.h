/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-bundle.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

#define CAB_TYPE_EXPORT_RESULT_PAGE (cab_export_result_page_get_type ())

/**
 * CabExportResultPage:
 *
 * The last page of an export: where the bundle lies, its passphrase, shown this
 * once, and the disclosure that was written [W-97].
 */
G_DECLARE_FINAL_TYPE (CabExportResultPage,
                      cab_export_result_page,
                      CAB,
                      EXPORT_RESULT_PAGE,
                      AdwNavigationPage)

/**
 * cab_export_result_page_new:
 * @practice: the practice that was exported from
 * @bundle: what was made
 * @passphrase: (nullable): the bundle's; kept until the page goes, then wiped
 * @window: (nullable): the #CabWindow that it is told in
 *
 * Returns: the page, in a dialog to be
 */
AdwNavigationPage *cab_export_result_page_new (CabOpenPractice *practice,
                                               const CabBundleResult *bundle,
                                               CabSecret *passphrase,
                                               GtkWidget *window);

/**
 * cab_export_result_page_tell:
 * @self: the page
 *
 * Says in the window, once no dialog covers it, how much went, and shows where it lies
 * when asked [W-97] [W-113].
 */
void cab_export_result_page_tell (CabExportResultPage *self);

G_END_DECLS
