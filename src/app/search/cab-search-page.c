/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-search-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-banner-slot.h"
#include "cab-client-name.h"
#include "cab-list-cell.h"
#include "cab-list-top.h"
#include "cab-log-filter-dialog.h"
#include "cab-open-record.h"
#include "cab-placed.h"
#include "cab-practice-view.h"
#include "cab-process-note.h"
#include "cab-search-item.h"

/* Rows of one page when a single kind is listed; the next comes at its end. */
#define PAGE_ROWS 100

/* [W-31] How long typing rests before the number of results is said. */
#define REST_MS 500

struct _CabSearchPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GListStore *results; /* of CabSearchItem */
  CabLogFilter *filter;
  GCancellable *loading;
  gulong changed_id;
  gulong closing_id;

  /* Template */
  GtkSearchEntry *search_entry;
  GtkCheckButton *process_button;
  GtkWidget *filter_box;
  GtkLabel *filter_label;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list_view;
  GtkNoSelection *selection;
  GtkCustomSorter *section_sorter;

  /* State */
  gint64 key_us; /* when the words last changed */
  guint announce_id;
  guint question; /* the number of the newest */
  guint n_all;
  guint is_unaudited : 1;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_RESULTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void cab_search_page_placed_init (CabPlacedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabSearchPage,
                               cab_search_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_PLACED, cab_search_page_placed_init))

/* A question on its way to the file's thread, and its answer on the way back. */
typedef struct
{
  char *words;
  CabLogFilter *filter;
  gboolean process_notes;
  gboolean is_discreet;
  guint question;
  guint maximum;
  guint n_all;
  GPtrArray *items;
} Search;

static void
search_free (Search *self)
{
  g_free (self->words);
  g_clear_pointer (&self->filter, cab_log_filter_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void
add_group (Search *answer, const CabSearchGroup *group, gboolean is_single)
{
  int section = cab_search_kind_find (group->kind);

  if (section < 0)
    return;

  answer->n_all += group->n_all;
  for (guint i = 0; i < group->rows->len; i++)
    g_ptr_array_add (answer->items, cab_search_item_new ((guint)section, group->rows->pdata[i]));
  if (!is_single && group->n_all > group->rows->len)
    g_ptr_array_add (answer->items, cab_search_item_new_all ((guint)section, group->n_all));
}

static gpointer
search_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Search *asked = data;
  const CabKind *kind = asked->filter->code >= 0
                            ? cab_kind_find (cab_search_kind_codes.codes[asked->filter->code].code)
                            : NULL;
  const CabSearchQuery query = {
    .words = asked->words,
    .client_id = asked->filter->client_id,
    .kind = kind,
    .from = asked->filter->from,
    .to = asked->filter->to,
    .process_notes = asked->process_notes || kind == &cab_process_note_kind,
    .maximum = asked->maximum,
  };
  g_autoptr (GPtrArray) groups = cab_search_list_groups (practice, &query, cancellable, error);
  g_autoptr (Search) answer = NULL;

  if (groups == NULL)
    return NULL;

  answer = g_new0 (Search, 1);
  answer->question = asked->question;
  answer->maximum = asked->maximum;
  answer->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < groups->len; i++)
    {
      const CabSearchGroup *group = groups->pdata[i];

      cab_client_name_put (group->rows, asked->is_discreet);
      add_group (answer, group, kind != NULL);
    }

  return g_steal_pointer (&answer);
}

static char *
dup_count (CabSearchPage *self)
{
  if (self->n_all == 0)
    return g_strdup (_ ("No results"));

  return g_strdup_printf (ngettext ("%u result", "%u results", self->n_all), self->n_all);
}

static gboolean
on_rested_cb (gpointer data)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (data);
  g_autofree char *count = dup_count (self);

  self->announce_id = 0;
  cab_announce (GTK_WIDGET (self), count);

  return G_SOURCE_REMOVE;
}

/* [W-31] Not while somebody is typing still. */
static void
announce_later (CabSearchPage *self)
{
  gint64 rested_ms = (g_get_monotonic_time () - self->key_us) / 1000;

  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->announce_id = g_timeout_add ((guint)MAX (REST_MS - rested_ms, 0), on_rested_cb, self);
}

