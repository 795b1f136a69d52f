/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-chart-view.h"

#include <adwaita.h>

#include "cab-chart-dots.h"
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

  /* Borrowed: the child */
  CabChartDots *dots;

  /* State: the chosen point, none while `has_point` is not set */
  guint series;
  guint point;
  guint has_point : 1;
  guint is_pinned : 1; /* the pointer does not choose another */
};

enum
{
  PROP_MODEL = 1,
  PROP_READOUT,
  PROP_OPENS,
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPENS]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const char *
get_record_id (CabChartView *self)
{
  const CabChartPoint *point
      = self->has_point ? cab_chart_model_get_point (self->model, self->series, self->point) : NULL;

  return point != NULL ? point->record_id : NULL;
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
  self->is_pinned = FALSE;
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
  self->series = 0;
  cab_chart_dots_set_model (self->dots, model, 0);
  unchoose (self);
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
cab_chart_view_open (CabChartView *self)
{
  g_autofree char *id = NULL;

  g_return_if_fail (CAB_IS_CHART_VIEW (self));

  /* A page that opens may load the chart anew. */
  id = g_strdup (get_record_id (self));
  if (id != NULL)
    g_signal_emit (self, open_signal, 0, id);
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

/* A line through the whole axis of time at the chosen point. */
static void
draw_hair (CabChartView *self, const CabChartHit *hit, const CabChartTheme *theme, cairo_t *cr)
{
  const CabChartColour *dim = &theme->dim;

  if (self->model->form != CAB_CHART_FORM_TIME)
    return;

  cairo_set_source_rgb (cr, dim->red / 255.0, dim->green / 255.0, dim->blue / 255.0);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < self->hits->panels->len; i++)
    {
      const cairo_rectangle_t *panel = &g_array_index (self->hits->panels, cairo_rectangle_t, i);

      cairo_move_to (cr, hit->x, panel->y);
      cairo_line_to (cr, hit->x, panel->y + panel->height);
    }
  cairo_stroke (cr);
}

static void
draw_ring (CabChartView *self, const CabChartTheme *theme, cairo_t *cr)
{
  const CabChartHit *hit = self->has_point && self->hits != NULL
                               ? cab_chart_hits_get (self->hits, self->series, self->point)
                               : NULL;
  g_autoptr (GdkRGBA) accent = NULL;

  if (hit == NULL)
    return;

  draw_hair (self, hit, theme, cr);
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

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cab_chart_draw (cr, self->model, &theme, width, height, NULL);
  draw_ring (self, &theme, cr);
  cairo_destroy (cr);
}

/* Where the points are is known by drawing; what is drawn here nobody sees. */
static void
find_hits (CabChartView *self, int width, int height)
{
  CabChartTheme theme = make_theme (self);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  cab_chart_dots_place (self->dots, NULL);
  g_clear_pointer (&self->hits, cab_chart_hits_free);
  self->hits = cab_chart_hits_new ();
  cab_chart_draw (cr, self->model, &theme, width, height, self->hits);
  cab_chart_dots_place (self->dots, self->hits);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
cab_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CabChartView *self = CAB_CHART_VIEW (widget);

  if (self->model != NULL)
    find_hits (self, width, height);
  gtk_widget_size_allocate (GTK_WIDGET (self->dots), &(GtkAllocation){ 0, 0, width, height }, -1);
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

/* Moves the focus, which chooses; a series whose points are not there yet gets them. */
static void
go_to (CabChartView *self, guint series, guint point)
{
  GtkWidget *dot = cab_chart_dots_find (self->dots, series, point);

  if (dot == NULL)
    {
      cab_chart_dots_set_model (self->dots, self->model, series);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      dot = cab_chart_dots_find (self->dots, series, point);
    }
  self->is_pinned = FALSE;
  if (dot != NULL)
    gtk_widget_grab_focus (dot);
}

static gboolean
begin (CabChartView *self)
{
  guint last = count_points (self);

  if (self->has_point)
    go_to (self, self->series, self->point);
  else if (last > 0)
    go_to (self, self->series, last - 1);

  return self->has_point;
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
  if (!self->has_point)
    return begin (self);

  last = (int)count_points (self) - 1;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && ABS (step) == 1)
    step = -step;
  go_to (self, self->series, (guint)CLAMP ((int)self->point + step, 0, last));

  return GDK_EVENT_STOP;
}

/* Ctrl+← and Ctrl+→ go to the next point of a session. */
static gboolean
on_session_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabChartView *self = CAB_CHART_VIEW (widget);
  int step = g_variant_get_int32 (arguments);

  if (self->model == NULL || !self->has_point)
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  for (int i = (int)self->point + step; i >= 0 && i < (int)count_points (self); i += step)
    if ((cab_chart_model_get_point (self->model, self->series, (guint)i)->marks
         & CAB_CHART_MARK_SESSION)
        != 0)
      {
        go_to (self, self->series, (guint)i);
        break;
      }

  return GDK_EVENT_STOP;
}

