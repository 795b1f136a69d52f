/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIRST_YEAR 1850
#define LAST_YEAR 2199

/* Whether @text has exactly the shape of @pattern, in which 0 stands for a digit. */
static gboolean
has_shape (const char *text, const char *pattern)
{
  gsize i;

  for (i = 0; pattern[i] != '\0'; i++)
    {
      if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
        return FALSE;
    }

  return text[i] == '\0';
}

/* The number in @n digits at @text, whose shape was checked. */
static int
read_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    value = value * 10 + (text[i] - '0');

  return value;
}

static gboolean
is_year (const char *text)
{
  int year = read_digits (text, 4);

  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
is_month (const char *text)
{
  int month = read_digits (text, 2);

  return month >= 1 && month <= 12;
}

static gboolean
is_day_of_month (const char *text)
{
  return is_year (text) && is_month (text + 5)
         && g_date_valid_dmy ((GDateDay)read_digits (text + 8, 2),
                              (GDateMonth)read_digits (text + 5, 2),
                              (GDateYear)read_digits (text, 4));
}

static gboolean
is_hour_and_minute (const char *text)
{
  return read_digits (text, 2) <= 23 && read_digits (text + 3, 2) <= 59;
}

gboolean
cab_when_is_date (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return has_shape (text, "0000-00-00") && is_day_of_month (text);
}

gboolean
cab_when_is_partial_date (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (has_shape (text, "0000"))
    return is_year (text);
  if (has_shape (text, "0000-00"))
    return is_year (text) && is_month (text + 5);

  return cab_when_is_date (text);
}

gboolean
cab_when_is_instant (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return has_shape (text, "0000-00-00T00:00:00Z") && is_day_of_month (text)
         && is_hour_and_minute (text + 11) && read_digits (text + 17, 2) <= 59;
}

gboolean
cab_when_is_local (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return has_shape (text, "0000-00-00T00:00") && is_day_of_month (text)
         && is_hour_and_minute (text + 11);
}

gboolean
cab_when_is_time (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return has_shape (text, "00:00") && is_hour_and_minute (text);
}

/* GTimeZone also takes offsets and POSIX rules, and a path could climb out of
 * the zone database; a zone of a record is a plain IANA name. */
gboolean
cab_when_is_zone (const char *text)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > 64 || !g_ascii_isalpha (text[0]) || strstr (text, "..") != NULL)
    return FALSE;
  if (strcmp (text, "UTC") != 0 && strchr (text, '/') == NULL)
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && strchr ("/_+-", *at) == NULL)
        return FALSE;
    }

  zone = g_time_zone_new_identifier (text);
  return zone != NULL;
}

/* The seconds that a clock without any zone would count since 1970. */
static gint64
count_wall_seconds (const char *local)
{
  g_autoptr (GDateTime) wall = NULL;

  wall = g_date_time_new_utc (read_digits (local, 4), read_digits (local + 5, 2),
                              read_digits (local + 8, 2), read_digits (local + 11, 2),
                              read_digits (local + 14, 2), 0);
  return g_date_time_to_unix (wall);
}

GDateTime *
cab_when_resolve_local (const char *local, const char *zone, gboolean *moved)
{
  g_autoptr (GTimeZone) place = NULL;
  gint64 wall, adjusted;
  int interval;

  g_return_val_if_fail (local != NULL && zone != NULL, NULL);

  place = g_time_zone_new_identifier (zone);
  if (place == NULL || !cab_when_is_local (local))
    return NULL;

  /* Of a doubled time the first is the one still on daylight time. In a gap
   * GTimeZone answers with the interval after it; by the offset that held
   * before it the time moves forward by just the gap. */
  wall = adjusted = count_wall_seconds (local);
  interval = g_time_zone_adjust_time (place, G_TIME_TYPE_DAYLIGHT, &adjusted);
  if (moved != NULL)
    *moved = adjusted != wall;
  if (adjusted != wall)
    interval--;

  return g_date_time_new_from_unix_utc (wall - g_time_zone_get_offset (place, interval));
}

char *
cab_when_dup_instant (GDateTime *moment)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (moment != NULL, NULL);

  utc = g_date_time_to_utc (moment);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

char *
cab_when_dup_local (const char *instant, const char *zone)
{
  g_autoptr (GTimeZone) place = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) there = NULL;

  g_return_val_if_fail (instant != NULL && zone != NULL, NULL);

  place = g_time_zone_new_identifier (zone);
  utc = g_date_time_new_from_iso8601 (instant, NULL);
  if (place == NULL || utc == NULL)
    return NULL;

  there = g_date_time_to_timezone (utc, place);
  return g_date_time_format (there, "%Y-%m-%dT%H:%M");
}

char *
cab_when_dup_last_day (const char *partial)
{
  int month, year;

  g_return_val_if_fail (partial != NULL && cab_when_is_partial_date (partial), NULL);

  if (strlen (partial) == 10)
    return g_strdup (partial);

  year = read_digits (partial, 4);
  month = strlen (partial) == 7 ? read_digits (partial + 5, 2) : 12;
  return g_strdup_printf ("%04d-%02d-%02d", year, month,
                          g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year));
}

char *
cab_when_dup_first_day (const char *partial)
{
  g_return_val_if_fail (partial != NULL && cab_when_is_partial_date (partial), NULL);

  if (strlen (partial) == 10)
    return g_strdup (partial);

  return strlen (partial) == 7 ? g_strconcat (partial, "-01", NULL)
                               : g_strconcat (partial, "-01-01", NULL);
}

static GDate
read_date (const char *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay)read_digits (date + 8, 2), (GDateMonth)read_digits (date + 5, 2),
                  (GDateYear)read_digits (date, 4));

  return day;
}

char *
cab_when_dup_days_after (const char *date, int days)
{
  GDate day;

  g_return_val_if_fail (date != NULL && cab_when_is_date (date), NULL);

  day = read_date (date);
  if (days < 0)
    g_date_subtract_days (&day, (guint)-days);
  else
    g_date_add_days (&day, (guint)days);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), (int)g_date_get_month (&day),
                          g_date_get_day (&day));
}

static GDateTime *
read_midnight (const char *date)
{
  return g_date_time_new_utc (read_digits (date, 4), read_digits (date + 5, 2),
                              read_digits (date + 8, 2), 0, 0, 0);
}

char *
cab_when_dup_words (const char *date, const char *today)
{
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (date != NULL && cab_when_is_date (date), NULL);

  moment = read_midnight (date);
  /* Translators: a day of this year in a sentence, see g_date_time_format() */
  if (today != NULL && strncmp (date, today, strlen ("2026")) == 0)
    return g_date_time_format (moment, C_ ("date", "%-d %B"));

  /* Translators: a day of another year in a sentence, see g_date_time_format() */
  return g_date_time_format (moment, C_ ("date", "%-d %B %Y"));
}

char *
cab_when_dup_month_words (const char *date)
{
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (date != NULL && cab_when_is_date (date), NULL);

  moment = read_midnight (date);
  /* Translators: the heading over what belongs to a month, see g_date_time_format() */
  return g_date_time_format (moment, C_ ("date", "%OB %Y"));
}
