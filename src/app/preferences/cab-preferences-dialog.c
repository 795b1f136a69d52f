/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-preferences-dialog.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-autosave.h"
#include "cab-bases-page.h"
#include "cab-computer.h"
#include "cab-open-row.h"
#include "cab-passphrase-page.h"
#include "cab-policies-page.h"
#include "cab-practice-layouts.h"
#include "cab-practice-settings.h"
#include "cab-recent-files.h"
#include "cab-record-page.h"
#include "cab-recovery-page.h"
#include "cab-text-row.h"
#include "cab-word.h"

#define CONTACT_PREFERENCE "contact-now"
#define FOLDER_PREFERENCE "backup-folder"

struct _CabPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabForm *form; /* of the practice's own record; NULL until it is read */
  CabAutosave *contact_save;
  GCancellable *loading;
  char *practice_id;
  char *owner_id;
  gulong changed_id;
  gulong closing_id;

  /* Template */
  AdwPreferencesGroup *language_group;
  AdwComboRow *word_row;
  AdwComboRow *scheme_row;
  GtkWidget *discreet_row;
  AdwPreferencesGroup *notes_group;
  AdwPreferencesGroup *lock_group;
  GtkWidget *idle_row;
  GtkWidget *screen_row;
  GtkWidget *suspend_row;
  GtkWidget *hidden_row;
  GtkWidget *remember_row;
  AdwActionRow *passphrase_row;
  CabTextRow *contact_row;
  AdwPreferencesGroup *backup_group;
  AdwActionRow *folder_row;

  /* State */
  guint is_filling : 1;
};

G_DEFINE_FINAL_TYPE (CabPreferencesDialog, cab_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* What the practice says when the dialog opens. */
typedef struct
{
  CabFormBatch *batch;
  char *owner_id;
  char *contact;
  char *folder;
} Content;

static void
content_free (Content *self)
{
  g_clear_pointer (&self->batch, cab_form_batch_free);
  g_free (self->owner_id);
  g_free (self->contact);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  g_autoptr (Content) content = g_new0 (Content, 1);

  if (settings == NULL)
    return g_steal_pointer (&content);

  content->batch
      = cab_form_load (practice, &cab_practice_kind, cab_record_get_id (settings), error);
  if (content->batch == NULL)
    return NULL;
  content->owner_id = g_strdup (cab_practice_get_owner_id (practice));
  content->contact = cab_practice_dup_preference (practice, CONTACT_PREFERENCE);
  content->folder = cab_practice_dup_preference (practice, FOLDER_PREFERENCE);

  return g_steal_pointer (&content);
}

static void
add_fields (CabPreferencesDialog *self, AdwPreferencesGroup *group, const CabLayoutSection *section)
{
  cab_form_add_fields (self->form, group, section->fields, section->n_fields);
}

static void
show_folder (CabPreferencesDialog *self, const char *folder)
{
  adw_action_row_set_subtitle (self->folder_row, folder != NULL ? folder : _ ("Not chosen yet"));
}

static void
fill (CabPreferencesDialog *self, Content *content)
{
  self->is_filling = TRUE;
  g_object_set (self->contact_row, "text", content->contact, "editable",
                cab_open_practice_is_writable (self->practice), NULL);
  show_folder (self, content->folder);
  self->is_filling = FALSE;

  self->owner_id = g_steal_pointer (&content->owner_id);
  self->practice_id = g_strdup (cab_record_get_id (content->batch->record));
  self->form = cab_form_new (self->practice, g_steal_pointer (&content->batch));
  add_fields (self, self->language_group, &cab_language_preferences);
  add_fields (self, self->notes_group, &cab_notes_preferences);
  add_fields (self, self->lock_group, &cab_lock_preferences);
  add_fields (self, self->backup_group, &cab_backup_preferences);
}

static void
tell (CabPreferencesDialog *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPreferencesDialog) self = user_data;
  g_autoptr (Content) content = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  content = cab_open_practice_run_finish (self->practice, result, &error);
  if (content != NULL && content->batch != NULL)
    fill (self, content);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

/* One value of the practice on its way: a field by its name, or a preference. */
typedef struct
{
  const char *preference;
  guint field;
  char *value;
} Wish;

static void
wish_free (Wish *self)
{
  g_free (self->value);
  g_free (self);
}

static gpointer
set_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  g_autoptr (CabRecord) settings = NULL;

  if (wish->preference != NULL)
    {
      (void)cab_practice_set_preference (practice, wish->preference, wish->value, error);
      return NULL;
    }

  settings = cab_record_dup (cab_practice_get_settings (practice));
  if (cab_record_parse (settings, wish->field, wish->value, error))
    (void)cab_practice_save (practice, settings, error);

  return NULL;
}

