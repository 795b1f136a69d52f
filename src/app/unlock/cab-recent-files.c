/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-recent-files.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "cab-computer.h"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "cabinet", "recent", NULL);
}

static gboolean
is_remembering (void)
{
  return cab_computer_get_boolean (CAB_COMPUTER_REMEMBER_PRACTICES, TRUE);
}

char **
cab_recent_files_list (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *content = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (is_remembering () && g_file_get_contents (path, &content, NULL, NULL))
    lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines != NULL && lines[i] != NULL && n < CAB_RECENT_FILES_MAX; i++)
    if (g_path_is_absolute (lines[i]))
      {
        g_strv_builder_add (builder, lines[i]);
        n++;
      }

  return g_strv_builder_end (builder);
}

/* A list that cannot be written is not worth a word: the files open without it. */
static void
write_list (GPtrArray *paths)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (paths, NULL);
  content = g_strjoinv ("\n", (char **)paths->pdata);
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                    &error))
    g_info ("The list of recent practices was not written");
}

static GPtrArray *
list_others (char **paths, const char *path)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_str_equal (paths[i], path))
      g_ptr_array_add (others, paths[i]);

  return others;
}

void
cab_recent_files_add (const char *path)
{
  g_auto (GStrv) paths = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_if_fail (path != NULL);

  if (!is_remembering () || strchr (path, '\n') != NULL)
    return;

  paths = cab_recent_files_list ();
  list = list_others (paths, path);
  g_ptr_array_insert (list, 0, (gpointer)path);
  if (list->len > CAB_RECENT_FILES_MAX)
    g_ptr_array_set_size (list, CAB_RECENT_FILES_MAX);
  write_list (list);
}

void
cab_recent_files_remove (const char *path)
{
  g_auto (GStrv) paths = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_if_fail (path != NULL);

  paths = cab_recent_files_list ();
  list = list_others (paths, path);
  write_list (list);
}

void
cab_recent_files_clear (void)
{
  g_autofree char *path = dup_path ();

  (void)g_unlink (path);
}
