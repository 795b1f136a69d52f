/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-test-world.h"

G_BEGIN_DECLS

/** CabTestItem: what has to be there */
typedef struct
{
  CabTestAct act;
  guint number;
  gboolean is_signed;
  char *client_id;
} CabTestItem;

/** cab_test_passphrases: the two between which a world changes */
extern const char *const cab_test_passphrases[];

/** cab_test_set_items: makes @items a copy of @others */
void cab_test_set_items (GHashTable **items, GHashTable *others);

/** cab_test_forget_client: takes out what belongs to a client */
void cab_test_forget_client (GHashTable *items, const char *client_id);

/** cab_test_world_open_with: opens the practice with one of the two, if it can be */
void cab_test_world_open_with (CabTestWorld *self, guint passphrase, GError **error);

G_END_DECLS
