/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-import-private.h"

#include "cab-adoption.h"
#include "cab-bag-verify.h"
#include "cab-export-error.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-process-note.h"

#include <string.h>

#define CONFLICTS_MAXIMUM 1000
#define JOURNAL_FILE "data/journal.xml"

static void
conflict_free (CabImportConflict *self)
{
  g_free (self->id);
  g_free (self->fields);
  g_clear_object (&self->theirs);
  g_clear_object (&self->mine);
  g_free (self->their_text);
  g_free (self->my_text);
  g_free (self);
}

static void
namesake_free (CabImportNamesake *self)
{
  g_clear_object (&self->theirs);
  g_clear_object (&self->mine);
  g_free (self);
}

void
cab_import_preview_free (CabImportPreview *self)
{
  if (self == NULL)
    return;

  g_free (self->bundle_id);
  g_free (self->profile);
  g_free (self->made_by);
  g_free (self->made_at);
  g_free (self->manifest_digest);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->namesakes, g_ptr_array_unref);
  g_clear_pointer (&self->chains, g_hash_table_unref);
  g_free (self);
}

void
cab_import_preview_choose (CabImportPreview *self, CabImportConflicts choice)
{
  g_return_if_fail (self != NULL);

  self->others = choice;
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      CabImportConflict *conflict = g_ptr_array_index (self->conflicts, i);

      conflict->choice = choice;
    }
}

gboolean
cab_import_conflict_allows (const CabImportConflict *self, CabImportConflicts choice)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (choice)
    {
    case CAB_IMPORT_KEEP:
      return TRUE;
    case CAB_IMPORT_TAKE:
      return self->can_take;
    case CAB_IMPORT_BOTH:
      return self->can_both;
    }

  g_return_val_if_reached (FALSE);
}

static char *
dup_info (CabBagInfo *info, const char *label)
{
  return info == NULL ? NULL : g_strdup (cab_bag_info_get (info, label));
}

static void
read_info (CabImportPreview *preview, const CabBagReport *report)
{
  const char *urn
      = report->info == NULL ? NULL : cab_bag_info_get (report->info, "External-Identifier");

  if (urn != NULL)
    preview->bundle_id = g_strdup (g_str_has_prefix (urn, "urn:uuid:") ? urn + 9 : urn);
  preview->profile = dup_info (report->info, "Cabinet-Profile");
  preview->made_by = dup_info (report->info, "Source-Organization");
  preview->made_at = dup_info (report->info, "Cabinet-Created");
  preview->manifest_digest = g_strdup (report->tagmanifest_sha512);
}

static gboolean
check_bag (CabBundleSource *source,
           CabImportPreview *preview,
           CabImportProgress progress,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CabBagReport) report = NULL;

  report = cab_bag_verify (source, CAB_BAG_RULES_CABINET, NULL, NULL, progress, data, cancellable,
                           error);
  if (report == NULL)
    return FALSE;
  if (report->faults->len > 0)
    {
      g_propagate_error (error, g_error_copy (g_ptr_array_index (report->faults, 0)));
      return FALSE;
    }

  read_info (preview, report);
  return TRUE;
}

static CabImportCount *
get_count (CabImportPreview *preview, const CabKind *kind)
{
  CabImportCount *count;

  for (guint i = 0; i < preview->counts->len; i++)
    {
      count = g_ptr_array_index (preview->counts, i);
      if (count->kind == kind)
        return count;
    }

  count = g_new0 (CabImportCount, 1);
  count->kind = kind;
  g_ptr_array_add (preview->counts, count);
  return count;
}

