/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-plain-text.h"

#include <string.h>

#define LONGEST_NAME 6
#define LONGEST_ENTITY 10

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "amp", '&' },      { "lt", '<' },       { "gt", '>' },        { "quot", '"' },
  { "apos", '\'' },    { "nbsp", 0x00A0 },  { "hellip", 0x2026 }, { "ndash", 0x2013 },
  { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 },  { "ldquo", 0x201C },
  { "rdquo", 0x201D }, { "euro", 0x20AC },
};

/* A mark such as `</p>` or `<span class="x">`. */
typedef struct
{
  char name[LONGEST_NAME + 1];
  gboolean closes;
  gsize length;
} Mark;

static gboolean
is_plain_mark (const char *name)
{
  static const char *const plain[]
      = { "b", "i", "u", "s", "strong", "em", "ul", "ol", "p", "div", "span", "li" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      if (strcmp (plain[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Reads the mark at @text, which is at a `<`; FALSE when it is none. */
static gboolean
read_mark (const char *text, Mark *mark)
{
  const char *at = text + 1;
  const char *end = strpbrk (at, "<>");
  gsize length = 0;

  if (end == NULL || *end != '>')
    return FALSE;

  mark->closes = *at == '/';
  at += mark->closes;
  while (g_ascii_isalpha (at[length]))
    length++;
  if (length == 0 || length > LONGEST_NAME || strchr (" \t\r\n/>", at[length]) == NULL)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    mark->name[i] = g_ascii_tolower (at[i]);
  mark->name[length] = '\0';
  mark->length = end - text + 1;
  return TRUE;
}

static void
begin_line (GString *plain)
{
  if (plain->len > 0 && plain->str[plain->len - 1] != '\n')
    g_string_append_c (plain, '\n');
}

/* Writes what the mark stands for; FALSE when it is none of ours. */
static gboolean
take_mark (GString *plain, const Mark *mark, guint *n_dropped)
{
  if (strcmp (mark->name, "br") == 0)
    {
      g_string_append_c (plain, '\n');
      return TRUE;
    }
  if (!is_plain_mark (mark->name))
    return FALSE;

  if (strcmp (mark->name, "li") == 0 && !mark->closes)
    {
      begin_line (plain);
      g_string_append (plain, "- ");
    }
  else if (strcmp (mark->name, "p") == 0 && mark->closes)
    g_string_append_c (plain, '\n');
  else
    (*n_dropped)++;
  return TRUE;
}

/* The character that `&#…;` names, 0 when it names none that may be stored. */
static gunichar
read_number (const char *digits, gsize length)
{
  gboolean hex = length > 1 && (digits[0] == 'x' || digits[0] == 'X');
  gunichar c = 0;

  for (gsize i = hex; i < length; i++)
    {
      int value = hex ? g_ascii_xdigit_value (digits[i]) : g_ascii_digit_value (digits[i]);

      if (value < 0)
        return 0;
      c = c * (hex ? 16 : 10) + (gunichar)value;
      if (c > 0x10FFFF)
        return 0;
    }

  return g_unichar_validate (c) && (c >= 0x20 || c == '\t' || c == '\n') ? c : 0;
}

/* The character of the entity at @text, which is at a `&`; 0 when it is none. */
static gunichar
read_entity (const char *text, gsize *length)
{
  const char *end = memchr (text, ';', strnlen (text, LONGEST_ENTITY + 2));
  gsize name_length;

  if (end == NULL)
    return 0;

  name_length = end - text - 1;
  *length = name_length + 2;
  if (name_length > 1 && text[1] == '#')
    return read_number (text + 2, name_length - 1);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (strlen (entities[i].name) == name_length
          && memcmp (entities[i].name, text + 1, name_length) == 0)
        return entities[i].character;
    }

  return 0;
}

static void
strip_blank_lines (GString *plain)
{
  gsize start = strspn (plain->str, "\r\n");

  g_string_erase (plain, 0, start);
  while (plain->len > 0 && strchr ("\r\n", plain->str[plain->len - 1]) != NULL)
    g_string_truncate (plain, plain->len - 1);
}

char *
cab_plain_text_from_html (const char *text, guint *n_dropped)
{
  GString *plain;
  guint n_here = 0;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      Mark mark;
      gsize length;
      gunichar c;

      if (*text == '<' && read_mark (text, &mark) && take_mark (plain, &mark, &n_here))
        text += mark.length;
      else if (*text == '&' && (c = read_entity (text, &length)) != 0)
        {
          g_string_append_unichar (plain, c);
          text += length;
        }
      else
        g_string_append_c (plain, *text++);
    }

  strip_blank_lines (plain);
  if (n_dropped != NULL)
    *n_dropped += n_here;
  return g_string_free (plain, FALSE);
}
