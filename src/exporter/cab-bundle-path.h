/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-export-error.h"

G_BEGIN_DECLS

#define CAB_BUNDLE_MAX_ENTRIES 50000
#define CAB_BUNDLE_MAX_ENTRY_SIZE (G_GUINT64_CONSTANT (2) << 30)
#define CAB_BUNDLE_MAX_TOTAL_SIZE (G_GUINT64_CONSTANT (20) << 30)
#define CAB_BUNDLE_MAX_DEPTH 8

/**
 * CabPathFault:
 * @CAB_PATH_OK: may be opened
 * @CAB_PATH_EMPTY: no bytes, or an empty part (`a//b`)
 * @CAB_PATH_ENCODING: not UTF-8
 * @CAB_PATH_CONTROL: U+0000 to U+001F or U+007F
 * @CAB_PATH_BACKSLASH: holds `\`
 * @CAB_PATH_ABSOLUTE: begins with `/`
 * @CAB_PATH_DRIVE: begins with a letter and a colon
 * @CAB_PATH_HOME: begins with `~`
 * @CAB_PATH_DOTDOT: a part is `.` or `..`
 * @CAB_PATH_DEVICE: a part is a name Windows keeps for a device (`aux.txt`)
 * @CAB_PATH_DEEP: more than %CAB_BUNDLE_MAX_DEPTH parts
 *
 * What is wrong with a path from a foreign archive or manifest.
 */
typedef enum
{
  CAB_PATH_OK,
  CAB_PATH_EMPTY,
  CAB_PATH_ENCODING,
  CAB_PATH_CONTROL,
  CAB_PATH_BACKSLASH,
  CAB_PATH_ABSOLUTE,
  CAB_PATH_DRIVE,
  CAB_PATH_HOME,
  CAB_PATH_DOTDOT,
  CAB_PATH_DEVICE,
  CAB_PATH_DEEP
} CabPathFault;

/**
 * cab_bundle_path_check:
 * @bytes: a path, not NUL-terminated
 * @length: its length in bytes
 *
 * Whether a path from outside is one that a bundle may hold: relative, `/`
 * between its parts, nothing in it that a file system could read as a way out.
 * A `/` at the end (a ZIP folder entry) is allowed.
 *
 * Thread: any; pure. Source: bundle.md [B-16], [B-78].
 *
 * Returns: the first fault, %CAB_PATH_OK when there is none
 */
CabPathFault cab_bundle_path_check (const char *bytes, gsize length);

/**
 * cab_bundle_path_set_error:
 * @error: return location
 * @fault: a fault, not %CAB_PATH_OK
 * @place: the archive or folder that holds the path
 * @bytes: (array length=length): the path
 * @length: its length
 *
 * Words the refusal of a path in an archive. An empty part counts as one that
 * leads elsewhere.
 *
 * Errors: ZIP_PATH_ABSOLUTE to ZIP_PATH_ENCODING, ZIP_TOO_DEEP.
 *
 * Returns: always %FALSE
 */
gboolean cab_bundle_path_set_error (GError **error,
                                    CabPathFault fault,
                                    const char *place,
                                    const char *bytes,
                                    gsize length);

/**
 * cab_bundle_path_fold:
 * @path: valid UTF-8
 *
 * Two paths with the same folded form would be one file on some file system.
 *
 * Returns: (transfer full): NFC of the case-folded path
 */
char *cab_bundle_path_fold (const char *path);

/**
 * cab_bundle_path_is_ours:
 * @path: a path inside a bundle
 *
 * Whether a path is one that Cabinet itself would write: parts of `[a-z0-9._-]`
 * and at most 100 characters, no device name, no trailing dot; `00-READ-ME-FIRST.html`
 * is the one exception.
 *
 * Source: bundle.md [B-10].
 *
 * Returns: %TRUE when it is
 */
gboolean cab_bundle_path_is_ours (const char *path);

G_END_DECLS
