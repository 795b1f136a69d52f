/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-mood-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-consent-gate.h"
#include "cab-export-error.h"
#include "cab-model-error.h"
#include "cab-mood-entry.h"
#include "cab-when.h"

#define ENTRY(field) CAB_OWN (CAB_MOOD_ENTRY_FIELD_##field)
#define TRACK(field) CAB_OWN (CAB_MOOD_TRACK_FIELD_##field)

/* The moment of an entry of which only the day is known. */
#define START_OF_DAY "00:00"

/* Minutes that the clock of a diary may be ahead of ours [M-41]. */
#define AHEAD_MINUTES 5

struct _CabMoodImport
{
  /* Owned */
  CabMoodDiary *diary;
  char *client_id;
  char *zone;
  GPtrArray *tracks; /* CabRecord, one for each of the diary's; new ones are not stored */
  GPtrArray *fresh;  /* CabMoodDiaryEntry of the diary: those that are new */

  /* State */
  guint n_moved;
};

static char *
dup_source (const CabMoodDiary *diary, const CabMoodDiaryEntry *entry)
{
  return g_strdup_printf ("csv:%s:%s", diary->format, entry->key);
}

static gboolean
remember_source (CabRecord *entry, gpointer sources, GError **error)
{
  const char *source = cab_record_get_text (entry, CAB_SYSTEM_SOURCE);

  if (source != NULL)
    g_hash_table_add (sources, g_strdup (source));
  return TRUE;
}

/* Where the wall clock stood; @moved when it lies in an hour that was skipped. */
static char *
dup_felt_at (const CabMoodDiaryEntry *entry, const char *zone, gboolean *moved)
{
  g_autofree char *local
      = g_strdup_printf ("%sT%s", entry->date, entry->time != NULL ? entry->time : START_OF_DAY);
  g_autoptr (GDateTime) at = cab_when_resolve_local (local, zone, moved);
  g_autofree char *instant = NULL;

  if (at == NULL || !*moved)
    return g_steal_pointer (&local);

  instant = cab_when_dup_instant (at);
  return cab_when_dup_local (instant, zone);
}

/* Entries in the trash count as known: who threw one away does not want it back. */
static gboolean
sort_out_known (CabMoodImport *self, CabPractice *practice, GError **error)
{
  CabFilter filter = { .client_id = self->client_id, .trashed = -1 };
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!cab_practice_each (practice, &cab_mood_entry_kind, &filter, remember_source, sources, error))
    return FALSE;

  for (guint i = 0; i < self->diary->entries->len; i++)
    {
      CabMoodDiaryEntry *entry = g_ptr_array_index (self->diary->entries, i);
      g_autofree char *source = dup_source (self->diary, entry);
      gboolean moved = FALSE;
      g_autofree char *felt_at = NULL;

      if (g_hash_table_contains (sources, source))
        continue;
      felt_at = dup_felt_at (entry, self->zone, &moved);
      self->n_moved += moved;
      g_ptr_array_add (self->fresh, entry);
    }

  return TRUE;
}

/* (transfer full) (nullable): the running track of that name. */
static CabRecord *
find_track (GPtrArray *stored, const char *label)
{
  for (guint i = 0; i < stored->len; i++)
    {
      CabRecord *track = g_ptr_array_index (stored, i);

      if (cab_record_is_none (track, TRACK (ENDED_ON))
          && g_strcmp0 (cab_record_get_text (track, TRACK (LABEL)), label) == 0)
        return g_object_ref (track);
    }

  return NULL;
}

static CabRecord *
make_track (const CabMoodImport *self, CabPractice *practice, const CabMoodDiaryTrack *wanted)
{
  CabRecord *track = cab_record_new (&cab_mood_track_kind);
  g_autofree char *id = cab_practice_dup_new_id (practice);

  cab_record_set_text (track, CAB_SYSTEM_ID, id);
  cab_record_set_text (track, CAB_SYSTEM_BUNDLE, self->diary->sha256);
  cab_record_set_text (track, TRACK (CLIENT_ID), self->client_id);
  cab_record_set_text (track, TRACK (LABEL), wanted->label);
  cab_record_set_text (track, TRACK (UNIT), wanted->unit);
  cab_record_set_integer (track, TRACK (MINIMUM), wanted->minimum);
  cab_record_set_integer (track, TRACK (MAXIMUM), wanted->maximum);

  return track;
}

/* Whether any new entry needs the track at @position. */
static gboolean
is_track_needed (const CabMoodImport *self, guint position)
{
  for (guint i = 0; i < self->fresh->len; i++)
    {
      const CabMoodDiaryEntry *entry = g_ptr_array_index (self->fresh, i);

      if (entry->has_amount[position])
        return TRUE;
    }

  return FALSE;
}

/* [M-44]: three at a time. Each is looked at beside those in the file; those that
 * would begin with it are not there yet, so they are counted here. */
