/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CabTodaySection:
 * @CAB_TODAY_START: the first steps in a new practice [W-37]
 * @CAB_TODAY_ATTENTION: what needs attention [M-97]
 * @CAB_TODAY_CONTINUE: where work was left
 *
 * The parts of Today, in their order. Source: window.md [W-10].
 */
typedef enum
{
  CAB_TODAY_START,
  CAB_TODAY_ATTENTION,
  CAB_TODAY_CONTINUE
} CabTodaySection;

/**
 * CabTodayTarget:
 * @action: (nullable): an act of the window; when %NULL a record is opened
 * @kind: (nullable): the kind of that record
 * @id: (nullable): the record
 * @client_id: (nullable): whom it is about
 *
 * Where a line of Today leads.
 */
typedef struct
{
  const char *action;
  const char *kind;
  const char *id;
  const char *client_id;
} CabTodayTarget;

/**
 * CabTodayItem:
 *
 * A line of Today: `section`, `title`, `detail`, `state` (in words), `urgency` (0 now,
 * 1 soon, 2 neither), `icon-name`, and `sentence`, which says it all at once [W-128].
 */
#define CAB_TYPE_TODAY_ITEM (cab_today_item_get_type ())
G_DECLARE_FINAL_TYPE (CabTodayItem, cab_today_item, CAB, TODAY_ITEM, GObject)

/** cab_today_item_get_section: Returns: the part of Today it stands in */
CabTodaySection cab_today_item_get_section (CabTodayItem *self);

/** cab_today_item_get_target: Returns: (transfer none): where it leads */
const CabTodayTarget *cab_today_item_get_target (CabTodayItem *self);

/** cab_today_item_set_target: for whoever makes it; copies all but the action, which is static */
void cab_today_item_set_target (CabTodayItem *self, const CabTodayTarget *target);

/** cab_today_item_equals: Returns: whether both say the same and lead to the same place */
gboolean cab_today_item_equals (CabTodayItem *self, CabTodayItem *other);

G_END_DECLS
