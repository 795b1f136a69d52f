/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_when_is_date:
 * @text: a candidate
 *
 * Shape: `YYYY-MM-DD`, a day of the Gregorian calendar, years 1850 to 2199.
 *
 * Thread: any. Source: records.md [M-2].
 *
 * Returns: whether @text is a date
 */
gboolean cab_when_is_date (const char *text);

/** cab_when_is_partial_date: Shape: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
gboolean cab_when_is_partial_date (const char *text);

/** cab_when_is_instant: Shape: `YYYY-MM-DDThh:mm:ssZ`, 20 characters, no leap second */
gboolean cab_when_is_instant (const char *text);

/** cab_when_is_local: Shape: `YYYY-MM-DDThh:mm`, a wall clock without zone */
gboolean cab_when_is_local (const char *text);

/** cab_when_is_time: Shape: `hh:mm`, 00:00 to 23:59 */
gboolean cab_when_is_time (const char *text);

/** cab_when_is_zone: whether @text is an IANA name that this system knows */
gboolean cab_when_is_zone (const char *text);

/**
 * cab_when_resolve_local:
 * @local: a wall clock
 * @zone: an IANA name
 * @moved: (out) (optional): whether the wall time lies in a gap and was moved
 *   forward by it
 *
 * The instant at which a wall clock in a zone shows a time: in a gap the time
 * moves forward by the gap, a doubled one is the first.
 *
 * Thread: any. Source: records.md [M-12].
 *
 * Returns: (transfer full) (nullable): the moment in UTC
 */
GDateTime *cab_when_resolve_local (const char *local, const char *zone, gboolean *moved);

/** cab_when_dup_instant: Returns: (transfer full): @moment as 20 characters in UTC */
char *cab_when_dup_instant (GDateTime *moment);

/** cab_when_dup_local: Returns: (transfer full) (nullable): what a clock in @zone shows at @instant
 */
char *cab_when_dup_local (const char *instant, const char *zone);

/**
 * cab_when_dup_last_day:
 * @partial: a partial date
 *
 * Returns: (transfer full): the latest day it allows, `2008-02` gives `2008-02-29`
 */
char *cab_when_dup_last_day (const char *partial);

/** cab_when_dup_first_day: Returns: (transfer full): the earliest day it allows */
char *cab_when_dup_first_day (const char *partial);

/** cab_when_dup_days_after: Returns: (transfer full): the date @days after @date, or before it */
char *cab_when_dup_days_after (const char *date, int days);

/**
 * cab_when_dup_words:
 * @date: a date
 * @today: (nullable): a date
 *
 * Writes a date for a sentence, in the person's language: `3 March`, and `3 March
 * 2025` when its year is not that of @today.
 *
 * Thread: any. Source: window.md [W-137].
 *
 * Returns: (transfer full): the words
 */
char *cab_when_dup_words (const char *date, const char *today);

/** cab_when_dup_month_words: Returns: (transfer full): the month of @date, `March 2026` */
char *cab_when_dup_month_words (const char *date);

G_END_DECLS
