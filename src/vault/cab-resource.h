/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cab_resource_dup_data:
 * @is_enlisted: a static variable, 0 at first, of those who share @enlist
 * @enlist: (scope call): registers the resources, as glib-compile-resources makes it
 * @path: of one that is among them
 *
 * Reads what is built into the program. A static library has to register its
 * resources by hand, since the linker drops the constructor that would.
 *
 * Thread: any. Source: vault.md [V-24].
 *
 * Returns: (transfer full): the bytes
 */
GBytes *cab_resource_dup_data (gsize *is_enlisted, void (*enlist) (void), const char *path);

G_END_DECLS
