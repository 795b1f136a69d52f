/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_TEXT_DIFF_WORDS: texts with more words between them are compared by paragraph [W-80] */
#define CAB_TEXT_DIFF_WORDS 20000

/**
 * CabDiffType:
 * @CAB_DIFF_SAME: stands in both texts
 * @CAB_DIFF_REMOVED: stands in the old text alone
 * @CAB_DIFF_ADDED: stands in the new text alone
 */
typedef enum
{
  CAB_DIFF_SAME,
  CAB_DIFF_REMOVED,
  CAB_DIFF_ADDED
} CabDiffType;

/**
 * CabDiffRun:
 * @type: what happened to it
 * @old_start: where it begins in the old text; for what was added, where it would stand
 * @old_length: its bytes there, 0 for what was added
 * @new_start: where it begins in the new text; for what was removed, where it stood
 * @new_length: its bytes there, 0 for what was removed
 *
 * A run of words. The runs in order, without the added ones, are the old text;
 * without the removed ones, the new. Two runs side by side differ in type, and
 * what was removed comes before what was added in its place.
 */
typedef struct
{
  CabDiffType type;
  gsize old_start;
  gsize old_length;
  gsize new_start;
  gsize new_length;
} CabDiffRun;

/**
 * cab_text_diff:
 * @old_text: UTF-8
 * @new_text: UTF-8
 *
 * Compares two texts word by word. A word is a run of letters, digits and marks,
 * with the apostrophes and points between them; every other character stands
 * alone, and so does every character of a script that is written without blanks
 * between words. Above %CAB_TEXT_DIFF_WORDS words the unit is the paragraph,
 * with its end.
 *
 * Units: bytes, on the borders of characters.
 * Thread: any. Source: window.md [W-80], Unicode UAX #29.
 *
 * Returns: (transfer full) (element-type CabDiffRun): the runs, none for two
 *   empty texts
 */
GArray *cab_text_diff (const char *old_text, const char *new_text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
