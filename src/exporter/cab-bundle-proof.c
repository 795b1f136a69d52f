/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-build-private.h"

#include "cab-audit-record.h"
#include "cab-bundle-period-private.h"
#include "cab-bundle-scope-private.h"
#include "cab-client.h"
#include "cab-disclosure.h"
#include "cab-withhold.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)

/* A line of the payload: name, TAB, value. What a person typed may hold either
 * divider and becomes spaces. */
static void
add_line (GString *payload, const char *name, const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL)
    return;

  line = g_strdelimit (g_strdup (value), "\t\r\n", ' ');
  g_string_append_printf (payload, "%s\t%s\n", name, line);
}

/* Withheld items and their grounds stand here and nowhere else [B-64]. */
static void
add_withheld (GString *payload, const CabBundleScope *scope)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (cab_bundle_scope_get_withheld (scope));

  ids = g_list_sort (ids, (GCompareFunc)strcmp);
  for (GList *at = ids; at != NULL; at = at->next)
    {
      const CabWithholdGround *ground
          = g_hash_table_lookup (cab_bundle_scope_get_withheld (scope), at->data);
      g_autofree char *line = g_strdup_printf ("%s %s", (const char *)at->data, ground->code);

      add_line (payload, "withheld", line);
    }
}

static char *
dup_recipient (const CabBundleExport *self)
{
  const char *recipient = cab_bundle_scope_get_recipient (self->scope);

  if (recipient != NULL || self->plan->client == NULL)
    return g_strdup (recipient);

  return cab_client_dup_shown_name (self->plan->client);
}

static const char *
get_encryption (const CabBundleScope *scope)
{
  return cab_bundle_scope_get_passphrase (scope) != NULL ? "zip-aes256" : "none";
}

static char *
dup_payload (const CabBundleExport *self, const char *state)
{
  g_autoptr (GString) payload = g_string_new (NULL);
  g_autofree char *recipient = dup_recipient (self);
  g_autofree char *counts = cab_bundle_plan_dup_counts (self->plan);

  add_line (payload, "state", state);
  add_line (payload, "bundle", self->bundle_id);
  add_line (payload, "profile", self->plan->rules->name);
  add_line (payload, "recipient", recipient);
  add_line (payload, "ground", cab_bundle_scope_get_ground (self->scope));
  add_line (payload, "channel", cab_bundle_scope_get_channel (self->scope));
  add_line (payload, "encryption", get_encryption (self->scope));
  add_line (payload, "asked-by", cab_bundle_scope_get_asked_by (self->scope));
  add_line (payload, "since", cab_bundle_scope_get_first_day (self->scope));
  add_line (payload, "until", cab_bundle_scope_get_last_day (self->scope));
  add_line (payload, "counts", counts);
  add_line (payload, "digest", self->tagmanifest_sha512);
  add_withheld (payload, self->scope);

  return g_strdup (payload->str);
}

/* What is told of it later, also to the subject. Its counts are in the log and
 * not here: the bundle that was looked through before something was withheld from
 * the next one would tell there how much is missing [B-64]. */
static char *
dup_what (const CabBundleExport *self)
{
  g_autofree char *description = cab_bundle_plan_dup_description (self->plan);

  return g_strdup_printf (_ ("Bundle %s: %s."), self->name, description);
}

static char *
dup_purpose (const CabBundleExport *self)
{
  const char *asked_by = cab_bundle_scope_get_asked_by (self->scope);

  if (asked_by == NULL)
    return g_strdup (self->plan->rules->description);

  return g_strdup_printf (_ ("%s. Without encryption, as %s asked."),
                          self->plan->rules->description, asked_by);
}

static CabRecord *
make_disclosure (const CabBundleExport *self)
{
  CabRecord *record = cab_record_new (&cab_disclosure_kind);
  g_autofree char *now = cab_practice_dup_now (self->practice);
  g_autofree char *recipient = dup_recipient (self);
  g_autofree char *what = dup_what (self);
  g_autofree char *purpose = dup_purpose (self);

  cab_record_set_text (record, OWN (CLIENT_ID), cab_record_get_id (self->plan->client));
  cab_record_set_text (record, OWN (DISCLOSED_AT), now);
  cab_record_set_code (record, OWN (DIRECTION_KIND),
                       cab_bundle_scope_is_to_subject (self->scope)
                           ? CAB_DIRECTION_KIND_TO_SUBJECT
                           : CAB_DIRECTION_KIND_TO_THIRD_PARTY);
  cab_record_set_text (record, OWN (RECIPIENT_NAME), recipient);
  cab_record_set_text (record, OWN (WHAT), what);
  cab_record_set_text (record, OWN (PURPOSE_TEXT), purpose);
  cab_record_set_text (record, OWN (GROUND), cab_bundle_scope_get_ground (self->scope));
  cab_record_set_text (record, OWN (CONSENT_ID), self->plan->consent_event_id);
  cab_record_set_text (record, OWN (CHANNEL), cab_bundle_scope_get_channel (self->scope));
  cab_record_set_text (record, OWN (ENCRYPTION), get_encryption (self->scope));
  cab_record_set_text (record, OWN (OUTPUT_DIGEST), self->tagmanifest_sha512);

  return record;
}

