/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* A practice as an attacker with its passphrase sees it: a connection without
 * authorizer, pragmas or checks. */

#pragma once

#include "cab-db-private.h"
#include "cab-kdf.h"
#include "cab-test-vault.h"

G_BEGIN_DECLS

/* Returns: (transfer full): K of a practice with the test passphrase */
static inline CabSecret *
cab_test_raw_derive_key (const char *path)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (CabSecret) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  g_assert_cmpuint (length, >=, CAB_HEADER_LENGTH);
  root = cab_kdf_derive_root (passphrase, (const guint8 *)content, NULL, &error);
  g_assert_no_error (error);

  return cab_kdf_derive_key (root);
}

static inline CabDb *
cab_test_raw_open (const char *path)
{
  g_autoptr (CabSecret) key = cab_test_raw_derive_key (path);
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_db_open (path, CAB_DB_COPY, &error);

  g_assert_no_error (error);
  g_assert_true (cab_db_set_key (db, key, NULL, &error));

  return db;
}

/* Runs SQL in a closed practice. */
static inline void
cab_test_raw_exec (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_test_raw_open (path);

  cab_db_exec_trusted (db, sql, sql, &error);
  g_assert_no_error (error);
  g_assert_true (cab_db_close (db, &error));
}

/* The first column of the first row of a closed practice. */
static inline gint64
cab_test_raw_query (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_test_raw_open (path);
  gint64 value = 0;

  cab_db_query_integer (db, sql, &value, sql, &error);
  g_assert_no_error (error);
  g_assert_true (cab_db_close (db, &error));

  return value;
}

/* Returns: (transfer full): @sql between taking away the triggers of the audit
 * log and making them again word by word, so that the schema is as before */
static inline char *
cab_test_raw_dup_without_triggers (const char *path, const char *sql)
{
  g_autoptr (GString) drops = g_string_new (NULL);
  g_autoptr (GString) creates = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_test_raw_open (path);
  CabStatement *statement = cab_statement_new (
      db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'",
      "read the triggers", &error);

  g_assert_no_error (error);
  while (cab_statement_step (statement, &error) == CAB_STEP_ROW)
    {
      g_string_append_printf (drops, "DROP TRIGGER %s;", cab_statement_get_text (statement, 0));
      g_string_append_printf (creates, "%s;", cab_statement_get_text (statement, 1));
    }
  cab_statement_free (statement);
  g_assert_true (cab_db_close (db, &error));

  return g_strconcat (drops->str, sql, ";", creates->str, NULL);
}

G_END_DECLS
