/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * cab_test_record_dup_id:
 * @kind: a kind
 * @number: which of its records, from 1
 *
 * Returns: (transfer full): the id under which the filled records refer to each other
 */
char *cab_test_record_dup_id (const CabKind *kind, guint number);

/**
 * cab_test_record_fill_value:
 * @kind: a kind
 * @index: an index among all its fields
 * @number: which of the kind's records it is for
 * @value: (out): a value that the field takes, of its type and unlike its neighbours'
 */
void cab_test_record_fill_value (const CabKind *kind, guint index, guint number, CabValue *value);

/**
 * cab_test_record_new_filled:
 * @kind: a kind
 * @number: which of its records
 * @whole: whether optional fields are filled too; those that a rule asks for always are
 *
 * Makes a record whose references lead to the filled records of their kinds,
 * number 1. Its rules may well refuse it; its types do not.
 *
 * Returns: (transfer full): the record
 */
CabRecord *cab_test_record_new_filled (const CabKind *kind, guint number, gboolean whole);

G_END_DECLS
