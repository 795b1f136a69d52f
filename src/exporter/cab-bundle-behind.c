/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-gather-private.h"

#include "cab-blob.h"
#include "cab-bundle-period-private.h"
#include "cab-chunks.h"
#include "cab-client.h"
#include "cab-disclosure.h"
#include "cab-draft.h"
#include "cab-export-error.h"
#include "cab-note.h"
#include "cab-practice-settings.h"
#include "cab-process-note.h"
#include "cab-vault-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* A jurisdiction in which the subject's copy leaves process notes out; anywhere
 * else that they lie apart is storage, not privilege [M-40], 45 CFR 164.501. */
static const char *const without_process_notes[] = { "us-hipaa", NULL };

/* References that no field table knows as such, because they lead to several
 * kinds: what they point from hangs on what they point to. */
static const struct
{
  const char *kind;
  const char *field;
} soft_references[] = {
  { "signature", "signed_id" },
  { "draft", "target_record" },
};

const CabKind *
cab_bundle_get_target (const CabField *field)
{
  if (field->type == CAB_FIELD_BLOB_REF)
    return &cab_blob_kind;

  return field->type == CAB_FIELD_REF ? cab_kind_find (field->target) : NULL;
}

static gboolean
is_behind (CabGathering *gathering, CabRecord *record, guint field)
{
  const char *id = cab_record_get_text (record, field);

  return id != NULL && g_hash_table_contains (gathering->behind, id);
}

/* Whether a record cannot stand without one that stays behind. */
static gboolean
hangs_on_one_behind (CabGathering *gathering, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CabField *field = &kind->fields[i];

      if (cab_bundle_get_target (field) != NULL
          && ((int)i == kind->owner || field->required == CAB_REQUIRED_YES)
          && is_behind (gathering, record, CAB_OWN (i)))
        return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (soft_references); i++)
    {
      int field = cab_kind_find_field (kind, soft_references[i].field);

      if (strcmp (kind->name, soft_references[i].kind) == 0 && field >= 0
          && is_behind (gathering, record, (guint)field))
        return TRUE;
    }

  return FALSE;
}

/* The content of a record stays behind with it: no two records share a blob. */
static void
leave (CabGathering *gathering, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  g_hash_table_add (gathering->behind, g_strdup (cab_record_get_id (record)));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *blob = kind->fields[i].type == CAB_FIELD_BLOB_REF
                             ? cab_record_get_text (record, CAB_OWN (i))
                             : NULL;

      if (blob != NULL)
        g_hash_table_add (gathering->behind, g_strdup (blob));
    }
}

/* Returns how many records went behind because others did. */
static guint
leave_what_hangs (CabGathering *gathering)
{
  guint n = 0;
  gboolean changed;

  do
    {
      changed = FALSE;
      for (guint i = 0; i < gathering->found->len; i++)
        {
          CabRecord *record = g_ptr_array_index (gathering->found, i);

          if (g_hash_table_contains (gathering->behind, cab_record_get_id (record))
              || !hangs_on_one_behind (gathering, record))
            continue;
          leave (gathering, record);
          changed = TRUE;
          n++;
        }
    }
  while (changed);

  return n;
}

static CabRecord *
find_found (CabGathering *gathering, const char *id)
{
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (strcmp (cab_record_get_id (record), id) == 0)
        return record;
    }

  return NULL;
}

/* A contact is no record of the client's own; it may be withheld from a client
 * whose record names it. */
static const CabKind *
find_referred (CabGathering *gathering, const char *id)
{
  CabBundleProfile profile = cab_bundle_scope_get_profile (gathering->plan->scope);

  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);
      const CabKind *kind = cab_record_get_kind (record);

      for (guint k = 0; k < kind->n_fields; k++)
        {
          const CabKind *target = cab_bundle_get_target (&kind->fields[k]);

          if (target != NULL && cab_bundle_shared_by_class (profile, target)
              && g_strcmp0 (cab_record_get_text (record, CAB_OWN (k)), id) == 0)
            return target;
        }
    }

  return NULL;
}

