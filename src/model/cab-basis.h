/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabBasisGroup:
 * @CAB_BASIS_GROUP_NONE: nobody chooses: such rows hold no system fields, or are internal
 * @CAB_BASIS_GROUP_CLIENTS: records about clients
 * @CAB_BASIS_GROUP_PRACTICE: records about the practice itself
 * @CAB_BASIS_GROUP_LAW: registers that the law asks for
 *
 * Why records of a kind are held, by large. Source: bundle.md [B-6].
 */
typedef enum
{
  CAB_BASIS_GROUP_NONE,
  CAB_BASIS_GROUP_CLIENTS,
  CAB_BASIS_GROUP_PRACTICE,
  CAB_BASIS_GROUP_LAW
} CabBasisGroup;

/** cab_basis_group_of: Returns: where a kind stands among those with a legal basis [B-6] */
CabBasisGroup cab_basis_group_of (const CabKind *kind);

/**
 * cab_basis_count_unset:
 * @practice: a practice
 * @kind: a kind
 * @error: return location
 *
 * Counts the records of a kind that have no legal basis yet, as people who came
 * in from a list have none. What lies in the trash is not counted.
 *
 * Source: bundle.md [B-6], [B-83].
 *
 * Returns: how many, -1 with @error set
 */
gint64 cab_basis_count_unset (CabPractice *practice, const CabKind *kind, GError **error);

/**
 * cab_basis_fill_unset:
 * @practice: a practice
 * @kind: a kind
 * @n_filled: (out) (optional): how many got one
 * @n_left: (out) (optional): how many were left because their client is restricted
 * @error: return location
 *
 * Gives every record of a kind that has no legal basis the one that the
 * practice chose for new ones: all of them or none, each with its own row in
 * the activity log. Those of a restricted client stay as they are [M-19], and
 * so does what lies in the trash.
 *
 * Errors: INVALID when the practice chose none for the kind; else as
 * cab_practice_save(). Source: bundle.md [B-6], [B-83].
 *
 * Returns: %TRUE when all are stored
 */
gboolean cab_basis_fill_unset (CabPractice *practice,
                               const CabKind *kind,
                               gint64 *n_filled,
                               gint64 *n_left,
                               GError **error);

G_END_DECLS
