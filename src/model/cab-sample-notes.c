/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-draft.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-sample-private.h"

#define NOTE(field) CAB_OWN (CAB_NOTE_FIELD_##field)
#define PROCESS(field) CAB_OWN (CAB_PROCESS_NOTE_FIELD_##field)

#define STATEMENT "I wrote this note."

static const int lengths[] = {
  [CAB_NOTE_KIND_SESSION] = 50, [CAB_NOTE_KIND_CONTACT] = 10,     [CAB_NOTE_KIND_COLLATERAL] = 30,
  [CAB_NOTE_KIND_RISK] = 60,    [CAB_NOTE_KIND_SUPERVISION] = 60, [CAB_NOTE_KIND_LETTER] = 0,
};

static CabNoteMedium
draw_medium (const CabSampleStory *story, CabNoteKind kind)
{
  static const CabNoteMedium media[]
      = { CAB_NOTE_MEDIUM_ROOM, CAB_NOTE_MEDIUM_ROOM, CAB_NOTE_MEDIUM_ROOM, CAB_NOTE_MEDIUM_VIDEO,
          CAB_NOTE_MEDIUM_HOME };

  switch (kind)
    {
    case CAB_NOTE_KIND_SESSION:
    case CAB_NOTE_KIND_RISK:
      return media[cab_sample_draw (story, G_N_ELEMENTS (media))];
    case CAB_NOTE_KIND_CONTACT:
    case CAB_NOTE_KIND_COLLATERAL:
      return CAB_NOTE_MEDIUM_PHONE;
    case CAB_NOTE_KIND_SUPERVISION:
      return CAB_NOTE_MEDIUM_VIDEO;
    case CAB_NOTE_KIND_LETTER:
      return CAB_NOTE_MEDIUM_OTHER;
    }

  g_return_val_if_reached (CAB_NOTE_MEDIUM_OTHER);
}

/* A note that was held a quarter of an hour before it is written down. */
static CabRecord *
new_note (CabSample *sample, const CabSampleStory *story, CabNoteKind kind)
{
  CabRecord *note = cab_record_new (&cab_note_kind);
  g_autofree char *held_on = cab_sample_dup_local (sample, lengths[kind] + 15);

  cab_record_set_text (note, NOTE (CLIENT_ID), story->client_id);
  cab_record_set_code (note, NOTE (NOTE_KIND), (int)kind);
  cab_record_set_text (note, NOTE (HELD_ON), held_on);
  cab_record_set_text (note, NOTE (HELD_ON_ZONE), CAB_SAMPLE_ZONE);
  if (lengths[kind] > 0)
    cab_record_set_integer (note, NOTE (MINUTES), lengths[kind]);
  cab_record_set_code (note, NOTE (MEDIUM), (int)draw_medium (story, kind));
  if (kind == CAB_NOTE_KIND_COLLATERAL)
    cab_record_set_text (note, NOTE (WITH_CONTACT_ID), story->contact_id);
  if (kind == CAB_NOTE_KIND_SESSION && cab_sample_draw (story, 3) == 0)
    {
      g_autofree char *step = cab_sample_text_dup_step (&story->voice);

      cab_record_set_text (note, NOTE (NEXT_TIME), step);
      cab_record_set_bool (note, NOTE (NEXT_TIME_DONE), cab_sample_draw (story, 2) == 0);
    }

  return note;
}

static char *
dup_text (const CabSampleStory *story, CabNoteKind kind)
{
  const char *with = kind == CAB_NOTE_KIND_LETTER ? story->gp_name : story->contact_name;

  return cab_sample_text_dup_note (&story->voice, kind, with);
}

/* Some texts are written in two sittings, and the first stays as a version. */
static gboolean
write_text (CabSample *sample,
            CabSampleStory *story,
            CabRecord *note,
            const char *text,
            GError **error)
{
  if (story->rich || cab_sample_draw (story, 8) == 0)
    {
      g_autofree char *part = cab_sample_text_dup_part (text);

      if (!cab_note_write (sample->practice, note, part,
                           cab_sample_draw (story, 2) == 0 ? CAB_CUT_BECAUSE_LEAVE
                                                           : CAB_CUT_BECAUSE_LOCK,
                           error))
        return FALSE;
      cab_sample_pass_minutes (sample, 9);
    }

  return cab_note_write (sample->practice, note, text, CAB_CUT_BECAUSE_SIGN, error);
}

