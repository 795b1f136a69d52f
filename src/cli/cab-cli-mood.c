/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-mood.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-fill.h"
#include "cab-cli-list.h"
#include "cab-cli-record.h"
#include "cab-cli-show.h"
#include "cab-cli-table.h"
#include "cab-cli-value.h"
#include "cab-client.h"
#include "cab-consent-gate.h"
#include "cab-emotion-word.h"
#include "cab-find.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-value-domain.h"

/* (transfer full): the client of the first word, if moods are shared. */
static CabRecord *
find_sharing_client (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) client = cab_cli_record_find (cli, &cab_client_kind, 0, error);

  if (client == NULL
      || !cab_gate_check (cab_cli_get_practice (cli), client, CAB_GATE_MOOD_SHARE, NULL, error)
      || !cab_cli_record_audit_view (cli, client, error))
    return NULL;

  return g_steal_pointer (&client);
}

static GPtrArray *
list_parts (CabCli *cli, const CabKind *kind, guint entry_field, CabRecord *entry, GError **error)
{
  CabFilter filter = { .field = entry_field, .equals = cab_record_get_id (entry) };

  return cab_practice_list (cab_cli_get_practice (cli), kind, &filter, error);
}

/* Appends "calm 5": what a part refers to, and its number. */
static gboolean
append_part (CabCli *cli,
             GString *text,
             CabRecord *part,
             guint reference,
             const CabKind *target,
             guint name,
             guint number,
             GError **error)
{
  g_autofree char *amount = cab_record_dup_text (part, number);
  g_autoptr (CabRecord) record = cab_practice_load (cab_cli_get_practice (cli), target,
                                                    cab_record_get_text (part, reference), error);

  if (record == NULL)
    return FALSE;

  g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                          cab_record_get_text (record, name), amount);
  return TRUE;
}

static char *
dup_emotions (CabCli *cli, CabRecord *entry, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) emotions = list_parts (
      cli, &cab_mood_emotion_kind, CAB_OWN (CAB_MOOD_EMOTION_FIELD_ENTRY_ID), entry, error);

  for (guint i = 0; emotions != NULL && i < emotions->len; i++)
    {
      if (!append_part (cli, text, g_ptr_array_index (emotions, i),
                        CAB_OWN (CAB_MOOD_EMOTION_FIELD_WORD_ID), &cab_emotion_word_kind,
                        CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD),
                        CAB_OWN (CAB_MOOD_EMOTION_FIELD_INTENSITY), error))
        return NULL;
    }

  return emotions != NULL ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static char *
dup_numbers (CabCli *cli, CabRecord *entry, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) numbers = list_parts (
      cli, &cab_mood_track_value_kind, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID), entry, error);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      if (!append_part (cli, text, g_ptr_array_index (numbers, i),
                        CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID), &cab_mood_track_kind,
                        CAB_OWN (CAB_MOOD_TRACK_FIELD_LABEL),
                        CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT), error))
        return NULL;
    }

  return numbers != NULL ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

typedef struct
{
  CabCli *cli;
  CabCliTable *table;
  CabCliFormat format;
} Listing;

/* As people read it, or as it is stored. */
static char *
dup_value (const Listing *listing, CabRecord *record, guint field)
{
  if (listing->format == CAB_CLI_FORMAT_TABLE)
    return cab_cli_value_dup_shown (listing->cli, record, field);

  return cab_record_dup_text (record, field);
}

static gboolean
list_entry (CabRecord *entry, gpointer data, GError **error)
{
  static const guint fields[]
      = { CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE),
          CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS) };
  Listing *listing = data;
  g_autofree char *emotions = dup_emotions (listing->cli, entry, error);
  g_autofree char *numbers = emotions != NULL ? dup_numbers (listing->cli, entry, error) : NULL;

  if (numbers == NULL)
    return FALSE;

  cab_cli_table_add_cell (listing->table, cab_record_get_id (entry));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_value (listing, entry, fields[i]);

      cab_cli_table_add_cell (listing->table, value);
    }
  cab_cli_table_add_cell (listing->table, emotions);
  cab_cli_table_add_cell (listing->table, numbers);
  cab_cli_table_set_order (listing->table,
                           cab_record_get_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT)));

  return cab_cli_table_end_row (listing->table, error);
}

