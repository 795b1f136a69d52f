/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-copy.h"

#include "cab-blob.h"
#include "cab-chunks.h"
#include "cab-client-private.h"
#include "cab-draft.h"
#include "cab-erasure-plan.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-statement.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CabCopySet
{
  guint8 practice_id[16];
  char *bundle;
  char *first_id;
  GPtrArray *records;   /* what others refer to comes first */
  GHashTable *contents; /* id of a blob to its GBytes */
};

static const char sql_erased_on[] = "SELECT erased_on FROM tombstone WHERE erased_id = ?1";

static CabCopySet *
new_set (CabPractice *backup, const char *id)
{
  CabVault *vault = cab_practice_get_vault (backup);
  CabCopySet *self = g_new0 (CabCopySet, 1);

  memcpy (self->practice_id, cab_vault_get_practice_id (vault), sizeof self->practice_id);
  self->bundle = g_strdup_printf ("backup-%" G_GUINT64_FORMAT, cab_vault_get_generation (vault));
  self->first_id = g_strdup (id);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->contents
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  return self;
}

void
cab_copy_set_free (CabCopySet *self)
{
  if (self == NULL)
    return;

  g_free (self->bundle);
  g_free (self->first_id);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->contents);
  g_free (self);
}

/* The chunks of a blob come with its content. */
static gboolean
is_copied (const CabKind *kind)
{
  return !kind->without_system_fields && kind != &cab_draft_kind;
}

static gboolean
gather_record (CabCopySet *self,
               CabPractice *backup,
               const CabKind *kind,
               const char *id,
               GError **error)
{
  CabRecord *record = cab_practice_load (backup, kind, id, error);
  GBytes *content;

  if (record == NULL)
    return FALSE;

  g_ptr_array_add (self->records, record);
  if (kind != &cab_blob_kind)
    return TRUE;

  content = cab_chunks_read_bytes (cab_practice_get_vault (backup), id, CAB_COPY_CONTENT_MAXIMUM,
                                   error);
  if (content == NULL)
    return FALSE;
  g_hash_table_insert (self->contents, g_strdup (id), content);
  return TRUE;
}

CabCopySet *
cab_copy_gather (CabPractice *backup, const CabKind *kind, const char *id, GError **error)
{
  g_autoptr (CabErasurePlan) plan = NULL;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (CabCopySet) self = NULL;
  g_autoptr (CabRecord) first = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (backup) && kind != NULL && id != NULL, NULL);

  /* What hangs on a record is what would go with it. */
  first = cab_practice_load (backup, kind, id, error);
  plan = first == NULL ? NULL : cab_erasure_plan_new (backup, kind, id, error);
  if (plan == NULL)
    return NULL;

  self = new_set (backup, id);
  kinds = cab_erasure_plan_list_kinds (plan);
  for (guint i = kinds->len; i > 0; i--)
    {
      const CabKind *each = g_ptr_array_index (kinds, i - 1);
      GPtrArray *ids = cab_erasure_plan_get_ids (plan, each);

      for (guint j = 0; is_copied (each) && ids != NULL && j < ids->len; j++)
        {
          if (!gather_record (self, backup, each, g_ptr_array_index (ids, j), error))
            return NULL;
        }
    }

  return g_steal_pointer (&self);
}

static gboolean
holds (CabCopySet *self, const char *id)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      if (strcmp (cab_record_get_id (g_ptr_array_index (self->records, i)), id) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_owner (CabPractice *practice, CabCopySet *set, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  const char *owner_id
      = kind->owner == CAB_NO_OWNER ? NULL : cab_record_get_text (record, CAB_OWN (kind->owner));

  return owner_id == NULL
         || cab_practice_exists (practice, cab_kind_find (kind->fields[kind->owner].target),
                                 owner_id)
         || holds (set, owner_id);
}

static gboolean
is_sealed (CabRecord *mine)
{
  const CabKind *kind = cab_record_get_kind (mine);

  return kind->mutability == CAB_IMMUTABLE
         || (kind->mutability == CAB_IMMUTABLE_BY_RULE && kind->is_sealed (mine));
}

/* @mine: (out): the record as it is here, where it is */
static gboolean
look (CabPractice *practice,
      CabCopySet *set,
      CabRecord *record,
      CabCopyState *state,
      CabRecord **mine,
      GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);
  const char *id = cab_record_get_id (record);

  if (cab_practice_is_erased (practice, id))
    {
      *state = CAB_COPY_ERASED;
      return TRUE;
    }
  if (!cab_practice_exists (practice, kind, id))
    {
      *state = has_owner (practice, set, record) ? CAB_COPY_NEW : CAB_COPY_ORPHAN;
      return TRUE;
    }

  *mine = cab_practice_load (practice, kind, id, error);
  if (*mine == NULL)
    return FALSE;

  if (cab_value_equal (cab_record_get_value (*mine, CAB_SYSTEM_CONTENT_DIGEST),
                       cab_record_get_value (record, CAB_SYSTEM_CONTENT_DIGEST)))
    *state = CAB_COPY_SAME;
  else if (!cab_record_is_none (*mine, CAB_SYSTEM_TRASHED_AT))
    *state = CAB_COPY_TRASHED;
  else
    *state = is_sealed (*mine) ? CAB_COPY_SEALED : CAB_COPY_CONFLICT;
  return TRUE;
}

static gboolean
check_practice (CabPractice *practice, CabCopySet *set, GError **error)
{
  if (memcmp (set->practice_id, cab_vault_get_practice_id (cab_practice_get_vault (practice)),
              sizeof set->practice_id)
      == 0)
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID,
                       _ ("This is a backup of another practice."));
  return FALSE;
}