static const char *
get_words (CabSearchPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* What comes after a page of rows is put behind them: whoever has scrolled stays there. */
static void
show_answer (CabSearchPage *self, const Search *answer)
{
  GListModel *results = G_LIST_MODEL (self->results);
  guint n_before = g_list_model_get_n_items (results);
  gboolean is_more = answer->maximum > PAGE_ROWS && answer->items->len >= n_before;
  guint n_kept = is_more ? n_before : 0;
  g_autofree char *count = NULL;

  g_list_store_splice (self->results, n_kept, n_before - n_kept, answer->items->pdata + n_kept,
                       answer->items->len - n_kept);
  self->n_all = answer->n_all;
  count = dup_count (self);
  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, answer->items->len > 0 ? "list" : "none");
  self->is_unaudited = TRUE;
  if (is_more)
    return;

  announce_later (self);
  cab_list_show_top (self->list_view);
}

static void
on_searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabSearchPage) self = user_data;
  g_autoptr (Search) answer = NULL;

  if (self->practice == NULL)
    return;

  /* An answer that was ready before a newer question stopped it is none. */
  answer = cab_open_practice_run_finish (self->practice, result, NULL);
  if (answer != NULL && answer->question == self->question)
    show_answer (self, answer);
}

static void
stop_searching (CabSearchPage *self)
{
  self->question++;
  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
}

/* [W-30] A new question ends the one that is still being answered. */
static void
search_for (CabSearchPage *self, guint maximum)
{
  Search *asked;

  stop_searching (self);
  asked = g_new0 (Search, 1);
  asked->words = g_strdup (get_words (self));
  asked->filter = cab_log_filter_copy (self->filter);
  asked->process_notes = gtk_check_button_get_active (self->process_button);
  asked->is_discreet = cab_open_practice_is_discreet (self->practice);
  asked->question = self->question;
  asked->maximum = maximum;
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, search_job, asked,
                               (GDestroyNotify)search_free, (GDestroyNotify)search_free,
                               self->loading, on_searched_cb, g_object_ref (self));
}

static gpointer
audit_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return cab_practice_audit_act (practice, "search", NULL, NULL, NULL, error) ? practice : NULL;
}

/* [M-7] Once a search is over the log says that there was one, and no more. */
static void
audit (CabSearchPage *self)
{
  if (!self->is_unaudited)
    return;

  self->is_unaudited = FALSE;
  cab_open_practice_run_async (self->practice, CAB_JOB_KEEPS, audit_job, NULL, NULL, NULL, NULL,
                               NULL, NULL);
}

static void
search (CabSearchPage *self)
{
  if (self->practice == NULL)
    return;

  if (*get_words (self) != '\0')
    {
      search_for (self, self->filter->code >= 0 ? PAGE_ROWS : 0);
      return;
    }

  stop_searching (self);
  audit (self);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_list_store_remove_all (self->results);
  gtk_label_set_label (self->count_label, "");
  gtk_stack_set_visible_child_name (self->stack, "start");
}

/* Every key, and not only those that typing rests after. */
static void
on_changed_cb (CabSearchPage *self)
{
  self->key_us = g_get_monotonic_time ();
  g_clear_handle_id (&self->announce_id, g_source_remove);
}

static void
on_edge_reached_cb (CabSearchPage *self, GtkPositionType edge)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  if (edge == GTK_POS_BOTTOM && self->filter->code >= 0 && n_rows < self->n_all)
    search_for (self, n_rows + PAGE_ROWS);
}

static void
set_filter (CabSearchPage *self, CabLogFilter *filter)
{
  g_autofree char *words = NULL;

  cab_log_filter_free (self->filter);
  self->filter = filter;
  words = cab_log_filter_dup_words (filter, &cab_search_kind_codes);
  gtk_label_set_label (self->filter_label, words);
  gtk_widget_set_visible (self->filter_box, !cab_log_filter_is_all (filter));
  search (self);
}

