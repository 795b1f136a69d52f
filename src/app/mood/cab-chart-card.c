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

  /* Owned */
  CabChartModel *model;

  /* Template */
  GtkLabel *title_label;
  CabChartView *chart_view;
  GtkLabel *sentence_label;
  AdwToggleGroup *view_group;
  GtkStack *stack;
  GtkColumnView *table_view;
};

enum
{
  PROP_AS_TABLE = 1,
  N_PROPS
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_EXPORT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

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

  g_clear_pointer (&self->model, cab_chart_model_unref);
  self->model = is_shown ? cab_chart_model_ref (model) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  cab_chart_view_set_model (self->chart_view, is_shown ? model : NULL);
  if (!is_shown)
    return;

  gtk_label_set_label (self->title_label, model->title);
  gtk_label_set_label (self->sentence_label, model->sentence);
  show_table (self, model);
}

CabChartModel *
cab_chart_card_get_model (CabChartCard *self)
{
  g_return_val_if_fail (CAB_IS_CHART_CARD (self), NULL);

  return self->model;
}

static void
on_open_cb (CabChartCard *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
}

/* Chart or table is one choice for all charts of this computer [W-94]. */
static void
on_view_chosen_cb (CabChartCard *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    adw_toggle_group_get_active_name (self->view_group));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_TABLE]);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_chart_view_open (CAB_CHART_CARD (widget)->chart_view);
}

static void
export_as (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (CAB_CHART_CARD (widget)->model != NULL)
    g_signal_emit (widget, signals[SIGNAL_EXPORT], 0, action + strlen ("chart.export-"));
}

#define MOOD N_ ("Mood and values")

/* Rows without an action: the chart owns these keys [W-94]. */
static const CabAction actions[] = {
  { NULL, NULL, "Left Right", N_ ("The point before, the point after"), MOOD, CAB_ACTION_ALWAYS,
    NULL },
  { NULL, NULL, "<Control>Left <Control>Right",
    N_ ("The point of the session before, of the session after"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { NULL, NULL, "Home End", N_ ("The first point, the last point"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { NULL, NULL, "Up Down", N_ ("The line above, the line below"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { NULL, NULL, "space", N_ ("Keep the point while the pointer moves"), MOOD, CAB_ACTION_ALWAYS,
    NULL },
  { NULL, NULL, "Return", N_ ("Open the entry of a point"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { "chart.open", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, open_chosen },
  { "chart.export-pdf", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_as },
  { "chart.export-svg", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_as },
  { "chart.export-csv", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_as },
};

CAB_DEFINE_ACTION_TABLE (cab_chart_actions, actions);

static void
cab_chart_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (
      value,
      g_strcmp0 (adw_toggle_group_get_active_name (CAB_CHART_CARD (object)->view_group), "table")
          == 0);
}

static void
cab_chart_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  adw_toggle_group_set_active_name (CAB_CHART_CARD (object)->view_group,
                                    g_value_get_boolean (value) ? "table" : "chart");
}

static void
cab_chart_card_finalize (GObject *object)
{
  g_clear_pointer (&CAB_CHART_CARD (object)->model, cab_chart_model_unref);

  G_OBJECT_CLASS (cab_chart_card_parent_class)->finalize (object);
}

static void
cab_chart_card_class_init (CabChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_chart_card_get_property;
  object_class->set_property = cab_chart_card_set_property;
  object_class->finalize = cab_chart_card_finalize;

  properties[PROP_AS_TABLE]
      = g_param_spec_boolean ("as-table", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EXPORT] = g_signal_new ("export", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CAB_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/mood/cab-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, chart_view);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, view_group);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, CabChartCard, table_view);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen_cb);
  cab_action_table_install (&cab_chart_actions, widget_class);
}

static void
cab_chart_card_init (CabChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->chart_view, "open", G_CALLBACK (on_open_cb), self);
  cab_computer_bind (CAB_COMPUTER_CHART_AS_TABLE, self, "as-table");
}
