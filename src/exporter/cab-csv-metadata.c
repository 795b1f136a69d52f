/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-csv-bundle.h"

#include "cab-blob.h"
#include "cab-bundle-plan-private.h"
#include "cab-text-out.h"

#include <string.h>

/* A JSON string. What comes here are names, labels and patterns of our own. */
static void
add_string (CabTextOut *out, const char *text)
{
  cab_text_out_add (out, "\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        cab_text_out_add (out, "\\");
      g_assert ((guchar)*at >= 0x20);
      cab_text_out_add_bytes (out, at, 1);
    }
  cab_text_out_add (out, "\"");
}

static void
add_pair (CabTextOut *out, const char *name, const char *value)
{
  cab_text_out_add_format (out, "\"%s\": ", name);
  add_string (out, value);
}

/* The types whose outside form has one pattern; those of a code list and of a
 * range are made of the field. */
static const struct
{
  const char *base;
  const char *format;
} datatypes[CAB_N_FIELD_TYPES] = {
  [CAB_FIELD_TEXT] = { "string", NULL },
  [CAB_FIELD_LONGTEXT] = { "string", NULL },
  [CAB_FIELD_DATE] = { "date", "yyyy-MM-dd" },
  [CAB_FIELD_PARTIAL_DATE] = { "string", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" },
  [CAB_FIELD_INSTANT] = { "dateTime", "yyyy-MM-ddTHH:mm:ssX" },
  [CAB_FIELD_LOCAL] = { "dateTime", "yyyy-MM-ddTHH:mm" },
  [CAB_FIELD_ZONE] = { "string", "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*" },
  [CAB_FIELD_TIME] = { "time", "HH:mm" },
  [CAB_FIELD_INTEGER] = { "integer", NULL },
  [CAB_FIELD_BOOL] = { "boolean", "true|false" },
  [CAB_FIELD_DECIMAL] = { "decimal", NULL },
  [CAB_FIELD_MONEY] = { "integer", NULL },
  [CAB_FIELD_CODE] = { "string", NULL },
  [CAB_FIELD_CODES] = { "string", NULL },
  [CAB_FIELD_REF] = { "string", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" },
  [CAB_FIELD_BLOB_REF] = { "string", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" },
  [CAB_FIELD_DIGEST] = { "string", "[0-9a-f]{128}" },
  [CAB_FIELD_BYTES] = { NULL, NULL },
};

static char *
dup_code_pattern (const CabCodes *codes)
{
  g_autoptr (GString) pattern = g_string_new (NULL);

  for (gsize i = 0; i < codes->n_codes; i++)
    g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", codes->codes[i].code);

  return g_strdup (pattern->str);
}

static void
add_datatype (CabTextOut *out, const CabField *field)
{
  g_autofree char *codes = field->codes == NULL ? NULL : dup_code_pattern (field->codes);
  const char *format = codes != NULL ? codes : datatypes[field->type].format;

  cab_text_out_add (out, "\"datatype\": { ");
  add_pair (out, "base", datatypes[field->type].base);
  if (format != NULL)
    {
      cab_text_out_add (out, ", ");
      add_pair (out, "format", format);
    }
  if (field->type == CAB_FIELD_INTEGER && (field->minimum != 0 || field->maximum != 0))
    cab_text_out_add_format (out,
                             ", \"minimum\": %" G_GINT64_FORMAT ", \"maximum\": %" G_GINT64_FORMAT,
                             field->minimum, field->maximum);
  cab_text_out_add (out, " }");
}

/* A title in no language is the heading itself, which a reader of CSV on the
 * Web compares; the one in English is for people. */
static void
add_column (CabTextOut *out, const CabField *field, gboolean required)
{
  cab_text_out_add (out, "            { ");
  add_pair (out, "name", field->name);
  cab_text_out_add (out, ", \"titles\": { ");
  add_pair (out, "und", field->name);
  cab_text_out_add (out, ", ");
  add_pair (out, "en", field->label);
  cab_text_out_add (out, " }, ");
  add_datatype (out, field);
  if (field->type == CAB_FIELD_CODES)
    cab_text_out_add (out, ", \"separator\": \" \"");
  cab_text_out_add_format (out, ", \"required\": %s, \"null\": \"\"", required ? "true" : "false");
  if (cab_field_is_text (field))
    cab_text_out_add (out, ", \"urn:cabinet:csv:guard\": \"apostrophe-1\"");
  cab_text_out_add (out, " }");
}

static void
add_columns (CabTextOut *out, const CabBundleTable *table)
{
  const char *comma = "";

  cab_text_out_add (out, "        \"columns\": [\n");
  for (guint i = 0; i < cab_kind_get_n_fields (table->kind); i++)
    {
      const CabField *field = cab_kind_get_field (table->kind, i);

      if (!cab_bundle_table_has_column (table, i))
        continue;
      cab_text_out_add (out, comma);
      add_column (
          out, field,
          i == CAB_SYSTEM_ID
              || (!table->plan->rules->external_ids && field->required == CAB_REQUIRED_YES));
      comma = ",\n";
    }
  cab_text_out_add (out, "\n        ]");
}

static void
add_foreign_keys (CabTextOut *out, const CabBundleTable *table)
{
  const char *comma = ",\n        \"foreignKeys\": [\n";

  for (guint i = 0; i < cab_kind_get_n_fields (table->kind); i++)
    {
      const CabField *field = cab_kind_get_field (table->kind, i);
      const CabKind *target = field->type == CAB_FIELD_BLOB_REF ? &cab_blob_kind
                              : field->target == NULL           ? NULL
                                                                : cab_kind_find (field->target);

      /* A reference to a kind that has no table is empty in every row. */
      if (target == NULL || !cab_bundle_table_has_column (table, i)
          || cab_bundle_plan_get_count (table->plan, target) == 0)
        continue;
      cab_text_out_add (out, comma);
      cab_text_out_add_format (out,
                               "          { \"columnReference\": \"%s\", \"reference\": { "
                               "\"resource\": \"%s.csv\", \"columnReference\": \"id\" } }",
                               field->name, target->plural);
      comma = ",\n";
    }
  if (strcmp (comma, ",\n") == 0)
    cab_text_out_add (out, "\n        ]");
}

static void
add_table (CabTextOut *out, const CabBundleTable *table)
{
  cab_text_out_add_format (out, "    {\n      \"url\": \"%s.csv\",\n", table->kind->plural);
  cab_text_out_add (out, "      \"tableSchema\": {\n");
  add_columns (out, table);
  if (cab_bundle_table_has_column (table, CAB_SYSTEM_ID))
    cab_text_out_add (out, ",\n        \"primaryKey\": \"id\"");
  add_foreign_keys (out, table);
  cab_text_out_add (out, "\n      }\n    }");
}

gboolean
cab_csv_write_metadata (const CabBundlePlan *plan, GOutputStream *stream, GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);
  const char *comma = "";

  cab_text_out_add (out, "{\n"
                         "  \"@context\": \"http://www.w3.org/ns/csvw\",\n"
                         "  \"dialect\": {\n"
                         "    \"encoding\": \"utf-8\",\n"
                         "    \"lineTerminators\": [\"\\r\\n\"],\n"
                         "    \"delimiter\": \",\",\n"
                         "    \"quoteChar\": \"\\\"\",\n"
                         "    \"doubleQuote\": true,\n"
                         "    \"header\": true\n"
                         "  },\n"
                         "  \"tables\": [\n");
  for (guint i = 0; i < plan->n_tables; i++)
    {
      if (plan->tables[i].n_records == 0 || plan->tables[i].in_journal)
        continue;
      cab_text_out_add (out, comma);
      add_table (out, &plan->tables[i]);
      comma = ",\n";
    }
  cab_text_out_add (out, "\n  ]\n}\n");

  return cab_text_out_flush (out, error);
}
