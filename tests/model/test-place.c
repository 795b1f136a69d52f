/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"
#include "cab-contact.h"
#include "cab-place.h"
#include "cab-test-practice.h"

#include <string.h>

static CabPlace *
new_place (const char *client_id, const char *kind, const char *id)
{
  CabPlace *place = cab_place_new ("clients");

  place->view = g_strdup ("notes");
  place->client_id = g_strdup (client_id);
  place->kind = g_strdup (kind);
  place->id = g_strdup (id);
  place->field = g_strdup ("text");
  place->words = g_strdup ("M\xC3\xBCller & Co = 100 %");
  place->filter = g_strdup ("active sort:name");
  place->caret = 12;
  place->selection = 7;
  place->scroll = 4000000000;
  place->is_collapsed = TRUE;

  return place;
}

/* [W-44] what was printed is read back whole, each part alone too */
static void
test_round_trip (void)
{
  g_autoptr (CabPlace) whole = new_place ("c", "note", "n");
  g_autoptr (CabPlace) bare = cab_place_new ("today");
  const CabPlace *const places[] = { whole, bare };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (CabSecret) text = cab_place_print (places[i]);
      g_autoptr (CabPlace) again = cab_place_parse (text);
      g_autoptr (CabPlace) copy = cab_place_dup (places[i]);

      g_assert_nonnull (again);
      g_assert_true (cab_place_equal (again, places[i]));
      g_assert_true (cab_place_equal (copy, places[i]));
    }
  g_assert_false (cab_place_equal (whole, bare));
}

/* [W-44] anything else is no place */
static void
test_refused (void)
{
  static const char *const lines[] = { "=", "page", "view=x", "page=a&colour=b", "page=a&caret=x",
                                       "page=%FF", "page=a&&", "page=%zz" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (CabSecret) text = cab_secret_new_copy (lines[i], strlen (lines[i]));

      g_test_message ("%s", lines[i]);
      g_assert_null (cab_place_parse (text));
    }
}

/* [W-44] up: record, client with its tab, page */
static void
test_up (void)
{
  g_autoptr (CabPlace) place = new_place ("c", "note", "n");
  g_autoptr (CabPlace) privacy = cab_place_new ("privacy");

  g_assert_true (cab_place_go_up (place));
  g_assert_null (place->kind);
  g_assert_null (place->field);
  g_assert_cmpint (place->caret, ==, 0);
  g_assert_cmpstr (place->view, ==, "notes");
  g_assert_true (cab_place_go_up (place));
  g_assert_null (place->client_id);
  g_assert_null (place->view);
  g_assert_cmpstr (place->page, ==, "clients");
  g_assert_false (cab_place_go_up (place));

  privacy->view = g_strdup ("activity");
  g_assert_true (cab_place_go_up (privacy));
  g_assert_false (cab_place_go_up (privacy));
}

/* [W-44] the nearest parent of what is gone or lies in the trash */
static void
test_settle (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const char *id = cab_record_get_id (client);
  g_autoptr (CabPlace) there = new_place (id, "client", id);
  g_autoptr (CabPlace) new_record = new_place (id, "note", NULL);
  g_autoptr (CabPlace) gone = new_place (id, "note", "00000000-0000-4000-8000-000000000000");
  g_autoptr (CabPlace) strange = new_place (id, "no-such-kind", id);
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_place_settle (there, test.practice));
  g_assert_cmpint (there->caret, ==, 12);
  g_assert_false (cab_place_settle (new_record, test.practice));
  g_assert_true (cab_place_settle (gone, test.practice));
  g_assert_null (gone->id);
  g_assert_cmpstr (gone->client_id, ==, id);
  g_assert_true (cab_place_settle (strange, test.practice));
  g_assert_null (strange->kind);

  cab_practice_trash (test.practice, client, &error);
  g_assert_no_error (error);
  g_assert_true (cab_place_settle (there, test.practice));
  g_assert_null (there->client_id);
  g_assert_null (there->kind);
  g_assert_cmpstr (there->page, ==, "clients");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place/round-trip", test_round_trip);
  g_test_add_func ("/place/refused", test_refused);
  g_test_add_func ("/place/up", test_up);
  g_test_add_func ("/place/settle", test_settle);

  return g_test_run ();
}