/* [B-64]: a disclosure that names what is withheld goes with it. Names are its
 * id and, of a file, its title. */
static gboolean
names_record (CabRecord *disclosure, CabRecord *record)
{
  static const guint texts[]
      = { CAB_OWN (CAB_DISCLOSURE_FIELD_WHAT), CAB_OWN (CAB_DISCLOSURE_FIELD_PURPOSE_TEXT) };
  static const char *const names[] = { "id", "title", "original_name" };
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (texts); i++)
    {
      int field = cab_kind_find_field (kind, names[i % G_N_ELEMENTS (names)]);
      const char *text = cab_record_get_text (disclosure, texts[i / G_N_ELEMENTS (names)]);
      const char *name = field < 0 ? NULL : cab_record_get_text (record, (guint)field);
      g_autofree char *folded_text = NULL;
      g_autofree char *folded_name = NULL;

      if (name == NULL || text == NULL)
        continue;
      folded_text = g_utf8_casefold (text, -1);
      folded_name = g_utf8_casefold (name, -1);
      if (strstr (folded_text, folded_name) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
leave_disclosures_of (CabGathering *gathering, CabRecord *record)
{
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *other = g_ptr_array_index (gathering->found, i);

      if (cab_record_get_kind (other) == &cab_disclosure_kind && names_record (other, record))
        leave (gathering, other);
    }
}

static gboolean
leave_withheld (CabGathering *gathering, GError **error)
{
  CabBundlePlan *plan = gathering->plan;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, cab_bundle_scope_get_withheld (plan->scope));
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *id = key;
      CabRecord *record = find_found (gathering, id);
      const CabKind *kind
          = record == NULL ? find_referred (gathering, id) : cab_record_get_kind (record);

      if (kind == NULL)
        return cab_export_error_set_sentence (
            error, CAB_EXPORT_ERROR_EXPORT_WITHHOLD,
            _ ("No record of this client has the number %s, so it cannot be withheld."), id);
      /* A chain of versions with one missing could not be taken in again. */
      if (kind == &cab_client_kind
          || (!plan->rules->external_ids && cab_bundle_get_head_kind (kind) != kind))
        return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_WITHHOLD, NULL, 0,
                                     g_dgettext (GETTEXT_PACKAGE, kind->label));

      plan->n_withheld++;
      if (record == NULL)
        g_hash_table_add (gathering->behind, g_strdup (id));
      else
        {
          leave (gathering, record);
          leave_disclosures_of (gathering, record);
        }
    }

  return TRUE;
}

/* The kind that a record is about: a draft is what it will become, also while
 * there is nothing yet that it hangs on. */
static const CabKind *
get_subject_kind (CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  const CabKind *target = NULL;

  if (kind == &cab_draft_kind)
    target = cab_kind_find (cab_record_get_text (record, CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND)));

  return cab_bundle_get_head_kind (target == NULL ? kind : target);
}

static void
leave_kind (CabGathering *gathering, const CabKind *kind)
{
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (get_subject_kind (record) == kind)
        leave (gathering, record);
    }
}

static gboolean
has_kind (CabGathering *gathering, const CabKind *kind)
{
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (get_subject_kind (record) == kind
          && !g_hash_table_contains (gathering->behind, cab_record_get_id (record)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
leave_process_notes (CabGathering *gathering, GError **error)
{
  CabBundlePlan *plan = gathering->plan;
  CabBundleChoice choice = cab_bundle_scope_get_process_notes (plan->scope);
  const char *jurisdiction;

  switch (plan->rules->process_notes)
    {
    case CAB_PROCESS_NOTES_TAKEN:
      break;
    case CAB_PROCESS_NOTES_BY_LAW:
      jurisdiction
          = cab_record_get_text (plan->settings, CAB_OWN (CAB_PRACTICE_FIELD_JURISDICTION));
      if (g_strv_contains (without_process_notes, jurisdiction))
        leave_kind (gathering, &cab_process_note_kind);
      break;
    case CAB_PROCESS_NOTES_ASKED:
      if (choice == CAB_BUNDLE_NOT_ASKED && has_kind (gathering, &cab_process_note_kind)
          && cab_bundle_scope_takes_kind (plan->scope, &cab_process_note_kind))
        return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_PROCESS_NOTES, NULL, 0, NULL);
      if (choice == CAB_BUNDLE_NO)
        leave_kind (gathering, &cab_process_note_kind);
      break;
    }

  return TRUE;
}

static void
leave_unticked_kinds (CabGathering *gathering)
{
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (!cab_bundle_scope_takes_kind (gathering->plan->scope, cab_record_get_kind (record))
          || !cab_bundle_scope_takes_kind (gathering->plan->scope, get_subject_kind (record)))
        leave (gathering, record);
    }
}

static void
leave_other_times (CabGathering *gathering)
{
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (!cab_bundle_period_holds (gathering->plan, record))
        leave (gathering, record);
    }
}

