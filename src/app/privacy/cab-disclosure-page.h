/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-disclosure-row.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabDisclosurePage: one disclosure whole [W-98] */
#define CAB_TYPE_DISCLOSURE_PAGE (cab_disclosure_page_get_type ())
G_DECLARE_FINAL_TYPE (CabDisclosurePage,
                      cab_disclosure_page,
                      CAB,
                      DISCLOSURE_PAGE,
                      AdwNavigationPage)

/** cab_disclosure_page_new: @disclosure: a row of the register: Returns: its page */
AdwNavigationPage *
cab_disclosure_page_new (CabOpenPractice *practice, CabDisclosureRow *disclosure);

/**
 * cab_disclosure_page_open:
 * @from: a widget of the practice's view
 * @practice: the practice
 * @digest: what was given, as cab_bundle_export() tells it
 *
 * Shows the disclosure of a bundle above the page that is there.
 *
 * Source: window.md [W-98].
 */
void cab_disclosure_page_open (GtkWidget *from, CabOpenPractice *practice, const char *digest);

/** cab_disclosure_actions: what can be done with one disclosure */
extern const CabActionTable cab_disclosure_actions;

G_END_DECLS
