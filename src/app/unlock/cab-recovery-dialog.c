/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-recovery-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-erasure.h"
#include "cab-forgetting.h"
#include "cab-opener.h"
#include "cab-passphrase-fields.h"
#include "cab-passphrase.h"
#include "cab-recovery.h"
#include "cab-store.h"
#include "cab-vault-error.h"

struct _CabRecoveryDialog
{
  AdwDialog parent_instance;

  /* Owned */
  char *path;
  CabSecret *code;
  CabOpenPractice *practice; /* open by the code, until it is handed over */
  GCancellable *working;

  /* Template */
  AdwNavigationView *view;
  AdwPasswordEntryRow *row_1;
  AdwPasswordEntryRow *row_2;
  AdwPasswordEntryRow *row_3;
  AdwPasswordEntryRow *row_4;
  GtkLabel *refusal_label;
  GtkButton *open_button;
  CabPassphraseFields *passphrase_fields;
  GtkLabel *passphrase_refusal_label;
  GtkButton *set_button;
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (CabRecoveryDialog, cab_recovery_dialog, ADW_TYPE_DIALOG)

CabRecoveryDialog *
cab_recovery_dialog_new (const char *path)
{
  CabRecoveryDialog *self = g_object_new (CAB_TYPE_RECOVERY_DIALOG, NULL);

  self->path = g_strdup (path);

  return self;
}

static void
show_refusal (GtkLabel *label, const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (label), sentence);
}

static AdwPasswordEntryRow *
get_row (CabRecoveryDialog *self, guint line)
{
  AdwPasswordEntryRow *rows[] = { self->row_1, self->row_2, self->row_3, self->row_4 };

  return rows[line];
}

static const char *
get_line (CabRecoveryDialog *self, guint line)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_row (self, line)));
}

static void
update_buttons (CabRecoveryDialog *self)
{
  gboolean is_full = TRUE;

  for (guint i = 0; i < CAB_RECOVERY_LINES; i++)
    is_full = is_full && *get_line (self, i) != '\0';
  gtk_widget_set_sensitive (GTK_WIDGET (self->open_button), is_full && self->practice == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->set_button),
                            cab_passphrase_fields_is_complete (self->passphrase_fields));
}

/* The first line with a typing mistake gets the focus, and its number is said. */
static gboolean
check_lines (CabRecoveryDialog *self)
{
  for (guint i = 0; i < CAB_RECOVERY_LINES; i++)
    {
      g_autoptr (CabSecret) line
          = cab_secret_new_copy (get_line (self, i), strlen (get_line (self, i)));
      g_autoptr (GError) error = NULL;

      if (cab_recovery_check_line (i + 1, line, &error))
        continue;
      show_refusal (self->refusal_label, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (get_row (self, i)));
      return FALSE;
    }

  return TRUE;
}

static CabSecret *
make_code (CabRecoveryDialog *self)
{
  gsize length = 0;
  CabSecret *code;
  char *at;

  for (guint i = 0; i < CAB_RECOVERY_LINES; i++)
    length += strlen (get_line (self, i)) + 1;

  code = cab_secret_new (length);
  at = (char *)cab_secret_open_for_writing (code);
  for (guint i = 0; i < CAB_RECOVERY_LINES; i++)
    {
      gsize n = strlen (get_line (self, i));

      memcpy (at, get_line (self, i), n);
      at[n] = '\n';
      at += n + 1;
    }
  cab_secret_close (code);

  return code;
}

static void
hand_over (CabRecoveryDialog *self)
{
  g_autoptr (CabOpenPractice) practice = g_steal_pointer (&self->practice);

  if (practice == NULL)
    return;

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, opened_signal, 0, practice);
}

static void
set_busy (CabRecoveryDialog *self, gboolean is_busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A text that is made insensitive while it has the focus is never told. */
  if (is_busy && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->view), !is_busy);
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRecoveryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabOpenPractice) practice = cab_opener_open_finish (result, &error);

  if (self->working == NULL || g_cancellable_is_cancelled (self->working))
    {
      if (practice != NULL)
        cab_open_practice_close (practice);
      return;
    }

  set_busy (self, FALSE);
  if (practice == NULL)
    {
      show_refusal (self->refusal_label, error->message);
      update_buttons (self);
      return;
    }

  self->practice = g_steal_pointer (&practice);
  if (cab_open_practice_is_writable (self->practice))
    {
      adw_navigation_view_push_by_tag (self->view, "passphrase");
      cab_passphrase_fields_focus (self->passphrase_fields);
    }
  else
    hand_over (self);
}

