/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAB_TYPE_LINES (cab_lines_get_type ())
G_DECLARE_FINAL_TYPE (CabLines, cab_lines, CAB, LINES, GtkWidget)

/**
 * CabLines:
 *
 * The text of a row in a long list: the property `markup`, Pango's, wrapped at
 * whatever width there is and never cut off. It asks for no width, so it needs a
 * parent that gives it some. A GtkLabel that wraps lays its text out anew for the
 * least width, the width it would like and the height at each; this lays it out
 * once for a width and draws just that. It says nothing to assistive technology:
 * the row has a sentence for that.
 *
 * Thread: main. Source: window.md [W-128], [W-173].
 */

/** How a part of the text looks; small is as libadwaita's `caption`, dim as its `dimmed`. */
typedef enum
{
  CAB_LINES_PLAIN,
  CAB_LINES_SMALL,
  CAB_LINES_SMALL_DIM,
} CabLinesLook;

/**
 * cab_lines_append:
 * @markup: what there is of the text, for the property `markup`
 * @before: what parts it from that, such as a line's end
 * @look: how it looks
 * @text: (nullable): plain text; of %NULL and "" nothing is appended
 *
 * Thread: main. Source: window.md [W-173].
 */
void cab_lines_append (GString *markup, const char *before, CabLinesLook look, const char *text);

G_END_DECLS
