/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-blank.h"
#include "cab-forgetting.h"
#include "cab-format.h"
#include "cab-note-language.h"
#include "cab-notices.h"
#include "cab-practice-view.h"
#include "cab-storable.h"
#include "cab-unwritten.h"
#include "cab-window.h"
#include "cab-word.h"

/* Words are counted when typing rests, not at every key. */
#define COUNT_MS 300

enum
{
  PROP_PRACTICE = 1,
  PROP_KIND,
  PROP_CLIENT_ID,
  PROP_NOTE_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CabNoteEditor,
                               cab_note_editor,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_PLACED, cab_note_editor_init_placed))

static gboolean
is_editor_of (AdwNavigationPage *page, gpointer data)
{
  return CAB_IS_NOTE_EDITOR (page) && g_strcmp0 (CAB_NOTE_EDITOR (page)->note_id, data) == 0;
}

void
cab_note_editor_open (GtkWidget *from,
                      CabOpenPractice *practice,
                      const CabKind *kind,
                      const char *client_id,
                      const char *note_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (kind == &cab_note_kind || kind == &cab_process_note_kind);

  if (note_id != NULL && cab_show_page (from, is_editor_of, (gpointer)note_id))
    return;

  page = g_object_new (CAB_TYPE_NOTE_EDITOR, "practice", practice, "kind", kind->name, "client-id",
                       client_id, "note-id", note_id, NULL);
  cab_push_page (from, page);
}

const char *
cab_note_editor_get_note_id (CabNoteEditor *self)
{
  g_return_val_if_fail (CAB_IS_NOTE_EDITOR (self), NULL);

  return self->note_id;
}

GtkTextView *
cab_note_editor_get_text_view (CabNoteEditor *self)
{
  g_return_val_if_fail (CAB_IS_NOTE_EDITOR (self), NULL);

  return GTK_TEXT_VIEW (self->text_view);
}

/* A signed note is never edited here: a policy that allows it begins with an
 * act of its own [W-79]. */
gboolean
cab_note_editor_is_editable (CabNoteEditor *self)
{
  return self->sheet != NULL && !self->sheet->is_signed && self->signing == NULL
         && cab_open_practice_is_writable (self->practice);
}

static guint
count_words (GtkTextBuffer *buffer)
{
  GtkTextIter at;
  guint n_words = 0;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (gtk_text_iter_forward_word_end (&at))
    n_words++;

  return n_words;
}

static void
show_words (CabNoteEditor *self)
{
  guint n_words = count_words (GTK_TEXT_BUFFER (self->buffer));
  g_autofree char *label = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  gtk_label_set_label (self->words_label, label);
  cab_note_editor_warn (self);
}

static gboolean
on_count_due_cb (gpointer data)
{
  CabNoteEditor *self = data;

  self->count_id = 0;
  show_words (self);

  return G_SOURCE_REMOVE;
}

static char *
dup_state (CabNoteEditor *self)
{
  g_autofree char *time = NULL;

  if (self->sheet->is_signed || self->signing != NULL)
    return g_strdup (C_ ("note", "Signed"));
  if (!cab_open_practice_is_writable (self->practice))
    return g_strdup (_ ("Read-only"));
  if (cab_autosave_get_state (self->autosave) != CAB_AUTOSAVE_SAVED)
    return g_strdup (_ ("Writing…"));
  if (self->saved_at == NULL)
    return g_strdup (self->sheet->is_stored ? _ ("Saved") : "");

  time = cab_format_time (self->saved_at, cab_open_practice_get_zone (self->practice));

  /* Translators: %s is a time of the day, “14:02” */
  return g_strdup_printf (_ ("Saved %s"), time);
}

/* [M-39] A process note takes none. */
static gboolean
takes_addenda (CabNoteEditor *self)
{
  return self->kind == &cab_note_kind && self->sheet->is_signed && self->signing == NULL;
}

/* Follows what the note is now: a draft, one whose signature can be undone, a
 * signed one. */
