/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-value-domain.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* clang-format off */
static const CabField value_domain_fields[] = {
  [CAB_VALUE_DOMAIN_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Client"), .why = N_ ("To show that the value is yours."), .since = 1
  },
  [CAB_VALUE_DOMAIN_FIELD_LABEL] = {
    .name = "label", .type = CAB_FIELD_TEXT, .maximum = 80, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Name"),
    .why = N_ ("To keep in your words what matters to you in life."),
    .fhir = "Observation.code.text", .since = 1
  },
  [CAB_VALUE_DOMAIN_FIELD_POSITION] = {
    .name = "position", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = 20,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Place"), .why = N_ ("To show your values in the order you like."),
    .since = 1
  },
  [CAB_VALUE_DOMAIN_FIELD_ACTIVE] = {
    .name = "active", .type = CAB_FIELD_BOOL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("In use"),
    .why = N_ ("To know which values you still rate."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (value_domain_fields) == CAB_VALUE_DOMAIN_N_FIELDS);

/* [F-83]: ours, and neutral: no heading says what should matter. */
static const char *const headings[] = {
  N_ ("Partner and closeness"),
  N_ ("Children and family"),
  N_ ("Friends"),
  N_ ("Work and usefulness"),
  N_ ("Learning"),
  N_ ("Rest and play"),
  N_ ("Body and health"),
  N_ ("Home and surroundings"),
  N_ ("Belief or meaning"),
  N_ ("Community and nature"),
};

/* [M-45] */
#define CAB_VALUE_DOMAIN_LAST_POSITION 20

static const char sql_last[] = "SELECT ifnull(max(position), 0)\n"
                               "FROM value_domain\n"
                               "WHERE client_id = ?1 AND trashed_at IS NULL";
static const char sql_active[] = "SELECT count(*)\n"
                                 "FROM value_domain\n"
                                 "WHERE client_id = ?1 AND active = 1\n"
                                 "  AND trashed_at IS NULL AND id <> ?2";

/* A new heading is in use, after the others, unless it is said otherwise. */
static gboolean
set_up_domain (CabPractice *practice, CabRecord *domain, GError **error)
{
  gint64 last = 0;

  if (cab_record_is_stored (domain))
    return TRUE;

  if (cab_record_is_none (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE)))
    cab_record_set_bool (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE), TRUE);
  if (!cab_record_is_none (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_POSITION)))
    return TRUE;

  if (!cab_practice_ask_integer (
          practice, sql_last, "look for the last value", &last, error,
          cab_record_get_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_CLIENT_ID)), NULL))
    return FALSE;

  cab_record_set_integer (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_POSITION),
                          MIN (last + 1, CAB_VALUE_DOMAIN_LAST_POSITION));
  return TRUE;
}

static gboolean
check_domain (CabPractice *practice, CabRecord *domain, GError **error)
{
  gint64 active = 0;

  if (!cab_record_get_bool (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE))
      || !cab_record_is_none (domain, CAB_SYSTEM_TRASHED_AT))
    return TRUE;
  if (!cab_practice_ask_integer (
          practice, sql_active, "count values in use", &active, error,
          cab_record_get_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_CLIENT_ID)),
          cab_record_get_id (domain), NULL))
    return FALSE;
  if (active < CAB_VALUE_DOMAIN_MAXIMUM)
    return TRUE;

  return cab_record_set_error (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE),
                               CAB_MODEL_ERROR_HELD, error,
                               _ ("this client already has %d values in use. Put one aside first."),
                               CAB_VALUE_DOMAIN_MAXIMUM);
}

const CabKind cab_value_domain_kind = {
  .name = "value-domain",
  .plural = "value-domains",
  .table = "value_domain",
  .label = N_ ("Value"),
  .label_plural = N_ ("Values"),
  .fields = value_domain_fields,
  .n_fields = G_N_ELEMENTS (value_domain_fields),
  .owner = CAB_VALUE_DOMAIN_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .before_save = set_up_domain,
  .check = check_domain,
  .get_type = cab_value_domain_get_type,
};

CAB_DEFINE_KIND (CabValueDomain, cab_value_domain, &cab_value_domain_kind)

