/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-error-page.h"
#include "cab-import-column-row.h"
#include "cab-open-row.h"
#include "cab-plain-row.h"
#include "cab-test-app.h"

#define HOSTILE "O’Brien & Söhne <b>"

/* [W-195] what a row of any kind shows is never read as markup, for GTK writes to the log what
 * it cannot read: here that ends the test */
static void
test_kinds (void)
{
  const GType types[] = { ADW_TYPE_ACTION_ROW, ADW_TYPE_SWITCH_ROW, ADW_TYPE_COMBO_ROW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GtkWidget) row = g_object_ref_sink (
          cab_plain_row_fill (g_object_new (types[i], NULL), HOSTILE, HOSTILE));

      g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, HOSTILE);
    }
}

/* [W-195] the values of somebody else's table neither */
static void
test_column (void)
{
  g_autoptr (GtkWidget) row
      = g_object_ref_sink (cab_import_column_row_new (HOSTILE, HOSTILE, "family_name"));

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, HOSTILE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, HOSTILE);
}

/* [W-40] [W-195] what a page says of a file is there, whatever the file is called */
static void
test_page (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (adw_status_page_new ());
  g_autoptr (GError) error
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "“A & B <i>.zip” is no bundle.");
  g_autoptr (GtkWidget) refused
      = g_object_ref_sink (GTK_WIDGET (cab_error_page_new ("/home/A & B <i>.zip", error)));

  cab_plain_page_describe (ADW_STATUS_PAGE (page), HOSTILE);
  g_assert_nonnull (adw_status_page_get_description (ADW_STATUS_PAGE (page)));
  g_assert_cmpstr (adw_status_page_get_description (
                       ADW_STATUS_PAGE (cab_test_app_find (refused, ADW_TYPE_STATUS_PAGE))),
                   ==, "“A &amp; B &lt;i&gt;.zip” is no bundle.");
}

/* [W-195] nor somebody's name and what is held about them */
static void
test_open_row (void)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (cab_open_row_new (HOSTILE, HOSTILE, "1"));

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, HOSTILE);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/plain-row/kinds", test_kinds);
  g_test_add_func ("/plain-row/column", test_column);
  g_test_add_func ("/plain-row/page", test_page);
  g_test_add_func ("/plain-row/open-row", test_open_row);

  return cab_test_app_run ();
}
