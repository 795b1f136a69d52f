/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What the pins of vault.md [V-190] share: an encrypted file with one note, the bare libraries, and
 * nothing of Cabinet. */

#pragma once

#include <glib.h>

#define SQLITE_HAS_CODEC 1
#include <sqlite3.h>

#include "cab-test-folder.h"

G_BEGIN_DECLS

#define PAGE 4096
#define SALT_LENGTH 16
#define NOTE_LENGTH 6000

#define HEX_KEY "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define HEX_OTHER_KEY "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
#define HEX_SALT "43414201010102030405060708090a0b"
#define HEX_OTHER_SALT "434142010110111213141516171819aa"
#define KEY "x'" HEX_KEY "'"
#define OTHER_KEY "x'" HEX_OTHER_KEY "'"
#define KEY_AND_SALT "x'" HEX_KEY HEX_SALT "'"

#define pin(row, condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      g_error ("behaviour changed: see V-190 row %d: not (%s)", row, #condition);                  \
  }                                                                                                \
  G_STMT_END

typedef void (*Pin) (const CabTestFolder *folder, const char *path);

typedef struct
{
  const char *name;
  Pin act;
} PinRow;

sqlite3 *pin_db_open_with (const char *path, int flags, const char *key);
sqlite3 *pin_db_open (const char *path);
void pin_db_exec (sqlite3 *db, const char *sql);
/* The extended result code of running some SQL. */
int pin_db_run (sqlite3 *db, const char *sql);
/* First column of all rows, one a line; NULL on an error. */
char *pin_db_query (sqlite3 *db, const char *sql);
/* The rows that came before an error, if there is one. */
char *pin_db_query_despite_error (sqlite3 *db, const char *sql);
gboolean pin_db_answers (sqlite3 *db, const char *sql, const char *expected);
char *pin_dup_sibling (const char *path, const char *suffix);
gint64 pin_get_size (const char *path);
/* An encrypted file with one note, whose text ends in the last page, an overflow page of its own.
 * @before runs first, where PRAGMAs go that must come before the first table. */
void pin_create_with_note (const char *path, const char *before);
/* How many letters of the note are still there, −1 when reading it gives an error. */
int pin_count_note (const char *path);
/* Runs @work in a child that then ends at once, without closing anything. */
void pin_run_and_die (void (*work) (const char *path), const char *path);
/* A file whose writer was killed in a transaction after it had begun to write pages. */
void pin_create_with_hot_journal (const char *path);

/* [V-190], [V-228] runs one test a row, each in a folder of its own */
int pin_run_rows (const PinRow *rows, gsize n_rows);

/* The end of a connection that a test may leave with statements open. */
static inline void
pin_db_close (sqlite3 *db)
{
  sqlite3_close_v2 (db);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, pin_db_close)

G_END_DECLS
