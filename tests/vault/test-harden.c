/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-harden.h"

#define SQLITE_HAS_CODEC 1
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "cab-test-folder.h"
#include "cab-test-memory.h"

#define CANARY_LENGTH 12
#define N_ROWS 200

/* “canary-grief”, hidden from the search; it is spelt out on the stack alone. */
static const guint8 hidden[CANARY_LENGTH]
    = { 0x39, 0x3b, 0x34, 0x3b, 0x28, 0x23, 0x77, 0x3d, 0x28, 0x33, 0x3f, 0x3c };

/* Volatile, since the compiler would leave out what is freed right afterwards. */
static void
spell_canary (char *text, gsize length)
{
  volatile char *out = text;

  for (gsize i = 0; i < length; i++)
    out[i] = (char)(hidden[i % CANARY_LENGTH] ^ CAB_TEST_HIDE);
}

static guint
count_canaries (void)
{
  return cab_test_count_in_memory (hidden, sizeof hidden);
}

/* Runs the test of this name in a child, without what the environment does to freed memory. */
static void
run_child (void)
{
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "MALLOC_PERTURB_");

  g_test_trap_subprocess_with_envp (NULL, (const char *const *)environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
start (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_harden_start (&error));
  g_assert_no_error (error);
}

/* The search itself finds what is there, also in freed memory, and nothing when it is not. */
static void
test_search_finds_text (void)
{
  char *text;

  if (cab_test_skip_with_asan (
          "it searches the memory of an allocator that is not the one we ship"))
    return;
  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  g_assert_cmpuint (count_canaries (), ==, 0);
  text = malloc (200000);
  spell_canary (text + 100, CANARY_LENGTH);
  g_assert_cmpuint (count_canaries (), ==, 1);
  explicit_bzero (text, 200000);
  g_assert_cmpuint (count_canaries (), ==, 0);
  free (text);
}

/* [V-161] what the kernel says of the process afterwards */
static void
test_process_is_closed (void)
{
  struct rlimit limit;

  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  /* GLib's own children are not dumpable to begin with. */
  g_assert_cmpint (prctl (PR_SET_DUMPABLE, 1), ==, 0);
  umask (022);
  start ();
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, 0);
  g_assert_cmpuint (limit.rlim_max, ==, 0);
  g_assert_cmpint (prctl (PR_GET_DUMPABLE), ==, 0);
  g_assert_cmpuint (umask (022), ==, 077);
  /* A second start is none: it does not undo what was set since. */
  start ();
  g_assert_cmpuint (umask (022), ==, 022);
}

/* [V-161] a start that comes after SQLite's own is an error, not half a defence */
static void
test_start_comes_first (void)
{
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
  g_assert_false (cab_harden_start (&error));
  g_assert_nonnull (error);
}

/* Takes chunks of every size that a thread's cache holds, fills them with text, frees them. */
static void
leave_text_in_freed_chunks (void)
{
  void *chunks[20];

  for (gsize size = 24; size <= 1032; size += 16)
    {
      for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
        {
          chunks[i] = malloc (size);
          spell_canary (chunks[i], size);
        }
      for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
        free (chunks[i]);
    }
}

static gpointer
scrub_thread (gpointer unused)
{
  leave_text_in_freed_chunks ();
  /* [V-190] row 22: as long as this holds, scrubbing is needed. */
  if (count_canaries () == 0)
    g_error ("behaviour changed: see V-190 row 22");
  cab_harden_scrub_thread ();
  g_assert_cmpuint (count_canaries (), ==, 0);
  return NULL;
}

/* [V-163] freed text stays in the thread's cache in spite of M_PERTURB until it is scrubbed, on
 * the first thread as on another one */
static void
test_thread_is_scrubbed (void)
{
  if (cab_test_skip_with_asan (
          "it searches the memory of an allocator that is not the one we ship"))
    return;
  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  start ();
  scrub_thread (NULL);
  g_thread_join (g_thread_new ("scrub", scrub_thread, NULL));
}

/* As far down as a call goes that formats, converts and sorts. */
G_NO_INLINE static void
leave_text_on_the_stack (void)
{
  char deep[200000];

  spell_canary (deep, sizeof deep);
}

static gpointer
scrub_stack (gpointer unused)
{
  leave_text_on_the_stack ();
  g_assert_cmpuint (count_canaries (), >, 10000);
  cab_harden_scrub_thread ();
  g_assert_cmpuint (count_canaries (), ==, 0);
  return NULL;
}

/* [V-163] nor does text stay where calls that have returned kept it, on either thread */
static void
test_stack_is_scrubbed (void)
{
  if (cab_test_skip_with_asan ("it searches stacks that are not the ones we ship"))
    return;
  scrub_stack (NULL);
  g_thread_join (g_thread_new ("scrub", scrub_stack, NULL));
}

static void
exec (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
}

