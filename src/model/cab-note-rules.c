/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-note-private.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice-private.h"
#include "cab-practice-settings.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

/* Both kinds of version have the same fields in the same order, so that one
 * index serves either. */
#define SAME_VERSION_FIELD(name)                                                                   \
  G_STATIC_ASSERT ((int)CAB_NOTE_VERSION_##name == (int)CAB_PROCESS_NOTE_VERSION_##name)

SAME_VERSION_FIELD (FIELD_NOTE_ID);
SAME_VERSION_FIELD (FIELD_NUMBER);
SAME_VERSION_FIELD (FIELD_TEXT);
SAME_VERSION_FIELD (FIELD_HELD_ON);
SAME_VERSION_FIELD (FIELD_HELD_ON_ZONE);
SAME_VERSION_FIELD (FIELD_CUT_BECAUSE);
SAME_VERSION_FIELD (FIELD_PREVIOUS_DIGEST);
SAME_VERSION_FIELD (FIELD_DIGEST);
SAME_VERSION_FIELD (N_FIELDS);

static const CabNoteFamily families[] = {
  {
      .note = &cab_note_kind,
      .version = &cab_note_version_kind,
      .signed_kind = CAB_SIGNED_KIND_NOTE_VERSION,
      .held_on = CAB_OWN (CAB_NOTE_FIELD_HELD_ON),
      .held_on_zone = CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE),
      .state = CAB_OWN (CAB_NOTE_FIELD_STATE),
      .current_version = CAB_OWN (CAB_NOTE_FIELD_CURRENT_VERSION_ID),
      .sql_last = "SELECT number, digest\n"
                  "FROM note_version\n"
                  "WHERE note_id = ?1\n"
                  "ORDER BY number DESC\n"
                  "LIMIT 1",
      .sql_signed = "SELECT EXISTS (\n"
                    "  SELECT 1\n"
                    "  FROM note_version JOIN signature ON signed_id = note_version.id\n"
                    "  WHERE note_id = ?1)",
  },
  {
      .note = &cab_process_note_kind,
      .version = &cab_process_note_version_kind,
      .signed_kind = CAB_SIGNED_KIND_PROCESS_NOTE_VERSION,
      .held_on = CAB_OWN (CAB_PROCESS_NOTE_FIELD_HELD_ON),
      .held_on_zone = CAB_OWN (CAB_PROCESS_NOTE_FIELD_HELD_ON_ZONE),
      .state = CAB_OWN (CAB_PROCESS_NOTE_FIELD_STATE),
      .current_version = CAB_OWN (CAB_PROCESS_NOTE_FIELD_CURRENT_VERSION_ID),
      .sql_last = "SELECT number, digest\n"
                  "FROM process_note_version\n"
                  "WHERE note_id = ?1\n"
                  "ORDER BY number DESC\n"
                  "LIMIT 1",
      .sql_signed = "SELECT EXISTS (\n"
                    "  SELECT 1\n"
                    "  FROM process_note_version JOIN signature\n"
                    "    ON signed_id = process_note_version.id\n"
                    "  WHERE note_id = ?1)",
  },
};

const CabNoteFamily *
cab_note_get_family (const CabKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      if (families[i].note == kind || families[i].version == kind)
        return &families[i];
    }

  g_return_val_if_reached (NULL);
}

/* [M-40]: whatever belongs to a process note says so. */
static gboolean
check_sensitivity (CabRecord *record, const CabNoteFamily *family, GError **error)
{
  if (family->note != &cab_process_note_kind
      || cab_record_get_code (record, CAB_SYSTEM_SENSITIVITY) == CAB_SENSITIVITY_PROCESS_NOTE)
    return TRUE;

  return cab_record_set_error (record, CAB_SYSTEM_SENSITIVITY, CAB_MODEL_ERROR_INVALID, error,
                               _ ("a process note stays one."));
}

static void
fill_sensitivity (CabRecord *record, const CabNoteFamily *family)
{
  if (family->note == &cab_process_note_kind && !cab_record_is_stored (record))
    cab_record_set_code (record, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_PROCESS_NOTE);
}

/* A note is signed exactly when its newest version is: the state is never
 * typed, and nothing but a signature makes it so [M-38]. */
