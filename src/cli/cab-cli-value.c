/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-value.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-client.h"
#include "cab-contact.h"
#include "cab-practice-settings.h"
#include "cab-when.h"

/* How a record is named where another one refers to it. */
static char *
dup_name_of (CabCli *cli, const char *target, const char *id)
{
  const CabKind *kind = cab_kind_find (target);
  g_autoptr (CabRecord) record = NULL;
  g_autofree char *description = NULL;

  record = cab_practice_load (cab_cli_get_practice (cli), kind, id, NULL);
  if (record == NULL)
    return g_strdup (id);
  if (CAB_IS_CLIENT (record))
    return cab_record_dup_text (record, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE));

  description = cab_record_dup_description (record);
  return description != NULL ? g_steal_pointer (&description) : g_strdup (id);
}

static char *
dup_labels (const CabField *field, const char *codes)
{
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *label = cab_codes_get_label (field->codes, words[i]);

      g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", label != NULL ? label : words[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&labels));
}

static char *
dup_instant_on_clock (CabCli *cli, const char *instant)
{
  CabRecord *settings = cab_practice_get_settings (cab_cli_get_practice (cli));
  const char *zone = settings != NULL
                         ? cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_ZONE))
                         : "UTC";
  char *local = cab_when_dup_local (instant, zone);

  return local != NULL ? g_strdelimit (local, "T", ' ') : g_strdup (instant);
}

char *
cab_cli_value_dup_shown (CabCli *cli, CabRecord *record, guint index)
{
  const CabField *field;
  g_autofree char *text = NULL;

  g_return_val_if_fail (cli != NULL, NULL);
  g_return_val_if_fail (CAB_IS_RECORD (record), NULL);

  if (cab_record_is_none (record, index))
    return NULL;

  field = cab_kind_get_field (cab_record_get_kind (record), index);
  text = cab_record_dup_text (record, index);

  switch (field->type)
    {
    case CAB_FIELD_CODE:
    case CAB_FIELD_CODES:
      return dup_labels (field, text);
    case CAB_FIELD_BOOL:
      return g_strdup (cab_record_get_bool (record, index) ? _ ("yes") : _ ("no"));
    case CAB_FIELD_REF:
      return dup_name_of (cli, field->target, text);
    case CAB_FIELD_INSTANT:
      return dup_instant_on_clock (cli, text);
    case CAB_FIELD_LOCAL:
      return g_strdelimit (g_steal_pointer (&text), "T", ' ');
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_DIGEST:
      return g_steal_pointer (&text);
    case CAB_FIELD_BYTES:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

char *
cab_cli_value_dup_column (CabCli *cli, CabRecord *record, const char *column)
{
  int index;

  g_return_val_if_fail (CAB_IS_RECORD (record), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  if (strcmp (column, "name") == 0 && CAB_IS_CLIENT (record))
    return cab_client_dup_shown_name (record);
  if (strcmp (column, "name") == 0 && CAB_IS_CONTACT (record))
    return cab_contact_dup_shown_name (record);

  index = cab_kind_find_field (cab_record_get_kind (record), column);
  g_return_val_if_fail (index >= 0, NULL);

  return cab_cli_value_dup_shown (cli, record, (guint)index);
}

const char *
cab_cli_value_get_label (const CabKind *kind, const char *column)
{
  int index;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (column != NULL, NULL);

  if (strcmp (column, "name") == 0 && (kind == &cab_client_kind || kind == &cab_contact_kind))
    return _ ("Name");

  index = cab_kind_find_field (kind, column);
  g_return_val_if_fail (index >= 0, NULL);

  return g_dgettext (GETTEXT_PACKAGE, cab_kind_get_field (kind, (guint)index)->label);
}
