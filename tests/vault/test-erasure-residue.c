/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Looks for the words of an erased client in every page of the file, decrypted
 * by OpenSSL without a line of SQLCipher: also pages that no reader can see. */

#include "config.h"

#include <string.h>

#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-mood-entry.h"
#include "cab-note.h"
#include "cab-passphrase.h"
#include "cab-test-pages.h"
#include "cab-test-raw.h"
#include "cab-test-tally.h"
#include "cab-test-work.h"

#define N_WORDS 300

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

static CabPractice *
reopen (CabTestVault *test)
{
  g_autoptr (GError) error = NULL;
  CabPractice *practice
      = cab_test_work_open (test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);

  g_assert_no_error (error);

  return practice;
}

/* No page of the closed file at @path holds a word of the erased, and each of the other's. */
static void
assert_gone (const char *path, const char *erased, const char *other)
{
  g_autoptr (GBytes) plain = cab_test_pages_decrypt (path);

  g_assert_cmpuint (count_words (plain, erased), ==, 0);
  g_assert_cmpuint (count_words (plain, other), ==, N_WORDS);
}

static void
assert_there (const char *path, const char *owner)
{
  g_autoptr (GBytes) plain = cab_test_pages_decrypt (path);

  g_assert_cmpuint (count_words (plain, owner), ==, N_WORDS);
}

static void
scrub (CabVault *vault, const char *backup)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  g_autoptr (GError) error = NULL;
  gboolean is_changed = FALSE;

  cab_backup_scrub (vault, backup, &credential, &cab_test_work_watch, &is_changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_changed);
}

/* Erases one of two, and looks before compaction, after it, and in a backup from before. */
static void
erase_one (const char *erased, const char *other)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (CabPractice) practice = cab_test_work_begin (&test);
  g_autoptr (CabRecord) client = add_client (practice, erased);
  g_autoptr (CabRecord) stays = add_client (practice, other);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (stays);
  cab_backup_make (cab_practice_get_vault (practice), test.aside.path, &cab_test_work_watch,
                   &backup, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  assert_there (test.path, erased);
  assert_there (test.path, other);
  assert_there (backup, erased);

  practice = reopen (&test);
  cab_erasure_erase (practice, client, CAB_ERASURE_GROUND_REQUEST, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  assert_gone (test.path, erased, other);

  practice = reopen (&test);
  cab_compact (cab_practice_get_vault (practice), &cab_test_work_watch, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice);
  practice = reopen (&test);
  scrub (cab_practice_get_vault (practice), backup);
  g_clear_object (&practice);
  assert_gone (test.path, erased, other);
  assert_gone (backup, erased, other);

  practice = reopen (&test);
  g_assert_true (cab_test_work_is_sound (practice));
}

/* [V-140] to [V-142], [V-145], [V-216] a client's words are in the file, gone with the client
 * already before compaction, gone after it, gone from a backup, and another client's words are
 * all there each time */
static void
test_residue (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-216", "erased clients");
  guint rounds = cab_test_work_get_rounds (g_test_slow () ? 200 : 5);

  for (guint round = 0; round < rounds; round++)
    erase_one (round % 2 == 0 ? "alpha" : "omega", round % 2 == 0 ? "omega" : "alpha");
  cab_test_tally_end (&tally, rounds, rounds);
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
  plain = cab_test_pages_decrypt (test.path);
  bytes = g_bytes_get_data (plain, &length);
  g_assert_cmpuint (bytes[16] << 8 | bytes[17], ==, CAB_PAGE_SIZE);
  g_assert_cmpuint (bytes[20], ==, CAB_TEST_RESERVED);
  g_assert_nonnull (memmem (bytes, length, "CREATE TABLE meta", 17));
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/erasure-residue/decryptor", test_decryptor);
  g_test_add_func ("/erasure-residue/words", test_residue);

  return g_test_run ();
}
