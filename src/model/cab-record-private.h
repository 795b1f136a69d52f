/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/* The place of a value, for the store to read a row into without notifying. */
CabValue *cab_record_peek_value (CabRecord *self, guint field);

G_END_DECLS
