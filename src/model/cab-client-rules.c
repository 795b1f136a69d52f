/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-private.h"

#include "cab-age.h"
#include "cab-consent-gate.h"
#include "cab-model-error.h"
#include "cab-practice.h"
#include "cab-reach-private.h"
#include "cab-signature.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

/* Row: the status as it is; column: the status to be. To stay is no move. */
static const gboolean moves[][6] = {
  [CAB_CLIENT_STATUS_ENQUIRY] = { [CAB_CLIENT_STATUS_WAITING] = TRUE,
                                  [CAB_CLIENT_STATUS_ACTIVE] = TRUE,
                                  [CAB_CLIENT_STATUS_ARCHIVED] = TRUE },
  [CAB_CLIENT_STATUS_WAITING]
  = { [CAB_CLIENT_STATUS_ACTIVE] = TRUE, [CAB_CLIENT_STATUS_ARCHIVED] = TRUE },
  [CAB_CLIENT_STATUS_ACTIVE]
  = { [CAB_CLIENT_STATUS_PAUSED] = TRUE, [CAB_CLIENT_STATUS_DISCHARGED] = TRUE },
  [CAB_CLIENT_STATUS_PAUSED]
  = { [CAB_CLIENT_STATUS_ACTIVE] = TRUE, [CAB_CLIENT_STATUS_DISCHARGED] = TRUE },
  [CAB_CLIENT_STATUS_DISCHARGED]
  = { [CAB_CLIENT_STATUS_ACTIVE] = TRUE, [CAB_CLIENT_STATUS_ARCHIVED] = TRUE },
  [CAB_CLIENT_STATUS_ARCHIVED] = { [CAB_CLIENT_STATUS_ACTIVE] = TRUE },
};

gboolean
cab_client_may_become (CabClientStatus from, CabClientStatus to)
{
  g_return_val_if_fail ((guint)from < G_N_ELEMENTS (moves), FALSE);
  g_return_val_if_fail ((guint)to < G_N_ELEMENTS (moves), FALSE);

  return from == to || moves[from][to];
}

static int
get_loaded_code (CabRecord *record, guint field)
{
  const CabValue *loaded = cab_record_get_loaded (record, field);
  const CabField *row = cab_kind_get_field (cab_record_get_kind (record), field);

  return loaded->type == CAB_VALUE_TEXT ? cab_codes_find (row->codes, loaded->text) : -1;
}

static gboolean
was_restricted (CabRecord *record)
{
  const CabValue *loaded = cab_record_get_loaded (record, OWN (RESTRICTED));

  return loaded->type == CAB_VALUE_INTEGER && loaded->integer == 1;
}

static void
set_default (CabRecord *record, guint field, const char *text)
{
  if (cab_record_is_none (record, field))
    cab_record_set_text (record, field, text);
}

/* A date that follows from a move is set unless the person has set it. */
static void
set_consequence (CabRecord *record, guint field, const char *text)
{
  if (!cab_record_is_changed (record, field))
    cab_record_set_text (record, field, text);
}

static void
follow_status (CabRecord *record, const char *today)
{
  set_consequence (record, OWN (STATUS_SINCE), today);

  switch ((CabClientStatus)cab_record_get_code (record, OWN (STATUS)))
    {
    case CAB_CLIENT_STATUS_WAITING:
      set_default (record, OWN (WAITING_SINCE), cab_record_get_text (record, OWN (STATUS_SINCE)));
      break;
    case CAB_CLIENT_STATUS_ACTIVE:
      set_default (record, OWN (STARTED_ON), cab_record_get_text (record, OWN (STATUS_SINCE)));
      /* Work that goes on has not ended; the log keeps when it had. */
      set_consequence (record, OWN (ENDED_ON), NULL);
      set_consequence (record, OWN (END_REASON), NULL);
      break;
    case CAB_CLIENT_STATUS_ENQUIRY:
    case CAB_CLIENT_STATUS_PAUSED:
    case CAB_CLIENT_STATUS_DISCHARGED:
    case CAB_CLIENT_STATUS_ARCHIVED:
      break;
    }
}

/* What a new client is unless something else is said. One that is known has all
 * of it already, and clearing it is refused instead of filled in again. */
static void
set_up_new (CabPractice *practice, CabRecord *record)
{
  static const guint permissions[] = {
    OWN (ALLOW_EMAIL),     OWN (ALLOW_TEXT),   OWN (ALLOW_PHONE),
    OWN (ALLOW_VOICEMAIL), OWN (ALLOW_LETTER),
  };

  set_default (record, OWN (CLIENT_KIND), "person");
  set_default (record, OWN (STATUS), "enquiry");
  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    set_default (record, permissions[i], "not-asked");

  if (cab_record_is_none (record, OWN (REFERENCE)))
    {
      g_autofree char *reference = cab_client_dup_new_reference (practice);

      cab_record_set_text (record, OWN (REFERENCE), reference);
    }
}

