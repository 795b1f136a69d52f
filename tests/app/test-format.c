/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-format.h"

typedef struct
{
  const char *name;
  const char *given;
  const char *expected;
} Case;

/* [W-137] */
static void
test_dates (void)
{
  static const Case cases[] = {
    { "a day", "2025-03-03", "3 March 2025" },
    { "a month", "2025-03", "March 2025" },
    { "a year", "2025", "2025" },
    { "a day that is not", "2025-02-30", "2025-02-30" },
    { "no date", "soon", "soon" },
    { "nothing", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cab_format_date (cases[i].given);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* [W-137] days in a line that the model worded */
static void
test_dates_in_line (void)
{
  static const Case cases[] = {
    { "a note", "Session, 2025-03-03", "Session, 3 March 2025" },
    { "two days", "2025-03-03 to 2025-04-04", "3 March 2025 to 4 April 2025" },
    { "no day", "Ann Archer, 12345-67-890", "Ann Archer, 12345-67-890" },
    { "nothing", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cab_format_dates (cases[i].given);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* [W-137] a local time is shown as it was, an instant in the practice's zone */
static void
test_times (void)
{
  g_autofree char *local = cab_format_local ("2025-07-03T18:02");
  g_autofree char *instant = cab_format_instant ("2025-07-03T18:02:00Z", "Europe/London");
  g_autofree char *time = cab_format_time ("2025-07-03T18:02:00Z", "Europe/London");
  g_autofree char *of_ms = cab_format_ms (1751565720000, "UTC");
  g_autofree char *weekday = cab_format_weekday ("2026-03-04");
  g_autofree char *month = cab_format_weekday ("2026-03");
  g_autofree char *when = cab_format_when (1751565720000, "Europe/London", "2025-07-03");
  g_autofree char *earlier = cab_format_when (1751565720000, "Europe/London", "2025-07-04");
  g_autofree char *nothing = cab_format_instant (NULL, "UTC");

  g_assert_cmpstr (local, ==, "3 July 2025, 18:02");
  g_assert_cmpstr (instant, ==, "3 July 2025, 19:02");
  g_assert_cmpstr (time, ==, "19:02");
  g_assert_cmpstr (of_ms, ==, "3 July 2025, 18:02");
  g_assert_cmpstr (weekday, ==, "Wednesday 4 March");
  g_assert_cmpstr (month, ==, "March 2026");
  g_assert_cmpstr (when, ==, "19:02");
  g_assert_cmpstr (earlier, ==, "3 July 2025");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/dates-in-line", test_dates_in_line);
  g_test_add_func ("/format/times", test_times);

  return g_test_run ();
}
