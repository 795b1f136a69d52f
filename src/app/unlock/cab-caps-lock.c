/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-caps-lock.h"

#include <glib/gi18n.h>

static void
update_widget (GtkWidget *widget, GParamSpec *pspec, GdkDevice *keyboard)
{
  gtk_widget_set_visible (widget, gdk_device_get_caps_lock_state (keyboard));
}

void
cab_caps_lock_follow (GtkWidget *widget, GtkWidget *page)
{
  GdkSeat *seat;
  GdkDevice *keyboard;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_WIDGET (page));

  seat = gdk_display_get_default_seat (gtk_widget_get_display (page));
  keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
  if (keyboard == NULL)
    return;

  /* A page that is shown again must not listen twice. */
  g_signal_handlers_disconnect_by_func (keyboard, update_widget, widget);
  g_signal_connect_object (keyboard, "notify::caps-lock-state", G_CALLBACK (update_widget), widget,
                           G_CONNECT_SWAPPED);
  update_widget (widget, NULL, keyboard);
}

char *
cab_caps_lock_dup_sentence (GtkWidget *widget, const char *sentence)
{
  GdkSeat *seat;
  GdkDevice *keyboard;
  g_auto (GStrv) layouts = NULL;
  int active;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
  if (keyboard == NULL)
    return g_strdup (sentence);

  layouts = gdk_device_get_layout_names (keyboard);
  active = gdk_device_get_active_layout_index (keyboard);
  if (layouts == NULL || active < 0 || (guint)active >= g_strv_length (layouts))
    return g_strdup (sentence);

  /* Translators: %1$s is a whole sentence, %2$s the name of a keyboard layout */
  return g_strdup_printf (_ ("%1$s The keyboard is set to %2$s."), sentence, layouts[active]);
}
