/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-fact.h"

#include <glib/gi18n.h>

#include "cab-blank.h"
#include "cab-format.h"

static const char *
get_label (const CabCodes *codes, const char *code)
{
  int position = cab_codes_find (codes, code);

  return position >= 0 ? _ (codes->codes[position].label) : code;
}

static char *
dup_labels (const CabCodes *codes, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer)get_label (codes, words[i]));
  g_ptr_array_add (labels, NULL);

  /* Translators: between the items of a list */
  return g_strjoinv (_ (", "), (char **)labels->pdata);
}

char *
cab_fact_dup_words (CabRecord *record, guint field)
{
  const CabField *row;
  g_autofree char *text = NULL;

  g_return_val_if_fail (CAB_IS_RECORD (record), NULL);

  row = cab_kind_get_field (cab_record_get_kind (record), field);
  text = cab_record_dup_text (record, field);
  if (text == NULL || g_str_equal (text, "not-asked"))
    return NULL;

  switch (row->type)
    {
    case CAB_FIELD_CODE:
      return g_strdup (get_label (row->codes, text));
    case CAB_FIELD_CODES:
      return dup_labels (row->codes, text);
    case CAB_FIELD_BOOL:
      return g_str_equal (text, "true") ? g_strdup (_ ("Yes")) : NULL;
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
      return cab_format_date (text);
    case CAB_FIELD_LOCAL:
      return cab_format_local (text);
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_INSTANT:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
    case CAB_FIELD_DIGEST:
      return g_steal_pointer (&text);
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_BYTES:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

static GtkWidget *
make_row (const CabField *field, const char *words, CabOpenPractice *practice)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ (field->why));
  gtk_widget_add_css_class (row, "property");
  if ((field->flags & (CAB_FLAG_IDENTIFIES | CAB_FLAG_SENSITIVE)) != 0)
    cab_blank_row (ADW_ACTION_ROW (row), practice);

  return row;
}

AdwPreferencesGroup *
cab_fact_make_section (CabRecord *record,
                       const CabLayoutSection *section,
                       CabOpenPractice *practice)
{
  AdwPreferencesGroup *group = NULL;

  g_return_val_if_fail (CAB_IS_RECORD (record), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  for (gsize i = 0; i < section->n_fields; i++)
    {
      g_autofree char *words = cab_fact_dup_words (record, section->fields[i]);

      if (words == NULL)
        continue;
      if (group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          if (section->title != NULL)
            adw_preferences_group_set_title (group, _ (section->title));
        }
      adw_preferences_group_add (
          group, make_row (cab_kind_get_field (cab_record_get_kind (record), section->fields[i]),
                           words, practice));
    }

  return group;
}
