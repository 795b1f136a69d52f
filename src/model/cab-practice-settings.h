/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabJurisdiction:
 * @CAB_JURISDICTION_UK: united Kingdom
 * @CAB_JURISDICTION_EU: european Union
 * @CAB_JURISDICTION_US_HIPAA: united States, under HIPAA
 * @CAB_JURISDICTION_US_OTHER: united States, other
 * @CAB_JURISDICTION_OTHER: elsewhere
 *
 * Which country's data-protection law the practice works under. Source: records.md [M-30].
 */
typedef enum
{
  CAB_JURISDICTION_UK,
  CAB_JURISDICTION_EU,
  CAB_JURISDICTION_US_HIPAA,
  CAB_JURISDICTION_US_OTHER,
  CAB_JURISDICTION_OTHER
} CabJurisdiction;

extern const CabCodes cab_jurisdiction_codes;

/**
 * CabClockPreset:
 * @CAB_CLOCK_PRESET_ONE_MONTH: one month
 * @CAB_CLOCK_PRESET_45_DAYS: 45 days
 * @CAB_CLOCK_PRESET_30_DAYS: 30 days
 *
 * How long the practice itself promises to take over a data request. Source: records.md [M-30],
 * rights.md.
 */
typedef enum
{
  CAB_CLOCK_PRESET_ONE_MONTH,
  CAB_CLOCK_PRESET_45_DAYS,
  CAB_CLOCK_PRESET_30_DAYS
} CabClockPreset;

extern const CabCodes cab_clock_preset_codes;

/**
 * CabUnlockPolicy:
 * @CAB_UNLOCK_POLICY_NEVER: never: add an addendum
 * @CAB_UNLOCK_POLICY_WITHIN_HOURS: within some hours of signing
 * @CAB_UNLOCK_POLICY_ALWAYS: always: signed text stays in the history
 *
 * Whether a signed note may be opened again for a new version. Source: records.md [M-30],
 * [M-38].
 */
typedef enum
{
  CAB_UNLOCK_POLICY_NEVER,
  CAB_UNLOCK_POLICY_WITHIN_HOURS,
  CAB_UNLOCK_POLICY_ALWAYS
} CabUnlockPolicy;

extern const CabCodes cab_unlock_policy_codes;

/**
 * CabPracticeField:
 *
 * The fields of a practice in table order, which is export order. Source: records.md [M-30].
 */
typedef enum
{
  CAB_PRACTICE_FIELD_NAME,
  CAB_PRACTICE_FIELD_ADDRESS,
  CAB_PRACTICE_FIELD_OPENING_HOURS,
  CAB_PRACTICE_FIELD_LEGAL_NAME,
  CAB_PRACTICE_FIELD_WEBSITE,
  CAB_PRACTICE_FIELD_PHONE,
  CAB_PRACTICE_FIELD_EMAIL,
  CAB_PRACTICE_FIELD_AUTHORITY_NAME,
  CAB_PRACTICE_FIELD_AUTHORITY_CONTACT,
  CAB_PRACTICE_FIELD_DPO_CONTACT,
  CAB_PRACTICE_FIELD_JURISDICTION,
  CAB_PRACTICE_FIELD_CLOCK_PRESET,
  CAB_PRACTICE_FIELD_LOCALE,
  CAB_PRACTICE_FIELD_CURRENCY,
  CAB_PRACTICE_FIELD_ZONE,
  CAB_PRACTICE_FIELD_WORD_FOR_CLIENT,
  CAB_PRACTICE_FIELD_SESSION_MINUTES,
  CAB_PRACTICE_FIELD_NOTE_DUE_HOURS,
  CAB_PRACTICE_FIELD_ADULT_AGE,
  CAB_PRACTICE_FIELD_LOCK_MINUTES,
  CAB_PRACTICE_FIELD_BACKUP_DAYS,
  CAB_PRACTICE_FIELD_UNLOCK_POLICY,
  CAB_PRACTICE_FIELD_UNLOCK_HOURS,
  CAB_PRACTICE_FIELD_SELF_REVIEWED_ON,
  CAB_PRACTICE_FIELD_HOLIDAY_SET,
  CAB_PRACTICE_FIELD_COMPLAINT_CONTACT,
  CAB_PRACTICE_FIELD_EXTRA_CLOCKS,
  CAB_PRACTICE_N_FIELDS
} CabPracticeField;

extern const CabKind cab_practice_kind;

#define CAB_TYPE_PRACTICE_SETTINGS (cab_practice_settings_get_type ())
G_DECLARE_FINAL_TYPE (CabPracticeSettings, cab_practice_settings, CAB, PRACTICE_SETTINGS, CabRecord)

G_END_DECLS
