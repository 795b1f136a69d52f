/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-export-io-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

gboolean
cab_export_set_errno (GError **error, const char *place, int number)
{
  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_NO_SPACE, place, 0, NULL);

  return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_IO, place, 0, g_strerror (number));
}

gboolean
cab_export_write_all (int fd, const void *bytes, gsize length, const char *place, GError **error)
{
  const guint8 *rest = bytes;

  while (length > 0)
    {
      gssize n_written = write (fd, rest, length);

      if (n_written < 0)
        {
          if (errno == EINTR)
            continue;
          return cab_export_set_errno (error, place, errno);
        }
      rest += n_written;
      length -= n_written;
    }

  return TRUE;
}

/* Steps from @folder, which is closed, into its part @name. */
static int
enter_folder (int folder, const char *name, gboolean make)
{
  int inner;

  if (make && mkdirat (folder, name, 0700) != 0 && errno != EEXIST)
    inner = -1;
  else
    inner = openat (folder, name, OPEN_FOLDER);

  if (folder != -1)
    {
      int number = errno;

      close (folder);
      errno = number;
    }
  return inner;
}

int
cab_export_open_at (int folder, const char *path, int flags, gboolean make)
{
  g_auto (GStrv) parts = NULL;
  guint n_parts;
  int number;
  int inner;
  int fd;

  parts = g_strsplit (path, "/", -1);
  n_parts = g_strv_length (parts);
  inner = openat (folder, ".", OPEN_FOLDER);
  for (guint i = 0; i + 1 < n_parts && inner != -1; i++)
    inner = enter_folder (inner, parts[i], make);
  if (inner == -1)
    return -1;

  fd = openat (inner, parts[n_parts - 1], flags | O_NOFOLLOW | O_CLOEXEC, 0600);
  number = errno;
  close (inner);
  errno = number;
  return fd;
}
