/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

CabTestFolder
cab_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  CabTestFolder self = { g_dir_make_tmp ("cabinet-test-XXXXXX", &error) };

  g_assert_no_error (error);
  return self;
}

void
cab_test_folder_clear (CabTestFolder *self)
{
  if (self->path == NULL)
    return;
  cab_test_remove (self->path);
  g_clear_pointer (&self->path, g_free);
}

char *
cab_test_folder_dup_path (const CabTestFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Names in the folder, sorted; empty when it cannot be read. */
static GPtrArray *
list_names (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

char *
cab_test_folder_dup_listing (const CabTestFolder *self)
{
  g_autoptr (GPtrArray) names = list_names (self->path);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

void
cab_test_remove (const char *path)
{
  GStatBuf status;

  if (g_lstat (path, &status) != 0)
    return;
  if (S_ISDIR (status.st_mode))
    {
      g_autoptr (GPtrArray) names = NULL;

      g_chmod (path, 0700);
      names = list_names (path);
      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

          cab_test_remove (child);
        }
    }
  g_remove (path);
}

static void
describe (GString *state, const char *name, const char *path)
{
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  GStatBuf status;
  gsize length = 0;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  if (S_ISREG (status.st_mode) && g_file_get_contents (path, &content, &length, NULL))
    hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)content, length);

  g_string_append_printf (
      state, "%s %o %" G_GUINT64_FORMAT " %ld.%09ld %ld.%09ld %s\n", name,
      (unsigned int)status.st_mode, S_ISREG (status.st_mode) ? (guint64)status.st_size : 0,
      (long)status.st_mtim.tv_sec, (long)status.st_mtim.tv_nsec, (long)status.st_ctim.tv_sec,
      (long)status.st_ctim.tv_nsec, hash != NULL ? hash : "-");
}

char *
cab_test_folder_dup_state (const char *path)
{
  g_autoptr (GString) state = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    return g_strdup ("");

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  describe (state, ".", path);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      describe (state, g_ptr_array_index (names, i), child);
    }

  return g_string_free (g_steal_pointer (&state), FALSE);
}

void
cab_test_trap (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "TMPDIR", folder.path, TRUE);

  g_test_trap_subprocess_with_envp (NULL, (const char *const *)environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
}

void
cab_test_trap_abort (const char *message)
{
  cab_test_trap ();
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr (message);
}
