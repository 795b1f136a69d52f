/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"
#include "cab-clock.h"
#include "cab-draft.h"
#include "cab-note.h"
#include "cab-recent.h"
#include "cab-test-practice.h"
#include "cab-when.h"

static CabRecord *
add_note (CabTestPractice *test, CabRecord *client)
{
  CabRecord *note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T09:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);
  cab_clock_advance (test->clock, 60000);

  return note;
}

static void
view (CabTestPractice *test, CabRecord *client)
{
  g_autoptr (GError) error = NULL;

  cab_practice_audit_act (test->practice, "view", &cab_client_kind, cab_record_get_id (client),
                          NULL, &error);
  g_assert_no_error (error);
}

static void
assert_clients (CabTestPractice *test, guint maximum, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cab_recent_list_clients (test->practice, maximum, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            cab_row_get_text (g_ptr_array_index (rows, i), CAB_RECENT_CLIENT));
  g_assert_cmpstr (names->str, ==, expected);
}

/* [W-10] each once, the latest first, by what was done with them or their notes;
 * who lies in the trash is not offered */
static void
test_clients (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) cleo = cab_test_practice_add_client (&test, "Cleo");
  g_autoptr (CabRecord) note = NULL;
  g_autoptr (GError) error = NULL;

  assert_clients (&test, 5, "Cleo Ben Ada");
  view (&test, ada);
  assert_clients (&test, 5, "Ada Cleo Ben");
  note = add_note (&test, ben);
  assert_clients (&test, 2, "Ben Ada");
  cab_practice_trash (test.practice, cleo, &error);
  g_assert_no_error (error);
  assert_clients (&test, 5, "Ben Ada");
}

/* [W-10], [W-58] notes that are not signed and texts that were begun, the latest
 * first, each once */
static void
test_drafts (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada Byron");
  g_autoptr (CabRecord) first = add_note (&test, client);
  g_autoptr (CabRecord) second = add_note (&test, client);
  const CabDraftTarget in_first
      = { .kind = &cab_note_kind, .record_id = cab_record_get_id (first), .field = "text" };
  const CabDraftTarget in_client = { .kind = &cab_client_kind,
                                     .record_id = cab_record_get_id (client),
                                     .field = "presenting" };
  g_autofree char *day = cab_when_dup_words ("2026-03-02", "2026-03-02");
  g_autofree char *words = g_strdup_printf ("Note of %s, draft", day);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  CabRow *row;

  cab_draft_keep (test.practice, &in_client, "Half", &error);
  g_assert_no_error (error);
  cab_clock_advance (test.clock, 60000);
  cab_draft_keep (test.practice, &in_first, "Half", &error);
  g_assert_no_error (error);

  rows = cab_recent_list_drafts (test.practice, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_ID), ==, cab_record_get_id (first));
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_WORDS), ==, words);
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_CLIENT), ==, "Ada Byron");
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_INITIALS), ==, "AB");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_KIND), ==, "client");
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_FIELD), ==, "presenting");
  g_assert_cmpstr (cab_row_get_text (g_ptr_array_index (rows, 2), CAB_RECENT_ID), ==,
                   cab_record_get_id (second));
}

/* [W-43] what was typed for somebody who is not in the practice yet is one unfinished thing,
 * however many fields it has */
static void
test_new (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const char *const fields[] = { "given_name", "family_name", "pronouns" };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  CabRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const CabDraftTarget target = { .kind = &cab_client_kind, .field = fields[i] };

      cab_draft_keep (test.practice, &target, "Half", &error);
      g_assert_no_error (error);
    }

  rows = cab_recent_list_drafts (test.practice, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_KIND), ==, "client");
  g_assert_null (cab_row_get_text (row, CAB_RECENT_ID));
  g_assert_null (cab_row_get_text (row, CAB_RECENT_CLIENT_ID));
  g_assert_cmpstr (cab_row_get_text (row, CAB_RECENT_WORDS), ==, "Client, draft");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recent/clients", test_clients);
  g_test_add_func ("/recent/drafts", test_drafts);
  g_test_add_func ("/recent/new", test_new);

  return g_test_run ();
}
