/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-affect-grid.h"
#include "cab-test-app.h"

/* [W-85] words and numbers of the cell, with a real minus sign */
static void
test_words (void)
{
  static const struct
  {
    int valence;
    int arousal;
    const char *words;
  } cases[] = {
    { 2, -2, "fairly pleasant, calm; 2, −2" },
    { 0, 0, "neither pleasant nor unpleasant, of middling energy; 0, 0" },
    { -4, 4, "very unpleasant, very energetic; −4, 4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = cab_affect_grid_dup_words (cases[i].valence, cases[i].arousal);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* [W-85] nothing is stated until something is set; the ends hold; clearing states nothing again */
static void
test_point (void)
{
  CabAffectGrid *grid = g_object_ref_sink (g_object_new (CAB_TYPE_AFFECT_GRID, NULL));
  int valence = 9;
  int arousal = 9;

  g_assert_false (cab_affect_grid_get_point (grid, &valence, &arousal));
  g_assert_cmpint (valence, ==, 9);
  cab_affect_grid_set_point (grid, 12, -12);
  g_assert_true (cab_affect_grid_get_point (grid, &valence, &arousal));
  g_assert_cmpint (valence, ==, CAB_AFFECT_MAXIMUM);
  g_assert_cmpint (arousal, ==, -CAB_AFFECT_MAXIMUM);
  cab_affect_grid_clear (grid);
  g_assert_false (cab_affect_grid_get_point (grid, &valence, &arousal));
  g_assert_finalize_object (grid);
}

/* [W-85], [W-120] a grid of 81 named cells with one tab stop */
static void
test_roles (void)
{
  CabAffectGrid *grid = g_object_ref_sink (g_object_new (CAB_TYPE_AFFECT_GRID, NULL));
  guint n_cells = 0;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_ROLE_GRID);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (grid)));
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (grid)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
      g_assert_false (gtk_widget_get_focusable (cell));
      n_cells++;
    }
  g_assert_cmpuint (n_cells, ==, 81);
  g_assert_finalize_object (grid);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/affect-grid/words", test_words);
  g_test_add_func ("/affect-grid/point", test_point);
  g_test_add_func ("/affect-grid/roles", test_roles);

  return cab_test_app_run ();
}
