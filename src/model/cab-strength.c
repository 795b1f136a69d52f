/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-strength.h"

#include "cab-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include <zxcvbn.h>

#define BITS_PER_WORD 12.925 /* log2 7776 */
#define GUESSES_PER_SECOND 1e4

/* zxcvbn wants a C string and keeps copies of parts of it on the heap:
 * ours is wiped here, theirs by the allocator's perturbation and the scrub at
 * the end of the job (V-163). */
static double
measure_bits (const guint8 *bytes, gsize length, const char *const *known)
{
  CabSecret *copy = cab_secret_new (length + 1);
  guint8 *text = cab_secret_open_for_writing (copy);
  double bits;

  memcpy (text, bytes, length);
  text[length] = '\0';
  bits = ZxcvbnMatch ((const char *)text, (const char **)known, NULL);
  cab_secret_close (copy);
  cab_secret_free (copy);

  return bits;
}

void
cab_strength_judge (CabSecret *passphrase, const char *const *known, CabStrength *strength)
{
  gsize length;
  const guint8 *bytes;

  g_return_if_fail (passphrase != NULL && strength != NULL);

  length = cab_secret_get_length (passphrase);
  bytes = cab_secret_open (passphrase);
  strength->n_words = cab_words_count ((const char *)bytes, length);
  strength->bits = measure_bits (bytes, length, known);
  cab_secret_close (passphrase);

  /* Drawn words are as strong as their number says, whatever zxcvbn thinks of
   * the words; it may also think more of them than they are worth. */
  if (strength->n_words >= CAB_STRENGTH_ENOUGH_WORDS)
    strength->bits = strength->n_words * BITS_PER_WORD;

  strength->is_enough = strength->bits >= CAB_STRENGTH_ENOUGH_BITS;
  strength->seconds = exp2 (strength->bits - 1) / GUESSES_PER_SECOND;
}

char *
cab_strength_dup_time (const CabStrength *strength)
{
  static const struct
  {
    double seconds;
    const char *singular;
    const char *plural;
  } units[] = {
    { 365.25 * 86400, N_ ("about %.0f year"), N_ ("about %.0f years") },
    { 30 * 86400, N_ ("about %.0f month"), N_ ("about %.0f months") },
    { 86400, N_ ("about %.0f day"), N_ ("about %.0f days") },
    { 3600, N_ ("about %.0f hour"), N_ ("about %.0f hours") },
    { 60, N_ ("about %.0f minute"), N_ ("about %.0f minutes") },
  };

  g_return_val_if_fail (strength != NULL, NULL);

  if (strength->seconds > 1000 * units[0].seconds)
    return g_strdup (_ ("thousands of years"));

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      double n = floor (strength->seconds / units[i].seconds);

      if (n < 1)
        continue;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, units[i].singular, units[i].plural, (gulong)n), n);
#pragma GCC diagnostic pop
    }

  return g_strdup (_ ("less than a minute"));
}
