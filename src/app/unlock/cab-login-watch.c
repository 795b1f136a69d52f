/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-login-watch.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define LOGIN_NAME "org.freedesktop.login1"
#define LOGIN_PATH "/org/freedesktop/login1"
#define LOGIN_MANAGER "org.freedesktop.login1.Manager"
#define LOGIN_SESSION "org.freedesktop.login1.Session"

struct _CabLoginWatch
{
  GObject parent_instance;

  CabApplication *application;

  /* Owned */
  GDBusConnection *bus;
  GCancellable *ending;
  guint sleep_id;
  guint lock_id;
  int delay; /* a descriptor that delays sleep while it is open, or -1 */
};

G_DEFINE_FINAL_TYPE (CabLoginWatch, cab_login_watch, G_TYPE_OBJECT)

static void
end_delay (CabLoginWatch *self)
{
  if (self->delay >= 0)
    g_close (self->delay, NULL);
  self->delay = -1;
}

static void
on_delay_given_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabLoginWatch) self = user_data;
  g_autoptr (GUnixFDList) descriptors = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (object), &descriptors, result, NULL);
  int index = -1;

  if (reply == NULL || descriptors == NULL || g_cancellable_is_cancelled (self->ending))
    return;

  g_variant_get (reply, "(h)", &index);
  end_delay (self);
  self->delay = g_unix_fd_list_get (descriptors, index, NULL);
}

static void
ask_for_delay (CabLoginWatch *self)
{
  g_dbus_connection_call_with_unix_fd_list (
      self->bus, LOGIN_NAME, LOGIN_PATH, LOGIN_MANAGER, "Inhibit",
      g_variant_new ("(ssss)", "sleep", _ ("Cabinet"), _ ("Locking the practice"), "delay"),
      G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, self->ending, on_delay_given_cb,
      g_object_ref (self));
}

/* The delay ends when the files are closed, and is asked for anew after the sleep. */
static void
on_sleep_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer user_data)
{
  CabLoginWatch *self = user_data;
  gboolean is_beginning = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &is_beginning);
  if (!is_beginning)
    {
      ask_for_delay (self);
      return;
    }

  cab_application_lock (self->application, CAB_LOCK_SUSPEND);
  end_delay (self);
}

static void
on_lock_cb (GDBusConnection *bus,
            const char *sender,
            const char *path,
            const char *interface,
            const char *signal,
            GVariant *parameters,
            gpointer user_data)
{
  CabLoginWatch *self = user_data;

  cab_application_lock (self->application, CAB_LOCK_SESSION);
}

/* The session of the person at the screen, also where the program was started
 * by a service of hers. */
static void
on_session_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabLoginWatch) self = user_data;
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  const char *path;

  if (reply == NULL || g_cancellable_is_cancelled (self->ending))
    return;

  g_variant_get (reply, "(&o)", &path);
  self->lock_id
      = g_dbus_connection_signal_subscribe (self->bus, LOGIN_NAME, LOGIN_SESSION, "Lock", path,
                                            NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_lock_cb, self, NULL);
}

static void
begin (CabLoginWatch *self, GDBusConnection *bus)
{
  self->bus = g_object_ref (bus);
  self->sleep_id = g_dbus_connection_signal_subscribe (
      bus, LOGIN_NAME, LOGIN_MANAGER, "PrepareForSleep", LOGIN_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
      on_sleep_cb, self, NULL);
  g_dbus_connection_call (bus, LOGIN_NAME, LOGIN_PATH, LOGIN_MANAGER, "GetSession",
                          g_variant_new ("(s)", "auto"), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->ending, on_session_found_cb,
                          g_object_ref (self));
  ask_for_delay (self);
}

static void
on_bus_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabLoginWatch) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || g_cancellable_is_cancelled (self->ending))
    return;

  g_dbus_connection_set_exit_on_close (bus, FALSE);
  begin (self, bus);
}

CabLoginWatch *
cab_login_watch_new (CabApplication *application, GDBusConnection *system_bus)
{
  CabLoginWatch *self;

  g_return_val_if_fail (CAB_IS_APPLICATION (application), NULL);

  self = g_object_new (CAB_TYPE_LOGIN_WATCH, NULL);
  self->application = application;
  if (system_bus != NULL)
    begin (self, system_bus);
  else
    g_bus_get (G_BUS_TYPE_SYSTEM, self->ending, on_bus_found_cb, g_object_ref (self));

  return self;
}

gboolean
cab_login_watch_is_delaying (CabLoginWatch *self)
{
  g_return_val_if_fail (CAB_IS_LOGIN_WATCH (self), FALSE);

  return self->delay >= 0;
}

/* The calls under way hold the watch, so whoever ends it runs dispose first. */
static void
cab_login_watch_dispose (GObject *object)
{
  CabLoginWatch *self = CAB_LOGIN_WATCH (object);

  g_cancellable_cancel (self->ending);
  if (self->sleep_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->sleep_id);
  if (self->lock_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->lock_id);
  self->sleep_id = 0;
  self->lock_id = 0;
  end_delay (self);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (cab_login_watch_parent_class)->dispose (object);
}

static void
cab_login_watch_finalize (GObject *object)
{
  g_object_unref (CAB_LOGIN_WATCH (object)->ending);

  G_OBJECT_CLASS (cab_login_watch_parent_class)->finalize (object);
}

static void
cab_login_watch_class_init (CabLoginWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_login_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_login_watch_finalize;
}

static void
cab_login_watch_init (CabLoginWatch *self)
{
  self->ending = g_cancellable_new ();
  self->delay = -1;
}
