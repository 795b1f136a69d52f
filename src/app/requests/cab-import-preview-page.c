/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-preview-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-import-conflict-row.h"
#include "cab-import-words.h"
#include "cab-plain-row.h"

/* Above that, people are decided about together. */
#define MOST_SWITCHES 50

/* Rows of what differs that are made at once. */
#define CONFLICTS_A_TURN 50

/* The position of the choice for all that says there is none. */
#define ONE_BY_ONE 3

#define ALL_CANDIDATES G_MAXUINT

struct _CabImportPreviewPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabImportPlan *plan;
  CabOpenPractice *practice;

  /* State */
  guint n_conflicts; /* that have a row */
  gboolean is_filling;

  /* Template */
  GtkLabel *refusal_label;
  GtkListBox *count_list;
  GtkWidget *fault_box;
  GtkTextView *fault_view;
  GtkWidget *conflict_box;
  GtkWidget *conflict_scroller;
  GtkTextView *conflict_view;
  GtkWidget *choice_list;
  AdwComboRow *conflicts_row;
  GtkListBox *conflict_list;
  GtkWidget *more_button;
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
      GtkWidget *row
          = cab_plain_row_fill (adw_action_row_new (), counts->pdata[i], counts->pdata[i + 1]);

      gtk_widget_add_css_class (row, "property");
      gtk_list_box_append (self->count_list, row);
    }
}

/* (nullable) */
static GPtrArray *
get_conflicts (CabImportPreviewPage *self)
{
  return self->plan->file->bundle != NULL ? self->plan->file->bundle->conflicts : NULL;
}

static void
on_conflict_chosen_cb (CabImportPreviewPage *self)
{
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->conflicts_row, ONE_BY_ONE);
  self->is_filling = FALSE;
}

static void
add_conflicts (CabImportPreviewPage *self)
{
  GPtrArray *conflicts = get_conflicts (self);
  guint end = MIN (self->n_conflicts + CONFLICTS_A_TURN, conflicts->len);

  for (; self->n_conflicts < end; self->n_conflicts++)
    {
      GtkWidget *row = cab_import_conflict_row_new (
          conflicts->pdata[self->n_conflicts], self->plan->file->owners->pdata[self->n_conflicts],
          self->practice);

      g_signal_connect_object (row, "chosen", G_CALLBACK (on_conflict_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->conflict_list, row);
    }
  gtk_widget_set_visible (self->more_button, self->n_conflicts < conflicts->len);
}

/* [B-73] Each has a choice of its own, and there is one for all. */
static void
show_conflicts (CabImportPreviewPage *self)
{
  GPtrArray *conflicts = get_conflicts (self);
  gboolean has_any = conflicts != NULL && conflicts->len > 0;

  gtk_list_box_remove_all (self->conflict_list);
  self->n_conflicts = 0;
  gtk_widget_set_visible (self->choice_list, has_any);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_list), has_any);
  gtk_widget_set_visible (self->more_button, FALSE);
  if (!has_any)
    return;

  gtk_widget_set_visible (self->conflict_box, TRUE);
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->conflicts_row, CAB_IMPORT_KEEP);
  self->is_filling = FALSE;
  cab_import_preview_choose (self->plan->file->bundle, CAB_IMPORT_KEEP);
  add_conflicts (self);
}

static void
on_all_cb (CabImportPreviewPage *self)
{
  guint selected = adw_combo_row_get_selected (self->conflicts_row);
  GtkListBoxRow *row;

  if (self->is_filling || self->plan == NULL || selected >= ONE_BY_ONE)
    return;

  cab_import_preview_choose (self->plan->file->bundle, (CabImportConflicts)selected);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->conflict_list, i)) != NULL; i++)
    cab_import_conflict_row_update (CAB_IMPORT_CONFLICT_ROW (row));
}

static void
on_more_cb (CabImportPreviewPage *self)
{
  add_conflicts (self);
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
on_namesake_cb (CabImportNamesake *namesake, GParamSpec *pspec, AdwSwitchRow *row)
{
  namesake->is_other = adw_switch_row_get_active (row);
}

/* [B-73] People are matched by id alone: whether two are one is asked. */
static void
show_namesakes (CabImportPreviewPage *self)
{
  GPtrArray *namesakes
      = self->plan->file->bundle != NULL ? self->plan->file->bundle->namesakes : NULL;

  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      CabImportNamesake *namesake = namesakes->pdata[i];
      g_autofree char *title
          = cab_import_dup_namesake (namesake, cab_open_practice_is_discreet (self->practice));
      GtkWidget *row = cab_plain_row_fill (adw_switch_row_new (), title,
                                           _ ("Take what the bundle has: it is somebody else"));

      namesake->is_other = FALSE;
      g_signal_connect_swapped (row, "notify::active", G_CALLBACK (on_namesake_cb), namesake);
      gtk_list_box_append (self->candidate_list, row);
      gtk_widget_set_visible (GTK_WIDGET (self->candidate_list), TRUE);
    }
}

static void
add_switch (CabImportPreviewPage *self, const char *title, const char *subtitle, guint position)
{
  GtkWidget *row = cab_plain_row_fill (adw_switch_row_new (), title, subtitle);

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
cab_import_preview_page_show (CabImportPreviewPage *self,
                              CabImportPlan *plan,
                              CabOpenPractice *practice)
{
  g_autofree char *faults = NULL;
  g_autofree char *conflicts = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *nothing = NULL;

  g_return_if_fail (CAB_IS_IMPORT_PREVIEW_PAGE (self));
  g_return_if_fail (plan != NULL);

  g_clear_pointer (&self->plan, cab_import_plan_unref);
  self->plan = cab_import_plan_ref (plan);
  g_set_object (&self->practice, practice);
  faults = cab_import_dup_faults (plan);
  conflicts = cab_import_dup_conflicts (plan);
  notes = cab_import_dup_notes (plan);
  nothing = cab_import_dup_nothing (plan);

  show_counts (self);
  show_text (self->fault_box, self->fault_view, faults);
  show_text (self->conflict_box, self->conflict_view, conflicts);
  gtk_widget_set_visible (self->conflict_scroller, conflicts != NULL);
  show_conflicts (self);
  show_candidates (self);
  show_namesakes (self);
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
  CabImportPreviewPage *self = CAB_IMPORT_PREVIEW_PAGE (object);

  g_clear_pointer (&self->plan, cab_import_plan_unref);
  g_clear_object (&self->practice);

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
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, conflict_scroller);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, conflict_view);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, choice_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, conflicts_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, conflict_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportPreviewPage, more_button);
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
  gtk_widget_class_bind_template_callback (widget_class, on_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
}

static void
cab_import_preview_page_init (CabImportPreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
