/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-policy-text.h"

#include "cab-canonical.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-record-private.h"

#include <glib/gi18n.h>
#include <string.h>

CAB_DEFINE_CODES (cab_policy_kind_codes,
                  "policy-kind",
                  { "privacy-notice", N_ ("Privacy notice") },
                  { "consent-text", N_ ("Consent text") },
                  { "practice-terms", N_ ("Terms of the practice") },
                  { "complaint-procedure", N_ ("How to complain") });

CAB_DEFINE_CODES (cab_audience_codes,
                  "audience",
                  { "adult", N_ ("Adults") },
                  { "young-person", N_ ("Young people") },
                  { "guardian", N_ ("Parents and guardians") });

CAB_DEFINE_CODES (cab_purpose_codes,
                  "purpose",
                  { "treatment-record", N_ ("Keeping the treatment record") },
                  { "recording", N_ ("Recordings of sessions") },
                  { "transcript", N_ ("Transcripts of sessions") },
                  { "mood-share", N_ ("Mood and values shown to the clinician") },
                  { "research", N_ ("Research") },
                  { "training", N_ ("Training of others") },
                  { "quality-assurance", N_ ("Checking the quality of the work") },
                  { "service-improvement", N_ ("Improving the service") },
                  { "supervision-identified", N_ ("Supervision with the name") },
                  { "share-gp", N_ ("Sharing with the GP") },
                  { "share-professional", N_ ("Sharing with another professional") },
                  { "share-family", N_ ("Sharing with partner or family") },
                  { "share-payer", N_ ("Sharing with a payer") },
                  { "transfer", N_ ("Handing the file to another clinician") },
                  { "remote-session", N_ ("Sessions by video or phone") },
                  { "marketing", N_ ("Newsletter") },
                  { "guardian-involved", N_ ("Involving a parent or guardian") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_POLICY_TEXT_FIELD_POLICY_KIND] = {
    .name = "policy_kind", .type = CAB_FIELD_CODE, .codes = &cab_policy_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Kind"),
    .why = N_ ("To tell a privacy notice from the text of a consent."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_AUDIENCE] = {
    .name = "audience", .type = CAB_FIELD_CODE, .codes = &cab_audience_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("For"),
    .why = N_ ("To show you a text that is written for you."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_LANGUAGE] = {
    .name = "language", .type = CAB_FIELD_TEXT, .maximum = 35, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Language"),
    .why = N_ ("To show you a text in your language."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_TITLE] = {
    .name = "title", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Title"), .why = N_ ("To name the text."),
    .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_BODY] = {
    .name = "body", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Text"),
    .why = N_ ("To keep word for word what you were told or asked."),
    .fhir = "Consent.policyRule.text", .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_VERSION_NUMBER] = {
    .name = "version_number", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Version"),
    .why = N_ ("To know which version of the text you saw."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_PURPOSES] = {
    .name = "purposes", .type = CAB_FIELD_CODES, .codes = &cab_purpose_codes,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Purposes"),
    .why = N_ ("To show what the text asks your consent for."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_PUBLISHED_AT] = {
    .name = "published_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Published at"),
    .why = N_ ("To know since when the text cannot be changed."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM] = {
    .name = "effective_from", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Effective from"),
    .why = N_ ("To know from which day the text holds."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID] = {
    .name = "supersedes_id", .type = CAB_FIELD_REF, .target = "policy-text",
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Replaces"),
    .why = N_ ("To find the version that was in force before."), .since = 1
  },
  [CAB_POLICY_TEXT_FIELD_DIGEST] = {
    .name = "digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Digest"),
    .why = N_ ("To prove which words you agreed to."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_POLICY_TEXT_N_FIELDS);

static gboolean
is_sealed (CabRecord *record)
{
  return cab_record_get_loaded (record, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT))->type
         != CAB_VALUE_NONE;
}

/* Which texts follow on each other: these are alike, the purposes too. */
static const guint series[] = {
  CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
  CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE),
  CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE),
  CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES),
};

static gboolean
is_published (CabRecord *policy)
{
  return !cab_record_is_none (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT));
}

static const char *
get_beginning (CabRecord *policy)
{
  return cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM));
}

static gint64
get_number (CabRecord *policy)
{
  gint64 number = 0;

  cab_record_get_integer (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER), &number);
  return number;
}

static gboolean
is_of_series (CabRecord *policy, CabRecord *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      if (!cab_value_equal (cab_record_get_value (policy, series[i]),
                            cab_record_get_value (other, series[i])))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  CabRecord *policy;
  /* Owned: the newest published text that @policy follows */
  CabRecord *newest;
} Search;

static gboolean
consider_before (CabRecord *other, gpointer data, GError **error)
{
  Search *search = data;

  if (is_published (other) && is_of_series (search->policy, other)
      && g_strcmp0 (cab_record_get_id (other), cab_record_get_id (search->policy)) != 0
      && (search->newest == NULL || get_number (other) > get_number (search->newest)))
    g_set_object (&search->newest, other);

  return TRUE;
}

