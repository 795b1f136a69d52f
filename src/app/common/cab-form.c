/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-form.h"

#include <glib/gi18n.h>

/* [W-76] After the last key, and at most after the first that is not written. */
#define REST_MS 1000
#define LIMIT_US (2 * G_USEC_PER_SEC)

typedef struct
{
  CabForm *form;
  guint field;
  CabFieldEditor *editor;
  guint is_dirty : 1;
  guint is_refused : 1;
} Line;

struct _CabForm
{
  GObject parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabFormBatch *batch; /* as stored, with the drafts found when it was opened */
  GPtrArray *lines;
  char *status;
  char *sentence;
  gulong closing_id;

  /* State */
  guint timer_id;
  gint64 first_us;
  guint is_writing : 1;
  guint is_ready : 1;
  guint is_complete : 1;
  guint is_given_up : 1;
};

enum
{
  PROP_STATUS = 1,
  PROP_SENTENCE,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabForm, cab_form, G_TYPE_OBJECT)

static void
line_free (Line *self)
{
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_object_unref (self->editor);
  g_free (self);
}

static void
set_status (CabForm *self, const char *status)
{
  if (g_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
set_sentence (CabForm *self, const char *sentence)
{
  if (g_set_str (&self->sentence, sentence))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static gboolean
is_live (CabForm *self)
{
  return cab_record_is_stored (self->batch->record);
}

static const CabField *
get_field (CabForm *self, guint field)
{
  return cab_kind_get_field (cab_record_get_kind (self->batch->record), field);
}

/* A new record is ready when every needed field has something, and anything at all was typed. */
static void
update_ready (CabForm *self)
{
  gboolean is_ready = FALSE;
  gboolean is_missing = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];
      const CabField *field = get_field (self, line->field);
      g_autofree char *text = cab_field_editor_dup_text (line->editor);

      if (field->required == CAB_REQUIRED_YES && text == NULL)
        is_missing = TRUE;
      if (text != NULL && (field->type == CAB_FIELD_TEXT || field->type == CAB_FIELD_LONGTEXT))
        is_ready = TRUE;
    }

  is_ready = is_ready && !is_missing;
  if (is_ready == self->is_ready && is_missing != self->is_complete)
    return;
  self->is_ready = is_ready != FALSE;
  self->is_complete = !is_missing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
show_line (CabForm *self, Line *line)
{
  g_autofree char *text = cab_record_dup_text (self->batch->record, line->field);

  cab_field_editor_set_text (line->editor, text);
}

/* (transfer full) (nullable): what is to be written; %NULL when nothing is. */
static CabFormBatch *
make_batch (CabForm *self)
{
  g_autoptr (CabFormBatch) batch = cab_form_batch_new (cab_record_dup (self->batch->record));
  gboolean is_dirty = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      if (!line->is_dirty && !line->is_refused)
        continue;
      is_dirty = is_dirty || line->is_dirty;
      cab_form_batch_add (batch, line->field, cab_field_editor_dup_text (line->editor));
    }

  return is_dirty ? g_steal_pointer (&batch) : NULL;
}

static Line *
find_line (CabForm *self, guint field)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((Line *)self->lines->pdata[i])->field == field)
      return self->lines->pdata[i];

  return NULL;
}

static void
show_refusals (CabForm *self, CabFormBatch *batch)
{
  for (guint i = 0; i < batch->edits->len; i++)
    {
      const CabFormEdit *edit = batch->edits->pdata[i];
      Line *line = find_line (self, edit->field);

      if (line == NULL || line->is_dirty)
        continue;
      line->is_refused = edit->sentence != NULL;
      cab_field_editor_set_refusal (line->editor, edit->sentence);
    }
  set_sentence (self, batch->sentence);
}

/* Takes a batch to the file's thread, which takes it out. */
typedef struct
{
  CabFormBatch *batch;
} Box;

static void
box_free (Box *self)
{
  g_clear_pointer (&self->batch, cab_form_batch_free);
  g_free (self);
}

static Box *
box_new (CabFormBatch *batch)
{
  Box *self = g_new0 (Box, 1);

  self->batch = batch;

  return self;
}

static gpointer
update_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabFormBatch) batch = g_steal_pointer (&((Box *)data)->batch);

  return cab_form_update (practice, batch, error) ? g_steal_pointer (&batch) : NULL;
}

static gpointer
create_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabFormBatch *batch = g_steal_pointer (&((Box *)data)->batch);

  cab_form_create (practice, batch);

  return batch;
}

