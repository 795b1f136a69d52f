/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_INSTANT_LENGTH: characters of an instant, `2026-01-31T10:00:00Z` */
#define CAB_INSTANT_LENGTH 20

/** CAB_BOOT_ID_LENGTH: characters of a boot id, a lower-case UUID */
#define CAB_BOOT_ID_LENGTH 36

/**
 * CabClock:
 *
 * The only place that knows what time it is. It is passed to whoever asks, so
 * that tests and golden bundles can stand at a fixed moment.
 *
 * Thread: any for a real clock; a fixed one belongs to one thread.
 */
typedef struct _CabClock CabClock;

/**
 * cab_clock_new_real:
 *
 * Makes the clock of this computer, in its local time zone. The zone is read
 * once, here.
 *
 * Returns: (transfer full): a clock
 */
CabClock *cab_clock_new_real (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_clock_new_fixed:
 * @wall_ms: the wall time it shows
 * @zone: an IANA zone name, `Europe/Berlin`
 *
 * Makes a clock that stands still until cab_clock_advance() moves it. Its boot
 * id is constant and its boot time starts at one hour.
 *
 * Returns: (transfer full): a clock
 */
CabClock *cab_clock_new_fixed (gint64 wall_ms, const char *zone) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_clock_ref:
 * @self: a clock
 *
 * Returns: (transfer full): the same clock
 */
CabClock *cab_clock_ref (CabClock *self);

/**
 * cab_clock_unref:
 * @self: (transfer full): a clock
 *
 * Gives a reference back.
 */
void cab_clock_unref (CabClock *self);

/**
 * cab_clock_get_wall_ms:
 * @self: a clock
 *
 * Tells the wall time, which a person can set and which can jump [V-94].
 *
 * Units: milliseconds since 1970-01-01T00:00:00Z.
 *
 * Returns: the wall time
 */
gint64 cab_clock_get_wall_ms (CabClock *self);

/**
 * cab_clock_get_boottime_ns:
 * @self: a clock
 *
 * Tells the time since the computer started, suspended or not. It never goes
 * back within one boot id.
 *
 * Units: nanoseconds.
 *
 * Returns: the boot time
 */
gint64 cab_clock_get_boottime_ns (CabClock *self);

/**
 * cab_clock_get_boot_id:
 * @self: a clock
 *
 * Names the start of the computer that the boot time counts from.
 *
 * Shape: %CAB_BOOT_ID_LENGTH characters, a lower-case UUID; all zeros where the
 * kernel does not tell.
 *
 * Returns: (transfer none): the boot id
 */
const char *cab_clock_get_boot_id (CabClock *self);

/**
 * cab_clock_get_zone:
 * @self: a clock
 *
 * Returns: (transfer none): the IANA name of the local zone, `UTC` when the
 *   computer has none with a name
 */
const char *cab_clock_get_zone (CabClock *self);

/**
 * cab_clock_dup_today:
 * @self: a clock
 *
 * Tells the date in the clock's zone, `2026-01-31`.
 *
 * Returns: (transfer full): ten characters
 */
char *cab_clock_dup_today (CabClock *self);

/**
 * cab_clock_dup_now:
 * @self: a clock
 *
 * Returns: (transfer full): cab_clock_dup_instant() of the wall time
 */
char *cab_clock_dup_now (CabClock *self);

/**
 * cab_clock_dup_instant:
 * @wall_ms: milliseconds since 1970-01-01T00:00:00Z
 *
 * Writes an instant, `2026-01-31T10:00:00Z`, whatever the locale. Parts of a
 * second are cut off. A time outside the years 1 to 9999 becomes the nearest
 * instant inside, so that the text always sorts by time.
 *
 * Shape: %CAB_INSTANT_LENGTH characters. Source: records.md [M-2].
 *
 * Returns: (transfer full): the instant
 */
char *cab_clock_dup_instant (gint64 wall_ms);

/**
 * cab_clock_parse_instant:
 * @text: any text
 * @wall_ms: (out) (optional): the time it names
 *
 * Reads what cab_clock_dup_instant() writes and nothing else: no other offset,
 * no second 60, no day that is not in the calendar.
 *
 * Returns: %TRUE when @text is an instant
 */
gboolean cab_clock_parse_instant (const char *text, gint64 *wall_ms);

/**
 * cab_clock_set_wall_ms:
 * @self: a fixed clock
 * @wall_ms: the wall time from now on
 *
 * Sets the wall time, as a person does who corrects the date; boot time stays.
 */
void cab_clock_set_wall_ms (CabClock *self, gint64 wall_ms);

/**
 * cab_clock_advance:
 * @self: a fixed clock
 * @ms: milliseconds, not negative
 *
 * Lets time pass: wall and boot time both move.
 */
void cab_clock_advance (CabClock *self, gint64 ms);

/**
 * cab_clock_reboot:
 * @self: a fixed clock
 * @boot_id: the next boot id, %CAB_BOOT_ID_LENGTH characters
 *
 * Starts boot time again at zero under another boot id.
 */
void cab_clock_reboot (CabClock *self, const char *boot_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabClock, cab_clock_unref)

G_END_DECLS
