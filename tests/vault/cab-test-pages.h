/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* The pages of a practice, decrypted by OpenSSL without a line of SQLCipher. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_TEST_RESERVED: SQLCipher 4 keeps an IV of 16 bytes and an HMAC of 64 at each page's end */
#define CAB_TEST_RESERVED 80

/**
 * cab_test_pages_decrypt:
 * @path: a closed practice with %CAB_TEST_PASSPHRASE
 *
 * Returns: (transfer full): all its pages with zeros at their reserved ends: a
 *   file that SQLite reads without a key
 */
GBytes *cab_test_pages_decrypt (const char *path);

G_END_DECLS
