/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-announce.h"
#include "cab-choose-path.h"
#include "cab-disclosure.h"
#include "cab-export-error.h"
#include "cab-export-item.h"
#include "cab-export-job.h"
#include "cab-export-kinds.h"
#include "cab-export-passphrase-page.h"
#include "cab-export-period.h"
#include "cab-export-result-page.h"
#include "cab-export-row.h"
#include "cab-export-summary.h"
#include "cab-model-error.h"
#include "cab-open-record.h"
#include "cab-window-private.h"
#include "cab-words.h"

struct _CabExportDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  char *folder;
  CabExportPreview *preview;
  CabSecret *passphrase;
  CabProgress *progress;
  GCancellable *running;

  /* Template */
  AdwNavigationView *navigation_view;
  AdwComboRow *profile_row;
  AdwComboRow *ground_row;
  AdwComboRow *process_notes_row;
  CabExportKinds *kinds_row;
  CabExportPeriod *period_row;
  GtkLabel *counts_label;
  GtkLabel *stays_label;
  GtkLabel *refusal_label;
  GtkWidget *bases_button;
  GtkWidget *consent_button;
  GtkButton *look_button;
  GtkListBox *item_list;
  GtkLabel *no_items_label;
  AdwEntryRow *recipient_row;
  AdwSwitchRow *identity_row;
  AdwComboRow *channel_row;
  AdwSwitchRow *encrypt_row;
  AdwEntryRow *asked_by_row;
  AdwActionRow *folder_row;
  GtkButton *second_look_button;
  GtkListBox *summary_list;
  GtkLabel *export_refusal_label;
  GtkButton *export_button;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (CabExportDialog, cab_export_dialog, ADW_TYPE_DIALOG)

/* The profiles of a client's bundle, in the order of the row. */
static const struct
{
  CabBundleProfile profile;
  const char *label;
  const char *sentence;
} profiles[] = {
  { CAB_BUNDLE_PROFILE_ACCESS, N_ ("Access"),
    N_ ("Everything held about the person, with what is withheld and why") },
  { CAB_BUNDLE_PROFILE_PORTABILITY, N_ ("Portability"),
    N_ ("What the person gave, to take elsewhere; of your notes only when and how you met") },
  { CAB_BUNDLE_PROFILE_TRANSFER, N_ ("Transfer"),
    N_ ("The whole record for the next clinician, with the person’s consent") },
  { CAB_BUNDLE_PROFILE_DISCLOSURES, N_ ("Disclosures"),
    N_ ("To whom data was given, and on which ground") },
};

static CabBundleProfile
get_profile (CabExportDialog *self)
{
  if (self->client_id == NULL)
    return CAB_BUNDLE_PROFILE_PRACTICE;

  return profiles[adw_combo_row_get_selected (self->profile_row)].profile;
}

static const CabCode *
get_ground (CabExportDialog *self)
{
  return &cab_disclosure_ground_codes.codes[adw_combo_row_get_selected (self->ground_row)];
}

/* A second click comes before the next page has slid in. */
static gboolean
is_on_page (CabExportDialog *self, const char *tag)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page != NULL && g_strcmp0 (adw_navigation_page_get_tag (page), tag) == 0;
}

static char *
dup_entry (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static void
add_withheld (CabExportDialog *self, CabExportAsked *asked)
{
  for (guint i = 0; self->preview != NULL && i < self->preview->items->len; i++)
    {
      CabExportItem *item = self->preview->items->pdata[i];
      guint choice = cab_export_item_get_choice (item);
      const CabWithholdGround *ground;

      if (choice == 0 || choice > self->preview->grounds->len)
        continue;
      ground = self->preview->grounds->pdata[choice - 1];
      g_ptr_array_add (asked->withheld, g_strdup (cab_export_item_get_id (item)));
      g_ptr_array_add (asked->withheld, g_strdup (ground->code));
    }
}

static void
show_refusal (GtkLabel *label, const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (label), sentence);
}

static GListModel *
make_choices (CabExportPreview *preview)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("Goes"));
  for (guint i = 0; i < preview->grounds->len; i++)
    {
      const CabWithholdGround *ground = preview->grounds->pdata[i];

      /* Translators: %s is the ground on which a record is withheld */
      gtk_string_list_take (choices, g_strdup_printf (_ ("Withheld: %s"), _ (ground->label)));
    }

  return G_LIST_MODEL (choices);
}

