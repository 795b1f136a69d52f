/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabClientPage:
 *
 * One client: a header, and the tabs Overview, Notes, Progress, Consent, Files
 * [W-13]. Each tab is a widget with the properties `practice` and `client-id`.
 */
#define CAB_TYPE_CLIENT_PAGE (cab_client_page_get_type ())
G_DECLARE_FINAL_TYPE (CabClientPage, cab_client_page, CAB, CLIENT_PAGE, AdwNavigationPage)

extern const CabActionTable cab_client_actions;

/** cab_client_page_show_tab: @name: `overview`, `notes`, `progress`, `consent`, `files` */
void cab_client_page_show_tab (CabClientPage *self, const char *name);

/** cab_client_page_get_client_id: Returns: (not nullable): whose page it is */
const char *cab_client_page_get_client_id (CabClientPage *self);

G_END_DECLS
