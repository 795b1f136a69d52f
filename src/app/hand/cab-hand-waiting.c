/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-waiting.h"

#include <glib/gi18n.h>

#include "cab-format.h"
#include "cab-hand-form.h"
#include "cab-window.h"

#define N_FORMS 2

static const CabHandForm *const forms[N_FORMS] = { &cab_hand_mood_form, &cab_hand_values_form };

struct _CabHandWaiting
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  GtkWidget *clamp;
  AdwActionRow *rows[N_FORMS];
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabHandWaiting, cab_hand_waiting, ADW_TYPE_BIN)

/* When each was answered last; NULL where nothing waits. */
typedef struct
{
  char *typed_at[N_FORMS];
} Waiting;

static void
waiting_free (Waiting *self)
{
  for (guint i = 0; i < N_FORMS; i++)
    g_free (self->typed_at[i]);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static gpointer
read_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Waiting) waiting = g_new0 (Waiting, 1);

  for (guint i = 0; i < N_FORMS; i++)
    {
      const CabDraftTarget target = cab_hand_form_get_target (forms[i], data);
      g_autoptr (CabRecord) draft = NULL;

      if (!cab_draft_find (practice, &target, &draft, error))
        return NULL;
      if (draft != NULL)
        waiting->typed_at[i]
            = g_strdup (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TYPED_AT)));
    }

  return g_steal_pointer (&waiting);
}

static void
show_row (CabHandWaiting *self, guint form, const char *typed_at)
{
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rows[form]), typed_at != NULL);
  if (typed_at == NULL)
    return;

  when = cab_format_instant (typed_at, cab_open_practice_get_zone (self->practice));
  /* Translators: %s is a day and a time */
  sentence = g_strdup_printf (_ ("Left on %s"), when);
  adw_action_row_set_subtitle (self->rows[form], sentence);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabHandWaiting) self = user_data;
  g_autoptr (Waiting) waiting = NULL;
  gboolean is_any = FALSE;

  if (self->practice == NULL)
    return;

  waiting = cab_open_practice_run_finish (self->practice, result, NULL);
  if (waiting == NULL)
    return;

  for (guint i = 0; i < N_FORMS; i++)
    {
      show_row (self, i, waiting->typed_at[i]);
      is_any = is_any || waiting->typed_at[i] != NULL;
    }
  gtk_widget_set_visible (self->clamp, is_any);
}

static void
load (CabHandWaiting *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, read_job, g_strdup (self->client_id),
                               g_free, (GDestroyNotify)waiting_free, self->loading, on_read_cb,
                               g_object_ref (self));
}

/* A draft that is taken away, and what it needs to come back. */
typedef struct
{
  CabOpenPractice *practice; /* NULL on the file's thread */
  const CabHandForm *form;
  char *client_id;
  char *body;
} Discarded;

static Discarded *
discarded_new (const CabHandForm *form, const char *client_id, const char *body)
{
  Discarded *self = g_new0 (Discarded, 1);

  self->form = form;
  self->client_id = g_strdup (client_id);
  self->body = g_strdup (body);

  return self;
}

static void
discarded_free (Discarded *self)
{
  g_clear_object (&self->practice);
  g_free (self->client_id);
  g_free (self->body);
  g_free (self);
}

static gpointer
put_back_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Discarded *discarded = data;
  const CabDraftTarget target = cab_hand_form_get_target (discarded->form, discarded->client_id);

  cab_draft_keep (practice, &target, discarded->body, error);

  return NULL;
}

static void
on_put_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOpenPractice) practice = user_data;

  cab_open_practice_run_finish (practice, result, NULL);
}

static void
on_undo_cb (AdwToast *toast, const Discarded *discarded)
{
  cab_open_practice_run_async (
      discarded->practice, CAB_JOB_WRITES, put_back_job,
      discarded_new (discarded->form, discarded->client_id, discarded->body),
      (GDestroyNotify)discarded_free, NULL, NULL, on_put_back_cb,
      g_object_ref (discarded->practice));
}

static void
free_closure_data (gpointer data, GClosure *closure)
{
  discarded_free (data);
}

