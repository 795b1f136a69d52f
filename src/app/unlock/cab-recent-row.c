/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-recent-row.h"

struct _CabRecentRow
{
  AdwActionRow parent_instance;

  /* Owned */
  char *path;
};

G_DEFINE_FINAL_TYPE (CabRecentRow, cab_recent_row, ADW_TYPE_ACTION_ROW)

GtkWidget *
cab_recent_row_new (const char *path)
{
  CabRecentRow *self = g_object_new (CAB_TYPE_RECENT_ROW, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);

  self->path = g_strdup (path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), folder);

  return GTK_WIDGET (self);
}

static void
on_activated_cb (CabRecentRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s", self->path);
}

static void
on_forget_cb (CabRecentRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.forget-recent", "s", self->path);
}

static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_action_row_activate (ADW_ACTION_ROW (widget));
}

static void
cab_recent_row_finalize (GObject *object)
{
  g_free (CAB_RECENT_ROW (object)->path);

  G_OBJECT_CLASS (cab_recent_row_parent_class)->finalize (object);
}

static void
cab_recent_row_class_init (CabRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_recent_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/unlock/cab-recent-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_cb);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_row);
}

static void
cab_recent_row_init (CabRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
