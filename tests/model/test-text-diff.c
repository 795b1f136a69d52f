/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-text-diff.h"

#include <string.h>

/* `[-removed-]` and `{+added+}`, as a person would mark it */
static char *
dup_marked (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) runs = cab_text_diff (old_text, new_text);
  g_autoptr (GString) marked = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const CabDiffRun *run = &g_array_index (runs, CabDiffRun, i);

      switch (run->type)
        {
        case CAB_DIFF_SAME:
          g_string_append_len (marked, new_text + run->new_start, (gssize)run->new_length);
          break;
        case CAB_DIFF_REMOVED:
          g_string_append (marked, "[-");
          g_string_append_len (marked, old_text + run->old_start, (gssize)run->old_length);
          g_string_append (marked, "-]");
          break;
        case CAB_DIFF_ADDED:
          g_string_append (marked, "{+");
          g_string_append_len (marked, new_text + run->new_start, (gssize)run->new_length);
          g_string_append (marked, "+}");
          break;
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&marked));
}

/* [W-80] words by Unicode's rules */
static void
test_words (void)
{
  static const struct
  {
    const char *old_text, *new_text, *marked;
  } cases[] = {
    { "", "", "" },
    { "same", "same", "same" },
    { "", "new", "{+new+}" },
    { "old", "", "[-old-]" },
    { "She slept well.", "She slept badly.", "She slept [-well-]{+badly+}." },
    { "one two three", "one three", "one [-two -]three" },
    { "it isn't so", "it is so", "it [-isn't-]{+is+} so" },
    { "7.5 hours", "7.0 hours", "[-7.5-]{+7.0+} hours" },
    { "na\xC3\xAFve", "naive", "[-na\xC3\xAFve-]{+naive+}" },
    { "E\xCC\x81va came", "Eva came", "[-E\xCC\x81va-]{+Eva+} came" },
    { "\xE6\x9D\xB1\xE4\xBA\xAC\xE9\x83\xBD", "\xE6\x9D\xB1\xE9\x83\xBD",
      "\xE6\x9D\xB1[-\xE4\xBA\xAC-]\xE9\x83\xBD" },
    { "a\nb\n", "a\n\nb\n", "a\n{+\n+}b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = dup_marked (cases[i].old_text, cases[i].new_text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

/* The promises of CabDiffRun, for any two texts. */
static void
assert_sound (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) runs = cab_text_diff (old_text, new_text);
  gsize old_at = 0;
  gsize new_at = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const CabDiffRun *run = &g_array_index (runs, CabDiffRun, i);

      g_assert_cmpuint (run->old_start, ==, old_at);
      g_assert_cmpuint (run->new_start, ==, new_at);
      old_at += run->old_length;
      new_at += run->new_length;
      g_assert_true (g_utf8_validate (old_text + run->old_start, (gssize)run->old_length, NULL));
      g_assert_true (g_utf8_validate (new_text + run->new_start, (gssize)run->new_length, NULL));
      if (i > 0)
        g_assert_cmpint (run->type, !=, g_array_index (runs, CabDiffRun, i - 1).type);
      switch (run->type)
        {
        case CAB_DIFF_SAME:
          g_assert_cmpuint (run->old_length, >, 0);
          g_assert_cmpmem (old_text + run->old_start, run->old_length, new_text + run->new_start,
                           run->new_length);
          break;
        case CAB_DIFF_REMOVED:
          g_assert_cmpuint (run->old_length, >, 0);
          g_assert_cmpuint (run->new_length, ==, 0);
          break;
        case CAB_DIFF_ADDED:
          g_assert_cmpuint (run->new_length, >, 0);
          g_assert_cmpuint (run->old_length, ==, 0);
          break;
        }
    }

  g_assert_cmpuint (old_at, ==, strlen (old_text));
  g_assert_cmpuint (new_at, ==, strlen (new_text));
}

static char *
dup_random_text (guint n_words)
{
  static const char *const words[] = { "we",  " ",  "talked", ". ", "isn't", "\n", "E\xCC\x81va",
                                       "7.5", "\t", "\xE6\x9D\xB1", "\xF0\x9F\x98\x80", "a" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

/* [W-80] for any two texts the runs give both of them back, on the borders of
 * characters, alike where they say so */
static void
test_property (void)
{
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *old_text = dup_random_text ((guint)g_test_rand_int_range (0, 40));
      g_autofree char *new_text = dup_random_text ((guint)g_test_rand_int_range (0, 40));

      assert_sound (old_text, new_text);
      assert_sound (old_text, old_text);
    }
}

static char *
dup_lines (guint n_lines, guint words_each, guint changed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    {
      for (guint j = 0; j < words_each; j++)
        g_string_append_printf (text, "w%u ", i == changed && j == 1 ? 999999 : i * words_each + j);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* [W-80] above 20,000 words by paragraph; two texts with nothing in common are
 * replaced as a whole and cost no search without end */
static void
test_long (void)
{
  g_autofree char *old_text = dup_lines (1000, 25, G_MAXUINT);
  g_autofree char *new_text = dup_lines (1000, 25, 500);
  g_autofree char *short_old = dup_lines (10, 25, G_MAXUINT);
  g_autofree char *short_new = dup_lines (10, 25, 5);
  g_autofree char *strange = g_strnfill (20000, 'x');
  g_autoptr (GArray) runs = cab_text_diff (old_text, new_text);
  g_autoptr (GArray) short_runs = cab_text_diff (short_old, short_new);
  g_autoptr (GString) other = g_string_new (NULL);
  const CabDiffRun *run;

  g_assert_cmpuint (runs->len, ==, 4);
  run = &g_array_index (runs, CabDiffRun, 1);
  g_assert_cmpuint (old_text[run->old_start + run->old_length - 1], ==, '\n');
  g_assert_cmpuint (short_runs->len, ==, 4);
  run = &g_array_index (short_runs, CabDiffRun, 1);
  g_assert_cmpuint (run->old_length, ==, strlen ("w126"));

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (other, "%c-", (char)('a' + i % 26));
  assert_sound (short_old, other->str);
  assert_sound (strange, other->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-diff/words", test_words);
  g_test_add_func ("/text-diff/property", test_property);
  g_test_add_func ("/text-diff/long", test_long);

  return g_test_run ();
}
