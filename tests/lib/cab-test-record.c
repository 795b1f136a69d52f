/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-record.h"

#include <string.h>

char *
cab_test_record_dup_id (const CabKind *kind, guint number)
{
  return g_strdup_printf ("00000000-%04x-4000-8000-%012x", g_str_hash (kind->name) & 0xffff,
                          number);
}

static void
set_text (CabValue *value, char *text)
{
  cab_value_set_text (value, text);
  g_free (text);
}

/* A distinct number inside the field's range. */
static gint64
choose_number (const CabField *field, guint seed)
{
  gint64 least = field->minimum, most = field->maximum;

  if (field->type == CAB_FIELD_BOOL)
    return 1;
  if (least == 0 && most == 0)
    return 1000 + seed;

  return least + (gint64)(seed % (guint64)(MIN (most - least, 100000) + 1));
}

static void
fill_bytes (const CabField *field, guint seed, CabValue *value)
{
  gsize length = (gsize)MAX (field->minimum, MIN (field->maximum, 40));
  guint8 *bytes = g_malloc (length);
  g_autoptr (GBytes) made = NULL;

  memset (bytes, (int)(seed & 0xff), length);
  made = g_bytes_new_take (bytes, length);
  cab_value_set_bytes (value, made);
}

static char *
dup_digest (guint seed)
{
  g_autofree char *text = g_strdup_printf ("%u", seed);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA512, text, -1);
}

static char *
dup_line (const CabField *field, guint seed)
{
  g_autofree char *text = g_strdup_printf ("x%u %s", seed, field->name);
  gsize maximum = field->maximum > 0 ? (gsize)field->maximum : 200;

  /* Short texts have a shape of their own: currency, country, id. */
  if (maximum == 3)
    return g_strdup ("EUR");
  if (g_str_has_suffix (field->name, "country"))
    return g_strdup ("GB");
  if (maximum == 36)
    return g_strdup_printf ("00000000-0000-4000-8000-%012x", seed);

  return g_strndup (text, MIN (maximum, strlen (text)));
}

void
cab_test_record_fill_value (const CabKind *kind, guint index, guint number, CabValue *value)
{
  const CabField *field = cab_kind_get_field (kind, index);
  guint seed = index * 31 + number;
  const CabKind *target = field->type == CAB_FIELD_BLOB_REF ? cab_kind_find ("blob")
                          : field->target != NULL           ? cab_kind_find (field->target)
                                                            : NULL;

  switch (field->type)
    {
    case CAB_FIELD_TEXT:
      set_text (value, index == CAB_SYSTEM_ID ? cab_test_record_dup_id (kind, number)
                                              : dup_line (field, seed));
      break;
    case CAB_FIELD_LONGTEXT:
      set_text (value, g_strdup_printf ("Line %u\r\n  of %s, 😀 ]]> &amp;\n", seed, field->name));
      break;
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
      set_text (value, g_strdup_printf ("20%02u-03-%02u", 10 + seed % 80, 1 + seed % 28));
      break;
    case CAB_FIELD_INSTANT:
      set_text (value, g_strdup_printf ("20%02u-03-%02uT10:%02u:00Z", 10 + seed % 80, 1 + seed % 28,
                                        seed % 60));
      break;
    case CAB_FIELD_LOCAL:
      set_text (value, g_strdup_printf ("20%02u-03-%02uT10:%02u", 10 + seed % 80, 1 + seed % 28,
                                        seed % 60));
      break;
    case CAB_FIELD_ZONE:
      cab_value_set_text (value, "Europe/London");
      break;
    case CAB_FIELD_TIME:
      set_text (value, g_strdup_printf ("10:%02u", seed % 60));
      break;
    case CAB_FIELD_CODE:
    case CAB_FIELD_CODES:
      cab_value_set_text (value, field->codes->codes[seed % field->codes->n_codes].code);
      break;
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
      set_text (value, cab_test_record_dup_id (target, 1));
      break;
    case CAB_FIELD_DIGEST:
      set_text (value, dup_digest (seed));
      break;
    case CAB_FIELD_BYTES:
      fill_bytes (field, seed, value);
      break;
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_BOOL:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
      cab_value_set_integer (value, choose_number (field, seed));
      break;
    }
}

/* Fields that rule each other out: of each pair the second stays empty; and a
 * record does not refer to itself. */
static gboolean
is_left_out (const CabKind *kind, const CabField *field)
{
  static const struct
  {
    const char *kind;
    const char *left_out;
  } pairs[] = {
    { "disclosure", "tombstone_id" },  /* the client is there or was erased */
    { "condition", "condition_code" }, /* the code system may be "none" */
  };

  if (g_strcmp0 (field->target, kind->name) == 0 && field->required != CAB_REQUIRED_YES)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (strcmp (pairs[i].kind, kind->name) == 0 && strcmp (pairs[i].left_out, field->name) == 0)
        return TRUE;
    }

  return FALSE;
}

CabRecord *
cab_test_record_new_filled (const CabKind *kind, guint number, gboolean whole)
{
  CabRecord *record = cab_record_new (kind);
  CabValue value = CAB_VALUE_INIT;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (!cab_kind_has_field (kind, i) || is_left_out (kind, cab_kind_get_field (kind, i))
          || (!whole && cab_kind_get_field (kind, i)->required == CAB_REQUIRED_NO))
        continue;
      cab_test_record_fill_value (kind, i, number, &value);
      cab_record_set_value (record, i, &value);
    }
  cab_value_clear (&value);

  return record;
}