static gboolean
has_edit (CabFormBatch *batch, guint field)
{
  for (guint i = 0; i < batch->edits->len; i++)
    if (((CabFormEdit *)batch->edits->pdata[i])->field == field)
      return TRUE;

  return FALSE;
}

/* What follows from a change, such as the day of a new status; never the text
 * that somebody is typing. */
static void
show_consequences (CabForm *self, CabFormBatch *batch)
{
  g_set_object (&self->batch->record, batch->record);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      if (!line->is_dirty && !line->is_refused && !has_edit (batch, line->field))
        show_line (self, line);
    }
}

static void
show_saved (CabForm *self, CabFormBatch *batch)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *status = NULL;

  if (cab_form_batch_is_refused (batch))
    status = g_strdup (_ ("What is marked is kept, but not part of the record yet"));
  else
    /* Translators: %s is a time of day, 14:02 */
    status = g_strdup_printf (_ ("Saved %s"), time);
  set_status (self, status);
}

static void
on_updated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabForm) self = user_data;
  g_autoptr (CabFormBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  batch = cab_open_practice_run_finish (self->practice, result, &error);
  self->is_writing = FALSE;
  if (batch == NULL)
    {
      set_sentence (self, error->message);
      return;
    }

  show_refusals (self, batch);
  show_consequences (self, batch);
  show_saved (self, batch);
  if (self->first_us != 0 && self->timer_id == 0)
    cab_form_flush (self);
}

/* After the form is gone: the practice alone is left to be told. */
static void
on_late_updated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOpenPractice) practice = user_data;
  g_autoptr (CabFormBatch) batch = cab_open_practice_run_finish (practice, result, NULL);
}

static void
forget_dirty (CabForm *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->first_us = 0;
  for (guint i = 0; i < self->lines->len; i++)
    ((Line *)self->lines->pdata[i])->is_dirty = FALSE;
}

void
cab_form_flush (CabForm *self)
{
  CabFormBatch *batch;

  g_return_if_fail (CAB_IS_FORM (self));

  if (self->practice == NULL || self->is_writing || !is_live (self))
    return;

  batch = make_batch (self);
  if (batch == NULL)
    return;

  forget_dirty (self);
  self->is_writing = TRUE;
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, update_job,
                               box_new (batch), (GDestroyNotify)box_free,
                               (GDestroyNotify)cab_form_batch_free, NULL, on_updated_cb,
                               g_object_ref (self));
}

void
cab_form_finish (CabForm *self)
{
  CabFormBatch *batch;

  g_return_if_fail (CAB_IS_FORM (self));

  /* Nothing is waited for, and nothing is lost. */
  batch = is_live (self) ? make_batch (self) : NULL;
  if (batch == NULL)
    return;

  forget_dirty (self);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, update_job,
                               box_new (batch), (GDestroyNotify)box_free,
                               (GDestroyNotify)cab_form_batch_free, NULL, on_late_updated_cb,
                               g_object_ref (self->practice));
}

static gpointer
keep_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabFormBatch *batch = g_steal_pointer (&((Box *)data)->batch);

  cab_form_keep (practice, batch);

  return batch;
}

static gpointer
recall_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabFormBatch *batch = g_steal_pointer (&((Box *)data)->batch);

  cab_form_recall (practice, batch);

  return batch;
}

static gpointer
forget_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabFormBatch *batch = g_steal_pointer (&((Box *)data)->batch);

  cab_form_forget (practice, batch);

  return batch;
}

/* (transfer full): the lines of a new record, or those that a person has changed */
static CabFormBatch *
make_new_batch (CabForm *self, gboolean only_dirty)
{
  CabFormBatch *batch = cab_form_batch_new (cab_record_dup (self->batch->record));

  batch->client_id = g_strdup (self->batch->client_id);
  batch->has_drafts = self->batch->has_drafts;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      if (!only_dirty || line->is_dirty)
        cab_form_batch_add (batch, line->field, cab_field_editor_dup_text (line->editor));
    }

  return batch;
}

static void
run_late (CabForm *self, CabJobFunc job, CabFormBatch *batch)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, job, box_new (batch),
                               (GDestroyNotify)box_free, (GDestroyNotify)cab_form_batch_free, NULL,
                               on_late_updated_cb, g_object_ref (self->practice));
}

