/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-new-practice-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cab-announce.h"
#include "cab-harden.h"
#include "cab-home-country.h"
#include "cab-passphrase-fields.h"
#include "cab-practice-maker.h"
#include "cab-recovery-page.h"
#include "cab-settings.h"
#include "cab-vault-error.h"

struct _CabNewPracticeDialog
{
  AdwDialog parent_instance;

  /* Owned */
  GPtrArray *countries; /* of CabHomeCountry */
  char *folder;
  GCancellable *making;

  /* Template */
  AdwNavigationView *view;
  AdwEntryRow *name_row;
  AdwComboRow *country_row;
  GtkButton *practice_button;
  AdwEntryRow *clinician_row;
  AdwComboRow *profession_row;
  AdwEntryRow *body_row;
  AdwEntryRow *number_row;
  GtkButton *clinician_button;
  AdwActionRow *folder_row;
  AdwEntryRow *file_row;
  GtkLabel *place_refusal_label;
  GtkLabel *place_warning_label;
  GtkButton *place_button;
  CabPassphraseFields *passphrase_fields;
  GtkLabel *refusal_label;
  GtkStack *make_stack;
  GtkButton *make_button;
  CabRecoveryPage *recovery_page;
};

static guint made_signal;

G_DEFINE_FINAL_TYPE (CabNewPracticeDialog, cab_new_practice_dialog, ADW_TYPE_DIALOG)

CabNewPracticeDialog *
cab_new_practice_dialog_new (void)
{
  return g_object_new (CAB_TYPE_NEW_PRACTICE_DIALOG, NULL);
}

/* (transfer full) (nullable): what was typed, without blanks around it. */
static char *
dup_typed (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static void
show_sentence (GtkLabel *label, const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (label), sentence);
}

/* A button that cannot be pressed yet has its reason in sight: an empty field. */
static void
update_buttons (CabNewPracticeDialog *self)
{
  g_autofree char *name = dup_typed (self->name_row);
  g_autofree char *clinician = dup_typed (self->clinician_row);
  g_autofree char *file = dup_typed (self->file_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->practice_button), name != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clinician_button), clinician != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->place_button), file != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button),
                            cab_passphrase_fields_is_complete (self->passphrase_fields));
}

/* The button that Return presses, and where typing begins. */
static void
on_page_shown_cb (CabNewPracticeDialog *self)
{
  const char *tag = adw_navigation_view_get_visible_page_tag (self->view);

  if (g_strcmp0 (tag, "practice") == 0)
    {
      adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->practice_button));
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
    }
  else if (g_strcmp0 (tag, "clinician") == 0)
    {
      adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->clinician_button));
      gtk_widget_grab_focus (GTK_WIDGET (self->clinician_row));
    }
  else if (g_strcmp0 (tag, "place") == 0)
    {
      adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->place_button));
      gtk_widget_grab_focus (GTK_WIDGET (self->place_button));
    }
  else if (g_strcmp0 (tag, "passphrase") == 0)
    {
      adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->make_button));
      cab_passphrase_fields_focus (self->passphrase_fields);
    }
  else
    adw_dialog_set_default_widget (ADW_DIALOG (self), NULL);
}

/* A page that slides away can still be pressed: what it leads to is on its way. */
static gboolean
is_on_page (CabNewPracticeDialog *self, const char *tag)
{
  return g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->view), tag) == 0;
}

static void
on_practice_next_cb (CabNewPracticeDialog *self)
{
  if (is_on_page (self, "practice"))
    adw_navigation_view_push_by_tag (self->view, "clinician");
}

static char *
dup_path (CabNewPracticeDialog *self)
{
  g_autofree char *file = dup_typed (self->file_row);

  return cab_practice_maker_dup_path (self->folder, file != NULL ? file : "");
}

