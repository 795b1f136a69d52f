/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What somebody who knows the passphrase may have made of a file: pages changed
 * and then encrypted and signed anew, so that only SQLite's own care and ours
 * stand between them and the program. CABINET_TEST_ROUNDS says how many. */

#include "config.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-attachment.h"
#include "cab-mood-entry.h"
#include "cab-client.h"
#include "cab-note.h"
#include "cab-search.h"
#include "cab-db-private.h"
#include "cab-test-raw.h"
#include "cab-test-tally.h"
#include "cab-test-work.h"
#include "cab-vault-error.h"

/* SQLCipher 4: the end of each page is an IV of 16 bytes and an HMAC of 64. */
#define IV_LENGTH 16
#define HMAC_LENGTH 64
#define BODY (CAB_PAGE_SIZE - IV_LENGTH - HMAC_LENGTH)
#define KEY_LENGTH 32

/* A reader that never comes to an end is as bad as one that dies. */
#define SECONDS 60

typedef struct
{
  CabTestVault test;
  guint8 *bytes;
  gsize length;
  gsize n_pages;
  guint8 key[KEY_LENGTH];
  guint8 hmac_key[KEY_LENGTH];
} File;

static void
crypt_page (const File *file, guint8 *page, gsize number, gboolean encrypts)
{
  gsize skipped = number == 0 ? CAB_HEADER_LENGTH : 0;
  int length = (int)(BODY - skipped);
  guint8 out[BODY];
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new ();
  int done = 0;

  g_assert_cmpint (
      EVP_CipherInit_ex (context, EVP_aes_256_cbc (), NULL, file->key, page + BODY, encrypts), ==,
      1);
  g_assert_cmpint (EVP_CIPHER_CTX_set_padding (context, 0), ==, 1);
  g_assert_cmpint (EVP_CipherUpdate (context, out, &done, page + skipped, length), ==, 1);
  g_assert_cmpint (done, ==, length);
  memcpy (page + skipped, out, (gsize)length);
  EVP_CIPHER_CTX_free (context);
}

static void
sign_page (const File *file, guint8 *page, gsize number)
{
  gsize skipped = number == 0 ? CAB_HEADER_LENGTH : 0;
  gsize length = BODY + IV_LENGTH - skipped;
  guint32 number_le = GUINT32_TO_LE ((guint32)number + 1);
  guint8 text[CAB_PAGE_SIZE];

  memcpy (text, page + skipped, length);
  memcpy (text + length, &number_le, sizeof number_le);
  g_assert_nonnull (HMAC (EVP_sha512 (), file->hmac_key, KEY_LENGTH, text,
                          length + sizeof number_le, page + BODY + IV_LENGTH, NULL));
}

static void
take_keys (File *file)
{
  g_autoptr (CabSecret) secret = cab_test_raw_derive_key (file->test.path);
  guint8 salt[CAB_HEADER_LENGTH];

  memcpy (file->key, cab_secret_open (secret), KEY_LENGTH);
  cab_secret_close (secret);
  for (gsize i = 0; i < sizeof salt; i++)
    salt[i] = file->bytes[i] ^ 0x3a;
  g_assert_cmpint (PKCS5_PBKDF2_HMAC ((const char *)file->key, KEY_LENGTH, salt, sizeof salt, 2,
                                      EVP_sha512 (), KEY_LENGTH, file->hmac_key),
                   ==, 1);
}

static void
file_init (File *file)
{
  g_autoptr (CabPractice) practice = cab_test_work_begin (&file->test);
  g_autoptr (GError) error = NULL;

  for (guint number = 0; number < 18; number += 6)
    {
      g_autoptr (CabRecord) client = cab_test_work_add_client (practice, number, &error);
      const char *id = client != NULL ? cab_record_get_id (client) : NULL;

      g_assert_no_error (error);
      for (guint i = 1; i < 4; i++)
        {
          g_autoptr (CabRecord) note = cab_test_work_add_note (practice, id, number + i, &error);

          g_assert_no_error (error);
        }
      g_object_unref (cab_test_work_add_mood (practice, id, number + 4, &error));
      g_object_unref (cab_test_work_add_file (practice, id, number + 5, &error));
      g_assert_no_error (error);
    }
  g_clear_object (&practice);

  g_assert_true (g_file_get_contents (file->test.path, (char **)&file->bytes, &file->length, NULL));
  file->n_pages = file->length / CAB_PAGE_SIZE;
  take_keys (file);
}

static void
file_clear (File *file)
{
  cab_test_vault_clear (&file->test);
  g_free (file->bytes);
}

/* One page as it is kept, changed where it hurts: SQLite's own structures come first
 * in a page, and a byte of 0xff or 0x81 is a length that nothing has. */
static void
mutate (guint8 *page, gsize number)
{
  static const guint8 values[] = { 0x00, 0x01, 0x02, 0x05, 0x0a, 0x0d, 0x7f, 0x80, 0x81, 0xff };
  int start = number == 0 ? CAB_HEADER_LENGTH : 0;
  int n = g_test_rand_int_range (1, 9);

  for (int i = 0; i < n; i++)
    {
      gboolean is_head = g_test_rand_int_range (0, 3) != 0;
      int at = g_test_rand_int_range (start, is_head ? start + 120 : BODY);

      page[at] = g_test_rand_bit () ? values[g_test_rand_int_range (0, G_N_ELEMENTS (values))]
                                    : (guint8)g_test_rand_int ();
    }
}

