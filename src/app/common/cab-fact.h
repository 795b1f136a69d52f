/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-layout.h"
#include "cab-open-practice.h"
#include "cab-record.h"

G_BEGIN_DECLS

/**
 * cab_fact_dup_words:
 * @record: a record
 * @field: an index among all fields
 *
 * Writes a field's value as a person reads it: the label of a code, a date in
 * words. What is "not asked", "no" of a switch, or empty has no words.
 *
 * Returns: (transfer full) (nullable): the words
 */
char *cab_fact_dup_words (CabRecord *record, guint field);

/**
 * cab_fact_make_section:
 * @record: a record
 * @section: a part of its layout
 * @practice: whose it is
 *
 * What is sensitive or identifies a person is blank while nobody is named [W-28].
 *
 * Returns: (transfer none) (nullable): a group of rows for what is filled in;
 *   %NULL when nothing is [W-14]
 */
AdwPreferencesGroup *cab_fact_make_section (CabRecord *record,
                                            const CabLayoutSection *section,
                                            CabOpenPractice *practice);

G_END_DECLS
