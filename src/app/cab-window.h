/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-hand-form.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabWindow:
 *
 * The main window [W-1]: a start page, a lock page, an error page, or a
 * practice. It owns the open practice.
 */
#define CAB_TYPE_WINDOW (cab_window_get_type ())
G_DECLARE_FINAL_TYPE (CabWindow, cab_window, CAB, WINDOW, AdwApplicationWindow)

/** CabLockReason: why it locked; audited at the next unlock and said there [V-171] */
typedef enum
{
  CAB_LOCK_ASKED,
  CAB_LOCK_IDLE,
  CAB_LOCK_SESSION,
  CAB_LOCK_SUSPEND,
  CAB_LOCK_HIDDEN,
  CAB_LOCK_QUIT
} CabLockReason;

extern const CabActionTable cab_window_actions;

/** cab_window_new: Returns: a window of @application that shows the start page */
CabWindow *cab_window_new (AdwApplication *application);

/**
 * cab_window_show_file:
 * @self: a window
 * @path: a practice file or a backup
 *
 * Asks for the passphrase of @path. What was open is locked first.
 */
void cab_window_show_file (CabWindow *self, const char *path);

/**
 * cab_window_take_file:
 * @self: a window
 * @path: (type filename): any file
 *
 * Brings a file to where it belongs: a practice or a backup to its lock page, a
 * bundle or a table to the import assistant, anything else to a sentence. What
 * is open for writing is closed only when the person says so [W-35], [W-50].
 */
void cab_window_take_file (CabWindow *self, const char *path);

/**
 * cab_window_take_practice:
 * @self: a window
 * @practice: (transfer full): an open practice
 *
 * Shows a practice that was just made or opened.
 */
void cab_window_take_practice (CabWindow *self, CabOpenPractice *practice);

/** cab_window_get_practice: Returns: (transfer none) (nullable): what is open in it */
CabOpenPractice *cab_window_get_practice (CabWindow *self);

/**
 * cab_window_lock:
 * @self: a window
 * @reason: why
 *
 * The window's part of the one lock path [W-43]: drafts flushed, dialogs and
 * popovers closed without a question, pages destroyed, the file closed and its
 * keys wiped, the lock page shown. Does nothing when nothing is open.
 */
void cab_window_lock (CabWindow *self, CabLockReason reason);

/**
 * cab_window_hand_over:
 * @self: a window with a practice that can be written
 * @form: what is asked
 * @client_id: who is asked
 *
 * Gives the computer to a client: every window of the program is hidden, and one
 * that asks alone is shown, until the passphrase is typed or the practice locks.
 * Begins when the click or the key that asked for it is over.
 *
 * Source: window.md [W-95].
 */
void cab_window_hand_over (CabWindow *self, const CabHandForm *form, const char *client_id);

/** cab_window_get_front: Returns: what stands for @self on screen: a client’s window, or @self */
GtkWindow *cab_window_get_front (CabWindow *self);

/**
 * cab_window_toast:
 * @self: a window
 * @toast: (transfer full): what happened
 *
 * Shows a toast [W-114].
 */
void cab_window_toast (CabWindow *self, AdwToast *toast);

G_END_DECLS
