/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-addendum-sheet.h"

#include <glib/gi18n.h>

#include "cab-draft.h"
#include "cab-format.h"
#include "cab-model-error.h"
#include "cab-practice-settings.h"

#define ADDENDUM(field) CAB_OWN (CAB_ADDENDUM_FIELD_##field)

/* The drafts of one, by the field each belongs to. The note comes first: it
 * says whose the others are. */
enum
{
  DRAFT_NOTE,
  DRAFT_KIND,
  DRAFT_REASON,
  DRAFT_TEXT,
  N_DRAFTS
};

static const char *const draft_fields[N_DRAFTS] = { "note_id", "addendum_kind", "reason", "text" };

CabAddendumSheet *
cab_addendum_sheet_copy (const CabAddendumSheet *self)
{
  CabAddendumSheet *copy = g_new0 (CabAddendumSheet, 1);

  *copy = *self;
  copy->client_id = g_strdup (self->client_id);
  copy->note_id = g_strdup (self->note_id);
  copy->reason = g_strdup (self->reason);
  copy->text = g_strdup (self->text);

  return copy;
}

void
cab_addendum_sheet_free (CabAddendumSheet *self)
{
  g_free (self->client_id);
  g_free (self->note_id);
  g_free (self->reason);
  g_free (self->text);
  g_free (self);
}

static CabDraftTarget
get_target (const CabAddendumSheet *self, guint index)
{
  return (CabDraftTarget){ .kind = &cab_addendum_kind,
                           .client_id = self->client_id,
                           .field = draft_fields[index] };
}

static gboolean
read_draft (const CabAddendumSheet *self,
            CabPractice *practice,
            guint index,
            char **body,
            GError **error)
{
  const CabDraftTarget target = get_target (self, index);
  g_autoptr (CabRecord) draft = NULL;

  *body = NULL;
  if (!cab_draft_find (practice, &target, &draft, error))
    return FALSE;
  if (draft != NULL)
    *body = g_strdup (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)));

  return TRUE;
}

