/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-codes.h"
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
 * CabWordForClient:
 * @CAB_WORD_FOR_CLIENT_CLIENTS: clients
 * @CAB_WORD_FOR_CLIENT_PATIENTS: patients
 * @CAB_WORD_FOR_CLIENT_SERVICE_USERS: service users
 *
 * What the people of a practice are called; kept as a text, so that a later
 * Cabinet may know more words. Source: window.md [W-115].
 */
typedef enum
{
  CAB_WORD_FOR_CLIENT_CLIENTS,
  CAB_WORD_FOR_CLIENT_PATIENTS,
  CAB_WORD_FOR_CLIENT_SERVICE_USERS
} CabWordForClient;

extern const CabCodes cab_word_for_client_codes;

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

/**
 * cab_practice_settings_get_zone:
 * @practice: a practice
 *
 * Returns: (transfer none): the practice's IANA zone, `UTC` before it is set up
 */
const char *cab_practice_settings_get_zone (CabPractice *practice);

/** cab_practice_settings_get_jurisdiction: Returns: the law the practice works under */
CabJurisdiction cab_practice_settings_get_jurisdiction (CabPractice *practice);

/** cab_practice_settings_get_adult_age: Returns: the age of adulthood, 18 before it is set up */
int cab_practice_settings_get_adult_age (CabPractice *practice);

/**
 * cab_practice_settings_get_basis:
 * @practice: a practice
 * @kind: a kind
 * @basis6: (out): the default basis of GDPR Art 6
 * @basis9: (out): the default condition of GDPR Art 9
 *
 * What a new record of the kind gets: the practice's choice, else legal
 * obligation for a register, else "not set".
 *
 * Source: bundle.md [B-6].
 */
void cab_practice_settings_get_basis (CabPractice *practice,
                                      const CabKind *kind,
                                      CabBasis6 *basis6,
                                      CabBasis9 *basis9);

/**
 * cab_practice_settings_set_basis:
 * @practice: a practice
 * @kind: a kind
 * @basis6: the basis of GDPR Art 6 that new records of the kind get
 * @basis9: the condition of GDPR Art 9
 * @error: return location
 *
 * Chooses the bases of new records; those that are there keep theirs.
 *
 * Errors: as cab_practice_save(). Source: bundle.md [B-6].
 *
 * Returns: %TRUE when both are stored
 */
gboolean cab_practice_settings_set_basis (CabPractice *practice,
                                          const CabKind *kind,
                                          CabBasis6 basis6,
                                          CabBasis9 basis9,
                                          GError **error);

G_END_DECLS
