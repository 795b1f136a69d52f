/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-attachment.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cab-attachment.h"
#include "cab-cli-error.h"
#include "cab-cli-fill.h"
#include "cab-cli-record.h"
#include "cab-client.h"

/* What a person would otherwise have to say twice. */
static void
fill_from_file (CabCli *cli, CabRecord *attachment, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *today = cab_practice_dup_today (cab_cli_get_practice (cli));

  if (cab_record_is_none (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE)))
    cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE), shown);
  if (cab_record_is_none (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_DATED)))
    cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_DATED), today);
  if (cab_record_is_none (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND)))
    cab_record_set_code (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND),
                         CAB_ATTACHMENT_KIND_OTHER);
}

gboolean
cab_cli_attachment_add (CabCli *cli, GError **error)
{
  const char *path = cab_cli_get_word (cli, 1);
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabRecord) attachment = cab_record_new (&cab_attachment_kind);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!cab_cli_fill_read (cli, &input, error))
    return FALSE;

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL)
    return FALSE;

  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_CLIENT_ID),
                       cab_record_get_id (client));
  if (!cab_cli_fill_record (cli, input, attachment, cab_record_get_id (client), error))
    return FALSE;

  /* Whether the client gave it, someone sent it or the clinician made it decides
   * who may have it later; nothing here can know [M-53]. */
  if (cab_record_is_none (attachment, CAB_SYSTEM_ORIGIN))
    return cab_cli_set_usage_error (error, _ ("The option --origin is missing."));

  fill_from_file (cli, attachment, path);
  if (!cab_attachment_add_file (cab_cli_get_practice (cli), attachment, file,
                                cab_cli_get_cancellable (cli), error))
    return FALSE;

  cab_cli_record_print_handle (cli, attachment);
  return TRUE;
}

static gboolean
write_to_output (CabCli *cli, CabRecord *attachment, GError **error)
{
  if (isatty (STDOUT_FILENO) == 1)
    {
      g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_OUTPUT,
                           _ ("A file is not written onto a terminal."));
      return FALSE;
    }

  return cab_attachment_write (cab_cli_get_practice (cli), attachment, cab_cli_get_output (cli),
                               cab_cli_get_cancellable (cli), error);
}

/* A file that is not whole is not left behind. */
static gboolean
write_to_file (CabCli *cli, CabRecord *attachment, GFile *file, GError **error)
{
  g_autoptr (GFileOutputStream) stream
      = g_file_create (file, G_FILE_CREATE_PRIVATE, cab_cli_get_cancellable (cli), error);

  if (stream == NULL)
    return FALSE;

  if (cab_attachment_write (cab_cli_get_practice (cli), attachment, G_OUTPUT_STREAM (stream),
                            cab_cli_get_cancellable (cli), error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return TRUE;

  g_file_delete (file, NULL, NULL);
  return FALSE;
}

gboolean
cab_cli_attachment_get (CabCli *cli, GError **error)
{
  const char *path = cab_cli_get_option (cli, "to");
  g_autoptr (CabRecord) attachment = cab_cli_record_find (cli, &cab_attachment_kind, 0, error);
  g_autoptr (GFile) file = NULL;

  if (attachment == NULL)
    return FALSE;
  if (strcmp (path, "-") == 0)
    return write_to_output (cli, attachment, error);

  file = g_file_new_for_path (path);
  return write_to_file (cli, attachment, file, error);
}