static void
add_conflict (CabImportPreview *preview, CabRecord *record, CabRecord *mine)
{
  const CabKind *kind = cab_record_get_kind (record);
  CabImportConflict *conflict;
  GString *fields;

  if (preview->conflicts->len >= CONFLICTS_MAXIMUM)
    return;

  fields = g_string_new (NULL);
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (i != CAB_SYSTEM_ID && i != CAB_SYSTEM_CONTENT_DIGEST
          && !cab_value_equal (cab_record_get_value (record, i), cab_record_get_value (mine, i)))
        g_string_append_printf (fields, "%s%s", fields->len > 0 ? ", " : "",
                                cab_kind_get_field (kind, i)->name);
    }

  conflict = g_new0 (CabImportConflict, 1);
  conflict->kind = kind;
  conflict->id = g_strdup (cab_record_get_id (record));
  conflict->fields = g_string_free (fields, FALSE);
  conflict->theirs = g_object_ref (record);
  conflict->mine = g_object_ref (mine);
  conflict->choice = CAB_IMPORT_KEEP;
  g_ptr_array_add (preview->conflicts, conflict);
}

/* Versions come behind their notes. */
static void
keep_text (CabImportPreview *preview, CabRecord *version)
{
  const char *note = cab_import_get_whole (version);
  int text = cab_kind_find_field (cab_record_get_kind (version), "text");

  for (guint i = 0; note != NULL && i < preview->conflicts->len; i++)
    {
      CabImportConflict *conflict = g_ptr_array_index (preview->conflicts, i);
      const char *current
          = strcmp (conflict->id, note) == 0 ? cab_import_get_version (conflict->theirs) : NULL;

      if (g_strcmp0 (current, cab_record_get_id (version)) == 0)
        conflict->their_text = cab_record_dup_text (version, (guint)text);
    }
}

static void
add_link (CabImportPreview *preview, CabRecord *link, gboolean is_twin)
{
  if (!cab_import_is_link (cab_record_get_kind (link)))
    return;

  cab_import_note_link (preview->chains, link, is_twin);
  keep_text (preview, link);
}

static void
add_namesake (CabImportPreview *preview, CabRecord *theirs, CabRecord *mine)
{
  CabImportNamesake *person = g_new0 (CabImportNamesake, 1);

  person->theirs = g_object_ref (theirs);
  person->mine = g_object_ref (mine);
  g_ptr_array_add (preview->namesakes, person);
}

static gboolean
count_record (CabImportWalk *walk,
              CabRecord *record,
              CabRecord *mine,
              CabImportVerdict verdict,
              GError **error)
{
  CabImportPreview *preview = walk->data;
  CabImportCount *count = get_count (preview, cab_record_get_kind (record));

  switch (verdict)
    {
    case CAB_IMPORT_NEW:
      add_link (preview, record, FALSE);
      count->n_new++;
      preview->n_new++;
      break;
    case CAB_IMPORT_SAME:
      count->n_same++;
      preview->n_same++;
      break;
    case CAB_IMPORT_CONFLICT:
      count->n_conflict++;
      preview->n_conflict++;
      add_link (preview, record, TRUE);
      add_conflict (preview, record, mine);
      break;
    case CAB_IMPORT_ERASED:
      count->n_erased++;
      preview->n_erased++;
      break;
    case CAB_IMPORT_UNDECIDED:
      count->n_undecided++;
      preview->n_undecided++;
      if (mine != NULL)
        add_namesake (preview, record, mine);
      break;
    case CAB_IMPORT_LEFT:
      count->n_conflict++;
      preview->n_conflict++;
      break;
    }

  return TRUE;
}

static gboolean
load_text (CabPractice *practice, CabImportConflict *conflict, GError **error)
{
  const char *theirs = cab_import_get_version (conflict->theirs);

  if (g_strcmp0 (theirs, cab_import_get_version (conflict->mine)) == 0)
    return TRUE;
  /* The bundle may be the older one: its last text is here. */
  if (conflict->their_text == NULL && theirs != NULL)
    {
      const CabKind *kind = conflict->kind == &cab_note_kind ? &cab_note_version_kind
                                                             : &cab_process_note_version_kind;
      g_autoptr (CabRecord) version = cab_practice_load (practice, kind, theirs, error);

      if (version == NULL)
        return FALSE;
      conflict->their_text
          = cab_record_dup_text (version, (guint)cab_kind_find_field (kind, "text"));
    }

  return cab_note_dup_text (practice, conflict->mine, &conflict->my_text, error);
}

