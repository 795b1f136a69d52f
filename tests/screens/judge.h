/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * JUDGE_MAY_BE_CUT:
 *
 * The style class of a label that may end in an ellipsis: an excerpt of a text
 * which the next act shows whole.
 */
#define JUDGE_MAY_BE_CUT "may-be-cut"

/**
 * judge_widgets:
 * @window: what is on screen, at rest
 * @width: px, how wide it was asked to be
 *
 * [W-172] Looks for labels that are cut, parts outside of what holds them,
 * icons that the theme has not, and a window that would not become so narrow.
 *
 * Returns: (transfer full) (element-type utf8): a line for each fault
 */
GPtrArray *judge_widgets (GtkWidget *window, int width);

/**
 * judge_picture:
 * @texture: a picture of a window
 *
 * [W-172] Returns: whether more than 99 % of it have one colour
 */
gboolean judge_is_blank (GdkTexture *texture);

G_END_DECLS
