/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-vault-error.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

/* [V-26] the names that scripts rely on, in the order of the codes; never changed */
static const char *const names[] = {
  "not-found",     "not-practice",   "newer",     "test-profile", "in-use",         "wrong-key",
  "damaged-start", "damaged-header", "damaged",   "content",      "chain",          "older",
  "forked",        "foreign-parts",  "read-only", "place",        "lease",          "no-permission",
  "no-space",      "full-file",      "io",        "low-memory",   "bad-passphrase", "bad-code",
  "verify",        "migration",      "cancelled", "locked",       "exists",         "refused",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == CAB_N_VAULT_ERRORS);

/* One plain sentence or more: a capital or a quotation mark, a full stop, nothing shouted. */
static void
assert_plain (const char *sentence)
{
  gunichar first = g_utf8_get_char (sentence);

  g_assert_true (g_unichar_isupper (first) || first == 0x201C);
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_null (strpbrk (sentence, "!%\n"));
  g_assert_null (strstr (sentence, "please"));
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
}

/* [V-26] every code has a name, a sentence and an action, and "damaged" is no wrong key */
static void
test_every_code_is_worded (void)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint code = 0; code < CAB_N_VAULT_ERRORS; code++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (cab_vault_error_get_name (code), ==, names[code]);
      assert_plain (cab_vault_error_get_sentence (code));
      g_assert_true (g_hash_table_add (sentences, (gpointer)cab_vault_error_get_sentence (code)));
      g_assert_nonnull (cab_vault_error_get_action (code, 0));
      g_assert_null (cab_vault_error_get_action (code, 3));

      cab_vault_error_set (&error, code);
      g_assert_error (error, CAB_VAULT_ERROR, (int)code);
      g_assert_cmpstr (error->message, ==, cab_vault_error_get_sentence (code));
      g_assert_cmpstr (cab_vault_error_get_short_name (error), ==, names[code]);
      g_assert_null (cab_vault_error_get_step (error));
      cab_vault_error_set (NULL, code);
    }
  g_assert_null (strstr (cab_vault_error_get_sentence (CAB_VAULT_ERROR_WRONG_KEY), "damage"));
}

