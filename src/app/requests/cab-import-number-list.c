/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-number-list.h"

struct _CabImportNumberList
{
  AdwBin parent_instance;

  /* Template */
  AdwComboRow *heading_row;
  AdwEntryRow *minimum_row;
  AdwEntryRow *maximum_row;
  AdwEntryRow *unit_row;
};

G_DEFINE_FINAL_TYPE (CabImportNumberList, cab_import_number_list, ADW_TYPE_BIN)

void
cab_import_number_list_show (CabImportNumberList *self, GListModel *headings)
{
  g_return_if_fail (CAB_IS_IMPORT_NUMBER_LIST (self));

  adw_combo_row_set_model (self->heading_row, headings);
}

void
cab_import_number_list_ask (CabImportNumberList *self,
                            const char *const *headings,
                            CabImportAsked *asked)
{
  guint selected;

  g_return_if_fail (CAB_IS_IMPORT_NUMBER_LIST (self));

  selected = adw_combo_row_get_selected (self->heading_row);
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  cab_import_asked_add_number (asked, headings[selected - 1],
                               gtk_editable_get_text (GTK_EDITABLE (self->minimum_row)),
                               gtk_editable_get_text (GTK_EDITABLE (self->maximum_row)),
                               gtk_editable_get_text (GTK_EDITABLE (self->unit_row)));
}

static void
update (CabImportNumberList *self)
{
  guint selected = adw_combo_row_get_selected (self->heading_row);
  gboolean is_chosen = selected != 0 && selected != GTK_INVALID_LIST_POSITION;

  gtk_widget_set_visible (GTK_WIDGET (self->minimum_row), is_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->maximum_row), is_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), is_chosen);
}

static void
cab_import_number_list_class_init (CabImportNumberListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-import-number-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CabImportNumberList, heading_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportNumberList, minimum_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportNumberList, maximum_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportNumberList, unit_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
cab_import_number_list_init (CabImportNumberList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