static void
show_items (CabExportDialog *self)
{
  g_autoptr (GListModel) choices = make_choices (self->preview);

  gtk_list_box_remove_all (self->item_list);
  for (guint i = 0; i < self->preview->items->len; i++)
    gtk_list_box_append (self->item_list,
                         cab_export_row_new (self->preview->items->pdata[i], choices));
  gtk_widget_set_visible (GTK_WIDGET (self->item_list), self->preview->items->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_items_label), self->preview->items->len == 0);
}

/* [B-1] What the client asked for goes to the client, everything else to somebody else, who is
 * not written into the disclosure under the name that was offered before. */
static void
offer_recipient (CabExportDialog *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->recipient_row);
  const char *name = self->preview != NULL ? self->preview->client_name : NULL;
  const char *typed = gtk_editable_get_text (entry);
  gboolean is_to_other
      = self->client_id != NULL
        && adw_combo_row_get_selected (self->ground_row) != CAB_DISCLOSURE_GROUND_SUBJECT_REQUEST;

  if (name == NULL)
    return;

  if (is_to_other && g_str_equal (typed, name))
    gtk_editable_set_text (entry, "");
  else if (!is_to_other && *typed == '\0')
    gtk_editable_set_text (entry, name);
}

/* [W-97] What goes, and what this profile leaves out. */
static void
show_counts (CabExportDialog *self, const CabExportPreview *preview)
{
  g_autofree char *goes = NULL;
  g_autofree char *stays = NULL;

  if (preview != NULL && self->client_id != NULL)
    {
      /* Translators: %s lists kinds of record with counts */
      goes = g_strdup_printf (_ ("What goes: %s"), preview->counts);
      stays = g_strdup_printf (_ ("What stays: %s"), preview->stays);
    }
  gtk_label_set_label (self->counts_label, goes != NULL      ? goes
                                           : preview != NULL ? preview->counts
                                                             : "");
  gtk_label_set_label (self->stays_label, stays != NULL ? stays : "");
  gtk_widget_set_visible (GTK_WIDGET (self->stays_label), stays != NULL && *preview->stays != '\0');
}

static void
on_previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CabExportPreview *preview;

  if (self->practice == NULL)
    return;

  preview = cab_open_practice_run_finish (self->practice, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->look_button), preview != NULL);
  show_refusal (self->refusal_label, preview != NULL ? NULL : error->message);
  gtk_widget_set_visible (self->bases_button,
                          g_error_matches (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_BASIS));
  gtk_widget_set_visible (self->consent_button,
                          g_error_matches (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_GATE));
  show_counts (self, preview);
  if (preview == NULL)
    return;

  if (get_profile (self) == CAB_BUNDLE_PROFILE_TRANSFER)
    cab_export_kinds_show (self->kinds_row, preview->kinds);

  g_clear_pointer (&self->preview, cab_export_preview_free);
  self->preview = preview;
  offer_recipient (self);
  show_items (self);
}

static void
begin_run (CabExportDialog *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
}

/* (nullable): %NULL while a day of the period is not typed to its end */
static CabExportAsked *
make_asked (CabExportDialog *self)
{
  g_autoptr (CabExportAsked) asked = cab_export_asked_new (get_profile (self), self->client_id);

  if (self->client_id != NULL
      && !cab_export_period_read (self->period_row, &asked->first, &asked->last))
    return NULL;

  if (self->client_id != NULL)
    asked->ground = get_ground (self)->code;
  /* [B-5] For the others it is no choice. */
  if (asked->profile == CAB_BUNDLE_PROFILE_TRANSFER)
    {
      asked->process_notes = (CabBundleChoice)adw_combo_row_get_selected (self->process_notes_row);
      asked->kinds = cab_export_kinds_dup_chosen (self->kinds_row);
    }

  return g_steal_pointer (&asked);
}

