/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-editor-private.h"

/* A note that nothing was written into has no row: it is begun anew. */
static gboolean
will_be_stored (CabNoteEditor *self)
{
  return self->sheet == NULL || self->sheet->is_stored || self->is_edited;
}

static void
keep_place (CabPlaced *placed, CabPlace *place)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (placed);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  if (!will_be_stored (self))
    g_clear_pointer (&place->id, g_free);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  place->caret = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_selection_bound (buffer));
  place->selection = gtk_text_iter_get_offset (&iter);
}

static void
take_place (CabPlaced *placed, const CabPlace *place)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (placed);

  g_clear_pointer (&self->place, cab_place_free);
  self->place = cab_place_dup (place);
  if (self->sheet != NULL)
    cab_note_editor_go_to_place (self);
}

void
cab_note_editor_init_placed (CabPlacedInterface *iface)
{
  iface->keep_place = keep_place;
  iface->take_place = take_place;
}

/* [W-44] The caret, and what was selected. */
void
cab_note_editor_go_to_place (CabNoteEditor *self)
{
  g_autoptr (CabPlace) place = g_steal_pointer (&self->place);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter caret;
  GtkTextIter other;

  if (place == NULL)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &caret, (int)place->caret);
  gtk_text_buffer_get_iter_at_offset (buffer, &other, (int)place->selection);
  gtk_text_buffer_select_range (buffer, &caret, &other);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->text_view),
                                      gtk_text_buffer_get_insert (buffer));
}