/* [V-12] Said as soon as the folder is known; it refuses nothing. */
static void
show_folder (CabNewPracticeDialog *self)
{
  g_autofree char *own = cab_settings_dup_data_folder ();
  g_autofree char *path = dup_path (self);
  gboolean is_own = g_str_equal (own, self->folder);

  adw_action_row_set_subtitle (self->folder_row,
                               is_own ? _ ("Cabinet’s own folder") : self->folder);
  show_sentence (self->place_refusal_label, NULL);
  show_sentence (self->place_warning_label, cab_vault_get_place_warning (path));
}

static void
on_clinician_next_cb (CabNewPracticeDialog *self)
{
  g_autofree char *typed = dup_typed (self->file_row);

  if (!is_on_page (self, "clinician"))
    return;

  if (typed == NULL)
    {
      g_autofree char *name = dup_typed (self->name_row);
      g_autofree char *path = cab_practice_maker_dup_path ("", name);
      g_autofree char *file = g_path_get_basename (path);

      gtk_editable_set_text (GTK_EDITABLE (self->file_row), file);
    }
  show_folder (self);
  adw_navigation_view_push_by_tag (self->view, "place");
}

static void
on_folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNewPracticeDialog) self = user_data;
  g_autoptr (GFile) folder
      = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (folder == NULL || g_file_peek_path (folder) == NULL || self->making == NULL)
    return;

  g_set_str (&self->folder, g_file_peek_path (folder));
  show_folder (self);
}

static void
on_choose_folder_cb (CabNewPracticeDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Choose a Folder for the Practice"));
  if (g_file_query_exists (folder, NULL))
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (root), self->making, on_folder_chosen_cb,
                                 g_object_ref (self));
}

/* Cabinet's own folder is made together with the first practice in it. */
static gboolean
check_place (CabNewPracticeDialog *self, GError **error)
{
  g_autofree char *own = cab_settings_dup_data_folder ();
  g_autofree char *path = dup_path (self);

  if (g_str_equal (own, self->folder) && !g_file_test (own, G_FILE_TEST_EXISTS))
    return TRUE;

  return cab_vault_check_new (path, error);
}

static void
on_place_next_cb (CabNewPracticeDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_typed (self->name_row);
  g_autofree char *clinician = dup_typed (self->clinician_row);
  const char *known[] = { name, clinician, NULL };

  if (!is_on_page (self, "place"))
    return;

  if (!check_place (self, &error))
    {
      show_sentence (self->place_refusal_label, error->message);
      return;
    }

  show_sentence (self->place_refusal_label, NULL);
  cab_passphrase_fields_set_known (self->passphrase_fields, known);
  adw_navigation_view_push_by_tag (self->view, "passphrase");
}

static CabNewPractice *
read_asked (CabNewPracticeDialog *self)
{
  const CabHomeCountry *country
      = self->countries->pdata[adw_combo_row_get_selected (self->country_row)];
  CabNewPractice *asked = g_new0 (CabNewPractice, 1);

  asked->path = dup_path (self);
  asked->name = dup_typed (self->name_row);
  asked->clinician = dup_typed (self->clinician_row);
  asked->profession = (CabProfession)adw_combo_row_get_selected (self->profession_row);
  asked->registration_body = dup_typed (self->body_row);
  asked->registration_number = dup_typed (self->number_row);
  asked->jurisdiction = country->jurisdiction;
  asked->currency = g_strdup (country->currency);

  return asked;
}

static void
set_busy (CabNewPracticeDialog *self, gboolean is_busy)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  adw_navigation_page_set_can_pop (page, !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_fields), !is_busy);
  gtk_stack_set_visible_child_name (self->make_stack, is_busy ? "busy" : "button");
}

/* [W-37] To the page it belongs to, with everything that was typed. */
static void
show_failure (CabNewPracticeDialog *self, const GError *error)
{
  static const int of_place[]
      = { CAB_VAULT_ERROR_EXISTS,    CAB_VAULT_ERROR_PLACE,     CAB_VAULT_ERROR_NO_PERMISSION,
          CAB_VAULT_ERROR_NOT_FOUND, CAB_VAULT_ERROR_READ_ONLY, CAB_VAULT_ERROR_NO_SPACE,
          CAB_VAULT_ERROR_IO };

  for (guint i = 0; i < G_N_ELEMENTS (of_place); i++)
    if (g_error_matches (error, CAB_VAULT_ERROR, of_place[i]))
      {
        adw_navigation_view_pop_to_tag (self->view, "place");
        show_sentence (self->place_refusal_label, error->message);
        return;
      }

  show_sentence (self->refusal_label, error->message);
}

