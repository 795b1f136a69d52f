/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-practice-view.h"

#include <glib/gi18n.h>

#include "cab-backup-state.h"
#include "cab-backups-page.h"
#include "cab-banner-slot.h"
#include "cab-clients-page.h"
#include "cab-computer.h"
#include "cab-practice-settings.h"
#include "cab-privacy-page.h"
#include "cab-sidebar-row.h"
#include "cab-today-page.h"
#include "cab-word.h"

struct _CabPracticeView
{
  AdwBreakpointBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GHashTable *pages; /* tag → AdwNavigationPage, made when first shown */

  char *backup_state;
  GCancellable *loading;
  gulong changed_id;
  gulong word_id;

  /* Template */
  AdwNavigationSplitView *split_view;
  AdwSplitButton *new_button;
  GtkListBox *sidebar_list;
  AdwNavigationView *content_view;

  /* State */
  const char *tag; /* interned */
};

enum
{
  PROP_PRACTICE = 1,
  PROP_BACKUP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabPracticeView, cab_practice_view, ADW_TYPE_BREAKPOINT_BIN)

/* The pages of the sidebar, by the tag of their row in the template. */
static const struct
{
  const char *tag;
  GType (*get_type) (void);
} kinds_of_page[] = {
  { "today", cab_today_page_get_type },
  { "clients", cab_clients_page_get_type },
  { "privacy", cab_privacy_page_get_type },
  { "backups", cab_backups_page_get_type },
};

CabPracticeView *
cab_practice_view_new (CabOpenPractice *practice)
{
  return g_object_new (CAB_TYPE_PRACTICE_VIEW, "practice", practice, NULL);
}

static AdwNavigationPage *
make_page (CabPracticeView *self, const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds_of_page); i++)
    if (g_str_equal (kinds_of_page[i].tag, tag))
      return g_object_new (kinds_of_page[i].get_type (), "practice", self->practice, NULL);

  return NULL;
}

static gboolean
has_banner_slot (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CAB_IS_BANNER_SLOT (child) || has_banner_slot (child))
      return TRUE;

  return FALSE;
}

static AdwToolbarView *
find_toolbar_view (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwToolbarView *found;

      /* A page of pages has its own slots. */
      if (ADW_IS_NAVIGATION_SPLIT_VIEW (child))
        return NULL;
      found = ADW_IS_TOOLBAR_VIEW (child) ? ADW_TOOLBAR_VIEW (child) : find_toolbar_view (child);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* [W-6] The one banner stands under the header of every page. */
static void
add_banner_slot (CabPracticeView *self, AdwNavigationPage *page)
{
  AdwToolbarView *view = find_toolbar_view (GTK_WIDGET (page));

  if (view != NULL && !has_banner_slot (GTK_WIDGET (view)))
    adw_toolbar_view_add_top_bar (
        view, g_object_new (CAB_TYPE_BANNER_SLOT, "practice", self->practice, NULL));
}

static void
set_presented (AdwNavigationPage *page, gboolean is_presented)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, !is_presented,
                               -1);
}

static void
on_page_showing_cb (AdwNavigationPage *page)
{
  set_presented (page, TRUE);
}

static void
on_page_hidden_cb (AdwNavigationPage *page)
{
  set_presented (page, FALSE);
}

/* [W-173] A page that leaves the window loses the rows of its lists, and whoever
 * comes back to it waits until they are built and measured again. So it stays
 * where it is, unseen and unheard. */
static void
keep_page (CabPracticeView *self, AdwNavigationPage *page)
{
  g_signal_connect (page, "showing", G_CALLBACK (on_page_showing_cb), NULL);
  g_signal_connect (page, "hidden", G_CALLBACK (on_page_hidden_cb), NULL);
  set_presented (page, FALSE);
  adw_navigation_view_add (self->content_view, page);
}

static AdwNavigationPage *
get_page (CabPracticeView *self, const char *tag)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->pages, tag);

  if (page == NULL)
    {
      page = make_page (self, tag);
      if (page != NULL)
        {
          add_banner_slot (self, page);
          g_hash_table_insert (self->pages, g_strdup (tag), g_object_ref_sink (page));
          keep_page (self, page);
        }
    }

  return page;
}

static GtkListBoxRow *
find_row (CabPracticeView *self, const char *tag)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar_list, i)) != NULL; i++)
    if (g_str_equal (cab_sidebar_row_get_tag (CAB_SIDEBAR_ROW (row)), tag))
      return row;

  return NULL;
}

