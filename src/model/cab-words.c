/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-words.h"

#include <gio/gio.h>
#include <string.h>

#include "cab-model-resources.h"
#include "cab-resource.h"

#define LONGEST_WORD 9
#define MOST_DRAWN 64

/* More words than fit the longest passphrase of [V-6] are not counted. */
#define MOST_COUNTED 256

#define LIST_PATH "/org/cabinet/model/words/eff-large.txt"

typedef char Word[LONGEST_WORD + 1];

/* Each line of the list is five dice, a tab and the word; lines are sorted by both. */
static const Word *
read_list (void)
{
  Word *words = g_new0 (Word, CAB_N_WORDS);
  static gsize is_enlisted;
  g_autoptr (GBytes) bytes
      = cab_resource_dup_data (&is_enlisted, cab_model_register_resource, LIST_PATH);
  const char *line;

  line = g_bytes_get_data (bytes, NULL);
  for (guint i = 0; i < CAB_N_WORDS; i++)
    {
      const char *word = strchr (line, '\t') + 1;
      gsize length = strcspn (word, "\n");

      g_assert (length > 0 && length <= LONGEST_WORD);
      memcpy (words[i], word, length);
      line = word + length;
    }

  return (const Word *)words;
}

static const Word *
get_list (void)
{
  static const Word *list;

  if (g_once_init_enter_pointer (&list))
    g_once_init_leave_pointer (&list, read_list ());

  return list;
}

static int
compare_word (const char *listed, const char *word, gsize length)
{
  int order = g_ascii_strncasecmp (listed, word, length);

  return order != 0 ? order : listed[length] != '\0';
}

/* The word at the start of @phrase up to the next @separator; a hyphen may
 * also belong to the word. Gives its index, or -1, and its length. */
static int
find_first (const char *phrase, gsize length, char separator, gsize *word_length)
{
  const char *end = memchr (phrase, separator, length);
  gsize first = end != NULL ? (gsize)(end - phrase) : length;

  if (separator == '-' && first < length)
    {
      const char *next = memchr (end + 1, '-', length - first - 1);
      gsize both = next != NULL ? (gsize)(next - phrase) : length;
      int index = cab_words_find (phrase, both);

      if (index != -1)
        {
          *word_length = both;
          return index;
        }
    }

  *word_length = first;
  return cab_words_find (phrase, first);
}

static gboolean
is_among (const guint16 *indices, guint n_indices, int index)
{
  for (guint i = 0; i < n_indices; i++)
    {
      if (indices[i] == index)
        return TRUE;
    }

  return FALSE;
}

const char *
cab_words_get (guint index)
{
  g_return_val_if_fail (index < CAB_N_WORDS, NULL);

  return get_list ()[index];
}

int
cab_words_find (const char *word, gsize length)
{
  const Word *list = get_list ();
  guint low = 0;
  guint high = CAB_N_WORDS;

  g_return_val_if_fail (word != NULL, -1);

  if (length == 0 || length > LONGEST_WORD)
    return -1;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare_word (list[middle], word, length);

      if (order == 0)
        return (int)middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return -1;
}

CabSecret *
cab_words_new_passphrase (CabIds *ids, guint n_words)
{
  const Word *list = get_list ();
  guint16 drawn[MOST_DRAWN];
  CabSecret *passphrase;
  gsize length;
  char *text;

  g_return_val_if_fail (ids != NULL, NULL);
  g_return_val_if_fail (n_words > 0 && n_words <= MOST_DRAWN, NULL);

  length = n_words - 1;
  for (guint i = 0; i < n_words; i++)
    {
      drawn[i] = cab_ids_get_uniform (ids, CAB_N_WORDS);
      length += strlen (list[drawn[i]]);
    }

  passphrase = cab_secret_new (length);
  text = (char *)cab_secret_open_for_writing (passphrase);
  for (guint i = 0; i < n_words; i++)
    {
      gsize word_length = strlen (list[drawn[i]]);

      if (i > 0)
        *text++ = '-';
      memcpy (text, list[drawn[i]], word_length);
      text += word_length;
    }
  cab_secret_close (passphrase);

  explicit_bzero (drawn, sizeof drawn);
  return passphrase;
}

guint
cab_words_count (const char *phrase, gsize length)
{
  guint16 found[MOST_COUNTED];
  guint n_found = 0;
  char separator;

  g_return_val_if_fail (phrase != NULL, 0);

  separator = memchr (phrase, ' ', length) != NULL ? ' ' : '-';
  for (gsize at = 0; at <= length && n_found < MOST_COUNTED;)
    {
      gsize word_length;
      int index = find_first (phrase + at, length - at, separator, &word_length);

      if (index == -1)
        {
          n_found = 0;
          break;
        }
      if (!is_among (found, n_found, index))
        found[n_found++] = index;
      at += word_length + 1;
    }

  explicit_bzero (found, sizeof found);
  return n_found;
}
