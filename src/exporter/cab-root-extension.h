/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-plan.h"

G_BEGIN_DECLS

/*
 * Parts of a newer format that hang on the root of record.xml and on no record.
 * They are kept with the import that brought them. Private to the exporter.
 */

/**
 * cab_root_extension_wrap:
 * @client_id: (nullable): whose transfer brought it; %NULL for a whole practice
 * @content: what stood in the root's `<ext>`
 *
 * Returns: (transfer full): the `extension` of the bundle-import
 */
char *cab_root_extension_wrap (const char *client_id, const char *content);

/**
 * cab_root_extension_find:
 * @plan: a transfer or a practice, planned
 * @content: (out) (nullable): what the latest import of the same person, or of
 *   the practice, had in its root's `<ext>`; %NULL when nothing, or when the plan
 *   leaves something out: what nobody here can read may be about just that
 * @error: return location
 *
 * Source: bundle.md [B-26].
 *
 * Returns: %FALSE when the practice cannot be read
 */
gboolean cab_root_extension_find (const CabBundlePlan *plan, char **content, GError **error);

G_END_DECLS
