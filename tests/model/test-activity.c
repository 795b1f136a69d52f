/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-activity.h"
#include "cab-client.h"
#include "cab-clock.h"
#include "cab-test-note.h"
#include "cab-test-practice.h"
#include "cab-when.h"

#include <string.h>

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

static GPtrArray *
list (CabTestPractice *test, const CabActivityQuery *query, guint maximum)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = cab_activity_list (test->practice, query, maximum, &error);

  g_assert_no_error (error);
  return rows;
}

/* [W-98], [M-7] a change says in labels and words what a field held before and
 * after; the sentence names nobody */
static void
test_change (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const CabActivityQuery query
      = { .client_id = cab_record_get_id (client), .act = CAB_AUDIT_ACT_CHANGE };
  g_autofree char *longer = g_strnfill (3000, 'x');
  g_autoptr (GPtrArray) rows = NULL;
  const char *const *labels, *const *old, *const *new;
  CabRow *row;

  cab_record_set_text (client, CLIENT (FAMILY_NAME),
                       "King\\\xE2\x80\x93"
                       "Noel");
  cab_record_set_code (client, CLIENT (STATUS), CAB_CLIENT_STATUS_WAITING);
  cab_record_set_text (client, CLIENT (PRESENTING), "One\tand\ntwo");
  cab_record_set_text (client, CLIENT (CONTACT_NOTE), longer);
  cab_test_assert_saves (&test, client);

  rows = list (&test, &query, 10);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_ACTIVITY_SENTENCE), ==, "Client: changed");
  g_assert_cmpstr (cab_row_get_text (row, CAB_ACTIVITY_WHO), ==, "Tess Owner");
  g_assert_true (cab_when_is_local (cab_row_get_text (row, CAB_ACTIVITY_LOCAL)));
  g_assert_cmpstr (cab_row_get_text (row, CAB_ACTIVITY_CLIENT_ID), ==, cab_record_get_id (client));
  g_assert_cmpint (cab_row_get_integer (row, CAB_ACTIVITY_ACT), ==, CAB_AUDIT_ACT_CHANGE);

  labels = cab_row_get_texts (row, CAB_ACTIVITY_LABELS);
  old = cab_row_get_texts (row, CAB_ACTIVITY_OLD);
  new = cab_row_get_texts (row, CAB_ACTIVITY_NEW);
  g_assert_cmpuint (g_strv_length ((char **)labels), ==, g_strv_length ((char **)old));
  g_assert_cmpuint (g_strv_length ((char **)labels), ==, g_strv_length ((char **)new));
  g_assert_cmpstr (labels[0], ==, "Family name");
  g_assert_cmpstr (old[0], ==, "");
  g_assert_cmpstr (new[0], ==, "King\\\xE2\x80\x93Noel");
  g_assert_cmpstr (new[1], ==, "A long text, whose digest the log keeps");
  g_assert_cmpstr (labels[2], ==, "Status");
  g_assert_cmpstr (old[2], ==, "Enquiry");
  g_assert_cmpstr (new[2], ==, "Waiting");
  g_assert_true (g_strv_contains (new, "One\tand\ntwo"));
}

/* [W-98], [M-38] a signature is about the client whose text was signed, and the filter finds it */
static void
test_signature (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < CAB_TEST_NOTE_N_FAMILIES; i++)
    {
      g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[i]);
      g_autofree char *client_id = cab_practice_dup_client_of (test.practice, note);
      const CabActivityQuery query = { .client_id = client_id, .act = -1 };
      g_autoptr (GPtrArray) rows = NULL;
      guint n_signatures = 0;

      cab_test_note_write (&test, note, "Slept better.");
      cab_test_note_sign (&test, note);
      rows = list (&test, &query, 100);
      for (guint j = 0; j < rows->len; j++)
        {
          if (strcmp (cab_row_get_text (rows->pdata[j], CAB_ACTIVITY_SENTENCE), "Signature: made")
              != 0)
            continue;
          n_signatures++;
          g_assert_cmpstr (cab_row_get_text (rows->pdata[j], CAB_ACTIVITY_CLIENT_ID), ==,
                           client_id);
        }
      if (n_signatures != 1)
        g_error ("family %u: %u signatures", i, n_signatures);
    }
}

/* [W-98] by client, act and day, the newest first, page after page */
static void
test_filters (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  const CabActivityQuery all = CAB_ACTIVITY_QUERY_ALL;
  const CabActivityQuery of_ben = { .client_id = cab_record_get_id (ben), .act = -1 };
  const CabActivityQuery later = { .act = -1, .from = "2026-03-03" };
  const CabActivityQuery earlier = { .act = -1, .to = "2026-03-02" };
  CabActivityQuery next = CAB_ACTIVITY_QUERY_ALL;
  CabActivityQuery since = CAB_ACTIVITY_QUERY_ALL;
  g_autoptr (GPtrArray) everything = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) newer = NULL;
  g_autoptr (GPtrArray) bens = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;

  cab_clock_advance (test.clock, G_GINT64_CONSTANT (86400000));
  cab_practice_trash (test.practice, ben, &error);
  g_assert_no_error (error);

  everything = list (&test, &all, 1000);
  first = list (&test, &all, 2);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpstr (cab_row_get_text (g_ptr_array_index (first, 0), CAB_ACTIVITY_SENTENCE), ==,
                   "Client: moved to the trash");
  next.before = cab_row_get_integer (g_ptr_array_index (first, 1), CAB_ACTIVITY_SEQUENCE);
  second = list (&test, &next, 1000);
  g_assert_cmpuint (second->len, ==, everything->len - 2);
  since.after = next.before;
  newer = list (&test, &since, 1000);
  g_assert_cmpuint (newer->len, ==, 1);

  bens = list (&test, &of_ben, 1000);
  g_assert_cmpuint (bens->len, ==, 2);
  g_assert_cmpstr (cab_row_get_text (g_ptr_array_index (bens, 1), CAB_ACTIVITY_CLIENT), ==, "Ben");
  after = list (&test, &later, 1000);
  g_assert_cmpuint (after->len, ==, 1);
  before = list (&test, &earlier, 1000);
  g_assert_cmpuint (before->len, ==, everything->len - 1);
}

/* [W-98] every act of the log has its sentence, with a kind and without */
static void
test_sentences (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const CabActivityQuery all = CAB_ACTIVITY_QUERY_ALL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < cab_audit_act_codes.n_codes; i++)
    {
      g_autoptr (GError) error = NULL;

      cab_practice_audit_act (test.practice, cab_audit_act_codes.codes[i].code, &cab_client_kind,
                              cab_record_get_id (client), NULL, &error);
      g_assert_no_error (error);
      cab_practice_audit_act (test.practice, cab_audit_act_codes.codes[i].code, NULL, NULL, NULL,
                              &error);
      g_assert_no_error (error);
    }

  rows = list (&test, &all, (guint)cab_audit_act_codes.n_codes * 2);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *sentence = cab_row_get_text (g_ptr_array_index (rows, i), CAB_ACTIVITY_SENTENCE);

      g_assert_nonnull (sentence);
      g_assert_true (g_hash_table_add (seen, (gpointer)sentence));
      g_assert_null (strstr (sentence, "Ada"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/activity/change", test_change);
  g_test_add_func ("/activity/signature", test_signature);
  g_test_add_func ("/activity/filters", test_filters);
  g_test_add_func ("/activity/sentences", test_sentences);

  return g_test_run ();
}
