/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-chart-card.h"

#include <glib/gi18n.h>

#include "cab-chart-view.h"
#include "cab-computer.h"

struct _CabChartCard
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title_label;
  CabChartView *chart_view;
  GtkLabel *sentence_label;
  GtkToggleButton *table_button;
  GtkColumnView *table_view;
};

G_DEFINE_FINAL_TYPE (CabChartCard, cab_chart_card, ADW_TYPE_BIN)

/* Each row of the table is a list of strings, one a column. */
static GListModel *
make_rows (CabChartModel *model)
{
  GListStore *rows = g_list_store_new (GTK_TYPE_STRING_LIST);

  for (guint i = 0; i < model->rows->len; i++)
    {
      g_autoptr (GtkStringList) row
          = gtk_string_list_new ((const char *const *)model->rows->pdata[i]);

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkStringList *row = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_list_get_string (row, GPOINTER_TO_UINT (column)));
}

static void
add_column (CabChartCard *self, const char *heading, guint position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GUINT_TO_POINTER (position));
  column = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->table_view, column);
}

static void
show_table (CabChartCard *self, CabChartModel *model)
{
  GListModel *columns = gtk_column_view_get_columns (self->table_view);
  g_autoptr (GtkSelectionModel) rows = NULL;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table_view, column);
    }
  for (guint i = 0; i < model->headings->len; i++)
    add_column (self, model->headings->pdata[i], i);

  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (make_rows (model)));
  gtk_column_view_set_model (self->table_view, rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  model->title, -1);
}

void
cab_chart_card_set_model (CabChartCard *self, CabChartModel *model)
{
  gboolean is_shown = model != NULL && !cab_chart_model_is_empty (model);

  g_return_if_fail (CAB_IS_CHART_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  cab_chart_view_set_model (self->chart_view, is_shown ? model : NULL);
  if (!is_shown)
    return;

  gtk_label_set_label (self->title_label, model->title);
  gtk_label_set_label (self->sentence_label, model->sentence);
  show_table (self, model);
}

static void
cab_chart_card_class_init (CabChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CAB_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/mood/cab-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, chart_view);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, table_view);
}

static void
cab_chart_card_init (CabChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_computer_bind (CAB_COMPUTER_CHART_AS_TABLE, self->table_button, "active");
}
