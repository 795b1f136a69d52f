/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_verbatim_set:
 * @label: (type GtkLabel): a label that shows a path, a digest or a code
 *
 * Shows what is there and nothing else where a line ends: the toolkit's hyphen
 * would be read, typed and compared as a part of it.
 *
 * Thread: main. Source: window.md [W-97].
 */
void cab_verbatim_set (GtkWidget *label);

G_END_DECLS
