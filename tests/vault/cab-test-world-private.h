/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-test-world.h"

G_BEGIN_DECLS

/** CabTestItem: what has to be there, or with @is_gone may not be there any more */
typedef struct
{
  CabTestAct act;
  guint number;
  gboolean is_signed;
  gboolean is_gone;
  char *client_id;
} CabTestItem;

/** cab_test_passphrases: the two between which a world changes */
extern const char *const cab_test_passphrases[];

/** cab_test_forget_client: what belongs to a client is gone from now on */
void cab_test_forget_client (GHashTable *items, const char *client_id);

/** cab_test_go_back: what is there is that of the backup; what was written since is gone */
void cab_test_go_back (CabTestWorld *self);

/** cab_test_world_open_with: opens the practice with one of the two, if it can be */
void cab_test_world_open_with (CabTestWorld *self, guint passphrase, GError **error);

G_END_DECLS
