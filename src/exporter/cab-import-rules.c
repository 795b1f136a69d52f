/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-import-private.h"

#include <string.h>

#include "cab-addendum.h"
#include "cab-consent.h"
#include "cab-learned-word.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-preference.h"
#include "cab-process-note.h"
#include "cab-value-domain.h"

#define NO_FIELD (-1)

/* What a practice has once: two computers that each made one gave it two ids. */
static const struct
{
  const CabKind *kind;
  int first;
  int second;
} keys[] = {
  { &cab_preference_kind, CAB_PREFERENCE_FIELD_NAME, NO_FIELD },
  { &cab_learned_word_kind, CAB_LEARNED_WORD_FIELD_WORD, CAB_LEARNED_WORD_FIELD_LANGUAGE },
  { &cab_consent_kind, CAB_CONSENT_FIELD_CLIENT_ID, CAB_CONSENT_FIELD_PURPOSE },
  { &cab_value_rating_kind, CAB_VALUE_RATING_FIELD_DOMAIN_ID, CAB_VALUE_RATING_FIELD_RATED_ON },
  { &cab_mood_emotion_kind, CAB_MOOD_EMOTION_FIELD_ENTRY_ID, CAB_MOOD_EMOTION_FIELD_WORD_ID },
  { &cab_mood_track_value_kind, CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID,
    CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID },
  { &cab_note_version_kind, CAB_NOTE_VERSION_FIELD_NOTE_ID, CAB_NOTE_VERSION_FIELD_NUMBER },
  { &cab_process_note_version_kind, CAB_PROCESS_NOTE_VERSION_FIELD_NOTE_ID,
    CAB_PROCESS_NOTE_VERSION_FIELD_NUMBER },
  { &cab_addendum_kind, CAB_ADDENDUM_FIELD_NOTE_ID, CAB_ADDENDUM_FIELD_SEQUENCE },
};

typedef struct
{
  CabRecord *record;
  int second;
  CabRecord *found;
} Twin;

static gboolean
compare_twin (CabRecord *other, gpointer data, GError **error)
{
  Twin *twin = data;

  if (twin->second == NO_FIELD
      || cab_value_equal (cab_record_get_value (other, CAB_OWN (twin->second)),
                          cab_record_get_value (twin->record, CAB_OWN (twin->second))))
    g_set_object (&twin->found, other);

  return TRUE;
}

gboolean
cab_import_find_twin (CabPractice *practice, CabRecord *record, CabRecord **found, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      CabFilter filter = CAB_FILTER_ALL;
      Twin twin = { record, keys[i].second, NULL };

      if (keys[i].kind != cab_record_get_kind (record))
        continue;

      filter.field = (guint)CAB_OWN (keys[i].first);
      filter.equals = cab_record_get_text (record, filter.field);
      if (!cab_practice_each (practice, keys[i].kind, &filter, compare_twin, &twin, error))
        {
          g_clear_object (&twin.found);
          return FALSE;
        }
      *found = twin.found;
      return TRUE;
    }

  return TRUE;
}

gboolean
cab_import_is_link (const CabKind *kind)
{
  return kind == &cab_note_version_kind || kind == &cab_process_note_version_kind
         || kind == &cab_addendum_kind;
}

const char *
cab_import_get_whole (CabRecord *part)
{
  const CabKind *kind = cab_record_get_kind (part);

  if (kind != &cab_note_version_kind && kind != &cab_process_note_version_kind
      && kind != &cab_mood_emotion_kind && kind != &cab_mood_track_value_kind)
    return NULL;

  return cab_record_get_text (part, CAB_OWN (kind->owner));
}

const char *
cab_import_get_version (CabRecord *note)
{
  const CabKind *kind = cab_record_get_kind (note);

  if (kind == &cab_note_kind)
    return cab_record_get_text (note, CAB_OWN (CAB_NOTE_FIELD_CURRENT_VERSION_ID));
  if (kind == &cab_process_note_kind)
    return cab_record_get_text (note, CAB_OWN (CAB_PROCESS_NOTE_FIELD_CURRENT_VERSION_ID));

  return NULL;
}

void
cab_import_note_link (GHashTable *chains, CabRecord *link, gboolean is_twin)
{
  const CabKind *kind = cab_record_get_kind (link);
  const char *id = cab_record_get_text (link, CAB_OWN (kind->owner));
  guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (chains, id));

  if (kind == &cab_addendum_kind)
    flags |= is_twin ? CAB_IMPORT_ADDENDA_FORK : 0;
  else
    flags |= is_twin ? CAB_IMPORT_VERSIONS_FORK : CAB_IMPORT_VERSIONS_GROW;
  g_hash_table_insert (chains, g_strdup (id), GUINT_TO_POINTER (flags));
}

gboolean
cab_import_is_off_chain (GHashTable *chains, CabRecord *link)
{
  const char *id;

  if (cab_record_get_kind (link) != &cab_addendum_kind)
    return FALSE;

  id = cab_record_get_text (link, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID));

  return (GPOINTER_TO_UINT (g_hash_table_lookup (chains, id)) & CAB_IMPORT_ADDENDA_FORK) != 0;
}

/* A text has one line of versions: the bundle's can follow ours, but neither stand
 * beside them nor end before them. */
static gboolean
is_ahead (GHashTable *chains, CabRecord *theirs, CabRecord *mine)
{
  guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (chains, cab_record_get_id (mine)));

  return g_strcmp0 (cab_import_get_version (theirs), cab_import_get_version (mine)) == 0
         || flags == CAB_IMPORT_VERSIONS_GROW
         || flags == (CAB_IMPORT_VERSIONS_GROW | CAB_IMPORT_ADDENDA_FORK);
}

static gboolean
is_sealed (CabRecord *mine)
{
  const CabKind *kind = cab_record_get_kind (mine);

  return kind->mutability == CAB_IMMUTABLE || cab_import_is_link (kind)
         || (kind->mutability == CAB_IMMUTABLE_BY_RULE && kind->is_sealed (mine));
}

/* Beside the one that is here, a second one can stand only where nothing else
 * hangs on records of its kind, or it would be a head without a body. */
static gboolean
has_dependents (const CabKind *kind)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *other = cab_kinds[k];

      if (other->owner != CAB_NO_OWNER
          && g_strcmp0 (other->fields[other->owner].target, kind->name) == 0)
        return TRUE;
    }

  return kind->owner == CAB_NO_OWNER;
}

static gboolean
has_key (const CabKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].kind == kind)
      return TRUE;

  return FALSE;
}

gboolean
cab_import_allows (GHashTable *chains,
                   CabRecord *theirs,
                   CabRecord *mine,
                   CabImportConflicts choice)
{
  const CabKind *kind = cab_record_get_kind (mine);

  switch (choice)
    {
    case CAB_IMPORT_KEEP:
      return TRUE;
    case CAB_IMPORT_TAKE:
      return !is_sealed (mine) && is_ahead (chains, theirs, mine);
    case CAB_IMPORT_BOTH:
      return !is_sealed (mine) && !has_dependents (kind) && !has_key (kind);
    }

  g_return_val_if_reached (FALSE);
}
