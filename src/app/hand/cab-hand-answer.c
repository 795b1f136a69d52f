/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-answer.h"

static guint changed_signal;

G_DEFINE_INTERFACE (CabHandAnswer, cab_hand_answer, GTK_TYPE_WIDGET)

gboolean
cab_hand_answer_is_answered (CabHandAnswer *self)
{
  g_return_val_if_fail (CAB_IS_HAND_ANSWER (self), FALSE);

  return CAB_HAND_ANSWER_GET_IFACE (self)->is_answered (self);
}

void
cab_hand_answer_clear (CabHandAnswer *self)
{
  g_return_if_fail (CAB_IS_HAND_ANSWER (self));

  CAB_HAND_ANSWER_GET_IFACE (self)->clear (self);
}

void
cab_hand_answer_changed (CabHandAnswer *self)
{
  g_return_if_fail (CAB_IS_HAND_ANSWER (self));

  g_signal_emit (self, changed_signal, 0);
}

/* Without an answer the default is insensitive, and GTK would activate the field again. */
void
cab_hand_answer_finish (CabHandAnswer *self)
{
  if (cab_hand_answer_is_answered (self))
    gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
cab_hand_answer_default_init (CabHandAnswerInterface *iface)
{
  changed_signal = g_signal_new ("answer-changed", CAB_TYPE_HAND_ANSWER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}