void
cab_note_editor_update (CabNoteEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_editable = cab_note_editor_is_editable (self);
  gboolean is_writable = cab_open_practice_is_writable (self->practice);
  g_autofree char *state = NULL;

  if (self->sheet == NULL)
    return;

  state = dup_state (self);
  gtk_label_set_label (self->state_label, state);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text_view), is_editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->text_view), is_editable);
  cab_note_title_set_editable (self->title, is_editable);
  gtk_widget_set_visible (self->sign_button, !self->sheet->is_signed && self->signing == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->addenda), takes_addenda (self));
  gtk_widget_action_set_enabled (widget, "note.add-addendum", is_writable && takes_addenda (self));
  gtk_widget_action_set_enabled (widget, "note.trash", is_editable && self->sheet->is_stored);
  gtk_widget_action_set_enabled (widget, "note.history", self->sheet->is_stored);
  cab_note_spelling_set_enabled (self->spelling, is_editable);
  gtk_widget_action_set_enabled (widget, "note.spelling",
                                 is_editable && cab_note_spelling_is_available (self->spelling));
  gtk_widget_action_set_enabled (widget, "note.unlock",
                                 is_writable && self->sheet->is_signed && !self->sheet->is_locked
                                     && self->signing == NULL);
  gtk_widget_action_set_enabled (widget, "note.replace", is_editable);
  gtk_widget_action_set_enabled (widget, "note.sign", is_editable);
  gtk_widget_action_set_enabled (widget, "note.properties", is_editable);
  gtk_widget_action_set_enabled (widget, "note.undo-signing", self->signing != NULL);
  gtk_widget_action_set_enabled (widget, "note.bring-forward",
                                 is_writable && is_editable && self->around->next_time != NULL);
  gtk_widget_action_set_enabled (widget, "note.toggle-pane", self->kind == &cab_note_kind);
}

/* [W-78] What forbids signing stands beside the button. */
void
cab_note_editor_refuse (CabNoteEditor *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static void
show_text (CabNoteEditor *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter end;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

static void
show_client (CabNoteEditor *self)
{
  adw_window_title_set_subtitle (self->window_title, cab_open_practice_is_discreet (self->practice)
                                                         ? self->around->client_reference
                                                         : self->around->client_name);
}

/* [W-28] The text stays as it is, with all that can be undone. */
static void
call_people (CabNoteEditor *self)
{
  if (self->around == NULL)
    return;

  show_client (self);
  cab_note_title_call (self->title, self->around, cab_open_practice_is_discreet (self->practice));
}

static void
show_heading (CabNoteEditor *self)
{
  g_autofree char *heading
      = cab_note_sheet_dup_heading (self->kind, self->sheet->values[CAB_NOTE_SHEET_NOTE_KIND],
                                    self->sheet->values[CAB_NOTE_SHEET_HELD_ON]);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), heading);
  adw_window_title_set_title (self->window_title, g_dgettext (GETTEXT_PACKAGE, self->kind->label));
  show_client (self);
}

static void
show_note (CabNoteEditor *self)
{
  self->is_showing = TRUE;
  g_set_str (&self->note_id, self->sheet->id);
  cab_note_editor_watch_signing (self, cab_note_signing_find (self->practice, self->note_id));
  show_heading (self);
  show_text (self, self->sheet->text);
  cab_note_title_show (self->title, self->sheet, self->around,
                       cab_open_practice_is_discreet (self->practice));
  cab_note_aside_show (self->aside, self->sheet, self->around, cab_note_editor_is_editable (self));
  if (takes_addenda (self))
    cab_note_addenda_show (self->addenda, self->practice, self->client_id, self->note_id);
  gtk_stack_set_visible_child_name (self->stack, "note");
  self->is_showing = FALSE;
  show_words (self);
  cab_note_editor_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  cab_note_editor_go_to_place (self);
}

typedef struct
{
  const CabKind *kind;
  char *client_id;
  char *note_id;
} Loading;

typedef struct
{
  CabNoteSheet *sheet;
  CabNoteSurroundings *around;
} Loaded;

static void
loading_free (Loading *self)
{
  g_free (self->client_id);
  g_free (self->note_id);
  g_free (self);
}

