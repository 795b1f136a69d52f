/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-backup-now.h"

#include <glib/gi18n.h>

#include "cab-backup.h"
#include "cab-erasure.h"
#include "cab-notices.h"
#include "cab-practice-settings.h"
#include "cab-store.h"
#include "cab-vault-error.h"

#define FOLDER_PREFERENCE "backup-folder"

/* The generation of the practice after it was backed up: as long as it stays,
 * another backup would be the same. */
#define GENERATION_PREFERENCE "backup-generation"

#define HOUR_MS (60 * 60 * 1000)

/* Between two looks at rest whether a backup is due. */
#define LOOK_US (5 * 60 * G_USEC_PER_SEC)

#define KEY "cabinet-backup-at-rest"

guint
cab_backup_get_days (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  gint64 days = CAB_BACKUP_DAYS;

  if (settings != NULL)
    cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_BACKUP_DAYS), &days);

  return (guint)days;
}

char *
cab_backup_dup_folder (CabPractice *practice)
{
  return cab_practice_dup_preference (practice, FOLDER_PREFERENCE);
}

static gboolean
remember_generation (CabPractice *practice, GError **error)
{
  /* Remembering is a writing itself. */
  guint64 generation = cab_vault_get_generation (cab_practice_get_vault (practice)) + 1;
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, generation);

  return cab_practice_set_preference (practice, GENERATION_PREFERENCE, text, error);
}

static gboolean
has_changed (CabPractice *practice)
{
  g_autofree char *text = cab_practice_dup_preference (practice, GENERATION_PREFERENCE);

  return text == NULL
         || g_ascii_strtoull (text, NULL, 10)
                != cab_vault_get_generation (cab_practice_get_vault (practice));
}

char *
cab_backup_now (CabPractice *practice,
                const char *folder,
                CabProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  CabVault *vault;
  g_autofree char *path = NULL;
  const CabCopyWatch watch = {
    .rows = cab_store_walk_rows,
    .adopt = cab_erasure_apply_tombstones,
    .progress = cab_progress_update,
    .progress_data = progress,
  };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  vault = cab_practice_get_vault (practice);
  if (!cab_practice_set_preference (practice, FOLDER_PREFERENCE, folder, error)
      || !cab_backup_make (vault, folder, &watch, &path, cancellable, error)
      || !cab_backup_rotate (vault, cab_backup_get_days (practice), NULL, NULL, error)
      || !remember_generation (practice, error))
    return NULL;

  return g_steal_pointer (&path);
}

static gint64
get_newest_ms (CabVault *vault)
{
  g_autoptr (GPtrArray) backups = cab_backup_list (vault, NULL);
  gint64 newest = 0;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    newest = MAX (newest, ((const CabBackupEntry *)backups->pdata[i])->made_ms);

  return newest;
}

char *
cab_backup_dup_due_folder (CabPractice *practice, gint64 age_ms)
{
  CabVault *vault;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  vault = cab_practice_get_vault (practice);
  folder = cab_backup_dup_folder (practice);
  if (!cab_vault_is_writable (vault) || folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR)
      || !has_changed (practice))
    return NULL;
  if (age_ms > 0
      && cab_clock_get_wall_ms (cab_vault_get_clock (vault)) - get_newest_ms (vault) < age_ms)
    return NULL;

  return g_steal_pointer (&folder);
}

void
cab_backup_tell (CabOpenPractice *practice, const GError *error)
{
  CabNotices *notices = cab_notices_get (practice);

  if (error == NULL)
    cab_notices_clear (notices, CAB_NOTICE_BACKUP_FAILED);
  else if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY)
           || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED))
    cab_notices_set (notices, CAB_NOTICE_BACKUP_FAILED, error->message, _ ("Show _Backups"),
                     "win.show-backups");
}

/* What is known of one practice's backups at rest. */
typedef struct
{
  gint64 next_look_us;
  gboolean is_running;
} Rest;

static Rest *
get_rest (CabOpenPractice *practice)
{
  Rest *rest = g_object_get_data (G_OBJECT (practice), KEY);

  if (rest == NULL)
    {
      rest = g_new0 (Rest, 1);
      g_object_set_data_full (G_OBJECT (practice), KEY, rest, g_free);
    }

  return rest;
}

static gpointer
back_up_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = cab_backup_dup_due_folder (practice, HOUR_MS);

  return folder != NULL ? cab_backup_now (practice, folder, data, cancellable, error) : NULL;
}

static void
on_backed_up_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOpenPractice) practice = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cab_open_practice_run_finish (practice, result, &error);

  get_rest (practice)->is_running = FALSE;
  cab_open_practice_set_yielding (practice, NULL);
  if (!cab_open_practice_is_closed (practice) && (path != NULL || error != NULL))
    cab_backup_tell (practice, error);
}

static gpointer
look_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return cab_backup_dup_due_folder (practice, HOUR_MS);
}

/* Two jobs, for only the second is one that puts off locking and writes. */
static void
on_looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOpenPractice) practice = user_data;
  g_autofree char *folder = cab_open_practice_run_finish (practice, result, NULL);
  g_autoptr (GCancellable) cancellable = NULL;

  if (folder == NULL || cab_open_practice_is_closed (practice))
    {
      get_rest (practice)->is_running = FALSE;
      return;
    }

  cancellable = g_cancellable_new ();
  cab_open_practice_run_async (practice, CAB_JOB_WRITES | CAB_JOB_LONG, back_up_job,
                               cab_progress_new (), g_object_unref, g_free, cancellable,
                               on_backed_up_cb, g_object_ref (practice));
  cab_open_practice_set_yielding (practice, cancellable);
}

void
cab_backup_at_rest (CabOpenPractice *practice)
{
  gint64 now_us = g_get_monotonic_time ();
  Rest *rest;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  rest = get_rest (practice);
  if (rest->is_running || now_us < rest->next_look_us || !cab_open_practice_is_writable (practice)
      || cab_open_practice_is_sample (practice) || cab_open_practice_is_busy (practice))
    return;

  rest->is_running = TRUE;
  rest->next_look_us = now_us + LOOK_US;
  cab_open_practice_run_async (practice, CAB_JOB_READS, look_job, NULL, NULL, g_free, NULL,
                               on_looked_cb, g_object_ref (practice));
}
