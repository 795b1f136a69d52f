/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-ids.h"
#include "cab-note.h"

G_BEGIN_DECLS

/* The words of the sample practice. Private to cab-sample. */

/**
 * CabSampleBank:
 * @words: (array length=n_words): sentences with placeholders
 * @n_words: how many
 *
 * Sentences for one purpose.
 */
typedef struct
{
  const char *const *words;
  guint n_words;
} CabSampleBank;

/**
 * CabSampleTheme:
 * @label: what it is called as a condition
 * @code: (nullable): its code in ICD-10
 * @reasons: what brought the client, in the client's words
 * @talk: what was spoken about
 * @steps: what was agreed until next time
 * @thoughts: the clinician's own, for process notes
 *
 * What a client comes with.
 */
typedef struct
{
  const char *label;
  const char *code;
  CabSampleBank reasons;
  CabSampleBank talk;
  CabSampleBank steps;
  CabSampleBank thoughts;
} CabSampleTheme;

extern const CabSampleTheme cab_sample_themes[];
extern const guint cab_sample_n_themes;

/**
 * CabSamplePronouns:
 * @CAB_SAMPLE_SHE: she and her
 * @CAB_SAMPLE_HE: he and him
 * @CAB_SAMPLE_THEY: they and them, also for joint files
 *
 * How texts speak of a client.
 */
typedef enum
{
  CAB_SAMPLE_SHE,
  CAB_SAMPLE_HE,
  CAB_SAMPLE_THEY
} CabSamplePronouns;

/**
 * CabSampleVoice:
 * @ids: where choices come from
 * @name: how the client is called
 * @pronouns: how texts speak of them
 * @themes: two positions in #cab_sample_themes
 *
 * Whom a text is about.
 */
typedef struct
{
  CabIds *ids;
  const char *name;
  CabSamplePronouns pronouns;
  guint themes[2];
} CabSampleVoice;

/** CAB_SAMPLE_NOTE_MAXIMUM: no session note is longer, in bytes (design.md "Speed") */
#define CAB_SAMPLE_NOTE_MAXIMUM 3700

/** CAB_SAMPLE_NOTE_MINIMUM: and none shorter */
#define CAB_SAMPLE_NOTE_MINIMUM 300

/** cab_sample_text_dup_session: Returns: (transfer full): the note of a session */
char *cab_sample_text_dup_session (const CabSampleVoice *voice);

/** cab_sample_text_dup_note: Returns: (transfer full): a note of another kind; @with is who else
 * took part */
char *cab_sample_text_dup_note (const CabSampleVoice *voice, CabNoteKind kind, const char *with);

/** cab_sample_text_dup_process: Returns: (transfer full): a process note */
char *cab_sample_text_dup_process (const CabSampleVoice *voice);

/** cab_sample_text_dup_letter: Returns: (transfer full): a letter to @with about the work */
char *cab_sample_text_dup_letter (const CabSampleVoice *voice, const char *with);

/** cab_sample_text_dup_reason: Returns: (transfer full): why the client came */
char *cab_sample_text_dup_reason (const CabSampleVoice *voice);

/** cab_sample_text_dup_step: Returns: (transfer full): one thing to do until next time */
char *cab_sample_text_dup_step (const CabSampleVoice *voice);

/** cab_sample_text_dup_addendum: Returns: (transfer full): text of an addendum; @reason: (out): why
 */
char *cab_sample_text_dup_addendum (const CabSampleVoice *voice,
                                    CabAddendumKind kind,
                                    const char **reason);

/** cab_sample_text_dup_part: Returns: (transfer full): the first paragraph of a note, as it stood
 * when left */
char *cab_sample_text_dup_part (const char *text);

/** cab_sample_text_pick: Returns: (transfer none): one of @words */
const char *cab_sample_text_pick (CabIds *ids, const char *const *words, guint n_words);

#define CAB_SAMPLE_PICK(ids, words) cab_sample_text_pick (ids, words, G_N_ELEMENTS (words))

G_END_DECLS
