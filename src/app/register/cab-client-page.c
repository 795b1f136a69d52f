/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-client-page.h"

#include <glib/gi18n.h>

#include "cab-banner-slot.h"
#include "cab-client-contact.h"
#include "cab-client-head.h"
#include "cab-client.h"
#include "cab-condition.h"
#include "cab-consent-page.h"
#include "cab-contact.h"
#include "cab-files-page.h"
#include "cab-note-editor.h"
#include "cab-notes-page.h"
#include "cab-overview-page.h"
#include "cab-placed.h"
#include "cab-practice-view.h"
#include "cab-progress-page.h"
#include "cab-record-dialog.h"
#include "cab-record-page.h"
#include "cab-register-layouts.h"
#include "cab-trash.h"
#include "cab-word.h"

struct _CabClientPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  AdwWindowTitle *window_title;
  GtkLabel *facts_label;
  GtkLabel *consent_label;
  GtkLabel *warning_label;
  AdwViewStack *view_stack;

  /* State */
  guint is_opened : 1;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void cab_client_page_placed_init (CabPlacedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabClientPage,
                               cab_client_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_PLACED, cab_client_page_placed_init))

void
cab_client_page_show_tab (CabClientPage *self, const char *name)
{
  g_return_if_fail (CAB_IS_CLIENT_PAGE (self));
  g_return_if_fail (name != NULL);

  adw_view_stack_set_visible_child_name (self->view_stack, name);
}

const char *
cab_client_page_get_client_id (CabClientPage *self)
{
  g_return_val_if_fail (CAB_IS_CLIENT_PAGE (self), NULL);

  return self->client_id;
}

/* Which client, whether the page has just opened, and whether it names anybody. */
typedef struct
{
  char *id;
  gboolean is_opening;
  gboolean is_discreet;
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->id);
  g_free (self);
}

/* [M-7] Opening a client's record is audited once, when its page opens. */
static gpointer
load_client_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;

  if (asked->is_opening
      && !cab_practice_audit_act (practice, "open", &cab_client_kind, asked->id, NULL, error))
    return NULL;

  return cab_client_head_read (practice, asked->id, asked->is_discreet, error);
}

/* In or out: only the way that leads somewhere. */
static void
show_trash (CabClientPage *self, gboolean is_trashed)
{
  gboolean is_writable = cab_open_practice_is_writable (self->practice);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "client.trash", is_writable && !is_trashed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "client.restore", is_writable && is_trashed);
}

static void
show_head (CabClientPage *self, const CabClientHead *head)
{
  gboolean is_trashed = !cab_record_is_none (head->client, CAB_SYSTEM_TRASHED_AT);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), head->name);
  adw_window_title_set_title (self->window_title, head->name);
  gtk_label_set_label (self->facts_label, head->facts);
  gtk_label_set_label (self->consent_label, head->consent);
  gtk_label_set_label (self->warning_label, head->warning != NULL ? head->warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), head->warning != NULL);
  show_trash (self, is_trashed);
}

static void
on_client_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabClientPage) self = user_data;
  g_autoptr (CabClientHead) head = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  head = cab_open_practice_run_finish (self->practice, result, &error);
  if (head != NULL)
    {
      show_head (self, head);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_label_set_label (self->warning_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), TRUE);
}

static void
load (CabClientPage *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->id = g_strdup (self->client_id);
  asked->is_opening = !self->is_opened;
  asked->is_discreet = cab_open_practice_is_discreet (self->practice);
  self->is_opened = TRUE;
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_client_job, asked,
                               (GDestroyNotify)asked_free, (GDestroyNotify)cab_client_head_free,
                               self->loading, on_client_loaded_cb, g_object_ref (self));
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabClientPage *self = CAB_CLIENT_PAGE (widget);

  cab_push_page (widget, cab_record_page_new (self->practice, _ ("Details"), &cab_client_layout,
                                              self->client_id));
}

static void
add_contact (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabClientPage *self = CAB_CLIENT_PAGE (widget);
  CabRecordDialog *dialog = cab_record_dialog_new (self->practice, _ ("Add Contact"));
  CabForm *form;

  form = cab_record_dialog_add (dialog, &cab_contact_layout, -1);
  cab_form_suggest (form, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), "person");
  form = cab_record_dialog_add (dialog, &cab_client_contact_layout,
                                CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID));
  cab_form_set (form, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CLIENT_ID), self->client_id);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
