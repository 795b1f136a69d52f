/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-restore-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-compare.h"
#include "cab-harden.h"
#include "cab-opener.h"
#include "cab-restorer.h"
#include "cab-vault-error.h"
#include "cab-window.h"

struct _CabRestoreDialog
{
  AdwDialog parent_instance;

  /* Owned */
  char *backup;
  char *destination;
  CabOpenPractice *practice; /* open at the destination, or NULL */
  CabOpenPractice *opened;   /* the backup, while it is looked at */
  CabSecret *secret;
  CabProgress *progress;
  GCancellable *running;

  /* Template */
  GtkStack *stack;
  GtkLabel *ask_label;
  AdwPasswordEntryRow *passphrase_row;
  GtkLabel *refusal_label;
  GtkWidget *continue_button;
  GtkLabel *loss_label;
  GtkWidget *restore_button;
  GtkProgressBar *progress_bar;
  GtkLabel *done_label;
};

G_DEFINE_FINAL_TYPE (CabRestoreDialog, cab_restore_dialog, ADW_TYPE_DIALOG)

static void
show (CabRestoreDialog *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
show_busy (CabRestoreDialog *self, const char *words)
{
  gtk_progress_bar_set_text (self->progress_bar, words);
  show (self, "busy");
}

static void
say_done (CabRestoreDialog *self, const char *words)
{
  gtk_label_set_label (self->done_label, words);
  show (self, "done");
}

static void
refuse (CabRestoreDialog *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->passphrase_row), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  show (self, "ask");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

/* What was cancelled was cancelled by closing the dialog. */
static void
fail (CabRestoreDialog *self, const GError *error)
{
  if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY))
    refuse (self, error->message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_done (self, error->message);
}

/* What restoring takes away, of which the practice that is replaced is the only copy. */
typedef struct
{
  CabContents *now;
  guint n_lost;
  guint n_back;
} Loss;

static void
loss_free (Loss *self)
{
  g_clear_pointer (&self->now, cab_contents_free);
  g_free (self);
}

static char *
dup_loss (CabRestoreDialog *self, const Loss *loss)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (loss != NULL && loss->n_lost > 0)
    g_strv_builder_take (
        lines, g_strdup_printf (ngettext ("%u record that came after this backup will be gone.",
                                          "%u records that came after this backup will be gone.",
                                          loss->n_lost),
                                loss->n_lost));
  if (loss != NULL && loss->n_back > 0)
    g_strv_builder_take (
        lines, g_strdup_printf (ngettext ("%u record goes back to how it was.",
                                          "%u records go back to how they were.", loss->n_back),
                                loss->n_back));
  if (loss != NULL && loss->n_lost + loss->n_back == 0)
    g_strv_builder_add (lines, _ ("Nothing was written since this backup."));
  if (g_file_test (self->destination, G_FILE_TEST_EXISTS))
    {
      g_strv_builder_add (lines, _ ("The file that is replaced is kept beside it, until you "
                                    "delete it."));
    }
  else
    {
      g_autofree char *place = g_filename_display_name (self->destination);

      /* Translators: %s is the path of a file */
      g_strv_builder_take (lines, g_strdup_printf (_ ("The practice goes to “%s”."), place));
      g_strv_builder_add (lines, _ ("People erased after this backup may be in it. Check your "
                                    "erasure certificates."));
    }
  words = g_strv_builder_end (lines);

  return g_strjoinv ("\n\n", words);
}

static void
show_loss (CabRestoreDialog *self, const Loss *loss)
{
  g_autofree char *words = dup_loss (self, loss);

  if (self->opened != NULL)
    cab_open_practice_close (self->opened);
  g_clear_object (&self->opened);
  gtk_label_set_label (self->loss_label, words);
  show (self, "look");
  gtk_widget_grab_focus (self->restore_button);
}

static gpointer
now_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabContents) now = cab_contents_take (practice, cancellable, error);
  Loss *loss;

  if (now == NULL)
    return NULL;

  loss = g_new0 (Loss, 1);
  loss->now = g_steal_pointer (&now);
  return loss;
}

