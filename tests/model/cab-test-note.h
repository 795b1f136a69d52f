/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-addendum.h"
#include "cab-test-practice.h"

G_BEGIN_DECLS

#define CAB_TEST_STATEMENT "I wrote this note."

/* What notes and process notes are asked alike. */
typedef struct
{
  const char *name;
  const CabKind *note;
  const CabKind *version;
  guint held_on;
  guint state;
  guint current_version;
} CabTestNoteFamily;

#define CAB_TEST_NOTE_N_FAMILIES 2

/** cab_test_note_families: notes, then process notes */
extern const CabTestNoteFamily cab_test_note_families[CAB_TEST_NOTE_N_FAMILIES];

/** cab_test_note_new: Returns: (transfer full): a saved draft of a new client */
CabRecord *cab_test_note_new (CabTestPractice *test, const CabTestNoteFamily *family);

/** cab_test_note_write: gives the note a text, or aborts */
void cab_test_note_write (CabTestPractice *test, CabRecord *note, const char *text);

/** cab_test_note_sign: signs the note, or aborts */
void cab_test_note_sign (CabTestPractice *test, CabRecord *note);

/** cab_test_note_verify: aborts unless the note's history verifies */
void cab_test_note_verify (CabTestPractice *test, CabRecord *note);

/** cab_test_note_count_versions: Returns: how many versions were cut */
guint cab_test_note_count_versions (CabTestPractice *test, CabRecord *note);

/** cab_test_note_load_version: Returns: (transfer full): the version of that number */
CabRecord *cab_test_note_load_version (CabTestPractice *test, CabRecord *note, guint number);

/** cab_test_addendum_add: Returns: (transfer full): a draft addendum */
CabRecord *cab_test_addendum_add (CabTestPractice *test, CabRecord *note, CabAddendumKind kind);

/** cab_test_addendum_sign: signs the addendum, or aborts */
void cab_test_addendum_sign (CabTestPractice *test, CabRecord *addendum);

G_END_DECLS
