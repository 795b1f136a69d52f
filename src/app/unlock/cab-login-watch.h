/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-application.h"

G_BEGIN_DECLS

/**
 * CabLoginWatch:
 *
 * Locks every practice when login1 says that the computer is about to sleep or
 * that the session is locked. It delays the sleep until the files are closed.
 *
 * Thread: main. Source: [V-171].
 */
#define CAB_TYPE_LOGIN_WATCH (cab_login_watch_get_type ())
G_DECLARE_FINAL_TYPE (CabLoginWatch, cab_login_watch, CAB, LOGIN_WATCH, GObject)

/**
 * cab_login_watch_new:
 * @application: (not nullable): what is locked; it outlives the watch
 * @system_bus: (nullable): where login1 is; %NULL looks for the computer's system
 *   bus, and hears nothing, without a word, where there is none
 *
 * Returns: (transfer full): a watch
 */
CabLoginWatch *cab_login_watch_new (CabApplication *application, GDBusConnection *system_bus);

/** cab_login_watch_is_delaying: Returns: whether the computer would wait for it before it sleeps */
gboolean cab_login_watch_is_delaying (CabLoginWatch *self);

G_END_DECLS
