/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-mood-draft.h"

#include "cab-emotion-word.h"
#include "cab-mood-entry.h"

/* By words and titles, since a draft is read by people too: it is held data [M-18]. */
#define MOOD "mood"
#define POINT "point"
#define TRACKS "tracks"
/* Groups with a number: what people write is no name of a group or a key. */
#define WORD "word "

static const char *
get_word (CabRecord *word)
{
  return cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD));
}

static const char *
find_word (const CabMoodForm *form, const char *id)
{
  for (guint i = 0; i < form->sheet->vocabulary->len; i++)
    if (g_strcmp0 (cab_record_get_id (form->sheet->vocabulary->pdata[i]), id) == 0)
      return get_word (form->sheet->vocabulary->pdata[i]);

  return NULL;
}

static void
write_words (const CabMoodForm *form, GKeyFile *file)
{
  g_autoptr (GArray) words = cab_mood_words_list (form->words);

  for (guint i = 0; i < words->len; i++)
    {
      const CabMoodWord *chosen = &g_array_index (words, CabMoodWord, i);
      const char *word = find_word (form, chosen->word_id);
      g_autofree char *group = g_strdup_printf (WORD "%u", i + 1);

      if (word == NULL)
        continue;
      g_key_file_set_string (file, group, "word", word);
      g_key_file_set_integer (file, group, "intensity", chosen->intensity);
    }
}

static void
write_tracks (const CabMoodForm *form, GKeyFile *file)
{
  for (guint i = 0; i < form->track_rows->len; i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (form->track_rows->pdata[i]));
      const char *id = cab_record_get_id (form->sheet->tracks->pdata[i]);

      if (*text != '\0')
        g_key_file_set_string (file, TRACKS, id, text);
    }
}

char *
cab_mood_draft_write (const CabMoodForm *form)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  int valence, arousal;

  g_return_val_if_fail (form != NULL && form->sheet != NULL, NULL);

  for (guint i = 0; i < form->n_editors; i++)
    {
      g_autofree char *text = cab_field_editor_dup_text (form->editors[i]);

      if (text != NULL)
        g_key_file_set_string (
            file, MOOD, cab_kind_get_field (&cab_mood_entry_kind, form->fields[i])->name, text);
    }
  if (cab_affect_grid_get_point (form->grid, &valence, &arousal))
    {
      g_key_file_set_integer (file, POINT, "valence", valence);
      g_key_file_set_integer (file, POINT, "arousal", arousal);
    }
  write_words (form, file);
  write_tracks (form, file);

  return g_key_file_to_data (file, NULL, NULL);
}

static void
show_word (const CabMoodForm *form, GKeyFile *file, const char *group)
{
  g_autofree char *chosen = g_key_file_get_string (file, group, "word", NULL);
  int strength = CLAMP (g_key_file_get_integer (file, group, "intensity", NULL), 0, 10);

  for (guint i = 0; i < form->sheet->vocabulary->len; i++)
    if (g_strcmp0 (get_word (form->sheet->vocabulary->pdata[i]), chosen) == 0)
      cab_mood_words_add (form->words, cab_record_get_id (form->sheet->vocabulary->pdata[i]),
                          strength);
}

static void
show_words (const CabMoodForm *form, GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  cab_mood_words_clear (form->words);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], WORD))
      show_word (form, file, groups[i]);
}

void
cab_mood_draft_show (const CabMoodForm *form, const char *body)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_if_fail (form != NULL && form->sheet != NULL);

  if (body == NULL || !g_key_file_load_from_data (file, body, (gsize)-1, G_KEY_FILE_NONE, NULL))
    return;

  for (guint i = 0; i < form->n_editors; i++)
    {
      const char *name = cab_kind_get_field (&cab_mood_entry_kind, form->fields[i])->name;
      g_autofree char *text = g_key_file_get_string (file, MOOD, name, NULL);

      cab_field_editor_set_text (form->editors[i], text);
    }
  if (g_key_file_has_group (file, POINT))
    cab_affect_grid_set_point (form->grid, g_key_file_get_integer (file, POINT, "valence", NULL),
                               g_key_file_get_integer (file, POINT, "arousal", NULL));
  else
    cab_affect_grid_clear (form->grid);
  show_words (form, file);
  for (guint i = 0; i < form->track_rows->len; i++)
    {
      g_autofree char *text = g_key_file_get_string (
          file, TRACKS, cab_record_get_id (form->sheet->tracks->pdata[i]), NULL);

      gtk_editable_set_text (GTK_EDITABLE (form->track_rows->pdata[i]), text != NULL ? text : "");
    }
}

/* Another field than that of what the client is handed: both may wait. */
CabDraftTarget
cab_mood_draft_get_target (const char *client_id, const char *entry_id)
{
  return (CabDraftTarget){
    .kind = &cab_mood_entry_kind, .record_id = entry_id, .client_id = client_id, .field = "felt_at"
  };
}
