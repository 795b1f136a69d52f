/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-list-top.h"

/* The list scrolls in the layout of the frame that begins next, which comes
 * after its ticks; so the third tick is the first that may undo it. */
#define TICKS 3

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_ticks = data;
  GtkAdjustment *adjustment;

  if (++*n_ticks < TICKS)
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));

  return G_SOURCE_REMOVE;
}

void
cab_list_show_top (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_widget_add_tick_callback (GTK_WIDGET (list), on_tick_cb, g_new0 (guint, 1), g_free);
}
