/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-fhir-writer.h"

#include "cab-addendum.h"
#include "cab-attachment.h"
#include "cab-audit-record.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-condition.h"
#include "cab-consent-event.h"
#include "cab-consent.h"
#include "cab-fhir-private.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-practice-settings.h"
#include "cab-process-note.h"
#include "cab-value-domain.h"
#include "cab-when.h"

#include <string.h>

/* The kinds that have a resource of their own, in the order of cab_kinds, and
 * those that are parts of another's. */
static const struct
{
  const CabKind *kind;
  CabFhirFunc add;
  /* Everybody's, not the client's: in every view */
  gboolean shared;
} resources[] = {
  { &cab_practice_kind, cab_fhir_add_organization, TRUE },
  { &cab_clinician_kind, cab_fhir_add_practitioner, TRUE },
  { &cab_client_kind, cab_fhir_add_patient, FALSE },
  { &cab_client_contact_kind, cab_fhir_add_related_person, FALSE },
  { &cab_condition_kind, cab_fhir_add_condition, FALSE },
  { &cab_note_kind, cab_fhir_add_encounter, FALSE },
  { &cab_note_version_kind, cab_fhir_add_note_version, FALSE },
  { &cab_addendum_kind, cab_fhir_add_addendum, FALSE },
  { &cab_process_note_kind, NULL, FALSE },
  { &cab_process_note_version_kind, cab_fhir_add_note_version, FALSE },
  { &cab_mood_entry_kind, cab_fhir_add_mood, FALSE },
  { &cab_mood_emotion_kind, NULL, FALSE },
  { &cab_mood_track_kind, NULL, FALSE },
  { &cab_mood_track_value_kind, NULL, FALSE },
  { &cab_value_domain_kind, NULL, FALSE },
  { &cab_value_rating_kind, cab_fhir_add_value_rating, FALSE },
  { &cab_consent_kind, cab_fhir_add_consent, FALSE },
  { &cab_consent_event_kind, NULL, FALSE },
  { &cab_attachment_kind, cab_fhir_add_attachment, FALSE },
  { &cab_audit_kind, cab_fhir_add_audit, FALSE },
};

void
cab_fhir_open (CabFhir *self, const char *name)
{
  cab_text_out_add_format (self->out, "%*s<%s>\n", (int)(self->depth * 2), "", name);
  self->depth++;
}

void
cab_fhir_close (CabFhir *self, const char *name)
{
  self->depth--;
  cab_text_out_add_format (self->out, "%*s</%s>\n", (int)(self->depth * 2), "", name);
}

void
cab_fhir_value (CabFhir *self, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  cab_text_out_add_format (self->out, "%*s<%s value=\"", (int)(self->depth * 2), "", name);
  cab_text_out_add_attribute (self->out, value);
  cab_text_out_add (self->out, "\"/>\n");
}

void
cab_fhir_reference (CabFhir *self, const char *name, const char *id)
{
  g_autofree char *urn = id == NULL ? NULL : g_strconcat ("urn:uuid:", id, NULL);

  if (id == NULL)
    return;

  cab_fhir_open (self, name);
  cab_fhir_value (self, "reference", urn);
  cab_fhir_close (self, name);
}

void
cab_fhir_coding (CabFhir *self,
                 const char *name,
                 const char *system,
                 const char *code,
                 const char *display)
{
  if (code == NULL)
    return;

  cab_fhir_open (self, name);
  cab_fhir_value (self, "system", system);
  cab_fhir_value (self, "code", code);
  cab_fhir_value (self, "display", display);
  cab_fhir_close (self, name);
}

void
cab_fhir_concept (CabFhir *self,
                  const char *name,
                  const char *system,
                  const char *code,
                  const char *text)
{
  if (code == NULL && (text == NULL || *text == '\0'))
    return;

  cab_fhir_open (self, name);
  cab_fhir_coding (self, "coding", system, code, NULL);
  cab_fhir_value (self, "text", text);
  cab_fhir_close (self, name);
}

void
cab_fhir_period (CabFhir *self, const char *name, const char *start, const char *end)
{
  if (start == NULL && end == NULL)
    return;

  cab_fhir_open (self, name);
  cab_fhir_value (self, "start", start);
  cab_fhir_value (self, "end", end);
  cab_fhir_close (self, name);
}

void
cab_fhir_open_entry (CabFhir *self, const char *id, const char *resource)
{
  g_autofree char *urn = id == NULL ? NULL : g_strconcat ("urn:uuid:", id, NULL);

  cab_fhir_open (self, "entry");
  cab_fhir_value (self, "fullUrl", urn);
  cab_fhir_open (self, "resource");
  cab_fhir_open (self, resource);
}

void
cab_fhir_close_entry (CabFhir *self, const char *resource)
{
  cab_fhir_close (self, resource);
  cab_fhir_close (self, "resource");
  cab_fhir_close (self, "entry");
}

static CabBundleTable *
get_table (CabFhir *self, CabRecord *record)
{
  return cab_bundle_plan_get_table (self->plan, cab_record_get_kind (record));
}

char *
cab_fhir_dup (CabFhir *self, CabRecord *record, const char *field)
{
  char *scratch = NULL;
  const char *text;

  if (record == NULL)
    return NULL;

  text = cab_bundle_table_get_named (get_table (self, record), record, field, &scratch);
  if (text != NULL && text == scratch)
    return scratch;

  g_free (scratch);
  return g_strdup (text);
}

char *
cab_fhir_dup_id (CabFhir *self, CabRecord *record)
{
  g_autofree char *scratch = NULL;

  return g_strdup (cab_bundle_plan_get_id (self->plan, record, &scratch));
}

