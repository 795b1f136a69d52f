/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-point.h"

#include "cab-hand-answer.h"

struct _CabHandPoint
{
  AdwBin parent_instance;

  /* Template */
  CabAffectGrid *affect_grid;
};

static void implement_answer (CabHandAnswerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabHandPoint,
                               cab_hand_point,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_HAND_ANSWER, implement_answer))

GtkWidget *
cab_hand_point_new (void)
{
  return g_object_new (CAB_TYPE_HAND_POINT, NULL);
}

CabAffectGrid *
cab_hand_point_get_grid (CabHandPoint *self)
{
  g_return_val_if_fail (CAB_IS_HAND_POINT (self), NULL);

  return self->affect_grid;
}

static gboolean
cab_hand_point_is_answered (CabHandAnswer *answer)
{
  int valence;
  int arousal;

  return cab_affect_grid_get_point (CAB_HAND_POINT (answer)->affect_grid, &valence, &arousal);
}

static void
cab_hand_point_clear (CabHandAnswer *answer)
{
  cab_affect_grid_clear (CAB_HAND_POINT (answer)->affect_grid);
}

static void
implement_answer (CabHandAnswerInterface *iface)
{
  iface->is_answered = cab_hand_point_is_answered;
  iface->clear = cab_hand_point_clear;
}

static gboolean
cab_hand_point_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CAB_HAND_POINT (widget)->affect_grid));
}

static void
cab_hand_point_class_init (CabHandPointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = cab_hand_point_grab_focus;

  g_type_ensure (CAB_TYPE_AFFECT_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/hand/cab-hand-point.ui");
  gtk_widget_class_bind_template_child (widget_class, CabHandPoint, affect_grid);
  gtk_widget_class_bind_template_callback (widget_class, cab_hand_answer_changed);
}

static void
cab_hand_point_init (CabHandPoint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
