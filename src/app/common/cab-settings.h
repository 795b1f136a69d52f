/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-vault.h"

G_BEGIN_DECLS

/**
 * cab_settings_init:
 * @self: filled
 *
 * Clock, ids and folders as every opening of a practice needs them. A build
 * that allows the test profile takes a fixed clock and counted ids from
 * `CABINET_TEST_CLOCK`, `CABINET_TEST_ZONE` and `CABINET_TEST_IDS`; no other does.
 */
void cab_settings_init (CabVaultSettings *self);

/** cab_settings_clear: lets go of clock and ids */
void cab_settings_clear (CabVaultSettings *self);

/**
 * cab_settings_dup_data_folder:
 *
 * Gives Cabinet's own folder for practices. It is made when a file is.
 *
 * Returns: (transfer full): `$XDG_DATA_HOME/cabinet`
 */
char *cab_settings_dup_data_folder (void);

/**
 * cab_settings_get_profile:
 *
 * Returns: the key derivation profile of new practices
 */
int cab_settings_get_profile (void);

/**
 * cab_settings_get_locale_dir:
 *
 * A build that allows the test profile takes `CABINET_TEST_LOCALE_DIR`.
 *
 * Returns: the folder with the catalogues of translations
 */
const char *cab_settings_get_locale_dir (void);

G_END_DECLS
