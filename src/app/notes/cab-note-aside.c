/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-aside.h"

#include <glib/gi18n.h>

#include "cab-forgetting.h"
#include "cab-format.h"
#include "cab-storable.h"

struct _CabNoteAside
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *taken_box;
  GtkLabel *taken_heading;
  GtkLabel *taken_label;
  GtkCheckButton *taken_check;
  GtkTextView *next_view;
  GtkTextBuffer *next_buffer;
  GtkWidget *conditions_box;
  GtkLabel *conditions_label;
  GtkWidget *last_box;
  GtkLabel *last_heading;
  GtkLabel *last_label;

  /* State */
  gboolean is_showing;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabNoteAside, cab_note_aside, ADW_TYPE_BIN)

static void
show_taken (CabNoteAside *self, const CabNoteSurroundings *around)
{
  g_autofree char *when = cab_format_date (around->next_time_on);
  g_autofree char *heading = NULL;

  gtk_widget_set_visible (self->taken_box, around->next_time != NULL);
  if (around->next_time == NULL)
    return;

  /* Translators: %s is the day of the note that said what to take up next time */
  heading = g_strdup_printf (_ ("For this time, said on %s"), when);
  gtk_label_set_label (self->taken_heading, heading);
  gtk_label_set_label (self->taken_label, around->next_time);
  gtk_check_button_set_active (self->taken_check, FALSE);
}

static void
show_last (CabNoteAside *self, const CabNoteSurroundings *around)
{
  g_autofree char *heading = NULL;

  gtk_widget_set_visible (self->last_box, around->last_text != NULL);
  if (around->last_text == NULL)
    return;

  /* Translators: %s is kind and day of the note before this one */
  heading = g_strdup_printf (_ ("Last note: %s"), around->last_heading);
  gtk_label_set_label (self->last_heading, heading);
  gtk_label_set_label (self->last_label, around->last_text);
}

static void
show_conditions (CabNoteAside *self, const CabNoteSurroundings *around)
{
  g_autofree char *lines = NULL;

  gtk_widget_set_visible (self->conditions_box,
                          around->conditions != NULL && around->conditions[0] != NULL);
  if (around->conditions == NULL)
    return;

  lines = g_strjoinv ("\n", around->conditions);
  gtk_label_set_label (self->conditions_label, lines);
}

void
cab_note_aside_show (CabNoteAside *self,
                     const CabNoteSheet *sheet,
                     const CabNoteSurroundings *around,
                     gboolean is_editable)
{
  const char *next_time = sheet->values[CAB_NOTE_SHEET_NEXT_TIME];

  g_return_if_fail (CAB_IS_NOTE_ASIDE (self));

  self->is_showing = TRUE;
  show_taken (self, around);
  show_conditions (self, around);
  show_last (self, around);
  gtk_text_buffer_set_text (self->next_buffer, next_time != NULL ? next_time : "", -1);
  gtk_text_view_set_editable (self->next_view, is_editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->taken_check), is_editable);
  self->is_showing = FALSE;
}

char *
cab_note_aside_dup_next_time (CabNoteAside *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (CAB_IS_NOTE_ASIDE (self), NULL);

  gtk_text_buffer_get_bounds (self->next_buffer, &start, &end);

  return gtk_text_buffer_get_text (self->next_buffer, &start, &end, TRUE);
}

gboolean
cab_note_aside_is_ticked (CabNoteAside *self)
{
  g_return_val_if_fail (CAB_IS_NOTE_ASIDE (self), FALSE);

  return gtk_check_button_get_active (self->taken_check);
}

static void
on_next_changed_cb (CabNoteAside *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_taken_toggled_cb (CabNoteAside *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static void
cab_note_aside_class_init (CabNoteAsideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-note-aside.ui");
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, taken_box);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, taken_heading);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, taken_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, taken_check);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, next_view);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, next_buffer);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, conditions_box);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, conditions_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, last_box);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, last_heading);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAside, last_label);
  gtk_widget_class_bind_template_callback (widget_class, on_next_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_taken_toggled_cb);
}

static void
cab_note_aside_init (CabNoteAside *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_text (self->next_view);
  cab_storable_guard_text (self->next_view);
}
