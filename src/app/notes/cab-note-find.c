/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-find.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CabNoteFind
{
  AdwBin parent_instance;

  /* Owned */
  GtkSourceSearchContext *context; /* NULL until attached */

  /* Borrowed; stands beside it on the same page */
  GtkSourceView *view;

  /* Template */
  GtkEditable *find_entry;
  GtkLabel *count_label;
  GtkWidget *replace_box;
  GtkEditable *replace_entry;
};

G_DEFINE_FINAL_TYPE (CabNoteFind, cab_note_find, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (CabNoteFind *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

int
cab_note_find_get_n_matches (CabNoteFind *self)
{
  g_return_val_if_fail (CAB_IS_NOTE_FIND (self), -1);

  return self->context != NULL ? gtk_source_search_context_get_occurrences_count (self->context)
                               : 0;
}

static void
update_count (CabNoteFind *self)
{
  int n_matches = cab_note_find_get_n_matches (self);
  const char *words = gtk_editable_get_text (self->find_entry);
  g_autofree char *label = NULL;

  if (*words == '\0' || n_matches < 0)
    label = g_strdup ("");
  else if (n_matches == 0)
    label = g_strdup (_ ("No matches"));
  else
    label = g_strdup_printf (ngettext ("%d match", "%d matches", (gulong)n_matches), n_matches);
  gtk_label_set_label (self->count_label, label);
}

static void
select_match (CabNoteFind *self, const GtkTextIter *start, const GtkTextIter *end)
{
  gtk_text_buffer_select_range (get_buffer (self), start, end);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view),
                                      gtk_text_buffer_get_insert (get_buffer (self)));
}

void
cab_note_find_next (CabNoteFind *self)
{
  GtkTextIter from;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (CAB_IS_NOTE_FIND (self));

  gtk_text_buffer_get_selection_bounds (get_buffer (self), NULL, &from);
  if (gtk_source_search_context_forward (self->context, &from, &start, &end, NULL))
    select_match (self, &start, &end);
}

void
cab_note_find_previous (CabNoteFind *self)
{
  GtkTextIter from;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (CAB_IS_NOTE_FIND (self));

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, NULL);
  if (gtk_source_search_context_backward (self->context, &from, &start, &end, NULL))
    select_match (self, &start, &end);
}

/* The match that is being typed for begins where the selection does. */
static void
on_words_changed_cb (CabNoteFind *self)
{
  GtkSourceSearchSettings *settings = gtk_source_search_context_get_settings (self->context);
  GtkTextIter from;
  GtkTextIter start;
  GtkTextIter end;

  gtk_source_search_settings_set_search_text (settings, gtk_editable_get_text (self->find_entry));
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, NULL);
  if (gtk_source_search_context_forward (self->context, &from, &start, &end, NULL))
    select_match (self, &start, &end);
  update_count (self);
}

static void
on_next_cb (CabNoteFind *self)
{
  cab_note_find_next (self);
}

static void
on_previous_cb (CabNoteFind *self)
{
  cab_note_find_previous (self);
}

/* Closing ends the marks in the text; the selection stays where it was found. */
static void
on_stopped_cb (CabNoteFind *self)
{
  GtkSourceSearchSettings *settings = gtk_source_search_context_get_settings (self->context);

  gtk_source_search_settings_set_search_text (settings, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
is_editable (CabNoteFind *self)
{
  return gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view));
}

/* Replaces what is selected, when it is a match, and goes to the next. */
static void
on_replace_cb (CabNoteFind *self)
{
  const char *with = gtk_editable_get_text (self->replace_entry);
  GtkTextIter start;
  GtkTextIter end;

  if (!is_editable (self))
    return;

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    gtk_source_search_context_replace (self->context, &start, &end, with, -1, NULL);
  cab_note_find_next (self);
}

void
cab_note_find_replace_all (CabNoteFind *self, const char *with)
{
  g_return_if_fail (CAB_IS_NOTE_FIND (self));

  if (is_editable (self))
    gtk_source_search_context_replace_all (self->context, with, -1, NULL);
}

static void
on_replace_all_cb (CabNoteFind *self)
{
  cab_note_find_replace_all (self, gtk_editable_get_text (self->replace_entry));
}

void
cab_note_find_attach (CabNoteFind *self, GtkSourceView *view)
{
  g_autoptr (GtkSourceSearchSettings) settings = gtk_source_search_settings_new ();

  g_return_if_fail (CAB_IS_NOTE_FIND (self));
  g_return_if_fail (self->context == NULL);

  self->view = view;
  gtk_source_search_settings_set_wrap_around (settings, TRUE);
  gtk_source_search_settings_set_case_sensitive (settings, FALSE);
  self->context = gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)), settings);
  g_signal_connect_object (self->context, "notify::occurrences-count", G_CALLBACK (update_count),
                           self, G_CONNECT_SWAPPED);
}

static char *
dup_selection (CabNoteFind *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return NULL;

  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

void
cab_note_find_open (CabNoteFind *self, gboolean with_replace)
{
  g_autofree char *selected = NULL;

  g_return_if_fail (CAB_IS_NOTE_FIND (self));

  selected = dup_selection (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (self->replace_box, with_replace && is_editable (self));
  if (selected != NULL && strchr (selected, '\n') == NULL)
    gtk_editable_set_text (self->find_entry, selected);
  on_words_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

static void
cab_note_find_dispose (GObject *object)
{
  g_clear_object (&CAB_NOTE_FIND (object)->context);

  G_OBJECT_CLASS (cab_note_find_parent_class)->dispose (object);
}

static void
cab_note_find_class_init (CabNoteFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_note_find_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-note-find.ui");
  gtk_widget_class_bind_template_child (widget_class, CabNoteFind, find_entry);
  gtk_widget_class_bind_template_child (widget_class, CabNoteFind, count_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteFind, replace_box);
  gtk_widget_class_bind_template_child (widget_class, CabNoteFind, replace_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_all_cb);
}

static void
cab_note_find_init (CabNoteFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
