/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-search-group.h"

#include "cab-fold.h"

#include <string.h>

/* The words of a search as the index takes them apart: runs of letters and
 * digits, folded. The last may be a beginning. */
static char **
split_words (const char *words)
{
  g_autofree char *folded = cab_fold_dup (words);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gboolean inside = *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at));

      if (inside && start == NULL)
        start = at;
      if (!inside && start != NULL)
        {
          g_strv_builder_take (parts, g_strndup (start, (gsize)(at - start)));
          start = NULL;
        }
      if (*at == '\0')
        return g_strv_builder_end (parts);
    }
}

static gboolean
is_part_of_word (const char *at)
{
  gunichar character = g_utf8_get_char (at);

  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static gboolean
is_hit (const char *start, const char *end, char **words)
{
  g_autofree char *word = g_strndup (start, (gsize)(end - start));
  g_autofree char *folded = cab_fold_dup (word);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i + 1] == NULL ? g_str_has_prefix (folded, words[i])
                               : strcmp (folded, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The next word of @text that is one of @words; FALSE when there is none. */
static gboolean
find_hit (const char *text, const char *from, char **words, CabRange *hit)
{
  const char *at = from;

  while (*at != '\0')
    {
      const char *start;

      while (*at != '\0' && !is_part_of_word (at))
        at = g_utf8_next_char (at);
      start = at;
      while (*at != '\0' && is_part_of_word (at))
        at = g_utf8_next_char (at);
      if (at > start && is_hit (start, at, words))
        {
          *hit = (CabRange){ (guint)(start - text), (guint)(at - text) };
          return TRUE;
        }
    }

  return FALSE;
}

/* A quarter of the snippet stands before the hit, from the beginning of a word. */
static const char *
find_start (const char *text, const char *hit, guint length)
{
  const char *start = hit;
  const char *word = hit;

  for (guint i = 0; start > text && i < length / 4; i++)
    {
      start = g_utf8_prev_char (start);
      if (is_part_of_word (start) && (start == text || !is_part_of_word (g_utf8_prev_char (start))))
        word = start;
    }

  return word;
}

char *
cab_search_dup_snippet (const char *text, const char *words, guint length, GArray **hits)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *snippet = NULL;
  CabRange hit = { 0 };
  const char *start, *end;

  g_return_val_if_fail (text != NULL && words != NULL && hits != NULL, NULL);

  parts = split_words (words);
  *hits = g_array_new (FALSE, FALSE, sizeof (CabRange));
  start = parts[0] != NULL && find_hit (text, text, parts, &hit)
              ? find_start (text, text + hit.start, length)
              : text;
  end = start;
  for (guint i = 0; *end != '\0' && i < length; i++)
    end = g_utf8_next_char (end);

  {
    g_autofree char *part = g_strndup (start, (gsize)(end - start));

    g_strdelimit (part, "\r\n\t", ' ');
    snippet = g_strconcat (start > text ? "…" : "", part, *end != '\0' ? "…" : "", NULL);
  }

  if (parts[0] == NULL)
    return g_steal_pointer (&snippet);
  for (const char *from = snippet; find_hit (snippet, from, parts, &hit); from = snippet + hit.end)
    g_array_append_val (*hits, hit);
  return g_steal_pointer (&snippet);
}
