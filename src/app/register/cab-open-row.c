/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-open-row.h"

#include "cab-plain-row.h"

struct _CabOpenRow
{
  AdwActionRow parent_instance;

  /* Owned */
  char *id;
};

G_DEFINE_FINAL_TYPE (CabOpenRow, cab_open_row, ADW_TYPE_ACTION_ROW)

GtkWidget *
cab_open_row_new (const char *title, const char *subtitle, const char *id)
{
  CabOpenRow *self = g_object_new (CAB_TYPE_OPEN_ROW, NULL);

  cab_plain_row_fill (GTK_WIDGET (self), title, subtitle);
  self->id = g_strdup (id);

  return GTK_WIDGET (self);
}

const char *
cab_open_row_get_id (CabOpenRow *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_ROW (self), NULL);

  return self->id;
}

static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *name = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget));

  /* The list runs the action of a row that is pressed, and only then. */
  if (name != NULL)
    gtk_widget_activate_action_variant (
        widget, name, gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)));
  else
    adw_action_row_activate (ADW_ACTION_ROW (widget));
}

static void
cab_open_row_finalize (GObject *object)
{
  g_free (CAB_OPEN_ROW (object)->id);

  G_OBJECT_CLASS (cab_open_row_parent_class)->finalize (object);
}

static void
cab_open_row_class_init (CabOpenRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_open_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/register/cab-open-row.ui");
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_row);
}

static void
cab_open_row_init (CabOpenRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