static void
loaded_free (Loaded *self)
{
  g_clear_pointer (&self->sheet, cab_note_sheet_free);
  g_clear_pointer (&self->around, cab_note_surroundings_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Loading *loading = data;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->sheet
      = cab_note_sheet_open (practice, loading->kind, loading->client_id, loading->note_id, error);
  if (loaded->sheet == NULL)
    return NULL;
  loaded->around = cab_note_surroundings_read (practice, loaded->sheet, error);
  if (loaded->around == NULL)
    return NULL;

  return g_steal_pointer (&loaded);
}

/* [W-44], [W-76] What could not be written when this note was left comes first, and
 * is written from here. Returns: whether there was any. */
static gboolean
take_unwritten (CabNoteEditor *self)
{
  g_autoptr (CabNoteSheet) unwritten = NULL;

  if (self->sheet->is_signed || !cab_open_practice_is_writable (self->practice))
    return FALSE;

  unwritten = cab_unwritten_take (self->practice, self->sheet->id);
  if (unwritten == NULL)
    return FALSE;

  unwritten->is_stored = self->sheet->is_stored;
  unwritten->is_locked = self->sheet->is_locked;
  g_clear_pointer (&self->sheet, cab_note_sheet_free);
  self->sheet = g_steal_pointer (&unwritten);

  return TRUE;
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Loaded) loaded = NULL;
  gboolean is_unwritten;

  if (self->practice == NULL)
    return;

  loaded = cab_open_practice_run_finish (self->practice, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (loaded == NULL)
    {
      adw_status_page_set_title (self->refused_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "refused");
      return;
    }

  g_clear_pointer (&self->sheet, cab_note_sheet_free);
  g_clear_pointer (&self->around, cab_note_surroundings_free);
  self->sheet = g_steal_pointer (&loaded->sheet);
  self->around = g_steal_pointer (&loaded->around);
  is_unwritten = take_unwritten (self);
  show_note (self);
  if (is_unwritten)
    cab_note_editor_resume (self);
}

void
cab_note_editor_load (CabNoteEditor *self)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->kind = self->kind;
  loading->client_id = g_strdup (self->client_id);
  loading->note_id = g_strdup (self->note_id);
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_job, loading,
                               (GDestroyNotify)loading_free, (GDestroyNotify)loaded_free,
                               self->loading, on_loaded_cb, g_object_ref (self));
}

static void
on_edited_cb (CabNoteEditor *self)
{
  if (self->is_showing || !cab_note_editor_is_editable (self))
    return;

  self->is_edited = TRUE;
  cab_autosave_touch (self->autosave);
}

static void
on_text_changed_cb (CabNoteEditor *self)
{
  if (self->is_showing)
    return;

  cab_note_editor_refuse (self, NULL);
  if (self->count_id == 0)
    self->count_id = g_timeout_add (COUNT_MS, on_count_due_cb, self);
  on_edited_cb (self);
}

static void
on_title_closed_cb (CabNoteEditor *self)
{
  cab_autosave_flush (self->autosave);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
on_ticked_cb (CabNoteEditor *self)
{
  if (!self->is_showing)
    cab_note_editor_tick (self);
}

static void
on_focus_left_cb (CabNoteEditor *self)
{
  cab_autosave_flush (self->autosave);
  cab_note_addenda_flush (self->addenda);
}

static void
on_closing_cb (CabNoteEditor *self)
{
  cab_note_editor_leave (self, CAB_CUT_BECAUSE_LOCK);
}

/* The colours of the text are those of the window. */
static void
on_dark_changed_cb (CabNoteEditor *self)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_source_buffer_set_style_scheme (
      self->buffer,
      gtk_source_style_scheme_manager_get_scheme (manager, is_dark ? "Adwaita-dark" : "Adwaita"));
}

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
}

