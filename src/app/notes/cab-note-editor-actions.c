/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-editor-private.h"

#include <glib/gi18n.h>

#include "cab-format.h"
#include "cab-note-history.h"
#include "cab-note-paper.h"
#include "cab-practice-view.h"
#include "cab-printing.h"
#include "cab-process-note.h"

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
sign (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_editor_sign (CAB_NOTE_EDITOR (widget));
}

/* Out of the toast's sight it is Ctrl+Z that takes the signature back [W-130];
 * while there is nothing to take back the key is the text's own. */
static void
undo_signing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);

  if (self->signing != NULL)
    cab_note_signing_undo (self->signing);
}

/* [W-59] One step of Undo, at the caret, marked with its day. */
static void
bring_forward (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autofree char *day = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *text = NULL;

  if (!cab_note_editor_is_editable (self) || self->around == NULL
      || self->around->next_time == NULL)
    return;

  day = cab_format_date (self->around->next_time_on);
  /* Translators: %s is the day of the note that the text before comes from */
  mark = g_strdup_printf (_ ("(carried over from %s)"), day);
  text = g_strdup_printf ("%s %s\n", self->around->next_time, mark);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
toggle_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);

  adw_overlay_split_view_set_show_sidebar (
      self->split_view, !adw_overlay_split_view_get_show_sidebar (self->split_view));
}

static void
open_title (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_title_open (CAB_NOTE_EDITOR (widget)->title);
}

static void
add_addendum (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_addenda_begin (CAB_NOTE_EDITOR (widget)->addenda);
}

/* The text of an older version, in one step of Undo. */
static void
on_use_text_cb (CabNoteEditor *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start;
  GtkTextIter end;

  if (!cab_note_editor_is_editable (self))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* What is being typed is a version before its history is looked at: the page is
 * left for it. */
static void
show_history (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);
  CabNoteHistory *history;

  if (self->sheet == NULL)
    return;

  cab_note_editor_leave (self, CAB_CUT_BECAUSE_LEAVE);
  history = cab_note_history_new (self->practice, self->kind, self->note_id,
                                  cab_note_editor_is_editable (self));
  g_signal_connect_object (history, "use-text", G_CALLBACK (on_use_text_cb), self,
                           G_CONNECT_SWAPPED);
  cab_push_page (widget, ADW_NAVIGATION_PAGE (history));
}

/* [W-79] Where the practice's policy allows it: the next version has to be
 * signed again, and what was signed stays readable in the history. */
static void
unlock (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);

  if (self->sheet == NULL || self->sheet->is_locked)
    return;

  self->sheet->is_signed = FALSE;
  cab_note_editor_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
move_to_trash (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_editor_trash (CAB_NOTE_EDITOR (widget));
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_find_open (CAB_NOTE_EDITOR (widget)->find, FALSE);
}

static void
replace (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_find_open (CAB_NOTE_EDITOR (widget)->find, TRUE);
}

static void
find_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_find_next (CAB_NOTE_EDITOR (widget)->find);
}

static void
find_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_find_previous (CAB_NOTE_EDITOR (widget)->find);
}

static void
zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_editor_zoom (CAB_NOTE_EDITOR (widget), 1);
}

static void
zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_editor_zoom (CAB_NOTE_EDITOR (widget), -1);
}

static void
reset_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_note_editor_reset_zoom (CAB_NOTE_EDITOR (widget));
}

static void
toggle_focus_mode (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);

  cab_note_editor_set_focus_mode (self, !self->is_focused);
}

/* [W-82] The menu of the next mistake, where the text shows its own. */
static void
go_to_mistake (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);

  if (!cab_note_spelling_go_to_next (self->spelling))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  gtk_widget_activate_action (GTK_WIDGET (self->text_view), "menu.popup", NULL);
}

static gboolean
write_paper (CabPractice *practice,
             const CabKind *kind,
             const char *id,
             GOutputStream *stream,
             GError **error)
{
  g_autoptr (CabRecord) note = cab_practice_load (practice, kind, id, error);

  return note != NULL && cab_note_paper_write (practice, note, stream, error);
}

