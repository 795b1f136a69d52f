/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What describes this computer and its screen. The keys of the schema, all of
 * them; what describes a practice is in the practice's own file. */
#define CAB_COMPUTER_WINDOW_WIDTH "window-width"
#define CAB_COMPUTER_WINDOW_HEIGHT "window-height"
#define CAB_COMPUTER_WINDOW_MAXIMIZED "window-maximized"
#define CAB_COMPUTER_SIDEBAR_FRACTION "sidebar-fraction"
#define CAB_COMPUTER_LIST_FRACTION "list-fraction"
#define CAB_COMPUTER_COLOR_SCHEME "color-scheme"
#define CAB_COMPUTER_TEXT_ZOOM "text-zoom"
#define CAB_COMPUTER_CHART_AS_TABLE "chart-as-table"
#define CAB_COMPUTER_LOCK_WHEN_IDLE "lock-when-idle"
#define CAB_COMPUTER_LOCK_WITH_SCREEN "lock-with-screen"
#define CAB_COMPUTER_LOCK_ON_SUSPEND "lock-on-suspend"
#define CAB_COMPUTER_LOCK_WHEN_HIDDEN "lock-when-hidden"
#define CAB_COMPUTER_DISCREET_MODE "discreet-mode"
#define CAB_COMPUTER_FIRST_WEEKDAY "first-weekday"
#define CAB_COMPUTER_REMEMBER_PRACTICES "remember-practices"

/**
 * cab_computer_get_settings:
 *
 * The program's own schema is found beside the program too, so that it works
 * from the build folder and from a folder that was moved after installing.
 *
 * Thread: main. Source: window.md [W-184], [W-188].
 *
 * Returns: (transfer none) (nullable): the settings of this computer; %NULL where
 *   no schema is to be found, and everything is as it would be at first
 */
GSettings *cab_computer_get_settings (void);

/** cab_computer_get_boolean: Returns: the value of @key; @otherwise where there are no settings */
gboolean cab_computer_get_boolean (const char *key, gboolean otherwise);

/** cab_computer_bind: lets @property of @object follow @key, and @key follow it */
void cab_computer_bind (const char *key, gpointer object, const char *property);

G_END_DECLS
