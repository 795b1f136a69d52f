/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CabHandAnswer:
 *
 * What answers one question of the window that a client is given [W-95].
 *
 * Signal: `answer-changed`, also when it is cleared.
 */
#define CAB_TYPE_HAND_ANSWER (cab_hand_answer_get_type ())
G_DECLARE_INTERFACE (CabHandAnswer, cab_hand_answer, CAB, HAND_ANSWER, GtkWidget)

/**
 * CabHandAnswerInterface:
 * @is_answered: whether something is stated
 * @clear: states nothing
 */
struct _CabHandAnswerInterface
{
  GTypeInterface parent_iface;

  gboolean (*is_answered) (CabHandAnswer *self);
  void (*clear) (CabHandAnswer *self);
};

/** cab_hand_answer_is_answered: Returns: whether something is stated */
gboolean cab_hand_answer_is_answered (CabHandAnswer *self);

/** cab_hand_answer_clear: states nothing, as the person who skips the question does */
void cab_hand_answer_clear (CabHandAnswer *self);

/** cab_hand_answer_changed: for those that implement it: emits `answer-changed` */
void cab_hand_answer_changed (CabHandAnswer *self);

/** cab_hand_answer_finish: for Return in a field: goes on, when something is stated */
void cab_hand_answer_finish (CabHandAnswer *self);

G_END_DECLS
