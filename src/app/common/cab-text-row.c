/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-text-row.h"

#include "cab-forgetting.h"
#include "cab-storable.h"

struct _CabTextRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkTextView *text_view;
};

enum
{
  PROP_TEXT = 1,
  PROP_EDITABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabTextRow, cab_text_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_text (CabTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_buffer_changed_cb (CabTextRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* Tab leads on to the next field; a text here needs no tabs. */
static gboolean
cab_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CAB_TEXT_ROW (widget)->text_view));
}

static void
cab_text_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabTextRow *self = CAB_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_take_string (value, dup_text (self));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, gtk_text_view_get_editable (self->text_view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_text_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabTextRow *self = CAB_TEXT_ROW (object);
  const char *text;

  switch (prop_id)
    {
    case PROP_TEXT:
      text = g_value_get_string (value);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view),
                                text != NULL ? text : "", -1);
      break;
    case PROP_EDITABLE:
      gtk_text_view_set_editable (self->text_view, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_text_row_class_init (CabTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_text_row_get_property;
  object_class->set_property = cab_text_row_set_property;
  widget_class->grab_focus = cab_text_row_grab_focus;

  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/common/cab-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CabTextRow, text_view);
  gtk_widget_class_bind_template_callback (widget_class, on_buffer_changed_cb);
}

static void
cab_text_row_init (CabTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_text (self->text_view);
  cab_storable_guard_text (self->text_view);
}