gboolean
cab_cli_mood_list (CabCli *cli, GError **error)
{
  CabFilter filter = { .trashed = cab_cli_has_option (cli, "all") ? -1 : 0 };
  g_autoptr (CabRecord) client = find_sharing_client (cli, error);
  g_autoptr (CabCliTable) table = NULL;
  Listing listing;
  CabCliFormat format;

  if (client == NULL || !cab_cli_table_get_format (cli, &format, error))
    return FALSE;

  table = cab_cli_table_new (cli, format, "mood-entries", "mood-entry");
  cab_cli_table_add_id_column (table, "id", _ ("Id"));
  cab_cli_table_add_column (table, "felt_at", _ ("Felt at"), FALSE);
  cab_cli_table_add_column (table, "valence", _ ("Valence"), FALSE);
  cab_cli_table_add_column (table, "arousal", _ ("Arousal"), FALSE);
  cab_cli_table_add_column (table, "context_words", _ ("Context"), TRUE);
  cab_cli_table_add_column (table, "emotions", _ ("Emotions"), TRUE);
  cab_cli_table_add_column (table, "tracks", _ ("Tracks"), TRUE);

  listing = (Listing){ cli, table, format };
  filter.client_id = cab_record_get_id (client);
  return cab_cli_record_each_visible (cli, &cab_mood_entry_kind, &filter, list_entry, &listing,
                                      error)
         && cab_cli_table_finish (table, error);
}

/* Splits "calm=5" at its last "=". */
static gboolean
split_pair (const char *option, const char *given, char **name, const char **number, GError **error)
{
  const char *equals = strrchr (given, '=');

  if (equals == NULL || equals == given || equals[1] == '\0')
    return cab_cli_set_usage_error (error, _ ("--%s takes a name, “=” and a number."), option);

  *name = g_strndup (given, (gsize)(equals - given));
  *number = equals + 1;
  return TRUE;
}

/* What belongs to an entry: its words and its numbers. */
typedef struct
{
  GArray *words;
  GArray *numbers;
  GPtrArray *records; /* keep the ids alive that words and numbers point to */
} Parts;

static gboolean
add_word (CabCli *cli, Parts *parts, const char *given, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (CabRecord) emotion = cab_record_new (&cab_mood_emotion_kind);
  const char *number = NULL;
  CabRecord *word;
  gint64 intensity = 0;

  if (!split_pair ("emotion", given, &name, &number, error)
      || !cab_record_parse (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_INTENSITY), number, error))
    return FALSE;

  word = cab_find (cab_cli_get_practice (cli), &cab_emotion_word_kind, NULL, name, error);
  if (word == NULL)
    return FALSE;

  g_ptr_array_add (parts->records, word);
  cab_record_get_integer (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_INTENSITY), &intensity);
  g_array_append_val (parts->words, ((CabMoodWord){ cab_record_get_id (word), (int)intensity }));
  return TRUE;
}

static gboolean
add_number (CabCli *cli, Parts *parts, const char *client_id, const char *given, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (CabRecord) value = cab_record_new (&cab_mood_track_value_kind);
  const char *number = NULL;
  CabRecord *track;
  gint64 amount = 0;

  if (!split_pair ("track", given, &name, &number, error)
      || !cab_record_parse (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT), number, error))
    return FALSE;

  track = cab_find (cab_cli_get_practice (cli), &cab_mood_track_kind, client_id, name, error);
  if (track == NULL)
    return FALSE;

  g_ptr_array_add (parts->records, track);
  cab_record_get_integer (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT), &amount);
  g_array_append_val (parts->numbers, ((CabMoodNumber){ cab_record_get_id (track), amount }));
  return TRUE;
}

static gboolean
read_parts (CabCli *cli, Parts *parts, const char *client_id, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);

      if (strcmp (name, "emotion") == 0 && !add_word (cli, parts, value, error))
        return FALSE;
      if (strcmp (name, "track") == 0 && !add_number (cli, parts, client_id, value, error))
        return FALSE;
    }

  return TRUE;
}

