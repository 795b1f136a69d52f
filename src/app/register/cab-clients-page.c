/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-clients-page.h"

#include <glib/gi18n.h>

#include "cab-banner-slot.h"
#include "cab-client-name.h"
#include "cab-client-page.h"
#include "cab-client-row.h"
#include "cab-client.h"
#include "cab-computer.h"
#include "cab-format.h"
#include "cab-initials.h"
#include "cab-lines.h"
#include "cab-list-cell.h"
#include "cab-list-pace.h"
#include "cab-placed.h"
#include "cab-trash.h"
#include "cab-undo.h"
#include "cab-window.h"
#include "cab-word.h"

/* Rows of one page of the list; the next is read when its end is reached. */
#define PAGE_ROWS 100

struct _CabClientsPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *loading;
  GListStore *clients; /* of CabClientRow */
  char *words;
  char *filter;
  char *sort;
  gulong changed_id;

  /* Template */
  AdwNavigationSplitView *split_view;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkSingleSelection *selection;
  GtkListView *list_view;
  GtkSearchEntry *search_entry;

  /* State */
  guint n_matching;
  guint question;     /* the number of the newest */
  guint is_other : 1; /* its answer takes the place of every row */
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENTS,
  PROP_FILTER,
  PROP_SORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void cab_clients_page_placed_init (CabPlacedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabClientsPage,
                               cab_clients_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_PLACED,
                                                      cab_clients_page_placed_init))

/* [W-104] What was done for somebody else is not undone by a key pressed here. */
static void
forget_undo (CabClientsPage *self, const char *id)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  AdwNavigationPage *client = cab_clients_page_get_client (self);
  g_autofree char *before = NULL;

  if (client != NULL)
    g_object_get (client, "client-id", &before, NULL);
  if (window != NULL && g_strcmp0 (id, before) != 0)
    cab_undo_forget (window);
}

void
cab_clients_page_open_client (CabClientsPage *self, const char *id)
{
  AdwNavigationPage *page;

  g_return_if_fail (CAB_IS_CLIENTS_PAGE (self));
  g_return_if_fail (id != NULL);

  forget_undo (self, id);
  page = g_object_new (CAB_TYPE_CLIENT_PAGE, "practice", self->practice, "client-id", id, NULL);
  adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

gboolean
cab_clients_page_go_back (CabClientsPage *self)
{
  g_return_val_if_fail (CAB_IS_CLIENTS_PAGE (self), FALSE);

  if (!adw_navigation_split_view_get_collapsed (self->split_view)
      || !adw_navigation_split_view_get_show_content (self->split_view))
    return FALSE;

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);

  return TRUE;
}

AdwNavigationPage *
cab_clients_page_get_client (CabClientsPage *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (CAB_IS_CLIENTS_PAGE (self), NULL);

  page = adw_navigation_split_view_get_content (self->split_view);

  return page != NULL && CAB_IS_CLIENT_PAGE (page) ? page : NULL;
}

gboolean
cab_clients_page_shows_client (CabClientsPage *self)
{
  g_return_val_if_fail (CAB_IS_CLIENTS_PAGE (self), FALSE);

  return adw_navigation_split_view_get_show_content (self->split_view);
}

/* What the menu of the list offers; the first is how it opens [W-12]. */
static const struct
{
  const char *name;
  const char *title;
  guint statuses;
  CabClientPlace place;
} filters[] = {
  { "current", N_ ("Current"), CAB_CLIENT_STATUSES_CURRENT, CAB_CLIENT_PLACE_LIST },
  { "everyone", N_ ("Everyone"), CAB_CLIENT_STATUSES_ALL, CAB_CLIENT_PLACE_LIST },
  { "enquiry", N_ ("Enquiries"), 1u << CAB_CLIENT_STATUS_ENQUIRY, CAB_CLIENT_PLACE_LIST },
  { "waiting", N_ ("Waiting"), 1u << CAB_CLIENT_STATUS_WAITING, CAB_CLIENT_PLACE_LIST },
  { "active", N_ ("Active"), 1u << CAB_CLIENT_STATUS_ACTIVE, CAB_CLIENT_PLACE_LIST },
  { "paused", N_ ("Paused"), 1u << CAB_CLIENT_STATUS_PAUSED, CAB_CLIENT_PLACE_LIST },
  { "ended", N_ ("Discharged and Archived"),
    (1u << CAB_CLIENT_STATUS_DISCHARGED) | (1u << CAB_CLIENT_STATUS_ARCHIVED),
    CAB_CLIENT_PLACE_LIST },
  { "restricted", N_ ("Restricted"), CAB_CLIENT_STATUSES_ALL, CAB_CLIENT_PLACE_RESTRICTED },
  { "trash", N_ ("Trash"), CAB_CLIENT_STATUSES_ALL, CAB_CLIENT_PLACE_TRASH },
};

