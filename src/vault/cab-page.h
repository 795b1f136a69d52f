/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-header.h"
#include "cab-kdf.h"

G_BEGIN_DECLS

/**
 * cab_page_verify:
 * @key: K
 * @header: (array fixed-size=16): bytes 0 to 15 of the file
 * @number: the page's number, from 1
 * @page: (array fixed-size=4096): the page as it lies on disk
 *
 * Checks the HMAC that SQLCipher put at the end of a page. It needs no other
 * page, so it tells a wrong key from a damaged first page: under a wrong key no
 * page at all is right.
 *
 * Shape: SQLCipher 4's defaults [V-1]: HMAC-SHA512 over the ciphertext, the IV and
 * the number as 32 bits little-endian; its key by PBKDF2-HMAC-SHA512 of two
 * rounds from K and the salt with every byte XOR 0x3a.
 * Thread: any.
 *
 * Returns: %TRUE when the page was written under @key
 */
gboolean cab_page_verify (CabSecret *key, const guint8 *header, guint32 number, const guint8 *page);

G_END_DECLS