static void
on_made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNewPracticeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabOpenPractice) practice = cab_practice_maker_make_finish (result, &error);

  cab_harden_scrub_thread ();
  /* Closed in the moment in which it was made: then it was not wanted. */
  if (self->making == NULL || g_cancellable_is_cancelled (self->making))
    {
      if (practice != NULL)
        {
          cab_open_practice_close (practice);
          g_unlink (cab_open_practice_get_path (practice));
        }
      return;
    }

  set_busy (self, FALSE);
  if (practice == NULL)
    {
      show_failure (self, error);
      return;
    }

  cab_recovery_page_set_practice (self->recovery_page, practice);
  adw_navigation_view_replace_with_tags (self->view, (const char *[]){ "recovery" }, 1);
  g_signal_emit (self, made_signal, 0, practice);
}

static void
on_make_cb (CabNewPracticeDialog *self)
{
  CabSecret *secret = cab_passphrase_fields_dup_secret (self->passphrase_fields);

  if (secret == NULL)
    return;

  show_sentence (self->refusal_label, NULL);
  /* A text that is made insensitive while it has the focus is never told. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  set_busy (self, TRUE);
  cab_practice_maker_make_async (read_asked (self), secret, self->making, on_made_cb,
                                 g_object_ref (self));
}

static void
on_sheet_finished_cb (CabNewPracticeDialog *self, gboolean is_proved)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cab_new_practice_dialog_closed (AdwDialog *dialog)
{
  CabNewPracticeDialog *self = CAB_NEW_PRACTICE_DIALOG (dialog);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
}

static void
fill_choices (CabNewPracticeDialog *self)
{
  g_autoptr (GtkStringList) countries = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) professions = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->countries->len; i++)
    gtk_string_list_append (countries, _ (((CabHomeCountry *)self->countries->pdata[i])->name));
  adw_combo_row_set_model (self->country_row, G_LIST_MODEL (countries));
  adw_combo_row_set_selected (self->country_row, cab_home_country_find_local (self->countries));

  for (gsize i = 0; i < cab_profession_codes.n_codes; i++)
    gtk_string_list_append (professions, _ (cab_profession_codes.codes[i].label));
  adw_combo_row_set_model (self->profession_row, G_LIST_MODEL (professions));
}

static void
cab_new_practice_dialog_dispose (GObject *object)
{
  CabNewPracticeDialog *self = CAB_NEW_PRACTICE_DIALOG (object);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->countries, g_ptr_array_unref);

  G_OBJECT_CLASS (cab_new_practice_dialog_parent_class)->dispose (object);
}

static void
cab_new_practice_dialog_finalize (GObject *object)
{
  g_free (CAB_NEW_PRACTICE_DIALOG (object)->folder);

  G_OBJECT_CLASS (cab_new_practice_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, view);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, country_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, practice_button);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, clinician_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, profession_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, body_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, clinician_button);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, place_refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, place_warning_label);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, place_button);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, passphrase_fields);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, make_stack);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, CabNewPracticeDialog, recovery_page);
}

static void
cab_new_practice_dialog_class_init (CabNewPracticeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_new_practice_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_new_practice_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cab_new_practice_dialog_closed;

  made_signal = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, CAB_TYPE_OPEN_PRACTICE);

  g_type_ensure (CAB_TYPE_PASSPHRASE_FIELDS);
  g_type_ensure (CAB_TYPE_RECOVERY_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/unlock/cab-new-practice-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_practice_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clinician_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_make_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_finished_cb);
}

static void
cab_new_practice_dialog_init (CabNewPracticeDialog *self)
{
  self->countries = cab_home_country_list ();
  self->folder = cab_settings_dup_data_folder ();
  self->making = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  update_buttons (self);
  on_page_shown_cb (self);
}
