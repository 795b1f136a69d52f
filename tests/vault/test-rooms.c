/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "test-rooms.h"

#include "cab-vault-private.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

const CabCopyWatch test_watch = { 0 };

typedef struct
{
  const char *entity;
  const char *payload;
} Entry;

static gboolean
write_entry (CabVault *vault, gpointer data, GError **error)
{
  const Entry *entry = data;

  return cab_vault_audit (vault, "view", "client", entry->entity, entry->payload, error);
}

void
test_entry (CabVault *vault, const char *entity, const char *payload)
{
  Entry entry = { entity, payload };
  g_autoptr (GError) error = NULL;

  cab_vault_transact (vault, "write an entry", write_entry, &entry, &error);
  g_assert_no_error (error);
}

gint64
test_count_acts (CabVault *vault, const char *act)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (vault), "SELECT count(*) FROM audit WHERE act = ?1", "count acts", &error);

  g_assert_no_error (error);
  cab_statement_bind_text (statement, 1, act);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);

  return cab_statement_get_integer (statement, 0);
}

gint64
test_query (CabVault *vault, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  cab_db_query_integer (cab_vault_get_db (vault), sql, &answer, "ask for a number", &error);
  g_assert_no_error (error);

  return answer;
}

static void
await (pid_t child, int expected)
{
  int status = 0;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, expected);
}

static void
flip (const char *path, gsize offset, guint bit)
{
  int fd = open (path, O_RDWR | O_CLOEXEC);
  guint8 byte;

  if (fd == -1 || pread (fd, &byte, 1, (off_t)offset) != 1)
    _exit (1);
  byte ^= (guint8)(1 << bit);
  if (pwrite (fd, &byte, 1, (off_t)offset) != 1)
    _exit (2);
  _exit (0);
}

void
test_flip (const char *path, gsize offset, guint bit)
{
  pid_t child = fork ();

  if (child == 0)
    flip (path, offset, bit);
  await (child, 0);
}

gsize
test_get_size (const char *path)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  return (gsize)status.st_size;
}

void
test_crash (CabTestVault *test)
{
  pid_t child = fork ();

  if (child == 0)
    {
      CabDb *db;

      cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
      db = cab_vault_get_db (test->vault);
      cab_db_guard (db, FALSE);
      cab_db_exec_trusted (db,
                           "BEGIN IMMEDIATE;"
                           "UPDATE state SET lease_host = hex (randomblob (200)), max_wall = 5;"
                           "CREATE TABLE torn (x); INSERT INTO torn VALUES (randomblob (20000))",
                           "write half of it", NULL);
      sqlite3_db_cacheflush (db->handle);
      kill (getpid (), SIGKILL);
    }
  await (child, SIGKILL);
  g_assert_true (cab_vault_is_hot (test->path, "-journal"));
}

int
test_hold (CabTestVault *test, pid_t *child)
{
  int ready[2];
  int end[2];
  char byte;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (end), ==, 0);
  *child = fork ();
  if (*child == 0)
    {
      close (end[1]);
      cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
      g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
      (void)!read (end[0], &byte, 1);
      _exit (0);
    }

  close (ready[1]);
  close (end[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);

  return end[1];
}

void
test_let_go (int until, pid_t child)
{
  close (until);
  await (child, 0);
}

GBytes *
test_dup_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, length);
}

void
test_assert_only (const CabTestFolder *folder, const char *names)
{
  g_autofree char *listing = cab_test_folder_dup_listing (folder);

  g_assert_cmpstr (listing, ==, names);
}

CabCredential
test_get_credential (CabSecret *passphrase)
{
  return (CabCredential){ CAB_CREDENTIAL_PASSPHRASE, passphrase };
}
