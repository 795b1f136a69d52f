/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-test-vault.h"

G_BEGIN_DECLS

/** test_refused_prepare: a practice that is complete and closed */
void test_refused_prepare (CabTestVault *test);

/** test_refused_write: puts @bytes in place of the file at @path */
void test_refused_write (const char *path, const void *bytes, gsize length);

/**
 * test_refused_assert:
 * @name: the case, for the message of a failure
 * @words: (nullable): what the sentence must say
 *
 * Opening must fail with @code and change neither the folder nor the witness, however often.
 */
void test_refused_assert (CabTestVault *test,
                          const char *name,
                          const char *passphrase,
                          CabVaultOpenFlags flags,
                          int code,
                          const char *words);

G_END_DECLS
