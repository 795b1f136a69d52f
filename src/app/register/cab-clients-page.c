/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-clients-page.h"

#include <glib/gi18n.h>

#include "cab-client-item.h"
#include "cab-client-page.h"
#include "cab-client.h"
#include "cab-list-cell.h"
#include "cab-word.h"

struct _CabClientsPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *loading;
  GListStore *clients;
  gulong changed_id;

  /* Template */
  AdwNavigationSplitView *split_view;
  GtkStack *stack;
  GtkSingleSelection *selection;
  GtkListView *list_view;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabClientsPage, cab_clients_page, ADW_TYPE_NAVIGATION_PAGE)

void
cab_clients_page_open_client (CabClientsPage *self, const char *id)
{
  AdwNavigationPage *page;

  g_return_if_fail (CAB_IS_CLIENTS_PAGE (self));
  g_return_if_fail (id != NULL);

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

static gboolean
collect_client (CabRecord *record, gpointer data, GError **error)
{
  g_autofree char *name = cab_client_dup_shown_name (record);
  GPtrArray *items = data;

  g_ptr_array_add (
      items,
      g_object_new (CAB_TYPE_CLIENT_ITEM, "id", cab_record_get_id (record), "name", name, "detail",
                    cab_record_get_text (record, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)), NULL));

  return TRUE;
}

static gpointer
list_clients_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const CabFilter filter = { .trashed = 0 };

  if (!cab_practice_each (practice, &cab_client_kind, &filter, collect_client, items, error))
    return NULL;

  return g_steal_pointer (&items);
}

static void
on_clients_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabClientsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (self->practice == NULL)
    return;

  items = cab_open_practice_run_finish (self->practice, result, &error);
  if (items == NULL)
    return;

  g_list_store_splice (self->clients, 0, g_list_model_get_n_items (G_LIST_MODEL (self->clients)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
}

static void
load (CabClientsPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_clients_job, NULL, NULL,
                               (GDestroyNotify)g_ptr_array_unref, self->loading,
                               on_clients_listed_cb, g_object_ref (self));
}

static void
on_row_activated_cb (CabClientsPage *self, guint position)
{
  g_autoptr (CabClientItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  cab_clients_page_open_client (self, cab_client_item_get_id (item));
}

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_clients_page_constructed (GObject *object)
{
  CabClientsPage *self = CAB_CLIENTS_PAGE (object);

  G_OBJECT_CLASS (cab_clients_page_parent_class)->constructed (object);

  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
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
cab_clients_page_class_init (CabClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_clients_page_get_property;
  object_class->set_property = cab_clients_page_set_property;
  object_class->constructed = cab_clients_page_constructed;
  object_class->dispose = cab_clients_page_dispose;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENTS] = g_param_spec_object ("clients", NULL, NULL, G_TYPE_LIST_MODEL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_CLIENT_ITEM);
  g_type_ensure (CAB_TYPE_LIST_CELL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/register/cab-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, CabClientsPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
}

static void
cab_clients_page_init (CabClientsPage *self)
{
  self->loading = g_cancellable_new ();
  self->clients = g_list_store_new (CAB_TYPE_CLIENT_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
