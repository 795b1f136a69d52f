/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-note-private.h"

#include "cab-draft.h"
#include "cab-model-error.h"
#include "cab-practice-private.h"
#include "cab-record-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the acts below hand into their transaction. @note is a copy: the
 * caller's record changes only when everything is on disk. */
typedef struct
{
  const CabNoteFamily *family;
  CabRecord *note;
  const char *text;
  CabCutBecause because;
  const char *statement;
} Act;

/* Runs @work on a copy of @note and makes @note equal to it when that is on disk. */
static gboolean
run_act (CabPractice *practice,
         CabRecord *note,
         const char *action,
         CabPracticeWork work,
         Act *act,
         GError **error)
{
  g_autoptr (CabRecord) copy = cab_record_dup (note);

  act->family = cab_note_get_family (cab_record_get_kind (note));
  act->note = copy;
  if (!cab_practice_transact (practice, action, work, act, error))
    return FALSE;

  cab_record_adopt (note, copy);
  return TRUE;
}

static gboolean
check_not_trashed (CabRecord *record, GError **error)
{
  if (cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT))
    return TRUE;

  return cab_record_set_error (record, -1, CAB_MODEL_ERROR_HELD, error,
                               _ ("it lies in the trash. Restore it first."));
}

static CabDraftTarget
get_draft_target (CabRecord *note)
{
  return (CabDraftTarget){
    .kind = cab_record_get_kind (note),
    .record_id = cab_record_get_id (note),
    .field = "text",
  };
}

static gboolean
load_current (CabPractice *practice, const Act *act, CabRecord **version, GError **error)
{
  const char *id = cab_record_get_text (act->note, act->family->current_version);

  *version = NULL;
  if (id == NULL)
    return TRUE;

  *version = cab_practice_load (practice, act->family->version, id, error);
  return *version != NULL;
}

/* A version is held for the same reasons, and looked at as carefully before it
 * leaves, as its note. */
static void
copy_classification (CabRecord *version, CabRecord *note)
{
  static const guint fields[] = {
    CAB_SYSTEM_ORIGIN, CAB_SYSTEM_SOURCE,      CAB_SYSTEM_BASIS6,
    CAB_SYSTEM_BASIS9, CAB_SYSTEM_SENSITIVITY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cab_record_set_value (version, fields[i], cab_record_get_value (note, fields[i]));
}

/* The note's own row only follows its version here, so the version's audit row
 * tells of both. */
static gboolean
cut_version (CabPractice *practice,
             const Act *act,
             const char *text,
             CabCutBecause because,
             GError **error)
{
  g_autoptr (CabRecord) version = cab_record_new (act->family->version);

  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_NOTE_ID),
                       cab_record_get_id (act->note));
  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT), text);
  cab_record_set_code (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_CUT_BECAUSE), (int)because);
  copy_classification (version, act->note);
  if (!cab_practice_save (practice, version, error))
    return FALSE;

  cab_record_set_text (act->note, act->family->current_version, cab_record_get_id (version));
  cab_record_set_code (act->note, act->family->state, CAB_NOTE_STATE_DRAFT);
  return cab_practice_save_quietly (practice, act->note, error);
}

static gboolean
write_text (CabPractice *practice, gpointer data, GError **error)
{
  const Act *act = data;
  const CabDraftTarget target = get_draft_target (act->note);
  g_autoptr (CabRecord) version = NULL;
  gboolean is_signed = cab_record_get_code (act->note, act->family->state) == CAB_NOTE_STATE_SIGNED;

  if (!check_not_trashed (act->note, error) || !cab_practice_save (practice, act->note, error)
      || !load_current (practice, act, &version, error))
    return FALSE;

  if (version == NULL
      || strcmp (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT)), act->text)
             != 0)
    {
      if (!cut_version (practice, act, act->text, is_signed ? CAB_CUT_BECAUSE_UNLOCK : act->because,
                        error))
        return FALSE;
    }

  return cab_draft_end (practice, &target, error);
}

gboolean
cab_note_write (CabPractice *practice,
                CabRecord *note,
                const char *text,
                CabCutBecause because,
                GError **error)
{
  Act act = { .text = text, .because = because };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (note), FALSE);

  if (text == NULL || *text == '\0')
    return cab_record_set_error (note, -1, CAB_MODEL_ERROR_INVALID, error,
                                 _ ("there is no text to keep."));

  return run_act (practice, note, "keep the text of a note", write_text, &act, error);
}

static gboolean
check_no_draft (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabDraftTarget target = get_draft_target (note);
  g_autoptr (CabRecord) draft = NULL;

  if (!cab_draft_find (practice, &target, &draft, error))
    return FALSE;
  if (draft == NULL)
    return TRUE;

  return cab_record_set_error (note, -1, CAB_MODEL_ERROR_HELD, error,
                               _ ("its text has a draft. Keep or discard the draft first."));
}

