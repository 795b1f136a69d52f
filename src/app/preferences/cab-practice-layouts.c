/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-practice-layouts.h"

#include <glib/gi18n.h>

#include "cab-clinician.h"
#include "cab-practice-settings.h"

#define PRACTICE(field) CAB_OWN (CAB_PRACTICE_FIELD_##field)
#define CLINICIAN(field) CAB_OWN (CAB_CLINICIAN_FIELD_##field)

static const guint practice_names[] = {
  PRACTICE (NAME),  PRACTICE (LEGAL_NAME), PRACTICE (ADDRESS),       PRACTICE (PHONE),
  PRACTICE (EMAIL), PRACTICE (WEBSITE),    PRACTICE (OPENING_HOURS),
};

static const guint practice_law[] = {
  PRACTICE (JURISDICTION),      PRACTICE (CLOCK_PRESET),      PRACTICE (ADULT_AGE),
  PRACTICE (AUTHORITY_NAME),    PRACTICE (AUTHORITY_CONTACT), PRACTICE (DPO_CONTACT),
  PRACTICE (COMPLAINT_CONTACT), PRACTICE (SELF_REVIEWED_ON),
};

static const guint practice_work[] = {
  PRACTICE (ZONE),
  PRACTICE (CURRENCY),
  PRACTICE (SESSION_MINUTES),
};

static const CabLayoutSection practice_sections[] = {
  CAB_LAYOUT_SECTION (N_ ("Name and Address"), practice_names),
  CAB_LAYOUT_SECTION (N_ ("Law"), practice_law),
  CAB_LAYOUT_SECTION (N_ ("Work"), practice_work),
};

CAB_DEFINE_LAYOUT (cab_practice_layout, &cab_practice_kind, practice_sections);

static const guint clinician_names[] = {
  CLINICIAN (DISPLAY_NAME),
  CLINICIAN (TITLE),
  CLINICIAN (PROFESSION),
};

static const guint clinician_registration[] = {
  CLINICIAN (REGISTRATION_BODY), CLINICIAN (REGISTRATION_NUMBER), CLINICIAN (REGISTRATION_UNTIL),
  CLINICIAN (INSURER),           CLINICIAN (POLICY_NUMBER),       CLINICIAN (INSURANCE_UNTIL),
};

static const guint clinician_profile[] = {
  CLINICIAN (QUALIFICATIONS), CLINICIAN (SPECIALTIES), CLINICIAN (EDUCATION),
  CLINICIAN (LANGUAGES),      CLINICIAN (BIOGRAPHY),
};

static const CabLayoutSection clinician_sections[] = {
  CAB_LAYOUT_SECTION (N_ ("You"), clinician_names),
  CAB_LAYOUT_SECTION (N_ ("Registration and Insurance"), clinician_registration),
  CAB_LAYOUT_SECTION (N_ ("Profile"), clinician_profile),
};

CAB_DEFINE_LAYOUT (cab_clinician_layout, &cab_clinician_kind, clinician_sections);

static const guint notes[]
    = { PRACTICE (UNLOCK_POLICY), PRACTICE (UNLOCK_HOURS), PRACTICE (NOTE_DUE_HOURS) };
static const guint language[] = { PRACTICE (LOCALE) };
static const guint locking[] = { PRACTICE (LOCK_MINUTES) };
static const guint backups[] = { PRACTICE (BACKUP_DAYS) };

const CabLayoutSection cab_notes_preferences = CAB_LAYOUT_SECTION (NULL, notes);
const CabLayoutSection cab_language_preferences = CAB_LAYOUT_SECTION (NULL, language);
const CabLayoutSection cab_lock_preferences = CAB_LAYOUT_SECTION (NULL, locking);
const CabLayoutSection cab_backup_preferences = CAB_LAYOUT_SECTION (NULL, backups);
