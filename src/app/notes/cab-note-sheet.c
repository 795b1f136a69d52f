/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-sheet.h"

#include <glib/gi18n.h>

#include "cab-draft.h"
#include "cab-format.h"
#include "cab-model-error.h"
#include "cab-practice-settings.h"
#include "cab-when.h"

static const char *const field_names[CAB_NOTE_SHEET_N_FIELDS] = {
  [CAB_NOTE_SHEET_NOTE_KIND] = "note_kind",
  [CAB_NOTE_SHEET_HELD_ON] = "held_on",
  [CAB_NOTE_SHEET_HELD_ON_ZONE] = "held_on_zone",
  [CAB_NOTE_SHEET_MINUTES] = "minutes",
  [CAB_NOTE_SHEET_MEDIUM] = "medium",
  [CAB_NOTE_SHEET_WITH_CONTACT] = "with_contact_id",
  [CAB_NOTE_SHEET_NEXT_TIME] = "next_time",
};

/* The text of a note is a field of its versions; its draft is the note's. */
#define TEXT_FIELD "text"

CabNoteSheet *
cab_note_sheet_copy (const CabNoteSheet *self)
{
  CabNoteSheet *copy = g_new0 (CabNoteSheet, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->client_id = g_strdup (self->client_id);
  copy->text = g_strdup (self->text);
  for (guint i = 0; i < CAB_NOTE_SHEET_N_FIELDS; i++)
    copy->values[i] = g_strdup (self->values[i]);
  copy->refusal = g_strdup (self->refusal);

  return copy;
}

void
cab_note_sheet_free (CabNoteSheet *self)
{
  g_free (self->id);
  g_free (self->client_id);
  g_free (self->text);
  for (guint i = 0; i < CAB_NOTE_SHEET_N_FIELDS; i++)
    g_free (self->values[i]);
  g_free (self->refusal);
  g_free (self);
}

int
cab_note_sheet_get_field (const CabKind *kind, CabNoteSheetField field)
{
  return cab_kind_find_field (kind, field_names[field]);
}

char *
cab_note_sheet_dup_heading (const CabKind *kind, const char *note_kind, const char *held_on)
{
  g_autofree char *when = cab_format_local (held_on);
  const char *label = NULL;

  if (kind == &cab_note_kind && note_kind != NULL)
    label = cab_codes_get_label (&cab_note_kind_codes, note_kind);
  if (label == NULL)
    label = g_dgettext (GETTEXT_PACKAGE, kind->label);

  /* Translators: %1$s is a kind of note, “Session”, %2$s a day and its time */
  return g_strdup_printf (_ ("%1$s, %2$s"), label, when);
}

static CabDraftTarget
get_target (const CabNoteSheet *self, const char *field)
{
  return (CabDraftTarget){
    .kind = self->kind, .record_id = self->id, .client_id = self->client_id, .field = field
  };
}

static gboolean
read_draft (const CabNoteSheet *self,
            CabPractice *practice,
            const char *field,
            char **body,
            GError **error)
{
  const CabDraftTarget target = get_target (self, field);
  g_autoptr (CabRecord) draft = NULL;

  *body = NULL;
  if (!cab_draft_find (practice, &target, &draft, error))
    return FALSE;
  if (draft != NULL)
    *body = g_strdup (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)));

  return TRUE;
}

static void
read_values (CabNoteSheet *self, CabRecord *note)
{
  for (guint i = 0; i < CAB_NOTE_SHEET_N_FIELDS; i++)
    {
      int field = cab_note_sheet_get_field (self->kind, i);

      g_free (self->values[i]);
      self->values[i] = field >= 0 ? cab_record_dup_text (note, (guint)field) : NULL;
    }
}

static gboolean
read_drafts (CabNoteSheet *self, CabPractice *practice, GError **error)
{
  for (guint i = 0; i < CAB_NOTE_SHEET_N_FIELDS; i++)
    {
      g_autofree char *body = NULL;

      if (cab_note_sheet_get_field (self->kind, i) < 0)
        continue;
      if (!read_draft (self, practice, field_names[i], &body, error))
        return FALSE;
      if (body != NULL)
        {
          g_free (self->values[i]);
          self->values[i] = g_steal_pointer (&body);
        }
    }

  return TRUE;
}

static gboolean
read_text (CabNoteSheet *self, CabPractice *practice, CabRecord *note, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_draft (self, practice, TEXT_FIELD, &text, error))
    return FALSE;
  if (text == NULL && !cab_note_dup_text (practice, note, &text, error))
    return FALSE;

  self->text = text != NULL ? g_steal_pointer (&text) : g_strdup ("");

  return TRUE;
}

