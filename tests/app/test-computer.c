/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <adwaita.h>

#include "cab-chart-card.h"
#include "cab-computer.h"
#include "cab-test-app.h"

/* [W-184] the program knows these keys, and the schema has no other */
static void
test_keys (void)
{
  static const char *const keys[] = {
    CAB_COMPUTER_CHART_AS_TABLE,     CAB_COMPUTER_COLOR_SCHEME,     CAB_COMPUTER_DISCREET_MODE,
    CAB_COMPUTER_FIRST_WEEKDAY,      CAB_COMPUTER_LIST_FRACTION,    CAB_COMPUTER_LOCK_ON_SUSPEND,
    CAB_COMPUTER_LOCK_WHEN_HIDDEN,   CAB_COMPUTER_LOCK_WHEN_IDLE,   CAB_COMPUTER_LOCK_WITH_SCREEN,
    CAB_COMPUTER_REMEMBER_PRACTICES, CAB_COMPUTER_SIDEBAR_FRACTION, CAB_COMPUTER_TEXT_ZOOM,
    CAB_COMPUTER_WINDOW_HEIGHT,      CAB_COMPUTER_WINDOW_MAXIMIZED, CAB_COMPUTER_WINDOW_WIDTH
  };
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) names = NULL;

  g_object_get (cab_computer_get_settings (), "settings-schema", &schema, NULL);
  names = g_settings_schema_list_keys (schema);
  g_assert_cmpuint (g_strv_length (names), ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!g_strv_contains ((const char *const *)names, keys[i]))
      g_error ("%s is not in the schema", keys[i]);
}

/* [W-188] the schema of the build folder is found without being pointed at */
static void
test_beside_the_program (void)
{
  g_assert_null (g_getenv ("GSETTINGS_SCHEMA_DIR"));
  g_assert_nonnull (cab_computer_get_settings ());
  g_assert_true (cab_computer_get_boolean (CAB_COMPUTER_LOCK_WHEN_IDLE, FALSE));
}

/* [W-1] a window opens in the size in which the last one was closed */
static void
test_window_size (void)
{
  GSettings *settings = cab_computer_get_settings ();
  CabWindow *window = cab_test_app_new_window (NULL);
  int width;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpint (g_settings_get_int (settings, CAB_COMPUTER_WINDOW_WIDTH), ==, 900);
  g_assert_cmpint (g_settings_get_int (settings, CAB_COMPUTER_WINDOW_HEIGHT), ==, 600);
  g_assert_false (g_settings_get_boolean (settings, CAB_COMPUTER_WINDOW_MAXIMIZED));

  window = cab_test_app_new_window (NULL);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 600);
  g_settings_reset (settings, CAB_COMPUTER_WINDOW_WIDTH);
  g_settings_reset (settings, CAB_COMPUTER_WINDOW_HEIGHT);
}

/* [W-24] the look changes at once */
static void
test_color_scheme (void)
{
  GSettings *settings = cab_computer_get_settings ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_settings_set_string (settings, CAB_COMPUTER_COLOR_SCHEME, "dark");
  g_assert_true (adw_style_manager_get_dark (manager));
  g_settings_set_string (settings, CAB_COMPUTER_COLOR_SCHEME, "light");
  g_assert_false (adw_style_manager_get_dark (manager));
  g_settings_reset (settings, CAB_COMPUTER_COLOR_SCHEME);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
}

/* [W-94] whether a chart shows its table is the same for every chart */
static void
test_chart_table (void)
{
  GtkWidget *card = g_object_ref_sink (g_object_new (CAB_TYPE_CHART_CARD, NULL));
  GtkWidget *other = g_object_ref_sink (g_object_new (CAB_TYPE_CHART_CARD, NULL));
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (cab_test_app_find (card, ADW_TYPE_TOGGLE_GROUP));
  AdwToggleGroup *shown = ADW_TOGGLE_GROUP (cab_test_app_find (other, ADW_TYPE_TOGGLE_GROUP));

  adw_toggle_group_set_active_name (group, "table");
  g_assert_cmpstr (adw_toggle_group_get_active_name (shown), ==, "table");
  g_settings_reset (cab_computer_get_settings (), CAB_COMPUTER_CHART_AS_TABLE);
  g_assert_cmpstr (adw_toggle_group_get_active_name (group), ==, "chart");
  g_object_unref (card);
  g_object_unref (other);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/computer/keys", test_keys);
  g_test_add_func ("/computer/beside-the-program", test_beside_the_program);
  g_test_add_func ("/computer/window-size", test_window_size);
  g_test_add_func ("/computer/color-scheme", test_color_scheme);
  g_test_add_func ("/computer/chart-table", test_chart_table);

  return cab_test_app_run ();
}
