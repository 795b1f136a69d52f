/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Changes the file of a practice behind Cabinet's back, page by page, and reads
 * it by every way there is: what comes is right, or an error comes. */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cab-attachment.h"
#include "cab-client.h"
#include "cab-mood-entry.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-passphrase.h"
#include "cab-search.h"
#include "cab-test-tally.h"
#include "cab-test-work.h"
#include "cab-vault-error.h"

#define PAGE ((gsize)4096)
#define LEAST_PAGES 300
#define SEARCHED "w5q2"

/* The practice as it is, and what reading it gives. */
typedef struct
{
  CabTestVault test;
  char *bytes;
  gsize length;
  char *older; /* the same some changes earlier */
  gsize older_length;
  char *witness_path;
  char *witness;
  gsize witness_length;
  GHashTable *records; /* id to all that the record holds, as one text */
  GHashTable *files;   /* id of attachment to content */
  GHashTable *hits;    /* ids that the search finds */
} Original;

static const CabKind *const kinds[] = { &cab_client_kind, &cab_note_kind, &cab_note_version_kind,
                                        &cab_mood_entry_kind, &cab_attachment_kind };

/* Everything a record holds, and for a note its text as the product reads it. */
static char *
dup_whole (CabPractice *practice, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);
  GString *whole = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      g_autofree char *value = NULL;

      /* The digest of all the others has no outside form. */
      if (cab_kind_get_field (kind, i)->type == CAB_FIELD_BYTES)
        continue;
      value = cab_record_dup_text (record, i);
      g_string_append_printf (whole, "%s\n", value != NULL ? value : "-");
    }
  if (kind == &cab_note_kind && !cab_note_dup_text (practice, record, &text, error))
    {
      g_string_free (whole, TRUE);
      return NULL;
    }
  g_string_append (whole, text != NULL ? text : "-");

  return g_string_free (whole, FALSE);
}

static void
remember_record (Original *original, CabPractice *practice, CabRecord *record)
{
  char *id = g_strdup (cab_record_get_id (record));
  g_autoptr (GError) error = NULL;
  char *whole = dup_whole (practice, record, &error);

  g_assert_no_error (error);
  g_hash_table_insert (original->records, id, whole);
  if (cab_record_get_kind (record) == &cab_attachment_kind)
    {
      GBytes *content = cab_test_work_dup_content (practice, record, &error);

      g_assert_no_error (error);
      g_hash_table_insert (original->files, g_strdup (id), content);
    }
}

static void
remember (Original *original, CabPractice *practice)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const CabFilter all = CAB_FILTER_ALL;
      g_autoptr (GPtrArray) records = cab_practice_list (practice, kinds[k], &all, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        remember_record (original, practice, records->pdata[i]);
    }
  hits = cab_search (practice, SEARCHED, 100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (original->hits, g_strdup (((CabSearchHit *)hits->pdata[i])->id));
  g_assert_cmpuint (g_hash_table_size (original->hits), >, 0);
}

/* Rounds of work until the file is long enough. */
static CabPractice *
fill (Original *original)
{
  CabPractice *practice = cab_test_work_begin (&original->test);
  g_autoptr (GError) error = NULL;

  for (guint number = 0; number < 60; number += 6)
    {
      g_autoptr (CabRecord) client = cab_test_work_add_client (practice, number, &error);
      const char *id = client != NULL ? cab_record_get_id (client) : NULL;
      g_autoptr (CabRecord) note = NULL;
      g_autoptr (CabRecord) longer = NULL;
      g_autoptr (CabRecord) mood = NULL;
      g_autoptr (CabRecord) file = NULL;

      g_assert_no_error (error);
      note = cab_test_work_add_note (practice, id, number % 12 == 0 ? 5 : number + 1, &error);
      g_assert_no_error (error);
      longer = cab_test_work_add_note (practice, id, number * 4 + 3, &error);
      g_assert_no_error (error);
      mood = cab_test_work_add_mood (practice, id, number + 3, &error);
      g_assert_no_error (error);
      file = cab_test_work_add_file (practice, id, number + 4, &error);
      g_assert_no_error (error);
    }

  return practice;
}