static void
show_all_of (CabSearchPage *self, guint section)
{
  CabLogFilter *filter = cab_log_filter_copy (self->filter);

  filter->code = (int)section;
  set_filter (self, filter);
}

static void
on_row_activated_cb (CabSearchPage *self, guint position)
{
  g_autoptr (CabSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  CabRow *row = cab_search_item_get_row (item);

  if (row == NULL)
    show_all_of (self, cab_search_item_get_section (item));
  else
    cab_open_record (GTK_WIDGET (self), self->practice, cab_row_get_text (row, CAB_SEARCH_ROW_KIND),
                     cab_row_get_text (row, CAB_SEARCH_ROW_ID),
                     cab_row_get_text (row, CAB_SEARCH_ROW_CLIENT_ID));
}

/* [W-28] What is listed names people as they are not to be called any more. */
static void
call_people (CabSearchPage *self)
{
  set_filter (self, cab_log_filter_copy_for (self->filter, self->practice));
}

static void
on_filter_chosen_cb (CabSearchPage *self, CabLogFilterDialog *dialog)
{
  set_filter (self, cab_log_filter_copy (cab_log_filter_dialog_get_filter (dialog)));
}

static void
choose_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (widget);
  CabLogFilterDialog *dialog = cab_log_filter_dialog_new (
      self->practice, self->filter, &cab_search_kind_codes, C_ ("search", "Kind"));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_filter_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_filter (CAB_SEARCH_PAGE (widget), cab_log_filter_new ());
}

/* Only from the field: in the list the same key goes to the next row. */
static void
go_into_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* [W-31] */
static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (widget);

  if (*get_words (self) == '\0')
    {
      gtk_widget_activate_action (widget, "win.back", NULL);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_stop_search_cb (CabSearchPage *self)
{
  leave (GTK_WIDGET (self), NULL, NULL);
}

static void
on_entry_enter_cb (CabSearchPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "search.into-list", TRUE);
}

static void
on_entry_leave_cb (CabSearchPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "search.into-list", FALSE);
}

#define SEARCH N_ ("Search")

static const CabAction actions[] = {
  { "search.into-list", NULL, "Down", N_ ("From the words into the list"), SEARCH,
    CAB_ACTION_ALWAYS, go_into_list },
  { "search.leave", NULL, "Escape", N_ ("Clear the words, then close"), SEARCH,
    CAB_ACTION_AFTER_FOCUS, leave },
  { "search.filter", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, choose_filter },
  { "search.show-all", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_all },
};

CAB_DEFINE_ACTION_TABLE (cab_search_actions, actions);

static gboolean
is_search_page (AdwNavigationPage *page, gpointer data)
{
  if (!CAB_IS_SEARCH_PAGE (page))
    return FALSE;

  *(CabSearchPage **)data = CAB_SEARCH_PAGE (page);

  return TRUE;
}

void
cab_search_page_show (GtkWidget *from, CabOpenPractice *practice)
{
  CabSearchPage *page = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  if (!cab_show_page (from, is_search_page, &page))
    {
      page = g_object_new (CAB_TYPE_SEARCH_PAGE, "practice", practice, NULL);
      cab_push_page (from, ADW_NAVIGATION_PAGE (page));
    }
  gtk_widget_grab_focus (GTK_WIDGET (page->search_entry));
}

static gboolean
has_text (GObject *object, const char *text)
{
  return text != NULL && *text != '\0';
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = cab_search_item_get_section (CAB_SEARCH_ITEM ((gpointer)a));
  guint other = cab_search_item_get_section (CAB_SEARCH_ITEM ((gpointer)b));

  return (one > other) - (one < other);
}

static void
cab_search_page_hidden (AdwNavigationPage *page)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (page);

  if (self->practice != NULL && !cab_open_practice_is_closed (self->practice))
    audit (self);

  ADW_NAVIGATION_PAGE_CLASS (cab_search_page_parent_class)->hidden (page);
}

