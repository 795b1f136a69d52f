/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-job.h"

#include <glib/gi18n.h>

#include "cab-attachment.h"
#include "cab-client-name.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-contact.h"
#include "cab-draft.h"
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
  g_free (self->kinds);
  g_free (self->first);
  g_free (self->last);
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
  g_free (self->stays);
  g_clear_pointer (&self->kinds, g_array_unref);
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
  if (asked->kinds != NULL && !cab_bundle_scope_set_kinds (scope, asked->kinds, error))
    return NULL;
  if (!cab_bundle_scope_set_period (scope, asked->first, asked->last, error))
    return NULL;
  if (!cab_bundle_scope_set_ground (scope, asked->ground, error))
    return NULL;
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

/* Of every kind that hangs on the client alone: how many there are, and how many go. */
static GArray *
count_kinds (CabPractice *practice,
             const CabExportAsked *asked,
             const CabBundlePlan *plan,
             GError **error)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (CabExportKind));
  const CabFilter filter = { .client_id = asked->client_id, .trashed = 0 };

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kinds[i];
      gint64 n_held;

      if (kind->owner == CAB_NO_OWNER || cab_bundle_get_head_kind (kind) != kind
          || kind == &cab_draft_kind)
        continue;
      n_held = cab_practice_count (practice, kind, &filter, error);
      if (n_held < 0)
        return NULL;
      if (n_held > 0)
        g_array_append_vals (
            kinds,
            &(CabExportKind){ kind, (guint64)n_held, cab_bundle_plan_get_count (plan, kind) }, 1);
    }

  return g_steal_pointer (&kinds);
}

static void
append_count (GString *counts, const char *label, guint64 count)
{
  if (count > 0)
    g_string_append_printf (counts, "%s%s: %" G_GUINT64_FORMAT, counts->len > 0 ? " · " : "", label,
                            count);
}

/* What a person would call a kind of record: no versions of it, and nothing that only comes
 * along because others refer to it, but for people. */
static gboolean
is_told (CabBundleProfile profile, const CabKind *kind)
{
  if (kind == &cab_contact_kind)
    return TRUE;

  return cab_bundle_get_head_kind (kind) == kind && !cab_bundle_is_shared (profile, kind)
         && kind != &cab_client_contact_kind;
}

/* What goes, in the words that the window has for it. */
static char *
dup_counts (CabPractice *practice, CabBundleProfile profile, const CabBundlePlan *plan)
{
  const char *word = cab_record_get_text (cab_practice_get_settings (practice),
                                          CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT));
  GString *counts = g_string_new (NULL);

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    if (is_told (profile, cab_kinds[i]))
      append_count (counts,
                    cab_kinds[i] == &cab_client_kind ? cab_word (word, "clients")
                                                     : _ (cab_kinds[i]->label_plural),
                    cab_bundle_plan_get_count (plan, cab_kinds[i]));

  return g_string_free_and_steal (counts);
}

/* [W-97] What the profile, or a choice, leaves out. */
static char *
dup_stays (GArray *kinds)
{
  GString *counts = g_string_new (NULL);

  for (guint i = 0; i < kinds->len; i++)
    {
      const CabExportKind *held = &g_array_index (kinds, CabExportKind, i);

      append_count (counts, _ (held->kind->label_plural),
                    held->n_held - MIN (held->n_goes, held->n_held));
    }

  return g_string_free_and_steal (counts);
}

/* What is left is what a person may choose among. */
static void
keep_choosable (GArray *kinds, CabBundleProfile profile)
{
  for (guint i = kinds->len; i > 0; i--)
    {
      const CabKind *kind = g_array_index (kinds, CabExportKind, i - 1).kind;

      /* [B-5] Process notes have a question of their own. */
      if (!cab_bundle_is_choosable (profile, kind) || kind == &cab_process_note_kind)
        g_array_remove_index (kinds, i - 1);
    }
}

/* What stays for another reason needs no look: of another time, or of a kind not chosen. */
static void
keep_going_items (CabExportPreview *preview, const CabBundlePlan *plan)
{
  for (guint i = preview->items->len; i > 0; i--)
    if (!cab_bundle_plan_has_record (plan, cab_export_item_get_id (preview->items->pdata[i - 1])))
      g_ptr_array_remove_index (preview->items, i - 1);
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

  preview->counts = dup_counts (practice, asked->profile, plan);
  preview->n_records = cab_bundle_plan_get_n_records (plan);
  preview->kinds = count_kinds (practice, asked, plan, error);
  if (preview->kinds == NULL)
    return NULL;
  preview->stays = dup_stays (preview->kinds);
  keep_choosable (preview->kinds, asked->profile);
  keep_going_items (preview, plan);

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
