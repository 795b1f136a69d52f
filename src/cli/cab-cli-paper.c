/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-paper.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cab-cli-error.h"

static gboolean
write_file (CabCli *cli, CabCliPaperFunc func, gpointer data, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_create (file, G_FILE_CREATE_PRIVATE, cab_cli_get_cancellable (cli), error);

  if (stream == NULL)
    return FALSE;

  if (func (cli, data, G_OUTPUT_STREAM (stream), error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return TRUE;

  g_file_delete (file, NULL, NULL);
  return FALSE;
}

gboolean
cab_cli_paper_write (CabCli *cli, CabCliPaperFunc func, gpointer data, GError **error)
{
  const char *path = cab_cli_get_option (cli, "to");

  if (strcmp (path, "-") != 0)
    return write_file (cli, func, data, path, error);
  if (isatty (STDOUT_FILENO) == 1)
    {
      g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_OUTPUT,
                           _ ("A file is not written onto a terminal."));
      return FALSE;
    }

  return func (cli, data, cab_cli_get_output (cli), error);
}
