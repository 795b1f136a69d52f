/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-backup-row.h"

struct _CabBackupRow
{
  AdwActionRow parent_instance;

  /* Owned */
  CabBackupItem *item;
};

enum
{
  PROP_ITEM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabBackupRow, cab_backup_row, ADW_TYPE_ACTION_ROW)

GtkWidget *
cab_backup_row_new (CabBackupItem *item)
{
  return g_object_new (CAB_TYPE_BACKUP_ROW, "item", item, NULL);
}

static void
on_activated_cb (CabBackupRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-beside", "s",
                              cab_backup_item_get_path (self->item));
}

/* [W-132] */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  on_activated_cb (CAB_BACKUP_ROW (widget));
}

/* What the page does with a backup, by the name of the row's act. */
static const struct
{
  const char *name;
  const char *action;
} acts[] = {
  { "row.check", "backup.check" },
  { "row.rehearse", "backup.rehearse" },
  { "row.restore", "backup.restore" },
  { "row.remove", "backup.remove" },
};

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, action))
      gtk_widget_activate_action (widget, acts[i].action, "s",
                                  cab_backup_item_get_path (CAB_BACKUP_ROW (widget)->item));
}

static void
cab_backup_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_BACKUP_ROW (object)->item);
}

static void
cab_backup_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CAB_BACKUP_ROW (object)->item = g_value_dup_object (value);
}

static void
cab_backup_row_finalize (GObject *object)
{
  g_clear_object (&CAB_BACKUP_ROW (object)->item);

  G_OBJECT_CLASS (cab_backup_row_parent_class)->finalize (object);
}

static void
cab_backup_row_class_init (CabBackupRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_backup_row_get_property;
  object_class->set_property = cab_backup_row_set_property;
  object_class->finalize = cab_backup_row_finalize;

  properties[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, CAB_TYPE_BACKUP_ITEM,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/safety/cab-backup-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_row);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, NULL, act);
}

static void
cab_backup_row_init (CabBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
