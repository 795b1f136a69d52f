/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-client-map.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_client_map_load:
 * @practice: the practice
 * @name: (nullable): the map's name; the built-in one's when %NULL
 * @error: return location
 *
 * Errors: %G_KEY_FILE_ERROR. Thread: the vault's. Source: bundle.md [B-80].
 *
 * Returns: (transfer full): the map as the practice keeps it, or a new one of
 *   that name
 */
CabClientMap *cab_client_map_load (CabPractice *practice,
                                   const char *name,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_client_map_save:
 * @self: a map
 * @practice: the practice
 * @error: return location
 *
 * Keeps a map under its name, so that what was said once need not be said again.
 * The built-in one is left as it is.
 *
 * Errors: as cab_practice_set_preference(). Thread: the vault's.
 * Source: bundle.md [B-80].
 *
 * Returns: %TRUE when it is kept
 */
gboolean cab_client_map_save (CabClientMap *self, CabPractice *practice, GError **error);

/**
 * cab_client_map_list:
 * @practice: the practice
 * @error: return location
 *
 * Errors: as cab_practice_each(). Thread: the vault's. Source: bundle.md [B-80].
 *
 * Returns: (transfer full): the names of the maps that are kept, sorted
 */
GStrv cab_client_map_list (CabPractice *practice, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
