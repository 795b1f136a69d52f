/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-window.h"

G_BEGIN_DECLS

/** CAB_APPLICATION_ID: the name on the bus, of the desktop file and of the icon */
#define CAB_APPLICATION_ID CAB_DESKTOP_ID

/** CabApplication: the program: its windows, its command line, its one lock path [W-42] */
#define CAB_TYPE_APPLICATION (cab_application_get_type ())
G_DECLARE_FINAL_TYPE (CabApplication, cab_application, CAB, APPLICATION, AdwApplication)

/** cab_application_new: Returns: the program */
CabApplication *cab_application_new (void);

/**
 * cab_application_lock:
 * @self: the program
 * @reason: why
 *
 * Locks every window. There is no other way to a lock page of an open practice.
 *
 * Source: [V-170], [V-171], [W-42].
 */
void cab_application_lock (CabApplication *self, CabLockReason reason);

/** cab_application_locks_for: Returns: whether Preferences lets @reason lock on this computer */
gboolean cab_application_locks_for (CabLockReason reason);

/** cab_application_quit: locks, closes every window and ends the program [W-45] */
void cab_application_quit (CabApplication *self);

G_END_DECLS
