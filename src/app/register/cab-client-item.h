/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** CabClientItem: one row of the list of clients: `id`, `name`, `initials`, `detail`, `sentence` */
#define CAB_TYPE_CLIENT_ITEM (cab_client_item_get_type ())
G_DECLARE_FINAL_TYPE (CabClientItem, cab_client_item, CAB, CLIENT_ITEM, GObject)

/** cab_client_item_get_id: Returns: (not nullable): the client's id */
const char *cab_client_item_get_id (CabClientItem *self);

G_END_DECLS
