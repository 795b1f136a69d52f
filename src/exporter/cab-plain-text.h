/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_plain_text_from_html:
 * @text: text of a diary, with a little markup
 * @n_dropped: (inout) (optional): marks that were dropped are added here
 *
 * Makes plain text of what diary programs write: `<br>` and `</p>` become line
 * breaks, `<li>` becomes a line that begins with "- "; b, i, u, s, strong, em, ul,
 * ol, p, div and span are dropped and counted; entities are decoded, once. Any
 * other `<…>` stays as it was typed, since a person may have typed it.
 *
 * Thread: any; pure. Source: bundle.md [B-87].
 *
 * Returns: (transfer full): the text, without blank lines at its ends
 */
char *cab_plain_text_from_html (const char *text, guint *n_dropped);

G_END_DECLS
