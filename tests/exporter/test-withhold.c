/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-withhold.h"

#include "cab-bundle-scope.h"
#include "cab-export-error.h"
#include "cab-practice-settings.h"

/* every code of the table is there, once, with law and words */
static void
test_every_ground_of_the_table (void)
{
  static const char names[]
      = "uk-third-party uk-serious-harm uk-expectation uk-court uk-child-abuse uk-privilege "
        "eu-others eu-national hipaa-psychotherapy-note hipaa-proceedings hipaa-inmate "
        "hipaa-research hipaa-confidential-source hipaa-endanger hipaa-harm-other "
        "hipaa-representative other-member licence damaged not-identified unfounded-excessive "
        "not-covered";
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  guint n = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      const CabWithholdGround *ground = cab_withhold_find (list[i]);

      if (ground == NULL)
        g_error ("%s has no row", list[i]);
      g_assert_nonnull (ground->label);
      g_assert_nonnull (ground->law);
      if (ground->jurisdiction != NULL)
        g_assert_cmpint (cab_codes_find (&cab_jurisdiction_codes, ground->jurisdiction), >=, 0);
    }
  while (cab_withhold_grounds[n].code != NULL)
    n++;
  g_assert_cmpuint (n, ==, g_strv_length (list));
  g_assert_null (cab_withhold_find ("because"));
}

/* a ground is offered where its law holds, for the right it limits */
static void
test_ground_fits_jurisdiction_and_right (void)
{
  static const struct
  {
    const char *ground;
    const char *jurisdiction;
    CabBundleProfile profile;
    gboolean fits;
  } cases[] = {
    { "uk-third-party", "uk", CAB_BUNDLE_PROFILE_ACCESS, TRUE },
    { "uk-third-party", "eu", CAB_BUNDLE_PROFILE_ACCESS, FALSE },
    { "uk-third-party", "other", CAB_BUNDLE_PROFILE_ACCESS, TRUE },
    { "uk-third-party", "uk", CAB_BUNDLE_PROFILE_PORTABILITY, FALSE },
    { "uk-third-party", "uk", CAB_BUNDLE_PROFILE_TRANSFER, TRUE },
    { "eu-others", "eu", CAB_BUNDLE_PROFILE_PORTABILITY, TRUE },
    { "hipaa-endanger", "us-hipaa", CAB_BUNDLE_PROFILE_ACCESS, TRUE },
    { "hipaa-endanger", "uk", CAB_BUNDLE_PROFILE_ACCESS, FALSE },
    { "not-covered", "uk", CAB_BUNDLE_PROFILE_PORTABILITY, TRUE },
    { "damaged", "uk", CAB_BUNDLE_PROFILE_ACCESS, FALSE },
    { "licence", "uk", CAB_BUNDLE_PROFILE_ACCESS, FALSE },
    { "unfounded-excessive", "eu", CAB_BUNDLE_PROFILE_ACCESS, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cab_withhold_ground_fits (cab_withhold_find (cases[i].ground), cases[i].jurisdiction,
                                    cases[i].profile)
          != cases[i].fits)
        g_error ("%s in %s", cases[i].ground, cases[i].jurisdiction);
    }
}

/* [R-40] [B-60] what is no ground of a person's choosing is refused by name */
static void
test_scope_refuses_other_words (void)
{
  static const char id[] = "00000000-0000-4000-8000-000000000001";
  static const char *const wrong[] = { "because", "damaged", "licence", "not-identified", "" };
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_ACCESS);
  g_autoptr (CabBundleScope) whole = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_PRACTICE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) refusal = NULL;

      g_assert_false (cab_bundle_scope_add_withhold (scope, id, wrong[i], &refusal));
      g_assert_error (refusal, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_GROUND);
    }
  g_assert_true (cab_bundle_scope_add_withhold (scope, id, "uk-third-party", NULL));

  g_assert_false (cab_bundle_scope_add_withhold (whole, id, "uk-third-party", &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_WITHHOLD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/withhold/every-ground-of-the-table", test_every_ground_of_the_table);
  g_test_add_func ("/withhold/ground-fits-jurisdiction-and-right",
                   test_ground_fits_jurisdiction_and_right);
  g_test_add_func ("/withhold/scope-refuses-other-words", test_scope_refuses_other_words);

  return g_test_run ();
}
