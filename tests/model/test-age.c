/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-age.h"

/* [M-13] the birthday is counted from the latest day that the date allows */
static void
test_birthday (void)
{
  static const struct
  {
    const char *birth;
    int age;
    const char *birthday;
  } cases[] = {
    { "2008-05-17", 18, "2026-05-17" },  { "2008-05-17", 0, "2008-05-17" },
    { "2008-02-29", 18, "2026-03-01" },  { "2008-02-29", 20, "2028-02-29" },
    { "2000-02-29", 100, "2100-03-01" }, { "2008-02", 18, "2026-03-01" },
    { "2009-02", 18, "2027-02-28" },     { "2008-04", 18, "2026-04-30" },
    { "2008", 18, "2026-12-31" },        { "1999-12-31", 1, "2000-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *birthday = cab_age_dup_birthday (cases[i].birth, cases[i].age);

      g_test_message ("%s at %d", cases[i].birth, cases[i].age);
      g_assert_cmpstr (birthday, ==, cases[i].birthday);
    }
}

/* [M-13] a minor until the latest day, an adult from it on */
static void
test_below (void)
{
  static const struct
  {
    const char *birth;
    const char *on;
    gboolean below;
  } cases[] = {
    { "2008-02-29", "2026-02-28", TRUE }, { "2008-02-29", "2026-03-01", FALSE },
    { "2008-02", "2026-02-28", TRUE },    { "2008-02", "2026-03-01", FALSE },
    { "2008", "2026-12-30", TRUE },       { "2008", "2026-12-31", FALSE },
    { "2008-06-15", "2026-06-14", TRUE }, { "2008-06-15", "2026-06-15", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s on %s", cases[i].birth, cases[i].on);
      g_assert_cmpint (cab_age_is_below (cases[i].birth, 18, cases[i].on), ==, cases[i].below);
    }
}

/* [M-13] whole years, the fewest that the date allows */
static void
test_years (void)
{
  static const struct
  {
    const char *birth;
    const char *on;
    int years;
  } cases[] = {
    { "1980-03-02", "2026-03-01", 45 },  { "1980-03-02", "2026-03-02", 46 },
    { "1980", "2026-06-01", 45 },        { "2026-05", "2026-03-02", 0 },
    { "2027-01-01", "2026-03-02", 0 },   { "1896-03-02", "2026-03-02", 130 },
    { "1895-03-01", "2026-03-02", 131 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s on %s", cases[i].birth, cases[i].on);
      g_assert_cmpint (cab_age_get_years (cases[i].birth, cases[i].on), ==, cases[i].years);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/age/birthday-is-counted-from-the-latest-day", test_birthday);
  g_test_add_func ("/age/minor-until-the-latest-day", test_below);
  g_test_add_func ("/age/years-are-the-fewest-possible", test_years);

  return g_test_run ();
}
