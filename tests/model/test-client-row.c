/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client-row.h"
#include "cab-note.h"
#include "cab-test-practice.h"

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

static const struct
{
  const char *preferred, *given, *family, *pronouns;
} people[] = {
  { NULL, "Zo\xC3\xAB", "\xC3\x81lvarez", "she/her" },
  { "Ben", "Benjamin", "\xC3\x9Czt", NULL },
  { NULL, "Ada", NULL, NULL },
  { NULL, "Carl", "Alvarez", NULL },
};

static void
add_people (CabTestPractice *test)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (CabRecord) client = cab_test_practice_add_client (test, people[i].given);

      cab_record_set_text (client, CLIENT (PREFERRED_NAME), people[i].preferred);
      cab_record_set_text (client, CLIENT (FAMILY_NAME), people[i].family);
      cab_record_set_text (client, CLIENT (PRONOUNS), people[i].pronouns);
      cab_test_assert_saves (test, client);
    }
}

static GPtrArray *
list (CabTestPractice *test, const CabClientQuery *query, guint offset, guint maximum,
      CabClientCounts *counts)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = cab_client_row_list (test->practice, query, offset, maximum, counts, &error);

  g_assert_no_error (error);
  return rows;
}

static void
assert_names (CabTestPractice *test, const CabClientQuery *query, const char *expected)
{
  g_autoptr (GPtrArray) rows = list (test, query, 0, 100, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            cab_row_get_text (g_ptr_array_index (rows, i), CAB_CLIENT_ROW_NAME));
  g_assert_cmpstr (names->str, ==, expected);
}

static CabRecord *
find (CabTestPractice *test, const char *words)
{
  const CabClientQuery query = { .words = words, .statuses = CAB_CLIENT_STATUSES_ALL };
  g_autoptr (GPtrArray) rows = list (test, &query, 0, 2, NULL);
  g_autoptr (GError) error = NULL;
  CabRecord *client;

  g_assert_cmpuint (rows->len, ==, 1);
  client = cab_practice_load (test->practice, &cab_client_kind,
                              cab_row_get_text (g_ptr_array_index (rows, 0), CAB_CLIENT_ROW_ID),
                              &error);
  g_assert_no_error (error);
  return client;
}

/* [W-12], [W-138] pages by family name, and by the shown name of who has none;
 * what a row tells */
static void
test_page (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabClientQuery query = CAB_CLIENT_QUERY_CURRENT;
  CabClientCounts counts;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;
  CabRow *row;

  add_people (&test);
  first = list (&test, &query, 0, 3, &counts);
  second = list (&test, &query, 3, 3, NULL);
  third = list (&test, &query, 6, 3, NULL);
  g_assert_cmpuint (first->len, ==, 3);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpuint (third->len, ==, 0);
  g_assert_cmpuint (counts.n_matching, ==, 4);
  g_assert_cmpuint (counts.n_listed, ==, 4);
  g_assert_cmpuint (counts.n_by_status[CAB_CLIENT_STATUS_ENQUIRY], ==, 4);

  row = g_ptr_array_index (second, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_CLIENT_ROW_NAME), ==, "Ben");
  g_assert_cmpstr (cab_row_get_text (row, CAB_CLIENT_ROW_INITIALS), ==, "B");
  g_assert_cmpint (cab_row_get_integer (row, CAB_CLIENT_ROW_STATUS), ==, CAB_CLIENT_STATUS_ENQUIRY);
  g_assert_cmpstr (cab_row_get_text (row, CAB_CLIENT_ROW_STATUS_WORDS), ==, "Enquiry");
  g_assert_null (cab_row_get_text (row, CAB_CLIENT_ROW_LAST_CONTACT_ON));
}

/* [W-138] each word, without case and accents, in any name or the reference */
static void
test_words (void)
{
  static const struct
  {
    const char *words, *names;
  } cases[] = {
    { "zoe", "Zo\xC3\xAB \xC3\x81lvarez" },
    { "  ALVAREZ carl ", "Carl Alvarez" },
    { "benjamin", "Ben" },
    { "nobody", "" },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = NULL;

  add_people (&test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CabClientQuery query
          = { .words = cases[i].words, .statuses = CAB_CLIENT_STATUSES_CURRENT };

      g_test_message ("%s", cases[i].words);
      assert_names (&test, &query, cases[i].names);
    }

  ada = find (&test, "ada");
  {
    const CabClientQuery by_reference
        = { .words = cab_record_get_text (ada, CLIENT (REFERENCE)),
            .statuses = CAB_CLIENT_STATUSES_CURRENT,
            .by_reference = TRUE };
    const CabClientQuery by_name
        = { .words = "ada", .statuses = CAB_CLIENT_STATUSES_CURRENT, .by_reference = TRUE };

    assert_names (&test, &by_reference, "Ada");
    assert_names (&test, &by_name, "");
  }
}

/* [W-12], [M-19] by status; restricted ones and the trash each in a place of
 * their own */
static void
test_places (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabClientQuery listed = CAB_CLIENT_QUERY_CURRENT;
  const CabClientQuery waiting = { .statuses = 1u << CAB_CLIENT_STATUS_WAITING };
  const CabClientQuery restricted
      = { .statuses = CAB_CLIENT_STATUSES_ALL, .place = CAB_CLIENT_PLACE_RESTRICTED };
  const CabClientQuery trashed
      = { .statuses = CAB_CLIENT_STATUSES_ALL, .place = CAB_CLIENT_PLACE_TRASH };
  g_autoptr (CabRecord) ada = NULL;
  g_autoptr (CabRecord) ben = NULL;
  g_autoptr (CabRecord) carl = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  CabClientCounts counts;
  g_autoptr (GError) error = NULL;

  add_people (&test);
  ada = find (&test, "ada");
  ben = find (&test, "ben");
  carl = find (&test, "carl");
  cab_record_set_code (ada, CLIENT (STATUS), CAB_CLIENT_STATUS_WAITING);
  cab_test_assert_saves (&test, ada);
  cab_client_restrict (test.practice, ben, CAB_RESTRICTION_GROUND_ASKED, NULL, &error);
  g_assert_no_error (error);
  cab_practice_trash (test.practice, carl, &error);
  g_assert_no_error (error);

  assert_names (&test, &waiting, "Ada");
  assert_names (&test, &restricted, "Ben");
  assert_names (&test, &trashed, "Carl Alvarez");
  rows = list (&test, &listed, 0, 10, &counts);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpuint (counts.n_restricted, ==, 1);
  g_assert_cmpuint (counts.n_trashed, ==, 1);
  g_assert_cmpuint (counts.n_by_status[CAB_CLIENT_STATUS_WAITING], ==, 1);
}

static void
add_note (CabTestPractice *test, CabRecord *client, const char *held_on)
{
  g_autoptr (CabRecord) note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), held_on);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);
}

