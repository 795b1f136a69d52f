/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-item.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "cab-format.h"

struct _CabConsentStep
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *detail;
  char *text;
};

struct _CabConsentItem
{
  GObject parent_instance;

  /* Owned */
  char *sentence;
  GListStore *history;

  /* State */
  CabPurpose purpose;
  CabConsentState state;
};

G_DEFINE_FINAL_TYPE (CabConsentStep, cab_consent_step, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (CabConsentItem, cab_consent_item, G_TYPE_OBJECT)

enum
{
  STEP_TITLE = 1,
  STEP_DETAIL,
  STEP_TEXT,
  N_STEP_PROPS
};

enum
{
  ITEM_TITLE = 1,
  ITEM_SENTENCE,
  ITEM_HISTORY,
  N_ITEM_PROPS
};

static GParamSpec *step_properties[N_STEP_PROPS];
static GParamSpec *item_properties[N_ITEM_PROPS];

CabPurpose
cab_consent_item_get_purpose (CabConsentItem *self)
{
  g_return_val_if_fail (CAB_IS_CONSENT_ITEM (self), CAB_PURPOSE_TREATMENT_RECORD);

  return self->purpose;
}

CabConsentState
cab_consent_item_get_state (CabConsentItem *self)
{
  g_return_val_if_fail (CAB_IS_CONSENT_ITEM (self), CAB_CONSENT_STATE_NEVER_ASKED);

  return self->state;
}

const char *
cab_consent_item_get_title (CabConsentItem *self)
{
  g_return_val_if_fail (CAB_IS_CONSENT_ITEM (self), NULL);

  return _ (cab_purpose_codes.codes[self->purpose].label);
}

static const char *
get_event_text (CabRecord *event, CabConsentEventField field)
{
  return cab_record_get_text (event, CAB_OWN (field));
}

/* [W-96] The state in words for one day, with the day that matters for it. */
static char *
dup_sentence (CabConsentState state, CabRecord *event)
{
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  if (event != NULL)
    {
      since = cab_format_date (get_event_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON));
      until = cab_format_date (get_event_text (event, CAB_CONSENT_EVENT_FIELD_EXPIRES_ON));
    }

  switch (state)
    {
    case CAB_CONSENT_STATE_ACTIVE:
      if (*until == '\0')
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("Active since %s"), since);
      /* Translators: two dates */
      return g_strdup_printf (_ ("Active since %1$s, ends %2$s"), since, until);
    case CAB_CONSENT_STATE_REFUSED:
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Refused on %s"), since);
    case CAB_CONSENT_STATE_WITHDRAWN:
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Withdrawn on %s"), since);
    case CAB_CONSENT_STATE_EXPIRED:
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Expired on %s"), until);
    case CAB_CONSENT_STATE_NEVER_ASKED:
      break;
    }

  return g_strdup (_ ("Never asked"));
}

static char *
dup_step_title (CabRecord *event)
{
  g_autofree char *day
      = cab_format_date (get_event_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON));

  switch ((CabConsentAct)cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT)))
    {
    case CAB_CONSENT_ACT_GRANT:
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Granted on %s"), day);
    case CAB_CONSENT_ACT_REFUSE:
      return g_strdup_printf (_ ("Refused on %s"), day);
    case CAB_CONSENT_ACT_WITHDRAW:
      return g_strdup_printf (_ ("Withdrawn on %s"), day);
    case CAB_CONSENT_ACT_RENEW:
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Renewed on %s"), day);
    }

  return g_steal_pointer (&day);
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
append_code (GString *line, CabRecord *event, CabConsentEventField field, const CabCodes *codes)
{
  const char *code = get_event_text (event, field);

  if (code != NULL)
    append_part (line, _ (cab_codes_get_label (codes, code)));
}

static char *
dup_step_detail (CabRecord *event, CabRecord *policy)
{
  GString *line = g_string_new (NULL);
  gint64 version = 0;

  append_code (line, event, CAB_CONSENT_EVENT_FIELD_GIVEN_BY, &cab_given_by_codes);
  append_code (line, event, CAB_CONSENT_EVENT_FIELD_HOW, &cab_consent_how_codes);
  append_part (line, get_event_text (event, CAB_CONSENT_EVENT_FIELD_WITNESS));
  if (policy != NULL
      && cab_record_get_integer (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER), &version))
    {
      /* Translators: the number of a version of a text */
      g_autofree char *part = g_strdup_printf (_ ("version %d"), (int)version);

      append_part (line, part);
    }
  append_part (line, get_event_text (event, CAB_CONSENT_EVENT_FIELD_EVENT_NOTE));

  return g_string_free (line, FALSE);
}

