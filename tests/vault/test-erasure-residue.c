/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Looks for the words of an erased client in every page of the file, decrypted
 * by OpenSSL without a line of SQLCipher: also pages that no reader can see. */

#include "config.h"

#include <openssl/evp.h>
#include <string.h>

#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-mood-entry.h"
#include "cab-note.h"
#include "cab-passphrase.h"
#include "cab-test-raw.h"
#include "cab-test-work.h"

#define N_WORDS 300

/* SQLCipher 4: the end of each page is an IV of 16 bytes and an HMAC of 64. */
#define RESERVED 80
#define IV_LENGTH 16

/* [V-1] AES-256-CBC, no padding; the first page begins behind the header. */
static void
decrypt_page (EVP_CIPHER_CTX *context,
              const guint8 *key,
              const guint8 *page,
              gsize skipped,
              guint8 *plain)
{
  const guint8 *iv = page + CAB_PAGE_SIZE - RESERVED;
  int length = (int)(CAB_PAGE_SIZE - RESERVED - skipped);
  int done = 0;
  int rest = 0;

  g_assert_cmpint (EVP_DecryptInit_ex (context, EVP_aes_256_cbc (), NULL, key, iv), ==, 1);
  g_assert_cmpint (EVP_CIPHER_CTX_set_padding (context, 0), ==, 1);
  g_assert_cmpint (EVP_DecryptUpdate (context, plain, &done, page + skipped, length), ==, 1);
  g_assert_cmpint (EVP_DecryptFinal_ex (context, plain + done, &rest), ==, 1);
  g_assert_cmpint (done + rest, ==, length);
}

/* All pages of a closed file, one behind the other without their reserved ends. */
static GBytes *
decrypt_file (const char *path)
{
  g_autoptr (CabSecret) secret = cab_test_raw_derive_key (path);
  g_autofree char *cipher = NULL;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new ();
  const gsize body = CAB_PAGE_SIZE - RESERVED;
  gsize length = 0;
  guint8 *plain;

  g_assert_true (g_file_get_contents (path, &cipher, &length, NULL));
  g_assert_cmpuint (length % CAB_PAGE_SIZE, ==, 0);
  plain = g_malloc0 (length);
  for (gsize page = 0; page < length / CAB_PAGE_SIZE; page++)
    {
      gsize skipped = page == 0 ? CAB_HEADER_LENGTH : 0;

      decrypt_page (context, cab_secret_open (secret), (guint8 *)cipher + page * CAB_PAGE_SIZE,
                    skipped, plain + page * body + skipped);
      cab_secret_close (secret);
    }
  EVP_CIPHER_CTX_free (context);

  return g_bytes_new_take (plain, length / CAB_PAGE_SIZE * body);
}

static char *
dup_word (const char *owner, guint number)
{
  return g_strdup_printf ("%s%03uxyzzy", owner, number);
}

/* The words of a client that are in @plain in the order of their letters. */
static guint
count_words (GBytes *plain, const char *owner)
{
  gsize length = 0;
  const void *bytes = g_bytes_get_data (plain, &length);
  guint n = 0;

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *word = dup_word (owner, i);

      n += memmem (bytes, length, word, strlen (word)) != NULL;
    }

  return n;
}

static char *
dup_words (const char *owner, guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      g_autofree char *word = dup_word (owner, i);

      g_string_append_printf (text, "%s ", word);
    }

  return g_string_free (text, FALSE);
}

/* A client with 300 words in notes, a changed draft, moods and the client's own fields. */
static CabRecord *
add_client (CabPractice *practice, const char *owner)
{
  g_autoptr (CabRecord) client = cab_test_work_add_client (practice, 1, NULL);
  g_autofree char *own = dup_words (owner, 0, 20);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_PRESENTING), own);
  cab_practice_save (practice, client, &error);
  g_assert_no_error (error);

  for (guint from = 20; from < N_WORDS; from += 40)
    {
      g_autofree char *text = dup_words (owner, from, from + 30);
      g_autofree char *mood = dup_words (owner, from + 30, from + 40);
      g_autoptr (CabRecord) note
          = cab_test_work_add_note (practice, cab_record_get_id (client), from, &error);
      g_autoptr (CabRecord) entry = NULL;

      g_assert_no_error (error);
      cab_note_write (practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
      g_assert_no_error (error);
      if (from % 80 == 20)
        cab_note_sign (practice, note, "I wrote this note.", &error);
      g_assert_no_error (error);
      entry = cab_test_work_add_mood (practice, cab_record_get_id (client), 1, &error);
      g_assert_no_error (error);
      cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE), mood);
      cab_practice_save (practice, entry, &error);
      g_assert_no_error (error);
    }

  return g_steal_pointer (&client);
}

/* [V-140] to [V-142], [V-216] a client's words are in the file, gone with the client already
 * before compaction, gone after it, and another client's words are all there each time */
static void
test_residue (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (CabPractice) practice = cab_test_work_begin (&test);
  g_autoptr (CabRecord) erased = add_client (practice, "alpha");
  g_autoptr (CabRecord) other = add_client (practice, "omega");
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&practice);
  plain = decrypt_file (test.path);
  g_assert_cmpuint (count_words (plain, "alpha"), ==, N_WORDS);
  g_assert_cmpuint (count_words (plain, "omega"), ==, N_WORDS);
  g_clear_pointer (&plain, g_bytes_unref);

  practice = cab_test_work_open (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  cab_erasure_erase (practice, erased, CAB_ERASURE_GROUND_REQUEST, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  plain = decrypt_file (test.path);
  g_assert_cmpuint (count_words (plain, "alpha"), ==, 0);
  g_assert_cmpuint (count_words (plain, "omega"), ==, N_WORDS);
  g_clear_pointer (&plain, g_bytes_unref);

  practice = cab_test_work_open (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  cab_compact (cab_practice_get_vault (practice), &cab_test_work_watch, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  plain = decrypt_file (test.path);
  g_assert_cmpuint (count_words (plain, "alpha"), ==, 0);
  g_assert_cmpuint (count_words (plain, "omega"), ==, N_WORDS);

  practice = cab_test_work_open (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_test_work_is_sound (practice));
}

/* [V-223] the pages that OpenSSL decrypts are SQLite's: the schema stands in the first */
static void
test_decryptor (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (CabPractice) practice = cab_test_work_begin (&test);
  g_autoptr (GBytes) plain = NULL;
  gsize length = 0;
  const guint8 *bytes;

  g_clear_object (&practice);
  plain = decrypt_file (test.path);
  bytes = g_bytes_get_data (plain, &length);
  g_assert_cmpuint (bytes[16] << 8 | bytes[17], ==, CAB_PAGE_SIZE);
  g_assert_cmpuint (bytes[20], ==, RESERVED);
  g_assert_nonnull (memmem (bytes, length, "CREATE TABLE meta", 17));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/erasure-residue/decryptor", test_decryptor);
  g_test_add_func ("/erasure-residue/words", test_residue);

  return g_test_run ();
}
