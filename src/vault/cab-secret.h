/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabSecret:
 *
 * Bytes that nobody else may see: passphrase, keys, recovery code, key text.
 * They lie between guard pages in memory that is locked, left out of core dumps
 * and unreadable even to this program except between cab_secret_open() and
 * cab_secret_close(). They are never copied into anything else that outlives
 * the caller's own stack frame.
 *
 * Thread: one at a time. Source: vault.md [V-160].
 */
typedef struct _CabSecret CabSecret;

/**
 * cab_secret_new:
 * @length: how many bytes, not 0
 *
 * Makes a secret of zero bytes, closed. Like g_malloc() it ends the program when
 * there is no memory at all. When the memory cannot be locked it is used all the
 * same, and cab_secret_is_memory_locked() says so from then on.
 *
 * Returns: (transfer full): a secret
 */
CabSecret *cab_secret_new (gsize length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_secret_new_copy:
 * @bytes: (array length=length): what it holds
 * @length: how many, not 0
 *
 * Makes a secret that holds a copy; wiping the original is the caller's part.
 *
 * Returns: (transfer full): a secret
 */
CabSecret *cab_secret_new_copy (const void *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_secret_dup:
 * @self: a secret
 *
 * Returns: (transfer full): a second secret with the same bytes
 */
CabSecret *cab_secret_dup (CabSecret *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_secret_get_length:
 * @self: a secret
 *
 * Returns: how many bytes it has
 */
gsize cab_secret_get_length (CabSecret *self);

/**
 * cab_secret_open:
 * @self: a secret
 *
 * Lets the bytes be read until the matching cab_secret_close(). Calls nest.
 *
 * Returns: (transfer none) (array): the bytes, without a NUL at their end
 */
const guint8 *cab_secret_open (CabSecret *self);

/**
 * cab_secret_open_for_writing:
 * @self: a secret that is not open
 *
 * Lets the bytes be read and written until cab_secret_close().
 *
 * Returns: (transfer none) (array): the bytes
 */
guint8 *cab_secret_open_for_writing (CabSecret *self);

/**
 * cab_secret_close:
 * @self: a secret that is open
 *
 * Ends the use begun by cab_secret_open() or cab_secret_open_for_writing().
 * After the last one, touching the bytes ends the program.
 */
void cab_secret_close (CabSecret *self);

/**
 * cab_secret_equal:
 * @a: a secret
 * @b: a secret
 *
 * Compares in a time that depends on the lengths alone.
 *
 * Returns: %TRUE when both hold the same bytes
 */
gboolean cab_secret_equal (CabSecret *a, CabSecret *b);

/**
 * cab_secret_clear:
 * @self: a secret that is not open
 *
 * Wipes the bytes to zero; the length stays.
 */
void cab_secret_clear (CabSecret *self);

/**
 * cab_secret_free:
 * @self: (transfer full) (nullable): a secret
 *
 * Wipes the bytes and gives the memory back.
 */
void cab_secret_free (CabSecret *self);

/**
 * cab_secret_is_memory_locked:
 *
 * Tells whether every secret so far could be kept out of the swap area.
 *
 * Thread: any.
 *
 * Returns: %FALSE once the kernel refused to lock one
 */
gboolean cab_secret_is_memory_locked (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabSecret, cab_secret_free)

G_END_DECLS
