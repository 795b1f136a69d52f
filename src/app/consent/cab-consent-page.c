/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-page.h"

#include "cab-consent-purpose-page.h"
#include "cab-consent-row.h"
#include "cab-practice-view.h"

struct _CabConsentPage
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  GListStore *items;
  gulong changed_id;

  /* Template */
  GtkBox *need_box;
  GtkListBox *list_box;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabConsentPage, cab_consent_page, ADW_TYPE_BIN)

/* What the tab shows, read on the file's thread. */
typedef struct
{
  GPtrArray *items;
  gboolean has_text;
} Content;

static void
content_free (Content *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

static gpointer
list_consents_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Content) content = g_new0 (Content, 1);
  g_autofree char *today = cab_practice_dup_today (practice);

  content->items = g_ptr_array_new_with_free_func (g_object_unref);
  if (!cab_policy_text_has_published (practice, CAB_POLICY_KIND_CONSENT_TEXT, &content->has_text,
                                      error))
    return NULL;

  for (gsize i = 0; i < cab_purpose_codes.n_codes; i++)
    {
      CabConsentItem *item = cab_consent_item_read (practice, data, (CabPurpose)i, today, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (content->items, item);
    }

  return g_steal_pointer (&content);
}

static void
on_consents_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabConsentPage) self = user_data;
  g_autoptr (Content) content = NULL;

  if (self->practice == NULL)
    return;

  content = cab_open_practice_run_finish (self->practice, result, NULL);
  if (content == NULL)
    return;

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       content->items->pdata, content->items->len);
  gtk_widget_set_visible (GTK_WIDGET (self->need_box), !content->has_text);
}

static void
load (CabConsentPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_consents_job,
                               g_strdup (self->client_id), g_free, (GDestroyNotify)content_free,
                               self->loading, on_consents_listed_cb, g_object_ref (self));
}

static void
on_row_activated_cb (CabConsentPage *self, GtkListBoxRow *row)
{
  CabConsentItem *item = cab_consent_row_get_item (CAB_CONSENT_ROW (row));

  cab_push_page (GTK_WIDGET (self),
                 g_object_new (CAB_TYPE_CONSENT_PURPOSE_PAGE, "practice", self->practice,
                               "client-id", self->client_id, "purpose",
                               (int)cab_consent_item_get_purpose (item), NULL));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  return cab_consent_row_new (item);
}

static void
cab_consent_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabConsentPage *self = CAB_CONSENT_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_CLIENT_ID:
      g_value_set_string (value, self->client_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
start (CabConsentPage *self)
{
  if (self->practice == NULL || self->client_id == NULL || self->changed_id != 0)
    return;

  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_consent_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CabConsentPage *self = CAB_CONSENT_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      if (self->practice == NULL)
        self->practice = g_value_dup_object (value);
      break;
    case PROP_CLIENT_ID:
      if (self->client_id == NULL)
        self->client_id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  start (self);
}

static void
cab_consent_page_dispose (GObject *object)
{
  CabConsentPage *self = CAB_CONSENT_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->items);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_consent_page_parent_class)->dispose (object);
}

static void
cab_consent_page_finalize (GObject *object)
{
  g_free (CAB_CONSENT_PAGE (object)->client_id);

  G_OBJECT_CLASS (cab_consent_page_parent_class)->finalize (object);
}

static void
cab_consent_page_class_init (CabConsentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_consent_page_get_property;
  object_class->set_property = cab_consent_page_set_property;
  object_class->dispose = cab_consent_page_dispose;
  object_class->finalize = cab_consent_page_finalize;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/consent/cab-consent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabConsentPage, need_box);
  gtk_widget_class_bind_template_child (widget_class, CabConsentPage, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
cab_consent_page_init (CabConsentPage *self)
{
  self->loading = g_cancellable_new ();
  self->items = g_list_store_new (CAB_TYPE_CONSENT_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->items), make_row, NULL, NULL);
}