static void
read_witness (Original *original)
{
  g_autofree char *folder = g_build_filename (original->test.state_dir, "witness", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  original->witness_path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_assert_true (g_file_get_contents (original->witness_path, &original->witness,
                                      &original->witness_length, NULL));
}

static void
original_init (Original *original)
{
  g_autoptr (CabPractice) practice = NULL;
  g_autoptr (CabRecord) late = NULL;
  g_autoptr (GError) error = NULL;

  *original = (Original){
    .records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref),
    .hits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  practice = fill (original);
  g_clear_object (&practice);
  g_assert_true (
      g_file_get_contents (original->test.path, &original->older, &original->older_length, NULL));

  practice
      = cab_test_work_open (&original->test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  late = cab_test_work_add_client (practice, 5, &error);
  g_assert_no_error (error);
  cab_record_set_text (late, CAB_OWN (CAB_CLIENT_FIELD_PRESENTING), "changed");
  cab_practice_save (practice, late, &error);
  g_assert_no_error (error);
  remember (original, practice);
  g_clear_object (&practice);

  g_assert_true (
      g_file_get_contents (original->test.path, &original->bytes, &original->length, NULL));
  g_assert_cmpuint (original->length / PAGE, >=, LEAST_PAGES);
  read_witness (original);
}

static void
original_clear (Original *original)
{
  cab_test_vault_clear (&original->test);
  g_free (original->bytes);
  g_free (original->older);
  g_free (original->witness_path);
  g_free (original->witness);
  g_hash_table_unref (original->records);
  g_hash_table_unref (original->files);
  g_hash_table_unref (original->hits);
}

/* Puts a changed file in place, beside the witness of the unchanged one. */
static void
put (Original *original, const char *bytes, gsize length)
{
  int fd = open (original->test.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, !=, -1);
  g_assert_cmpint (write (fd, bytes, length), ==, length);
  close (fd);
  fd = open (original->witness_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, !=, -1);
  g_assert_cmpint (write (fd, original->witness, original->witness_length), ==,
                   original->witness_length);
  close (fd);
}

/* What the readers of one damaged file came to. */
typedef struct
{
  const char *name;
  gsize page;
  guint right;
  guint errors;
  guint altered;
} Tally;

static void
take (Tally *tally, gboolean is_right, const char *reader)
{
  if (is_right)
    {
      tally->right++;
      return;
    }
  tally->altered++;
  g_test_message ("%s, page %" G_GSIZE_FORMAT ": %s gave something else", tally->name, tally->page,
                  reader);
}

static gboolean
is_as_remembered (const Original *original, CabPractice *practice, CabRecord *record, Tally *tally)
{
  const char *expected = g_hash_table_lookup (original->records, cab_record_get_id (record));
  g_autofree char *whole = dup_whole (practice, record, NULL);

  if (whole == NULL)
    {
      tally->errors++;
      return TRUE;
    }

  return g_strcmp0 (whole, expected) == 0;
}

/* A list that ends without an error is the whole list. */
static void
read_list (const Original *original, CabPractice *practice, const CabKind *kind, Tally *tally)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) records = cab_practice_list (practice, kind, &all, NULL);
  guint expected = 0;
  GHashTableIter iter;
  gpointer id;

  if (records == NULL)
    {
      tally->errors++;
      return;
    }
  for (guint i = 0; i < records->len; i++)
    take (tally, is_as_remembered (original, practice, records->pdata[i], tally), "a list");

  g_hash_table_iter_init (&iter, original->records);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    expected += cab_practice_exists (practice, kind, id);
  take (tally, records->len >= expected, "the length of a list");
}

static void
read_files (const Original *original, CabPractice *practice, Tally *tally)
{
  GHashTableIter iter;
  gpointer id;
  gpointer content;

  g_hash_table_iter_init (&iter, original->files);
  while (g_hash_table_iter_next (&iter, &id, &content))
    {
      g_autoptr (CabRecord) attachment
          = cab_practice_load (practice, &cab_attachment_kind, id, NULL);
      g_autoptr (GBytes) got
          = attachment != NULL ? cab_test_work_dup_content (practice, attachment, NULL) : NULL;

      if (got == NULL)
        tally->errors++;
      else
        take (tally, g_bytes_equal (got, content), "an attachment");
    }
}

static void
search (const Original *original, CabPractice *practice, Tally *tally)
{
  g_autoptr (GPtrArray) hits = cab_search (practice, SEARCHED, 100, NULL);
  gboolean same;

  if (hits == NULL)
    {
      tally->errors++;
      return;
    }
  same = hits->len == g_hash_table_size (original->hits);
  for (guint i = 0; same && i < hits->len; i++)
    same = g_hash_table_contains (original->hits, ((CabSearchHit *)hits->pdata[i])->id);
  take (tally, same, "the search");
}

static void
read_all (const Original *original, CabPractice *practice, Tally *tally)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    read_list (original, practice, kinds[k], tally);
  read_files (original, practice, tally);
  search (original, practice, tally);
}

