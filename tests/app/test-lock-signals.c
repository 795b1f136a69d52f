/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cab-lock-signals.h"
#include "cab-login-watch.h"
#include "cab-test-app.h"
#include "cab-test-tally.h"

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
  CabTestTally tally;

  g_test_dbus_up (bus);
  ours = connect_bus (bus);
  theirs = connect_bus (bus);
  g_assert_nonnull (ours);
  g_assert_nonnull (theirs);
  tally = cab_test_tally_begin ("V-221", "locks");
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
      g_assert_cmpint (g_get_monotonic_time () - start, <, CAB_TEST_LOCK_US);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_dbus_connection_close_sync (ours, NULL, NULL);
  g_dbus_connection_close_sync (theirs, NULL, NULL);
  g_test_dbus_stop (bus);
  cab_test_tally_end (&tally, G_N_ELEMENTS (names), G_N_ELEMENTS (names));
}

#define LOGIN_PATH "/org/freedesktop/login1"
#define SESSION_PATH LOGIN_PATH "/session/_31"

static const char login_xml[] = "<node><interface name='org.freedesktop.login1.Manager'>"
                                "<method name='Inhibit'><arg direction='in' type='s'/>"
                                "<arg direction='in' type='s'/><arg direction='in' type='s'/>"
                                "<arg direction='in' type='s'/><arg direction='out' type='h'/>"
                                "</method><method name='GetSession'>"
                                "<arg direction='in' type='s'/><arg direction='out' type='o'/>"
                                "</method></interface></node>";

/* What login1 keeps of a delay: the other end, which tells when it is let go. */
typedef struct
{
  int end;
  guint n_delays;
  gboolean is_asked_for_session;
} Login;

static void
on_method_cb (GDBusConnection *connection,
              const char *sender,
              const char *path,
              const char *interface,
              const char *method,
              GVariant *parameters,
              GDBusMethodInvocation *invocation,
              gpointer data)
{
  Login *login = data;
  g_autoptr (GUnixFDList) descriptors = NULL;
  int ends[2];

  if (g_str_equal (method, "GetSession"))
    {
      login->is_asked_for_session = TRUE;
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", SESSION_PATH));
      return;
    }

  g_assert_cmpint (pipe (ends), ==, 0);
  descriptors = g_unix_fd_list_new_from_array (&ends[1], 1);
  login->end = ends[0];
  login->n_delays++;
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0),
                                                           descriptors);
}

static gboolean
is_delaying (gpointer data)
{
  return cab_login_watch_is_delaying (data);
}

/* The file is closed by then: nothing comes through a pipe but its end. */
static void
check_let_go (Login *login)
{
  char byte;

  g_assert_cmpint (read (login->end, &byte, 1), ==, 0);
  g_close (login->end, NULL);
}

static void
check_lock (CabLoginWatch *watch,
            GDBusConnection *theirs,
            const char *path,
            const char *interface,
            const char *signal,
            GVariant *parameters)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());

  cab_test_app_settle (cab_window_get_practice (window));
  g_test_message ("%s", signal);
  g_assert_true (
      g_dbus_connection_emit_signal (theirs, NULL, path, interface, signal, parameters, NULL));
  cab_test_app_wait (is_locked, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [V-171] [V-221] sleep waits until the file is closed, each time; the session's lock locks */
static void
test_login (void)
{
  static const GDBusInterfaceVTable vtable = { on_method_cb, NULL, NULL, { 0 } };
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (login_xml, NULL);
  g_autoptr (GDBusConnection) ours = NULL;
  g_autoptr (GDBusConnection) theirs = NULL;
  g_autoptr (CabLoginWatch) watch = NULL;
  g_autoptr (GVariant) named = NULL;
  Login login = { 0 };

  g_test_dbus_up (bus);
  ours = connect_bus (bus);
  theirs = connect_bus (bus);
  g_assert_cmpuint (g_dbus_connection_register_object (theirs, LOGIN_PATH, node->interfaces[0],
                                                       &vtable, &login, NULL, NULL),
                    !=, 0);
  named = g_dbus_connection_call_sync (theirs, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.login1", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (named);
  watch = cab_login_watch_new (CAB_APPLICATION (g_application_get_default ()), ours);
  for (guint turn = 1; turn <= 2; turn++)
    {
      cab_test_app_wait (is_delaying, watch);
      g_assert_cmpuint (login.n_delays, ==, turn);
      check_lock (watch, theirs, LOGIN_PATH, "org.freedesktop.login1.Manager", "PrepareForSleep",
                  g_variant_new ("(b)", TRUE));
      g_assert_false (cab_login_watch_is_delaying (watch));
      check_let_go (&login);
      g_assert_true (
          g_dbus_connection_emit_signal (theirs, NULL, LOGIN_PATH, "org.freedesktop.login1.Manager",
                                         "PrepareForSleep", g_variant_new ("(b)", FALSE), NULL));
    }
  cab_test_app_wait (is_delaying, watch);
  g_assert_true (login.is_asked_for_session);
  g_assert_true (g_dbus_connection_flush_sync (ours, NULL, NULL));
  check_lock (watch, theirs, SESSION_PATH, "org.freedesktop.login1.Session", "Lock", NULL);
  g_object_run_dispose (G_OBJECT (watch));
  check_let_go (&login);
  g_dbus_connection_close_sync (ours, NULL, NULL);
  g_dbus_connection_close_sync (theirs, NULL, NULL);
  g_test_dbus_stop (bus);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/lock-signals/screen-savers", test_screen_savers);
  g_test_add_func ("/lock-signals/login", test_login);

  return cab_test_app_run ();
}
