/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-policy-draft-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-autosave.h"
#include "cab-form.h"
#include "cab-model-error.h"
#include "cab-policy-text.h"
#include "cab-practice-settings.h"
#include "cab-trash.h"
#include "cab-window.h"

struct _CabPolicyDraftPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabForm *form;
  CabAutosave *save; /* until there is a draft, whose form saves itself */
  GCancellable *loading;
  gulong closing_id;

  /* State */
  guint is_creating : 1;

  /* Owned by the page */
  AdwPreferencesGroup *text_group;
  AdwPreferencesGroup *trash_group;

  /* Template */
  AdwPreferencesPage *page;
  GtkLabel *refusal_label;
  GtkLabel *status_label;
  GtkButton *publish_button;
};

G_DEFINE_FINAL_TYPE (CabPolicyDraftPage, cab_policy_draft_page, ADW_TYPE_NAVIGATION_PAGE)

#define FIELD(name) CAB_OWN (CAB_POLICY_TEXT_FIELD_##name)

static const guint what_fields[] = { FIELD (POLICY_KIND), FIELD (PURPOSES) };
static const guint whom_fields[] = { FIELD (AUDIENCE), FIELD (LANGUAGE) };
static const guint text_fields[] = { FIELD (TITLE), FIELD (BODY) };
static const guint stored_fields[] = { FIELD (VERSION_NUMBER) };

static void
show_sentence (CabPolicyDraftPage *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static void
on_sentence_cb (CabPolicyDraftPage *self)
{
  g_autofree char *sentence = NULL;

  g_object_get (self->form, "sentence", &sentence, NULL);
  show_sentence (self, sentence);
}

static gboolean
is_stored (CabPolicyDraftPage *self)
{
  return self->form != NULL && cab_record_is_stored (cab_form_get_record (self->form));
}

static char *
dup_typed (CabPolicyDraftPage *self, guint field)
{
  return cab_field_editor_dup_text (cab_form_get_editor (self->form, field));
}

static gboolean
asks_for_consent (CabPolicyDraftPage *self)
{
  g_autofree char *kind = dup_typed (self, FIELD (POLICY_KIND));

  return g_strcmp0 (kind, cab_policy_kind_codes.codes[CAB_POLICY_KIND_CONSENT_TEXT].code) == 0;
}

/* Whether there is enough for a draft; until then there is nothing to be refused. */
static gboolean
is_ready (CabPolicyDraftPage *self)
{
  g_autofree char *purposes = dup_typed (self, FIELD (PURPOSES));
  gboolean ready;

  g_object_get (self->form, "ready", &ready, NULL);

  return ready && (purposes != NULL || !asks_for_consent (self));
}

static void
show_state (CabPolicyDraftPage *self)
{
  gboolean stored = is_stored (self);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), stored ? _ ("Draft") : _ ("New Text"));
  gtk_widget_set_visible (GTK_WIDGET (self->publish_button), stored);
  gtk_widget_set_visible (GTK_WIDGET (self->trash_group), stored);
  if (stored)
    return;

  gtk_label_set_label (self->status_label,
                       asks_for_consent (self)
                           ? _ ("Kept as soon as it has purposes, a title and a text")
                           : _ ("Kept as soon as it has a title and a text"));
}

/* The number is known once there is a draft, and can be wrong only then. */
static void
show_stored (CabPolicyDraftPage *self)
{
  cab_form_add_fields (self->form, self->text_group, stored_fields, G_N_ELEMENTS (stored_fields));
  g_object_bind_property (self->form, "status", self->status_label, "label", G_BINDING_SYNC_CREATE);
  show_state (self);
}

static void
on_created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPolicyDraftPage) self = user_data;
  gboolean is_created = cab_form_create_finish (CAB_FORM (object), result);

  self->is_creating = FALSE;
  cab_autosave_done (self->save, NULL);
  if (is_created && self->practice != NULL)
    {
      cab_autosave_stop (self->save);
      show_stored (self);
    }
}

static void
create (CabPolicyDraftPage *self)
{
  if (self->form == NULL || self->is_creating || is_stored (self) || !is_ready (self))
    {
      cab_autosave_done (self->save, NULL);
      return;
    }

  self->is_creating = TRUE;
  cab_form_create_async (self->form, on_created_cb, g_object_ref (self));
}

static void
on_typed_cb (CabPolicyDraftPage *self)
{
  if (is_stored (self))
    return;

  show_state (self);
  cab_autosave_touch (self->save);
}