/* Returns: (transfer full): the file with one page changed, or two that changed places */
static guint8 *
dup_hostile (const File *file)
{
  guint8 *bytes = g_memdup2 (file->bytes, file->length);
  gsize number = (gsize)g_test_rand_int_range (0, (int)file->n_pages);
  gsize other = (gsize)g_test_rand_int_range (1, (int)file->n_pages);
  guint8 *page = bytes + number * CAB_PAGE_SIZE;

  crypt_page (file, page, number, FALSE);
  if (number != 0 && g_test_rand_int_range (0, 8) == 0)
    {
      memcpy (page, file->bytes + other * CAB_PAGE_SIZE, CAB_PAGE_SIZE);
      crypt_page (file, page, other, FALSE);
    }
  else
    mutate (page, number);
  crypt_page (file, page, number, TRUE);
  sign_page (file, page, number);

  return bytes;
}

static void
read_list (CabPractice *practice, const CabKind *kind)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) records = cab_practice_list (practice, kind, &all, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *text = NULL;

      if (kind == &cab_note_kind)
        cab_note_dup_text (practice, records->pdata[i], &text, NULL);
      if (kind == &cab_attachment_kind)
        {
          g_autoptr (GBytes) content
              = cab_test_work_dup_content (practice, records->pdata[i], NULL);
        }
    }
}

/* In a child: what is read may be wrong, for whoever signed it had the passphrase; but it is
 * read to the end. */
static int
read_everything (File *file, CabVaultOpenFlags flags)
{
  static const CabKind *const kinds[] = { &cab_client_kind, &cab_note_kind, &cab_note_version_kind,
                                          &cab_mood_entry_kind, &cab_attachment_kind };
  g_autoptr (CabPractice) practice = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *path = NULL;

  alarm (SECONDS);
  practice = cab_test_work_open (&file->test, CAB_TEST_PASSPHRASE, flags, NULL);
  if (practice == NULL)
    return 1;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    read_list (practice, kinds[i]);
  hits = cab_search (practice, "the", 100, NULL);
  cab_test_work_is_sound (practice);
  if (flags == CAB_VAULT_OPEN_NORMAL)
    cab_backup_make (cab_practice_get_vault (practice), file->test.aside.path, &cab_test_work_watch,
                     &path, NULL, NULL);

  return 0;
}

/* Returns: whether the file was opened */
static gboolean
try_file (File *file, const guint8 *bytes, CabVaultOpenFlags flags)
{
  g_autofree char *after = NULL;
  gsize length = 0;
  int status = 0;
  pid_t child;

  g_assert_true (g_file_set_contents_full (file->test.path, (const char *)bytes,
                                           (gssize)file->length, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  child = fork ();
  if (child == 0)
    _exit (read_everything (file, flags));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFEXITED (status))
    g_test_message ("a reader ended by signal %d", WTERMSIG (status));
  g_assert_true (WIFEXITED (status));

  if (flags == CAB_VAULT_OPEN_READ_ONLY)
    {
      g_assert_true (g_file_get_contents (file->test.path, &after, &length, NULL));
      g_assert_cmpmem (after, length, bytes, file->length);
    }

  return WEXITSTATUS (status) == 0;
}

/* [V-211] a page that was changed by somebody with the key is refused or read without harm:
 * nothing dies, nothing hangs, and nothing is written to a file that is only read */
static void
test_pages (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-211", "pages changed with the key");
  guint rounds = cab_test_work_get_rounds (g_test_slow () ? 100000 : 200);
  guint n_opened = 0;
  File file = { 0 };

  file_init (&file);
  g_assert_true (try_file (&file, file.bytes, CAB_VAULT_OPEN_READ_ONLY));
  for (guint round = 0; round < rounds; round++)
    {
      g_autofree guint8 *bytes = dup_hostile (&file);

      n_opened += try_file (&file, bytes,
                            round % 4 == 3 ? CAB_VAULT_OPEN_NORMAL : CAB_VAULT_OPEN_READ_ONLY);
    }
  g_test_message ("%u of %u were opened", n_opened, rounds);
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_opened, <, rounds);
  cab_test_tally_end (&tally, rounds, rounds);
  file_clear (&file);
}

static void
run_raw (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_test_raw_open (path);

  g_assert_cmpint (sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL), ==,
                   SQLITE_OK);
  cab_db_exec_trusted (db, sql, "change what SQLite forbids", &error);
  g_assert_no_error (error);
  g_assert_true (cab_db_close (db, &error));
}

/* [V-211] a row that the schema forbids is damage to whoever reads it, in a list or in a check */
static void
test_no_id (void)
{
  const CabFilter all = CAB_FILTER_ALL;
  CabTestVault test = { 0 };
  g_autoptr (CabPractice) practice = cab_test_work_begin (&test);
  g_autoptr (CabRecord) client = cab_test_work_add_client (practice, 0, NULL);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (client);
  g_clear_object (&practice);
  run_raw (test.path,
           "PRAGMA writable_schema = ON;\n"
           "UPDATE sqlite_schema SET sql = replace (sql, 'id TEXT NOT NULL PRIMARY KEY',\n"
           " 'id TEXT UNIQUE') WHERE name = 'client'");
  run_raw (test.path, "UPDATE client SET id = NULL");
  run_raw (test.path, "PRAGMA writable_schema = ON;\n"
                      "UPDATE sqlite_schema SET sql = replace (sql, 'id TEXT UNIQUE',\n"
                      " 'id TEXT NOT NULL PRIMARY KEY') WHERE name = 'client'");

  practice = cab_test_work_open (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  records = cab_practice_list (practice, &cab_client_kind, &all, &error);
  g_assert_null (records);
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED);
  g_assert_false (cab_test_work_is_sound (practice));
  g_clear_object (&practice);
  cab_test_vault_clear (&test);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-pages/read", test_pages);
  g_test_add_func ("/hostile-pages/no-id", test_no_id);

  return g_test_run ();
}
