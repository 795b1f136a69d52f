/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-refusal-row.h"

#include "cab-announce.h"
#include "cab-format.h"

struct _CabRefusalRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (CabRefusalRow, cab_refusal_row, ADW_TYPE_PREFERENCES_ROW)

const char *
cab_refusal_row_get_sentence (CabRefusalRow *self)
{
  g_return_val_if_fail (CAB_IS_REFUSAL_ROW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->label) : NULL;
}

void
cab_refusal_row_show (CabRefusalRow *self, GtkWidget *refused, const char *sentence)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CAB_IS_REFUSAL_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (refused));

  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  if (sentence == NULL)
    {
      gtk_label_set_label (self->label, "");
      gtk_widget_remove_css_class (refused, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (refused), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (refused),
                                     GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      return;
    }

  text = cab_format_lone (sentence);
  gtk_widget_add_css_class (refused, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (refused), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (refused), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                  self->label, NULL, -1);
  if (g_strcmp0 (gtk_label_get_label (self->label), text) != 0)
    cab_announce (refused, text);
  gtk_label_set_label (self->label, text);
}

static void
cab_refusal_row_class_init (CabRefusalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/common/cab-refusal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CabRefusalRow, label);
}

static void
cab_refusal_row_init (CabRefusalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
