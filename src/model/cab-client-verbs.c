/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-private.h"

#include "cab-age.h"
#include "cab-model-error.h"
#include "cab-practice-settings.h"
#include "cab-practice.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

/* Crockford's digits: no I, L, O or U, so that a reference survives being read
 * out and written down. */
static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define REFERENCE_DIGITS 5

static char *
dup_random_reference (CabIds *ids)
{
  GString *reference = g_string_new ("C-");

  for (int i = 0; i < REFERENCE_DIGITS; i++)
    g_string_append_c (reference, crockford[cab_ids_get_uniform (ids, strlen (crockford))]);

  return g_string_free (reference, FALSE);
}

char *
cab_client_dup_new_reference (CabPractice *practice)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  for (;;)
    {
      g_autofree char *reference
          = dup_random_reference (cab_vault_get_ids (cab_practice_get_vault (practice)));
      CabFilter filter = CAB_FILTER_ALL;

      filter.field = OWN (REFERENCE);
      filter.equals = reference;
      /* A count that fails is met again, with its error, by the save. */
      if (cab_practice_count (practice, &cab_client_kind, &filter, NULL) <= 0)
        return g_steal_pointer (&reference);
    }
}

char *
cab_client_join_name (const char *preferred,
                      const char *given,
                      const char *family,
                      const char *reference)
{
  if (preferred != NULL)
    return g_strdup (preferred);
  if (given != NULL && family != NULL)
    return g_strconcat (given, " ", family, NULL);
  if (given != NULL || family != NULL)
    return g_strdup (given != NULL ? given : family);

  return g_strdup (reference);
}

char *
cab_client_dup_shown_name (CabRecord *client)
{
  g_return_val_if_fail (CAB_IS_CLIENT (client), NULL);

  return cab_client_join_name (cab_record_get_text (client, OWN (PREFERRED_NAME)),
                               cab_record_get_text (client, OWN (GIVEN_NAME)),
                               cab_record_get_text (client, OWN (FAMILY_NAME)),
                               cab_record_get_text (client, OWN (REFERENCE)));
}

gboolean
cab_client_is_minor (CabPractice *practice, CabRecord *client, const char *on)
{
  const char *birth;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_CLIENT (client), FALSE);
  g_return_val_if_fail (on != NULL, FALSE);

  birth = cab_record_get_text (client, OWN (DATE_OF_BIRTH));
  return birth != NULL
         && cab_age_is_below (birth, cab_practice_settings_get_adult_age (practice), on);
}

static gboolean
is_between (const char *time, const char *from, const char *to)
{
  if (strcmp (from, to) < 0)
    return strcmp (from, time) <= 0 && strcmp (time, to) < 0;

  /* Over midnight; the same time twice is the whole day. */
  return strcmp (from, time) <= 0 || strcmp (time, to) < 0;
}

static const char *
get_weekday (const char *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  g_return_val_if_fail (g_date_valid (&day), NULL);

  return cab_weekday_codes.codes[g_date_get_weekday (&day) - G_DATE_MONDAY].code;
}

gboolean
cab_client_is_quiet (CabRecord *client, const char *local)
{
  g_autofree char *date = NULL;
  const char *from, *to;

  g_return_val_if_fail (CAB_IS_CLIENT (client), FALSE);
  g_return_val_if_fail (local != NULL && cab_when_is_local (local), FALSE);

  date = g_strndup (local, strlen ("2026-03-02"));
  if (cab_record_has_code (client, OWN (QUIET_DAYS), get_weekday (date)))
    return TRUE;

  from = cab_record_get_text (client, OWN (QUIET_FROM));
  to = cab_record_get_text (client, OWN (QUIET_TO));
  return from != NULL && to != NULL && is_between (local + strlen ("2026-03-02T"), from, to);
}

gboolean
cab_client_restrict (CabPractice *practice,
                     CabRecord *client,
                     CabRestrictionGround ground,
                     const char *note,
                     GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_CLIENT (client), FALSE);

  cab_record_set_bool (client, OWN (RESTRICTED), TRUE);
  cab_record_set_code (client, OWN (RESTRICTION_GROUND), (int)ground);
  cab_record_set_text (client, OWN (RESTRICTION_NOTE), note);

  return cab_practice_save (practice, client, error);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

gboolean
cab_client_lift_restriction (CabPractice *practice,
                             CabRecord *client,
                             const char *reason,
                             const char *told,
                             GError **error)
{
  g_autofree char *today = NULL;
  g_autofree char *line = NULL;
  g_autofree char *note = NULL;
  const char *before;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_CLIENT (client), FALSE);

  if (is_blank (reason) || is_blank (told))
    return cab_record_set_error (client, OWN (RESTRICTION_NOTE), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("say why the restriction is lifted, and that the person was "
                                    "told first."));

  today = cab_practice_dup_today (practice);
  /* Translators: a date, the reason, and how the person was told. */
  line = g_strdup_printf (_ ("%s: lifted because: %s. The person was told first: %s."), today,
                          reason, told);
  before = cab_record_get_text (client, OWN (RESTRICTION_NOTE));
  note = before == NULL ? g_strdup (line) : g_strconcat (before, "\n", line, NULL);
  cab_record_set_text (client, OWN (RESTRICTION_NOTE), note);
  cab_record_set_bool (client, OWN (RESTRICTED), FALSE);

  return cab_practice_save (practice, client, error);
}