add_condition (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabClientPage *self = CAB_CLIENT_PAGE (widget);
  CabRecordDialog *dialog = cab_record_dialog_new (self->practice, _ ("Add Condition"));
  CabForm *form = cab_record_dialog_add (dialog, &cab_condition_layout, -1);

  cab_form_set (form, CAB_OWN (CAB_CONDITION_FIELD_CLIENT_ID), self->client_id);
  cab_form_suggest (form, CAB_OWN (CAB_CONDITION_FIELD_CERTAINTY), "provisional");
  cab_form_suggest (form, CAB_OWN (CAB_CONDITION_FIELD_CONDITION_STATUS), "active");
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.export-client", "s",
                              CAB_CLIENT_PAGE (widget)->client_id);
}

static void
import_diary (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.import-diary", "s", CAB_CLIENT_PAGE (widget)->client_id);
}

static void
trash (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabClientPage *self = CAB_CLIENT_PAGE (widget);

  cab_trash_move (widget, self->practice, &cab_client_kind, self->client_id,
                  cab_word (cab_open_practice_get_word (self->practice), "moved-to-trash"));
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabClientPage *self = CAB_CLIENT_PAGE (widget);

  cab_trash_restore (self->practice, &cab_client_kind, self->client_id);
}

#define PERSON N_ ("A person’s page")

/* [W-56] From whichever tab; on the tab of the notes, to the list that is shown. */
static void
write_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabClientPage *self = CAB_CLIENT_PAGE (widget);
  GtkWidget *tab = adw_view_stack_get_visible_child (self->view_stack);

  if (tab != NULL && CAB_IS_NOTES_PAGE (tab))
    gtk_widget_activate_action (tab, "notes.write", NULL);
  else
    cab_note_editor_open (widget, self->practice, &cab_note_kind, self->client_id, NULL);
}

/* Round the tabs, past the last one to the first. */
static void
turn_tab (CabClientPage *self, guint steps)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->view_stack);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n_pages; i++)
    if (gtk_selection_model_is_selected (pages, i))
      {
        gtk_selection_model_select_item (pages, (i + steps) % n_pages, TRUE);
        return;
      }
}

static void
show_next_tab (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_tab (CAB_CLIENT_PAGE (widget), 1);
}

static void
show_previous_tab (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabClientPage *self = CAB_CLIENT_PAGE (widget);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->view_stack);

  turn_tab (self, g_list_model_get_n_items (G_LIST_MODEL (pages)) - 1);
}

static const CabAction actions[] = {
  { "client.next-tab", NULL, "<Control>Page_Down", N_ ("Next tab"), PERSON, CAB_ACTION_ALWAYS,
    show_next_tab },
  { "client.previous-tab", NULL, "<Control>Page_Up", N_ ("Previous tab"), PERSON, CAB_ACTION_ALWAYS,
    show_previous_tab },
  { "client.write-note", NULL, "<Control>n", N_ ("Write a note"), PERSON, CAB_ACTION_MUTATES,
    write_note },
  { "client.edit", NULL, "<Control>e", N_ ("Change details"), PERSON, CAB_ACTION_ALWAYS, edit },
  { "client.add-contact", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, add_contact },
  { "client.add-condition", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, add_condition },
  { "client.export", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, export },
  { "client.import-diary", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, import_diary },
  { "client.trash", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, trash },
  { "client.restore", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, restore },
};

CAB_DEFINE_ACTION_TABLE (cab_client_actions, actions);

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
}

static void
cab_client_page_keep_place (CabPlaced *placed, CabPlace *place)
{
  CabClientPage *self = CAB_CLIENT_PAGE (placed);

  g_set_str (&place->view, adw_view_stack_get_visible_child_name (self->view_stack));
}

static void
cab_client_page_take_place (CabPlaced *placed, const CabPlace *place)
{
  if (place->view != NULL)
    cab_client_page_show_tab (CAB_CLIENT_PAGE (placed), place->view);
}

static void
cab_client_page_placed_init (CabPlacedInterface *iface)
{
  iface->keep_place = cab_client_page_keep_place;
  iface->take_place = cab_client_page_take_place;
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
  cab_action_table_bind (&cab_client_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
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

  g_type_ensure (CAB_TYPE_BANNER_SLOT);
  g_type_ensure (CAB_TYPE_CONSENT_PAGE);
  g_type_ensure (CAB_TYPE_OVERVIEW_PAGE);
  g_type_ensure (CAB_TYPE_FILES_PAGE);
  g_type_ensure (CAB_TYPE_NOTES_PAGE);
  g_type_ensure (CAB_TYPE_PROGRESS_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/register/cab-client-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabClientPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CabClientPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, CabClientPage, consent_label);
  gtk_widget_class_bind_template_child (widget_class, CabClientPage, warning_label);
  gtk_widget_class_bind_template_child (widget_class, CabClientPage, view_stack);
  cab_action_table_install (&cab_client_actions, widget_class);
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
}

static void
cab_client_page_init (CabClientPage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_action_table_listen (&cab_client_actions, GTK_WIDGET (self));
}
