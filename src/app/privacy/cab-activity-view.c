/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-activity-view.h"

#include <glib/gi18n.h>

#include "cab-activity-page.h"
#include "cab-activity.h"
#include "cab-client-name.h"
#include "cab-format.h"
#include "cab-lines.h"
#include "cab-list-cell.h"
#include "cab-list-pace.h"
#include "cab-log-check.h"
#include "cab-log-filter-dialog.h"
#include "cab-practice-view.h"

/* Rows of one page of the list; the next is read when its end is reached. */
#define PAGE_ROWS 100

/* Changes that a row of the list tells; the entry's own page has them all. */
#define SHOWN_CHANGES 3
#define SHOWN_CHARACTERS 60

struct _CabActivityView
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GListStore *entries; /* of CabActivity */
  CabLogFilter *filter;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  GtkStack *stack;
  GtkListView *list_view;
  GtkNoSelection *selection;
  GtkWidget *filter_box;
  GtkLabel *filter_label;

  /* State */
  guint question; /* the number of the newest */
  guint is_read : 1;
  guint is_at_end : 1;
  guint is_reading_older : 1;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_ENTRIES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabActivityView, cab_activity_view, ADW_TYPE_BIN)

/* A question on its way to the file's thread, and its answer on the way back. */
typedef struct
{
  CabLogFilter *filter;
  guint question;
  gint64 before;
  gint64 after;
  GPtrArray *rows;
} Listing;

static void
listing_free (Listing *self)
{
  g_clear_pointer (&self->filter, cab_log_filter_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)

static gpointer
list_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Listing *asked = data;
  const CabActivityQuery query = {
    .client_id = asked->filter->client_id,
    .act = asked->filter->code,
    .from = asked->filter->from,
    .to = asked->filter->to,
    .before = asked->before,
    .after = asked->after,
  };
  g_autoptr (Listing) answer = g_new0 (Listing, 1);

  answer->question = asked->question;
  answer->before = asked->before;
  answer->after = asked->after;
  answer->rows = cab_activity_list (practice, &query, PAGE_ROWS, error);

  return answer->rows != NULL ? g_steal_pointer (&answer) : NULL;
}

/* The number of the entry at the top or at the end of the list; 0 without any. */
static gint64
get_sequence (CabActivityView *self, guint position)
{
  g_autoptr (CabRow) row = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  return row != NULL ? cab_row_get_integer (row, CAB_ACTIVITY_SEQUENCE) : 0;
}

static void start_list (CabActivityView *self);

/* Two changes may have asked for what is new before the first answer came. */
static void
prepend (CabActivityView *self, GPtrArray *rows)
{
  gint64 newest = get_sequence (self, 0);
  guint n_new = 0;

  while (n_new < rows->len
         && cab_row_get_integer (rows->pdata[n_new], CAB_ACTIVITY_SEQUENCE) > newest)
    n_new++;
  if (n_new == PAGE_ROWS)
    start_list (self);
  else
    g_list_store_splice (self->entries, 0, 0, rows->pdata, n_new);
}

static void
take_answer (CabActivityView *self, const Listing *answer)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  if (answer->after > 0)
    {
      prepend (self, answer->rows);
      return;
    }

  self->is_at_end = answer->rows->len < PAGE_ROWS;
  if (answer->before > 0)
    {
      self->is_reading_older = FALSE;
      g_list_store_splice (self->entries, n_entries, 0, answer->rows->pdata, answer->rows->len);
    }
  else
    g_list_store_splice (self->entries, 0, n_entries, answer->rows->pdata, answer->rows->len);
}

static void
on_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabActivityView) self = user_data;
  g_autoptr (Listing) answer = NULL;

  if (self->practice == NULL)
    return;

  /* An answer that was ready before a newer question stopped it is none. */
  answer = cab_open_practice_run_finish (self->practice, result, NULL);
  if (answer == NULL || answer->question != self->question)
    return;

  cab_client_name_put (answer->rows, cab_open_practice_is_discreet (self->practice));
  take_answer (self, answer);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0 ? "list" : "none");
}

static void
list_entries (CabActivityView *self, gint64 before, gint64 after)
{
  Listing *asked = g_new0 (Listing, 1);

  asked->filter = cab_log_filter_copy (self->filter);
  asked->question = self->question;
  asked->before = before;
  asked->after = after;
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_job, asked,
                               (GDestroyNotify)listing_free, (GDestroyNotify)listing_free,
                               self->loading, on_listed_cb, g_object_ref (self));
}

