/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note-editor.h"
#include "cab-test-app.h"

G_BEGIN_DECLS

/**
 * CabTestStored:
 *
 * What the file says of one note: `state` and `because` are -1 for none.
 */
typedef struct
{
  const CabKind *kind;
  char *id;
  char *draft;
  char *text;
  int state;
  int because;
  guint n_versions;
  gboolean is_trashed;
} CabTestStored;

void cab_test_stored_clear (CabTestStored *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabTestStored, cab_test_stored_clear)

/**
 * CabTestNote:
 *
 * The sample practice in a window, with an editor of a new note of its first client.
 */
typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  char *client_id;
  CabNoteEditor *editor;
} CabTestNote;

void cab_test_note_init (CabTestNote *self);
void cab_test_note_clear (CabTestNote *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabTestNote, cab_test_note_clear)

/** cab_test_note_read: as it lies on disk now, behind every job that was queued before */
void cab_test_note_read (CabOpenPractice *practice, const char *id, CabTestStored *stored);

/** cab_test_note_find_editor: Returns: (nullable): the editor on screen */
CabNoteEditor *cab_test_note_find_editor (CabTestNote *self);

/** cab_test_note_open: @id: (nullable): of a note, %NULL for a new one */
void cab_test_note_open (CabTestNote *self, const char *id);

void cab_test_note_type (CabTestNote *self, const char *text);
char *cab_test_note_dup_text (CabTestNote *self);
void cab_test_note_run_for (guint ms);

/** cab_test_note_act: activates an action of the editor, and waits until it was done */
void cab_test_note_act (CabTestNote *self, const char *action);

/** cab_test_note_has_label: whether a visible label below @root says @text */
gboolean cab_test_note_has_label (GtkWidget *root, const char *text);

/** cab_test_note_seal: ends the time of Undo at once, as closing the toast does */
void cab_test_note_seal (CabTestNote *self, const char *id);

G_END_DECLS
