/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** CabStartPage: what is seen when no practice is open [W-35] */
#define CAB_TYPE_START_PAGE (cab_start_page_get_type ())
G_DECLARE_FINAL_TYPE (CabStartPage, cab_start_page, CAB, START_PAGE, AdwBin)

/**
 * cab_start_page_set_busy:
 * @self: a start page
 * @is_busy: whether the sample practice is being made
 *
 * Shows that it works.
 */
void cab_start_page_set_busy (CabStartPage *self, gboolean is_busy);

/** cab_start_page_reload: lists the practices that were last open, as they are now */
void cab_start_page_reload (CabStartPage *self);

G_END_DECLS
