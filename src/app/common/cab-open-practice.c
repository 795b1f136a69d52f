/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-open-practice.h"

#include "cab-harden.h"
#include "cab-practice-settings.h"
#include "cab-worker.h"

/* What the main thread may know without asking the file's thread. */
typedef struct
{
  char *path;
  char *name;
  char *word;
  char *zone;
  gint64 snapshot_ms;
  char *today;
  guint lock_minutes;
  gboolean is_writable;
  gboolean is_sample;
  gboolean has_backup_folder;
} Facts;

/* [V-100] How long another job waits for one that gives way. */
#define YIELD_MS 2000

struct _CabOpenPractice
{
  GObject parent_instance;

  /* Owned */
  CabWorker *worker;
  GCancellable *closing;
  Facts *facts;
  int *n_long; /* shared with the jobs that it counts */
  GCancellable *yielding;

  /* Owned, and touched on the worker's thread alone */
  CabPractice *practice;

  /* State */
  guint yield_id;
  guint is_closed : 1;
  guint is_discreet : 1;
};

enum
{
  PROP_WRITABLE = 1,
  PROP_CLOSED,
  PROP_NAME,
  PROP_PATH,
  PROP_WORD,
  PROP_DISCREET,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CLOSING,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabOpenPractice, cab_open_practice, G_TYPE_OBJECT)

static void
facts_free (Facts *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->word);
  g_free (self->zone);
  g_free (self->today);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

static char *
dup_setting (CabRecord *settings, CabPracticeField field)
{
  const char *text = settings != NULL ? cab_record_get_text (settings, CAB_OWN (field)) : NULL;

  return g_strdup (text != NULL ? text : "");
}

static Facts *
read_facts (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  CabVault *vault = cab_practice_get_vault (practice);
  g_autofree char *folder = NULL;
  Facts *facts = g_new0 (Facts, 1);
  gint64 minutes = 0;

  if (settings == NULL
      || !cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_LOCK_MINUTES), &minutes)
      || minutes < 1)
    minutes = 10;

  facts->path = g_strdup (cab_vault_get_path (vault));
  facts->name = dup_setting (settings, CAB_PRACTICE_FIELD_NAME);
  facts->word = dup_setting (settings, CAB_PRACTICE_FIELD_WORD_FOR_CLIENT);
  facts->zone = g_strdup (cab_practice_settings_get_zone (practice));
  facts->today = cab_practice_dup_today (practice);
  facts->lock_minutes = (guint)minutes;
  facts->is_writable = cab_practice_is_writable (practice);
  facts->snapshot_ms = cab_vault_get_snapshot_ms (vault);
  folder = cab_practice_dup_preference (practice, "backup-folder");
  facts->has_backup_folder = folder != NULL;
  facts->is_sample = g_str_has_suffix (facts->path, G_DIR_SEPARATOR_S CAB_SAMPLE_NAME);

  return facts;
}

static void
close_in_worker (GTask *task)
{
  CabOpenPractice *self = g_task_get_task_data (task);

  g_clear_object (&self->practice);
  g_task_return_boolean (task, TRUE);
}

/* The practice belongs to the worker's thread, so that thread lets go of it. */
static void
end_worker (CabOpenPractice *self)
{
  GTask *task;

  if (self->worker == NULL)
    return;

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, end_worker);
  g_task_set_task_data (task, self, NULL);
  cab_worker_push (self->worker, close_in_worker, task);
  g_clear_pointer (&self->worker, cab_worker_free);
  cab_harden_scrub_thread ();
}

static void
on_caller_cancelled_cb (GCancellable *cancellable, GCancellable *chained)
{
  g_cancellable_cancel (chained);
}

static gulong
link_cancellables (GCancellable *from, GCancellable *to)
{
  return g_cancellable_connect (from, G_CALLBACK (on_caller_cancelled_cb), g_object_ref (to),
                                g_object_unref);
}

static void
clear_link (GCancellable **from, gulong id)
{
  if (*from != NULL)
    g_cancellable_disconnect (*from, id);
  g_clear_object (from);
}

typedef struct
{
  /* Owned by the main thread, which alone may drop the last reference */
  CabOpenPractice *self;
  CabOpenFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GCancellable *caller;
  gulong caller_id;
} Opening;

static void
opening_free (Opening *self)
{
  clear_link (&self->caller, self->caller_id);
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_object_unref (self->self);
  g_free (self);
}

static void
open_in_worker (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (CabPractice) practice = NULL;
  GError *error = NULL;

  practice = opening->func (opening->data, opening->self->closing, &error);
  if (practice == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  opening->self->facts = read_facts (practice);
  opening->self->practice = g_steal_pointer (&practice);
  g_task_return_boolean (task, TRUE);
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  Opening *opening = g_task_get_task_data (outer);
  GError *error = NULL;

  /* Who asked may stop the opening, and nothing of what is open. */
  clear_link (&opening->caller, opening->caller_id);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_pointer (outer, g_object_ref (opening->self), g_object_unref);
      return;
    }

  end_worker (opening->self);
  g_task_return_error (outer, error);
}

