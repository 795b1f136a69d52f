/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-screens"

#include "config.h"

#include "scenes.h"

#include <gtksourceview/gtksource.h>

#include "cab-backup.h"
#include "cab-backups-page.h"
#include "cab-bundle.h"
#include "cab-client.h"
#include "cab-compare-page.h"
#include "cab-consent-purpose-page.h"
#include "cab-difference-page.h"
#include "cab-export-dialog.h"
#include "cab-export-period.h"
#include "cab-export-result-page.h"
#include "cab-import-conflict-row.h"
#include "cab-import-dialog.h"
#include "cab-import-people-page.h"
#include "cab-mood-entry-page.h"
#include "cab-note-editor.h"
#include "cab-note.h"
#include "cab-notes-page.h"
#include "cab-policy-draft-page.h"
#include "cab-policy-page.h"
#include "cab-practice-view.h"
#include "cab-privacy-page.h"
#include "cab-search-page.h"
#include "cab-store.h"
#include "cab-test-texts.h"
#include "cab-values-round-page.h"

static void
open_tab (Scene *scene, const char *name)
{
  GtkWidget *stack;

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.open-client", "s", scene->client);
  cab_test_app_settle (scene->practice);
  stack = cab_test_app_find (GTK_WIDGET (scene->window), ADW_TYPE_VIEW_STACK);
  if (stack != NULL && adw_view_stack_get_child_by_name (ADW_VIEW_STACK (stack), name) != NULL)
    adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), name);
}

static void
go_overview (Scene *scene)
{
  open_tab (scene, "overview");
}

static void
go_notes (Scene *scene)
{
  open_tab (scene, "notes");
}

/* The editor beside the notes, with one that is being written. */
static void
go_note (Scene *scene)
{
  static const char text[]
      = "Arrived on time, and began with the week. Sleeps a little longer: six hours most nights, "
        "four on Sunday after the call with the sister.\n\n"
        "We looked at the Sunday again, minute by minute. The thought “I should have called back” "
        "came before the ache in the chest, not after it. That was new.\n\n"
        "Agreed to write the thought down next time, before doing anything about it.";
  GtkWidget *page;
  GtkWidget *view;

  open_tab (scene, "notes");
  cab_test_app_settle (scene->practice);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_NOTES_PAGE);
  gtk_widget_activate_action (page, "notes.write", NULL);
  cab_test_app_settle (scene->practice);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_NOTE_EDITOR);
  view = cab_test_app_find (page, GTK_SOURCE_TYPE_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
go_progress (Scene *scene)
{
  open_tab (scene, "progress");
}

static void
go_consent (Scene *scene)
{
  open_tab (scene, "consent");
}

static GtkWidget *
push_purpose (Scene *scene)
{
  GtkWidget *page
      = g_object_new (CAB_TYPE_CONSENT_PURPOSE_PAGE, "practice", scene->practice, "client-id",
                      scene->client, "purpose", (int)CAB_PURPOSE_RESEARCH, NULL);

  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW);

  cab_practice_view_push (CAB_PRACTICE_VIEW (view), ADW_NAVIGATION_PAGE (page));
  cab_test_app_settle (scene->practice);

  return page;
}

static void
go_consent_purpose (Scene *scene)
{
  push_purpose (scene);
}

static void
go_consent_grant (Scene *scene)
{
  gtk_widget_activate_action (push_purpose (scene), "consent.grant", NULL);
}

static void
go_files (Scene *scene)
{
  open_tab (scene, "files");
}

static void
go_mood_entry (Scene *scene)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW);

  open_tab (scene, "progress");
  cab_practice_view_push (CAB_PRACTICE_VIEW (view),
                          g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice", scene->practice,
                                        "client-id", scene->client, NULL));
}

