/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-mood-words.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-emotion-word.h"
#include "cab-hand-answer.h"
#include "cab-mood-word-row.h"

struct _CabMoodWords
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *vocabulary;

  /* Borrowed */
  GPtrArray *buttons;   /* of GtkWidget, one a word of the vocabulary */
  CabMoodWordRow *last; /* whose strength a digit sets; among the rows, or NULL */

  /* Template */
  AdwEntryRow *entry_row;
  AdwWrapBox *word_box;
  GtkListBox *chosen_list;
};

static guint done_signal;

static void implement_answer (CabHandAnswerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabMoodWords,
                               cab_mood_words,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_HAND_ANSWER, implement_answer))

static const char *
get_word (CabMoodWords *self, guint i)
{
  return cab_record_get_text (self->vocabulary->pdata[i], CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD));
}

static CabMoodWordRow *
find_row (CabMoodWords *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->chosen_list, i)) != NULL; i++)
    if (g_strcmp0 (cab_mood_word_row_get_id (CAB_MOOD_WORD_ROW (row)), id) == 0)
      return CAB_MOOD_WORD_ROW (row);

  return NULL;
}

/* Letters leave the words that begin so, and those that have a part that does. */
static void
filter (CabMoodWords *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry_row));

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_visible (
        self->buttons->pdata[i],
        find_row (self, cab_record_get_id (self->vocabulary->pdata[i])) == NULL
            && (*typed == '\0' || g_str_match_string (typed, get_word (self, i), TRUE)));
}

static void
remove_row (CabMoodWords *self, CabMoodWordRow *row)
{
  if (self->last == row)
    self->last = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry_row));
  gtk_list_box_remove (self->chosen_list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_list),
                          gtk_list_box_get_row_at_index (self->chosen_list, 0) != NULL);
  filter (self);
  cab_hand_answer_changed (CAB_HAND_ANSWER (self));
}

static void
add_row (CabMoodWords *self, guint i, int strength)
{
  CabRecord *word = self->vocabulary->pdata[i];
  GtkWidget *row = cab_mood_word_row_new (cab_record_get_id (word), get_word (self, i));

  self->last = CAB_MOOD_WORD_ROW (row);
  if (strength >= 0)
    cab_ten_scale_set_answer (cab_mood_word_row_get_scale (self->last), strength);
  g_signal_connect_object (row, "removed", G_CALLBACK (remove_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cab_mood_word_row_get_scale (self->last), "answered",
                           G_CALLBACK (cab_hand_answer_changed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->chosen_list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_list), TRUE);
  filter (self);
  cab_hand_answer_changed (CAB_HAND_ANSWER (self));
}

static void
announce_last (CabMoodWords *self)
{
  g_autofree char *sentence = NULL;
  int strength = 0;

  cab_ten_scale_get_answer (cab_mood_word_row_get_scale (self->last), &strength);
  /* Translators: an emotion and how strong it is, “calm, 7 of 10” */
  sentence = g_strdup_printf (_ ("%1$s, %2$d of 10"),
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->last)),
                              strength);
  cab_announce (GTK_WIDGET (self), sentence);
}

static void
on_clicked_cb (CabMoodWords *self, GtkButton *button)
{
  guint i = 0;

  if (!g_ptr_array_find (self->buttons, button, &i))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry_row), "");
  add_row (self, i, -1);
  announce_last (self);
}

static void
on_entered_cb (CabMoodWords *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry_row)) == '\0')
    {
      g_signal_emit (self, done_signal, 0);
      return;
    }

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_get_visible (self->buttons->pdata[i]))
      {
        on_clicked_cb (self, self->buttons->pdata[i]);
        return;
      }
}

/* A digit is no letter of a word: it is the strength of the last one. */
static void
on_insert_cb (CabMoodWords *self,
              const char *text,
              int length,
              int *position,
              GtkEditable *editable)
{
  if (length != 1 || !g_ascii_isdigit (*text))
    return;

  g_signal_stop_emission_by_name (editable, "insert-text");
  if (self->last == NULL)
    return;

  cab_ten_scale_type (cab_mood_word_row_get_scale (self->last), g_ascii_digit_value (*text));
  announce_last (self);
}

