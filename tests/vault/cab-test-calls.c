/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Without _FORTIFY_SOURCE and the names of large files, so that what is defined
 * here is what the libraries look for. */
#undef _FORTIFY_SOURCE
#undef _FILE_OFFSET_BITS

#include "cab-test-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cab-test-turns.h"

#define MAX_DESCRIPTORS 1024

static struct
{
  CabTestDisk *disk;
  CabTestCallsPlan plan;
  gint count;
  /* Of descriptors: number of the file + 1. */
  int files[MAX_DESCRIPTORS];
} watched;

void
cab_test_calls_watch (CabTestDisk *disk, const CabTestCallsPlan *plan)
{
  static const CabTestCallsPlan none = { 0 };

  memset (watched.files, 0, sizeof watched.files);
  watched.plan = plan != NULL ? *plan : none;
  watched.count = 0;
  watched.disk = disk;
}

guint
cab_test_calls_count (void)
{
  return (guint)watched.count;
}

/* What is done with a call that is counted. */
typedef enum
{
  GO_ON,
  GO_HALF,
  GO_NOT,
  GO_AND_EXIT
} Way;

static Way
choose_way (void)
{
  guint number = (guint)g_atomic_int_add (&watched.count, 1) + 1;
  const CabTestCallsPlan *plan = &watched.plan;

  if (plan->at == 0 || number < plan->at || (number > plan->at && !plan->for_ever))
    return GO_ON;

  switch (plan->fault)
    {
    case CAB_TEST_CALLS_FAIL:
      errno = plan->code;
      return GO_NOT;
    case CAB_TEST_CALLS_SHORT_WRITE:
      return GO_HALF;
    case CAB_TEST_CALLS_EXIT:
      _exit (CAB_TEST_TURNS_KILLED);
    case CAB_TEST_CALLS_EXIT_AFTER:
      return GO_AND_EXIT;
    }

  return GO_ON;
}

static void
end (Way way)
{
  if (way == GO_AND_EXIT)
    _exit (CAB_TEST_TURNS_KILLED);
}

/* The absolute path of @path, seen from a folder; NULL where it is not watched. */
static const char *
find_path (int folder, const char *path, char *buffer)
{
  char link[64];
  ssize_t length;

  if (watched.disk == NULL)
    return NULL;

  if (path[0] != '/')
    {
      if (folder == AT_FDCWD)
        return NULL;

      snprintf (link, sizeof link, "/proc/self/fd/%d", folder);
      length = readlink (link, buffer, PATH_MAX - 1);
      if (length < 0 || (size_t)length + strlen (path) + 2 > PATH_MAX)
        return NULL;
      buffer[length] = '/';
      strcpy (buffer + length + 1, path);
      path = buffer;
    }

  return cab_test_disk_holds (watched.disk, path) ? path : NULL;
}

static int
get_file (int fd)
{
  if (watched.disk == NULL || fd < 0 || fd >= MAX_DESCRIPTORS)
    return -1;

  return watched.files[fd] - 1;
}

static int
open_at (int folder, const char *path, int flags, mode_t mode)
{
  char buffer[PATH_MAX];
  const char *full = find_path (folder, path, buffer);
  gboolean writes = (flags & O_ACCMODE) != O_RDONLY;
  gboolean is_new;
  Way way;
  int fd;

  if (full == NULL)
    return (int)syscall (SYS_openat, folder, path, flags, mode);

  /* What is only read may be brought to the disk all the same. */
  if (!writes)
    {
      fd = (int)syscall (SYS_openat, folder, path, flags, mode);
      if (fd >= 0 && fd < MAX_DESCRIPTORS)
        watched.files[fd] = cab_test_disk_open (watched.disk, full) + 1;
      return fd;
    }

  way = choose_way ();
  if (way == GO_NOT)
    return -1;

  is_new = syscall (SYS_faccessat, folder, path, F_OK) != 0;
  fd = (int)syscall (SYS_openat, folder, path, flags, mode);
  if (fd >= 0 && fd < MAX_DESCRIPTORS)
    {
      watched.files[fd] = (is_new ? cab_test_disk_create (watched.disk, full)
                                  : cab_test_disk_open (watched.disk, full))
                          + 1;
      if (!is_new && (flags & O_TRUNC) != 0 && watched.files[fd] != 0)
        cab_test_disk_resize (watched.disk, watched.files[fd] - 1, 0);
    }
  end (way);

  return fd;
}

