/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabDateOrder:
 * @CAB_DATE_ORDER_UNKNOWN: more than one reading fits: ask the person
 * @CAB_DATE_ORDER_YMD: ISO 8601, `1990-03-02`; also `1990-03` and `1990`
 * @CAB_DATE_ORDER_DMY: `2/3/1990` or `2.3.1990`, day first
 * @CAB_DATE_ORDER_MDY: `3/2/1990`, month first
 *
 * How a column of dates is written.
 */
typedef enum
{
  CAB_DATE_ORDER_UNKNOWN,
  CAB_DATE_ORDER_YMD,
  CAB_DATE_ORDER_DMY,
  CAB_DATE_ORDER_MDY
} CabDateOrder;

/**
 * cab_date_order_find:
 * @name: (nullable): `ymd`, `dmy`, `mdy`
 *
 * Returns: the order, %CAB_DATE_ORDER_UNKNOWN for any other name
 */
CabDateOrder cab_date_order_find (const char *name);

/**
 * cab_date_order_get_name:
 * @order: an order
 *
 * Returns: (nullable): its name, %NULL for %CAB_DATE_ORDER_UNKNOWN
 */
const char *cab_date_order_get_name (CabDateOrder order);

/**
 * cab_date_order_parse:
 * @order: a known order
 * @text: a value of the column
 * @century: what two-digit years are added to, 1900 or 2000; 0 refuses them
 *
 * Reads one date. A time of day behind an ISO date is passed over.
 *
 * Thread: any; pure.
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, or `YYYY-MM` or `YYYY`;
 *   %NULL when @text is no date in that order
 */
char *cab_date_order_parse (CabDateOrder order, const char *text, guint century);

/**
 * cab_date_order_decide:
 * @values: (array length=n_values): the column; empty values say nothing
 * @n_values: how many
 * @has_short_years: (out) (optional): whether a value that fits has a year of
 *   two digits; what they mean is asked, never guessed
 *
 * Decides for a whole column: the order that most values fit. When day first and
 * month first fit equally many, it is not decided.
 *
 * Thread: any; pure. Source: bundle.md [B-82].
 *
 * Returns: the order; %CAB_DATE_ORDER_YMD when no value is a date in any
 */
CabDateOrder
cab_date_order_decide (const char *const *values, gsize n_values, gboolean *has_short_years);

G_END_DECLS
