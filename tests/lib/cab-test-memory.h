/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_test_count_in_memory:
 * @hidden: what to look for, each byte of it XOR 0x5a, so that the search does not find itself
 * @length: its length, at least 4
 *
 * Counts the places in this process's writable memory that hold some bytes,
 * freed memory included. Reads through the kernel, since freed memory is
 * nobody's to touch.
 *
 * Returns: how many
 */
guint cab_test_count_in_memory (const guint8 *hidden, gsize length);

/**
 * cab_test_skip_with_asan:
 * @reason: why the test cannot run there
 *
 * Skips the test when this is a build with the address sanitizer, which
 * replaces the allocator, ignores mlock() and maps terabytes of shadow.
 *
 * Returns: %TRUE when it is, and the test has to return
 */
gboolean cab_test_skip_with_asan (const char *reason) G_GNUC_WARN_UNUSED_RESULT;

/** CAB_TEST_HIDE: what cab_test_count_in_memory() takes a byte for */
#define CAB_TEST_HIDE 0x5a

G_END_DECLS