static void
on_open_cb (CabRecoveryDialog *self)
{
  show_refusal (self->refusal_label, NULL);
  if (!check_lines (self))
    return;

  g_clear_pointer (&self->code, cab_secret_free);
  self->code = make_code (self);
  set_busy (self, TRUE);
  cab_opener_open_async (self->path, CAB_CREDENTIAL_RECOVERY_CODE, cab_secret_dup (self->code),
                         CAB_VAULT_OPEN_NORMAL, self->working, on_opened_cb, g_object_ref (self));
}

static void
on_not_now_cb (CabRecoveryDialog *self)
{
  hand_over (self);
}

/* The code that opens today, and the passphrase from now on. */
typedef struct
{
  CabSecret *code;
  CabSecret *passphrase;
} Change;

static void
change_free (Change *self)
{
  cab_secret_free (self->code);
  cab_secret_free (self->passphrase);
  g_free (self);
}

static gpointer
change_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabCopyWatch watch = {
    .rows = cab_store_walk_rows,
    .adopt = cab_erasure_apply_tombstones,
    .inherit = cab_erasure_inherit_tombstones,
  };
  const Change *change = data;

  (void)cab_passphrase_set_by_code (cab_practice_get_vault (practice), change->code,
                                    change->passphrase, &watch, cancellable, error);

  return NULL;
}

static void
on_opened_again_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRecoveryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabOpenPractice) practice = cab_opener_open_finish (result, &error);

  if (self->working == NULL || g_cancellable_is_cancelled (self->working))
    {
      if (practice != NULL)
        cab_open_practice_close (practice);
      return;
    }

  set_busy (self, FALSE);
  self->practice = g_steal_pointer (&practice);
  if (self->practice != NULL)
    hand_over (self);
  else
    show_refusal (self->passphrase_refusal_label, error->message);
}

/* The change wrote the file anew and closed it. */
static void
on_changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRecoveryDialog) self = user_data;
  g_autoptr (CabOpenPractice) practice = NULL;
  g_autoptr (GError) error = NULL;
  CabSecret *secret;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (error != NULL)
    {
      set_busy (self, FALSE);
      show_refusal (self->passphrase_refusal_label, error->message);
      return;
    }

  practice = g_steal_pointer (&self->practice);
  cab_open_practice_close (practice);
  secret = cab_passphrase_fields_dup_secret (self->passphrase_fields);
  cab_opener_open_async (self->path, CAB_CREDENTIAL_PASSPHRASE, secret, CAB_VAULT_OPEN_NORMAL,
                         self->working, on_opened_again_cb, g_object_ref (self));
}

static void
on_set_cb (CabRecoveryDialog *self)
{
  Change *change = g_new0 (Change, 1);

  show_refusal (self->passphrase_refusal_label, NULL);
  change->code = cab_secret_dup (self->code);
  change->passphrase = cab_passphrase_fields_dup_secret (self->passphrase_fields);
  set_busy (self, TRUE);
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, change_job, change,
                               (GDestroyNotify)change_free, NULL, self->working, on_changed_cb,
                               g_object_ref (self));
}

/* Whoever goes away instead of answering has opened nothing. */
static void
forget (CabRecoveryDialog *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  if (self->practice != NULL)
    cab_open_practice_close (self->practice);
  g_clear_object (&self->practice);
  g_clear_pointer (&self->code, cab_secret_free);
}

static void
cab_recovery_dialog_closed (AdwDialog *dialog)
{
  forget (CAB_RECOVERY_DIALOG (dialog));
}

static void
cab_recovery_dialog_dispose (GObject *object)
{
  CabRecoveryDialog *self = CAB_RECOVERY_DIALOG (object);

  forget (self);
  g_clear_object (&self->working);

  G_OBJECT_CLASS (cab_recovery_dialog_parent_class)->dispose (object);
}

static void
cab_recovery_dialog_finalize (GObject *object)
{
  g_free (CAB_RECOVERY_DIALOG (object)->path);

  G_OBJECT_CLASS (cab_recovery_dialog_parent_class)->finalize (object);
}

static void
cab_recovery_dialog_class_init (CabRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_recovery_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_recovery_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cab_recovery_dialog_closed;

  opened_signal = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, CAB_TYPE_OPEN_PRACTICE);

  g_type_ensure (CAB_TYPE_PASSPHRASE_FIELDS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/unlock/cab-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, view);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, row_1);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, row_2);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, row_3);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, row_4);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, passphrase_fields);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, passphrase_refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryDialog, set_button);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_not_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_set_cb);
}

/* On paper the code is open to the eye: hidden letters would only cost mistakes. */
static void
cab_recovery_dialog_init (CabRecoveryDialog *self)
{
  self->working = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < CAB_RECOVERY_LINES; i++)
    {
      cab_forgetting_add_passphrase (get_row (self, i));
      gtk_text_set_visibility (
          GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (get_row (self, i)))), TRUE);
    }
  update_buttons (self);
}