/* [V-26] the sentences that name a file, a number or a computer, word for word */
static void
test_sentences_name_the_thing (void)
{
  static const char *const parts[] = { "trigger “x”", NULL };
  static const char *const many[] = { "a", "b", "c", "d", "e", "f", NULL };
  static const struct
  {
    CabVaultError code;
    const char *sentence;
  } expected[] = {
    { CAB_VAULT_ERROR_NOT_PRACTICE, "“Practice.cabinet” is not a Cabinet practice." },
    { CAB_VAULT_ERROR_NOT_PRACTICE, "“Practice.cabinet” is empty." },
    { CAB_VAULT_ERROR_NEWER, "This practice was last used with a newer Cabinet (schema 23; this "
                             "one knows 21). Nothing was changed." },
    { CAB_VAULT_ERROR_NEWER,
      "This practice was last used with a newer Cabinet. Nothing was changed." },
    { CAB_VAULT_ERROR_IN_USE, "This practice is open in another window or program on this "
                              "computer (process 4711)." },
    { CAB_VAULT_ERROR_IN_USE,
      "This practice is open in another window or program on this computer." },
    { CAB_VAULT_ERROR_CONTENT, "The stored copy of this record is damaged, so it is not shown "
                               "(note_version 00000000-0000-4000-8000-000000000001)." },
    { CAB_VAULT_ERROR_CHAIN, "The activity log was changed outside Cabinet (entry 812)." },
    { CAB_VAULT_ERROR_OLDER, "This file is older than the one last used on this computer (33 "
                             "entries are missing; last change 3 May 2026, 18:02)." },
    { CAB_VAULT_ERROR_OLDER, "This file is older than the one last used on this computer (1 "
                             "entry is missing; last change 3 May 2026, 18:02)." },
    { CAB_VAULT_ERROR_OLDER, "This file is older than the one last used on this computer (last "
                             "change 3 May 2026, 18:02)." },
    { CAB_VAULT_ERROR_FORKED, "This file and the one last used here have gone separate ways "
                              "since 3 May 2026, 18:02." },
    { CAB_VAULT_ERROR_FOREIGN_PARTS,
      "This file holds parts that Cabinet did not make: trigger “x”." },
    { CAB_VAULT_ERROR_FOREIGN_PARTS,
      "This file holds parts that Cabinet did not make: a, b, c, d, e, …." },
    { CAB_VAULT_ERROR_LEASE, "This practice is still marked as open on “desk” since 3 May 2026, "
                             "18:02. If it is open there, close it there first." },
    { CAB_VAULT_ERROR_NO_PERMISSION, "You don't have permission to open “Practice.cabinet”." },
    { CAB_VAULT_ERROR_NOT_FOUND, "There is no folder “backups”." },
    { CAB_VAULT_ERROR_DAMAGED, "Part of this practice can't be read, so no backup was made." },
    { CAB_VAULT_ERROR_DAMAGED, "Part of this practice can't be read, so no backup was made. There "
                               "is no earlier backup." },
    { CAB_VAULT_ERROR_VERIFY, "The new backup did not pass its check and was not kept. The last "
                              "good backup is from 3 May 2026, 18:02: “/b/P.cabinet-backup”." },
    { CAB_VAULT_ERROR_VERIFY,
      "The new backup did not pass its check and was not kept. The last good backup is from 3 May "
      "2026, 18:02, but is not there now: “/b/P.cabinet-backup”." },
    { CAB_VAULT_ERROR_LOW_MEMORY,
      "Opening needs 256 MB of free memory. Close another program and try again." },
    { CAB_VAULT_ERROR_BAD_CODE, "Line 2 of the recovery code has a typing mistake." },
    { CAB_VAULT_ERROR_BAD_CODE, "A recovery code has four lines of sixteen characters." },
  };
  const gint64 moment = 1777831320000; /* 2026-05-03T18:02:00Z */
  GError *errors[G_N_ELEMENTS (expected)] = { NULL };
  guint n = 0;

  cab_vault_error_set_not_practice (&errors[n++], "Practice.cabinet");
  cab_vault_error_set_empty (&errors[n++], "Practice.cabinet");
  cab_vault_error_set_newer (&errors[n++], 23, 21);
  cab_vault_error_set_newer (&errors[n++], 0, 21);
  cab_vault_error_set_in_use (&errors[n++], 4711);
  cab_vault_error_set_in_use (&errors[n++], 0);
  cab_vault_error_set_content (&errors[n++], "note_version",
                               "00000000-0000-4000-8000-000000000001");
  cab_vault_error_set_chain (&errors[n++], 812);
  cab_vault_error_set_older (&errors[n++], 33, moment);
  cab_vault_error_set_older (&errors[n++], 1, moment);
  cab_vault_error_set_older (&errors[n++], 0, moment);
  cab_vault_error_set_forked (&errors[n++], moment);
  cab_vault_error_set_foreign_parts (&errors[n++], parts);
  cab_vault_error_set_foreign_parts (&errors[n++], many);
  cab_vault_error_set_lease (&errors[n++], "desk", moment);
  cab_vault_error_set_no_permission (&errors[n++], "Practice.cabinet");
  cab_vault_error_set_no_folder (&errors[n++], "backups");
  cab_vault_error_set_backup (&errors[n++], CAB_VAULT_ERROR_DAMAGED, CAB_LAST_BACKUP_UNKNOWN, NULL,
                              0);
  cab_vault_error_set_backup (&errors[n++], CAB_VAULT_ERROR_DAMAGED, CAB_LAST_BACKUP_NONE, NULL, 0);
  cab_vault_error_set_backup (&errors[n++], CAB_VAULT_ERROR_VERIFY, CAB_LAST_BACKUP_PRESENT,
                              "/b/P.cabinet-backup", moment);
  cab_vault_error_set_backup (&errors[n++], CAB_VAULT_ERROR_VERIFY, CAB_LAST_BACKUP_MISSING,
                              "/b/P.cabinet-backup", moment);
  cab_vault_error_set_low_memory (&errors[n++], 256 << 20);
  cab_vault_error_set_bad_code (&errors[n++], 2);
  cab_vault_error_set_bad_code (&errors[n++], 0);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < n; i++)
    {
      g_assert_error (errors[i], CAB_VAULT_ERROR, (int)expected[i].code);
      g_assert_cmpstr (errors[i]->message, ==, expected[i].sentence);
      assert_plain (errors[i]->message);
      g_error_free (errors[i]);
    }
}

/* A name out of a hostile file brings no line break, escape or change of direction along. */
static void
test_names_are_made_harmless (void)
{
  g_autoptr (GError) error = NULL;

  cab_vault_error_set_not_practice (&error, "a\x1b[2J\nb\xff\xe2\x80\xae.cabinet");
  g_assert_cmpstr (error->message, ==, "“a�[2J�b��.cabinet” is not a Cabinet practice.");
}

