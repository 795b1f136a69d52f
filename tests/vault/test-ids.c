/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-ids.h"

#include <string.h>

/* [M-5] an id is a random UUID: 36 characters, version 4, and never the same twice */
static void
test_random_ids_are_uuids (void)
{
  g_autoptr (CabIds) ids = cab_ids_new_random ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *id = cab_ids_dup_id (ids);

      g_assert_true (cab_ids_is_id (id));
      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpint (id[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", id[19]));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_counted_ids_repeat_and_sort (void)
{
  static const struct
  {
    guint64 seed;
    const char *first;
    const char *second;
  } cases[] = {
    { 0, "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002" },
    { 7, "00000000-0000-4000-8007-000000000001", "00000000-0000-4000-8007-000000000002" },
    { G_GUINT64_CONSTANT (0x123456789abcdef0), "00123456-789a-4bcd-8ef0-000000000001",
      "00123456-789a-4bcd-8ef0-000000000002" },
    { G_MAXUINT64, "00ffffff-ffff-4fff-8fff-000000000001", "00ffffff-ffff-4fff-8fff-000000000002" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabIds) ids = cab_ids_new_counted (cases[i].seed);
      g_autoptr (CabIds) same = cab_ids_ref (ids);
      g_autofree char *first = cab_ids_dup_id (ids);
      g_autofree char *second = NULL;
      guint8 bytes[8];

      cab_ids_fill (ids, bytes, sizeof bytes);
      second = cab_ids_dup_id (same);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (second, ==, cases[i].second);
      g_assert_true (cab_ids_is_id (first));
    }
}

static void
test_counted_bytes_repeat (void)
{
  g_autoptr (CabIds) one = cab_ids_new_counted (1);
  g_autoptr (CabIds) same = cab_ids_new_counted (1);
  g_autoptr (CabIds) other = cab_ids_new_counted (2);
  guint8 a[64];
  guint8 b[64];
  guint8 c[64];
  guint8 next[64];

  cab_ids_fill (one, a, sizeof a);
  cab_ids_fill (same, b, sizeof b);
  cab_ids_fill (other, c, sizeof c);
  cab_ids_fill (one, next, sizeof next);
  g_assert_cmpmem (a, sizeof a, b, sizeof b);
  g_assert_cmpint (memcmp (a, c, sizeof a), !=, 0);
  g_assert_cmpint (memcmp (a, next, sizeof a), !=, 0);
}

static void
test_random_bytes_differ (void)
{
  g_autoptr (CabIds) ids = cab_ids_new_random ();
  guint8 a[32] = { 0 };
  guint8 b[32] = { 0 };

  cab_ids_fill (ids, a, sizeof a);
  cab_ids_fill (ids, b, sizeof b);
  g_assert_cmpint (memcmp (a, b, sizeof a), !=, 0);
  cab_ids_fill (ids, a, 0);
}

/* Every answer comes about as often as the others, from both kinds of source; 5 standard
 * deviations either way, so the random one fails once in millions of runs. */
static void
test_uniform_favours_nobody (void)
{
  CabIds *sources[] = { cab_ids_new_counted (3), cab_ids_new_random () };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      guint counts[7] = { 0 };

      for (guint n = 0; n < 7000; n++)
        counts[cab_ids_get_uniform (sources[i], 7)]++;
      for (guint k = 0; k < 7; k++)
        {
          g_assert_cmpuint (counts[k], >, 1000 - 147);
          g_assert_cmpuint (counts[k], <, 1000 + 147);
        }
      g_assert_cmpuint (cab_ids_get_uniform (sources[i], 1), ==, 0);
      cab_ids_unref (sources[i]);
    }
}

static void
test_shape_of_an_id (void)
{
  static const struct
  {
    const char *text;
    gboolean is_id;
  } cases[] = {
    { "00000000-0000-4000-8000-000000000001", TRUE },
    { "c7f1a0de-93ab-8c11-b2b4-0123456789ab", TRUE },
    { NULL, FALSE },
    { "", FALSE },
    { "00000000-0000-4000-8000-00000000000", FALSE },
    { "00000000-0000-4000-8000-0000000000012", FALSE },
    { "00000000-0000-4000-8000-00000000000A", FALSE },
    { "00000000-0000-4000-8000-00000000000g", FALSE },
    { "00000000_0000-4000-8000-000000000001", FALSE },
    { "000000000000-4000-8000-0000-00000001", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cab_ids_is_id (cases[i].text) != cases[i].is_id)
      g_error ("“%s” is judged wrongly", cases[i].text);
}

/* [B-4] bytes written as an id: version and variant replace the bits that stood there */
static void
test_text_of_bytes (void)
{
  static const guint8 zeros[16] = { 0 };
  guint8 ones[16];
  g_autofree char *lowest = cab_ids_dup_text (zeros, 8);
  g_autofree char *highest = NULL;

  memset (ones, 0xff, sizeof ones);
  highest = cab_ids_dup_text (ones, 4);
  g_assert_cmpstr (lowest, ==, "00000000-0000-8000-8000-000000000000");
  g_assert_cmpstr (highest, ==, "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/ids/random-ids-are-uuids", test_random_ids_are_uuids);
  g_test_add_func ("/vault/ids/counted-ids-repeat-and-sort", test_counted_ids_repeat_and_sort);
  g_test_add_func ("/vault/ids/counted-bytes-repeat", test_counted_bytes_repeat);
  g_test_add_func ("/vault/ids/random-bytes-differ", test_random_bytes_differ);
  g_test_add_func ("/vault/ids/uniform-favours-nobody", test_uniform_favours_nobody);
  g_test_add_func ("/vault/ids/shape-of-an-id", test_shape_of_an_id);
  g_test_add_func ("/vault/ids/text-of-bytes", test_text_of_bytes);
  return g_test_run ();
}
