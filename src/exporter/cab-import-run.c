/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-import-private.h"

#include "cab-adoption.h"
#include "cab-blob.h"
#include "cab-bundle-import.h"
#include "cab-chunks.h"
#include "cab-client.h"
#include "cab-emotion-word.h"
#include "cab-export-error.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-root-extension.h"
#include "cab-vault-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define JOURNAL_FILE "data/journal.xml"

typedef struct
{
  CabPractice *practice;
  CabBundleSource *source;
  const CabImportPreview *preview;
  GCancellable *cancellable;

  /* Owned */
  GHashTable *conflicts; /* id to the conflict of that record */
  GHashTable *kept;      /* ids of what differs and stays as it is here, as a set */
  GHashTable *renamed;   /* id in the bundle to id here */
  GPtrArray *notes;      /* ids of notes whose versions have to follow each other */
  GPtrArray *process_notes;
  char *client_id; /* whose transfer it is */
  char *extension; /* of the root */
  guint64 n_written;

  /* Told while writing */
  CabImportProgress progress;
  gpointer progress_data;
  guint64 n_seen;
  gint64 told_at;
} Run;

static void
tell_progress (Run *run)
{
  gint64 now = g_get_monotonic_time ();
  guint64 total = run->preview->n_new + run->preview->n_same + run->preview->n_conflict
                  + run->preview->n_erased + run->preview->n_undecided;

  run->n_seen++;
  if (run->progress == NULL || now - run->told_at < G_USEC_PER_SEC / 20)
    return;

  run->told_at = now;
  run->progress (run->n_seen, total, run->progress_data);
}

static void
rename_references (Run *run, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const char *id = cab_kind_get_field (kind, i)->type == CAB_FIELD_REF
                           ? cab_record_get_text (record, i)
                           : NULL;
      const char *here = id == NULL ? NULL : g_hash_table_lookup (run->renamed, id);

      if (here != NULL)
        cab_record_set_text (record, i, here);
    }
}

/* Optional references to what stayed away are left out. */
static void
drop_gone_references (CabImportWalk *walk, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);
      const char *id = field->type == CAB_FIELD_REF ? cab_record_get_text (record, i) : NULL;

      if (id != NULL && field->required != CAB_REQUIRED_YES
          && g_hash_table_contains (walk->gone, id))
        cab_record_set_none (record, i);
    }
}

/* What the blob says of itself and what came must agree in every point. */
static gboolean
store_content (CabImportWalk *walk, CabRecord *blob, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  CabChunksSum sum;
  gint64 size = -1, chunks = -1;
  const char *id = cab_record_get_id (blob);

  stream = cab_import_walk_open_blob (walk, id, error);
  if (stream == NULL
      || !cab_chunks_write_stream (cab_practice_get_vault (walk->practice), id, stream, &sum,
                                   walk->cancellable, error))
    return FALSE;

  cab_record_get_integer (blob, CAB_OWN (CAB_BLOB_FIELD_SIZE), &size);
  cab_record_get_integer (blob, CAB_OWN (CAB_BLOB_FIELD_CHUNKS), &chunks);
  if (sum.size != size || sum.chunks != chunks)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_ATTACHMENT_SIZE, "data/record.xml",
                                 walk->line, id);

  return strcmp (sum.sha512, cab_record_get_text (blob, CAB_OWN (CAB_BLOB_FIELD_SHA512))) == 0
         || cab_export_error_set (error, CAB_EXPORT_ERROR_DATA_ATTACHMENT_HASH, "data/record.xml",
                                  walk->line, id);
}

/* A refusal of the model becomes one of the bundle, with its words. */
static gboolean
wrap_refusal (GError *refusal, GError **error)
{
  if (refusal->domain != CAB_MODEL_ERROR)
    {
      g_propagate_error (error, refusal);
      return FALSE;
    }

  cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_DATA_RULE, "%s", refusal->message);
  g_error_free (refusal);
  return FALSE;
}

