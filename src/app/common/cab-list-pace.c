/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-list-pace.h"

/* The rows of one frame: as many as can be built and measured in its time. */
#define STEP 5
#define STEP_REMOVED (3 * STEP)

/* What is shown is the beginning of the model, then rows that are not in it any
 * more, then its end. */
struct _CabListPace
{
  GObject parent_instance;

  /* Owned */
  GListModel *model;
  GPtrArray *shown;
  gulong changed_id;
  guint source_id;
  guint tick_id;

  /* Borrowed: weak */
  GtkWidget *widget;

  /* State */
  guint n_first; /* the rows of the beginning */
  guint n_old;   /* the rows that go */
  gboolean is_discreet;
};

enum
{
  PROP_MODEL = 1,
  PROP_WIDGET,
  PROP_DISCREET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void cab_list_pace_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabListPace,
                               cab_list_pace,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cab_list_pace_list_init))

static GType
cab_list_pace_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
cab_list_pace_get_n_items (GListModel *list)
{
  return CAB_LIST_PACE (list)->shown->len;
}

static gpointer
cab_list_pace_get_item (GListModel *list, guint position)
{
  CabListPace *self = CAB_LIST_PACE (list);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
cab_list_pace_list_init (GListModelInterface *iface)
{
  iface->get_item_type = cab_list_pace_get_item_type;
  iface->get_n_items = cab_list_pace_get_n_items;
  iface->get_item = cab_list_pace_get_item;
}

static guint
count_model (CabListPace *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

/* The rows of the model that are not shown yet. */
static guint
count_new (CabListPace *self)
{
  guint n_last = self->shown->len - self->n_first - self->n_old;

  return count_model (self) - self->n_first - n_last;
}

static gboolean
is_done (CabListPace *self)
{
  return self->n_old == 0 && count_new (self) == 0;
}

/* [W-28] A row that goes may name somebody whom the new one does not: in Discreet
 * Mode none stays for another frame. */
static guint
count_removed (CabListPace *self, guint n_new)
{
  if (self->is_discreet)
    return self->n_old;

  return MIN (self->n_old, n_new > 0 ? STEP : STEP_REMOVED);
}

static void
show_some (CabListPace *self)
{
  guint position = self->n_first;
  guint n_new = count_new (self);
  guint n_added = MIN (n_new, STEP);
  guint n_removed = count_removed (self, n_new);

  if (n_removed > 0)
    g_ptr_array_remove_range (self->shown, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->shown, (int)(position + i),
                        g_list_model_get_item (self->model, position + i));
  self->n_first += n_added;
  self->n_old -= n_removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static gboolean
is_running (CabListPace *self)
{
  return self->source_id != 0 || self->tick_id != 0;
}

static void
stop (CabListPace *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  CabListPace *self = user_data;

  show_some (self);
  if (is_done (self))
    {
      self->source_id = 0;
      stop (self);

      return G_SOURCE_REMOVE;
    }
  if (self->tick_id == 0)
    return G_SOURCE_CONTINUE;

  self->source_id = 0;

  return G_SOURCE_REMOVE;
}

/* Between two frames, not in one: rows are built in one turn of the main loop, and
 * measured and drawn in another. */
static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CabListPace *self = user_data;

  if (self->source_id == 0)
    self->source_id = g_idle_add (on_idle_cb, self);

  return G_SOURCE_CONTINUE;
}

/* A widget that is destroyed on the way takes its frames with it. */
static void
on_tick_removed_cb (gpointer user_data)
{
  CAB_LIST_PACE (user_data)->tick_id = 0;
}

/* No source holds a reference: a window that is locked drops its rows at once. */
static void
start (CabListPace *self)
{
  if (is_done (self))
    return;

  show_some (self);
  if (is_done (self))
    stop (self);
  else if (is_running (self))
    return;
  else if (self->widget != NULL && gtk_widget_get_mapped (self->widget))
    self->tick_id
        = gtk_widget_add_tick_callback (self->widget, on_tick_cb, self, on_tick_removed_cb);
  else
    self->source_id = g_idle_add (on_idle_cb, self);
}

/* A model that changes again before all of it is shown begins anew, after the
 * rows that are right already. */
static void
begin_anew (CabListPace *self, guint position)
{
  guint n_most = MIN (self->shown->len, count_model (self));
  guint n_first = MIN (self->n_first, position);

  while (n_first < n_most)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, n_first);

      if (item != self->shown->pdata[n_first])
        break;
      n_first++;
    }
  self->n_first = n_first;
  self->n_old = self->shown->len - n_first;
}