static gboolean
check_room (GPtrArray *stored, guint n_begun, CabRecord *track, GError **error)
{
  guint n_running = n_begun;

  for (guint i = 0; i < stored->len; i++)
    n_running += cab_record_is_none (g_ptr_array_index (stored, i), TRACK (ENDED_ON));
  if (n_running < CAB_MOOD_TRACK_MAXIMUM)
    return TRUE;

  return cab_record_set_error (track, -1, CAB_MODEL_ERROR_HELD, error,
                               _ ("this client already has three tracks. End one first."));
}

static gboolean
find_tracks (CabMoodImport *self, CabPractice *practice, GError **error)
{
  CabFilter filter = { .client_id = self->client_id, .trashed = 0 };
  g_autoptr (GPtrArray) stored = cab_practice_list (practice, &cab_mood_track_kind, &filter, error);
  guint n_begun = 0;

  if (stored == NULL)
    return FALSE;

  for (guint i = 0; i < self->diary->tracks->len; i++)
    {
      const CabMoodDiaryTrack *wanted = g_ptr_array_index (self->diary->tracks, i);
      CabRecord *track = find_track (stored, wanted->label);

      if (track == NULL)
        track = make_track (self, practice, wanted);
      g_ptr_array_add (self->tracks, track);
      if (cab_record_is_stored (track) || !is_track_needed (self, i))
        continue;
      if (!check_room (stored, n_begun, track, error))
        return FALSE;
      n_begun++;
    }

  return TRUE;
}

/* A track that is gone on with may have another range than the diary. */
static gboolean
check_amount (const CabMoodImport *self, const CabMoodDiaryEntry *entry, guint i, GError **error)
{
  CabRecord *track = g_ptr_array_index (self->tracks, i);
  gint64 minimum = 0;
  gint64 maximum = 0;
  g_autofree char *place = NULL;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  cab_record_get_integer (track, TRACK (MINIMUM), &minimum);
  cab_record_get_integer (track, TRACK (MAXIMUM), &maximum);
  if (!entry->has_amount[i] || (entry->amounts[i] >= minimum && entry->amounts[i] <= maximum))
    return TRUE;

  place = cab_export_escape (self->diary->name, -1);
  least = cab_record_dup_text (track, TRACK (MINIMUM));
  most = cab_record_dup_text (track, TRACK (MAXIMUM));
  return cab_export_error_set_sentence (
      error, CAB_EXPORT_ERROR_MOOD_ROWS,
      _ ("%s, row %u: a number is outside %s to %s, the range of the track “%s”."), place,
      entry->row, least, most, cab_record_get_text (track, TRACK (LABEL)));
}

static gboolean
check_amounts (const CabMoodImport *self, GError **error)
{
  for (guint i = 0; i < self->fresh->len; i++)
    {
      for (guint j = 0; j < self->tracks->len; j++)
        {
          if (!check_amount (self, g_ptr_array_index (self->fresh, i), j, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* What saving would refuse with every entry, said before and for a dry run, too. */
gboolean
cab_mood_import_check_client (CabPractice *practice, CabRecord *client, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_CLIENT (client), FALSE);

  if (!cab_record_is_none (client, CAB_SYSTEM_TRASHED_AT))
    return cab_record_set_error (client, -1, CAB_MODEL_ERROR_HELD, error,
                                 _ ("the client is in the trash. Restore the client first."));
  if (cab_record_get_bool (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED)))
    return cab_record_set_error (
        client, -1, CAB_MODEL_ERROR_RESTRICTED, error,
        _ ("the client's record is restricted since %s. Lift the restriction first."),
        cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED_ON)));

  return cab_gate_check (practice, client, CAB_GATE_MOOD_SHARE, NULL, error);
}

char *
cab_mood_import_dup_latest (CabPractice *practice, const char *zone)
{
  g_autofree char *now = NULL;
  g_autofree char *instant = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) latest = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && zone != NULL, NULL);

  now = cab_practice_dup_now (practice);
  at = g_date_time_new_from_iso8601 (now, NULL);
  latest = g_date_time_add_minutes (at, AHEAD_MINUTES);
  instant = cab_when_dup_instant (latest);

  return cab_when_dup_local (instant, zone);
}

CabMoodImport *
cab_mood_import_look (CabPractice *practice,
                      CabRecord *client,
                      const char *zone,
                      CabMoodDiary *diary,
                      GError **error)
{
  g_autoptr (CabMoodImport) self = g_new0 (CabMoodImport, 1);

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_CLIENT (client), NULL);
  g_return_val_if_fail (zone != NULL && diary != NULL, NULL);

  self->diary = diary;
  self->client_id = g_strdup (cab_record_get_id (client));
  self->zone = g_strdup (zone);
  self->tracks = g_ptr_array_new_with_free_func (g_object_unref);
  self->fresh = g_ptr_array_new ();
  if (!cab_when_is_zone (zone))
    {
      g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID,
                   _ ("“%s” is no time zone; “Europe/London” is one."), zone);
      return NULL;
    }
  if (!cab_mood_import_check_client (practice, client, error)
      || !sort_out_known (self, practice, error) || !find_tracks (self, practice, error)
      || !check_amounts (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
cab_mood_import_free (CabMoodImport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->diary, cab_mood_diary_free);
  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_free (self->client_id);
  g_free (self->zone);
  g_free (self);
}

guint
cab_mood_import_count_new (const CabMoodImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fresh->len;
}

guint
cab_mood_import_count_known (const CabMoodImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->diary->entries->len - self->fresh->len;
}

guint
cab_mood_import_count_moved (const CabMoodImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_moved;
}

guint
cab_mood_import_count_tracks (const CabMoodImport *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->tracks->len; i++)
    n += !cab_record_is_stored (g_ptr_array_index (self->tracks, i)) && is_track_needed (self, i);
  return n;
}

