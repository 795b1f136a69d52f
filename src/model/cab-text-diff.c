/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-text-diff.h"

#include <string.h>

/* How far the search for the shortest difference goes before it takes the rest
 * as replaced: two texts without a common word are no work. */
#define EDITS_MAXIMUM 4000

/* A word, or what stands between two words. @number is the same for the same bytes. */
typedef struct
{
  gsize start;
  gsize length;
  guint number;
} Token;

typedef struct
{
  const char *text;
  GArray *tokens;
} Side;

typedef struct
{
  Side old;
  Side new;
  /* Tokens the same in both at the beginning, which the search leaves out */
  guint head;
  GArray *runs;
} Diff;

static gboolean
is_spaced_script (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
is_letter (gunichar character)
{
  return g_unichar_isalnum (character) && is_spaced_script (character);
}

/* UAX #29, WB6 to WB12: these join letters or digits on both sides of them. */
static gboolean
is_joint (gunichar character)
{
  return strchr ("'.,:", (int)(character < 128 ? character : '?')) != NULL || character == 0x2019
         || character == 0xB7;
}

static const char *
skip_marks (const char *at)
{
  while (*at != '\0'
         && (g_unichar_ismark (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0x200D))
    at = g_utf8_next_char (at);

  return at;
}

static const char *
find_word_end (const char *start)
{
  const char *at = skip_marks (g_utf8_next_char (start));

  if (!is_letter (g_utf8_get_char (start)))
    return at;

  for (;;)
    {
      const char *next = at;

      if (*at != '\0' && is_joint (g_utf8_get_char (at)))
        next = g_utf8_next_char (at);
      if (*next == '\0' || !is_letter (g_utf8_get_char (next)))
        return at;
      at = skip_marks (g_utf8_next_char (next));
    }
}

static const char *
find_paragraph_end (const char *start)
{
  const char *end = strchr (start, '\n');

  return end != NULL ? end + 1 : start + strlen (start);
}

static GArray *
split (const char *text, const char *(*find_end) (const char *start))
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (const char *at = text; *at != '\0';)
    {
      const char *end = find_end (at);
      const Token token = { .start = (gsize)(at - text), .length = (gsize)(end - at) };

      g_array_append_val (tokens, token);
      at = end;
    }

  return tokens;
}

/* Gives each different token of both texts a number of its own. */
static void
number_tokens (const Side *side, GHashTable *numbers)
{
  for (guint i = 0; i < side->tokens->len; i++)
    {
      Token *token = &g_array_index (side->tokens, Token, i);
      g_autofree char *word = g_strndup (side->text + token->start, token->length);
      gpointer known = g_hash_table_lookup (numbers, word);

      if (known == NULL)
        {
          known = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
          g_hash_table_insert (numbers, g_steal_pointer (&word), known);
        }
      token->number = GPOINTER_TO_UINT (known);
    }
}

static gsize
get_offset (const Side *side, guint token)
{
  const Token *last;

  if (token < side->tokens->len)
    return g_array_index (side->tokens, Token, token).start;
  if (token == 0)
    return 0;

  last = &g_array_index (side->tokens, Token, side->tokens->len - 1);
  return last->start + last->length;
}

/* Appends tokens [old, old + n_old) and [new, new + n_new), joined to the run
 * before when that is of the same type. */
static void
append_run (Diff *diff, CabDiffType type, guint old, guint n_old, guint new, guint n_new)
{
  CabDiffRun run = { .type = type,
                     .old_start = get_offset (&diff->old, old),
                     .new_start = get_offset (&diff->new, new) };
  CabDiffRun *last = NULL;

  if (n_old == 0 && n_new == 0)
    return;

  run.old_length = get_offset (&diff->old, old + n_old) - run.old_start;
  run.new_length = get_offset (&diff->new, new + n_new) - run.new_start;
  if (diff->runs->len > 0)
    last = &g_array_index (diff->runs, CabDiffRun, diff->runs->len - 1);
  if (last != NULL && last->type == type)
    {
      last->old_length += run.old_length;
      last->new_length += run.new_length;
    }
  else
    {
      g_array_append_val (diff->runs, run);
    }
}

static gboolean
is_same (const Diff *diff, guint old, guint new)
{
  return g_array_index (diff->old.tokens, Token, old).number
         == g_array_index (diff->new.tokens, Token, new).number;
}

/* Myers' shortest edit script over the middle part [0, n) × [0, m), whose place
 * in both texts begins at `head`. @trace keeps the farthest points of each round. */
static int
search (const Diff *diff, int n, int m, GPtrArray *trace)
{
  int limit = MIN (n + m, EDITS_MAXIMUM);
  g_autofree int *farthest = g_new0 (int, 2 * (gsize)limit + 3);
  int *v = farthest + limit + 1;

  for (int d = 0; d <= limit; d++)
    {
      int *copy;

      for (int k = -d; k <= d; k += 2)
        {
          int x = k == -d || (k != d && v[k - 1] < v[k + 1]) ? v[k + 1] : v[k - 1] + 1;

          while (x < n && x - k < m && x - k >= 0
                 && is_same (diff, diff->head + (guint)x, diff->head + (guint)(x - k)))
            x++;
          v[k] = x;
          if (x >= n && x - k >= m)
            return d;
        }

      /* Only what this round may have reached is needed on the way back. */
      copy = g_new (int, 2 * (gsize)d + 1);
      memcpy (copy, v - d, (2 * (gsize)d + 1) * sizeof (int));
      g_ptr_array_add (trace, copy);
    }

  return -1;
}

/* One step of the way back: a word removed or added, then @same words alike. */
typedef struct
{
  CabDiffType type;
  guint same;
} Step;

static GArray *
walk_back (int n, int m, int d, GPtrArray *trace)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  int x = n;
  int y = m;

  for (; d > 0; d--)
    {
      const int *v = (const int *)g_ptr_array_index (trace, d - 1) + (d - 1);
      int k = x - y;
      gboolean added = k == -d || (k != d && k - 1 >= -(d - 1) && k + 1 <= d - 1
                                   && v[k - 1] < v[k + 1])
                       || (k != d && k - 1 < -(d - 1));
      int from_k = added ? k + 1 : k - 1;
      int from_x = v[from_k];
      int from_y = from_x - from_k;
      int after_x = added ? from_x : from_x + 1;
      const Step step = { added ? CAB_DIFF_ADDED : CAB_DIFF_REMOVED, (guint)(x - after_x) };

      g_array_append_val (steps, step);
      x = from_x;
      y = from_y;
    }

  /* What both begin with; the head took all of it. */
  g_assert (x == y);
  {
    const Step first = { CAB_DIFF_SAME, (guint)x };

    g_array_append_val (steps, first);
  }
  return steps;
}

