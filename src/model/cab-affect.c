/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-affect.h"

#include <glib/gi18n-lib.h>

#define N_STEPS (2 * CAB_AFFECT_MAXIMUM + 1)

static const char *const valence_words[N_STEPS] = {
  N_ ("very unpleasant"),
  N_ ("fairly unpleasant"),
  N_ ("unpleasant"),
  N_ ("slightly unpleasant"),
  N_ ("neither pleasant nor unpleasant"),
  N_ ("slightly pleasant"),
  N_ ("pleasant"),
  N_ ("fairly pleasant"),
  N_ ("very pleasant"),
};

static const char *const arousal_words[N_STEPS] = {
  N_ ("very calm"),
  N_ ("fairly calm"),
  N_ ("calm"),
  N_ ("slightly calm"),
  N_ ("neither calm nor stirred"),
  N_ ("slightly stirred"),
  N_ ("stirred"),
  N_ ("fairly stirred"),
  N_ ("very stirred"),
};

static const char *
get_words (const char *const *words, int number)
{
  return _ (words[CLAMP (number, -CAB_AFFECT_MAXIMUM, CAB_AFFECT_MAXIMUM) + CAB_AFFECT_MAXIMUM]);
}

const char *
cab_affect_get_valence_words (int valence)
{
  return get_words (valence_words, valence);
}

const char *
cab_affect_get_arousal_words (int arousal)
{
  return get_words (arousal_words, arousal);
}

char *
cab_affect_dup_number (int number)
{
  return number < 0 ? g_strdup_printf ("−%d", -number) : g_strdup_printf ("%d", number);
}

char *
cab_affect_dup_words (int valence, int arousal)
{
  g_autofree char *first = cab_affect_dup_number (valence);
  g_autofree char *second = cab_affect_dup_number (arousal);

  /* Translators: a point of the affect grid in words and as numbers, such as
   * "fairly pleasant, calm; 3, −2". */
  return g_strdup_printf (_ ("%s, %s; %s, %s"), cab_affect_get_valence_words (valence),
                          cab_affect_get_arousal_words (arousal), first, second);
}
