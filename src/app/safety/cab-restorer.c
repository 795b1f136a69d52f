/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-restorer.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "cab-backup.h"
#include "cab-erasure.h"
#include "cab-harden.h"
#include "cab-settings.h"
#include "cab-store.h"

typedef struct
{
  char *backup;
  char *destination; /* NULL for a rehearsal */
  CabSecret *secret;
  CabProgress *progress;
} Order;

static void
order_free (Order *self)
{
  g_free (self->backup);
  g_free (self->destination);
  cab_secret_free (self->secret);
  g_object_unref (self->progress);
  g_free (self);
}

static char *
restore (const Order *order,
         const char *destination,
         const CabVaultSettings *settings,
         GCancellable *cancellable,
         GError **error)
{
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, order->secret };
  const CabCopyWatch watch = {
    .rows = cab_store_walk_rows,
    .adopt = cab_erasure_apply_tombstones,
    .inherit = cab_erasure_inherit_tombstones,
    .progress = cab_progress_update,
    .progress_data = order->progress,
  };
  char *kept = NULL;

  if (!cab_backup_restore (order->backup, &credential, destination, settings, &watch, &kept,
                           cancellable, error))
    return NULL;

  return kept != NULL ? kept : g_strdup ("");
}

static void
remove_folder (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      (void)g_unlink (file);
    }
  g_clear_pointer (&folder, g_dir_close);
  (void)g_rmdir (path);
}

/* In Cabinet's own folder, where a practice may lie, with a memory of its own:
 * what this computer knows of the practice stays as it is. */
static char *
rehearse (const Order *order, CabVaultSettings *settings, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = cab_settings_dup_data_folder ();
  g_autofree char *folder = g_build_filename (data, "rehearsal-XXXXXX", NULL);
  g_autofree char *destination = NULL;
  g_autofree char *witness = NULL;
  char *kept = NULL;

  if (g_mkdir_with_parents (data, 0700) != 0 || g_mkdtemp_full (folder, 0700) == NULL)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return NULL;
    }

  destination = g_build_filename (folder, "Rehearsal.cabinet", NULL);
  witness = g_build_filename (folder, "witness", NULL);
  settings->state_dir = folder;
  kept = restore (order, destination, settings, cancellable, error);
  remove_folder (witness);
  remove_folder (folder);

  return kept;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  CabVaultSettings settings;
  GError *error = NULL;
  char *kept;

  cab_settings_init (&settings);
  kept = order->destination != NULL
             ? restore (order, order->destination, &settings, cancellable, &error)
             : rehearse (order, &settings, cancellable, &error);
  cab_settings_clear (&settings);
  cab_harden_scrub_thread ();
  if (kept != NULL)
    g_task_return_pointer (task, kept, g_free);
  else
    g_task_return_error (task, error);
}

void
cab_restorer_run_async (const char *backup,
                        CabSecret *secret,
                        const char *destination,
                        CabProgress *progress,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (backup != NULL && secret != NULL);
  g_return_if_fail (CAB_IS_PROGRESS (progress));

  order = g_new0 (Order, 1);
  order->backup = g_strdup (backup);
  order->destination = g_strdup (destination);
  order->secret = cab_secret_dup (secret);
  order->progress = g_object_ref (progress);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cab_restorer_run_async);
  g_task_set_task_data (task, order, (GDestroyNotify)order_free);
  /* What happened is reported as it happened, whoever cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
cab_restorer_run_finish (GAsyncResult *result, char **kept, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  path = g_task_propagate_pointer (G_TASK (result), error);
  if (path == NULL)
    return FALSE;

  *kept = *path != '\0' ? g_steal_pointer (&path) : NULL;
  return TRUE;
}
