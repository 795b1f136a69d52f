/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-window.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-autosave.h"
#include "cab-hand-back.h"

#define CONTACT_PREFERENCE "contact-now"
/* Where in the draft it stands which question was asked last. */
#define ASKED_GROUP "asked"
#define ASKED_KEY "question"

struct _CabHandWindow
{
  AdwWindow parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  CabAutosave *autosave;
  gpointer sheet; /* of the form; NULL until it is read */
  GPtrArray *questions;
  gulong closing_id;

  /* Borrowed */
  const CabHandForm *form;

  /* Template */
  GtkStack *stack;
  GtkLabel *count_label;
  GtkLabel *heading_label;
  GtkLabel *question_label;
  AdwBin *answer_bin;
  GtkLabel *refusal_label;
  GtkWidget *back_button;
  GtkWidget *skip_button;
  GtkWidget *next_button;
  AdwStatusPage *thanks_page;
  GtkLabel *contact_label;
  AdwBin *back_bin;

  /* State */
  guint index;
  guint is_over : 1;    /* the answers are given, or nothing was answered */
  guint has_given : 1;  /* something was written */
  guint is_writing : 1; /* the answers are on their way to the file */
};

static guint given_back_signal;

G_DEFINE_FINAL_TYPE (CabHandWindow, cab_hand_window, ADW_TYPE_WINDOW)

/* Whose answers, and to what. */
typedef struct
{
  const CabHandForm *form;
  char *client_id;
  char *body; /* of a draft */
  gpointer given;
} Asked;

static Asked *
asked_new (CabHandWindow *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->form = self->form;
  asked->client_id = g_strdup (self->client_id);

  return asked;
}

static void
asked_free (Asked *self)
{
  if (self->given != NULL)
    self->form->given_free (self->given);
  g_free (self->client_id);
  g_free (self->body);
  g_free (self);
}

/* What the questions are made of, read whole on the file's thread. */
typedef struct
{
  const CabHandForm *form;
  gpointer sheet;
  GKeyFile *draft; /* NULL where there is none */
  char *contact;
} Read;

static void
read_free (Read *self)
{
  if (self->sheet != NULL)
    self->form->sheet_free (self->sheet);
  g_clear_pointer (&self->draft, g_key_file_unref);
  g_free (self->contact);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static gboolean
read_draft (CabPractice *practice, const Asked *asked, GKeyFile **found, GError **error)
{
  const CabDraftTarget target = cab_hand_form_get_target (asked->form, asked->client_id);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (CabRecord) draft = NULL;
  const char *body;

  if (!cab_draft_find (practice, &target, &draft, error))
    return FALSE;

  body = draft != NULL ? cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)) : NULL;
  if (body != NULL && g_key_file_load_from_data (file, body, (gsize)-1, G_KEY_FILE_NONE, NULL))
    *found = g_steal_pointer (&file);

  return TRUE;
}

static gpointer
read_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (Read) found = g_new0 (Read, 1);

  found->form = asked->form;
  found->sheet = asked->form->read (practice, asked->client_id, error);
  if (found->sheet == NULL || !read_draft (practice, asked, &found->draft, error))
    return NULL;

  found->contact = cab_practice_dup_preference (practice, CONTACT_PREFERENCE);

  return g_steal_pointer (&found);
}

static gpointer
keep_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  const CabDraftTarget target = cab_hand_form_get_target (asked->form, asked->client_id);

  cab_draft_keep (practice, &target, asked->body, error);

  return NULL;
}

static gboolean
write_answers (CabPractice *practice, gpointer data, GError **error)
{
  const Asked *asked = data;
  const CabDraftTarget target = cab_hand_form_get_target (asked->form, asked->client_id);

  return (asked->given == NULL || asked->form->write (practice, asked->given, error))
         && cab_draft_end (practice, &target, error);
}

static gpointer
write_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_practice_transact (practice, "take in the answers of a client", write_answers, data, error);

  return NULL;
}

static CabHandQuestion *
get_question (CabHandWindow *self)
{
  return self->questions->pdata[self->index];
}

static void
show_refusal (CabHandWindow *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static void
update_buttons (CabHandWindow *self)
{
  CabHandQuestion *question = get_question (self);

  gtk_widget_set_sensitive (self->back_button, self->index > 0 && !self->is_writing);
  gtk_widget_set_visible (self->skip_button, question->n_skipped > 0);
  gtk_widget_set_sensitive (self->skip_button, !self->is_writing);
  gtk_widget_set_sensitive (self->next_button,
                            !self->is_writing && cab_hand_answer_is_answered (question->answer));
}

static void
show_question (CabHandWindow *self)
{
  CabHandQuestion *question = get_question (self);
  /* Translators: which question of how many, “4 of 9” */
  g_autofree char *count
      = g_strdup_printf (_ ("%1$u of %2$u"), self->index + 1, self->questions->len);

  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->heading_label, question->heading != NULL ? question->heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading_label), question->heading != NULL);
  gtk_label_set_label (self->question_label, question->words);
  adw_bin_set_child (self->answer_bin, GTK_WIDGET (question->answer));
  show_refusal (self, NULL);
  update_buttons (self);
  gtk_stack_set_visible_child_name (self->stack, "form");
  /* A page that goes takes the default with it. */
  gtk_window_set_default_widget (GTK_WINDOW (self), self->next_button);
  gtk_widget_grab_focus (GTK_WIDGET (question->answer));
}