static gboolean
check_state (CabPractice *practice, CabRecord *note, const CabNoteFamily *family, GError **error)
{
  const char *version_id = cab_record_get_text (note, family->current_version);
  gboolean says_signed = cab_record_get_code (note, family->state) == CAB_NOTE_STATE_SIGNED;
  int is_signed = 0;

  if (version_id != NULL)
    is_signed = cab_signature_exists (practice, version_id, error);
  if (is_signed < 0)
    return FALSE;
  if (says_signed == (is_signed == 1))
    return TRUE;

  return cab_record_set_error (note, (int)family->state, CAB_MODEL_ERROR_INVALID, error,
                               _ ("a note is signed by signing its text, and in no other way."));
}

static gboolean
check_current_version (CabPractice *practice,
                       CabRecord *note,
                       const CabNoteFamily *family,
                       GError **error)
{
  g_autoptr (CabRecord) version = NULL;

  if (cab_record_is_none (note, family->current_version)
      || !cab_record_is_changed (note, family->current_version))
    return TRUE;

  version = cab_practice_load (practice, family->version,
                               cab_record_get_text (note, family->current_version), error);
  if (version == NULL)
    return FALSE;
  if (g_strcmp0 (cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_NOTE_ID)),
                 cab_record_get_id (note))
      == 0)
    return TRUE;

  return cab_record_set_error (note, (int)family->current_version, CAB_MODEL_ERROR_INVALID, error,
                               _ ("this is a version of another note."));
}

static gboolean
check_contact (CabRecord *note, GError **error)
{
  if (cab_record_get_kind (note) != &cab_note_kind
      || cab_record_get_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND)) != CAB_NOTE_KIND_COLLATERAL
      || !cab_record_is_none (note, CAB_OWN (CAB_NOTE_FIELD_WITH_CONTACT_ID)))
    return TRUE;

  return cab_record_set_error (note, CAB_OWN (CAB_NOTE_FIELD_WITH_CONTACT_ID),
                               CAB_MODEL_ERROR_INVALID, error,
                               _ ("a collateral note says who was spoken with."));
}

gboolean
cab_note_check (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabNoteFamily *family = cab_note_get_family (cab_record_get_kind (note));

  return check_sensitivity (note, family, error) && check_contact (note, error)
         && check_current_version (practice, note, family, error)
         && check_state (practice, note, family, error);
}

gboolean
cab_note_check_trash (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabKind *kind = cab_record_get_kind (note);
  gint64 was_signed = 0;

  if (!cab_practice_ask_integer (practice, cab_note_get_family (kind)->sql_signed,
                                 "look for a signature of a note", &was_signed, error,
                                 cab_record_get_id (note), NULL))
    return FALSE;
  if (was_signed == 0)
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE,
                       g_dgettext (GETTEXT_PACKAGE, kind->trash_refusal));
  return FALSE;
}

gboolean
cab_note_before_save (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabNoteFamily *family = cab_note_get_family (cab_record_get_kind (note));

  fill_sensitivity (note, family);
  if (cab_record_is_none (note, family->state))
    cab_record_set_code (note, family->state, CAB_NOTE_STATE_DRAFT);

  return TRUE;
}

char *
cab_note_describe (CabRecord *note)
{
  const CabKind *kind = cab_record_get_kind (note);
  const CabNoteFamily *family = cab_note_get_family (kind);
  const char *held_on = cab_record_get_text (note, family->held_on);
  const char *label = g_dgettext (GETTEXT_PACKAGE, kind->label);
  g_autofree char *day = held_on == NULL ? NULL : g_strndup (held_on, strlen ("2026-03-02"));

  if (kind == &cab_note_kind)
    {
      const char *code = cab_record_get_text (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND));
      const char *known = code == NULL ? NULL : cab_codes_get_label (&cab_note_kind_codes, code);

      label = known != NULL ? known : label;
    }

  return day == NULL ? g_strdup (label) : g_strdup_printf ("%s, %s", label, day);
}

