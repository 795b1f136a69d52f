/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-disclosures-view.h"

#include <glib/gi18n.h>

#include "cab-bundle-check-dialog.h"
#include "cab-client-name.h"
#include "cab-disclosure-dialog.h"
#include "cab-disclosure-page.h"
#include "cab-disclosure-row.h"
#include "cab-disclosures-export.h"
#include "cab-format.h"
#include "cab-go-to-dialog.h"
#include "cab-lines.h"
#include "cab-list-cell.h"
#include "cab-list-pace.h"
#include "cab-log-filter-dialog.h"
#include "cab-practice-view.h"

/* Rows of one page of the list; the next is read when its end is reached. */
#define PAGE_ROWS 100

/* As much of a digest as tells two bundles apart on a row. */
#define SHOWN_DIGITS 16

struct _CabDisclosuresView
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GListStore *disclosures; /* of CabDisclosureRow */
  CabLogFilter *filter;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  GtkStack *stack;
  GtkListView *list_view;
  GtkWidget *filter_box;
  GtkLabel *filter_label;

  /* State */
  guint n_all;
  guint question; /* the number of the newest */
};

enum
{
  PROP_PRACTICE = 1,
  PROP_DISCLOSURES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabDisclosuresView, cab_disclosures_view, ADW_TYPE_BIN)

/* A question on its way to the file's thread, and its answer on the way back. */
typedef struct
{
  CabLogFilter *filter;
  guint question;
  guint offset;
  guint maximum;
  guint n_all;
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
  const CabDisclosureQuery query = {
    .client_id = asked->filter->client_id,
    .ground = asked->filter->code,
    .from = asked->filter->from,
    .to = asked->filter->to,
  };
  g_autoptr (Listing) answer = g_new0 (Listing, 1);

  answer->question = asked->question;
  answer->offset = asked->offset;
  answer->rows = cab_disclosure_row_list (practice, &query, asked->offset, asked->maximum,
                                          &answer->n_all, error);

  return answer->rows != NULL ? g_steal_pointer (&answer) : NULL;
}

/* The page for no rows says why there are none. */
static void
show_state (CabDisclosuresView *self)
{
  const char *state = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->disclosures)) == 0)
    state = cab_log_filter_is_all (self->filter) ? "empty" : "none";
  gtk_stack_set_visible_child_name (self->stack, state);
}

static void
on_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabDisclosuresView) self = user_data;
  g_autoptr (Listing) answer = NULL;
  guint n_before;

  if (self->practice == NULL)
    return;

  /* An answer that was ready before a newer question stopped it is none. */
  answer = cab_open_practice_run_finish (self->practice, result, NULL);
  n_before = g_list_model_get_n_items (G_LIST_MODEL (self->disclosures));
  if (answer == NULL || answer->question != self->question || answer->offset > n_before)
    return;

  cab_client_name_put (answer->rows, cab_open_practice_is_discreet (self->practice));
  g_list_store_splice (self->disclosures, answer->offset, n_before - answer->offset,
                       answer->rows->pdata, answer->rows->len);
  self->n_all = answer->n_all;
  show_state (self);
}

/* A new question takes the place of the one that is still being answered. */
static void
list_disclosures (CabDisclosuresView *self, guint offset, guint maximum)
{
  Listing *asked = g_new0 (Listing, 1);

  asked->filter = cab_log_filter_copy (self->filter);
  asked->question = ++self->question;
  asked->offset = offset;
  asked->maximum = maximum;
  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_job, asked,
                               (GDestroyNotify)listing_free, (GDestroyNotify)listing_free,
                               self->loading, on_listed_cb, g_object_ref (self));
}

/* As many rows as there were: whoever has scrolled down stays there. A list that
 * is not on screen waits until it is. */
static void
update (CabDisclosuresView *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->disclosures));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    list_disclosures (self, 0, MAX (n_rows, PAGE_ROWS));
}

static void
on_edge_reached_cb (CabDisclosuresView *self, GtkPositionType edge)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->disclosures));

  if (edge == GTK_POS_BOTTOM && n_rows < self->n_all)
    list_disclosures (self, n_rows, PAGE_ROWS);
}

