/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-basis-row.h"

#include <glib/gi18n.h>

struct _CabBasisRow
{
  AdwExpanderRow parent_instance;

  const CabKind *kind;

  /* Template */
  AdwComboRow *basis6_row;
  AdwComboRow *basis9_row;
  AdwButtonRow *fill_row;

  /* State */
  guint is_filling : 1;
};

enum
{
  CHOSEN,
  FILL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabBasisRow, cab_basis_row, ADW_TYPE_EXPANDER_ROW)

static void
fill_choices (AdwComboRow *row, const CabCodes *codes)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (gsize i = 0; i < codes->n_codes; i++)
    gtk_string_list_append (labels, _ (codes->codes[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
on_selected_cb (CabBasisRow *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_fill_cb (CabBasisRow *self)
{
  g_signal_emit (self, signals[FILL], 0);
}

CabBasisRow *
cab_basis_row_new (const CabKind *kind, CabOpenPractice *practice)
{
  CabBasisRow *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_BASIS_ROW, "title", _ (kind->label_plural), NULL);
  self->kind = kind;
  g_object_bind_property (practice, "writable", self->basis6_row, "sensitive",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (practice, "writable", self->basis9_row, "sensitive",
                          G_BINDING_SYNC_CREATE);

  return self;
}

const CabKind *
cab_basis_row_get_kind (CabBasisRow *self)
{
  g_return_val_if_fail (CAB_IS_BASIS_ROW (self), NULL);

  return self->kind;
}

void
cab_basis_row_get_chosen (CabBasisRow *self, CabBasis6 *basis6, CabBasis9 *basis9)
{
  g_return_if_fail (CAB_IS_BASIS_ROW (self));
  g_return_if_fail (basis6 != NULL && basis9 != NULL);

  *basis6 = (CabBasis6)adw_combo_row_get_selected (self->basis6_row);
  *basis9 = (CabBasis9)adw_combo_row_get_selected (self->basis9_row);
}

/* "Contract · Health or social care · 543 without a basis" */
static char *
dup_summary (CabBasis6 basis6, CabBasis9 basis9, gint64 n_unset)
{
  g_autoptr (GString) summary = g_string_new (_ (cab_basis6_codes.codes[basis6].label));

  if (basis9 != CAB_BASIS9_NONE)
    g_string_append_printf (summary, " · %s", _ (cab_basis9_codes.codes[basis9].label));
  if (n_unset > 0)
    {
      g_string_append (summary, " · ");
      g_string_append_printf (
          summary, ngettext ("%u without a basis", "%u without a basis", (gulong)n_unset),
          (guint)n_unset);
    }

  return g_string_free_and_steal (g_steal_pointer (&summary));
}

static void
show_unset (CabBasisRow *self, CabBasis6 basis6, gint64 n_unset)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("_Set for %u That Has None", "_Set for %u That Have None", (gulong)n_unset),
      (guint)n_unset);
  gboolean was_shown = gtk_widget_get_visible (GTK_WIDGET (self->fill_row));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fill_row), label);
  gtk_widget_set_visible (GTK_WIDGET (self->fill_row), n_unset > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fill_row),
                            basis6 != CAB_BASIS6_NOT_APPLICABLE
                                && gtk_widget_get_sensitive (GTK_WIDGET (self->basis6_row)));
  if (n_unset > 0 && !was_shown)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

void
cab_basis_row_show (CabBasisRow *self, CabBasis6 basis6, CabBasis9 basis9, gint64 n_unset)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (CAB_IS_BASIS_ROW (self));

  summary = dup_summary (basis6, basis9, n_unset);
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->basis6_row, (guint)basis6);
  adw_combo_row_set_selected (self->basis9_row, (guint)basis9);
  self->is_filling = FALSE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  show_unset (self, basis6, n_unset);
}

static void
cab_basis_row_class_init (CabBasisRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", CAB_TYPE_BASIS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[FILL] = g_signal_new ("fill", CAB_TYPE_BASIS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/preferences/cab-basis-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CabBasisRow, basis6_row);
  gtk_widget_class_bind_template_child (widget_class, CabBasisRow, basis9_row);
  gtk_widget_class_bind_template_child (widget_class, CabBasisRow, fill_row);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fill_cb);
}

static void
cab_basis_row_init (CabBasisRow *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self->basis6_row, &cab_basis6_codes);
  fill_choices (self->basis9_row, &cab_basis9_codes);
  self->is_filling = FALSE;
}
