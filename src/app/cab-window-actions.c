/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include <glib/gi18n.h>

#include "cab-application.h"
#include "cab-client.h"
#include "cab-export-dialog.h"
#include "cab-go-to-dialog.h"
#include "cab-help.h"
#include "cab-import-dialog.h"
#include "cab-new-acts.h"
#include "cab-new-practice-dialog.h"
#include "cab-preferences-dialog.h"
#include "cab-recent-files.h"
#include "cab-record-dialog.h"
#include "cab-recovery-dialog.h"
#include "cab-recovery-page.h"
#include "cab-register-layouts.h"
#include "cab-safety-acts.h"
#include "cab-search-page.h"
#include "cab-shortcuts-dialog.h"
#include "cab-undo.h"
#include "cab-window-private.h"
#include "cab-word.h"

static void
show_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_show_page (cab_window_get_view (CAB_WINDOW (widget)), "today");
}

static void
show_clients (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_show_page (cab_window_get_view (CAB_WINDOW (widget)), "clients");
}

static void
show_privacy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_show_page (cab_window_get_view (CAB_WINDOW (widget)), "privacy");
}

static void
show_backups (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_show_page (cab_window_get_view (CAB_WINDOW (widget)), "backups");
}

static void
show_trash (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_activate (cab_window_get_view (CAB_WINDOW (widget)), "clients",
                              "clients.show-trash");
}

static void
on_sheet_finished_cb (CabPracticeView *view)
{
  cab_practice_view_go_back (view);
}

static void
make_recovery_sheet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPracticeView *view = cab_window_get_view (CAB_WINDOW (widget));
  CabRecoveryPage *page = g_object_new (CAB_TYPE_RECOVERY_PAGE, NULL);

  cab_recovery_page_set_practice (page, cab_window_get_practice (CAB_WINDOW (widget)));
  g_signal_connect_object (page, "finished", G_CALLBACK (on_sheet_finished_cb), view,
                           G_CONNECT_SWAPPED);
  cab_practice_view_push (view, ADW_NAVIGATION_PAGE (page));
}

static void
open_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_open_client (cab_window_get_view (CAB_WINDOW (widget)),
                                 g_variant_get_string (parameter, NULL));
}

static void
export_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabOpenPractice *practice = cab_window_get_practice (CAB_WINDOW (widget));

  adw_dialog_present (cab_export_dialog_new (practice, g_variant_get_string (parameter, NULL)),
                      widget);
}

static void
export_practice (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (cab_export_dialog_new (cab_window_get_practice (CAB_WINDOW (widget)), NULL),
                      widget);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (
      ADW_DIALOG (cab_import_dialog_new (cab_window_get_practice (CAB_WINDOW (widget)), NULL)),
      widget);
}

static void
import_diary (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (
      ADW_DIALOG (cab_import_dialog_new (cab_window_get_practice (CAB_WINDOW (widget)),
                                         g_variant_get_string (parameter, NULL))),
      widget);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_go_back (cab_window_get_view (CAB_WINDOW (widget)));
}

static gboolean
on_lock_due_cb (gpointer data)
{
  cab_application_lock (CAB_APPLICATION (data), CAB_LOCK_ASKED);

  return G_SOURCE_REMOVE;
}

/* Not within the key or the click that asks: GTK still walks up the widgets
 * that it began with, and locking destroys them all. */
static void
lock (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_idle_add_full (G_PRIORITY_HIGH, on_lock_due_cb, g_object_ref (g_application_get_default ()),
                   g_object_unref);
}

static void
show_start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_show_start (CAB_WINDOW (widget));
}

static void
open_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_open_sample (CAB_WINDOW (widget));
}

/* A backup is read beside the live practice, as discreetly. */
void
cab_window_show_beside (CabWindow *self, const char *path)
{
  CabWindow *window
      = cab_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  g_object_set (window, "discreet", self->is_discreet, NULL);
  cab_window_show_file (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path == NULL)
    return;
  if (self->practice != NULL && g_str_has_suffix (path, ".cabinet-backup"))
    cab_window_show_beside (self, path);
  else
    cab_window_take_file (self, path);
}

static void
go_to_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (cab_go_to_dialog_new (cab_window_get_practice (CAB_WINDOW (widget))), widget);
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabWindow *self = CAB_WINDOW (widget);

  cab_search_page_show (GTK_WIDGET (cab_window_get_view (self)), cab_window_get_practice (self));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_undo_last (widget);
}

static void
on_practice_made_cb (CabWindow *self, CabOpenPractice *practice)
{
  cab_window_take_practice (self, g_object_ref (practice));
}

