/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-date-order.h"

#include <string.h>

#define N_ORDERS (CAB_DATE_ORDER_MDY + 1)

static const char *const names[N_ORDERS] = {
  [CAB_DATE_ORDER_UNKNOWN] = NULL,
  [CAB_DATE_ORDER_YMD] = "ymd",
  [CAB_DATE_ORDER_DMY] = "dmy",
  [CAB_DATE_ORDER_MDY] = "mdy",
};

/* Takes @least to @most digits from @text; -1 when there are not that many. */
static int
take_number (const char **text, guint least, guint most)
{
  guint n_digits = 0;
  int number = 0;

  while (n_digits < most && g_ascii_isdigit ((*text)[n_digits]))
    number = number * 10 + ((*text)[n_digits++] - '0');
  if (n_digits < least || g_ascii_isdigit ((*text)[n_digits]))
    return -1;

  *text += n_digits;
  return number;
}

static gboolean
take_character (const char **text, char c)
{
  if (**text != c)
    return FALSE;

  (*text)++;
  return TRUE;
}

static char *
format_day (int year, int month, int day)
{
  if (year < 1 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static gboolean
is_time (const char *text)
{
  return text[0] == '\0'
         || ((text[0] == 'T' || text[0] == ' ') && strspn (text + 1, "0123456789:.+-Z") > 0
             && strspn (text + 1, "0123456789:.+-Z") == strlen (text + 1));
}

static char *
parse_iso (const char *text)
{
  int year = take_number (&text, 4, 4);
  int month, day;

  if (year < 1)
    return NULL;
  if (*text == '\0')
    return g_strdup_printf ("%04d", year);

  month = take_character (&text, '-') ? take_number (&text, 2, 2) : -1;
  if (month < 1 || month > 12)
    return NULL;
  if (*text == '\0')
    return g_strdup_printf ("%04d-%02d", year, month);

  day = take_character (&text, '-') ? take_number (&text, 2, 2) : -1;
  return is_time (text) ? format_day (year, month, day) : NULL;
}

static char *
parse_year_last (CabDateOrder order, const char *text, guint century)
{
  gboolean with_dots;
  const char *year_text;
  int first, second, year;

  first = take_number (&text, 1, 2);
  with_dots = order == CAB_DATE_ORDER_DMY && *text == '.';
  if (first < 0 || !take_character (&text, with_dots ? '.' : '/'))
    return NULL;
  second = take_number (&text, 1, 2);
  if (second < 0 || !take_character (&text, with_dots ? '.' : '/'))
    return NULL;

  year_text = text;
  year = take_number (&text, 2, 4);
  if (year < 0 || *text != '\0' || text - year_text == 3)
    return NULL;
  if (text - year_text == 2)
    {
      if (century == 0)
        return NULL;
      year += (int)century;
    }

  return order == CAB_DATE_ORDER_DMY ? format_day (year, second, first)
                                     : format_day (year, first, second);
}

/* Whether a value that is a date in @order has its year in two digits. */
static gboolean
has_short_year (CabDateOrder order, const char *text)
{
  g_autofree char *whole = cab_date_order_parse (order, text, 0);

  return whole == NULL;
}

CabDateOrder
cab_date_order_find (const char *name)
{
  for (guint i = 1; i < N_ORDERS && name != NULL; i++)
    {
      if (strcmp (names[i], name) == 0)
        return i;
    }

  return CAB_DATE_ORDER_UNKNOWN;
}

const char *
cab_date_order_get_name (CabDateOrder order)
{
  g_return_val_if_fail ((guint)order < N_ORDERS, NULL);

  return names[order];
}

char *
cab_date_order_parse (CabDateOrder order, const char *text, guint century)
{
  g_return_val_if_fail (text != NULL, NULL);

  switch (order)
    {
    case CAB_DATE_ORDER_UNKNOWN:
      break;
    case CAB_DATE_ORDER_YMD:
      return parse_iso (text);
    case CAB_DATE_ORDER_DMY:
    case CAB_DATE_ORDER_MDY:
      return parse_year_last (order, text, century);
    }

  g_return_val_if_reached (NULL);
}

CabDateOrder
cab_date_order_decide (const char *const *values, gsize n_values, gboolean *has_short_years)
{
  gsize n_fitting[N_ORDERS] = { 0 };
  gsize n_short[N_ORDERS] = { 0 };
  CabDateOrder best = CAB_DATE_ORDER_YMD;

  g_return_val_if_fail (values != NULL || n_values == 0, CAB_DATE_ORDER_UNKNOWN);

  for (gsize i = 0; i < n_values; i++)
    {
      for (int order = CAB_DATE_ORDER_YMD; order < N_ORDERS; order++)
        {
          /* Any century will do to see the order; 2000 was a leap year. */
          g_autofree char *date = cab_date_order_parse (order, values[i], 2000);

          if (date == NULL)
            continue;
          n_fitting[order]++;
          n_short[order] += has_short_year (order, values[i]);
        }
    }

  for (int order = CAB_DATE_ORDER_DMY; order < N_ORDERS; order++)
    {
      if (n_fitting[order] > n_fitting[best])
        best = order;
    }
  if (has_short_years != NULL)
    *has_short_years = n_short[best] > 0;

  if (best != CAB_DATE_ORDER_YMD && n_fitting[CAB_DATE_ORDER_DMY] == n_fitting[CAB_DATE_ORDER_MDY])
    return CAB_DATE_ORDER_UNKNOWN;

  return best;
}
