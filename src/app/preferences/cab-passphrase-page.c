/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-passphrase-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-erasure.h"
#include "cab-harden.h"
#include "cab-opener.h"
#include "cab-passphrase-fields.h"
#include "cab-passphrase.h"
#include "cab-progress.h"
#include "cab-store.h"
#include "cab-vault-error.h"

struct _CabPassphrasePage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabProgress *progress;
  GCancellable *changing;

  /* Template */
  GtkWidget *form_box;
  AdwPasswordEntryRow *old_row;
  CabPassphraseFields *new_fields;
  GtkLabel *refusal_label;
  GtkWidget *change_button;
  GtkWidget *busy_box;
  GtkProgressBar *progress_bar;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CabPassphrasePage, cab_passphrase_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_refusal (CabPassphrasePage *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static void
update_button (CabPassphrasePage *self)
{
  const char *old = gtk_editable_get_text (GTK_EDITABLE (self->old_row));

  gtk_widget_set_sensitive (self->change_button,
                            *old != '\0' && cab_passphrase_fields_is_complete (self->new_fields));
}

/* A change that runs is stopped, or it ends; the page is not left meanwhile. */
static void
set_busy (CabPassphrasePage *self, gboolean is_busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  /* A text that is made insensitive while it has the focus is never told. */
  if (is_busy && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (self->form_box, !is_busy);
  gtk_widget_set_visible (self->busy_box, is_busy);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !is_busy);
  if (dialog != NULL)
    adw_dialog_set_can_close (ADW_DIALOG (dialog), !is_busy);
}

/* The passphrase of today, and the one from now on. */
typedef struct
{
  CabSecret *old_passphrase;
  CabSecret *new_passphrase;
  CabProgress *progress;
} Change;

static void
change_free (Change *self)
{
  cab_secret_free (self->old_passphrase);
  cab_secret_free (self->new_passphrase);
  g_object_unref (self->progress);
  g_free (self);
}

/* Closed by the swap, and open again before any other job runs. */
static CabPractice *
change (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *wish = data;
  CabVault *vault = cab_practice_get_vault (practice);
  g_autofree char *path = g_strdup (cab_vault_get_path (vault));
  const CabCopyWatch watch = {
    .rows = cab_store_walk_rows,
    .adopt = cab_erasure_apply_tombstones,
    .inherit = cab_erasure_inherit_tombstones,
    .progress = cab_progress_update,
    .progress_data = wish->progress,
  };

  if (!cab_passphrase_change (vault, wish->old_passphrase, wish->new_passphrase, &watch,
                              cancellable, error))
    return NULL;

  return cab_opener_open (path, wish->new_passphrase, error);
}

static void
on_changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPassphrasePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  cab_harden_scrub_thread ();
  if (cab_open_practice_is_closed (self->practice))
    return;

  set_busy (self, FALSE);
  if (error == NULL)
    {
      g_signal_emit (self, changed_signal, 0);
      return;
    }

  if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_refusal (self, _ ("Stopped. The passphrase is the one you had."));
  else
    show_refusal (self, error->message);
  if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY))
    gtk_widget_grab_focus (GTK_WIDGET (self->old_row));
  else
    gtk_widget_grab_focus (self->change_button);
}

static void
on_progress_cb (CabPassphrasePage *self, GParamSpec *pspec, CabProgress *progress)
{
  gtk_progress_bar_set_fraction (self->progress_bar, cab_progress_get_fraction (progress));
}

static void
on_change_cb (CabPassphrasePage *self)
{
  const char *old = gtk_editable_get_text (GTK_EDITABLE (self->old_row));
  Change *wish = g_new0 (Change, 1);

  show_refusal (self, NULL);
  g_clear_object (&self->progress);
  self->progress = cab_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_clear_object (&self->changing);
  self->changing = g_cancellable_new ();

  wish->old_passphrase = cab_secret_new_copy (old, strlen (old));
  wish->new_passphrase = cab_passphrase_fields_dup_secret (self->new_fields);
  wish->progress = g_object_ref (self->progress);
  set_busy (self, TRUE);
  cab_open_practice_replace_async (self->practice, change, wish, (GDestroyNotify)change_free,
                                   self->changing, on_changed_cb, g_object_ref (self));
}

static void
on_stop_cb (CabPassphrasePage *self)
{
  if (self->changing != NULL)
    g_cancellable_cancel (self->changing);
}

AdwNavigationPage *
cab_passphrase_page_new (CabOpenPractice *practice)
{
  CabPassphrasePage *self;
  const char *known[] = { NULL, NULL };

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_PASSPHRASE_PAGE, NULL);
  self->practice = g_object_ref (practice);
  known[0] = cab_open_practice_get_name (practice);
  cab_passphrase_fields_set_known (self->new_fields, known);

  return ADW_NAVIGATION_PAGE (self);
}

static void
cab_passphrase_page_dispose (GObject *object)
{
  CabPassphrasePage *self = CAB_PASSPHRASE_PAGE (object);

  if (self->changing != NULL)
    g_cancellable_cancel (self->changing);
  g_clear_object (&self->changing);
  g_clear_object (&self->progress);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_passphrase_page_parent_class)->dispose (object);
}

static void
cab_passphrase_page_class_init (CabPassphrasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_passphrase_page_dispose;

  changed_signal = g_signal_new ("changed", CAB_TYPE_PASSPHRASE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAB_TYPE_PASSPHRASE_FIELDS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/preferences/cab-passphrase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPassphrasePage, form_box);
  gtk_widget_class_bind_template_child (widget_class, CabPassphrasePage, old_row);
  gtk_widget_class_bind_template_child (widget_class, CabPassphrasePage, new_fields);
  gtk_widget_class_bind_template_child (widget_class, CabPassphrasePage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabPassphrasePage, change_button);
  gtk_widget_class_bind_template_child (widget_class, CabPassphrasePage, busy_box);
  gtk_widget_class_bind_template_child (widget_class, CabPassphrasePage, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, on_change_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_cb);
}

static void
cab_passphrase_page_init (CabPassphrasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
