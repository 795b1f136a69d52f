/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-scope.h"

G_BEGIN_DECLS

/* Record id to #CabWithholdGround. */
GHashTable *cab_bundle_scope_get_withheld (const CabBundleScope *self);

/* Whether every kind that the profile takes goes along. */
gboolean cab_bundle_scope_takes_all_kinds (const CabBundleScope *self);

/* Whether the client gets it, as opposed to anyone else. */
gboolean cab_bundle_scope_is_to_subject (const CabBundleScope *self);

G_END_DECLS
