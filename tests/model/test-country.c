/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-country.h"

/* [M-32] country is a code of ISO 3166 */
static void
test_codes (void)
{
  static const struct
  {
    const char *text;
    gboolean is_code;
  } cases[] = {
    { "GB", TRUE },  { "AD", TRUE },   { "ZW", TRUE },  { "XK", TRUE },        { "UK", FALSE },
    { "gb", FALSE }, { "GBR", FALSE }, { "G", FALSE },  { "", FALSE },         { "D ", FALSE },
    { " A", FALSE }, { "ZZ", FALSE },  { "EU", FALSE }, { "\xc3\xa4", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (cab_country_is_code (cases[i].text), ==, cases[i].is_code);
    }
}

/* [M-32] the list is whole: 249 codes of the standard and Kosovo's */
static void
test_count (void)
{
  int n = 0;

  for (char first = 'A'; first <= 'Z'; first++)
    {
      for (char second = 'A'; second <= 'Z'; second++)
        {
          const char text[] = { first, second, '\0' };

          n += cab_country_is_code (text) ? 1 : 0;
        }
    }

  g_assert_cmpint (n, ==, 249 + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/country/knows-codes-in-capitals-only", test_codes);
  g_test_add_func ("/country/knows-250-codes", test_count);

  return g_test_run ();
}
