/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-mood-entry.h"

G_BEGIN_DECLS

/* A part of an entry comes from where the entry comes from [M-41]. @entry_field
 * is the part's reference to its entry. */
gboolean cab_mood_part_before_save (CabPractice *practice,
                                    CabRecord *part,
                                    guint entry_field,
                                    GError **error);

/* Promises that cab_mood_entry_save() adds @n parts in the same transaction. */
void cab_mood_entry_expect_parts (CabRecord *entry, guint n);

G_END_DECLS
