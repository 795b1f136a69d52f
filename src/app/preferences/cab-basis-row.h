/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-codes.h"
#include "cab-kind.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabBasisRow:
 *
 * Why records of one kind are held: a row that opens to the basis of GDPR Art 6
 * and that of Art 9, and to an act for those records that have none. Signals:
 * `chosen` when a person chose another basis, `fill` when the records without
 * one are to get it.
 *
 * Source: bundle.md [B-6], [B-83].
 */
#define CAB_TYPE_BASIS_ROW (cab_basis_row_get_type ())
G_DECLARE_FINAL_TYPE (CabBasisRow, cab_basis_row, CAB, BASIS_ROW, AdwExpanderRow)

/** cab_basis_row_new: @kind: the kind, by whose plural the row is called. @practice: whose choice
 * it shows; nothing can be chosen in one that is open read-only */
CabBasisRow *cab_basis_row_new (const CabKind *kind, CabOpenPractice *practice);

/** cab_basis_row_get_kind: Returns: the kind */
const CabKind *cab_basis_row_get_kind (CabBasisRow *self);

/** cab_basis_row_get_chosen: @basis6: (out): of Art 6. @basis9: (out): of Art 9. What is shown */
void cab_basis_row_get_chosen (CabBasisRow *self, CabBasis6 *basis6, CabBasis9 *basis9);

/**
 * cab_basis_row_show:
 * @self: a row
 * @basis6: what new records get of Art 6
 * @basis9: what they get of Art 9
 * @n_unset: how many records have none
 *
 * Shows what is stored. The row opens when records wait for a basis, so that
 * the act is seen.
 */
void cab_basis_row_show (CabBasisRow *self, CabBasis6 basis6, CabBasis9 basis9, gint64 n_unset);

G_END_DECLS
