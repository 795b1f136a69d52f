/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-fhir-private.h"

#include "cab-emotion-word.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-value-domain.h"

#include <string.h>

#define CATEGORY "http://terminology.hl7.org/CodeSystem/observation-category"

static void
open_observation (CabFhir *self,
                  CabRecord *record,
                  const char *code,
                  const char *text,
                  const char *when)
{
  g_autofree char *id = cab_fhir_dup_id (self, record);

  cab_fhir_open_entry (self, id, "Observation");
  cab_fhir_value (self, "status", "final");
  cab_fhir_concept (self, "category", CATEGORY, "survey", NULL);
  cab_fhir_concept (self, "code", "urn:cabinet:code:observation", code, text);
  cab_fhir_reference (self, "subject", self->client_id);
  cab_fhir_value (self, "effectiveDateTime", when);
}

static void
add_note (CabFhir *self, CabRecord *record, const char *field)
{
  g_autofree char *text = cab_fhir_dup (self, record, field);

  if (text == NULL)
    return;

  cab_fhir_open (self, "note");
  cab_fhir_value (self, "text", text);
  cab_fhir_close (self, "note");
}

static void
add_integer (CabFhir *self,
             CabRecord *record,
             const char *field,
             const char *code,
             const char *text)
{
  g_autofree char *value = cab_fhir_dup (self, record, field);

  if (value == NULL)
    return;

  cab_fhir_open (self, "component");
  cab_fhir_concept (self, "code", code == NULL ? NULL : "urn:cabinet:code:observation", code, text);
  cab_fhir_value (self, "valueInteger", value);
  cab_fhir_close (self, "component");
}

static void
add_emotions (CabFhir *self, CabRecord *entry)
{
  GPtrArray *emotions = cab_fhir_get_children (self, entry, &cab_mood_emotion_kind);

  for (guint i = 0; emotions != NULL && i < emotions->len; i++)
    {
      CabRecord *emotion = g_ptr_array_index (emotions, i);
      const char *word_id = cab_record_get_text (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_WORD_ID));
      CabRecord *word = cab_fhir_get_shared (self, &cab_emotion_word_kind, word_id);
      g_autofree char *text = cab_fhir_dup (self, word, "word");

      /* A word that stays behind leaves a feeling without a name. */
      add_integer (self, emotion, "intensity", text == NULL ? "emotion" : NULL, text);
    }
}

static CabRecord *
find_track (CabFhir *self, const char *id)
{
  GPtrArray *tracks = g_hash_table_lookup (self->rows, &cab_mood_track_kind);

  for (guint i = 0; i < tracks->len; i++)
    {
      if (g_strcmp0 (cab_record_get_id (g_ptr_array_index (tracks, i)), id) == 0)
        return g_ptr_array_index (tracks, i);
    }

  return NULL;
}

static void
add_track_values (CabFhir *self, CabRecord *entry)
{
  GPtrArray *values = cab_fhir_get_children (self, entry, &cab_mood_track_value_kind);

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      CabRecord *value = g_ptr_array_index (values, i);
      CabRecord *track = find_track (
          self, cab_record_get_text (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID)));
      g_autofree char *label = cab_fhir_dup (self, track, "label");
      g_autofree char *unit = cab_fhir_dup (self, track, "unit");
      g_autofree char *amount = cab_fhir_dup (self, value, "amount");

      if (amount == NULL || label == NULL)
        continue;
      cab_fhir_open (self, "component");
      cab_fhir_concept (self, "code", NULL, NULL, label);
      cab_fhir_open (self, "valueQuantity");
      cab_fhir_value (self, "value", amount);
      cab_fhir_value (self, "unit", unit);
      cab_fhir_close (self, "valueQuantity");
      cab_fhir_close (self, "component");
    }
}

void
cab_fhir_add_mood (CabFhir *self, CabRecord *entry)
{
  g_autofree char *precision = cab_fhir_dup (self, entry, "precision");
  g_autofree char *local = cab_fhir_dup (self, entry, "felt_at");
  g_autofree char *moment = cab_fhir_dup_moment (self, entry, "felt_at");
  g_autofree char *day = local == NULL ? NULL : g_strndup (local, strlen ("2026-03-02"));

  open_observation (self, entry, "mood", "Mood",
                    g_strcmp0 (precision, "minute") == 0 ? moment : day);
  add_note (self, entry, "context_words");
  add_note (self, entry, "entry_note");
  add_integer (self, entry, "valence", "valence", "Valence, -4 to 4");
  add_integer (self, entry, "arousal", "arousal", "Arousal, -4 to 4");
  add_emotions (self, entry);
  add_track_values (self, entry);
  cab_fhir_close_entry (self, "Observation");
}

void
cab_fhir_add_value_rating (CabFhir *self, CabRecord *rating)
{
  GPtrArray *domains = g_hash_table_lookup (self->rows, &cab_value_domain_kind);
  const char *domain_id = cab_record_get_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_DOMAIN_ID));
  g_autofree char *label = NULL;
  g_autofree char *when = cab_fhir_dup (self, rating, "rated_on");

  for (guint i = 0; i < domains->len && label == NULL; i++)
    {
      CabRecord *domain = g_ptr_array_index (domains, i);

      if (g_strcmp0 (cab_record_get_id (domain), domain_id) == 0)
        label = cab_fhir_dup (self, domain, "label");
    }

  open_observation (self, rating, "value", label, when);
  add_note (self, rating, "next_action");
  add_integer (self, rating, "importance", "importance", "Importance, 0 to 10");
  add_integer (self, rating, "lived", "lived", "Lived, 0 to 10");
  cab_fhir_close_entry (self, "Observation");
}
