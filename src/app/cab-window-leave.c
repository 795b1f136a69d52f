/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-window-private.h"

#include <glib/gi18n.h>

#include "cab-backup-now.h"
#include "cab-leaving.h"
#include "cab-notices.h"
#include "cab-unwritten.h"

static gpointer
back_up_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = cab_backup_dup_due_folder (practice, 0);

  return folder != NULL ? cab_backup_now (practice, folder, data, cancellable, error) : NULL;
}

/* A backup that failed is told before the window goes; closing it once more goes on. */
static void
on_backed_up_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  CabOpenPractice *practice = self->practice;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  /* Skipped, or locked meanwhile: nothing is open that could be told. */
  if (practice == NULL || !self->is_leaving)
    return;

  path = cab_open_practice_run_finish (practice, result, &error);
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  adw_bin_set_child (self->lock_bin, NULL);
  gtk_stack_set_visible_child_name (self->stack, "practice");
  cab_backup_tell (practice, error);
  cab_window_toast (self, adw_toast_new (error->message));
}

gboolean
cab_window_back_up_first (CabWindow *self)
{
  CabOpenPractice *practice = self->practice;
  CabProgress *progress;

  if (self->is_leaving || practice == NULL || !cab_open_practice_is_writable (practice)
      || cab_open_practice_is_sample (practice) || !cab_open_practice_has_backup_folder (practice)
      || cab_open_practice_is_busy (practice))
    return FALSE;

  self->is_leaving = TRUE;
  cab_window_close_dialogs (self);
  /* What is typed is written when its field loses the focus, before the backup. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  progress = cab_progress_new ();
  adw_bin_set_child (self->lock_bin, GTK_WIDGET (cab_leaving_new (progress)));
  gtk_stack_set_visible_child_name (self->stack, "lock");
  cab_open_practice_run_async (practice, CAB_JOB_LONG, back_up_job, progress, g_object_unref,
                               g_free, NULL, on_backed_up_cb, g_object_ref (self));

  return TRUE;
}

static void
on_lose_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;

  self->asks_for_text = FALSE;
  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "lose"))
    return;

  self->may_lose_text = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
has_unwritten (CabWindow *self)
{
  CabNotices *notices = self->practice != NULL ? cab_notices_get (self->practice) : NULL;

  return (notices != NULL && cab_notices_has (notices, CAB_NOTICE_NO_ROOM))
         || (self->path != NULL && cab_unwritten_is_kept (self->path));
}

gboolean
cab_window_ask_before_losing (CabWindow *self)
{
  AdwDialog *dialog;

  g_return_val_if_fail (CAB_IS_WINDOW (self), FALSE);

  if (self->asks_for_text)
    return TRUE;
  if (self->may_lose_text || !has_unwritten (self))
    return FALSE;

  self->asks_for_text = TRUE;
  dialog = adw_alert_dialog_new (
      _ ("Close Without Your Text?"),
      _ ("What you typed could not be written: there is no room, or the drive is gone. It is kept "
         "only until Cabinet closes. Make room and try again, or copy it elsewhere first."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "lose",
                                  _ ("Close and Lo_se It"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "lose",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, on_lose_answered_cb,
                           g_object_ref (self));

  return TRUE;
}
