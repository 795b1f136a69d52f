/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-age.h"

#include "cab-when.h"

#include <stdlib.h>
#include <string.h>

char *
cab_age_dup_birthday (const char *birth, int age)
{
  g_autofree char *latest = NULL;
  int year;

  g_return_val_if_fail (birth != NULL && age >= 0, NULL);

  latest = cab_when_dup_last_day (birth);
  g_return_val_if_fail (latest != NULL, NULL);

  year = atoi (latest) + age;
  if (strcmp (latest + 4, "-02-29") == 0 && !g_date_is_leap_year ((GDateYear)year))
    return g_strdup_printf ("%04d-03-01", year);

  return g_strdup_printf ("%04d%s", year, latest + 4);
}

gboolean
cab_age_is_below (const char *birth, int age, const char *on)
{
  g_autofree char *birthday = NULL;

  g_return_val_if_fail (on != NULL, FALSE);

  birthday = cab_age_dup_birthday (birth, age);
  return g_strcmp0 (on, birthday) < 0;
}

int
cab_age_get_years (const char *birth, const char *on)
{
  int years;

  g_return_val_if_fail (birth != NULL && on != NULL, 0);

  years = MAX (atoi (on) - atoi (birth), 0);
  if (years > 0 && cab_age_is_below (birth, years, on))
    years--;

  return years;
}
