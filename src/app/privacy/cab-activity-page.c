/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-activity-page.h"

#include <glib/gi18n.h>

#include "cab-format.h"
#include "cab-open-row.h"
#include "cab-plain-row.h"
#include "cab-word.h"

struct _CabActivityPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabRow *entry;

  /* Template */
  CabOpenRow *client_row;
  GtkListBox *change_list;
};

enum
{
  PROP_ENTRY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabActivityPage, cab_activity_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_words (const char *value)
{
  return *value != '\0' ? value : C_ ("value of a field", "nothing");
}

/* [W-98] What the field held before and after. */
static GtkWidget *
make_change_row (const char *label, const char *old, const char *new)
{
  /* Translators: what a field held before a change and after it */
  g_autofree char *values
      = g_strdup_printf (_ ("Before: %1$s\nAfter: %2$s"), get_words (old), get_words (new));

  return cab_plain_row_fill (g_object_new (ADW_TYPE_ACTION_ROW, "subtitle-selectable", TRUE, NULL),
                             label, values);
}

static void
show_changes (CabActivityPage *self)
{
  const char *const *labels = cab_row_get_texts (self->entry, CAB_ACTIVITY_LABELS);
  const char *const *old = cab_row_get_texts (self->entry, CAB_ACTIVITY_OLD);
  const char *const *new = cab_row_get_texts (self->entry, CAB_ACTIVITY_NEW);

  for (guint i = 0; labels[i] != NULL; i++)
    gtk_list_box_append (self->change_list, make_change_row (labels[i], old[i], new[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->change_list), labels[0] != NULL);
}

static void
show_client (CabActivityPage *self)
{
  const char *client = cab_row_get_text (self->entry, CAB_ACTIVITY_CLIENT);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->client_row),
                                 cab_word (cab_open_practice_get_word (self->practice), "client"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->client_row), client != NULL ? client : "");
  gtk_widget_set_visible (GTK_WIDGET (self->client_row), client != NULL);
}

/* [W-28] What it shows was read while people were called otherwise. */
static void
leave (CabActivityPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

AdwNavigationPage *
cab_activity_page_new (CabOpenPractice *practice, CabActivity *entry)
{
  CabActivityPage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (CAB_IS_ACTIVITY (entry), NULL);

  self = g_object_new (CAB_TYPE_ACTIVITY_PAGE, "entry", entry, NULL);
  self->practice = g_object_ref (practice);
  g_signal_connect_object (practice, "notify::discreet", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);
  show_client (self);
  show_changes (self);

  return ADW_NAVIGATION_PAGE (self);
}

static void
on_client_activated_cb (CabActivityPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-client", "s",
                              cab_row_get_text (self->entry, CAB_ACTIVITY_CLIENT_ID));
}

static char *
get_time (CabActivityPage *self, const char *local)
{
  return cab_format_local (local);
}

static char *
get_number (CabActivityPage *self, gint64 sequence)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, sequence);
}

static void
cab_activity_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_ACTIVITY_PAGE (object)->entry);
}

static void
cab_activity_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CAB_ACTIVITY_PAGE (object)->entry = g_value_dup_object (value);
}

static void
cab_activity_page_dispose (GObject *object)
{
  CabActivityPage *self = CAB_ACTIVITY_PAGE (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_activity_page_parent_class)->dispose (object);
}

static void
cab_activity_page_class_init (CabActivityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_activity_page_get_property;
  object_class->set_property = cab_activity_page_set_property;
  object_class->dispose = cab_activity_page_dispose;

  properties[PROP_ENTRY]
      = g_param_spec_object ("entry", NULL, NULL, CAB_TYPE_ACTIVITY,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_OPEN_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-activity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabActivityPage, client_row);
  gtk_widget_class_bind_template_child (widget_class, CabActivityPage, change_list);
  gtk_widget_class_bind_template_callback (widget_class, on_client_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_time);
  gtk_widget_class_bind_template_callback (widget_class, get_number);
}

static void
cab_activity_page_init (CabActivityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
