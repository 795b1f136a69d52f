/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice-settings.h"

G_BEGIN_DECLS

/**
 * CabOvercollection:
 * @CAB_OVERCOLLECTION_NONE: nothing was noticed
 * @CAB_OVERCOLLECTION_CARD: 13 to 19 digits that pass the check of payment cards
 * @CAB_OVERCOLLECTION_IDENTITY: the form of a national identity number
 *
 * What a text may hold that a practice does not need.
 */
typedef enum
{
  CAB_OVERCOLLECTION_NONE,
  CAB_OVERCOLLECTION_CARD,
  CAB_OVERCOLLECTION_IDENTITY
} CabOvercollection;

/**
 * cab_overcollection_find:
 * @text: (nullable): what was typed
 * @jurisdiction: whose identity numbers to look for
 *
 * Looks for numbers that are better not kept. It never refuses anything: a
 * number that looks like one may be something else.
 *
 * Thread: any. Source: records.md [M-21].
 *
 * Returns: the first thing noticed
 */
CabOvercollection cab_overcollection_find (const char *text, CabJurisdiction jurisdiction);

/**
 * cab_overcollection_get_warning:
 * @found: what was noticed
 *
 * Returns: (nullable): the translated sentence to show, %NULL for none
 */
const char *cab_overcollection_get_warning (CabOvercollection found);

G_END_DECLS
