/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-disclosure-row.h"

#include "cab-clock.h"
#include "cab-erasure.h"
#include "cab-test-practice.h"
#include "cab-when.h"

#define OWN(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)
#define DIGEST(of) g_compute_checksum_for_string (G_CHECKSUM_SHA512, of, -1)

/* Saves a disclosure, and lets a day go by. */
static CabRecord *
disclose (CabTestPractice *test,
          CabRecord *client,
          const char *recipient,
          const char *digest,
          const char *corrects)
{
  CabRecord *disclosure = cab_record_new (&cab_disclosure_kind);

  cab_record_set_text (disclosure, OWN (CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (disclosure, OWN (DIRECTION_KIND), "to-third-party");
  cab_record_set_text (disclosure, OWN (RECIPIENT_NAME), recipient);
  cab_record_set_text (disclosure, OWN (WHAT), "Letter");
  cab_record_set_text (disclosure, OWN (PURPOSE_TEXT), "Asked for");
  cab_record_set_text (disclosure, OWN (GROUND), digest == NULL ? "law" : "treatment");
  cab_record_set_text (disclosure, OWN (CHANNEL), "post");
  cab_record_set_text (disclosure, OWN (ENCRYPTION), "paper");
  cab_record_set_text (disclosure, OWN (OUTPUT_DIGEST), digest);
  cab_record_set_text (disclosure, OWN (CORRECTS_ID), corrects);
  cab_test_assert_saves (test, disclosure);
  cab_clock_advance (test->clock, G_GINT64_CONSTANT (86400000));

  return disclosure;
}

static GPtrArray *
list (CabTestPractice *test, const CabDisclosureQuery *query, guint offset, guint maximum, guint *n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = cab_disclosure_row_list (test->practice, query, offset, maximum, n, &error);

  g_assert_no_error (error);
  return rows;
}

static const char *
get_text (GPtrArray *rows, guint position, guint field)
{
  return cab_row_get_text (rows->pdata[position], field);
}

/* [W-98], [M-55] a row says when, whose, to whom, on what ground, how protected; a correction and
 * what it corrects know of each other */
static void
test_row (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autofree char *digest = DIGEST ("letter");
  g_autoptr (CabRecord) wrong = disclose (&test, ada, "Surgery", digest, NULL);
  g_autoptr (CabRecord) right
      = disclose (&test, ada, "Park Surgery", digest, cab_record_get_id (wrong));
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  guint n_all = 0;
  g_autoptr (GPtrArray) rows = list (&test, &all, 0, 10, &n_all);

  g_assert_cmpuint (n_all, ==, 2);
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_ID), ==, cab_record_get_id (right));
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_CLIENT), ==, "Ada");
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_RECIPIENT), ==, "Park Surgery");
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_GROUND_WORDS), ==, "Treatment");
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_CHANNEL_WORDS), ==, "Post");
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_PROTECTION_WORDS), ==, "Paper");
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_DIGEST), ==, digest);
  g_assert_true (cab_when_is_local (get_text (rows, 0, CAB_DISCLOSURE_ROW_LOCAL)));
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_CORRECTS_ID), ==,
                   cab_record_get_id (wrong));
  g_assert_null (get_text (rows, 0, CAB_DISCLOSURE_ROW_CORRECTED_BY_ID));
  g_assert_cmpstr (get_text (rows, 1, CAB_DISCLOSURE_ROW_CORRECTED_BY_ID), ==,
                   cab_record_get_id (right));
  g_assert_false (cab_row_get_bool (rows->pdata[0], CAB_DISCLOSURE_ROW_DAMAGED));
}

/* [W-98] by client, ground, day and digest, page after page; a client in the trash still counts */
static void
test_filters (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autofree char *digest = DIGEST ("letter");
  g_autoptr (CabRecord) first = disclose (&test, ada, "One", digest, NULL);
  g_autoptr (CabRecord) second = disclose (&test, ben, "Two", NULL, NULL);
  g_autoptr (CabRecord) third = disclose (&test, ada, "Three", NULL, NULL);
  const struct
  {
    const char *name;
    CabDisclosureQuery query;
    guint offset;
    const char *recipients; /* in order */
  } cases[] = {
    { "all", CAB_DISCLOSURE_QUERY_ALL, 0, "Three Two One" },
    { "second page", CAB_DISCLOSURE_QUERY_ALL, 2, "One" },
    { "client", { .ground = -1, .client_id = cab_record_get_id (ada) }, 0, "Three One" },
    { "ground", { .ground = CAB_DISCLOSURE_GROUND_LAW }, 0, "Three Two" },
    { "from", { .ground = -1, .from = "2026-03-03" }, 0, "Three Two" },
    { "to", { .ground = -1, .to = "2026-03-03" }, 0, "Two One" },
    { "day", { .ground = -1, .from = "2026-03-03", .to = "2026-03-03" }, 0, "Two" },
    { "digest", { .ground = -1, .digest = digest }, 0, "One" },
  };
  g_autoptr (GError) error = NULL;

  cab_practice_trash (test.practice, ben, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = list (&test, &cases[i].query, cases[i].offset, 10, NULL);
      g_autoptr (GString) recipients = g_string_new (NULL);

      for (guint r = 0; r < rows->len; r++)
        g_string_append_printf (recipients, "%s%s", r > 0 ? " " : "",
                                get_text (rows, r, CAB_DISCLOSURE_ROW_RECIPIENT));
      if (!g_str_equal (recipients->str, cases[i].recipients))
        g_error ("%s: %s", cases[i].name, recipients->str);
    }
}

/* [W-98], [V-90] who is erased and whose record is damaged are not the same; the entry stays */
static void
test_absent (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) first = disclose (&test, ada, "One", NULL, NULL);
  g_autoptr (CabRecord) second = disclose (&test, ben, "Two", NULL, NULL);
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  cab_erasure_erase (test.practice, ada, CAB_ERASURE_GROUND_MISTAKE, NULL, &error);
  g_assert_no_error (error);
  cab_test_practice_damage (&test, "UPDATE client SET pronouns = 'x' WHERE given_name = 'Ben'");
  rows = list (&test, &all, 0, 10, NULL);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_ABSENT_WORDS), ==, "Record damaged");
  g_assert_cmpstr (get_text (rows, 0, CAB_DISCLOSURE_ROW_CLIENT_ID), ==, cab_record_get_id (ben));
  g_assert_cmpstr (get_text (rows, 1, CAB_DISCLOSURE_ROW_ABSENT_WORDS), ==, "Erased");
  g_assert_null (get_text (rows, 1, CAB_DISCLOSURE_ROW_CLIENT_ID));
  for (guint i = 0; i < rows->len; i++)
    g_assert_null (get_text (rows, i, CAB_DISCLOSURE_ROW_CLIENT));
}

/* [W-98], [M-57] what leaves is told to the log with its kind, and only if it is not stopped */
static void
test_export (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) first = disclose (&test, ada, "One", NULL, NULL);
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cab_disclosure_row_export (test.practice, &all, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "export"), ==, 0);

  g_clear_error (&error);
  rows = cab_disclosure_row_export (test.practice, &all, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "export"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure-row/row", test_row);
  g_test_add_func ("/disclosure-row/filters", test_filters);
  g_test_add_func ("/disclosure-row/absent", test_absent);
  g_test_add_func ("/disclosure-row/export", test_export);

  return g_test_run ();
}
