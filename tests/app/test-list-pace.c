/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-list-pace.h"

#define MANY 100
#define MOST 10

static void
splice_rows (GListStore *store, guint position, guint n_removed, guint n_added)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (rows, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, position, n_removed, rows->pdata, rows->len);
}

static void
note_most (GListModel *shown, guint position, guint removed, guint added, guint *most)
{
  most[0] = MAX (most[0], added);
  most[1] = MAX (most[1], removed);
}

/* Turns of the main loop until nothing is left to do. */
static guint
count_turns (void)
{
  guint n = 0;

  while (g_main_context_iteration (NULL, FALSE))
    n++;

  return n;
}

static void
assert_same (GListModel *shown, GListStore *store)
{
  guint n_items = g_list_model_get_n_items (shown);

  g_assert_cmpuint (n_items, ==, g_list_model_get_n_items (G_LIST_MODEL (store)));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (shown, i);
      g_autoptr (GObject) expected = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_assert_true (item == expected);
    }
}

/* [W-25] [W-173] a list gets all its rows, and never many at once: those that are
 * there, those that come, those that go, and those that take their place */
static void
test_steps (void)
{
  static const struct
  {
    const char *name;
    guint n_before, position, n_removed, n_added;
  } cases[] = {
    { "come", 0, 0, 0, MANY },           { "come behind", MANY, MANY, 0, MANY },
    { "come before", MANY, 0, 0, MANY }, { "come between", MANY, 7, 0, MANY },
    { "go", MANY, 0, MANY, 0 },          { "go between", MANY, 7, MANY - 20, 0 },
    { "others", MANY, 0, MANY, MANY },   { "fewer", MANY, 0, MANY, 3 },
    { "more", 3, 0, 3, MANY },           { "others between", MANY, 9, MANY / 2, MANY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
      g_autoptr (CabListPace) pace = cab_list_pace_new (G_LIST_MODEL (store));
      guint most[2] = { 0 };

      g_test_message ("%s", cases[i].name);
      splice_rows (store, 0, 0, cases[i].n_before);
      count_turns ();
      assert_same (G_LIST_MODEL (pace), store);

      g_signal_connect (pace, "items-changed", G_CALLBACK (note_most), most);
      splice_rows (store, cases[i].position, cases[i].n_removed, cases[i].n_added);
      g_assert_cmpuint (most[0] + most[1], >, 0);
      g_assert_cmpuint (count_turns (), >=,
                        MAX (cases[i].n_removed, cases[i].n_added) / (2 * MOST) - 2);
      assert_same (G_LIST_MODEL (pace), store);
      g_assert_cmpuint (most[0], <=, MOST);
      g_assert_cmpuint (most[1], <=, 2 * MOST);
    }
}

/* [W-28] in Discreet Mode nothing that goes stays for another turn, also on the way */
static void
test_discreet (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (CabListPace) pace = cab_list_pace_new (G_LIST_MODEL (store));
  g_autoptr (GObject) old = NULL;

  splice_rows (store, 0, 0, MANY);
  count_turns ();
  splice_rows (store, 0, MANY, MANY);
  g_main_context_iteration (NULL, FALSE);
  g_object_set (pace, "discreet", TRUE, NULL);
  old = g_list_model_get_item (G_LIST_MODEL (store), 0);
  splice_rows (store, 0, MANY, MANY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pace)), <=, MOST);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pace)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pace), i);
      g_autoptr (GObject) expected = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_assert_true (item == expected && item != old);
    }
  count_turns ();
  assert_same (G_LIST_MODEL (pace), store);
}

/* [W-173] what is one row is there at once */
static void
test_one (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (CabListPace) pace = cab_list_pace_new (G_LIST_MODEL (store));

  splice_rows (store, 0, 0, 1);
  assert_same (G_LIST_MODEL (pace), store);
  splice_rows (store, 0, 1, 1);
  assert_same (G_LIST_MODEL (pace), store);
  g_assert_cmpuint (count_turns (), ==, 0);
}

/* [W-173] a key typed before the last answer is shown: the rows that are right
 * stay, and all others come */
static void
test_change_on_the_way (void)
{
  GRand *rand = g_rand_new_with_seed (1);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (CabListPace) pace = cab_list_pace_new (G_LIST_MODEL (store));

  for (guint round = 0; round < 500; round++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
      guint position = (guint)g_rand_int_range (rand, 0, (int)n_items + 1);
      guint n_removed = (guint)g_rand_int_range (rand, 0, (int)(n_items - position) + 1);

      splice_rows (store, position, n_removed, (guint)g_rand_int_range (rand, 0, 60));
      for (int turns = g_rand_int_range (rand, 0, 8); turns > 0; turns--)
        g_main_context_iteration (NULL, FALSE);
      if (round % 5 == 0)
        {
          count_turns ();
          assert_same (G_LIST_MODEL (pace), store);
        }
    }
  g_rand_free (rand);
}

static gboolean
has_same_letter (gconstpointer one, gconstpointer other)
{
  return g_str_equal (gtk_string_object_get_string (GTK_STRING_OBJECT ((gpointer)one)),
                      gtk_string_object_get_string (GTK_STRING_OBJECT ((gpointer)other)));
}

static void
note_change (GListModel *model, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, " %u-%u+%u", position, removed, added);
}

/* [W-125] what a list is brought up to date with touches no row that stays */
static void
test_put (void)
{
  static const struct
  {
    const char *before;
    guint position;
    const char *rows;
    const char *changes;
  } cases[] = {
    { "", 0, "ab", " 0-0+2" },      { "abc", 0, "abc", "" },        { "abc", 0, "axc", " 1-1+1" },
    { "abc", 0, "xabc", " 0-0+1" }, { "abc", 0, "abcx", " 3-0+1" }, { "abc", 0, "ac", " 1-1+0" },
    { "aaa", 0, "aa", " 2-1+0" },   { "abc", 1, "bx", " 2-1+1" },   { "abc", 3, "de", " 3-0+2" },
    { "abc", 0, "", " 0-3+0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GString) changes = g_string_new (NULL);

      for (const char *at = cases[i].before; *at != '\0'; at++)
        {
          g_autoptr (GtkStringObject) row = gtk_string_object_new ((char[]){ *at, '\0' });

          g_list_store_append (store, row);
        }
      for (const char *at = cases[i].rows; *at != '\0'; at++)
        g_ptr_array_add (rows, gtk_string_object_new ((char[]){ *at, '\0' }));
      g_signal_connect (store, "items-changed", G_CALLBACK (note_change), changes);

      g_test_message ("%s at %u: %s", cases[i].before, cases[i].position, cases[i].rows);
      cab_list_put (store, cases[i].position, rows, has_same_letter);
      g_assert_cmpstr (changes->str, ==, cases[i].changes);
    }
}

/* A list that goes while its rows come holds none of them [W-43] */
static void
test_end (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  CabListPace *pace;

  splice_rows (store, 0, 0, MANY);
  pace = cab_list_pace_new (G_LIST_MODEL (store));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pace)), <=, MOST);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pace)), >, 0);
  g_assert_finalize_object (pace);
  g_assert_cmpuint (count_turns (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-pace/steps", test_steps);
  g_test_add_func ("/list-pace/discreet", test_discreet);
  g_test_add_func ("/list-pace/one", test_one);
  g_test_add_func ("/list-pace/change-on-the-way", test_change_on_the_way);
  g_test_add_func ("/list-pace/put", test_put);
  g_test_add_func ("/list-pace/end", test_end);

  return g_test_run ();
}
