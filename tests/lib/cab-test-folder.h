/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabTestFolder:
 * @path: (type filename): where it lies
 *
 * A folder of a test's own, removed with everything in it at the end:
 * `g_auto (CabTestFolder) folder = cab_test_folder_new ();`.
 */
typedef struct
{
  char *path;
} CabTestFolder;

/** cab_test_folder_new: makes an empty folder of mode 0700 in the temporary folder */
CabTestFolder cab_test_folder_new (void);

/** cab_test_folder_clear: removes the folder, also read-only parts of it */
void cab_test_folder_clear (CabTestFolder *self);

/** cab_test_folder_dup_path: Returns: (transfer full): path of a name in the folder */
char *cab_test_folder_dup_path (const CabTestFolder *self, const char *name);

/** cab_test_folder_dup_listing: Returns: (transfer full): sorted names, joined by spaces */
char *cab_test_folder_dup_listing (const CabTestFolder *self);

/**
 * cab_test_folder_dup_state:
 * @path: (type filename): a folder
 *
 * Describes a folder so that any change of it shows: mode, mtime and ctime of
 * the folder, and of every file in it name, size, mode, mtime, ctime and SHA-256.
 * Access times are left out.
 *
 * Returns: (transfer full): one line per file; "" when there is no such folder
 */
char *cab_test_folder_dup_state (const char *path);

/** cab_test_remove: removes a file, or a folder with everything in it */
void cab_test_remove (const char *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabTestFolder, cab_test_folder_clear)

/**
 * cab_test_trap:
 *
 * Runs the current test again in a child, as g_test_trap_subprocess() does, and
 * removes the temporary folders that a child which aborts could not.
 */
void cab_test_trap (void);

/**
 * cab_test_trap_abort:
 * @message: a pattern of what it writes to standard error
 *
 * Runs the current test again in a child that has to abort.
 */
void cab_test_trap_abort (const char *message);

G_END_DECLS
