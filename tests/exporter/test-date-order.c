/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-date-order.h"

#include <string.h>

/* [B-82] each order, and what is no date in it */
static void
test_parses_in_one_order (void)
{
  static const struct
  {
    CabDateOrder order;
    guint century;
    const char *text;
    const char *date;
  } cases[] = {
    { CAB_DATE_ORDER_YMD, 0, "1990-03-02", "1990-03-02" },
    { CAB_DATE_ORDER_YMD, 0, "1990-03", "1990-03" },
    { CAB_DATE_ORDER_YMD, 0, "1990", "1990" },
    { CAB_DATE_ORDER_YMD, 0, "1990-03-02T00:00:00Z", "1990-03-02" },
    { CAB_DATE_ORDER_YMD, 0, "1990-03-02 14:05", "1990-03-02" },
    { CAB_DATE_ORDER_YMD, 0, "1990-03-02 or so", NULL },
    { CAB_DATE_ORDER_YMD, 0, "1990-03-02T", NULL },
    { CAB_DATE_ORDER_YMD, 0, "1990-13", NULL },
    { CAB_DATE_ORDER_YMD, 0, "1990-02-30", NULL },
    { CAB_DATE_ORDER_YMD, 0, "1990-3-2", NULL },
    { CAB_DATE_ORDER_YMD, 0, "90-03-02", NULL },
    { CAB_DATE_ORDER_YMD, 0, "0000-01-01", NULL },
    { CAB_DATE_ORDER_YMD, 0, "19900302", NULL },
    { CAB_DATE_ORDER_YMD, 0, "", NULL },
    { CAB_DATE_ORDER_DMY, 0, "2/3/1990", "1990-03-02" },
    { CAB_DATE_ORDER_DMY, 0, "02.03.1990", "1990-03-02" },
    { CAB_DATE_ORDER_DMY, 0, "31/02/1990", NULL },
    { CAB_DATE_ORDER_DMY, 0, "29/02/2000", "2000-02-29" },
    { CAB_DATE_ORDER_DMY, 0, "29/02/1900", NULL },
    { CAB_DATE_ORDER_DMY, 0, "2.3/1990", NULL },
    { CAB_DATE_ORDER_DMY, 0, "2-3-1990", NULL },
    { CAB_DATE_ORDER_DMY, 0, "2/3/90", NULL },
    { CAB_DATE_ORDER_DMY, 1900, "2/3/90", "1990-03-02" },
    { CAB_DATE_ORDER_DMY, 2000, "2/3/09", "2009-03-02" },
    { CAB_DATE_ORDER_DMY, 1900, "2/3/990", NULL },
    { CAB_DATE_ORDER_DMY, 0, "2/3/19900", NULL },
    { CAB_DATE_ORDER_DMY, 0, "002/3/1990", NULL },
    { CAB_DATE_ORDER_DMY, 0, "2/3", NULL },
    { CAB_DATE_ORDER_DMY, 0, "0/3/1990", NULL },
    { CAB_DATE_ORDER_MDY, 0, "3/2/1990", "1990-03-02" },
    { CAB_DATE_ORDER_MDY, 0, "12/31/1990", "1990-12-31" },
    { CAB_DATE_ORDER_MDY, 0, "31/12/1990", NULL },
    { CAB_DATE_ORDER_MDY, 0, "3.2.1990", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date
          = cab_date_order_parse (cases[i].order, cases[i].text, cases[i].century);

      if (g_strcmp0 (date, cases[i].date) != 0)
        g_error ("‘%s’: %s instead of %s", cases[i].text, date, cases[i].date);
    }
}

/* [B-82] decided for the whole column, asked when two readings fit, never guessed */
static void
test_decides_for_the_column (void)
{
  static const struct
  {
    const char *values;
    CabDateOrder order;
    gboolean has_short_years;
  } cases[] = {
    { "1990-03-02 1991-12-31", CAB_DATE_ORDER_YMD, FALSE },
    { "2/3/1990 13/3/1990", CAB_DATE_ORDER_DMY, FALSE },
    { "2/3/1990 3/13/1990", CAB_DATE_ORDER_MDY, FALSE },
    { "2.3.1990", CAB_DATE_ORDER_DMY, FALSE },
    { "2/3/1990 4/5/1990", CAB_DATE_ORDER_UNKNOWN, FALSE },
    { "2/2/1990", CAB_DATE_ORDER_UNKNOWN, FALSE },
    { "13/3/90", CAB_DATE_ORDER_DMY, TRUE },
    { "13/3/90 14/3/1990", CAB_DATE_ORDER_DMY, TRUE },
    { "31/02/1990 13/3/1990 2/3/1990", CAB_DATE_ORDER_DMY, FALSE },
    { "unknown 1990-01-01", CAB_DATE_ORDER_YMD, FALSE },
    { "unknown soon", CAB_DATE_ORDER_YMD, FALSE },
    { "", CAB_DATE_ORDER_YMD, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) values = g_strsplit (cases[i].values, " ", -1);
      gboolean has_short_years;
      CabDateOrder order = cab_date_order_decide ((const char *const *)values,
                                                  g_strv_length (values), &has_short_years);

      if (order != cases[i].order || has_short_years != cases[i].has_short_years)
        g_error ("‘%s’: %d", cases[i].values, order);
    }
}

/* [B-82] names of orders are found both ways */
static void
test_names_are_found (void)
{
  for (int order = CAB_DATE_ORDER_YMD; order <= CAB_DATE_ORDER_MDY; order++)
    g_assert_cmpint (cab_date_order_find (cab_date_order_get_name (order)), ==, order);
  g_assert_cmpint (cab_date_order_find ("ydm"), ==, CAB_DATE_ORDER_UNKNOWN);
  g_assert_cmpint (cab_date_order_find (NULL), ==, CAB_DATE_ORDER_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/date-order/parses-in-one-order", test_parses_in_one_order);
  g_test_add_func ("/exporter/date-order/decides-for-the-column", test_decides_for_the_column);
  g_test_add_func ("/exporter/date-order/names-are-found", test_names_are_found);
  return g_test_run ();
}
