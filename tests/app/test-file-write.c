/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cab-file-write.h"
#include "cab-test-app.h"

#define HALF "half of it"

static gboolean
write_half (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  const GError *fault = data;

  if (!g_output_stream_write_all (stream, HALF, strlen (HALF), NULL, cancellable, error))
    return FALSE;
  if (fault != NULL)
    g_propagate_error (error, g_error_copy (fault));

  return fault == NULL;
}

static GFile *
make_file (const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return g_file_new_for_path (path);
}

static void
assert_holds (GFile *file, const char *content)
{
  g_autofree char *held = NULL;

  g_file_get_contents (g_file_peek_path (file), &held, NULL, NULL);
  g_assert_cmpstr (held, ==, content);
}

/* [W-97] what does not become whole leaves what was there before, and nothing where nothing was */
static void
test_broken (void)
{
  static const char *const before[] = { NULL, "as it was" };
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "ENOSPC");

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *name = g_strdup_printf ("letter-%u.pdf", i);
      g_autoptr (GFile) file = make_file (name, before[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (cab_file_write (file, write_half, full, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_nonnull (strstr (error->message, name));
      assert_holds (file, before[i]);
    }
}

/* [W-97] what becomes whole is private, also where a file was that others might read */
static void
test_private (void)
{
  g_autoptr (GFile) file = make_file ("open.pdf", "for all to read");
  g_autoptr (GError) error = NULL;
  GStatBuf found;

  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0644), ==, 0);
  g_assert_true (cab_file_write (file, write_half, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_holds (file, HALF);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
}

/* [W-112] where nothing can be written at all, that is said in words of ours */
static void
test_nowhere (void)
{
  g_autoptr (GFile) file = make_file ("nowhere/letter.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_file_write (file, write_half, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "“letter.pdf” could not be written. Choose another folder.");
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/file-write/broken", test_broken);
  g_test_add_func ("/file-write/private", test_private);
  g_test_add_func ("/file-write/nowhere", test_nowhere);

  return cab_test_app_run ();
}
