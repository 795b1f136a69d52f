/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-mood-entry-page.h"

#include <glib/gi18n.h>

#include "cab-affect-grid.h"
#include "cab-announce.h"
#include "cab-emotion-word.h"
#include "cab-mood-entry.h"
#include "cab-practice-settings.h"
#include "cab-window.h"

struct _CabMoodEntryPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  GPtrArray *words; /* of CabRecord: the practice's emotion words */

  /* Template */
  CabAffectGrid *affect_grid;
  GtkListBox *word_list;
  AdwEntryRow *context_row;
  AdwEntryRow *note_row;
  GtkLabel *refusal_label;
  GtkButton *save_button;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabMoodEntryPage, cab_mood_entry_page, ADW_TYPE_NAVIGATION_PAGE)

static gpointer
list_words_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = { .trashed = 0 };

  return cab_practice_list (practice, &cab_emotion_word_kind, &filter, error);
}

/* A word's row: its strength by digits or arrows, 0 when it was not felt. */
static GtkWidget *
make_word_row (CabRecord *word)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, 10, 1);

  g_object_set (row, "use-markup", FALSE, "title",
                cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD)), NULL);

  return row;
}

static void
on_words_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabMoodEntryPage) self = user_data;
  GPtrArray *words;

  if (self->practice == NULL)
    return;

  words = cab_open_practice_run_finish (self->practice, result, NULL);
  if (words == NULL)
    return;

  self->words = words;
  for (guint i = 0; i < words->len; i++)
    if (!cab_record_get_bool (words->pdata[i], CAB_OWN (CAB_EMOTION_WORD_FIELD_RETIRED)))
      {
        GtkWidget *row = make_word_row (words->pdata[i]);

        g_object_set_data (G_OBJECT (row), "word-id",
                           (gpointer)cab_record_get_id (words->pdata[i]));
        gtk_list_box_append (self->word_list, row);
      }
}

/* An entry on its way to the file's thread. */
typedef struct
{
  char *client_id;
  char *context;
  char *note;
  GArray *words; /* of CabMoodWord, whose ids are owned by `ids` */
  GPtrArray *ids;
  int valence;
  int arousal;
  gboolean has_point;
} Given;

static void
given_free (Given *self)
{
  g_free (self->client_id);
  g_free (self->context);
  g_free (self->note);
  g_array_unref (self->words);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
add_word (Given *given, GtkWidget *row)
{
  int strength = (int)adw_spin_row_get_value (ADW_SPIN_ROW (row));
  CabMoodWord word = { .intensity = strength };

  if (strength == 0)
    return;

  g_ptr_array_add (given->ids, g_strdup (g_object_get_data (G_OBJECT (row), "word-id")));
  word.word_id = given->ids->pdata[given->ids->len - 1];
  g_array_append_val (given->words, word);
}

static char *
dup_entry (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static Given *
read_given (CabMoodEntryPage *self)
{
  Given *given = g_new0 (Given, 1);
  GtkListBoxRow *row;

  given->client_id = g_strdup (self->client_id);
  given->context = dup_entry (self->context_row);
  given->note = dup_entry (self->note_row);
  given->words = g_array_new (FALSE, FALSE, sizeof (CabMoodWord));
  given->ids = g_ptr_array_new_with_free_func (g_free);
  given->has_point
      = cab_affect_grid_get_point (self->affect_grid, &given->valence, &given->arousal);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->word_list, i)) != NULL; i++)
    add_word (given, GTK_WIDGET (row));

  return given;
}

static gpointer
save_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Given *given = data;
  g_autoptr (CabRecord) entry = cab_record_new (&cab_mood_entry_kind);
  g_autofree char *now = cab_practice_dup_now (practice);
  const char *zone = cab_practice_settings_get_zone (practice);
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GTimeZone) place = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) local
      = utc != NULL && place != NULL ? g_date_time_to_timezone (utc, place) : NULL;
  g_autofree char *felt_at = local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M") : NULL;

  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID), given->client_id);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), felt_at);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE), zone);
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION), CAB_MOOD_PRECISION_MINUTE);
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE),
                       CAB_ENTRY_SOURCE_IN_SESSION);
  if (given->has_point)
    {
      cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), given->valence);
      cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), given->arousal);
    }
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS), given->context);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE), given->note);

  if (!cab_mood_entry_save (practice, entry, (const CabMoodWord *)(gpointer)given->words->data,
                            given->words->len, NULL, 0, error))
    return NULL;

  return g_steal_pointer (&entry);
}

static void
show_refusal (CabMoodEntryPage *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  cab_announce (GTK_WIDGET (self), sentence);
}

static void
on_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabMoodEntryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) entry = NULL;
  GtkWidget *window;

  if (self->practice == NULL)
    return;

  entry = cab_open_practice_run_finish (self->practice, result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (entry == NULL)
    {
      show_refusal (self, error->message);
      return;
    }

  window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  if (window != NULL)
    cab_window_toast (CAB_WINDOW (window), adw_toast_new (_ ("Mood entry added")));
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
on_save_cb (CabMoodEntryPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, save_job, read_given (self),
                               (GDestroyNotify)given_free, g_object_unref, NULL, on_saved_cb,
                               g_object_ref (self));
}

static void
cab_mood_entry_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  if (prop_id == PROP_PRACTICE)
    g_value_set_object (value, self->practice);
  else
    g_value_set_string (value, self->client_id);
}

static void
cab_mood_entry_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  if (prop_id == PROP_PRACTICE)
    self->practice = g_value_dup_object (value);
  else
    self->client_id = g_value_dup_string (value);
}

static void
cab_mood_entry_page_constructed (GObject *object)
{
  CabMoodEntryPage *self = CAB_MOOD_ENTRY_PAGE (object);

  G_OBJECT_CLASS (cab_mood_entry_page_parent_class)->constructed (object);

  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_words_job, NULL, NULL,
                               (GDestroyNotify)g_ptr_array_unref, self->loading, on_words_listed_cb,
                               g_object_ref (self));
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
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_mood_entry_page_parent_class)->dispose (object);
}

static void
cab_mood_entry_page_finalize (GObject *object)
{
  g_free (CAB_MOOD_ENTRY_PAGE (object)->client_id);

  G_OBJECT_CLASS (cab_mood_entry_page_parent_class)->finalize (object);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_AFFECT_GRID);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/mood/cab-mood-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, affect_grid);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, word_list);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, context_row);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabMoodEntryPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
}

static void
cab_mood_entry_page_init (CabMoodEntryPage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
