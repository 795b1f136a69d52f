/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "test-refused.h"

#include "cab-vault-error.h"

void
test_refused_prepare (CabTestVault *test)
{
  cab_test_vault_init (test);
  cab_test_vault_close (test);
}

void
test_refused_write (const char *path, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
test_refused_assert (CabTestVault *test,
                     const char *name,
                     const char *passphrase,
                     CabVaultOpenFlags flags,
                     int code,
                     const char *words)
{
  g_autofree char *state = g_build_filename (test->state_dir, "witness", NULL);
  g_autofree char *before = cab_test_folder_dup_state (test->folder.path);
  g_autofree char *witness_before = cab_test_folder_dup_state (state);

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = cab_test_vault_try (test, passphrase, flags, &error);
      g_autofree char *after = cab_test_folder_dup_state (test->folder.path);
      g_autofree char *witness_after = cab_test_folder_dup_state (state);

      if (vault != NULL)
        g_error ("%s: opened", name);
      if (!g_error_matches (error, CAB_VAULT_ERROR, code))
        g_error ("%s: %s (%s)", name, cab_vault_error_get_short_name (error), error->message);
      if (words != NULL && strstr (error->message, words) == NULL)
        g_error ("%s: “%s” does not say “%s”", name, error->message, words);
      if (g_strcmp0 (before, after) != 0 || g_strcmp0 (witness_before, witness_after) != 0)
        g_error ("%s: changed\n%sto\n%s", name, before, after);
    }
}
