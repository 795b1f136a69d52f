/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-tally.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void
append (const char *row, const char *line)
{
  const char *build = g_getenv ("CABINET_BUILD");
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gsize length = strlen (line);
  int fd;

  if (build == NULL)
    return;

  folder = g_build_filename (build, "reliability", NULL);
  path = g_strdup_printf ("%s/%s.json", folder, row);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fd = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  /* One write, so that the lines of two programs do not mix. */
  g_assert_cmpint (write (fd, line, length), ==, (gssize)length);
  close (fd);
}

static void
note (const CabTestTally *self, guint64 asked, guint64 done, int failures)
{
  double seconds = (double)(g_get_monotonic_time () - self->begun_us) / G_USEC_PER_SEC;
  char shown[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *line = g_strdup_printf (
      "{\"row\": \"%s\", \"program\": \"%s\", \"part\": \"%s\", \"unit\": \"%s\", "
      "\"asked\": %" G_GUINT64_FORMAT ", \"done\": %" G_GUINT64_FORMAT
      ", \"failures\": %d, \"seconds\": %s}\n",
      self->row, g_get_prgname (), g_test_get_path (), self->unit, asked, done, failures,
      g_ascii_formatd (shown, sizeof shown, "%.1f", seconds));

  append (self->row, line);
}

CabTestTally
cab_test_tally_begin (const char *row, const char *unit)
{
  const CabTestTally self = { row, unit, g_get_monotonic_time () };

  note (&self, 0, 0, 1);

  return self;
}

void
cab_test_tally_end (const CabTestTally *self, guint64 asked, guint64 done)
{
  note (self, asked, done, 0);
}