static gboolean
on_series_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabChartView *self = CAB_CHART_VIEW (widget);
  int step = g_variant_get_int32 (arguments);
  const CabChartSeries *series;
  guint wanted;

  if (self->model == NULL || !self->has_point)
    return GDK_EVENT_PROPAGATE;

  wanted = (guint)CLAMP ((int)self->series + step, 0, (int)self->model->series->len - 1);
  series = cab_chart_model_get_series (self->model, wanted);
  if (series != NULL && series->points->len > 0)
    go_to (self, wanted, MIN (self->point, series->points->len - 1));

  return GDK_EVENT_STOP;
}

static gboolean
on_open_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (get_record_id (CAB_CHART_VIEW (widget)) == NULL)
    return GDK_EVENT_PROPAGATE;

  cab_chart_view_open (CAB_CHART_VIEW (widget));

  return GDK_EVENT_STOP;
}

static gboolean
on_pin_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabChartView *self = CAB_CHART_VIEW (widget);

  self->is_pinned = self->has_point && !self->is_pinned;

  return GDK_EVENT_STOP;
}

static void
open_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, open_signal, 0, g_variant_get_string (parameter, NULL));
}

/* One stop of Tab: it comes to the point that was chosen, and leaves from it. */
static gboolean
cab_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CabChartView *self = CAB_CHART_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->model == NULL)
    return FALSE;

  return begin (self);
}

static gboolean
cab_chart_view_grab_focus (GtkWidget *widget)
{
  CabChartView *self = CAB_CHART_VIEW (widget);

  return self->model != NULL && begin (self);
}

static void
on_motion_cb (CabChartView *self, double x, double y)
{
  const CabChartHit *hit = self->hits != NULL ? cab_chart_hits_find (self->hits, x, y) : NULL;

  if (hit != NULL && !self->is_pinned)
    choose (self, hit->series, hit->point);
}

/* A finger or the button keeps what it meets. */
static void
on_pressed_cb (CabChartView *self, int n_press, double x, double y)
{
  const CabChartHit *hit = self->hits != NULL ? cab_chart_hits_find (self->hits, x, y) : NULL;

  if (hit == NULL)
    return;

  go_to (self, hit->series, hit->point);
  self->is_pinned = TRUE;
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
    case PROP_OPENS:
      g_value_set_boolean (value, get_record_id (self) != NULL);
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
cab_chart_view_dispose (GObject *object)
{
  CabChartView *self = CAB_CHART_VIEW (object);

  if (self->dots != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->dots));
  self->dots = NULL;

  G_OBJECT_CLASS (cab_chart_view_parent_class)->dispose (object);
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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, on_session_cb, "i",
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, on_session_cb, "i",
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_pin_cb, NULL);
}

static void
cab_chart_view_class_init (CabChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_chart_view_get_property;
  object_class->set_property = cab_chart_view_set_property;
  object_class->dispose = cab_chart_view_dispose;
  object_class->finalize = cab_chart_view_finalize;
  widget_class->get_request_mode = cab_chart_view_get_request_mode;
  widget_class->measure = cab_chart_view_measure;
  widget_class->size_allocate = cab_chart_view_size_allocate;
  widget_class->snapshot = cab_chart_view_snapshot;
  widget_class->focus = cab_chart_view_focus;
  widget_class->grab_focus = cab_chart_view_grab_focus;

  properties[PROP_MODEL]
      = g_param_spec_boxed ("model", NULL, NULL, CAB_TYPE_CHART_MODEL,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_READOUT] = g_param_spec_string ("readout", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPENS] = g_param_spec_boolean ("opens", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "chart.open-record", "s", open_record);
  bind_keys (widget_class);
}

static void
cab_chart_view_init (CabChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->dots = g_object_new (CAB_TYPE_CHART_DOTS, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->dots), GTK_WIDGET (self));
  g_signal_connect_object (self->dots, "chosen", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
