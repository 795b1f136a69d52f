/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-page.h"

#include <sodium.h>

#define HMAC_LENGTH crypto_auth_hmacsha512_BYTES
#define HMAC_SALT_MASK 0x3a

static void
hmac (const guint8 *key, const guint8 *bytes, gsize length, guint8 *out)
{
  crypto_auth_hmacsha512_state state;

  crypto_auth_hmacsha512_init (&state, key, CAB_KEY_LENGTH);
  crypto_auth_hmacsha512_update (&state, bytes, length);
  crypto_auth_hmacsha512_final (&state, out);
  sodium_memzero (&state, sizeof state);
}

/* PBKDF2 for one block and two rounds. */
static void
derive_hmac_key (CabSecret *key, const guint8 *header, guint8 *hmac_key)
{
  guint8 salt[CAB_HEADER_LENGTH + 4] = { 0 };
  guint8 first[HMAC_LENGTH];
  guint8 second[HMAC_LENGTH];
  const guint8 *k = cab_secret_open (key);

  for (gsize i = 0; i < CAB_HEADER_LENGTH; i++)
    salt[i] = header[i] ^ HMAC_SALT_MASK;
  salt[CAB_HEADER_LENGTH + 3] = 1;

  hmac (k, salt, sizeof salt, first);
  hmac (k, first, sizeof first, second);
  cab_secret_close (key);

  for (gsize i = 0; i < CAB_KEY_LENGTH; i++)
    hmac_key[i] = first[i] ^ second[i];
  sodium_memzero (first, sizeof first);
  sodium_memzero (second, sizeof second);
}

gboolean
cab_page_verify (CabSecret *key, const guint8 *header, guint32 number, const guint8 *page)
{
  guint8 hmac_key[CAB_KEY_LENGTH];
  guint8 expected[HMAC_LENGTH];
  guint32 number_le = GUINT32_TO_LE (number);
  gsize skipped = number == 1 ? CAB_HEADER_LENGTH : 0;
  crypto_auth_hmacsha512_state state;

  g_return_val_if_fail (key != NULL && header != NULL && page != NULL, FALSE);

  derive_hmac_key (key, header, hmac_key);
  crypto_auth_hmacsha512_init (&state, hmac_key, sizeof hmac_key);
  crypto_auth_hmacsha512_update (&state, page + skipped, CAB_PAGE_SIZE - HMAC_LENGTH - skipped);
  crypto_auth_hmacsha512_update (&state, (const guint8 *)&number_le, sizeof number_le);
  crypto_auth_hmacsha512_final (&state, expected);
  sodium_memzero (hmac_key, sizeof hmac_key);
  sodium_memzero (&state, sizeof state);

  return sodium_memcmp (expected, page + CAB_PAGE_SIZE - HMAC_LENGTH, HMAC_LENGTH) == 0;
}
