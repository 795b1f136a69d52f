/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-spelling.h"

#include <glib/gi18n.h>
#if CAB_SPELLING
#include <libspelling.h>
#endif

#include "cab-known-words.h"
#include "cab-learned-word.h"

#define MOST_CORRECTIONS 5

/* How long a check that is on its way in another thread may still take. */
#define CHECK_SECONDS 1

/* Of the length up to which Hunspell looks at a word at all. */
#define FILLER                                                                                     \
  "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"                                             \
  "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"

struct _CabNoteSpelling
{
  GObject parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *loading;
  char *language; /* NULL without a dictionary */
  GMenu *menu;
  char *word; /* what the menu is about */
  GStrv corrections;
#if CAB_SPELLING
  SpellingChecker *checker;
  SpellingTextBufferAdapter *adapter;
  CabKnownWords *known;
#endif

  /* Borrowed; the page owns both */
  GtkSourceView *view;
};

enum
{
  SIGNAL_READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabNoteSpelling, cab_note_spelling, G_TYPE_OBJECT)

/* Enchant makes its two lists where this names a folder, and does without where
 * it is none. */
void
cab_note_spelling_prepare (void)
{
  g_setenv ("ENCHANT_CONFIG_DIR", "/dev/null", TRUE);
}

gboolean
cab_note_spelling_is_available (CabNoteSpelling *self)
{
  g_return_val_if_fail (CAB_IS_NOTE_SPELLING (self), FALSE);

  return self->language != NULL;
}

#if CAB_SPELLING

static GtkTextBuffer *
get_buffer (CabNoteSpelling *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

gboolean
cab_note_spelling_knows (CabNoteSpelling *self, const char *word)
{
  g_return_val_if_fail (CAB_IS_NOTE_SPELLING (self), TRUE);

  return self->checker == NULL || cab_known_words_contains (self->known, word)
         || spelling_checker_check_word (self->checker, word, -1);
}

static void
ignore_word (CabNoteSpelling *self, const char *word)
{
  cab_known_words_add (self->known, word);
  spelling_text_buffer_adapter_invalidate_all (self->adapter);
}

static void
ignore_words (CabNoteSpelling *self, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    cab_known_words_add (self->known, words->pdata[i]);
  spelling_text_buffer_adapter_invalidate_all (self->adapter);
}

/* What the dictionary does not know is underlined here, unless we do. The library
 * has a way to tell the dictionary itself; but that one is the program's and not
 * the note's, so it would know all clients by name when the practice is locked. */
static void
on_apply_tag_cb (CabNoteSpelling *self,
                 GtkTextTag *tag,
                 const GtkTextIter *start,
                 const GtkTextIter *end,
                 GtkTextBuffer *buffer)
{
  g_autofree char *word = NULL;

  if (self->adapter == NULL || tag != spelling_text_buffer_adapter_get_tag (self->adapter))
    return;

  word = gtk_text_iter_get_slice (start, end);
  if (cab_known_words_contains (self->known, word))
    g_signal_stop_emission_by_name (buffer, "apply-tag");
}

static gpointer
list_words_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) words = cab_learned_word_list (practice, NULL, error);
  GPtrArray *names;

  if (words == NULL)
    return NULL;
  names = cab_learned_word_list_names (practice, error);
  if (names == NULL)
    return NULL;

  g_ptr_array_extend_and_steal (words, names);

  return g_steal_pointer (&words);
}

static void
on_words_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteSpelling) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = NULL;

  if (self->practice == NULL)
    return;

  words = cab_open_practice_run_finish (self->practice, result, &error);
  if (words == NULL || self->view == NULL)
    return;

  ignore_words (self, words);
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

typedef struct
{
  char *language;
  char *word;
} Learning;

static void
learning_free (Learning *self)
{
  g_free (self->language);
  g_free (self->word);
  g_free (self);
}

static gpointer
learn_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Learning *learning = data;

  cab_learned_word_learn (practice, learning->language, learning->word, error);

  return NULL;
}

