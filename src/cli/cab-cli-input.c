/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-cli-error.h"
#include "cab-cli-signals.h"

/* Room for four long texts of the largest size; a mistyped path to a film is
 * refused instead of read. */
#define MAXIMUM_LENGTH (16 * 1024 * 1024)

static void
free_field (CabCliInputField *field)
{
  g_free (field->name);
  g_free (field->value);
  g_free (field);
}

void
cab_cli_input_free (CabCliInput *self)
{
  if (self == NULL)
    return;

  g_free (self->place);
  g_ptr_array_unref (self->fields);
  g_free (self->body);
  g_free (self);
}

static gboolean
add_field (CabCliInput *self, const char *line, guint number, GError **error)
{
  const char *colon = strchr (line, ':');
  CabCliInputField *field;

  if (colon == NULL || colon == line)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
                   _ ("%s, line %u: this is no “field: value”."), self->place, number);
      return FALSE;
    }

  field = g_new0 (CabCliInputField, 1);
  field->name = g_strchomp (g_strndup (line, colon - line));
  field->value = g_strdup (colon[1] == ' ' ? colon + 2 : colon + 1);
  field->line = number;
  g_ptr_array_add (self->fields, field);
  return TRUE;
}

static gboolean
continue_field (CabCliInput *self, const char *line, guint number, GError **error)
{
  CabCliInputField *field;
  char *longer;

  if (self->fields->len == 0)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
                   _ ("%s, line %u: there is no field that this line could go on with."),
                   self->place, number);
      return FALSE;
    }

  field = g_ptr_array_index (self->fields, self->fields->len - 1);
  if (*field->value == '\0')
    longer = g_strdup (line + 1);
  else
    longer = g_strconcat (field->value, "\n", line + 1, NULL);
  g_set_str (&field->value, longer);
  g_free (longer);
  return TRUE;
}

static gboolean
add_line (CabCliInput *self, const char *line, guint number, GError **error)
{
  if (line[0] == '#')
    return TRUE;
  if (line[0] == ' ' || line[0] == '\t')
    return continue_field (self, line, number, error);

  return add_field (self, line, number, error);
}

CabCliInput *
cab_cli_input_new_parse (const char *place, char *text, GError **error)
{
  g_autoptr (CabCliInput) self = g_new0 (CabCliInput, 1);
  g_autofree char *owned = text;
  char *rest = text;
  guint number = 0;

  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self->place = g_strdup (place);
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify)free_field);

  while (rest != NULL)
    {
      char *line = rest;
      gsize length;

      rest = strchr (line, '\n');
      if (rest != NULL)
        *rest++ = '\0';

      length = strlen (line);
      if (length > 0 && line[length - 1] == '\r')
        line[--length] = '\0';

      number++;
      if (length == 0)
        break;
      if (!add_line (self, line, number, error))
        return NULL;
    }

  if (rest != NULL && *rest != '\0')
    self->body = g_strdup (rest);

  return g_steal_pointer (&self);
}

const char *
cab_cli_input_get_place (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return strcmp (path, "-") == 0 ? _ ("standard input") : path;
}

static gboolean
read_all (int descriptor,
          const char *place,
          GByteArray *bytes,
          GCancellable *cancellable,
          GError **error)
{
  while (bytes->len <= MAXIMUM_LENGTH)
    {
      guint8 buffer[16384];
      gssize n_read;

      if (!cab_cli_signals_wait (descriptor, cancellable, error))
        return FALSE;

      n_read = read (descriptor, buffer, sizeof buffer);
      if (n_read == 0)
        return TRUE;
      if (n_read > 0)
        g_byte_array_append (bytes, buffer, (guint)n_read);
      else if (errno != EINTR)
        {
          g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT, _ ("“%s” can't be read: %s."),
                       place, g_strerror (errno));
          return FALSE;
        }
    }

  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
               _ ("“%s” is longer than any text that a record can hold."), place);
  return FALSE;
}

static void
drop_line_break (GByteArray *bytes)
{
  if (bytes->len == 0 || bytes->data[bytes->len - 1] != '\n')
    return;

  g_byte_array_set_size (bytes, bytes->len - 1);
  if (bytes->len > 0 && bytes->data[bytes->len - 1] == '\r')
    g_byte_array_set_size (bytes, bytes->len - 1);
}

/* Some editors begin a file with a mark that is no part of its text. */
static void
drop_byte_order_mark (GByteArray *bytes)
{
  if (bytes->len >= 3 && memcmp (bytes->data, "\xef\xbb\xbf", 3) == 0)
    g_byte_array_remove_range (bytes, 0, 3);
}

char *
cab_cli_input_read_text (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const char *place = cab_cli_input_get_place (path);
  g_autofd int opened = -1;
  int descriptor = STDIN_FILENO;

  g_return_val_if_fail (path != NULL, NULL);

  if (strcmp (path, "-") != 0)
    {
      opened = g_open (path, O_RDONLY | O_CLOEXEC, 0);
      descriptor = opened;
    }

  if (descriptor < 0)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT, _ ("“%s” can't be opened: %s."),
                   place, g_strerror (errno));
      return NULL;
    }

  if (!read_all (descriptor, place, bytes, cancellable, error))
    return NULL;

  if (memchr (bytes->data != NULL ? bytes->data : (const guint8 *)"", '\0', bytes->len) != NULL)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
                   _ ("“%s” is no text: it holds a NUL byte."), place);
      return NULL;
    }

  drop_byte_order_mark (bytes);
  drop_line_break (bytes);
  g_byte_array_append (bytes, (const guint8 *)"", 1);
  return (char *)g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