const char *
cab_fhir_get_label (CabFhir *self, CabRecord *record, const char *field)
{
  const CabKind *kind = cab_record_get_kind (record);
  int index = cab_kind_find_field (kind, field);
  g_autofree char *code = cab_fhir_dup (self, record, field);
  const CabCodes *codes = cab_kind_get_field (kind, (guint)index)->codes;
  int position = code == NULL ? -1 : cab_codes_find (codes, code);

  return position < 0 ? NULL : codes->codes[position].label;
}

char *
cab_fhir_dup_moment (CabFhir *self, CabRecord *record, const char *field)
{
  g_autofree char *zone_field = g_strconcat (field, "_zone", NULL);
  g_autofree char *local = cab_fhir_dup (self, record, field);
  g_autofree char *zone = cab_fhir_dup (self, record, zone_field);
  g_autoptr (GDateTime) moment = NULL;

  if (local == NULL || zone == NULL)
    return NULL;

  moment = cab_when_resolve_local (local, zone, NULL);
  return moment == NULL ? NULL : cab_when_dup_instant (moment);
}

GPtrArray *
cab_fhir_get_children (CabFhir *self, CabRecord *record, const CabKind *kind)
{
  GHashTable *of_kind = g_hash_table_lookup (self->children, kind);

  return of_kind == NULL ? NULL : g_hash_table_lookup (of_kind, cab_record_get_id (record));
}

/* A client's bundle has it already; the practice's is asked once a view. */
CabRecord *
cab_fhir_get_shared (CabFhir *self, const CabKind *kind, const char *id)
{
  const CabBundleItem *item = cab_bundle_plan_find (self->plan, id);
  CabRecord *record;

  if (id == NULL)
    return NULL;
  if (self->plan->items != NULL)
    return item == NULL ? NULL : item->record;

  record = g_hash_table_lookup (self->shared, id);
  if (record == NULL)
    {
      record = cab_practice_load (self->plan->practice, kind, id, NULL);
      if (record != NULL)
        g_hash_table_insert (self->shared, g_strdup (id), record);
    }

  return record;
}

static gboolean
gather_row (CabRecord *record, gpointer data, GError **error)
{
  CabFhir *self = data;
  const CabKind *kind = cab_record_get_kind (record);
  GPtrArray *rows = g_hash_table_lookup (self->rows, kind);
  GHashTable *of_kind;
  GPtrArray *siblings;
  const char *owner;

  g_ptr_array_add (rows, g_object_ref (record));
  if (kind->owner == CAB_NO_OWNER)
    return TRUE;

  owner = cab_record_get_text (record, CAB_OWN (kind->owner));
  of_kind = g_hash_table_lookup (self->children, kind);
  siblings = owner == NULL ? NULL : g_hash_table_lookup (of_kind, owner);
  if (owner != NULL && siblings == NULL)
    {
      siblings = g_ptr_array_new ();
      g_hash_table_insert (of_kind, (gpointer)owner, siblings);
    }
  if (siblings != NULL)
    g_ptr_array_add (siblings, record);

  return TRUE;
}

static gboolean
gather_rows (CabFhir *self, CabRecord *client, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      const CabBundleTable *table = cab_bundle_plan_get_table (self->plan, resources[i].kind);
      const char *client_id = resources[i].shared ? NULL : cab_record_get_id (client);

      g_hash_table_insert (self->rows, (gpointer)resources[i].kind,
                           g_ptr_array_new_with_free_func (g_object_unref));
      g_hash_table_insert (
          self->children, (gpointer)resources[i].kind,
          g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref));
      if (table->n_records > 0 && !table->in_journal
          && !cab_bundle_table_each (table, client_id, gather_row, self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_resources (CabFhir *self, CabBundleMeter *meter, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      GPtrArray *rows = g_hash_table_lookup (self->rows, resources[i].kind);

      for (guint k = 0; k < rows->len; k++)
        {
          if (resources[i].add != NULL)
            resources[i].add (self, g_ptr_array_index (rows, k));
          if (!cab_text_out_check (self->out, error)
              || (!resources[i].shared && !cab_bundle_meter_step (meter, error)))
            return FALSE;
        }
    }

  return TRUE;
}

static void
write_head (CabFhir *self)
{
  g_autofree char *now = cab_practice_dup_now (self->plan->practice);
  g_autofree char *urn = g_strconcat ("urn:uuid:", self->client_id, NULL);

  cab_text_out_add (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<Bundle xmlns=\"http://hl7.org/fhir\">\n");
  self->depth = 1;
  cab_fhir_open (self, "identifier");
  cab_fhir_value (self, "system", "urn:ietf:rfc:3986");
  cab_fhir_value (self, "value", urn);
  cab_fhir_close (self, "identifier");
  cab_fhir_value (self, "type", "collection");
  cab_fhir_value (self, "timestamp", now);
}

gboolean
cab_fhir_write_client (const CabBundlePlan *plan,
                       CabRecord *client,
                       GOutputStream *stream,
                       CabBundleMeter *meter,
                       GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);
  g_autoptr (GHashTable) children
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  g_autoptr (GHashTable) rows
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) shared
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autofree char *client_id = NULL;
  CabFhir self = { plan, out, 0, NULL, rows, children, shared };

  client_id = cab_fhir_dup_id (&self, client);
  self.client_id = client_id;
  if (!gather_rows (&self, client, error))
    return FALSE;

  write_head (&self);
  if (!write_resources (&self, meter, error))
    return FALSE;
  cab_text_out_add (out, "</Bundle>\n");

  return cab_text_out_flush (out, error);
}
