/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_format_date:
 * @date: (nullable): a stored date, `2025-03-03`, `2025-03` or `2025`, or anything that begins so
 *
 * Writes a date for the screen, as the language writes it.
 *
 * Thread: any. Source: window.md [W-137].
 *
 * Returns: (transfer full): `3 March 2025`, `March 2025`, `2025`; "" for %NULL
 */
char *cab_format_date (const char *date);

/** cab_format_weekday: Returns: (transfer full): `Tuesday 4 March` of a whole stored date */
char *cab_format_weekday (const char *date);

/** cab_format_month: Returns: (transfer full): `March 2025` of a stored date or time */
char *cab_format_month (const char *date);

/**
 * cab_format_dates:
 * @text: (nullable): a line that may hold stored days, as cab_record_dup_description() gives it
 *
 * Writes the days in a line as cab_format_date() writes one.
 *
 * Thread: any. Source: window.md [W-137].
 *
 * Returns: (transfer full): `Session, 3 March 2025`; "" for %NULL
 */
char *cab_format_dates (const char *text);

/**
 * cab_format_local:
 * @local: (nullable): a stored local time, `2025-03-03T18:02`
 *
 * Writes a day and its time, which are those of the place where it was.
 *
 * Returns: (transfer full): `3 March 2025, 18:02`; "" for %NULL
 */
char *cab_format_local (const char *local);

/**
 * cab_format_instant:
 * @instant: (nullable): a stored instant, `2025-03-03T18:02:00Z`, with or without a fraction
 * @zone: the practice's time zone
 *
 * Writes an instant in the practice's own time.
 *
 * Returns: (transfer full): `3 March 2025, 18:02`; "" for %NULL
 */
char *cab_format_instant (const char *instant, const char *zone);

/** cab_format_time: Returns: (transfer full): `18:02`, of an instant, in the practice's own time */
char *cab_format_time (const char *instant, const char *zone);

/** cab_format_ms: Returns: (transfer full): as cab_format_instant(), of milliseconds since 1970 */
char *cab_format_ms (gint64 wall_ms, const char *zone);

/** cab_format_when: Returns: (transfer full): `18:02` when @wall_ms lies on the day @today in
 * @zone, else `3 March 2025` */
char *cab_format_when (gint64 wall_ms, const char *zone, const char *today);

/** cab_format_size: Returns: (transfer full): `13.2 MB` */
char *cab_format_size (guint64 bytes);

/** cab_format_lone: Returns: (transfer full): words of the model as a toast or a field shows them:
 * a capital, ’ for ', and no stop after a lone sentence [W-113] */
char *cab_format_lone (const char *sentence);

G_END_DECLS
