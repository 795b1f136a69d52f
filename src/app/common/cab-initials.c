/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-initials.h"

#define SIZE 32
#define LETTERS (0.4 * SIZE)
#define ICON (SIZE / 2)
/* How many classes of colour libadwaita's style sheet has for the node `avatar`. */
#define N_COLOURS 14

struct _CabInitials
{
  GtkWidget parent_instance;

  /* Owned */
  char *person;
  char *text;
  PangoLayout *layout; /* NULL until it is drawn, and after each change of it */

  /* State */
  guint colour;
};

enum
{
  PROP_PERSON = 1,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabInitials, cab_initials, GTK_TYPE_WIDGET)

/* AdwAvatar's choice, so that a person has one colour everywhere. */
static void
choose_colour (CabInitials *self)
{
  guint colour = self->person != NULL && *self->person != '\0'
                     ? g_str_hash (self->person) % N_COLOURS + 1
                     : 1;
  g_autofree char *old = g_strdup_printf ("color%u", self->colour);
  g_autofree char *new = g_strdup_printf ("color%u", colour);

  if (colour == self->colour)
    return;

  if (self->colour != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self), old);
  gtk_widget_add_css_class (GTK_WIDGET (self), new);
  self->colour = colour;
}

static PangoLayout *
get_layout (CabInitials *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return self->layout;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int)(LETTERS * PANGO_SCALE)));
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_attributes (self->layout, attributes);

  return self->layout;
}

static void
draw_text (CabInitials *self, GtkSnapshot *snapshot, int width, int height)
{
  PangoLayout *layout = get_layout (self);
  PangoRectangle extents;
  GdkRGBA colour;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)((width - extents.width) / 2 - extents.x),
                                      (float)((height - extents.height) / 2 - extents.y)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
}

static void
draw_icon (CabInitials *self, GtkSnapshot *snapshot, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, "avatar-default-symbolic", NULL, ICON, gtk_widget_get_scale_factor (widget),
      gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)((width - ICON) / 2), (float)((height - ICON) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            &colour, 1);
}

static void
cab_initials_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CabInitials *self = CAB_INITIALS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_save (snapshot);
  if (self->text != NULL && *self->text != '\0')
    draw_text (self, snapshot, width, height);
  else
    draw_icon (self, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static void
cab_initials_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
cab_initials_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cab_initials_parent_class)->css_changed (widget, change);

  g_clear_object (&CAB_INITIALS (widget)->layout);
}

static void
cab_initials_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabInitials *self = CAB_INITIALS (object);

  g_value_set_string (value, prop_id == PROP_PERSON ? self->person : self->text);
}

static void
cab_initials_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabInitials *self = CAB_INITIALS (object);

  switch (prop_id)
    {
    case PROP_PERSON:
      if (g_set_str (&self->person, g_value_get_string (value)))
        choose_colour (self);
      break;
    case PROP_TEXT:
      if (!g_set_str (&self->text, g_value_get_string (value)))
        break;
      g_clear_object (&self->layout);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_initials_finalize (GObject *object)
{
  CabInitials *self = CAB_INITIALS (object);

  g_clear_object (&self->layout);
  g_free (self->person);
  g_free (self->text);

  G_OBJECT_CLASS (cab_initials_parent_class)->finalize (object);
}

static void
cab_initials_class_init (CabInitialsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_initials_get_property;
  object_class->set_property = cab_initials_set_property;
  object_class->finalize = cab_initials_finalize;
  widget_class->snapshot = cab_initials_snapshot;
  widget_class->measure = cab_initials_measure;
  widget_class->css_changed = cab_initials_css_changed;

  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "avatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cab_initials_init (CabInitials *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  choose_colour (self);
}
