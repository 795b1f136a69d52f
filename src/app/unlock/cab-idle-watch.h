/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-application.h"

G_BEGIN_DECLS

/** CAB_IDLE_NOTICE_SECONDS: how long before locking the notice stands [W-42] */
#define CAB_IDLE_NOTICE_SECONDS 30

/** CabIdleClock: Returns: seconds that went by since some moment, sleep included */
typedef gint64 (*CabIdleClock) (void);

/**
 * CabIdleWatch:
 *
 * Locks every practice when no window of the application had key or pointer
 * input for the shortest limit among the open practices.
 *
 * Thread: main. Source: [W-42], [V-171].
 */
#define CAB_TYPE_IDLE_WATCH (cab_idle_watch_get_type ())
G_DECLARE_FINAL_TYPE (CabIdleWatch, cab_idle_watch, CAB, IDLE_WATCH, GObject)

/**
 * cab_idle_watch_new:
 * @application: (not nullable): whose windows are watched; it outlives the watch
 * @clock: (nullable): tells the time; %NULL is CLOCK_BOOTTIME
 *
 * Returns: (transfer full): a watch that looks every second
 */
CabIdleWatch *cab_idle_watch_new (GtkApplication *application, CabIdleClock clock);

/** cab_idle_watch_touch: counts as input: begins the limit anew and takes the notice away */
void cab_idle_watch_touch (CabIdleWatch *self);

/** cab_idle_watch_check: gives the notice, or locks, when it is time; done every second besides */
void cab_idle_watch_check (CabIdleWatch *self);

G_END_DECLS
