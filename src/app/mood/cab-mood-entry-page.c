/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-mood-entry-page.h"

#include <glib/gi18n.h>

#include "cab-affect-grid.h"
#include "cab-announce.h"
#include "cab-field-editor.h"
#include "cab-format.h"
#include "cab-kept-form.h"
#include "cab-mood-draft.h"
#include "cab-mood-sheet.h"
#include "cab-mood-track.h"
#include "cab-mood-words.h"
#include "cab-trash.h"
#include "cab-window.h"

/* The fields that are rows of a form, those of when it was first. */
static const guint row_fields[] = {
  CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT),      CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION),
  CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE), CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS),
  CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE),
};

#define N_ROWS G_N_ELEMENTS (row_fields)
#define N_WHEN 3

struct _CabMoodEntryPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  char *entry_id;
  GCancellable *loading;
  CabMoodSheet *sheet; /* NULL until it is read */
  char *shown;         /* what was filled in when it came, as a draft says it */
  gulong closing_id;
  CabFieldEditor *editors[N_ROWS];

  /* Borrowed */
  GPtrArray *track_rows; /* of AdwEntryRow, one a track of the sheet */

  /* State */
  guint is_next : 1; /* another entry is wanted after this one */
  guint has_draft : 1;

  /* Template */
  GtkToggleButton *when_button;
  GtkLabel *when_label;
  AdwPreferencesGroup *when_group;
  CabAffectGrid *affect_grid;
  CabMoodWords *mood_words;
  AdwPreferencesGroup *tracks_group;
  AdwPreferencesGroup *about_group;
  GtkLabel *refusal_label;
  GtkButton *trash_button;
  GtkButton *add_button;
  GtkButton *next_button;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  PROP_ENTRY_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabMoodEntryPage, cab_mood_entry_page, ADW_TYPE_NAVIGATION_PAGE)

/* Whose entry, and which. */
typedef struct
{
  char *client_id;
  char *entry_id;
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->client_id);
  g_free (self->entry_id);
  g_free (self);
}

/* The entry, and what a lock kept of it. */
typedef struct
{
  CabMoodSheet *sheet;
  char *draft;
} Read;

static void
read_free (Read *self)
{
  g_clear_pointer (&self->sheet, cab_mood_sheet_free);
  g_free (self->draft);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static gpointer
read_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  const CabDraftTarget target = cab_mood_draft_get_target (asked->client_id, asked->entry_id);
  g_autoptr (Read) found = g_new0 (Read, 1);

  found->sheet = cab_mood_sheet_read (practice, asked->client_id, asked->entry_id, error);
  if (found->sheet == NULL)
    return NULL;

  found->draft = cab_kept_form_find (practice, &target);

  return g_steal_pointer (&found);
}

static CabMoodForm
get_form (CabMoodEntryPage *self)
{
  return (CabMoodForm){ self->sheet,       self->editors,    row_fields,      N_ROWS,
                        self->affect_grid, self->mood_words, self->track_rows };
}

static void
keep_draft (CabMoodEntryPage *self, const char *body)
{
  const CabDraftTarget target = cab_mood_draft_get_target (self->client_id, self->entry_id);

  cab_kept_form_keep (self->practice, &target, body);
}

/* [W-43] The practice locks. */
static void
on_closing_cb (CabMoodEntryPage *self)
{
  const CabMoodForm form = get_form (self);
  g_autofree char *filled = self->sheet != NULL ? cab_mood_draft_write (&form) : NULL;

  if (filled != NULL && g_strcmp0 (filled, self->shown) != 0)
    keep_draft (self, filled);
}

/* It was saved, or whoever filled it in went away from it. */
static void
end_draft (CabMoodEntryPage *self)
{
  if (self->has_draft)
    keep_draft (self, NULL);
  self->has_draft = FALSE;
}

static void
show_refusal (CabMoodEntryPage *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

/* What the folded group holds: “3 March 2025, 18:02, on paper”. */
static void
show_when (CabMoodEntryPage *self)
{
  int source
      = cab_record_get_code (self->sheet->entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE));
  g_autofree char *when = cab_format_local (
      cab_record_get_text (self->sheet->entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT)));
  g_autofree char *sentence
      = source < 0 ? g_strdup (when)
                   /* Translators: when an entry was felt and how it came here */
                   : g_strdup_printf (_ ("%1$s – %2$s"), when,
                                      _ (cab_entry_source_codes.codes[source].label));

  gtk_label_set_label (self->when_label, sentence);
}

