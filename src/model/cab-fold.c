/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-fold.h"

#include <string.h>

char *
cab_fold_dup (const char *text)
{
  g_autofree char *plain = NULL;
  g_autoptr (GString) bare = g_string_new (NULL);

  if (text == NULL)
    return g_strdup ("");

  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *at = plain; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_type (g_utf8_get_char (at)) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (bare, g_utf8_get_char (at));
    }

  return g_utf8_casefold (bare->str, (gssize)bare->len);
}

char **
cab_fold_dup_words (const char *text)
{
  g_autofree char *folded = cab_fold_dup (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (words, parts[i]);
    }

  return g_strv_builder_end (words);
}

gboolean
cab_fold_has_words (const char *folded, char **words)
{
  g_return_val_if_fail (folded != NULL && words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