static void
go_values_round (Scene *scene)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW);

  open_tab (scene, "progress");
  cab_practice_view_push (CAB_PRACTICE_VIEW (view),
                          g_object_new (CAB_TYPE_VALUES_ROUND_PAGE, "practice", scene->practice,
                                        "client-id", scene->client, NULL));
}

static void
go_today (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-today", NULL);
}

static void
go_clients (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-clients", NULL);
}

static void
show_privacy (Scene *scene, const char *view)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-privacy", NULL);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRIVACY_PAGE);
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (gtk_widget_get_template_child (page, CAB_TYPE_PRIVACY_PAGE, "view_stack")),
      view);
}

static void
go_disclosures (Scene *scene)
{
  show_privacy (scene, "disclosures");
}

static void
go_activity (Scene *scene)
{
  show_privacy (scene, "activity");
}

static void
go_backups (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-backups", NULL);
}

/* A session note as a backup has it, beside which it was written on and thrown away. */
static gpointer
prepare_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };
  g_autoptr (CabRecord) note = cab_record_new (&cab_note_kind);
  char *path = NULL;

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), data);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), "session");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T10:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  if (!cab_practice_save (practice, note, error)
      || !cab_note_write (practice, note, "Slept badly, and found the letter in the drawer.",
                          CAB_CUT_BECAUSE_LEAVE, error)
      || !cab_backup_make (cab_practice_get_vault (practice), g_get_home_dir (), &watch, &path,
                           NULL, error)
      || !cab_note_write (practice, note, "Slept well, and put the letter back.",
                          CAB_CUT_BECAUSE_LEAVE, error)
      || !cab_practice_trash (practice, note, error))
    return NULL;

  return path;
}

static AdwNavigationPage *
push_compare (Scene *scene)
{
  static char *path;
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW);
  AdwNavigationPage *page;

  if (path == NULL)
    path = cab_test_app_do (scene->practice, CAB_JOB_WRITES, prepare_job, scene->client);
  if (scene->backup == NULL)
    scene->backup = cab_test_app_open_backup (path);
  page = ADW_NAVIGATION_PAGE (cab_compare_page_new (scene->backup, scene->practice));
  cab_practice_view_show_page (CAB_PRACTICE_VIEW (view), "backups");
  cab_practice_view_push (CAB_PRACTICE_VIEW (view), page);
  cab_test_app_settle (scene->backup);
  cab_test_app_settle (scene->practice);
  cab_test_app_settle (scene->backup);

  return page;
}

static void
go_compare (Scene *scene)
{
  push_compare (scene);
}

static void
go_difference (Scene *scene)
{
  g_autoptr (GListModel) differences = NULL;
  g_autoptr (CabDifferenceItem) item = NULL;

  g_object_get (push_compare (scene), "differences", &differences, NULL);
  item = g_list_model_get_item (differences, g_list_model_get_n_items (differences) - 1);
  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (cab_difference_page_new (scene->backup, scene->practice, item)));
  cab_test_app_settle (scene->backup);
}

static void
go_restore (Scene *scene)
{
  GtkWidget *page;

  push_compare (scene);
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-backups", NULL);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_BACKUPS_PAGE);
  gtk_widget_activate_action (page, "backup.restore", "s",
                              cab_open_practice_get_path (scene->backup));
}

static void
go_export (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.export-client", "s", scene->client);
}

static gboolean click_suggested (GtkWidget *root);

/* The page of the dialog in front. */
static GtkWidget *
get_front (Scene *scene)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (dialog), ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
}

static void
go_export_who (Scene *scene)
{
  AdwDialog *dialog;

  go_export (scene);
  cab_test_app_settle (scene->practice);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  cab_export_dialog_set_folder (CAB_EXPORT_DIALOG (dialog), g_get_home_dir ());
  click_suggested (get_front (scene));
  click_suggested (get_front (scene));
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (cab_test_app_find (get_front (scene), ADW_TYPE_SWITCH_ROW)), TRUE);
}

