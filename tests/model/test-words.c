/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-words.h"

#include <string.h>

/* [B-70] [V-6] 7,776 different words, sorted, of nothing but small letters and four hyphens */
static void
test_list_is_whole (void)
{
  guint n_hyphens = 0;

  g_assert_cmpstr (cab_words_get (0), ==, "abacus");
  g_assert_cmpstr (cab_words_get (CAB_N_WORDS - 1), ==, "zoom");
  for (guint i = 0; i < CAB_N_WORDS; i++)
    {
      const char *word = cab_words_get (i);

      if (strspn (word, "abcdefghijklmnopqrstuvwxyz-") != strlen (word) || strlen (word) < 3)
        g_error ("‘%s’ is no word", word);
      if (i > 0 && strcmp (cab_words_get (i - 1), word) >= 0)
        g_error ("‘%s’ is out of order", word);
      g_assert_cmpint (cab_words_find (word, strlen (word)), ==, (int)i);
      n_hyphens += strchr (word, '-') != NULL;
    }
  g_assert_cmpuint (n_hyphens, ==, 4);
}

/* [V-6] only whole words are found, in any case */
static void
test_finds_whole_words_only (void)
{
  static const char *const unknown[] = { "", "abacu", "abacuss", "aba", "zzz", "yo", "a\0b" };

  g_assert_cmpint (cab_words_find ("ABACUS", 6), ==, 0);
  g_assert_cmpint (cab_words_find ("abacusx", 6), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_cmpint (cab_words_find (unknown[i], strlen (unknown[i])), ==, -1);
}

/* [V-6] what counts as a phrase of drawn words, and how many it has */
static void
test_counts_different_words (void)
{
  static const struct
  {
    const char *phrase;
    guint n_words;
  } cases[] = {
    { "abacus", 1 },
    { "abacus zoom", 2 },
    { "abacus-zoom", 2 },
    { "Abacus-ZOOM-abdomen", 3 },
    { "abacus abacus abacus abacus abacus abacus", 1 },
    { "yo-yo", 1 },
    { "yo-yo-zoom", 2 },
    { "zoom-felt-tip-abacus", 3 },
    { "felt-tip drop-down t-shirt yo-yo", 4 },
    { "", 0 },
    { " ", 0 },
    { "-", 0 },
    { "abacus ", 0 },
    { " abacus", 0 },
    { "abacus  zoom", 0 },
    { "abacus--zoom", 0 },
    { "abacus-zoom zoom", 0 },
    { "abacus zoom!", 0 },
    { "abacus,zoom", 0 },
    { "correct horse battery stapler", 0 },
    { "abacus\tzoom", 0 },
    { "caf\xC3\xA9 zoom", 0 },
  };
  g_autoptr (GString) all = g_string_new ("abacus");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_words = cab_words_count (cases[i].phrase, strlen (cases[i].phrase));

      if (n_words != cases[i].n_words)
        g_error ("‘%s’: %u words instead of %u", cases[i].phrase, n_words, cases[i].n_words);
    }

  /* Not NUL-terminated, and longer than any passphrase. */
  g_assert_cmpuint (cab_words_count ("abacus zoomx", 11), ==, 2);
  for (guint i = 1; i < 1000; i++)
    g_string_append_printf (all, " %s", cab_words_get (i));
  g_assert_cmpuint (cab_words_count (all->str, all->len), ==, 256);
}

static char *
draw (CabIds *ids, guint n_words)
{
  g_autoptr (CabSecret) passphrase = cab_words_new_passphrase (ids, n_words);
  char *text
      = g_strndup ((const char *)cab_secret_open (passphrase), cab_secret_get_length (passphrase));

  cab_secret_close (passphrase);
  return text;
}

/* [B-70] seven words joined by hyphens; the same ids give the same, others other ones */
static void
test_draws_seven_words (void)
{
  g_autoptr (CabIds) ids = cab_ids_new_counted (1);
  g_autoptr (CabIds) same = cab_ids_new_counted (1);
  g_autoptr (CabIds) other = cab_ids_new_counted (2);
  g_autofree char *first = draw (ids, CAB_WORDS_BUNDLE);
  g_autofree char *again = draw (same, CAB_WORDS_BUNDLE);
  g_autofree char *second = draw (ids, CAB_WORDS_BUNDLE);
  g_autofree char *different = draw (other, CAB_WORDS_BUNDLE);
  g_autofree char *one = draw (ids, 1);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (first, !=, different);
  g_assert_cmpuint (cab_words_count (first, strlen (first)), ==, CAB_WORDS_BUNDLE);
  g_assert_cmpuint (cab_words_count (one, strlen (one)), ==, 1);
}

/* [B-70] every word is drawn, none much more often than another */
static void
test_draws_evenly (void)
{
  g_autoptr (CabIds) ids = cab_ids_new_random ();
  g_autofree guint *counts = g_new0 (guint, CAB_N_WORDS);
  double sum = 0;

  for (guint i = 0; i < 5 * CAB_N_WORDS; i++)
    {
      g_autofree char *word = draw (ids, 1);

      counts[cab_words_find (word, strlen (word))]++;
    }
  for (guint i = 0; i < CAB_N_WORDS; i++)
    sum += (counts[i] - 5.0) * (counts[i] - 5.0) / 5.0;

  /* Chi-squared of 7,775 degrees of freedom: 8 standard deviations. */
  g_assert_cmpfloat (sum, <, 7775 + 8 * 124.7);
  g_assert_cmpfloat (sum, >, 7775 - 8 * 124.7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/words/list-is-whole", test_list_is_whole);
  g_test_add_func ("/model/words/finds-whole-words-only", test_finds_whole_words_only);
  g_test_add_func ("/model/words/counts-different-words", test_counts_different_words);
  g_test_add_func ("/model/words/draws-seven-words", test_draws_seven_words);
  g_test_add_func ("/model/words/draws-evenly", test_draws_evenly);
  return g_test_run ();
}
