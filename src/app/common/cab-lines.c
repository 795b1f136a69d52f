/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-lines.h"

struct _CabLines
{
  GtkWidget parent_instance;

  /* Owned */
  char *markup;
  PangoLayout *layout; /* NULL until it is asked for, and after each change of it */

  /* State */
  int width; /* that the layout is wrapped at; -1: not at all */
};

enum
{
  PROP_MARKUP = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabLines, cab_lines, GTK_TYPE_WIDGET)

static gboolean
is_rtl (CabLines *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static PangoLayout *
get_layout (CabLines *self, int width)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      /* Every line begins at the same side, in whatever script it is. */
      pango_layout_set_auto_dir (self->layout, FALSE);
      pango_layout_set_alignment (self->layout,
                                  is_rtl (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      if (self->markup != NULL)
        pango_layout_set_markup (self->layout, self->markup, -1);
      self->width = -1;
    }
  if (width != self->width)
    pango_layout_set_width (self->layout, width < 0 ? -1 : width * PANGO_SCALE);
  self->width = width;

  return self->layout;
}

static void
cab_lines_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    pango_layout_get_pixel_size (get_layout (CAB_LINES (widget), for_size), NULL, minimum);
  *natural = *minimum;
}

static GtkSizeRequestMode
cab_lines_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cab_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CabLines *self = CAB_LINES (widget);
  int width = gtk_widget_get_width (widget);
  PangoLayout *layout = get_layout (self, width);
  PangoRectangle extents;
  GdkRGBA colour;
  int x;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = is_rtl (self) ? width - extents.width : 0;
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(x - extents.x), 0));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
cab_lines_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cab_lines_parent_class)->css_changed (widget, change);

  g_clear_object (&CAB_LINES (widget)->layout);
}

static void
cab_lines_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  g_clear_object (&CAB_LINES (widget)->layout);

  GTK_WIDGET_CLASS (cab_lines_parent_class)->direction_changed (widget, previous);
}

static void
cab_lines_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CAB_LINES (object)->markup);
}

static void
cab_lines_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabLines *self = CAB_LINES (object);

  if (!g_set_str (&self->markup, g_value_get_string (value)))
    return;

  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cab_lines_finalize (GObject *object)
{
  CabLines *self = CAB_LINES (object);

  g_clear_object (&self->layout);
  g_free (self->markup);

  G_OBJECT_CLASS (cab_lines_parent_class)->finalize (object);
}

static void
cab_lines_class_init (CabLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_lines_get_property;
  object_class->set_property = cab_lines_set_property;
  object_class->finalize = cab_lines_finalize;
  widget_class->measure = cab_lines_measure;
  widget_class->get_request_mode = cab_lines_get_request_mode;
  widget_class->snapshot = cab_lines_snapshot;
  widget_class->css_changed = cab_lines_css_changed;
  widget_class->direction_changed = cab_lines_direction_changed;

  properties[PROP_MARKUP] = g_param_spec_string ("markup", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "lines");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cab_lines_init (CabLines *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static const char *
get_dim (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? "90%" : "55%";
}

/* The scripts that are written from the right begin here. */
#define FIRST_RTL 0x0590

static gboolean
may_oppose (const char *text)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    return TRUE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= FIRST_RTL)
      return TRUE;

  return FALSE;
}

/* Text keeps its own order in a line that begins at the other side: from FIRST STRONG
 * ISOLATE to POP DIRECTIONAL ISOLATE. */
static char *
dup_isolated (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return may_oppose (text) ? g_strconcat ("\u2068", escaped, "\u2069", NULL)
                           : g_steal_pointer (&escaped);
}

void
cab_lines_append (GString *markup, const char *before, CabLinesLook look, const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (markup != NULL && before != NULL);

  if (text == NULL || *text == '\0')
    return;

  escaped = dup_isolated (text);
  if (markup->len > 0)
    g_string_append (markup, before);
  if (look == CAB_LINES_PLAIN)
    g_string_append (markup, escaped);
  else if (look == CAB_LINES_SMALL)
    g_string_append_printf (markup, "<span size=\"82%%\">%s</span>", escaped);
  else
    g_string_append_printf (markup, "<span size=\"82%%\" alpha=\"%s\">%s</span>", get_dim (),
                            escaped);
}
