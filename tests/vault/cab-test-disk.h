/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* A disk that remembers in which order it was written to and what was brought to
 * it for good, so that it can show what a loss of power might have left of it at
 * any moment. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CabTestDisk CabTestDisk;

typedef enum
{
  CAB_TEST_DISK_CREATE,      /* a name for a new file */
  CAB_TEST_DISK_WRITE,       /* bytes at an offset */
  CAB_TEST_DISK_RESIZE,      /* a new length */
  CAB_TEST_DISK_SYNC,        /* of a file's content */
  CAB_TEST_DISK_SYNC_FOLDER, /* of the names in a folder */
  CAB_TEST_DISK_RENAME,
  CAB_TEST_DISK_EXCHANGE,
  CAB_TEST_DISK_UNLINK,
  CAB_TEST_DISK_MARK /* of the test: something was begun or acknowledged */
} CabTestDiskOperation;

/**
 * cab_test_disk_new:
 * @folders: (array zero-terminated=1): absolute, without a link in them
 *
 * A disk that holds these folders and, for good, what lies in them now.
 */
CabTestDisk *cab_test_disk_new (const char *const *folders);

/** cab_test_disk_free: frees it; the folders stay */
void cab_test_disk_free (CabTestDisk *self);

/** cab_test_disk_holds: Returns: whether a path lies in one of the folders */
gboolean cab_test_disk_holds (CabTestDisk *self, const char *path);

/** cab_test_disk_open: Returns: the number of the file of a name, or -1 for none */
int cab_test_disk_open (CabTestDisk *self, const char *path);

/** cab_test_disk_create: notes a new file; Returns: its number */
int cab_test_disk_create (CabTestDisk *self, const char *path);

/** cab_test_disk_write: notes that bytes were written */
void
cab_test_disk_write (CabTestDisk *self, int file, guint64 offset, const void *bytes, gsize length);

/** cab_test_disk_resize: notes a new length */
void cab_test_disk_resize (CabTestDisk *self, int file, guint64 length);

/** cab_test_disk_sync: notes that a file's content is there for good */
void cab_test_disk_sync (CabTestDisk *self, int file);

/** cab_test_disk_sync_folder: notes that the names in a folder are there for good */
void cab_test_disk_sync_folder (CabTestDisk *self, const char *path);

/** cab_test_disk_name: notes a rename or an exchange of two names, or with @to %NULL an unlink */
void cab_test_disk_name (CabTestDisk *self,
                         CabTestDiskOperation operation,
                         const char *path,
                         const char *to);

/** cab_test_disk_mark: notes a moment of the test's own */
void cab_test_disk_mark (CabTestDisk *self);

/**
 * cab_test_disk_advance:
 * @operation: (out): what was done next
 *
 * Goes through what was noted, from the beginning; cab_test_disk_crash() shows
 * the moment before the operation that comes next.
 *
 * Returns: whether there was one more
 */
gboolean cab_test_disk_advance (CabTestDisk *self, CabTestDiskOperation *operation);

/** cab_test_disk_peek: Returns: whether there is one more, and in @operation which */
gboolean cab_test_disk_peek (CabTestDisk *self, CabTestDiskOperation *operation);

/**
 * cab_test_disk_crash:
 * @rand: what chooses
 *
 * Puts into the folders what a loss of power may leave at this moment: everything
 * that was brought to the disk, and of what was not yet, a choice: nothing, all,
 * the first part, any part in any order, writes torn at 512 or 4096 bytes, a file
 * grown but filled with what lay there before, names in order or any of them.
 */
void cab_test_disk_crash (CabTestDisk *self, GRand *rand);

/** cab_test_disk_is_untouched: Returns: whether the folders hold byte by byte what is there for
 * good, and no other file */
gboolean cab_test_disk_is_untouched (CabTestDisk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabTestDisk, cab_test_disk_free)

G_END_DECLS
