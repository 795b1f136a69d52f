/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-overview-page.h"

#include <glib/gi18n.h>

#include "cab-client-contact.h"
#include "cab-client-name.h"
#include "cab-client.h"
#include "cab-condition.h"
#include "cab-contact.h"
#include "cab-fact.h"
#include "cab-open-row.h"
#include "cab-practice-view.h"
#include "cab-record-page.h"
#include "cab-register-layouts.h"

struct _CabOverviewPage
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  GtkBox *facts_box;
  AdwPreferencesGroup *contacts_group;
  AdwPreferencesGroup *conditions_group;

  /* Owned by the groups */
  GPtrArray *rows;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabOverviewPage, cab_overview_page, ADW_TYPE_BIN)

/* A client with who and what belongs to them. */
typedef struct
{
  CabRecord *client;
  GPtrArray *links;    /* of CabRecord */
  GPtrArray *contacts; /* of CabRecord, one a link, at its place */
  GPtrArray *conditions;
} Content;

static void
content_free (Content *self)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

static gboolean
load_contacts (CabPractice *practice, Content *content, GError **error)
{
  content->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < content->links->len; i++)
    {
      const char *id = cab_record_get_text (content->links->pdata[i],
                                            CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID));
      CabRecord *contact = cab_practice_load (practice, &cab_contact_kind, id, error);

      if (contact == NULL)
        return FALSE;
      g_ptr_array_add (content->contacts, contact);
    }

  return TRUE;
}

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter of_client = { .client_id = data, .trashed = 0 };
  g_autoptr (Content) content = g_new0 (Content, 1);

  content->client = cab_practice_load (practice, &cab_client_kind, data, error);
  if (content->client == NULL)
    return NULL;
  content->links = cab_practice_list (practice, &cab_client_contact_kind, &of_client, error);
  if (content->links == NULL || !load_contacts (practice, content, error))
    return NULL;
  content->conditions = cab_practice_list (practice, &cab_condition_kind, &of_client, error);

  return content->conditions != NULL ? g_steal_pointer (&content) : NULL;
}

static void
show_facts (CabOverviewPage *self, CabRecord *client)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts_box))) != NULL)
    gtk_box_remove (self->facts_box, child);
  for (gsize i = 0; i < cab_client_layout.n_sections; i++)
    {
      AdwPreferencesGroup *group
          = cab_fact_make_section (client, &cab_client_layout.sections[i], self->practice);

      if (group != NULL)
        gtk_box_append (self->facts_box, GTK_WIDGET (group));
    }
}

static void
forget_rows (CabOverviewPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (CabOverviewPage *self, AdwPreferencesGroup *group, GtkWidget *row, GCallback callback)
{
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  /* [W-158] One stop of Tab; the group does not let its list be asked for that. */
  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_TAB_ITEM);
  g_ptr_array_add (self->rows, row);
}

static void
open_contact (CabOverviewPage *self, CabOpenRow *row)
{
  cab_push_page (GTK_WIDGET (self),
                 cab_record_page_new (self->practice, _ ("Contact"), &cab_contact_layout,
                                      cab_open_row_get_id (row)));
}

static void
open_link (CabOverviewPage *self, CabOpenRow *row)
{
  cab_push_page (GTK_WIDGET (self),
                 cab_record_page_new (self->practice, _ ("Their Part"), &cab_client_contact_layout,
                                      cab_open_row_get_id (row)));
}

static void
open_condition (CabOverviewPage *self, CabOpenRow *row)
{
  cab_push_page (GTK_WIDGET (self),
                 cab_record_page_new (self->practice, _ ("Condition"), &cab_condition_layout,
                                      cab_open_row_get_id (row)));
}