/* Moves on until there is something to ask. Returns: whether there is. */
static gboolean
move (CabHandWindow *self, int step)
{
  guint index = self->index;

  while ((index += (guint)step) < self->questions->len)
    {
      CabHandQuestion *question = self->questions->pdata[index];

      if (question->prepare == NULL || question->prepare (question, self->questions))
        {
          self->index = index;
          return TRUE;
        }
    }

  return FALSE;
}

static void
show_thanks (CabHandWindow *self)
{
  self->is_over = TRUE;
  cab_autosave_stop (self->autosave);
  adw_bin_set_child (self->answer_bin, NULL);
  gtk_stack_set_visible_child_name (self->stack, "thanks");
  gtk_widget_child_focus (GTK_WIDGET (self->thanks_page), GTK_DIR_TAB_FORWARD);
  cab_announce (GTK_WIDGET (self), _ ("Thank You"));
}

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabHandWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  self->is_writing = FALSE;
  if (error == NULL)
    {
      show_thanks (self);
      return;
    }

  self->has_given = FALSE;
  show_refusal (self, error->message);
  update_buttons (self);
}

/* Not cancelled by a lock: what a person was told is on its way arrives. */
static void
give (CabHandWindow *self)
{
  Asked *asked = asked_new (self);

  asked->given = self->form->take (self->sheet, self->questions);
  self->has_given = asked->given != NULL;
  self->is_writing = TRUE;
  cab_autosave_stop (self->autosave);
  update_buttons (self);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, write_job, asked,
                               (GDestroyNotify)asked_free, NULL, NULL, on_written_cb,
                               g_object_ref (self));
}

static void
go_on (CabHandWindow *self, int step)
{
  if (!move (self, step))
    {
      give (self);
      return;
    }

  cab_autosave_touch (self->autosave);
  show_question (self);
}

static void
on_next_cb (CabHandWindow *self)
{
  CabHandQuestion *question = get_question (self);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->next_button))
    return;

  if (question->check != NULL && !question->check (question, &error))
    {
      show_refusal (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (question->answer));
      return;
    }
  go_on (self, 1);
}

static void
on_back_cb (CabHandWindow *self)
{
  if (move (self, -1))
    show_question (self);
}

static void
on_skip_cb (CabHandWindow *self)
{
  guint n_skipped = get_question (self)->n_skipped;

  for (guint i = self->index; i < MIN (self->index + n_skipped, self->questions->len); i++)
    {
      CabHandQuestion *question = self->questions->pdata[i];

      cab_hand_answer_clear (question->answer);
    }
  self->index += n_skipped - 1;
  go_on (self, 1);
}

static void
on_answer_changed_cb (CabHandWindow *self)
{
  if (self->is_over || self->is_writing)
    return;

  update_buttons (self);
  cab_autosave_touch (self->autosave);
}

static char *
dup_draft (CabHandWindow *self)
{
  g_autoptr (GKeyFile) draft = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  self->form->keep (self->sheet, self->questions, draft);
  groups = g_key_file_get_groups (draft, NULL);
  if (groups[0] == NULL)
    return NULL;

  g_key_file_set_integer (draft, ASKED_GROUP, ASKED_KEY, (int)self->index + 1);

  return g_key_file_to_data (draft, NULL, NULL);
}

static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabHandWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  cab_autosave_done (self->autosave, error);
}

static void
keep (CabHandWindow *self)
{
  Asked *asked;

  if (self->sheet == NULL || self->is_over || self->is_writing)
    return;

  asked = asked_new (self);
  asked->body = dup_draft (self);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, keep_job, asked,
                               (GDestroyNotify)asked_free, NULL, NULL, on_kept_cb,
                               g_object_ref (self));
}

void
cab_hand_window_flush (CabHandWindow *self)
{
  g_return_if_fail (CAB_IS_HAND_WINDOW (self));

  cab_autosave_flush (self->autosave);
}

static void
restore (CabHandWindow *self, GKeyFile *draft)
{
  int asked = g_key_file_get_integer (draft, ASKED_GROUP, ASKED_KEY, NULL);
  CabHandQuestion *question;

  self->form->restore (self->sheet, self->questions, draft);
  self->index = (guint)CLAMP (asked - 1, 0, (int)self->questions->len - 1);
  question = get_question (self);
  if (question->prepare != NULL && !question->prepare (question, self->questions))
    self->index = 0;
}

