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
 * CabHandWindow:
 *
 * The window that a client answers in [W-95]: a question a page, and nothing of
 * the practice but them. Nobody leaves it without the passphrase. What is
 * answered and not given yet is kept as a draft, also when the practice locks.
 *
 * Signal: `given-back`, with whether something was written, after the passphrase.
 */
#define CAB_TYPE_HAND_WINDOW (cab_hand_window_get_type ())
G_DECLARE_FINAL_TYPE (CabHandWindow, cab_hand_window, CAB, HAND_WINDOW, AdwWindow)

extern const CabActionTable cab_hand_actions;

/**
 * cab_hand_window_new:
 * @practice: an open practice, for writing
 * @form: what is asked
 * @client_id: whose answers they are; the window shows nothing of that person
 *
 * Returns: (transfer none): the window, not yet shown
 */
CabHandWindow *
cab_hand_window_new (CabOpenPractice *practice, const CabHandForm *form, const char *client_id);

/** cab_hand_window_flush: queues what is unwritten, before the practice closes */
void cab_hand_window_flush (CabHandWindow *self);

G_END_DECLS
