/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle-scope.h"

#include "cab-export-error.h"

/* [M-55] the ground and the channel are codes of the disclosure, with defaults */
static void
test_ground_and_channel_have_defaults (void)
{
  static const struct
  {
    CabBundleProfile profile;
    const char *ground;
  } cases[] = {
    { CAB_BUNDLE_PROFILE_ACCESS, "subject-request" },
    { CAB_BUNDLE_PROFILE_TRANSFER, "consent" },
    { CAB_BUNDLE_PROFILE_DISCLOSURES, "subject-request" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (cases[i].profile);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (cab_bundle_scope_get_ground (scope), ==, cases[i].ground);
      g_assert_cmpstr (cab_bundle_scope_get_channel (scope), ==, "other");
      g_assert_false (cab_bundle_scope_set_ground (scope, "friendship", &error));
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_GROUND);
      g_clear_error (&error);
      g_assert_false (cab_bundle_scope_set_channel (scope, "pigeon", &error));
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_CHANNEL);
      g_assert_true (cab_bundle_scope_set_ground (scope, "court-order", NULL));
      g_assert_true (cab_bundle_scope_set_ground (scope, NULL, NULL));
      g_assert_cmpstr (cab_bundle_scope_get_ground (scope), ==, cases[i].ground);
    }
}

/* [B-5] a transfer takes the kinds that were ticked, each with what hangs on it */
static void
test_kinds_bring_what_hangs_on_them (void)
{
  static const struct
  {
    const char *kind;
    gboolean taken;
  } cases[] = {
    { "client", TRUE },        { "note", TRUE },          { "note-version", TRUE },
    { "addendum", TRUE },      { "clinician", TRUE },     { "contact", TRUE },
    { "mood-entry", FALSE },   { "mood-emotion", FALSE }, { "consent", TRUE },
    { "consent-event", TRUE }, { "process-note", FALSE }, { "process-note-version", FALSE },
  };
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_TRANSFER);
  g_autoptr (CabBundleScope) copy = NULL;

  g_assert_true (cab_bundle_scope_takes_kind (scope, cab_kind_find ("mood-entry")));
  g_assert_true (cab_bundle_scope_set_kinds (scope, "note,consents", NULL));
  copy = cab_bundle_scope_copy (scope);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cab_bundle_scope_takes_kind (copy, cab_kind_find (cases[i].kind)) != cases[i].taken)
        g_error ("%s", cases[i].kind);
    }
  g_assert_true (cab_bundle_scope_set_kinds (scope, "all", NULL));
  g_assert_true (cab_bundle_scope_takes_kind (scope, cab_kind_find ("mood-entry")));
}

/* [B-5] what cannot be ticked is refused by name, and only a transfer is asked */
static void
test_kinds_refuse_other_words (void)
{
  static const char *const wrong[]
      = { "unicorn", "note,unicorn", "note-version", "clinician", "practice", "audit", "" };
  g_autoptr (CabBundleScope) access = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_ACCESS);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_TRANSFER);
      g_autoptr (GError) refusal = NULL;

      if (cab_bundle_scope_set_kinds (scope, wrong[i], &refusal))
        g_error ("%s is taken", wrong[i]);
      g_assert_error (refusal, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_KIND);
      g_assert_true (cab_bundle_scope_takes_kind (scope, cab_kind_find ("client")));
    }

  g_assert_false (cab_bundle_scope_set_kinds (access, "note", &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_KIND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-scope/ground-and-channel-have-defaults",
                   test_ground_and_channel_have_defaults);
  g_test_add_func ("/bundle-scope/kinds-bring-what-hangs-on-them",
                   test_kinds_bring_what_hangs_on_them);
  g_test_add_func ("/bundle-scope/kinds-refuse-other-words", test_kinds_refuse_other_words);

  return g_test_run ();
}
