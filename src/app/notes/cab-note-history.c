/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-history.h"

#include <glib/gi18n.h>

#include "cab-blank.h"
#include "cab-diff-view.h"
#include "cab-note-version-item.h"

struct _CabNoteHistory
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *note_id;
  GListStore *versions;  /* newest first */
  GtkStringList *others; /* what a version can be compared with, in the same order */
  GCancellable *loading;

  /* Borrowed */
  const CabKind *kind;

  /* Template */
  GtkStack *stack;
  AdwStatusPage *empty_page;
  GtkWidget *list_view;
  GtkSingleSelection *selection;
  GtkDropDown *other_down;
  GtkLabel *summary_label;
  CabDiffView *diff_view;

  /* State */
  guint can_use : 1;
  guint is_showing : 1;
};

enum
{
  PROP_VERSIONS = 1,
  PROP_OTHERS,
  PROP_PRACTICE,
  N_PROPS
};

enum
{
  SIGNAL_USE_TEXT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabNoteHistory, cab_note_history, ADW_TYPE_NAVIGATION_PAGE)

/* The text at a place of the list, "" for none: what the first version is
 * compared with. */
static const char *
get_text (CabNoteHistory *self, guint position)
{
  g_autoptr (CabNoteVersionItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->versions), position);

  return item != NULL ? cab_note_version_item_get_text (item) : "";
}

static void
show_difference (CabNoteHistory *self)
{
  guint newer = gtk_single_selection_get_selected (self->selection);
  const char *new_text = get_text (self, newer);
  const char *old_text = get_text (self, gtk_drop_down_get_selected (self->other_down));
  guint n = cab_diff_view_show (self->diff_view, old_text, new_text);
  g_autofree char *summary = NULL;

  summary = n == 0 ? g_strdup (_ ("Nothing differs"))
                   : g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
  gtk_label_set_label (self->summary_label, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.previous", n > 0);
}

/* A version is compared with the one before it, until another is chosen. */
static void
on_chosen_cb (CabNoteHistory *self)
{
  guint chosen;

  if (self->is_showing || self->versions == NULL)
    return;

  chosen = gtk_single_selection_get_selected (self->selection);
  self->is_showing = TRUE;
  gtk_drop_down_set_selected (self->other_down, chosen + 1);
  self->is_showing = FALSE;
  show_difference (self);
}

static void
on_other_chosen_cb (CabNoteHistory *self)
{
  if (!self->is_showing && self->versions != NULL)
    show_difference (self);
}

static void
show_versions (CabNoteHistory *self, GPtrArray *items)
{
  self->is_showing = TRUE;
  g_list_store_splice (self->versions, 0, 0, items->pdata, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *title = NULL;

      g_object_get (items->pdata[i], "title", &title, NULL);
      gtk_string_list_append (self->others, title);
    }
  gtk_string_list_append (self->others, _ ("Nothing"));
  self->is_showing = FALSE;
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "versions" : "empty");
  if (items->len == 0)
    return;

  on_chosen_cb (self);
  gtk_widget_grab_focus (self->list_view);
}

typedef struct
{
  const CabKind *kind;
  char *note_id;
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->note_id);
  g_free (self);
}

static gpointer
list_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;

  return cab_note_version_item_list (practice, asked->kind, asked->note_id, error);
}