void
cab_open_practice_new_async (CabOpenFunc func,
                             gpointer data,
                             GDestroyNotify data_free,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Opening *opening;
  GTask *outer;
  GTask *inner;

  g_return_if_fail (func != NULL);

  opening = g_new0 (Opening, 1);
  opening->self = g_object_new (CAB_TYPE_OPEN_PRACTICE, NULL);
  opening->func = func;
  opening->data = data;
  opening->data_free = data_free;
  if (cancellable != NULL)
    {
      opening->caller = g_object_ref (cancellable);
      opening->caller_id = link_cancellables (cancellable, opening->self->closing);
    }

  outer = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (outer, cab_open_practice_new_async);
  g_task_set_task_data (outer, opening, (GDestroyNotify)opening_free);

  inner = g_task_new (NULL, NULL, on_opened_cb, outer);
  g_task_set_source_tag (inner, open_in_worker);
  g_task_set_task_data (inner, opening, NULL);
  cab_worker_push (opening->self->worker, open_in_worker, inner);
}

CabOpenPractice *
cab_open_practice_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A job owns no reference to the practice: a task may be freed last on the
 * worker's thread, which must not be the one that ends itself. */
typedef struct
{
  CabOpenPractice *self;
  CabJobFlags flags;
  CabJobFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GCancellable *cancellable;
  GCancellable *closing;
  gulong closing_id;
  GCancellable *caller;
  gulong caller_id;
  int *n_long; /* for a long job */
} Job;

static void
job_free (Job *self)
{
  clear_link (&self->closing, self->closing_id);
  clear_link (&self->caller, self->caller_id);
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_object_unref (self->cancellable);
  if (self->n_long != NULL)
    {
      g_atomic_int_add (self->n_long, -1);
      g_atomic_rc_box_release (self->n_long);
    }
  g_free (self);
}

/* [V-24] The one place where a job meets the practice. */
static void
run_in_worker (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  result = job->func (job->self->practice, job->data, job->cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, result != NULL ? job->result_free : NULL);
}

static gboolean
on_waited_cb (gpointer data)
{
  CabOpenPractice *self = data;

  self->yield_id = 0;
  g_cancellable_cancel (self->yielding);

  return G_SOURCE_REMOVE;
}

void
cab_open_practice_run_async (CabOpenPractice *self,
                             CabJobFlags flags,
                             CabJobFunc func,
                             gpointer data,
                             GDestroyNotify data_free,
                             GDestroyNotify result_free,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (self));
  g_return_if_fail (func != NULL);

  /* What happened is reported as it happened, whoever cancelled meanwhile. */
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, cab_open_practice_run_async);

  job = g_new0 (Job, 1);
  job->self = self;
  job->flags = flags;
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  job->cancellable = g_cancellable_new ();
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);

  if ((flags & CAB_JOB_KEEPS) == 0)
    {
      job->closing = g_object_ref (self->closing);
      job->closing_id = link_cancellables (job->closing, job->cancellable);
    }
  if ((flags & CAB_JOB_LONG) != 0)
    {
      job->n_long = g_atomic_rc_box_acquire (self->n_long);
      g_atomic_int_inc (job->n_long);
    }
  if (cancellable != NULL)
    {
      job->caller = g_object_ref (cancellable);
      job->caller_id = link_cancellables (job->caller, job->cancellable);
    }

  if (self->worker == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
      g_object_unref (task);
      return;
    }

  cab_worker_push (self->worker, run_in_worker, task);
  if (self->yielding != NULL && self->yield_id == 0)
    self->yield_id = g_timeout_add (YIELD_MS, on_waited_cb, self);
}

void
cab_open_practice_set_yielding (CabOpenPractice *self, GCancellable *cancellable)
{
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (self));

  g_clear_handle_id (&self->yield_id, g_source_remove);
  g_set_object (&self->yielding, cancellable);
}

gpointer
cab_open_practice_run_finish (CabOpenPractice *self, GAsyncResult *result, GError **error)
{
  gboolean has_written;
  gpointer answer;
  Job *job;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  job = g_task_get_task_data (G_TASK (result));
  has_written = (job->flags & CAB_JOB_WRITES) != 0 && !g_task_had_error (G_TASK (result));
  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (has_written && !self->is_closed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return answer;
}

/* What replaces a practice, and whose it is; the task of the job outlives neither. */
typedef struct
{
  CabOpenPractice *self;
  CabReplaceFunc func;
  gpointer data;
  GDestroyNotify data_free;
} Replacement;

static void
replacement_free (Replacement *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self);
}

static gpointer
replace_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Replacement *replacement = data;
  CabPractice *other = replacement->func (practice, replacement->data, cancellable, error);

  if (other != NULL)
    {
      g_object_unref (replacement->self->practice);
      replacement->self->practice = other;
    }

  return NULL;
}