void
cab_note_spelling_learn (CabNoteSpelling *self, const char *word)
{
  Learning *learning;

  g_return_if_fail (CAB_IS_NOTE_SPELLING (self));

  if (self->checker == NULL || !cab_open_practice_is_writable (self->practice))
    return;

  learning = g_new0 (Learning, 1);
  learning->language = g_strdup (self->language);
  learning->word = g_strdup (word);
  ignore_word (self, word);
  cab_open_practice_run_async (self->practice, CAB_JOB_KEEPS, learn_job, learning,
                               (GDestroyNotify)learning_free, NULL, NULL, NULL, NULL);
}

/* The word around a place, when it is a mistake. */
static gboolean
find_mistake (CabNoteSpelling *self, const GtkTextIter *at, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *tag = spelling_text_buffer_adapter_get_tag (self->adapter);

  *start = *at;
  *end = *at;
  if (!gtk_text_iter_has_tag (at, tag) && !gtk_text_iter_ends_tag (at, tag))
    return FALSE;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  if (!gtk_text_iter_ends_tag (end, tag))
    gtk_text_iter_forward_to_tag_toggle (end, tag);

  return TRUE;
}

/* Ours, not the library's: its own act of adding would write a word list. The acts
 * name no word, for what a menu names outlives it in GTK up to 4.18. */
static void
update_menu (CabNoteSpelling *self, const GtkTextIter *at)
{
  g_autoptr (GMenu) section = g_menu_new ();
  GtkTextIter start;
  GtkTextIter end;

  g_menu_remove_all (self->menu);
  g_clear_pointer (&self->word, g_free);
  g_clear_pointer (&self->corrections, g_strfreev);
  if (!find_mistake (self, at, &start, &end))
    return;

  self->word = gtk_text_iter_get_slice (&start, &end);
  self->corrections = spelling_checker_list_corrections (self->checker, self->word);
  for (guint i = 0;
       self->corrections != NULL && self->corrections[i] != NULL && i < MOST_CORRECTIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (self->corrections[i], NULL);

      g_menu_item_set_action_and_target (item, "word.correct", "u", i);
      g_menu_append_item (section, item);
    }
  g_menu_append (section, _ ("Ig_nore"), "word.ignore");
  g_menu_append (section, _ ("Learn _Word"), "word.learn");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
}

gboolean
cab_note_spelling_go_to_next (CabNoteSpelling *self)
{
  GtkTextTag *tag;
  GtkTextIter at;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (CAB_IS_NOTE_SPELLING (self), FALSE);

  if (self->checker == NULL)
    return FALSE;

  tag = spelling_text_buffer_adapter_get_tag (self->adapter);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), NULL, &at);
  for (guint turn = 0; turn < 2; turn++)
    {
      do
        if (gtk_text_iter_starts_tag (&at, tag) && find_mistake (self, &at, &start, &end))
          {
            gtk_text_buffer_select_range (get_buffer (self), &start, &end);
            gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view),
                                                gtk_text_buffer_get_insert (get_buffer (self)));
            update_menu (self, &start);
            return TRUE;
          }
      while (gtk_text_iter_forward_to_tag_toggle (&at, tag));
      gtk_text_buffer_get_start_iter (get_buffer (self), &at);
    }

  return FALSE;
}

/* The menu is about the word under the pointer, before the text shows it. */
static void
on_pressed_cb (CabNoteSpelling *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GtkTextIter at;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, (int)x,
                                         (int)y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &at, buffer_x, buffer_y);
  update_menu (self, &at);
}

static void
on_correct_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CabNoteSpelling *self = data;
  GtkTextBuffer *buffer = get_buffer (self);
  guint number = g_variant_get_uint32 (parameter);
  GtkTextIter caret;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (buffer, &caret, NULL);
  if (self->corrections == NULL || number >= g_strv_length (self->corrections)
      || !find_mistake (self, &caret, &start, &end)
      || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, self->corrections[number], -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
on_ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CabNoteSpelling *self = data;

  if (self->word != NULL)
    ignore_word (self, self->word);
}

static void
on_learn_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CabNoteSpelling *self = data;

  if (self->word != NULL)
    cab_note_spelling_learn (self, self->word);
}

static const GActionEntry entries[] = {
  { "correct", on_correct_cb, "u", NULL, NULL, { 0 } },
  { "ignore", on_ignore_cb, NULL, NULL, NULL, { 0 } },
  { "learn", on_learn_cb, NULL, NULL, NULL, { 0 } },
};