/* [W-125] Back from the history, the caret is where it was. */
static void
cab_note_editor_shown (AdwNavigationPage *page)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (page);

  if (self->sheet == NULL)
    return;

  /* Left for the history, with no room to write: the text stands here still. */
  if (take_unwritten (self))
    cab_note_editor_resume (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
cab_note_editor_unmap (GtkWidget *widget)
{
  cab_note_editor_leave (CAB_NOTE_EDITOR (widget), CAB_CUT_BECAUSE_LEAVE);
  cab_note_editor_set_focus_mode (CAB_NOTE_EDITOR (widget), FALSE);

  GTK_WIDGET_CLASS (cab_note_editor_parent_class)->unmap (widget);
}

static void
cab_note_editor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind->name);
      break;
    case PROP_CLIENT_ID:
      g_value_set_string (value, self->client_id);
      break;
    case PROP_NOTE_ID:
      g_value_set_string (value, self->note_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_note_editor_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    case PROP_KIND:
      self->kind = cab_kind_find (g_value_get_string (value));
      break;
    case PROP_CLIENT_ID:
      self->client_id = g_value_dup_string (value);
      break;
    case PROP_NOTE_ID:
      self->note_id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_note_editor_constructed (GObject *object)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (object);
  gboolean is_note = self->kind == &cab_note_kind;

  G_OBJECT_CLASS (cab_note_editor_parent_class)->constructed (object);

  self->closing_id
      = g_signal_connect_swapped (self->practice, "closing", G_CALLBACK (on_closing_cb), self);
  g_signal_connect_object (self->practice, "notify::discreet", G_CALLBACK (call_people), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cab_notices_get (self->practice), "retry",
                           G_CALLBACK (cab_autosave_flush), self->autosave, G_CONNECT_SWAPPED);
  cab_action_table_bind (&cab_note_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->spelling = cab_note_spelling_new (self->practice, self->text_view);
  cab_blank_widget (GTK_WIDGET (self->text_view), GTK_WIDGET (self->text_view), self->practice);
  gtk_widget_set_visible (self->apart_label, !is_note);
  gtk_widget_set_visible (self->pane_button, is_note);
  adw_overlay_split_view_set_show_sidebar (self->split_view, is_note);
  if (!is_note)
    gtk_widget_add_css_class (GTK_WIDGET (self), "process-note");
  cab_note_editor_load (self);
}

static void
cab_note_editor_dispose (GObject *object)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->count_id, g_source_remove);
  if (self->signing != NULL)
    g_clear_signal_handler (&self->signing_id, self->signing);
  g_clear_object (&self->signing);
  g_clear_object (&self->autosave);
  g_clear_object (&self->spelling);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->closing_id, self->practice);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_note_editor_parent_class)->dispose (object);
}

static void
cab_note_editor_finalize (GObject *object)
{
  CabNoteEditor *self = CAB_NOTE_EDITOR (object);

  g_free (self->client_id);
  g_free (self->note_id);
  g_clear_pointer (&self->sheet, cab_note_sheet_free);
  g_clear_pointer (&self->around, cab_note_surroundings_free);
  g_clear_pointer (&self->place, cab_place_free);
  g_free (self->saved_at);

  G_OBJECT_CLASS (cab_note_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, split_view);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, pane_button);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, refused_page);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, title_clamp);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, title);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, find);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, apart_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, addenda);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, aside);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, words_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, state_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, warning_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteEditor, sign_button);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_title_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_ticked_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
}

static void
cab_note_editor_class_init (CabNoteEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cab_note_editor_get_property;
  object_class->set_property = cab_note_editor_set_property;
  object_class->constructed = cab_note_editor_constructed;
  object_class->dispose = cab_note_editor_dispose;
  object_class->finalize = cab_note_editor_finalize;
  widget_class->unmap = cab_note_editor_unmap;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cab_note_editor_shown;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, cab_note_kind.name, flags);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL, flags);
  properties[PROP_NOTE_ID] = g_param_spec_string ("note-id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (CAB_TYPE_NOTE_FIND);
  g_type_ensure (CAB_TYPE_NOTE_TITLE);
  g_type_ensure (CAB_TYPE_NOTE_ADDENDA);
  g_type_ensure (CAB_TYPE_NOTE_ASIDE);
  bind_template (widget_class);
  cab_action_table_install (&cab_note_actions, widget_class);
}

static void
cab_note_editor_init (CabNoteEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->loading = g_cancellable_new ();
  self->autosave = cab_autosave_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_text (GTK_TEXT_VIEW (self->text_view));
  cab_storable_guard_text (GTK_TEXT_VIEW (self->text_view));
  cab_note_language_apply (self->buffer);
  cab_note_find_attach (self->find, self->text_view);
  cab_note_editor_zoom (self, 0);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (on_dark_changed_cb), self, G_CONNECT_SWAPPED);
  on_dark_changed_cb (self);
  g_signal_connect_swapped (self->autosave, "save", G_CALLBACK (cab_note_editor_save), self);
  g_signal_connect_swapped (self->autosave, "changed", G_CALLBACK (cab_note_editor_update), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  cab_action_table_listen (&cab_note_actions, GTK_WIDGET (self));
}
