/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-application.h"

#include <glib/gi18n.h>

#include "cab-computer.h"
#include "cab-idle-watch.h"
#include "cab-lock-signals.h"
#include "cab-login-watch.h"
#include "cab-note-language.h"
#include "cab-note-spelling.h"
#include "cab-ui-resources.h"
#include "cab-window-private.h"

struct _CabApplication
{
  AdwApplication parent_instance;

  CabIdleWatch *idle_watch;
  CabLoginWatch *login_watch;
};

G_DEFINE_FINAL_TYPE (CabApplication, cab_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample practice"), NULL },
  { "lock", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Lock every practice that is open"), NULL },
  G_OPTION_ENTRY_NULL,
};

CabApplication *
cab_application_new (void)
{
  return g_object_new (CAB_TYPE_APPLICATION, "application-id", CAB_APPLICATION_ID,
                       /* The same for the development profile, whose id differs. */
                       "resource-base-path", "/io/cabinet/Cabinet", "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

gboolean
cab_application_locks_for (CabLockReason reason)
{
  static const char *const keys[] = {
    [CAB_LOCK_IDLE] = CAB_COMPUTER_LOCK_WHEN_IDLE,
    [CAB_LOCK_SESSION] = CAB_COMPUTER_LOCK_WITH_SCREEN,
    [CAB_LOCK_SUSPEND] = CAB_COMPUTER_LOCK_ON_SUSPEND,
    [CAB_LOCK_HIDDEN] = CAB_COMPUTER_LOCK_WHEN_HIDDEN,
    [CAB_LOCK_QUIT] = NULL,
  };

  return keys[reason] == NULL || cab_computer_get_boolean (keys[reason], TRUE);
}

void
cab_application_lock (CabApplication *self, CabLockReason reason)
{
  g_return_if_fail (CAB_IS_APPLICATION (self));

  if (!cab_application_locks_for (reason))
    return;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CAB_IS_WINDOW (l->data))
      cab_window_lock (CAB_WINDOW (l->data), reason);
}

void
cab_application_quit (CabApplication *self)
{
  g_autoptr (GList) windows = NULL;

  g_return_if_fail (CAB_IS_APPLICATION (self));

  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (CAB_IS_WINDOW (l->data)
          && (cab_window_ask_before_losing (CAB_WINDOW (l->data))
              || cab_window_back_up_first (CAB_WINDOW (l->data))))
        continue;
      /* A window that shows a dialog would close the dialog alone. */
      if (CAB_IS_WINDOW (l->data))
        cab_window_lock (CAB_WINDOW (l->data), CAB_LOCK_QUIT);
      gtk_window_close (GTK_WINDOW (l->data));
    }
}

/* [W-95] Nothing opens beside the form that a client is given; a second start
 * brings it to the front. Returns: whether a client has the computer. */
static gboolean
is_handed_over (CabApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GtkWindow *front = CAB_IS_WINDOW (l->data) ? cab_window_get_front (l->data) : NULL;

      if (front == NULL || front == l->data)
        continue;

      gtk_window_present (front);
      return TRUE;
    }

  return FALSE;
}

static CabWindow *
get_window (CabApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL && CAB_IS_WINDOW (window))
    return CAB_WINDOW (window);

  return cab_window_new (ADW_APPLICATION (self));
}

/* A file goes to the practice that can be written, if there is one. */
static CabWindow *
get_window_for_files (CabApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      CabOpenPractice *practice
          = CAB_IS_WINDOW (l->data) ? cab_window_get_practice (CAB_WINDOW (l->data)) : NULL;

      if (practice != NULL && cab_open_practice_is_writable (practice))
        return CAB_WINDOW (l->data);
    }

  return get_window (self);
}

static void
cab_application_activate (GApplication *application)
{
  if (!is_handed_over (CAB_APPLICATION (application)))
    gtk_window_present (GTK_WINDOW (get_window (CAB_APPLICATION (application))));
}

/* The path is relative to the caller's folder, which need not be this process's. */
static int
cab_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  CabApplication *self = CAB_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  CabWindow *window;
  gboolean is_new;

  if (g_variant_dict_contains (dict, "lock"))
    {
      cab_application_lock (self, CAB_LOCK_ASKED);
      return 0;
    }

  if (is_handed_over (self))
    return 0;

  if (arguments[0] != NULL && arguments[1] != NULL)
    {
      g_autoptr (GFile) file
          = g_application_command_line_create_file_for_arg (command_line, arguments[1]);
      const char *path = g_file_peek_path (file);

      window = get_window_for_files (self);
      is_new = !gtk_widget_get_visible (GTK_WIDGET (window));
      /* One that is there comes to the front before what the file opens beside
       * it; a new one comes with its page, so that the page has the focus. */
      if (!is_new)
        gtk_window_present (GTK_WINDOW (window));
      if (path != NULL)
        cab_window_take_file (window, path);
      if (is_new)
        gtk_window_present (GTK_WINDOW (window));
      return 0;
    }

  window = get_window (self);
  if (g_variant_dict_contains (dict, "sample") && cab_window_get_practice (window) == NULL)
    cab_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));

  return 0;
}

static void
on_screensaver_changed_cb (CabApplication *self)
{
  gboolean is_active = FALSE;

  g_object_get (self, "screensaver-active", &is_active, NULL);
  if (is_active)
    cab_application_lock (self, CAB_LOCK_SESSION);
}

/* Light or dark where somebody chose so, else as the desktop has it [W-24]. */
static void
apply_color_scheme (GSettings *settings)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  int choice = g_settings_get_enum (settings, CAB_COMPUTER_COLOR_SCHEME);

  if (choice >= 0 && choice < (int)G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[choice]);
}

static void
follow_color_scheme (void)
{
  GSettings *settings = cab_computer_get_settings ();

  if (settings == NULL)
    return;

  g_signal_connect (settings, "changed::" CAB_COMPUTER_COLOR_SCHEME,
                    G_CALLBACK (apply_color_scheme), NULL);
  apply_color_scheme (settings);
}

static void
cab_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (cab_application_parent_class)->startup (application);

  follow_color_scheme ();
  g_signal_connect (application, "notify::screensaver-active",
                    G_CALLBACK (on_screensaver_changed_cb), NULL);
  CAB_APPLICATION (application)->idle_watch
      = cab_idle_watch_new (GTK_APPLICATION (application), NULL);
  CAB_APPLICATION (application)->login_watch
      = cab_login_watch_new (CAB_APPLICATION (application), NULL);
  cab_lock_signals_listen (CAB_APPLICATION (application),
                           g_application_get_dbus_connection (application));
  cab_note_language_prepare ();
}

static void
cab_application_shutdown (GApplication *application)
{
  g_clear_object (&CAB_APPLICATION (application)->idle_watch);
  if (CAB_APPLICATION (application)->login_watch != NULL)
    g_object_run_dispose (G_OBJECT (CAB_APPLICATION (application)->login_watch));
  g_clear_object (&CAB_APPLICATION (application)->login_watch);

  G_APPLICATION_CLASS (cab_application_parent_class)->shutdown (application);
}

static void
cab_application_class_init (CabApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = cab_application_activate;
  application_class->command_line = cab_application_command_line;
  application_class->shutdown = cab_application_shutdown;
  application_class->startup = cab_application_startup;
}

static void
cab_application_init (CabApplication *self)
{
  cab_note_spelling_prepare ();
  cab_ui_register_resource ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_object_set (self, "register-session", TRUE, NULL);
  gtk_window_set_default_icon_name (CAB_APPLICATION_ID);
}