static char *
take_text (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

CabAddendumSheet *
cab_addendum_sheet_open (CabPractice *practice,
                         const char *client_id,
                         const char *note_id,
                         GError **error)
{
  g_autoptr (CabAddendumSheet) self = g_new0 (CabAddendumSheet, 1);
  g_autofree char *drafted_note = NULL;
  g_autofree char *kind = NULL;

  self->client_id = g_strdup (client_id);
  self->note_id = g_strdup (note_id);
  if (!read_draft (self, practice, DRAFT_NOTE, &drafted_note, error))
    return NULL;

  self->is_begun = g_strcmp0 (drafted_note, note_id) == 0;
  if (self->is_begun
      && (!read_draft (self, practice, DRAFT_KIND, &kind, error)
          || !read_draft (self, practice, DRAFT_REASON, &self->reason, error)
          || !read_draft (self, practice, DRAFT_TEXT, &self->text, error)))
    return NULL;

  self->reason = take_text (self->reason);
  self->text = take_text (self->text);
  if (kind != NULL)
    self->addendum_kind = MAX (0, cab_codes_find (&cab_addendum_kind_codes, kind));

  return g_steal_pointer (&self);
}

typedef struct
{
  const CabAddendumSheet *self;
  gboolean (*end) (CabPractice *practice, const CabDraftTarget *target, GError **error);
} Work;

static gboolean
end_drafts (CabPractice *practice, gpointer data, GError **error)
{
  const Work *work = data;

  for (guint i = 0; i < N_DRAFTS; i++)
    {
      const CabDraftTarget target = get_target (work->self, i);

      if (!work->end (practice, &target, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_addendum_sheet_discard (const CabAddendumSheet *self, CabPractice *practice, GError **error)
{
  Work work = { self, cab_draft_discard };

  return cab_practice_transact (practice, "discard an addendum", end_drafts, &work, error);
}

static gboolean
check_note (const CabAddendumSheet *self, CabPractice *practice, GError **error)
{
  g_autofree char *drafted_note = NULL;

  if (!read_draft (self, practice, DRAFT_NOTE, &drafted_note, error))
    return FALSE;
  if (drafted_note == NULL || g_strcmp0 (drafted_note, self->note_id) == 0)
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD,
                       _ ("An addendum to another note is not signed yet. Sign or discard it "
                          "first."));
  return FALSE;
}

gboolean
cab_addendum_sheet_keep (const CabAddendumSheet *self, CabPractice *practice, GError **error)
{
  const char *const bodies[N_DRAFTS]
      = { self->note_id, cab_addendum_kind_codes.codes[self->addendum_kind].code, self->reason,
          self->text };

  if (!check_note (self, practice, error))
    return FALSE;
  if (*self->text == '\0' && *self->reason == '\0')
    return cab_addendum_sheet_discard (self, practice, error);

  for (guint i = 0; i < N_DRAFTS; i++)
    {
      const CabDraftTarget target = get_target (self, i);

      if (!cab_draft_keep (practice, &target, bodies[i], error))
        return FALSE;
    }

  return TRUE;
}

static CabRecord *
new_addendum (const CabAddendumSheet *self)
{
  CabRecord *addendum = cab_record_new (&cab_addendum_kind);

  cab_record_set_text (addendum, ADDENDUM (REASON), self->reason);
  cab_record_set_text (addendum, ADDENDUM (TEXT), self->text);

  return addendum;
}

gboolean
cab_addendum_sheet_check (const CabAddendumSheet *self, GError **error)
{
  g_autoptr (CabRecord) addendum = new_addendum (self);
  g_autofree char *reason = g_strstrip (g_strdup (self->reason));

  if (!cab_note_check_text (addendum, self->text, error))
    return FALSE;

  return *reason != '\0'
         || cab_record_set_error (addendum, ADDENDUM (REASON), CAB_MODEL_ERROR_INVALID, error,
                                  _ ("say why something is added."));
}

static gboolean
add_and_sign (CabPractice *practice, gpointer data, GError **error)
{
  const CabAddendumSheet *self = data;
  Work work = { self, cab_draft_end };
  g_autoptr (CabRecord) note = cab_practice_load (practice, &cab_note_kind, self->note_id, error);
  g_autoptr (CabRecord) addendum = NULL;

  if (note == NULL)
    return FALSE;

  addendum = cab_note_add_addendum (practice, note, (CabAddendumKind)self->addendum_kind,
                                    self->text, self->reason, error);

  return addendum != NULL
         && cab_addendum_sign (practice, addendum, _ ("I wrote this addendum."), error)
         && end_drafts (practice, &work, error);
}

gboolean
cab_addendum_sheet_sign (const CabAddendumSheet *self, CabPractice *practice, GError **error)
{
  return cab_addendum_sheet_check (self, error)
         && cab_practice_transact (practice, "add and sign an addendum", add_and_sign,
                                   (gpointer)self, error);
}

typedef struct
{
  GString *markup;
  const char *zone;
} Listing;

static gboolean
append_addendum (CabRecord *addendum, gpointer data, GError **error)
{
  Listing *listing = data;
  g_autofree char *when
      = cab_format_instant (cab_record_get_text (addendum, CAB_SYSTEM_CREATED_AT), listing->zone);
  const char *kind = cab_codes_get_label (&cab_addendum_kind_codes,
                                          cab_record_get_text (addendum, ADDENDUM (ADDENDUM_KIND)));
  gboolean is_signed = !cab_record_is_none (addendum, ADDENDUM (DIGEST));
  g_autofree char *heading = NULL;
  g_autofree char *block = NULL;
  gint64 sequence = 0;

  cab_record_get_integer (addendum, ADDENDUM (SEQUENCE), &sequence);
  heading = g_strdup_printf (
      /* Translators: %1$d is a number, %2$s a kind of addendum, %3$s a day and its time */
      is_signed ? _ ("Addendum %1$d: %2$s, %3$s, signed") : _ ("Addendum %1$d: %2$s, %3$s, draft"),
      (int)sequence, kind, when);
  block = g_markup_printf_escaped ("<b>%s</b>\n%s\n\n%s", heading,
                                   cab_record_get_text (addendum, ADDENDUM (REASON)),
                                   cab_record_get_text (addendum, ADDENDUM (TEXT)));
  if (listing->markup->len > 0)
    g_string_append (listing->markup, "\n\n");
  g_string_append (listing->markup, block);

  return TRUE;
}

char *
cab_addendum_sheet_dup_all (CabPractice *practice, const char *note_id, GError **error)
{
  const CabFilter filter = { .field = ADDENDUM (NOTE_ID), .equals = note_id };
  Listing listing = { g_string_new (NULL), cab_practice_settings_get_zone (practice) };

  if (!cab_practice_each (practice, &cab_addendum_kind, &filter, append_addendum, &listing, error))
    {
      g_string_free (listing.markup, TRUE);
      return NULL;
    }

  return g_string_free_and_steal (listing.markup);
}
