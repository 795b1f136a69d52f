/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-addenda.h"

#include <glib/gi18n.h>

#include "cab-addendum-sheet.h"
#include "cab-announce.h"
#include "cab-autosave.h"
#include "cab-blank.h"
#include "cab-forgetting.h"
#include "cab-note-signing.h"
#include "cab-storable.h"

struct _CabNoteAddenda
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice; /* NULL until something is shown */
  CabAddendumSheet *sheet;   /* as it was last read */
  CabAutosave *autosave;
  CabNoteSigning *signing; /* while the signature can be undone */

  /* Template */
  GtkWidget *list_window;
  GtkLabel *list_label;
  GtkWidget *writing_box;
  GtkDropDown *kind_down;
  GtkEditable *reason_entry;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkLabel *refusal_label;
  GtkLabel *state_label;

  /* State */
  gulong closing_id;
  gulong signing_id;
  guint is_showing : 1;
  guint is_asked : 1; /* a person asked for it, before it was loaded */
};

G_DEFINE_FINAL_TYPE (CabNoteAddenda, cab_note_addenda, ADW_TYPE_BIN)

static gboolean
is_editable (CabNoteAddenda *self)
{
  return self->sheet != NULL && self->signing == NULL
         && cab_open_practice_is_writable (self->practice);
}

static void
refuse (CabNoteAddenda *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static const char *
get_state_words (CabNoteAddenda *self)
{
  if (self->signing != NULL)
    return C_ ("note", "Signed");
  if (cab_autosave_get_state (self->autosave) != CAB_AUTOSAVE_SAVED)
    return _ ("Writing…");

  return self->sheet != NULL && self->sheet->is_begun ? _ ("Saved") : "";
}

static void
update (CabNoteAddenda *self)
{
  gboolean can_edit = is_editable (self);

  gtk_label_set_label (self->state_label, get_state_words (self));
  gtk_text_view_set_editable (self->text_view, can_edit);
  gtk_editable_set_editable (self->reason_entry, can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_down), can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "addendum.sign", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "addendum.discard", can_edit);
}

static CabAddendumSheet *
dup_sheet (CabNoteAddenda *self)
{
  CabAddendumSheet *sheet = cab_addendum_sheet_copy (self->sheet);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  g_free (sheet->text);
  sheet->text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  g_set_str (&sheet->reason, gtk_editable_get_text (self->reason_entry));
  sheet->addendum_kind = (int)gtk_drop_down_get_selected (self->kind_down);

  return sheet;
}

static gpointer
keep_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_addendum_sheet_keep (data, practice, error);

  return NULL;
}

static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteAddenda) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (error == NULL && self->sheet != NULL)
    self->sheet->is_begun = TRUE;
  cab_autosave_done (self->autosave, error);
  if (error != NULL && !cab_open_practice_is_closed (self->practice))
    refuse (self, error->message);
}

static void
on_save_cb (CabNoteAddenda *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_KEEPS, keep_job, dup_sheet (self),
                               (GDestroyNotify)cab_addendum_sheet_free, NULL, NULL, on_kept_cb,
                               g_object_ref (self));
}

void
cab_note_addenda_flush (CabNoteAddenda *self)
{
  g_return_if_fail (CAB_IS_NOTE_ADDENDA (self));

  cab_autosave_flush (self->autosave);
}

static void
on_edited_cb (CabNoteAddenda *self)
{
  if (self->is_showing || !is_editable (self))
    return;

  refuse (self, NULL);
  cab_autosave_touch (self->autosave);
}

static void
show_writing (CabNoteAddenda *self)
{
  self->is_showing = TRUE;
  gtk_drop_down_set_selected (self->kind_down, (guint)self->sheet->addendum_kind);
  gtk_editable_set_text (self->reason_entry, self->sheet->reason);
  gtk_text_buffer_set_text (self->buffer, self->sheet->text, -1);
  gtk_widget_set_visible (self->writing_box, self->sheet->is_begun || self->is_asked);
  self->is_showing = FALSE;
  update (self);
}