/* Backup and change of passphrase make a new file: none of them from a damaged one. */
static void
copy_anew (Original *original, Tally *tally)
{
  g_autoptr (CabSecret) from = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (CabSecret) to = cab_test_secret ("walnut drawer ferry");
  g_autofree char *path = NULL;
  g_autoptr (CabPractice) practice
      = cab_test_work_open (&original->test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, NULL);
  CabVault *vault;

  if (practice == NULL)
    {
      tally->errors++;
      return;
    }
  vault = cab_practice_get_vault (practice);
  if (cab_backup_make (vault, original->test.aside.path, &cab_test_work_watch, &path, NULL, NULL))
    take (tally, FALSE, "a backup");
  else
    tally->errors++;
  if (cab_passphrase_change (vault, from, to, &cab_test_work_watch, NULL, NULL))
    take (tally, FALSE, "a change of passphrase");
  else
    tally->errors++;
}

static void
flip_bit (char *bytes, gsize page)
{
  gsize offset = page * PAGE + (gsize)g_test_rand_int_range (page == 0 ? 16 : 0, (int)PAGE);

  bytes[offset] = (char)(bytes[offset] ^ 1 << g_test_rand_int_range (0, 8));
}

/* [V-43], [V-90], [V-121], [V-208] one random bit in every page of a practice of 300: each
 * reader gives right data or an error, altered data never, and no copy is made of it */
static void
test_bits (void)
{
  Original original;
  CabTestTally noted = cab_test_tally_begin ("V-208", "pages with a bit flipped");
  guint per_page = cab_test_work_get_rounds (g_test_slow () ? 100 : 1);
  Tally total = { 0 };

  original_init (&original);
  for (gsize page = 0; page < original.length / PAGE * per_page; page++)
    {
      g_autofree char *bytes = g_memdup2 (original.bytes, original.length);
      g_autoptr (CabPractice) practice = NULL;
      Tally tally = { .name = "bit", .page = page % (original.length / PAGE) };

      flip_bit (bytes, tally.page);
      put (&original, bytes, original.length);
      practice = cab_test_work_open (&original.test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY,
                                     NULL);
      if (practice == NULL)
        tally.errors++;
      else
        read_all (&original, practice, &tally);
      g_clear_object (&practice);
      copy_anew (&original, &tally);

      if (tally.errors == 0)
        g_error ("nothing noticed a bit in page %" G_GSIZE_FORMAT, tally.page);
      total.right += tally.right;
      total.errors += tally.errors;
      total.altered += tally.altered;
    }
  g_test_message ("%u right, %u errors, %u altered", total.right, total.errors, total.altered);
  g_assert_cmpuint (total.altered, ==, 0);
  cab_test_tally_end (&noted, original.length / PAGE * per_page, original.length / PAGE * per_page);
  original_clear (&original);
}

/* Opens what was done to the file. Returns: whether it was noticed: by opening, by full
 * verification, or else there is nothing to notice, as in a page that no reader ever sees */
static gboolean
is_noticed (Original *original, const char *name, gsize page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabPractice) practice
      = cab_test_work_open (&original->test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, &error);
  Tally tally = { .name = name, .page = page };

  if (practice == NULL)
    {
      g_assert_true (error->domain == CAB_VAULT_ERROR);
      g_assert_cmpint (error->code, !=, CAB_VAULT_ERROR_WRONG_KEY);
      return TRUE;
    }
  if (!cab_test_work_is_sound (practice))
    return TRUE;

  read_all (original, practice, &tally);
  return tally.errors == 0 && tally.altered == 0;
}

typedef enum
{
  ZEROED,
  SWAPPED,
  REPLAYED
} PageChange;

/* [V-91], [V-209] a page of zeros, two pages that changed places, a page as it was before */
static void
test_pages (void)
{
  static const char *const names[] = { "zeroed", "swapped", "replayed" };
  Original original;
  CabTestTally tally = cab_test_tally_begin ("V-209", "changes of pages");
  gsize n_pages;
  guint n = 0;

  original_init (&original);
  n_pages = original.length / PAGE;
  for (PageChange change = ZEROED; change <= REPLAYED; change++)
    for (gsize page = 0; page < n_pages; page += change == REPLAYED ? 1 : 2)
      {
        g_autofree char *bytes = g_memdup2 (original.bytes, original.length);
        gsize other = (page + 1 + (gsize)g_test_rand_int_range (0, (int)n_pages - 1)) % n_pages;

        switch (change)
          {
          case ZEROED:
            memset (bytes + page * PAGE, 0, PAGE);
            break;
          case SWAPPED:
            memcpy (bytes + page * PAGE, original.bytes + other * PAGE, PAGE);
            memcpy (bytes + other * PAGE, original.bytes + page * PAGE, PAGE);
            break;
          case REPLAYED:
            if ((page + 1) * PAGE > original.older_length)
              continue;
            memcpy (bytes + page * PAGE, original.older + page * PAGE, PAGE);
            break;
          }
        if (memcmp (bytes, original.bytes, original.length) == 0)
          continue;
        put (&original, bytes, original.length);
        if (!is_noticed (&original, names[change], page))
          g_error ("page %" G_GSIZE_FORMAT " was %s, and nothing noticed", page, names[change]);
        n++;
      }
  cab_test_tally_end (&tally, n, n);
  original_clear (&original);
}

