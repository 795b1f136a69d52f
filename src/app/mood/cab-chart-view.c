/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-chart-view.h"

#include <adwaita.h>

#include "cab-announce.h"
#include "cab-chart.h"

#define LEAST_WIDTH 300
#define NATURAL_WIDTH 600
#define RING_RADIUS 8.0
#define RING_WIDTH 2.0

struct _CabChartView
{
  GtkWidget parent_instance;

  /* Owned */
  CabChartModel *model;
  CabChartHits *hits;
  char *readout;

  /* State: the chosen point, none while `has_point` is not set */
  guint series;
  guint point;
  guint has_point : 1;
};

enum
{
  PROP_MODEL = 1,
  PROP_READOUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint open_signal;

G_DEFINE_FINAL_TYPE (CabChartView, cab_chart_view, GTK_TYPE_WIDGET)

static void
set_readout (CabChartView *self, const char *readout)
{
  if (g_set_str (&self->readout, readout))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READOUT]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
choose (CabChartView *self, guint series, guint point)
{
  const CabChartPoint *chosen = cab_chart_model_get_point (self->model, series, point);

  if (chosen == NULL)
    return;

  self->series = series;
  self->point = point;
  self->has_point = TRUE;
  set_readout (self, chosen->words);
}

static void
unchoose (CabChartView *self)
{
  self->has_point = FALSE;
  set_readout (self, NULL);
}

/* The title ends in the word chart: GTK 4.18 has no role that says it [W-120]. */
static void
describe (CabChartView *self)
{
  if (self->model != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->model->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->model->sentence, -1);
}

void
cab_chart_view_set_model (CabChartView *self, CabChartModel *model)
{
  g_return_if_fail (CAB_IS_CHART_VIEW (self));

  g_clear_pointer (&self->model, cab_chart_model_unref);
  g_clear_pointer (&self->hits, cab_chart_hits_free);
  self->model = model != NULL ? cab_chart_model_ref (model) : NULL;
  unchoose (self);
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The look follows the desktop; direction and text follow the widget. */
static CabChartTheme
make_theme (CabChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  CabChartTheme theme = *cab_chart_theme_get (
      adw_style_manager_get_high_contrast (manager) ? CAB_CHART_LOOK_HIGH_CONTRAST
      : adw_style_manager_get_dark (manager)        ? CAB_CHART_LOOK_DARK
                                                    : CAB_CHART_LOOK_LIGHT);

  theme.is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return theme;
}

static void
draw_ring (CabChartView *self, cairo_t *cr)
{
  const CabChartHit *hit
      = self->has_point ? cab_chart_hits_get (self->hits, self->series, self->point) : NULL;
  g_autoptr (GdkRGBA) accent = NULL;

  if (hit == NULL)
    return;

  accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_arc (cr, hit->x, hit->y, RING_RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
cab_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CabChartView *self = CAB_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  CabChartTheme theme = make_theme (self);
  cairo_t *cr;

  if (self->model == NULL)
    return;

  g_clear_pointer (&self->hits, cab_chart_hits_free);
  self->hits = cab_chart_hits_new ();
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cab_chart_draw (cr, self->model, &theme, width, height, self->hits);
  draw_ring (self, cr);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
cab_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cab_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  CabChartView *self = CAB_CHART_VIEW (widget);
  CabChartTheme theme = make_theme (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = self->model != NULL ? (int)cab_chart_get_height (self->model, &theme,
                                                              for_size > 0 ? for_size : LEAST_WIDTH)
                                 : 0;
  *natural = *minimum;
}

static guint
count_points (CabChartView *self)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, self->series);

  return series != NULL ? series->points->len : 0;
}

/* [W-94] ← and → go from point to point in the order they are seen. */
static gboolean
on_step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabChartView *self = CAB_CHART_VIEW (widget);
  int step = g_variant_get_int32 (arguments);
  int last;

  if (self->model == NULL || cab_chart_model_is_empty (self->model))
    return GDK_EVENT_PROPAGATE;

  last = (int)count_points (self) - 1;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && ABS (step) == 1)
    step = -step;
  if (!self->has_point)
    choose (self, 0, (guint)MAX (last, 0));
  else
    choose (self, self->series, (guint)CLAMP ((int)self->point + step, 0, last));
  if (self->readout != NULL)
    cab_announce (widget, self->readout);

  return GDK_EVENT_STOP;
}

static gboolean
on_series_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabChartView *self = CAB_CHART_VIEW (widget);
  int step = g_variant_get_int32 (arguments);
  int series;

  if (self->model == NULL || !self->has_point)
    return GDK_EVENT_PROPAGATE;

  series = CLAMP ((int)self->series + step, 0, (int)self->model->series->len - 1);
  self->series = (guint)series;
  choose (self, self->series, MIN (self->point, count_points (self) - 1));
  if (self->readout != NULL)
    cab_announce (widget, self->readout);

  return GDK_EVENT_STOP;
}

static gboolean
on_open_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabChartView *self = CAB_CHART_VIEW (widget);
  const CabChartPoint *point
      = self->has_point ? cab_chart_model_get_point (self->model, self->series, self->point) : NULL;

  if (point == NULL || point->record_id == NULL)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, open_signal, 0, point->record_id);

  return GDK_EVENT_STOP;
}

static void
on_motion_cb (CabChartView *self, double x, double y)
{
  const CabChartHit *hit = self->hits != NULL ? cab_chart_hits_find (self->hits, x, y) : NULL;

  if (hit != NULL)
    choose (self, hit->series, hit->point);
}

static void
cab_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabChartView *self = CAB_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_boxed (value, self->model);
      break;
    case PROP_READOUT:
      g_value_set_string (value, self->readout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_chart_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  cab_chart_view_set_model (CAB_CHART_VIEW (object), g_value_get_boxed (value));
}

static void
cab_chart_view_finalize (GObject *object)
{
  CabChartView *self = CAB_CHART_VIEW (object);

  g_clear_pointer (&self->model, cab_chart_model_unref);
  g_clear_pointer (&self->hits, cab_chart_hits_free);
  g_free (self->readout);

  G_OBJECT_CLASS (cab_chart_view_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_step_cb, "i", G_MININT16);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_step_cb, "i", G_MAXINT16);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_series_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_series_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_open_cb, NULL);
}

static void
cab_chart_view_class_init (CabChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_chart_view_get_property;
  object_class->set_property = cab_chart_view_set_property;
  object_class->finalize = cab_chart_view_finalize;
  widget_class->get_request_mode = cab_chart_view_get_request_mode;
  widget_class->measure = cab_chart_view_measure;
  widget_class->snapshot = cab_chart_view_snapshot;

  properties[PROP_MODEL]
      = g_param_spec_boxed ("model", NULL, NULL, CAB_TYPE_CHART_MODEL,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_READOUT] = g_param_spec_string ("readout", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_keys (widget_class);
}

static void
cab_chart_view_init (CabChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