void
cab_form_set_aside (CabForm *self)
{
  g_return_if_fail (CAB_IS_FORM (self));

  if (is_live (self) || self->is_given_up || self->practice == NULL
      || cab_open_practice_is_closed (self->practice)
      || !cab_open_practice_is_writable (self->practice))
    return;

  run_late (self, keep_job, make_new_batch (self, TRUE));
}

static void
on_recalled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabForm) self = user_data;
  g_autoptr (CabFormBatch) batch = NULL;

  if (self->practice == NULL)
    return;

  batch = cab_open_practice_run_finish (self->practice, result, NULL);
  if (batch == NULL || !batch->has_drafts)
    return;

  self->batch->has_drafts = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];
      const CabFormEdit *edit = batch->edits->pdata[i];

      if (line->is_dirty || edit->text == NULL)
        continue;
      cab_field_editor_set_text (line->editor, edit->text);
      line->is_dirty = TRUE;
    }
  update_ready (self);
}

void
cab_form_take_back (CabForm *self, const char *client_id)
{
  CabFormBatch *batch;

  g_return_if_fail (CAB_IS_FORM (self));
  g_return_if_fail (!is_live (self));

  g_set_str (&self->batch->client_id, client_id);
  batch = make_new_batch (self, FALSE);
  for (guint i = 0; i < batch->edits->len; i++)
    g_clear_pointer (&((CabFormEdit *)batch->edits->pdata[i])->text, g_free);
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, recall_job, box_new (batch),
                               (GDestroyNotify)box_free, (GDestroyNotify)cab_form_batch_free, NULL,
                               on_recalled_cb, g_object_ref (self));
}

void
cab_form_give_up (CabForm *self)
{
  g_return_if_fail (CAB_IS_FORM (self));

  self->is_given_up = TRUE;
  if (is_live (self) || !self->batch->has_drafts || self->practice == NULL
      || cab_open_practice_is_closed (self->practice))
    return;

  run_late (self, forget_job, make_new_batch (self, FALSE));
}

static void
on_time_cb (gpointer user_data)
{
  CabForm *self = user_data;

  self->timer_id = 0;
  cab_form_flush (self);
}

static void
schedule (CabForm *self)
{
  gint64 now_us = g_get_monotonic_time ();
  gint64 left_ms;

  set_status (self, _ ("Writing…"));
  if (self->first_us == 0)
    self->first_us = now_us;
  left_ms = MAX (0, (self->first_us + LIMIT_US - now_us) / 1000);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add_once ((guint)MIN (REST_MS, left_ms), on_time_cb, self);
}

static void
on_changed_cb (Line *line)
{
  CabForm *self = line->form;

  line->is_dirty = TRUE;
  update_ready (self);
  if (is_live (self))
    schedule (self);
  else
    cab_field_editor_set_refusal (line->editor, NULL);
}

static void
add_line (CabForm *self, AdwPreferencesGroup *group, guint field)
{
  Line *line = g_new0 (Line, 1);

  line->form = self;
  line->field = field;
  line->editor = cab_field_editor_new (get_field (self, field));
  g_ptr_array_add (self->lines, line);
  cab_field_editor_add_to (line->editor, group);
  cab_field_editor_blank (line->editor, self->practice);
  show_line (self, line);
  g_signal_connect_swapped (line->editor, "changed", G_CALLBACK (on_changed_cb), line);
  if (!cab_open_practice_is_writable (self->practice))
    cab_field_editor_set_editable (line->editor, FALSE);

  /* What was kept when this record was last left. */
  for (guint i = 0; i < self->batch->edits->len; i++)
    {
      const CabFormEdit *edit = self->batch->edits->pdata[i];

      if (edit->field == field)
        {
          cab_field_editor_set_text (line->editor, edit->text);
          cab_field_editor_set_refusal (line->editor, edit->sentence);
          line->is_refused = edit->sentence != NULL;
          /* Meanwhile allowed: it is written with the next change. */
          line->is_dirty = edit->sentence == NULL;
        }
    }
}

AdwPreferencesGroup *
cab_form_add_section (CabForm *self, const char *title, const guint *fields, gsize n_fields)
{
  AdwPreferencesGroup *group;

  g_return_val_if_fail (CAB_IS_FORM (self), NULL);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  cab_form_add_fields (self, group, fields, n_fields);

  return group;
}

void
cab_form_add_fields (CabForm *self, AdwPreferencesGroup *group, const guint *fields, gsize n_fields)
{
  g_return_if_fail (CAB_IS_FORM (self));
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  for (gsize i = 0; i < n_fields; i++)
    if (cab_field_editor_can_edit (get_field (self, fields[i])))
      add_line (self, group, fields[i]);
  update_ready (self);
}

