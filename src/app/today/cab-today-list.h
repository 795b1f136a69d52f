/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/** CAB_TODAY_START_PREFERENCE: the preference that says the first steps were put away [W-37] */
#define CAB_TODAY_START_PREFERENCE "getting-started"

/**
 * CabTodayWish:
 * @shows_all: everything that needs attention, not only the first of each kind
 * @shows_start: the first steps too, unless they are done or put away
 * @is_kept_elsewhere: no reminders of backups and recovery sheets: the sample is kept by
 *   nobody [W-41], and a backup by the practice that it is of [W-47]
 * @is_brief: only what is read at once; what needs attention is worked out later
 * @is_discreet: nobody is named [W-28]
 *
 * What Today is to show.
 */
typedef struct
{
  gboolean shows_all;
  gboolean shows_start;
  gboolean is_kept_elsewhere;
  gboolean is_brief;
  gboolean is_discreet;
} CabTodayWish;

/**
 * CabTodayList:
 * @items: (element-type CabTodayItem): the lines, in the order of their sections
 * @n_attention: how much needs attention, shown or not
 * @n_hidden: how much of that is not among @items
 * @is_brief: nobody has looked for what needs attention
 */
typedef struct
{
  GPtrArray *items;
  guint n_attention;
  guint n_hidden;
  gboolean is_brief;
} CabTodayList;

void cab_today_list_free (CabTodayList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabTodayList, cab_today_list_free)

/**
 * cab_today_list_read:
 * @practice: a practice
 * @wish: what is to be shown
 * @error: return location
 *
 * Puts together what Today shows: the first steps, what needs attention, and
 * where work was left.
 *
 * Thread: the vault's. Source: window.md [W-10], [W-37]; records.md [M-97].
 *
 * Returns: (transfer full): the lines
 */
CabTodayList *cab_today_list_read (CabPractice *practice,
                                   const CabTodayWish *wish,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
