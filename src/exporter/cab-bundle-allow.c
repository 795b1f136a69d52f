/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-gather-private.h"

#include "cab-client.h"
#include "cab-consent-gate.h"
#include "cab-consent.h"
#include "cab-export-error.h"
#include "cab-practice-settings.h"
#include "cab-withhold.h"

#include <glib/gi18n.h>
#include <string.h>

/* [B-7], [M-19]: the subject may have a copy, nobody else. */
static gboolean
check_restriction (CabBundlePlan *self, GError **error)
{
  CabRecord *client = self->client;
  const char *since = cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED_ON));
  const char *ground = cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTION_GROUND));

  if (!cab_record_get_bool (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED))
      || self->rules->despite_restriction || cab_bundle_scope_is_to_subject (self->scope))
    return TRUE;

  return cab_export_error_set_sentence (
      error, CAB_EXPORT_ERROR_EXPORT_RESTRICTED,
      _ ("This record is restricted since %s (%s). Lift the restriction first."),
      since == NULL ? "" : since,
      ground == NULL ? "" : cab_codes_get_label (&cab_restriction_ground_codes, ground));
}

static gboolean
check_practice (CabBundlePlan *self, GError **error)
{
  for (guint i = 0; self->rules->practice_fields != NULL && self->rules->practice_fields[i] != NULL;
       i++)
    {
      int field = cab_kind_find_field (&cab_practice_kind, self->rules->practice_fields[i]);

      if (self->settings == NULL || cab_record_is_none (self->settings, (guint)field))
        return cab_export_error_set (
            error, CAB_EXPORT_ERROR_EXPORT_PRACTICE_FIELD, NULL, 0,
            g_dgettext (GETTEXT_PACKAGE,
                        cab_kind_get_field (&cab_practice_kind, (guint)field)->label));
    }

  return TRUE;
}

static gboolean
check_grounds (CabBundlePlan *self, GError **error)
{
  const char *jurisdiction
      = self->settings == NULL
            ? NULL
            : cab_record_get_text (self->settings, CAB_OWN (CAB_PRACTICE_FIELD_JURISDICTION));
  GHashTableIter iter;
  gpointer ground;

  g_hash_table_iter_init (&iter, cab_bundle_scope_get_withheld (self->scope));
  while (g_hash_table_iter_next (&iter, NULL, &ground))
    {
      const CabWithholdGround *row = ground;

      if (!cab_withhold_ground_fits (row, jurisdiction, cab_bundle_scope_get_profile (self->scope)))
        return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_GROUND, NULL, 0, row->code);
    }

  return TRUE;
}

static gboolean
check_choices (CabBundlePlan *self, GError **error)
{
  if (self->rules->process_notes != CAB_PROCESS_NOTES_ASKED
      && cab_bundle_scope_get_process_notes (self->scope) != CAB_BUNDLE_NOT_ASKED)
    return cab_export_error_set_sentence (
        error, CAB_EXPORT_ERROR_EXPORT_PROCESS_NOTES,
        _ ("Whether process notes go along is chosen for a transfer only."));

  if (!cab_bundle_scope_is_to_subject (self->scope)
      && cab_bundle_scope_get_recipient (self->scope) == NULL)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_RECIPIENT, NULL, 0, NULL);

  return TRUE;
}

/* [M-95]: what is handed to someone else by consent needs one; the subject's
 * own copy needs none. The event that decides is kept for the disclosure. */
static gboolean
check_consent (CabBundlePlan *self, GError **error)
{
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) events = NULL;
  CabRecord *deciding = NULL;

  if (strcmp (cab_bundle_scope_get_ground (self->scope), "consent") != 0)
    return TRUE;
  if (!cab_gate_check (self->practice, self->client, self->rules->gate, NULL, error))
    return FALSE;

  today = cab_practice_dup_today (self->practice);
  events = cab_consent_list_events (self->practice, cab_record_get_id (self->client),
                                    cab_gate_get_purpose (self->rules->gate), error);
  if (events == NULL)
    return FALSE;

  cab_consent_compute_state (events, today, &deciding);
  self->consent_event_id = deciding == NULL ? NULL : g_strdup (cab_record_get_id (deciding));
  return TRUE;
}

gboolean
cab_bundle_plan_check_allowed (CabBundlePlan *self, GError **error)
{
  return check_restriction (self, error) && check_practice (self, error)
         && check_grounds (self, error) && check_choices (self, error)
         && check_consent (self, error);
}