static gpointer
compare_job (CabPractice *backup, gpointer data, GCancellable *cancellable, GError **error)
{
  Loss *loss = data;
  g_autoptr (CabContents) contents = cab_contents_take (backup, cancellable, error);
  g_autoptr (CabComparison) comparison
      = contents != NULL ? cab_compare (contents, loss->now, error) : NULL;

  if (comparison != NULL)
    {
      loss->n_lost = comparison->differences[CAB_DIFFERENCE_ONLY_NOW]->len;
      loss->n_back = comparison->differences[CAB_DIFFERENCE_CHANGED]->len;
    }

  return NULL;
}

typedef struct
{
  CabRestoreDialog *dialog;
  Loss *loss;
} Step;

static void
on_compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (CabRestoreDialog) self = step->dialog;
  g_autoptr (GError) error = NULL;

  if (self->opened != NULL)
    {
      cab_open_practice_run_finish (self->opened, result, &error);
      if (error == NULL)
        show_loss (self, step->loss);
      else
        fail (self, error);
    }
  loss_free (step->loss);
}

static void
on_now_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Loss *loss;
  Step *step;

  if (self->opened == NULL)
    return;

  loss = cab_open_practice_run_finish (self->practice, result, &error);
  if (loss == NULL)
    {
      fail (self, error);
      return;
    }

  step = g_new0 (Step, 1);
  step->dialog = g_object_ref (self);
  step->loss = loss;
  cab_open_practice_run_async (self->opened, CAB_JOB_READS, compare_job, loss, NULL, NULL,
                               self->running, on_compared_cb, step);
}

/* It opened: the passphrase is right. */
static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabOpenPractice) opened = cab_opener_open_finish (result, &error);

  cab_harden_scrub_thread ();
  if (opened == NULL)
    {
      fail (self, error);
      return;
    }
  if (self->running == NULL)
    {
      cab_open_practice_close (opened);
      return;
    }

  self->opened = g_steal_pointer (&opened);
  if (self->practice == NULL)
    show_loss (self, NULL);
  else
    cab_open_practice_run_async (self->practice, CAB_JOB_READS, now_job, NULL, NULL,
                                 (GDestroyNotify)loss_free, self->running, on_now_cb,
                                 g_object_ref (self));
}

static void
on_progress_cb (CabRestoreDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, cab_progress_get_fraction (self->progress));
}

static void
on_rehearsed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  if (cab_restorer_run_finish (result, &kept, &error))
    say_done (self, _ ("This backup can be restored. It was put into a temporary place, checked "
                       "completely, and removed again."));
  else
    fail (self, error);
}

static void
on_restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (!cab_restorer_run_finish (result, &kept, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_done (self, cab_vault_error_get_sentence (CAB_VAULT_ERROR_CANCELLED));
      else
        fail (self, error);
      return;
    }

  name = kept != NULL ? g_path_get_basename (kept) : NULL;
  words = name != NULL
              /* Translators: %s is the name of a file */
              ? g_strdup_printf (_ ("The backup is restored. The file that it replaced is kept "
                                    "beside it as “%s”, until you delete it."),
                                 name)
              : g_strdup (_ ("The backup is restored. Unlock it with its passphrase."));
  say_done (self, words);
}

static void
run (CabRestoreDialog *self, GAsyncReadyCallback callback)
{
  g_clear_object (&self->progress);
  self->progress = cab_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);
  cab_restorer_run_async (self->backup, self->secret, self->destination, self->progress,
                          self->running, callback, g_object_ref (self));
  g_clear_pointer (&self->secret, cab_secret_free);
}

/* [V-105] Nothing is restored into an open file: it is locked first, which
 * closes this dialog; another one of its kind says how it goes on. */
