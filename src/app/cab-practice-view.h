/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPracticeView:
 *
 * An open practice: the sidebar, and the pages beside it [W-2]. It is destroyed
 * at lock, with everything below it.
 */
#define CAB_TYPE_PRACTICE_VIEW (cab_practice_view_get_type ())
G_DECLARE_FINAL_TYPE (CabPracticeView, cab_practice_view, CAB, PRACTICE_VIEW, AdwBreakpointBin)

/** cab_practice_view_new: Returns: the view of @practice, on its first page */
CabPracticeView *cab_practice_view_new (CabOpenPractice *practice);

/**
 * cab_practice_view_show_page:
 * @self: a view
 * @tag: `today`, `clients`, …
 *
 * Shows a page of the sidebar, as it was left.
 */
void cab_practice_view_show_page (CabPracticeView *self, const char *tag);

/** cab_practice_view_activate: shows the page @tag and does @action of it, which takes no
 * parameter */
void cab_practice_view_activate (CabPracticeView *self, const char *tag, const char *action);

/** cab_practice_view_get_page: Returns: (transfer none): the tag of the sidebar's chosen page */
const char *cab_practice_view_get_page (CabPracticeView *self);

/**
 * cab_practice_view_open_client:
 * @self: a view
 * @id: a client's
 *
 * Shows a client's page beside the list.
 */
void cab_practice_view_open_client (CabPracticeView *self, const char *id);

/**
 * cab_practice_view_push:
 * @self: a view
 * @page: (transfer floating): an editor, a version, a result
 *
 * Shows a page above what is there; Back leads to it [W-5].
 */
void cab_practice_view_push (CabPracticeView *self, AdwNavigationPage *page);

/** cab_practice_view_put: as cab_practice_view_push(), without an animation: for a return to it */
void cab_practice_view_put (CabPracticeView *self, AdwNavigationPage *page);

/** cab_practice_view_get_pages: Returns: (transfer full): the pages, the sidebar's the first */
GListModel *cab_practice_view_get_pages (CabPracticeView *self) G_GNUC_WARN_UNUSED_RESULT;

/** cab_practice_view_get_visible_page: Returns: (transfer none): the uppermost page */
AdwNavigationPage *cab_practice_view_get_visible_page (CabPracticeView *self);

/** cab_practice_view_shows_content: Returns: whether a narrow window shows pages, not the sidebar
 */
gboolean cab_practice_view_shows_content (CabPracticeView *self);

/** cab_practice_view_show_sidebar: shows the sidebar where the window is narrow */
void cab_practice_view_show_sidebar (CabPracticeView *self);

/** cab_practice_view_go_back: leaves the uppermost page */
void cab_practice_view_go_back (CabPracticeView *self);

/**
 * cab_push_page:
 * @from: any widget below a view
 * @page: (transfer floating): an editor, a version, a result
 *
 * As cab_practice_view_push(), for widgets that do not know their view.
 */
void cab_push_page (GtkWidget *from, AdwNavigationPage *page);

/** CabPageFunc: Returns: whether @page is the one that is meant */
typedef gboolean (*CabPageFunc) (AdwNavigationPage *page, gpointer data);

/**
 * cab_show_page:
 * @from: any widget below a view
 * @is_meant: asked of each page that was pushed, the lowest first
 * @data: for @is_meant
 *
 * Goes back to a page that is open already, if there is one: a note is open in
 * one editor only [W-76]. One that is on its way out is none.
 *
 * Returns: whether there was one
 */
gboolean cab_show_page (GtkWidget *from, CabPageFunc is_meant, gpointer data);

G_END_DECLS
