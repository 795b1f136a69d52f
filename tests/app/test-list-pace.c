/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-list-pace.h"

#define MANY 100
#define MOST 10

static void
add_rows (GListStore *store, guint n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, rows->pdata, n);
}

static void
note_most (GListModel *slice, guint position, guint removed, guint added, guint *most)
{
  *most = MAX (*most, added);
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

/* [W-25] [W-173] a list gets all its rows, and never many at once: those that are
 * there, those that come, and those that take their place */
static void
test_steps (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GtkSliceListModel) slice = gtk_slice_list_model_new (NULL, 0, 0);
  GListModel *shown = G_LIST_MODEL (slice);
  guint most = 0;

  g_signal_connect (slice, "items-changed", G_CALLBACK (note_most), &most);
  cab_list_pace_start (slice);
  add_rows (store, MANY);
  gtk_slice_list_model_set_model (slice, G_LIST_MODEL (store));
  g_assert_cmpuint (g_list_model_get_n_items (shown), <=, MOST);
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, 0);
  g_assert_cmpuint (count_turns (), >=, MANY / MOST - 1);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, MANY);

  add_rows (store, MANY);
  g_assert_cmpuint (g_list_model_get_n_items (shown), <=, MANY + MOST);
  count_turns ();
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 2 * MANY);

  cab_list_pace_restart (slice);
  g_list_store_remove_all (store);
  add_rows (store, MANY);
  g_assert_cmpuint (g_list_model_get_n_items (shown), <=, MOST);
  count_turns ();
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, MANY);
  g_assert_cmpuint (most, <=, MOST);
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
  GtkSliceListModel *slice = gtk_slice_list_model_new (NULL, 0, 0);

  cab_list_pace_start (slice);
  add_rows (store, MANY);
  gtk_slice_list_model_set_model (slice, G_LIST_MODEL (store));
  g_assert_finalize_object (slice);
  g_assert_cmpuint (count_turns (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-pace/steps", test_steps);
  g_test_add_func ("/list-pace/put", test_put);
  g_test_add_func ("/list-pace/end", test_end);

  return g_test_run ();
}
