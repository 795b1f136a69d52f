/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabBackupsPage: the backups the practice knows of, and Back Up Now [W-23], [W-98] */
#define CAB_TYPE_BACKUPS_PAGE (cab_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (CabBackupsPage, cab_backups_page, CAB, BACKUPS_PAGE, AdwNavigationPage)

extern const CabActionTable cab_backup_actions;

G_END_DECLS
