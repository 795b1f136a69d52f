/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-form-save.h"

#include "cab-draft.h"

void
cab_form_edit_free (CabFormEdit *self)
{
  g_free (self->text);
  g_free (self->sentence);
  g_free (self);
}

CabFormBatch *
cab_form_batch_new (CabRecord *record)
{
  CabFormBatch *self = g_new0 (CabFormBatch, 1);

  self->record = record;
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_form_edit_free);

  return self;
}

void
cab_form_batch_free (CabFormBatch *self)
{
  g_clear_object (&self->record);
  g_ptr_array_unref (self->edits);
  g_free (self->sentence);
  g_free (self->client_id);
  g_free (self);
}

void
cab_form_batch_add (CabFormBatch *self, guint field, char *text)
{
  CabFormEdit *edit = g_new0 (CabFormEdit, 1);

  edit->field = field;
  edit->text = text;
  g_ptr_array_add (self->edits, edit);
}

gboolean
cab_form_batch_is_refused (const CabFormBatch *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (((CabFormEdit *)self->edits->pdata[i])->sentence != NULL)
      return TRUE;

  return self->sentence != NULL;
}

/* Puts a refusal to the field it names; to none when that was not edited. */
static void
place_refusal (CabFormBatch *batch, const GError *error)
{
  const char *sentence = NULL;
  int field = cab_record_find_refused (batch->record, error, &sentence);

  for (guint i = 0; i < batch->edits->len; i++)
    {
      CabFormEdit *edit = batch->edits->pdata[i];

      if (field >= 0 && edit->field == (guint)field)
        {
          g_set_str (&edit->sentence, sentence);
          return;
        }
    }

  g_set_str (&batch->sentence, error->message);
}

/* Parses every edit into @record; what cannot be read gets its sentence. */
static gboolean
apply_edits (CabFormBatch *batch, CabRecord *record)
{
  gboolean is_applied = TRUE;

  for (guint i = 0; i < batch->edits->len; i++)
    {
      CabFormEdit *edit = batch->edits->pdata[i];
      g_autoptr (GError) error = NULL;
      const char *sentence = NULL;

      g_clear_pointer (&edit->sentence, g_free);
      if (cab_record_parse (record, edit->field, edit->text, &error))
        continue;

      cab_record_find_refused (record, error, &sentence);
      edit->sentence = g_strdup (sentence);
      is_applied = FALSE;
    }

  return is_applied;
}

static void
make_target (CabFormBatch *batch, const CabFormEdit *edit, CabDraftTarget *target)
{
  const CabKind *kind = cab_record_get_kind (batch->record);
  gboolean is_stored = cab_record_is_stored (batch->record);

  *target = (CabDraftTarget){
    .kind = kind,
    .record_id = is_stored ? cab_record_get_id (batch->record) : NULL,
    .client_id = is_stored ? NULL : batch->client_id,
    .field = cab_kind_get_field (kind, edit->field)->name,
  };
}

/* A draft that is in the way or lost costs what was typed last, not the record. */
static void
note_failure (const GError *error)
{
  if (error != NULL)
    g_info ("A draft of a form was not kept: code %d", error->code);
}

void
cab_form_keep (CabPractice *practice, CabFormBatch *batch)
{
  g_return_if_fail (CAB_IS_PRACTICE (practice));
  g_return_if_fail (batch != NULL);

  for (guint i = 0; i < batch->edits->len; i++)
    {
      const CabFormEdit *edit = batch->edits->pdata[i];
      g_autoptr (GError) error = NULL;
      CabDraftTarget target;

      make_target (batch, edit, &target);
      cab_draft_keep (practice, &target, edit->text != NULL ? edit->text : "", &error);
      note_failure (error);
    }
}

void
cab_form_recall (CabPractice *practice, CabFormBatch *batch)
{
  g_return_if_fail (CAB_IS_PRACTICE (practice));
  g_return_if_fail (batch != NULL);

  for (guint i = 0; i < batch->edits->len; i++)
    {
      CabFormEdit *edit = batch->edits->pdata[i];
      g_autoptr (CabRecord) draft = NULL;
      CabDraftTarget target;

      make_target (batch, edit, &target);
      if (!cab_draft_find (practice, &target, &draft, NULL) || draft == NULL)
        continue;
      g_set_str (&edit->text, cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)));
      batch->has_drafts = TRUE;
    }
}

static gboolean
end_drafts (CabPractice *practice, gpointer data, GError **error)
{
  CabFormBatch *batch = data;

  for (guint i = 0; i < batch->edits->len; i++)
    {
      CabDraftTarget target;

      make_target (batch, batch->edits->pdata[i], &target);
      if (!cab_draft_end (practice, &target, error))
        return FALSE;
    }

  return TRUE;
}

void
cab_form_forget (CabPractice *practice, CabFormBatch *batch)
{
  g_return_if_fail (CAB_IS_PRACTICE (practice));
  g_return_if_fail (batch != NULL);

  for (guint i = 0; i < batch->edits->len; i++)
    {
      g_autoptr (GError) error = NULL;
      CabDraftTarget target;

      make_target (batch, batch->edits->pdata[i], &target);
      cab_draft_discard (practice, &target, &error);
      note_failure (error);
    }
}

/* What is a record now is no draft any more: both at once, or neither. */
typedef struct
{
  CabFormBatch *batch;
  CabRecord *record;
} Creation;