/* What can happen to a note depends on its versions, which come behind it. */
static gboolean
find_choices (CabImportPreview *preview, CabPractice *practice, GError **error)
{
  for (guint i = 0; i < preview->conflicts->len; i++)
    {
      CabImportConflict *conflict = g_ptr_array_index (preview->conflicts, i);

      conflict->can_take
          = cab_import_allows (preview->chains, conflict->theirs, conflict->mine, CAB_IMPORT_TAKE);
      conflict->can_both
          = cab_import_allows (preview->chains, conflict->theirs, conflict->mine, CAB_IMPORT_BOTH);
      if (!load_text (practice, conflict, error))
        return FALSE;
    }

  return TRUE;
}

/* A journal is kept and handed on inside another one, as it is: so it has to be
 * one, and to begin with its element. */
static gboolean
check_journal (CabBundleSource *source, GCancellable *cancellable, GError **error)
{
  int position = cab_bundle_source_find (source, JOURNAL_FILE);
  g_autoptr (GInputStream) stream = NULL;
  g_auto (CabXmlFacts) facts = { 0 };

  if (position < 0)
    return TRUE;

  stream = cab_bundle_source_open_file (source, (guint)position, error);
  if (stream == NULL
      || !cab_xml_check (stream, JOURNAL_FILE, CAB_SCHEMA_CHECK_ALL, &facts, cancellable, error))
    return FALSE;

  if (facts.is_declared)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_XML_PI, JOURNAL_FILE, 1, NULL);

  return strcmp (facts.root, "journal") == 0
         || cab_export_error_set (error, CAB_EXPORT_ERROR_XML_INVALID, JOURNAL_FILE, 1, facts.root);
}

static gboolean
walk_record (CabImportPreview *preview,
             CabPractice *practice,
             CabBundleSource *source,
             GCancellable *cancellable,
             GError **error)
{
  CabImportWalk walk;
  gboolean done;

  cab_import_walk_init (&walk, practice, source, preview->adopts, cancellable);
  done = cab_import_walk_run (&walk, count_record, preview, error)
         && cab_import_is_importable (source, preview->profile, walk.facts.root, error)
         && (g_strcmp0 (preview->profile, walk.facts.profile) == 0
             || cab_export_error_set (error, CAB_EXPORT_ERROR_XML_PROFILE, "data/record.xml", 2,
                                      walk.facts.profile))
         && cab_import_walk_check_files (&walk, error)
         && check_journal (source, cancellable, error);
  preview->n_extended = walk.facts.n_extended;
  cab_import_walk_clear (&walk);

  return done;
}

CabImportPreview *
cab_import_preview (CabPractice *practice,
                    CabBundleSource *source,
                    CabImportProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CabImportPreview) preview = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && source != NULL, NULL);

  preview = g_new0 (CabImportPreview, 1);
  preview->counts = g_ptr_array_new_with_free_func (g_free);
  preview->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)conflict_free);
  preview->namesakes = g_ptr_array_new_with_free_func ((GDestroyNotify)namesake_free);
  preview->chains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!check_bag (source, preview, progress, data, cancellable, error))
    return NULL;

  preview->adopts
      = g_strcmp0 (preview->profile, "practice") == 0 && cab_adoption_is_possible (practice);
  /* What can be told from bag-info.txt need not wait for the schema's verdict. */
  if (!cab_import_is_importable (source, preview->profile, NULL, error)
      || !walk_record (preview, practice, source, cancellable, error)
      || !find_choices (preview, practice, error))
    return NULL;

  return g_steal_pointer (&preview);
}