gboolean
cab_copy_preview (CabPractice *practice,
                  CabCopySet *set,
                  guint *counts,
                  CabCopyState *first,
                  GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && set != NULL && counts != NULL, FALSE);

  if (!check_practice (practice, set, error))
    return FALSE;

  memset (counts, 0, CAB_N_COPY_STATES * sizeof *counts);
  for (guint i = 0; i < set->records->len; i++)
    {
      CabRecord *record = g_ptr_array_index (set->records, i);
      g_autoptr (CabRecord) mine = NULL;
      CabCopyState state = CAB_COPY_NEW;

      if (!look (practice, set, record, &state, &mine, error))
        return FALSE;
      counts[state]++;
      if (first != NULL && strcmp (cab_record_get_id (record), set->first_id) == 0)
        *first = state;
    }

  return TRUE;
}

static gboolean
write_content (CabPractice *practice, CabCopySet *set, CabRecord *blob, GError **error)
{
  GBytes *content = g_hash_table_lookup (set->contents, cab_record_get_id (blob));
  g_autoptr (CabChunksWriter) writer
      = cab_chunks_writer_new (cab_practice_get_vault (practice), cab_record_get_id (blob));
  gsize length = 0;
  const void *bytes = g_bytes_get_data (content, &length);
  CabChunksSum sum;

  return cab_chunks_writer_write (writer, bytes, length, error)
         && cab_chunks_writer_finish (writer, &sum, error);
}

static gboolean
write_new (CabPractice *practice, CabCopySet *set, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);
  g_autoptr (CabRecord) copy = cab_record_new (kind);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    cab_record_set_value (copy, i, cab_record_get_value (record, i));
  cab_record_set_text (copy, CAB_SYSTEM_BUNDLE, set->bundle);

  return (kind != &cab_blob_kind || write_content (practice, set, copy, error))
         && cab_practice_store_as_is (practice, copy, error);
}

static gboolean
write_over (CabPractice *practice,
            CabCopySet *set,
            CabRecord *record,
            CabRecord *mine,
            GError **error)
{
  for (guint i = 0; i < cab_kind_get_n_fields (cab_record_get_kind (record)); i++)
    {
      if (i != CAB_SYSTEM_ID && i != CAB_SYSTEM_REVISION && i != CAB_SYSTEM_CONTENT_DIGEST)
        cab_record_set_value (mine, i, cab_record_get_value (record, i));
    }
  cab_record_set_text (mine, CAB_SYSTEM_BUNDLE, set->bundle);

  return cab_practice_replace_as_is (practice, mine, error);
}

static gboolean
set_erased (CabPractice *practice, const char *id, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_practice_get_db (practice), sql_erased_on, "find the day of an erasure", error);
  g_autofree char *day = NULL;

  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, id);
  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;

  day = cab_when_dup_words (cab_statement_get_text (statement, 0), NULL);
  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_ERASED, _ ("This record was erased on %s."),
               day);
  return FALSE;
}

typedef struct
{
  CabCopySet *set;
  gboolean takes_backup;
  guint n_copied;
} Run;

static gboolean
copy_record (CabPractice *practice, Run *run, CabRecord *record, GError **error)
{
  g_autoptr (CabRecord) mine = NULL;
  CabCopyState state = CAB_COPY_NEW;

  if (!look (practice, run->set, record, &state, &mine, error))
    return FALSE;

  switch (state)
    {
    case CAB_COPY_NEW:
      run->n_copied++;
      return write_new (practice, run->set, record, error);
    case CAB_COPY_CONFLICT:
      if (!run->takes_backup)
        return TRUE;
      run->n_copied++;
      return write_over (practice, run->set, record, mine, error);
    case CAB_COPY_ERASED:
      return strcmp (cab_record_get_id (record), run->set->first_id) != 0
             || set_erased (practice, cab_record_get_id (record), error);
    case CAB_COPY_ORPHAN:
      return cab_record_set_error (
          record, -1, CAB_MODEL_ERROR_INVALID, error,
          _ ("what it belongs to is not in this practice. Copy that from the backup first."));
    case CAB_COPY_SAME:
    case CAB_COPY_SEALED:
    case CAB_COPY_TRASHED:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/* The day of the last contact follows the notes that came back. */
static gboolean
follow_notes (CabPractice *practice, CabCopySet *set, GError **error)
{
  for (guint i = 0; i < set->records->len; i++)
    {
      CabRecord *record = g_ptr_array_index (set->records, i);

      if (CAB_IS_NOTE (record) && cab_practice_exists (practice, &cab_note_kind, cab_record_get_id (record))
          && !cab_client_refresh_last_contact (
              practice, cab_record_get_text (record, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID)), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_all (CabPractice *practice, gpointer data, GError **error)
{
  Run *run = data;
  g_autofree char *payload = NULL;

  for (guint i = 0; i < run->set->records->len; i++)
    {
      if (!copy_record (practice, run, g_ptr_array_index (run->set->records, i), error))
        return FALSE;
    }
  if (run->n_copied == 0)
    return TRUE;

  payload = g_strdup_printf ("%s, %u", run->set->bundle, run->n_copied);
  return follow_notes (practice, run->set, error)
         && cab_practice_audit_act (practice, "import", NULL, NULL, payload, error);
}

gboolean
cab_copy_run (CabPractice *practice,
              CabCopySet *set,
              gboolean takes_backup,
              guint *n_copied,
              GError **error)
{
  Run run = { .set = set, .takes_backup = takes_backup };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && set != NULL && n_copied != NULL, FALSE);

  if (!check_practice (practice, set, error)
      || !cab_practice_transact (practice, "copy from a backup", copy_all, &run, error))
    return FALSE;

  *n_copied = run.n_copied;
  return TRUE;
}
