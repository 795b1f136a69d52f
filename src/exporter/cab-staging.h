/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-ids.h"

G_BEGIN_DECLS

#define CAB_TYPE_STAGING (cab_staging_get_type ())
G_DECLARE_FINAL_TYPE (CabStaging, cab_staging, CAB, STAGING, GObject)

/**
 * cab_staging_new_file:
 * @target: path the file will have, in the file system's encoding
 * @replace: whether an existing file may be replaced: only after a person's yes
 * @estimate: bytes that will probably be written; 0 when not known
 * @ids: source of the random letters
 * @error: return location
 *
 * Makes `.NAME.part-XXXXXXXX` beside @target, 0600 and `O_EXCL`, to write into.
 * It becomes @target only in cab_staging_release(); in every other case,
 * cancelled, failed or dropped, it is removed with the last reference. A crash
 * leaves a file with that name and nothing else.
 *
 * Errors: EXPORT_TARGET_EXISTS when something stands at @target and @replace is
 * %FALSE (looked at again when releasing); EXPORT_NO_SPACE when less than
 * @estimate × 1.2 is free; EXPORT_IO.
 * Thread: one at a time. Source: bundle.md [B-68].
 *
 * Returns: (transfer full): the staging
 */
CabStaging *cab_staging_new_file (const char *target,
                                  gboolean replace,
                                  guint64 estimate,
                                  CabIds *ids,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_staging_new_folder:
 * @target: path the folder will have; never replaced
 * @estimate: bytes that will probably be written; 0 when not known
 * @ids: source of the random letters
 * @error: return location
 *
 * The same as a folder, 0700.
 *
 * Returns: (transfer full): the staging
 */
CabStaging *cab_staging_new_folder (const char *target,
                                    guint64 estimate,
                                    CabIds *ids,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_staging_get_fd:
 * @self: a staging
 *
 * Returns: the file, open for reading and writing, or the folder; for
 *   cab_zip_new() and cab_folder_new(); stays the staging's
 */
int cab_staging_get_fd (CabStaging *self);

/**
 * cab_staging_get_path:
 * @self: a staging
 *
 * Returns: where it lies now: beside the target until it is released; for
 *   cab_bundle_source_open(), which verifies it before it is released
 */
const char *cab_staging_get_path (CabStaging *self);

/**
 * cab_staging_seal:
 * @self: a staging whose sink was closed
 * @error: return location
 *
 * Brings everything to the disk (fsync).
 *
 * Errors: EXPORT_IO, EXPORT_NO_SPACE.
 *
 * Returns: %TRUE when it is on disk
 */
gboolean cab_staging_seal (CabStaging *self, GError **error);

/**
 * cab_staging_release:
 * @self: a sealed staging
 * @error: return location
 *
 * Gives it its name: `renameat2 (RENAME_NOREPLACE)`, or, where the file system
 * has no such call, a look and then a rename; then fsync of the folder around.
 *
 * Errors: EXPORT_TARGET_EXISTS when something came to stand there meanwhile;
 * EXPORT_IO. It is then still a staging, and removed as one.
 *
 * Returns: %TRUE when the name is on disk
 */
gboolean cab_staging_release (CabStaging *self, GError **error);

/**
 * cab_staging_discard:
 * @self: a staging
 *
 * Removes it now rather than with the last reference. Does nothing once it was
 * released.
 */
void cab_staging_discard (CabStaging *self);

G_END_DECLS
