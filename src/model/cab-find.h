/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/** CAB_FIND_SHORTEST_ID: characters of an id that a person must give at least */
#define CAB_FIND_SHORTEST_ID 4

/**
 * cab_find:
 * @practice: a practice
 * @kind: what is looked for
 * @client_id: (nullable): only what belongs to this client
 * @name: what a person calls it
 * @error: return location
 *
 * Finds the one record that a person means: by its id or an unambiguous
 * beginning of it, of at least %CAB_FIND_SHORTEST_ID characters, or by a name,
 * where the kind has one. A whole name goes before a part of one; case does not
 * matter; what lies in the trash answers to its id alone. A client is found by
 * cab_client_find(), by its reference too.
 *
 * Errors: %CAB_MODEL_ERROR_NOT_FOUND; %CAB_MODEL_ERROR_AMBIGUOUS, naming the
 * ids of up to five, never their names.
 * Thread: the vault's. Source: design.md "Command line", records.md [M-11].
 *
 * Returns: (transfer full): the record
 */
CabRecord *cab_find (CabPractice *practice,
                     const CabKind *kind,
                     const char *client_id,
                     const char *name,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_find_has_names: Returns: whether records of @kind answer to a name, not to their id alone */
gboolean cab_find_has_names (const CabKind *kind);

G_END_DECLS
