/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What is nearly the key of a practice, and what is quite another one. */

#include "config.h"

#include "cab-recovery.h"
#include "cab-test-raw.h"
#include "cab-test-tally.h"
#include "cab-vault-error.h"

/* In Latin letters, with one that has a composed and a decomposed form. */
#define PASSPHRASE "cedar lantern caf\303\251 walnut otter"

static gboolean
opens_with_key (const char *path, CabSecret *key)
{
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_db_open (path, CAB_DB_COPY, &error);
  gint64 count = 0;
  gboolean opens;

  g_assert_no_error (error);
  opens = cab_db_set_key (db, key, NULL, &error)
          && cab_db_query_integer (db, "SELECT count (*) FROM sqlite_schema", &count, "try a key",
                                   &error)
          && count > 0;
  g_assert_true (opens || error != NULL);
  cab_db_close (db, NULL);

  return opens;
}

/* [V-210] a key with one wrong bit opens nothing */
static void
test_bits (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (CabSecret) key = NULL;
  CabTestTally tally = cab_test_tally_begin ("V-210", "keys with one wrong bit");

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  key = cab_test_raw_derive_key (test.path);
  g_assert_true (opens_with_key (test.path, key));
  for (guint bit = 0; bit < 8 * CAB_KEY_LENGTH; bit++)
    {
      cab_secret_open_for_writing (key)[bit / 8] ^= (guint8)(1 << bit % 8);
      cab_secret_close (key);
      if (opens_with_key (test.path, key))
        g_error ("bit %u", bit);
      cab_secret_open_for_writing (key)[bit / 8] ^= (guint8)(1 << bit % 8);
      cab_secret_close (key);
    }
  g_assert_true (opens_with_key (test.path, key));
  cab_test_tally_end (&tally, 8 * CAB_KEY_LENGTH, 8 * CAB_KEY_LENGTH);
}

static CabVault *
try_passphrase (CabTestVault *test, const char *typed, GError **error)
{
  g_autofree char *longest = g_strnfill (1025, 'c');
  g_autoptr (CabSecret) secret = cab_test_secret (typed != NULL ? typed : longest);
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, secret };

  return cab_vault_open (test->path, &credential, CAB_VAULT_OPEN_NORMAL, &test->settings, NULL,
                         error);
}

static void
make_practice (CabTestVault *test, const char *typed)
{
  g_autoptr (CabSecret) secret = cab_test_secret (typed);
  g_autoptr (GError) error = NULL;

  cab_test_vault_prepare (test);
  test->vault
      = cab_vault_create (test->path, secret, CAB_KDF_PROFILE_TEST, &test->settings, NULL, &error);
  g_assert_no_error (error);
  cab_test_vault_close (test);
}

/* [V-5], [V-210] what looks like the passphrase is not it, except in another form of the same
 * letters; what is none is refused; the file stays as it is */
static void
test_passphrases (void)
{
  static const struct
  {
    const char *name;
    const char *typed;
    gboolean opens;
  } cases[] = {
    { "itself", PASSPHRASE, TRUE },
    { "decomposed", "cedar lantern cafe\314\201 walnut otter", TRUE },
    { "without the accent", "cedar lantern cafe walnut otter", FALSE },
    { "Cyrillic a", "ced\320\260r lantern caf\303\251 walnut otter", FALSE },
    { "Greek omicron", "cedar lantern caf\303\251 walnut \316\277tter", FALSE },
    { "capital", "Cedar lantern caf\303\251 walnut otter", FALSE },
    { "two spaces", "cedar  lantern caf\303\251 walnut otter", FALSE },
    { "a space at the end", PASSPHRASE " ", FALSE },
    { "zero-width space", "cedar\342\200\213 lantern caf\303\251 walnut otter", FALSE },
    { "a letter less", "cedar lantern caf\303\251 walnut otte", FALSE },
    { "one letter", "c", FALSE },
    { "1,025 bytes", NULL, FALSE },
  };
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  CabTestTally tally = cab_test_tally_begin ("V-210", "passphrases");

  make_practice (&test, PASSPHRASE);
  before = cab_test_folder_dup_state (test.folder.path);
  for (gsize i = 1; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = NULL;

      if (cases[i].opens)
        continue;
      vault = try_passphrase (&test, cases[i].typed, &error);
      g_test_message ("%s", cases[i].name);
      g_assert_null (vault);
      g_assert_true (error->domain == CAB_VAULT_ERROR);
    }
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (before, ==, after);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = NULL;

      if (!cases[i].opens)
        continue;
      vault = try_passphrase (&test, cases[i].typed, &error);
      g_assert_no_error (error);
      g_assert_nonnull (vault);
    }
  cab_test_tally_end (&tally, G_N_ELEMENTS (cases), G_N_ELEMENTS (cases));
}

/* [V-130], [V-210] well-formed codes of other practices: the form is right, the key is not */
static void
test_codes (void)
{
  guint rounds = g_test_slow () ? 100000 : 200;
  g_auto (CabTestVault) test = { 0 };
  CabTestTally tally = cab_test_tally_begin ("V-210", "recovery codes of other practices");

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (CabSecret) root = cab_secret_new (CAB_KEY_LENGTH);
      g_autoptr (CabSecret) code = NULL;
      CabCredential credential = { CAB_CREDENTIAL_RECOVERY_CODE, NULL };
      g_autoptr (GError) error = NULL;
      guint8 *bytes = cab_secret_open_for_writing (root);

      for (guint j = 0; j < CAB_KEY_LENGTH; j++)
        bytes[j] = (guint8)g_test_rand_int ();
      cab_secret_close (root);
      code = cab_recovery_encode (root);
      credential.secret = code;
      g_assert_null (cab_vault_open (test.path, &credential, CAB_VAULT_OPEN_NORMAL, &test.settings,
                                     NULL, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
    }
  cab_test_tally_end (&tally, rounds, rounds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/wrong-keys/bits", test_bits);
  g_test_add_func ("/vault/wrong-keys/passphrases", test_passphrases);
  g_test_add_func ("/vault/wrong-keys/codes", test_codes);

  return g_test_run ();
}