static void
use_recovery_sheet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabWindow *self = CAB_WINDOW (widget);
  CabRecoveryDialog *dialog;

  if (self->path == NULL || self->practice != NULL)
    return;

  dialog = cab_recovery_dialog_new (self->path);
  g_signal_connect_object (dialog, "opened", G_CALLBACK (on_practice_made_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
open_recent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_show_file (CAB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
forget_recent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_recent_files_remove (g_variant_get_string (parameter, NULL));
  cab_window_show_start (CAB_WINDOW (widget));
}

static void
on_client_added_cb (CabWindow *self, const char *id)
{
  cab_practice_view_open_client (cab_window_get_view (self), id);
}

static void
new_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabOpenPractice *practice = cab_window_get_practice (CAB_WINDOW (widget));
  CabRecordDialog *dialog = cab_record_dialog_new (
      practice, cab_word (cab_open_practice_get_word (practice), "new-client"));

  cab_form_suggest (cab_record_dialog_add (dialog, &cab_new_client_layout, -1),
                    CAB_OWN (CAB_CLIENT_FIELD_STATUS), "enquiry");
  g_signal_connect_object (dialog, "added", G_CALLBACK (on_client_added_cb), widget,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* Whoever makes none is asked again for the practice that was here. */
static void
on_new_practice_closed_cb (CabWindow *self, AdwDialog *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (self->path == NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    cab_window_show_file (self, path);
}

/* [V-24] One practice at a time is open for writing: what is open closes first. */
static void
new_practice (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNewPracticeDialog *dialog = cab_new_practice_dialog_new ();
  const char *path = CAB_WINDOW (widget)->path;

  if (path != NULL)
    {
      g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
      g_signal_connect_object (dialog, "closed", G_CALLBACK (on_new_practice_closed_cb), widget,
                               G_CONNECT_SWAPPED);
    }
  cab_window_show_start (CAB_WINDOW (widget));
  g_signal_connect_object (dialog, "made", G_CALLBACK (on_practice_made_cb), widget,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) practices = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (practices, _ ("Practices and backups"));
  gtk_file_filter_add_suffix (practices, "cabinet");
  gtk_file_filter_add_suffix (practices, "cabinet-backup");
  g_list_store_append (filters, practices);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
open_practice (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Open Practice"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_file_chosen_cb,
                        g_object_ref (widget));
}

static void
open_beside (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_show_beside (CAB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_backup_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    cab_window_show_beside (self, path);
}

static void
open_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Open Backup"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_backup_chosen_cb,
                        g_object_ref (widget));
}

static void
unlock_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_open_with (CAB_WINDOW (widget), CAB_VAULT_OPEN_NORMAL);
}

static void
open_read_only (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_open_with (CAB_WINDOW (widget), CAB_VAULT_OPEN_READ_ONLY);
}

static void
open_snapshot (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_open_with (CAB_WINDOW (widget), CAB_VAULT_OPEN_SNAPSHOT);
}

static void
use_this_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_open_with (CAB_WINDOW (widget), CAB_VAULT_OPEN_USE_OLDER);
}

static void
open_anyway (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_window_open_with (CAB_WINDOW (widget), CAB_VAULT_OPEN_TAKE_LEASE);
}

static void
close_window (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
quit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_application_quit (CAB_APPLICATION (g_application_get_default ()));
}

static void
show_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (cab_shortcuts_dialog_new (), widget);
}

static void
show_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (cab_preferences_dialog_new (cab_window_get_practice (CAB_WINDOW (widget))),
                      widget);
}

/* [W-96] The place of the texts that people are told and agree to. */
static void
show_texts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = cab_preferences_dialog_new (cab_window_get_practice (CAB_WINDOW (widget)));

  adw_dialog_present (dialog, widget);
  cab_preferences_dialog_show_texts (CAB_PREFERENCES_DIALOG (dialog));
}

/* [B-6] The legal bases: asked for where one is missing. */
static void
show_bases (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = cab_preferences_dialog_new (cab_window_get_practice (CAB_WINDOW (widget)));

  adw_dialog_present (dialog, widget);
  cab_preferences_dialog_show_bases (CAB_PREFERENCES_DIALOG (dialog));
}

static void
show_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *versions = g_strdup_printf (
      "GTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u", gtk_get_major_version (),
      gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (),
      adw_get_minor_version (), adw_get_micro_version (), glib_major_version, glib_minor_version,
      glib_micro_version);

  adw_show_about_dialog (widget, "application-name", _ ("Cabinet"), "application-icon",
                         CAB_APPLICATION_ID, "version", CAB_VERSION, "license-type",
                         GTK_LICENSE_GPL_3_0, "developer-name", _ ("The Cabinet authors"),
                         "debug-info", versions, NULL);
}

/* [W-169] Tab leaves a text as well, but whoever tries F6 first is not trapped. */
static void
leave_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

#define GENERAL N_ ("Cabinet")
#define GO N_ ("Go")