static AdwPreferencesGroup *
add_section (CabPolicyDraftPage *self, const char *title, const guint *fields, gsize n_fields)
{
  AdwPreferencesGroup *group = cab_form_add_section (self->form, title, fields, n_fields);

  adw_preferences_page_add (self->page, group);
  for (gsize i = 0; i < n_fields; i++)
    g_signal_connect_object (cab_form_get_editor (self->form, fields[i]), "changed",
                             G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);

  return group;
}

/* Below everything that can be filled in. */
static void
add_trash_row (CabPolicyDraftPage *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("_Move to Trash"),
                                 "use-underline", TRUE, "action-name", "policy.trash", NULL);

  self->trash_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_add (self->trash_group, row);
  adw_preferences_page_add (self->page, self->trash_group);
}

static void
show_form (CabPolicyDraftPage *self, CabFormBatch *batch)
{
  self->form = cab_form_new (self->practice, batch);
  add_section (self, _ ("What It Is"), what_fields, G_N_ELEMENTS (what_fields));
  add_section (self, _ ("For Whom"), whom_fields, G_N_ELEMENTS (whom_fields));
  self->text_group = add_section (self, _ ("The Text"), text_fields, G_N_ELEMENTS (text_fields));
  add_trash_row (self);
  g_signal_connect_object (self->form, "notify::sentence", G_CALLBACK (on_sentence_cb), self,
                           G_CONNECT_SWAPPED);
  if (is_stored (self))
    {
      show_stored (self);
      return;
    }

  show_state (self);
  gtk_widget_grab_focus (cab_form_get_first_row (self->form));
}

/* What most texts are: for adults, in the language of the practice, to agree to. */
static CabFormBatch *
make_new (CabPractice *practice)
{
  g_autoptr (CabRecord) policy = cab_record_new (&cab_policy_text_kind);
  CabRecord *settings = cab_practice_get_settings (practice);
  const char *locale = settings != NULL
                           ? cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_LOCALE))
                           : NULL;

  cab_record_set_code (policy, FIELD (POLICY_KIND), CAB_POLICY_KIND_CONSENT_TEXT);
  cab_record_set_code (policy, FIELD (AUDIENCE), CAB_AUDIENCE_ADULT);
  if (locale != NULL)
    {
      g_autofree char *language = g_strndup (locale, strcspn (locale, "-_"));

      cab_record_set_text (policy, FIELD (LANGUAGE), language);
    }

  return cab_form_batch_new (g_steal_pointer (&policy));
}

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return data != NULL ? cab_form_load (practice, &cab_policy_text_kind, data, error)
                      : make_new (practice);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPolicyDraftPage) self = user_data;
  g_autoptr (CabFormBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  batch = cab_open_practice_run_finish (self->practice, result, &error);
  if (batch != NULL)
    show_form (self, g_steal_pointer (&batch));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_sentence (self, error->message);
}

static const char *
get_id (CabPolicyDraftPage *self)
{
  return cab_record_get_id (cab_form_get_record (self->form));
}

static void
leave (CabPolicyDraftPage *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (dialog));
}

/* What is published, and from which day it holds. */
typedef struct
{
  char *id;
  char *from;
} Order;

static void
order_free (Order *self)
{
  g_free (self->id);
  g_free (self->from);
  g_free (self);
}

/* What was refused is on the page and not in the text: nobody would agree to it. */
static gpointer
publish_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autoptr (CabFormBatch) batch
      = cab_form_load (practice, &cab_policy_text_kind, order->id, error);

  if (batch == NULL)
    return NULL;

  if (batch->edits->len > 0)
    g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD,
                         _ ("What is marked is not part of the text yet. Correct it first."));
  else
    (void)cab_policy_text_publish (practice, batch->record, order->from, error);

  return NULL;
}

static void
on_published_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPolicyDraftPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (error != NULL)
    {
      show_sentence (self, error->message);
      return;
    }

  window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  cab_announce (GTK_WIDGET (self), _ ("Text published"));
  if (window != NULL)
    cab_window_toast (CAB_WINDOW (window), adw_toast_new (_ ("Text published")));
  leave (self);
}

