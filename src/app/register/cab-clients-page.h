/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabClientsPage: the list of clients, and beside it the one that is chosen [W-12] */
#define CAB_TYPE_CLIENTS_PAGE (cab_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (CabClientsPage, cab_clients_page, CAB, CLIENTS_PAGE, AdwNavigationPage)

/**
 * cab_clients_page_open_client:
 * @self: a clients page
 * @id: a client's
 *
 * Shows the client's page.
 */
void cab_clients_page_open_client (CabClientsPage *self, const char *id);

/** cab_clients_page_go_back: Returns: whether there was a client to leave for the list */
gboolean cab_clients_page_go_back (CabClientsPage *self);

/** cab_clients_page_get_client: Returns: (transfer none) (nullable): the client's page beside the
 * list */
AdwNavigationPage *cab_clients_page_get_client (CabClientsPage *self);

/** cab_clients_page_shows_client: Returns: whether a narrow window shows the client, not the list
 */
gboolean cab_clients_page_shows_client (CabClientsPage *self);

G_END_DECLS