static gboolean
get_last (CabPractice *practice,
          const CabNoteFamily *family,
          const char *note_id,
          gint64 *number,
          char **digest,
          GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  statement = cab_statement_new (cab_practice_get_db (practice), family->sql_last,
                                 "find the newest version of a note", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, note_id);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      *number = 0;
      *digest = NULL;
      return TRUE;
    case CAB_STEP_ROW:
      *number = cab_statement_get_integer (statement, 0);
      *digest = g_strdup (cab_statement_get_text (statement, 1));
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/* The next link of the chain. System fields are filled by now, so the digest
 * covers the id, author and time that are stored [M-37]. */
gboolean
cab_note_version_before_save (CabPractice *practice, CabRecord *version, GError **error)
{
  const CabNoteFamily *family = cab_note_get_family (cab_record_get_kind (version));
  const char *note_id = cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_NOTE_ID));
  g_autoptr (CabRecord) note = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *digest = NULL;
  gint64 last = 0;

  fill_sensitivity (version, family);
  if (cab_record_is_stored (version) || note_id == NULL
      || !cab_practice_exists (practice, family->note, note_id))
    return TRUE;

  note = cab_practice_load (practice, family->note, note_id, error);
  if (note == NULL || !get_last (practice, family, note_id, &last, &previous, error))
    return FALSE;

  cab_record_set_integer (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_NUMBER), last + 1);
  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON),
                       cab_record_get_text (note, family->held_on));
  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON_ZONE),
                       cab_record_get_text (note, family->held_on_zone));
  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST), previous);

  digest = cab_note_version_dup_digest (version);
  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_DIGEST), digest);

  return TRUE;
}

gboolean
cab_note_version_check (CabPractice *practice, CabRecord *version, GError **error)
{
  const CabNoteFamily *family = cab_note_get_family (cab_record_get_kind (version));
  g_autoptr (CabRecord) note = NULL;

  if (!check_sensitivity (version, family, error))
    return FALSE;
  if (cab_record_is_stored (version))
    return TRUE;

  note = cab_practice_load (practice, family->note,
                            cab_record_get_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_NOTE_ID)),
                            error);
  return note != NULL && cab_note_check_unlocked (practice, note, error);
}

char *
cab_note_version_describe (CabRecord *version)
{
  gint64 number = 0;

  cab_record_get_integer (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_NUMBER), &number);
  return g_strdup_printf (
      _ ("%s %d"), g_dgettext (GETTEXT_PACKAGE, cab_record_get_kind (version)->label), (int)number);
}

static gboolean
refuse_unlocking (const CabNoteFamily *family, GError **error)
{
  const char *sentence = family->note == &cab_note_kind
                             ? _ ("This note is signed. Add an addendum instead.")
                             : _ ("This process note is signed and stays as it is.");

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE, sentence);
  return FALSE;
}

static const char sql_signed_at[] = "SELECT max(signed_at)\n"
                                    "FROM signature\n"
                                    "WHERE signed_id = ?1";

/* Hours since the newest signature of a version; -1 with @error set. */
static double
get_hours_since_signing (CabPractice *practice, const char *version_id, GError **error)
{
  g_autofree char *now = cab_practice_dup_now (practice);
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) signed_at = NULL;
  g_autoptr (CabStatement) statement = NULL;

  statement = cab_statement_new (cab_practice_get_db (practice), sql_signed_at,
                                 "find when a note was signed", error);
  if (statement == NULL)
    return -1;
  cab_statement_bind_text (statement, 1, version_id);
  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return -1;

  signed_at = cab_statement_is_null (statement, 0)
                  ? g_date_time_ref (at)
                  : g_date_time_new_from_iso8601 (cab_statement_get_text (statement, 0), NULL);
  /* A clock that went back leaves the note open rather than failing. */
  return MAX (0.0, (double)g_date_time_difference (at, signed_at) / (double)G_TIME_SPAN_HOUR);
}

static gboolean
check_unlock_hours (CabPractice *practice,
                    CabRecord *note,
                    const CabNoteFamily *family,
                    CabRecord *settings,
                    GError **error)
{
  double since = get_hours_since_signing (
      practice, cab_record_get_text (note, family->current_version), error);
  gint64 hours = 0;

  if (since < 0)
    return FALSE;

  cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_UNLOCK_HOURS), &hours);
  return since <= (double)hours || refuse_unlocking (family, error);
}

gboolean
cab_note_check_unlocked (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabNoteFamily *family = cab_note_get_family (cab_record_get_kind (note));
  CabRecord *settings = cab_practice_get_settings (practice);

  if (cab_record_get_code (note, family->state) != CAB_NOTE_STATE_SIGNED)
    return TRUE;
  if (settings == NULL)
    return refuse_unlocking (family, error);

  switch (
      (CabUnlockPolicy)cab_record_get_code (settings, CAB_OWN (CAB_PRACTICE_FIELD_UNLOCK_POLICY)))
    {
    case CAB_UNLOCK_POLICY_NEVER:
      return refuse_unlocking (family, error);
    case CAB_UNLOCK_POLICY_WITHIN_HOURS:
      return check_unlock_hours (practice, note, family, settings, error);
    case CAB_UNLOCK_POLICY_ALWAYS:
      return TRUE;
    }

  return refuse_unlocking (family, error);
}