typedef struct
{
  CabBundleExport *export;
  const char *state;
  CabRecord *disclosure;
} Proof;

static gboolean
write_rows (CabPractice *practice, gpointer data, GError **error)
{
  Proof *proof = data;
  g_autofree char *payload = dup_payload (proof->export, proof->state);
  const char *client_id = cab_bundle_scope_get_client_id (proof->export->scope);

  return cab_practice_audit_act (practice, "export", client_id == NULL ? NULL : &cab_client_kind,
                                 client_id, payload, error)
         && (proof->disclosure == NULL || cab_practice_save (practice, proof->disclosure, error));
}

gboolean
cab_bundle_prove (CabBundleExport *self, char **disclosure_id, GError **error)
{
  g_autoptr (CabRecord) disclosure = NULL;
  Proof proof = { self, "prepared", NULL };

  *disclosure_id = NULL;
  if (!cab_practice_is_writable (self->practice))
    return TRUE;

  /* A practice's own archive is given to nobody. */
  if (self->plan->rules->one_client)
    disclosure = make_disclosure (self);
  proof.disclosure = disclosure;
  if (!cab_practice_transact (self->practice, "record an export", write_rows, &proof, error))
    return FALSE;

  if (disclosure != NULL)
    *disclosure_id = g_strdup (cab_record_get_id (disclosure));
  return TRUE;
}

/* About no subject: what the subject may see is that it was made, once. */
static void
note_state (CabBundleExport *self, const char *state, const char *why)
{
  g_autoptr (GString) payload = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  add_line (payload, "state", state);
  add_line (payload, "bundle", self->bundle_id);
  add_line (payload, "because", why);
  if (!cab_practice_audit_act (self->practice, "export", NULL, NULL, payload->str, &error))
    g_debug ("an export's end is not in the log: code %d", error->code);
}

void
cab_bundle_note_released (CabBundleExport *self)
{
  note_state (self, "released", NULL);
}

static gboolean
write_correction (CabBundleExport *self, const char *disclosure_id, GError **error)
{
  g_autoptr (CabRecord) correction = make_disclosure (self);

  cab_record_set_text (correction, OWN (CORRECTS_ID), disclosure_id);
  cab_record_set_text (correction, OWN (WHAT), _ ("Nothing: the bundle could not be written."));
  cab_record_set_none (correction, OWN (OUTPUT_DIGEST));

  return cab_practice_save (self->practice, correction, error);
}

void
cab_bundle_note_failed (CabBundleExport *self, const char *disclosure_id, const GError *failure)
{
  g_autoptr (GError) error = NULL;

  if (disclosure_id != NULL && !write_correction (self, disclosure_id, &error))
    g_debug ("a disclosure that did not happen is not corrected: code %d", error->code);

  note_state (self,
              g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? "cancelled" : "failed",
              NULL);
}

/* Reads one line of a payload. */
static char *
dup_line (const char *payload, const char *name)
{
  g_auto (GStrv) lines = payload == NULL ? NULL : g_strsplit (payload, "\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      if (strncmp (lines[i], name, length) == 0 && lines[i][length] == '\t')
        return g_strdup (lines[i] + length + 1);
    }

  return NULL;
}

static gboolean
follow_export (CabRecord *row, gpointer data, GError **error)
{
  GHashTable *open = data;
  const char *payload = cab_record_get_text (row, CAB_OWN (CAB_AUDIT_FIELD_CHANGES));
  g_autofree char *state = dup_line (payload, "state");
  g_autofree char *bundle = dup_line (payload, "bundle");

  if (state == NULL || bundle == NULL)
    return TRUE;
  if (strcmp (state, "prepared") == 0)
    g_hash_table_insert (open, g_steal_pointer (&bundle),
                         g_strdup (cab_record_get_text (row, CAB_OWN (CAB_AUDIT_FIELD_AT))));
  else
    g_hash_table_remove (open, bundle);

  return TRUE;
}

GStrv
cab_bundle_list_unfinished (CabPractice *practice, GError **error)
{
  CabFilter filter = { .field = CAB_OWN (CAB_AUDIT_FIELD_ACT), .equals = "export", .trashed = -1 };
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GStrvBuilder) times = g_strv_builder_new ();
  g_autoptr (GList) values = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  if (!cab_practice_each (practice, &cab_audit_kind, &filter, follow_export, open, error))
    return NULL;

  values = g_list_sort (g_hash_table_get_values (open), (GCompareFunc)strcmp);
  for (GList *at = values; at != NULL; at = at->next)
    g_strv_builder_add (times, at->data);

  return g_strv_builder_end (times);
}
