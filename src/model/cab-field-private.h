/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-field.h"

G_BEGIN_DECLS

/* The outside form with the minus sign that people read. */
char *cab_field_dup_readable (const CabField *self, const CabValue *value);

G_END_DECLS