static void
select_row (CabPracticeView *self, const char *tag)
{
  GtkListBoxRow *row = find_row (self, tag);

  if (row != NULL)
    gtk_list_box_select_row (self->sidebar_list, row);
}

void
cab_practice_view_show_page (CabPracticeView *self, const char *tag)
{
  AdwNavigationPage *page;

  g_return_if_fail (CAB_IS_PRACTICE_VIEW (self));
  g_return_if_fail (tag != NULL);

  page = get_page (self, tag);
  if (page == NULL)
    return;

  self->tag = g_intern_string (tag);
  adw_navigation_view_replace (self->content_view, &page, 1);
  select_row (self, tag);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
cab_practice_view_activate (CabPracticeView *self, const char *tag, const char *action)
{
  g_return_if_fail (CAB_IS_PRACTICE_VIEW (self));
  g_return_if_fail (action != NULL);

  cab_practice_view_show_page (self, tag);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self, tag)), action, NULL);
}

const char *
cab_practice_view_get_page (CabPracticeView *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE_VIEW (self), NULL);

  return self->tag;
}

void
cab_practice_view_open_client (CabPracticeView *self, const char *id)
{
  g_return_if_fail (CAB_IS_PRACTICE_VIEW (self));
  g_return_if_fail (id != NULL);

  cab_practice_view_show_page (self, "clients");
  cab_clients_page_open_client (CAB_CLIENTS_PAGE (get_page (self, "clients")), id);
}

void
cab_practice_view_push (CabPracticeView *self, AdwNavigationPage *page)
{
  g_return_if_fail (CAB_IS_PRACTICE_VIEW (self));
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));

  add_banner_slot (self, page);
  adw_navigation_view_push (self->content_view, page);
}

void
cab_practice_view_put (CabPracticeView *self, AdwNavigationPage *page)
{
  g_return_if_fail (CAB_IS_PRACTICE_VIEW (self));

  adw_navigation_view_set_animate_transitions (self->content_view, FALSE);
  cab_practice_view_push (self, page);
  adw_navigation_view_set_animate_transitions (self->content_view, TRUE);
}

GListModel *
cab_practice_view_get_pages (CabPracticeView *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE_VIEW (self), NULL);

  return G_LIST_MODEL (adw_navigation_view_get_navigation_stack (self->content_view));
}

AdwNavigationPage *
cab_practice_view_get_visible_page (CabPracticeView *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE_VIEW (self), NULL);

  return adw_navigation_view_get_visible_page (self->content_view);
}

gboolean
cab_practice_view_shows_content (CabPracticeView *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE_VIEW (self), FALSE);

  return adw_navigation_split_view_get_show_content (self->split_view);
}

void
cab_practice_view_show_sidebar (CabPracticeView *self)
{
  g_return_if_fail (CAB_IS_PRACTICE_VIEW (self));

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

void
cab_push_page (GtkWidget *from, AdwNavigationPage *page)
{
  GtkWidget *view;

  g_return_if_fail (GTK_IS_WIDGET (from));

  view = gtk_widget_get_ancestor (from, CAB_TYPE_PRACTICE_VIEW);
  g_return_if_fail (view != NULL);

  cab_practice_view_push (CAB_PRACTICE_VIEW (view), page);
}

gboolean
cab_show_page (GtkWidget *from, CabPageFunc is_meant, gpointer data)
{
  CabPracticeView *self;
  g_autoptr (GListModel) pages = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (from), FALSE);
  g_return_val_if_fail (is_meant != NULL, FALSE);

  self = CAB_PRACTICE_VIEW (gtk_widget_get_ancestor (from, CAB_TYPE_PRACTICE_VIEW));
  g_return_val_if_fail (self != NULL, FALSE);

  pages = adw_navigation_view_get_navigation_stack (self->content_view);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

      if (!is_meant (page, data))
        continue;
      if (page != adw_navigation_view_get_visible_page (self->content_view))
        adw_navigation_view_pop_to_page (self->content_view, page);
      return TRUE;
    }

  return FALSE;
}

/* [W-5] One level at a time: the editor, then the client, then the list. */
void
cab_practice_view_go_back (CabPracticeView *self)
{
  AdwNavigationPage *page;

  g_return_if_fail (CAB_IS_PRACTICE_VIEW (self));

  if (adw_navigation_view_pop (self->content_view))
    return;

  page = adw_navigation_view_get_visible_page (self->content_view);
  if (page != NULL && CAB_IS_CLIENTS_PAGE (page)
      && cab_clients_page_go_back (CAB_CLIENTS_PAGE (page)))
    return;

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
on_row_activated_cb (CabPracticeView *self, GtkListBoxRow *row)
{
  cab_practice_view_show_page (self, cab_sidebar_row_get_tag (CAB_SIDEBAR_ROW (row)));
}

static gpointer
read_backups_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) backups = cab_backup_list (cab_practice_get_vault (practice), error);
  g_autofree char *today = cab_practice_dup_today (practice);

  if (backups == NULL)
    return NULL;

  return cab_backup_dup_state (backups, cab_practice_settings_get_zone (practice), today);
}