void
cab_mood_words_set_vocabulary (CabMoodWords *self, GPtrArray *words)
{
  g_return_if_fail (CAB_IS_MOOD_WORDS (self));

  cab_mood_words_clear (self);
  for (guint i = 0; i < self->buttons->len; i++)
    adw_wrap_box_remove (self->word_box, self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
  g_clear_pointer (&self->vocabulary, g_ptr_array_unref);

  self->vocabulary = g_ptr_array_ref (words);
  for (guint i = 0; i < words->len; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (get_word (self, i));

      /* Tab goes past two dozen words: their twin by keys is the field. */
      gtk_widget_set_focusable (button, FALSE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      adw_wrap_box_append (self->word_box, button);
    }
  filter (self);
}

void
cab_mood_words_add (CabMoodWords *self, const char *id, int strength)
{
  g_return_if_fail (CAB_IS_MOOD_WORDS (self));

  for (guint i = 0; i < self->buttons->len; i++)
    if (g_strcmp0 (cab_record_get_id (self->vocabulary->pdata[i]), id) == 0
        && find_row (self, id) == NULL)
      add_row (self, i, strength);
}

void
cab_mood_words_clear (CabMoodWords *self)
{
  g_return_if_fail (CAB_IS_MOOD_WORDS (self));

  self->last = NULL;
  gtk_list_box_remove_all (self->chosen_list);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_list), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry_row), "");
  filter (self);
  cab_hand_answer_changed (CAB_HAND_ANSWER (self));
}

GArray *
cab_mood_words_list (CabMoodWords *self)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CabMoodWord));
  GtkListBoxRow *row;

  g_return_val_if_fail (CAB_IS_MOOD_WORDS (self), words);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->chosen_list, i)) != NULL; i++)
    {
      CabMoodWord word = { .word_id = cab_mood_word_row_get_id (CAB_MOOD_WORD_ROW (row)) };

      cab_ten_scale_get_answer (cab_mood_word_row_get_scale (CAB_MOOD_WORD_ROW (row)),
                                &word.intensity);
      g_array_append_val (words, word);
    }

  return words;
}

static gboolean
cab_mood_words_is_answered (CabHandAnswer *answer)
{
  return gtk_list_box_get_row_at_index (CAB_MOOD_WORDS (answer)->chosen_list, 0) != NULL;
}

static void
cab_mood_words_clear_answer (CabHandAnswer *answer)
{
  cab_mood_words_clear (CAB_MOOD_WORDS (answer));
}

static void
implement_answer (CabHandAnswerInterface *iface)
{
  iface->is_answered = cab_mood_words_is_answered;
  iface->clear = cab_mood_words_clear_answer;
}

static gboolean
cab_mood_words_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CAB_MOOD_WORDS (widget)->entry_row));
}

static void
cab_mood_words_finalize (GObject *object)
{
  CabMoodWords *self = CAB_MOOD_WORDS (object);

  g_clear_pointer (&self->vocabulary, g_ptr_array_unref);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (cab_mood_words_parent_class)->finalize (object);
}

static void
cab_mood_words_class_init (CabMoodWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_mood_words_finalize;
  widget_class->grab_focus = cab_mood_words_grab_focus;

  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/mood/cab-mood-words.ui");
  gtk_widget_class_bind_template_child (widget_class, CabMoodWords, entry_row);
  gtk_widget_class_bind_template_child (widget_class, CabMoodWords, word_box);
  gtk_widget_class_bind_template_child (widget_class, CabMoodWords, chosen_list);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, on_entered_cb);
}

static void
cab_mood_words_init (CabMoodWords *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry_row)),
                           "insert-text", G_CALLBACK (on_insert_cb), self, G_CONNECT_SWAPPED);
}
