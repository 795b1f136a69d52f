/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-column-row.h"

#include <glib/gi18n.h>

#include "cab-client-map.h"
#include "cab-client.h"
#include "cab-plain-row.h"

struct _CabImportColumnRow
{
  AdwComboRow parent_instance;

  /* Owned */
  char *heading;
};

G_DEFINE_FINAL_TYPE (CabImportColumnRow, cab_import_column_row, ADW_TYPE_COMBO_ROW)

/* What a column may be beside a field. */
static const struct
{
  const char *target;
  const char *label;
} others[] = {
  { CAB_CLIENT_TARGET_LEAVE, N_ ("Not taken") },
  { CAB_CLIENT_TARGET_SOURCE, N_ ("Number over there") },
  { CAB_CLIENT_TARGET_WHOLE_NAME, N_ ("Whole name") },
};

/* What a table of another system can say: no references, no files. */
static gboolean
is_offered (const CabField *field)
{
  switch (field->type)
    {
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
    case CAB_FIELD_CODE:
      return field->label != NULL && (field->flags & CAB_FLAG_INTERNAL) == 0;
    case CAB_FIELD_INSTANT:
    case CAB_FIELD_LOCAL:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_BOOL:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
    case CAB_FIELD_CODES:
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_DIGEST:
    case CAB_FIELD_BYTES:
      return FALSE;
    }

  return FALSE;
}

/* (nullable): the field at that position of those that are offered. */
static const CabField *
get_field (guint position)
{
  guint n = G_N_ELEMENTS (others);

  for (guint i = 0; i < cab_client_kind.n_fields; i++)
    {
      const CabField *field = &cab_client_kind.fields[i];

      if (is_offered (field) && n++ == position)
        return field;
    }

  return NULL;
}

static GListModel *
make_targets (void)
{
  GtkStringList *targets = gtk_string_list_new (NULL);
  const CabField *field;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_string_list_append (targets, _ (others[i].label));
  for (guint i = G_N_ELEMENTS (others); (field = get_field (i)) != NULL; i++)
    gtk_string_list_append (targets, _ (field->label));

  return G_LIST_MODEL (targets);
}

static guint
find_target (const char *target)
{
  const CabField *field;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (others[i].target, target) == 0)
      return i;
  for (guint i = G_N_ELEMENTS (others); (field = get_field (i)) != NULL; i++)
    if (g_strcmp0 (field->name, target) == 0)
      return i;

  return 0;
}

GtkWidget *
cab_import_column_row_new (const char *heading, const char *values, const char *target)
{
  g_autoptr (GListModel) targets = make_targets ();
  g_autofree char *shown = cab_export_escape (heading, -1);
  CabImportColumnRow *self = g_object_new (CAB_TYPE_IMPORT_COLUMN_ROW, "model", targets, "selected",
                                           find_target (target), NULL);

  cab_plain_row_fill (GTK_WIDGET (self), shown, values);
  self->heading = g_strdup (heading);

  return GTK_WIDGET (self);
}

const char *
cab_import_column_row_get_label (const char *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (others[i].target, target) == 0)
      return _ (others[i].label);

  return target;
}

const char *
cab_import_column_row_get_heading (CabImportColumnRow *self)
{
  g_return_val_if_fail (CAB_IS_IMPORT_COLUMN_ROW (self), NULL);

  return self->heading;
}

const char *
cab_import_column_row_get_target (CabImportColumnRow *self)
{
  guint position;

  g_return_val_if_fail (CAB_IS_IMPORT_COLUMN_ROW (self), NULL);

  position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return position < G_N_ELEMENTS (others) ? others[position].target : get_field (position)->name;
}

gboolean
cab_import_column_row_is_date (CabImportColumnRow *self)
{
  const CabField *field;

  g_return_val_if_fail (CAB_IS_IMPORT_COLUMN_ROW (self), FALSE);

  field = get_field (adw_combo_row_get_selected (ADW_COMBO_ROW (self)));

  return field != NULL && (field->type == CAB_FIELD_DATE || field->type == CAB_FIELD_PARTIAL_DATE);
}

static void
cab_import_column_row_finalize (GObject *object)
{
  g_free (CAB_IMPORT_COLUMN_ROW (object)->heading);

  G_OBJECT_CLASS (cab_import_column_row_parent_class)->finalize (object);
}

static void
cab_import_column_row_class_init (CabImportColumnRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_import_column_row_finalize;
}

static void
cab_import_column_row_init (CabImportColumnRow *self)
{
}
