/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-chart-output.h"

#include <string.h>

#include "cab-test-chart.h"
#include "cab-test-tool.h"

typedef CabChartModel *(*MakeChart) (guint n);

static CabChartModel *
make_equal (guint n)
{
  return cab_test_chart_new_equal ();
}

static CabChartModel *
make_emotions (guint n)
{
  return cab_test_chart_new_emotions ();
}

static const struct
{
  const char *name;
  MakeChart make;
  guint n;
  double width;
  CabChartLook look;
  gboolean is_rtl;
} cases[] = {
  { "mood-0", cab_test_chart_new_mood, 0, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "mood-1", cab_test_chart_new_mood, 1, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "mood-2", cab_test_chart_new_mood, 2, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "mood-42", cab_test_chart_new_mood, 42, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "mood-42-narrow", cab_test_chart_new_mood, 42, 328, CAB_CHART_LOOK_LIGHT, FALSE },
  { "mood-42-rtl", cab_test_chart_new_mood, 42, 1100, CAB_CHART_LOOK_LIGHT, TRUE },
  { "mood-42-dark", cab_test_chart_new_mood, 42, 1100, CAB_CHART_LOOK_DARK, FALSE },
  { "mood-42-contrast", cab_test_chart_new_mood, 42, 1100, CAB_CHART_LOOK_HIGH_CONTRAST, FALSE },
  { "mood-42-print", cab_test_chart_new_mood, 42, 480, CAB_CHART_LOOK_PRINT, FALSE },
  { "mood-500", cab_test_chart_new_mood, 500, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "mood-10000", cab_test_chart_new_mood, 10000, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "mood-equal", make_equal, 0, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "emotions", make_emotions, 0, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "emotions-narrow", make_emotions, 0, 328, CAB_CHART_LOOK_DARK, FALSE },
  { "emotions-print", make_emotions, 0, 480, CAB_CHART_LOOK_PRINT, FALSE },
  { "emotions-rtl", make_emotions, 0, 700, CAB_CHART_LOOK_LIGHT, TRUE },
  { "values-1", cab_test_chart_new_values, 1, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "values-4", cab_test_chart_new_values, 4, 1100, CAB_CHART_LOOK_LIGHT, FALSE },
  { "values-4-narrow", cab_test_chart_new_values, 4, 328, CAB_CHART_LOOK_DARK, FALSE },
  { "values-4-print", cab_test_chart_new_values, 4, 480, CAB_CHART_LOOK_PRINT, FALSE },
};

/* The outlines of letters are the font's affair; where they stand is ours. */
static char *
dup_without_outlines (GBytes *svg)
{
  g_autoptr (GRegex) outlines
      = g_regex_new ("(<g id=\"glyph-[0-9-]+\">\n<path d=\")[^\"]*", 0, 0, NULL);
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);

  return g_regex_replace (outlines, text, (gssize)length, 0, "\\1", 0, NULL);
}

static void
assert_golden (const char *name, const char *content)
{
  g_autofree char *file = g_strdup_printf ("tests/golden/charts/%s.svg", name);
  g_autofree char *path = cab_test_dup_source_path (file);
  g_autofree char *golden = NULL;

  if (g_getenv ("CAB_UPDATE_GOLDEN") != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      g_assert_true (g_file_set_contents (path, content, -1, NULL));
    }
  if (!g_file_get_contents (path, &golden, NULL, NULL))
    g_error ("%s is not there; CAB_UPDATE_GOLDEN=1 writes it", file);
  if (strcmp (golden, content) != 0)
    g_error ("%s differs; CAB_UPDATE_GOLDEN=1 rewrites it, and the commit says why", file);
}

/* To be looked at: CAB_CHART_PICTURES names the folder. */
static void
write_picture (const char *name,
               const CabChartModel *model,
               const CabChartTheme *theme,
               double width)
{
  const char *folder = g_getenv ("CAB_CHART_PICTURES");
  g_autoptr (GBytes) png = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  png = cab_chart_make_png (model, theme, width, 0, width < 600 ? 2 : 1);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL),
                                      (gssize)g_bytes_get_size (png), NULL));
}

