/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-private.h"

#include "cab-note.h"
#include "cab-practice.h"
#include "cab-statement.h"

#include <string.h>

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)
#define NOTE(field) CAB_OWN (CAB_NOTE_FIELD_##field)

/* Talking with others about the client is no contact with the client. */
static const char sql_last_contact[] = "SELECT max(substr(held_on, 1, 10))\n"
                                       "FROM note\n"
                                       "WHERE client_id = ?1\n"
                                       "AND trashed_at IS NULL\n"
                                       "AND note_kind IN ('session', 'contact', 'risk', 'letter')\n"
                                       "AND substr(held_on, 1, 10) <= ?2";

/* @on: (out) (nullable): the day, NULL when there was no contact yet */
static gboolean
find_last_contact (CabPractice *practice, const char *client_id, char **on, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  g_autofree char *today = cab_practice_dup_today (practice);

  statement = cab_statement_new (cab_practice_get_db (practice), sql_last_contact,
                                 "find the last contact", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, client_id);
  cab_statement_bind_text (statement, 2, today);
  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;

  *on = g_strdup (cab_statement_get_text (statement, 0));
  return TRUE;
}

char *
cab_client_dup_last_contact (GPtrArray *notes, const char *today)
{
  g_autofree char *last = NULL;

  g_return_val_if_fail (notes != NULL && today != NULL, NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      CabRecord *note = g_ptr_array_index (notes, i);
      const char *held_on = cab_record_get_text (note, NOTE (HELD_ON));
      g_autofree char *day = g_strndup (held_on, strlen ("2026-03-02"));

      if (!cab_record_is_none (note, CAB_SYSTEM_TRASHED_AT) || strcmp (day, today) > 0)
        continue;
      switch ((CabNoteKind)cab_record_get_code (note, NOTE (NOTE_KIND)))
        {
        case CAB_NOTE_KIND_SESSION:
        case CAB_NOTE_KIND_CONTACT:
        case CAB_NOTE_KIND_RISK:
        case CAB_NOTE_KIND_LETTER:
          if (g_strcmp0 (day, last) > 0)
            g_set_str (&last, day);
          break;
        case CAB_NOTE_KIND_COLLATERAL:
        case CAB_NOTE_KIND_SUPERVISION:
          break;
        }
    }

  return g_steal_pointer (&last);
}

gboolean
cab_client_refresh_last_contact (CabPractice *practice, const char *client_id, GError **error)
{
  g_autoptr (CabRecord) client = NULL;
  g_autofree char *on = NULL;

  if (!find_last_contact (practice, client_id, &on, error))
    return FALSE;

  client = cab_practice_load (practice, &cab_client_kind, client_id, error);
  if (client == NULL)
    return FALSE;

  /* The row of the note tells of it in the log. */
  cab_record_set_text (client, OWN (LAST_CONTACT_ON), on);
  return cab_practice_save_quietly (practice, client, error);
}

gboolean
cab_client_follow_note (CabPractice *practice, CabRecord *note, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_NOTE (note), FALSE);

  if (!cab_record_is_changed (note, NOTE (HELD_ON))
      && !cab_record_is_changed (note, NOTE (NOTE_KIND))
      && !cab_record_is_changed (note, CAB_SYSTEM_TRASHED_AT))
    return TRUE;

  return cab_client_refresh_last_contact (practice, cab_record_get_text (note, NOTE (CLIENT_ID)),
                                          error);
}
