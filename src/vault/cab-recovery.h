/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-secret.h"

G_BEGIN_DECLS

/** CAB_RECOVERY_LINES: lines of a recovery code */
#define CAB_RECOVERY_LINES 4

/** CAB_RECOVERY_LINE_LENGTH: characters of a line as printed, `XXXX XXXX XXXX XXXX` */
#define CAB_RECOVERY_LINE_LENGTH 19

/**
 * cab_recovery_get_symbol:
 * @value: 0 to 31
 *
 * Looks up Crockford's base 32, which has no I, L, O and U.
 *
 * Returns: the character for five bits
 */
char cab_recovery_get_symbol (guint value);

/**
 * cab_recovery_encode:
 * @root: R
 *
 * Writes R as the four lines of a recovery sheet. Each line is 13 characters of
 * data and 3 of a check that also binds the line's number.
 *
 * Shape: four lines of %CAB_RECOVERY_LINE_LENGTH characters of Crockford's
 * alphabet in groups of four, joined by line feeds, no NUL. Source: [V-130].
 *
 * Returns: (transfer full): the code
 */
CabSecret *cab_recovery_encode (CabSecret *root) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_recovery_decode:
 * @code: what the person typed: any case, O for 0, I and L for 1; spaces, line
 *   breaks and hyphens anywhere
 *
 * Reads R back from a code.
 *
 * Errors: BAD_CODE, naming the first line that is not as it was printed.
 *
 * Returns: (transfer full): R
 */
CabSecret *cab_recovery_decode (CabSecret *code, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_recovery_check_line:
 * @line: which one, 1 to %CAB_RECOVERY_LINES
 * @text: what the person typed for it, without a NUL
 *
 * Checks one line by itself, as it is typed.
 *
 * Errors: BAD_CODE, naming the line.
 *
 * Returns: %TRUE when its check characters agree
 */
gboolean cab_recovery_check_line (guint line, CabSecret *text, GError **error);

G_END_DECLS
