/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-set-up.h"

#include "cab-codes.h"
#include "cab-emotion-word.h"
#include "cab-preference.h"

/* forms.md [F-81]: ours, of no published scale. Their language is their own,
 * not the screen's. */
static const struct
{
  const char *word;
  CabTone tone;
} starters[] = {
  { "calm", CAB_TONE_PLEASANT },
  { "content", CAB_TONE_PLEASANT },
  { "hopeful", CAB_TONE_PLEASANT },
  { "grateful", CAB_TONE_PLEASANT },
  { "curious", CAB_TONE_PLEASANT },
  { "loving", CAB_TONE_PLEASANT },
  { "proud", CAB_TONE_PLEASANT },
  { "relieved", CAB_TONE_PLEASANT },
  { "lively", CAB_TONE_PLEASANT },
  { "amused", CAB_TONE_PLEASANT },
  { "sad", CAB_TONE_UNPLEASANT },
  { "worried", CAB_TONE_UNPLEASANT },
  { "angry", CAB_TONE_UNPLEASANT },
  { "ashamed", CAB_TONE_UNPLEASANT },
  { "guilty", CAB_TONE_UNPLEASANT },
  { "lonely", CAB_TONE_UNPLEASANT },
  { "frustrated", CAB_TONE_UNPLEASANT },
  { "empty", CAB_TONE_UNPLEASANT },
  { "overwhelmed", CAB_TONE_UNPLEASANT },
  { "afraid", CAB_TONE_UNPLEASANT },
  { "hurt", CAB_TONE_UNPLEASANT },
  { "numb", CAB_TONE_UNPLEASANT },
  { "tired", CAB_TONE_NONE },
  { "surprised", CAB_TONE_MIXED },
};

#define STARTER_LANGUAGE "en"

/* No preference stands yet from which the basis could come [B-6]. */
static void
set_basis (CabRecord *record)
{
  cab_record_set_code (record, CAB_SYSTEM_BASIS6, CAB_BASIS6_CONTRACT);
  cab_record_set_code (record, CAB_SYSTEM_BASIS9, CAB_BASIS9_NONE);
}

static gboolean
write_owner (CabPractice *practice, const CabSetUp *set_up, GError **error)
{
  g_autoptr (CabRecord) owner = cab_record_new (&cab_clinician_kind);
  g_autofree char *id = cab_practice_dup_new_id (practice);

  /* The rows of this very transaction name the owner already. */
  cab_record_set_text (owner, CAB_SYSTEM_ID, id);
  cab_vault_set_actor (cab_practice_get_vault (practice), id);

  set_basis (owner);
  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_DISPLAY_NAME), set_up->clinician);
  cab_record_set_code (owner, CAB_OWN (CAB_CLINICIAN_FIELD_PROFESSION), (int)set_up->profession);
  cab_record_set_bool (owner, CAB_OWN (CAB_CLINICIAN_FIELD_ACTIVE), TRUE);

  return cab_practice_save (practice, owner, error);
}

static gboolean
write_preference (CabPractice *practice,
                  const char *list,
                  const CabKind *kind,
                  const char *value,
                  GError **error)
{
  g_autoptr (CabRecord) preference = cab_record_new (&cab_preference_kind);
  g_autofree char *name = g_strconcat (list, ".", kind->name, NULL);

  set_basis (preference);
  cab_record_set_text (preference, CAB_OWN (CAB_PREFERENCE_FIELD_NAME), name);
  cab_record_set_text (preference, CAB_OWN (CAB_PREFERENCE_FIELD_VALUE), value);

  return cab_practice_save_quietly (practice, preference, error);
}

/* Whether rows of the kind are about clients, so that the condition of Art 9 is
 * asked for. */
static gboolean
is_about_clients (const CabKind *kind)
{
  return kind->owner != CAB_NO_OWNER || kind->of_client != NULL;
}

/* Registers have theirs from the law and need no row [B-6]. */
static gboolean
write_bases (CabPractice *practice, GError **error)
{
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kinds[i];

      if (kind->register_kind || kind->without_system_fields)
        continue;
      if (!write_preference (practice, "basis6", kind, "contract", error)
          || !write_preference (practice, "basis9", kind,
                                is_about_clients (kind) ? "health-care" : "none", error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_practice (CabPractice *practice, const CabSetUp *set_up, GError **error)
{
  g_autoptr (CabRecord) settings = cab_record_new (&cab_practice_kind);

  set_basis (settings);
  cab_record_set_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_NAME), set_up->name);
  cab_record_set_code (settings, CAB_OWN (CAB_PRACTICE_FIELD_JURISDICTION),
                       (int)set_up->jurisdiction);
  cab_record_set_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_ZONE), set_up->zone);
  cab_record_set_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_LOCALE), set_up->locale);
  cab_record_set_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_CURRENCY), set_up->currency);

  return cab_practice_save (practice, settings, error);
}

static gboolean
write_words (CabPractice *practice, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (starters); i++)
    {
      g_autoptr (CabRecord) word = cab_record_new (&cab_emotion_word_kind);

      cab_record_set_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD), starters[i].word);
      cab_record_set_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_LANGUAGE), STARTER_LANGUAGE);
      cab_record_set_code (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_TONE), (int)starters[i].tone);
      if (!cab_practice_save_quietly (practice, word, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (CabPractice *practice, gpointer data, GError **error)
{
  const CabSetUp *set_up = data;

  return write_owner (practice, set_up, error) && write_practice (practice, set_up, error)
         && write_bases (practice, error) && write_words (practice, error);
}

gboolean
cab_practice_set_up (CabPractice *practice, const CabSetUp *set_up, GError **error)
{
  CabSetUp copy;
  gboolean written;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && set_up != NULL, FALSE);

  copy = *set_up;
  written = cab_practice_transact (practice, "set the practice up", write_all, &copy, error);
  if (!written)
    cab_vault_set_actor (cab_practice_get_vault (practice), cab_practice_get_owner_id (practice));

  return written;
}
