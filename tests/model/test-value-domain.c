/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-model-error.h"
#include "cab-test-practice.h"
#include "cab-value-domain.h"

static GPtrArray *
list_domains (CabTestPractice *test, const char *client_id)
{
  const CabFilter filter = { .client_id = client_id, .trashed = -1 };
  g_autoptr (GError) error = NULL;
  GPtrArray *domains = cab_practice_list (test->practice, &cab_value_domain_kind, &filter, &error);

  g_assert_no_error (error);
  return domains;
}

static CabRecord *
new_domain (const char *client_id, gboolean active)
{
  CabRecord *domain = cab_record_new (&cab_value_domain_kind);

  cab_record_set_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_CLIENT_ID), client_id);
  cab_record_set_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_LABEL), "Music");
  cab_record_set_integer (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_POSITION), 11);
  cab_record_set_bool (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE), active);

  return domain;
}

static CabRecord *
new_rating (CabRecord *domain, const char *day, gint64 importance, gint64 lived)
{
  CabRecord *rating = cab_record_new (&cab_value_rating_kind);

  cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_DOMAIN_ID),
                       cab_record_get_id (domain));
  cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON), day);
  cab_record_set_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE), importance);
  cab_record_set_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED), lived);

  return rating;
}

/* [M-45], [F-83] ten neutral headings, once */
static void
test_headings (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Ben");
  const char *client_id = cab_record_get_id (client);
  g_autoptr (GPtrArray) domains = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  guint places = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (cab_value_domain_add_headings (test.practice, client_id, &error));
      g_assert_no_error (error);
    }

  domains = list_domains (&test, client_id);
  g_assert_cmpuint (domains->len, ==, 10);
  for (guint i = 0; i < domains->len; i++)
    {
      gint64 position = 0;

      cab_record_get_integer (domains->pdata[i], CAB_OWN (CAB_VALUE_DOMAIN_FIELD_POSITION),
                              &position);
      places |= 1u << position;
      g_assert_true (
          cab_record_get_bool (domains->pdata[i], CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE)));
    }
  g_assert_cmphex (places, ==, 0x7fe);
  none = list_domains (&test, cab_record_get_id (other));
  g_assert_cmpuint (none->len, ==, 0);
}

/* [M-45] at most twelve in use; the others stay */
static void
test_twelve_in_use (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const char *client_id = cab_record_get_id (client);
  g_autoptr (CabRecord) last = NULL;
  g_autoptr (CabRecord) idle = new_domain (client_id, FALSE);
  g_autoptr (CabRecord) extra = new_domain (client_id, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_value_domain_add_headings (test.practice, client_id, &error));
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&last);
      last = new_domain (client_id, TRUE);
      cab_test_assert_saves (&test, last);
    }

  cab_test_assert_refuses (
      &test, extra, CAB_MODEL_ERROR_HELD,
      "Value, in use: this client already has 12 values in use. Put one aside first.");
  cab_test_assert_saves (&test, idle);
  cab_record_set_bool (idle, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE), TRUE);
  cab_test_assert_refuses (&test, idle, CAB_MODEL_ERROR_HELD, "…");

  cab_record_set_bool (last, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE), FALSE);
  cab_test_assert_saves (&test, last);
  cab_test_assert_saves (&test, extra);
  /* What is in use already may be renamed at the limit. */
  cab_record_set_text (extra, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_LABEL), "Singing");
  cab_test_assert_saves (&test, extra);
}

/* [M-46] one for each value and day; the gap is computed */
static void
test_ratings (void)
{
  static const struct
  {
    gint64 importance;
    gint64 lived;
    int gap;
  } gaps[] = { { 10, 0, 10 }, { 0, 10, -10 }, { 7, 7, 0 }, { 8, 3, 5 } };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) domain = new_domain (cab_record_get_id (client), TRUE);
  g_autoptr (CabRecord) other = new_domain (cab_record_get_id (client), TRUE);
  g_autoptr (CabRecord) first = NULL;
  g_autoptr (CabRecord) second = NULL;
  g_autoptr (CabRecord) same_day = NULL;
  g_autoptr (CabRecord) tomorrow = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_assert_saves (&test, domain);
  cab_test_assert_saves (&test, other);
  first = new_rating (domain, "2026-03-02", 8, 3);
  second = new_rating (domain, "2026-03-02", 8, 4);
  same_day = new_rating (other, "2026-03-02", 8, 4);
  tomorrow = new_rating (domain, "2026-03-03", 8, 4);

  cab_test_assert_saves (&test, first);
  cab_test_assert_saves (&test, same_day);
  cab_test_assert_refuses (
      &test, second, CAB_MODEL_ERROR_DUPLICATE,
      "Value rating, rated on: this value has a rating of that day. Change that one.");
  cab_test_assert_refuses (&test, tomorrow, CAB_MODEL_ERROR_INVALID,
                           "Value rating, rated on: this day is in the future.");

  /* The trash does not hold the day; coming back it would. */
  g_assert_true (cab_practice_trash (test.practice, first, &error));
  cab_test_assert_saves (&test, second);
  g_assert_false (cab_practice_restore (test.practice, first, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_DUPLICATE);
  g_clear_error (&error);

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_autoptr (CabRecord) rating
          = new_rating (domain, "2026-03-01", gaps[i].importance, gaps[i].lived);

      g_assert_cmpint (cab_value_rating_get_gap (rating), ==, gaps[i].gap);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/value-domain/ten-headings-once", test_headings);
  g_test_add_func ("/model/value-domain/twelve-in-use", test_twelve_in_use);
  g_test_add_func ("/model/value-rating/one-for-each-day", test_ratings);

  return g_test_run ();
}
