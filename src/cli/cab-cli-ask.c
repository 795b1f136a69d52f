/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-ask.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "cab-cli-error.h"
#include "cab-cli-signals.h"
#include "cab-recovery.h"
#include "cab-vault-error.h"

/* More than any passphrase may have before it is normalised [V-6], and the
 * longest line that a terminal hands over at once. */
#define MAXIMUM_LENGTH 4096

/* The terminal while something is asked on it. */
typedef struct
{
  int descriptor;
  struct termios saved;
  gboolean is_changed;
  GCancellable *cancellable; /* borrowed */
} Terminal;

static gboolean
set_no_terminal (GError **error)
{
  g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_NO_TERMINAL,
                       _ ("There is no terminal to ask on."));
  return FALSE;
}

static gboolean
open_terminal (Terminal *self, GCancellable *cancellable, GError **error)
{
  *self = (Terminal){ .cancellable = cancellable };

  self->descriptor = g_open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC, 0);
  if (self->descriptor < 0)
    return set_no_terminal (error);

  return TRUE;
}

static void
close_terminal (Terminal *self)
{
  if (self->is_changed)
    tcsetattr (self->descriptor, TCSADRAIN, &self->saved);
  g_clear_fd (&self->descriptor, NULL);
}

/* Ctrl+Z is off while nothing is shown: the shell would come back to a terminal
 * that shows nothing either, and on return what is typed would be seen. */
static gboolean
hide_typing (Terminal *self, GError **error)
{
  struct termios hidden;

  if (tcgetattr (self->descriptor, &self->saved) != 0)
    return set_no_terminal (error);

  hidden = self->saved;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  hidden.c_lflag |= ICANON | ECHONL | ISIG;
  hidden.c_cc[VSUSP] = _POSIX_VDISABLE;

  if (tcsetattr (self->descriptor, TCSAFLUSH, &hidden) != 0)
    return set_no_terminal (error);

  self->is_changed = TRUE;
  return TRUE;
}

static void
show_bytes (Terminal *self, const void *bytes, gsize length)
{
  const guint8 *at = bytes;

  while (length > 0)
    {
      gssize n_written = write (self->descriptor, at, length);

      if (n_written < 0 && errno != EINTR)
        return;
      if (n_written > 0)
        {
          at += n_written;
          length -= (gsize)n_written;
        }
    }
}

static void
show_text (Terminal *self, const char *text)
{
  show_bytes (self, text, strlen (text));
}

static gboolean
wait_for_input (Terminal *self, GError **error)
{
  if (cab_cli_signals_wait (self->descriptor, self->cancellable, error))
    return TRUE;

  show_text (self, "\n");
  return FALSE;
}

/* One line, without its end, into @buffer of MAXIMUM_LENGTH bytes. */
static gboolean
read_line (Terminal *self, guint8 *buffer, gsize *length, GError **error)
{
  gssize n_read;

  do
    {
      if (!wait_for_input (self, error))
        return FALSE;
      n_read = read (self->descriptor, buffer, MAXIMUM_LENGTH);
    }
  while (n_read < 0 && errno == EINTR);

  if (n_read <= 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The question was left."));
      return FALSE;
    }

  if (buffer[n_read - 1] == '\n')
    n_read -= 1;

  *length = (gsize)n_read;
  return TRUE;
}

/* (transfer full): the first @length bytes of @buffer, which is closed. */
static CabSecret *
take_beginning (CabSecret *buffer, gsize length, GError **error)
{
  CabSecret *beginning;

  if (length == 0)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_BAD_PASSPHRASE);
      return NULL;
    }

  beginning = cab_secret_new_copy (cab_secret_open (buffer), length);
  cab_secret_close (buffer);
  return beginning;
}

static CabSecret *
ask_line (Terminal *self, const char *prompt, GError **error)
{
  g_autoptr (CabSecret) buffer = cab_secret_new (MAXIMUM_LENGTH);
  gsize length = 0;
  gboolean was_read;

  show_text (self, prompt);
  was_read = read_line (self, cab_secret_open_for_writing (buffer), &length, error);
  cab_secret_close (buffer);

  return was_read ? take_beginning (buffer, length, error) : NULL;
}

CabSecret *
cab_cli_ask_secret (const char *prompt, GCancellable *cancellable, GError **error)
{
  Terminal terminal;
  CabSecret *secret = NULL;

  g_return_val_if_fail (prompt != NULL, NULL);

  if (!open_terminal (&terminal, cancellable, error))
    return NULL;

  if (hide_typing (&terminal, error))
    secret = ask_line (&terminal, prompt, error);
  close_terminal (&terminal);

  return secret;
}

/* (transfer full): @code, and @line behind it. */
static CabSecret *
append_line (CabSecret *code, CabSecret *line)
{
  gsize code_length = code != NULL ? cab_secret_get_length (code) : 0;
  gsize line_length = cab_secret_get_length (line);
  CabSecret *longer = cab_secret_new (code_length + line_length + 1);
  guint8 *bytes = cab_secret_open_for_writing (longer);

  if (code != NULL)
    {
      memcpy (bytes, cab_secret_open (code), code_length);
      cab_secret_close (code);
    }
  memcpy (bytes + code_length, cab_secret_open (line), line_length);
  cab_secret_close (line);
  bytes[code_length + line_length] = '\n';
  cab_secret_close (longer);

  return longer;
}

