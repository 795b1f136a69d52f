/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle-plan.h"

#include <string.h>

#include "cab-export-error.h"
#include "cab-test-bundle.h"

#define CANARY "Quetzalcoatl"

static int
count (CabTestBundle *self, const CabBundleScope *scope, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabBundlePlan) plan = cab_bundle_plan_new (self->test.practice, scope, NULL, &error);

  g_assert_no_error (error);
  return (int)cab_bundle_plan_get_count (plan, cab_kind_find (kind));
}

static CabBundleScope *
make_scope (CabTestBundle *self, CabBundleProfile profile, const char *first, const char *last)
{
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (self, profile, "/");
  g_autoptr (GError) error = NULL;

  cab_bundle_scope_set_period (scope, first, last, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&scope);
}

static void
add_disclosure (CabTestBundle *self, const char *instant)
{
  g_autoptr (CabRecord) disclosure = cab_test_save (
      &self->test, "disclosure", "client_id", self->client_id, "disclosed_at", instant,
      "direction_kind", "to-third-party", "recipient_name", "Court", "what", "Dates.",
      "purpose_text", "Order.", "ground", "law", "channel", "post", "encryption", "paper", NULL);
}

/* [W-97] [B-1] a record of another time stays, with its versions; its own first and last day go */
static void
test_notes (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    int n;
  } cases[] = {
    { "2019", "2019", 3 },
    { "2019-03-31", NULL, 2 },
    { "2019-03-31", "2019-03-31", 1 },
    { "2019-04-01", "2019-11-29", 0 },
    { NULL, "2019-03-31", 2 },
    { NULL, "2018", 0 },
    { "2019-11", "2019-11", 1 },
  };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabRecord) first
      = cab_test_add_note (&self.test, self.client_id, "2019-01-01T00:00", "Began.");
  g_autoptr (CabRecord) second
      = cab_test_add_note (&self.test, self.client_id, "2019-03-31T23:59", "Went on.");
  g_autoptr (CabRecord) third
      = cab_test_add_note (&self.test, self.client_id, "2019-11-30T10:00", "Ended.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabBundleScope) scope
          = make_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, cases[i].first, cases[i].last);
      int n_later = cases[i].last == NULL ? 1 : 0; /* the practice's own note, of 2026 */

      g_assert_cmpint (count (&self, scope, "note"), ==, cases[i].n + n_later);
      g_assert_cmpint (count (&self, scope, "note-version"), >=, cases[i].n);
      g_assert_cmpint (count (&self, scope, "client"), ==, 1);
    }
}

/* [W-97] an instant is of the day that the practice's clock showed */
static void
test_zone (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleScope) may
      = make_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, "2025-05", "2025-05");
  g_autoptr (CabBundleScope) june
      = make_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, "2025-06", "2025-06");

  add_disclosure (&self, "2025-05-31T23:30:00Z"); /* 00:30 on 1 June in London */
  g_assert_cmpint (count (&self, may, "disclosure"), ==, 0);
  g_assert_cmpint (count (&self, june, "disclosure"), ==, 1);
}

/* [B-1] six years are what the list of disclosures goes back when nobody says more */
static void
test_disclosures (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleScope) six = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_DISCLOSURES, "/");
  g_autoptr (CabBundleScope) all = make_scope (&self, CAB_BUNDLE_PROFILE_DISCLOSURES, "2010", NULL);
  int before = count (&self, six, "disclosure");

  add_disclosure (&self, "2012-05-31T10:00:00Z");
  g_assert_cmpint (count (&self, six, "disclosure"), ==, before);
  g_assert_cmpint (count (&self, all, "disclosure"), ==, before + 1);
}

/* [W-97] what is being written and is no note yet is of the day on which it was typed */
static void
test_draft (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleScope) past = make_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, NULL, "2025");
  g_autoptr (CabBundleScope) now = make_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, "2026", NULL);

  g_assert_cmpint (count (&self, past, "draft"), ==, 0);
  g_assert_cmpint (count (&self, now, "draft"), ==, 1);
}

/* [W-97] what was done with the record at another time is not told either */
static void
test_activity (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleScope) past = make_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, NULL, "2025");
  g_autoptr (CabBundleScope) now = make_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, "2026", NULL);

  g_assert_cmpint (count (&self, past, "audit"), ==, 0);
  g_assert_cmpint (count (&self, now, "audit"), >, 0);
}

/* [W-97] a transfer of a period is a bundle that can be taken in: nothing in it refers to what
 * stayed behind */
static void
test_transfer (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autofree char *target = cab_test_folder_dup_path (&self.test.folder, "transfer");
  g_autoptr (CabRecord) before
      = cab_test_add_note (&self.test, self.client_id, "2019-01-01T10:00", CANARY);
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, target);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cab_bundle_scope_set_ground (scope, "subject-request", &error);
  g_assert_no_error (error);
  cab_bundle_scope_set_period (scope, "2026-02-20", NULL, &error);
  g_assert_no_error (error);
  result = cab_test_export (&self.test, scope);
  cab_test_assert_no_bytes (result->path, CANARY);
}

/* [W-97] nothing of another time is anywhere in the bundle, and its first page says of which
 * time it is */
static void
test_bundle (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autofree char *target = cab_test_folder_dup_path (&self.test.folder, "march");
  g_autoptr (CabRecord) before
      = cab_test_add_note (&self.test, self.client_id, "2019-01-01T10:00", CANARY);
  g_autoptr (CabRecord) within
      = cab_test_add_note (&self.test, self.client_id, "2019-03-01T10:00", "Within.");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, target);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const pages[] = { "00-READ-ME-FIRST.html", "data/record.html" };

  cab_bundle_scope_set_period (scope, "2019-02-01", "2019-03-31", &error);
  g_assert_no_error (error);
  result = cab_test_export (&self.test, scope);
  cab_test_assert_no_bytes (result->path, CANARY);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *page = cab_test_read (result->path, pages[i], NULL);

      g_assert_nonnull (strstr (page, "of the time from 1 February 2019 to 31 March 2019"));
    }
}

/* [W-97] what is no period is refused, and changes nothing */
static void
test_refused (void)
{
  static const struct
  {
    const char *first;
    const char *last;
  } cases[] = { { "2019-02-30", NULL }, { NULL, "yesterday" }, { "2019-02-01", "2019-01" } };
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_ACCESS);
  g_autoptr (CabBundleScope) practice = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_PRACTICE);
  g_autoptr (GError) refusal = NULL;

  g_assert_true (cab_bundle_scope_set_period (scope, "2018", "2018-06", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cab_bundle_scope_set_period (scope, cases[i].first, cases[i].last, &error));
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_PERIOD);
    }
  g_assert_cmpstr (cab_bundle_scope_get_first_day (scope), ==, "2018-01-01");
  g_assert_cmpstr (cab_bundle_scope_get_last_day (scope), ==, "2018-06-30");

  g_assert_false (cab_bundle_scope_set_period (practice, "2019", NULL, &refusal));
  g_assert_error (refusal, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_PERIOD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-period/notes", test_notes);
  g_test_add_func ("/bundle-period/zone", test_zone);
  g_test_add_func ("/bundle-period/disclosures", test_disclosures);
  g_test_add_func ("/bundle-period/draft", test_draft);
  g_test_add_func ("/bundle-period/activity", test_activity);
  g_test_add_func ("/bundle-period/transfer", test_transfer);
  g_test_add_func ("/bundle-period/bundle", test_bundle);
  g_test_add_func ("/bundle-period/refused", test_refused);

  return g_test_run ();
}
