/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-value.h"

#include <string.h>

void
cab_value_set_none (CabValue *self)
{
  g_return_if_fail (self != NULL);

  cab_value_clear (self);
}

void
cab_value_set_integer (CabValue *self, gint64 integer)
{
  g_return_if_fail (self != NULL);

  cab_value_clear (self);
  self->type = CAB_VALUE_INTEGER;
  self->integer = integer;
}

void
cab_value_set_real (CabValue *self, double real)
{
  g_return_if_fail (self != NULL);

  cab_value_clear (self);
  self->type = CAB_VALUE_REAL;
  self->real = real;
}

void
cab_value_set_text (CabValue *self, const char *text)
{
  cab_value_take_text (self, g_strdup (text));
}

void
cab_value_take_text (CabValue *self, char *text)
{
  g_return_if_fail (self != NULL);

  cab_value_clear (self);
  if (text == NULL)
    return;
  self->type = CAB_VALUE_TEXT;
  self->text = text;
}

void
cab_value_set_bytes (CabValue *self, GBytes *bytes)
{
  g_return_if_fail (self != NULL);

  if (bytes != NULL)
    g_bytes_ref (bytes);
  cab_value_clear (self);
  if (bytes == NULL)
    return;
  self->type = CAB_VALUE_BYTES;
  self->bytes = bytes;
}

void
cab_value_clear (CabValue *self)
{
  g_return_if_fail (self != NULL);

  switch (self->type)
    {
    case CAB_VALUE_TEXT:
      g_free (self->text);
      break;
    case CAB_VALUE_BYTES:
      g_bytes_unref (self->bytes);
      break;
    case CAB_VALUE_NONE:
    case CAB_VALUE_INTEGER:
    case CAB_VALUE_REAL:
      break;
    }
  self->type = CAB_VALUE_NONE;
  self->integer = 0;
}

void
cab_value_copy (CabValue *destination, const CabValue *source)
{
  g_return_if_fail (destination != NULL);
  g_return_if_fail (source != NULL);

  if (destination == source)
    return;

  switch (source->type)
    {
    case CAB_VALUE_NONE:
      cab_value_set_none (destination);
      break;
    case CAB_VALUE_INTEGER:
      cab_value_set_integer (destination, source->integer);
      break;
    case CAB_VALUE_REAL:
      cab_value_set_real (destination, source->real);
      break;
    case CAB_VALUE_TEXT:
      cab_value_set_text (destination, source->text);
      break;
    case CAB_VALUE_BYTES:
      cab_value_set_bytes (destination, source->bytes);
      break;
    }
}

gboolean
cab_value_equal (const CabValue *a, const CabValue *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case CAB_VALUE_NONE:
      return TRUE;
    case CAB_VALUE_INTEGER:
      return a->integer == b->integer;
    case CAB_VALUE_REAL:
      return memcmp (&a->real, &b->real, sizeof a->real) == 0;
    case CAB_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case CAB_VALUE_BYTES:
      return g_bytes_equal (a->bytes, b->bytes);
    }
  g_assert_not_reached ();
}
