/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-kdf.h"

#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "cab-harden.h"
#include "cab-recovery.h"
#include "cab-vault-error.h"

#define MIB (G_GUINT64_CONSTANT (1) << 20)

/* [V-5]: below this the floor is too cheap for the computer */
#define FAST_US 350000

/* With less memory than this, 512 MiB at each unlocking would push everything else out. */
#define FAST_MEMORY (3 * 1024 * MIB)

#define KDF_CONTEXT "CABINET1"
#define KDF_ID_KEY 1
#define KDF_ID_FINGERPRINT 2

#define KEY_HEX (2 * CAB_KEY_LENGTH)
#define HEADER_HEX (2 * CAB_HEADER_LENGTH)

#define FINGERPRINT_SHOWN 5

/* [V-5]: fixed for ever once shipped; rows are only appended. */
static const CabKdfProfile profiles[] = {
  [CAB_KDF_PROFILE_TEST] = { 1, 8 * MIB },
  [CAB_KDF_PROFILE_FLOOR] = { 3, 256 * MIB },
  [CAB_KDF_PROFILE_FAST] = { 4, 512 * MIB },
  [CAB_KDF_PROFILE_SLOW] = { 4, 1024 * MIB },
};

G_STATIC_ASSERT (CAB_KEY_LENGTH == crypto_kdf_KEYBYTES);
G_STATIC_ASSERT (CAB_HEADER_LENGTH == crypto_pwhash_SALTBYTES);
G_STATIC_ASSERT (CAB_FINGERPRINT_LENGTH >= crypto_kdf_BYTES_MIN);
G_STATIC_ASSERT (sizeof KDF_CONTEXT - 1 == crypto_kdf_CONTEXTBYTES);

const CabKdfProfile *
cab_kdf_get_profile (guint8 number)
{
  if (number >= G_N_ELEMENTS (profiles))
    return NULL;
  if (number == CAB_KDF_PROFILE_TEST && !CAB_TEST_PROFILE)
    return NULL;
  return &profiles[number];
}

static gboolean
hash_passphrase (guint8 *out,
                 const void *passphrase,
                 gsize length,
                 const guint8 *salt,
                 const CabKdfProfile *profile)
{
  return crypto_pwhash (out, CAB_KEY_LENGTH, passphrase, length, salt, profile->operations,
                        profile->memory, crypto_pwhash_ALG_ARGON2ID13)
         == 0;
}

guint8
cab_kdf_choose_profile_for (gint64 floor_us, guint64 memory)
{
  if (floor_us < FAST_US && memory >= FAST_MEMORY)
    return CAB_KDF_PROFILE_FAST;
  return CAB_KDF_PROFILE_FLOOR;
}

guint8
cab_kdf_choose_profile (void)
{
  static const guint8 salt[CAB_HEADER_LENGTH] = { 0 };
  guint8 out[CAB_KEY_LENGTH];
  gint64 before = g_get_monotonic_time ();
  guint64 memory = (guint64)sysconf (_SC_PHYS_PAGES) * (guint64)sysconf (_SC_PAGESIZE);

  if (!hash_passphrase (out, "measure", 7, salt, &profiles[CAB_KDF_PROFILE_FLOOR]))
    return CAB_KDF_PROFILE_FLOOR;
  return cab_kdf_choose_profile_for (g_get_monotonic_time () - before, memory);
}

