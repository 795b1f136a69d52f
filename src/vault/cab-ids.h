/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_ID_LENGTH: characters of an id, a lower-case UUID */
#define CAB_ID_LENGTH 36

/**
 * CabIds:
 *
 * The only source of ids and of random bytes. It is passed to whoever asks, so
 * that the sample practice and the tests come out the same every time.
 *
 * Thread: any for a random source; a counted one belongs to one thread.
 */
typedef struct _CabIds CabIds;

/**
 * cab_ids_new_random:
 *
 * Makes the source that every real practice uses: libsodium's generator over
 * the kernel's.
 *
 * Returns: (transfer full): a source
 */
CabIds *cab_ids_new_random (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_ids_new_counted:
 * @seed: which sequence
 *
 * Makes a source that gives the same ids and bytes again for the same seed. The
 * ids still have the shape of a random UUID and sort in the order they were
 * given: `00000000-0000-4000-8007-000000000001` is the first of seed 7. What it
 * gives can be guessed by anyone: for records of the sample practice and for
 * tests, never for a key or a file's header outside them.
 *
 * Returns: (transfer full): a source
 */
CabIds *cab_ids_new_counted (guint64 seed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_ids_ref:
 * @self: a source
 *
 * Returns: (transfer full): the same source
 */
CabIds *cab_ids_ref (CabIds *self);

/**
 * cab_ids_unref:
 * @self: (transfer full): a source
 *
 * Gives a reference back.
 */
void cab_ids_unref (CabIds *self);

/**
 * cab_ids_dup_id:
 * @self: a source
 *
 * Makes the id of a new record.
 *
 * Shape: %CAB_ID_LENGTH characters, a lower-case UUID of version 4.
 *
 * Returns: (transfer full): the id
 */
char *cab_ids_dup_id (CabIds *self);

/**
 * cab_ids_fill:
 * @self: a source
 * @bytes: (array length=length): where they go
 * @length: how many
 *
 * Fills a buffer with random bytes.
 */
void cab_ids_fill (CabIds *self, void *bytes, gsize length);

/**
 * cab_ids_get_uniform:
 * @self: a source
 * @bound: one more than the largest answer, not 0
 *
 * Draws a whole number, each of them as likely as the others.
 *
 * Returns: a number from 0 to @bound − 1
 */
guint32 cab_ids_get_uniform (CabIds *self, guint32 bound);

/**
 * cab_ids_dup_text:
 * @bytes: (array fixed-size=16): random or hashed bytes
 * @version: the UUID version to write into them
 *
 * Writes sixteen bytes as a UUID: the six bits of version and variant replace
 * those that stood there.
 *
 * Shape: %CAB_ID_LENGTH characters, lower case. Source: RFC 9562.
 *
 * Returns: (transfer full): the id
 */
char *cab_ids_dup_text (const guint8 *bytes, guint version);

/**
 * cab_ids_is_id:
 * @text: (nullable): any text
 *
 * Tells whether a text has the shape of an id: 36 characters, lower-case hex
 * digits with hyphens after 8, 12, 16 and 20 of them. Any version passes, since
 * bundles bring ids of version 8 [B-4].
 *
 * Returns: %TRUE when it does
 */
gboolean cab_ids_is_id (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabIds, cab_ids_unref)

G_END_DECLS
