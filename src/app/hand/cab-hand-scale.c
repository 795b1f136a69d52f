/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-scale.h"

#include "cab-hand-answer.h"
#include "cab-ten-scale.h"

#define MOST 10

struct _CabHandScale
{
  AdwBin parent_instance;

  /* Template */
  CabTenScale *scale;
  GtkLabel *least_label;
  GtkLabel *most_label;
};

static void implement_answer (CabHandAnswerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabHandScale,
                               cab_hand_scale,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_HAND_ANSWER, implement_answer))

GtkWidget *
cab_hand_scale_new (const char *name, const char *least, const char *most)
{
  CabHandScale *self = g_object_new (CAB_TYPE_HAND_SCALE, NULL);

  gtk_label_set_label (self->least_label, least);
  gtk_label_set_label (self->most_label, most);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return GTK_WIDGET (self);
}

int
cab_hand_scale_get_number (CabHandScale *self)
{
  int number = -1;

  g_return_val_if_fail (CAB_IS_HAND_SCALE (self), -1);

  cab_ten_scale_get_answer (self->scale, &number);

  return number;
}

void
cab_hand_scale_set_number (CabHandScale *self, int number)
{
  g_return_if_fail (CAB_IS_HAND_SCALE (self));

  cab_ten_scale_set_answer (self->scale, number);
  cab_hand_answer_changed (CAB_HAND_ANSWER (self));
}

static gboolean
cab_hand_scale_is_answered (CabHandAnswer *answer)
{
  return cab_hand_scale_get_number (CAB_HAND_SCALE (answer)) >= 0;
}

static void
cab_hand_scale_clear (CabHandAnswer *answer)
{
  cab_hand_scale_set_number (CAB_HAND_SCALE (answer), -1);
}

static void
implement_answer (CabHandAnswerInterface *iface)
{
  iface->is_answered = cab_hand_scale_is_answered;
  iface->clear = cab_hand_scale_clear;
}

static gboolean
cab_hand_scale_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CAB_HAND_SCALE (widget)->scale));
}

static void
cab_hand_scale_class_init (CabHandScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = cab_hand_scale_grab_focus;

  g_type_ensure (CAB_TYPE_TEN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/hand/cab-hand-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, CabHandScale, scale);
  gtk_widget_class_bind_template_child (widget_class, CabHandScale, least_label);
  gtk_widget_class_bind_template_child (widget_class, CabHandScale, most_label);
  gtk_widget_class_bind_template_callback (widget_class, cab_hand_answer_changed);
}

static void
cab_hand_scale_init (CabHandScale *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int number = 0; number <= MOST; number++)
    {
      g_autofree char *mark = g_strdup_printf ("%d", number);

      gtk_scale_add_mark (GTK_SCALE (self->scale), number, GTK_POS_BOTTOM, mark);
    }
}