static const CabAction actions[] = {
  { "win.lock", NULL, "<Control>l", N_ ("Lock"), GENERAL, CAB_ACTION_OVER_DIALOGS, lock },
  { "win.discreet", NULL, "<Control><Shift>h", N_ ("Discreet mode: references for names"), GENERAL,
    CAB_ACTION_WHEN_LOCKED | CAB_ACTION_OVER_DIALOGS, NULL },
  { "win.new-practice", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, new_practice },
  { "win.open-practice", NULL, "<Control>o", N_ ("Open a practice"), GENERAL,
    CAB_ACTION_WHEN_LOCKED, open_practice },
  { "win.open-backup", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, open_backup },
  { "win.open-beside", "s", NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, open_beside },
  { "win.shortcuts", NULL, "<Control>question", N_ ("Keyboard shortcuts"), GENERAL,
    CAB_ACTION_WHEN_LOCKED, show_shortcuts },
  { "win.help", NULL, "F1", N_ ("Help on this screen"), GENERAL, CAB_ACTION_WHEN_LOCKED,
    cab_help_show },
  { "win.preferences", NULL, "<Control>comma", N_ ("Preferences"), GENERAL, CAB_ACTION_ALWAYS,
    show_preferences },
  { "win.show-bases", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_bases },
  { "win.show-texts", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_texts },
  { "win.about", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, show_about },
  { "win.close", NULL, "<Control>w", N_ ("Close the window"), GENERAL, CAB_ACTION_WHEN_LOCKED,
    close_window },
  { "win.quit", NULL, "<Control>q", N_ ("Quit"), GENERAL, CAB_ACTION_WHEN_LOCKED, quit },

  { "win.show-today", NULL, "<Alt>1", N_ ("Today"), GO, CAB_ACTION_ALWAYS, show_today },
  { "win.show-clients", NULL, "<Alt>2", N_ ("The list of people"), GO, CAB_ACTION_ALWAYS,
    show_clients },
  { "win.show-privacy", NULL, "<Alt>3", N_ ("Privacy"), GO, CAB_ACTION_ALWAYS, show_privacy },
  { "win.show-backups", NULL, "<Alt>4", N_ ("Backups"), GO, CAB_ACTION_ALWAYS, show_backups },
  { "win.go-to-client", NULL, "<Control>k", N_ ("Somebody by name"), GO, CAB_ACTION_ALWAYS,
    go_to_client },
  { "win.search", NULL, "<Control>f", N_ ("Search everything"), GO, CAB_ACTION_AFTER_FOCUS,
    search },
  { "win.search-anywhere", NULL, "<Control><Shift>f", N_ ("Search everything, from anywhere"), GO,
    CAB_ACTION_ALWAYS, search },
  { "win.show-trash", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_trash },
  { "win.open-client", "s", NULL, NULL, NULL, CAB_ACTION_ALWAYS, open_client },
  { "win.export-client", "s", NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_client },
  { "win.export-practice", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_practice },
  { "win.import", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, import },
  { "win.import-diary", "s", NULL, NULL, NULL, CAB_ACTION_MUTATES, import_diary },
  { "win.new-client", NULL, "<Control><Shift>n", N_ ("Somebody new"), GENERAL, CAB_ACTION_MUTATES,
    new_client },
  { "win.new", NULL, "<Control>n", N_ ("New, by what the page is about"), GENERAL,
    CAB_ACTION_MUTATES | CAB_ACTION_AFTER_FOCUS, cab_new_by_context },
  { "win.new-mood-entry", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, cab_new_mood_entry },
  { "win.new-note", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, cab_new_note },
  { "win.recovery-sheet", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, make_recovery_sheet },
  { "win.undo", NULL, "<Control>z", N_ ("Undo the last act"), GENERAL,
    CAB_ACTION_MUTATES | CAB_ACTION_AFTER_FOCUS, undo },
  { "win.leave-text", NULL, "F6", N_ ("Out of a text, to what follows"), GO, CAB_ACTION_ALWAYS,
    leave_text },
  { "win.back", NULL, "<Alt>Left", N_ ("Back"), GO, CAB_ACTION_ALWAYS, go_back },

  { "win.back-up", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, cab_safety_back_up },
  { "win.try-again", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, cab_safety_try_again },
  { "win.delete-sample", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, cab_safety_delete_sample },
  { "win.compare", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, cab_safety_compare },
  { "win.save-copy", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, cab_safety_save_copy },

  { "win.restore-backup", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, cab_safety_restore },
  { "win.show-start", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, show_start },
  { "win.use-recovery-sheet", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, use_recovery_sheet },
  { "win.open-recent", "s", NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, open_recent },
  { "win.forget-recent", "s", NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, forget_recent },
  { "win.open-sample", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, open_sample },
  { "win.unlock-again", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, unlock_again },
  { "win.open-read-only", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, open_read_only },
  { "win.open-snapshot", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, open_snapshot },
  { "win.use-this-file", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, use_this_file },
  { "win.open-anyway", NULL, NULL, NULL, NULL, CAB_ACTION_WHEN_LOCKED, open_anyway },
};

CAB_DEFINE_ACTION_TABLE (cab_window_actions, actions);