static const char *const sorts[] = {
  [CAB_CLIENT_SORT_NAME] = "name",
  [CAB_CLIENT_SORT_LAST_CONTACT] = "last-contact",
  [CAB_CLIENT_SORT_STARTED] = "started",
};

static guint
find_filter (CabClientsPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_strcmp0 (filters[i].name, self->filter) == 0)
      return i;

  return 0;
}

static CabClientSort
find_sort (CabClientsPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i], self->sort) == 0)
      return (CabClientSort)i;

  return CAB_CLIENT_SORT_NAME;
}

/* A query on its way to the file's thread, and its answer on the way back. */
typedef struct
{
  CabClientQuery query;
  char *words;
  guint question;
  guint offset;
  guint maximum;
  GPtrArray *rows;
  CabClientCounts counts;
} Listing;

static void
listing_free (Listing *self)
{
  g_free (self->words);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)

static gpointer
list_clients_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Listing *asked = data;
  g_autoptr (Listing) answer = g_new0 (Listing, 1);

  answer->question = asked->question;
  answer->offset = asked->offset;
  answer->rows = cab_client_row_list (practice, &asked->query, asked->offset, asked->maximum,
                                      &answer->counts, error);

  return answer->rows != NULL ? g_steal_pointer (&answer) : NULL;
}

/* The page for no rows says why there are none. */
static void
show_state (CabClientsPage *self, const CabClientCounts *counts)
{
  guint filter = find_filter (self);
  gboolean has_words = self->words != NULL && *self->words != '\0';

  adw_window_title_set_subtitle (self->window_title, filter > 0 ? _ (filters[filter].title) : "");
  if (g_list_model_get_n_items (G_LIST_MODEL (self->clients)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  if (!has_words && counts->n_listed == 0 && filters[filter].place == CAB_CLIENT_PLACE_LIST)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  if (has_words)
    {
      adw_status_page_set_title (self->none_page, _ ("No Results"));
      adw_status_page_set_description (self->none_page, _ ("Try fewer or shorter words"));
    }
  else
    {
      adw_status_page_set_title (self->none_page, _ ("Nobody Here"));
      adw_status_page_set_description (self->none_page, _ ("The list shows a part of everyone"));
    }
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
on_clients_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabClientsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Listing) listing = NULL;
  guint n_before;

  if (self->practice == NULL)
    return;

  listing = cab_open_practice_run_finish (self->practice, result, &error);
  if (listing == NULL)
    return;

  /* An answer that was ready before a newer question stopped it is none. */
  n_before = g_list_model_get_n_items (G_LIST_MODEL (self->clients));
  if (listing->question != self->question || listing->offset > n_before)
    return;

  cab_client_name_put (listing->rows, cab_open_practice_is_discreet (self->practice));
  cab_list_put (self->clients, listing->offset, listing->rows, (GEqualFunc)cab_row_equals);
  if (self->is_other && listing->rows->len > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  self->is_other = FALSE;
  self->n_matching = listing->counts.n_matching;
  show_state (self, &listing->counts);
}

/* A new question takes the place of the one that is still being answered. */
static void
list_clients (CabClientsPage *self, guint offset, guint maximum)
{
  guint filter = find_filter (self);
  Listing *asked = g_new0 (Listing, 1);

  asked->words = g_strdup (self->words);
  asked->query = (CabClientQuery){
    .words = asked->words,
    .statuses = filters[filter].statuses,
    .place = filters[filter].place,
    .sort = find_sort (self),
    .by_reference = cab_open_practice_is_discreet (self->practice),
  };
  /* Who looks for a name means everyone who has it. */
  if (filter == 0 && self->words != NULL && *self->words != '\0')
    asked->query.statuses = CAB_CLIENT_STATUSES_ALL;
  asked->question = ++self->question;
  asked->offset = offset;
  asked->maximum = maximum;

  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_clients_job, asked,
                               (GDestroyNotify)listing_free, (GDestroyNotify)listing_free,
                               self->loading, on_clients_listed_cb, g_object_ref (self));
}

/* As many rows as there were: whoever has scrolled down stays there. */
static void
load (CabClientsPage *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->clients));

  list_clients (self, 0, MAX (n_rows, PAGE_ROWS));
}

