/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabValueType:
 * @CAB_VALUE_NONE: nothing, SQL's NULL
 * @CAB_VALUE_INTEGER: a 64-bit integer
 * @CAB_VALUE_REAL: a double; no field of a record has one, but SQLite can answer one
 * @CAB_VALUE_TEXT: UTF-8 text without a NUL
 * @CAB_VALUE_BYTES: bytes
 *
 * What a column can hold in a STRICT table.
 */
typedef enum
{
  CAB_VALUE_NONE,
  CAB_VALUE_INTEGER,
  CAB_VALUE_REAL,
  CAB_VALUE_TEXT,
  CAB_VALUE_BYTES
} CabValueType;

/**
 * CabValue:
 * @type: which of the members holds
 * @integer: the integer
 * @real: the double
 * @text: (not nullable): the text, owned
 * @bytes: (not nullable): the bytes, one reference owned
 *
 * One value on its way between a column and a field. Starts as
 * %CAB_VALUE_INIT and ends with cab_value_clear(); `g_auto (CabValue)` does both.
 *
 * Thread: any, one at a time.
 */
typedef struct
{
  CabValueType type;
  union
  {
    gint64 integer;
    double real;
    char *text;
    GBytes *bytes;
  };
} CabValue;

/** CAB_VALUE_INIT: a value that holds nothing */
#define CAB_VALUE_INIT { CAB_VALUE_NONE, { 0 } }

/**
 * cab_value_set_none:
 * @self: a value
 *
 * Makes the value hold nothing; what it held is freed.
 */
void cab_value_set_none (CabValue *self);

/**
 * cab_value_set_integer:
 * @self: a value
 * @integer: what it holds from now on
 *
 * Makes the value hold an integer.
 */
void cab_value_set_integer (CabValue *self, gint64 integer);

/**
 * cab_value_set_real:
 * @self: a value
 * @real: what it holds from now on
 *
 * Makes the value hold a double.
 */
void cab_value_set_real (CabValue *self, double real);

/**
 * cab_value_set_text:
 * @self: a value
 * @text: (nullable): copied; %NULL is the same as cab_value_set_none()
 *
 * Makes the value hold a copy of a text, which may be the value's own.
 */
void cab_value_set_text (CabValue *self, const char *text);

/**
 * cab_value_take_text:
 * @self: a value
 * @text: (transfer full) (nullable): given away
 *
 * Makes the value hold a text without copying it.
 */
void cab_value_take_text (CabValue *self, char *text);

/**
 * cab_value_set_bytes:
 * @self: a value
 * @bytes: (nullable): a reference is taken
 *
 * Makes the value hold bytes, which may be the value's own.
 */
void cab_value_set_bytes (CabValue *self, GBytes *bytes);

/**
 * cab_value_clear:
 * @self: a value
 *
 * Frees what the value holds; it then holds nothing and can be used again.
 */
void cab_value_clear (CabValue *self);

/**
 * cab_value_copy:
 * @destination: an initialised value, whose content is freed
 * @source: a value, which may be the same
 *
 * Makes one value equal to another. Bytes are shared, text is copied.
 */
void cab_value_copy (CabValue *destination, const CabValue *source);

/**
 * cab_value_equal:
 * @a: a value
 * @b: a value
 *
 * Compares two values by type and content. Doubles are compared bit by bit, so
 * that a value always equals its copy. Not in constant time: not for secrets.
 *
 * Returns: %TRUE when both hold the same
 */
gboolean cab_value_equal (const CabValue *a, const CabValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabValue, cab_value_clear)

G_END_DECLS