/* A new question takes the place of the one that is still being answered. */
static void
start_list (CabActivityView *self)
{
  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
  self->question++;
  self->is_read = TRUE;
  self->is_reading_older = FALSE;
  list_entries (self, 0, 0);
}

/* Only what came since; a list that is not on screen waits until it is. */
static void
update (CabActivityView *self)
{
  gint64 newest = get_sequence (self, 0);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!self->is_read || newest == 0)
    start_list (self);
  else
    list_entries (self, 0, newest);
}

static void
on_edge_reached_cb (CabActivityView *self, GtkPositionType edge)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  if (edge != GTK_POS_BOTTOM || self->is_at_end || self->is_reading_older || n_entries == 0)
    return;

  self->is_reading_older = TRUE;
  list_entries (self, get_sequence (self, n_entries - 1), 0);
}

static void
on_row_activated_cb (CabActivityView *self, guint position)
{
  g_autoptr (CabActivity) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  cab_push_page (GTK_WIDGET (self), cab_activity_page_new (self->practice, entry));
}

static void
set_filter (CabActivityView *self, CabLogFilter *filter)
{
  g_autofree char *words = NULL;

  cab_log_filter_free (self->filter);
  self->filter = filter;
  words = cab_log_filter_dup_words (filter, &cab_audit_act_codes);
  gtk_label_set_label (self->filter_label, words);
  gtk_widget_set_visible (self->filter_box, !cab_log_filter_is_all (filter));
  start_list (self);
}

/* [W-28] What is listed names people as they are not to be called any more. */
static void
call_people (CabActivityView *self)
{
  set_filter (self, cab_log_filter_copy_for (self->filter, self->practice));
}

static void
on_filter_chosen_cb (CabActivityView *self, CabLogFilterDialog *dialog)
{
  set_filter (self, cab_log_filter_copy (cab_log_filter_dialog_get_filter (dialog)));
}

static void
choose_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabActivityView *self = CAB_ACTIVITY_VIEW (widget);
  CabLogFilterDialog *dialog = cab_log_filter_dialog_new (
      self->practice, self->filter, &cab_audit_act_codes, C_ ("activity log", "Act"));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_filter_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_filter (CAB_ACTIVITY_VIEW (widget), cab_log_filter_new ());
}

static const CabAction actions[] = {
  { "activity.filter", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, choose_filter },
  { "activity.show-all", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_all },
};

CAB_DEFINE_ACTION_TABLE (cab_activity_actions, actions);

