/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-vault.h"

#include "cab-kdf.h"

void
cab_test_vault_prepare (CabTestVault *self)
{
  self->folder = cab_test_folder_new ();
  self->aside = cab_test_folder_new ();
  self->path = cab_test_folder_dup_path (&self->folder, "Practice.cabinet");
  self->state_dir = cab_test_folder_dup_path (&self->aside, "state");
  self->runtime_dir = cab_test_folder_dup_path (&self->aside, "run");
  self->cache_dir = cab_test_folder_dup_path (&self->aside, "cache");
  self->clock = cab_clock_new_fixed (CAB_TEST_WALL_MS, "Europe/Berlin");
  self->ids = cab_ids_new_random ();
  self->settings = (CabVaultSettings){
    .clock = self->clock,
    .ids = self->ids,
    .state_dir = self->state_dir,
    .runtime_dir = self->runtime_dir,
    .cache_dir = self->cache_dir,
    .program = "test",
  };
}

void
cab_test_vault_init (CabTestVault *self)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (GError) error = NULL;

  cab_test_vault_prepare (self);
  self->vault = cab_vault_create (self->path, passphrase, CAB_KDF_PROFILE_TEST, &self->settings,
                                  NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->vault);
}

void
cab_test_vault_clear (CabTestVault *self)
{
  if (self->path == NULL)
    return;

  g_clear_pointer (&self->vault, cab_vault_free);
  g_clear_pointer (&self->clock, cab_clock_unref);
  g_clear_pointer (&self->ids, cab_ids_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->state_dir, g_free);
  g_clear_pointer (&self->runtime_dir, g_free);
  g_clear_pointer (&self->cache_dir, g_free);
  cab_test_folder_clear (&self->folder);
  cab_test_folder_clear (&self->aside);
}

void
cab_test_vault_close (CabTestVault *self)
{
  g_autoptr (GError) error = NULL;

  cab_vault_close (self->vault, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->vault, cab_vault_free);
}

CabVault *
cab_test_vault_try (CabTestVault *self,
                    const char *passphrase,
                    CabVaultOpenFlags flags,
                    GError **error)
{
  g_autoptr (CabSecret) secret = cab_test_secret (passphrase);
  CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, secret };

  return cab_vault_open (self->path, &credential, flags, &self->settings, NULL, error);
}

void
cab_test_vault_reopen (CabTestVault *self, CabVaultOpenFlags flags)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (self->vault);
  self->vault = cab_test_vault_try (self, CAB_TEST_PASSPHRASE, flags, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->vault);
}

CabSecret *
cab_test_secret (const char *text)
{
  return cab_secret_new_copy (text, strlen (text));
}
