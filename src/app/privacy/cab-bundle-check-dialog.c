/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-bundle-check-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-client-name.h"
#include "cab-disclosure-check.h"
#include "cab-disclosure-row.h"
#include "cab-export-error.h"
#include "cab-format.h"
#include "cab-plain-row.h"
#include "cab-progress.h"
#include "cab-refusal-row.h"

struct _CabBundleCheckDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *path;
  GCancellable *checking;
  CabProgress *progress;

  /* Template */
  GtkStack *stack;
  GtkProgressBar *progress_bar;
  AdwPasswordEntryRow *passphrase_row;
  CabRefusalRow *refusal_row;
  GtkButton *check_button;
  AdwStatusPage *result_page;
  GtkListBox *disclosure_list;
  GtkListBox *fault_list;
};

G_DEFINE_FINAL_TYPE (CabBundleCheckDialog, cab_bundle_check_dialog, ADW_TYPE_DIALOG)

/* What is asked of the file's thread. */
typedef struct
{
  char *path;
  CabSecret *passphrase;
  CabProgress *progress;
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->path);
  g_clear_pointer (&self->passphrase, cab_secret_free);
  g_object_unref (self->progress);
  g_free (self);
}

static gpointer
check_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (CabBundleSource) source
      = cab_bundle_source_open (asked->path, asked->passphrase, error);

  if (source == NULL)
    return NULL;

  return cab_disclosure_check_bundle (practice, source, cab_progress_update, asked->progress,
                                      cancellable, error);
}

static void
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  gtk_list_box_append (list, cab_plain_row_fill (adw_action_row_new (), title, subtitle));
  gtk_widget_set_visible (GTK_WIDGET (list), TRUE);
}

static void
list_disclosures (CabBundleCheckDialog *self, GPtrArray *disclosures)
{
  for (guint i = 0; i < disclosures->len; i++)
    {
      CabRow *row = disclosures->pdata[i];
      const char *client = cab_row_get_text (row, CAB_DISCLOSURE_ROW_CLIENT);
      const char *recipient = cab_row_get_text (row, CAB_DISCLOSURE_ROW_RECIPIENT);
      g_autofree char *when = cab_format_local (cab_row_get_text (row, CAB_DISCLOSURE_ROW_LOCAL));
      g_autofree char *detail
          = client != NULL ? g_strdup_printf ("%s · %s", client, when) : g_strdup (when);

      add_row (self->disclosure_list, recipient != NULL ? recipient : "", detail);
    }
}

static void
show_result (CabBundleCheckDialog *self, const char *icon, const char *title, const char *sentence)
{
  adw_status_page_set_icon_name (self->result_page, icon);
  adw_status_page_set_title (self->result_page, title);
  cab_plain_page_describe (self->result_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "result");
  cab_announce (GTK_WIDGET (self), title);
}

/* [W-124] What the copy is, in words; the picture only repeats it. */
static void
show_check (CabBundleCheckDialog *self, const CabDisclosureCheck *check)
{
  gboolean is_known = check->disclosures->len > 0;
  gboolean is_whole = check->faults->len == 0;

  cab_client_name_put (check->disclosures, cab_open_practice_is_discreet (self->practice));
  list_disclosures (self, check->disclosures);
  for (guint i = 0; i < check->faults->len; i++)
    add_row (self->fault_list, ((const GError *)check->faults->pdata[i])->message, "");

  if (is_known && is_whole)
    show_result (self, "object-select-symbolic", _ ("This Is What Was Handed Over"),
                 _ ("The copy is whole, and its digest is that of the disclosure below"));
  else if (is_known)
    show_result (self, "dialog-warning-symbolic", _ ("Changed Since It Was Handed Over"),
                 _ ("The copy is that of the disclosure below, but not all of it is as it was"));
  else if (is_whole)
    show_result (self, "dialog-question-symbolic", _ ("Not Among the Disclosures"),
                 _ ("The copy is whole, but no disclosure of this practice has its digest"));
  else
    show_result (self, "dialog-warning-symbolic", _ ("Not Among the Disclosures"),
                 _ ("No disclosure of this practice has the digest of this file"));
}

static void
ask_passphrase (CabBundleCheckDialog *self, const GError *error)
{
  gboolean is_wrong
      = g_error_matches (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE);

  gtk_stack_set_visible_child_name (self->stack, "passphrase");
  cab_refusal_row_show (self->refusal_row, GTK_WIDGET (self->passphrase_row),
                        is_wrong ? error->message : NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

static void
on_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBundleCheckDialog) self = user_data;
  g_autoptr (CabDisclosureCheck) check = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  check = cab_open_practice_run_finish (self->practice, result, &error);
  g_clear_object (&self->checking);
  if (check != NULL)
    show_check (self, check);
  else if (g_error_matches (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE)
           || g_error_matches (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE))
    ask_passphrase (self, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_result (self, "dialog-warning-symbolic", _ ("Not Checked"), error->message);
}

static void
on_progress_cb (CabBundleCheckDialog *self, GParamSpec *pspec, CabProgress *progress)
{
  gtk_progress_bar_set_fraction (self->progress_bar, cab_progress_get_fraction (progress));
}

static void
begin (CabBundleCheckDialog *self, CabSecret *passphrase)
{
  Asked *asked = g_new0 (Asked, 1);

  g_clear_object (&self->progress);
  self->progress = cab_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);
  asked->path = g_strdup (self->path);
  asked->passphrase = passphrase;
  asked->progress = g_object_ref (self->progress);
  self->checking = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "progress");
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, check_job, asked,
                               (GDestroyNotify)asked_free,
                               (GDestroyNotify)cab_disclosure_check_free, self->checking,
                               on_checked_cb, g_object_ref (self));
}

static void
on_check_cb (CabBundleCheckDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  CabSecret *passphrase = *typed != '\0' ? cab_secret_new_copy (typed, strlen (typed)) : NULL;

  if (passphrase == NULL || self->checking != NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  begin (self, passphrase);
}

AdwDialog *
cab_bundle_check_dialog_new (CabOpenPractice *practice, const char *path)
{
  CabBundleCheckDialog *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (CAB_TYPE_BUNDLE_CHECK_DIALOG, NULL);
  self->practice = g_object_ref (practice);
  self->path = g_strdup (path);
  begin (self, NULL);

  return ADW_DIALOG (self);
}

static void
cab_bundle_check_dialog_closed (AdwDialog *dialog)
{
  CabBundleCheckDialog *self = CAB_BUNDLE_CHECK_DIALOG (dialog);

  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
}

static void
cab_bundle_check_dialog_dispose (GObject *object)
{
  CabBundleCheckDialog *self = CAB_BUNDLE_CHECK_DIALOG (object);

  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->progress);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_bundle_check_dialog_parent_class)->dispose (object);
}

static void
cab_bundle_check_dialog_finalize (GObject *object)
{
  g_free (CAB_BUNDLE_CHECK_DIALOG (object)->path);

  G_OBJECT_CLASS (cab_bundle_check_dialog_parent_class)->finalize (object);
}

static void
cab_bundle_check_dialog_class_init (CabBundleCheckDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_bundle_check_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_bundle_check_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cab_bundle_check_dialog_closed;

  g_type_ensure (CAB_TYPE_REFUSAL_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-bundle-check-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, refusal_row);
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, check_button);
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, result_page);
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, disclosure_list);
  gtk_widget_class_bind_template_child (widget_class, CabBundleCheckDialog, fault_list);
  gtk_widget_class_bind_template_callback (widget_class, on_check_cb);
}

static void
cab_bundle_check_dialog_init (CabBundleCheckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
