/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-idle-watch.h"

#include <glib/gi18n.h>
#include <time.h>

#include "cab-announce.h"
#include "cab-backup-now.h"

/* A jump of the clocks that is no rounding. */
#define SLEEP_SECONDS 5

struct _CabIdleWatch
{
  GObject parent_instance;

  GtkApplication *application;
  CabIdleClock clock;
  /* The notices that stand, one a window with an open practice */
  GPtrArray *notices;
  gint64 last_input;
  gint64 last_seen; /* when a window with an open practice was not hidden */
  gint64 asleep;    /* seconds that the computer slept since it was started */
  guint timer;
  double x;
  double y;
};

G_DEFINE_FINAL_TYPE (CabIdleWatch, cab_idle_watch, G_TYPE_OBJECT)

/* Unlike g_get_monotonic_time() it goes on while the computer sleeps. */
static gint64
read_boot_time (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &now);

  return now.tv_sec;
}

/* How far the clock that goes on while the computer sleeps is ahead of the one that does not. */
static gint64
read_asleep (void)
{
  return read_boot_time () - g_get_monotonic_time () / G_USEC_PER_SEC;
}

/* GTK sends a motion of its own when widgets move below a resting pointer. */
static gboolean
is_input (CabIdleWatch *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x = 0;
  double y = 0;

  if (type == GDK_MOTION_NOTIFY)
    {
      gdk_event_get_position (event, &x, &y);
      if (x == self->x && y == self->y)
        return FALSE;
      self->x = x;
      self->y = y;
      return TRUE;
    }

  return type != GDK_ENTER_NOTIFY && type != GDK_LEAVE_NOTIFY && type != GDK_FOCUS_CHANGE
         && type != GDK_DELETE && type != GDK_GRAB_BROKEN;
}

/* [V-171] Where nobody tells of sleep, the clocks do. */
static void
check_sleep (CabIdleWatch *self)
{
  gint64 asleep = read_asleep ();
  gboolean has_slept = asleep - self->asleep > SLEEP_SECONDS;

  self->asleep = asleep;
  if (has_slept)
    cab_application_lock (CAB_APPLICATION (self->application), CAB_LOCK_SUSPEND);
}

static gboolean
on_event_cb (CabIdleWatch *self, GdkEvent *event)
{
  check_sleep (self);
  if (is_input (self, event))
    cab_idle_watch_touch (self);

  return GDK_EVENT_PROPAGATE;
}

static void
on_window_added_cb (CabIdleWatch *self, GtkWindow *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

static CabOpenPractice *
get_practice (GtkWindow *window)
{
  return CAB_IS_WINDOW (window) ? cab_window_get_practice (CAB_WINDOW (window)) : NULL;
}

/* Seconds; 0 when nothing is open. */
static gint64
find_limit (CabIdleWatch *self)
{
  gint64 limit = 0;

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      CabOpenPractice *practice = get_practice (l->data);
      gint64 own
          = practice != NULL ? 60 * (gint64)cab_open_practice_get_lock_minutes (practice) : 0;

      if (own > 0 && (limit == 0 || own < limit))
        limit = own;
    }

  return limit;
}

/* A practice is seen too where a client sits before a form of it [W-95]. */
static gboolean
is_hidden (CabWindow *practice_window)
{
  GtkWindow *window = cab_window_get_front (practice_window);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface == NULL || !gdk_surface_get_mapped (surface) || gtk_window_is_suspended (window)
         || (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
}

static gboolean
is_anything_seen (CabIdleWatch *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (get_practice (l->data) != NULL && !is_hidden (l->data))
      return TRUE;

  return FALSE;
}

static gboolean
is_busy (CabIdleWatch *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      CabOpenPractice *practice = get_practice (l->data);

      if (practice != NULL && cab_open_practice_is_busy (practice))
        return TRUE;
    }

  return FALSE;
}