static void
on_items_changed_cb (CabListPace *self, guint position, guint n_removed, guint n_added)
{
  if (is_running (self))
    begin_anew (self, position);
  else
    {
      self->n_first = position;
      self->n_old = n_removed;
    }
  start (self);
}

static void
set_model (CabListPace *self, GListModel *model)
{
  if (model == self->model)
    return;

  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_set_object (&self->model, model);
  if (model != NULL)
    self->changed_id
        = g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed_cb), self);
  begin_anew (self, 0);
  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

static void
set_widget (CabListPace *self, GtkWidget *widget)
{
  if (widget == self->widget)
    return;

  stop (self);
  g_set_weak_pointer (&self->widget, widget);
  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDGET]);
}

static void
cab_list_pace_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabListPace *self = CAB_LIST_PACE (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_WIDGET:
      g_value_set_object (value, self->widget);
      break;
    case PROP_DISCREET:
      g_value_set_boolean (value, self->is_discreet);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_list_pace_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabListPace *self = CAB_LIST_PACE (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      set_model (self, g_value_get_object (value));
      break;
    case PROP_WIDGET:
      set_widget (self, g_value_get_object (value));
      break;
    case PROP_DISCREET:
      self->is_discreet = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_list_pace_dispose (GObject *object)
{
  CabListPace *self = CAB_LIST_PACE (object);

  stop (self);
  g_clear_weak_pointer (&self->widget);
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_clear_object (&self->model);
  self->n_first = self->n_old = 0;
  g_ptr_array_set_size (self->shown, 0);

  G_OBJECT_CLASS (cab_list_pace_parent_class)->dispose (object);
}

static void
cab_list_pace_finalize (GObject *object)
{
  CabListPace *self = CAB_LIST_PACE (object);

  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (cab_list_pace_parent_class)->finalize (object);
}

static void
cab_list_pace_class_init (CabListPaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_list_pace_get_property;
  object_class->set_property = cab_list_pace_set_property;
  object_class->dispose = cab_list_pace_dispose;
  object_class->finalize = cab_list_pace_finalize;

  properties[PROP_MODEL]
      = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDGET]
      = g_param_spec_object ("widget", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISCREET] = g_param_spec_boolean ("discreet", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_list_pace_init (CabListPace *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

CabListPace *
cab_list_pace_new (GListModel *model)
{
  return g_object_new (CAB_TYPE_LIST_PACE, "model", model, NULL);
}

static guint
count_equal (GListModel *model,
             guint position,
             GPtrArray *rows,
             gboolean from_end,
             guint most,
             GEqualFunc equals)
{
  guint n_items = g_list_model_get_n_items (model);
  guint n = 0;

  while (n < most)
    {
      g_autoptr (GObject) item
          = g_list_model_get_item (model, from_end ? n_items - 1 - n : position + n);

      if (!equals (item, rows->pdata[from_end ? rows->len - 1 - n : n]))
        break;
      n++;
    }

  return n;
}

void
cab_list_put (GListStore *store, guint position, GPtrArray *rows, GEqualFunc equals)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old, first, last, most;

  g_return_if_fail (G_IS_LIST_STORE (store) && rows != NULL && equals != NULL);
  g_return_if_fail (position <= g_list_model_get_n_items (model));

  n_old = g_list_model_get_n_items (model) - position;
  most = MIN (n_old, rows->len);
  first = count_equal (model, position, rows, FALSE, most, equals);
  last = count_equal (model, position, rows, TRUE, most - first, equals);
  if (n_old > first + last || rows->len > first + last)
    g_list_store_splice (store, position + first, n_old - first - last, rows->pdata + first,
                         rows->len - first - last);
}