static gpointer
discard_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Discarded *wanted = data;
  const CabDraftTarget target = cab_hand_form_get_target (wanted->form, wanted->client_id);
  g_autoptr (CabRecord) draft = NULL;

  if (!cab_draft_find (practice, &target, &draft, error) || draft == NULL
      || !cab_draft_discard (practice, &target, error))
    return NULL;

  return discarded_new (wanted->form, wanted->client_id,
                        cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)));
}

static void
on_discarded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabHandWaiting) self = user_data;
  Discarded *discarded;
  GtkWidget *window;
  AdwToast *toast;

  if (self->practice == NULL)
    return;

  discarded = cab_open_practice_run_finish (self->practice, result, NULL);
  window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  if (discarded == NULL || window == NULL)
    {
      g_clear_pointer (&discarded, discarded_free);
      return;
    }

  discarded->practice = g_object_ref (self->practice);
  toast = adw_toast_new (_ ("Answers discarded"));
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_cb), discarded,
                         free_closure_data, G_CONNECT_DEFAULT);
  cab_window_toast (CAB_WINDOW (window), toast);
}

static void
discard (GtkWidget *widget, const CabHandForm *form)
{
  CabHandWaiting *self = CAB_HAND_WAITING (widget);

  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, discard_job,
                               discarded_new (form, self->client_id, NULL),
                               (GDestroyNotify)discarded_free, (GDestroyNotify)discarded_free, NULL,
                               on_discarded_cb, g_object_ref (self));
}

static void
discard_mood (GtkWidget *widget, const char *action, GVariant *parameter)
{
  discard (widget, &cab_hand_mood_form);
}

static void
discard_values (GtkWidget *widget, const char *action, GVariant *parameter)
{
  discard (widget, &cab_hand_values_form);
}

static const CabAction actions[] = {
  { "waiting.discard-mood", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, discard_mood },
  { "waiting.discard-values", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, discard_values },
};

CAB_DEFINE_ACTION_TABLE (cab_hand_waiting_actions, actions);

static void
start (CabHandWaiting *self)
{
  if (self->practice == NULL || self->client_id == NULL || self->changed_id != 0)
    return;

  cab_action_table_bind (&cab_hand_waiting_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_hand_waiting_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabHandWaiting *self = CAB_HAND_WAITING (object);

  if (prop_id == PROP_PRACTICE)
    g_value_set_object (value, self->practice);
  else
    g_value_set_string (value, self->client_id);
}

static void
cab_hand_waiting_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CabHandWaiting *self = CAB_HAND_WAITING (object);

  if (prop_id == PROP_PRACTICE && self->practice == NULL)
    self->practice = g_value_dup_object (value);
  else if (prop_id == PROP_CLIENT_ID && self->client_id == NULL)
    self->client_id = g_value_dup_string (value);
  start (self);
}

static void
cab_hand_waiting_dispose (GObject *object)
{
  CabHandWaiting *self = CAB_HAND_WAITING (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_hand_waiting_parent_class)->dispose (object);
}

static void
cab_hand_waiting_finalize (GObject *object)
{
  g_free (CAB_HAND_WAITING (object)->client_id);

  G_OBJECT_CLASS (cab_hand_waiting_parent_class)->finalize (object);
}

static void
cab_hand_waiting_class_init (CabHandWaitingClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_hand_waiting_get_property;
  object_class->set_property = cab_hand_waiting_set_property;
  object_class->dispose = cab_hand_waiting_dispose;
  object_class->finalize = cab_hand_waiting_finalize;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE, flags);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/hand/cab-hand-waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, CabHandWaiting, clamp);
  gtk_widget_class_bind_template_child_full (widget_class, "mood_row", FALSE,
                                             G_STRUCT_OFFSET (CabHandWaiting, rows[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "values_row", FALSE,
                                             G_STRUCT_OFFSET (CabHandWaiting, rows[1]));
  cab_action_table_install (&cab_hand_waiting_actions, widget_class);
}

static void
cab_hand_waiting_init (CabHandWaiting *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
