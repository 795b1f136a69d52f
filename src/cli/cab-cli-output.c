/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-private.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-cli-ask.h"
#include "cab-cli-error.h"
#include "cab-cli-help.h"
#include "cab-cli-text.h"

#define BAR_WIDTH 40

/* Back to the first column, and the line emptied. */
#define CLEAR_LINE "\r\033[K"

static void
hide_bar (CabCli *self)
{
  if (self->is_bar_shown)
    fputs (CLEAR_LINE, stderr);
  self->is_bar_shown = FALSE;
}

void
cab_cli_output_start (CabCli *self)
{
  g_autoptr (GOutputStream) unbuffered = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  self->output = g_buffered_output_stream_new_sized (unbuffered, 65536);
  self->has_terminal = isatty (STDERR_FILENO) == 1;
}

gboolean
cab_cli_output_finish (CabCli *self, GError **error)
{
  hide_bar (self);

  if (self->output_error == NULL)
    g_output_stream_flush (self->output, NULL, &self->output_error);
  if (self->output_error == NULL)
    return TRUE;

  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_OUTPUT,
               _ ("The output could not be written: %s."), self->output_error->message);
  return FALSE;
}

void
cab_cli_output_report (CabCli *self, const GError *error)
{
  const char *action = cab_cli_error_get_action (error);
  g_autofree char *sentence = cab_cli_text_escape (error->message, CAB_CLI_LINES_KEPT);

  hide_bar (self);
  fprintf (stderr, "cabinet-cli: %s: %s\n", cab_cli_error_get_name (error), sentence);
  if (action != NULL)
    fprintf (stderr, "%s\n", action);

  if (cab_cli_error_get_status (error) == 2)
    {
      g_autofree char *synopsis = cab_cli_help_dup_synopsis (cab_cli_args_get_noun (self->args),
                                                             cab_cli_args_get_command (self->args));

      fprintf (stderr, _ ("Usage: %s\n"), synopsis);
    }
}

void
cab_cli_print (CabCli *self, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  hide_bar (self);
  if (self->output_error == NULL)
    g_output_stream_write_all (self->output, text, strlen (text), NULL, NULL, &self->output_error);
}

void
cab_cli_printf (CabCli *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  cab_cli_print (self, text);
}

/* For a script the path has to be as it is; a terminal gets it harmless. */
void
cab_cli_print_path (CabCli *self, const char *path)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (path != NULL);

  shown = isatty (STDOUT_FILENO) == 1 ? cab_cli_text_escape (path, CAB_CLI_LINES_ESCAPED)
                                      : g_strdup (path);
  cab_cli_print (self, shown);
  cab_cli_print (self, "\n");
}

static gboolean
write_all (int descriptor, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n_written = write (descriptor, bytes, length);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      if (n_written > 0)
        {
          bytes += n_written;
          length -= (gsize)n_written;
        }
    }

  return TRUE;
}

gboolean
cab_cli_print_secret (CabCli *self, CabSecret *secret, GError **error)
{
  gboolean was_written;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  if (!cab_cli_output_finish (self, error))
    return FALSE;

  was_written = write_all (STDOUT_FILENO, cab_secret_open (secret), cab_secret_get_length (secret));
  cab_secret_close (secret);

  if (!was_written)
    g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_OUTPUT,
                 _ ("The output could not be written: %s."), g_strerror (errno));
  return was_written;
}

void
cab_cli_say (CabCli *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  hide_bar (self);
  escaped = cab_cli_text_escape (text, CAB_CLI_LINES_KEPT);
  fprintf (stderr, "%s\n", escaped);
}

void
cab_cli_progress (guint64 done, guint64 total, gpointer cli)
{
  CabCli *self = cli;
  char bar[BAR_WIDTH + 1];
  guint percent;

  g_return_if_fail (self != NULL);

  if (!self->has_terminal || total == 0)
    return;

  percent = (guint)(MIN (done, total) * 100.0 / total);
  if (self->is_bar_shown && percent == self->bar_percent)
    return;

  for (guint i = 0; i < BAR_WIDTH; i++)
    bar[i] = i < percent * BAR_WIDTH / 100 ? '#' : '.';
  bar[BAR_WIDTH] = '\0';

  fprintf (stderr, "\r[%s] %3u %%", bar, percent);
  fflush (stderr);
  self->is_bar_shown = TRUE;
  self->bar_percent = percent;
}

gboolean
cab_cli_confirm (CabCli *self, const char *question, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (question != NULL, FALSE);

  if (cab_cli_has_option (self, "yes"))
    return TRUE;

  return cab_cli_ask_yes (question, self->cancellable, error);
}