static void
remember_note (Run *run, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  if (kind == &cab_note_kind)
    g_ptr_array_add (run->notes, g_strdup (cab_record_get_id (record)));
  if (kind == &cab_process_note_kind)
    g_ptr_array_add (run->process_notes, g_strdup (cab_record_get_id (record)));
}

static gboolean
store_new (CabImportWalk *walk, Run *run, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);
  GError *refusal = NULL;

  if (kind == &cab_emotion_word_kind)
    {
      g_autofree char *here = NULL;

      if (!cab_adoption_drop_unused_word (run->practice, record, &here, error))
        return FALSE;
      if (here != NULL)
        {
          g_hash_table_insert (run->renamed, g_strdup (cab_record_get_id (record)),
                               g_steal_pointer (&here));
          return TRUE;
        }
    }
  if (kind == &cab_blob_kind && !store_content (walk, record, error))
    return FALSE;
  remember_note (run, record);
  run->n_written++;
  return cab_practice_store_as_is (run->practice, record, &refusal)
         || wrap_refusal (refusal, error);
}

static gboolean
take_theirs (Run *run, CabRecord *theirs, CabRecord *mine, GError **error)
{
  const CabKind *kind = cab_record_get_kind (mine);
  GError *refusal = NULL;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (i != CAB_SYSTEM_ID && i != CAB_SYSTEM_REVISION && i != CAB_SYSTEM_CONTENT_DIGEST)
        cab_record_set_value (mine, i, cab_record_get_value (theirs, i));
    }

  remember_note (run, mine);
  run->n_written++;
  return cab_practice_replace_as_is (run->practice, mine, &refusal)
         || wrap_refusal (refusal, error);
}

static gboolean
keep_both (CabImportWalk *walk, Run *run, CabRecord *theirs, GError **error)
{
  g_autofree char *id = NULL;

  id = cab_practice_dup_new_id (run->practice);
  g_hash_table_insert (run->renamed, g_strdup (cab_record_get_id (theirs)), g_strdup (id));
  cab_record_set_text (theirs, CAB_SYSTEM_ID, id);
  return store_new (walk, run, theirs, error);
}

/* What was chosen, where that can be. */
static CabImportConflicts
get_choice (Run *run, CabRecord *record, CabRecord *mine)
{
  const CabImportConflict *conflict
      = g_hash_table_lookup (run->conflicts, cab_record_get_id (record));
  CabImportConflicts choice = conflict != NULL ? conflict->choice : run->preview->others;

  return cab_import_allows (run->preview->chains, record, mine, choice) ? choice : CAB_IMPORT_KEEP;
}

/* A part of what stays as it is stays away, and so does what follows a link that does. */
static gboolean
is_left (Run *run, CabRecord *record)
{
  const char *whole = cab_import_get_whole (record);

  return (whole != NULL && g_hash_table_contains (run->kept, whole))
         || cab_import_is_off_chain (run->preview->chains, record);
}

static gboolean
write_new (CabImportWalk *walk, Run *run, CabRecord *record, GError **error)
{
  if (!is_left (run, record))
    return store_new (walk, run, record, error);

  cab_import_walk_leave (walk, record);
  return TRUE;
}

static gboolean
write_conflict (CabImportWalk *walk, Run *run, CabRecord *theirs, CabRecord *mine, GError **error)
{
  switch (get_choice (run, theirs, mine))
    {
    case CAB_IMPORT_KEEP:
      g_hash_table_add (run->kept, g_strdup (cab_record_get_id (mine)));
      return TRUE;
    case CAB_IMPORT_TAKE:
      return take_theirs (run, theirs, mine, error);
    case CAB_IMPORT_BOTH:
      return keep_both (walk, run, theirs, error);
    }

  g_return_val_if_reached (FALSE);
}