static CabSecret *
ask_code_line (Terminal *terminal, guint number, gboolean *is_whole, GError **error)
{
  while (TRUE)
    {
      g_autofree char *prompt = g_strdup_printf (_ ("Recovery code, line %u: "), number);
      g_autoptr (CabSecret) line = ask_line (terminal, prompt, error);
      g_autoptr (CabSecret) root = NULL;

      if (line == NULL)
        return NULL;
      if (cab_recovery_check_line (number, line, NULL))
        return g_steal_pointer (&line);

      root = number == 1 ? cab_recovery_decode (line, NULL) : NULL;
      if (root != NULL)
        {
          *is_whole = TRUE;
          return g_steal_pointer (&line);
        }

      show_text (terminal, _ ("That line has a typing mistake.\n"));
    }
}

CabSecret *
cab_cli_ask_recovery_code (GCancellable *cancellable, GError **error)
{
  g_autoptr (CabSecret) code = NULL;
  Terminal terminal;
  gboolean is_whole = FALSE;

  if (!open_terminal (&terminal, cancellable, error))
    return NULL;

  if (!hide_typing (&terminal, error))
    {
      close_terminal (&terminal);
      return NULL;
    }

  for (guint number = 1; number <= CAB_RECOVERY_LINES && !is_whole; number++)
    {
      g_autoptr (CabSecret) line = ask_code_line (&terminal, number, &is_whole, error);
      CabSecret *longer;

      if (line == NULL)
        {
          g_clear_pointer (&code, cab_secret_free);
          break;
        }

      longer = append_line (code, line);
      cab_secret_free (code);
      code = longer;
    }

  close_terminal (&terminal);
  return g_steal_pointer (&code);
}

/* Reads until the end, or until @buffer of MAXIMUM_LENGTH + 1 bytes is full. */
static gboolean
read_to_end (int descriptor,
             const char *place,
             guint8 *buffer,
             gsize *length,
             GCancellable *cancellable,
             GError **error)
{
  *length = 0;

  while (*length <= MAXIMUM_LENGTH)
    {
      gssize n_read;

      if (!cab_cli_signals_wait (descriptor, cancellable, error))
        return FALSE;

      n_read = read (descriptor, buffer + *length, MAXIMUM_LENGTH + 1 - *length);
      if (n_read == 0)
        return TRUE;
      if (n_read > 0)
        *length += (gsize)n_read;
      else if (errno != EINTR)
        {
          g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
                       _ ("The secret can't be read from %s: %s."), place, g_strerror (errno));
          return FALSE;
        }
    }

  return TRUE;
}

static gsize
get_length_without_line_break (const guint8 *bytes, gsize length)
{
  if (length == 0 || bytes[length - 1] != '\n')
    return length;

  length -= 1;
  return length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
}

CabSecret *
cab_cli_ask_read_secret (int descriptor,
                         const char *place,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (CabSecret) buffer = cab_secret_new (MAXIMUM_LENGTH + 1);
  guint8 *bytes = cab_secret_open_for_writing (buffer);
  gsize length = 0;
  gboolean was_read = read_to_end (descriptor, place, bytes, &length, cancellable, error);

  length = get_length_without_line_break (bytes, length);
  cab_secret_close (buffer);

  if (!was_read)
    return NULL;

  if (length > MAXIMUM_LENGTH)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
                   _ ("What %s holds is too long for a passphrase."), place);
      return NULL;
    }

  return take_beginning (buffer, length, error);
}

CabSecret *
cab_cli_ask_read_secret_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofd int descriptor = -1;
  g_autofree char *place = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  place = g_strdup_printf (_ ("“%s”"), path);
  descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);
  if (descriptor < 0)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT, _ ("%s can't be opened: %s."), place,
                   g_strerror (errno));
      return NULL;
    }

  return cab_cli_ask_read_secret (descriptor, place, cancellable, error);
}

static gboolean
ask_whole_word (Terminal *terminal, const char *question, const char *word, GError **error)
{
  guint8 answer[MAXIMUM_LENGTH];
  gsize length = 0;

  show_text (terminal, question);
  show_text (terminal, " ");
  if (!read_line (terminal, answer, &length, error))
    return FALSE;

  if (length == strlen (word) && memcmp (answer, word, length) == 0)
    return TRUE;

  g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_NOT_CONFIRMED,
                       _ ("The answer was not “yes”. Nothing was changed."));
  return FALSE;
}

gboolean
cab_cli_ask_yes (const char *question, GCancellable *cancellable, GError **error)
{
  Terminal terminal;
  gboolean is_yes;

  g_return_val_if_fail (question != NULL, FALSE);

  if (!open_terminal (&terminal, cancellable, error))
    return FALSE;

  is_yes = ask_whole_word (&terminal, question, _ ("yes"), error);
  close_terminal (&terminal);

  return is_yes;
}

gboolean
cab_cli_ask_has_terminal (GError **error)
{
  Terminal terminal;

  if (!open_terminal (&terminal, NULL, error))
    return FALSE;

  close_terminal (&terminal);
  return TRUE;
}

gboolean
cab_cli_ask_show_secret (const char *text, CabSecret *secret, GError **error)
{
  Terminal terminal;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  if (!open_terminal (&terminal, NULL, error))
    return FALSE;

  show_text (&terminal, text);
  show_text (&terminal, "\n  ");
  show_bytes (&terminal, cab_secret_open (secret), cab_secret_get_length (secret));
  cab_secret_close (secret);
  show_text (&terminal, "\n");
  close_terminal (&terminal);

  return TRUE;
}
