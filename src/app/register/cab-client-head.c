/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-client-head.h"

#include <glib/gi18n.h>

#include "cab-age.h"
#include "cab-client-contact.h"
#include "cab-client-name.h"
#include "cab-client.h"
#include "cab-consent.h"
#include "cab-format.h"

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

void
cab_client_head_free (CabClientHead *self)
{
  g_clear_object (&self->client);
  g_free (self->name);
  g_free (self->facts);
  g_free (self->consent);
  g_free (self->warning);
  g_free (self);
}

static char *
dup_age (CabRecord *client, const char *today)
{
  const char *birth = cab_record_get_text (client, OWN (DATE_OF_BIRTH));
  int years;

  if (birth == NULL)
    return NULL;

  years = cab_age_get_years (birth, today);
  /* Translators: the age of a person */
  return g_strdup_printf (ngettext ("%d year", "%d years", (gulong)years), years);
}

static void
append (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static char *
dup_facts (CabPractice *practice, CabRecord *client, gboolean is_discreet)
{
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autofree char *age = dup_age (client, today);
  g_autoptr (GString) line = g_string_new (NULL);
  int status = cab_record_get_code (client, OWN (STATUS));

  /* The reference is the title then; pronouns and age are sensitive [M-4]. */
  if (!is_discreet)
    {
      append (line, cab_record_get_text (client, OWN (REFERENCE)));
      append (line, cab_record_get_text (client, OWN (PRONOUNS)));
      append (line, age);
    }
  if (cab_client_is_minor (practice, client, today))
    append (line, _ ("Under age"));
  if (status >= 0)
    append (line, _ (cab_client_status_codes.codes[status].label));

  return g_strdup (line->str);
}

/* How many consents are active, and the day on which the first of them ends. */
static gboolean
count_consents (CabPractice *practice,
                const char *id,
                guint *n_active,
                char **first_end,
                GError **error)
{
  g_autofree char *today = cab_practice_dup_today (practice);

  for (gsize i = 0; i < cab_purpose_codes.n_codes; i++)
    {
      g_autoptr (GPtrArray) events = cab_consent_list_events (practice, id, (CabPurpose)i, error);
      CabRecord *deciding = NULL;
      const char *end;

      if (events == NULL)
        return FALSE;
      if (cab_consent_compute_state (events, today, &deciding) != CAB_CONSENT_STATE_ACTIVE)
        continue;

      (*n_active)++;
      end = deciding != NULL
                ? cab_record_get_text (deciding, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EXPIRES_ON))
                : NULL;
      if (end != NULL && (*first_end == NULL || g_strcmp0 (end, *first_end) < 0))
        g_set_str (first_end, end);
    }

  return TRUE;
}

static gboolean
read_consent (CabPractice *practice, const char *id, CabClientHead *head, GError **error)
{
  g_autofree char *end = NULL;
  g_autofree char *day = NULL;
  guint n_active = 0;

  if (!count_consents (practice, id, &n_active, &end, error))
    return FALSE;

  day = cab_format_date (end);
  if (n_active == 0)
    head->consent = g_strdup (_ ("Consent: none active"));
  else if (end == NULL)
    /* Translators: %u is how many consents are active */
    head->consent = g_strdup_printf (
        ngettext ("Consent: %u active", "Consent: %u active", n_active), n_active);
  else
    /* Translators: how many consents are active, and the date on which the first of them ends */
    head->consent
        = g_strdup_printf (ngettext ("Consent: %1$u active, ends %2$s",
                                     "Consent: %1$u active, the first ends %2$s", n_active),
                           n_active, day);

  return TRUE;
}

/* A court order decides who may be told what: it stands where everyone looks. */
static gboolean
find_order (CabRecord *link, gpointer data, GError **error)
{
  gboolean *has_order = data;

  if (!cab_record_is_none (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ORDER_NOTE)))
    *has_order = TRUE;

  return TRUE;
}

static gboolean
read_warning (CabPractice *practice, const char *id, CabClientHead *head, GError **error)
{
  const CabFilter of_client = { .client_id = id, .trashed = 0 };
  const char *trashed = cab_record_get_text (head->client, CAB_SYSTEM_TRASHED_AT);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean has_order = FALSE;

  if (!cab_practice_each (practice, &cab_client_contact_kind, &of_client, find_order, &has_order,
                          error))
    return FALSE;

  if (trashed != NULL)
    {
      g_autofree char *day = cab_format_date (trashed);
      /* Translators: %s is a date */
      g_autofree char *text = g_strdup_printf (_ ("In the trash since %s"), day);

      append (line, text);
    }
  if (cab_record_get_bool (head->client, OWN (RESTRICTED)))
    {
      int ground = cab_record_get_code (head->client, OWN (RESTRICTION_GROUND));
      g_autofree char *day
          = cab_format_date (cab_record_get_text (head->client, OWN (RESTRICTED_ON)));
      /* Translators: a date, and why, such as “accuracy contested” */
      g_autofree char *text = g_strdup_printf (
          _ ("Restricted since %1$s: %2$s"), day,
          ground >= 0 ? _ (cab_restriction_ground_codes.codes[ground].label) : "");

      append (line, text);
    }
  if (has_order)
    append (line, _ ("There is a court order: see the contacts"));
  if (line->len > 0)
    head->warning = g_strdup (line->str);

  return TRUE;
}

CabClientHead *
cab_client_head_read (CabPractice *practice, const char *id, gboolean is_discreet, GError **error)
{
  g_autoptr (CabClientHead) head = NULL;
  CabRecord *client;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  client = cab_practice_load (practice, &cab_client_kind, id, error);
  if (client == NULL)
    return NULL;

  head = g_new0 (CabClientHead, 1);
  head->client = client;
  head->name = cab_client_name_dup (client, is_discreet);
  head->facts = dup_facts (practice, client, is_discreet);
  if (!read_consent (practice, id, head, error) || !read_warning (practice, id, head, error))
    return NULL;

  return g_steal_pointer (&head);
}