static void
start_list (CabClientsPage *self)
{
  self->is_other = TRUE;
  list_clients (self, 0, PAGE_ROWS);
}

static void
on_edge_reached_cb (CabClientsPage *self, GtkPositionType edge)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->clients));

  if (edge == GTK_POS_BOTTOM && n_rows < self->n_matching)
    list_clients (self, n_rows, PAGE_ROWS);
}

static void
on_search_changed_cb (CabClientsPage *self, GtkSearchEntry *entry)
{
  if (g_set_str (&self->words, gtk_editable_get_text (GTK_EDITABLE (entry))))
    start_list (self);
}

static void
on_stop_search_cb (CabClientsPage *self, GtkSearchEntry *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
on_row_activated_cb (CabClientsPage *self, guint position)
{
  g_autoptr (CabRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  cab_clients_page_open_client (self, cab_row_get_text (row, CAB_CLIENT_ROW_ID));
}

static void
on_restore_cb (GtkListItem *item, GtkButton *button)
{
  CabRow *row = gtk_list_item_get_item (item);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), CAB_TYPE_CLIENTS_PAGE);

  cab_trash_restore (CAB_CLIENTS_PAGE (page)->practice, &cab_client_kind,
                     cab_row_get_text (row, CAB_CLIENT_ROW_ID));
}

static char *
get_detail (GtkListItem *item, CabRow *row)
{
  g_autofree char *date = NULL;
  const char *status;
  const char *last;

  if (row == NULL)
    return NULL;
  if (cab_row_get_bool (row, CAB_CLIENT_ROW_DAMAGED))
    return g_strdup (_ ("Stored copy damaged"));

  status = cab_row_get_text (row, CAB_CLIENT_ROW_STATUS_WORDS);
  last = cab_row_get_text (row, CAB_CLIENT_ROW_LAST_CONTACT_ON);
  if (last == NULL)
    return g_strdup (status);

  date = cab_format_date (last);
  /* Translators: a status, such as “Active”, and a date */
  return g_strdup_printf (_ ("%1$s · last contact %2$s"), status, date);
}

static char *
get_flags (GtkListItem *item, CabRow *row)
{
  const char *const *flags = row != NULL ? cab_row_get_texts (row, CAB_CLIENT_ROW_FLAGS) : NULL;

  return flags != NULL ? g_strjoinv (" · ", (char **)flags) : NULL;
}

/* [W-173] One text for the row: each further one is measured in each of the twenty rows
 * that a key brings. */
static char *
get_text (GtkListItem *item, CabRow *row)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *detail = get_detail (item, row);
  g_autofree char *flags = get_flags (item, row);

  if (row == NULL)
    return NULL;

  cab_lines_append (markup, "", CAB_LINES_PLAIN, cab_row_get_text (row, CAB_CLIENT_ROW_NAME));
  cab_lines_append (markup, " ", CAB_LINES_SMALL_DIM,
                    cab_row_get_text (row, CAB_CLIENT_ROW_PRONOUNS));
  cab_lines_append (markup, "\n", CAB_LINES_SMALL_DIM, detail);
  cab_lines_append (markup, "\n", CAB_LINES_SMALL, flags);

  return g_strdup (markup->str);
}

/* [W-173] A button in each row, seen or not, is built and styled for every one. */
static GtkListItemFactory *
choose_rows (CabClientsPage *self,
             const char *filter,
             GtkListItemFactory *rows,
             GtkListItemFactory *trashed_rows)
{
  return g_object_ref (g_strcmp0 (filter, "trash") == 0 ? trashed_rows : rows);
}

static gboolean
has_text (GtkListItem *item, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
append_part (GString *sentence, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (sentence->len > 0)
    g_string_append (sentence, ", ");
  g_string_append (sentence, part);
}

/* [W-128] The row as one sentence, for the ear. */
static char *
get_sentence (GtkListItem *item, CabRow *row)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autofree char *detail = get_detail (item, row);
  g_autofree char *flags = get_flags (item, row);

  if (row == NULL)
    return NULL;

  append_part (sentence, cab_row_get_text (row, CAB_CLIENT_ROW_NAME));
  append_part (sentence, cab_row_get_text (row, CAB_CLIENT_ROW_PRONOUNS));
  append_part (sentence, detail);
  append_part (sentence, flags);

  return g_strdup (sentence->str);
}