/* [W-12] by last contact, the latest first and those without last; flags in words */
static void
test_last_contact (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabClientQuery query
      = { .words = "a", .statuses = CAB_CLIENT_STATUSES_ALL, .sort = CAB_CLIENT_SORT_LAST_CONTACT };
  g_autoptr (CabRecord) ada = NULL;
  g_autoptr (CabRecord) carl = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  CabRow *row;

  add_people (&test);
  ada = find (&test, "ada");
  carl = find (&test, "carl");
  add_note (&test, ada, "2026-02-03T09:00");
  add_note (&test, carl, "2026-02-04T09:00");
  add_note (&test, carl, "2026-02-05T09:00");

  rows = list (&test, &query, 0, 2, NULL);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_CLIENT_ROW_NAME), ==, "Carl Alvarez");
  g_assert_cmpstr (cab_row_get_text (row, CAB_CLIENT_ROW_LAST_CONTACT_ON), ==, "2026-02-05");
  g_assert_cmpstr (cab_row_get_texts (row, CAB_CLIENT_ROW_FLAGS)[0], ==, "2 notes to sign");
  g_assert_null (cab_row_get_texts (row, CAB_CLIENT_ROW_FLAGS)[1]);
  g_assert_cmpstr (cab_row_get_text (g_ptr_array_index (rows, 1), CAB_CLIENT_ROW_NAME), ==, "Ada");
}

/* [V-90] a damaged client is a marked row, and the list around it stays */
static void
test_damaged (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabClientQuery query = { .statuses = CAB_CLIENT_STATUSES_ALL };
  g_autoptr (GPtrArray) rows = NULL;
  guint n_damaged = 0;

  add_people (&test);
  cab_test_practice_damage (&test, "UPDATE client SET pronouns = 'x' WHERE given_name = 'Ada'");

  rows = list (&test, &query, 0, 10, NULL);
  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      CabRow *row = g_ptr_array_index (rows, i);

      if (!cab_row_get_bool (row, CAB_CLIENT_ROW_DAMAGED))
        continue;
      n_damaged++;
      g_assert_cmpstr (cab_row_get_text (row, CAB_CLIENT_ROW_NAME), ==, "Ada");
    }
  g_assert_cmpuint (n_damaged, ==, 1);
}

/* [W-12] of the first and the last word, whatever the script */
static void
test_initials (void)
{
  static const struct
  {
    const char *name, *initials;
  } cases[] = {
    { "Ada Byron King", "AK" },    { "ada", "a" },           { "", "" },
    { "Zo\xC3\xAB \xC3\x89lan", "Z\xC3\x89" }, { "E\xCC\x81va M", "E\xCC\x81M" }, { "- (x", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = cab_client_row_dup_initials (cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

/* [W-125] rows that were read twice are equal until something of one has changed */
static void
test_equals (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabClientQuery query = { .statuses = CAB_CLIENT_STATUSES_ALL };
  g_autoptr (CabRecord) carl = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) after = NULL;
  guint n_changed = 0;

  add_people (&test);
  before = list (&test, &query, 0, 100, NULL);
  again = list (&test, &query, 0, 100, NULL);
  carl = find (&test, "Carl");
  cab_record_set_text (carl, CLIENT (PRONOUNS), "they/them");
  cab_test_assert_saves (&test, carl);
  after = list (&test, &query, 0, 100, NULL);

  g_assert_cmpuint (before->len, ==, G_N_ELEMENTS (people));
  for (guint i = 0; i < before->len; i++)
    {
      g_assert_true (cab_row_equals (before->pdata[i], again->pdata[i]));
      g_assert_false (cab_row_equals (before->pdata[i], before->pdata[(i + 1) % before->len]));
      n_changed += !cab_row_equals (before->pdata[i], after->pdata[i]);
    }
  g_assert_cmpuint (n_changed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client-row/page", test_page);
  g_test_add_func ("/client-row/equals", test_equals);
  g_test_add_func ("/client-row/words", test_words);
  g_test_add_func ("/client-row/places", test_places);
  g_test_add_func ("/client-row/last-contact", test_last_contact);
  g_test_add_func ("/client-row/damaged", test_damaged);
  g_test_add_func ("/client-row/initials", test_initials);

  return g_test_run ();
}
