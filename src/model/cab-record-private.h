/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/* The place of a value, for the store to read a row into without notifying. */
CabValue *cab_record_peek_value (CabRecord *self, guint field);

/* Makes a record equal to a copy of it that was saved meanwhile, so that a
 * caller's record changes only when its whole transaction is on disk. */
void cab_record_adopt (CabRecord *self, CabRecord *saved);

/* How many records there are in this process: none may be left after a lock [W-160]. */
int cab_record_count_living (void);

G_END_DECLS