static void
on_set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

static void
set_value (CabPreferencesDialog *self,
           const char *preference,
           guint field,
           const char *value,
           GAsyncReadyCallback callback)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->preference = preference;
  wish->field = field;
  wish->value = g_strdup (value);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, set_job, wish,
                               (GDestroyNotify)wish_free, NULL, NULL, callback,
                               g_object_ref (self));
}

/* [W-115] The choices are the words themselves, in the order of their codes. */
static void
fill_words (CabPreferencesDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  int chosen
      = cab_codes_find (&cab_word_for_client_codes, cab_open_practice_get_word (self->practice));

  for (gsize i = 0; i < cab_word_for_client_codes.n_codes; i++)
    gtk_string_list_append (words, cab_word (cab_word_for_client_codes.codes[i].code, "clients"));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->word_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->word_row, chosen >= 0 ? (guint)chosen : 0);
  self->is_filling = FALSE;
}

static void
on_word_selected_cb (CabPreferencesDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->word_row);

  if (self->is_filling || self->practice == NULL || chosen >= cab_word_for_client_codes.n_codes)
    return;

  set_value (self, NULL, CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT),
             cab_word_for_client_codes.codes[chosen].code, on_set_cb);
}

static void
on_scheme_selected_cb (CabPreferencesDialog *self)
{
  GSettings *settings = cab_computer_get_settings ();
  guint chosen = adw_combo_row_get_selected (self->scheme_row);

  if (!self->is_filling && settings != NULL && chosen != GTK_INVALID_LIST_POSITION)
    g_settings_set_enum (settings, CAB_COMPUTER_COLOR_SCHEME, (int)chosen);
}

static void
on_contact_typed_cb (CabPreferencesDialog *self)
{
  if (!self->is_filling && self->contact_save != NULL)
    cab_autosave_touch (self->contact_save);
}

static void
on_contact_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (self->contact_save != NULL)
    cab_autosave_done (self->contact_save, error);
  if (error != NULL)
    tell (self, error->message);
}

static void
save_contact (CabPreferencesDialog *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->contact_row, "text", &text, NULL);
  set_value (self, CONTACT_PREFERENCE, 0, text, on_contact_saved_cb);
}

static void
flush (CabPreferencesDialog *self)
{
  if (self->contact_save != NULL)
    cab_autosave_flush (self->contact_save);
}

/* What is chosen holds at once: the word, the minutes [W-115]. */
static void
on_practice_changed_cb (CabPreferencesDialog *self)
{
  cab_open_practice_reload (self->practice);
}

static void
push_record (CabPreferencesDialog *self, const char *title, const CabLayout *layout, const char *id)
{
  if (id != NULL)
    adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self),
                                         cab_record_page_new (self->practice, title, layout, id));
}

static void
open_practice (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (widget);

  push_record (self, _ ("Practice Details"), &cab_practice_layout, self->practice_id);
}

static void
open_clinician (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (widget);

  push_record (self, _ ("About You"), &cab_clinician_layout, self->owner_id);
}

static void
open_bases (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (widget);

  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self),
                                       cab_bases_page_new (self->practice));
}

