/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-words.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "cab-client-name.h"
#include "cab-import-column-row.h"

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

static void
add_line (GString *lines, const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static char *
finish_lines (GString *lines)
{
  return lines->len > 0 ? g_string_free (lines, FALSE)
                        : (g_string_free (lines, TRUE), (char *)NULL);
}

static void
add_count (GPtrArray *counts, const char *title, guint64 count)
{
  g_ptr_array_add (counts, g_strdup (title));
  g_ptr_array_add (counts, g_strdup_printf ("%" PRIu64, count));
}

static void
add_count_above_zero (GPtrArray *counts, const char *title, guint64 count)
{
  if (count > 0)
    add_count (counts, title, count);
}

static void
count_people (const CabClientImport *import, GPtrArray *counts)
{
  add_count (counts, _ ("New"), import->counts[CAB_CLIENT_MATCH_NEW]);
  add_count (counts, _ ("Here already"), import->counts[CAB_CLIENT_MATCH_SAME]);
  add_count_above_zero (counts, _ ("Different here, and left as they are"),
                        import->counts[CAB_CLIENT_MATCH_DIFFERENT]);
  add_count_above_zero (counts, _ ("Possibly here"), import->counts[CAB_CLIENT_MATCH_POSSIBLY]);
  add_count_above_zero (counts, _ ("Archived as died"), import->n_died);
  add_count_above_zero (counts, _ ("Former names"), import->n_former_names);
  add_count_above_zero (counts, _ ("Columns not taken"), import->n_columns_left);
  add_count_above_zero (counts, _ ("Rows at fault"), import->csv->faults->len);
}

static void
count_moods (const CabMoodImport *import, GPtrArray *counts)
{
  add_count (counts, _ ("New"), cab_mood_import_count_new (import));
  add_count (counts, _ ("Here already"), cab_mood_import_count_known (import));
  add_count_above_zero (counts, _ ("Tracks that begin"), cab_mood_import_count_tracks (import));
  add_count_above_zero (counts, _ ("Moved out of an hour that clocks skipped"),
                        cab_mood_import_count_moved (import));
  add_count_above_zero (counts, _ ("Marks of formatting dropped"),
                        cab_mood_import_get_diary (import)->n_dropped);
}

static void
add_part (GString *parts, const char *format, guint64 count)
{
  if (count == 0)
    return;

  if (parts->len > 0)
    g_string_append (parts, " · ");
  g_string_append_printf (parts, "%" PRIu64 " ", count);
  g_string_append (parts, format);
}

/* Kinds with something to look at, and the others in one line. */
static void
count_bundle (const CabImportPreview *preview, GPtrArray *counts)
{
  guint64 n_rest = 0;

  for (guint i = 0; i < preview->counts->len; i++)
    {
      const CabImportCount *count = preview->counts->pdata[i];
      GString *parts;

      if (count->n_new + count->n_conflict + count->n_erased + count->n_undecided == 0)
        {
          n_rest += count->n_same;
          continue;
        }

      parts = g_string_new (NULL);
      add_part (parts, _ ("new"), count->n_new);
      add_part (parts, _ ("here already"), count->n_same);
      add_part (parts, _ ("different here"), count->n_conflict);
      add_part (parts, _ ("erased here"), count->n_erased);
      add_part (parts, _ ("to be decided"), count->n_undecided);
      g_ptr_array_add (counts, g_strdup (_ (count->kind->label_plural)));
      g_ptr_array_add (counts, g_string_free (parts, FALSE));
    }
  if (n_rest > 0)
    {
      g_ptr_array_add (counts,
                       counts->len > 0 ? g_strdup (_ ("All the rest")) : g_strdup (_ ("Records")));
      g_ptr_array_add (counts, g_strdup_printf (_ ("%" PRIu64 " here already"), n_rest));
    }
}

GPtrArray *
cab_import_list_counts (const CabImportPlan *plan)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func (g_free);

  if (plan->people != NULL)
    count_people (plan->people, counts);
  else if (plan->moods != NULL)
    count_moods (plan->moods, counts);
  else
    count_bundle (plan->file->bundle, counts);

  return counts;
}

static void
note_people (const CabClientImport *import, GString *lines)
{
  for (CabClientWarning i = CAB_CLIENT_WARNING_DIGITS; i < CAB_N_CLIENT_WARNINGS; i++)
    {
      guint count = import->csv->warnings[i];
      g_autofree char *sentence = count > 0 ? cab_client_warning_dup_sentence (i, count) : NULL;

      if (sentence != NULL)
        add_line (lines, sentence);
    }
  if (import->csv->can_split_names)
    add_line (lines,
              _ ("All names are written “Last, First”; one page back they can be taken apart."));
}

static void
note_bundle (const CabImportPreview *preview, GString *lines)
{
  if (preview->adopts)
    add_line (lines, _ ("This file is empty: it becomes the practice of the bundle."));
  if (preview->n_extended > 0)
    add_line (lines, _ ("Some records hold parts from a newer Cabinet; they are kept."));
}