static gboolean
find_newest (CabPractice *practice, CabRecord *policy, CabRecord **newest, GError **error)
{
  Search search = { policy, NULL };
  CabFilter filter = CAB_FILTER_ALL;

  *newest = NULL;
  if (!cab_practice_each (practice, &cab_policy_text_kind, &filter, consider_before, &search,
                          error))
    {
      g_clear_object (&search.newest);
      return FALSE;
    }

  *newest = search.newest;
  return TRUE;
}

static char *
dup_digest (CabRecord *policy)
{
  static const guint read[] = {
    CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND), CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE),
    CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE),    CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE),
    CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY),        CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER),
    CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES),
  };

  return cab_canonical_dup_digest (policy, read, G_N_ELEMENTS (read));
}

/* What publishing sets comes with publishing alone, and all at once. */
static gboolean
check_published (CabRecord *policy, GError **error)
{
  const guint field = CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST);
  g_autofree char *digest = NULL;

  if (!is_published (policy))
    return cab_record_is_none (policy, field)
           || cab_record_set_error (policy, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                    _ ("a draft has no digest; publishing gives it one."));
  if (cab_record_is_none (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM)))
    return cab_record_set_error (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM),
                                 CAB_MODEL_ERROR_INVALID, error,
                                 _ ("say from which day the text holds."));

  digest = dup_digest (policy);
  return g_strcmp0 (cab_record_get_text (policy, field), digest) == 0
         || cab_record_set_error (policy, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                  _ ("this is not the digest of the text."));
}

static gboolean
check_replaced (CabPractice *practice, CabRecord *policy, GError **error)
{
  const guint field = CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID);
  const char *id = cab_record_get_text (policy, field);
  g_autoptr (CabRecord) replaced = NULL;

  if (id == NULL || !cab_record_is_changed (policy, field))
    return TRUE;
  if (g_strcmp0 (id, cab_record_get_id (policy)) == 0)
    return cab_record_set_error (policy, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                 _ ("a text cannot replace itself."));

  replaced = cab_practice_load (practice, &cab_policy_text_kind, id, error);
  if (replaced == NULL)
    return FALSE;
  if (!is_published (replaced))
    return cab_record_set_error (policy, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                 _ ("only a published text can be replaced."));
  if (get_number (policy) > get_number (replaced))
    return TRUE;

  return cab_record_set_error (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER),
                               CAB_MODEL_ERROR_INVALID, error,
                               _ ("version %d is not above version %d, which it replaces."),
                               (int)get_number (policy), (int)get_number (replaced));
}

static gboolean
check (CabPractice *practice, CabRecord *policy, GError **error)
{
  if (cab_record_get_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND))
          == CAB_POLICY_KIND_CONSENT_TEXT
      && cab_record_is_none (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES)))
    return cab_record_set_error (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES),
                                 CAB_MODEL_ERROR_INVALID, error,
                                 _ ("say what the text asks consent for."));

  return check_published (policy, error) && check_replaced (practice, policy, error);
}

static gboolean
check_trash (CabPractice *practice, CabRecord *policy, GError **error)
{
  if (!is_sealed (policy))
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE,
                       g_dgettext (GETTEXT_PACKAGE, cab_policy_text_kind.trash_refusal));
  return FALSE;
}

/* A new draft is the next version of its series. */
static gboolean
before_save (CabPractice *practice, CabRecord *policy, GError **error)
{
  g_autoptr (CabRecord) newest = NULL;

  if (cab_record_is_stored (policy)
      || !cab_record_is_none (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER)))
    return TRUE;
  if (!find_newest (practice, policy, &newest, error))
    return FALSE;

  cab_record_set_integer (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER),
                          newest == NULL ? 1 : get_number (newest) + 1);
  return TRUE;
}

static char *
describe (CabRecord *policy)
{
  const char *title = cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE));

  if (title == NULL)
    return g_strdup (_ ("Policy text"));

  return g_strdup_printf (_ ("%s, version %d"), title, (int)get_number (policy));
}

const CabKind cab_policy_text_kind = {
  .name = "policy-text",
  .plural = "policy-texts",
  .table = "policy_text",
  .label = N_ ("Policy text"),
  .label_plural = N_ ("Policy texts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("A published text cannot be deleted. Publish a newer version instead."),
  .mutability = CAB_IMMUTABLE_BY_RULE,
  .check = check,
  .check_trash = check_trash,
  .is_sealed = is_sealed,
  .before_save = before_save,
  .describe = describe,
  .get_type = cab_policy_text_get_type,
};

CAB_DEFINE_KIND (CabPolicyText, cab_policy_text, &cab_policy_text_kind)

static gboolean
publish (CabPractice *practice, gpointer data, GError **error)
{
  CabRecord *policy = data;
  g_autofree char *now = cab_practice_dup_now (practice);
  g_autofree char *digest = NULL;
  g_autoptr (CabRecord) newest = NULL;

  if (!cab_practice_save (practice, policy, error)
      || !find_newest (practice, policy, &newest, error))
    return FALSE;

  if (newest != NULL && cab_record_is_none (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID)))
    cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID),
                         cab_record_get_id (newest));
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT), now);
  digest = dup_digest (policy);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST), digest);

  return cab_practice_save (practice, policy, error);
}