static void
begin (CabHandWindow *self, Read *found)
{
  self->sheet = g_steal_pointer (&found->sheet);
  self->questions = self->form->ask (self->sheet);
  if (found->draft != NULL)
    restore (self, found->draft);
  for (guint i = 0; i < self->questions->len; i++)
    {
      CabHandQuestion *question = self->questions->pdata[i];

      g_signal_connect_object (question->answer, "answer-changed",
                               G_CALLBACK (on_answer_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_label_set_label (self->contact_label, found->contact != NULL ? found->contact : "");
  gtk_widget_set_visible (GTK_WIDGET (self->contact_label), found->contact != NULL);
  show_question (self);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabHandWindow) self = user_data;
  g_autoptr (Read) found = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  found = cab_open_practice_run_finish (self->practice, result, &error);
  if (found != NULL)
    begin (self, found);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "hand.leave", NULL);
}

static void
on_proved_cb (CabHandWindow *self)
{
  cab_hand_window_flush (self);
  g_signal_emit (self, given_back_signal, 0, (gboolean)self->has_given);
}

static void
on_stay_cb (CabHandWindow *self)
{
  if (self->is_over)
    gtk_stack_set_visible_child_name (self->stack, "thanks");
  else if (self->questions != NULL)
    show_question (self);
  else
    return;

  adw_bin_set_child (self->back_bin, NULL);
}

/* What leads out anywhere else leads to the passphrase here. */
static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabHandWindow *self = CAB_HAND_WINDOW (widget);
  CabHandBack *back;

  if (self->practice == NULL || adw_bin_get_child (self->back_bin) != NULL)
    return;

  back = cab_hand_back_new (self->practice);
  g_signal_connect_object (back, "proved", G_CALLBACK (on_proved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (back, "stay", G_CALLBACK (on_stay_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->back_bin, GTK_WIDGET (back));
  gtk_stack_set_visible_child_name (self->stack, "back");
  /* The stack moves the focus on from where it is when a page comes. */
  gtk_widget_grab_focus (GTK_WIDGET (back));
}

static gboolean
cab_hand_window_close_request (GtkWindow *window)
{
  leave (GTK_WIDGET (window), NULL, NULL);

  return GDK_EVENT_STOP;
}

/* Not among the tables that are listed: these keys lead elsewhere in the window
 * of the practice, and whoever is given this one is to know of its form alone. */
static const CabAction actions[] = {
  { "hand.leave", NULL, "<Control>w <Control>q <Alt>F4", NULL, NULL, CAB_ACTION_ALWAYS, leave },
};

CAB_DEFINE_ACTION_TABLE (cab_hand_actions, actions);

CabHandWindow *
cab_hand_window_new (CabOpenPractice *practice, const CabHandForm *form, const char *client_id)
{
  CabHandWindow *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (form != NULL && client_id != NULL, NULL);

  self = g_object_new (CAB_TYPE_HAND_WINDOW, NULL);
  self->practice = g_object_ref (practice);
  self->form = form;
  self->client_id = g_strdup (client_id);
  self->closing_id
      = g_signal_connect_swapped (practice, "closing", G_CALLBACK (cab_hand_window_flush), self);
  cab_action_table_bind (&cab_hand_actions, GTK_WIDGET (self), G_OBJECT (practice));
  cab_open_practice_run_async (practice, CAB_JOB_WRITES, read_job, asked_new (self),
                               (GDestroyNotify)asked_free, (GDestroyNotify)read_free, self->loading,
                               on_read_cb, g_object_ref (self));

  return self;
}

static void
cab_hand_window_dispose (GObject *object)
{
  CabHandWindow *self = CAB_HAND_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->closing_id, self->practice);
  g_clear_object (&self->practice);
  g_clear_object (&self->autosave);

  G_OBJECT_CLASS (cab_hand_window_parent_class)->dispose (object);
}

static void
cab_hand_window_finalize (GObject *object)
{
  CabHandWindow *self = CAB_HAND_WINDOW (object);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  if (self->sheet != NULL)
    self->form->sheet_free (self->sheet);
  g_free (self->client_id);

  G_OBJECT_CLASS (cab_hand_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/hand/cab-hand-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, question_label);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, answer_bin);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, skip_button);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, thanks_page);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, contact_label);
  gtk_widget_class_bind_template_child (widget_class, CabHandWindow, back_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_cb);
}

static void
cab_hand_window_class_init (CabHandWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cab_hand_window_dispose;
  object_class->finalize = cab_hand_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cab_hand_window_close_request;

  given_back_signal = g_signal_new ("given-back", CAB_TYPE_HAND_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  bind_template (widget_class);
  cab_action_table_install (&cab_hand_actions, widget_class);
}

static void
cab_hand_window_init (CabHandWindow *self)
{
  self->loading = g_cancellable_new ();
  self->autosave = cab_autosave_new ();
  g_signal_connect_object (self->autosave, "save", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_action_table_listen (&cab_hand_actions, GTK_WIDGET (self));
}
