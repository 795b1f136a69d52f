/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-value-row.h"

#include <glib/gi18n.h>

#include "cab-ten-scale.h"
#include "cab-value-domain.h"

struct _CabValueRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  CabTenScale *importance_scale;
  CabTenScale *lived_scale;
  GtkLabel *gap_label;
  GtkEntry *action_entry;
  GtkButton *skip_button;
};

/* The keys of a draft. */
#define VALUE "value"
#define IMPORTANCE "importance"
#define LIVED "lived"
#define NEXT "next_action"

G_DEFINE_FINAL_TYPE (CabValueRow, cab_value_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_gap (CabValueRow *self)
{
  g_autofree char *sentence = NULL;
  int importance = 0;
  int lived = 0;

  if (cab_ten_scale_get_answer (self->importance_scale, &importance)
      && cab_ten_scale_get_answer (self->lived_scale, &lived))
    {
      int gap = importance - lived;

      /* Translators: how much more a value matters than it is lived, “Gap 3” or “Gap −2” */
      sentence = g_strdup_printf (_ ("Gap %1$s%2$d"), gap < 0 ? "−" : "", ABS (gap));
    }
  gtk_label_set_label (self->gap_label, sentence != NULL ? sentence : _ ("Skipped"));
}

static void
on_skip_cb (CabValueRow *self)
{
  cab_ten_scale_set_answer (self->importance_scale, -1);
  cab_ten_scale_set_answer (self->lived_scale, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->action_entry), "");
  show_gap (self);
}

/* @name: (transfer full): what the child is, and of which value */
static void
take_name (GtkWidget *child, char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
show_answer (CabTenScale *scale, CabRecord *rating, guint field)
{
  gint64 answer = -1;

  cab_record_get_integer (rating, field, &answer);
  cab_ten_scale_set_answer (scale, (int)answer);
}

GtkWidget *
cab_value_row_new (const char *label, CabRecord *rating)
{
  CabValueRow *self = g_object_new (CAB_TYPE_VALUE_ROW, "title", label, NULL);
  const char *next = cab_record_get_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_NEXT_ACTION));

  /* Translators: %s is a value, such as “Friends” */
  take_name (GTK_WIDGET (self->importance_scale), g_strdup_printf (_ ("How important: %s"), label));
  /* Translators: %s is a value, such as “Friends” */
  take_name (GTK_WIDGET (self->lived_scale), g_strdup_printf (_ ("How much lived: %s"), label));
  /* Translators: %s is a value, such as “Friends” */
  take_name (GTK_WIDGET (self->action_entry), g_strdup_printf (_ ("Next step: %s"), label));
  /* Translators: %s is a value, such as “Friends” */
  take_name (GTK_WIDGET (self->skip_button), g_strdup_printf (_ ("Skip %s"), label));
  show_answer (self->importance_scale, rating, CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE));
  show_answer (self->lived_scale, rating, CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED));
  gtk_editable_set_text (GTK_EDITABLE (self->action_entry), next != NULL ? next : "");
  show_gap (self);

  return GTK_WIDGET (self);
}

CabValueAnswer
cab_value_row_take (CabValueRow *self, CabRecord *rating)
{
  const char *next = gtk_editable_get_text (GTK_EDITABLE (self->action_entry));
  gboolean has_importance;
  gboolean has_lived;
  int importance = 0;
  int lived = 0;

  g_return_val_if_fail (CAB_IS_VALUE_ROW (self), CAB_VALUE_SKIPPED);

  has_importance = cab_ten_scale_get_answer (self->importance_scale, &importance);
  has_lived = cab_ten_scale_get_answer (self->lived_scale, &lived);
  if (!has_importance && !has_lived && *next == '\0')
    return CAB_VALUE_SKIPPED;
  if (!has_importance || !has_lived)
    return CAB_VALUE_HALF;

  cab_record_set_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE), importance);
  cab_record_set_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED), lived);
  cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_NEXT_ACTION),
                       *next != '\0' ? next : NULL);

  return CAB_VALUE_ANSWERED;
}

static void
keep_scale (CabTenScale *scale, GKeyFile *draft, const char *group, const char *key)
{
  int answer;

  if (cab_ten_scale_get_answer (scale, &answer))
    g_key_file_set_integer (draft, group, key, answer);
}

void
cab_value_row_keep (CabValueRow *self, GKeyFile *draft, const char *group)
{
  const char *next;

  g_return_if_fail (CAB_IS_VALUE_ROW (self));
  g_return_if_fail (draft != NULL && group != NULL);

  next = gtk_editable_get_text (GTK_EDITABLE (self->action_entry));
  g_key_file_set_string (draft, group, VALUE,
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  keep_scale (self->importance_scale, draft, group, IMPORTANCE);
  keep_scale (self->lived_scale, draft, group, LIVED);
  if (*next != '\0')
    g_key_file_set_string (draft, group, NEXT, next);
}

static void
restore_scale (CabTenScale *scale, GKeyFile *draft, const char *group, const char *key)
{
  cab_ten_scale_set_answer (scale,
                            g_key_file_has_key (draft, group, key, NULL)
                                ? CLAMP (g_key_file_get_integer (draft, group, key, NULL), 0, 10)
                                : -1);
}

gboolean
cab_value_row_restore (CabValueRow *self, GKeyFile *draft, const char *group)
{
  g_autofree char *value = NULL;
  g_autofree char *next = NULL;

  g_return_val_if_fail (CAB_IS_VALUE_ROW (self), FALSE);
  g_return_val_if_fail (draft != NULL && group != NULL, FALSE);

  value = g_key_file_get_string (draft, group, VALUE, NULL);
  if (g_strcmp0 (value, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self))) != 0)
    return FALSE;

  next = g_key_file_get_string (draft, group, NEXT, NULL);
  restore_scale (self->importance_scale, draft, group, IMPORTANCE);
  restore_scale (self->lived_scale, draft, group, LIVED);
  gtk_editable_set_text (GTK_EDITABLE (self->action_entry), next != NULL ? next : "");
  show_gap (self);

  return TRUE;
}

static gboolean
cab_value_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CAB_VALUE_ROW (widget)->importance_scale));
}

static void
cab_value_row_class_init (CabValueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = cab_value_row_grab_focus;

  g_type_ensure (CAB_TYPE_TEN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/mood/cab-value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CabValueRow, importance_scale);
  gtk_widget_class_bind_template_child (widget_class, CabValueRow, lived_scale);
  gtk_widget_class_bind_template_child (widget_class, CabValueRow, gap_label);
  gtk_widget_class_bind_template_child (widget_class, CabValueRow, action_entry);
  gtk_widget_class_bind_template_child (widget_class, CabValueRow, skip_button);
  gtk_widget_class_bind_template_callback (widget_class, show_gap);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_cb);
}

static void
cab_value_row_init (CabValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
