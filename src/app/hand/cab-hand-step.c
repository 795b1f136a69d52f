/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-step.h"

#include "cab-hand-answer.h"

struct _CabHandStep
{
  AdwBin parent_instance;

  /* Template */
  AdwEntryRow *text_row;
  AdwComboRow *value_row;
};

static void implement_answer (CabHandAnswerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabHandStep,
                               cab_hand_step,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_HAND_ANSWER, implement_answer))

GtkWidget *
cab_hand_step_new (const char *name)
{
  CabHandStep *self = g_object_new (CAB_TYPE_HAND_STEP, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), name);

  return GTK_WIDGET (self);
}

static void
choose (CabHandStep *self, const char *value)
{
  GListModel *values = adw_combo_row_get_model (self->value_row);

  for (guint i = 0; value != NULL && i < g_list_model_get_n_items (values); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (values), i), value) == 0)
      adw_combo_row_set_selected (self->value_row, i);
}

void
cab_hand_step_offer (CabHandStep *self, const char *const *values)
{
  g_autofree char *chosen = NULL;
  g_autoptr (GtkStringList) model = gtk_string_list_new (values);

  g_return_if_fail (CAB_IS_HAND_STEP (self));

  chosen = cab_hand_step_dup_value (self);
  adw_combo_row_set_model (self->value_row, G_LIST_MODEL (model));
  choose (self, chosen);
}

const char *
cab_hand_step_get_text (CabHandStep *self)
{
  g_return_val_if_fail (CAB_IS_HAND_STEP (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->text_row));
}

char *
cab_hand_step_dup_value (CabHandStep *self)
{
  GtkStringObject *chosen;

  g_return_val_if_fail (CAB_IS_HAND_STEP (self), NULL);

  chosen = adw_combo_row_get_selected_item (self->value_row);

  return chosen != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
}

void
cab_hand_step_set (CabHandStep *self, const char *text, const char *value)
{
  const char *values[] = { value, NULL };

  g_return_if_fail (CAB_IS_HAND_STEP (self));

  gtk_editable_set_text (GTK_EDITABLE (self->text_row), text != NULL ? text : "");
  cab_hand_step_offer (self, values);
}

static gboolean
cab_hand_step_is_answered (CabHandAnswer *answer)
{
  return *cab_hand_step_get_text (CAB_HAND_STEP (answer)) != '\0';
}

static void
cab_hand_step_clear (CabHandAnswer *answer)
{
  gtk_editable_set_text (GTK_EDITABLE (CAB_HAND_STEP (answer)->text_row), "");
}

static void
implement_answer (CabHandAnswerInterface *iface)
{
  iface->is_answered = cab_hand_step_is_answered;
  iface->clear = cab_hand_step_clear;
}

static gboolean
cab_hand_step_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CAB_HAND_STEP (widget)->text_row));
}

static void
cab_hand_step_class_init (CabHandStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = cab_hand_step_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/hand/cab-hand-step.ui");
  gtk_widget_class_bind_template_child (widget_class, CabHandStep, text_row);
  gtk_widget_class_bind_template_child (widget_class, CabHandStep, value_row);
  gtk_widget_class_bind_template_callback (widget_class, cab_hand_answer_changed);
  gtk_widget_class_bind_template_callback (widget_class, cab_hand_answer_finish);
}

static void
cab_hand_step_init (CabHandStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