static gboolean
create (CabPractice *practice, gpointer data, GError **error)
{
  Creation *creation = data;

  return end_drafts (practice, creation->batch, error)
         && cab_practice_save (practice, creation->record, error);
}

void
cab_form_create (CabPractice *practice, CabFormBatch *batch)
{
  g_autoptr (CabRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CAB_IS_PRACTICE (practice));
  g_return_if_fail (batch != NULL);

  g_clear_pointer (&batch->sentence, g_free);
  record = cab_record_dup (batch->record);
  if (!apply_edits (batch, record))
    return;

  if (cab_practice_transact (practice, "make a record", create, &(Creation){ batch, record },
                             &error))
    g_set_object (&batch->record, record);
  else
    place_refusal (batch, error);
}

static void
end_or_keep_draft (CabPractice *practice, CabFormBatch *batch, const CabFormEdit *edit)
{
  g_autoptr (GError) error = NULL;
  CabDraftTarget target;

  make_target (batch, edit, &target);
  if (edit->sentence == NULL)
    cab_draft_end (practice, &target, &error);
  else
    cab_draft_keep (practice, &target, edit->text != NULL ? edit->text : "", &error);
  note_failure (error);
}

static gboolean
save_with (CabPractice *practice, CabFormBatch *batch, CabFormEdit *only, GError **error)
{
  g_autoptr (CabRecord) record = cab_record_dup (batch->record);

  for (guint i = 0; i < batch->edits->len; i++)
    {
      CabFormEdit *edit = batch->edits->pdata[i];

      if (only != NULL ? edit != only : edit->sentence != NULL)
        continue;
      if (!cab_record_parse (record, edit->field, edit->text, error))
        return FALSE;
    }
  if (!cab_practice_save (practice, record, error))
    return FALSE;

  g_set_object (&batch->record, record);
  return TRUE;
}

/* What did not go together may go one by one. */
static void
save_each (CabPractice *practice, CabFormBatch *batch)
{
  for (guint i = 0; i < batch->edits->len; i++)
    {
      CabFormEdit *edit = batch->edits->pdata[i];
      g_autoptr (GError) error = NULL;
      const char *sentence = NULL;

      if (edit->sentence != NULL || save_with (practice, batch, edit, &error))
        continue;

      /* The sentence may name a field that is still to come: it stands where
       * something was typed. */
      if (cab_record_find_refused (batch->record, error, &sentence) != (int)edit->field)
        sentence = error->message;
      edit->sentence = g_strdup (sentence);
    }
}

gboolean
cab_form_update (CabPractice *practice, CabFormBatch *batch, GError **error)
{
  g_autoptr (CabRecord) scratch = NULL;
  CabRecord *stored;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), FALSE);
  g_return_val_if_fail (batch != NULL, FALSE);

  stored = cab_practice_load (practice, cab_record_get_kind (batch->record),
                              cab_record_get_id (batch->record), error);
  if (stored == NULL)
    return FALSE;

  g_object_unref (batch->record);
  batch->record = stored;
  g_clear_pointer (&batch->sentence, g_free);
  scratch = cab_record_dup (stored);
  (void)apply_edits (batch, scratch);
  if (!save_with (practice, batch, NULL, NULL))
    save_each (practice, batch);

  for (guint i = 0; i < batch->edits->len; i++)
    end_or_keep_draft (practice, batch, batch->edits->pdata[i]);

  return TRUE;
}

static gboolean
collect_draft (CabRecord *draft, gpointer data, GError **error)
{
  CabFormBatch *batch = data;
  const CabKind *kind = cab_record_get_kind (batch->record);
  const char *name = cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_FIELD));
  int field = name != NULL ? cab_kind_find_field (kind, name) : -1;

  if (field >= 0
      && g_strcmp0 (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND)), kind->name)
             == 0)
    cab_form_batch_add (batch, (guint)field,
                        g_strdup (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY))));

  return TRUE;
}

/* The same judgement as when it is saved, but nothing is written. */
static gboolean
judge_drafts (CabPractice *practice, gpointer data, GError **error)
{
  CabFormBatch *batch = data;
  const CabKind *kind = cab_record_get_kind (batch->record);

  for (guint i = 0; i < batch->edits->len; i++)
    {
      CabFormEdit *edit = batch->edits->pdata[i];
      g_autoptr (CabRecord) scratch = cab_record_dup (batch->record);
      g_autoptr (GError) refusal = NULL;
      const char *sentence = NULL;

      if (cab_record_parse (scratch, edit->field, edit->text, &refusal)
          && cab_record_check (scratch, &refusal)
          && (kind->check == NULL || kind->check (practice, scratch, &refusal)))
        continue;

      cab_record_find_refused (scratch, refusal, &sentence);
      edit->sentence = g_strdup (sentence);
    }

  return TRUE;
}

CabFormBatch *
cab_form_load (CabPractice *practice, const CabKind *kind, const char *id, GError **error)
{
  const CabFilter of_record
      = { .field = CAB_OWN (CAB_DRAFT_FIELD_TARGET_RECORD), .equals = id, .trashed = 0 };
  g_autoptr (CabFormBatch) batch = NULL;
  CabRecord *record;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  record = cab_practice_load (practice, kind, id, error);
  if (record == NULL)
    return NULL;

  batch = cab_form_batch_new (record);
  if (!cab_practice_each (practice, &cab_draft_kind, &of_record, collect_draft, batch, error)
      || !cab_practice_read (practice, "judge the drafts of a form", judge_drafts, batch, error))
    return NULL;

  return g_steal_pointer (&batch);
}
