/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-help.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-window.h"

/* The stem of a widget's type, `CabTodayPage` being `today-page`; %NULL for what is no screen. */
static char *
dup_stem (GtkWidget *widget)
{
  const char *name = G_OBJECT_TYPE_NAME (widget);
  g_autoptr (GString) stem = g_string_new (NULL);

  if (!g_str_has_prefix (name, "Cab")
      || !(g_str_has_suffix (name, "Page") || g_str_has_suffix (name, "Editor")
           || g_str_has_suffix (name, "Dialog")))
    return NULL;

  for (const char *letter = name + strlen ("Cab"); *letter != '\0'; letter++)
    {
      if (g_ascii_isupper (*letter) && stem->len > 0)
        g_string_append_c (stem, '-');
      g_string_append_c (stem, g_ascii_tolower (*letter));
    }

  return g_strdup (stem->str);
}

/* The innermost screen of those that are drawn; of two beside each other the later. */
static char *
dup_innermost (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      char *stem = gtk_widget_get_child_visible (child) ? dup_innermost (child) : NULL;

      if (stem != NULL)
        return stem;
    }

  return dup_stem (widget);
}

char *
cab_help_dup_page (AdwApplicationWindow *window)
{
  AdwDialog *dialog;
  char *stem;

  g_return_val_if_fail (ADW_IS_APPLICATION_WINDOW (window), NULL);

  dialog = adw_application_window_get_visible_dialog (window);
  stem = dialog != NULL ? dup_stem (GTK_WIDGET (dialog)) : NULL;
  if (stem == NULL)
    stem = dup_innermost (GTK_WIDGET (window));

  return stem != NULL ? stem : g_strdup ("index");
}

static void
on_launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error)
      && CAB_IS_WINDOW (window))
    cab_window_toast (CAB_WINDOW (window),
                      adw_toast_new (_ ("No program on this computer shows help pages")));
}

void
cab_help_show (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *page = cab_help_dup_page (ADW_APPLICATION_WINDOW (widget));
  g_autofree char *uri = g_strconcat ("help:cabinet/", page, NULL);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (widget), NULL, on_launched_cb,
                           g_object_ref (widget));
}