static void
show_trash (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "clients.filter", "s", "trash");
}

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
}

/* Two words: which part of everyone, and in which order. */
static void
cab_clients_page_keep_place (CabPlaced *placed, CabPlace *place)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (placed);

  place->filter = g_strdup_printf ("%s %s", self->filter, self->sort);
  if (self->words != NULL && *self->words != '\0')
    place->words = g_strdup (self->words);
}

static void
cab_clients_page_take_place (CabPlaced *placed, const CabPlace *place)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (placed);
  g_auto (GStrv) words = g_strsplit (place->filter != NULL ? place->filter : "", " ", 2);

  /* The words first: the list that the filter starts is of them already. */
  g_set_str (&self->words, place->words);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry),
                         place->words != NULL ? place->words : "");
  if (g_strv_length (words) == 2)
    g_object_set (self, "filter", words[0], "sort", words[1], NULL);
  start_list (self);
}

static void
cab_clients_page_placed_init (CabPlacedInterface *iface)
{
  iface->keep_place = cab_clients_page_keep_place;
  iface->take_place = cab_clients_page_take_place;
}

static void
cab_clients_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_CLIENTS:
      g_value_set_object (value, self->clients);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_clients_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    case PROP_FILTER:
      if (g_set_str (&self->filter, g_value_get_string (value)))
        {
          g_object_notify_by_pspec (object, pspec);
          start_list (self);
        }
      break;
    case PROP_SORT:
      if (g_set_str (&self->sort, g_value_get_string (value)))
        {
          g_object_notify_by_pspec (object, pspec);
          start_list (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A search entry is two fields to a screen reader: itself, and the text inside it. */
static void
name_search (CabClientsPage *self)
{
  const char *name = cab_word (cab_open_practice_get_word (self->practice), "find-client");
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
cab_clients_page_constructed (GObject *object)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (object);

  G_OBJECT_CLASS (cab_clients_page_parent_class)->constructed (object);

  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  name_search (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cab_word (cab_open_practice_get_word (self->practice), "clients"),
                                  -1);
  load (self);
}

static void
cab_clients_page_dispose (GObject *object)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->clients);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_clients_page_parent_class)->dispose (object);
}

static void
cab_clients_page_finalize (GObject *object)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (object);

  g_free (self->words);
  g_free (self->filter);
  g_free (self->sort);

  G_OBJECT_CLASS (cab_clients_page_parent_class)->finalize (object);
}

static void
cab_clients_page_class_init (CabClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_clients_page_get_property;
  object_class->set_property = cab_clients_page_set_property;
  object_class->constructed = cab_clients_page_constructed;
  object_class->dispose = cab_clients_page_dispose;
  object_class->finalize = cab_clients_page_finalize;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENTS] = g_param_spec_object ("clients", NULL, NULL, G_TYPE_LIST_MODEL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILTER]
      = g_param_spec_string ("filter", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SORT]
      = g_param_spec_string ("sort", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "clients.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "clients.sort", "sort");
  gtk_widget_class_install_action (widget_class, "clients.show-trash", NULL, show_trash);
  g_type_ensure (CAB_TYPE_BANNER_SLOT);
  g_type_ensure (CAB_TYPE_CLIENT_ROW);
  g_type_ensure (CAB_TYPE_INITIALS);
  g_type_ensure (CAB_TYPE_LINES);
  g_type_ensure (CAB_TYPE_LIST_CELL);
  g_type_ensure (CAB_TYPE_LIST_PACE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/register/cab-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_sentence);
  gtk_widget_class_bind_template_callback (widget_class, choose_rows);
  gtk_widget_class_bind_template_callback (widget_class, get_text);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
}

static void
cab_clients_page_init (CabClientsPage *self)
{
  self->loading = g_cancellable_new ();
  self->clients = g_list_store_new (CAB_TYPE_CLIENT_ROW);
  self->filter = g_strdup (filters[0].name);
  self->sort = g_strdup (sorts[CAB_CLIENT_SORT_NAME]);
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_computer_bind (CAB_COMPUTER_LIST_FRACTION, self->split_view, "sidebar-width-fraction");
}
