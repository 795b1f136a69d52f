/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

#define CAB_TYPE_EXPORT_PASSPHRASE_PAGE (cab_export_passphrase_page_get_type ())

/**
 * CabExportPassphrasePage:
 *
 * The first page of Export Practice…: whoever sits before an open practice may
 * not be the one who may carry all of it away [W-97].
 *
 * Signals: `proved`.
 */
G_DECLARE_FINAL_TYPE (CabExportPassphrasePage,
                      cab_export_passphrase_page,
                      CAB,
                      EXPORT_PASSPHRASE_PAGE,
                      AdwNavigationPage)

/** cab_export_passphrase_page_new: @practice: the practice that is exported */
AdwNavigationPage *cab_export_passphrase_page_new (CabOpenPractice *practice);

G_END_DECLS
