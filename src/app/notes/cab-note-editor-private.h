/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtksourceview/gtksource.h>

#include "cab-autosave.h"
#include "cab-note-addenda.h"
#include "cab-note-aside.h"
#include "cab-note-editor.h"
#include "cab-note-find.h"
#include "cab-note-signing.h"
#include "cab-note-spelling.h"
#include "cab-note-surroundings.h"
#include "cab-note-title.h"
#include "cab-placed.h"
#include "cab-printing.h"

G_BEGIN_DECLS

struct _CabNoteEditor
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  char *note_id;       /* NULL for a new note, until it is loaded */
  CabNoteSheet *sheet; /* as it was last read; NULL until then */
  CabNoteSurroundings *around;
  CabAutosave *autosave;
  CabNoteSpelling *spelling;
  CabNoteSigning *signing; /* while the signature can be undone */
  CabPlace *place;         /* where it is shown when it is read, after a lock */
  GCancellable *loading;

  /* Borrowed */
  const CabKind *kind;

  /* Template */
  AdwWindowTitle *window_title;
  AdwOverlaySplitView *split_view;
  GtkWidget *pane_button;
  GtkStack *stack;
  AdwStatusPage *refused_page;
  AdwToolbarView *toolbar_view;
  GtkWidget *title_clamp;
  CabNoteTitle *title;
  CabNoteFind *find;
  GtkWidget *apart_label;
  GtkSourceView *text_view;
  GtkSourceBuffer *buffer;
  CabNoteAddenda *addenda;
  CabNoteAside *aside;
  GtkLabel *words_label;
  GtkLabel *state_label;
  GtkLabel *warning_label;
  GtkLabel *refusal_label;
  GtkWidget *sign_button;

  /* State */
  gulong closing_id;
  gulong signing_id;
  guint count_id;
  int zoom;             /* percent; 0 before it is known */
  char *saved_at;       /* instant of the last writing, NULL for none */
  gint64 announced_us;  /* when “Saved” was last said */
  guint is_showing : 1; /* the fields are being filled, not typed into */
  guint is_focused : 1; /* nothing but the text is shown */
  guint is_edited : 1;  /* typed into since the last version */
};

/* cab-note-editor.c */
void cab_note_editor_load (CabNoteEditor *self);
gboolean cab_note_editor_is_editable (CabNoteEditor *self);
void cab_note_editor_update (CabNoteEditor *self);
void cab_note_editor_refuse (CabNoteEditor *self, const char *sentence);

/* cab-note-editor-actions.c: %NULL while there is nothing to put on paper */
CabPrintingFunc cab_note_editor_prepare_paper (CabNoteEditor *self);

/* cab-note-editor-look.c */
void cab_note_editor_warn (CabNoteEditor *self);
void cab_note_editor_zoom (CabNoteEditor *self, int steps);
void cab_note_editor_reset_zoom (CabNoteEditor *self);
void cab_note_editor_set_focus_mode (CabNoteEditor *self, gboolean is_focused);

/* cab-note-editor-place.c */
void cab_note_editor_init_placed (CabPlacedInterface *iface);
void cab_note_editor_go_to_place (CabNoteEditor *self);

/* cab-note-editor-save.c */
CabNoteSheet *cab_note_editor_dup_sheet (CabNoteEditor *self);
void cab_note_editor_save (CabNoteEditor *self);
void cab_note_editor_resume (CabNoteEditor *self);
void cab_note_editor_leave (CabNoteEditor *self, CabCutBecause because);
void cab_note_editor_sign (CabNoteEditor *self);
void cab_note_editor_trash (CabNoteEditor *self);
void cab_note_editor_tick (CabNoteEditor *self);
void cab_note_editor_watch_signing (CabNoteEditor *self, CabNoteSigning *signing);

G_END_DECLS
