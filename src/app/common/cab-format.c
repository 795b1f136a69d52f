/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-format.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static char *
format (GDateTime *moment, const char *pattern)
{
  return moment != NULL ? g_date_time_format (moment, pattern) : g_strdup ("");
}

/* Translators: the day of the month, the month's name and the year, for GDateTime */
#define DAY_PATTERN _ ("%-e %B %Y")
/* Translators: the name of the day, the day of the month and the month's name, for GDateTime */
#define WEEKDAY_PATTERN _ ("%A %-e %B")
/* Translators: the month's name and the year, for GDateTime */
#define MONTH_PATTERN _ ("%B %Y")
/* Translators: hours and minutes, for GDateTime */
#define TIME_PATTERN _ ("%H:%M")
/* Translators: day, month's name, year, hours and minutes, for GDateTime */
#define DAY_TIME_PATTERN _ ("%-e %B %Y, %H:%M")

char *
cab_format_date (const char *date)
{
  g_autoptr (GDateTime) day = NULL;
  int year = 0;
  int month = 1;
  int number = 1;
  int n_parts;

  if (date == NULL)
    return g_strdup ("");

  n_parts = sscanf (date, "%4d-%2d-%2d", &year, &month, &number);
  if (n_parts < 1)
    return g_strdup (date);

  day = g_date_time_new_utc (year, month, number, 0, 0, 0);
  if (day == NULL)
    return g_strdup (date);

  return format (day, n_parts == 3 ? DAY_PATTERN : n_parts == 2 ? MONTH_PATTERN : "%Y");
}

char *
cab_format_weekday (const char *date)
{
  g_autoptr (GDateTime) day = NULL;
  int year;
  int month;
  int number;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &number) != 3)
    return cab_format_date (date);

  day = g_date_time_new_utc (year, month, number, 0, 0, 0);

  return day != NULL ? format (day, WEEKDAY_PATTERN) : g_strdup (date);
}

char *
cab_format_month (const char *date)
{
  g_autofree char *month = date != NULL ? g_strndup (date, strlen ("2025-03")) : NULL;

  return cab_format_date (month);
}

static gboolean
write_date (const GMatchInfo *match, GString *line, gpointer data)
{
  g_autofree char *stored = g_match_info_fetch (match, 0);
  g_autofree char *date = cab_format_date (stored);

  g_string_append (line, date);

  return FALSE;
}

char *
cab_format_dates (const char *text)
{
  g_autoptr (GRegex) day = g_regex_new ("\\b\\d{4}-\\d{2}-\\d{2}\\b", 0, 0, NULL);

  return text != NULL ? g_regex_replace_eval (day, text, -1, 0, 0, write_date, NULL, NULL)
                      : g_strdup ("");
}

char *
cab_format_local (const char *local)
{
  g_autoptr (GDateTime) moment = NULL;
  int year;
  int month;
  int day;
  int hour;
  int minute;

  if (local == NULL)
    return g_strdup ("");
  if (sscanf (local, "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute) != 5)
    return cab_format_date (local);

  moment = g_date_time_new_utc (year, month, day, hour, minute, 0);

  return moment != NULL ? format (moment, DAY_TIME_PATTERN) : g_strdup (local);
}

static GDateTime *
make_moment (gint64 wall_ms, const char *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall_ms / 1000);
  g_autoptr (GTimeZone) place = g_time_zone_new_identifier (zone != NULL ? zone : "UTC");

  if (utc == NULL)
    return NULL;

  return place != NULL ? g_date_time_to_timezone (utc, place) : g_steal_pointer (&utc);
}

static GDateTime *
parse_instant (const char *instant, const char *zone)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (instant, NULL);

  return moment != NULL ? make_moment (g_date_time_to_unix (moment) * 1000, zone) : NULL;
}

char *
cab_format_instant (const char *instant, const char *zone)
{
  g_autoptr (GDateTime) moment = instant != NULL ? parse_instant (instant, zone) : NULL;

  return format (moment, DAY_TIME_PATTERN);
}

char *
cab_format_time (const char *instant, const char *zone)
{
  g_autoptr (GDateTime) moment = instant != NULL ? parse_instant (instant, zone) : NULL;

  return format (moment, TIME_PATTERN);
}

char *
cab_format_ms (gint64 wall_ms, const char *zone)
{
  g_autoptr (GDateTime) moment = make_moment (wall_ms, zone);

  return format (moment, DAY_TIME_PATTERN);
}

char *
cab_format_when (gint64 wall_ms, const char *zone, const char *today)
{
  g_autoptr (GDateTime) moment = make_moment (wall_ms, zone);
  g_autofree char *day = format (moment, "%Y-%m-%d");

  return format (moment, g_strcmp0 (day, today) == 0 ? TIME_PATTERN : DAY_PATTERN);
}

char *
cab_format_size (guint64 bytes)
{
  return g_format_size (bytes);
}

char *
cab_format_lone (const char *sentence)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (sentence == NULL || *sentence == '\0')
    return g_strdup ("");

  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (sentence)));
  g_string_append (text, g_utf8_next_char (sentence));
  if (text->len > 1 && text->str[text->len - 1] == '.' && strstr (text->str, ". ") == NULL)
    g_string_truncate (text, text->len - 1);
  g_string_replace (text, "'", "’", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
