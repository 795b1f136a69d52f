/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-affect-cell-private.h"

struct _CabAffectCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CabAffectCell, cab_affect_cell, GTK_TYPE_WIDGET)

static void
cab_affect_cell_class_init (CabAffectCellClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
cab_affect_cell_init (CabAffectCell *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