static void
give_notice (CabIdleWatch *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      AdwToast *toast;

      /* A client is told nothing: the answers are kept [W-95]. */
      if (get_practice (l->data) == NULL || cab_window_get_front (l->data) != l->data)
        continue;

      toast = adw_toast_new (_ ("Locking in 30 seconds"));
      adw_toast_set_button_label (toast, _ ("Stay Unlocked"));
      adw_toast_set_timeout (toast, 0);
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (cab_idle_watch_touch), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->notices, g_object_ref (toast));
      cab_window_toast (CAB_WINDOW (l->data), toast);
      cab_announce_now (GTK_WIDGET (l->data), _ ("Locking in 30 seconds"));
    }
}

CabIdleWatch *
cab_idle_watch_new (GtkApplication *application, CabIdleClock clock)
{
  CabIdleWatch *self = g_object_new (CAB_TYPE_IDLE_WATCH, NULL);

  self->application = application;
  self->clock = clock != NULL ? clock : read_boot_time;
  self->last_input = self->clock ();
  self->last_seen = self->last_input;
  g_signal_connect_object (application, "window-added", G_CALLBACK (on_window_added_cb), self,
                           G_CONNECT_SWAPPED);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    on_window_added_cb (self, l->data);

  return self;
}

void
cab_idle_watch_touch (CabIdleWatch *self)
{
  g_autoptr (GPtrArray) notices = NULL;

  g_return_if_fail (CAB_IS_IDLE_WATCH (self));

  self->last_input = self->clock ();
  notices = g_steal_pointer (&self->notices);
  self->notices = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < notices->len; i++)
    adw_toast_dismiss (notices->pdata[i]);
}

/* [V-103] Nobody is kept waiting by a backup then. */
static void
back_up_at_rest (CabIdleWatch *self, gint64 rested)
{
  if (rested < CAB_BACKUP_REST_SECONDS)
    return;

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      CabOpenPractice *practice = get_practice (l->data);

      if (practice != NULL)
        cab_backup_at_rest (practice);
    }
}

void
cab_idle_watch_check (CabIdleWatch *self)
{
  gint64 limit;
  gint64 idle;
  gint64 now;

  g_return_if_fail (CAB_IS_IDLE_WATCH (self));

  check_sleep (self);
  limit = find_limit (self);
  now = self->clock ();
  if (limit == 0 || is_anything_seen (self))
    self->last_seen = now;
  /* A practice that a command opens has its whole limit before it. */
  if (limit == 0)
    {
      self->last_input = now;
      return;
    }
  back_up_at_rest (self, now - self->last_input);
  /* An export, import or backup is let finish; then the notice comes as ever. */
  if (is_busy (self))
    self->last_input = MAX (self->last_input, now - limit + CAB_IDLE_NOTICE_SECONDS + 1);
  idle = now - self->last_input;

  if (now - self->last_seen >= limit / 2 && cab_application_locks_for (CAB_LOCK_HIDDEN))
    {
      cab_idle_watch_touch (self);
      cab_application_lock (CAB_APPLICATION (self->application), CAB_LOCK_HIDDEN);
    }
  else if (!cab_application_locks_for (CAB_LOCK_IDLE))
    {
      cab_idle_watch_touch (self);
    }
  else if (idle >= limit)
    {
      cab_idle_watch_touch (self);
      cab_application_lock (CAB_APPLICATION (self->application), CAB_LOCK_IDLE);
    }
  else if (idle >= limit - CAB_IDLE_NOTICE_SECONDS && self->notices->len == 0)
    {
      give_notice (self);
    }
}

static gboolean
on_second_cb (gpointer user_data)
{
  cab_idle_watch_check (user_data);

  return G_SOURCE_CONTINUE;
}

static void
cab_idle_watch_finalize (GObject *object)
{
  CabIdleWatch *self = CAB_IDLE_WATCH (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_unref (self->notices);

  G_OBJECT_CLASS (cab_idle_watch_parent_class)->finalize (object);
}

static void
cab_idle_watch_class_init (CabIdleWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_idle_watch_finalize;
}

static void
cab_idle_watch_init (CabIdleWatch *self)
{
  self->notices = g_ptr_array_new_with_free_func (g_object_unref);
  self->asleep = read_asleep ();
  self->timer = g_timeout_add_seconds (1, on_second_cb, self);
}
