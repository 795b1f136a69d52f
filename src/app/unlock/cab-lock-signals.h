/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-application.h"

G_BEGIN_DECLS

/**
 * cab_lock_signals_listen:
 * @application: (not nullable): what is locked
 * @session_bus: (nullable): the bus of the session; without one nothing is heard
 *
 * Locks every practice when a screen saver says that it is on, for as long as
 * both live.
 *
 * Thread: main. Source: [V-171].
 */
void cab_lock_signals_listen (CabApplication *application, GDBusConnection *session_bus);

G_END_DECLS