/* Writes and reads notes of rising length in an encrypted file, and closes it. */
static void
use_database (const char *path)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  char text[2 * N_ROWS * CANARY_LENGTH];

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_key_v2 (db, "main",
                                   "x'0123456789abcdef0123456789abcdef0123456789abcdef"
                                   "0123456789abcdef'",
                                   67),
                   ==, SQLITE_OK);
  exec (db, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT; BEGIN");
  g_assert_cmpint (
      sqlite3_prepare_v2 (db, "INSERT INTO note (text) VALUES (?)", -1, &statement, NULL), ==,
      SQLITE_OK);
  spell_canary (text, sizeof text);
  for (int i = 1; i <= N_ROWS; i++)
    {
      sqlite3_bind_text (statement, 1, text, 2 * i * CANARY_LENGTH, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  exec (db, "COMMIT");
  g_assert_cmpint (
      sqlite3_prepare_v2 (db, "SELECT text FROM note ORDER BY text || 'x'", -1, &statement, NULL),
      ==, SQLITE_OK);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpint (memcmp (sqlite3_column_text (statement, 0), text, CANARY_LENGTH), ==, 0);
    }
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  explicit_bzero (text, sizeof text);
}

/* The control of the next test: without the allocator notes stay behind. */
static void
test_notes_stay_without_the_allocator (void)
{
  g_auto (CabTestFolder) folder = { NULL };
  g_autofree char *path = NULL;

  if (cab_test_skip_with_asan (
          "it searches the memory of an allocator that is not the one we ship"))
    return;
  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  folder = cab_test_folder_new ();
  path = cab_test_folder_dup_path (&folder, "x.db");
  use_database (path);
  if (count_canaries () == 0)
    g_error ("behaviour changed: see V-190 row 22");
}

/* [V-162] with it nothing stays, in the whole memory of the process */
static void
test_notes_are_gone_with_the_allocator (void)
{
  g_auto (CabTestFolder) folder = { NULL };
  g_autofree char *path = NULL;

  if (cab_test_skip_with_asan (
          "it searches the memory of an allocator that is not the one we ship"))
    return;
  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  start ();
  folder = cab_test_folder_new ();
  path = cab_test_folder_dup_path (&folder, "x.db");
  use_database (path);
  g_assert_cmpuint (count_canaries (), ==, 0);
}

/* [V-162] the allocator keeps content and size through everything SQLite does with blocks */
static void
test_allocator_keeps_content (void)
{
  guint8 *blocks[16] = { NULL };
  int sizes[16] = { 0 };

  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  start ();
  for (guint i = 0; i < 20000; i++)
    {
      guint n = (guint)g_test_rand_int_range (0, 16);
      int size = g_test_rand_int_range (0, 3000);

      for (int k = 0; k < sizes[n]; k++)
        g_assert_cmpuint (blocks[n][k], ==, (guint8)(n + (guint)k));
      blocks[n] = sqlite3_realloc (blocks[n], size);
      sizes[n] = size;
      g_assert_true ((blocks[n] == NULL) == (size == 0));
      if (size == 0)
        continue;
      g_assert_cmpuint (GPOINTER_TO_SIZE (blocks[n]) % 8, ==, 0);
      g_assert_cmpuint (sqlite3_msize (blocks[n]), >=, (guint64)size);
      for (int k = 0; k < size; k++)
        blocks[n][k] = (guint8)(n + (guint)k);
    }
  for (guint n = 0; n < G_N_ELEMENTS (blocks); n++)
    sqlite3_free (blocks[n]);
  sqlite3_free (NULL);
}

/* [V-40] of a log line the code stays and the text, which can quote the record, does not */
static void
test_log_keeps_the_code_alone (void)
{
  sqlite3 *db;
  char sql[64] = "SELECT '";

  if (cab_test_skip_with_asan (
          "it searches the memory of an allocator that is not the one we ship"))
    return;
  if (!g_test_subprocess ())
    {
      run_child ();
      return;
    }
  start ();
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (cab_harden_take_sqlite_log (), ==, 0);
  spell_canary (sql + strlen (sql), CANARY_LENGTH);
  strcat (sql, "' FROM nowhere");
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_ERROR);
  g_assert_cmpint (cab_harden_take_sqlite_log (), ==, SQLITE_ERROR);
  g_assert_cmpint (cab_harden_take_sqlite_log (), ==, 0);
  explicit_bzero (sql, sizeof sql);
  sqlite3_close (db);
  g_assert_cmpuint (count_canaries (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/harden/search-finds-text", test_search_finds_text);
  g_test_add_func ("/vault/harden/process-is-closed", test_process_is_closed);
  g_test_add_func ("/vault/harden/start-comes-first", test_start_comes_first);
  g_test_add_func ("/vault/harden/thread-is-scrubbed", test_thread_is_scrubbed);
  g_test_add_func ("/vault/harden/stack-is-scrubbed", test_stack_is_scrubbed);
  g_test_add_func ("/vault/harden/notes-stay-without-the-allocator",
                   test_notes_stay_without_the_allocator);
  g_test_add_func ("/vault/harden/notes-are-gone-with-the-allocator",
                   test_notes_are_gone_with_the_allocator);
  g_test_add_func ("/vault/harden/allocator-keeps-content", test_allocator_keeps_content);
  g_test_add_func ("/vault/harden/log-keeps-the-code-alone", test_log_keeps_the_code_alone);
  return g_test_run ();
}