/* What goes depends on the profile and on what is said about process notes. */
static void
preview (CabExportDialog *self)
{
  CabExportAsked *asked;

  if (self->practice == NULL)
    return;

  if (self->client_id != NULL)
    adw_action_row_set_subtitle (
        ADW_ACTION_ROW (self->profile_row),
        _ (profiles[adw_combo_row_get_selected (self->profile_row)].sentence));
  gtk_widget_set_visible (GTK_WIDGET (self->process_notes_row),
                          get_profile (self) == CAB_BUNDLE_PROFILE_TRANSFER);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds_row),
                          get_profile (self) == CAB_BUNDLE_PROFILE_TRANSFER);
  cab_export_period_set_six_years (self->period_row,
                                   get_profile (self) == CAB_BUNDLE_PROFILE_DISCLOSURES);
  offer_recipient (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->look_button), FALSE);
  begin_run (self);
  asked = make_asked (self);
  if (asked == NULL)
    return;

  cab_open_practice_run_async (self->practice, CAB_JOB_READS, cab_export_preview_job, asked,
                               (GDestroyNotify)cab_export_asked_free,
                               (GDestroyNotify)cab_export_preview_free, self->running,
                               on_previewed_cb, g_object_ref (self));
}

/* [B-1] Each profile has the ground on which it mostly goes out. */
static void
on_profile_cb (CabExportDialog *self)
{
  guint ground = get_profile (self) == CAB_BUNDLE_PROFILE_TRANSFER
                     ? CAB_DISCLOSURE_GROUND_CONSENT
                     : CAB_DISCLOSURE_GROUND_SUBJECT_REQUEST;

  if (adw_combo_row_get_selected (self->ground_row) == ground)
    preview (self);
  else
    adw_combo_row_set_selected (self->ground_row, ground);
}

/* [B-6] The basis that was missing may be there now. */
static void
on_changed_cb (CabExportDialog *self)
{
  if (self->practice != NULL && is_on_page (self, "what"))
    preview (self);
}

static gboolean
is_plain (CabExportDialog *self)
{
  return !adw_switch_row_get_active (self->encrypt_row);
}

/* [W-97] The way on is open when everything is said. */
static void
update_who (CabExportDialog *self)
{
  g_autofree char *recipient = dup_entry (self->recipient_row);
  g_autofree char *asked_by = dup_entry (self->asked_by_row);
  gboolean is_practice = self->client_id == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->asked_by_row), is_plain (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->second_look_button),
                            self->folder != NULL && (is_practice || recipient != NULL)
                                && (is_practice || adw_switch_row_get_active (self->identity_row))
                                && (!is_plain (self) || asked_by != NULL));
}

const char *
cab_export_dialog_get_client_id (CabExportDialog *self)
{
  g_return_val_if_fail (CAB_IS_EXPORT_DIALOG (self), NULL);

  return self->client_id;
}

void
cab_export_dialog_set_folder (CabExportDialog *self, const char *folder)
{
  g_return_if_fail (CAB_IS_EXPORT_DIALOG (self));
  g_return_if_fail (folder != NULL);

  g_free (self->folder);
  self->folder = g_strdup (folder);
  adw_action_row_set_subtitle (self->folder_row, folder);
  update_who (self);
}

static void
on_folder_chosen_cb (gpointer asker, const char *path)
{
  CabExportDialog *self = asker;

  if (self->practice != NULL)
    cab_export_dialog_set_folder (self, path);
}

static void
on_choose_folder_cb (CabExportDialog *self)
{
  cab_choose_path (self, CAB_PATH_FOLDER, _ ("Choose a Folder"), NULL, on_folder_chosen_cb);
}

/* [W-66] Most bundles go where documents do; [Choose…] stands beside it. */
static void
offer_folder (CabExportDialog *self)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder != NULL && g_access (folder, W_OK) == 0)
    cab_export_dialog_set_folder (self, folder);
}

static guint
count_withheld (CabExportDialog *self)
{
  guint n_withheld = 0;

  for (guint i = 0; i < self->preview->items->len; i++)
    n_withheld += cab_export_item_get_choice (self->preview->items->pdata[i]) > 0 ? 1 : 0;

  return n_withheld;
}

static void
on_look_cb (CabExportDialog *self)
{
  gboolean needs_look;

  if (!is_on_page (self, "what") || self->preview == NULL)
    return;

  needs_look = self->client_id != NULL && self->preview->items->len > 0;
  adw_navigation_view_push_by_tag (self->navigation_view, needs_look ? "look" : "who");
  update_who (self);
}

