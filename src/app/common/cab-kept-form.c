/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-kept-form.h"

/* The names are of the tables of fields and live as long as the program. */
typedef struct
{
  CabDraftTarget target;
  char *client_id;
  char *record_id;
  char *body;
} Kept;

static void
kept_free (Kept *self)
{
  g_free (self->client_id);
  g_free (self->record_id);
  g_free (self->body);
  g_free (self);
}

static gpointer
keep_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Kept *kept = data;

  if (kept->body != NULL)
    cab_draft_keep (practice, &kept->target, kept->body, error);
  else
    cab_draft_discard (practice, &kept->target, error);

  return NULL;
}

/* What cannot be kept costs what was typed last, not the record. */
static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOpenPractice) practice = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (practice, result, &error);
  if (error != NULL)
    g_info ("A draft of a form was not kept: code %d", error->code);
}

void
cab_kept_form_keep (CabOpenPractice *practice, const CabDraftTarget *target, const char *body)
{
  Kept *kept;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (target != NULL);

  if (cab_open_practice_is_closed (practice) || !cab_open_practice_is_writable (practice))
    return;

  kept = g_new0 (Kept, 1);
  kept->client_id = g_strdup (target->client_id);
  kept->record_id = g_strdup (target->record_id);
  kept->body = g_strdup (body);
  kept->target = *target;
  kept->target.client_id = kept->client_id;
  kept->target.record_id = kept->record_id;
  cab_open_practice_run_async (practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, keep_job, kept,
                               (GDestroyNotify)kept_free, NULL, NULL, on_kept_cb,
                               g_object_ref (practice));
}

char *
cab_kept_form_find (CabPractice *practice, const CabDraftTarget *target)
{
  g_autoptr (CabRecord) draft = NULL;

  if (!cab_draft_find (practice, target, &draft, NULL) || draft == NULL)
    return NULL;

  return g_strdup (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)));
}