static void
on_response_cb (CabPolicyDraftPage *self, const char *response, AdwAlertDialog *dialog)
{
  GtkWidget *group = adw_alert_dialog_get_extra_child (dialog);
  Order *order;

  if (self->practice == NULL || !g_str_equal (response, "publish"))
    return;

  order = g_new0 (Order, 1);
  order->id = g_strdup (get_id (self));
  order->from = g_strdup (gtk_editable_get_text (g_object_get_data (G_OBJECT (group), "from")));
  cab_form_finish (self->form);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, publish_job, order,
                               (GDestroyNotify)order_free, NULL, NULL, on_published_cb,
                               g_object_ref (self));
}

/* A text that was handed out on paper may have been in force before today. */
static GtkWidget *
make_from_row (CabPolicyDraftPage *self)
{
  const char *from = cab_record_get_text (cab_form_get_record (self->form), FIELD (EFFECTIVE_FROM));
  GtkWidget *row
      = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("In force from, year-month-day"), "text",
                      from != NULL ? from : cab_open_practice_get_today (self->practice),
                      "activates-default", TRUE, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("In force from"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_object_set_data (G_OBJECT (list), "from", row);

  return list;
}

static void
publish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPolicyDraftPage *self = CAB_POLICY_DRAFT_PAGE (widget);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Publish This Text?"),
      _ ("From then on people can agree to it, and it cannot be changed or deleted. A new version "
         "can replace it.")));

  adw_alert_dialog_set_extra_child (dialog, make_from_row (self));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "publish", _ ("_Publish"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "publish", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "publish");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* Back from the trash it is a draft again. */
static void
trash (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPolicyDraftPage *self = CAB_POLICY_DRAFT_PAGE (widget);

  cab_form_finish (self->form);
  cab_trash_move (widget, self->practice, &cab_policy_text_kind, get_id (self),
                  _ ("Draft moved to trash"));
  leave (self);
}

static const CabAction actions[] = {
  { "policy.publish", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, publish },
  { "policy.trash", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, trash },
};

CAB_DEFINE_ACTION_TABLE (cab_policy_draft_actions, actions);

AdwNavigationPage *
cab_policy_draft_page_new (CabOpenPractice *practice, const char *id)
{
  CabPolicyDraftPage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_POLICY_DRAFT_PAGE, "title",
                       id == NULL ? _ ("New Text") : _ ("Draft"), NULL);
  self->practice = g_object_ref (practice);
  self->closing_id
      = g_signal_connect_swapped (practice, "closing", G_CALLBACK (cab_autosave_flush), self->save);
  cab_action_table_bind (&cab_policy_draft_actions, GTK_WIDGET (self), G_OBJECT (practice));
  cab_open_practice_run_async (practice, CAB_JOB_READS, load_job, g_strdup (id), g_free,
                               (GDestroyNotify)cab_form_batch_free, self->loading, on_loaded_cb,
                               g_object_ref (self));

  return ADW_NAVIGATION_PAGE (self);
}

CabForm *
cab_policy_draft_page_get_form (CabPolicyDraftPage *self)
{
  g_return_val_if_fail (CAB_IS_POLICY_DRAFT_PAGE (self), NULL);

  return self->form;
}

static void
cab_policy_draft_page_hiding (AdwNavigationPage *page)
{
  CabPolicyDraftPage *self = CAB_POLICY_DRAFT_PAGE (page);

  if (is_stored (self))
    cab_form_flush (self->form);
  else
    cab_autosave_flush (self->save);
}

static void
cab_policy_draft_page_dispose (GObject *object)
{
  CabPolicyDraftPage *self = CAB_POLICY_DRAFT_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->closing_id, self->practice);
  g_clear_object (&self->form);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_policy_draft_page_parent_class)->dispose (object);
}

static void
cab_policy_draft_page_finalize (GObject *object)
{
  g_object_unref (CAB_POLICY_DRAFT_PAGE (object)->save);

  G_OBJECT_CLASS (cab_policy_draft_page_parent_class)->finalize (object);
}

static void
cab_policy_draft_page_class_init (CabPolicyDraftPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_policy_draft_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_policy_draft_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = cab_policy_draft_page_hiding;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/policies/cab-policy-draft-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPolicyDraftPage, page);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyDraftPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyDraftPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyDraftPage, publish_button);
  cab_action_table_install (&cab_policy_draft_actions, widget_class);
}

static void
cab_policy_draft_page_init (CabPolicyDraftPage *self)
{
  self->loading = g_cancellable_new ();
  self->save = cab_autosave_new ();
  g_signal_connect_swapped (self->save, "save", G_CALLBACK (create), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