gboolean
cab_policy_text_publish (CabPractice *practice,
                         CabRecord *policy,
                         const char *effective_from,
                         GError **error)
{
  g_autofree char *today = NULL;
  g_autoptr (CabRecord) copy = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_POLICY_TEXT (policy), FALSE);

  if (is_published (policy))
    return cab_record_set_error (policy, -1, CAB_MODEL_ERROR_IMMUTABLE, error,
                                 _ ("it is published already."));
  if (!cab_record_is_none (policy, CAB_SYSTEM_TRASHED_AT))
    return cab_record_set_error (policy, -1, CAB_MODEL_ERROR_HELD, error,
                                 _ ("it lies in the trash. Restore it first."));

  today = cab_practice_dup_today (practice);
  copy = cab_record_dup (policy);
  if (effective_from == NULL)
    effective_from = get_beginning (copy);
  cab_record_set_text (copy, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM),
                       effective_from != NULL ? effective_from : today);
  if (!cab_practice_transact (practice, "publish a policy text", publish, copy, error))
    return FALSE;

  cab_record_adopt (policy, copy);
  return TRUE;
}

static gboolean
consider_draft (CabRecord *other, gpointer data, GError **error)
{
  Search *search = data;

  if (!is_published (other) && is_of_series (search->policy, other))
    g_set_object (&search->newest, other);

  return TRUE;
}

CabRecord *
cab_policy_text_revise (CabPractice *practice, CabRecord *policy, GError **error)
{
  static const guint words[]
      = { CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY) };
  const CabFilter kept = { .trashed = 0 };
  g_autoptr (CabRecord) draft = NULL;
  Search search = { policy, NULL };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_POLICY_TEXT (policy), NULL);

  if (!is_published (policy))
    {
      cab_record_set_error (policy, -1, CAB_MODEL_ERROR_INVALID, error,
                            _ ("it is a draft, and can be changed as it is."));
      return NULL;
    }

  if (!cab_practice_each (practice, &cab_policy_text_kind, &kept, consider_draft, &search, error))
    {
      g_clear_object (&search.newest);
      return NULL;
    }
  if (search.newest != NULL)
    return search.newest;

  draft = cab_record_new (&cab_policy_text_kind);
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    cab_record_set_value (draft, series[i], cab_record_get_value (policy, series[i]));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    cab_record_set_text (draft, words[i], cab_record_get_text (policy, words[i]));

  return cab_practice_save (practice, draft, error) ? g_steal_pointer (&draft) : NULL;
}

typedef struct
{
  CabPolicyKind kind;
  gboolean found;
} Sought;

static gboolean
consider_published (CabRecord *policy, gpointer data, GError **error)
{
  Sought *sought = data;

  sought->found = sought->found
                  || (is_published (policy)
                      && cab_record_get_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND))
                             == (int)sought->kind);

  return TRUE;
}

gboolean
cab_policy_text_has_published (CabPractice *practice,
                               CabPolicyKind kind,
                               gboolean *found,
                               GError **error)
{
  const CabFilter filter = CAB_FILTER_ALL;
  Sought sought = { kind, FALSE };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && found != NULL, FALSE);

  if (!cab_practice_each (practice, &cab_policy_text_kind, &filter, consider_published, &sought,
                          error))
    return FALSE;

  *found = sought.found;
  return TRUE;
}

typedef struct
{
  CabPolicyKind kind;
  CabAudience audience;
  const char *language;
  const char *purpose;
  const char *on;
  /* Owned */
  CabRecord *found;
} Current;

static gboolean
is_wanted (const Current *current, CabRecord *policy)
{
  return is_published (policy)
         && cab_record_get_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND))
                == (int)current->kind
         && cab_record_get_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE))
                == (int)current->audience
         && g_strcmp0 (cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE)),
                       current->language)
                == 0
         && (current->purpose == NULL
             || cab_record_has_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES),
                                     current->purpose))
         && strcmp (get_beginning (policy), current->on) <= 0;
}

static gboolean
consider_current (CabRecord *policy, gpointer data, GError **error)
{
  Current *current = data;
  int order;

  if (!is_wanted (current, policy))
    return TRUE;

  order = current->found == NULL ? 1
                                 : strcmp (get_beginning (policy), get_beginning (current->found));
  if (order > 0 || (order == 0 && get_number (policy) > get_number (current->found)))
    g_set_object (&current->found, policy);

  return TRUE;
}

gboolean
cab_policy_text_find_current (CabPractice *practice,
                              CabPolicyKind kind,
                              CabAudience audience,
                              const char *language,
                              const char *purpose,
                              const char *on,
                              CabRecord **policy,
                              GError **error)
{
  Current current = { kind, audience, language, purpose, on, NULL };
  CabFilter filter = CAB_FILTER_ALL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && policy != NULL, FALSE);
  g_return_val_if_fail (language != NULL && on != NULL, FALSE);

  *policy = NULL;
  if (!cab_practice_each (practice, &cab_policy_text_kind, &filter, consider_current, &current,
                          error))
    {
      g_clear_object (&current.found);
      return FALSE;
    }

  *policy = current.found;
  return TRUE;
}