/* The kind, the days, and whether process notes are searched: `3/2026-01-01//1`. */
static void
cab_search_page_keep_place (CabPlaced *placed, CabPlace *place)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (placed);
  const CabLogFilter *filter = self->filter;

  place->filter
      = g_strdup_printf ("%d/%s/%s/%d", filter->code, filter->from != NULL ? filter->from : "",
                         filter->to != NULL ? filter->to : "",
                         gtk_check_button_get_active (self->process_button) ? 1 : 0);
  if (*get_words (self) != '\0')
    place->words = g_strdup (get_words (self));
}

static void
cab_search_page_take_place (CabPlaced *placed, const CabPlace *place)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (placed);
  g_auto (GStrv) parts = g_strsplit (place->filter != NULL ? place->filter : "", "/", 4);
  CabLogFilter *filter;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry),
                         place->words != NULL ? place->words : "");
  if (g_strv_length (parts) != 4)
    return;

  gtk_check_button_set_active (self->process_button, g_str_equal (parts[3], "1"));
  filter = cab_log_filter_new ();
  filter->code = (int)g_ascii_strtoll (parts[0], NULL, 10);
  filter->from = *parts[1] != '\0' ? g_strdup (parts[1]) : NULL;
  filter->to = *parts[2] != '\0' ? g_strdup (parts[2]) : NULL;
  set_filter (self, filter);
}

static void
cab_search_page_placed_init (CabPlacedInterface *iface)
{
  iface->keep_place = cab_search_page_keep_place;
  iface->take_place = cab_search_page_take_place;
}

static void
cab_search_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_RESULTS:
      g_value_set_object (value, self->selection);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_search_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A search entry is two fields to a screen reader: itself, and the text inside it. */
static void
name_search (CabSearchPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search everything"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search everything"), -1);
}

static void
cab_search_page_constructed (GObject *object)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (object);

  G_OBJECT_CLASS (cab_search_page_parent_class)->constructed (object);

  cab_action_table_bind (&cab_search_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  on_entry_leave_cb (self);
  name_search (self);
  self->changed_id
      = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (search), self);
  g_signal_connect_object (self->practice, "notify::discreet", G_CALLBACK (call_people), self,
                           G_CONNECT_SWAPPED);
  self->closing_id = g_signal_connect_swapped (self->practice, "closing", G_CALLBACK (audit), self);
}

static void
cab_search_page_dispose (GObject *object)
{
  CabSearchPage *self = CAB_SEARCH_PAGE (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->practice);
      g_clear_signal_handler (&self->closing_id, self->practice);
    }
  g_clear_object (&self->results);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_search_page_parent_class)->dispose (object);
}

static void
cab_search_page_finalize (GObject *object)
{
  cab_log_filter_free (CAB_SEARCH_PAGE (object)->filter);

  G_OBJECT_CLASS (cab_search_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/search/cab-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, process_button);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, selection);
  gtk_widget_class_bind_template_child (widget_class, CabSearchPage, section_sorter);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
cab_search_page_class_init (CabSearchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_search_page_get_property;
  object_class->set_property = cab_search_page_set_property;
  object_class->constructed = cab_search_page_constructed;
  object_class->dispose = cab_search_page_dispose;
  object_class->finalize = cab_search_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = cab_search_page_hidden;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RESULTS] = g_param_spec_object ("results", NULL, NULL, G_TYPE_LIST_MODEL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_BANNER_SLOT);
  g_type_ensure (CAB_TYPE_LIST_CELL);
  g_type_ensure (CAB_TYPE_SEARCH_ITEM);
  bind_template (widget_class);
  cab_action_table_install (&cab_search_actions, widget_class);
}

static void
cab_search_page_init (CabSearchPage *self)
{
  self->loading = g_cancellable_new ();
  self->filter = cab_log_filter_new ();
  self->results = g_list_store_new (CAB_TYPE_SEARCH_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_sorter_set_sort_func (self->section_sorter, compare_sections, NULL, NULL);
  gtk_sort_list_model_set_model (GTK_SORT_LIST_MODEL (gtk_no_selection_get_model (self->selection)),
                                 G_LIST_MODEL (self->results));
  cab_action_table_listen (&cab_search_actions, GTK_WIDGET (self));
}
