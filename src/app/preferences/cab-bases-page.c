/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-bases-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-basis-row.h"
#include "cab-basis.h"
#include "cab-practice-settings.h"
#include "cab-word.h"

struct _CabBasesPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *loading;
  gulong changed_id;

  /* Owned by their groups */
  GPtrArray *rows; /* of CabBasisRow, in the order of cab_kinds */

  /* Template */
  AdwPreferencesGroup *clients_group;
  AdwPreferencesGroup *practice_group;
  AdwPreferencesGroup *law_group;
};

G_DEFINE_FINAL_TYPE (CabBasesPage, cab_bases_page, ADW_TYPE_NAVIGATION_PAGE)

/* What is stored for one kind. */
typedef struct
{
  CabBasis6 basis6;
  CabBasis9 basis9;
  gint64 n_unset;
} Stored;

/* One act on its way to the file's thread. */
typedef struct
{
  const CabKind *kind;
  CabBasis6 basis6;
  CabBasis9 basis9;
} Wish;

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (Stored));

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      Stored stored;

      if (cab_basis_group_of (cab_kinds[i]) == CAB_BASIS_GROUP_NONE)
        continue;
      cab_practice_settings_get_basis (practice, cab_kinds[i], &stored.basis6, &stored.basis9);
      stored.n_unset = cab_basis_count_unset (practice, cab_kinds[i], error);
      if (stored.n_unset < 0)
        return NULL;
      g_array_append_val (found, stored);
    }

  return g_steal_pointer (&found);
}

/* A sentence that stands for a moment, over whatever holds the page. */
static void
tell (CabBasesPage *self, const char *sentence)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast;

  cab_announce (GTK_WIDGET (self), sentence);
  if (dialog == NULL)
    return;

  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBasesPage) self = user_data;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  found = cab_open_practice_run_finish (self->practice, result, &error);
  if (found == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell (self, error->message);
      return;
    }

  for (guint i = 0; i < self->rows->len && i < found->len; i++)
    {
      const Stored *stored = &g_array_index (found, Stored, i);

      cab_basis_row_show (self->rows->pdata[i], stored->basis6, stored->basis9, stored->n_unset);
    }
}

static void
load (CabBasesPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_job, NULL, NULL,
                               (GDestroyNotify)g_array_unref, self->loading, on_loaded_cb,
                               g_object_ref (self));
}

static gpointer
set_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;

  (void)cab_practice_settings_set_basis (practice, wish->kind, wish->basis6, wish->basis9, error);

  return NULL;
}

/* What was refused is shown as it is stored. */
static void
on_set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBasesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  tell (self, error->message);
  load (self);
}

static void
on_chosen_cb (CabBasesPage *self, CabBasisRow *row)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->kind = cab_basis_row_get_kind (row);
  cab_basis_row_get_chosen (row, &wish->basis6, &wish->basis9);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, set_job, wish,
                               g_free, NULL, NULL, on_set_cb, g_object_ref (self));
}

/* How many got a basis, and how many were left. */
typedef struct
{
  gint64 n_filled;
  gint64 n_left;
} Filled;

static gpointer
fill_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree Filled *filled = g_new0 (Filled, 1);

  if (!cab_basis_fill_unset (practice, data, &filled->n_filled, &filled->n_left, error))
    return NULL;

  return g_steal_pointer (&filled);
}

static char *
dup_result (const Filled *filled)
{
  g_autofree char *done
      = g_strdup_printf (ngettext ("Legal basis set for %u record",
                                   "Legal basis set for %u records", (gulong)filled->n_filled),
                         (guint)filled->n_filled);

  if (filled->n_left == 0)
    return g_steal_pointer (&done);

  return g_strdup_printf (ngettext ("%1$s; %2$u is restricted and was left",
                                    "%1$s; %2$u are restricted and were left",
                                    (gulong)filled->n_left),
                          done, (guint)filled->n_left);
}

static void
on_filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBasesPage) self = user_data;
  g_autofree Filled *filled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (self->practice == NULL)
    return;

  filled = cab_open_practice_run_finish (self->practice, result, &error);
  if (filled != NULL)
    {
      sentence = dup_result (filled);
      tell (self, sentence);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

static void
on_fill_cb (CabBasesPage *self, CabBasisRow *row)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, fill_job,
                               (gpointer)cab_basis_row_get_kind (row), NULL, g_free, NULL,
                               on_filled_cb, g_object_ref (self));
}

static AdwPreferencesGroup *
find_group (CabBasesPage *self, const CabKind *kind)
{
  switch (cab_basis_group_of (kind))
    {
    case CAB_BASIS_GROUP_NONE:
      return NULL;
    case CAB_BASIS_GROUP_CLIENTS:
      return self->clients_group;
    case CAB_BASIS_GROUP_PRACTICE:
      return self->practice_group;
    case CAB_BASIS_GROUP_LAW:
      return self->law_group;
    }

  return NULL;
}

static void
add_rows (CabBasesPage *self)
{
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      AdwPreferencesGroup *group = find_group (self, cab_kinds[i]);
      CabBasisRow *row;

      if (group == NULL)
        continue;
      row = cab_basis_row_new (cab_kinds[i], self->practice);
      g_signal_connect_object (row, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "fill", G_CALLBACK (on_fill_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
}

AdwNavigationPage *
cab_bases_page_new (CabOpenPractice *practice)
{
  CabBasesPage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_BASES_PAGE, NULL);
  self->practice = g_object_ref (practice);
  self->changed_id = g_signal_connect_swapped (practice, "changed", G_CALLBACK (load), self);
  adw_preferences_group_set_title (self->clients_group,
                                   cab_word (cab_open_practice_get_word (practice), "clients"));
  add_rows (self);
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}

static void
cab_bases_page_dispose (GObject *object)
{
  CabBasesPage *self = CAB_BASES_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->practice);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (cab_bases_page_parent_class)->dispose (object);
}

static void
cab_bases_page_class_init (CabBasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_bases_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/preferences/cab-bases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabBasesPage, clients_group);
  gtk_widget_class_bind_template_child (widget_class, CabBasesPage, practice_group);
  gtk_widget_class_bind_template_child (widget_class, CabBasesPage, law_group);
}

static void
cab_bases_page_init (CabBasesPage *self)
{
  self->loading = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