static void
on_who_cb (CabExportDialog *self)
{
  if (!is_on_page (self, "look"))
    return;

  adw_navigation_view_push_by_tag (self->navigation_view, "who");
  update_who (self);
}

/* [W-97] what goes, stays, to whom, how protected */
static void
show_summary (CabExportDialog *self)
{
  g_autofree char *recipient = dup_entry (self->recipient_row);
  g_autofree char *asked_by = is_plain (self) ? dup_entry (self->asked_by_row) : NULL;
  g_autofree char *period
      = self->client_id != NULL ? cab_export_period_dup_words (self->period_row) : NULL;
  const CabExportSummary summary = {
    .goes = self->preview->counts,
    .period = period,
    .ground = self->client_id != NULL ? get_ground (self)->label : NULL,
    .stays = self->preview->stays,
    .n_withheld = count_withheld (self),
    .recipient = recipient,
    .asked_by = asked_by,
    .folder = self->folder,
  };

  cab_export_summary_show (self->summary_list, &summary);
}

static void
on_second_look_cb (CabExportDialog *self)
{
  if (!is_on_page (self, "who"))
    return;

  show_summary (self);
  show_refusal (self->export_refusal_label, NULL);
  adw_navigation_view_push_by_tag (self->navigation_view, "second-look");
}

/* A name that says neither whose data it is nor that it is a client's. */
static char *
dup_target (CabExportDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *name = g_strdup_printf ("cabinet-%s.zip", stamp);

  return g_build_filename (self->folder, name, NULL);
}

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabBundleResult) bundle = NULL;

  if (self->practice == NULL)
    return;

  bundle = cab_open_practice_run_finish (self->practice, result, &error);
  g_clear_object (&self->running);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (bundle == NULL)
    {
      adw_navigation_view_pop (self->navigation_view);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_refusal (self->export_refusal_label, error->message);
      return;
    }

  adw_navigation_view_push (
      self->navigation_view,
      cab_export_result_page_new (self->practice, bundle, self->passphrase,
                                  gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW)));
  /* There is no way back, so Escape closes the dialog. */
  adw_navigation_view_set_pop_on_escape (self->navigation_view, FALSE);
  cab_announce (GTK_WIDGET (self), _ ("Exported"));
}

static void
on_progress_cb (CabExportDialog *self, GParamSpec *pspec, CabProgress *progress)
{
  g_autofree char *counts = cab_progress_dup_counts (progress);

  gtk_progress_bar_set_fraction (self->progress_bar, cab_progress_get_fraction (progress));
  gtk_progress_bar_set_text (self->progress_bar, counts);
}

static CabSecret *
make_passphrase (void)
{
  g_autoptr (CabIds) ids = cab_ids_new_random ();

  return cab_words_new_passphrase (ids, CAB_WORDS_BUNDLE);
}

static void
on_export_cb (CabExportDialog *self)
{
  CabExportAsked *asked;

  if (!is_on_page (self, "second-look"))
    return;

  asked = make_asked (self);
  g_return_if_fail (asked != NULL);

  g_clear_pointer (&self->passphrase, cab_secret_free);
  g_clear_object (&self->progress);
  self->progress = cab_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);

  asked->recipient = dup_entry (self->recipient_row);
  asked->channel
      = cab_disclosure_channel_codes.codes[adw_combo_row_get_selected (self->channel_row)].code;
  asked->n_records = self->preview->n_records;
  asked->path = dup_target (self);
  asked->progress = g_object_ref (self->progress);
  add_withheld (self, asked);
  if (is_plain (self))
    {
      asked->asked_by = dup_entry (self->asked_by_row);
    }
  else
    {
      self->passphrase = make_passphrase ();
      asked->passphrase = cab_secret_new_copy (cab_secret_open (self->passphrase),
                                               cab_secret_get_length (self->passphrase));
      cab_secret_close (self->passphrase);
    }

  begin_run (self);
  /* Its passphrase is shown here alone: closing is cancelling, and waits for how that ends. */
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_view_push_by_tag (self->navigation_view, "progress");
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_LONG, cab_export_job, asked,
                               (GDestroyNotify)cab_export_asked_free,
                               (GDestroyNotify)cab_bundle_result_free, self->running,
                               on_exported_cb, g_object_ref (self));
}

