/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-html-private.h"

#include "cab-exporter-data.h"
#include "cab-practice-settings.h"
#include "cab-when.h"

#include <string.h>

GBytes *
cab_html_get_style (void)
{
  return cab_exporter_data_get ("bundle.css");
}

static char *
dup_style_hash (const char *style, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *)style, (gssize)length);
  g_checksum_get_digest (checksum, digest, &size);

  return g_base64_encode (digest, size);
}

void
cab_html_begin (CabTextOut *out, const char *title, const char *heading)
{
  g_autoptr (GBytes) style = cab_html_get_style ();
  gsize length;
  const char *text = g_bytes_get_data (style, &length);
  g_autofree char *hash = dup_style_hash (text, length);

  cab_text_out_add (out, "<!DOCTYPE html>\n"
                         "<html lang=\"en\" dir=\"ltr\">\n"
                         "<head>\n"
                         "<meta charset=\"utf-8\">\n");
  cab_text_out_add_format (out,
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                           "'none'; style-src 'sha256-%s'; base-uri 'none'; form-action "
                           "'none'\">\n",
                           hash);
  cab_text_out_add (out, "<meta name=\"referrer\" content=\"no-referrer\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, "
                         "initial-scale=1\">\n");
  cab_html_add_element (out, "title", title);
  cab_text_out_add (out, "<style>");
  cab_text_out_add_bytes (out, text, length);
  cab_text_out_add (out, "</style>\n</head>\n<body>\n<header>\n");
  cab_html_add_element (out, "h1", heading);
}

void
cab_html_end (CabTextOut *out)
{
  cab_text_out_add (out, "</body>\n</html>\n");
}

void
cab_html_add_element (CabTextOut *out, const char *name, const char *text)
{
  cab_text_out_add_format (out, "<%s>", name);
  cab_text_out_add_html (out, text);
  cab_text_out_add_format (out, "</%s>\n", name);
}

static const char *
get_month (const char *digits)
{
  static const char *const months[]
      = { "January", "February", "March",     "April",   "May",      "June",
          "July",    "August",   "September", "October", "November", "December" };
  int month = (digits[0] - '0') * 10 + digits[1] - '0';

  return month >= 1 && month <= 12 ? months[month - 1] : digits;
}

/* Written out here and not by strftime, so that equal records give equal pages
 * in every locale [B-25]. */
char *
cab_html_dup_date (const char *date)
{
  switch (strlen (date))
    {
    case 4:
      return g_strdup (date);
    case 7:
      return g_strdup_printf ("%s %.4s", get_month (date + 5), date);
    default:
      return g_strdup_printf ("%d %s %.4s", (date[8] - '0') * 10 + date[9] - '0',
                              get_month (date + 5), date);
    }
}

char *
cab_html_dup_local (const char *local)
{
  g_autofree char *date = cab_html_dup_date (local);

  return g_strdup_printf ("%s, %.5s", date, local + strlen ("2026-03-02T"));
}

char *
cab_html_dup_instant (const char *instant, const char *zone)
{
  g_autofree char *local = cab_when_dup_local (instant, zone);

  return local == NULL ? g_strdup (instant) : cab_html_dup_local (local);
}

const char *
cab_html_get_practice (const CabBundlePlan *plan, const char *field)
{
  int index = cab_kind_find_field (&cab_practice_kind, field);

  return plan->settings == NULL || index < 0 ? NULL
                                             : cab_record_get_text (plan->settings, (guint)index);
}

const char *
cab_html_get_zone (const CabBundlePlan *plan)
{
  const char *zone = cab_html_get_practice (plan, "zone");

  return zone == NULL ? "UTC" : zone;
}

static char *
dup_code_label (const CabField *field, const char *code)
{
  int position = cab_codes_find (field->codes, code);

  return g_strdup (position < 0 ? code : field->codes->codes[position].label);
}

static char *
dup_code_labels (const CabField *field, const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      char *label = dup_code_label (field, list[i]);

      g_free (list[i]);
      list[i] = label;
    }

  return g_strjoinv (", ", list);
}

static char *
dup_local_with_zone (const CabBundleTable *table, CabRecord *record, guint field, const char *text)
{
  g_autofree char *scratch = NULL;
  const char *zone = cab_bundle_table_get_text (table, record, field + 1, &scratch);
  g_autofree char *local = cab_html_dup_local (text);

  return zone == NULL ? g_steal_pointer (&local) : g_strdup_printf ("%s (%s)", local, zone);
}

char *
cab_html_dup_value (const CabBundleTable *table, CabRecord *record, guint field)
{
  const CabField *entry = cab_kind_get_field (table->kind, field);
  g_autofree char *scratch = NULL;
  const char *text = cab_bundle_table_get_text (table, record, field, &scratch);

  if (text == NULL)
    return NULL;

  switch (entry->type)
    {
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
      return cab_html_dup_date (text);
    case CAB_FIELD_INSTANT:
      return cab_html_dup_instant (text, cab_html_get_zone (table->plan));
    case CAB_FIELD_LOCAL:
      return dup_local_with_zone (table, record, field, text);
    case CAB_FIELD_BOOL:
      return g_strdup (strcmp (text, "true") == 0 ? "Yes" : "No");
    case CAB_FIELD_CODE:
      return dup_code_label (entry, text);
    case CAB_FIELD_CODES:
      return dup_code_labels (entry, text);
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_DIGEST:
    case CAB_FIELD_BYTES:
      return g_strdup (text);
    }

  g_return_val_if_reached (NULL);
}

/* The first field of a record that says what it is, and the first that says
 * when it was; both only if they are told. */
char *
cab_html_dup_heading (const CabBundlePlan *plan, CabRecord *record)
{
  static const char *const names[]
      = { "title",       "label",          "word",         "display_name", "preferred_name",
          "family_name", "given_name",     "organisation", "name",         "purpose",
          "reference",   "recipient_name", "event",        "note_kind" };
  const CabKind *kind = cab_record_get_kind (record);
  const CabBundleTable *table = cab_bundle_plan_get_table (plan, kind);
  g_autoptr (GString) heading = g_string_new (kind->label);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int field = cab_kind_find_field (kind, names[i]);
      g_autofree char *value = field < 0 ? NULL : cab_html_dup_value (table, record, (guint)field);

      if (value == NULL)
        continue;
      g_string_append_printf (heading, " · %s", value);
      break;
    }
  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (kind); i++)
    {
      CabFieldType type = cab_kind_get_field (kind, i)->type;
      g_autofree char *value = NULL;

      if (kind->owner == CAB_NO_OWNER
          || (type != CAB_FIELD_LOCAL && type != CAB_FIELD_DATE && type != CAB_FIELD_INSTANT))
        continue;
      value = cab_html_dup_value (table, record, i);
      if (value == NULL)
        continue;
      g_string_append_printf (heading, " · %s", value);
      break;
    }

  return g_strdup (heading->str);
}