static void
show_point (CabMoodEntryPage *self)
{
  gint64 valence = 0;
  gint64 arousal = 0;

  if (cab_record_get_integer (self->sheet->entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), &valence)
      && cab_record_get_integer (self->sheet->entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL),
                                 &arousal))
    cab_affect_grid_set_point (self->affect_grid, (int)valence, (int)arousal);
  else
    cab_affect_grid_clear (self->affect_grid);
}

static void
show_words (CabMoodEntryPage *self)
{
  cab_mood_words_set_vocabulary (self->mood_words, self->sheet->vocabulary);
  for (guint i = 0; i < self->sheet->emotions->len; i++)
    {
      CabRecord *emotion = self->sheet->emotions->pdata[i];
      gint64 strength = -1;

      cab_record_get_integer (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_INTENSITY), &strength);
      cab_mood_words_add (self->mood_words,
                          cab_record_get_text (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_WORD_ID)),
                          (int)strength);
    }
}

static CabRecord *
find_value (CabMoodEntryPage *self, CabRecord *track)
{
  for (guint i = 0; i < self->sheet->values->len; i++)
    if (g_strcmp0 (cab_record_get_text (self->sheet->values->pdata[i],
                                        CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID)),
                   cab_record_get_id (track))
        == 0)
      return self->sheet->values->pdata[i];

  return NULL;
}

static void
show_tracks (CabMoodEntryPage *self)
{
  for (guint i = 0; i < self->track_rows->len; i++)
    adw_preferences_group_remove (self->tracks_group, self->track_rows->pdata[i]);
  g_ptr_array_set_size (self->track_rows, 0);

  for (guint i = 0; i < self->sheet->tracks->len; i++)
    {
      CabRecord *track = self->sheet->tracks->pdata[i];
      CabRecord *value = find_value (self, track);
      g_autofree char *title = cab_mood_sheet_dup_track_title (track);
      g_autofree char *amount
          = value != NULL ? cab_record_dup_text (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT))
                          : NULL;
      GtkWidget *row = adw_entry_row_new ();

      g_object_set (row, "use-markup", FALSE, "title", title, "text", amount != NULL ? amount : "",
                    NULL);
      g_ptr_array_add (self->track_rows, row);
      adw_preferences_group_add (self->tracks_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tracks_group), self->track_rows->len > 0);
}

static void
show_sheet (CabMoodEntryPage *self)
{
  CabMoodForm form;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = cab_record_dup_text (self->sheet->entry, row_fields[i]);

      cab_field_editor_set_text (self->editors[i], text);
      cab_field_editor_set_refusal (self->editors[i], NULL);
    }
  show_when (self);
  show_point (self);
  show_words (self);
  show_tracks (self);
  show_refusal (self, NULL);
  g_free (self->shown);
  form = get_form (self);
  self->shown = cab_mood_draft_write (&form);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabMoodEntryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Read) found = NULL;
  CabMoodForm form;

  if (self->practice == NULL)
    return;

  found = cab_open_practice_run_finish (self->practice, result, &error);
  if (found == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_refusal (self, error->message);
      return;
    }

  g_clear_pointer (&self->sheet, cab_mood_sheet_free);
  self->sheet = g_steal_pointer (&found->sheet);
  show_sheet (self);
  self->has_draft = found->draft != NULL;
  form = get_form (self);
  cab_mood_draft_show (&form, found->draft);
}

static void
read_sheet (CabMoodEntryPage *self)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_strdup (self->client_id), g_strdup (self->entry_id) };
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, read_job, asked,
                               (GDestroyNotify)asked_free, (GDestroyNotify)read_free, self->loading,
                               on_read_cb, g_object_ref (self));
}

/* The sentence goes below its row; where there is none, above the button. */
static void
place_refusal (CabMoodEntryPage *self, CabRecord *entry, const GError *error)
{
  const char *sentence = NULL;
  int field = cab_record_find_refused (entry, error, &sentence);

  for (guint i = 0; i < N_ROWS; i++)
    if (field == (int)row_fields[i])
      {
        if (i < N_WHEN)
          gtk_toggle_button_set_active (self->when_button, TRUE);
        cab_field_editor_set_refusal (self->editors[i], sentence);
        gtk_widget_grab_focus (cab_field_editor_get_row (self->editors[i]));
        return;
      }

  show_refusal (self, error->message);
}

