/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_client_find:
 * @practice: a practice
 * @words: a reference (`C-7QF2K`), an id, or part of a name
 * @error: return location
 *
 * Finds the client a person means. Case and accents do not matter. Clients in
 * the trash answer to their reference alone.
 *
 * Errors: %CAB_MODEL_ERROR_NOT_FOUND; %CAB_MODEL_ERROR_AMBIGUOUS, naming the
 * references of up to five who could be meant.
 * Source: design.md "Command line", records.md [M-11].
 *
 * Returns: (transfer full): the client's id
 */
char *cab_client_find (CabPractice *practice, const char *words, GError **error);

G_END_DECLS
