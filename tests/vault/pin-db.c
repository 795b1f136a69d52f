/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "pin-db.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-test-tally.h"

sqlite3 *
pin_db_open_with (const char *path, int flags, const char *key)
{
  sqlite3 *db;
  int rc = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE, NULL);

  g_assert_cmpint (rc, ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA cipher_log_level=NONE", NULL, NULL, NULL);
  if (key != NULL)
    g_assert_cmpint (sqlite3_key_v2 (db, "main", key, (int)strlen (key)), ==, SQLITE_OK);
  return db;
}

sqlite3 *
pin_db_open (const char *path)
{
  return pin_db_open_with (path, SQLITE_OPEN_READWRITE, KEY);
}

void
pin_db_exec (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* The extended result code of running some SQL. */
int
pin_db_run (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

static int
append_row (void *rows, int n, char **values, char **names)
{
  g_string_append_printf (rows, "%s%s", ((GString *)rows)->len == 0 ? "" : "\n",
                          values[0] == NULL ? "NULL" : values[0]);
  return 0;
}

/* First column of all rows, one a line; NULL on an error. */
char *
pin_db_query (sqlite3 *db, const char *sql)
{
  GString *rows = g_string_new (NULL);

  if (sqlite3_exec (db, sql, append_row, rows, NULL) == SQLITE_OK)
    return g_string_free_and_steal (rows);
  g_string_free (rows, TRUE);
  return NULL;
}

/* The rows that came before an error, if there is one. */
char *
pin_db_query_despite_error (sqlite3 *db, const char *sql)
{
  GString *rows = g_string_new (NULL);

  sqlite3_exec (db, sql, append_row, rows, NULL);
  return g_string_free_and_steal (rows);
}

gboolean
pin_db_answers (sqlite3 *db, const char *sql, const char *expected)
{
  g_autofree char *answer = pin_db_query (db, sql);

  return g_strcmp0 (answer, expected) == 0;
}

char *
pin_dup_sibling (const char *path, const char *suffix)
{
  return g_strconcat (path, suffix, NULL);
}

gint64
pin_get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : -1;
}

/* An encrypted file with one note, whose text ends in the last page, an overflow page of its own.
 * @before runs first, where PRAGMAs go that must come before the first table. */
void
pin_create_with_note (const char *path, const char *before)
{
  g_autoptr (sqlite3) db
      = pin_db_open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY_AND_SALT);
  g_autofree char *sql
      = g_strdup_printf ("INSERT INTO note VALUES (1, printf('%%.*c', %d, 'n'))", NOTE_LENGTH);

  if (before != NULL)
    pin_db_exec (db, before);
  pin_db_exec (db, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT");
  pin_db_exec (db, sql);
}

static guint
count_letters (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == 'n')
      n++;
  return n;
}

/* How many letters of the note are still there, −1 when reading it gives an error. */
int
pin_count_note (const char *path)
{
  g_autoptr (sqlite3) db = pin_db_open (path);
  sqlite3_stmt *statement = NULL;
  int n = -1;

  if (sqlite3_prepare_v2 (db, "SELECT text FROM note", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    n = (int)count_letters (sqlite3_column_blob (statement, 0),
                            (gsize)sqlite3_column_bytes (statement, 0));
  if (sqlite3_finalize (statement) != SQLITE_OK)
    n = -1;
  return n;
}

/* Runs @work in a child that then ends at once, without closing anything. */
void
pin_run_and_die (void (*work) (const char *path), const char *path)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      work (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
write_without_end (const char *path)
{
  sqlite3 *db = pin_db_open (path);

  pin_db_exec (db, "PRAGMA cache_size=5; CREATE TABLE more (x); BEGIN;"
                   "UPDATE note SET text = upper(text);"
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                   "INSERT INTO more SELECT randomblob(1000) FROM n");
}

/* A file whose writer was killed in a transaction after it had begun to write pages. */
void
pin_create_with_hot_journal (const char *path)
{
  g_autofree char *journal = pin_dup_sibling (path, "-journal");

  pin_create_with_note (path, NULL);
  pin_run_and_die (write_without_end, path);
  g_assert_cmpint (pin_get_size (journal), >, PAGE);
}

static void
test_row (gconstpointer data)
{
  const PinRow *row = data;
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.db");
  CabTestTally tally = cab_test_tally_begin ("V-228", "pinned behaviours");

  row->act (&folder, path);
  cab_test_tally_end (&tally, 1, 1);
}

int
pin_run_rows (const PinRow *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strconcat ("/vault/pins/", rows[i].name, NULL);

      g_test_add_data_func (name, &rows[i], test_row);
    }
  return g_test_run ();
}
