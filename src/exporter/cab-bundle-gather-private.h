/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-plan-private.h"
#include "cab-bundle-scope-private.h"

G_BEGIN_DECLS

/*
 * CabGathering: the making of a client's plan.
 * @found: (element-type CabRecord): everything that leads to the client
 * @queue: (element-type CabBundleItem): what goes, in the order it was found
 * @behind: set of ids of records that stay behind
 * @shown: set of ids of found records that do not, whether or not the profile
 *   writes their kind
 * @since: (nullable): disclosures before this instant are not listed
 */
typedef struct
{
  CabBundlePlan *plan;
  GCancellable *cancellable;
  GPtrArray *found;
  GPtrArray *queue;
  GHashTable *behind;
  GHashTable *shown;
  const char *since;
} CabGathering;

/* Whether such a bundle may be made at all: restriction, consent, recipient and
 * what the law wants the practice to say of itself. */
gboolean cab_bundle_plan_check_allowed (CabBundlePlan *self, GError **error);

/* Puts into `behind` what is withheld, damaged, not ticked, and everything that
 * hangs on it. */
gboolean cab_bundle_plan_leave_behind (CabGathering *gathering, GError **error);

/* The kind a field refers to, a blob too; NULL for no reference. */
const CabKind *cab_bundle_get_target (const CabField *field);

G_END_DECLS
