/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-chart-dot.h"

struct _CabChartDot
{
  GtkWidget parent_instance;

  /* Owned */
  char *record_id;

  guint series;
  guint index;
};

G_DEFINE_FINAL_TYPE (CabChartDot, cab_chart_dot, GTK_TYPE_WIDGET)

static void
open_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = CAB_CHART_DOT (widget)->record_id;

  if (id != NULL)
    gtk_widget_activate_action (widget, "chart.open-record", "s", id);
}

GtkWidget *
cab_chart_dot_new (guint series, guint index, const CabChartPoint *point)
{
  CabChartDot *self = g_object_new (CAB_TYPE_CHART_DOT, NULL);

  self->series = series;
  self->index = index;
  self->record_id = g_strdup (point->record_id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.open", point->record_id != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  point->words, -1);

  return GTK_WIDGET (self);
}

guint
cab_chart_dot_get_series (CabChartDot *self)
{
  g_return_val_if_fail (CAB_IS_CHART_DOT (self), 0);

  return self->series;
}

guint
cab_chart_dot_get_index (CabChartDot *self)
{
  g_return_val_if_fail (CAB_IS_CHART_DOT (self), 0);

  return self->index;
}

static void
cab_chart_dot_finalize (GObject *object)
{
  g_free (CAB_CHART_DOT (object)->record_id);

  G_OBJECT_CLASS (cab_chart_dot_parent_class)->finalize (object);
}

static void
cab_chart_dot_class_init (CabChartDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_chart_dot_finalize;

  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_record);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
cab_chart_dot_init (CabChartDot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
