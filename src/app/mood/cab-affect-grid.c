/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-affect-grid.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "cab-affect-cell-private.h"
#include "cab-announce.h"

#define SIDE (2 * CAB_AFFECT_MAXIMUM + 1)
#define LEAST_CELL 34
#define NATURAL_CELL 44
#define POINT_SHARE 0.34f
#define GRID_ALPHA 0.15f
#define AXIS_ALPHA 0.5f

struct _CabAffectGrid
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *cells[SIDE][SIDE]; /* by row from above, column from the left */
  char *words;

  /* State */
  int valence;
  int arousal;
  guint is_set : 1;
};

enum
{
  PROP_WORDS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabAffectGrid, cab_affect_grid, GTK_TYPE_WIDGET)

static const char *
get_valence_word (int valence)
{
  static const char *const words[SIDE] = { N_ ("very unpleasant"),
                                           N_ ("unpleasant"),
                                           N_ ("fairly unpleasant"),
                                           N_ ("a little unpleasant"),
                                           N_ ("neither pleasant nor unpleasant"),
                                           N_ ("a little pleasant"),
                                           N_ ("fairly pleasant"),
                                           N_ ("pleasant"),
                                           N_ ("very pleasant") };

  return _ (words[valence + CAB_AFFECT_MAXIMUM]);
}

static const char *
get_arousal_word (int arousal)
{
  static const char *const words[SIDE] = { N_ ("very still"),
                                           N_ ("still"),
                                           N_ ("calm"),
                                           N_ ("a little calm"),
                                           N_ ("of middling energy"),
                                           N_ ("a little awake"),
                                           N_ ("fairly energetic"),
                                           N_ ("energetic"),
                                           N_ ("very energetic") };

  return _ (words[arousal + CAB_AFFECT_MAXIMUM]);
}

/* A real minus sign, for eyes and for screen readers. */
static char *
dup_number (int number)
{
  return number < 0 ? g_strdup_printf ("−%d", -number) : g_strdup_printf ("%d", number);
}

char *
cab_affect_grid_dup_words (int valence, int arousal)
{
  g_autofree char *pleasant = dup_number (valence);
  g_autofree char *energy = dup_number (arousal);

  /* Translators: how pleasant, how energetic; then the same two as numbers */
  return g_strdup_printf (_ ("%1$s, %2$s; %3$s, %4$s"), get_valence_word (valence),
                          get_arousal_word (arousal), pleasant, energy);
}

gboolean
cab_affect_grid_get_point (CabAffectGrid *self, int *valence, int *arousal)
{
  g_return_val_if_fail (CAB_IS_AFFECT_GRID (self), FALSE);

  if (self->is_set)
    {
      *valence = self->valence;
      *arousal = self->arousal;
    }

  return self->is_set;
}

static GtkWidget *
get_cell (CabAffectGrid *self)
{
  return self->cells[CAB_AFFECT_MAXIMUM - self->arousal][self->valence + CAB_AFFECT_MAXIMUM];
}

static void
update (CabAffectGrid *self)
{
  g_free (self->words);
  self->words = self->is_set ? cab_affect_grid_dup_words (self->valence, self->arousal)
                             : g_strdup (_ ("Not stated"));
  for (guint row = 0; row < SIDE; row++)
    for (guint column = 0; column < SIDE; column++)
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->cells[row][column]),
                                   GTK_ACCESSIBLE_STATE_SELECTED,
                                   self->is_set && self->cells[row][column] == get_cell (self), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                  get_cell (self), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cab_affect_grid_set_point (CabAffectGrid *self, int valence, int arousal)
{
  g_return_if_fail (CAB_IS_AFFECT_GRID (self));

  self->valence = CLAMP (valence, -CAB_AFFECT_MAXIMUM, CAB_AFFECT_MAXIMUM);
  self->arousal = CLAMP (arousal, -CAB_AFFECT_MAXIMUM, CAB_AFFECT_MAXIMUM);
  self->is_set = TRUE;
  update (self);
}

void
cab_affect_grid_clear (CabAffectGrid *self)
{
  g_return_if_fail (CAB_IS_AFFECT_GRID (self));

  self->valence = 0;
  self->arousal = 0;
  self->is_set = FALSE;
  update (self);
}

/* [W-85] A key moves the point, and sets it where nothing was set. */
static gboolean
on_move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabAffectGrid *self = CAB_AFFECT_GRID (widget);
  int right;
  int up;

  g_variant_get (arguments, "(ii)", &right, &up);
  if (self->is_set)
    cab_affect_grid_set_point (self, self->valence + right, self->arousal + up);
  else
    cab_affect_grid_set_point (self, CLAMP (right, -1, 1), CLAMP (up, -1, 1));
  cab_announce (widget, self->words);

  return GDK_EVENT_STOP;
}

static gboolean
on_set_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabAffectGrid *self = CAB_AFFECT_GRID (widget);

  cab_affect_grid_set_point (self, self->valence, self->arousal);
  cab_announce (widget, self->words);

  return GDK_EVENT_STOP;
}

static gboolean
on_delete_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabAffectGrid *self = CAB_AFFECT_GRID (widget);

  cab_affect_grid_clear (self);
  cab_announce (widget, self->words);

  return GDK_EVENT_STOP;
}