/* One day as it should be, and one that is none. */
static void
go_export_period (Scene *scene)
{
  GtkWidget *period, *first, *last;

  go_export (scene);
  cab_test_app_settle (scene->practice);
  period = cab_test_app_find (get_front (scene), CAB_TYPE_EXPORT_PERIOD);
  first = GTK_WIDGET (gtk_widget_get_template_child (period, CAB_TYPE_EXPORT_PERIOD, "first_row"));
  last = GTK_WIDGET (gtk_widget_get_template_child (period, CAB_TYPE_EXPORT_PERIOD, "last_row"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (period), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (first), "2025-10");
  gtk_editable_set_text (GTK_EDITABLE (last), "31 March");
  gtk_widget_grab_focus (last);
  gtk_widget_grab_focus (first);
}

static void
go_export_second_look (Scene *scene)
{
  go_export_who (scene);
  click_suggested (get_front (scene));
}

static gboolean
has_result (gpointer scene)
{
  return CAB_IS_EXPORT_RESULT_PAGE (get_front (scene));
}

static void
go_export_result (Scene *scene)
{
  go_export_second_look (scene);
  click_suggested (get_front (scene));
  cab_test_app_wait (has_result, scene);
}

static void
go_export_practice (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.export-practice", NULL);
}

/* A list in which one row is at fault. */
static CabImportDialog *
open_import (Scene *scene)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "people.csv", NULL);
  AdwDialog *dialog;

  if (!g_file_set_contents (path,
                            "First Name,Last Name,DOB,E-mail,Insurance\n"
                            "Ann,Archer,1990-02-03,ann@example.org,none\n"
                            "Bob,Brown,1999-99-99,bob@example.org,none\n",
                            -1, NULL))
    g_error ("“%s” can't be written", path);

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.import", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  cab_import_dialog_set_file (CAB_IMPORT_DIALOG (dialog), path);
  cab_test_app_settle (scene->practice);

  return CAB_IMPORT_DIALOG (dialog);
}

static void
go_import (Scene *scene)
{
  (void)open_import (scene);
}

static void
go_import_preview (Scene *scene)
{
  CabImportDialog *dialog = open_import (scene);
  GtkWidget *page = cab_test_app_find (GTK_WIDGET (dialog), CAB_TYPE_IMPORT_PEOPLE_PAGE);

  if (page != NULL)
    g_signal_emit_by_name (page, "next");
}

static gpointer
fork_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_PRACTICE);
  g_autoptr (GPtrArray) clients = cab_practice_list (practice, &cab_client_kind, &filter, error);
  g_autoptr (CabBundleResult) bundle = NULL;

  if (clients == NULL)
    return NULL;

  cab_bundle_scope_set_plain (scope, "The pictures");
  cab_bundle_scope_set_target (scope, data, FALSE, FALSE);
  bundle = cab_bundle_export (practice, scope, NULL, NULL, cancellable, error);
  for (guint i = 0; bundle != NULL && i < MIN (clients->len, 3); i++)
    {
      cab_record_set_text (clients->pdata[i], CAB_OWN (CAB_CLIENT_FIELD_OCCUPATION), "Baker");
      if (!cab_practice_save (practice, clients->pdata[i], error))
        return NULL;
    }

  return NULL;
}

static gboolean
click_suggested (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "pill")
      && gtk_widget_has_css_class (root, "suggested-action"))
    {
      g_signal_emit_by_name (root, "clicked");
      return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (click_suggested (child))
      return TRUE;

  return FALSE;
}

/* Next, on the page of an assistant that is in front. */
static void
go_on (GtkWidget *dialog)
{
  GtkWidget *view = cab_test_app_find (dialog, ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    click_suggested (
        GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))));
}

