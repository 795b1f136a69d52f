/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-pages.h"

#include <openssl/evp.h>
#include <string.h>

#include "cab-test-raw.h"

/* [V-1] AES-256-CBC, no padding; the first page begins behind the header. */
static void
decrypt_page (EVP_CIPHER_CTX *context,
              const guint8 *key,
              const guint8 *page,
              gsize skipped,
              guint8 *plain)
{
  const guint8 *iv = page + CAB_PAGE_SIZE - CAB_TEST_RESERVED;
  int length = (int)(CAB_PAGE_SIZE - CAB_TEST_RESERVED - skipped);
  int done = 0;
  int rest = 0;

  g_assert_cmpint (EVP_DecryptInit_ex (context, EVP_aes_256_cbc (), NULL, key, iv), ==, 1);
  g_assert_cmpint (EVP_CIPHER_CTX_set_padding (context, 0), ==, 1);
  g_assert_cmpint (EVP_DecryptUpdate (context, plain, &done, page + skipped, length), ==, 1);
  g_assert_cmpint (EVP_DecryptFinal_ex (context, plain + done, &rest), ==, 1);
  g_assert_cmpint (done + rest, ==, length);
}

GBytes *
cab_test_pages_decrypt (const char *path)
{
  static const char magic[CAB_HEADER_LENGTH] = "SQLite format 3";
  g_autoptr (CabSecret) secret = cab_test_raw_derive_key (path);
  g_autofree char *cipher = NULL;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new ();
  gsize length = 0;
  guint8 *plain;

  g_assert_true (g_file_get_contents (path, &cipher, &length, NULL));
  g_assert_cmpuint (length % CAB_PAGE_SIZE, ==, 0);
  plain = g_malloc0 (length);
  for (gsize at = 0; at < length; at += CAB_PAGE_SIZE)
    {
      gsize skipped = at == 0 ? CAB_HEADER_LENGTH : 0;

      decrypt_page (context, cab_secret_open (secret), (guint8 *)cipher + at, skipped,
                    plain + at + skipped);
      cab_secret_close (secret);
    }
  memcpy (plain, magic, sizeof magic);
  EVP_CIPHER_CTX_free (context);

  return g_bytes_new_take (plain, length);
}