/* Between two words alike, all that went comes before all that came. */
static void
flush (Diff *diff, guint *old, guint *new, guint *removed, guint *added)
{
  append_run (diff, CAB_DIFF_REMOVED, *old, *removed, *new, 0);
  *old += *removed;
  append_run (diff, CAB_DIFF_ADDED, *old, 0, *new, *added);
  *new += *added;
  *removed = 0;
  *added = 0;
}

static void
append_steps (Diff *diff, GArray *steps, guint *old, guint *new)
{
  guint removed = 0;
  guint added = 0;

  for (guint i = steps->len; i > 0; i--)
    {
      const Step *step = &g_array_index (steps, Step, i - 1);

      if (step->type == CAB_DIFF_REMOVED)
        removed++;
      if (step->type == CAB_DIFF_ADDED)
        added++;
      if (step->same == 0)
        continue;
      flush (diff, old, new, &removed, &added);
      append_run (diff, CAB_DIFF_SAME, *old, step->same, *new, step->same);
      *old += step->same;
      *new += step->same;
    }

  flush (diff, old, new, &removed, &added);
}

static void
compare_middle (Diff *diff, guint n, guint m, guint *old, guint *new)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) steps = NULL;
  guint removed = n;
  guint added = m;
  int edits = n == 0 || m == 0 ? -1 : search (diff, (int)n, (int)m, trace);

  if (edits < 0)
    {
      flush (diff, old, new, &removed, &added);
      return;
    }

  steps = walk_back ((int)n, (int)m, edits, trace);
  append_steps (diff, steps, old, new);
}

static void
compare (Diff *diff)
{
  guint n_old = diff->old.tokens->len;
  guint n_new = diff->new.tokens->len;
  guint tail = 0;
  guint old, new;

  while (diff->head < n_old && diff->head < n_new && is_same (diff, diff->head, diff->head))
    diff->head++;
  while (tail < n_old - diff->head && tail < n_new - diff->head
         && is_same (diff, n_old - 1 - tail, n_new - 1 - tail))
    tail++;

  append_run (diff, CAB_DIFF_SAME, 0, diff->head, 0, diff->head);
  old = diff->head;
  new = diff->head;
  compare_middle (diff, n_old - diff->head - tail, n_new - diff->head - tail, &old, &new);
  append_run (diff, CAB_DIFF_SAME, old, tail, new, tail);
}

GArray *
cab_text_diff (const char *old_text, const char *new_text)
{
  g_autoptr (GHashTable) numbers = NULL;
  Diff diff = { 0 };

  g_return_val_if_fail (old_text != NULL && g_utf8_validate (old_text, -1, NULL), NULL);
  g_return_val_if_fail (new_text != NULL && g_utf8_validate (new_text, -1, NULL), NULL);

  diff.old = (Side){ old_text, split (old_text, find_word_end) };
  diff.new = (Side){ new_text, split (new_text, find_word_end) };
  diff.runs = g_array_new (FALSE, FALSE, sizeof (CabDiffRun));
  /* Half of what stands in a text is blanks. */
  if (diff.old.tokens->len + diff.new.tokens->len > 2 * CAB_TEXT_DIFF_WORDS)
    {
      g_array_unref (diff.old.tokens);
      g_array_unref (diff.new.tokens);
      diff.old.tokens = split (old_text, find_paragraph_end);
      diff.new.tokens = split (new_text, find_paragraph_end);
    }

  numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  number_tokens (&diff.old, numbers);
  number_tokens (&diff.new, numbers);
  compare (&diff);
  g_array_unref (diff.old.tokens);
  g_array_unref (diff.new.tokens);

  return diff.runs;
}