static gboolean
pass_over (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  return TRUE;
}

/* [B-12]: content is only read beforehand when what is damaged may be left out;
 * otherwise it is found while it is written. */
static gboolean
leave_if_damaged (CabGathering *gathering, CabRecord *record, guint field, GError **error)
{
  CabBundlePlan *plan = gathering->plan;
  const char *blob_id = cab_record_get_text (record, field);
  g_autoptr (GError) failure = NULL;
  int title;

  if (cab_chunks_read (cab_practice_get_vault (plan->practice), blob_id, pass_over, NULL,
                       gathering->cancellable, &failure))
    return TRUE;
  if (!g_error_matches (failure, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT)
      && !g_error_matches (failure, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  title = cab_kind_find_field (cab_record_get_kind (record), "title");
  g_ptr_array_add (plan->damaged,
                   g_strdup_printf ("%s ‘%s’", cab_record_get_kind (record)->label,
                                    title < 0 ? "" : cab_record_get_text (record, (guint)title)));
  g_hash_table_add (gathering->behind, g_strdup (blob_id));
  return TRUE;
}

static gboolean
leave_damaged (CabGathering *gathering, GError **error)
{
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);
      const CabKind *kind = cab_record_get_kind (record);

      if (g_hash_table_contains (gathering->behind, cab_record_get_id (record)))
        continue;
      for (guint k = 0; k < kind->n_fields; k++)
        {
          if (kind->fields[k].type == CAB_FIELD_BLOB_REF
              && !cab_record_is_none (record, CAB_OWN (k))
              && !leave_if_damaged (gathering, record, CAB_OWN (k), error))
            return FALSE;
        }
    }

  return TRUE;
}

/* The day of the last contact is computed from the notes; where one stays
 * behind, it is that of the others. Only the plan's own copy changes. */
static void
forget_last_contact (CabGathering *gathering)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *today = cab_practice_dup_today (gathering->plan->practice);
  g_autofree char *last = NULL;
  gboolean complete = TRUE;

  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (cab_record_get_kind (record) != &cab_note_kind)
        continue;
      if (g_hash_table_contains (gathering->behind, cab_record_get_id (record)))
        complete = FALSE;
      else
        g_ptr_array_add (notes, record);
    }
  if (complete || !gathering->plan->rules->external_ids)
    return;

  last = cab_client_dup_last_contact (notes, today);
  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (cab_record_get_kind (record) == &cab_client_kind)
        cab_record_set_text (record, CAB_OWN (CAB_CLIENT_FIELD_LAST_CONTACT_ON), last);
    }
}

gboolean
cab_bundle_plan_leave_behind (CabGathering *gathering, GError **error)
{
  if (!leave_withheld (gathering, error))
    return FALSE;
  gathering->plan->n_withheld += leave_what_hangs (gathering);

  if (!leave_process_notes (gathering, error))
    return FALSE;
  leave_unticked_kinds (gathering);
  leave_other_times (gathering);
  leave_what_hangs (gathering);

  if (cab_bundle_scope_leaves_out_damaged (gathering->plan->scope)
      && !leave_damaged (gathering, error))
    return FALSE;
  leave_what_hangs (gathering);
  forget_last_contact (gathering);

  return TRUE;
}
