/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-value.h"

#include <math.h>
#include <string.h>

#define N_SAMPLES 11

/* One value of each kind that is easily taken for another. */
static void
fill_samples (CabValue *samples)
{
  g_autoptr (GBytes) no_bytes = g_bytes_new ("", 0);
  g_autoptr (GBytes) bytes = g_bytes_new ("a\0b", 3);
  g_autoptr (GBytes) other_bytes = g_bytes_new ("a\0c", 3);

  memset (samples, 0, N_SAMPLES * sizeof (CabValue));
  cab_value_set_integer (&samples[1], 0);
  cab_value_set_integer (&samples[2], G_MININT64);
  cab_value_set_real (&samples[3], 0.0);
  cab_value_set_real (&samples[4], -0.0);
  cab_value_set_real (&samples[5], NAN);
  cab_value_set_text (&samples[6], "");
  cab_value_set_text (&samples[7], "0");
  cab_value_set_bytes (&samples[8], no_bytes);
  cab_value_set_bytes (&samples[9], bytes);
  cab_value_set_bytes (&samples[10], other_bytes);
}

/* [M-2] the values of the five column types are told apart */
static void
test_equal_means_same_type_and_content (void)
{
  CabValue samples[N_SAMPLES];

  fill_samples (samples);
  for (guint i = 0; i < N_SAMPLES; i++)
    for (guint j = 0; j < N_SAMPLES; j++)
      if (cab_value_equal (&samples[i], &samples[j]) != (i == j))
        g_error ("samples %u and %u compare wrongly", i, j);
  for (guint i = 0; i < N_SAMPLES; i++)
    cab_value_clear (&samples[i]);
}

static void
test_copy_owns_what_it_holds (void)
{
  CabValue samples[N_SAMPLES];

  fill_samples (samples);
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      CabValue copy = CAB_VALUE_INIT;

      cab_value_set_text (&copy, "what it held before");
      cab_value_copy (&copy, &samples[i]);
      g_assert_true (cab_value_equal (&copy, &samples[i]));
      cab_value_copy (&copy, &copy);
      g_assert_true (cab_value_equal (&copy, &samples[i]));
      if (copy.type == CAB_VALUE_TEXT)
        g_assert_true (copy.text != samples[i].text);
      cab_value_clear (&samples[i]);
      g_assert_cmpint (samples[i].type, ==, CAB_VALUE_NONE);
      cab_value_clear (&copy);
    }
}

static void
test_setting_its_own_content_keeps_it (void)
{
  g_auto (CabValue) value = CAB_VALUE_INIT;
  g_autoptr (GBytes) bytes = g_bytes_new ("abc", 3);

  cab_value_set_text (&value, "text");
  cab_value_set_text (&value, value.text);
  g_assert_cmpstr (value.text, ==, "text");
  cab_value_set_bytes (&value, bytes);
  g_clear_pointer (&bytes, g_bytes_unref);
  cab_value_set_bytes (&value, value.bytes);
  g_assert_cmpuint (g_bytes_get_size (value.bytes), ==, 3);
}

static void
test_null_sets_nothing (void)
{
  g_auto (CabValue) value = CAB_VALUE_INIT;

  cab_value_set_text (&value, "text");
  cab_value_set_text (&value, NULL);
  g_assert_cmpint (value.type, ==, CAB_VALUE_NONE);
  cab_value_set_integer (&value, 5);
  cab_value_set_bytes (&value, NULL);
  g_assert_cmpint (value.type, ==, CAB_VALUE_NONE);
  cab_value_take_text (&value, g_strdup ("given away"));
  g_assert_cmpstr (value.text, ==, "given away");
  cab_value_set_none (&value);
  g_assert_cmpint (value.type, ==, CAB_VALUE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/value/equal-means-same-type-and-content",
                   test_equal_means_same_type_and_content);
  g_test_add_func ("/vault/value/copy-owns-what-it-holds", test_copy_owns_what_it_holds);
  g_test_add_func ("/vault/value/setting-its-own-content-keeps-it",
                   test_setting_its_own_content_keeps_it);
  g_test_add_func ("/vault/value/null-sets-nothing", test_null_sets_nothing);
  return g_test_run ();
}
