/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-overcollection.h"

#define NONE CAB_OVERCOLLECTION_NONE
#define CARD CAB_OVERCOLLECTION_CARD
#define IDENTITY CAB_OVERCOLLECTION_IDENTITY

/* [M-21] card-like numbers and national identity numbers are noticed */
static void
test_find (void)
{
  static const struct
  {
    const char *text;
    CabJurisdiction jurisdiction;
    CabOvercollection found;
  } cases[] = {
    { NULL, CAB_JURISDICTION_UK, NONE },
    { "", CAB_JURISDICTION_UK, NONE },
    { "4111 1111 1111 1111", CAB_JURISDICTION_UK, CARD },
    { "paid with 4111-1111-1111-1111.", CAB_JURISDICTION_OTHER, CARD },
    { "4111111111111112", CAB_JURISDICTION_UK, NONE },
    { "378282246310005", CAB_JURISDICTION_US_OTHER, CARD },
    { "411111111111", CAB_JURISDICTION_UK, NONE },
    { "4222222222222", CAB_JURISDICTION_UK, CARD },
    { "6304000000000000000", CAB_JURISDICTION_UK, CARD },
    { "63040000000000000000", CAB_JURISDICTION_UK, NONE },
    { "4111  1111 1111 1111", CAB_JURISDICTION_UK, NONE },
    { "020 7946 0000", CAB_JURISDICTION_UK, NONE },
    { "AB 12 34 56 C", CAB_JURISDICTION_UK, IDENTITY },
    { "nino: ab123456c", CAB_JURISDICTION_UK, IDENTITY },
    { "AB123456E", CAB_JURISDICTION_UK, NONE },
    { "QQ123456C", CAB_JURISDICTION_UK, NONE },
    { "AB123456CD", CAB_JURISDICTION_UK, NONE },
    { "XAB123456C", CAB_JURISDICTION_UK, NONE },
    { "AB123456C", CAB_JURISDICTION_EU, NONE },
    { "078-05-1120", CAB_JURISDICTION_US_HIPAA, IDENTITY },
    { "SSN (078-05-1120)", CAB_JURISDICTION_US_OTHER, IDENTITY },
    { "078-05-1120", CAB_JURISDICTION_UK, NONE },
    { "666-05-1120", CAB_JURISDICTION_US_HIPAA, NONE },
    { "000-05-1120", CAB_JURISDICTION_US_HIPAA, NONE },
    { "900-05-1120", CAB_JURISDICTION_US_HIPAA, NONE },
    { "078-00-1120", CAB_JURISDICTION_US_HIPAA, NONE },
    { "078-05-0000", CAB_JURISDICTION_US_HIPAA, NONE },
    { "12345678Z", CAB_JURISDICTION_EU, IDENTITY },
    { "12345678A", CAB_JURISDICTION_EU, NONE },
    { "1 84 12 76 451 089 46", CAB_JURISDICTION_EU, IDENTITY },
    { "184127645108947", CAB_JURISDICTION_EU, NONE },
    { "44051401359", CAB_JURISDICTION_EU, IDENTITY },
    { "44051401358", CAB_JURISDICTION_EU, NONE },
    { "RSSMRA85T10A562S", CAB_JURISDICTION_EU, IDENTITY },
    { "felt like 3 of 10 on 2026-03-02 at 09:30", CAB_JURISDICTION_EU, NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (cab_overcollection_find (cases[i].text, cases[i].jurisdiction), ==,
                       cases[i].found);
    }
}

/* [M-21] the warning says what it looks like and asks for no more */
static void
test_warning (void)
{
  g_assert_null (cab_overcollection_get_warning (NONE));
  g_assert_cmpstr (cab_overcollection_get_warning (CARD), ==,
                   "This looks like a card number. Keep only what you need.");
  g_assert_nonnull (cab_overcollection_get_warning (IDENTITY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overcollection/notices-numbers-better-not-kept", test_find);
  g_test_add_func ("/overcollection/warns-in-one-sentence", test_warning);

  return g_test_run ();
}
