/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-row.h"

typedef union
{
  char *text;
  char **texts;
  GBytes *ranges;
  gint64 integer;
} Cell;

typedef struct
{
  Cell *cells; /* one a field; never NULL after constructed */
} CabRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CabRow, cab_row, G_TYPE_OBJECT)

static const char *const no_texts[] = { NULL };

/* The class of an instance is known here and not yet in _init(). */
static void
cab_row_constructed (GObject *object)
{
  CabRow *self = CAB_ROW (object);
  CabRowPrivate *private = cab_row_get_instance_private (self);

  private->cells = g_new0 (Cell, CAB_ROW_GET_CLASS (self)->n_fields);

  G_OBJECT_CLASS (cab_row_parent_class)->constructed (object);
}

static void
cab_row_finalize (GObject *object)
{
  CabRow *self = CAB_ROW (object);
  CabRowPrivate *private = cab_row_get_instance_private (self);
  CabRowClass *klass = CAB_ROW_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      switch (klass->fields[i].type)
        {
        case CAB_ROW_TEXT:
          g_free (private->cells[i].text);
          break;
        case CAB_ROW_TEXTS:
          g_strfreev (private->cells[i].texts);
          break;
        case CAB_ROW_RANGES:
          g_clear_pointer (&private->cells[i].ranges, g_bytes_unref);
          break;
        case CAB_ROW_INTEGER:
        case CAB_ROW_BOOL:
          break;
        }
    }
  g_free (private->cells);

  G_OBJECT_CLASS (cab_row_parent_class)->finalize (object);
}

static Cell *
get_cell (CabRow *self, guint field, CabRowType type)
{
  CabRowPrivate *private = cab_row_get_instance_private (self);

  g_assert (field < CAB_ROW_GET_CLASS (self)->n_fields);
  g_assert (CAB_ROW_GET_CLASS (self)->fields[field].type == type);

  return &private->cells[field];
}

static void
cab_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CabRow *self = CAB_ROW (object);

  switch (CAB_ROW_GET_CLASS (self)->fields[id - 1].type)
    {
    case CAB_ROW_TEXT:
      g_value_set_string (value, cab_row_get_text (self, id - 1));
      break;
    case CAB_ROW_INTEGER:
      g_value_set_int64 (value, cab_row_get_integer (self, id - 1));
      break;
    case CAB_ROW_BOOL:
      g_value_set_boolean (value, cab_row_get_bool (self, id - 1));
      break;
    case CAB_ROW_TEXTS:
      g_value_set_boxed (value, cab_row_get_texts (self, id - 1));
      break;
    case CAB_ROW_RANGES:
      g_value_set_boxed (value, get_cell (self, id - 1, CAB_ROW_RANGES)->ranges);
      break;
    }
}

static void
cab_row_class_init (CabRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = cab_row_constructed;
  object_class->finalize = cab_row_finalize;
}

static void
cab_row_init (CabRow *self)
{
}

static GParamSpec *
new_property (const CabRowField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case CAB_ROW_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case CAB_ROW_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case CAB_ROW_BOOL:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case CAB_ROW_TEXTS:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case CAB_ROW_RANGES:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_BYTES, flags);
    }

  g_return_val_if_reached (NULL);
}

void
cab_row_class_set_fields (CabRowClass *klass, const CabRowField *fields, guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->fields = fields;
  klass->n_fields = n_fields;

  /* GObject clears it in every subclass. */
  object_class->get_property = cab_row_get_property;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, i + 1, new_property (&fields[i]));
}

const char *
cab_row_get_text (CabRow *self, guint field)
{
  g_return_val_if_fail (CAB_IS_ROW (self), NULL);

  return get_cell (self, field, CAB_ROW_TEXT)->text;
}

gint64
cab_row_get_integer (CabRow *self, guint field)
{
  g_return_val_if_fail (CAB_IS_ROW (self), 0);

  return get_cell (self, field, CAB_ROW_INTEGER)->integer;
}

gboolean
cab_row_get_bool (CabRow *self, guint field)
{
  g_return_val_if_fail (CAB_IS_ROW (self), FALSE);

  return get_cell (self, field, CAB_ROW_BOOL)->integer != 0;
}

