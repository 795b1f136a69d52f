/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-people-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-import-column-row.h"

/* Characters of a value that are enough to tell a column by. */
#define LONGEST_VALUE 24

struct _CabImportPeoplePage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabImportFile *file;

  /* State */
  gboolean is_filling;
  guint shown_map; /* position of the map that is shown */

  /* Template */
  AdwComboRow *holds_row;
  AdwComboRow *map_row;
  AdwComboRow *encoding_row;
  AdwComboRow *status_row;
  GtkListBox *column_list;
  AdwComboRow *order_row;
  AdwComboRow *century_row;
  AdwSwitchRow *split_row;
  AdwSwitchRow *decode_row;
  AdwEntryRow *name_row;
  GtkLabel *refusal_label;
  GtkButton *next_button;
};

static guint reread_signal, next_signal, diary_signal, save_map_signal, load_map_signal;

G_DEFINE_FINAL_TYPE (CabImportPeoplePage, cab_import_people_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_values (CabCsvPeek *peek, guint column)
{
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < peek->rows->len; i++)
    {
      GStrv row = peek->rows->pdata[i];
      g_autofree char *shown = NULL;
      g_autofree char *cut = NULL;

      if (column >= g_strv_length (row) || *row[column] == '\0')
        continue;
      shown = cab_export_escape (row[column], -1);
      cut = g_utf8_strlen (shown, -1) > LONGEST_VALUE ? g_utf8_substring (shown, 0, LONGEST_VALUE)
                                                      : g_strdup (shown);
      g_string_append_printf (values, "%s%s", values->len > 0 ? " · " : "", cut);
    }

  return g_string_free (values, FALSE);
}

static void
show_columns (CabImportPeoplePage *self)
{
  CabCsvPeek *peek = self->file->peek;

  gtk_list_box_remove_all (self->column_list);
  for (guint i = 0; peek->headings[i] != NULL; i++)
    {
      g_autofree char *values = dup_values (peek, i);
      const char *target = cab_client_map_get_target (self->file->map, peek->headings[i]);

      gtk_list_box_append (self->column_list,
                           cab_import_column_row_new (peek->headings[i], values, target));
    }
}

/* The first is the one that comes with Cabinet; the others are kept in the practice. */
static void
show_maps (CabImportPeoplePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *current = cab_client_map_get_name (self->file->map);
  guint selected = 0;

  gtk_string_list_append (names, _ ("What Cabinet knows"));
  for (guint i = 0; self->file->map_names[i] != NULL; i++)
    {
      gtk_string_list_append (names, self->file->map_names[i]);
      if (g_str_equal (self->file->map_names[i], current))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->map_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->map_row, selected);
  self->shown_map = selected;
  gtk_widget_set_visible (GTK_WIDGET (self->map_row), self->file->map_names[0] != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row),
                         g_str_equal (current, CAB_CLIENT_MAP_BUILT_IN) ? "" : current);
}

void
cab_import_people_page_show (CabImportPeoplePage *self, CabImportFile *file)
{
  g_return_if_fail (CAB_IS_IMPORT_PEOPLE_PAGE (self));
  g_return_if_fail (file != NULL && file->peek != NULL);

  g_clear_pointer (&self->file, cab_import_file_unref);
  self->file = cab_import_file_ref (file);

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->holds_row, 0);
  show_maps (self);
  adw_combo_row_set_selected (self->encoding_row, file->needs_encoding ? CAB_CSV_ENCODING_UNKNOWN
                                                                       : file->peek->encoding);
  adw_combo_row_set_selected (self->order_row,
                              cab_client_map_get_date_order (file->map, "date_of_birth"));
  adw_switch_row_set_active (self->split_row, cab_client_map_get_splits_names (file->map));
  adw_switch_row_set_active (self->decode_row, cab_client_map_get_decodes (file->map));
  show_columns (self);
  self->is_filling = FALSE;

  cab_import_people_page_set_busy (self, FALSE);
  cab_import_people_page_refuse (
      self, file->needs_encoding ? _ ("How its letters are written cannot be told. Choose it: the "
                                      "values of the columns show which is right.")
                                 : NULL);
}

static CabImportColumnRow *
get_column (CabImportPeoplePage *self, int position)
{
  return CAB_IMPORT_COLUMN_ROW (gtk_list_box_get_row_at_index (self->column_list, position));
}

/* What is chosen for dates holds for each column of them. */
static void
set_dates (CabImportPeoplePage *self, CabClientMap *map, const char *field)
{
  static const guint centuries[] = { 0, 1900, 2000 };
  CabDateOrder order = (CabDateOrder)adw_combo_row_get_selected (self->order_row);
  guint century = centuries[adw_combo_row_get_selected (self->century_row)];

  if (order != CAB_DATE_ORDER_UNKNOWN)
    cab_client_map_set_date_order (map, field, order);
  if (century != 0)
    cab_client_map_set_century (map, field, century);
}

