/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-list-cell.h"

struct _CabListCell
{
  AdwBin parent_instance;

  /* State */
  guint position;
};

enum
{
  PROP_POSITION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabListCell, cab_list_cell, ADW_TYPE_BIN)

static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "list.activate-item", "u", CAB_LIST_CELL (widget)->position);
}

static void
cab_list_cell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, CAB_LIST_CELL (object)->position);
}

static void
cab_list_cell_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabListCell *self = CAB_LIST_CELL (object);
  guint position = g_value_get_uint (value);

  if (self->position == position)
    return;

  self->position = position;
  g_object_notify_by_pspec (object, pspec);
}

static void
cab_list_cell_class_init (CabListCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_list_cell_get_property;
  object_class->set_property = cab_list_cell_set_property;

  properties[PROP_POSITION]
      = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.open", NULL, open_row);
}

static void
cab_list_cell_init (CabListCell *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}
