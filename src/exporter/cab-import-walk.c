/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-import-private.h"

#include "cab-blob.h"
#include "cab-client.h"
#include "cab-client-contact.h"
#include "cab-export-error.h"
#include "cab-mood-entry.h"
#include "cab-signature.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define RECORD_FILE "data/record.xml"
#define ATTACHMENTS "data/attachments/"

/* A mood may be felt this long after now: clocks differ [M-41]. */
#define FUTURE_SECONDS 300

void
cab_import_walk_init (CabImportWalk *self,
                      CabPractice *practice,
                      CabBundleSource *source,
                      gboolean adopts,
                      GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->practice = practice;
  self->source = source;
  self->adopts = adopts;
  self->cancellable = cancellable;
  self->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
cab_import_walk_clear (CabImportWalk *self)
{
  cab_xml_facts_clear (&self->facts);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->blobs, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

gboolean
cab_import_is_importable (CabBundleSource *source,
                          const char *profile,
                          const char *root,
                          GError **error)
{
  const char *name = cab_bundle_source_get_name (source);

  if (g_strcmp0 (profile, "disclosures") == 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_NOT_IMPORTABLE, name, 0, NULL);
  if (g_strcmp0 (root, "extract") == 0 || g_strcmp0 (profile, "access") == 0
      || g_strcmp0 (profile, "portability") == 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_PARTIAL_AS_TRANSFER, name, 0, NULL);
  if (g_strcmp0 (profile, "transfer") != 0 && g_strcmp0 (profile, "practice") != 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_XML_PROFILE, RECORD_FILE, 1, profile);

  return TRUE;
}

/* What hangs on a record that stays away stays away with it, for the same reason. */
static gboolean
hangs_on_gone (CabImportWalk *self, CabRecord *record, CabImportVerdict *verdict)
{
  const CabKind *kind = cab_record_get_kind (record);
  gpointer reason;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);

      if (field->required == CAB_REQUIRED_YES
          && (field->type == CAB_FIELD_REF || field->type == CAB_FIELD_BLOB_REF)
          && cab_record_get_text (record, i) != NULL
          && g_hash_table_lookup_extended (self->gone, cab_record_get_text (record, i), NULL,
                                           &reason))
        {
          *verdict = (CabImportVerdict)GPOINTER_TO_UINT (reason);
          return TRUE;
        }
    }

  return FALSE;
}

/* A signature names what it is under in plain text. */
static gboolean
is_under_gone (CabImportWalk *self, CabRecord *record)
{
  return cab_record_get_kind (record) == &cab_signature_kind
         && g_hash_table_contains (
             self->gone, cab_record_get_text (record, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID)));
}

void
cab_import_walk_leave (CabImportWalk *self, CabRecord *record)
{
  g_hash_table_insert (self->gone, g_strdup (cab_record_get_id (record)),
                       GUINT_TO_POINTER (CAB_IMPORT_LEFT));
}

/* (nullable): without a birth date, equal names say too little. */
static char *
dup_name_key (CabRecord *client)
{
  const char *given = cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME));
  const char *family = cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_FAMILY_NAME));
  const char *birth = cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_DATE_OF_BIRTH));

  if ((given == NULL && family == NULL) || birth == NULL)
    return NULL;

  /* A name is one line, so the line break cannot be part of one. */
  return g_strdup_printf ("%s\n%s\n%s", given != NULL ? given : "", family != NULL ? family : "",
                          birth);
}

static gboolean
remember_name (CabRecord *client, gpointer data, GError **error)
{
  CabImportWalk *self = data;
  char *key = dup_name_key (client);

  if (key != NULL)
    g_hash_table_insert (self->names, key, g_object_ref (client));

  return TRUE;
}

static gboolean
remember_names (CabImportWalk *self, GError **error)
{
  const CabFilter filter = CAB_FILTER_ALL;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return cab_practice_each (self->practice, &cab_client_kind, &filter, remember_name, self, error);
}

static gboolean
is_said_to_be_other (CabImportWalk *self, const char *id)
{
  for (guint i = 0; self->namesakes != NULL && i < self->namesakes->len; i++)
    {
      const CabImportNamesake *person = g_ptr_array_index (self->namesakes, i);

      if (strcmp (cab_record_get_id (person->theirs), id) == 0)
        return person->is_other;
    }

  return FALSE;
}

/* [B-73] People are matched by id alone: for equal names and birth dates a person
 * is asked. FALSE on error. */
