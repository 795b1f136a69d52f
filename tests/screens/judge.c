/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-screens"

#include "config.h"

#include "judge.h"

#include <adwaita.h>

/* What rounding to whole pixels may move. */
#define TOLERANCE 1.5f

/* The way from the window to a widget, by the names of its types, for whoever mends it. */
static char *
dup_place (GtkWidget *widget)
{
  GString *place = g_string_new (NULL);
  guint depth = 0;

  for (GtkWidget *each = widget; each != NULL && depth < 8; each = gtk_widget_get_parent (each))
    {
      const char *name = G_OBJECT_TYPE_NAME (each);

      if (each != widget && !g_str_has_prefix (name, "Cab") && !GTK_IS_BUTTON (each))
        continue;
      g_string_prepend (place, depth == 0 ? "" : " › ");
      g_string_prepend (place, name);
      depth++;
    }

  return g_string_free_and_steal (place);
}

static void
add_fault (GPtrArray *faults, GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *place = dup_place (widget);

  g_ptr_array_add (faults, g_strdup_printf ("%s: %s%s%s%s", place, what, text != NULL ? " “" : "",
                                            text != NULL ? text : "", text != NULL ? "”" : ""));
}

static gboolean
may_be_cut (GtkWidget *widget)
{
  for (GtkWidget *each = widget; each != NULL; each = gtk_widget_get_parent (each))
    if (gtk_widget_has_css_class (each, JUDGE_MAY_BE_CUT))
      return TRUE;

  return FALSE;
}

static gboolean
is_large (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi >= 2 * 96 * PANGO_SCALE;
}

/* Where the toolkit has one line and no more, with the words whole in a list, a tooltip or beside
 * an icon; titles fit but at the largest text. */
static gboolean
is_one_line (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER_BAR) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER) != NULL
         || (is_large (label)
             && (gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL
                 || gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) != NULL));
}

static void
judge_label (GtkLabel *label, GPtrArray *faults)
{
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)) && !may_be_cut (GTK_WIDGET (label))
      && !is_one_line (GTK_WIDGET (label)))
    add_fault (faults, GTK_WIDGET (label), "cut short", gtk_label_get_text (label));
}

static void
judge_image (GtkImage *image, GPtrArray *faults)
{
  const char *name = gtk_image_get_icon_name (image);
  GtkIconTheme *theme
      = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (image)));

  if (name != NULL && !gtk_icon_theme_has_icon (theme, name))
    add_fault (faults, GTK_WIDGET (image), "no such icon", name);
}

/* What shows a part of something larger, or slides. */
static gboolean
is_larger_inside (GtkWidget *widget)
{
  return GTK_IS_SCROLLABLE (widget) || GTK_IS_TEXT (widget) || GTK_IS_RANGE (widget)
         || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_SWITCH (widget) || GTK_IS_NATIVE (widget);
}

/* Sliders, dots and titles of header bars lie where the toolkit likes. */
static gboolean
is_ornament (GtkWidget *widget)
{
  const char *name = G_OBJECT_TYPE_NAME (widget);

  return g_str_equal (name, "GtkGizmo") || g_str_equal (name, "AdwGizmo")
         || ADW_IS_WINDOW_TITLE (widget);
}

static void
judge_place (GtkWidget *widget, GPtrArray *faults)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds;
  graphene_rect_t room;
  g_autofree char *text = NULL;

  if (is_larger_inside (parent) || is_ornament (widget) || GTK_IS_NATIVE (widget)
      || !gtk_widget_compute_bounds (widget, parent, &bounds)
      || !gtk_widget_compute_bounds (parent, parent, &room))
    return;

  graphene_rect_inset (&room, -TOLERANCE, -TOLERANCE);
  if (graphene_rect_contains_rect (&room, &bounds))
    return;

  text = g_strdup_printf ("%.0f+%.0f × %.0f+%.0f in %.0f × %.0f of %s", bounds.origin.x,
                          bounds.size.width, bounds.origin.y, bounds.size.height, room.size.width,
                          room.size.height, G_OBJECT_TYPE_NAME (parent));
  add_fault (faults, widget, "outside of what holds it", text);
}

static void
judge_widget (GtkWidget *widget, GPtrArray *faults)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget))
    judge_label (GTK_LABEL (widget), faults);
  else if (GTK_IS_IMAGE (widget))
    judge_image (GTK_IMAGE (widget), faults);
  if (gtk_widget_get_parent (widget) != NULL)
    judge_place (widget, faults);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    judge_widget (child, faults);
}

static int
measure_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkPolicyType policy;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;

  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);

  return policy != GTK_POLICY_NEVER;
}

/* The innermost parts that are wider than the window, for the outer ones only follow them; also
 * those that a stack holds ready, as they make it wide, and those in a breakpoint, which promises
 * to fold them. */
static gboolean
judge_minimum (GtkWidget *widget, int width, GPtrArray *faults)
{
  gboolean is_told = FALSE;
  int minimum;

  if (!gtk_widget_get_visible (widget) || scrolls_sideways (widget)
      || ADW_IS_VIEW_SWITCHER (widget))
    return FALSE;
  minimum = measure_width (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    is_told = judge_minimum (child, width, faults) || is_told;
  if (!is_told && minimum > width)
    {
      g_autofree char *text = g_strdup_printf ("%d px", minimum);

      add_fault (faults, widget, "does not become narrower than", text);
    }

  return is_told || minimum > width;
}

GPtrArray *
judge_widgets (GtkWidget *window, int width)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  judge_widget (window, faults);
  judge_minimum (gtk_window_get_child (GTK_WINDOW (window)), width, faults);

  return g_steal_pointer (&faults);
}

gboolean
judge_is_blank (GdkTexture *texture)
{
  gsize n_pixels = (gsize)gdk_texture_get_width (texture) * (gsize)gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n_pixels);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  gsize most = 0;

  gdk_texture_download (texture, (guchar *)pixels, 4 * (gsize)gdk_texture_get_width (texture));
  for (gsize i = 0; i < n_pixels; i++)
    {
      gpointer colour = GUINT_TO_POINTER (pixels[i]);
      gsize count = GPOINTER_TO_SIZE (g_hash_table_lookup (counts, colour)) + 1;

      g_hash_table_insert (counts, colour, GSIZE_TO_POINTER (count));
      most = MAX (most, count);
    }

  return most > n_pixels / 100 * 99;
}
