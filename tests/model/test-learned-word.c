/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"
#include "cab-contact.h"
#include "cab-learned-word.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

static void
learn (CabTestPractice *test, const char *language, const char *word)
{
  g_autoptr (GError) error = NULL;

  cab_learned_word_learn (test->practice, language, word, &error);
  g_assert_no_error (error);
}

static void
assert_words (GPtrArray *words, const char *const *expected)
{
  g_assert_nonnull (words);
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_true (g_ptr_array_find_with_equal_func (words, expected[i], g_str_equal, NULL));
    }
  g_assert_cmpuint (words->len, ==, g_strv_length ((char **)expected));
}

/* [W-82], [M-106] a word is kept once in each language, and comes back out of the
 * trash when it is learned again */
static void
test_learn (void)
{
  static const char *const british[] = { "EMDR", "Sertraline", NULL };
  static const char *const rest[] = { "Sertraline", NULL };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;
  g_autoptr (GError) error = NULL;

  learn (&test, "en_GB", "EMDR");
  learn (&test, "en_GB", "Sertraline");
  learn (&test, "en_GB", "EMDR");
  learn (&test, "de_DE", "EMDR");
  first = cab_learned_word_list (test.practice, "en_GB", &error);
  assert_words (first, british);

  records = cab_practice_list (test.practice, &cab_learned_word_kind, &all, &error);
  g_assert_cmpuint (records->len, ==, 3);
  for (guint i = 0; i < records->len; i++)
    {
      CabRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (cab_record_get_text (record, CAB_OWN (CAB_LEARNED_WORD_FIELD_WORD)), "EMDR")
          == 0)
        cab_practice_trash (test.practice, record, &error);
      g_assert_no_error (error);
    }
  second = cab_learned_word_list (test.practice, NULL, &error);
  assert_words (second, rest);

  learn (&test, "en_GB", "EMDR");
  third = cab_learned_word_list (test.practice, NULL, &error);
  assert_words (third, british);
}

/* [W-82] one word at a time */
static void
test_refused (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_learned_word_learn (test.practice, "en_GB", "two words", &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID,
                            "Learned word, word: one word at a time.");
}

/* [W-82] the names of clients, contacts and clinicians, in words and parts of words */
static void
test_names (void)
{
  static const char *const names[] = { "Zo\xC3\xAB-May", "Zo\xC3\xAB", "May",   "Okafor",
                                       "Hill",           "Surgery",    "Tess",  "Owner", NULL };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Zo\xC3\xAB-May");
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_FAMILY_NAME), "Okafor");
  cab_test_assert_saves (&test, client);
  cab_record_set_code (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND),
                       CAB_CONTACT_KIND_ORGANISATION);
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_ORGANISATION), "Hill Surgery");
  cab_test_assert_saves (&test, contact);

  words = cab_learned_word_list_names (test.practice, &error);
  g_assert_no_error (error);
  assert_words (words, names);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/learned-word/learn", test_learn);
  g_test_add_func ("/learned-word/refused", test_refused);
  g_test_add_func ("/learned-word/names", test_names);

  return g_test_run ();
}