/* [B-73] What is here in its place has another id: what refers to it follows. */
static void
follow_twin (Run *run, CabRecord *record, CabRecord *mine, CabImportVerdict verdict)
{
  if (mine == NULL || (verdict != CAB_IMPORT_SAME && verdict != CAB_IMPORT_CONFLICT)
      || cab_import_is_link (cab_record_get_kind (record))
      || strcmp (cab_record_get_id (record), cab_record_get_id (mine)) == 0)
    return;

  g_hash_table_insert (run->renamed, g_strdup (cab_record_get_id (record)),
                       g_strdup (cab_record_get_id (mine)));
}

static void
remember_choices (Run *run)
{
  GPtrArray *conflicts = run->preview->conflicts;

  run->conflicts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < conflicts->len; i++)
    {
      CabImportConflict *conflict = g_ptr_array_index (conflicts, i);

      g_hash_table_insert (run->conflicts, conflict->id, conflict);
    }
}

static gboolean
write_record (CabImportWalk *walk,
              CabRecord *record,
              CabRecord *mine,
              CabImportVerdict verdict,
              GError **error)
{
  Run *run = walk->data;

  tell_progress (run);
  if (cab_record_get_kind (record) == &cab_client_kind && run->client_id == NULL)
    run->client_id = g_strdup (cab_record_get_id (record));
  rename_references (run, record);
  drop_gone_references (walk, record);

  follow_twin (run, record, mine, verdict);

  switch (verdict)
    {
    case CAB_IMPORT_NEW:
      return write_new (walk, run, record, error);
    case CAB_IMPORT_CONFLICT:
      return write_conflict (walk, run, record, mine, error);
    case CAB_IMPORT_SAME:
    case CAB_IMPORT_ERASED:
    case CAB_IMPORT_UNDECIDED:
    case CAB_IMPORT_LEFT:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/* [B-78] data-chain: versions that do not follow each other were changed. */
static gboolean
check_chains (Run *run, const CabKind *kind, GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CabRecord) note = NULL;
      g_autoptr (GError) fault = NULL;

      note = cab_practice_load (run->practice, kind, g_ptr_array_index (ids, i), error);
      if (note == NULL)
        return FALSE;
      if (!cab_note_verify (run->practice, note, &fault))
        return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_DATA_CHAIN, "%s",
                                              fault->message);
    }

  return TRUE;
}

static char *
dup_counts (const CabImportPreview *preview)
{
  GString *counts = g_string_new (NULL);

  for (guint i = 0; i < preview->counts->len; i++)
    {
      const CabImportCount *count = g_ptr_array_index (preview->counts, i);

      if (count->n_new > 0)
        g_string_append_printf (counts, "%s%s %" G_GUINT64_FORMAT, counts->len > 0 ? ", " : "",
                                count->kind->name, count->n_new);
    }

  return g_string_free (counts, FALSE);
}

static gboolean
keep_journal (Run *run, CabRecord *import, GError **error)
{
  int position = cab_bundle_source_find (run->source, JOURNAL_FILE);
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *blob_id = NULL;

  if (position < 0)
    return TRUE;

  stream = cab_bundle_source_open_file (run->source, (guint)position, error);
  if (stream == NULL)
    return FALSE;

  blob_id = cab_blob_add (run->practice, stream, run->cancellable, error);
  cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_JOURNAL), blob_id);
  return blob_id != NULL;
}

/* [B-26] It says nothing of a record, so it stays with what brought it. */
static void
keep_extension (Run *run, CabRecord *import)
{
  gboolean of_practice = g_strcmp0 (run->preview->profile, "practice") == 0;
  g_autofree char *wrapped = NULL;

  if (run->extension == NULL)
    return;

  wrapped = cab_root_extension_wrap (of_practice ? NULL : run->client_id, run->extension);
  cab_record_set_text (import, CAB_SYSTEM_EXTENSION, wrapped);
}

