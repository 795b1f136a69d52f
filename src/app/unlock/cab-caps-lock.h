/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_caps_lock_follow:
 * @widget: what says that Caps Lock is on
 * @page: the widget it belongs to, mapped
 *
 * Shows @widget while Caps Lock is on [W-38]. Called when @page is mapped.
 */
void cab_caps_lock_follow (GtkWidget *widget, GtkWidget *page);

G_END_DECLS
