/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-lock-signals.h"

static const char *const screen_savers[] = {
  "org.freedesktop.ScreenSaver",
  "org.gnome.ScreenSaver",
  "org.xfce.ScreenSaver",
};

static void
on_active_changed_cb (GDBusConnection *bus,
                      const char *sender,
                      const char *path,
                      const char *interface,
                      const char *signal,
                      GVariant *parameters,
                      gpointer user_data)
{
  g_autoptr (CabApplication) application = g_weak_ref_get (user_data);
  gboolean is_active = FALSE;

  if (application == NULL || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &is_active);
  if (is_active)
    cab_application_lock (application, CAB_LOCK_SESSION);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
cab_lock_signals_listen (CabApplication *application, GDBusConnection *session_bus)
{
  g_return_if_fail (CAB_IS_APPLICATION (application));

  if (session_bus == NULL)
    return;

  for (size_t i = 0; i < G_N_ELEMENTS (screen_savers); i++)
    {
      GWeakRef *weak = g_new0 (GWeakRef, 1);

      g_weak_ref_init (weak, application);
      g_dbus_connection_signal_subscribe (session_bus, NULL, screen_savers[i], "ActiveChanged",
                                          NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          on_active_changed_cb, weak, free_weak_ref);
    }
}
