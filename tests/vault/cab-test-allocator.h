/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Stands between SQLite and its memory: the k-th request is refused. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** cab_test_allocator_install: puts itself before the allocator that the vault gave to SQLite;
 * after cab_harden_start(), while no file is open */
void cab_test_allocator_install (void);

/** cab_test_allocator_refuse: counts from 1 again; the request @at is refused (0 for none), and
 * with @for_ever every later one; only what is asked for on this thread counts */
void cab_test_allocator_refuse (guint at, gboolean for_ever);

/** cab_test_allocator_count: Returns: how many requests there were since then */
guint cab_test_allocator_count (void);

G_END_DECLS