static gboolean
write_note (CabPractice *practice, const char *id, GOutputStream *stream, GError **error)
{
  return write_paper (practice, &cab_note_kind, id, stream, error);
}

static gboolean
write_process_note (CabPractice *practice, const char *id, GOutputStream *stream, GError **error)
{
  return write_paper (practice, &cab_process_note_kind, id, stream, error);
}

/* What was typed last is on the paper too: its writing is queued before. */
CabPrintingFunc
cab_note_editor_prepare_paper (CabNoteEditor *self)
{
  if (self->note_id == NULL)
    return NULL;

  cab_autosave_flush (self->autosave);

  return self->kind == &cab_process_note_kind ? write_process_note : write_note;
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);
  CabPrintingFunc func = cab_note_editor_prepare_paper (self);

  if (func != NULL)
    cab_printing_print (widget, self->practice, _ ("Print Note"), func, self->note_id);
}

static void
export_pdf (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (widget);
  CabPrintingFunc func = cab_note_editor_prepare_paper (self);

  if (func != NULL)
    cab_printing_save (widget, self->practice, _ ("Export Note"), _ ("Note.pdf"), func,
                       self->note_id);
}

#define GROUP N_ ("Note")

static const CabAction actions[] = {
  { "note.done", NULL, "<Control>Return", N_ ("Done, back to the list"), GROUP, CAB_ACTION_ALWAYS,
    go_back },
  { "note.sign", NULL, "<Control><Shift>Return", N_ ("Sign"), GROUP, CAB_ACTION_MUTATES, sign },
  { "note.undo-signing", NULL, "<Control>z", N_ ("Take the signature back"), GROUP,
    CAB_ACTION_MUTATES, undo_signing },
  { "note.bring-forward", NULL, "<Control><Shift>b", N_ ("Bring “next time” forward"), GROUP,
    CAB_ACTION_MUTATES, bring_forward },
  { "note.add-addendum", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, add_addendum },
  { "note.history", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_history },
  { "note.print", NULL, "<Control>p", N_ ("Print"), GROUP, CAB_ACTION_ALWAYS, print },
  { "note.export-pdf", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_pdf },
  { "note.unlock", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, unlock },
  { "note.trash", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, move_to_trash },
  { "note.find", NULL, "<Control>f", N_ ("Find in the note"), GROUP, CAB_ACTION_ALWAYS, find },
  { "note.find-next", NULL, "<Control>g", N_ ("Next match"), GROUP, CAB_ACTION_ALWAYS, find_next },
  { "note.find-previous", NULL, "<Control><Shift>g", N_ ("Previous match"), GROUP,
    CAB_ACTION_ALWAYS, find_previous },
  { "note.replace", NULL, "<Control>h", N_ ("Find and replace"), GROUP, CAB_ACTION_MUTATES,
    replace },
  { "note.spelling", NULL, "F7", N_ ("Next spelling mistake"), GROUP, CAB_ACTION_MUTATES,
    go_to_mistake },
  { "note.zoom-in", NULL, "<Control>plus <Control>equal <Control>KP_Add", N_ ("Larger text"), GROUP,
    CAB_ACTION_ALWAYS, zoom_in },
  { "note.zoom-out", NULL, "<Control>minus <Control>KP_Subtract", N_ ("Smaller text"), GROUP,
    CAB_ACTION_ALWAYS, zoom_out },
  { "note.zoom-reset", NULL, "<Control>0 <Control>KP_0", N_ ("Text at its usual size"), GROUP,
    CAB_ACTION_ALWAYS, reset_zoom },
  { "note.focus-mode", NULL, "F11", N_ ("Focus mode"), GROUP, CAB_ACTION_ALWAYS,
    toggle_focus_mode },
  { "note.properties", NULL, "<Alt>Return", N_ ("Kind, time and place"), GROUP, CAB_ACTION_MUTATES,
    open_title },
  { "note.toggle-pane", NULL, "F9", N_ ("Side pane"), GROUP, CAB_ACTION_ALWAYS, toggle_pane },
};

CAB_DEFINE_ACTION_TABLE (cab_note_actions, actions);
