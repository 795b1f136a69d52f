/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-choose-path.h"
#include "cab-forgetting.h"
#include "cab-format.h"
#include "cab-import-diary-page.h"
#include "cab-import-job.h"
#include "cab-import-people-page.h"
#include "cab-import-preview-page.h"
#include "cab-import-words.h"
#include "cab-model-error.h"
#include "cab-open-record.h"
#include "cab-plain-row.h"
#include "cab-window.h"

/* [W-25] What is done sooner shows no page of its own. */
#define PATIENCE_MS 200

struct _CabImportDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  char *path;
  CabImportFile *file;
  CabClientMap *map; /* as it was when the people were looked at */
  GCancellable *running;
  CabProgress *progress;

  /* State */
  guint patience_id;

  /* Template */
  AdwNavigationView *navigation_view;
  AdwActionRow *file_row;
  GtkLabel *refusal_label;
  GtkWidget *choose_button;
  GtkWidget *folder_button;
  AdwPasswordEntryRow *passphrase_row;
  GtkLabel *passphrase_refusal_label;
  GtkWidget *unlock_button;
  AdwNavigationPage *working_page;
  GtkProgressBar *progress_bar;
  AdwActionRow *from_row;
  AdwActionRow *made_row;
  AdwActionRow *profile_row;
  CabImportPeoplePage *people_page;
  CabImportDiaryPage *diary_page;
  CabImportPreviewPage *preview_page;
  AdwStatusPage *done_page;
  GtkWidget *bases_button;
};

G_DEFINE_FINAL_TYPE (CabImportDialog, cab_import_dialog, ADW_TYPE_DIALOG)

static void
show_refusal (GtkLabel *label, const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (label), sentence);
}

static const char *
get_tag (CabImportDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page != NULL ? adw_navigation_page_get_tag (page) : NULL;
}

static void
set_busy (CabImportDialog *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (self->choose_button, !is_busy);
  gtk_widget_set_sensitive (self->folder_button, !is_busy);
  cab_import_people_page_set_busy (self->people_page, is_busy);
  cab_import_diary_page_set_busy (self->diary_page, is_busy);
}

static void
on_patience_cb (gpointer data)
{
  CabImportDialog *self = data;

  self->patience_id = 0;
  adw_navigation_view_push (self->navigation_view, self->working_page);
}

static void
on_progress_cb (CabImportDialog *self, GParamSpec *pspec, CabProgress *progress)
{
  g_autofree char *counts = cab_progress_dup_counts (progress);

  gtk_progress_bar_set_fraction (self->progress_bar, cab_progress_get_fraction (progress));
  gtk_progress_bar_set_text (self->progress_bar, counts);
}

/* A second click comes before the page of the work has slid in. */
static gboolean
is_idle_on (CabImportDialog *self, const char *tag)
{
  return self->practice != NULL && self->running == NULL && g_strcmp0 (get_tag (self), tag) == 0;
}

static void
begin_job (CabImportDialog *self,
           const char *title,
           CabJobFlags flags,
           CabJobFunc func,
           CabImportAsked *asked,
           GDestroyNotify result_free,
           GAsyncReadyCallback callback)
{
  g_clear_object (&self->running);
  g_clear_object (&self->progress);
  self->running = g_cancellable_new ();
  self->progress = cab_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);
  asked->progress = g_object_ref (self->progress);

  set_busy (self, TRUE);
  adw_navigation_page_set_title (self->working_page, title);
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  gtk_progress_bar_set_text (self->progress_bar, NULL);
  self->patience_id = g_timeout_add_once (PATIENCE_MS, on_patience_cb, self);
  cab_open_practice_run_async (self->practice, flags | CAB_JOB_LONG, func, asked,
                               (GDestroyNotify)cab_import_asked_free, result_free, self->running,
                               callback, g_object_ref (self));
}

/* (nullable): what the job gave; the page of the work is gone in any case. */
static gpointer
end_job (CabImportDialog *self, GAsyncResult *result, GError **error)
{
  gpointer given = cab_open_practice_run_finish (self->practice, result, error);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->running);
  if (adw_navigation_view_get_visible_page (self->navigation_view) == self->working_page)
    adw_navigation_view_pop (self->navigation_view);
  set_busy (self, FALSE);

  return given;
}

/* (nullable): what is to be said of an error: nothing of what the person stopped. */
static const char *
get_sentence (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message;
}

static void
show_bundle (CabImportDialog *self)
{
  const CabImportPreview *bundle = self->file->bundle;
  g_autofree char *made
      = cab_format_instant (bundle->made_at, cab_open_practice_get_zone (self->practice));

  adw_action_row_set_subtitle (self->from_row, bundle->made_by);
  adw_action_row_set_subtitle (self->made_row, made);
  adw_action_row_set_subtitle (self->profile_row, g_str_equal (bundle->profile, "practice")
                                                      ? _ ("The whole practice")
                                                      : _ ("To another practice"));
  adw_navigation_view_push_by_tag (self->navigation_view, "bundle");
}

