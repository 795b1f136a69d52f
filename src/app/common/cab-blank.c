/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-blank.h"

/* As high as a line with words: nothing moves when the focus comes. */
#define NO_WORDS "\302\240"

typedef struct Blank Blank;

struct Blank
{
  GtkWidget *widget; /* owns this */
  CabOpenPractice *practice;
  GtkEventController *focus;
  gulong discreet_id;
  void (*show) (Blank *self, gboolean is_blank);
  char *words;
};

static void
blank_free (Blank *self)
{
  g_clear_signal_handler (&self->discreet_id, self->practice);
  g_signal_handlers_disconnect_by_data (self->focus, self);
  g_object_unref (self->focus);
  g_object_unref (self->practice);
  g_free (self->words);
  g_free (self);
}

static void
update (Blank *self)
{
  GtkEventControllerFocus *focus = GTK_EVENT_CONTROLLER_FOCUS (self->focus);

  self->show (self, cab_open_practice_is_discreet (self->practice)
                        && !gtk_event_controller_focus_contains_focus (focus));
}

/* @scope: where the focus shows what is in @widget. */
static Blank *
add_blank (GtkWidget *widget,
           GtkWidget *scope,
           CabOpenPractice *practice,
           void (*show) (Blank *, gboolean))
{
  Blank *self = g_new0 (Blank, 1);

  self->widget = widget;
  self->practice = g_object_ref (practice);
  self->show = show;
  self->focus = g_object_ref (gtk_event_controller_focus_new ());
  gtk_widget_add_controller (scope, self->focus);
  g_signal_connect_swapped (self->focus, "notify::contains-focus", G_CALLBACK (update), self);
  self->discreet_id
      = g_signal_connect_swapped (practice, "notify::discreet", G_CALLBACK (update), self);
  g_object_set_data_full (G_OBJECT (widget), "cab-blank", self, (GDestroyNotify)blank_free);

  return self;
}

static void
show_row (Blank *self, gboolean is_blank)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->widget), is_blank ? NO_WORDS : self->words);
}

void
cab_blank_row (AdwActionRow *row, CabOpenPractice *practice)
{
  Blank *self;

  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  self = g_object_get_data (G_OBJECT (row), "cab-blank");
  if (self == NULL)
    self = add_blank (GTK_WIDGET (row), GTK_WIDGET (row), practice, show_row);
  g_set_str (&self->words, adw_action_row_get_subtitle (row));
  update (self);
}

static void
show_widget (Blank *self, gboolean is_blank)
{
  /* Not the opacity of the widget: an entry row sets that of its text itself. */
  if (is_blank)
    gtk_widget_add_css_class (self->widget, "blank");
  else
    gtk_widget_remove_css_class (self->widget, "blank");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_HIDDEN, is_blank,
                               -1);
}

void
cab_blank_widget (GtkWidget *widget, GtkWidget *scope, CabOpenPractice *practice)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_WIDGET (scope));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  update (add_blank (widget, scope, practice, show_widget));
}
