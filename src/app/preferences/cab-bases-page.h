/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabBasesPage:
 *
 * *Why We Hold Data*: each kind of record with the legal basis that new ones
 * get, and how many have none. What is chosen is stored at once.
 *
 * Source: window.md [W-24], bundle.md [B-6], [B-83].
 */
#define CAB_TYPE_BASES_PAGE (cab_bases_page_get_type ())
G_DECLARE_FINAL_TYPE (CabBasesPage, cab_bases_page, CAB, BASES_PAGE, AdwNavigationPage)

/** cab_bases_page_new: @practice: the practice that holds the data */
AdwNavigationPage *cab_bases_page_new (CabOpenPractice *practice);

G_END_DECLS
