/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * cab_canonical_dup_digest:
 * @record: a record
 * @fields: (array length=n_fields): indices among all fields, in their order
 * @n_fields: how many
 *
 * Digests values of a record in a form that a bundle's reader can make again
 * without the file: each value in its outside form, behind its length in bytes
 * as 32 bits little-endian; what is not stated has length 0.
 *
 * Shape: SHA-512 as 128 lower-case hex digits.
 * Thread: any. Source: records.md [M-37].
 *
 * Returns: (transfer full): the digest
 */
char *cab_canonical_dup_digest (CabRecord *record, const guint *fields, guint n_fields);

G_END_DECLS