static gboolean
is_signed (const CabNoteSheet *self, CabRecord *note)
{
  guint field = self->kind == &cab_note_kind ? CAB_OWN (CAB_NOTE_FIELD_STATE)
                                             : CAB_OWN (CAB_PROCESS_NOTE_FIELD_STATE);

  return cab_record_get_code (note, field) == CAB_NOTE_STATE_SIGNED;
}

static gboolean
open_stored (CabNoteSheet *self, CabPractice *practice, GError **error)
{
  g_autoptr (CabRecord) note = cab_practice_load (practice, self->kind, self->id, error);

  if (note == NULL || !read_text (self, practice, note, error))
    return FALSE;

  read_values (self, note);
  self->is_stored = TRUE;
  self->is_signed = is_signed (self, note);
  self->is_locked = !cab_note_check_unlocked (practice, note, NULL);

  return read_drafts (self, practice, error)
         && cab_practice_audit_act (practice, "view", self->kind, self->id, NULL, error);
}

static void
imagine (CabNoteSheet *self, CabPractice *practice)
{
  const char *zone = cab_practice_settings_get_zone (practice);
  g_autofree char *now = cab_practice_dup_now (practice);

  self->id = cab_practice_dup_new_id (practice);
  self->text = g_strdup ("");
  self->values[CAB_NOTE_SHEET_HELD_ON] = cab_when_dup_local (now, zone);
  self->values[CAB_NOTE_SHEET_HELD_ON_ZONE] = g_strdup (zone);
  if (self->kind == &cab_note_kind)
    self->values[CAB_NOTE_SHEET_NOTE_KIND]
        = g_strdup (cab_note_kind_codes.codes[CAB_NOTE_KIND_SESSION].code);
}

