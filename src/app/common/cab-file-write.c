/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-file-write.h"

#include "cab-file-fault.h"

/* Closed as cancelled, the stream drops what it wrote beside a file that is there; a new
 * one it has made in its own place. */
void
cab_file_write_undo (GFile *file, GOutputStream *stream, gboolean is_new)
{
  g_autoptr (GCancellable) broken = g_cancellable_new ();

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (G_IS_OUTPUT_STREAM (stream));

  g_cancellable_cancel (broken);
  g_output_stream_close (stream, broken, NULL);
  if (is_new)
    g_file_delete (file, NULL, NULL);
}

gboolean
cab_file_write (GFile *file,
                CabFileWriteFunc func,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  gboolean is_new;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  is_new = !g_file_query_exists (file, NULL);
  stream = g_file_replace (file, NULL, FALSE,
                           G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                           error);
  if (stream != NULL && func (G_OUTPUT_STREAM (stream), data, cancellable, error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;

  cab_file_fault_write (error, g_file_peek_path (file));
  if (stream != NULL)
    cab_file_write_undo (file, G_OUTPUT_STREAM (stream), is_new);

  return FALSE;
}
