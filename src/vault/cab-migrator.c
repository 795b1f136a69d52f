/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-migrator.h"

#include "cab-db-private.h"
#include "cab-resource.h"
#include "cab-vault-error.h"
#include "cab-vault-resources.h"

#define RESOURCE_FOLDER "/org/cabinet/vault/sql/"

/* New steps are appended; a released one never changes: a release writes its
 * digest to tests/vault/released-steps.txt, and a test compares. */
static const CabMigrationStep steps[] = {
  { "0001-first.sql", NULL, NULL },
};

static const CabMigrations released = { steps, G_N_ELEMENTS (steps) };

static const char schema_sql[] = "SELECT type, name, tbl_name, coalesce (sql, '')\n"
                                 "FROM sqlite_schema\n"
                                 "ORDER BY type, name, tbl_name";

/* The schema of each version, made when it is first asked for; a constant of
 * this program, computed late. */
static GMutex schemas_lock;
static GHashTable *schemas[G_N_ELEMENTS (steps) + 1];

const CabMigrations *
cab_migrator_get_released (void)
{
  return &released;
}

char *
cab_migrator_dup_sql (const CabMigrations *self, int version)
{
  static gsize is_enlisted;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize length = 0;

  g_return_val_if_fail (version >= 1 && version <= self->n_steps, NULL);

  if (self->steps[version - 1].sql != NULL)
    return g_strdup (self->steps[version - 1].sql);

  path = g_strconcat (RESOURCE_FOLDER, self->steps[version - 1].name, NULL);
  bytes = cab_resource_dup_data (&is_enlisted, cab_vault_register_resource, path);
  data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static gboolean
apply_step (const CabMigrations *self, CabDb *db, int version, GError **error)
{
  const CabMigrationStep *step = &self->steps[version - 1];
  g_autofree char *sql = cab_migrator_dup_sql (self, version);

  if (!cab_db_exec_trusted (db, sql, "run a step of the schema", error))
    return FALSE;

  return step->recompute == NULL || step->recompute (db, error);
}

gboolean
cab_migrator_apply (const CabMigrations *self, CabDb *db, int from, int to, GError **error)
{
  char set_version[64];

  cab_db_assert_thread (db);
  g_return_val_if_fail (from >= 0 && from <= to && to <= self->n_steps, FALSE);

  for (int version = from + 1; version <= to; version++)
    if (!apply_step (self, db, version, error))
      return FALSE;

  /* A pragma takes no parameter. */
  g_snprintf (set_version, sizeof set_version, "PRAGMA user_version = %d", to);

  return cab_db_exec_trusted (db, set_version, "set the schema's number", error);
}

/* Returns: (transfer full): "type name" to "tbl_name sql" of every part */
static GHashTable *
read_schema (CabDb *db, GError **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (db, schema_sql, "read the schema", error);
  CabStep step;

  if (statement == NULL)
    return NULL;

  while ((step = cab_statement_step (statement, error)) == CAB_STEP_ROW)
    {
      char *key = g_strconcat (cab_statement_get_text (statement, 0), " “",
                               cab_statement_get_text (statement, 1), "”", NULL);
      char *value = g_strconcat (cab_statement_get_text (statement, 2), " ",
                                 cab_statement_get_text (statement, 3), NULL);

      g_hash_table_insert (schema, key, value);
    }

  return step == CAB_STEP_DONE ? g_steal_pointer (&schema) : NULL;
}

static GHashTable *
make_schema (const CabMigrations *self, int version, GError **error)
{
  g_autoptr (CabDb) db = cab_db_open_memory (error);

  if (db == NULL || !cab_migrator_apply (self, db, 0, version, error))
    return NULL;

  return read_schema (db, error);
}

/* Returns: (transfer full): the schema of a version */
static GHashTable *
get_schema (const CabMigrations *self, int version, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (self != &released)
    return make_schema (self, version, error);

  locker = g_mutex_locker_new (&schemas_lock);
  if (schemas[version] == NULL)
    schemas[version] = make_schema (self, version, error);

  return schemas[version] != NULL ? g_hash_table_ref (schemas[version]) : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_foreign_parts (GHashTable *ours, GHashTable *theirs)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (ours, key), value) != 0)
      g_ptr_array_add (parts, g_strdup (key));

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (theirs, key))
      g_ptr_array_add (parts, g_strconcat (key, " (missing)", NULL));

  g_ptr_array_sort (parts, compare_names);

  return parts;
}

gboolean
cab_migrator_check_schema (const CabMigrations *self, CabDb *db, int version, GError **error)
{
  g_autoptr (GHashTable) ours = NULL;
  g_autoptr (GHashTable) theirs = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  cab_db_assert_thread (db);
  g_return_val_if_fail (version >= 1 && version <= self->n_steps, FALSE);

  ours = get_schema (self, version, error);
  if (ours == NULL)
    return FALSE;

  theirs = read_schema (db, error);
  if (theirs == NULL)
    return FALSE;

  parts = list_foreign_parts (ours, theirs);
  if (parts->len == 0)
    return TRUE;

  g_ptr_array_add (parts, NULL);
  cab_vault_error_set_foreign_parts (error, (const char *const *)parts->pdata);

  return FALSE;
}