static void
show_diary (CabImportDialog *self)
{
  cab_import_diary_page_refuse (self->diary_page, NULL, FALSE);
  cab_import_diary_page_show (self->diary_page, self->file, self->client_id);
  adw_navigation_view_push_by_tag (self->navigation_view, "diary");
}

static void
show_file (CabImportDialog *self)
{
  if (self->file->kind == CAB_IMPORT_KIND_BUNDLE)
    show_bundle (self);
  else if (self->file->kind == CAB_IMPORT_KIND_DAYLIO || self->client_id != NULL)
    show_diary (self);
  else
    {
      cab_import_people_page_show (self->people_page, self->file);
      if (g_strcmp0 (get_tag (self), "people") != 0)
        adw_navigation_view_push_by_tag (self->navigation_view, "people");
    }
}

/* The sentence stands on the page on which something can be done about it. */
static void
refuse_file (CabImportDialog *self, const GError *error)
{
  if (g_error_matches (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE))
    {
      show_refusal (self->passphrase_refusal_label, NULL);
      adw_navigation_view_push_by_tag (self->navigation_view, "passphrase");
      gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
    }
  else if (g_strcmp0 (get_tag (self), "passphrase") == 0)
    show_refusal (self->passphrase_refusal_label, get_sentence (error));
  else if (g_strcmp0 (get_tag (self), "people") == 0)
    cab_import_people_page_refuse (self->people_page, get_sentence (error));
  else
    show_refusal (self->refusal_label, get_sentence (error));
}

static void
on_begun_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CabImportFile *file;

  if (self->practice == NULL)
    return;

  file = end_job (self, result, &error);
  if (file == NULL)
    {
      refuse_file (self, error);
      return;
    }

  g_clear_pointer (&self->file, cab_import_file_unref);
  self->file = file;
  /* It has opened the bundle. */
  if (g_strcmp0 (get_tag (self), "passphrase") == 0)
    adw_navigation_view_pop (self->navigation_view);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  show_file (self);
}

static void
look_at_file (CabImportDialog *self, CabImportAsked *asked)
{
  asked->path = g_strdup (self->path);
  begin_job (self, _ ("Looking"), CAB_JOB_READS, cab_import_begin_job, asked,
             (GDestroyNotify)cab_import_file_unref, on_begun_cb);
}

void
cab_import_dialog_set_file (CabImportDialog *self, const char *path)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (CAB_IS_IMPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->running != NULL)
    return;

  g_set_str (&self->path, path);
  shown = g_filename_display_basename (path);
  adw_action_row_set_subtitle (self->file_row, shown);
  show_refusal (self->refusal_label, NULL);
  look_at_file (self, cab_import_asked_new ());
}

static void
on_file_chosen_cb (gpointer asker, const char *path)
{
  CabImportDialog *self = asker;

  if (self->practice != NULL)
    cab_import_dialog_set_file (self, path);
}

static void
on_choose_cb (CabImportDialog *self)
{
  cab_choose_path (self, CAB_PATH_FILE, _ ("Choose a File to Import"), NULL, on_file_chosen_cb);
}

static void
on_choose_folder_cb (CabImportDialog *self)
{
  cab_choose_path (self, CAB_PATH_FOLDER, _ ("Choose a Folder to Import"), NULL, on_file_chosen_cb);
}

static void
update_passphrase (CabImportDialog *self)
{
  gtk_widget_set_sensitive (self->unlock_button,
                            *gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)) != '\0');
}

static void
on_unlock_cb (CabImportDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  CabImportAsked *asked;

  if (*typed == '\0' || !is_idle_on (self, "passphrase"))
    return;

  asked = cab_import_asked_new ();
  asked->passphrase = cab_secret_new_copy (typed, strlen (typed));
  show_refusal (self->passphrase_refusal_label, NULL);
  look_at_file (self, asked);
}

static void
show_preview (CabImportDialog *self, CabImportPlan *plan)
{
  cab_import_preview_page_show (self->preview_page, plan, self->practice);
  adw_navigation_view_push_by_tag (self->navigation_view, "preview");
}

static void
on_bundle_next_cb (CabImportDialog *self)
{
  g_autoptr (CabImportPlan) plan = NULL;

  if (!is_idle_on (self, "bundle"))
    return;

  plan = cab_import_plan_new (self->file);
  show_preview (self, plan);
}

static void
on_reread_cb (CabImportDialog *self)
{
  CabImportAsked *asked;

  if (self->running != NULL)
    return;

  asked = cab_import_asked_new ();
  cab_import_people_page_ask (self->people_page, asked);
  look_at_file (self, asked);
}