static void
open_texts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_preferences_dialog_show_texts (CAB_PREFERENCES_DIALOG (widget));
}

/* [W-125] The focus goes back to the row that led to the page. */
static void
on_passphrase_changed_cb (CabPreferencesDialog *self)
{
  const char *sentence = _ ("Passphrase changed. Older backups still open with the old one.");
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_button_label (toast, _ ("_Back Up Now"));
  adw_toast_set_action_name (toast, "win.back-up");
  adw_toast_set_timeout (toast, 10);
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
  cab_announce (GTK_WIDGET (self), sentence);
}

static void
change_passphrase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (widget);

  AdwNavigationPage *page = cab_passphrase_page_new (self->practice);

  g_signal_connect_object (page, "changed", G_CALLBACK (on_passphrase_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self), page);
}

static void
on_sheet_finished_cb (CabPreferencesDialog *self)
{
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (self));
}

static void
make_recovery_sheet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (widget);
  CabRecoveryPage *page = g_object_new (CAB_TYPE_RECOVERY_PAGE, NULL);

  cab_recovery_page_set_practice (page, self->practice);
  g_signal_connect_object (page, "finished", G_CALLBACK (on_sheet_finished_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self), ADW_NAVIGATION_PAGE (page));
}

static void
forget_recent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_recent_files_clear ();
  tell (CAB_PREFERENCES_DIALOG (widget), _ ("The start page lists no practices now"));
  cab_announce (widget, _ ("The start page lists no practices now"));
}

static void
on_folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPreferencesDialog) self = user_data;
  g_autoptr (GFile) folder
      = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (path == NULL || self->practice == NULL)
    return;

  show_folder (self, path);
  set_value (self, FOLDER_PREFERENCE, 0, path, on_set_cb);
  cab_open_practice_reload (self->practice);
}

static void
choose_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Backup Folder"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 on_folder_chosen_cb, g_object_ref (widget));
}

static const CabAction actions[] = {
  { "preferences.change-passphrase", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES,
    change_passphrase },
  { "preferences.recovery-sheet", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, make_recovery_sheet },
  { "preferences.forget-recent", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, forget_recent },
  { "preferences.practice", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, open_practice },
  { "preferences.clinician", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, open_clinician },
  { "preferences.bases", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, open_bases },
  { "preferences.texts", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, open_texts },
  { "preferences.backup-folder", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, choose_folder },
};

CAB_DEFINE_ACTION_TABLE (cab_preferences_actions, actions);

static void
bind_computer (CabPreferencesDialog *self)
{
  GSettings *settings = cab_computer_get_settings ();

  cab_computer_bind (CAB_COMPUTER_LOCK_WHEN_IDLE, self->idle_row, "active");
  cab_computer_bind (CAB_COMPUTER_DISCREET_MODE, self->discreet_row, "active");
  cab_computer_bind (CAB_COMPUTER_LOCK_WITH_SCREEN, self->screen_row, "active");
  cab_computer_bind (CAB_COMPUTER_LOCK_ON_SUSPEND, self->suspend_row, "active");
  cab_computer_bind (CAB_COMPUTER_LOCK_WHEN_HIDDEN, self->hidden_row, "active");
  cab_computer_bind (CAB_COMPUTER_REMEMBER_PRACTICES, self->remember_row, "active");
  self->is_filling = TRUE;
  if (settings != NULL)
    adw_combo_row_set_selected (self->scheme_row,
                                (guint)g_settings_get_enum (settings, CAB_COMPUTER_COLOR_SCHEME));
  self->is_filling = FALSE;
}

