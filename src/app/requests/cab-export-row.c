/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-row.h"

struct _CabExportRow
{
  AdwComboRow parent_instance;

  /* Owned */
  CabExportItem *item;
};

G_DEFINE_FINAL_TYPE (CabExportRow, cab_export_row, ADW_TYPE_COMBO_ROW)

static void
on_selected_cb (CabExportRow *self)
{
  if (self->item != NULL)
    cab_export_item_set_choice (self->item, adw_combo_row_get_selected (ADW_COMBO_ROW (self)));
}

GtkWidget *
cab_export_row_new (CabExportItem *item, GListModel *choices)
{
  CabExportRow *self = g_object_new (CAB_TYPE_EXPORT_ROW, "use-markup", FALSE, "title",
                                     cab_export_item_get_title (item), "model", choices, "selected",
                                     cab_export_item_get_choice (item), NULL);

  self->item = g_object_ref (item);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_cb), NULL);

  return GTK_WIDGET (self);
}

static void
cab_export_row_finalize (GObject *object)
{
  g_clear_object (&CAB_EXPORT_ROW (object)->item);

  G_OBJECT_CLASS (cab_export_row_parent_class)->finalize (object);
}

static void
cab_export_row_class_init (CabExportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_export_row_finalize;
}

static void
cab_export_row_init (CabExportRow *self)
{
}
