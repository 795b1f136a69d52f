/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-kind.h"
#include "fuzz.h"

static const CabField *
choose_field (guint8 kind_byte, guint8 field_byte)
{
  guint n_kinds = 0;
  const CabKind *kind;

  while (cab_kinds[n_kinds] != NULL)
    n_kinds++;
  kind = cab_kinds[kind_byte % n_kinds];

  return cab_kind_get_field (kind, field_byte % cab_kind_get_n_fields (kind));
}

/* [V-213] [M-2] the one parser of forms, tables, XML and the command line: the first two bytes
 * say whose, and what it takes, it takes again as it writes it */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = size > 2 ? g_strndup ((const char *)data + 2, size - 2) : NULL;
  g_auto (CabValue) value = CAB_VALUE_INIT;
  g_auto (CabValue) again = CAB_VALUE_INIT;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  const CabField *field;

  if (text == NULL)
    return 0;

  field = choose_field (data[0], data[1]);
  if (field->type == CAB_FIELD_BYTES)
    return 0;
  if (!cab_field_parse (field, text, &value, &error))
    {
      g_assert_nonnull (error);
      return 0;
    }

  g_assert_no_error (error);
  g_assert_true (cab_field_check (field, &value, NULL));
  written = cab_field_dup_text (field, &value);
  g_assert_true (cab_field_parse (field, written, &again, NULL));
  g_assert_true (cab_value_equal (&value, &again));
  return 0;
}
