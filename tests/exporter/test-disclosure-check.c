/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-disclosure-check.h"

#include "cab-disclosure-row.h"
#include "cab-test-bundle.h"

/* A bundle for the client in a folder that is called @name. */
static CabBundleResult *
make_bundle (CabTestBundle *self, const char *name)
{
  g_autofree char *path = cab_test_folder_dup_path (&self->test.folder, name);
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (self, CAB_BUNDLE_PROFILE_ACCESS, path);

  return cab_test_export (&self->test, scope);
}

static CabDisclosureCheck *
check (CabPractice *practice, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabBundleSource) source = cab_bundle_source_open (path, NULL, &error);
  CabDisclosureCheck *found;

  g_assert_no_error (error);
  found = cab_disclosure_check_bundle (practice, source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return found;
}

/* [B-72], [W-98] the very bundle that went out is known; one of the same client that went out at
 * another time is that one and no other; a copy in which a file was changed is known and at fault
 */
static void
test_copies (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleResult) first = make_bundle (&self, "first");
  g_autoptr (CabBundleResult) second = NULL;
  g_autoptr (CabDisclosureCheck) whole = NULL;
  g_autoptr (CabDisclosureCheck) other = NULL;
  g_autoptr (CabDisclosureCheck) changed = NULL;
  g_autofree char *record = g_build_filename (first->path, "data", "record.xml", NULL);
  g_autoptr (GError) error = NULL;

  whole = check (self.test.practice, first->path);
  g_assert_cmpuint (whole->faults->len, ==, 0);
  g_assert_cmpuint (whole->disclosures->len, ==, 1);
  g_assert_cmpstr (cab_row_get_text (whole->disclosures->pdata[0], CAB_DISCLOSURE_ROW_ID), ==,
                   first->disclosure_id);

  second = make_bundle (&self, "second");
  other = check (self.test.practice, second->path);
  g_assert_cmpuint (other->disclosures->len, ==, 1);
  g_assert_cmpstr (cab_row_get_text (other->disclosures->pdata[0], CAB_DISCLOSURE_ROW_ID), ==,
                   second->disclosure_id);

  g_file_set_contents (record, "<record/>", -1, &error);
  g_assert_no_error (error);
  changed = check (self.test.practice, first->path);
  g_assert_cmpuint (changed->faults->len, >, 0);
  g_assert_cmpuint (changed->disclosures->len, ==, 1);
}

/* [B-72] a bundle that was handed to nobody is whole, and not in the register */
static void
test_unknown (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autofree char *path = cab_test_folder_dup_path (&self.test.folder, "archive");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_PRACTICE, path);
  g_autoptr (CabBundleResult) archive = cab_test_export (&self.test, scope);
  g_autoptr (CabDisclosureCheck) found = check (self.test.practice, archive->path);

  g_assert_cmpuint (found->faults->len, ==, 0);
  g_assert_cmpuint (found->disclosures->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disclosure-check/copies", test_copies);
  g_test_add_func ("/disclosure-check/unknown", test_unknown);

  return g_test_run ();
}
