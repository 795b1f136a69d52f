/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-backup.h"

G_BEGIN_DECLS

/**
 * CabRecoverySheet:
 * @code: the four lines of the recovery code
 * @fingerprint: `7Q2K-9FXC`, names the sheet; not secret
 * @header: the file's first 16 bytes, 32 hex digits
 * @date: the day it was made
 * @anchor: the head of the activity log that day
 * @file_name: (type filename): the practice's name on disk
 *
 * What is printed. Source: vault.md [V-130].
 */
typedef struct
{
  CabSecret *code;
  char *fingerprint;
  char *header;
  char *date;
  char *anchor;
  char *file_name;
} CabRecoverySheet;

void cab_recovery_sheet_clear (CabRecoverySheet *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabRecoverySheet, cab_recovery_sheet_clear)

/**
 * cab_recovery_sheet_make:
 * @vault: an open practice
 * @passphrase: its passphrase: R is not kept, so it is asked for
 * @sheet: (out caller-allocates): the sheet
 * @cancellable: (nullable): abandons the derivation
 * @error: return location
 *
 * Makes the recovery sheet. It counts as good only after cab_recovery_sheet_prove().
 *
 * Errors: WRONG_KEY, LOW_MEMORY, CANCELLED.
 * Thread: the vault's. Source: vault.md [V-131].
 */
gboolean cab_recovery_sheet_make (CabVault *vault,
                                  CabSecret *passphrase,
                                  CabRecoverySheet *sheet,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * cab_recovery_sheet_prove:
 * @vault: an open practice, for writing
 * @code: the code as it was typed back from paper
 * @error: return location
 *
 * Proves that a printed code opens this file, and notes the day.
 *
 * Errors: BAD_CODE naming the line; WRONG_KEY for the sheet of another practice
 * or of an earlier passphrase.
 * Thread: the vault's. Source: vault.md [V-131].
 */
gboolean cab_recovery_sheet_prove (CabVault *vault, CabSecret *code, GError **error);

/** cab_recovery_sheet_dup_date: Returns: (transfer full) (nullable): when a sheet was last proved
 */
char *cab_recovery_sheet_dup_date (CabVault *vault);

/**
 * cab_repair_header:
 * @path: (type filename): a practice whose first 16 bytes were changed
 * @credential: its passphrase or recovery code
 * @header: (nullable) (array fixed-size=16): the header from the recovery sheet;
 *   %NULL takes it from this computer's witness
 * @settings: (not nullable): time, randomness, folders
 * @watch: (not nullable): the model's walk
 * @kept: (out) (optional) (type filename): the damaged file under its new name
 * @cancellable: (nullable): stops it before the swap
 * @error: return location
 *
 * Puts the header back, in a copy that is verified before it takes the file's
 * place. A file whose header is right is left alone, and @kept is then %NULL.
 *
 * Errors: DAMAGED_HEADER when no header is known; WRONG_KEY; VERIFY; IN_USE.
 * Source: vault.md [V-133].
 */
gboolean cab_repair_header (const char *path,
                            const CabCredential *credential,
                            const guint8 *header,
                            const CabVaultSettings *settings,
                            const CabCopyWatch *watch,
                            char **kept,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