static gboolean
is_ascii (const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (bytes[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* NFC of valid UTF-8. g_utf8_normalize() works in buffers that it frees as they are, so the
 * thread's cache is scrubbed afterwards; plain ASCII, which is always NFC, never goes there. */
static CabSecret *
dup_composed (CabSecret *passphrase)
{
  gsize length = cab_secret_get_length (passphrase);
  const guint8 *bytes = cab_secret_open (passphrase);
  CabSecret *composed;
  char *text;

  if (is_ascii (bytes, length))
    composed = cab_secret_dup (passphrase);
  else
    {
      text = g_utf8_normalize ((const char *)bytes, (gssize)length, G_NORMALIZE_NFC);
      composed = cab_secret_new_copy (text, strlen (text));
      sodium_memzero (text, strlen (text));
      g_free (text);
      cab_harden_scrub_thread ();
    }
  cab_secret_close (passphrase);
  return composed;
}

CabSecret *
cab_kdf_normalise_passphrase (CabSecret *passphrase, GError **error)
{
  g_autoptr (CabSecret) composed = NULL;
  gboolean valid;

  g_return_val_if_fail (passphrase != NULL, NULL);

  valid = g_utf8_validate_len ((const char *)cab_secret_open (passphrase),
                               cab_secret_get_length (passphrase), NULL);
  cab_secret_close (passphrase);
  if (valid)
    composed = dup_composed (passphrase);
  if (composed == NULL || cab_secret_get_length (composed) > CAB_PASSPHRASE_MAXIMUM)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_BAD_PASSPHRASE);
      return NULL;
    }
  return g_steal_pointer (&composed);
}

/* The profile that a header names, or the error that says why this build has none. */
static const CabKdfProfile *
find_profile (const guint8 *header, GError **error)
{
  guint8 number;
  CabHeaderKind kind = cab_header_parse (header, CAB_PAGE_SIZE, NULL, &number);

  switch (kind)
    {
    case CAB_HEADER_PRACTICE:
      return cab_kdf_get_profile (number);
    case CAB_HEADER_NEWER:
      cab_vault_error_set (error, CAB_VAULT_ERROR_NEWER);
      return NULL;
    case CAB_HEADER_TEST_PROFILE:
      cab_vault_error_set (error, CAB_VAULT_ERROR_TEST_PROFILE);
      return NULL;
    case CAB_HEADER_EMPTY:
    case CAB_HEADER_PLAIN_SQLITE:
    case CAB_HEADER_NOT_PRACTICE:
      cab_vault_error_set (error, CAB_VAULT_ERROR_NOT_PRACTICE);
      return NULL;
    }
  g_assert_not_reached ();
}

CabSecret *
cab_kdf_derive_root (CabSecret *passphrase,
                     const guint8 *header,
                     GCancellable *cancellable,
                     GError **error)
{
  const CabKdfProfile *profile;
  g_autoptr (CabSecret) composed = NULL;
  g_autoptr (CabSecret) root = NULL;
  gboolean derived;

  g_return_val_if_fail (passphrase != NULL, NULL);
  g_return_val_if_fail (header != NULL, NULL);

  composed = cab_kdf_normalise_passphrase (passphrase, error);
  if (composed == NULL)
    return NULL;
  profile = find_profile (header, error);
  if (profile == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  root = cab_secret_new (CAB_KEY_LENGTH);
  derived = hash_passphrase (cab_secret_open_for_writing (root), cab_secret_open (composed),
                             cab_secret_get_length (composed), header, profile);
  cab_secret_close (root);
  cab_secret_close (composed);
  if (!derived)
    {
      cab_vault_error_set_low_memory (error, profile->memory);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&root);
}

static void
derive_subkey (guint8 *out, gsize length, guint64 id, CabSecret *root)
{
  g_assert (cab_secret_get_length (root) == CAB_KEY_LENGTH);

  crypto_kdf_derive_from_key (out, length, id, KDF_CONTEXT, cab_secret_open (root));
  cab_secret_close (root);
}

CabSecret *
cab_kdf_derive_key (CabSecret *root)
{
  CabSecret *key;

  g_return_val_if_fail (root != NULL, NULL);

  key = cab_secret_new (CAB_KEY_LENGTH);
  derive_subkey (cab_secret_open_for_writing (key), CAB_KEY_LENGTH, KDF_ID_KEY, root);
  cab_secret_close (key);
  return key;
}

void
cab_kdf_derive_fingerprint (CabSecret *root, guint8 *fingerprint)
{
  g_return_if_fail (root != NULL);
  g_return_if_fail (fingerprint != NULL);

  derive_subkey (fingerprint, CAB_FINGERPRINT_LENGTH, KDF_ID_FINGERPRINT, root);
}

char *
cab_kdf_dup_fingerprint_text (const guint8 *fingerprint)
{
  GString *text = g_string_new (NULL);
  guint64 bits = 0;

  g_return_val_if_fail (fingerprint != NULL, NULL);

  for (guint i = 0; i < FINGERPRINT_SHOWN; i++)
    bits = bits << 8 | fingerprint[i];
  for (int shift = 35; shift >= 0; shift -= 5)
    {
      g_string_append_c (text, cab_recovery_get_symbol (bits >> shift & 31));
      if (shift == 20)
        g_string_append_c (text, '-');
    }
  return g_string_free_and_steal (text);
}

CabSecret *
cab_kdf_new_key_text (CabSecret *key, const guint8 *header)
{
  gsize length = 3 + KEY_HEX + (header == NULL ? 0 : HEADER_HEX);
  CabSecret *text;
  char *out;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (cab_secret_get_length (key) == CAB_KEY_LENGTH, NULL);

  text = cab_secret_new (length);
  out = (char *)cab_secret_open_for_writing (text);
  out[0] = 'x';
  out[1] = '\'';
  /* Each call ends its digits with a NUL, which the next one or the quote overwrites. */
  sodium_bin2hex (out + 2, KEY_HEX + 1, cab_secret_open (key), CAB_KEY_LENGTH);
  if (header != NULL)
    sodium_bin2hex (out + 2 + KEY_HEX, HEADER_HEX + 1, header, CAB_HEADER_LENGTH);
  out[length - 1] = '\'';
  cab_secret_close (key);
  cab_secret_close (text);
  return text;
}

CabSecret *
cab_kdf_new_shell_line (CabSecret *key)
{
  static const char before[] = "PRAGMA key = \"";
  static const char after[] = "\";\n";
  g_autoptr (CabSecret) text = cab_kdf_new_key_text (key, NULL);
  gsize length = cab_secret_get_length (text);
  CabSecret *line = cab_secret_new (strlen (before) + length + strlen (after));
  guint8 *out = cab_secret_open_for_writing (line);

  memcpy (out, before, strlen (before));
  memcpy (out + strlen (before), cab_secret_open (text), length);
  cab_secret_close (text);
  memcpy (out + strlen (before) + length, after, strlen (after));
  cab_secret_close (line);

  return line;
}
