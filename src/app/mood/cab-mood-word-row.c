/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-mood-word-row.h"

#include <glib/gi18n.h>

#define MIDDLING 5

struct _CabMoodWordRow
{
  AdwPreferencesRow parent_instance;

  /* Owned */
  char *id;

  /* Template */
  CabTenScale *strength_scale;
  GtkButton *remove_button;
};

static guint removed_signal;

G_DEFINE_FINAL_TYPE (CabMoodWordRow, cab_mood_word_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_remove_cb (CabMoodWordRow *self)
{
  g_signal_emit (self, removed_signal, 0);
}

GtkWidget *
cab_mood_word_row_new (const char *id, const char *word)
{
  CabMoodWordRow *self = g_object_new (CAB_TYPE_MOOD_WORD_ROW, "title", word, NULL);
  /* Translators: %s is an emotion, such as “calm” */
  g_autofree char *strength = g_strdup_printf (_ ("Strength of “%s”"), word);
  /* Translators: %s is an emotion, such as “calm” */
  g_autofree char *removing = g_strdup_printf (_ ("Remove “%s”"), word);

  self->id = g_strdup (id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strength_scale),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, strength, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button), removing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, removing, -1);
  cab_ten_scale_set_answer (self->strength_scale, MIDDLING);

  return GTK_WIDGET (self);
}

const char *
cab_mood_word_row_get_id (CabMoodWordRow *self)
{
  g_return_val_if_fail (CAB_IS_MOOD_WORD_ROW (self), NULL);

  return self->id;
}

CabTenScale *
cab_mood_word_row_get_scale (CabMoodWordRow *self)
{
  g_return_val_if_fail (CAB_IS_MOOD_WORD_ROW (self), NULL);

  return self->strength_scale;
}

static void
cab_mood_word_row_finalize (GObject *object)
{
  g_free (CAB_MOOD_WORD_ROW (object)->id);

  G_OBJECT_CLASS (cab_mood_word_row_parent_class)->finalize (object);
}

static void
cab_mood_word_row_class_init (CabMoodWordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_mood_word_row_finalize;

  removed_signal = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAB_TYPE_TEN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/mood/cab-mood-word-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CabMoodWordRow, strength_scale);
  gtk_widget_class_bind_template_child (widget_class, CabMoodWordRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_cb);
}

static void
cab_mood_word_row_init (CabMoodWordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
