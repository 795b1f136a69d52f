/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-window.h"

G_BEGIN_DECLS

/**
 * CabAfterLock:
 *
 * What a window keeps of a practice that it locked, until it is open again:
 * where the person was, in secret memory; why it locked, for the activity log;
 * what was stopped. Nothing of a record, and no client's name.
 *
 * Thread: main. Source: window.md [W-44], vault.md [V-171].
 */
typedef struct _CabAfterLock CabAfterLock;

/**
 * cab_after_lock_new:
 * @window: a window with an open practice and all its dialogs
 * @reason: why it locks
 *
 * Returns: (transfer full) (nullable): what to keep, %NULL when it locks to quit
 */
CabAfterLock *
cab_after_lock_new (CabWindow *window, CabLockReason reason) G_GNUC_WARN_UNUSED_RESULT;

/** cab_after_lock_keep_places: keeps where the person is, once no dialog has the focus */
void cab_after_lock_keep_places (CabAfterLock *self, CabWindow *window);

/**
 * cab_after_lock_tell:
 * @self: (nullable): what was kept
 * @window: the window, with a practice open and on screen
 *
 * Leads back to where the person was, writes the lock into the activity log,
 * and tells what nobody was there to see. Another file is told nothing.
 */
void cab_after_lock_tell (CabAfterLock *self, CabWindow *window);

/** cab_after_lock_free: forgets it */
void cab_after_lock_free (CabAfterLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabAfterLock, cab_after_lock_free)

G_END_DECLS
