/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-opener.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cab-sample.h"
#include "cab-settings.h"

#define SAMPLE_CLIENTS 12
#define SAMPLE_SEED 1

typedef struct
{
  char *path;
  CabCredentialType type;
  CabSecret *secret;
  CabVaultOpenFlags flags;
  CabVaultSettings settings;
} Opening;

static Opening *
opening_new (const char *path, CabCredentialType type, CabSecret *secret, CabVaultOpenFlags flags)
{
  Opening *self = g_new0 (Opening, 1);

  self->path = g_strdup (path);
  self->type = type;
  self->secret = secret;
  self->flags = flags;
  cab_settings_init (&self->settings);

  return self;
}

static void
opening_free (Opening *self)
{
  cab_settings_clear (&self->settings);
  g_clear_pointer (&self->secret, cab_secret_free);
  g_free (self->path);
  g_free (self);
}

static CabPractice *
open_practice (gpointer data, GCancellable *cancellable, GError **error)
{
  Opening *opening = data;
  CabCredential credential = { opening->type, opening->secret };
  CabVault *vault = cab_vault_open (opening->path, &credential, opening->flags, &opening->settings,
                                    cancellable, error);

  /* The key is in the vault now, or nowhere: this copy has done its work. */
  g_clear_pointer (&opening->secret, cab_secret_free);

  return vault != NULL ? cab_practice_new_take (vault) : NULL;
}

CabPractice *
cab_opener_open (const char *path, CabSecret *passphrase, GError **error)
{
  Opening *opening;
  CabPractice *practice;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (passphrase != NULL, NULL);

  opening = opening_new (path, CAB_CREDENTIAL_PASSPHRASE, cab_secret_dup (passphrase),
                         CAB_VAULT_OPEN_NORMAL);
  practice = open_practice (opening, NULL, error);
  opening_free (opening);

  return practice;
}

static void
examine_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CabVaultSettings settings;

  cab_settings_init (&settings);
  if (cab_vault_examine (data, &settings, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  cab_settings_clear (&settings);
}

void
cab_opener_examine_async (const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, cab_opener_examine_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, examine_in_thread);
}

gboolean
cab_opener_examine_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cab_opener_open_async (const char *path,
                       CabCredentialType type,
                       CabSecret *secret,
                       CabVaultOpenFlags flags,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (path != NULL);
  g_return_if_fail (secret != NULL);

  cab_open_practice_new_async (open_practice, opening_new (path, type, secret, flags),
                               (GDestroyNotify)opening_free, cancellable, callback, user_data);
}

static gboolean
make_sample (Opening *opening, GCancellable *cancellable, GError **error)
{
  static const CabSampleOptions options = { .n_clients = SAMPLE_CLIENTS, .seed = SAMPLE_SEED };
  g_autofree char *folder = g_path_get_dirname (opening->path);

  if (g_file_test (opening->path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return FALSE;
    }

  return cab_sample_create (opening->path, opening->secret, cab_settings_get_profile (), &options,
                            &opening->settings, NULL, NULL, cancellable, error);
}

static CabPractice *
open_sample (gpointer data, GCancellable *cancellable, GError **error)
{
  return make_sample (data, cancellable, error) ? open_practice (data, cancellable, error) : NULL;
}

char *
cab_opener_dup_sample_path (void)
{
  g_autofree char *folder = cab_settings_dup_data_folder ();

  return g_build_filename (folder, CAB_SAMPLE_NAME, NULL);
}

void
cab_opener_open_sample_async (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *path = cab_opener_dup_sample_path ();
  CabSecret *secret = cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE));

  cab_open_practice_new_async (
      open_sample, opening_new (path, CAB_CREDENTIAL_PASSPHRASE, secret, CAB_VAULT_OPEN_NORMAL),
      (GDestroyNotify)opening_free, NULL, callback, user_data);
}

CabOpenPractice *
cab_opener_open_finish (GAsyncResult *result, GError **error)
{
  return cab_open_practice_new_finish (result, error);
}
