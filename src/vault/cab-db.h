/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabDb:
 *
 * One SQLCipher connection, bound to the thread that made it. The floors above
 * get it from cab_vault_get_db() and use it only to make statements.
 */
typedef struct _CabDb CabDb;

/**
 * CabRefusal:
 * @CAB_REFUSAL_NONE: the error is not a refusal
 * @CAB_REFUSAL_UNIQUE: another row has the same key or the same unique value
 * @CAB_REFUSAL_REFERENCE: a row that is referred to is not there, or would go away
 * @CAB_REFUSAL_VALUE: a CHECK, a NOT NULL or a column's type said no
 * @CAB_REFUSAL_TRIGGER: a trigger that guards an immutable row said no [M-9]
 *
 * Which rule of the file itself refused a write.
 */
typedef enum
{
  CAB_REFUSAL_NONE,
  CAB_REFUSAL_UNIQUE,
  CAB_REFUSAL_REFERENCE,
  CAB_REFUSAL_VALUE,
  CAB_REFUSAL_TRIGGER
} CabRefusal;

/**
 * cab_db_get_refusal:
 * @error: (nullable): what a statement or a commit reported
 *
 * Tells apart why the file refused a write. References are checked when the
 * transaction commits.
 *
 * Thread: any.
 *
 * Returns: the rule, %CAB_REFUSAL_NONE for every error but %CAB_VAULT_ERROR_REFUSED
 */
CabRefusal cab_db_get_refusal (const GError *error);

/**
 * cab_db_exec:
 * @db: (not nullable): a connection
 * @sql: constant SQL text that holds no value
 * @action: what is being done, in English, for developers: "empty the search index"
 * @error: return location
 *
 * Runs SQL that has no values and gives no rows.
 *
 * Errors: %CAB_VAULT_ERROR by what SQLite answered; see cab_statement_step().
 * Thread: the vault's. Source: style.md 3.4, vault.md [V-40].
 *
 * Returns: %TRUE when every statement in @sql ran
 */
gboolean cab_db_exec (CabDb *db, const char *sql, const char *action, GError **error);

/**
 * cab_db_watch:
 * @db: (not nullable): a connection
 * @cancellable: (nullable): what ends the reading; %NULL when it is over
 *
 * Lets another thread end a long query between two of its steps: from now on a
 * statement that is stepped after @cancellable was cancelled reports
 * %G_IO_ERROR_CANCELLED. For reading alone: a write that is begun is finished.
 * The caller takes the watch away again before anything else uses @db.
 *
 * Thread: the vault's; cancelling, any. Source: window.md [W-30].
 */
void cab_db_watch (CabDb *db, GCancellable *cancellable);

/**
 * cab_db_assert_thread:
 * @db: (not nullable): a connection
 *
 * Stops the program when it is not called on the thread that owns @db. Every
 * function that takes a #CabDb or a #CabStatement begins with it.
 *
 * Thread: the vault's. Source: style.md 3.5, vault.md [V-24].
 */
void cab_db_assert_thread (CabDb *db);

G_END_DECLS
