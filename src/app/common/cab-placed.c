/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-placed.h"

/* How long a page on screen is given to read what was seen in it. */
#define PATIENCE_US (3 * G_USEC_PER_SEC)

G_DEFINE_INTERFACE (CabPlaced, cab_placed, GTK_TYPE_WIDGET)

static void
cab_placed_default_init (CabPlacedInterface *iface)
{
}

void
cab_placed_keep_place (GtkWidget *self, CabPlace *place)
{
  g_return_if_fail (GTK_IS_WIDGET (self));
  g_return_if_fail (place != NULL);

  if (CAB_IS_PLACED (self))
    CAB_PLACED_GET_IFACE (self)->keep_place (CAB_PLACED (self), place);
}

void
cab_placed_take_place (GtkWidget *self, const CabPlace *place)
{
  g_return_if_fail (GTK_IS_WIDGET (self));
  g_return_if_fail (place != NULL);

  if (CAB_IS_PLACED (self))
    CAB_PLACED_GET_IFACE (self)->take_place (CAB_PLACED (self), place);
}

/* The first on screen: a page scrolls in one. */
static GtkAdjustment *
find_scrolled (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled (child);

  return found;
}

static guint
get_position (GtkWidget *widget)
{
  guint position = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    position++;

  return position;
}

static char *
dup_way (GtkWidget *page, GtkWidget *widget)
{
  GString *way = g_string_new (NULL);

  for (; widget != page; widget = gtk_widget_get_parent (widget))
    {
      g_autofree char *step
          = g_strdup_printf ("%u%s", get_position (widget), way->len > 0 ? "." : "");

      g_string_prepend (way, step);
    }

  return g_string_free_and_steal (way);
}

static GtkWidget *
follow_way (GtkWidget *page, const char *way)
{
  g_auto (GStrv) steps = g_strsplit (way, ".", -1);
  GtkWidget *widget = page;

  for (guint i = 0; steps[i] != NULL && widget != NULL; i++)
    {
      guint64 position = g_ascii_strtoull (steps[i], NULL, 10);

      widget = gtk_widget_get_first_child (widget);
      while (position-- > 0 && widget != NULL)
        widget = gtk_widget_get_next_sibling (widget);
    }

  return widget;
}

static void
keep_caret (GtkEditable *text, CabPlace *place)
{
  int start;
  int end;
  int caret = gtk_editable_get_position (text);

  place->caret = caret;
  place->selection = caret;
  if (gtk_editable_get_selection_bounds (text, &start, &end))
    place->selection = caret == start ? end : start;
}

void
cab_placed_keep_view (GtkWidget *page, CabPlace *place)
{
  GtkAdjustment *scrolled;
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (place != NULL);

  scrolled = find_scrolled (page);
  if (scrolled != NULL)
    place->scroll = (gint64)gtk_adjustment_get_value (scrolled);

  root = gtk_widget_get_root (page);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || focus == page || !gtk_widget_is_ancestor (focus, page))
    return;

  place->field = dup_way (page, focus);
  if (GTK_IS_TEXT (focus))
    keep_caret (GTK_EDITABLE (focus), place);
}

/* A page on its way back to where it was. */
typedef struct
{
  CabPlace *place;
  gint64 begun_us; /* of the page's first frame */
  double reached;  /* how far it was scrolled here */
  gboolean is_scrolled;
  gboolean is_focused;
} Return;

static void
return_free (Return *self)
{
  cab_place_free (self->place);
  g_free (self);
}

static gboolean
scroll_on (GtkWidget *page, Return *back)
{
  GtkAdjustment *scrolled = find_scrolled (page);
  double limit;

  if (scrolled == NULL)
    return FALSE;
  /* Somebody scrolls by hand. */
  if (gtk_adjustment_get_value (scrolled) != back->reached)
    return TRUE;

  limit = gtk_adjustment_get_upper (scrolled) - gtk_adjustment_get_page_size (scrolled);
  gtk_adjustment_set_value (scrolled, MIN ((double)back->place->scroll, limit));
  back->reached = gtk_adjustment_get_value (scrolled);

  return limit >= (double)back->place->scroll;
}

static gboolean
focus_on (GtkWidget *page, const CabPlace *place)
{
  GtkWidget *widget = follow_way (page, place->field);

  if (widget == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_get_focusable (widget))
    return FALSE;

  if (!GTK_IS_TEXT (widget))
    return gtk_widget_grab_focus (widget);

  gtk_text_grab_focus_without_selecting (GTK_TEXT (widget));
  gtk_editable_select_region (GTK_EDITABLE (widget), (int)place->selection, (int)place->caret);

  return TRUE;
}

static gboolean
on_tick_cb (GtkWidget *page, GdkFrameClock *clock, gpointer data)
{
  Return *back = data;
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);

  if (!gtk_widget_get_mapped (page))
    return G_SOURCE_CONTINUE;

  if (back->begun_us == 0)
    back->begun_us = now_us;
  back->is_scrolled = back->is_scrolled || scroll_on (page, back);
  back->is_focused = back->is_focused || focus_on (page, back->place);

  return (back->is_scrolled && back->is_focused) || now_us - back->begun_us > PATIENCE_US
             ? G_SOURCE_REMOVE
             : G_SOURCE_CONTINUE;
}

void
cab_placed_take_view (GtkWidget *page, const CabPlace *place)
{
  Return *back;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (place != NULL);

  if (place->scroll <= 0 && place->field == NULL)
    return;

  back = g_new0 (Return, 1);
  back->place = cab_place_dup (place);
  back->is_scrolled = place->scroll <= 0;
  back->is_focused = place->field == NULL;
  gtk_widget_add_tick_callback (page, on_tick_cb, back, (GDestroyNotify)return_free);
}
