/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CabRowType:
 * @CAB_ROW_TEXT: a text, or none
 * @CAB_ROW_INTEGER: a number
 * @CAB_ROW_BOOL: yes or no
 * @CAB_ROW_TEXTS: a list of texts, maybe empty
 * @CAB_ROW_RANGES: places in a text, maybe none
 */
typedef enum
{
  CAB_ROW_TEXT,
  CAB_ROW_INTEGER,
  CAB_ROW_BOOL,
  CAB_ROW_TEXTS,
  CAB_ROW_RANGES
} CabRowType;

/**
 * CabRange:
 * @start: where it begins
 * @end: where it ends, not part of it
 *
 * A part of a text, in bytes, on the borders of characters.
 */
typedef struct
{
  guint start;
  guint end;
} CabRange;

/**
 * CabRowField:
 * @name: the property
 * @type: what it holds
 */
typedef struct
{
  const char *name;
  CabRowType type;
} CabRowField;

#define CAB_TYPE_ROW (cab_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (CabRow, cab_row, CAB, ROW, GObject)

/**
 * CabRowClass:
 * @fields: what a row of this class tells, one read-only property each
 * @n_fields: how many
 *
 * One row of a list, as a person reads it: made by a query on the practice's
 * thread, never changed afterwards, so that any thread may show it. A list of
 * rows is no list of records: it carries the words of the list and the ids that
 * lead to the records, and nothing else.
 */
struct _CabRowClass
{
  GObjectClass parent_class;

  const CabRowField *fields;
  guint n_fields;
};

/** cab_row_class_set_fields: gives a class its table of fields; for CAB_DEFINE_ROW() */
void cab_row_class_set_fields (CabRowClass *klass, const CabRowField *fields, guint n_fields);

/**
 * CAB_DEFINE_ROW:
 * @TypeName: `CabClientRow`
 * @type_name: `cab_client_row`
 * @table: the array of its fields
 *
 * The final type of a row.
 */
#define CAB_DEFINE_ROW(TypeName, type_name, table)                                                 \
  struct _##TypeName                                                                               \
  {                                                                                                \
    CabRow parent_instance;                                                                        \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, CAB_TYPE_ROW)                                          \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    cab_row_class_set_fields (CAB_ROW_CLASS (klass), table, G_N_ELEMENTS (table));                 \
  }                                                                                                \
  static void type_name##_init (TypeName *self)                                                    \
  {                                                                                                \
  }

/** cab_row_get_text: Returns: (nullable): the text in @field */
const char *cab_row_get_text (CabRow *self, guint field);

/** cab_row_get_integer: Returns: the number in @field, 0 when none was set */
gint64 cab_row_get_integer (CabRow *self, guint field);

gboolean cab_row_get_bool (CabRow *self, guint field);

/** cab_row_get_texts: Returns: (array zero-terminated=1): the texts in @field, never %NULL */
const char *const *cab_row_get_texts (CabRow *self, guint field);

/** cab_row_get_ranges: @n: (out): how many; Returns: (array length=n) (nullable): the ranges */
const CabRange *cab_row_get_ranges (CabRow *self, guint field, gsize *n);

/** cab_row_equals: Returns: %TRUE when two rows are of one class and tell the same */
gboolean cab_row_equals (CabRow *self, CabRow *other);

/** cab_row_set_text: for whoever makes the row, before anybody sees it; so are the others */
void cab_row_set_text (CabRow *self, guint field, const char *text);
void cab_row_take_text (CabRow *self, guint field, char *text);
void cab_row_set_integer (CabRow *self, guint field, gint64 number);
void cab_row_set_bool (CabRow *self, guint field, gboolean yes);
void cab_row_take_texts (CabRow *self, guint field, char **texts);
void cab_row_take_ranges (CabRow *self, guint field, GArray *ranges);

G_END_DECLS
