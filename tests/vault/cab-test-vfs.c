/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* right behind this */
} File;

static sqlite3_vfs *real_vfs;

static struct
{
  CabTestVfsFault fault;
  guint at;
  gboolean for_ever;
  guint count;
} plan;

void
cab_test_vfs_fail (CabTestVfsFault fault, guint at, gboolean for_ever)
{
  plan.fault = fault;
  plan.at = at;
  plan.for_ever = for_ever;
  plan.count = 0;
}

guint
cab_test_vfs_count (void)
{
  return plan.count;
}

static gboolean
is_hit (void)
{
  plan.count++;

  return plan.at != 0 && (plan.count == plan.at || (plan.for_ever && plan.count > plan.at));
}

/* What an operation comes to that changes the file. */
static int
fail_writing (int code)
{
  switch (plan.fault)
    {
    case CAB_TEST_VFS_IO:
      return is_hit () ? code : SQLITE_OK;
    case CAB_TEST_VFS_FULL:
      return code == SQLITE_IOERR_WRITE && is_hit () ? SQLITE_FULL : SQLITE_OK;
    case CAB_TEST_VFS_READ_ONLY:
      return (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_TRUNCATE) && is_hit ()
                 ? SQLITE_READONLY
                 : SQLITE_OK;
    case CAB_TEST_VFS_NO_MEMORY:
      return is_hit () ? SQLITE_IOERR_NOMEM : SQLITE_OK;
    case CAB_TEST_VFS_SHORT_READ:
      break;
    }

  return SQLITE_OK;
}

/* What one comes to that only looks. */
static int
fail_looking (int code)
{
  if (plan.fault == CAB_TEST_VFS_IO || plan.fault == CAB_TEST_VFS_NO_MEMORY)
    return fail_writing (code);

  return SQLITE_OK;
}

static int
close_file (sqlite3_file *file)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_looking (SQLITE_IOERR_CLOSE);
  int rc = real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;

  return failed != SQLITE_OK ? failed : rc;
}

static int
read_file (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_looking (SQLITE_IOERR_READ);
  int rc;

  if (failed != SQLITE_OK)
    return failed;

  rc = real->pMethods->xRead (real, bytes, length, offset);
  if (rc == SQLITE_OK && plan.fault == CAB_TEST_VFS_SHORT_READ && is_hit ())
    {
      memset ((guint8 *)bytes + length / 2, 0, (gsize)(length - length / 2));
      return SQLITE_IOERR_SHORT_READ;
    }

  return rc;
}

static int
write_file (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_writing (SQLITE_IOERR_WRITE);

  return failed != SQLITE_OK ? failed : real->pMethods->xWrite (real, bytes, length, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 length)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_writing (SQLITE_IOERR_TRUNCATE);

  return failed != SQLITE_OK ? failed : real->pMethods->xTruncate (real, length);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_writing (SQLITE_IOERR_FSYNC);

  return failed != SQLITE_OK ? failed : real->pMethods->xSync (real, flags);
}

/* SQLCipher 4.6.1 does not look whether it was told the size that its integrity
 * check goes by: what it finds there is given, or it would read without end. */
static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_looking (SQLITE_IOERR_FSTAT);
  int rc = real->pMethods->xFileSize (real, size);

  return failed != SQLITE_OK ? failed : rc;
}

static int
lock_file (sqlite3_file *file, int lock)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_looking (SQLITE_IOERR_LOCK);

  return failed != SQLITE_OK ? failed : real->pMethods->xLock (real, lock);
}

static int
unlock_file (sqlite3_file *file, int lock)
{
  sqlite3_file *real = ((File *)file)->real;

  return real->pMethods->xUnlock (real, lock);
}

static int
check_lock (sqlite3_file *file, int *is_reserved)
{
  sqlite3_file *real = ((File *)file)->real;
  int failed = fail_looking (SQLITE_IOERR_CHECKRESERVEDLOCK);

  return failed != SQLITE_OK ? failed : real->pMethods->xCheckReservedLock (real, is_reserved);
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  sqlite3_file *real = ((File *)file)->real;

  return real->pMethods->xFileControl (real, operation, argument);
}

static int
get_sector (sqlite3_file *file)
{
  sqlite3_file *real = ((File *)file)->real;

  return real->pMethods->xSectorSize (real);
}

static int
get_traits (sqlite3_file *file)
{
  sqlite3_file *real = ((File *)file)->real;

  return real->pMethods->xDeviceCharacteristics (real);
}

/* Version 1: no shared memory and no mapped files, which a practice does not use. */
static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector,
  .xDeviceCharacteristics = get_traits,
};

static int
open_file (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *given)
{
  File *self = (File *)file;
  int rc;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *)(self + 1);
  if (fail_looking (SQLITE_CANTOPEN) != SQLITE_OK)
    return SQLITE_CANTOPEN;

  rc = real_vfs->xOpen (real_vfs, name, self->real, flags, given);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;

  return rc;
}

static int
delete_file (sqlite3_vfs *vfs, const char *name, int sync)
{
  int failed = fail_writing (SQLITE_IOERR_DELETE);

  return failed != SQLITE_OK ? failed : real_vfs->xDelete (real_vfs, name, sync);
}

static int
look_at_file (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  int failed = fail_looking (SQLITE_IOERR_ACCESS);

  return failed != SQLITE_OK ? failed : real_vfs->xAccess (real_vfs, name, flags, result);
}

void
cab_test_vfs_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  g_assert_nonnull (real_vfs);
  vfs = *real_vfs;
  vfs.pNext = NULL;
  vfs.zName = "cabinet-test";
  vfs.szOsFile = (int)sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = look_at_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}
