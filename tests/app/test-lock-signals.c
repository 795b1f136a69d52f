/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-lock-signals.h"
#include "cab-test-app.h"

static gboolean
is_locked (gpointer data)
{
  return cab_window_get_practice (data) == NULL;
}

static GDBusConnection *
connect_bus (GTestDBus *bus)
{
  return g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
}

/* [V-171] [V-221] each screen saver's signal locks within 300 ms */
static void
test_screen_savers (void)
{
  const char *const names[]
      = { "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver" };
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) ours = NULL;
  g_autoptr (GDBusConnection) theirs = NULL;

  g_test_dbus_up (bus);
  ours = connect_bus (bus);
  theirs = connect_bus (bus);
  g_assert_nonnull (ours);
  g_assert_nonnull (theirs);
  cab_lock_signals_listen (CAB_APPLICATION (g_application_get_default ()), ours);
  g_assert_true (g_dbus_connection_flush_sync (ours, NULL, NULL));
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
      gint64 start;

      cab_test_app_settle (cab_window_get_practice (window));
      start = g_get_monotonic_time ();
      g_test_message ("%s", names[i]);
      g_assert_true (g_dbus_connection_emit_signal (theirs, NULL, "/ScreenSaver", names[i],
                                                    "ActiveChanged", g_variant_new ("(b)", TRUE),
                                                    NULL));
      cab_test_app_wait (is_locked, window);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 300 * 1000);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_dbus_connection_close_sync (ours, NULL, NULL);
  g_dbus_connection_close_sync (theirs, NULL, NULL);
  g_test_dbus_stop (bus);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/lock-signals/screen-savers", test_screen_savers);

  return cab_test_app_run ();
}
