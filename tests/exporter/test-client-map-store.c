/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-map-store.h"

#include "cab-test-practice.h"

static void
save (CabTestPractice *test, const char *name, const char *heading, const char *target)
{
  g_autoptr (CabClientMap) map = cab_client_map_new (name);
  g_autoptr (GError) error = NULL;

  cab_client_map_set_target (map, heading, target);
  g_assert_true (cab_client_map_save (map, test->practice, &error));
  g_assert_no_error (error);
}

/* [B-80] a map is kept under its name, in the practice, and is there after it was closed */
static void
test_kept (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabClientMap) map = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  save (&test, "Old system", "Rufname", "preferred_name");
  save (&test, "Another", "Rufname", "given_name");
  cab_test_practice_reopen (&test, CAB_VAULT_OPEN_NORMAL);

  names = cab_client_map_list (test.practice, &error);
  g_assert_no_error (error);
  g_assert_cmpstrv (names, ((const char *const[]){ "Another", "Old system", NULL }));

  map = cab_client_map_load (test.practice, "Old system", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cab_client_map_get_name (map), ==, "Old system");
  g_assert_cmpstr (cab_client_map_get_target (map, "RUFNAME"), ==, "preferred_name");
}

/* [B-80] the built-in map is never written over, and a name that is not kept begins anew */
static void
test_not_kept (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabClientMap) map = NULL;
  g_autoptr (CabClientMap) other = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  save (&test, NULL, "Surname", "leave");
  names = cab_client_map_list (test.practice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 0);

  map = cab_client_map_load (test.practice, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cab_client_map_get_target (map, "Surname"), ==, "family_name");
  other = cab_client_map_load (test.practice, "Unheard of", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cab_client_map_get_name (other), ==, "Unheard of");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/client-map-store/kept", test_kept);
  g_test_add_func ("/exporter/client-map-store/not-kept", test_not_kept);

  return g_test_run ();
}