/* [V-26] what the person can do follows from errno; quota and file size are a full disk */
static void
test_errno_chooses_the_code (void)
{
  static const struct
  {
    int saved_errno;
    CabVaultError code;
  } cases[] = {
    { ENOENT, CAB_VAULT_ERROR_NOT_FOUND },
    { ENOTDIR, CAB_VAULT_ERROR_NOT_FOUND },
    { EACCES, CAB_VAULT_ERROR_NO_PERMISSION },
    { EPERM, CAB_VAULT_ERROR_NO_PERMISSION },
    { EROFS, CAB_VAULT_ERROR_READ_ONLY },
    { ENOSPC, CAB_VAULT_ERROR_NO_SPACE },
    { EDQUOT, CAB_VAULT_ERROR_NO_SPACE },
    { EFBIG, CAB_VAULT_ERROR_NO_SPACE },
    { ENOMEM, CAB_VAULT_ERROR_LOW_MEMORY },
    { ELOOP, CAB_VAULT_ERROR_PLACE },
    { EIO, CAB_VAULT_ERROR_IO },
    { ENODEV, CAB_VAULT_ERROR_IO },
    { ESTALE, CAB_VAULT_ERROR_IO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cab_vault_error_set_errno (&error, cases[i].saved_errno, "x", "open the practice file");
      g_assert_error (error, CAB_VAULT_ERROR, (int)cases[i].code);
      g_assert_cmpstr (cab_vault_error_get_step (error), ==, "open the practice file");
    }
}

/* [V-26] a full disk hides behind an I/O error, and its errno tells them apart */
static void
test_sqlite_chooses_the_code (void)
{
  static const struct
  {
    int sqlite_code;
    int system_errno;
    CabVaultError code;
  } cases[] = {
    { SQLITE_FULL, 0, CAB_VAULT_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, ENOSPC, CAB_VAULT_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, EDQUOT, CAB_VAULT_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, EFBIG, CAB_VAULT_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, EIO, CAB_VAULT_ERROR_IO },
    { SQLITE_IOERR_READ, 0, CAB_VAULT_ERROR_IO },
    { SQLITE_IOERR_FSYNC, ENODEV, CAB_VAULT_ERROR_IO },
    { SQLITE_IOERR_NOMEM, 0, CAB_VAULT_ERROR_LOW_MEMORY },
    { SQLITE_NOMEM, 0, CAB_VAULT_ERROR_LOW_MEMORY },
    { SQLITE_CORRUPT, 0, CAB_VAULT_ERROR_DAMAGED },
    { SQLITE_CORRUPT_INDEX, 0, CAB_VAULT_ERROR_DAMAGED },
    { SQLITE_NOTADB, 0, CAB_VAULT_ERROR_DAMAGED },
    { SQLITE_ERROR, 0, CAB_VAULT_ERROR_DAMAGED },
    { SQLITE_CONSTRAINT_CHECK, 0, CAB_VAULT_ERROR_REFUSED },
    { SQLITE_BUSY, 0, CAB_VAULT_ERROR_IN_USE },
    { SQLITE_BUSY_RECOVERY, 0, CAB_VAULT_ERROR_IN_USE },
    { SQLITE_LOCKED, 0, CAB_VAULT_ERROR_IN_USE },
    { SQLITE_READONLY, 0, CAB_VAULT_ERROR_READ_ONLY },
    { SQLITE_READONLY_ROLLBACK, 0, CAB_VAULT_ERROR_READ_ONLY },
    { SQLITE_PERM, 0, CAB_VAULT_ERROR_NO_PERMISSION },
    { SQLITE_CANTOPEN, EACCES, CAB_VAULT_ERROR_NO_PERMISSION },
    { SQLITE_CANTOPEN, ENOENT, CAB_VAULT_ERROR_NOT_FOUND },
    { SQLITE_CANTOPEN, 0, CAB_VAULT_ERROR_IO },
    { SQLITE_CANTOPEN_SYMLINK, 0, CAB_VAULT_ERROR_PLACE },
    { SQLITE_INTERRUPT, 0, CAB_VAULT_ERROR_CANCELLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cab_vault_error_from_sqlite (cases[i].sqlite_code, cases[i].system_errno) != cases[i].code)
      g_error ("%d with errno %d is judged wrongly", cases[i].sqlite_code, cases[i].system_errno);
}

static void
test_step_travels_with_the_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  cab_vault_error_set_step (&error, CAB_VAULT_ERROR_IO, SQLITE_IOERR_READ,
                            "add the note to the search index");
  copy = g_error_copy (error);
  g_assert_cmpstr (copy->message, ==, cab_vault_error_get_sentence (CAB_VAULT_ERROR_IO));
  g_assert_cmpstr (cab_vault_error_get_step (copy), ==, "add the note to the search index");
  g_assert_cmpint (cab_vault_error_get_sqlite_code (copy), ==, SQLITE_IOERR_READ);
}

static void
test_short_name_of_other_errors (void)
{
  g_autoptr (GError) cancelled
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Something else");

  g_assert_cmpstr (cab_vault_error_get_short_name (cancelled), ==, "cancelled");
  g_assert_null (cab_vault_error_get_short_name (other));
}

int
main (int argc, char **argv)
{
  /* The moments in the sentences are local time. */
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/vault-error/every-code-is-worded", test_every_code_is_worded);
  g_test_add_func ("/vault/vault-error/sentences-name-the-thing", test_sentences_name_the_thing);
  g_test_add_func ("/vault/vault-error/names-are-made-harmless", test_names_are_made_harmless);
  g_test_add_func ("/vault/vault-error/errno-chooses-the-code", test_errno_chooses_the_code);
  g_test_add_func ("/vault/vault-error/sqlite-chooses-the-code", test_sqlite_chooses_the_code);
  g_test_add_func ("/vault/vault-error/step-travels-with-the-error",
                   test_step_travels_with_the_error);
  g_test_add_func ("/vault/vault-error/short-name-of-other-errors",
                   test_short_name_of_other_errors);
  return g_test_run ();
}