static gboolean
write_and_sign (CabSample *sample,
                CabSampleStory *story,
                CabRecord *note,
                const char *text,
                GError **error)
{
  if (!cab_practice_save (sample->practice, note, error)
      || !write_text (sample, story, note, text, error))
    return FALSE;

  cab_sample_pass_minutes (sample, 1);
  return cab_note_sign (sample->practice, note, STATEMENT, error);
}

/* @n is the kind of note. */
gboolean
cab_sample_write_note (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) note = new_note (sample, story, (CabNoteKind)n);
  g_autofree char *text = dup_text (story, (CabNoteKind)n);

  if (!write_and_sign (sample, story, note, text, error))
    return FALSE;

  g_free (story->signed_note_id);
  story->signed_note_id = g_strdup (cab_record_get_id (note));
  return TRUE;
}

/* A session whose note is written and not signed yet, and goes on in a draft;
 * beside it the beginning of one that was never saved. */
gboolean
cab_sample_write_open_note (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) note = new_note (sample, story, CAB_NOTE_KIND_SESSION);
  g_autofree char *text = dup_text (story, CAB_NOTE_KIND_SESSION);
  g_autofree char *longer = g_strconcat (text, "\n\nAlso to be written down:", NULL);
  const CabDraftTarget unsaved
      = { .kind = &cab_process_note_kind, .client_id = story->client_id, .field = "text" };
  CabDraftTarget target = { .kind = &cab_note_kind, .field = "text" };

  if (!cab_practice_save (sample->practice, note, error)
      || !cab_note_write (sample->practice, note, text, CAB_CUT_BECAUSE_IDLE, error))
    return FALSE;

  target.record_id = cab_record_get_id (note);
  return cab_draft_keep (sample->practice, &target, longer, error)
         && cab_draft_keep (sample->practice, &unsaved, "The silence after the question.", error);
}

gboolean
cab_sample_write_process (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) note = cab_record_new (&cab_process_note_kind);
  g_autofree char *held_on = cab_sample_dup_local (sample, 90);
  g_autofree char *text = cab_sample_text_dup_process (&story->voice);

  cab_record_set_text (note, PROCESS (CLIENT_ID), story->client_id);
  cab_record_set_text (note, PROCESS (HELD_ON), held_on);
  cab_record_set_text (note, PROCESS (HELD_ON_ZONE), CAB_SAMPLE_ZONE);
  if (cab_sample_draw (story, 2) == 0)
    return write_and_sign (sample, story, note, text, error);

  return cab_practice_save (sample->practice, note, error)
         && write_text (sample, story, note, text, error);
}

/* @n is the kind of addendum, to the newest signed note. */
gboolean
cab_sample_add_addendum (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) note = NULL;
  g_autoptr (CabRecord) addendum = NULL;
  g_autofree char *text = NULL;
  const char *reason = NULL;

  if (story->signed_note_id == NULL)
    return TRUE;
  note = cab_practice_load (sample->practice, &cab_note_kind, story->signed_note_id, error);
  if (note == NULL)
    return FALSE;

  text = cab_sample_text_dup_addendum (&story->voice, (CabAddendumKind)n, &reason);
  addendum
      = cab_note_add_addendum (sample->practice, note, (CabAddendumKind)n, text, reason, error);
  if (addendum == NULL)
    return FALSE;

  cab_sample_pass_minutes (sample, 2);
  return cab_addendum_sign (sample->practice, addendum, STATEMENT, error);
}

gboolean
cab_sample_trash_note (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) note = new_note (sample, story, CAB_NOTE_KIND_CONTACT);

  if (!cab_practice_save (sample->practice, note, error)
      || !cab_note_write (sample->practice, note, "Belongs to somebody else, begun by mistake.",
                          CAB_CUT_BECAUSE_LEAVE, error))
    return FALSE;

  cab_sample_pass_minutes (sample, 3);
  return cab_practice_trash (sample->practice, note, error);
}