static void
on_cancel_cb (CabExportDialog *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

/* [W-96] */
static void
on_record_consent_cb (CabExportDialog *self)
{
  cab_open_consents (GTK_WIDGET (self), self->practice, self->client_id);
}

static void
on_proved_cb (CabExportDialog *self)
{
  static const char *const tags[] = { "what" };

  adw_navigation_view_replace_with_tags (self->navigation_view, tags, G_N_ELEMENTS (tags));
  preview (self);
}

/* [W-97] Everything at once goes to nobody who does not know the passphrase. */
static void
ask_passphrase (CabExportDialog *self)
{
  AdwNavigationPage *page = cab_export_passphrase_page_new (self->practice);

  g_signal_connect_object (page, "proved", G_CALLBACK (on_proved_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_replace (self->navigation_view, &page, 1);
}

static void
fill_rows (CabExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) grounds = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    gtk_string_list_append (names, _ (profiles[i].label));
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (names));

  for (gsize i = 0; i < cab_disclosure_channel_codes.n_codes; i++)
    gtk_string_list_append (channels, _ (cab_disclosure_channel_codes.codes[i].label));
  adw_combo_row_set_model (self->channel_row, G_LIST_MODEL (channels));
  for (gsize i = 0; i < cab_disclosure_ground_codes.n_codes; i++)
    gtk_string_list_append (grounds, _ (cab_disclosure_ground_codes.codes[i].label));
  adw_combo_row_set_model (self->ground_row, G_LIST_MODEL (grounds));
}

AdwDialog *
cab_export_dialog_new (CabOpenPractice *practice, const char *client_id)
{
  CabExportDialog *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_EXPORT_DIALOG, NULL);
  self->practice = g_object_ref (practice);
  self->client_id = g_strdup (client_id);
  gtk_widget_set_visible (GTK_WIDGET (self->profile_row), client_id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ground_row), client_id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->period_row), client_id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->recipient_row), client_id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->identity_row), client_id != NULL);
  g_signal_connect_object (practice, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  offer_folder (self);
  if (client_id == NULL)
    ask_passphrase (self);
  else
    preview (self);

  return ADW_DIALOG (self);
}

static void
cab_export_dialog_close_attempt (AdwDialog *dialog)
{
  on_cancel_cb (CAB_EXPORT_DIALOG (dialog));
}

/* The callback of a job holds the dialog: closing must stop the job by itself. */
static void
cab_export_dialog_closed (AdwDialog *dialog)
{
  CabExportDialog *self = CAB_EXPORT_DIALOG (dialog);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  on_cancel_cb (self);
  if (page != NULL && CAB_IS_EXPORT_RESULT_PAGE (page))
    cab_export_result_page_tell (CAB_EXPORT_RESULT_PAGE (page));
}

static void
cab_export_dialog_dispose (GObject *object)
{
  CabExportDialog *self = CAB_EXPORT_DIALOG (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->progress);
  g_clear_pointer (&self->preview, cab_export_preview_free);
  g_clear_pointer (&self->passphrase, cab_secret_free);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_export_dialog_parent_class)->dispose (object);
}

static void
cab_export_dialog_finalize (GObject *object)
{
  CabExportDialog *self = CAB_EXPORT_DIALOG (object);

  g_free (self->client_id);
  g_free (self->folder);

  G_OBJECT_CLASS (cab_export_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, ground_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, process_notes_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, kinds_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, stays_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, bases_button);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, consent_button);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, look_button);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, item_list);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, no_items_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, identity_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, encrypt_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, asked_by_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, second_look_button);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, summary_list);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, export_refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, CabExportDialog, progress_bar);
}

static void
cab_export_dialog_class_init (CabExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_export_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = cab_export_dialog_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = cab_export_dialog_closed;

  g_type_ensure (CAB_TYPE_EXPORT_KINDS);
  g_type_ensure (CAB_TYPE_EXPORT_PERIOD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_who);
  gtk_widget_class_bind_template_callback (widget_class, on_look_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_who_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_second_look_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_export_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_record_consent_cb);
}

static void
cab_export_dialog_init (CabExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_rows (self);
}
