/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-window-private.h"

#include "cab-backup-now.h"
#include "cab-leaving.h"

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
