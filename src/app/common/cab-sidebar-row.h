/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CabSidebarRow: one page's row in the sidebar: a picture, a label, a count in words of digits */
#define CAB_TYPE_SIDEBAR_ROW (cab_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (CabSidebarRow, cab_sidebar_row, CAB, SIDEBAR_ROW, GtkListBoxRow)

/** cab_sidebar_row_get_tag: Returns: (not nullable): the tag of the page it shows */
const char *cab_sidebar_row_get_tag (CabSidebarRow *self);

G_END_DECLS
