/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-fhir-private.h"

#include "cab-addendum.h"
#include "cab-attachment.h"
#include "cab-blob.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-process-note.h"

#include <string.h>

#define ACT_CODE "http://terminology.hl7.org/CodeSystem/v3-ActCode"

/* In person or from afar; FHIR has no finer word for it. */
static const char *
get_class (const char *medium)
{
  static const char *const remote[] = { "video", "phone", "text", NULL };

  return medium != NULL && g_strv_contains (remote, medium) ? "VR" : "AMB";
}

void
cab_fhir_add_encounter (CabFhir *self, CabRecord *note)
{
  g_autofree char *id = cab_fhir_dup_id (self, note);
  g_autofree char *medium = cab_fhir_dup (self, note, "medium");
  g_autofree char *start = cab_fhir_dup_moment (self, note, "held_on");
  g_autofree char *minutes = cab_fhir_dup (self, note, "minutes");

  cab_fhir_open_entry (self, id, "Encounter");
  cab_fhir_value (self, "status", "finished");
  cab_fhir_coding (self, "class", ACT_CODE, get_class (medium), NULL);
  cab_fhir_reference (self, "subject", self->client_id);
  cab_fhir_period (self, "period", start, NULL);
  if (minutes != NULL)
    {
      cab_fhir_open (self, "length");
      cab_fhir_value (self, "value", minutes);
      cab_fhir_value (self, "unit", "min");
      cab_fhir_value (self, "system", "http://unitsofmeasure.org");
      cab_fhir_value (self, "code", "min");
      cab_fhir_close (self, "length");
    }
  cab_fhir_close_entry (self, "Encounter");
}

static void
add_text_content (CabFhir *self, const char *text)
{
  g_autofree char *base64
      = text == NULL ? NULL : g_base64_encode ((const guchar *)text, strlen (text));

  cab_fhir_open (self, "content");
  cab_fhir_open (self, "attachment");
  cab_fhir_value (self, "contentType", "text/plain; charset=utf-8");
  cab_fhir_value (self, "data", base64);
  cab_fhir_close (self, "attachment");
  cab_fhir_close (self, "content");
}

/* Who wrote it and when: the one thing of the activity log that FHIR knows. */
static void
add_provenance (CabFhir *self, CabRecord *record)
{
  g_autofree char *id = cab_fhir_dup_id (self, record);
  g_autofree char *recorded = cab_fhir_dup (self, record, "created_at");
  g_autofree char *author = cab_fhir_dup (self, record, "created_by_id");

  if (recorded == NULL || author == NULL)
    return;

  cab_fhir_open_entry (self, NULL, "Provenance");
  cab_fhir_reference (self, "target", id);
  cab_fhir_value (self, "recorded", recorded);
  cab_fhir_open (self, "agent");
  cab_fhir_reference (self, "who", author);
  cab_fhir_close (self, "agent");
  cab_fhir_close_entry (self, "Provenance");
}

static void
add_relation (CabFhir *self, const char *code, CabRecord *target)
{
  g_autofree char *id = target == NULL ? NULL : cab_fhir_dup_id (self, target);

  if (id == NULL)
    return;

  cab_fhir_open (self, "relatesTo");
  cab_fhir_value (self, "code", code);
  cab_fhir_reference (self, "target", id);
  cab_fhir_close (self, "relatesTo");
}

static GPtrArray *
get_versions (CabFhir *self, const CabKind *kind, const char *note_id)
{
  GHashTable *of_kind = g_hash_table_lookup (self->children, kind);

  return note_id == NULL ? NULL : g_hash_table_lookup (of_kind, note_id);
}

static CabRecord *
find_row (CabFhir *self, const CabKind *kind, const char *id)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (cab_record_get_id (g_ptr_array_index (rows, i)), id) == 0)
        return g_ptr_array_index (rows, i);
    }

  return NULL;
}

static void
add_context (CabFhir *self, CabRecord *note)
{
  g_autofree char *id = cab_fhir_dup_id (self, note);

  cab_fhir_open (self, "context");
  cab_fhir_reference (self, "encounter", id);
  cab_fhir_close (self, "context");
}