static gboolean
log_import (Run *run, GError **error)
{
  const CabImportPreview *preview = run->preview;
  g_autoptr (CabRecord) import = NULL;
  g_autofree char *counts = dup_counts (preview);
  g_autofree char *now = cab_practice_dup_now (run->practice);

  /* The same bundle again brings nothing and leaves one row in the log [B-76]. */
  if (run->n_written > 0)
    {
      import = cab_record_new (&cab_bundle_import_kind);
      cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_BUNDLE_ID), preview->bundle_id);
      cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_PROFILE), preview->profile);
      cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_MADE_BY), preview->made_by);
      cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_MADE_AT), preview->made_at);
      cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_IMPORTED_AT), now);
      cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_MANIFEST_DIGEST),
                           preview->manifest_digest);
      cab_record_set_text (import, CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_COUNTS),
                           *counts != '\0' ? counts : "0");
      keep_extension (run, import);
      if (!keep_journal (run, import, error)
          || !cab_practice_save_quietly (run->practice, import, error))
        return FALSE;
    }

  return cab_practice_audit_act (run->practice, "import", NULL, NULL, counts, error);
}

/* Whoever owned the adopted practice owns this one, from the next act on. */
static void
take_over_owner (Run *run)
{
  const char *owner = cab_practice_get_owner_id (run->practice);

  if (owner != NULL)
    cab_vault_set_actor (cab_practice_get_vault (run->practice), owner);
}

static gboolean
import (CabPractice *practice, gpointer data, GError **error)
{
  Run *run = data;
  CabImportWalk walk;
  gboolean done;

  if (run->preview->adopts && !cab_adoption_clear_set_up (practice, error))
    return FALSE;

  cab_import_walk_init (&walk, practice, run->source, run->preview->adopts, run->cancellable);
  walk.namesakes = run->preview->namesakes;
  done = cab_import_walk_run (&walk, write_record, run, error);
  run->extension = g_steal_pointer (&walk.facts.extension);
  cab_import_walk_clear (&walk);
  if (!done)
    return FALSE;

  if (run->preview->adopts)
    take_over_owner (run);
  return check_chains (run, &cab_note_kind, run->notes, error)
         && check_chains (run, &cab_process_note_kind, run->process_notes, error)
         && log_import (run, error);
}

/* The vault's own sentence is about a text that somebody is writing. */
static void
tell_failure (GError *failure, GError **error)
{
  if (g_error_matches (failure, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE))
    {
      g_free (failure->message);
      failure->message = g_strdup (
          _ ("There is not enough room for what the bundle holds. Nothing was changed."));
    }

  g_propagate_error (error, failure);
}

gboolean
cab_import_run (CabPractice *practice,
                CabBundleSource *source,
                const CabImportPreview *preview,
                guint64 *n_written,
                CabImportProgress progress,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  Run run
      = { .practice = practice, .source = source, .preview = preview, .cancellable = cancellable };
  GError *failure = NULL;
  gboolean done;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && source != NULL && preview != NULL, FALSE);

  if (!cab_practice_is_writable (practice))
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_READ_ONLY,
                           _ ("This practice is open read-only. Nothing was changed."));
      return FALSE;
    }

  run.progress = progress;
  run.progress_data = data;
  remember_choices (&run);
  run.kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run.notes = g_ptr_array_new_with_free_func (g_free);
  run.process_notes = g_ptr_array_new_with_free_func (g_free);

  done = cab_practice_transact (practice, "import a bundle", import, &run, &failure);
  if (done && n_written != NULL)
    *n_written = run.n_written;
  if (!done)
    {
      take_over_owner (&run);
      tell_failure (g_steal_pointer (&failure), error);
    }

  g_hash_table_unref (run.conflicts);
  g_hash_table_unref (run.kept);
  g_hash_table_unref (run.renamed);
  g_ptr_array_unref (run.notes);
  g_ptr_array_unref (run.process_notes);
  g_free (run.client_id);
  g_free (run.extension);
  return done;
}
