/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-preview-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-import-words.h"

/* Above that, people are decided about together. */
#define MOST_SWITCHES 50

#define ALL_CANDIDATES G_MAXUINT

struct _CabImportPreviewPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabImportPlan *plan;

  /* Template */
  GtkLabel *refusal_label;
  GtkListBox *count_list;
  GtkWidget *fault_box;
  GtkTextView *fault_view;
  GtkWidget *conflict_box;
  GtkTextView *conflict_view;
  GtkWidget *choice_list;
  AdwComboRow *conflicts_row;
  GtkListBox *candidate_list;
  GtkLabel *notes_label;
  GtkWidget *backup_list;
  AdwSwitchRow *backup_row;
  GtkButton *import_button;
};

static guint import_signal, save_rejects_signal;

G_DEFINE_FINAL_TYPE (CabImportPreviewPage, cab_import_preview_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_counts (CabImportPreviewPage *self)
{
  g_autoptr (GPtrArray) counts = cab_import_list_counts (self->plan);

  gtk_list_box_remove_all (self->count_list);
  for (guint i = 0; i + 1 < counts->len; i += 2)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                     counts->pdata[i], "subtitle", counts->pdata[i + 1], NULL);

      gtk_widget_add_css_class (row, "property");
      gtk_list_box_append (self->count_list, row);
    }
}

static void
show_text (GtkWidget *box, GtkTextView *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
  gtk_widget_set_visible (box, text != NULL);
}

static gboolean
is_possibly_here (const CabClientCandidate *candidate)
{
  return candidate->match == CAB_CLIENT_MATCH_POSSIBLY;
}

static void
on_ticked_cb (CabImportPreviewPage *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "position"));
  GPtrArray *candidates = self->plan->people->candidates;

  for (guint i = 0; i < candidates->len; i++)
    {
      CabClientCandidate *candidate = candidates->pdata[i];

      if (is_possibly_here (candidate) && (position == ALL_CANDIDATES || position == i))
        candidate->is_ticked = adw_switch_row_get_active (row);
    }
}

static void
add_switch (CabImportPreviewPage *self, const char *title, const char *subtitle, guint position)
{
  GtkWidget *row = g_object_new (ADW_TYPE_SWITCH_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, NULL);

  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_ticked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->candidate_list, row);
}

/* [B-83] Who is possibly here is passed over, unless a person says otherwise. */
static void
show_candidates (CabImportPreviewPage *self)
{
  const CabClientImport *import = self->plan->people;
  guint n_possible = import != NULL ? import->counts[CAB_CLIENT_MATCH_POSSIBLY] : 0;

  gtk_list_box_remove_all (self->candidate_list);
  gtk_widget_set_visible (GTK_WIDGET (self->candidate_list), n_possible > 0);
  if (n_possible > MOST_SWITCHES)
    {
      add_switch (self, _ ("Take all who are possibly here"), _ ("They are other people"),
                  ALL_CANDIDATES);
      return;
    }

  for (guint i = 0; n_possible > 0 && i < import->candidates->len; i++)
    {
      const CabClientCandidate *candidate = import->candidates->pdata[i];
      g_autofree char *title = NULL;

      if (!is_possibly_here (candidate))
        continue;
      title = cab_import_dup_candidate (candidate);
      add_switch (self, title, _ ("Take this row: it is somebody else"), i);
    }
}

void
cab_import_preview_page_show (CabImportPreviewPage *self, CabImportPlan *plan)
{
  g_autofree char *faults = NULL;
  g_autofree char *conflicts = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *nothing = NULL;

  g_return_if_fail (CAB_IS_IMPORT_PREVIEW_PAGE (self));
  g_return_if_fail (plan != NULL);

  g_clear_pointer (&self->plan, cab_import_plan_unref);
  self->plan = cab_import_plan_ref (plan);
  faults = cab_import_dup_faults (plan);
  conflicts = cab_import_dup_conflicts (plan);
  notes = cab_import_dup_notes (plan);
  nothing = cab_import_dup_nothing (plan);

  show_counts (self);
  show_text (self->fault_box, self->fault_view, faults);
  show_text (self->conflict_box, self->conflict_view, conflicts);
  gtk_widget_set_visible (self->choice_list, conflicts != NULL && plan->people == NULL);
  show_candidates (self);
  gtk_label_set_label (self->notes_label, notes != NULL ? notes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes_label), notes != NULL);
  gtk_widget_set_visible (self->backup_list, faults == NULL && nothing == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), faults == NULL && nothing == NULL);
  cab_import_preview_page_refuse (self, nothing);
}

void
cab_import_preview_page_ask (CabImportPreviewPage *self, CabImportAsked *asked)
{
  g_return_if_fail (CAB_IS_IMPORT_PREVIEW_PAGE (self));
  g_return_if_fail (self->plan != NULL);

  asked->plan = cab_import_plan_ref (self->plan);
  asked->conflicts = (CabImportConflicts)adw_combo_row_get_selected (self->conflicts_row);
  asked->backs_up = adw_switch_row_get_active (self->backup_row);
}

void
cab_import_preview_page_refuse (CabImportPreviewPage *self, const char *sentence)
{
  g_return_if_fail (CAB_IS_IMPORT_PREVIEW_PAGE (self));

  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self->refusal_label), sentence);
}

static void
on_import_cb (CabImportPreviewPage *self)
{
  g_signal_emit (self, import_signal, 0);
}

static void
on_save_cb (CabImportPreviewPage *self)
{
  g_signal_emit (self, save_rejects_signal, 0);
}

static void
cab_import_preview_page_finalize (GObject *object)
{
  g_clear_pointer (&CAB_IMPORT_PREVIEW_PAGE (object)->plan, cab_import_plan_unref);

  G_OBJECT_CLASS (cab_import_preview_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, count_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, fault_box);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, fault_view);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, conflict_box);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, conflict_view);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, choice_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, conflicts_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, candidate_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, backup_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, backup_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, import_button);
}

static void
cab_import_preview_page_class_init (CabImportPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_import_preview_page_finalize;

  import_signal = g_signal_new ("import", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  save_rejects_signal = g_signal_new ("save-rejects", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-import-preview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
}

static void
cab_import_preview_page_init (CabImportPreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