static void
on_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (self->practice == NULL)
    return;

  items = cab_open_practice_run_finish (self->practice, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items != NULL)
    {
      show_versions (self, items);
      return;
    }

  adw_status_page_set_title (self->empty_page, error->message);
  adw_status_page_set_description (self->empty_page, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

CabNoteHistory *
cab_note_history_new (CabOpenPractice *practice,
                      const CabKind *kind,
                      const char *note_id,
                      gboolean can_use)
{
  CabNoteHistory *self = g_object_new (CAB_TYPE_NOTE_HISTORY, NULL);
  Asked *asked = g_new0 (Asked, 1);

  self->practice = g_object_ref (practice);
  self->kind = kind;
  self->note_id = g_strdup (note_id);
  self->can_use = can_use != FALSE;
  cab_action_table_bind (&cab_history_actions, GTK_WIDGET (self), G_OBJECT (practice));
  cab_blank_widget (GTK_WIDGET (self->diff_view), GTK_WIDGET (self->diff_view), practice);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.use-text", can_use);

  asked->kind = kind;
  asked->note_id = g_strdup (note_id);
  cab_open_practice_run_async (practice, CAB_JOB_READS, list_job, asked, (GDestroyNotify)asked_free,
                               (GDestroyNotify)g_ptr_array_unref, self->loading, on_listed_cb,
                               g_object_ref (self));

  return self;
}

static void
go_to_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_diff_view_go (CAB_NOTE_HISTORY (widget)->diff_view, TRUE);
}

static void
go_to_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_diff_view_go (CAB_NOTE_HISTORY (widget)->diff_view, FALSE);
}

static void
use_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNoteHistory *self = CAB_NOTE_HISTORY (widget);

  g_signal_emit (self, signals[SIGNAL_USE_TEXT], 0,
                 get_text (self, gtk_single_selection_get_selected (self->selection)));
}

#define GROUP N_ ("Note")

static const CabAction actions[] = {
  { "history.next", NULL, "<Control>g", N_ ("Next change"), GROUP, CAB_ACTION_ALWAYS, go_to_next },
  { "history.previous", NULL, "<Control><Shift>g", N_ ("Previous change"), GROUP, CAB_ACTION_ALWAYS,
    go_to_previous },
  { "history.use-text", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, use_text },
};

CAB_DEFINE_ACTION_TABLE (cab_history_actions, actions);

static void
cab_note_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabNoteHistory *self = CAB_NOTE_HISTORY (object);

  switch (prop_id)
    {
    case PROP_VERSIONS:
      g_value_set_object (value, self->versions);
      break;
    case PROP_OTHERS:
      g_value_set_object (value, self->others);
      break;
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_note_history_dispose (GObject *object)
{
  CabNoteHistory *self = CAB_NOTE_HISTORY (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->versions);
  g_clear_object (&self->others);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_note_history_parent_class)->dispose (object);
}

static void
cab_note_history_finalize (GObject *object)
{
  CabNoteHistory *self = CAB_NOTE_HISTORY (object);

  g_free (self->note_id);

  G_OBJECT_CLASS (cab_note_history_parent_class)->finalize (object);
}

static void
cab_note_history_class_init (CabNoteHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cab_note_history_get_property;
  object_class->dispose = cab_note_history_dispose;
  object_class->finalize = cab_note_history_finalize;

  properties[PROP_VERSIONS]
      = g_param_spec_object ("versions", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_OTHERS] = g_param_spec_object ("others", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_USE_TEXT] = g_signal_new ("use-text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CAB_TYPE_DIFF_VIEW);
  g_type_ensure (CAB_TYPE_NOTE_VERSION_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-note-history.ui");
  gtk_widget_class_bind_template_child (widget_class, CabNoteHistory, stack);
  gtk_widget_class_bind_template_child (widget_class, CabNoteHistory, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CabNoteHistory, list_view);
  gtk_widget_class_bind_template_child (widget_class, CabNoteHistory, selection);
  gtk_widget_class_bind_template_child (widget_class, CabNoteHistory, other_down);
  gtk_widget_class_bind_template_child (widget_class, CabNoteHistory, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CabNoteHistory, diff_view);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_chosen_cb);
  cab_action_table_install (&cab_history_actions, widget_class);
}

static void
cab_note_history_init (CabNoteHistory *self)
{
  self->loading = g_cancellable_new ();
  self->versions = g_list_store_new (CAB_TYPE_NOTE_VERSION_ITEM);
  self->others = gtk_string_list_new (NULL);
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_showing = FALSE;
  cab_action_table_listen (&cab_history_actions, GTK_WIDGET (self));
}
