/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-draft.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * cab_kept_form_keep:
 * @practice: the practice
 * @target: the record that is filled in, and a field that stands for all of it
 * @body: (nullable): what is filled in, as text; %NULL gives up what was kept
 *
 * Keeps in the file what is filled in and not stored, also while the practice closes,
 * for the next time that it is opened. A read-only practice keeps nothing.
 *
 * Thread: main. Source: records.md [M-18], [M-47]; window.md [W-43].
 */
void cab_kept_form_keep (CabOpenPractice *practice, const CabDraftTarget *target, const char *body);

/** cab_kept_form_find: Returns: (transfer full) (nullable): what was kept; on the file's thread */
char *cab_kept_form_find (CabPractice *practice, const CabDraftTarget *target);

G_END_DECLS
