/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * cab_opener_examine_async:
 * @path: a practice file
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Looks on a thread of its own whether a passphrase can open the file at all.
 *
 * Source: window.md [W-35], vault.md [V-26].
 */
void cab_opener_examine_async (const char *path, GAsyncReadyCallback callback, gpointer user_data);

/**
 * cab_opener_examine_finish:
 * @result: as given to the callback
 * @error: return location
 *
 * Errors: those of cab_vault_examine().
 *
 * Returns: whether it is worth asking for the passphrase
 */
gboolean cab_opener_examine_finish (GAsyncResult *result, GError **error);

/**
 * cab_opener_open_async:
 * @path: a practice file or a backup
 * @type: what @secret is
 * @secret: (transfer full): the passphrase or the recovery code; wiped when the task ends
 * @flags: how to open it
 * @cancellable: (nullable): stops the key derivation
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Opens a practice file on a thread of its own. A file named as a backup opens
 * read-only by itself [V-110].
 */
void cab_opener_open_async (const char *path,
                            CabCredentialType type,
                            CabSecret *secret,
                            CabVaultOpenFlags flags,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * cab_opener_open:
 * @path: a practice file
 * @passphrase: its passphrase
 * @error: return location
 *
 * The same at once, for a job that is on the file's thread already.
 *
 * Returns: (transfer full): the practice, or %NULL with @error set
 */
CabPractice *
cab_opener_open (const char *path, CabSecret *passphrase, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_opener_open_sample_async:
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Opens the sample practice, which is made first when it is not there [W-41].
 */
void cab_opener_open_sample_async (GAsyncReadyCallback callback, gpointer user_data);

/**
 * cab_opener_open_finish:
 * @result: as given to the callback
 * @error: return location
 *
 * Returns: (transfer full): the open practice
 */
CabOpenPractice *
cab_opener_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_opener_dup_sample_path: Returns: (transfer full): where the sample practice lies */
char *cab_opener_dup_sample_path (void);

G_END_DECLS