/* [V-209] cut at every page, and between two; a page too many */
static void
test_lengths (void)
{
  Original original;
  g_autofree char *longer = NULL;

  original_init (&original);
  longer = g_malloc0 (original.length + PAGE);
  memcpy (longer, original.bytes, original.length);
  for (gsize pages = 0; pages <= original.length / PAGE; pages++)
    {
      gsize odd = (gsize)g_test_rand_int_range (1, (int)PAGE);
      gsize lengths[] = { pages * PAGE, pages * PAGE + odd };

      for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (CabPractice) practice = NULL;
          int expected;

          if (lengths[i] == original.length)
            continue;
          put (&original, longer, MIN (lengths[i], original.length + PAGE));
          practice = cab_test_work_open (&original.test, CAB_TEST_PASSPHRASE,
                                         CAB_VAULT_OPEN_READ_ONLY, &error);
          g_assert_null (practice);
          expected = lengths[i] < PAGE ? CAB_VAULT_ERROR_NOT_PRACTICE : CAB_VAULT_ERROR_DAMAGED;
          g_assert_error (error, CAB_VAULT_ERROR, expected);
        }
    }
  original_clear (&original);
}

/* [V-133], [V-209] each of the 128 bits of the header, and each value of the profile's byte:
 * never called a wrong passphrase while this computer remembers the file, and no cost that a
 * stranger chose */
static void
test_headers (void)
{
  Original original;

  original_init (&original);
  for (guint i = 0; i < 128 + 256; i++)
    {
      g_autofree char *bytes = g_memdup2 (original.bytes, original.length);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabPractice) practice = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GBytes) expected = NULL;
      char *now = NULL;
      gsize length = 0;

      if (i < 128)
        bytes[i / 8] = (char)(bytes[i / 8] ^ 1 << i % 8);
      else
        bytes[4] = (char)(i - 128);
      if (memcmp (bytes, original.bytes, 16) == 0)
        continue;
      put (&original, bytes, original.length);
      practice
          = cab_test_work_open (&original.test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
      g_assert_null (practice);
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED_HEADER);
      g_assert_true (g_file_get_contents (original.test.path, &now, &length, NULL));
      after = g_bytes_new_take (now, length);
      expected = g_bytes_new_static (bytes, original.length);
      g_assert_true (g_bytes_equal (after, expected));
    }
  original_clear (&original);
}

/* [V-20], [V-26] five things that may be wrong with a file, five sentences, and the bytes of
 * the file are what they were */
static void
test_sentences (void)
{
  Original original;
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const struct
  {
    const char *name;
    int code;
  } cases[] = {
    { "wrong passphrase", CAB_VAULT_ERROR_WRONG_KEY },
    { "truncated", CAB_VAULT_ERROR_DAMAGED },
    { "foreign", CAB_VAULT_ERROR_NOT_PRACTICE },
    { "newer", CAB_VAULT_ERROR_NEWER },
    { "locked", CAB_VAULT_ERROR_IN_USE },
  };

  original_init (&original);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bytes = g_memdup2 (original.bytes, original.length);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (CabPractice) holder = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = i == 1 ? original.length - 7 * PAGE : original.length;

      if (i == 2)
        memcpy (bytes, "%PDF-1.7 a letter", 17);
      if (i == 3)
        bytes[3] = 9;
      put (&original, bytes, length);
      if (i == 2 || i == 3)
        cab_test_remove (original.witness_path);
      if (i == 4)
        holder
            = cab_test_work_open (&original.test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, NULL);
      before = cab_test_folder_dup_state (original.test.folder.path);
      g_assert_null (cab_test_work_open (&original.test,
                                         i == 0 ? "walnut drawer" : CAB_TEST_PASSPHRASE,
                                         CAB_VAULT_OPEN_NORMAL, &error));
      g_assert_error (error, CAB_VAULT_ERROR, cases[i].code);
      /* Looking at an open file would drop its lock: that one is left to its holder. */
      if (holder == NULL)
        {
          after = cab_test_folder_dup_state (original.test.folder.path);
          g_assert_cmpstr (after, ==, before);
        }
      g_test_message ("%s: %s", cases[i].name, error->message);
      g_assert_true (g_hash_table_add (sentences, g_strdup (error->message)));
    }
  original_clear (&original);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tampering/sentences", test_sentences);
  g_test_add_func ("/tampering/lengths", test_lengths);
  g_test_add_func ("/tampering/headers", test_headers);
  g_test_add_func ("/tampering/pages", test_pages);
  g_test_add_func ("/tampering/bits", test_bits);

  return g_test_run ();
}
