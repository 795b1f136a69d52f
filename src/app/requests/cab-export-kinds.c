/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-kinds.h"

#include <glib/gi18n.h>

struct _CabExportKinds
{
  AdwExpanderRow parent_instance;

  /* Owned; the kind is the check's data */
  GPtrArray *checks;
};

#define KIND "cab-kind"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabExportKinds, cab_export_kinds, ADW_TYPE_EXPANDER_ROW)

static guint
count_ticked (CabExportKinds *self)
{
  guint n_ticked = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n_ticked += gtk_check_button_get_active (self->checks->pdata[i]) ? 1 : 0;

  return n_ticked;
}

static void
update_subtitle (CabExportKinds *self)
{
  guint n_ticked = count_ticked (self);
  g_autofree char *counted = g_strdup_printf (
      /* Translators: how many kinds of record go, of how many */
      _ ("%1$u of %2$u"), n_ticked, self->checks->len);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 n_ticked == self->checks->len ? _ ("All") : counted);
}

static void
on_toggled_cb (CabExportKinds *self)
{
  update_subtitle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_kind (CabExportKinds *self, const CabExportKind *held)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, held->n_held);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (held->kind->label_plural));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (held->kind->label_plural), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (check), KIND, (gpointer)held->kind);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, g_object_ref (check));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

void
cab_export_kinds_show (CabExportKinds *self, GArray *kinds)
{
  g_return_if_fail (CAB_IS_EXPORT_KINDS (self));
  g_return_if_fail (kinds != NULL);

  if (self->checks->len > 0)
    return;

  for (guint i = 0; i < kinds->len; i++)
    add_kind (self, &g_array_index (kinds, CabExportKind, i));
  update_subtitle (self);
}

char *
cab_export_kinds_dup_chosen (CabExportKinds *self)
{
  GString *names;

  g_return_val_if_fail (CAB_IS_EXPORT_KINDS (self), NULL);

  if (count_ticked (self) == self->checks->len)
    return NULL;

  names = g_string_new (NULL);
  for (guint i = 0; i < self->checks->len; i++)
    {
      const CabKind *kind = g_object_get_data (self->checks->pdata[i], KIND);

      if (gtk_check_button_get_active (self->checks->pdata[i]))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", kind->name);
    }

  return g_string_free_and_steal (names);
}

static void
cab_export_kinds_dispose (GObject *object)
{
  g_clear_pointer (&CAB_EXPORT_KINDS (object)->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (cab_export_kinds_parent_class)->dispose (object);
}

static void
cab_export_kinds_class_init (CabExportKindsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_export_kinds_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CAB_TYPE_EXPORT_KINDS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_export_kinds_init (CabExportKinds *self)
{
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
}