/* A value in one line of a row; a long one is cut. */
static char *
dup_short (const char *value)
{
  g_autofree char *line = g_strdelimit (g_strdup (value), "\r\n\t", ' ');
  g_autofree char *start = NULL;

  if (*line == '\0')
    return g_strdup (C_ ("value of a field", "nothing"));
  if (g_utf8_strlen (line, -1) <= SHOWN_CHARACTERS)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, SHOWN_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

/* [W-98] Old and new of each field that changed, one line each. */
static char *
dup_changes (CabRow *row, const char *format)
{
  const char *const *labels = cab_row_get_texts (row, CAB_ACTIVITY_LABELS);
  const char *const *old = cab_row_get_texts (row, CAB_ACTIVITY_OLD);
  const char *const *new = cab_row_get_texts (row, CAB_ACTIVITY_NEW);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_changes = g_strv_length ((char **)labels);

  for (guint i = 0; i < MIN (n_changes, SHOWN_CHANGES); i++)
    {
      g_autofree char *before = dup_short (old[i]);
      g_autofree char *after = dup_short (new[i]);

      if (i > 0)
        g_string_append_c (lines, '\n');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (lines, format, labels[i], before, after);
#pragma GCC diagnostic pop
    }
  if (n_changes > SHOWN_CHANGES)
    {
      guint n_more = n_changes - SHOWN_CHANGES;

      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_strdup (lines->str);
}

static char *
get_changes (GtkListItem *item, CabRow *row)
{
  /* Translators: a field, what it held before and what it held after a change */
  return row != NULL ? dup_changes (row, _ ("%1$s: %2$s → %3$s")) : NULL;
}

/* Who it was about is told by the name or, of somebody erased, by nothing. */
static char *
get_detail (GtkListItem *item, CabRow *row)
{
  g_autofree char *when = NULL;
  const char *who;
  const char *client;

  if (row == NULL)
    return NULL;

  when = cab_format_local (cab_row_get_text (row, CAB_ACTIVITY_LOCAL));
  who = cab_row_get_text (row, CAB_ACTIVITY_WHO);
  client = cab_row_get_text (row, CAB_ACTIVITY_CLIENT);
  if (client == NULL)
    return g_strdup_printf ("%s · %s", when, who);

  return g_strdup_printf ("%s · %s · %s", client, when, who);
}

/* [W-173] */
static char *
get_text (GtkListItem *item, CabRow *row)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *changes = get_changes (item, row);
  g_autofree char *detail = get_detail (item, row);

  if (row == NULL)
    return NULL;

  cab_lines_append (markup, "", CAB_LINES_PLAIN, cab_row_get_text (row, CAB_ACTIVITY_SENTENCE));
  cab_lines_append (markup, "\n", CAB_LINES_SMALL, changes);
  cab_lines_append (markup, "\n", CAB_LINES_SMALL_DIM, detail);

  return g_strdup (markup->str);
}

/* [W-128] The row as one sentence, for the ear. */
static char *
get_sentence (GtkListItem *item, CabRow *row)
{
  g_autofree char *detail = get_detail (item, row);
  g_autofree char *changes = NULL;

  if (row == NULL)
    return NULL;

  /* Translators: a field, what it held before and what it held after a change */
  changes = dup_changes (row, _ ("%1$s, before: %2$s, after: %3$s"));

  return g_strjoin (*changes != '\0' ? ", " : "", cab_row_get_text (row, CAB_ACTIVITY_SENTENCE),
                    *changes != '\0' ? "" : ", ", detail, changes, NULL);
}

static void
cab_activity_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabActivityView *self = CAB_ACTIVITY_VIEW (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_practice (CabActivityView *self, CabOpenPractice *practice)
{
  if (practice == NULL)
    return;

  g_assert (self->practice == NULL);
  self->practice = g_object_ref (practice);
  self->changed_id = g_signal_connect_swapped (practice, "changed", G_CALLBACK (update), self);
  g_signal_connect_object (practice, "notify::discreet", G_CALLBACK (call_people), self,
                           G_CONNECT_SWAPPED);
  cab_action_table_bind (&cab_activity_actions, GTK_WIDGET (self), G_OBJECT (practice));
}

static void
cab_activity_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PRACTICE:
      set_practice (CAB_ACTIVITY_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_activity_view_map (GtkWidget *widget)
{
  CabActivityView *self = CAB_ACTIVITY_VIEW (widget);

  GTK_WIDGET_CLASS (cab_activity_view_parent_class)->map (widget);

  if (self->practice != NULL)
    update (self);
}

static void
cab_activity_view_dispose (GObject *object)
{
  CabActivityView *self = CAB_ACTIVITY_VIEW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->entries);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_activity_view_parent_class)->dispose (object);
}

static void
cab_activity_view_finalize (GObject *object)
{
  cab_log_filter_free (CAB_ACTIVITY_VIEW (object)->filter);

  G_OBJECT_CLASS (cab_activity_view_parent_class)->finalize (object);
}

static void
cab_activity_view_class_init (CabActivityViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_activity_view_get_property;
  object_class->set_property = cab_activity_view_set_property;
  object_class->dispose = cab_activity_view_dispose;
  object_class->finalize = cab_activity_view_finalize;
  widget_class->map = cab_activity_view_map;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENTRIES] = g_param_spec_object ("entries", NULL, NULL, G_TYPE_LIST_MODEL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  cab_action_table_install (&cab_activity_actions, widget_class);
  g_type_ensure (CAB_TYPE_ACTIVITY);
  g_type_ensure (CAB_TYPE_LINES);
  g_type_ensure (CAB_TYPE_LIST_CELL);
  g_type_ensure (CAB_TYPE_LIST_PACE);
  g_type_ensure (CAB_TYPE_LOG_CHECK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-activity-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CabActivityView, stack);
  gtk_widget_class_bind_template_child (widget_class, CabActivityView, list_view);
  gtk_widget_class_bind_template_child (widget_class, CabActivityView, selection);
  gtk_widget_class_bind_template_child (widget_class, CabActivityView, filter_box);
  gtk_widget_class_bind_template_child (widget_class, CabActivityView, filter_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_text);
  gtk_widget_class_bind_template_callback (widget_class, get_sentence);
}

static void
cab_activity_view_init (CabActivityView *self)
{
  self->loading = g_cancellable_new ();
  self->entries = g_list_store_new (CAB_TYPE_ACTIVITY);
  self->filter = cab_log_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Activity Log"), -1);
}
