/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cab_plain_row_fill:
 * @row: an #AdwActionRow, new or shown
 * @title: what stands on it
 * @subtitle: (nullable): what stands below
 *
 * Puts texts on a row that are shown as they are. Given to g_object_new() together
 * with “use-markup”, a subtitle is still read as markup, and when it holds “&” or “<”
 * GTK writes it to the log, where nothing of a record may be.
 *
 * Source: window.md [W-195].
 *
 * Returns: (transfer none): @row
 */
GtkWidget *cab_plain_row_fill (GtkWidget *row, const char *title, const char *subtitle);

/** cab_plain_page_describe: the same for what an #AdwStatusPage says below its title, which is
 * always read as markup */
void cab_plain_page_describe (AdwStatusPage *page, const char *words);

G_END_DECLS