/* A bundle of the practice, in which three people have changed since. */
static void
go_import_bundle (Scene *scene)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "bundle.zip", NULL);
  GtkWidget *row;
  AdwDialog *dialog;

  cab_open_practice_run_async (scene->practice, CAB_JOB_WRITES, fork_job, path, NULL, NULL, NULL,
                               NULL, NULL);
  cab_test_app_settle (scene->practice);
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.import", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  cab_import_dialog_set_file (CAB_IMPORT_DIALOG (dialog), path);
  cab_test_app_settle (scene->practice);
  go_on (GTK_WIDGET (dialog));
  row = cab_test_app_find (GTK_WIDGET (dialog), CAB_TYPE_IMPORT_CONFLICT_ROW);
  if (row != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static void
go_preferences (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.preferences", NULL);
}

static void
show_preferences (Scene *scene, const char *page)
{
  AdwDialog *dialog;

  go_preferences (scene);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), page);
}

static void
go_security (Scene *scene)
{
  show_preferences (scene, "security");
}

static void
go_practice (Scene *scene)
{
  show_preferences (scene, "practice");
}

static void
go_bases (Scene *scene)
{
  AdwDialog *dialog;

  show_preferences (scene, "practice");
  /* A page that is covered before its first frame is never folded to its width. */
  cab_test_app_settle (scene->practice);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "preferences.bases", NULL);
}

static void
go_texts (Scene *scene)
{
  (void)cab_test_texts_open (scene->window);
}

static void
go_text_draft (Scene *scene)
{
  (void)cab_test_texts_open_row (scene->window, "drafts_group", "How we work together",
                                 CAB_TYPE_POLICY_DRAFT_PAGE);
}

static void
go_text (Scene *scene)
{
  (void)cab_test_texts_open_row (scene->window, "published_group", "What you agree to",
                                 CAB_TYPE_POLICY_PAGE);
}

static void
go_text_changes (Scene *scene)
{
  gtk_widget_activate_action (cab_test_texts_open_row (scene->window, "published_group",
                                                       "What you agree to", CAB_TYPE_POLICY_PAGE),
                              "text.compare", NULL);
}

static void
go_search (Scene *scene)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.search", NULL);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_SEARCH_PAGE);
  gtk_editable_set_text (GTK_EDITABLE (cab_test_app_find (page, GTK_TYPE_SEARCH_ENTRY)), "sister");
}

static void
go_shortcuts (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.shortcuts", NULL);
}

static void
go_locked (Scene *scene)
{
  cab_window_lock (scene->window, CAB_LOCK_ASKED);
}

/* In the order of the index; locking is the last, for nothing is open after it. */
static const Page pages[] = {
  { "today", go_today },
  { "clients", go_clients },
  { "overview", go_overview },
  { "notes", go_notes },
  { "note", go_note },
  { "progress", go_progress },
  { "mood-entry", go_mood_entry },
  { "values-round", go_values_round },
  { "consent", go_consent },
  { "consent-purpose", go_consent_purpose },
  { "consent-grant", go_consent_grant },
  { "files", go_files },
  { "disclosures", go_disclosures },
  { "activity", go_activity },
  { "backups", go_backups },
  { "compare", go_compare },
  { "difference", go_difference },
  { "restore", go_restore },
  { "search", go_search },
  { "shortcuts", go_shortcuts },
  { "export", go_export },
  { "export-who", go_export_who },
  { "export-period", go_export_period },
  { "export-second-look", go_export_second_look },
  { "export-result", go_export_result },
  { "export-practice", go_export_practice },
  { "import", go_import },
  { "import-bundle", go_import_bundle },
  { "import-preview", go_import_preview },
  { "preferences", go_preferences },
  { "preferences-security", go_security },
  { "preferences-practice", go_practice },
  { "preferences-bases", go_bases },
  { "preferences-texts", go_texts },
  { "text-draft", go_text_draft },
  { "text", go_text },
  { "text-changes", go_text_changes },
  { "locked", go_locked },
};

const Page *
scenes_get_pages (gsize *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);

  return pages;
}
