/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-chart-dots.h"

#include "cab-chart-dot.h"

struct _CabChartDots
{
  GtkWidget parent_instance;

  /* Borrowed: the chart's */
  const CabChartHits *hits;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CabChartDots, cab_chart_dots, GTK_TYPE_WIDGET)

static void
remove_all (CabChartDots *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
add_series (CabChartDots *self, const CabChartModel *model, guint series)
{
  const CabChartSeries *drawn = cab_chart_model_get_series (model, series);

  for (guint i = 0; drawn != NULL && i < drawn->points->len; i++)
    gtk_widget_set_parent (cab_chart_dot_new (series, i, drawn->points->pdata[i]),
                           GTK_WIDGET (self));
}

static guint
count_all (const CabChartModel *model)
{
  guint n_points = 0;

  for (guint i = 0; i < model->series->len; i++)
    n_points += cab_chart_model_get_series (model, i)->points->len;

  return n_points;
}

void
cab_chart_dots_set_model (CabChartDots *self, const CabChartModel *model, guint series)
{
  g_return_if_fail (CAB_IS_CHART_DOTS (self));

  self->hits = NULL;
  remove_all (self);
  if (model == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  model->title, -1);
  if (count_all (model) > CAB_CHART_MAXIMUM_POINTS)
    add_series (self, model, series);
  else
    for (guint i = 0; i < model->series->len; i++)
      add_series (self, model, i);
}

void
cab_chart_dots_place (CabChartDots *self, const CabChartHits *hits)
{
  g_return_if_fail (CAB_IS_CHART_DOTS (self));

  self->hits = hits;
}

GtkWidget *
cab_chart_dots_find (CabChartDots *self, guint series, guint point)
{
  g_return_val_if_fail (CAB_IS_CHART_DOTS (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (cab_chart_dot_get_series (CAB_CHART_DOT (child)) == series
        && cab_chart_dot_get_index (CAB_CHART_DOT (child)) == point)
      return child;

  return NULL;
}

static void
cab_chart_dots_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CabChartDots *self = CAB_CHART_DOTS (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const CabChartHit *hit
          = self->hits != NULL
                ? cab_chart_hits_get (self->hits, cab_chart_dot_get_series (CAB_CHART_DOT (child)),
                                      cab_chart_dot_get_index (CAB_CHART_DOT (child)))
                : NULL;
      GtkAllocation area = { 0 };

      if (hit != NULL)
        area = (GtkAllocation){ (int)hit->area.x, (int)hit->area.y, (int)hit->area.width,
                                (int)hit->area.height };
      gtk_widget_size_allocate (child, &area, -1);
    }
}

/* However the focus came to a point: by a key of ours, by Tab, by a screen reader. */
static void
cab_chart_dots_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (cab_chart_dots_parent_class)->set_focus_child (widget, child);

  if (child != NULL)
    g_signal_emit (widget, chosen_signal, 0, cab_chart_dot_get_series (CAB_CHART_DOT (child)),
                   cab_chart_dot_get_index (CAB_CHART_DOT (child)));
}

static void
cab_chart_dots_dispose (GObject *object)
{
  remove_all (CAB_CHART_DOTS (object));

  G_OBJECT_CLASS (cab_chart_dots_parent_class)->dispose (object);
}

static void
cab_chart_dots_class_init (CabChartDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_chart_dots_dispose;
  widget_class->size_allocate = cab_chart_dots_size_allocate;
  widget_class->set_focus_child = cab_chart_dots_set_focus_child;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
cab_chart_dots_init (CabChartDots *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
