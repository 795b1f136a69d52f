/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cab_format_write:
 * @stream: where it goes
 * @error: return location
 *
 * Writes `format-1.html`: how a bundle is built, file by file, and every kind
 * and field with its type and why it is held, made of the field tables. It lies
 * in each bundle, so that no one ever needs Cabinet to read one.
 *
 * Thread: any. Source: bundle.md [B-10].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_format_write (GOutputStream *stream, GError **error);

G_END_DECLS