const char *const *
cab_row_get_texts (CabRow *self, guint field)
{
  char **texts;

  g_return_val_if_fail (CAB_IS_ROW (self), no_texts);

  texts = get_cell (self, field, CAB_ROW_TEXTS)->texts;
  return texts != NULL ? (const char *const *)texts : no_texts;
}

const CabRange *
cab_row_get_ranges (CabRow *self, guint field, gsize *n)
{
  GBytes *ranges;
  gsize size = 0;
  const CabRange *first;

  g_return_val_if_fail (CAB_IS_ROW (self) && n != NULL, NULL);

  ranges = get_cell (self, field, CAB_ROW_RANGES)->ranges;
  first = ranges == NULL ? NULL : g_bytes_get_data (ranges, &size);
  *n = size / sizeof (CabRange);
  return first;
}

static gboolean
is_same_cell (const Cell *cell, const Cell *other, CabRowType type)
{
  switch (type)
    {
    case CAB_ROW_TEXT:
      return g_strcmp0 (cell->text, other->text) == 0;
    case CAB_ROW_TEXTS:
      return cell->texts == other->texts
             || (cell->texts != NULL && other->texts != NULL
                 && g_strv_equal ((const char *const *)cell->texts,
                                  (const char *const *)other->texts));
    case CAB_ROW_RANGES:
      return cell->ranges == other->ranges
             || (cell->ranges != NULL && other->ranges != NULL
                 && g_bytes_equal (cell->ranges, other->ranges));
    case CAB_ROW_INTEGER:
    case CAB_ROW_BOOL:
      return cell->integer == other->integer;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
cab_row_equals (CabRow *self, CabRow *other)
{
  CabRowPrivate *mine;
  CabRowPrivate *theirs;
  CabRowClass *klass;

  g_return_val_if_fail (CAB_IS_ROW (self) && CAB_IS_ROW (other), FALSE);

  klass = CAB_ROW_GET_CLASS (self);
  if (klass != CAB_ROW_GET_CLASS (other))
    return FALSE;

  mine = cab_row_get_instance_private (self);
  theirs = cab_row_get_instance_private (other);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_same_cell (&mine->cells[i], &theirs->cells[i], klass->fields[i].type))
      return FALSE;

  return TRUE;
}

void
cab_row_set_text (CabRow *self, guint field, const char *text)
{
  g_return_if_fail (CAB_IS_ROW (self));

  g_set_str (&get_cell (self, field, CAB_ROW_TEXT)->text, text);
}

void
cab_row_take_text (CabRow *self, guint field, char *text)
{
  Cell *cell;

  g_return_if_fail (CAB_IS_ROW (self));

  cell = get_cell (self, field, CAB_ROW_TEXT);
  g_free (cell->text);
  cell->text = text;
}

void
cab_row_set_integer (CabRow *self, guint field, gint64 number)
{
  g_return_if_fail (CAB_IS_ROW (self));

  get_cell (self, field, CAB_ROW_INTEGER)->integer = number;
}

void
cab_row_set_bool (CabRow *self, guint field, gboolean yes)
{
  g_return_if_fail (CAB_IS_ROW (self));

  get_cell (self, field, CAB_ROW_BOOL)->integer = yes ? 1 : 0;
}

void
cab_row_take_texts (CabRow *self, guint field, char **texts)
{
  Cell *cell;

  g_return_if_fail (CAB_IS_ROW (self));

  cell = get_cell (self, field, CAB_ROW_TEXTS);
  g_strfreev (cell->texts);
  cell->texts = texts;
}

void
cab_row_take_ranges (CabRow *self, guint field, GArray *ranges)
{
  Cell *cell;
  gsize size;

  g_return_if_fail (CAB_IS_ROW (self) && ranges != NULL);

  cell = get_cell (self, field, CAB_ROW_RANGES);
  size = ranges->len * sizeof (CabRange);
  g_clear_pointer (&cell->ranges, g_bytes_unref);
  cell->ranges = g_bytes_new_take (g_array_free (ranges, FALSE), size);
}
