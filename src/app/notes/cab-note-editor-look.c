/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-editor-private.h"

#include "cab-computer.h"
#include "cab-overcollection.h"

/* The sizes of the text, in percent; each has a class of its own in style.css. */
static const int sizes[] = { 75, 90, 100, 110, 125, 150, 175, 200, 250, 300 };

static guint
find_size (int percent)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] >= percent)
      return i;

  return G_N_ELEMENTS (sizes) - 1;
}

static int
get_size (CabNoteEditor *self)
{
  GSettings *settings = cab_computer_get_settings ();

  if (self->zoom != 0)
    return self->zoom;

  return settings != NULL ? g_settings_get_int (settings, CAB_COMPUTER_TEXT_ZOOM) : 100;
}

/* [W-75], [W-184] The size is the computer's, not the practice's. No step leaves
 * it as it is, and shows it. */
void
cab_note_editor_zoom (CabNoteEditor *self, int steps)
{
  GSettings *settings = cab_computer_get_settings ();
  int place = (int)find_size (get_size (self)) + steps;
  char class_name[16];

  g_snprintf (class_name, sizeof class_name, "zoom-%d", self->zoom);
  gtk_widget_remove_css_class (GTK_WIDGET (self->text_view), class_name);
  self->zoom = sizes[CLAMP (place, 0, (int)G_N_ELEMENTS (sizes) - 1)];
  g_snprintf (class_name, sizeof class_name, "zoom-%d", self->zoom);
  gtk_widget_add_css_class (GTK_WIDGET (self->text_view), class_name);
  if (settings != NULL && steps != 0)
    g_settings_set_int (settings, CAB_COMPUTER_TEXT_ZOOM, self->zoom);
}

void
cab_note_editor_reset_zoom (CabNoteEditor *self)
{
  cab_note_editor_zoom (self, (int)find_size (100) - (int)find_size (self->zoom));
}

/* [W-75] Nothing but the text and its footer, on the whole screen. */
void
cab_note_editor_set_focus_mode (CabNoteEditor *self, gboolean is_focused)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->is_focused == (is_focused != FALSE))
    return;

  self->is_focused = is_focused != FALSE;
  adw_toolbar_view_set_reveal_top_bars (self->toolbar_view, !is_focused);
  gtk_widget_set_visible (self->title_clamp, !is_focused);
  if (is_focused)
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (!GTK_IS_WINDOW (root))
    return;

  if (is_focused)
    gtk_window_fullscreen (GTK_WINDOW (root));
  else
    gtk_window_unfullscreen (GTK_WINDOW (root));
}

/* [M-21], [W-83] A quiet line: it is asked when the typing rests, and refuses
 * nothing. */
void
cab_note_editor_warn (CabNoteEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  const char *warning;

  if (self->around == NULL)
    return;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
  warning
      = cab_overcollection_get_warning (cab_overcollection_find (text, self->around->jurisdiction));
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), warning != NULL);
}
