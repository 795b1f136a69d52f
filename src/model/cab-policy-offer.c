/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-policy-offer.h"

#include <string.h>

#include "cab-client.h"
#include "cab-practice-settings.h"

#define FIELD(name) CAB_OWN (CAB_POLICY_TEXT_FIELD_##name)

/* Whom a text is looked for. */
typedef struct
{
  const char *purpose;
  const char *today;
  char *language; /* of the practice, without its region */
  gboolean is_minor;
} Wish;

static gboolean
is_offered (const Wish *wish, CabRecord *text)
{
  const char *from = cab_record_get_text (text, FIELD (EFFECTIVE_FROM));

  return !cab_record_is_none (text, FIELD (PUBLISHED_AT)) && from != NULL
         && strcmp (from, wish->today) <= 0
         && cab_record_get_code (text, FIELD (POLICY_KIND)) == CAB_POLICY_KIND_CONSENT_TEXT
         && cab_record_has_code (text, FIELD (PURPOSES), wish->purpose);
}

/* What is for a minor is read by the minor; a guardian signs another one. */
static int
rank_audience (const Wish *wish, CabRecord *text)
{
  switch ((CabAudience)cab_record_get_code (text, FIELD (AUDIENCE)))
    {
    case CAB_AUDIENCE_ADULT:
      return wish->is_minor ? 2 : 0;
    case CAB_AUDIENCE_YOUNG_PERSON:
      return wish->is_minor ? 0 : 1;
    case CAB_AUDIENCE_GUARDIAN:
      return wish->is_minor ? 1 : 2;
    }

  return G_MAXINT;
}

static int
rank_language (const Wish *wish, CabRecord *text)
{
  const char *language = cab_record_get_text (text, FIELD (LANGUAGE));
  gsize length = strcspn (language, "-_");

  return wish->language != NULL && strlen (wish->language) == length
                 && g_ascii_strncasecmp (language, wish->language, length) == 0
             ? 0
             : 1;
}

static gint64
get_number (CabRecord *text)
{
  gint64 number = 0;

  cab_record_get_integer (text, FIELD (VERSION_NUMBER), &number);
  return number;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  CabRecord *first = *(CabRecord *const *)a;
  CabRecord *second = *(CabRecord *const *)b;
  int order = rank_audience (data, first) - rank_audience (data, second);

  if (order == 0)
    order = rank_language (data, first) - rank_language (data, second);
  if (order == 0)
    order = strcmp (cab_record_get_text (second, FIELD (EFFECTIVE_FROM)),
                    cab_record_get_text (first, FIELD (EFFECTIVE_FROM)));
  if (order == 0)
    order = get_number (second) > get_number (first) ? 1 : -1;

  return order;
}

static char *
dup_language (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  const char *locale = settings != NULL
                           ? cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_LOCALE))
                           : NULL;

  return locale != NULL ? g_strndup (locale, strcspn (locale, "-_")) : NULL;
}

GPtrArray *
cab_policy_offer_list (CabPractice *practice, CabRecord *client, CabPurpose purpose, GError **error)
{
  const CabFilter kept = { .trashed = 0 };
  g_autofree char *today = NULL;
  g_autofree char *language = NULL;
  GPtrArray *texts;
  Wish wish;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_CLIENT (client), NULL);

  texts = cab_practice_list (practice, &cab_policy_text_kind, &kept, error);
  if (texts == NULL)
    return NULL;

  today = cab_practice_dup_today (practice);
  language = dup_language (practice);
  wish = (Wish){ .purpose = cab_purpose_codes.codes[purpose].code,
                 .today = today,
                 .language = language,
                 .is_minor = cab_client_is_minor (practice, client, today) };
  for (guint i = texts->len; i > 0; i--)
    if (!is_offered (&wish, texts->pdata[i - 1]))
      g_ptr_array_remove_index (texts, i - 1);
  g_ptr_array_sort_with_data (texts, compare, &wish);

  return texts;
}
