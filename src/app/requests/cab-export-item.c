/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-item.h"

#include <glib/gi18n.h>

#include "cab-format.h"

struct _CabExportItem
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *title;

  /* State */
  guint choice;
};

G_DEFINE_FINAL_TYPE (CabExportItem, cab_export_item, G_TYPE_OBJECT)

CabExportItem *
cab_export_item_new (CabRecord *record)
{
  CabExportItem *self = g_object_new (CAB_TYPE_EXPORT_ITEM, NULL);
  g_autofree char *stored = cab_record_dup_description (record);
  g_autofree char *description = cab_format_dates (stored);

  self->id = g_strdup (cab_record_get_id (record));
  /* Translators: %1$s is a kind of record, such as Note, %2$s describes one */
  self->title
      = g_strdup_printf (_ ("%1$s: %2$s"), _ (cab_record_get_kind (record)->label), description);

  return self;
}

const char *
cab_export_item_get_id (CabExportItem *self)
{
  g_return_val_if_fail (CAB_IS_EXPORT_ITEM (self), NULL);

  return self->id;
}

const char *
cab_export_item_get_title (CabExportItem *self)
{
  g_return_val_if_fail (CAB_IS_EXPORT_ITEM (self), NULL);

  return self->title;
}

guint
cab_export_item_get_choice (CabExportItem *self)
{
  g_return_val_if_fail (CAB_IS_EXPORT_ITEM (self), 0);

  return self->choice;
}

void
cab_export_item_set_choice (CabExportItem *self, guint choice)
{
  g_return_if_fail (CAB_IS_EXPORT_ITEM (self));

  self->choice = choice;
}

static void
cab_export_item_finalize (GObject *object)
{
  CabExportItem *self = CAB_EXPORT_ITEM (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (cab_export_item_parent_class)->finalize (object);
}

static void
cab_export_item_class_init (CabExportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_export_item_finalize;
}

static void
cab_export_item_init (CabExportItem *self)
{
}
