/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-header.h"
#include "cab-secret.h"

G_BEGIN_DECLS

/** CAB_KEY_LENGTH: bytes of R, of K and of each chain and digest key */
#define CAB_KEY_LENGTH 32

/** CAB_FINGERPRINT_LENGTH: bytes of the fingerprint of R */
#define CAB_FINGERPRINT_LENGTH 16

/** CAB_PASSPHRASE_MAXIMUM: most bytes of a passphrase after normalising */
#define CAB_PASSPHRASE_MAXIMUM 1024

/**
 * CabKdfProfileNumber:
 * @CAB_KDF_PROFILE_TEST: a millisecond's work; only in builds with `test_profile`
 * @CAB_KDF_PROFILE_FLOOR: the least that is offered
 * @CAB_KDF_PROFILE_FAST: for a computer on which the floor takes < 0.35 s
 * @CAB_KDF_PROFILE_SLOW: on request, slower to open and harder to guess
 *
 * The numbers that byte 4 of a header may hold. Never changed, never reused.
 */
typedef enum
{
  CAB_KDF_PROFILE_TEST = 0,
  CAB_KDF_PROFILE_FLOOR = 1,
  CAB_KDF_PROFILE_FAST = 2,
  CAB_KDF_PROFILE_SLOW = 3
} CabKdfProfileNumber;

/**
 * CabKdfProfile:
 * @operations: passes of Argon2id
 * @memory: bytes of memory
 *
 * What one derivation costs.
 */
typedef struct
{
  guint64 operations;
  gsize memory;
} CabKdfProfile;

/**
 * cab_kdf_get_profile:
 * @number: any byte, as a file brings it
 *
 * Looks a profile up. The file chooses a row of this table and never a cost.
 *
 * Source: vault.md [V-5].
 *
 * Returns: (nullable): the profile, %NULL when this build does not know it
 */
const CabKdfProfile *cab_kdf_get_profile (guint8 number);

/**
 * cab_kdf_choose_profile:
 *
 * Measures one derivation of the floor on this computer and chooses a new
 * practice's profile. Takes about half a second and 256 MiB.
 *
 * Returns: %CAB_KDF_PROFILE_FAST when the floor took less than 0.35 s and the
 *   computer has memory for more, otherwise %CAB_KDF_PROFILE_FLOOR
 */
guint8 cab_kdf_choose_profile (void);

/**
 * cab_kdf_choose_profile_for:
 * @floor_us: how long a derivation with the floor took, in microseconds
 * @memory: bytes of memory the computer has
 *
 * Chooses as cab_kdf_choose_profile() does, from what was measured elsewhere.
 *
 * Returns: the number of a profile
 */
guint8 cab_kdf_choose_profile_for (gint64 floor_us, guint64 memory);

/**
 * cab_kdf_normalise_passphrase:
 * @passphrase: what the person typed, without a NUL
 *
 * Checks a passphrase and brings it to Unicode's form NFC, so that it is the
 * same on every keyboard. Spaces stay as typed.
 *
 * Shape: 1 to %CAB_PASSPHRASE_MAXIMUM bytes. Errors: BAD_PASSPHRASE.
 * Source: vault.md [V-6].
 *
 * Returns: (transfer full): the normalised passphrase
 */
CabSecret *
cab_kdf_normalise_passphrase (CabSecret *passphrase, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_kdf_derive_root:
 * @passphrase: what the person typed
 * @header: (array fixed-size=16): the header of the file, salt and profile
 * @cancellable: (nullable): looked at before and after the long part; what was
 *   derived meanwhile is wiped
 *
 * Normalises the passphrase and derives R from it.
 *
 * Errors: BAD_PASSPHRASE before any work; NEWER or TEST_PROFILE when the
 * profile is not one of this build's; LOW_MEMORY; G_IO_ERROR_CANCELLED.
 * Thread: any; takes up to seconds, so not the main one. Source: [V-5] to [V-7].
 *
 * Returns: (transfer full): R, %CAB_KEY_LENGTH bytes; free it as soon as K is made
 */
CabSecret *cab_kdf_derive_root (CabSecret *passphrase,
                                const guint8 *header,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_kdf_derive_key:
 * @root: R
 *
 * Derives K, SQLCipher's raw key.
 *
 * Returns: (transfer full): K, %CAB_KEY_LENGTH bytes
 */
CabSecret *cab_kdf_derive_key (CabSecret *root) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_kdf_derive_fingerprint:
 * @root: R
 * @fingerprint: (out caller-allocates) (array fixed-size=16): the fingerprint
 *
 * Derives the name of R, which is not secret. Its last byte is the key-check
 * byte of a witness [V-84].
 */
void cab_kdf_derive_fingerprint (CabSecret *root, guint8 *fingerprint);

/**
 * cab_kdf_dup_fingerprint_text:
 * @fingerprint: (array fixed-size=16): a fingerprint
 *
 * Writes the first five bytes as people read them, `7Q2K-9FXC`.
 *
 * Returns: (transfer full): nine characters
 */
char *cab_kdf_dup_fingerprint_text (const guint8 *fingerprint);

/**
 * cab_kdf_new_key_text:
 * @key: K
 * @header: (nullable) (array fixed-size=16): the header that a new file gets, or
 *   %NULL to open one as it is
 *
 * Writes the text that sqlite3_key_v2() takes: `x'<64 hex digits>'`, for a new
 * file with 32 more for its header.
 *
 * Shape: 67 or 99 bytes, no NUL. Source: vault.md [V-3], [V-8].
 *
 * Returns: (transfer full): the key text
 */
CabSecret *cab_kdf_new_key_text (CabSecret *key, const guint8 *header) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_kdf_new_shell_line:
 * @key: K
 *
 * Writes the line by which the stock sqlcipher shell opens a practice.
 *
 * Shape: `PRAGMA key = "x'…'";` and a line feed, no NUL. Source: vault.md [V-9].
 *
 * Returns: (transfer full): the line
 */
CabSecret *cab_kdf_new_shell_line (CabSecret *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