/* A note version, or one of a process note; the latest is current. */
void
cab_fhir_add_note_version (CabFhir *self, CabRecord *version)
{
  const CabKind *kind = cab_record_get_kind (version);
  gboolean process = kind == &cab_process_note_version_kind;
  const CabKind *note_kind = process ? &cab_process_note_kind : &cab_note_kind;
  const char *note_id = cab_record_get_text (version, CAB_OWN (kind->owner));
  CabRecord *note = find_row (self, note_kind, note_id);
  GPtrArray *versions = get_versions (self, kind, note_id);
  CabRecord *previous = NULL;
  gboolean latest = TRUE;
  gboolean final;
  g_autofree char *id = cab_fhir_dup_id (self, version);
  g_autofree char *because = cab_fhir_dup (self, version, "cut_because");
  g_autofree char *state = cab_fhir_dup (self, note, "state");
  g_autofree char *date = cab_fhir_dup_moment (self, version, "held_on");
  g_autofree char *author = cab_fhir_dup (self, version, "created_by_id");
  g_autofree char *text = cab_fhir_dup (self, version, "text");
  guint at = 0;

  if (versions != NULL && g_ptr_array_find (versions, version, &at))
    {
      previous = at == 0 ? NULL : g_ptr_array_index (versions, at - 1);
      latest = at == versions->len - 1;
    }
  final = g_strcmp0 (because, "sign") == 0 || (latest && g_strcmp0 (state, "signed") == 0);

  cab_fhir_open_entry (self, id, "DocumentReference");
  cab_fhir_value (self, "status", latest ? "current" : "superseded");
  cab_fhir_value (self, "docStatus", final ? "final" : "preliminary");
  cab_fhir_concept (self, "type", NULL, NULL,
                    process || note == NULL ? note_kind->label
                                            : cab_fhir_get_label (self, note, "note_kind"));
  cab_fhir_reference (self, "subject", self->client_id);
  cab_fhir_value (self, "date", date);
  cab_fhir_reference (self, "author", author);
  add_relation (self, "replaces", previous);
  if (process)
    cab_fhir_concept (self, "securityLabel", ACT_CODE, "PSYTHPN", NULL);
  add_text_content (self, text);
  if (!process && note != NULL)
    add_context (self, note);
  cab_fhir_close_entry (self, "DocumentReference");
  add_provenance (self, version);
}

void
cab_fhir_add_addendum (CabFhir *self, CabRecord *addendum)
{
  const char *note_id = cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID));
  CabRecord *note = find_row (self, &cab_note_kind, note_id);
  GPtrArray *versions = get_versions (self, &cab_note_version_kind, note_id);
  g_autofree char *id = cab_fhir_dup_id (self, addendum);
  g_autofree char *date = cab_fhir_dup (self, addendum, "created_at");
  g_autofree char *author = cab_fhir_dup (self, addendum, "created_by_id");
  g_autofree char *text = cab_fhir_dup (self, addendum, "text");

  cab_fhir_open_entry (self, id, "DocumentReference");
  cab_fhir_value (self, "status", "current");
  cab_fhir_concept (self, "type", NULL, NULL, cab_fhir_get_label (self, addendum, "addendum_kind"));
  cab_fhir_reference (self, "subject", self->client_id);
  cab_fhir_value (self, "date", date);
  cab_fhir_reference (self, "author", author);
  add_relation (self, "appends",
                versions == NULL ? NULL : g_ptr_array_index (versions, versions->len - 1));
  add_text_content (self, text);
  if (note != NULL)
    add_context (self, note);
  cab_fhir_close_entry (self, "DocumentReference");
}

void
cab_fhir_add_attachment (CabFhir *self, CabRecord *attachment)
{
  const char *blob_id = cab_record_get_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_CONTENT));
  CabRecord *blob = cab_fhir_get_shared (self, &cab_blob_kind, blob_id);
  g_autofree char *id = cab_fhir_dup_id (self, attachment);
  g_autofree char *media_type = cab_fhir_dup (self, attachment, "media_type");
  g_autofree char *title = cab_fhir_dup (self, attachment, "title");
  g_autofree char *dated = cab_fhir_dup (self, attachment, "dated");
  g_autofree char *size = cab_fhir_dup (self, blob, "size");
  g_autofree char *file = blob == NULL ? NULL : cab_bundle_plan_dup_file (self->plan, blob_id);
  g_autofree char *url = file == NULL ? NULL : g_strconcat ("../", file, NULL);

  cab_fhir_open_entry (self, id, "DocumentReference");
  cab_fhir_value (self, "status", "current");
  cab_fhir_concept (self, "type", NULL, NULL,
                    cab_fhir_get_label (self, attachment, "attachment_kind"));
  cab_fhir_reference (self, "subject", self->client_id);
  cab_fhir_open (self, "content");
  cab_fhir_open (self, "attachment");
  cab_fhir_value (self, "contentType", media_type);
  cab_fhir_value (self, "url", url);
  cab_fhir_value (self, "size", size);
  cab_fhir_value (self, "hash",
                  blob == NULL ? NULL : cab_bundle_plan_get_sha1 (self->plan, blob_id));
  cab_fhir_value (self, "title", title);
  cab_fhir_value (self, "creation", dated);
  cab_fhir_close (self, "attachment");
  cab_fhir_close (self, "content");
  cab_fhir_close_entry (self, "DocumentReference");
}