static void
init_parts (Parts *parts)
{
  parts->words = g_array_new (FALSE, FALSE, sizeof (CabMoodWord));
  parts->numbers = g_array_new (FALSE, FALSE, sizeof (CabMoodNumber));
  parts->records = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
clear_parts (Parts *parts)
{
  g_array_unref (parts->words);
  g_array_unref (parts->numbers);
  g_ptr_array_unref (parts->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

gboolean
cab_cli_mood_add (CabCli *cli, GError **error)
{
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabRecord) entry = cab_record_new (&cab_mood_entry_kind);
  g_auto (Parts) parts;

  init_parts (&parts);
  if (!cab_cli_fill_read (cli, &input, error))
    return FALSE;

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL)
    return FALSE;

  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION), CAB_MOOD_PRECISION_MINUTE);
  if (!cab_cli_fill_record (cli, input, entry, cab_record_get_id (client), error)
      || !read_parts (cli, &parts, cab_record_get_id (client), error))
    return FALSE;

  cab_cli_fill_defaults (cli, entry);
  if (!cab_mood_entry_save (cab_cli_get_practice (cli), entry, (CabMoodWord *)parts.words->data,
                            parts.words->len, (CabMoodNumber *)parts.numbers->data,
                            parts.numbers->len, error))
    return FALSE;

  cab_cli_record_print_handle (cli, entry);
  return TRUE;
}

/* (transfer full): the entry of the first word, if its client shares moods. */
static CabRecord *
find_shared_entry (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autoptr (CabRecord) entry = cab_cli_record_find (cli, &cab_mood_entry_kind, 0, error);
  g_autoptr (CabRecord) client = NULL;

  if (entry == NULL)
    return NULL;

  client = cab_practice_load (practice, &cab_client_kind,
                              cab_record_get_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID)),
                              error);
  if (client == NULL || !cab_gate_check (practice, client, CAB_GATE_MOOD_SHARE, NULL, error))
    return NULL;

  return g_steal_pointer (&entry);
}

gboolean
cab_cli_mood_show (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) entry = find_shared_entry (cli, error);
  g_autofree char *emotions = NULL;
  g_autofree char *numbers = NULL;

  if (entry == NULL || !cab_cli_record_audit_view (cli, entry, error))
    return FALSE;

  emotions = dup_emotions (cli, entry, error);
  numbers = emotions != NULL ? dup_numbers (cli, entry, error) : NULL;
  if (numbers == NULL)
    return FALSE;

  cab_cli_show_record (cli, entry);
  cab_cli_print (cli, "\n");
  cab_cli_show_line (cli, _ ("Emotions"), *emotions != '\0' ? emotions : NULL);
  cab_cli_show_line (cli, _ ("Tracks"), *numbers != '\0' ? numbers : NULL);
  return TRUE;
}

/* What the entry has already, for an edit that says nothing about it. */
static gboolean
keep_words (CabCli *cli, Parts *parts, CabRecord *entry, GError **error)
{
  g_autoptr (GPtrArray) emotions = list_parts (
      cli, &cab_mood_emotion_kind, CAB_OWN (CAB_MOOD_EMOTION_FIELD_ENTRY_ID), entry, error);

  if (emotions == NULL)
    return FALSE;

  for (guint i = 0; i < emotions->len; i++)
    {
      CabRecord *emotion = g_ptr_array_index (emotions, i);
      CabMoodWord word
          = { cab_record_get_text (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_WORD_ID)), 0 };
      gint64 intensity = 0;

      cab_record_get_integer (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_INTENSITY), &intensity);
      word.intensity = (int)intensity;
      g_array_append_val (parts->words, word);
      g_ptr_array_add (parts->records, g_object_ref (emotion));
    }

  return TRUE;
}

static gboolean
keep_numbers (CabCli *cli, Parts *parts, CabRecord *entry, GError **error)
{
  g_autoptr (GPtrArray) values = list_parts (
      cli, &cab_mood_track_value_kind, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID), entry, error);

  if (values == NULL)
    return FALSE;

  for (guint i = 0; i < values->len; i++)
    {
      CabRecord *value = g_ptr_array_index (values, i);
      CabMoodNumber number
          = { cab_record_get_text (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID)), 0 };

      cab_record_get_integer (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT), &number.amount);
      g_array_append_val (parts->numbers, number);
      g_ptr_array_add (parts->records, g_object_ref (value));
    }

  return TRUE;
}