gboolean
cab_note_check_text (CabRecord *note, const char *text, GError **error)
{
  g_return_val_if_fail (CAB_IS_RECORD (note), FALSE);

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return TRUE;
    }

  return cab_record_set_error (note, -1, CAB_MODEL_ERROR_INVALID, error,
                               _ ("there is no text to sign."));
}

static const char *
get_version_text (CabRecord *version)
{
  return version != NULL ? cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT))
                         : NULL;
}

/* What is signed says when the session was, so a note that was moved after its
 * text was written gets a version with the new time. */
static gboolean
is_moved (const Act *act, CabRecord *version)
{
  return g_strcmp0 (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON)),
                    cab_record_get_text (act->note, act->family->held_on))
             != 0
         || g_strcmp0 (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON_ZONE)),
                       cab_record_get_text (act->note, act->family->held_on_zone))
                != 0;
}

static gboolean
mark_signed (CabPractice *practice, const Act *act, GError **error)
{
  g_autofree char *changes = NULL;

  cab_record_set_code (act->note, act->family->state, CAB_NOTE_STATE_SIGNED);
  changes = cab_practice_dup_changes (act->note);

  return cab_practice_save_quietly (practice, act->note, error)
         && cab_practice_audit_act (practice, "sign", act->family->note,
                                    cab_record_get_id (act->note), changes, error);
}

static gboolean
sign_note (CabPractice *practice, gpointer data, GError **error)
{
  const Act *act = data;
  g_autoptr (CabRecord) version = NULL;

  if (!check_not_trashed (act->note, error) || !cab_practice_save (practice, act->note, error)
      || !check_no_draft (practice, act->note, error)
      || !load_current (practice, act, &version, error))
    return FALSE;
  if (!cab_note_check_text (act->note, get_version_text (version), error))
    return FALSE;
  if (cab_record_get_code (act->note, act->family->state) == CAB_NOTE_STATE_SIGNED)
    return cab_record_set_error (act->note, -1, CAB_MODEL_ERROR_DUPLICATE, error,
                                 _ ("it is signed already."));

  if (is_moved (act, version))
    {
      g_autofree char *text
          = g_strdup (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT)));

      g_clear_object (&version);
      if (!cut_version (practice, act, text, CAB_CUT_BECAUSE_SIGN, error)
          || !load_current (practice, act, &version, error))
        return FALSE;
    }

  return cab_signature_write (practice, version, act->statement, error)
         && mark_signed (practice, act, error);
}

gboolean
cab_note_sign (CabPractice *practice, CabRecord *note, const char *statement, GError **error)
{
  Act act = { .statement = statement };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (note), FALSE);
  g_return_val_if_fail (statement != NULL, FALSE);

  return run_act (practice, note, "sign a note", sign_note, &act, error);
}

CabRecord *
cab_note_add_addendum (CabPractice *practice,
                       CabRecord *note,
                       CabAddendumKind kind,
                       const char *text,
                       const char *reason,
                       GError **error)
{
  g_autoptr (CabRecord) addendum = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (note), NULL);

  if (cab_record_get_kind (note) != &cab_note_kind)
    {
      cab_record_set_error (note, -1, CAB_MODEL_ERROR_INVALID, error,
                            _ ("only a note can be added to."));
      return NULL;
    }

  addendum = cab_record_new (&cab_addendum_kind);
  cab_record_set_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID), cab_record_get_id (note));
  cab_record_set_code (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_ADDENDUM_KIND), (int)kind);
  cab_record_set_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), text);
  cab_record_set_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_REASON), reason);
  if (!cab_practice_save (practice, addendum, error))
    return NULL;

  return g_steal_pointer (&addendum);
}

gboolean
cab_note_dup_text (CabPractice *practice, CabRecord *note, char **text, GError **error)
{
  g_autoptr (CabRecord) version = NULL;
  Act act = { .note = note };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (note), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  act.family = cab_note_get_family (cab_record_get_kind (note));
  if (!load_current (practice, &act, &version, error))
    return FALSE;

  *text = version == NULL
              ? NULL
              : g_strdup (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT)));
  return TRUE;
}

GPtrArray *
cab_note_list_versions (CabPractice *practice, CabRecord *note, GError **error)
{
  CabFilter filter = CAB_FILTER_ALL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (note), NULL);

  filter.field = CAB_OWN (CAB_NOTE_VERSION_FIELD_NOTE_ID);
  filter.equals = cab_record_get_id (note);

  return cab_practice_list (practice, cab_note_get_family (cab_record_get_kind (note))->version,
                            &filter, error);
}