static gboolean
take_rows (CabMoodEntryPage *self, CabRecord *entry)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = cab_field_editor_dup_text (self->editors[i]);
      g_autoptr (GError) error = NULL;

      cab_field_editor_set_refusal (self->editors[i], NULL);
      if (!cab_record_parse (entry, row_fields[i], text, &error))
        {
          place_refusal (self, entry, error);
          return FALSE;
        }
    }

  return TRUE;
}

static void
take_point (CabMoodEntryPage *self, CabRecord *entry)
{
  int valence = 0;
  int arousal = 0;

  if (!cab_affect_grid_get_point (self->affect_grid, &valence, &arousal))
    {
      cab_record_set_none (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE));
      cab_record_set_none (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL));
      return;
    }

  cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), valence);
  cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), arousal);
}

static gboolean
take_tracks (CabMoodEntryPage *self, CabMoodGiven *given)
{
  for (guint i = 0; i < self->track_rows->len; i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->track_rows->pdata[i]));
      g_autoptr (CabRecord) value = cab_record_new (&cab_mood_track_value_kind);
      g_autoptr (GError) error = NULL;
      gint64 amount = 0;

      if (*text == '\0')
        continue;
      if (!cab_record_parse (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT), text, &error))
        {
          show_refusal (self, error->message);
          gtk_widget_grab_focus (self->track_rows->pdata[i]);
          return FALSE;
        }
      cab_record_get_integer (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT), &amount);
      cab_mood_given_add_number (given, cab_record_get_id (self->sheet->tracks->pdata[i]), amount);
    }

  return TRUE;
}

/* (transfer full) (nullable): what was filled in; %NULL when it is refused. */
static CabMoodGiven *
read_given (CabMoodEntryPage *self)
{
  g_autoptr (CabMoodGiven) given = cab_mood_given_new (cab_record_dup (self->sheet->entry));

  show_refusal (self, NULL);
  if (!take_rows (self, given->entry))
    return NULL;

  take_point (self, given->entry);
  cab_mood_given_take_words (given, cab_mood_words_list (self->mood_words));

  return take_tracks (self, given) ? g_steal_pointer (&given) : NULL;
}

static void
set_busy (CabMoodEntryPage *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), !is_busy);
}

/* The next line of a paper diary: the same day and source, nothing else. */
static void
begin_next (CabMoodEntryPage *self, CabRecord *saved)
{
  static const guint kept[]
      = { CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE),
          CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION), CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE) };
  CabRecord *next = cab_record_new (&cab_mood_entry_kind);

  cab_record_set_text (next, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID), self->client_id);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *text = cab_record_dup_text (saved, kept[i]);

      cab_record_parse (next, kept[i], text, NULL);
    }
  g_object_unref (self->sheet->entry);
  self->sheet->entry = next;
  show_sheet (self);
  gtk_toggle_button_set_active (self->when_button, TRUE);
  gtk_widget_grab_focus (cab_field_editor_get_row (self->editors[0]));
}

static void
say_saved (CabMoodEntryPage *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);

  if (window != NULL)
    cab_window_toast (
        CAB_WINDOW (window),
        adw_toast_new (self->entry_id != NULL ? _ ("Mood entry changed") : _ ("Mood entry added")));
}

static void
on_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabMoodEntryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) saved = NULL;

  if (self->practice == NULL)
    return;

  saved = cab_open_practice_run_finish (self->practice, result, &error);
  set_busy (self, FALSE);
  if (saved == NULL)
    {
      place_refusal (self, self->sheet->entry, error);
      return;
    }

  say_saved (self);
  end_draft (self);
  if (self->is_next)
    begin_next (self, saved);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
save (CabMoodEntryPage *self, gboolean is_next)
{
  CabMoodGiven *given;

  if (self->sheet == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->add_button)))
    return;

  given = read_given (self);
  if (given == NULL)
    return;

  set_busy (self, TRUE);
  self->is_next = is_next != FALSE;
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, cab_mood_given_save_job, given,
                               (GDestroyNotify)cab_mood_given_free, g_object_unref, NULL,
                               on_saved_cb, g_object_ref (self));
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (CAB_MOOD_ENTRY_PAGE (widget), FALSE);
}

static void
add_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (CAB_MOOD_ENTRY_PAGE (widget)->entry_id == NULL)
    save (CAB_MOOD_ENTRY_PAGE (widget), TRUE);
}

static void
move_to_trash (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (widget);

  if (self->entry_id == NULL)
    return;

  cab_trash_move (widget, self->practice, &cab_mood_entry_kind, self->entry_id,
                  _ ("Mood entry moved to trash"));
  gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
on_done_cb (CabMoodEntryPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "mood.add", NULL);
}