void
cab_open_practice_replace_async (CabOpenPractice *self,
                                 CabReplaceFunc func,
                                 gpointer data,
                                 GDestroyNotify data_free,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Replacement *replacement;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (self));
  g_return_if_fail (func != NULL);

  replacement = g_new0 (Replacement, 1);
  replacement->self = self;
  replacement->func = func;
  replacement->data = data;
  replacement->data_free = data_free;
  cab_open_practice_run_async (self, CAB_JOB_WRITES, replace_job, replacement,
                               (GDestroyNotify)replacement_free, NULL, cancellable, callback,
                               user_data);
}

const char *
cab_open_practice_get_path (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), NULL);

  return self->facts->path;
}

const char *
cab_open_practice_get_name (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), NULL);

  return self->facts->name;
}

gboolean
cab_open_practice_is_writable (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), FALSE);

  return self->facts != NULL && self->facts->is_writable && !self->is_closed;
}

gboolean
cab_open_practice_is_closed (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), TRUE);

  return self->is_closed;
}

gboolean
cab_open_practice_is_sample (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), FALSE);

  return self->facts->is_sample;
}

guint
cab_open_practice_get_lock_minutes (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), 10);

  return self->facts->lock_minutes;
}

const char *
cab_open_practice_get_word (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), NULL);

  return self->facts->word;
}

gboolean
cab_open_practice_is_discreet (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), TRUE);

  return self->is_discreet;
}

void
cab_open_practice_set_discreet (CabOpenPractice *self, gboolean is_discreet)
{
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (self));

  if (self->is_discreet == (is_discreet != FALSE))
    return;

  self->is_discreet = is_discreet != FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISCREET]);
  if (!self->is_closed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gint64
cab_open_practice_get_snapshot_ms (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), 0);

  return self->facts->snapshot_ms;
}

const char *
cab_open_practice_get_zone (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), NULL);

  return self->facts->zone;
}

const char *
cab_open_practice_get_today (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), NULL);

  return self->facts->today;
}

gboolean
cab_open_practice_has_backup_folder (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), FALSE);

  return self->facts->has_backup_folder;
}

gboolean
cab_open_practice_is_busy (CabOpenPractice *self)
{
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (self), FALSE);

  return g_atomic_int_get (self->n_long) > 0;
}

static gpointer
read_facts_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return read_facts (practice);
}

static void
on_facts_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOpenPractice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Facts) old = NULL;
  Facts *facts = cab_open_practice_run_finish (self, result, &error);

  /* Only cancelled: reading what is cached cannot fail otherwise. */
  if (facts == NULL)
    return;

  old = g_steal_pointer (&self->facts);
  self->facts = facts;
  if (g_strcmp0 (old->name, facts->name) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (g_strcmp0 (old->word, facts->word) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORD]);
}

void
cab_open_practice_reload (CabOpenPractice *self)
{
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (self));

  cab_open_practice_run_async (self, CAB_JOB_READS, read_facts_job, NULL, NULL,
                               (GDestroyNotify)facts_free, NULL, on_facts_read_cb,
                               g_object_ref (self));
}

void
cab_open_practice_close (CabOpenPractice *self)
{
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (self));

  if (self->is_closed)
    return;

  g_signal_emit (self, signals[SIGNAL_CLOSING], 0);
  self->is_closed = TRUE;
  g_cancellable_cancel (self->closing);
  end_worker (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOSED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRITABLE]);
}

static void
cab_open_practice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabOpenPractice *self = CAB_OPEN_PRACTICE (object);

  switch (prop_id)
    {
    case PROP_WRITABLE:
      g_value_set_boolean (value, cab_open_practice_is_writable (self));
      break;
    case PROP_CLOSED:
      g_value_set_boolean (value, self->is_closed);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->facts->name);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->facts->path);
      break;
    case PROP_WORD:
      g_value_set_string (value, self->facts->word);
      break;
    case PROP_DISCREET:
      g_value_set_boolean (value, self->is_discreet);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_open_practice_dispose (GObject *object)
{
  CabOpenPractice *self = CAB_OPEN_PRACTICE (object);

  g_cancellable_cancel (self->closing);
  end_worker (self);
  cab_open_practice_set_yielding (self, NULL);

  G_OBJECT_CLASS (cab_open_practice_parent_class)->dispose (object);
}

static void
cab_open_practice_finalize (GObject *object)
{
  CabOpenPractice *self = CAB_OPEN_PRACTICE (object);

  g_clear_pointer (&self->facts, facts_free);
  g_object_unref (self->closing);
  g_atomic_rc_box_release (self->n_long);

  G_OBJECT_CLASS (cab_open_practice_parent_class)->finalize (object);
}

static void
cab_open_practice_class_init (CabOpenPracticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_open_practice_get_property;
  object_class->dispose = cab_open_practice_dispose;
  object_class->finalize = cab_open_practice_finalize;

  properties[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLOSED] = g_param_spec_boolean ("closed", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME]
      = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PATH]
      = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORD]
      = g_param_spec_string ("word", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISCREET] = g_param_spec_boolean ("discreet", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSING] = g_signal_new ("closing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_open_practice_init (CabOpenPractice *self)
{
  self->closing = g_cancellable_new ();
  self->worker = cab_worker_new ("practice");
  self->n_long = g_atomic_rc_box_new0 (int);
}
