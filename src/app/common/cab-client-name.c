/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-client-name.h"

#include <glib/gi18n.h>

#include "cab-activity.h"
#include "cab-attachment.h"
#include "cab-attention.h"
#include "cab-client-contact.h"
#include "cab-client-row.h"
#include "cab-client.h"
#include "cab-consent-event.h"
#include "cab-consent.h"
#include "cab-contact.h"
#include "cab-disclosure-row.h"
#include "cab-fact.h"
#include "cab-mood-entry.h"
#include "cab-note-row.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-recent.h"
#include "cab-search-group.h"

#define NO_FIELD G_MAXUINT
#define MAX_TEXTS 3

/* Where each kind of row names somebody, and what else it tells about them. */
static const struct
{
  GType (*get_type) (void);
  guint name;
  guint reference;
  guint texts[MAX_TEXTS];
} tables[] = {
  { cab_client_row_get_type,
    CAB_CLIENT_ROW_NAME,
    CAB_CLIENT_ROW_REFERENCE,
    { CAB_CLIENT_ROW_INITIALS, CAB_CLIENT_ROW_PRONOUNS, NO_FIELD } },
  { cab_attention_get_type, CAB_ATTENTION_CLIENT, CAB_ATTENTION_REFERENCE, { NO_FIELD } },
  { cab_recent_get_type,
    CAB_RECENT_CLIENT,
    CAB_RECENT_REFERENCE,
    { CAB_RECENT_INITIALS, NO_FIELD } },
  { cab_search_row_get_type,
    CAB_SEARCH_ROW_CLIENT,
    CAB_SEARCH_ROW_REFERENCE,
    { CAB_SEARCH_ROW_SNIPPET, NO_FIELD } },
  { cab_disclosure_row_get_type,
    CAB_DISCLOSURE_ROW_CLIENT,
    CAB_DISCLOSURE_ROW_REFERENCE,
    { CAB_DISCLOSURE_ROW_RECIPIENT, NO_FIELD } },
  { cab_activity_get_type,
    CAB_ACTIVITY_CLIENT,
    CAB_ACTIVITY_REFERENCE,
    { CAB_ACTIVITY_LABELS, CAB_ACTIVITY_OLD, CAB_ACTIVITY_NEW } },
  { cab_note_row_get_type, NO_FIELD, NO_FIELD, { CAB_NOTE_ROW_FIRST_LINE, NO_FIELD } },
};

char *
cab_client_name_dup (CabRecord *client, gboolean is_discreet)
{
  g_return_val_if_fail (CAB_IS_RECORD (client), NULL);

  if (is_discreet)
    return g_strdup (cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));

  return cab_client_dup_shown_name (client);
}

char *
cab_client_name_dup_contact (CabRecord *link, CabRecord *contact, gboolean is_discreet)
{
  char *role;

  g_return_val_if_fail (CAB_IS_RECORD (link), NULL);
  g_return_val_if_fail (CAB_IS_RECORD (contact), NULL);

  if (!is_discreet)
    return cab_contact_dup_shown_name (contact);

  role = cab_fact_dup_words (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ROLE));

  return role != NULL ? role : g_strdup (_ ("Contact"));
}

char *
cab_client_name_dup_recorded (CabRecord *client)
{
  g_return_val_if_fail (CAB_IS_RECORD (client), NULL);

  return cab_client_dup_shown_name (client);
}

char *
cab_client_name_dup_row (CabRow *row, gboolean is_discreet)
{
  g_return_val_if_fail (CAB_IS_CLIENT_ROW (row), NULL);

  return g_strdup (
      cab_row_get_text (row, is_discreet ? CAB_CLIENT_ROW_REFERENCE : CAB_CLIENT_ROW_NAME));
}

char *
cab_client_name_dup_description (CabRecord *record, gboolean is_discreet)
{
  const CabKind *const plain[]
      = { &cab_note_kind,          &cab_process_note_kind, &cab_consent_kind,
          &cab_consent_event_kind, &cab_mood_entry_kind,   &cab_client_contact_kind };
  const CabKind *kind;

  g_return_val_if_fail (CAB_IS_RECORD (record), NULL);

  kind = cab_record_get_kind (record);
  if (!is_discreet)
    return cab_record_dup_description (record);
  if (kind == &cab_client_kind)
    return cab_client_name_dup (record, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (kind == plain[i])
      return cab_record_dup_description (record);

  return NULL;
}

static void
blank_field (CabRow *row, guint field)
{
  if (CAB_ROW_GET_CLASS (row)->fields[field].type == CAB_ROW_TEXTS)
    cab_row_take_texts (row, field, NULL);
  else
    cab_row_set_text (row, field, NULL);
}

/* The title of a file is somebody's words, those of other results are Cabinet's. */
static void
put_result (CabRow *row)
{
  if (g_strcmp0 (cab_row_get_text (row, CAB_SEARCH_ROW_KIND), cab_attachment_kind.name) == 0)
    cab_row_set_text (row, CAB_SEARCH_ROW_TITLE, _ (cab_attachment_kind.label));
}

static void
put_row (CabRow *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (!G_TYPE_CHECK_INSTANCE_TYPE (row, tables[i].get_type ()))
        continue;
      if (tables[i].name != NO_FIELD && cab_row_get_text (row, tables[i].name) != NULL)
        cab_row_set_text (row, tables[i].name, cab_row_get_text (row, tables[i].reference));
      for (guint j = 0; j < MAX_TEXTS && tables[i].texts[j] != NO_FIELD; j++)
        blank_field (row, tables[i].texts[j]);
      if (CAB_IS_SEARCH_ROW (row))
        put_result (row);
      return;
    }

  g_return_if_reached ();
}

void
cab_client_name_put (GPtrArray *rows, gboolean is_discreet)
{
  g_return_if_fail (rows != NULL);

  if (!is_discreet)
    return;

  for (guint i = 0; i < rows->len; i++)
    put_row (rows->pdata[i]);
}