static gboolean
judge_person (CabImportWalk *self,
              CabRecord *client,
              CabRecord **mine,
              CabImportVerdict *verdict,
              GError **error)
{
  g_autofree char *key = dup_name_key (client);
  CabRecord *known;

  if (key == NULL)
    return TRUE;
  if (self->names == NULL && !remember_names (self, error))
    return FALSE;

  known = g_hash_table_lookup (self->names, key);
  if (known == NULL || strcmp (cab_record_get_id (known), cab_record_get_id (client)) == 0
      || is_said_to_be_other (self, cab_record_get_id (client)))
    return TRUE;

  *mine = g_object_ref (known);
  *verdict = CAB_IMPORT_UNDECIDED;
  g_hash_table_insert (self->gone, g_strdup (cab_record_get_id (client)),
                       GUINT_TO_POINTER (CAB_IMPORT_UNDECIDED));
  return TRUE;
}

static gboolean
is_equal (CabRecord *a, CabRecord *b)
{
  guint n = cab_kind_get_n_fields (cab_record_get_kind (a));

  for (guint i = 0; i < n; i++)
    {
      if (i != CAB_SYSTEM_CONTENT_DIGEST
          && !cab_value_equal (cab_record_get_value (a, i), cab_record_get_value (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* What says the same is the same, whenever and wherever it was written. */
static gboolean
says_same (CabRecord *a, CabRecord *b)
{
  const CabKind *kind = cab_record_get_kind (a);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!cab_value_equal (cab_record_get_value (a, CAB_OWN (i)),
                          cab_record_get_value (b, CAB_OWN (i))))
      return FALSE;

  return TRUE;
}

/* Its id is not here: but somebody of that name may be, or another in its place. */
static gboolean
judge_unknown (CabImportWalk *self,
               CabRecord *record,
               CabRecord **mine,
               CabImportVerdict *verdict,
               GError **error)
{
  gboolean is_link = cab_import_is_link (cab_record_get_kind (record));

  if (cab_record_get_kind (record) == &cab_client_kind)
    return judge_person (self, record, mine, verdict, error);
  if (!cab_import_find_twin (self->practice, record, mine, error))
    return FALSE;

  if (*mine != NULL)
    *verdict = !is_link && says_same (record, *mine) ? CAB_IMPORT_SAME : CAB_IMPORT_CONFLICT;
  if (is_link && *mine != NULL)
    cab_import_walk_leave (self, record);
  return TRUE;
}

static gboolean
judge (CabImportWalk *self,
       CabRecord *record,
       CabRecord **mine,
       CabImportVerdict *verdict,
       GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);
  const char *id = cab_record_get_id (record);

  *verdict = CAB_IMPORT_ERASED;
  if (cab_practice_is_erased (self->practice, id) || hangs_on_gone (self, record, verdict))
    {
      g_hash_table_insert (self->gone, g_strdup (id), GUINT_TO_POINTER (*verdict));
      return TRUE;
    }
  *verdict = is_under_gone (self, record) ? CAB_IMPORT_LEFT : CAB_IMPORT_NEW;
  if (self->adopts || *verdict == CAB_IMPORT_LEFT)
    return TRUE;
  if (!cab_practice_exists (self->practice, kind, id))
    return judge_unknown (self, record, mine, verdict, error);

  *mine = cab_practice_load (self->practice, kind, id, error);
  if (*mine == NULL)
    return FALSE;

  *verdict = is_equal (record, *mine) ? CAB_IMPORT_SAME : CAB_IMPORT_CONFLICT;
  return TRUE;
}

/* Two persons are never taken for one because a number says so. */
static gboolean
check_person (CabRecord *record, CabRecord *mine, guint64 line, GError **error)
{
  const guint birth = CAB_OWN (CAB_CLIENT_FIELD_DATE_OF_BIRTH);

  if (mine == NULL || cab_record_get_kind (record) != &cab_client_kind
      || strcmp (cab_record_get_id (record), cab_record_get_id (mine)) != 0
      || cab_record_is_none (record, birth) || cab_record_is_none (mine, birth)
      || strcmp (cab_record_get_text (record, birth), cab_record_get_text (mine, birth)) == 0)
    return TRUE;

  return cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_SAME_ID_OTHER_PERSON, RECORD_FILE, line,
                               cab_record_get_text (mine, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
}

static gboolean
check_order (CabRecord *record, guint64 line, GError **error)
{
  static const struct
  {
    const CabKind *kind;
    int start, end;
  } spans[] = {
    { &cab_client_kind, CAB_CLIENT_FIELD_STARTED_ON, CAB_CLIENT_FIELD_ENDED_ON },
    { &cab_client_contact_kind, CAB_CLIENT_CONTACT_FIELD_VALID_FROM,
      CAB_CLIENT_CONTACT_FIELD_VALID_TO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      const char *start, *end;

      if (cab_record_get_kind (record) != spans[i].kind)
        continue;
      start = cab_record_get_text (record, (guint)CAB_OWN (spans[i].start));
      end = cab_record_get_text (record, (guint)CAB_OWN (spans[i].end));
      if (start != NULL && end != NULL && strcmp (end, start) < 0)
        return cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_END_BEFORE_START, RECORD_FILE,
                                     line, spans[i].kind->name);
    }

  return TRUE;
}

static gboolean
check_future (CabImportWalk *self, CabRecord *record, guint64 line, GError **error)
{
  g_autoptr (GDateTime) felt = NULL;
  gint64 now_ms
      = cab_clock_get_wall_ms (cab_vault_get_clock (cab_practice_get_vault (self->practice)));

  if (cab_record_get_kind (record) != &cab_mood_entry_kind)
    return TRUE;

  felt = cab_when_resolve_local (
      cab_record_get_text (record, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT)),
      cab_record_get_text (record, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE)), NULL);

  return felt == NULL || g_date_time_to_unix (felt) <= now_ms / 1000 + FUTURE_SECONDS
         || cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_FUTURE, RECORD_FILE, line,
                                  cab_mood_entry_kind.name);
}

static void
note_files (CabImportWalk *self, CabRecord *record, const CabXmlPlace *place)
{
  const CabKind *kind = cab_record_get_kind (record);

  if (kind == &cab_blob_kind)
    g_hash_table_insert (self->blobs, g_strdup (cab_record_get_id (record)),
                         GSIZE_TO_POINTER ((gsize)place->line));
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (place->files[i] != NULL && cab_record_get_text (record, i) != NULL)
        g_hash_table_insert (self->files, g_strdup (cab_record_get_text (record, i)),
                             g_strdup (place->files[i]));
    }
}

