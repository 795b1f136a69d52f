/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_AGE_MAXIMUM: years; nobody older is believed [M-13] */
#define CAB_AGE_MAXIMUM 130

/**
 * cab_age_dup_birthday:
 * @birth: a partial date of birth
 * @age: years, 0 or more
 *
 * The day on which the person is @age for sure: counted from the latest day that
 * @birth allows. Who is born on 29 February has the birthday on 1 March in
 * other years.
 *
 * Shape: `YYYY-MM-DD`, so that it compares with dates as text.
 * Thread: any. Source: records.md [M-13].
 *
 * Returns: (transfer full): the day
 */
char *cab_age_dup_birthday (const char *birth, int age);

/**
 * cab_age_is_below:
 * @birth: a partial date of birth
 * @age: years
 * @on: a date
 *
 * Whether the person may still be younger than @age on a day.
 *
 * Thread: any. Source: records.md [M-13].
 *
 * Returns: %FALSE from the birthday on that @birth surely allows
 */
gboolean cab_age_is_below (const char *birth, int age, const char *on);

/**
 * cab_age_get_years:
 * @birth: a partial date of birth
 * @on: a date
 *
 * Units: whole years, the fewest that @birth allows.
 * Thread: any.
 *
 * Returns: the age, 0 also when @on lies before the birth
 */
int cab_age_get_years (const char *birth, const char *on);

G_END_DECLS
