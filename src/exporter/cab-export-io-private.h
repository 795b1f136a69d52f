/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-export-error.h"

G_BEGIN_DECLS

/**
 * cab_export_set_errno:
 * @error: return location
 * @place: what was being written
 * @number: an errno
 *
 * Sets EXPORT_NO_SPACE or EXPORT_IO. Returns: always %FALSE
 */
gboolean cab_export_set_errno (GError **error, const char *place, int number);

/**
 * cab_export_write_all:
 * @fd: where to
 * @bytes: (array length=length): what
 * @length: how many
 * @place: what is being written, for sentences
 * @error: return location
 *
 * Returns: %TRUE when all of it was taken by the kernel
 */
gboolean
cab_export_write_all (int fd, const void *bytes, gsize length, const char *place, GError **error);

/**
 * cab_export_open_at:
 * @folder: an open folder
 * @path: relative, of checked parts
 * @flags: for open(2); `O_NOFOLLOW` and `O_CLOEXEC` are added
 * @make: whether missing folders on the way are made, 0700
 *
 * Opens a file below a folder, part by part, without following a link anywhere.
 *
 * Returns: the descriptor, -1 with errno set
 */
int cab_export_open_at (int folder, const char *path, int flags, gboolean make);

G_END_DECLS