static void
on_backups_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPracticeView) self = user_data;
  g_autofree char *state = NULL;

  if (self->practice == NULL)
    return;

  state = cab_open_practice_run_finish (self->practice, result, NULL);
  if (state != NULL && g_set_str (&self->backup_state, state))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKUP_STATE]);
}

static void
read_backups (CabPracticeView *self)
{
  /* [W-47] A backup knows of none, and is one. */
  if (!cab_open_practice_is_writable (self->practice))
    {
      if (g_set_str (&self->backup_state, _ ("Backups")))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKUP_STATE]);
      return;
    }

  cab_open_practice_run_async (self->practice, CAB_JOB_READS, read_backups_job, NULL, NULL, g_free,
                               self->loading, on_backups_read_cb, g_object_ref (self));
}

/* [W-4] What can be made; in C because one label is chosen by the word for clients. */
static void
fill_new_menu (CabPracticeView *self)
{
  const char *word = cab_open_practice_get_word (self->practice);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, cab_word (word, "new-client-more"), "win.new-client");
  g_menu_append (menu, _ ("New N_ote"), "win.new-note");
  g_menu_append (menu, _ ("New _Mood Entry"), "win.new-mood-entry");
  adw_split_button_set_menu_model (self->new_button, G_MENU_MODEL (menu));
}

/* The button within the split button is named after its arrow otherwise. */
static void
name_new_button (CabPracticeView *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->new_button));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New"),
                                  -1);
}

/* A line above the last row, which tells the state of the backups. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  gboolean is_last = before != NULL
                     && g_strcmp0 (cab_sidebar_row_get_tag (CAB_SIDEBAR_ROW (row)), "backups") == 0;

  if (is_last && gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
}

static void
cab_practice_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabPracticeView *self = CAB_PRACTICE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_BACKUP_STATE:
      g_value_set_string (value, self->backup_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_practice_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CabPracticeView *self = CAB_PRACTICE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_practice_view_constructed (GObject *object)
{
  CabPracticeView *self = CAB_PRACTICE_VIEW (object);

  G_OBJECT_CLASS (cab_practice_view_parent_class)->constructed (object);

  self->changed_id
      = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (read_backups), self);
  self->word_id
      = g_signal_connect_swapped (self->practice, "notify::word", G_CALLBACK (fill_new_menu), self);
  gtk_list_box_set_header_func (self->sidebar_list, update_header, NULL, NULL);
  fill_new_menu (self);
  name_new_button (self);
  read_backups (self);
  cab_practice_view_show_page (self, kinds_of_page[0].tag);
  g_object_bind_property (get_page (self, "today"), "count", find_row (self, "today"), "count",
                          G_BINDING_SYNC_CREATE);
}

static void
cab_practice_view_dispose (GObject *object)
{
  CabPracticeView *self = CAB_PRACTICE_VIEW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->practice);
      g_clear_signal_handler (&self->word_id, self->practice);
    }
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_practice_view_parent_class)->dispose (object);
}

static void
cab_practice_view_finalize (GObject *object)
{
  g_free (CAB_PRACTICE_VIEW (object)->backup_state);

  G_OBJECT_CLASS (cab_practice_view_parent_class)->finalize (object);
}

static void
cab_practice_view_class_init (CabPracticeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_practice_view_get_property;
  object_class->set_property = cab_practice_view_set_property;
  object_class->constructed = cab_practice_view_constructed;
  object_class->dispose = cab_practice_view_dispose;
  object_class->finalize = cab_practice_view_finalize;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BACKUP_STATE] = g_param_spec_string ("backup-state", NULL, NULL, NULL,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_SIDEBAR_ROW);
  g_type_ensure (CAB_TYPE_OPEN_PRACTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/cab-practice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPracticeView, split_view);
  gtk_widget_class_bind_template_child (widget_class, CabPracticeView, new_button);
  gtk_widget_class_bind_template_child (widget_class, CabPracticeView, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, CabPracticeView, content_view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
}

static void
cab_practice_view_init (CabPracticeView *self)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_computer_bind (CAB_COMPUTER_SIDEBAR_FRACTION, self->split_view, "sidebar-width-fraction");
}
