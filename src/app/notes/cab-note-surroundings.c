/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-surroundings.h"

#include "cab-client-contact.h"
#include "cab-client-name.h"
#include "cab-client.h"
#include "cab-condition.h"
#include "cab-contact.h"

#define NOTE(field) CAB_OWN (CAB_NOTE_FIELD_##field)

void
cab_note_surroundings_free (CabNoteSurroundings *self)
{
  g_free (self->client_name);
  g_free (self->client_reference);
  g_free (self->next_time_note);
  g_free (self->next_time);
  g_free (self->next_time_on);
  g_free (self->last_heading);
  g_free (self->last_text);
  g_strfreev (self->conditions);
  g_strfreev (self->contact_ids);
  g_strfreev (self->contact_names);
  g_strfreev (self->contact_parts);
  g_free (self);
}

/* The newest note before this one, and the newest of those with an open “next
 * time”; both borrowed from @notes. */
static void
find_before (GPtrArray *notes, const CabNoteSheet *sheet, CabRecord **last, CabRecord **open)
{
  *last = NULL;
  *open = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      CabRecord *note = notes->pdata[i];
      const char *held_on = cab_record_get_text (note, NOTE (HELD_ON));

      if (g_strcmp0 (cab_record_get_id (note), sheet->id) == 0
          || g_strcmp0 (held_on, sheet->values[CAB_NOTE_SHEET_HELD_ON]) > 0)
        continue;
      if (*last == NULL || g_strcmp0 (held_on, cab_record_get_text (*last, NOTE (HELD_ON))) > 0)
        *last = note;
      if (!cab_record_is_none (note, NOTE (NEXT_TIME))
          && !cab_record_get_bool (note, NOTE (NEXT_TIME_DONE))
          && (*open == NULL
              || g_strcmp0 (held_on, cab_record_get_text (*open, NOTE (HELD_ON))) > 0))
        *open = note;
    }
}

static gboolean
read_notes (CabNoteSurroundings *self,
            CabPractice *practice,
            const CabNoteSheet *sheet,
            GError **error)
{
  const CabFilter filter = { .client_id = sheet->client_id };
  g_autoptr (GPtrArray) notes = cab_practice_list (practice, &cab_note_kind, &filter, error);
  CabRecord *last;
  CabRecord *open;

  if (notes == NULL)
    return FALSE;

  find_before (notes, sheet, &last, &open);
  if (open != NULL)
    {
      self->next_time_note = g_strdup (cab_record_get_id (open));
      self->next_time = g_strdup (cab_record_get_text (open, NOTE (NEXT_TIME)));
      self->next_time_on = g_strdup (cab_record_get_text (open, NOTE (HELD_ON)));
    }
  if (last == NULL)
    return TRUE;

  self->last_heading
      = cab_note_sheet_dup_heading (&cab_note_kind, cab_record_get_text (last, NOTE (NOTE_KIND)),
                                    cab_record_get_text (last, NOTE (HELD_ON)));

  return cab_note_dup_text (practice, last, &self->last_text, error);
}

static gboolean
collect_condition (CabRecord *condition, gpointer data, GError **error)
{
  if (cab_record_get_code (condition, CAB_OWN (CAB_CONDITION_FIELD_CONDITION_STATUS))
      != CAB_CONDITION_STATUS_RESOLVED)
    g_strv_builder_add (data, cab_record_get_text (condition, CAB_OWN (CAB_CONDITION_FIELD_LABEL)));

  return TRUE;
}

static gboolean
read_conditions (CabNoteSurroundings *self,
                 CabPractice *practice,
                 const CabNoteSheet *sheet,
                 GError **error)
{
  const CabFilter filter = { .client_id = sheet->client_id };
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (!cab_practice_each (practice, &cab_condition_kind, &filter, collect_condition, lines, error))
    return FALSE;

  self->conditions = g_strv_builder_end (lines);

  return TRUE;
}

static gboolean
read_contacts (CabNoteSurroundings *self,
               CabPractice *practice,
               const CabNoteSheet *sheet,
               GError **error)
{
  const CabFilter filter = { .client_id = sheet->client_id };
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GPtrArray) links
      = cab_practice_list (practice, &cab_client_contact_kind, &filter, error);

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const char *id
          = cab_record_get_text (links->pdata[i], CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID));
      g_autoptr (CabRecord) contact = cab_practice_load (practice, &cab_contact_kind, id, error);

      if (contact == NULL)
        return FALSE;
      g_strv_builder_add (ids, id);
      g_strv_builder_take (names, cab_client_name_dup_contact (links->pdata[i], contact, FALSE));
      g_strv_builder_take (parts, cab_client_name_dup_contact (links->pdata[i], contact, TRUE));
    }
  self->contact_ids = g_strv_builder_end (ids);
  self->contact_names = g_strv_builder_end (names);
  self->contact_parts = g_strv_builder_end (parts);

  return TRUE;
}

static CabJurisdiction
read_jurisdiction (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  int code = settings != NULL
                 ? cab_record_get_code (settings, CAB_OWN (CAB_PRACTICE_FIELD_JURISDICTION))
                 : -1;

  return (CabJurisdiction)MAX (code, 0);
}

CabNoteSurroundings *
cab_note_surroundings_read (CabPractice *practice, const CabNoteSheet *sheet, GError **error)
{
  g_autoptr (CabNoteSurroundings) self = g_new0 (CabNoteSurroundings, 1);
  g_autoptr (CabRecord) client
      = cab_practice_load (practice, &cab_client_kind, sheet->client_id, error);

  if (client == NULL)
    return NULL;
  self->client_name = cab_client_name_dup (client, FALSE);
  self->client_reference = cab_client_name_dup (client, TRUE);
  self->jurisdiction = read_jurisdiction (practice);
  if (!read_contacts (self, practice, sheet, error))
    return NULL;
  if (sheet->kind == &cab_note_kind
      && (!read_notes (self, practice, sheet, error)
          || !read_conditions (self, practice, sheet, error)))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
cab_note_surroundings_tick (CabPractice *practice,
                            const char *note_id,
                            gboolean is_done,
                            GError **error)
{
  g_autoptr (CabRecord) note = cab_practice_load (practice, &cab_note_kind, note_id, error);

  if (note == NULL)
    return FALSE;

  cab_record_set_bool (note, NOTE (NEXT_TIME_DONE), is_done);

  return cab_practice_save (practice, note, error);
}
