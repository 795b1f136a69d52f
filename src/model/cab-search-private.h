/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-search.h"

G_BEGIN_DECLS

/* Brings the index up to a record that is being saved, in its transaction:
 * takes out what was indexed for it, puts in what it says now. */
gboolean cab_search_update (CabPractice *practice, CabRecord *record, GError **error);

/* Takes a record out of the index, in the transaction that erases it; @record
 * carries the values as stored. */
gboolean cab_search_remove (CabPractice *practice, CabRecord *record, GError **error);

/* Whether the index holds words of this record. */
gboolean cab_search_has (CabPractice *practice, const char *record_id);

/* The index's query for what a person typed: every word as a phrase of its own,
 * the last one as a beginning; nothing is read as the query language. Empty when
 * there is no word. */
char *cab_search_dup_query (const char *words);

G_END_DECLS
