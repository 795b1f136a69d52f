/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-addendum.h"
#include "cab-client.h"
#include "cab-consent.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-search-group.h"
#include "cab-search.h"
#include "cab-test-practice.h"

#include <string.h>

static CabRecord *
add_note (CabTestPractice *test,
          const CabKind *kind,
          CabRecord *client,
          const char *held_on,
          const char *text)
{
  CabRecord *note = cab_record_new (kind);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (note, cab_kind_find_field (kind, "client-id"), cab_record_get_id (client));
  cab_record_set_text (note, cab_kind_find_field (kind, "held-on"), held_on);
  cab_record_set_text (note, cab_kind_find_field (kind, "held-on-zone"), "Europe/London");
  if (kind == &cab_note_kind)
    cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);
  cab_note_write (test->practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);

  return note;
}

/* The groups of a search: `kind=shown/all`, one after the other. */
static char *
dup_groups (CabTestPractice *test, const CabSearchQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = cab_search_list_groups (test->practice, query, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    {
      const CabSearchGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (text, "%s%s=%u/%u", i > 0 ? " " : "", group->kind->name,
                              group->rows->len, group->n_all);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_groups (CabTestPractice *test, const CabSearchQuery *query, const char *expected)
{
  g_autofree char *groups = dup_groups (test, query);

  g_test_message ("%s", query->words);
  g_assert_cmpstr (groups, ==, expected);
}

/* [W-30] five of each kind and how many there are; process notes only when they
 * are asked for [W-81]; by client, kind and day */
static void
test_groups (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Harbour");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) process = NULL;
  g_autoptr (CabRecord) signed_note = NULL;
  g_autoptr (CabRecord) addendum = NULL;
  g_autoptr (GError) error = NULL;

  for (int day = 1; day <= 7; day++)
    {
      g_autofree char *held_on = g_strdup_printf ("2026-02-%02dT09:00", day);
      g_autoptr (CabRecord) note
          = add_note (&test, &cab_note_kind, day <= 6 ? ada : ben, held_on, "By the harbour.");
    }
  process = add_note (&test, &cab_process_note_kind, ada, "2026-02-09T09:00", "Harbour again.");
  signed_note = add_note (&test, &cab_note_kind, ben, "2026-01-01T09:00", "Nothing.");
  cab_note_sign (test.practice, signed_note, "I wrote this note.", &error);
  g_assert_no_error (error);
  addendum = cab_note_add_addendum (test.practice, signed_note, CAB_ADDENDUM_KIND_ADDITION,
                                    "It was the HARBOUR.", "Forgot", &error);
  g_assert_no_error (error);

  {
    const CabSearchQuery cases[] = {
      { .words = "harbour" },
      { .words = "harbour", .process_notes = TRUE },
      { .words = "harbour", .kind = &cab_note_kind, .maximum = 20 },
      { .words = "harbour", .kind = &cab_note_kind, .offset = 5 },
      { .words = "harbour", .client_id = cab_record_get_id (ben) },
      { .words = "harbour", .from = "2026-02-02", .to = "2026-02-03" },
      { .words = "harb" },
      { .words = "nowhere" },
      { .words = "  \"*  " },
    };
    const char *const expected[] = {
      "client=1/1 note=5/7 addendum=1/1",
      "client=1/1 note=5/7 addendum=1/1 process-note=1/1",
      "note=7/7",
      "note=2/7",
      "note=1/1 addendum=1/1",
      "note=2/2",
      "client=1/1 note=5/7 addendum=1/1",
      "",
      "",
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      assert_groups (&test, &cases[i], expected[i]);
  }

  /* An erased, trashed or restricted one is not found [M-8], [M-19]. */
  cab_practice_trash (test.practice, addendum, &error);
  g_assert_no_error (error);
  {
    const CabSearchQuery query = { .words = "harbour", .kind = &cab_addendum_kind };

    assert_groups (&test, &query, "");
  }
}

/* [W-30] consents by the words of their purpose */
static void
test_consents (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const CabConsentAnswer no = { .given_by = CAB_GIVEN_BY_CLIENT, .how = CAB_CONSENT_HOW_EMAIL };
  const CabSearchQuery query = { .words = "recordings sessions" };
  const CabSearchQuery dated = { .words = "recordings", .from = "2026-01-01" };
  g_autoptr (CabRecord) event = NULL;
  g_autoptr (GError) error = NULL;

  event = cab_consent_refuse (test.practice, cab_record_get_id (client), CAB_PURPOSE_RECORDING, &no,
                              &error);
  g_assert_no_error (error);
  assert_groups (&test, &query, "consent=1/1");
  assert_groups (&test, &dated, "");
}

/* [W-30] a result says what it is, whose, and where the words stand */
static void
test_row (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note
      = add_note (&test, &cab_note_kind, client, "2026-02-03T09:00", "We met at the caf\xC3\xA9.");
  const CabSearchQuery query = { .words = "CAFE" };
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  const CabRange *hits;
  gsize n = 0;
  CabRow *row;

  groups = cab_search_list_groups (test.practice, &query, NULL, &error);
  g_assert_no_error (error);
  row = g_ptr_array_index (((CabSearchGroup *)g_ptr_array_index (groups, 0))->rows, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_SEARCH_ROW_ID), ==, cab_record_get_id (note));
  g_assert_cmpstr (cab_row_get_text (row, CAB_SEARCH_ROW_CLIENT), ==, "Ada");
  g_assert_true (g_str_has_prefix (cab_row_get_text (row, CAB_SEARCH_ROW_TITLE), "Note of "));
  g_assert_cmpstr (cab_row_get_text (row, CAB_SEARCH_ROW_SNIPPET), ==,
                   "We met at the caf\xC3\xA9.");
  hits = cab_row_get_ranges (row, CAB_SEARCH_ROW_HITS, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (hits[0].start, ==, 14);
  g_assert_cmpuint (hits[0].end, ==, 19);
}

static char *
dup_first_id (CabTestPractice *test, const CabSearchQuery *query, guint *n_all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = cab_search_list_groups (test->practice, query, NULL, &error);
  const CabSearchGroup *group;

  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  group = g_ptr_array_index (groups, 0);
  *n_all = group->n_all;

  return g_strdup (cab_row_get_text (g_ptr_array_index (group->rows, 0), CAB_SEARCH_ROW_ID));
}

/* [W-30] the best comes first, and of a word that thousands have the newest; all are counted */
static void
test_many (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const CabSearchQuery query = { .words = "rain", .kind = &cab_note_kind, .maximum = 2 };
  g_autoptr (CabRecord) best = NULL;
  g_autoptr (CabRecord) newest = NULL;
  g_autofree char *among_few = NULL;
  g_autofree char *among_many = NULL;
  guint n_all = 0;

  cab_test_practice_damage (&test,
                            "WITH RECURSIVE counted (i) AS (\n"
                            "  SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < 5000)\n"
                            "INSERT INTO search_row (kind, record_id, source_id, client_id)\n"
                            "SELECT 'note', 'old-' || i, '', (SELECT id FROM client)\n"
                            "FROM counted");
  best = add_note (&test, &cab_note_kind, client, "2026-02-01T09:00", "Rain, rain, rain.");
  newest = add_note (&test, &cab_note_kind, client, "2026-02-02T09:00",
                     "It went well until the rain set in, she said.");
  among_few = dup_first_id (&test, &query, &n_all);
  g_assert_cmpstr (among_few, ==, cab_record_get_id (best));
  g_assert_cmpuint (n_all, ==, 2);

  cab_test_practice_damage (&test, "INSERT INTO search (rowid, words)\n"
                                   "SELECT number, 'rain'\n"
                                   "FROM search_row\n"
                                   "WHERE record_id LIKE 'old-%'");
  among_many = dup_first_id (&test, &query, &n_all);
  g_assert_cmpstr (among_many, ==, cab_record_get_id (newest));
  g_assert_cmpuint (n_all, ==, 5002);
}

/* [W-30] a search that was cancelled gives nothing, and the next one works */
static void
test_cancel (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const CabSearchQuery query = { .words = "ada" };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cab_search_list_groups (test.practice, &query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_groups (&test, &query, "client=1/1");
}

/* [W-30] whole words are hits, the last one by its beginning; the ranges lie on
 * the borders of characters */
static void
test_snippet (void)
{
  static const struct
  {
    const char *text, *words;
    guint length;
    const char *snippet;
  } cases[] = {
    { "one two three", "two", 80, "one [two] three" },
    { "one twofold two", "two thr", 80, "one twofold [two]" },
    { "one twofold two", "one two", 80, "[one] [twofold] [two]" },
    { "a\nb\tc", "b", 80, "a [b] c" },
    { "nothing here", "two", 7, "nothing…" },
    { "0123456789 0123456789 0123456789 two and more words", "two", 16, "…[two] and more wor…" },
    { "na\xC3\xAFve", "NAIVE", 80, "[na\xC3\xAFve]" },
    { "nai\xCC\x88ve too", "naive", 80, "[nai\xCC\x88ve] too" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GArray *hits = NULL;
      g_autofree char *snippet
          = cab_search_dup_snippet (cases[i].text, cases[i].words, cases[i].length, &hits);
      g_autoptr (GString) marked = g_string_new (snippet);

      for (guint j = hits->len; j > 0; j--)
        {
          const CabRange *hit = &g_array_index (hits, CabRange, j - 1);

          g_string_insert_c (marked, hit->end, ']');
          g_string_insert_c (marked, hit->start, '[');
        }
      g_assert_cmpstr (marked->str, ==, cases[i].snippet);
      g_array_unref (hits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-group/groups", test_groups);
  g_test_add_func ("/search-group/consents", test_consents);
  g_test_add_func ("/search-group/row", test_row);
  g_test_add_func ("/search-group/many", test_many);
  g_test_add_func ("/search-group/cancel", test_cancel);
  g_test_add_func ("/search-group/snippet", test_snippet);

  return g_test_run ();
}