/* What a kept map says stays, under the new choices and, it may be, a new name. */
static CabClientMap *
make_map (CabImportPeoplePage *self)
{
  g_autofree char *text = cab_client_map_dup_text (self->file->map);
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  CabClientMap *map
      = cab_client_map_new_from_text (*name != '\0' ? name : CAB_CLIENT_MAP_BUILT_IN, text, NULL);

  for (int i = 0; gtk_list_box_get_row_at_index (self->column_list, i) != NULL; i++)
    {
      CabImportColumnRow *row = get_column (self, i);
      const char *heading = cab_import_column_row_get_heading (row);
      const char *target = cab_import_column_row_get_target (row);
      const char *known = cab_client_map_get_target (map, heading);

      if (g_strcmp0 (known != NULL ? known : CAB_CLIENT_TARGET_LEAVE, target) != 0)
        cab_client_map_set_target (map, heading, target);
      if (cab_import_column_row_is_date (row))
        set_dates (self, map, target);
    }
  cab_client_map_set_encoding (map, self->file->peek->encoding);
  cab_client_map_set_splits_names (map, adw_switch_row_get_active (self->split_row));
  cab_client_map_set_decodes (map, adw_switch_row_get_active (self->decode_row));

  return map;
}

void
cab_import_people_page_ask (CabImportPeoplePage *self, CabImportAsked *asked)
{
  guint map;

  g_return_if_fail (CAB_IS_IMPORT_PEOPLE_PAGE (self));

  map = adw_combo_row_get_selected (self->map_row);
  asked->encoding = (CabCsvEncoding)adw_combo_row_get_selected (self->encoding_row);
  asked->map_name = map > 0 ? g_strdup (self->file->map_names[map - 1]) : NULL;
  asked->map_path = map == self->shown_map ? g_strdup (self->file->map_path) : NULL;
  asked->file = cab_import_file_ref (self->file);
  asked->map = make_map (self);
  asked->status = adw_combo_row_get_selected (self->status_row) == 0 ? CAB_CLIENT_STATUS_ENQUIRY
                                                                     : CAB_CLIENT_STATUS_ARCHIVED;
}

void
cab_import_people_page_tell (CabImportPeoplePage *self, const char *sentence)
{
  g_return_if_fail (CAB_IS_IMPORT_PEOPLE_PAGE (self));
  g_return_if_fail (sentence != NULL);

  cab_import_people_page_refuse (self, sentence);
  gtk_widget_remove_css_class (GTK_WIDGET (self->refusal_label), "error");
}

void
cab_import_people_page_refuse (CabImportPeoplePage *self, const char *sentence)
{
  g_return_if_fail (CAB_IS_IMPORT_PEOPLE_PAGE (self));

  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal_label), "error");
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self->refusal_label), sentence);
}

void
cab_import_people_page_set_busy (CabImportPeoplePage *self, gboolean is_busy)
{
  g_return_if_fail (CAB_IS_IMPORT_PEOPLE_PAGE (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button),
                            !is_busy && self->file != NULL && !self->file->needs_encoding);
}

static void
on_holds_cb (CabImportPeoplePage *self)
{
  if (!self->is_filling && self->file != NULL && adw_combo_row_get_selected (self->holds_row) == 1)
    g_signal_emit (self, diary_signal, 0);
}

static void
on_reread_cb (CabImportPeoplePage *self)
{
  if (!self->is_filling && self->file != NULL)
    g_signal_emit (self, reread_signal, 0);
}

static void
on_next_cb (CabImportPeoplePage *self)
{
  g_signal_emit (self, next_signal, 0);
}

static void
on_save_map_cb (CabImportPeoplePage *self)
{
  g_signal_emit (self, save_map_signal, 0);
}

static void
on_load_map_cb (CabImportPeoplePage *self)
{
  g_signal_emit (self, load_map_signal, 0);
}

static void
cab_import_people_page_finalize (GObject *object)
{
  g_clear_pointer (&CAB_IMPORT_PEOPLE_PAGE (object)->file, cab_import_file_unref);

  G_OBJECT_CLASS (cab_import_people_page_parent_class)->finalize (object);
}

static void
cab_import_people_page_class_init (CabImportPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_import_people_page_finalize;

  reread_signal = g_signal_new ("reread", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  next_signal = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  diary_signal = g_signal_new ("diary", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  save_map_signal = g_signal_new ("save-map", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  load_map_signal = g_signal_new ("load-map", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-import-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, holds_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, map_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, status_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, column_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, order_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, century_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, split_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, decode_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabImportPeoplePage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_holds_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_load_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
}

static void
cab_import_people_page_init (CabImportPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
