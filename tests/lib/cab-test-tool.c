/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-tool.h"

#include <gio/gio.h>

gboolean
cab_test_has_tool (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  if (path != NULL)
    return TRUE;

  if (g_strcmp0 (g_getenv ("CABINET_CHECK"), "1") == 0)
    g_test_fail_printf ("%s is not installed", name);
  else
    g_test_skip_printf ("%s is not installed", name);
  return FALSE;
}

int
cab_test_run_tool (const char *folder, char **output, const char *name, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) said = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list rest;

  g_ptr_array_add (arguments, (gpointer)name);
  va_start (rest, name);
  while ((argument = va_arg (rest, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer)argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  if (folder != NULL)
    g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);

  if (output != NULL)
    {
      gsize length = g_bytes_get_size (said);

      *output = g_strndup (length > 0 ? g_bytes_get_data (said, NULL) : "", length);
    }
  return g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
}

char *
cab_test_dup_source_path (const char *path)
{
  const char *source = g_getenv ("CABINET_SOURCE");

  g_assert_nonnull (source);
  return g_build_filename (source, path, NULL);
}
