/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-overcollection.h"

#include <glib/gi18n.h>
#include <string.h>

#define CARD_MINIMUM 13
#define CARD_MAXIMUM 19

/* One form a number can have: `9` stands for a digit, `A` for a letter, any
 * other character for itself. Blanks in the text are passed over where the form
 * has none. */
typedef struct
{
  CabJurisdiction jurisdiction;
  const char *shape;
  gboolean (*check) (const char *number);
} Form;

static gboolean
check_luhn (const char *digits)
{
  int sum = 0;
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      int digit = digits[length - 1 - i] - '0';

      if (i % 2 == 1)
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      sum += digit;
    }

  return sum % 10 == 0;
}

/* GOV.UK: the prefix has no D F I Q U V, nor O in second place; the suffix is
 * A to D. */
static gboolean
check_uk_insurance (const char *number)
{
  return strchr ("DFIQUV", number[0]) == NULL && strchr ("DFIOQUV", number[1]) == NULL
         && number[8] >= 'A' && number[8] <= 'D';
}

/* SSA: no area 000, 666 or 9xx, no group 00, no serial 0000. */
static gboolean
check_us_social (const char *number)
{
  return number[0] != '9' && strncmp (number, "000", 3) != 0 && strncmp (number, "666", 3) != 0
         && strncmp (number + 4, "00", 2) != 0 && strcmp (number + 7, "0000") != 0;
}

static guint64
read_number (const char *number, gsize length)
{
  g_autofree char *digits = g_strndup (number, length);

  return g_ascii_strtoull (digits, NULL, 10);
}

/* Spain: the letter follows from the remainder by 23. */
static gboolean
check_es_identity (const char *number)
{
  return "TRWAGMYFPDXBNJZSQVHLCKE"[read_number (number, 8) % 23] == number[8];
}

/* France: the key of two digits is 97 less the remainder. */
static gboolean
check_fr_social (const char *number)
{
  return strchr ("12", number[0]) != NULL
         && 97 - read_number (number, 13) % 97 == read_number (number + 13, 2);
}

/* Poland: weights 1 3 7 9 over the first ten digits. */
static gboolean
check_pl_identity (const char *number)
{
  static const int weights[] = { 1, 3, 7, 9 };
  int sum = number[10] - '0';

  for (int i = 0; i < 10; i++)
    sum += weights[i % 4] * (number[i] - '0');

  return sum % 10 == 0;
}

static gboolean
check_shape_alone (const char *number)
{
  return TRUE;
}

static const Form forms[] = {
  { CAB_JURISDICTION_UK, "AA999999A", check_uk_insurance },
  { CAB_JURISDICTION_US_HIPAA, "999-99-9999", check_us_social },
  { CAB_JURISDICTION_US_OTHER, "999-99-9999", check_us_social },
  { CAB_JURISDICTION_EU, "99999999A", check_es_identity },
  { CAB_JURISDICTION_EU, "999999999999999", check_fr_social },
  { CAB_JURISDICTION_EU, "99999999999", check_pl_identity },
  { CAB_JURISDICTION_EU, "AAAAAA99A99A999A", check_shape_alone },
};

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

static gboolean
fits (char c, char shape)
{
  if (shape == '9')
    return g_ascii_isdigit (c);
  if (shape == 'A')
    return g_ascii_isalpha (c);

  return c == shape;
}

/* Whether a number of the form begins at @at; it ends where a word ends. */
static gboolean
begins_here (const Form *form, const char *at)
{
  char number[32];
  gsize length = 0;

  g_assert (strlen (form->shape) < sizeof number);

  for (const char *shape = form->shape; *shape != '\0'; at++)
    {
      if (*at == ' ' && shape != form->shape)
        continue;
      if (!fits (*at, *shape))
        return FALSE;
      number[length++] = g_ascii_toupper (*at);
      shape++;
    }
  number[length] = '\0';

  return !is_word (*at) && form->check (number);
}

static gboolean
has_identity (const char *text, CabJurisdiction jurisdiction)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (at > text && is_word (at[-1]))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          if (forms[i].jurisdiction == jurisdiction && begins_here (&forms[i], at))
            return TRUE;
        }
    }

  return FALSE;
}

/* Takes a run of digits, each parted from the next by one blank or hyphen at
 * most. Returns: where the run ends */
static const char *
read_run (const char *at, GString *digits)
{
  g_string_truncate (digits, 0);
  for (;;)
    {
      if (g_ascii_isdigit (*at))
        g_string_append_c (digits, *at++);
      else if ((*at == ' ' || *at == '-') && g_ascii_isdigit (at[1]))
        at++;
      else
        return at;
    }
}

static gboolean
has_card (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      if (!g_ascii_isdigit (*at))
        {
          at++;
          continue;
        }
      at = read_run (at, digits);
      if (digits->len >= CARD_MINIMUM && digits->len <= CARD_MAXIMUM && check_luhn (digits->str))
        return TRUE;
    }

  return FALSE;
}

CabOvercollection
cab_overcollection_find (const char *text, CabJurisdiction jurisdiction)
{
  if (text == NULL)
    return CAB_OVERCOLLECTION_NONE;
  if (has_card (text))
    return CAB_OVERCOLLECTION_CARD;

  return has_identity (text, jurisdiction) ? CAB_OVERCOLLECTION_IDENTITY : CAB_OVERCOLLECTION_NONE;
}

const char *
cab_overcollection_get_warning (CabOvercollection found)
{
  switch (found)
    {
    case CAB_OVERCOLLECTION_CARD:
      return _ ("This looks like a card number. Keep only what you need.");
    case CAB_OVERCOLLECTION_IDENTITY:
      return _ ("This looks like a national identity number. Keep only what you need.");
    case CAB_OVERCOLLECTION_NONE:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}