static void
on_restore_cb (CabRestoreDialog *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  CabRestoreDialog *next;

  /* A second click comes when the other dialog is there. */
  if (window == NULL || self->secret == NULL)
    return;

  next = cab_restore_dialog_new (self->backup, self->destination, NULL);
  next->secret = g_steal_pointer (&self->secret);
  g_object_ref (self);
  cab_window_show_file (CAB_WINDOW (window), self->destination);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_object_unref (self);

  adw_dialog_present (ADW_DIALOG (next), window);
  adw_dialog_set_can_close (ADW_DIALOG (next), FALSE);
  show_busy (next, _ ("Restoring and checking…"));
  run (next, on_restored_cb);
}

/* While a file is replaced the dialog stays, to say how it ended. */
static void
on_cancel_cb (CabRestoreDialog *self)
{
  g_cancellable_cancel (self->running);
  if (adw_dialog_get_can_close (ADW_DIALOG (self)))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
on_typed_cb (CabRestoreDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  gtk_widget_set_sensitive (self->continue_button, *typed != '\0');
}

static void
on_continue_cb (CabRestoreDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  if (*typed == '\0' || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "ask") != 0)
    return;

  g_clear_pointer (&self->secret, cab_secret_free);
  self->secret = cab_secret_new_copy (typed, strlen (typed));
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), FALSE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->passphrase_row), GTK_ACCESSIBLE_STATE_INVALID);
  show_busy (self,
             self->destination == NULL ? _ ("Restoring into a temporary place…") : _ ("Opening…"));
  if (self->destination == NULL)
    run (self, on_rehearsed_cb);
  else
    cab_opener_open_async (self->backup, CAB_CREDENTIAL_PASSPHRASE, cab_secret_dup (self->secret),
                           CAB_VAULT_OPEN_READ_ONLY, self->running, on_opened_cb,
                           g_object_ref (self));
}

CabRestoreDialog *
cab_restore_dialog_new (const char *backup, const char *destination, CabOpenPractice *practice)
{
  CabRestoreDialog *self;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (backup != NULL, NULL);

  self = g_object_new (CAB_TYPE_RESTORE_DIALOG, NULL);
  self->backup = g_strdup (backup);
  self->destination = g_strdup (destination);
  self->practice = practice != NULL ? g_object_ref (practice) : NULL;
  if (destination == NULL)
    adw_dialog_set_title (ADW_DIALOG (self), _ ("Try a Restore"));
  name = g_filename_display_basename (backup);
  /* Translators: %s is the name of a file */
  words = g_strdup_printf (_ ("“%s” opens with the passphrase of the time it was made."), name);
  gtk_label_set_label (self->ask_label, words);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->passphrase_row));

  return self;
}

static void
cab_restore_dialog_dispose (GObject *object)
{
  CabRestoreDialog *self = CAB_RESTORE_DIALOG (object);

  g_clear_object (&self->running);
  if (self->opened != NULL)
    cab_open_practice_close (self->opened);
  g_clear_object (&self->opened);
  g_clear_object (&self->practice);
  g_clear_object (&self->progress);
  g_clear_pointer (&self->secret, cab_secret_free);

  G_OBJECT_CLASS (cab_restore_dialog_parent_class)->dispose (object);
}

static void
cab_restore_dialog_finalize (GObject *object)
{
  CabRestoreDialog *self = CAB_RESTORE_DIALOG (object);

  g_free (self->backup);
  g_free (self->destination);

  G_OBJECT_CLASS (cab_restore_dialog_parent_class)->finalize (object);
}

/* A job holds the dialog: it is the closing that stops the job. */
static void
cab_restore_dialog_closed (AdwDialog *dialog)
{
  CabRestoreDialog *self = CAB_RESTORE_DIALOG (dialog);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  if (self->opened != NULL)
    cab_open_practice_close (self->opened);
  g_clear_object (&self->opened);
}

static void
cab_restore_dialog_class_init (CabRestoreDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cab_restore_dialog_dispose;
  object_class->finalize = cab_restore_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cab_restore_dialog_closed;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/safety/cab-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, ask_label);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, loss_label);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CabRestoreDialog, done_label);
  gtk_widget_class_bind_template_callback (widget_class, on_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
}

static void
cab_restore_dialog_init (CabRestoreDialog *self)
{
  self->running = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
