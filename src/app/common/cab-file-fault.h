/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cab_file_fault_read:
 * @error: (inout): what GIO said of a file that a person chose to be read
 * @path: the file
 *
 * Puts a sentence of ours in place of GIO's, which is not the person's language and
 * names the whole path. Being cancelled, and what did not come from GIO, stays.
 *
 * Source: window.md [W-112], [W-113].
 */
void cab_file_fault_read (GError **error, const char *path);

/** cab_file_fault_write: the same for a file that was to be written */
void cab_file_fault_write (GError **error, const char *path);

G_END_DECLS
