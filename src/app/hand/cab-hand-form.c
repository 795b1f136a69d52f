/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-form.h"

CabHandQuestion *
cab_hand_question_new (const char *heading, const char *words, GtkWidget *answer, guint n_skipped)
{
  CabHandQuestion *self;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (CAB_IS_HAND_ANSWER (answer), NULL);

  self = g_new0 (CabHandQuestion, 1);
  self->heading = g_strdup (heading);
  self->words = g_strdup (words);
  self->answer = CAB_HAND_ANSWER (g_object_ref_sink (answer));
  self->n_skipped = n_skipped;

  return self;
}

void
cab_hand_question_free (CabHandQuestion *self)
{
  g_free (self->heading);
  g_free (self->words);
  g_object_unref (self->answer);
  g_clear_object (&self->subject);
  g_free (self);
}

CabDraftTarget
cab_hand_form_get_target (const CabHandForm *self, const char *client_id)
{
  return (CabDraftTarget){ .kind = self->kind, .client_id = client_id, .field = self->field };
}
