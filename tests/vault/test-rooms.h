/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What the tests of backups, swaps and their users share. */

#pragma once

#include "cab-backup.h"
#include "cab-test-vault.h"

#include <sys/types.h>

G_BEGIN_DECLS

/** test_watch: without the model: pages, references, chain and chunks are looked at */
extern const CabCopyWatch test_watch;

/** test_entry: writes one row of the log, about @entity */
void test_entry (CabVault *vault, const char *entity, const char *payload);

/** test_count_acts: Returns: how many rows of the log are of @act */
gint64 test_count_acts (CabVault *vault, const char *act);

/** test_query: Returns: the integer that @sql, a string constant, answers */
gint64 test_query (CabVault *vault, const char *sql);

/** test_flip: changes one bit of a file, in a child, so that no lock of this process is dropped */
void test_flip (const char *path, gsize offset, guint bit);

/** test_get_size: Returns: how long a file is */
gsize test_get_size (const char *path);

/** test_crash: ends a child in the middle of a transaction; leaves a hot journal */
void test_crash (CabTestVault *test);

/** test_hold: opens the practice in a child; Returns: a descriptor to close, which ends it */
int test_hold (CabTestVault *test, pid_t *child);

/** test_let_go: ends what test_hold() began */
void test_let_go (int until, pid_t child);

/** test_dup_bytes: Returns: (transfer full): a file's bytes; not of one that is open */
GBytes *test_dup_bytes (const char *path);

/** test_assert_only: there is nothing in the folder but @names, sorted and joined by spaces */
void test_assert_only (const CabTestFolder *folder, const char *names);

/** test_get_credential: Returns: a credential that borrows @passphrase */
CabCredential test_get_credential (CabSecret *passphrase);

G_END_DECLS
