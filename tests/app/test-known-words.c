/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-known-words.h"

typedef struct
{
  const char *word;
  gboolean is_known;
} Case;

/* [W-82] */
static const Case cases[] = {
  { "Anna", TRUE },     { "anna", FALSE },
  { "ANNA", TRUE },     { "aNNa", FALSE },
  { "Anna's", TRUE },   { "Anna’s", TRUE },
  { "Ann", FALSE },     { "ANNA'S", FALSE },
  { "schema", TRUE },   { "Schema", TRUE },
  { "SCHEMA", TRUE },   { "sCHEMA", FALSE },
  { "EMDR", TRUE },     { "emdr", FALSE },
  { "Emdr", FALSE },    { "McBride", TRUE },
  { "mcbride", FALSE }, { "Éloïse", TRUE },
  { "ÉLOÏSE", TRUE },   { "E\xcc\x81loi\xcc\x88se", TRUE },
  { "O'Neill", TRUE },  { "O'Neill's", TRUE },
  { "", FALSE },        { "'s", FALSE },
  { "\xff", FALSE },
};

static void
test_words (void)
{
  static const char *const words[] = { "Anna", "schema", "EMDR", "McBride", "Éloïse", "O'Neill" };
  g_autoptr (CabKnownWords) known = cab_known_words_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    cab_known_words_add (known, words[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cab_known_words_contains (known, cases[i].word) != cases[i].is_known)
      g_error ("“%s” is %s", cases[i].word, cases[i].is_known ? "not known" : "known");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-words/words", test_words);
  return g_test_run ();
}