CabRecord *
cab_form_get_record (CabForm *self)
{
  g_return_val_if_fail (CAB_IS_FORM (self), NULL);

  return self->batch->record;
}

void
cab_form_set (CabForm *self, guint field, const char *text)
{
  g_return_if_fail (CAB_IS_FORM (self));
  g_return_if_fail (!is_live (self));

  cab_record_set_text (self->batch->record, field, text);
}

void
cab_form_suggest (CabForm *self, guint field, const char *text)
{
  const Line *line;

  g_return_if_fail (CAB_IS_FORM (self));

  line = find_line (self, field);
  g_return_if_fail (line != NULL);

  cab_field_editor_set_text (line->editor, text);
  update_ready (self);
}

CabFieldEditor *
cab_form_get_editor (CabForm *self, guint field)
{
  Line *line;

  g_return_val_if_fail (CAB_IS_FORM (self), NULL);

  line = find_line (self, field);

  return line != NULL ? line->editor : NULL;
}

gboolean
cab_form_is_complete (CabForm *self)
{
  g_return_val_if_fail (CAB_IS_FORM (self), FALSE);

  return self->is_complete;
}

GtkWidget *
cab_form_get_first_row (CabForm *self)
{
  g_return_val_if_fail (CAB_IS_FORM (self), NULL);

  return self->lines->len > 0 ? cab_field_editor_get_row (((Line *)self->lines->pdata[0])->editor)
                              : NULL;
}

static void
focus_refused (CabForm *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      if (line->is_refused)
        {
          gtk_widget_grab_focus (cab_field_editor_get_row (line->editor));
          return;
        }
    }
}

/* What was typed while the record was being made. */
static void
schedule_rest (CabForm *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((Line *)self->lines->pdata[i])->is_dirty)
      {
        schedule (self);
        return;
      }
}

static void
on_created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CabForm *self = g_task_get_source_object (task);
  g_autoptr (CabFormBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice != NULL)
    batch = cab_open_practice_run_finish (self->practice, result, &error);
  if (batch == NULL)
    {
      set_sentence (self, error != NULL ? error->message : NULL);
      g_task_return_boolean (task, FALSE);
      return;
    }

  show_refusals (self, batch);
  focus_refused (self);
  g_set_object (&self->batch->record, batch->record);
  if (is_live (self))
    {
      show_saved (self, batch);
      schedule_rest (self);
    }
  g_task_return_boolean (task, is_live (self));
}

void
cab_form_create_async (CabForm *self, GAsyncReadyCallback callback, gpointer user_data)
{
  CabFormBatch *batch;
  GTask *task;

  g_return_if_fail (CAB_IS_FORM (self));
  g_return_if_fail (!is_live (self));

  batch = make_new_batch (self, FALSE);
  forget_dirty (self);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cab_form_create_async);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, create_job,
                               box_new (batch), (GDestroyNotify)box_free,
                               (GDestroyNotify)cab_form_batch_free, NULL, on_created_cb, task);
}

gboolean
cab_form_create_finish (CabForm *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

CabForm *
cab_form_new (CabOpenPractice *practice, CabFormBatch *batch)
{
  CabForm *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (batch != NULL, NULL);

  self = g_object_new (CAB_TYPE_FORM, NULL);
  self->practice = g_object_ref (practice);
  self->batch = batch;
  self->closing_id
      = g_signal_connect_swapped (practice, "closing", G_CALLBACK (cab_form_finish), self);

  return self;
}

static void
cab_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabForm *self = CAB_FORM (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->is_ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_form_dispose (GObject *object)
{
  CabForm *self = CAB_FORM (object);

  if (self->practice != NULL)
    {
      g_clear_signal_handler (&self->closing_id, self->practice);
      if (!cab_open_practice_is_closed (self->practice))
        cab_form_finish (self);
    }
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_form_parent_class)->dispose (object);
}

static void
cab_form_finalize (GObject *object)
{
  CabForm *self = CAB_FORM (object);

  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->batch, cab_form_batch_free);
  g_free (self->status);
  g_free (self->sentence);

  G_OBJECT_CLASS (cab_form_parent_class)->finalize (object);
}

static void
cab_form_class_init (CabFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_form_get_property;
  object_class->dispose = cab_form_dispose;
  object_class->finalize = cab_form_finalize;

  properties[PROP_STATUS]
      = g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_form_init (CabForm *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
}
