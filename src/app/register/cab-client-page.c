/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-client-page.h"

#include <glib/gi18n.h>

#include "cab-client.h"
#include "cab-consent-page.h"
#include "cab-files-page.h"
#include "cab-notes-page.h"
#include "cab-progress-page.h"
#include "cab-word.h"

struct _CabClientPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabRecord *client;
  char *client_id;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  AdwWindowTitle *window_title;
  AdwViewStack *view_stack;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabClientPage, cab_client_page, ADW_TYPE_NAVIGATION_PAGE)

/* Reading a client's record is audited once, when its page opens. */
static gpointer
load_client_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return cab_practice_load (practice, &cab_client_kind, data, error);
}

static void
show_client (CabClientPage *self)
{
  g_autofree char *name = cab_client_dup_shown_name (self->client);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->window_title, name);
  adw_window_title_set_subtitle (
      self->window_title, cab_record_get_text (self->client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
}

static void
on_client_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabClientPage) self = user_data;
  g_autoptr (GError) error = NULL;
  CabRecord *client;

  if (self->practice == NULL)
    return;

  client = cab_open_practice_run_finish (self->practice, result, &error);
  if (client == NULL)
    return;

  g_clear_object (&self->client);
  self->client = client;
  show_client (self);
}

static void
load (CabClientPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_client_job,
                               g_strdup (self->client_id), g_free, g_object_unref, self->loading,
                               on_client_loaded_cb, g_object_ref (self));
}

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
}

static void
cab_client_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabClientPage *self = CAB_CLIENT_PAGE (object);

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
cab_client_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CabClientPage *self = CAB_CLIENT_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    case PROP_CLIENT_ID:
      self->client_id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_client_page_constructed (GObject *object)
{
  CabClientPage *self = CAB_CLIENT_PAGE (object);

  G_OBJECT_CLASS (cab_client_page_parent_class)->constructed (object);

  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_client_page_dispose (GObject *object)
{
  CabClientPage *self = CAB_CLIENT_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->client);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_client_page_parent_class)->dispose (object);
}

static void
cab_client_page_finalize (GObject *object)
{
  g_free (CAB_CLIENT_PAGE (object)->client_id);

  G_OBJECT_CLASS (cab_client_page_parent_class)->finalize (object);
}

static void
cab_client_page_class_init (CabClientPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_client_page_get_property;
  object_class->set_property = cab_client_page_set_property;
  object_class->constructed = cab_client_page_constructed;
  object_class->dispose = cab_client_page_dispose;
  object_class->finalize = cab_client_page_finalize;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENT_ID]
      = g_param_spec_string ("client-id", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_CONSENT_PAGE);
  g_type_ensure (CAB_TYPE_FILES_PAGE);
  g_type_ensure (CAB_TYPE_NOTES_PAGE);
  g_type_ensure (CAB_TYPE_PROGRESS_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/register/cab-client-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabClientPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CabClientPage, view_stack);
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
}

static void
cab_client_page_init (CabClientPage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