static ssize_t
write_at (int fd, const void *bytes, size_t length, off_t offset, gboolean at)
{
  int file = get_file (fd);
  ssize_t written;
  Way way;

  if (file == -1)
    return at ? syscall (SYS_pwrite64, fd, bytes, length, offset)
              : syscall (SYS_write, fd, bytes, length);

  way = choose_way ();
  if (way == GO_NOT)
    return -1;
  if (way == GO_HALF && length > 1)
    length /= 2;
  if (!at)
    offset = lseek (fd, 0, SEEK_CUR);
  written = at ? syscall (SYS_pwrite64, fd, bytes, length, offset)
               : syscall (SYS_write, fd, bytes, length);
  if (written > 0)
    cab_test_disk_write (watched.disk, file, (guint64)offset, bytes, (gsize)written);
  end (way);

  return written;
}

static int
resize (int fd, off_t length, gboolean only_grow)
{
  int file = get_file (fd);
  struct stat status;
  Way way = GO_ON;
  int result;

  if (file != -1)
    way = choose_way ();
  if (way == GO_NOT)
    return -1;

  result = (int)(only_grow ? syscall (SYS_fallocate, fd, 0, 0, length)
                           : syscall (SYS_ftruncate, fd, length));
  if (result == 0 && file != -1 && fstat (fd, &status) == 0)
    cab_test_disk_resize (watched.disk, file, (guint64)status.st_size);
  end (way);

  return result;
}

static int
sync_descriptor (int fd, long call)
{
  int file = get_file (fd);
  char link[64];
  char path[PATH_MAX];
  struct stat status;
  ssize_t length = -1;
  gboolean is_folder;
  Way way;
  int result;

  is_folder = watched.disk != NULL && fstat (fd, &status) == 0 && S_ISDIR (status.st_mode);
  if (file == -1 && !is_folder)
    return (int)syscall (call, fd);

  way = choose_way ();
  if (way == GO_NOT)
    return -1;

  result = (int)syscall (call, fd);
  if (result == 0 && file != -1)
    cab_test_disk_sync (watched.disk, file);
  if (result == 0 && is_folder)
    {
      snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
      length = readlink (link, path, sizeof path - 1);
    }
  if (length > 0)
    {
      path[length] = '\0';
      cab_test_disk_sync_folder (watched.disk, path);
    }
  end (way);

  return result;
}

static int
rename_at (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  char from_buffer[PATH_MAX];
  char to_buffer[PATH_MAX];
  const char *from_full = find_path (from_folder, from, from_buffer);
  const char *to_full = find_path (to_folder, to, to_buffer);
  Way way = GO_ON;
  int result;

  if (from_full != NULL && to_full != NULL)
    way = choose_way ();
  if (way == GO_NOT)
    return -1;

  result = (int)syscall (SYS_renameat2, from_folder, from, to_folder, to, flags);
  if (result == 0 && from_full != NULL && to_full != NULL)
    cab_test_disk_name (watched.disk,
                        (flags & RENAME_EXCHANGE) != 0 ? CAB_TEST_DISK_EXCHANGE
                                                       : CAB_TEST_DISK_RENAME,
                        from_full, to_full);
  end (way);

  return result;
}

static int
unlink_at (int folder, const char *path, int flags)
{
  char buffer[PATH_MAX];
  const char *full = find_path (folder, path, buffer);
  Way way = GO_ON;
  int result;

  if (full != NULL && (flags & AT_REMOVEDIR) == 0)
    way = choose_way ();
  if (way == GO_NOT)
    return -1;

  result = (int)syscall (SYS_unlinkat, folder, path, flags);
  if (result == 0 && full != NULL && (flags & AT_REMOVEDIR) == 0)
    cab_test_disk_name (watched.disk, CAB_TEST_DISK_UNLINK, full, NULL);
  end (way);

  return result;
}

