/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-show.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-text.h"
#include "cab-cli-value.h"

/* Where values begin at the earliest and at the latest; a longer label pushes
 * its own value. */
#define NARROWEST_LABEL 21
#define WIDEST_LABEL 32

static void
show_line (CabCli *cli, const char *label, const char *value, guint label_width)
{
  g_autoptr (GString) line = g_string_new (label);
  g_autofree char *escaped = cab_cli_text_escape (value, CAB_CLI_LINES_ESCAPED);

  g_string_append_c (line, ':');
  cab_cli_text_append_padding (line, cab_cli_text_get_width (line->str), label_width);
  g_string_append_printf (line, " %s\n", escaped);
  cab_cli_print (cli, line->str);
}

void
cab_cli_show_line (CabCli *cli, const char *label, const char *value)
{
  g_return_if_fail (label != NULL);

  if (value != NULL)
    show_line (cli, label, value, NARROWEST_LABEL);
}

void
cab_cli_show_block (CabCli *cli, const char *label, const char *text)
{
  g_autofree char *escaped = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (label != NULL);

  if (text == NULL)
    return;

  escaped = cab_cli_text_escape (text, CAB_CLI_LINES_KEPT);
  lines = g_strsplit (escaped, "\n", -1);

  cab_cli_printf (cli, "%s:\n", label);
  for (guint i = 0; lines[i] != NULL; i++)
    cab_cli_printf (cli, "%s%s\n", *lines[i] != '\0' ? "  " : "", lines[i]);
}

static gboolean
is_shown_as_block (const CabField *field, const char *value)
{
  return field->type == CAB_FIELD_LONGTEXT
         && (strchr (value, '\n') != NULL || cab_cli_text_get_width (value) > 50);
}

static gboolean
is_field_shown (CabRecord *record, guint index)
{
  return cab_kind_has_field (cab_record_get_kind (record), index)
         && index != CAB_SYSTEM_CONTENT_DIGEST && !cab_record_is_none (record, index);
}

static const char *
get_label (CabRecord *record, guint index)
{
  return g_dgettext (GETTEXT_PACKAGE,
                     cab_kind_get_field (cab_record_get_kind (record), index)->label);
}

static guint
measure_labels (CabRecord *record)
{
  guint width = NARROWEST_LABEL;

  for (guint i = 0; i < cab_kind_get_n_fields (cab_record_get_kind (record)); i++)
    {
      if (is_field_shown (record, i))
        width = MAX (width, cab_cli_text_get_width (get_label (record, i)) + strlen (":"));
    }

  return MIN (width, WIDEST_LABEL);
}

static void
show_field (CabCli *cli, CabRecord *record, guint index, guint label_width)
{
  const CabField *field = cab_kind_get_field (cab_record_get_kind (record), index);
  const char *label = get_label (record, index);
  g_autofree char *value = cab_cli_value_dup_shown (cli, record, index);

  if (value == NULL)
    return;
  if (is_shown_as_block (field, value))
    cab_cli_show_block (cli, label, value);
  else
    show_line (cli, label, value, label_width);
}

void
cab_cli_show_record (CabCli *cli, CabRecord *record)
{
  guint label_width;
  guint n_fields;

  g_return_if_fail (cli != NULL);
  g_return_if_fail (CAB_IS_RECORD (record));

  label_width = measure_labels (record);
  n_fields = cab_kind_get_n_fields (cab_record_get_kind (record));

  for (guint i = CAB_N_SYSTEM_FIELDS; i < n_fields; i++)
    {
      if (is_field_shown (record, i))
        show_field (cli, record, i, label_width);
    }

  cab_cli_print (cli, "\n");
  for (guint i = 0; i < CAB_N_SYSTEM_FIELDS; i++)
    {
      if (is_field_shown (record, i))
        show_field (cli, record, i, label_width);
    }
}
