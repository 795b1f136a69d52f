/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-db.h"
#include "cab-value.h"

G_BEGIN_DECLS

/**
 * CabStatement:
 *
 * A prepared statement. Statements are kept by their text in the connection:
 * asking for the same text again costs a look-up, and a statement that is still
 * in use is prepared a second time, so a loop may ask for its own text inside.
 *
 * Parameters count from 1, columns from 0, as in SQLite.
 */
typedef struct _CabStatement CabStatement;

/**
 * CabStep:
 * @CAB_STEP_ERROR: failed; the error is set
 * @CAB_STEP_ROW: a row can be read
 * @CAB_STEP_DONE: no more rows; a write has happened
 */
typedef enum
{
  CAB_STEP_ERROR,
  CAB_STEP_ROW,
  CAB_STEP_DONE
} CabStep;

/**
 * cab_statement_new:
 * @db: (not nullable): a connection
 * @sql: one statement, constant or made once from constant field tables; copied
 * @action: a string constant: what is being done, in English, for developers; it
 *   is in the message of every error of this statement
 * @error: return location
 *
 * Gets a statement ready to be bound.
 *
 * Errors: %CAB_VAULT_ERROR; a text that SQLite cannot parse or that the
 * authorizer denies [V-23] is the programmer's error and is reported as a
 * critical warning too.
 * Thread: the vault's. Source: vault.md [V-40], style.md section 6.
 *
 * Returns: (transfer full): the statement
 */
CabStatement *cab_statement_new (CabDb *db, const char *sql, const char *action, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_statement_free:
 * @self: (nullable): a statement
 *
 * Resets the statement, forgets what was bound to it and gives it back to the
 * connection. A statement that outlives its connection is only freed.
 *
 * Thread: the vault's. Source: vault.md [V-40].
 */
void cab_statement_free (CabStatement *self);

/** cab_statement_bind_null: binds "not stated" to parameter @index, counted from 1 */
void cab_statement_bind_null (CabStatement *self, int index);

/** cab_statement_bind_integer: binds @value to parameter @index */
void cab_statement_bind_integer (CabStatement *self, int index, gint64 value);

/** cab_statement_bind_real: binds @value to parameter @index */
void cab_statement_bind_real (CabStatement *self, int index, double value);

/** cab_statement_bind_text: binds a copy of @text, or NULL when it is %NULL, to parameter @index */
void cab_statement_bind_text (CabStatement *self, int index, const char *text);

/** cab_statement_bind_bytes: binds a copy of @bytes, or NULL when it is %NULL, to parameter @index
 */
void cab_statement_bind_bytes (CabStatement *self, int index, const void *bytes, gsize length);

/** cab_statement_bind_value: binds @value, by its storage class, to parameter @index */
void cab_statement_bind_value (CabStatement *self, int index, const CabValue *value);

/**
 * cab_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Takes the next row. After %CAB_STEP_DONE or %CAB_STEP_ERROR the statement is
 * reset and its parameters are forgotten.
 *
 * A failed bind (out of memory, a value beyond the limits of [V-22]) is
 * reported here, so that binding needs no checks.
 *
 * Errors: %CAB_VAULT_ERROR_NO_SPACE, _FULL_FILE, _IO, _DAMAGED, _LOW_MEMORY,
 * _IN_USE, _READ_ONLY, _LOCKED when the vault was closed meanwhile, and
 * _REFUSED when a constraint or a trigger of the file said no;
 * cab_db_get_refusal() then tells which kind.
 * Thread: the vault's. Source: vault.md [V-26].
 *
 * Returns: what happened
 */
CabStep cab_statement_step (CabStatement *self, GError **error);

/**
 * cab_statement_run:
 * @self: a statement that gives no rows, or whose rows do not matter
 * @error: return location
 *
 * Steps to the end, then resets: for writes, also many in a loop.
 *
 * Errors: as cab_statement_step().
 *
 * Returns: %TRUE when it ran to its end
 */
gboolean cab_statement_run (CabStatement *self, GError **error);

/** cab_statement_reset: makes the statement ready to be bound anew and forgets its parameters */
void cab_statement_reset (CabStatement *self);

/** cab_statement_changes: Returns: how many rows the last run inserted, changed or deleted */
int cab_statement_changes (CabStatement *self);

/** cab_statement_is_null: Returns: whether column @column of the current row is NULL */
gboolean cab_statement_is_null (CabStatement *self, int column);

/** cab_statement_get_integer: Returns: the integer in @column, 0 for NULL */
gint64 cab_statement_get_integer (CabStatement *self, int column);

/** cab_statement_get_real: Returns: the number in @column, 0 for NULL */
double cab_statement_get_real (CabStatement *self, int column);

/** cab_statement_get_text: Returns: (nullable): the text in @column, borrowed until the next step
 */
const char *cab_statement_get_text (CabStatement *self, int column);

/**
 * cab_statement_get_bytes:
 * @self: a statement that stands on a row
 * @column: counted from 0
 * @length: (out): how many bytes
 *
 * Returns: (nullable): the bytes, borrowed until the next step; %NULL for NULL
 *   and for no bytes
 */
const guint8 *cab_statement_get_bytes (CabStatement *self, int column, gsize *length);

/**
 * cab_statement_read_value:
 * @self: a statement that stands on a row
 * @column: counted from 0
 * @value: an initialised value, replaced
 *
 * Copies a column by its storage class.
 */
void cab_statement_read_value (CabStatement *self, int column, CabValue *value);

/**
 * cab_statement_identifier:
 * @name: a table or column name from a constant field table
 *
 * The only way for a name to get into SQL text: asserts that it is
 * `[a-z][a-z0-9_]*`.
 *
 * Thread: any. Source: vault.md [V-40].
 *
 * Returns: @name
 */
const char *cab_statement_identifier (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabStatement, cab_statement_free)

G_END_DECLS