gboolean
cab_client_before_save (CabPractice *practice, CabRecord *record, GError **error)
{
  g_autofree char *today = cab_practice_dup_today (practice);

  if (!cab_record_is_stored (record))
    set_up_new (practice, record);
  if (cab_record_is_changed (record, OWN (STATUS)))
    follow_status (record, today);

  if (cab_record_get_bool (record, OWN (RESTRICTED)))
    {
      set_default (record, OWN (RESTRICTED_ON), today);
    }
  else if (was_restricted (record))
    {
      set_consequence (record, OWN (RESTRICTED_ON), NULL);
      set_consequence (record, OWN (RESTRICTION_GROUND), NULL);
    }

  return TRUE;
}

static gboolean
check_reach (CabRecord *record, GError **error)
{
  return cab_reach_check_country (record, OWN (COUNTRY), error)
         && cab_reach_check_phone (record, OWN (PHONE), error)
         && cab_reach_check_phone (record, OWN (PHONE_2), error)
         && cab_reach_check_email (record, OWN (EMAIL), error);
}

/* [M-16]: what was declined has no value. [M-62]: a joint file has members, and
 * what describes a person stands in theirs. */
static gboolean
check_demographics (CabRecord *record, GError **error)
{
  gboolean joint = cab_record_get_code (record, OWN (CLIENT_KIND)) != CAB_CLIENT_KIND_PERSON;

  for (gsize i = 0; i < cab_declined_codes.n_codes; i++)
    {
      const char *name = cab_declined_codes.codes[i].code;
      int field = cab_kind_find_field (&cab_client_kind, name);

      g_assert (field >= 0);
      if (cab_record_is_none (record, (guint)field))
        continue;
      if (cab_record_has_code (record, OWN (DECLINED), name))
        return cab_record_set_error (record, field, CAB_MODEL_ERROR_INVALID, error,
                                     _ ("this is marked as declined and cannot have a value too."));
      if (joint)
        return cab_record_set_error (record, field, CAB_MODEL_ERROR_INVALID, error,
                                     _ ("a joint file describes no one person."));
    }

  return TRUE;
}

/* Whether any record but the client's own row leads to the client. */
static gboolean
has_records (CabPractice *practice, const char *client_id, gboolean *has, GError **error)
{
  CabFilter filter = CAB_FILTER_ALL;

  *has = FALSE;
  filter.client_id = client_id;
  for (guint i = 0; cab_kinds[i] != NULL && !*has; i++)
    {
      const CabKind *kind = cab_kinds[i];
      gint64 n;

      if (kind->owner == CAB_NO_OWNER
          || g_strcmp0 (kind->fields[kind->owner].target, "client") != 0)
        continue;
      n = cab_practice_count (practice, kind, &filter, error);
      if (n < 0)
        return FALSE;
      *has = n > 0;
    }

  return TRUE;
}

static gboolean
check_client_kind (CabPractice *practice, CabRecord *record, GError **error)
{
  gboolean fixed = FALSE;

  if (!cab_record_is_stored (record) || !cab_record_is_changed (record, OWN (CLIENT_KIND)))
    return TRUE;
  if (!has_records (practice, cab_record_get_id (record), &fixed, error))
    return FALSE;

  return !fixed
         || cab_record_set_error (record, OWN (CLIENT_KIND), CAB_MODEL_ERROR_HELD, error,
                                  _ ("this is fixed once the file holds a record."));
}

static gboolean
refuse_after (CabRecord *record, guint field, const char *today, GError **error)
{
  g_autofree char *first = NULL;

  if (cab_record_is_none (record, field))
    return TRUE;

  first = cab_when_dup_first_day (cab_record_get_text (record, field));
  return strcmp (first, today) <= 0
         || cab_record_set_error (record, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                  _ ("%s is after today."), cab_record_get_text (record, field));
}

/* [M-13] */
static gboolean
check_life (CabRecord *record, const char *today, GError **error)
{
  const char *birth = cab_record_get_text (record, OWN (DATE_OF_BIRTH));
  const char *death = cab_record_get_text (record, OWN (DIED_ON));
  g_autofree char *born = NULL;
  g_autofree char *died = NULL;

  if (!refuse_after (record, OWN (DATE_OF_BIRTH), today, error)
      || !refuse_after (record, OWN (DIED_ON), today, error))
    return FALSE;
  if (birth == NULL)
    return TRUE;

  died = death == NULL ? NULL : cab_when_dup_last_day (death);
  born = cab_when_dup_first_day (birth);
  if (died != NULL && strcmp (died, born) < 0)
    return cab_record_set_error (record, OWN (DIED_ON), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("%s is before the date of birth."), death);
  if (cab_age_get_years (birth, died == NULL || strcmp (today, died) < 0 ? today : died)
      > CAB_AGE_MAXIMUM)
    return cab_record_set_error (record, OWN (DATE_OF_BIRTH), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("%s would make an age of more than %d years."), birth,
                                 CAB_AGE_MAXIMUM);

  return TRUE;
}