static void
add_menu (CabNoteSpelling *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "word", G_ACTION_GROUP (group));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), G_MENU_MODEL (self->menu));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
}

/* The desktop's language, where there is a dictionary for it. */
static void
find_language (CabNoteSpelling *self)
{
  SpellingProvider *provider = spelling_provider_get_default ();
  const char *code = spelling_provider_get_default_code (provider);

  if (code != NULL && spelling_provider_supports_language (provider, code))
    self->language = g_strdup (code);
}

static void
begin (CabNoteSpelling *self)
{
  find_language (self);
  if (self->language == NULL)
    return;

  self->known = cab_known_words_new ();
  self->checker = spelling_checker_new (NULL, self->language);
  self->adapter
      = spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (get_buffer (self)), self->checker);
  g_signal_connect_object (get_buffer (self), "apply-tag", G_CALLBACK (on_apply_tag_cb), self,
                           G_CONNECT_SWAPPED);
  add_menu (self);
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_words_job, NULL, NULL,
                               (GDestroyNotify)g_ptr_array_unref, self->loading, on_words_listed_cb,
                               g_object_ref (self));
}

void
cab_note_spelling_set_enabled (CabNoteSpelling *self, gboolean is_enabled)
{
  g_return_if_fail (CAB_IS_NOTE_SPELLING (self));

  if (self->adapter != NULL)
    spelling_text_buffer_adapter_set_enabled (self->adapter, is_enabled);
}

/* The dictionary outlives us, and the last words that it was asked for lie in a
 * buffer of its own, where a longer one covers them. The library asks it in threads
 * of GLib's pool, which wipe their stacks as they end. */
static void
cover_words (SpellingChecker *checker)
{
  spelling_checker_check_word (checker, FILLER, -1);
  g_thread_pool_stop_unused_threads ();
}

static void
on_checked_cb (gpointer data)
{
  g_autoptr (SpellingChecker) checker = data;

  cover_words (checker);
}

static void
end (CabNoteSpelling *self)
{
  if (self->adapter != NULL && self->view != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self->view), "word", NULL);
  g_clear_object (&self->adapter);
  g_clear_pointer (&self->known, cab_known_words_free);
  if (self->checker == NULL)
    return;

  cover_words (self->checker);
  g_timeout_add_seconds_once (CHECK_SECONDS, on_checked_cb, g_steal_pointer (&self->checker));
}

#else

gboolean
cab_note_spelling_knows (CabNoteSpelling *self, const char *word)
{
  return TRUE;
}

gboolean
cab_note_spelling_go_to_next (CabNoteSpelling *self)
{
  return FALSE;
}

void
cab_note_spelling_learn (CabNoteSpelling *self, const char *word)
{
}

void
cab_note_spelling_set_enabled (CabNoteSpelling *self, gboolean is_enabled)
{
}

static void
begin (CabNoteSpelling *self)
{
}

static void
end (CabNoteSpelling *self)
{
}

#endif

CabNoteSpelling *
cab_note_spelling_new (CabOpenPractice *practice, GtkSourceView *view)
{
  CabNoteSpelling *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (GTK_SOURCE_IS_VIEW (view), NULL);

  self = g_object_new (CAB_TYPE_NOTE_SPELLING, NULL);
  self->practice = g_object_ref (practice);
  g_set_weak_pointer (&self->view, view);
  begin (self);

  return self;
}

static void
cab_note_spelling_dispose (GObject *object)
{
  CabNoteSpelling *self = CAB_NOTE_SPELLING (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  end (self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->menu);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_note_spelling_parent_class)->dispose (object);
}

static void
cab_note_spelling_finalize (GObject *object)
{
  CabNoteSpelling *self = CAB_NOTE_SPELLING (object);

  g_free (self->language);
  g_free (self->word);
  g_strfreev (self->corrections);

  G_OBJECT_CLASS (cab_note_spelling_parent_class)->finalize (object);
}

static void
cab_note_spelling_class_init (CabNoteSpellingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cab_note_spelling_dispose;
  object_class->finalize = cab_note_spelling_finalize;

  signals[SIGNAL_READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_note_spelling_init (CabNoteSpelling *self)
{
  self->loading = g_cancellable_new ();
  self->menu = g_menu_new ();
}
