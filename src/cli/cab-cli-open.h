/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"
#include "cab-vault.h"

G_BEGIN_DECLS

/**
 * cab_cli_open_get_path:
 * @self: a run
 * @error: return location
 *
 * Errors: %CAB_CLI_ERROR_USAGE when `-p` is missing.
 *
 * Returns: (transfer none) (type filename): the file that `-p` names
 */
const char *cab_cli_open_get_path (CabCli *self, GError **error);

/**
 * cab_cli_open_ask_credential:
 * @self: a run
 * @path: (type filename): the file it is for, as the prompt names it
 * @error: return location
 *
 * Gets the passphrase, or the recovery code with `--recovery`, from where the
 * global options say, else from the terminal.
 *
 * Returns: (transfer full): the secret
 */
CabSecret *cab_cli_open_ask_credential (CabCli *self,
                                        const char *path,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_cli_open_make_credential: Returns: what @secret is: a passphrase, or a code with
 * `--recovery` */
CabCredential cab_cli_open_make_credential (CabCli *self, CabSecret *secret);

/**
 * cab_cli_open_ask_from:
 * @self: a run
 * @name: beginning of two options' names: `new-passphrase` for
 *   `--new-passphrase-file` and `--new-passphrase-fd`
 * @error: return location
 *
 * Gets a secret from the file or the descriptor that one of two options names.
 *
 * Returns: (transfer full) (nullable): the secret; %NULL without @error when
 *   neither option was given
 */
CabSecret *
cab_cli_open_ask_from (CabCli *self, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_open_ask_new:
 * @self: a run
 * @name: as for cab_cli_open_ask_from()
 * @error: return location
 *
 * Gets a new passphrase, from the terminal twice, and refuses a weak one.
 *
 * Errors: %CAB_CLI_ERROR_WEAK_PASSPHRASE, %CAB_CLI_ERROR_MISMATCH.
 * Source: vault.md [V-6].
 *
 * Returns: (transfer full): the passphrase
 */
CabSecret *
cab_cli_open_ask_new (CabCli *self, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_open_vault:
 * @self: a run
 * @path: a practice or a backup
 * @flags: what must be so; the global options add theirs
 * @secret: (out) (optional) (transfer full): the passphrase or code that opened it
 * @error: return location
 *
 * Opens a file with the passphrase or the recovery code, which is asked for. On
 * a terminal a wrong one is asked for again, slower from the third on.
 *
 * Source: vault.md [V-27].
 *
 * Returns: (transfer full): the open vault
 */
CabVault *cab_cli_open_vault (CabCli *self,
                              const char *path,
                              CabVaultOpenFlags flags,
                              CabSecret **secret,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_open_derive_root:
 * @self: a run
 * @path: a practice or a backup
 * @header: (out caller-allocates) (array fixed-size=16): the file's header
 * @error: return location
 *
 * Asks for the passphrase or the recovery code, proves it by opening the file
 * read-only, and derives the root key R from it, which an open vault no longer
 * has.
 *
 * Source: vault.md [V-7], [V-131].
 *
 * Returns: (transfer full): R
 */
CabSecret *cab_cli_open_derive_root (CabCli *self, const char *path, guint8 *header, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