/* A close that fails has closed all the same, as on Linux. */
static int
close_descriptor (int fd)
{
  gboolean counted = get_file (fd) != -1;
  Way way = counted ? choose_way () : GO_ON;
  int code = errno;
  int result = (int)syscall (SYS_close, fd);

  if (fd >= 0 && fd < MAX_DESCRIPTORS)
    watched.files[fd] = 0;
  end (way);
  if (way == GO_NOT)
    {
      errno = code;
      return -1;
    }

  return result;
}

/* The names the libraries call, under both sizes of a file's offset. */
#define REPLACE(type, name, parameters)                                                            \
  __attribute__ ((visibility ("default"))) type name parameters;                                   \
  type name parameters

#define GET_MODE(mode, flags)                                                                      \
  mode_t mode = 0;                                                                                 \
  if (((flags) & (O_CREAT | O_TMPFILE)) != 0)                                                      \
    {                                                                                              \
      va_list list;                                                                                \
      va_start (list, flags);                                                                      \
      mode = va_arg (list, mode_t);                                                                \
      va_end (list);                                                                               \
    }

REPLACE (int, open, (const char *path, int flags, ...))
{
  GET_MODE (mode, flags)
  return open_at (AT_FDCWD, path, flags, mode);
}

REPLACE (int, open64, (const char *path, int flags, ...))
{
  GET_MODE (mode, flags)
  return open_at (AT_FDCWD, path, flags, mode);
}

REPLACE (int, openat, (int folder, const char *path, int flags, ...))
{
  GET_MODE (mode, flags)
  return open_at (folder, path, flags, mode);
}

REPLACE (int, openat64, (int folder, const char *path, int flags, ...))
{
  GET_MODE (mode, flags)
  return open_at (folder, path, flags, mode);
}

REPLACE (int, __open_2, (const char *path, int flags))
{
  return open_at (AT_FDCWD, path, flags, 0);
}

REPLACE (int, __open64_2, (const char *path, int flags))
{
  return open_at (AT_FDCWD, path, flags, 0);
}

REPLACE (int, __openat_2, (int folder, const char *path, int flags))
{
  return open_at (folder, path, flags, 0);
}

REPLACE (int, __openat64_2, (int folder, const char *path, int flags))
{
  return open_at (folder, path, flags, 0);
}

REPLACE (ssize_t, write, (int fd, const void *bytes, size_t length))
{
  return write_at (fd, bytes, length, 0, FALSE);
}

REPLACE (ssize_t, pwrite, (int fd, const void *bytes, size_t length, off_t offset))
{
  return write_at (fd, bytes, length, offset, TRUE);
}

REPLACE (ssize_t, pwrite64, (int fd, const void *bytes, size_t length, off_t offset))
{
  return write_at (fd, bytes, length, offset, TRUE);
}

REPLACE (int, ftruncate, (int fd, off_t length))
{
  return resize (fd, length, FALSE);
}

REPLACE (int, ftruncate64, (int fd, off_t length))
{
  return resize (fd, length, FALSE);
}

REPLACE (int, fallocate64, (int fd, int mode, off_t offset, off_t length))
{
  return mode == 0 ? resize (fd, offset + length, TRUE)
                   : (int)syscall (SYS_fallocate, fd, mode, offset, length);
}

REPLACE (int, fallocate, (int fd, int mode, off_t offset, off_t length))
{
  return fallocate64 (fd, mode, offset, length);
}

REPLACE (int, fsync, (int fd))
{
  return sync_descriptor (fd, SYS_fsync);
}

REPLACE (int, fdatasync, (int fd))
{
  return sync_descriptor (fd, SYS_fdatasync);
}

REPLACE (int, rename, (const char *from, const char *to))
{
  return rename_at (AT_FDCWD, from, AT_FDCWD, to, 0);
}

REPLACE (int, renameat, (int from_folder, const char *from, int to_folder, const char *to))
{
  return rename_at (from_folder, from, to_folder, to, 0);
}

REPLACE (int,
         renameat2,
         (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags))
{
  return rename_at (from_folder, from, to_folder, to, flags);
}

REPLACE (int, unlink, (const char *path))
{
  return unlink_at (AT_FDCWD, path, 0);
}

REPLACE (int, unlinkat, (int folder, const char *path, int flags))
{
  return unlink_at (folder, path, flags);
}

REPLACE (int, close, (int fd))
{
  return close_descriptor (fd);
}