static float
get_side (GtkWidget *widget)
{
  return (float)MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

/* The axes are not mirrored: pleasant is at the right in every language [W-85]. */
static void
set_at (CabAffectGrid *self, double x, double y)
{
  float cell = get_side (GTK_WIDGET (self)) / SIDE;
  float left = ((float)gtk_widget_get_width (GTK_WIDGET (self)) - cell * SIDE) / 2;

  if (cell <= 0)
    return;

  cab_affect_grid_set_point (self, (int)((x - left) / cell) - CAB_AFFECT_MAXIMUM,
                             CAB_AFFECT_MAXIMUM - (int)(y / cell));
}

static void
on_drag_begin_cb (CabAffectGrid *self, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  set_at (self, x, y);
}

static void
on_drag_update_cb (CabAffectGrid *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double x = 0;
  double y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  set_at (self, x + offset_x, y + offset_y);
}

static void
cab_affect_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = SIDE * LEAST_CELL;
  *natural = SIDE * NATURAL_CELL;
  /* A square: what is scrolled gets its minimum, which is as high as it is wide. */
  if (for_size > 0 && orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = CLAMP (for_size, *minimum, *natural);
}

static GtkSizeRequestMode
cab_affect_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cab_affect_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CabAffectGrid *self = CAB_AFFECT_GRID (widget);
  int cell = MIN (width, height) / SIDE;
  int left = (width - cell * SIDE) / 2;

  for (int row = 0; row < SIDE; row++)
    for (int column = 0; column < SIDE; column++)
      gtk_widget_size_allocate (self->cells[row][column],
                                &(GtkAllocation){ left + column * cell, row * cell, cell, cell },
                                -1);
}

static void
append_box (GtkSnapshot *snapshot, GdkRGBA colour, float alpha, float x, float y, float w, float h)
{
  colour.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, w, h));
}

/* The set point is a shape of its own, not only a colour. */
static void
append_point (GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float radius)
{
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (
      &circle, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, colour, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
cab_affect_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CabAffectGrid *self = CAB_AFFECT_GRID (widget);
  float side = get_side (widget);
  float cell = side / SIDE;
  float left = ((float)gtk_widget_get_width (widget) - side) / 2;
  g_autoptr (GdkRGBA) accent = NULL;
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  for (int i = 0; i <= SIDE; i++)
    {
      append_box (snapshot, colour, GRID_ALPHA, left + (float)i * cell - 0.5f, 0, 1, side);
      append_box (snapshot, colour, GRID_ALPHA, left, (float)i * cell - 0.5f, side, 1);
    }
  append_box (snapshot, colour, AXIS_ALPHA, left + side / 2 - 0.5f, 0, 1, side);
  append_box (snapshot, colour, AXIS_ALPHA, left, side / 2 - 0.5f, side, 1);

  if (!self->is_set)
    return;

  accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  append_point (snapshot, accent,
                left + cell * ((float)(self->valence + CAB_AFFECT_MAXIMUM) + 0.5f),
                cell * ((float)(CAB_AFFECT_MAXIMUM - self->arousal) + 0.5f), cell * POINT_SHARE);
}

static void
cab_affect_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CAB_AFFECT_GRID (object)->words);
}

static void
cab_affect_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cab_affect_grid_parent_class)->dispose (object);
}

static void
cab_affect_grid_finalize (GObject *object)
{
  g_free (CAB_AFFECT_GRID (object)->words);

  G_OBJECT_CLASS (cab_affect_grid_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int right;
    int up;
  } moves[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Up, 0, 1 },
    { GDK_KEY_Down, 0, -1 },
    { GDK_KEY_Home, -2 * CAB_AFFECT_MAXIMUM, 0 },
    { GDK_KEY_End, 2 * CAB_AFFECT_MAXIMUM, 0 },
    { GDK_KEY_Page_Up, 0, 2 * CAB_AFFECT_MAXIMUM },
    { GDK_KEY_Page_Down, 0, -2 * CAB_AFFECT_MAXIMUM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, on_move_cb, "(ii)", moves[i].right,
                                  moves[i].up);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_set_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_set_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_set_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete_cb, NULL);
}

static void
cab_affect_grid_class_init (CabAffectGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_affect_grid_get_property;
  object_class->dispose = cab_affect_grid_dispose;
  object_class->finalize = cab_affect_grid_finalize;
  widget_class->get_request_mode = cab_affect_grid_get_request_mode;
  widget_class->measure = cab_affect_grid_measure;
  widget_class->size_allocate = cab_affect_grid_size_allocate;
  widget_class->snapshot = cab_affect_grid_snapshot;

  properties[PROP_WORDS]
      = g_param_spec_string ("words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "affect-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  bind_keys (widget_class);
}

static void
add_cells (CabAffectGrid *self)
{
  for (int row = 0; row < SIDE; row++)
    for (int column = 0; column < SIDE; column++)
      {
        GtkWidget *cell = g_object_new (CAB_TYPE_AFFECT_CELL, NULL);
        g_autofree char *words
            = cab_affect_grid_dup_words (column - CAB_AFFECT_MAXIMUM, CAB_AFFECT_MAXIMUM - row);

        gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                        -1);
        gtk_widget_set_parent (cell, GTK_WIDGET (self));
        self->cells[row][column] = cell;
      }
}

static void
cab_affect_grid_init (CabAffectGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How it felt"), -1);
  add_cells (self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  update (self);
}
