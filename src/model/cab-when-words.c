/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-when-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const months[] = {
  N_ ("January"),       N_ ("February"), N_ ("March"),    N_ ("April"),
  NC_ ("month", "May"), N_ ("June"),     N_ ("July"),     N_ ("August"),
  N_ ("September"),     N_ ("October"),  N_ ("November"), N_ ("December"),
};

/* May alone is spelt like its short form. */
static const char *
get_month (const GDate *date)
{
  guint month = (guint)g_date_get_month (date) - 1;

  return month == 4 ? g_dpgettext2 (GETTEXT_PACKAGE, "month", months[month]) : _ (months[month]);
}

char *
cab_when_words_dup_day (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  /* Translators: day, month and year: "12 March 2025". */
  return g_strdup_printf (_ ("%d %s %d"), g_date_get_day (date), get_month (date),
                          g_date_get_year (date));
}

char *
cab_when_words_dup_month (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  /* Translators: month and year: "March 2025". */
  return g_strdup_printf (_ ("%s %d"), get_month (date), g_date_get_year (date));
}

static int
read_number (const char *text, guint length)
{
  int number = 0;

  for (guint i = 0; i < length; i++)
    number = 10 * number + g_ascii_digit_value (text[i]);

  return number;
}

char *
cab_when_words_dup_local (const char *local)
{
  g_autofree char *day = NULL;
  GDate date;

  g_return_val_if_fail (local != NULL && strlen (local) >= strlen ("2025-03-12"), NULL);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)read_number (local + 8, 2),
                  (GDateMonth)read_number (local + 5, 2), (GDateYear)read_number (local, 4));
  day = cab_when_words_dup_day (&date);
  if (strlen (local) < strlen ("2025-03-12T14:30"))
    return g_steal_pointer (&day);

  return g_strdup_printf ("%s, %.5s", day, local + strlen ("2025-03-12T"));
}
