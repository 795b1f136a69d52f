/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabValueRow:
 *
 * One value of a round: how much it matters, how much it is lived, the gap as a
 * number, a next step. Untouched, or after Skip, it is left out [W-87].
 */
#define CAB_TYPE_VALUE_ROW (cab_value_row_get_type ())
G_DECLARE_FINAL_TYPE (CabValueRow, cab_value_row, CAB, VALUE_ROW, AdwPreferencesRow)

/** cab_value_row_new: @label: the value; @rating: a rating, new or stored */
GtkWidget *cab_value_row_new (const char *label, CabRecord *rating);

/** CabValueAnswer: skipped; one number without the other; both */
typedef enum
{
  CAB_VALUE_SKIPPED,
  CAB_VALUE_HALF,
  CAB_VALUE_ANSWERED
} CabValueAnswer;

/** cab_value_row_take: puts what was answered into @rating. Returns: how much that is */
CabValueAnswer cab_value_row_take (CabValueRow *self, CabRecord *rating);

/** cab_value_row_keep: writes what is answered, also half of it, as a group of @draft */
void cab_value_row_keep (CabValueRow *self, GKeyFile *draft, const char *group);

/** cab_value_row_restore: answers as a draft says. Returns: whether @group is of this value */
gboolean cab_value_row_restore (CabValueRow *self, GKeyFile *draft, const char *group);

G_END_DECLS
