/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-chart.h"

#include <math.h>
#include <string.h>

#include "cab-test-chart.h"

/* [W-92] [W-124] every colour of a series has 3:1 against the ground, and text 4.5:1 */
static void
test_palette_can_be_seen (void)
{
  for (guint look = 0; look < CAB_N_CHART_LOOKS; look++)
    {
      const CabChartTheme *theme = cab_chart_theme_get (look);

      g_test_message ("look %u", look);
      for (guint i = 0; i < CAB_CHART_N_COLOURS; i++)
        g_assert_cmpfloat (cab_chart_colour_get_contrast (theme->series[i], theme->ground), >=, 3);
      g_assert_cmpfloat (cab_chart_colour_get_contrast (theme->text, theme->ground), >=, 4.5);
      g_assert_cmpfloat (cab_chart_colour_get_contrast (theme->dim, theme->ground), >=, 4.5);
    }
}

/* [W-92] the ratio is that of WCAG */
static void
test_contrast_ratio (void)
{
  const CabChartColour black = { 0, 0, 0 };
  const CabChartColour white = { 255, 255, 255 };
  const CabChartColour grey = { 0x76, 0x76, 0x76 };

  g_assert_cmpfloat_with_epsilon (cab_chart_colour_get_contrast (black, white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (cab_chart_colour_get_contrast (white, white), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (cab_chart_colour_get_contrast (grey, white), 4.54, 0.01);
}

static void
draw (const CabChartModel *model, const CabChartTheme *theme, double width, CabChartHits *hits)
{
  double height = ceil (cab_chart_get_height (model, theme, width));
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  cairo_t *cr = cairo_create (surface);

  cab_chart_draw (cr, model, theme, width, height, hits);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Whether a cell begins with the point's label: of many entries a range follows. */
static gboolean
row_tells (char **row, const char *label)
{
  for (guint i = 0; row[i] != NULL; i++)
    {
      gsize length = strlen (label);

      if (g_str_has_prefix (row[i], label) && (row[i][length] == '\0' || row[i][length] == ' '))
        return TRUE;
    }

  return FALSE;
}

/* [W-94] [F-90] what is drawn is what the table says, and every point is met */
static void
test_table_is_what_is_drawn (void)
{
  static const struct
  {
    const char *name;
    guint n;
  } cases[] = { { "one", 1 }, { "some", 42 }, { "most", 500 }, { "weeks", 1500 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabChartModel) model = cab_test_chart_new_mood (cases[i].n);
      g_autoptr (CabChartHits) hits = cab_chart_hits_new ();

      g_test_message ("%s", cases[i].name);
      draw (model, cab_chart_theme_get (CAB_CHART_LOOK_LIGHT), 700, hits);
      g_assert_cmpuint (hits->panels->len, ==, model->series->len);
      g_assert_cmpuint (hits->hits->len, ==, model->series->len * model->rows->len);
      for (guint k = 0; k < hits->hits->len; k++)
        {
          const CabChartHit *hit = &g_array_index (hits->hits, CabChartHit, k);
          const CabChartPoint *point = cab_chart_model_get_point (model, hit->series, hit->point);
          const CabChartSeries *series = cab_chart_model_get_series (model, hit->series);
          const cairo_rectangle_t *panel
              = &g_array_index (hits->panels, cairo_rectangle_t, hit->series);
          double value
              = series->maximum
                - (hit->y - panel->y) / panel->height * (series->maximum - series->minimum);

          g_assert_true (row_tells (g_ptr_array_index (model->rows, hit->point), point->label));
          g_assert_cmpfloat_with_epsilon (value, point->value, 0.001);
        }
    }
}

/* [F-94] [F-95] the same of rows: bars end where their number is */
static void
test_bars_are_as_long_as_their_numbers (void)
{
  g_autoptr (CabChartModel) emotions = cab_test_chart_new_emotions ();
  g_autoptr (CabChartModel) values = cab_test_chart_new_values (3);
  const CabChartModel *models[] = { emotions, values };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (CabChartHits) hits = cab_chart_hits_new ();
      const cairo_rectangle_t *panel;

      draw (models[i], cab_chart_theme_get (CAB_CHART_LOOK_PRINT), 328, hits);
      panel = &g_array_index (hits->panels, cairo_rectangle_t, 0);
      for (guint k = 0; k < hits->hits->len; k++)
        {
          const CabChartHit *hit = &g_array_index (hits->hits, CabChartHit, k);
          const CabChartSeries *series = cab_chart_model_get_series (models[i], hit->series);

          g_assert_cmpfloat_with_epsilon (
              (hit->x - panel->x) / panel->width * series->maximum,
              cab_chart_model_get_point (models[i], hit->series, hit->point)->value, 0.001);
        }
    }
}

/* [W-90] time runs with the text */
static void
test_right_to_left_is_mirrored (void)
{
  g_autoptr (CabChartModel) model = cab_test_chart_new_mood (42);
  CabChartTheme theme = *cab_chart_theme_get (CAB_CHART_LOOK_LIGHT);
  g_autoptr (CabChartHits) ltr = cab_chart_hits_new ();
  g_autoptr (CabChartHits) rtl = cab_chart_hits_new ();

  draw (model, &theme, 700, ltr);
  theme.is_rtl = TRUE;
  draw (model, &theme, 700, rtl);
  g_assert_cmpuint (rtl->hits->len, ==, ltr->hits->len);
  for (guint i = 0; i < ltr->hits->len; i++)
    {
      const CabChartHit *one = &g_array_index (ltr->hits, CabChartHit, i);
      const CabChartHit *other = &g_array_index (rtl->hits, CabChartHit, i);

      g_assert_cmpfloat_with_epsilon (one->x, 700 - other->x, 0.001);
      g_assert_cmpfloat_with_epsilon (one->area.x, 700 - other->area.x - other->area.width, 0.001);
      g_assert_cmpfloat (one->y, ==, other->y);
    }
}

/* [W-94] the pointer finds the nearest of several, and nothing where there is none */
static void
test_hits_are_found (void)
{
  g_autoptr (CabChartModel) model = cab_test_chart_new_mood (42);
  g_autoptr (CabChartHits) hits = cab_chart_hits_new ();
  const CabChartHit *hit;

  draw (model, cab_chart_theme_get (CAB_CHART_LOOK_DARK), 1100, hits);
  for (guint i = 0; i < hits->hits->len; i++)
    {
      const CabChartHit *one = &g_array_index (hits->hits, CabChartHit, i);

      g_assert_true (cab_chart_hits_find (hits, one->x, one->y) == one);
      g_assert_true (cab_chart_hits_get (hits, one->series, one->point) == one);
      g_assert_cmpfloat (one->area.width, >=, 24);
      g_assert_cmpfloat (one->area.height, >=, 24);
    }
  hit = cab_chart_hits_get (hits, 0, 0);
  g_assert_null (cab_chart_hits_find (hits, hit->x, hit->y - 100));
  g_assert_null (cab_chart_hits_get (hits, 0, 42));
}

/* [F-90] a chart without data says what is needed, and has nothing to meet */
static void
test_nothing_is_said (void)
{
  g_autoptr (CabChartModel) model = cab_test_chart_new_mood (0);
  g_autoptr (CabChartHits) hits = cab_chart_hits_new ();

  draw (model, cab_chart_theme_get (CAB_CHART_LOOK_LIGHT), 328, hits);
  g_assert_cmpuint (hits->hits->len, ==, 0);
  g_assert_cmpstr (model->sentence, ==, "7 entries are needed; there are none.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/chart/palette-can-be-seen", test_palette_can_be_seen);
  g_test_add_func ("/render/chart/contrast-ratio", test_contrast_ratio);
  g_test_add_func ("/render/chart/table-is-what-is-drawn", test_table_is_what_is_drawn);
  g_test_add_func ("/render/chart/bars-are-as-long-as-their-numbers",
                   test_bars_are_as_long_as_their_numbers);
  g_test_add_func ("/render/chart/right-to-left-is-mirrored", test_right_to_left_is_mirrored);
  g_test_add_func ("/render/chart/hits-are-found", test_hits_are_found);
  g_test_add_func ("/render/chart/nothing-is-said", test_nothing_is_said);

  return g_test_run ();
}
