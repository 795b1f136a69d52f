/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabDiffView:
 *
 * What differs between two texts, word by word [W-80]: added is underlined and
 * bold, removed is struck through, and both are said in words to a screen reader.
 */
#define CAB_TYPE_DIFF_VIEW (cab_diff_view_get_type ())
G_DECLARE_FINAL_TYPE (CabDiffView, cab_diff_view, CAB, DIFF_VIEW, AdwBin)

/**
 * cab_diff_view_show:
 * @self: a view
 * @old_text: UTF-8
 * @new_text: UTF-8
 *
 * Shows both texts as one.
 *
 * Returns: how many changes there are
 */
guint cab_diff_view_show (CabDiffView *self, const char *old_text, const char *new_text);

/** cab_diff_view_go: puts the caret on the next or the previous change; behind the last comes the
 * first again */
void cab_diff_view_go (CabDiffView *self, gboolean forward);

/** cab_diff_view_set_label: says what text it is, to a screen reader */
void cab_diff_view_set_label (CabDiffView *self, const char *label);

G_END_DECLS