char *
cab_import_dup_notes (const CabImportPlan *plan)
{
  GString *lines = g_string_new (NULL);

  if (plan->people != NULL)
    note_people (plan->people, lines);
  else if (plan->moods == NULL)
    note_bundle (plan->file->bundle, lines);

  return finish_lines (lines);
}

/* A person knows fields by their labels. */
static const char *
get_label (const char *field)
{
  int position = cab_kind_find_field (&cab_client_kind, field);

  return position >= 0 ? _ (cab_kind_get_field (&cab_client_kind, (guint)position)->label)
                       : cab_import_column_row_get_label (field);
}

static char *
dup_fault (const CabClientFault *fault)
{
  if (fault->field == NULL)
    /* Translators: number of a row, why it cannot be imported */
    return g_strdup_printf (_ ("Row %1$u: %2$s"), fault->row, fault->reason);

  /* Translators: number of a row, label of a field, why its value cannot be imported */
  return g_strdup_printf (_ ("Row %1$u, %2$s: %3$s"), fault->row, get_label (fault->field),
                          fault->reason);
}

char *
cab_import_dup_faults (const CabImportPlan *plan)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; plan->people != NULL && i < plan->people->csv->faults->len; i++)
    {
      const CabClientFault *fault = plan->people->csv->faults->pdata[i];
      g_autofree char *sentence = dup_fault (fault);
      g_autofree char *escaped = cab_export_escape (sentence, -1);

      add_line (lines, escaped);
    }

  return finish_lines (lines);
}

static const char *
get_reference (const CabClientCandidate *candidate)
{
  const char *reference
      = candidate->known != NULL ? cab_record_get_text (candidate->known, OWN (REFERENCE)) : NULL;

  /* Somebody of an earlier row has none yet. */
  return reference != NULL ? reference : _ ("somebody of an earlier row");
}

static void
add_different (const CabClientCandidate *candidate, GString *lines)
{
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < candidate->differing->len; i++)
    g_string_append_printf (fields, "%s%s", i > 0 ? _ (", ") : "",
                            get_label (candidate->differing->pdata[i]));
  /* Translators: number of a row, reference of a person, labels of fields */
  line = g_strdup_printf (_ ("Row %1$u: %2$s differs in %3$s"), candidate->row,
                          get_reference (candidate), fields->str);
  add_line (lines, line);
}

char *
cab_import_dup_conflicts (const CabImportPlan *plan)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; plan->people != NULL && i < plan->people->candidates->len; i++)
    {
      const CabClientCandidate *candidate = plan->people->candidates->pdata[i];

      if (candidate->match == CAB_CLIENT_MATCH_DIFFERENT)
        add_different (candidate, lines);
    }

  return finish_lines (lines);
}

char *
cab_import_dup_nothing (const CabImportPlan *plan)
{
  const CabImportPreview *bundle = plan->file->bundle;

  if (plan->people != NULL && plan->people->candidates->len == 0
      && plan->people->csv->faults->len == 0)
    return g_strdup (_ ("Nothing to import: there is no row below the headings"));
  if (plan->people != NULL)
    return plan->people->counts[CAB_CLIENT_MATCH_NEW] > 0
                   || plan->people->counts[CAB_CLIENT_MATCH_POSSIBLY] > 0
                   || plan->people->csv->faults->len > 0
               ? NULL
               : g_strdup (_ ("Nothing to import: everybody is here already"));
  if (plan->moods != NULL)
    return cab_mood_import_count_new (plan->moods) > 0
               ? NULL
               : g_strdup (_ ("Nothing to import: every entry is here already"));

  return bundle->n_new > 0 || bundle->n_conflict > 0 || bundle->n_erased > 0
                 || bundle->n_undecided > 0
             ? NULL
             : g_strdup_printf (_ ("Nothing to import: all %" PRIu64 " records are already here "
                                   "and unchanged"),
                                bundle->n_same);
}

char *
cab_import_dup_done (const CabImportPlan *plan)
{
  guint n;

  if (plan->people != NULL)
    {
      n = cab_client_import_count_taken (plan->people);
      return g_strdup_printf (ngettext ("%u person was added. The legal basis for holding their "
                                        "data is not set yet.",
                                        "%u people were added. The legal basis for holding their "
                                        "data is not set yet.",
                                        n),
                              n);
    }
  if (plan->moods != NULL)
    {
      n = cab_mood_import_count_new (plan->moods);
      return g_strdup_printf (ngettext ("%u entry was added", "%u entries were added", n), n);
    }

  n = (guint)plan->n_written;
  return g_strdup_printf (ngettext ("%u record was taken in", "%u records were taken in", n), n);
}

char *
cab_import_dup_namesake (const CabImportNamesake *namesake, gboolean is_discreet)
{
  g_autofree char *theirs = cab_client_name_dup (namesake->theirs, is_discreet);

  /* Translators: somebody in a bundle, the reference of somebody here */
  return g_strdup_printf (
      _ ("%1$s is possibly %2$s"), theirs,
      cab_record_get_text (namesake->mine, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
}

char *
cab_import_dup_candidate (const CabClientCandidate *candidate)
{
  /* Translators: number of a row, reference of a person */
  return g_strdup_printf (_ ("Row %1$u is possibly %2$s"), candidate->row,
                          get_reference (candidate));
}