CabNoteSheet *
cab_note_sheet_open (CabPractice *practice,
                     const CabKind *kind,
                     const char *client_id,
                     const char *id,
                     GError **error)
{
  g_autoptr (CabNoteSheet) self = g_new0 (CabNoteSheet, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->client_id = g_strdup (client_id);
  if (id == NULL)
    imagine (self, practice);
  else if (!open_stored (self, practice, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* A new note begins with what is always right, so that a draft has a note. */
static CabRecord *
new_note (const CabNoteSheet *self, CabPractice *practice)
{
  CabRecord *note = cab_record_new (self->kind);
  g_autofree char *now = cab_practice_dup_now (practice);
  const char *zone = cab_practice_settings_get_zone (practice);
  g_autofree char *held_on = cab_when_dup_local (now, zone);

  cab_record_set_text (note, CAB_SYSTEM_ID, self->id);
  cab_record_set_text (note, CAB_OWN (self->kind->owner), self->client_id);
  cab_record_set_text (note, (guint)cab_note_sheet_get_field (self->kind, CAB_NOTE_SHEET_HELD_ON),
                       held_on);
  cab_record_set_text (
      note, (guint)cab_note_sheet_get_field (self->kind, CAB_NOTE_SHEET_HELD_ON_ZONE), zone);
  if (self->kind == &cab_note_kind)
    cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);

  return note;
}

static CabRecord *
load_or_make (const CabNoteSheet *self, CabPractice *practice, GError **error)
{
  if (cab_practice_exists (practice, self->kind, self->id))
    return cab_practice_load (practice, self->kind, self->id, error);

  return new_note (self, practice);
}

/* Sets each value that its field allows; the first that it does not is told. */
static gboolean
set_values (const CabNoteSheet *self, CabRecord *note, guint until, GError **error)
{
  for (guint i = 0; i < until; i++)
    {
      int field = cab_note_sheet_get_field (self->kind, i);

      if (field >= 0 && !cab_record_parse (note, (guint)field, self->values[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID)
         || g_error_matches (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_MISSING_REF);
}

/* Saves the values up to @until. What a rule refuses is told in `refusal`; the
 * note is then as it was, and stored all the same. */
static gboolean
save_values (CabNoteSheet *self,
             CabPractice *practice,
             guint until,
             CabRecord **saved,
             GError **error)
{
  g_autoptr (CabRecord) note = load_or_make (self, practice, error);
  g_autoptr (GError) refused = NULL;

  g_clear_pointer (&self->refusal, g_free);
  if (note == NULL)
    return FALSE;
  if (set_values (self, note, until, &refused) && cab_practice_save (practice, note, &refused))
    {
      *saved = g_steal_pointer (&note);
      return TRUE;
    }
  if (!is_refusal (refused))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }

  self->refusal = g_strdup (refused->message);
  g_clear_object (&note);
  note = load_or_make (self, practice, error);
  if (note == NULL || !cab_practice_save (practice, note, error))
    return FALSE;

  *saved = g_steal_pointer (&note);
  return TRUE;
}

/* A draft only where the value is not what is stored. */
static gboolean
keep_value (const CabNoteSheet *self,
            CabPractice *practice,
            CabRecord *note,
            CabNoteSheetField index,
            GError **error)
{
  const CabDraftTarget target = get_target (self, field_names[index]);
  int field = cab_note_sheet_get_field (self->kind, index);
  g_autofree char *stored = NULL;
  g_autoptr (CabRecord) draft = NULL;

  if (field < 0)
    return TRUE;

  stored = cab_record_dup_text (note, (guint)field);
  if (g_strcmp0 (stored != NULL ? stored : "",
                 self->values[index] != NULL ? self->values[index] : "")
          != 0
      && self->values[index] != NULL)
    return cab_draft_keep (practice, &target, self->values[index], error);
  if (!cab_draft_find (practice, &target, &draft, error))
    return FALSE;

  return draft == NULL || cab_draft_end (practice, &target, error);
}

static gboolean
keep_values (const CabNoteSheet *self, CabPractice *practice, CabRecord *note, GError **error)
{
  for (guint i = 0; i < CAB_NOTE_SHEET_N_FIELDS; i++)
    if (!keep_value (self, practice, note, i, error))
      return FALSE;

  return TRUE;
}

/* A text that is the newest version's needs no draft. */
static gboolean
keep_text (const CabNoteSheet *self, CabPractice *practice, CabRecord *note, GError **error)
{
  const CabDraftTarget target = get_target (self, TEXT_FIELD);
  g_autofree char *written = NULL;
  g_autoptr (CabRecord) draft = NULL;

  if (!cab_note_dup_text (practice, note, &written, error))
    return FALSE;
  if (g_strcmp0 (written != NULL ? written : "", self->text) != 0)
    return cab_draft_keep (practice, &target, self->text, error);
  if (!cab_draft_find (practice, &target, &draft, error))
    return FALSE;

  return draft == NULL || cab_draft_end (practice, &target, error);
}

gboolean
cab_note_sheet_keep (CabNoteSheet *self, CabPractice *practice, GError **error)
{
  g_autoptr (CabRecord) note = NULL;

  /* "Next time" is typed like the text: a draft until the page is left. */
  if (!save_values (self, practice, CAB_NOTE_SHEET_NEXT_TIME, &note, error))
    return FALSE;

  self->is_stored = TRUE;

  return keep_values (self, practice, note, error) && keep_text (self, practice, note, error);
}

gboolean
cab_note_sheet_finish (CabNoteSheet *self,
                       CabPractice *practice,
                       CabCutBecause because,
                       GError **error)
{
  g_autoptr (CabRecord) note = NULL;

  if (!cab_note_sheet_keep (self, practice, error)
      || !save_values (self, practice, CAB_NOTE_SHEET_N_FIELDS, &note, error)
      || !keep_values (self, practice, note, error))
    return FALSE;
  if (*self->text == '\0')
    return TRUE;

  return cab_note_write (practice, note, self->text, because, error);
}

gboolean
cab_note_sheet_check (CabNoteSheet *self, CabPractice *practice, GError **error)
{
  g_autoptr (CabRecord) note = NULL;

  if (!cab_note_sheet_keep (self, practice, error))
    return FALSE;
  if (self->refusal != NULL)
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID, self->refusal);
      return FALSE;
    }

  note = cab_practice_load (practice, self->kind, self->id, error);

  return note != NULL && cab_note_check_text (note, self->text, error)
         && cab_note_check_unlocked (practice, note, error);
}

static gboolean
write_and_sign (CabPractice *practice, gpointer data, GError **error)
{
  CabNoteSheet *self = data;
  g_autoptr (CabRecord) note = cab_practice_load (practice, self->kind, self->id, error);

  return note != NULL && cab_note_write (practice, note, self->text, CAB_CUT_BECAUSE_SIGN, error)
         && cab_note_sign (practice, note, _ ("I wrote this note."), error);
}

gboolean
cab_note_sheet_sign (CabNoteSheet *self, CabPractice *practice, GError **error)
{
  g_autoptr (CabRecord) note = NULL;

  if (!cab_note_sheet_keep (self, practice, error)
      || !save_values (self, practice, CAB_NOTE_SHEET_N_FIELDS, &note, error)
      || !keep_values (self, practice, note, error))
    return FALSE;
  if (self->refusal != NULL)
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID, self->refusal);
      return FALSE;
    }

  return cab_practice_transact (practice, "write and sign a note", write_and_sign, self, error);
}