static void
on_diary_cb (CabImportDialog *self)
{
  adw_navigation_view_pop (self->navigation_view);
  show_diary (self);
}

static void
on_people_looked_at_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabImportPlan) plan = NULL;

  if (self->practice == NULL)
    return;

  plan = end_job (self, result, &error);
  if (plan != NULL)
    show_preview (self, plan);
  else
    cab_import_people_page_refuse (self->people_page, get_sentence (error));
}

static CabClientMap *
copy_map (CabClientMap *map)
{
  g_autofree char *text = cab_client_map_dup_text (map);

  return cab_client_map_new_from_text (cab_client_map_get_name (map), text, NULL);
}

static void
on_people_next_cb (CabImportDialog *self)
{
  CabImportAsked *asked;

  if (!is_idle_on (self, "people"))
    return;

  asked = cab_import_asked_new ();
  cab_import_people_page_refuse (self->people_page, NULL);
  cab_import_people_page_ask (self->people_page, asked);
  g_clear_pointer (&self->map, cab_client_map_free);
  self->map = copy_map (asked->map);
  begin_job (self, _ ("Looking"), CAB_JOB_READS, cab_import_people_job, asked,
             (GDestroyNotify)cab_import_plan_unref, on_people_looked_at_cb);
}

static void
on_diary_looked_at_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabImportPlan) plan = NULL;

  if (self->practice == NULL)
    return;

  plan = end_job (self, result, &error);
  if (plan != NULL)
    show_preview (self, plan);
  else
    cab_import_diary_page_refuse (self->diary_page, get_sentence (error),
                                  g_error_matches (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_GATE));
}

/* Asking the gate leaves a row in the log, so this writes. */
static void
on_diary_next_cb (CabImportDialog *self)
{
  CabImportAsked *asked;

  if (!is_idle_on (self, "diary"))
    return;

  asked = cab_import_asked_new ();
  cab_import_diary_page_refuse (self->diary_page, NULL, FALSE);
  cab_import_diary_page_ask (self->diary_page, asked);
  begin_job (self, _ ("Looking"), CAB_JOB_WRITES, cab_import_diary_job, asked,
             (GDestroyNotify)cab_import_plan_unref, on_diary_looked_at_cb);
}

static void
on_record_consent_cb (CabImportDialog *self)
{
  g_autofree char *client_id = cab_import_diary_page_dup_client (self->diary_page);

  if (client_id != NULL)
    cab_open_consents (GTK_WIDGET (self), self->practice, client_id);
}

static void
on_imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabImportPlan) plan = NULL;
  g_autofree char *done = NULL;

  if (self->practice == NULL)
    return;

  plan = end_job (self, result, &error);
  if (plan == NULL)
    {
      cab_import_preview_page_refuse (self->preview_page, get_sentence (error));
      return;
    }

  done = cab_import_dup_done (plan);
  /* [B-83] They came without one. */
  gtk_widget_set_visible (self->bases_button,
                          plan->people != NULL && cab_client_import_count_taken (plan->people) > 0);
  cab_plain_page_describe (self->done_page, done);
  adw_navigation_view_push_by_tag (self->navigation_view, "done");
  cab_announce (GTK_WIDGET (self), done);
}

static void
on_import_cb (CabImportDialog *self)
{
  CabImportAsked *asked;

  if (!is_idle_on (self, "preview"))
    return;

  asked = cab_import_asked_new ();
  cab_import_preview_page_refuse (self->preview_page, NULL);
  cab_import_preview_page_ask (self->preview_page, asked);
  if (self->map != NULL)
    asked->map = copy_map (self->map);
  begin_job (self, _ ("Importing"), CAB_JOB_WRITES, cab_import_run_job, asked,
             (GDestroyNotify)cab_import_plan_unref, on_imported_cb);
}

static void
on_rejects_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (self->practice == NULL)
    return;

  path = end_job (self, result, &error);
  if (path == NULL)
    {
      cab_import_preview_page_refuse (self->preview_page, get_sentence (error));
      return;
    }

  name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("The rows at fault are in “%s”"), name);
  cab_import_preview_page_refuse (self->preview_page, sentence);
}

