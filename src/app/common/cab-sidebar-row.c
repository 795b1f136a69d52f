/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-sidebar-row.h"

struct _CabSidebarRow
{
  GtkListBoxRow parent_instance;

  /* Owned */
  char *tag;
  char *label;
  char *icon_name;
  char *count;
};

enum
{
  PROP_TAG = 1,
  PROP_LABEL,
  PROP_ICON_NAME,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabSidebarRow, cab_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

const char *
cab_sidebar_row_get_tag (CabSidebarRow *self)
{
  g_return_val_if_fail (CAB_IS_SIDEBAR_ROW (self), NULL);

  return self->tag;
}

static char **
get_text (CabSidebarRow *self, guint prop_id)
{
  switch (prop_id)
    {
    case PROP_TAG:
      return &self->tag;
    case PROP_LABEL:
      return &self->label;
    case PROP_ICON_NAME:
      return &self->icon_name;
    default:
      return &self->count;
    }
}

static void
cab_sidebar_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, *get_text (CAB_SIDEBAR_ROW (object), prop_id));
}

static void
cab_sidebar_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (g_set_str (get_text (CAB_SIDEBAR_ROW (object), prop_id), g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static gboolean
has_text (GObject *object, const char *text)
{
  return text != NULL && *text != '\0';
}

/* [W-132] AT-SPI offers no act on a list box row; this one does what Return does. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit_by_name (gtk_widget_get_parent (widget), "row-activated", widget);
}

static void
cab_sidebar_row_finalize (GObject *object)
{
  for (guint i = PROP_TAG; i < N_PROPS; i++)
    g_free (*get_text (CAB_SIDEBAR_ROW (object), i));

  G_OBJECT_CLASS (cab_sidebar_row_parent_class)->finalize (object);
}

static void
cab_sidebar_row_class_init (CabSidebarRowClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "tag", "label", "icon-name", "count" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_sidebar_row_get_property;
  object_class->set_property = cab_sidebar_row_set_property;
  object_class->finalize = cab_sidebar_row_finalize;

  for (guint i = PROP_TAG; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/common/cab-sidebar-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_row);
}

static void
cab_sidebar_row_init (CabSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
