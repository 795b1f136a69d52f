/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-known-words.h"

#include <string.h>

struct _CabKnownWords
{
  /* Owned, composed as far as can be */
  GHashTable *words;
};

CabKnownWords *
cab_known_words_new (void)
{
  CabKnownWords *self = g_new0 (CabKnownWords, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
cab_known_words_free (CabKnownWords *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

void
cab_known_words_add (CabKnownWords *self, const char *word)
{
  char *composed;

  g_return_if_fail (self != NULL);
  g_return_if_fail (word != NULL);

  composed = g_utf8_normalize (word, -1, G_NORMALIZE_NFC);
  if (composed != NULL)
    g_hash_table_add (self->words, composed);
}

/* “ANNA” and “Anna” as “Anna”, “Éloïse” too. */
static char *
capitalise (const char *word)
{
  const char *rest = g_utf8_next_char (word);
  g_autofree char *first = g_utf8_strup (word, rest - word);
  g_autofree char *others = g_utf8_strdown (rest, -1);

  return g_strconcat (first, others, NULL);
}

static gboolean
is_known (CabKnownWords *self, const char *word)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *capital = NULL;

  if (*word == '\0')
    return FALSE;
  if (g_hash_table_contains (self->words, word))
    return TRUE;

  low = g_utf8_strdown (word, -1);
  high = g_utf8_strup (word, -1);
  capital = capitalise (word);
  if (strcmp (word, high) == 0)
    return g_hash_table_contains (self->words, low) || g_hash_table_contains (self->words, capital);

  return strcmp (word, capital) == 0 && g_hash_table_contains (self->words, low);
}

gboolean
cab_known_words_contains (CabKnownWords *self, const char *word)
{
  static const char *const genitives[] = { "'s", "’s" };
  g_autofree char *composed = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (word != NULL, FALSE);

  composed = g_utf8_normalize (word, -1, G_NORMALIZE_NFC);
  if (composed == NULL)
    return FALSE;
  if (is_known (self, composed))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (genitives); i++)
    if (g_str_has_suffix (composed, genitives[i]))
      {
        composed[strlen (composed) - strlen (genitives[i])] = '\0';
        return is_known (self, composed);
      }

  return FALSE;
}