static void
on_row_activated_cb (CabDisclosuresView *self, guint position)
{
  g_autoptr (CabDisclosureRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  cab_push_page (GTK_WIDGET (self), cab_disclosure_page_new (self->practice, row));
}

static void
set_filter (CabDisclosuresView *self, CabLogFilter *filter)
{
  g_autofree char *words = NULL;

  cab_log_filter_free (self->filter);
  self->filter = filter;
  words = cab_log_filter_dup_words (filter, &cab_disclosure_ground_codes);
  gtk_label_set_label (self->filter_label, words);
  gtk_widget_set_visible (self->filter_box, !cab_log_filter_is_all (filter));
  list_disclosures (self, 0, PAGE_ROWS);
}

/* [W-28] What is listed names people as they are not to be called any more. */
static void
call_people (CabDisclosuresView *self)
{
  set_filter (self, cab_log_filter_copy_for (self->filter, self->practice));
}

static void
on_filter_chosen_cb (CabDisclosuresView *self, CabLogFilterDialog *dialog)
{
  set_filter (self, cab_log_filter_copy (cab_log_filter_dialog_get_filter (dialog)));
}

static void
choose_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (widget);
  CabLogFilterDialog *dialog = cab_log_filter_dialog_new (
      self->practice, self->filter, &cab_disclosure_ground_codes, C_ ("disclosure", "Ground"));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_filter_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_filter (CAB_DISCLOSURES_VIEW (widget), cab_log_filter_new ());
}

static void
on_client_chosen_cb (CabDisclosuresView *self, const char *id, const char *name)
{
  adw_dialog_present (cab_disclosure_dialog_new (self->practice, id, name, NULL),
                      GTK_WIDGET (self));
}

/* First whose data it was, then what left. */
static void
record_disclosure (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (widget);
  AdwDialog *dialog = cab_go_to_dialog_new_chooser (self->practice);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_client_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
on_bundle_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabDisclosuresView) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL && self->practice != NULL)
    adw_dialog_present (cab_bundle_check_dialog_new (self->practice, path), GTK_WIDGET (self));
}

static void
check_bundle (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose the Recipient’s Copy"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                        on_bundle_chosen_cb, g_object_ref (self));
}

static void
export_pdf (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (widget);

  cab_disclosures_export_ask (widget, self->practice, self->filter, "pdf");
}

static void
export_csv (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (widget);

  cab_disclosures_export_ask (widget, self->practice, self->filter, "csv");
}

static const CabAction actions[] = {
  { "disclosures.check", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, check_bundle },
  { "disclosures.record", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, record_disclosure },
  { "disclosures.filter", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, choose_filter },
  { "disclosures.export-pdf", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_pdf },
  { "disclosures.export-csv", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export_csv },
  { "disclosures.show-all", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_all },
};

CAB_DEFINE_ACTION_TABLE (cab_disclosures_actions, actions);

/* Or why nobody is named. */
static const char *
get_client (CabRow *row)
{
  const char *client = cab_row_get_text (row, CAB_DISCLOSURE_ROW_CLIENT);

  return client != NULL ? client : cab_row_get_text (row, CAB_DISCLOSURE_ROW_ABSENT_WORDS);
}

static const char *
get_recipient (CabRow *row)
{
  const char *recipient = cab_row_get_text (row, CAB_DISCLOSURE_ROW_RECIPIENT);

  return recipient != NULL ? recipient : C_ ("recipient", "not shown");
}

static char *
get_title (GtkListItem *item, CabRow *row)
{
  if (row == NULL)
    return NULL;
  if (cab_row_get_bool (row, CAB_DISCLOSURE_ROW_DAMAGED))
    return g_strdup (_ ("Stored copy damaged"));

  /* Translators: whose data it was, and who got it */
  return g_strdup_printf (_ ("%1$s → %2$s"), get_client (row), get_recipient (row));
}

static char *
get_detail (GtkListItem *item, CabRow *row)
{
  g_autofree char *when = NULL;

  if (row == NULL || cab_row_get_bool (row, CAB_DISCLOSURE_ROW_DAMAGED))
    return NULL;

  when = cab_format_local (cab_row_get_text (row, CAB_DISCLOSURE_ROW_LOCAL));
  /* Translators: a date and time, the legal ground, and how it was protected */
  return g_strdup_printf (_ ("%1$s · %2$s · Protection: %3$s"), when,
                          cab_row_get_text (row, CAB_DISCLOSURE_ROW_GROUND_WORDS),
                          cab_row_get_text (row, CAB_DISCLOSURE_ROW_PROTECTION_WORDS));
}

/* [W-124] Where one row mends another, both say so in words. */
static const char *
get_state (CabRow *row)
{
  if (cab_row_get_text (row, CAB_DISCLOSURE_ROW_CORRECTED_BY_ID) != NULL)
    return _ ("Corrected by a later entry");
  if (cab_row_get_text (row, CAB_DISCLOSURE_ROW_CORRECTS_ID) != NULL)
    return _ ("Corrects an earlier entry");

  return NULL;
}

