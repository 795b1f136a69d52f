/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice-view.h"
#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * cab_places_keep:
 * @view: the view of a practice
 *
 * Writes down where a person is: a #CabPlace for the chosen page of the
 * sidebar, one for the client beside its list, and one for each page above it,
 * as far up as pages can be made again.
 *
 * Source: window.md [W-44].
 *
 * Returns: (transfer full): a line a place
 */
CabSecret *cab_places_keep (CabPracticeView *view) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_places_return:
 * @view: the view of @practice, just made
 * @practice: the practice
 * @places: what cab_places_keep() wrote
 *
 * Leads there again. What has gone meanwhile is left for its nearest parent.
 */
void cab_places_return (CabPracticeView *view, CabOpenPractice *practice, CabSecret *places);

G_END_DECLS
