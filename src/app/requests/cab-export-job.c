/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-job.h"

#include <glib/gi18n.h>

#include "cab-attachment.h"
#include "cab-client-name.h"
#include "cab-client.h"
#include "cab-export-item.h"
#include "cab-note.h"
#include "cab-pdf.h"
#include "cab-practice-settings.h"
#include "cab-process-note.h"
#include "cab-word.h"

CabExportAsked *
cab_export_asked_new (CabBundleProfile profile, const char *client_id)
{
  CabExportAsked *self = g_new0 (CabExportAsked, 1);

  self->profile = profile;
  self->client_id = g_strdup (client_id);
  self->withheld = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
cab_export_asked_free (CabExportAsked *self)
{
  g_free (self->client_id);
  g_free (self->recipient);
  g_free (self->asked_by);
  g_free (self->path);
  g_clear_pointer (&self->passphrase, cab_secret_free);
  g_ptr_array_unref (self->withheld);
  g_clear_object (&self->progress);
  g_free (self);
}

void
cab_export_preview_free (CabExportPreview *self)
{
  g_free (self->counts);
  g_free (self->client_name);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  g_free (self);
}

static CabBundleScope *
make_scope (const CabExportAsked *asked, GError **error)
{
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (asked->profile);

  cab_bundle_scope_set_drawing (scope, cab_render_get_drawing ());
  if (asked->client_id != NULL)
    cab_bundle_scope_set_client_id (scope, asked->client_id);
  cab_bundle_scope_set_process_notes (scope, asked->process_notes);
  cab_bundle_scope_set_recipient (scope, asked->recipient);
  if (asked->channel != NULL && !cab_bundle_scope_set_channel (scope, asked->channel, error))
    return NULL;
  for (guint i = 0; i + 1 < asked->withheld->len; i += 2)
    if (!cab_bundle_scope_add_withhold (scope, asked->withheld->pdata[i],
                                        asked->withheld->pdata[i + 1], error))
      return NULL;
  if (asked->passphrase != NULL)
    cab_bundle_scope_set_passphrase (scope, asked->passphrase, TRUE);
  if (asked->asked_by != NULL)
    cab_bundle_scope_set_plain (scope, asked->asked_by);
  if (asked->path != NULL)
    cab_bundle_scope_set_target (scope, asked->path, FALSE, FALSE);

  return g_steal_pointer (&scope);
}

static gboolean
add_item (CabRecord *record, gpointer data, GError **error)
{
  g_ptr_array_add (data, cab_export_item_new (record));

  return TRUE;
}

/* [B-60] What a person may want to look at before it goes: words and files. */
static gboolean
add_items (CabExportPreview *preview,
           CabPractice *practice,
           const CabExportAsked *asked,
           GError **error)
{
  const CabKind *const kinds[] = { &cab_note_kind, &cab_process_note_kind, &cab_attachment_kind };
  const CabFilter filter = { .client_id = asked->client_id, .trashed = 0 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (cab_bundle_takes_kind (asked->profile, kinds[i])
        && !cab_practice_each (practice, kinds[i], &filter, add_item, preview->items, error))
      return FALSE;

  return TRUE;
}

static void
add_grounds (CabExportPreview *preview, CabPractice *practice, CabBundleProfile profile)
{
  const char *jurisdiction
      = cab_jurisdiction_codes.codes[cab_practice_settings_get_jurisdiction (practice)].code;

  for (const CabWithholdGround *ground = cab_withhold_grounds; ground->code != NULL; ground++)
    if (!ground->automatic && cab_withhold_ground_fits (ground, jurisdiction, profile))
      g_ptr_array_add (preview->grounds, (gpointer)ground);
}

/* What goes, in the words that the window has for it. */
static char *
dup_counts (CabPractice *practice, const CabBundlePlan *plan)
{
  const char *word = cab_record_get_text (cab_practice_get_settings (practice),
                                          CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT));
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      guint64 count = cab_bundle_plan_get_count (plan, cab_kinds[i]);
      const char *label = cab_kinds[i] == &cab_client_kind ? cab_word (word, "clients")
                                                           : _ (cab_kinds[i]->label_plural);

      if (count > 0)
        g_string_append_printf (counts, "%s%s: %" G_GUINT64_FORMAT, counts->len > 0 ? " · " : "",
                                label, count);
    }

  return g_string_free_and_steal (g_steal_pointer (&counts));
}

gpointer
cab_export_preview_job (CabPractice *practice,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  const CabExportAsked *asked = data;
  g_autoptr (CabBundleScope) scope = make_scope (asked, error);
  g_autoptr (CabBundlePlan) plan = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabExportPreview) preview = NULL;

  if (scope == NULL)
    return NULL;

  preview = g_new0 (CabExportPreview, 1);
  preview->items = g_ptr_array_new_with_free_func (g_object_unref);
  preview->grounds = g_ptr_array_new ();
  if (asked->client_id != NULL)
    {
      client = cab_practice_load (practice, &cab_client_kind, asked->client_id, error);
      if (client == NULL || !add_items (preview, practice, asked, error))
        return NULL;
      preview->client_name = cab_client_name_dup_recorded (client);
      add_grounds (preview, practice, asked->profile);
    }

  /* Somebody is needed to plan for; who it is does not change what goes. */
  if (asked->recipient == NULL)
    cab_bundle_scope_set_recipient (scope, preview->client_name);
  plan = cab_bundle_plan_new (practice, scope, cancellable, error);
  if (plan == NULL)
    return NULL;

  preview->counts = dup_counts (practice, plan);
  preview->n_records = cab_bundle_plan_get_n_records (plan);

  return g_steal_pointer (&preview);
}

/* [W-25] Each record is written several times over, once for each form that it goes in, and
 * read back: so many are done as that is of the whole. */
static void
count_records (guint64 done, guint64 total, gpointer data)
{
  const CabExportAsked *asked = data;

  if (asked->progress != NULL && total > 0)
    cab_progress_count (done * asked->n_records / total, asked->n_records, asked->progress);
}

gpointer
cab_export_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabExportAsked *asked = data;
  g_autoptr (CabBundleScope) scope = make_scope (asked, error);

  if (scope == NULL)
    return NULL;

  return cab_bundle_export (practice, scope, count_records, asked, cancellable, error);
}
