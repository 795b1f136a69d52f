/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-text.h"

#include <string.h>

/* Line and paragraph separator, and whatever turns the direction of the text
 * that follows: a terminal that obeys them shows one name as another. */
static gboolean
turns_text (gunichar character)
{
  return (character >= 0x2028 && character <= 0x202E)
         || (character >= 0x2066 && character <= 0x2069);
}

static void
append_escaped (GString *out, gunichar character, CabCliLines lines)
{
  if (lines == CAB_CLI_LINES_KEPT && (character == '\n' || character == '\t'))
    g_string_append_unichar (out, character);
  else if (character == '\n')
    g_string_append (out, "\\n");
  else if (character == '\r')
    g_string_append (out, "\\r");
  else if (character == '\t')
    g_string_append (out, "\\t");
  else if (character < 0x20 || (character >= 0x7F && character <= 0x9F))
    g_string_append_printf (out, "\\x%02x", character);
  else if (turns_text (character))
    g_string_append_printf (out, "\\u{%04x}", character);
  else
    g_string_append_unichar (out, character);
}

char *
cab_cli_text_escape (const char *text, CabCliLines lines)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char_validated (text, -1);

      if (character == (gunichar)-1 || character == (gunichar)-2)
        {
          g_string_append_printf (out, "\\x%02x", (guchar)*text);
          text += 1;
          continue;
        }

      if (lines == CAB_CLI_LINES_KEPT && text[0] == '\r' && text[1] == '\n')
        {
          text += 1;
          continue;
        }

      append_escaped (out, character, lines);
      text = g_utf8_next_char (text);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static guint
get_width_of_bytes (const char *text, gsize length)
{
  const char *end = text + length;
  guint width = 0;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_iszerowidth (character))
        continue;
      width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

guint
cab_cli_text_get_width (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return get_width_of_bytes (text, strlen (text));
}

char *
cab_cli_text_dup_cut (const char *text, guint width)
{
  const char *end = text;
  guint column = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (cab_cli_text_get_width (text) <= width)
    return g_strdup (text);

  while (column < width)
    {
      const char *next = g_utf8_next_char (end);

      column += get_width_of_bytes (end, (gsize)(next - end));
      if (column < width)
        end = next;
    }

  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

void
cab_cli_text_append_padding (GString *out, guint column, guint until)
{
  g_return_if_fail (out != NULL);

  for (; column < until; column++)
    g_string_append_c (out, ' ');
}

void
cab_cli_text_append_wrapped (GString *out,
                             const char *text,
                             guint column,
                             guint indent,
                             guint width)
{
  gboolean at_start = TRUE;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n");
      guint word_width = get_width_of_bytes (text, length);

      if (!at_start && column + 1 + word_width > width)
        {
          g_string_append_c (out, '\n');
          cab_cli_text_append_padding (out, 0, indent);
          column = indent;
          at_start = TRUE;
        }

      if (!at_start)
        {
          g_string_append_c (out, ' ');
          column += 1;
        }

      g_string_append_len (out, text, length);
      column += word_width;
      at_start = FALSE;
      text += length;

      if (*text == '\n')
        {
          g_string_append_c (out, '\n');
          if (text[1] != '\0' && text[1] != '\n')
            cab_cli_text_append_padding (out, 0, indent);
          column = indent;
          at_start = TRUE;
        }
      if (*text != '\0')
        text += 1;
    }

  g_string_append_c (out, '\n');
}