AdwDialog *
cab_preferences_dialog_new (CabOpenPractice *practice)
{
  CabPreferencesDialog *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_PREFERENCES_DIALOG, NULL);
  self->practice = g_object_ref (practice);
  self->contact_save = cab_autosave_new ();
  g_signal_connect_swapped (self->contact_save, "save", G_CALLBACK (save_contact), self);
  self->changed_id
      = g_signal_connect_swapped (practice, "changed", G_CALLBACK (on_practice_changed_cb), self);
  self->closing_id = g_signal_connect_swapped (practice, "closing", G_CALLBACK (flush), self);
  cab_action_table_bind (&cab_preferences_actions, GTK_WIDGET (self), G_OBJECT (practice));
  g_object_bind_property (practice, "writable", self->word_row, "sensitive", G_BINDING_SYNC_CREATE);
  /* [V-6] Its passphrase is shown on its lock page, which knows no other. */
  if (cab_open_practice_is_sample (practice))
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.change-passphrase", FALSE);
      adw_action_row_set_subtitle (self->passphrase_row,
                                   _ ("The sample practice keeps the one it has"));
    }
  fill_words (self);
  bind_computer (self);
  cab_open_practice_run_async (practice, CAB_JOB_READS, load_job, NULL, NULL,
                               (GDestroyNotify)content_free, self->loading, on_loaded_cb,
                               g_object_ref (self));

  return ADW_DIALOG (self);
}

typedef AdwNavigationPage *(*PageNew) (CabOpenPractice *practice);

typedef struct
{
  PageNew page_new;
} Showing;

/* A page that is covered before its first frame is never folded to its width. */
static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (widget);
  const Showing *showing = user_data;

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;

  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self),
                                       showing->page_new (self->practice));

  return G_SOURCE_REMOVE;
}

static void
show_page (CabPreferencesDialog *self, PageNew page_new)
{
  Showing *showing = g_new0 (Showing, 1);

  showing->page_new = page_new;
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (self), "practice");
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, showing, g_free);
}

void
cab_preferences_dialog_show_texts (CabPreferencesDialog *self)
{
  g_return_if_fail (CAB_IS_PREFERENCES_DIALOG (self));

  show_page (self, cab_policies_page_new);
}

void
cab_preferences_dialog_show_bases (CabPreferencesDialog *self)
{
  g_return_if_fail (CAB_IS_PREFERENCES_DIALOG (self));

  show_page (self, cab_bases_page_new);
}

/* The text is flushed while there is still a row to read it from. */
static void
cab_preferences_dialog_closed (AdwDialog *dialog)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (dialog);

  if (self->practice != NULL && !cab_open_practice_is_closed (self->practice))
    flush (self);
}

static void
cab_preferences_dialog_dispose (GObject *object)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->contact_save != NULL)
    g_signal_handlers_disconnect_by_data (self->contact_save, self);
  g_clear_object (&self->contact_save);
  if (self->practice != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->practice);
      g_clear_signal_handler (&self->closing_id, self->practice);
    }
  g_clear_object (&self->form);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_preferences_dialog_parent_class)->dispose (object);
}

static void
cab_preferences_dialog_finalize (GObject *object)
{
  CabPreferencesDialog *self = CAB_PREFERENCES_DIALOG (object);

  g_free (self->practice_id);
  g_free (self->owner_id);

  G_OBJECT_CLASS (cab_preferences_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, language_group);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, word_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, notes_group);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, lock_group);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, idle_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, discreet_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, screen_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, suspend_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, hidden_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, remember_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, contact_row);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, backup_group);
  gtk_widget_class_bind_template_child (widget_class, CabPreferencesDialog, folder_row);
}

static void
cab_preferences_dialog_class_init (CabPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cab_preferences_dialog_dispose;
  object_class->finalize = cab_preferences_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cab_preferences_dialog_closed;

  g_type_ensure (CAB_TYPE_OPEN_ROW);
  g_type_ensure (CAB_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/preferences/cab-preferences-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_word_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_contact_typed_cb);
  cab_action_table_install (&cab_preferences_actions, widget_class);
}

static void
cab_preferences_dialog_init (CabPreferencesDialog *self)
{
  self->loading = g_cancellable_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}
