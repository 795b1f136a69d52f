/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-layout.h"

G_BEGIN_DECLS

/* What is written about the practice and its clinician; what decides how Cabinet
 * behaves stands on the pages of the preferences themselves. */
extern const CabLayout cab_practice_layout;
extern const CabLayout cab_clinician_layout;

/* The sections of the practice that are spread over the preferences. */
extern const CabLayoutSection cab_notes_preferences;
extern const CabLayoutSection cab_language_preferences;
extern const CabLayoutSection cab_lock_preferences;
extern const CabLayoutSection cab_backup_preferences;

G_END_DECLS