/* The name leads to the person, the part to what they may do and be told. */
static void
show_contact (CabOverviewPage *self, CabRecord *link, CabRecord *contact)
{
  gboolean is_discreet = cab_open_practice_is_discreet (self->practice);
  g_autofree char *name = cab_client_name_dup_contact (link, contact, is_discreet);
  g_autofree char *role = cab_fact_dup_words (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ROLE));
  g_autofree char *authority
      = cab_fact_dup_words (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_AUTHORITY));
  const char *order = cab_record_get_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ORDER_NOTE));
  const char *phone = cab_record_get_text (contact, CAB_OWN (CAB_CONTACT_FIELD_PHONE));
  g_autoptr (GString) part = g_string_new (role);
  /* Translators: the name of a person: what they may decide and be told */
  g_autofree char *part_title = g_strdup_printf (_ ("%s: their part"), name);

  if (authority != NULL)
    g_string_append_printf (part, " · %s", authority);
  if (order != NULL && !is_discreet)
    g_string_append_printf (part, " · %s", order);

  add_row (self, self->contacts_group,
           cab_open_row_new (name, is_discreet ? NULL : phone, cab_record_get_id (contact)),
           G_CALLBACK (open_contact));
  add_row (self, self->contacts_group,
           cab_open_row_new (part_title, part->str, cab_record_get_id (link)),
           G_CALLBACK (open_link));
}

static void
show_condition (CabOverviewPage *self, CabRecord *condition)
{
  gboolean is_discreet = cab_open_practice_is_discreet (self->practice);
  g_autofree char *certainty
      = cab_fact_dup_words (condition, CAB_OWN (CAB_CONDITION_FIELD_CERTAINTY));
  g_autofree char *status
      = cab_fact_dup_words (condition, CAB_OWN (CAB_CONDITION_FIELD_CONDITION_STATUS));
  g_autofree char *detail = g_strdup_printf ("%s · %s", certainty != NULL ? certainty : "",
                                             status != NULL ? status : "");

  /* What somebody has is sensitive whole [M-4]; the row says that there is something. */
  add_row (self, self->conditions_group,
           cab_open_row_new (
               is_discreet ? _ ("Condition")
                           : cab_record_get_text (condition, CAB_OWN (CAB_CONDITION_FIELD_LABEL)),
               is_discreet ? NULL : detail, cab_record_get_id (condition)),
           G_CALLBACK (open_condition));
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOverviewPage) self = user_data;
  g_autoptr (Content) content = NULL;

  if (self->practice == NULL)
    return;

  content = cab_open_practice_run_finish (self->practice, result, NULL);
  if (content == NULL)
    return;

  show_facts (self, content->client);
  forget_rows (self);
  for (guint i = 0; i < content->links->len; i++)
    show_contact (self, content->links->pdata[i], content->contacts->pdata[i]);
  for (guint i = 0; i < content->conditions->len; i++)
    show_condition (self, content->conditions->pdata[i]);
}

static void
load (CabOverviewPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_job, g_strdup (self->client_id),
                               g_free, (GDestroyNotify)content_free, self->loading, on_loaded_cb,
                               g_object_ref (self));
}

/* The page of the client binds both, in either order. */
static void
begin (CabOverviewPage *self)
{
  if (self->practice == NULL || self->client_id == NULL || self->changed_id != 0)
    return;

  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_overview_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabOverviewPage *self = CAB_OVERVIEW_PAGE (object);

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
cab_overview_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CabOverviewPage *self = CAB_OVERVIEW_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_set_object (&self->practice, g_value_get_object (value));
      begin (self);
      break;
    case PROP_CLIENT_ID:
      g_set_str (&self->client_id, g_value_get_string (value));
      begin (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_overview_page_dispose (GObject *object)
{
  CabOverviewPage *self = CAB_OVERVIEW_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_overview_page_parent_class)->dispose (object);
}

static void
cab_overview_page_finalize (GObject *object)
{
  CabOverviewPage *self = CAB_OVERVIEW_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->client_id);

  G_OBJECT_CLASS (cab_overview_page_parent_class)->finalize (object);
}

static void
cab_overview_page_class_init (CabOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_overview_page_get_property;
  object_class->set_property = cab_overview_page_set_property;
  object_class->dispose = cab_overview_page_dispose;
  object_class->finalize = cab_overview_page_finalize;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/register/cab-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabOverviewPage, facts_box);
  gtk_widget_class_bind_template_child (widget_class, CabOverviewPage, contacts_group);
  gtk_widget_class_bind_template_child (widget_class, CabOverviewPage, conditions_group);
}

static void
cab_overview_page_init (CabOverviewPage *self)
{
  self->loading = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
