/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_anchor_paper_write:
 * @practice: a practice
 * @stream: where it goes: a file, or what a print dialog gives
 * @error: return location
 *
 * Writes the end of the activity log as PDF, to be kept away from the computer:
 * entries up to this page cannot be changed without it being noticed. It names
 * the practice and nobody else. When the page is with the stream the practice
 * remembers it, and its log tells of it; a practice that is open read-only does
 * neither.
 *
 * Errors: those of the log and of the stream, which then holds no whole file.
 * Thread: the vault's. Source: window.md [W-98], vault.md [V-82].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_anchor_paper_write (CabPractice *practice, GOutputStream *stream, GError **error);

G_END_DECLS