#define MOOD N_ ("Mood and values")

/* Rows without an action: the grid and the field of words own these keys. */
static const CabAction actions[] = {
  { NULL, NULL, "Left Right Up Down", N_ ("Move on the grid"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { NULL, NULL, "space", N_ ("Set the point"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { NULL, NULL, "Delete", N_ ("Take the point away"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { "mood.add", NULL, "<Control>Return", N_ ("Add the entry"), MOOD, CAB_ACTION_MUTATES, add },
  { "mood.add-next", NULL, "<Control><Shift>Return", N_ ("Add the entry and begin the next"), MOOD,
    CAB_ACTION_MUTATES, add_next },
  { "mood.trash", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, move_to_trash },
};

CAB_DEFINE_ACTION_TABLE (cab_mood_actions, actions);

static void
cab_mood_entry_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_CLIENT_ID:
      g_value_set_string (value, self->client_id);
      break;
    case PROP_ENTRY_ID:
      g_value_set_string (value, self->entry_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_mood_entry_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    case PROP_CLIENT_ID:
      self->client_id = g_value_dup_string (value);
      break;
    case PROP_ENTRY_ID:
      self->entry_id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
make_rows (CabMoodEntryPage *self)
{
  gboolean is_writable = cab_open_practice_is_writable (self->practice);

  for (guint i = 0; i < N_ROWS; i++)
    {
      self->editors[i]
          = cab_field_editor_new (cab_kind_get_field (&cab_mood_entry_kind, row_fields[i]));
      cab_field_editor_add_to (self->editors[i], i < N_WHEN ? self->when_group : self->about_group);
      cab_field_editor_blank (self->editors[i], self->practice);
      cab_field_editor_set_editable (self->editors[i], is_writable);
    }
}

static void
cab_mood_entry_page_constructed (GObject *object)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  G_OBJECT_CLASS (cab_mood_entry_page_parent_class)->constructed (object);

  make_rows (self);
  if (self->entry_id != NULL)
    {
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Mood Entry"));
      gtk_button_set_label (self->add_button, _ ("_Done"));
      gtk_widget_set_visible (GTK_WIDGET (self->next_button), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->trash_button), TRUE);
    }
  cab_action_table_bind (&cab_mood_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->closing_id
      = g_signal_connect_swapped (self->practice, "closing", G_CALLBACK (on_closing_cb), self);
  read_sheet (self);
}

static void
cab_mood_entry_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cab_mood_entry_page_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (CAB_MOOD_ENTRY_PAGE (widget)->affect_grid));
}

static void
cab_mood_entry_page_dispose (GObject *object)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    {
      g_clear_signal_handler (&self->closing_id, self->practice);
      end_draft (self);
    }
  for (guint i = 0; i < N_ROWS; i++)
    g_clear_object (&self->editors[i]);
  g_clear_pointer (&self->sheet, cab_mood_sheet_free);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_mood_entry_page_parent_class)->dispose (object);
}

static void
cab_mood_entry_page_finalize (GObject *object)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  g_ptr_array_unref (self->track_rows);
  g_free (self->shown);
  g_free (self->client_id);
  g_free (self->entry_id);

  G_OBJECT_CLASS (cab_mood_entry_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CAB_TYPE_AFFECT_GRID);
  g_type_ensure (CAB_TYPE_MOOD_WORDS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/mood/cab-mood-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, when_button);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, when_label);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, when_group);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, affect_grid);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, mood_words);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, tracks_group);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, about_group);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, trash_button);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_done_cb);
}

static void
cab_mood_entry_page_class_init (CabMoodEntryPageClass *klass)
{
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_mood_entry_page_get_property;
  object_class->set_property = cab_mood_entry_page_set_property;
  object_class->constructed = cab_mood_entry_page_constructed;
  object_class->dispose = cab_mood_entry_page_dispose;
  object_class->finalize = cab_mood_entry_page_finalize;
  widget_class->map = cab_mood_entry_page_map;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE, once);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL, once);
  properties[PROP_ENTRY_ID] = g_param_spec_string ("entry-id", NULL, NULL, NULL, once);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  cab_action_table_install (&cab_mood_actions, widget_class);
}

static void
cab_mood_entry_page_init (CabMoodEntryPage *self)
{
  self->loading = g_cancellable_new ();
  self->track_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_action_table_listen (&cab_mood_actions, GTK_WIDGET (self));
}
