/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-draft.h"
#include "cab-hand-answer.h"

G_BEGIN_DECLS

typedef struct _CabHandQuestion CabHandQuestion;

/**
 * CabHandQuestion:
 * @heading: (nullable): what it is about, above it
 * @words: the question
 * @answer: (transfer full): what answers it
 * @n_skipped: how many questions *Skip* passes over, this one with them; 0 when
 *   it must be answered
 * @subject: (transfer full) (nullable): the record that it is about
 * @check: (nullable): refuses an answer before the next question is asked
 * @prepare: (nullable): called before it is asked, and tells whether it is asked;
 *   @questions are all of them
 *
 * One page of the window that a client is given.
 */
struct _CabHandQuestion
{
  char *heading;
  char *words;
  CabHandAnswer *answer;
  guint n_skipped;
  CabRecord *subject;
  gboolean (*check) (CabHandQuestion *self, GError **error);
  gboolean (*prepare) (CabHandQuestion *self, GPtrArray *questions);
};

/** cab_hand_question_new: @answer: floating; @words and @heading are copied */
CabHandQuestion *cab_hand_question_new (const char *heading,
                                        const char *words,
                                        GtkWidget *answer,
                                        guint n_skipped) G_GNUC_WARN_UNUSED_RESULT;
void cab_hand_question_free (CabHandQuestion *self);

/**
 * CabHandForm:
 * @kind: what its draft is of, and @field the field that it stands for
 * @read: reads what the questions are made of; on the file's thread
 * @sheet_free: frees what @read gave
 * @ask: (element-type CabHandQuestion): makes the questions, with the answers that
 *   the sheet has already
 * @keep: writes what is answered into a draft; leaves it as it is where nothing is
 * @restore: answers as a draft says
 * @take: (nullable): what is written of the answers; %NULL where nothing was answered
 * @write: writes what @take gave, in the running transaction; on the file's thread
 * @given_free: frees what @take gave
 *
 * What a client is asked, and what becomes of the answers. The two that there
 * are: of a mood, and of a round of values. Source: window.md [W-95].
 */
typedef struct
{
  const CabKind *kind;
  const char *field;
  gpointer (*read) (CabPractice *practice, const char *client_id, GError **error);
  GDestroyNotify sheet_free;
  GPtrArray *(*ask) (gpointer sheet);
  void (*keep) (gpointer sheet, GPtrArray *questions, GKeyFile *draft);
  void (*restore) (gpointer sheet, GPtrArray *questions, GKeyFile *draft);
  gpointer (*take) (gpointer sheet, GPtrArray *questions);
  gboolean (*write) (CabPractice *practice, gpointer given, GError **error);
  GDestroyNotify given_free;
} CabHandForm;

extern const CabHandForm cab_hand_mood_form;
extern const CabHandForm cab_hand_values_form;

/** cab_hand_form_get_target: Returns: where the draft of a client’s answers is kept */
CabDraftTarget cab_hand_form_get_target (const CabHandForm *self, const char *client_id);

G_END_DECLS