/* [W-94] [F-90] pictures are the same on every machine, in every theme */
static void
test_svg_is_golden (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabChartModel) model = cases[i].make (cases[i].n);
      CabChartTheme theme = *cab_chart_theme_get (cases[i].look);
      g_autoptr (GBytes) svg = NULL;
      g_autofree char *text = NULL;

      theme.is_rtl = cases[i].is_rtl;
      theme.font_family = "DejaVu Sans";
      write_picture (cases[i].name, model, &theme, cases[i].width);
      svg = cab_chart_make_svg (model, &theme, cases[i].width, 0, NULL);
      text = dup_without_outlines (svg);
      assert_golden (cases[i].name, text);
    }
}

static void
check_element (GMarkupParseContext *context,
               const char *name,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  GString *seen = data;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "style") == 0 || g_str_has_prefix (names[i], "on"))
        g_error ("<%s> has %s", name, names[i]);
      if (strcmp (names[i], "id") == 0 || strstr (names[i], "href") != NULL)
        g_string_append_printf (seen, "%s\n", values[i]);
    }
}

static void
gather_text (GMarkupParseContext *context,
             const char *text,
             gsize length,
             gpointer data,
             GError **error)
{
  const char *name = g_markup_parse_context_get_element (context);

  if (strcmp (name, "title") == 0 || strcmp (name, "desc") == 0)
    {
      g_autofree char *copy = g_strndup (text, length);

      g_string_append_printf (data, "%s: %s\n", name, copy);
    }
}

static char *
dup_seen (const CabChartModel *model, const char *prefix)
{
  static const GMarkupParser parser = { .start_element = check_element, .text = gather_text };
  g_autoptr (GBytes) svg
      = cab_chart_make_svg (model, cab_chart_theme_get (CAB_CHART_LOOK_LIGHT), 700, 0, prefix);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, seen, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);

  g_markup_parse_context_parse (context, text, (gssize)length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  if (prefix != NULL)
    g_assert_null (g_strstr_len (text, (gssize)length, "://"));

  return g_strdup (seen->str);
}

/* [W-90] title and sentence are in it, whatever a client calls a value */
static void
test_svg_says_what_it_is (void)
{
  g_autoptr (CabChartModel) model = cab_test_chart_new_hostile ();
  g_autofree char *seen = dup_seen (model, NULL);

  g_assert_nonnull (strstr (seen, "title: Values, bar chart\n"));
  g_assert_nonnull (strstr (seen,
                            "desc: Values over 1 round: widest gap in “</desc><b>&amp;\"'”, 9 "
                            "(importance 10, lived 1).\n"));
}

/* [B-40] in a page nothing has an id of another picture, nor an address */
static void
test_svg_keeps_to_its_letters (void)
{
  g_autoptr (CabChartModel) model = cab_test_chart_new_mood (42);
  g_autofree char *seen = dup_seen (model, "c7-");
  g_auto (GStrv) lines = g_strsplit (g_strstrip (seen), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *id = lines[i] + (lines[i][0] == '#');

      g_assert_true (g_str_has_prefix (id, "c7-") || g_str_has_prefix (id, "title: ")
                     || g_str_has_prefix (id, "desc: "));
    }
  g_assert_cmpuint (g_strv_length (lines), >, 50);
}

/* [W-90] equal charts are equal pictures */
static void
test_output_is_repeatable (void)
{
  g_autoptr (CabChartModel) first = cab_test_chart_new_mood (42);
  g_autoptr (CabChartModel) second = cab_test_chart_new_mood (42);
  const CabChartTheme *theme = cab_chart_theme_get (CAB_CHART_LOOK_DARK);
  g_autoptr (GBytes) one = cab_chart_make_png (first, theme, 700, 0, 2);
  g_autoptr (GBytes) other = cab_chart_make_png (second, theme, 700, 0, 2);

  g_assert_true (g_bytes_equal (one, other));
  g_assert_cmpmem (g_bytes_get_data (one, NULL), 4, "\x89PNG", 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/chart-output/svg-is-golden", test_svg_is_golden);
  g_test_add_func ("/render/chart-output/svg-says-what-it-is", test_svg_says_what_it_is);
  g_test_add_func ("/render/chart-output/svg-keeps-to-its-letters", test_svg_keeps_to_its_letters);
  g_test_add_func ("/render/chart-output/output-is-repeatable", test_output_is_repeatable);

  return g_test_run ();
}
