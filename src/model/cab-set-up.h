/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-clinician.h"
#include "cab-practice-settings.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabSetUp:
 * @name: the practice's name
 * @clinician: the owner's name as documents show it
 * @profession: the owner's profession
 * @jurisdiction: the law the practice works under; presets follow from it
 * @zone: (nullable): an IANA zone; UTC when %NULL
 * @locale: (nullable): `en-GB`; the jurisdiction's when %NULL
 * @currency: (nullable): `GBP`; the jurisdiction's when %NULL
 *
 * What a new practice is asked for.
 */
typedef struct
{
  const char *name;
  const char *clinician;
  CabProfession profession;
  CabJurisdiction jurisdiction;
  const char *zone;
  const char *locale;
  const char *currency;
} CabSetUp;

/**
 * cab_practice_set_up:
 * @practice: a practice whose file holds no practice row yet
 * @set_up: what was asked
 * @error: return location
 *
 * Writes what every practice has from its first day, in one transaction: the
 * owner, the practice, the default legal bases and the starter words for moods.
 * The owner becomes the actor of the activity log.
 *
 * Errors: %CAB_MODEL_ERROR_DUPLICATE when there is a practice already;
 * %CAB_MODEL_ERROR_INVALID; as cab_practice_save().
 * Thread: the vault's. Source: records.md [M-30], [M-31], bundle.md [B-6],
 * forms.md [F-81].
 *
 * Returns: %TRUE when all of it is on disk
 */
gboolean cab_practice_set_up (CabPractice *practice, const CabSetUp *set_up, GError **error);

G_END_DECLS