void
cab_note_addenda_begin (CabNoteAddenda *self)
{
  g_return_if_fail (CAB_IS_NOTE_ADDENDA (self));

  self->is_asked = TRUE;
  if (self->sheet == NULL)
    return;

  gtk_widget_set_visible (self->writing_box, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
}

/* Data of the jobs below: a sheet of which only the ids are asked for. */
typedef struct
{
  CabAddendumSheet *sheet;
  char *addenda;
} Loaded;

static void
loaded_free (Loaded *self)
{
  g_clear_pointer (&self->sheet, cab_addendum_sheet_free);
  g_free (self->addenda);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabAddendumSheet *asked = data;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->addenda = cab_addendum_sheet_dup_all (practice, asked->note_id, error);
  if (loaded->addenda == NULL)
    return NULL;
  loaded->sheet = cab_addendum_sheet_open (practice, asked->client_id, asked->note_id, error);
  if (loaded->sheet == NULL)
    return NULL;

  return g_steal_pointer (&loaded);
}

static void load (CabNoteAddenda *self);

static void
on_signing_ended_cb (CabNoteAddenda *self)
{
  g_clear_signal_handler (&self->signing_id, self->signing);
  g_clear_object (&self->signing);
  self->is_asked = FALSE;
  if (self->practice != NULL && !cab_open_practice_is_closed (self->practice))
    load (self);
}

static char *
dup_signing_key (const CabAddendumSheet *sheet)
{
  return g_strconcat (sheet->note_id, "-addendum", NULL);
}

/* [W-78] A signing outlives the page that began it: who comes back finds it. */
static void
watch_signing (CabNoteAddenda *self, CabNoteSigning *signing)
{
  if (signing == NULL || signing == self->signing)
    return;

  self->signing = g_object_ref (signing);
  self->signing_id
      = g_signal_connect_swapped (signing, "ended", G_CALLBACK (on_signing_ended_cb), self);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteAddenda) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Loaded) loaded = NULL;
  g_autofree char *key = NULL;

  if (self->practice == NULL)
    return;

  loaded = cab_open_practice_run_finish (self->practice, result, &error);
  if (loaded == NULL)
    return;

  g_clear_pointer (&self->sheet, cab_addendum_sheet_free);
  self->sheet = g_steal_pointer (&loaded->sheet);
  key = dup_signing_key (self->sheet);
  watch_signing (self, cab_note_signing_find (self->practice, key));
  gtk_label_set_markup (self->list_label, loaded->addenda);
  gtk_widget_set_visible (self->list_window, *loaded->addenda != '\0');
  show_writing (self);
}

static void
load (CabNoteAddenda *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_job,
                               cab_addendum_sheet_copy (self->sheet),
                               (GDestroyNotify)cab_addendum_sheet_free, (GDestroyNotify)loaded_free,
                               NULL, on_loaded_cb, g_object_ref (self));
}

static void
on_closing_cb (CabNoteAddenda *self)
{
  cab_autosave_flush (self->autosave);
}

void
cab_note_addenda_show (CabNoteAddenda *self,
                       CabOpenPractice *practice,
                       const char *client_id,
                       const char *note_id)
{
  g_return_if_fail (CAB_IS_NOTE_ADDENDA (self));

  if (self->practice == NULL)
    {
      self->practice = g_object_ref (practice);
      self->closing_id
          = g_signal_connect_swapped (practice, "closing", G_CALLBACK (on_closing_cb), self);
      cab_action_table_bind (&cab_addendum_actions, GTK_WIDGET (self), G_OBJECT (practice));
      cab_blank_widget (GTK_WIDGET (self->list_label), GTK_WIDGET (self->list_label), practice);
      cab_blank_widget (GTK_WIDGET (self->reason_entry), GTK_WIDGET (self->reason_entry), practice);
      cab_blank_widget (GTK_WIDGET (self->text_view), GTK_WIDGET (self->text_view), practice);
    }
  if (self->sheet == NULL)
    {
      self->sheet = g_new0 (CabAddendumSheet, 1);
      self->sheet->client_id = g_strdup (client_id);
      self->sheet->note_id = g_strdup (note_id);
      self->sheet->reason = g_strdup ("");
      self->sheet->text = g_strdup ("");
    }
  load (self);
}

