/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-log-filter-dialog.h"

#include <glib/gi18n.h>

#include "cab-blank.h"
#include "cab-go-to-dialog.h"
#include "cab-refusal-row.h"
#include "cab-when.h"
#include "cab-word.h"

struct _CabLogFilterDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabLogFilter *filter;

  /* Template */
  AdwActionRow *client_row;
  GtkButton *choose_button;
  GtkButton *everyone_button;
  AdwComboRow *code_row;
  AdwEntryRow *from_row;
  CabRefusalRow *from_refusal_row;
  AdwEntryRow *to_row;
  CabRefusalRow *to_refusal_row;
  GtkButton *show_button;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CabLogFilterDialog, cab_log_filter_dialog, ADW_TYPE_DIALOG)

static void
show_client (CabLogFilterDialog *self)
{
  adw_action_row_set_subtitle (self->client_row, self->filter->client != NULL
                                                     ? self->filter->client
                                                     : C_ ("filter", "Everyone"));
  cab_blank_row (self->client_row, self->practice);
  gtk_widget_set_visible (GTK_WIDGET (self->everyone_button), self->filter->client_id != NULL);
}

static void
on_client_chosen_cb (CabLogFilterDialog *self, const char *id, const char *name)
{
  g_set_str (&self->filter->client_id, id);
  g_set_str (&self->filter->client, name);
  show_client (self);
}

static void
on_choose_cb (CabLogFilterDialog *self)
{
  AdwDialog *dialog = cab_go_to_dialog_new_chooser (self->practice);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_client_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_everyone_cb (CabLogFilterDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_button));
  on_client_chosen_cb (self, NULL, NULL);
}

/* Takes the date that stands in a row; none is no border. */
static gboolean
take_date (AdwEntryRow *row, CabRefusalRow *refusal_row, char **date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean is_good = *text == '\0' || cab_when_is_date (text);

  cab_refusal_row_show (refusal_row, GTK_WIDGET (row),
                        is_good ? NULL : _ ("Write a date as 2025-10-03"));
  if (is_good)
    g_set_str (date, *text != '\0' ? text : NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return is_good;
}

static gboolean
is_in_order (CabLogFilterDialog *self)
{
  if (self->filter->from == NULL || self->filter->to == NULL
      || strcmp (self->filter->from, self->filter->to) <= 0)
    return TRUE;

  cab_refusal_row_show (self->to_refusal_row, GTK_WIDGET (self->to_row),
                        _ ("This is before the first day"));
  gtk_widget_grab_focus (GTK_WIDGET (self->to_row));
  return FALSE;
}

static void
on_show_cb (CabLogFilterDialog *self)
{
  /* The first of two that are refused keeps the focus. */
  gboolean is_to_good = take_date (self->to_row, self->to_refusal_row, &self->filter->to);
  gboolean is_from_good = take_date (self->from_row, self->from_refusal_row, &self->filter->from);

  if (!is_from_good || !is_to_good || !is_in_order (self))
    return;

  self->filter->code = (int)adw_combo_row_get_selected (self->code_row) - 1;
  g_signal_emit (self, chosen_signal, 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
fill_codes (CabLogFilterDialog *self, const CabCodes *codes)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("filter", "All"));
  for (gsize i = 0; i < codes->n_codes; i++)
    gtk_string_list_append (names, _ (codes->codes[i].label));
  adw_combo_row_set_model (self->code_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->code_row, (guint)(self->filter->code + 1));
}

CabLogFilterDialog *
cab_log_filter_dialog_new (CabOpenPractice *practice,
                           const CabLogFilter *filter,
                           const CabCodes *codes,
                           const char *title)
{
  CabLogFilterDialog *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (filter != NULL, NULL);
  g_return_val_if_fail (codes != NULL, NULL);

  self = g_object_new (CAB_TYPE_LOG_FILTER_DIALOG, NULL);
  self->practice = g_object_ref (practice);
  self->filter = cab_log_filter_copy (filter);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->client_row),
                                 cab_word (cab_open_practice_get_word (practice), "client"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->code_row), title);
  fill_codes (self, codes);
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), filter->from != NULL ? filter->from : "");
  gtk_editable_set_text (GTK_EDITABLE (self->to_row), filter->to != NULL ? filter->to : "");
  show_client (self);

  return self;
}

const CabLogFilter *
cab_log_filter_dialog_get_filter (CabLogFilterDialog *self)
{
  g_return_val_if_fail (CAB_IS_LOG_FILTER_DIALOG (self), NULL);

  return self->filter;
}

static void
cab_log_filter_dialog_finalize (GObject *object)
{
  CabLogFilterDialog *self = CAB_LOG_FILTER_DIALOG (object);

  g_clear_object (&self->practice);
  g_clear_pointer (&self->filter, cab_log_filter_free);

  G_OBJECT_CLASS (cab_log_filter_dialog_parent_class)->finalize (object);
}

static void
cab_log_filter_dialog_class_init (CabLogFilterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_log_filter_dialog_finalize;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAB_TYPE_REFUSAL_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-log-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, client_row);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, everyone_button);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, from_refusal_row);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, to_refusal_row);
  gtk_widget_class_bind_template_child (widget_class, CabLogFilterDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_everyone_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
}

static void
cab_log_filter_dialog_init (CabLogFilterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