void
cab_import_dialog_save_rejects (CabImportDialog *self, const char *path)
{
  CabImportAsked *asked;

  g_return_if_fail (CAB_IS_IMPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  asked = cab_import_asked_new ();
  cab_import_preview_page_ask (self->preview_page, asked);
  asked->rejects = g_strdup (path);
  begin_job (self, _ ("Saving Rejects"), CAB_JOB_READS, cab_import_rejects_job, asked, g_free,
             on_rejects_saved_cb);
}

static void
on_rejects_named_cb (gpointer asker, const char *path)
{
  CabImportDialog *self = asker;

  if (self->practice != NULL && self->running == NULL)
    cab_import_dialog_save_rejects (self, path);
}

static void
on_save_rejects_cb (CabImportDialog *self)
{
  cab_choose_path (self, CAB_PATH_NEW_FILE, _ ("Save Rejects"), "rejects.csv", on_rejects_named_cb);
}

static void
on_map_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (self->practice == NULL)
    return;

  path = end_job (self, result, &error);
  if (path == NULL)
    {
      cab_import_people_page_refuse (self->people_page, get_sentence (error));
      return;
    }

  name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("The choices are in “%s”"), name);
  cab_import_people_page_tell (self->people_page, sentence);
}

void
cab_import_dialog_save_map (CabImportDialog *self, const char *path)
{
  CabImportAsked *asked;

  g_return_if_fail (CAB_IS_IMPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->practice == NULL || self->running != NULL)
    return;

  asked = cab_import_asked_new ();
  cab_import_people_page_ask (self->people_page, asked);
  g_set_str (&asked->map_path, path);
  begin_job (self, _ ("Saving Choices"), CAB_JOB_READS, cab_import_map_job, asked, g_free,
             on_map_saved_cb);
}

void
cab_import_dialog_load_map (CabImportDialog *self, const char *path)
{
  CabImportAsked *asked;

  g_return_if_fail (CAB_IS_IMPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->practice == NULL || self->running != NULL)
    return;

  asked = cab_import_asked_new ();
  asked->map_path = g_strdup (path);
  look_at_file (self, asked);
}

static void
on_map_named_cb (gpointer asker, const char *path)
{
  cab_import_dialog_save_map (asker, path);
}

static void
on_map_chosen_cb (gpointer asker, const char *path)
{
  cab_import_dialog_load_map (asker, path);
}

static void
on_save_map_cb (CabImportDialog *self)
{
  cab_choose_path (self, CAB_PATH_NEW_FILE, _ ("Save Choices"), "columns.txt", on_map_named_cb);
}

static void
on_load_map_cb (CabImportDialog *self)
{
  cab_choose_path (self, CAB_PATH_FILE, _ ("Load Choices"), NULL, on_map_chosen_cb);
}

static void
on_cancel_cb (CabImportDialog *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

static void
on_done_cb (CabImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_bases_cb (CabImportDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-bases", NULL);
}

static void
call_people (CabImportDialog *self)
{
  if (self->practice != NULL)
    cab_import_diary_page_call (self->diary_page, cab_open_practice_is_discreet (self->practice));
}

CabImportDialog *
cab_import_dialog_new (CabOpenPractice *practice, const char *client_id)
{
  CabImportDialog *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_IMPORT_DIALOG, NULL);
  self->practice = g_object_ref (practice);
  self->client_id = g_strdup (client_id);
  g_signal_connect_object (practice, "notify::discreet", G_CALLBACK (call_people), self,
                           G_CONNECT_SWAPPED);
  call_people (self);

  return self;
}

static void
forget (CabImportDialog *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->running);
  g_clear_object (&self->progress);
  g_clear_pointer (&self->file, cab_import_file_unref);
  g_clear_pointer (&self->map, cab_client_map_free);
  g_clear_object (&self->practice);
}

/* The callback of a job holds the dialog: closing must stop the job by itself. */
static void
cab_import_dialog_closed (AdwDialog *dialog)
{
  forget (CAB_IMPORT_DIALOG (dialog));
}

static void
cab_import_dialog_dispose (GObject *object)
{
  forget (CAB_IMPORT_DIALOG (object));

  G_OBJECT_CLASS (cab_import_dialog_parent_class)->dispose (object);
}

static void
cab_import_dialog_finalize (GObject *object)
{
  CabImportDialog *self = CAB_IMPORT_DIALOG (object);

  g_free (self->client_id);
  g_free (self->path);

  G_OBJECT_CLASS (cab_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, folder_button);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, passphrase_refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, working_page);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, made_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, people_page);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, diary_page);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, preview_page);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, CabImportDialog, bases_button);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_passphrase);
  gtk_widget_class_bind_template_callback (widget_class, on_unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bundle_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_load_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_people_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_diary_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_diary_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_record_consent_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_rejects_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bases_cb);
}

static void
cab_import_dialog_class_init (CabImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cab_import_dialog_closed;

  g_type_ensure (CAB_TYPE_IMPORT_DIARY_PAGE);
  g_type_ensure (CAB_TYPE_IMPORT_PEOPLE_PAGE);
  g_type_ensure (CAB_TYPE_IMPORT_PREVIEW_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-import-dialog.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
cab_import_dialog_init (CabImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_passphrase (self->passphrase_row);
}