static gboolean
take_record (CabRecord *record, const CabXmlPlace *place, gpointer data, GError **error)
{
  CabImportWalk *self = data;
  g_autoptr (CabRecord) mine = NULL;
  CabImportVerdict verdict;

  self->line = place->line;
  note_files (self, record, place);
  return judge (self, record, &mine, &verdict, error)
         && check_person (record, mine, place->line, error)
         && check_order (record, place->line, error)
         && check_future (self, record, place->line, error)
         && self->take (self, record, mine, verdict, error);
}

gboolean
cab_import_walk_run (CabImportWalk *self, CabImportTake take, gpointer data, GError **error)
{
  int position = cab_bundle_source_find (self->source, RECORD_FILE);
  g_autoptr (GInputStream) stream = NULL;

  if (position < 0)
    return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_BAG_MISSING_FILE,
                                          _ ("There is no %s in the bundle."), RECORD_FILE);

  stream = cab_bundle_source_open_file (self->source, (guint)position, error);
  if (stream == NULL)
    return FALSE;

  self->take = take;
  self->data = data;
  return cab_xml_read (stream, RECORD_FILE, &self->facts, take_record, self, self->cancellable,
                       error);
}

GInputStream *
cab_import_walk_open_blob (CabImportWalk *self, const char *blob_id, GError **error)
{
  const char *file = g_hash_table_lookup (self->files, blob_id);
  g_autofree char *path = file == NULL ? NULL : g_strconcat ("data/", file, NULL);
  int position = path == NULL ? -1 : cab_bundle_source_find (self->source, path);

  if (position < 0)
    {
      cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_ATTACHMENT_MISSING, RECORD_FILE,
                            self->line, file != NULL ? file : blob_id);
      return NULL;
    }

  return cab_bundle_source_open_file (self->source, (guint)position, error);
}

gboolean
cab_import_walk_check_files (CabImportWalk *self, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter at;
  gpointer id, file, line;

  g_hash_table_iter_init (&at, self->blobs);
  while (g_hash_table_iter_next (&at, &id, &line))
    {
      g_autoptr (GInputStream) stream = NULL;

      self->line = GPOINTER_TO_SIZE (line);
      stream = cab_import_walk_open_blob (self, id, error);

      if (stream == NULL)
        return FALSE;
    }

  g_hash_table_iter_init (&at, self->files);
  while (g_hash_table_iter_next (&at, NULL, &file))
    g_hash_table_add (named, file);
  for (guint i = 0; i < cab_bundle_source_get_n_files (self->source); i++)
    {
      const char *path = cab_bundle_source_get_path (self->source, i);

      if (g_str_has_prefix (path, ATTACHMENTS)
          && !g_hash_table_contains (named, path + strlen ("data/")))
        return cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_ATTACHMENT_UNNAMED, path, 0,
                                     path + strlen ("data/"));
    }

  return TRUE;
}
