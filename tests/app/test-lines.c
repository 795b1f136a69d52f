/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-initials.h"
#include "cab-lines.h"

/* How far the ink of a letter may stand out of its place */
#define OVERHANG 3
#define LONG                                                                                       \
  "Wilhelmina Featherstonehaugh-Cholmondeley\n<span size=\"82%\">Active · last contact 3 March "   \
  "2026, and words enough for several lines</span>"

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int least;

  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);

  return least;
}

static CabLines *
make_lines (const char *markup)
{
  return g_object_ref_sink (g_object_new (CAB_TYPE_LINES, "markup", markup, NULL));
}

/* [W-173] as high at any width as a label that wraps, and it asks for no width */
static void
test_size (void)
{
  g_autoptr (CabLines) lines = make_lines (LONG);
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));

  gtk_label_set_markup (GTK_LABEL (label), LONG);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  g_assert_cmpint (measure (GTK_WIDGET (lines), GTK_ORIENTATION_HORIZONTAL, -1), ==, 0);
  for (int width = 60; width < 700; width += 10)
    g_assert_cmpint (measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, width), ==,
                     measure (label, GTK_ORIENTATION_VERTICAL, width));
}

/* A row that is given to another record becomes as high as that needs */
static void
test_change (void)
{
  g_autoptr (CabLines) lines = make_lines ("A");
  int one = measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, 200);

  g_object_set (lines, "markup", "A\nB\nC", NULL);
  g_assert_cmpint (measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, 200), >=, 3 * one - 2);
  g_object_set (lines, "markup", NULL, NULL);
  g_assert_cmpint (measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, 200), ==, one);
}

static graphene_rect_t
draw (GtkWidget *widget, int width, GtkTextDirection direction)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;

  gtk_widget_set_direction (widget, direction);
  gtk_widget_allocate (widget, width, measure (widget, GTK_ORIENTATION_VERTICAL, width), -1, NULL);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);

  return bounds;
}

/* Nothing is cut off, and a line begins where reading does [W-3] [W-172] */
static void
test_draw (void)
{
  g_autoptr (CabLines) lines = make_lines ("Ines Ferreira");
  graphene_rect_t ltr = draw (GTK_WIDGET (lines), 400, GTK_TEXT_DIR_LTR);
  graphene_rect_t rtl = draw (GTK_WIDGET (lines), 400, GTK_TEXT_DIR_RTL);

  g_assert_cmpfloat (ltr.origin.x, >=, 0);
  g_assert_cmpfloat (ltr.origin.x, <, 5);
  g_assert_cmpfloat (rtl.origin.x + rtl.size.width, <=, 400);
  g_assert_cmpfloat (rtl.origin.x + rtl.size.width, >, 395);

  g_object_set (lines, "markup", LONG, NULL);
  for (int width = 60; width < 700; width += 80)
    g_assert_cmpfloat (draw (GTK_WIDGET (lines), width, GTK_TEXT_DIR_LTR).size.width, <=,
                       width + OVERHANG);
}

static void
find_ends (GskRenderNode *node, float *least, float *most)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    find_ends (gsk_transform_node_get_child (node), least, most);
  else if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      find_ends (gsk_container_node_get_child (node, i), least, most);
  else
    {
      *least = MIN (*least, bounds.origin.x + bounds.size.width);
      *most = MAX (*most, bounds.origin.x + bounds.size.width);
    }
}

/* [W-3] Read from the right, every line begins there, in whichever script, and keeps
 * its own order */
static void
test_sides (void)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (CabLines) lines = make_lines (NULL);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  float least = G_MAXFLOAT;
  float most = 0;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  cab_lines_append (markup, "\n", CAB_LINES_PLAIN, "Ines");
  cab_lines_append (markup, "\n", CAB_LINES_SMALL, "Active (since 2026)");
  cab_lines_append (markup, "\n", CAB_LINES_PLAIN, "פעיל");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (markup->str, ==,
                   "\u2068Ines\u2069\n<span size=\"82%\">\u2068Active (since 2026)\u2069</span>"
                   "\n\u2068פעיל\u2069");

  g_object_set (lines, "markup", markup->str, NULL);
  draw (GTK_WIDGET (lines), 400, GTK_TEXT_DIR_RTL);
  GTK_WIDGET_GET_CLASS (lines)->snapshot (GTK_WIDGET (lines), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  find_ends (node, &least, &most);
  g_assert_cmpfloat (most - least, <, OVERHANG);
}

/* What people are called is text, not markup */
static void
test_append (void)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  cab_lines_append (markup, "\n", CAB_LINES_PLAIN, "Tom & <Jerry>");
  cab_lines_append (markup, "\n", CAB_LINES_SMALL, NULL);
  cab_lines_append (markup, "\n", CAB_LINES_SMALL, "");
  cab_lines_append (markup, " ", CAB_LINES_SMALL, "a<b");
  cab_lines_append (markup, "\n", CAB_LINES_SMALL_DIM, "c");
  g_assert_cmpstr (markup->str, ==,
                   "Tom &amp; &lt;Jerry&gt; <span size=\"82%\">a&lt;b</span>\n"
                   "<span size=\"82%\" alpha=\"55%\">c</span>");
}

/* A person's colour is the one that AdwAvatar has for the name, and somebody without
 * a name has a sign too */
static void
test_initials (void)
{
  static const char *const people[] = { "Ines Ferreira", "Jonas Okafor", "李小龍", "" };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GtkWidget) initials = g_object_ref_sink (g_object_new (
          CAB_TYPE_INITIALS, "person", people[i], "text", *people[i] != '\0' ? "X" : NULL, NULL));
      g_autoptr (GtkWidget) avatar = g_object_ref_sink (adw_avatar_new (32, people[i], TRUE));
      GtkWidget *gizmo = gtk_widget_get_first_child (avatar);
      g_auto (GStrv) classes = gtk_widget_get_css_classes (initials);

      if (*people[i] != '\0')
        for (char **class = classes; *class != NULL; class ++)
          g_assert_true (gtk_widget_has_css_class (gizmo, *class));
      g_assert_cmpuint (g_strv_length (classes), ==, 1);
      g_assert_cmpfloat (draw (initials, 32, GTK_TEXT_DIR_LTR).size.width, <=, 32);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/lines/size", test_size);
  g_test_add_func ("/lines/change", test_change);
  g_test_add_func ("/lines/draw", test_draw);
  g_test_add_func ("/lines/sides", test_sides);
  g_test_add_func ("/lines/append", test_append);
  g_test_add_func ("/lines/initials", test_initials);

  return g_test_run ();
}