static gpointer
sign_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_addendum_sheet_sign (data, practice, error);

  return NULL;
}

static void
sign (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteAddenda *self = CAB_NOTE_ADDENDA (widget);
  g_autoptr (CabAddendumSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  if (!is_editable (self))
    return;

  sheet = dup_sheet (self);
  if (!cab_addendum_sheet_check (sheet, &error))
    {
      refuse (self, error->message);
      return;
    }

  refuse (self, NULL);
  cab_autosave_flush (self->autosave);
  key = dup_signing_key (sheet);
  watch_signing (self,
                 cab_note_signing_start (self->practice, key, sign_job, g_steal_pointer (&sheet),
                                         (GDestroyNotify)cab_addendum_sheet_free, widget));
  update (self);
}

static gpointer
discard_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_addendum_sheet_discard (data, practice, error);

  return NULL;
}

static void
on_discarded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteAddenda) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (cab_open_practice_is_closed (self->practice))
    return;
  if (error != NULL)
    refuse (self, error->message);
  else
    load (self);
}

static void
discard (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteAddenda *self = CAB_NOTE_ADDENDA (widget);

  self->is_asked = FALSE;
  refuse (self, NULL);
  cab_autosave_stop (self->autosave);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, discard_job,
                               cab_addendum_sheet_copy (self->sheet),
                               (GDestroyNotify)cab_addendum_sheet_free, NULL, NULL, on_discarded_cb,
                               g_object_ref (self));
}

static const CabAction actions[] = {
  { "addendum.sign", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, sign },
  { "addendum.discard", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, discard },
};

CAB_DEFINE_ACTION_TABLE (cab_addendum_actions, actions);

static void
cab_note_addenda_dispose (GObject *object)
{
  CabNoteAddenda *self = CAB_NOTE_ADDENDA (object);

  if (self->signing != NULL)
    g_clear_signal_handler (&self->signing_id, self->signing);
  g_clear_object (&self->signing);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->closing_id, self->practice);
  g_clear_object (&self->practice);
  g_clear_pointer (&self->sheet, cab_addendum_sheet_free);

  G_OBJECT_CLASS (cab_note_addenda_parent_class)->dispose (object);
}

static void
cab_note_addenda_finalize (GObject *object)
{
  g_clear_object (&CAB_NOTE_ADDENDA (object)->autosave);

  G_OBJECT_CLASS (cab_note_addenda_parent_class)->finalize (object);
}

static void
cab_note_addenda_unmap (GtkWidget *widget)
{
  CabNoteAddenda *self = CAB_NOTE_ADDENDA (widget);

  if (self->practice != NULL && !cab_open_practice_is_closed (self->practice))
    cab_autosave_flush (self->autosave);

  GTK_WIDGET_CLASS (cab_note_addenda_parent_class)->unmap (widget);
}

static void
cab_note_addenda_class_init (CabNoteAddendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cab_note_addenda_dispose;
  object_class->finalize = cab_note_addenda_finalize;
  widget_class->unmap = cab_note_addenda_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-note-addenda.ui");
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, list_window);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, list_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, writing_box);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, kind_down);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, text_view);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, buffer);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteAddenda, state_label);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  cab_action_table_install (&cab_addendum_actions, widget_class);
}

static void
cab_note_addenda_init (CabNoteAddenda *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_text (self->text_view);
  cab_storable_guard_text (self->text_view);
  cab_storable_guard_entry (self->reason_entry);
  for (gsize i = 0; i < cab_addendum_kind_codes.n_codes; i++)
    gtk_string_list_append (kinds,
                            g_dgettext (GETTEXT_PACKAGE, cab_addendum_kind_codes.codes[i].label));
  gtk_drop_down_set_model (self->kind_down, G_LIST_MODEL (kinds));
  self->autosave = cab_autosave_new ();
  g_signal_connect_swapped (self->autosave, "save", G_CALLBACK (on_save_cb), self);
  g_signal_connect_swapped (self->autosave, "changed", G_CALLBACK (update), self);
}
