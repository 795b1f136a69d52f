/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-undo.h"

#include <glib/gi18n.h>

#define LAST_TOAST "cab-last-undo"

void
cab_undo_offer (GtkWidget *window, AdwToast *toast)
{
  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (window), LAST_TOAST, g_object_ref (toast), g_object_unref);
}

void
cab_undo_last (GtkWidget *window)
{
  g_autoptr (AdwToast) toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (window));

  toast = g_object_steal_data (G_OBJECT (window), LAST_TOAST);
  if (toast == NULL)
    return;

  /* As the toolkit does it when the button is pressed. */
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
}

void
cab_undo_forget (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WIDGET (window));

  g_object_set_data (G_OBJECT (window), LAST_TOAST, NULL);
}