const CabMoodDiary *
cab_mood_import_get_diary (const CabMoodImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diary;
}

typedef struct
{
  const CabMoodImport *import;
  CabImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Run;

static CabRecord *
make_entry (const CabMoodImport *self, const CabMoodDiaryEntry *read)
{
  CabRecord *entry = cab_record_new (&cab_mood_entry_kind);
  g_autofree char *source = dup_source (self->diary, read);
  gboolean moved = FALSE;
  g_autofree char *felt_at = dup_felt_at (read, self->zone, &moved);

  cab_record_set_text (entry, CAB_SYSTEM_SOURCE, source);
  cab_record_set_text (entry, CAB_SYSTEM_BUNDLE, self->diary->sha256);
  cab_record_set_text (entry, ENTRY (CLIENT_ID), self->client_id);
  cab_record_set_text (entry, ENTRY (FELT_AT), felt_at);
  cab_record_set_text (entry, ENTRY (FELT_AT_ZONE), self->zone);
  cab_record_set_code (entry, ENTRY (PRECISION),
                       read->time != NULL ? CAB_MOOD_PRECISION_MINUTE : CAB_MOOD_PRECISION_DAY);
  cab_record_set_code (entry, ENTRY (ENTRY_SOURCE), CAB_ENTRY_SOURCE_IMPORTED);
  cab_record_set_text (entry, ENTRY (CONTEXT_WORDS), read->context_words);
  cab_record_set_text (entry, ENTRY (ENTRY_NOTE), read->note);

  return entry;
}

static gboolean
add_entry (CabPractice *practice,
           const CabMoodImport *self,
           const CabMoodDiaryEntry *read,
           GError **error)
{
  g_autoptr (CabRecord) entry = make_entry (self, read);
  CabMoodNumber numbers[CAB_MOOD_TRACK_MAXIMUM];
  guint n_numbers = 0;

  for (guint i = 0; i < self->tracks->len; i++)
    {
      if (read->has_amount[i])
        numbers[n_numbers++]
            = (CabMoodNumber){ cab_record_get_id (g_ptr_array_index (self->tracks, i)),
                               read->amounts[i] };
    }

  if (cab_mood_entry_add_quietly (practice, entry, numbers, n_numbers, error))
    return TRUE;

  g_prefix_error (error, _ ("row %u: "), read->row);
  return FALSE;
}

static gboolean
begin_tracks (CabPractice *practice, const CabMoodImport *self, GError **error)
{
  for (guint i = 0; i < self->tracks->len; i++)
    {
      CabRecord *track = g_ptr_array_index (self->tracks, i);
      g_autoptr (CabRecord) copy = NULL;

      if (cab_record_is_stored (track) || !is_track_needed (self, i))
        continue;
      copy = cab_record_dup (track);
      if (!cab_practice_save (practice, copy, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
audit_import (CabPractice *practice, const CabMoodImport *self, GError **error)
{
  g_autofree char *payload
      = g_strdup_printf ("bundle\t%s\nnew\t%u\nsame\t%u\n", self->diary->sha256, self->fresh->len,
                         cab_mood_import_count_known (self));

  return cab_practice_audit_act (practice, "import", &cab_client_kind, self->client_id, payload,
                                 error);
}

static gboolean
add_entries (CabPractice *practice, gpointer data, GError **error)
{
  const Run *run = data;

  if (!begin_tracks (practice, run->import, error))
    return FALSE;

  for (guint i = 0; i < run->import->fresh->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error)
          || !add_entry (practice, run->import, g_ptr_array_index (run->import->fresh, i), error))
        return FALSE;
      if (run->progress != NULL)
        run->progress (i + 1, run->import->fresh->len, run->progress_data);
    }

  return audit_import (practice, run->import, error);
}

gboolean
cab_mood_import_run (const CabMoodImport *self,
                     CabPractice *practice,
                     CabImportProgress progress,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  Run run = { self, progress, data, cancellable };

  g_return_val_if_fail (self != NULL && CAB_IS_PRACTICE (practice), FALSE);

  return self->fresh->len == 0
         || cab_practice_transact (practice, "import a diary", add_entries, &run, error);
}