static char *
get_proof (GtkListItem *item, CabRow *row)
{
  const char *digest = row != NULL ? cab_row_get_text (row, CAB_DISCLOSURE_ROW_DIGEST) : NULL;
  const char *state = row != NULL ? get_state (row) : NULL;
  g_autofree char *proof = NULL;

  if (digest != NULL)
    /* Translators: %s is the beginning of a row of digits and letters */
    proof = g_strdup_printf (_ ("Digest %.*s…"), SHOWN_DIGITS, digest);
  if (proof == NULL || state == NULL)
    return proof != NULL ? g_steal_pointer (&proof) : g_strdup (state);

  return g_strdup_printf ("%s · %s", state, proof);
}

/* [W-173] */
static char *
get_text (GtkListItem *item, CabRow *row)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *title = get_title (item, row);
  g_autofree char *detail = get_detail (item, row);
  g_autofree char *proof = get_proof (item, row);

  cab_lines_append (markup, "", CAB_LINES_PLAIN, title);
  cab_lines_append (markup, "\n", CAB_LINES_SMALL_DIM, detail);
  cab_lines_append (markup, "\n", CAB_LINES_SMALL_DIM, proof);

  return g_strdup (markup->str);
}

/* [W-128] The row as one sentence, for the ear; a digest is nothing for it. */
static char *
get_sentence (GtkListItem *item, CabRow *row)
{
  g_autofree char *detail = get_detail (item, row);
  g_autofree char *facts = NULL;
  const char *state;

  if (row == NULL)
    return NULL;
  if (detail == NULL)
    return get_title (item, row);

  state = get_state (row);
  /* Translators: whose data it was, who got it, and when and why */
  facts
      = g_strdup_printf (_ ("%1$s, to %2$s, %3$s"), get_client (row), get_recipient (row), detail);

  return state != NULL ? g_strdup_printf ("%s, %s", facts, state) : g_steal_pointer (&facts);
}

static void
cab_disclosures_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_DISCLOSURES:
      g_value_set_object (value, self->disclosures);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_practice (CabDisclosuresView *self, CabOpenPractice *practice)
{
  if (practice == NULL)
    return;

  g_assert (self->practice == NULL);
  self->practice = g_object_ref (practice);
  self->changed_id = g_signal_connect_swapped (practice, "changed", G_CALLBACK (update), self);
  g_signal_connect_object (practice, "notify::discreet", G_CALLBACK (call_people), self,
                           G_CONNECT_SWAPPED);
  cab_action_table_bind (&cab_disclosures_actions, GTK_WIDGET (self), G_OBJECT (practice));
}

static void
cab_disclosures_view_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PRACTICE:
      set_practice (CAB_DISCLOSURES_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_disclosures_view_map (GtkWidget *widget)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (widget);

  GTK_WIDGET_CLASS (cab_disclosures_view_parent_class)->map (widget);

  if (self->practice != NULL)
    update (self);
}

static void
cab_disclosures_view_dispose (GObject *object)
{
  CabDisclosuresView *self = CAB_DISCLOSURES_VIEW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->disclosures);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_disclosures_view_parent_class)->dispose (object);
}

static void
cab_disclosures_view_finalize (GObject *object)
{
  cab_log_filter_free (CAB_DISCLOSURES_VIEW (object)->filter);

  G_OBJECT_CLASS (cab_disclosures_view_parent_class)->finalize (object);
}

static void
cab_disclosures_view_class_init (CabDisclosuresViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_disclosures_view_get_property;
  object_class->set_property = cab_disclosures_view_set_property;
  object_class->dispose = cab_disclosures_view_dispose;
  object_class->finalize = cab_disclosures_view_finalize;
  widget_class->map = cab_disclosures_view_map;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISCLOSURES] = g_param_spec_object ("disclosures", NULL, NULL, G_TYPE_LIST_MODEL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  cab_action_table_install (&cab_disclosures_actions, widget_class);
  g_type_ensure (CAB_TYPE_DISCLOSURE_ROW);
  g_type_ensure (CAB_TYPE_LINES);
  g_type_ensure (CAB_TYPE_LIST_CELL);
  g_type_ensure (CAB_TYPE_LIST_PACE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-disclosures-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CabDisclosuresView, stack);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosuresView, list_view);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosuresView, filter_box);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosuresView, filter_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_text);
  gtk_widget_class_bind_template_callback (widget_class, get_sentence);
}

static void
cab_disclosures_view_init (CabDisclosuresView *self)
{
  self->loading = g_cancellable_new ();
  self->disclosures = g_list_store_new (CAB_TYPE_DISCLOSURE_ROW);
  self->filter = cab_log_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Disclosures"), -1);
}
