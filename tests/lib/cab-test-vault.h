/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-test-folder.h"
#include "cab-vault.h"

G_BEGIN_DECLS

/** CAB_TEST_PASSPHRASE: what opens the practices of tests */
#define CAB_TEST_PASSPHRASE "copper lantern orbit"

/** CAB_TEST_WALL_MS: 2026-03-02T09:00:00Z, where the clock of tests stands */
#define CAB_TEST_WALL_MS G_GINT64_CONSTANT (1772442000000)

/**
 * CabTestVault:
 * @folder: the practice's own; witnesses and runtime copies are in @aside
 * @aside: the folders of the settings, so that listings of @folder show the
 *   practice and its siblings alone
 * @path: (type filename): the practice
 * @clock: stands at %CAB_TEST_WALL_MS in Europe/Berlin
 * @ids: random: keys and headers of tests are real ones
 * @settings: what create and open get
 * @vault: (nullable): the open practice
 *
 * A practice of a test's own, with the cheapest key profile:
 * `g_auto (CabTestVault) test = { 0 }; cab_test_vault_init (&test);`.
 */
typedef struct
{
  CabTestFolder folder;
  CabTestFolder aside;
  char *path;
  CabClock *clock;
  CabIds *ids;
  char *state_dir;
  char *runtime_dir;
  char *cache_dir;
  CabVaultSettings settings;
  CabVault *vault;
} CabTestVault;

/** cab_test_vault_prepare: fills everything in but makes no practice */
void cab_test_vault_prepare (CabTestVault *self);

/** cab_test_vault_init: prepares and makes a practice, which is then open */
void cab_test_vault_init (CabTestVault *self);

/** cab_test_vault_clear: closes the practice and removes everything */
void cab_test_vault_clear (CabTestVault *self);

/** cab_test_vault_close: closes the practice, which must go well */
void cab_test_vault_close (CabTestVault *self);

/** cab_test_vault_reopen: opens the practice with its passphrase, which must go well */
void cab_test_vault_reopen (CabTestVault *self, CabVaultOpenFlags flags);

/**
 * cab_test_vault_try:
 * @self: a practice that is closed
 * @passphrase: a passphrase
 * @flags: as for cab_vault_open()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what cab_vault_open() gives
 */
CabVault *cab_test_vault_try (CabTestVault *self,
                              const char *passphrase,
                              CabVaultOpenFlags flags,
                              GError **error);

/** cab_test_secret: Returns: (transfer full): a secret with the bytes of @text */
CabSecret *cab_test_secret (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabTestVault, cab_test_vault_clear)

G_END_DECLS
