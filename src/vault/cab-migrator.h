/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-db.h"

G_BEGIN_DECLS

/**
 * CabMigrationStep:
 * @name: the step's file, `0001-first.sql`
 * @sql: (nullable): its text; %NULL for a released step, whose text is built in
 * @recompute: (nullable): what SQL cannot do, such as making digests anew
 *
 * What leads from one schema to the next.
 */
typedef struct
{
  const char *name;
  const char *sql;
  gboolean (*recompute) (CabDb *db, GError **error);
} CabMigrationStep;

/**
 * CabMigrations:
 * @steps: (array length=n_steps): the step at place N - 1 makes schema N
 * @n_steps: the number of the newest schema
 *
 * The history of the schema. Only tests have another than the released one.
 */
typedef struct _CabMigrations
{
  const CabMigrationStep *steps;
  int n_steps;
} CabMigrations;

/** cab_migrator_get_released: Returns: (transfer none): the steps of this Cabinet */
const CabMigrations *cab_migrator_get_released (void);

/**
 * cab_migrator_dup_sql:
 * @self: a history
 * @version: a schema in it
 *
 * Returns: (transfer full): the SQL text of the step that makes @version
 */
char *cab_migrator_dup_sql (const CabMigrations *self, int version);

/**
 * cab_migrator_apply:
 * @self: a history
 * @db: a connection inside a transaction, without the authorizer
 * @from: the schema it has, 0 when it is empty
 * @to: the schema it gets
 * @error: return location
 *
 * Runs the steps after @from up to @to and sets `user_version`. The caller
 * begins, records and commits [V-46].
 *
 * Errors: what SQLite answered; DAMAGED for a step that does not fit the file.
 * Thread: the connection's.
 *
 * Returns: %TRUE when every step ran
 */
gboolean
cab_migrator_apply (const CabMigrations *self, CabDb *db, int from, int to, GError **error);

/**
 * cab_migrator_check_schema:
 * @self: a history
 * @db: a connection with its key
 * @version: its `user_version`, one of the history's
 * @error: return location
 *
 * Compares `sqlite_schema` with that of a database in memory in which the steps
 * up to @version were run: a table, index, trigger, view or virtual table that
 * is not in both, or whose SQL differs by a byte, is someone else's. Released
 * steps never change, so this is exact for every version, and no digest has to
 * be kept beside them.
 *
 * Errors: FOREIGN_PARTS, naming them.
 * Thread: the connection's. Source: vault.md [V-20] 10.
 *
 * Returns: %TRUE when the schemas are the same
 */
gboolean
cab_migrator_check_schema (const CabMigrations *self, CabDb *db, int version, GError **error);

G_END_DECLS