static char *
dup_step_text (CabRecord *event, CabRecord *policy)
{
  if (policy == NULL)
    return g_strdup ("");

  return g_strdup_printf ("%s\n\n%s\n\nSHA-512 %s",
                          cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE)),
                          cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY)),
                          get_event_text (event, CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST));
}

static gboolean
append_step (CabConsentItem *self, CabPractice *practice, CabRecord *event, GError **error)
{
  const char *policy_id = get_event_text (event, CAB_CONSENT_EVENT_FIELD_POLICY_ID);
  g_autoptr (CabConsentStep) step = NULL;
  g_autoptr (CabRecord) policy = NULL;

  if (policy_id != NULL)
    {
      policy = cab_practice_load (practice, &cab_policy_text_kind, policy_id, error);
      if (policy == NULL)
        return FALSE;
    }

  step = g_object_new (CAB_TYPE_CONSENT_STEP, NULL);
  step->title = dup_step_title (event);
  step->detail = dup_step_detail (event, policy);
  step->text = dup_step_text (event, policy);
  g_list_store_insert (self->history, 0, step);

  return TRUE;
}

CabConsentItem *
cab_consent_item_read (CabPractice *practice,
                       const char *client_id,
                       CabPurpose purpose,
                       const char *on,
                       GError **error)
{
  g_autoptr (GPtrArray) events = cab_consent_list_events (practice, client_id, purpose, error);
  g_autoptr (CabConsentItem) self = NULL;
  CabRecord *deciding = NULL;

  if (events == NULL)
    return NULL;

  self = g_object_new (CAB_TYPE_CONSENT_ITEM, NULL);
  self->purpose = purpose;
  self->state = cab_consent_compute_state (events, on, &deciding);
  self->sentence = dup_sentence (self->state, deciding);
  for (guint i = 0; i < events->len; i++)
    if (!append_step (self, practice, events->pdata[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

static void
cab_consent_step_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabConsentStep *self = CAB_CONSENT_STEP (object);

  g_value_set_string (value, prop_id == STEP_TITLE    ? self->title
                             : prop_id == STEP_DETAIL ? self->detail
                                                      : self->text);
}

static void
cab_consent_step_finalize (GObject *object)
{
  CabConsentStep *self = CAB_CONSENT_STEP (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->text);

  G_OBJECT_CLASS (cab_consent_step_parent_class)->finalize (object);
}

static void
cab_consent_step_class_init (CabConsentStepClass *klass)
{
  static const char *const names[N_STEP_PROPS] = { NULL, "title", "detail", "text" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_consent_step_get_property;
  object_class->finalize = cab_consent_step_finalize;
  for (guint i = STEP_TITLE; i < N_STEP_PROPS; i++)
    step_properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_STEP_PROPS, step_properties);
}

static void
cab_consent_step_init (CabConsentStep *self)
{
}

static void
cab_consent_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabConsentItem *self = CAB_CONSENT_ITEM (object);

  switch (prop_id)
    {
    case ITEM_TITLE:
      g_value_set_string (value, cab_consent_item_get_title (self));
      break;
    case ITEM_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case ITEM_HISTORY:
      g_value_set_object (value, self->history);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_consent_item_finalize (GObject *object)
{
  CabConsentItem *self = CAB_CONSENT_ITEM (object);

  g_free (self->sentence);
  g_object_unref (self->history);

  G_OBJECT_CLASS (cab_consent_item_parent_class)->finalize (object);
}

static void
cab_consent_item_class_init (CabConsentItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_consent_item_get_property;
  object_class->finalize = cab_consent_item_finalize;
  item_properties[ITEM_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[ITEM_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[ITEM_HISTORY] = g_param_spec_object ("history", NULL, NULL, G_TYPE_LIST_MODEL,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_ITEM_PROPS, item_properties);
}

static void
cab_consent_item_init (CabConsentItem *self)
{
  self->history = g_list_store_new (CAB_TYPE_CONSENT_STEP);
}