gboolean
cab_cli_mood_edit (CabCli *cli, GError **error)
{
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) entry = NULL;
  g_autofree char *client_id = NULL;
  g_auto (Parts) parts;

  init_parts (&parts);
  if (!cab_cli_fill_read (cli, &input, error))
    return FALSE;

  entry = find_shared_entry (cli, error);
  if (entry == NULL)
    return FALSE;

  client_id = cab_record_dup_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID));
  if (!cab_cli_fill_record (cli, input, entry, client_id, error)
      || !read_parts (cli, &parts, client_id, error)
      || (!cab_cli_has_option (cli, "emotion") && !keep_words (cli, &parts, entry, error))
      || (!cab_cli_has_option (cli, "track") && !keep_numbers (cli, &parts, entry, error)))
    return FALSE;

  return cab_mood_entry_save (cab_cli_get_practice (cli), entry, (CabMoodWord *)parts.words->data,
                              parts.words->len, (CabMoodNumber *)parts.numbers->data,
                              parts.numbers->len, error);
}

gboolean
cab_cli_mood_end_track (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) track = cab_cli_record_find (cli, &cab_mood_track_kind, 0, error);

  return track != NULL && cab_mood_track_end (cab_cli_get_practice (cli), track, error);
}

static gboolean
list_rating (CabRecord *rating, gpointer data, GError **error)
{
  static const guint fields[]
      = { CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON), CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE),
          CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED) };
  Listing *listing = data;
  g_autoptr (CabRecord) domain = cab_practice_load (
      cab_cli_get_practice (listing->cli), &cab_value_domain_kind,
      cab_record_get_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_DOMAIN_ID)), error);
  g_autofree char *gap = g_strdup_printf ("%d", cab_value_rating_get_gap (rating));

  if (domain == NULL)
    return FALSE;

  cab_cli_table_add_cell (listing->table, cab_record_get_id (rating));
  cab_cli_table_add_cell (listing->table,
                          cab_record_get_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_LABEL)));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_value (listing, rating, fields[i]);

      cab_cli_table_add_cell (listing->table, value);
    }
  cab_cli_table_set_order (listing->table,
                           cab_record_get_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON)));
  cab_cli_table_add_cell (listing->table, gap);
  cab_cli_table_add_cell (
      listing->table, cab_record_get_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_NEXT_ACTION)));

  return cab_cli_table_end_row (listing->table, error);
}

gboolean
cab_cli_value_list (CabCli *cli, GError **error)
{
  CabFilter filter = { .trashed = cab_cli_has_option (cli, "all") ? -1 : 0 };
  g_autoptr (CabRecord) client = find_sharing_client (cli, error);
  g_autoptr (CabCliTable) table = NULL;
  Listing listing;
  CabCliFormat format;

  if (client == NULL || !cab_cli_table_get_format (cli, &format, error))
    return FALSE;

  table = cab_cli_table_new (cli, format, "value-ratings", "value-rating");
  cab_cli_table_add_id_column (table, "id", _ ("Id"));
  cab_cli_table_add_column (table, "domain", _ ("Value"), TRUE);
  cab_cli_table_add_column (table, "rated_on", _ ("Rated on"), FALSE);
  cab_cli_table_add_column (table, "importance", _ ("Importance"), FALSE);
  cab_cli_table_add_column (table, "lived", _ ("Lived"), FALSE);
  cab_cli_table_add_column (table, "gap", _ ("Gap"), FALSE);
  cab_cli_table_add_column (table, "next_action", _ ("Next action"), TRUE);

  listing = (Listing){ cli, table, format };
  filter.client_id = cab_record_get_id (client);
  return cab_cli_record_each_visible (cli, &cab_value_rating_kind, &filter, list_rating, &listing,
                                      error)
         && cab_cli_table_finish (table, error);
}

gboolean
cab_cli_value_add (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabRecord) domain = NULL;
  g_autoptr (CabRecord) rating = cab_record_new (&cab_value_rating_kind);

  if (!cab_cli_fill_read (cli, &input, error))
    return FALSE;

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL)
    return FALSE;

  domain = cab_find (practice, &cab_value_domain_kind, cab_record_get_id (client),
                     cab_cli_get_word (cli, 1), error);
  if (domain == NULL)
    return FALSE;

  cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_DOMAIN_ID),
                       cab_record_get_id (domain));
  cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON), today);
  if (!cab_cli_fill_record (cli, input, rating, cab_record_get_id (client), error)
      || !cab_practice_save (practice, rating, error))
    return FALSE;

  cab_cli_record_print_handle (cli, rating);
  return TRUE;
}

gboolean
cab_cli_value_headings (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) client = cab_cli_record_find (cli, &cab_client_kind, 0, error);

  return client != NULL
         && cab_value_domain_add_headings (cab_cli_get_practice (cli), cab_record_get_id (client),
                                           error);
}