/* clang-format off */
static const CabField value_rating_fields[] = {
  [CAB_VALUE_RATING_FIELD_DOMAIN_ID] = {
    .name = "domain_id", .type = CAB_FIELD_REF, .target = "value-domain",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Value"),
    .why = N_ ("To know which value was rated."), .since = 1
  },
  [CAB_VALUE_RATING_FIELD_RATED_ON] = {
    .name = "rated_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Rated on"),
    .why = N_ ("To show when you rated the value, and how it changes over time."),
    .fhir = "Observation.effectiveDateTime", .since = 1
  },
  [CAB_VALUE_RATING_FIELD_IMPORTANCE] = {
    .name = "importance", .type = CAB_FIELD_INTEGER, .maximum = 10, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Importance"),
    .why = N_ ("To show how much the value matters to you."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_VALUE_RATING_FIELD_LIVED] = {
    .name = "lived", .type = CAB_FIELD_INTEGER, .maximum = 10, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Lived"),
    .why = N_ ("To show how much of the value you find in your daily life."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_VALUE_RATING_FIELD_NEXT_ACTION] = {
    .name = "next_action", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Next step"),
    .why = N_ ("To keep what you want to do next for this value."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (value_rating_fields) == CAB_VALUE_RATING_N_FIELDS);

static const char sql_rated[] = "SELECT EXISTS (\n"
                                "  SELECT 1\n"
                                "  FROM value_rating\n"
                                "  WHERE domain_id = ?1 AND rated_on = ?2\n"
                                "    AND trashed_at IS NULL AND id <> ?3)";

/* [M-46]: one for each value and day. */
static gboolean
check_only_one (CabPractice *practice, CabRecord *rating, GError **error)
{
  const guint field = CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON);
  gint64 rated = 0;

  if (!cab_record_is_none (rating, CAB_SYSTEM_TRASHED_AT))
    return TRUE;
  if (!cab_practice_ask_integer (
          practice, sql_rated, "look for a rating of the day", &rated, error,
          cab_record_get_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_DOMAIN_ID)),
          cab_record_get_text (rating, field), cab_record_get_id (rating), NULL))
    return FALSE;
  if (rated == 0)
    return TRUE;

  return cab_record_set_error (rating, (int)field, CAB_MODEL_ERROR_DUPLICATE, error,
                               _ ("this value has a rating of that day. Change that one."));
}

static gboolean
check_rating (CabPractice *practice, CabRecord *rating, GError **error)
{
  const guint field = CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON);
  g_autofree char *today = cab_practice_dup_today (practice);

  if (cab_record_is_changed (rating, field)
      && strcmp (cab_record_get_text (rating, field), today) > 0)
    return cab_record_set_error (rating, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                 _ ("this day is in the future."));

  return check_only_one (practice, rating, error);
}

static char *
describe_rating (CabRecord *rating)
{
  const char *day = cab_record_get_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON));

  return g_strdup_printf (_ ("Value rating, %s"), day == NULL ? "" : day);
}

const CabKind cab_value_rating_kind = {
  .name = "value-rating",
  .plural = "value-ratings",
  .table = "value_rating",
  .label = N_ ("Value rating"),
  .label_plural = N_ ("Value ratings"),
  .fields = value_rating_fields,
  .n_fields = G_N_ELEMENTS (value_rating_fields),
  .owner = CAB_VALUE_RATING_FIELD_DOMAIN_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .check = check_rating,
  .describe = describe_rating,
  .get_type = cab_value_rating_get_type,
};

CAB_DEFINE_KIND (CabValueRating, cab_value_rating, &cab_value_rating_kind)

static gboolean
write_headings (CabPractice *practice, gpointer data, GError **error)
{
  const char *client_id = data;
  const CabFilter filter = { .client_id = client_id, .trashed = -1 };
  gint64 n = cab_practice_count (practice, &cab_value_domain_kind, &filter, error);

  if (n < 0)
    return FALSE;
  if (n > 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autoptr (CabRecord) domain = cab_record_new (&cab_value_domain_kind);

      cab_record_set_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_CLIENT_ID), client_id);
      cab_record_set_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_LABEL),
                           g_dgettext (GETTEXT_PACKAGE, headings[i]));
      cab_record_set_integer (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_POSITION), i + 1);
      cab_record_set_bool (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE), TRUE);
      if (!cab_practice_save (practice, domain, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_value_domain_add_headings (CabPractice *practice, const char *client_id, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && client_id != NULL, FALSE);

  return cab_practice_transact (practice, "give a client the starting values", write_headings,
                                (gpointer)client_id, error);
}

int
cab_value_rating_get_gap (CabRecord *rating)
{
  gint64 importance = 0;
  gint64 lived = 0;

  g_return_val_if_fail (CAB_IS_VALUE_RATING (rating), 0);

  cab_record_get_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE), &importance);
  cab_record_get_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED), &lived);
  return (int)(importance - lived);
}