static gboolean
check_quiet (CabRecord *record, GError **error)
{
  gboolean from = !cab_record_is_none (record, OWN (QUIET_FROM));
  gboolean to = !cab_record_is_none (record, OWN (QUIET_TO));

  return from == to
         || cab_record_set_error (record, from ? OWN (QUIET_TO) : OWN (QUIET_FROM),
                                  CAB_MODEL_ERROR_INVALID, error,
                                  _ ("quiet hours need both times or none."));
}

static gboolean
check_move (CabRecord *record, GError **error)
{
  int from = get_loaded_code (record, OWN (STATUS));
  int to = cab_record_get_code (record, OWN (STATUS));

  if (from < 0 || cab_client_may_become ((CabClientStatus)from, (CabClientStatus)to))
    return TRUE;

  return cab_record_set_error (
      record, OWN (STATUS), CAB_MODEL_ERROR_INVALID, error, _ ("“%s” cannot follow “%s”."),
      g_dgettext (GETTEXT_PACKAGE, cab_client_status_codes.codes[to].label),
      g_dgettext (GETTEXT_PACKAGE, cab_client_status_codes.codes[from].label));
}

/* [M-95]: no work begins without consent or another recorded basis. */
static gboolean
check_gate (CabPractice *practice, CabRecord *record, GError **error)
{
  if (cab_record_get_code (record, OWN (STATUS)) != CAB_CLIENT_STATUS_ACTIVE
      || get_loaded_code (record, OWN (STATUS)) == CAB_CLIENT_STATUS_ACTIVE)
    return TRUE;

  return cab_gate_check (practice, record, CAB_GATE_ACTIVATE, NULL, error);
}

static gboolean
check_end (CabRecord *record, GError **error)
{
  const char *started = cab_record_get_text (record, OWN (STARTED_ON));
  const char *ended = cab_record_get_text (record, OWN (ENDED_ON));

  if (cab_record_get_code (record, OWN (STATUS)) == CAB_CLIENT_STATUS_DISCHARGED)
    {
      if (ended == NULL)
        return cab_record_set_error (record, OWN (ENDED_ON), CAB_MODEL_ERROR_INVALID, error,
                                     _ ("a discharged client needs the date of the end."));
      if (cab_record_is_none (record, OWN (END_REASON)))
        return cab_record_set_error (record, OWN (END_REASON), CAB_MODEL_ERROR_INVALID, error,
                                     _ ("a discharged client needs the reason of the end."));
    }
  if (started != NULL && ended != NULL && strcmp (ended, started) < 0)
    return cab_record_set_error (record, OWN (ENDED_ON), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("%s is before the start on %s."), ended, started);

  return TRUE;
}

/* [M-19], GDPR Art 18(3) */
static gboolean
check_restriction (CabRecord *record, GError **error)
{
  if (cab_record_get_bool (record, OWN (RESTRICTED)))
    {
      return !cab_record_is_none (record, OWN (RESTRICTION_GROUND))
             || cab_record_set_error (record, OWN (RESTRICTION_GROUND), CAB_MODEL_ERROR_INVALID,
                                      error, _ ("say why the record is restricted."));
    }
  if (was_restricted (record)
      && (cab_record_is_none (record, OWN (RESTRICTION_NOTE))
          || !cab_record_is_changed (record, OWN (RESTRICTION_NOTE))))
    return cab_record_set_error (record, OWN (RESTRICTION_NOTE), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("say why the restriction is lifted, and that the person was "
                                    "told first."));

  return TRUE;
}

gboolean
cab_client_check (CabPractice *practice, CabRecord *record, GError **error)
{
  g_autofree char *today = cab_practice_dup_today (practice);

  return check_reach (record, error) && check_demographics (record, error)
         && check_client_kind (practice, record, error) && check_life (record, today, error)
         && check_quiet (record, error) && check_move (record, error) && check_end (record, error)
         && check_restriction (record, error) && check_gate (practice, record, error);
}

/* A signed note is kept: its client cannot just be thrown away [M-32]. */
gboolean
cab_client_check_trash (CabPractice *practice, CabRecord *record, GError **error)
{
  CabFilter filter = CAB_FILTER_ALL;
  gint64 n;

  filter.client_id = cab_record_get_id (record);
  n = cab_practice_count (practice, &cab_signature_kind, &filter, error);
  if (n < 0)
    return FALSE;

  if (n == 0)
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD,
                       g_dgettext (GETTEXT_PACKAGE, cab_client_kind.trash_refusal));
  return FALSE;
}
