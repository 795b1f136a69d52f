/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-purpose-page.h"

#include <glib/gi18n.h>

#include "cab-consent-dialog.h"
#include "cab-consent-form.h"
#include "cab-consent-gate.h"
#include "cab-consent-item.h"
#include "cab-window.h"

struct _CabConsentPurposePage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  CabConsentItem *item;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  GtkButton *grant_button;
  GtkButton *renew_button;
  GtkButton *refuse_button;
  GtkButton *withdraw_button;
  GtkListBox *history_list;

  /* State */
  CabPurpose purpose;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  PROP_PURPOSE,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabConsentPurposePage, cab_consent_purpose_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  char *client_id;
  CabPurpose purpose;
} Asked;

static Asked *
asked_new (CabConsentPurposePage *self)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_strdup (self->client_id), self->purpose };

  return asked;
}

static void
asked_free (Asked *self)
{
  g_free (self->client_id);
  g_free (self);
}

static gpointer
read_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autofree char *today = cab_practice_dup_today (practice);

  return cab_consent_item_read (practice, asked->client_id, asked->purpose, today, error);
}

static GtkWidget *
make_step_row (gpointer item, gpointer user_data)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *text = NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, NULL);
  GtkWidget *label;

  g_object_get (item, "title", &title, "detail", &detail, "text", &text, NULL);
  g_object_set (row, "title", title, "subtitle", detail, "enable-expansion", *text != '\0', NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "selectable", TRUE, "margin-start", 12,
                        "margin-end", 12, "margin-top", 12, "margin-bottom", 12, NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);

  return row;
}

/* [W-96] What can be done now; one suggested act. */
static void
show_state (CabConsentPurposePage *self)
{
  CabConsentState state = cab_consent_item_get_state (self->item);
  gboolean is_active = state == CAB_CONSENT_STATE_ACTIVE;
  gboolean was_active = is_active || state == CAB_CONSENT_STATE_EXPIRED;

  gtk_widget_set_visible (GTK_WIDGET (self->grant_button), !was_active);
  gtk_widget_set_visible (GTK_WIDGET (self->renew_button), was_active);
  gtk_widget_set_visible (GTK_WIDGET (self->refuse_button), !is_active);
  gtk_widget_set_visible (GTK_WIDGET (self->withdraw_button), is_active);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabConsentPurposePage) self = user_data;
  g_autoptr (CabConsentItem) item = NULL;
  g_autoptr (GListModel) history = NULL;

  if (self->practice == NULL)
    return;

  item = cab_open_practice_run_finish (self->practice, result, NULL);
  if (item == NULL)
    return;

  g_set_object (&self->item, item);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
  g_object_get (item, "history", &history, NULL);
  gtk_list_box_bind_model (self->history_list, history, make_step_row, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->history_list), g_list_model_get_n_items (history) > 0);
  show_state (self);
}

static void
load (CabConsentPurposePage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, read_job, asked_new (self),
                               (GDestroyNotify)asked_free, g_object_unref, self->loading,
                               on_read_cb, g_object_ref (self));
}

static void
present_dialog (CabConsentPurposePage *self, CabConsentAct act)
{
  adw_dialog_present (cab_consent_dialog_new (self->practice, self->client_id, self->purpose, act),
                      GTK_WIDGET (self));
}

static void
grant (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_dialog (CAB_CONSENT_PURPOSE_PAGE (widget), CAB_CONSENT_ACT_GRANT);
}

static void
renew (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_dialog (CAB_CONSENT_PURPOSE_PAGE (widget), CAB_CONSENT_ACT_RENEW);
}

static void
refuse (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_dialog (CAB_CONSENT_PURPOSE_PAGE (widget), CAB_CONSENT_ACT_REFUSE);
}

static gpointer
withdraw_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  /* [M-52] Words alone need a dated note; withdrawing must not wait for one to be typed. */
  const CabConsentAnswer answer = {
    .given_by = CAB_GIVEN_BY_CLIENT,
    .how = CAB_CONSENT_HOW_VERBAL,
    .event_note = _ ("Said in words and recorded at once"),
  };
  const Asked *asked = data;

  return cab_consent_withdraw (practice, asked->client_id, asked->purpose, &answer, error);
}

static void
show_toast (CabConsentPurposePage *self, const char *sentence)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  if (window != NULL)
    cab_window_toast (CAB_WINDOW (window), toast);
}

static void
on_withdrawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabConsentPurposePage) self = user_data;
  g_autoptr (CabRecord) event = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  event = cab_open_practice_run_finish (self->practice, result, &error);
  show_toast (self, event != NULL ? _ ("Consent withdrawn") : error->message);
}

static void
on_response_cb (CabConsentPurposePage *self, const char *response)
{
  if (self->practice == NULL || !g_str_equal (response, "withdraw"))
    return;

  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, withdraw_job, asked_new (self),
                               (GDestroyNotify)asked_free, g_object_unref, NULL, on_withdrawn_cb,
                               g_object_ref (self));
}

/* [W-65], [W-96] As short as granting: what stops, and one press. */
static void
withdraw (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabConsentPurposePage *self = CAB_CONSENT_PURPOSE_PAGE (widget);
  AdwDialog *dialog
      = adw_alert_dialog_new (_ ("Withdraw Consent?"), cab_gate_get_stops (self->purpose));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "withdraw",
                                  _ ("_Withdraw"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "withdraw",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
print_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabConsentPurposePage *self = CAB_CONSENT_PURPOSE_PAGE (widget);

  cab_consent_form_print (widget, self->practice, self->client_id, self->purpose);
}

static const CabAction actions[] = {
  { "consent.grant", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, grant },
  { "consent.renew", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, renew },
  { "consent.refuse", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, refuse },
  { "consent.withdraw", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, withdraw },
  { "consent.print-form", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, print_form },
};

CAB_DEFINE_ACTION_TABLE (cab_consent_actions, actions);

static void
cab_consent_purpose_page_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  CabConsentPurposePage *self = CAB_CONSENT_PURPOSE_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_CLIENT_ID:
      g_value_set_string (value, self->client_id);
      break;
    case PROP_PURPOSE:
      g_value_set_int (value, (int)self->purpose);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_consent_purpose_page_set_property (GObject *object,
                                       guint prop_id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  CabConsentPurposePage *self = CAB_CONSENT_PURPOSE_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    case PROP_CLIENT_ID:
      self->client_id = g_value_dup_string (value);
      break;
    case PROP_PURPOSE:
      self->purpose = (CabPurpose)g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_consent_purpose_page_constructed (GObject *object)
{
  CabConsentPurposePage *self = CAB_CONSENT_PURPOSE_PAGE (object);

  G_OBJECT_CLASS (cab_consent_purpose_page_parent_class)->constructed (object);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 _ (cab_purpose_codes.codes[self->purpose].label));
  cab_action_table_bind (&cab_consent_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_consent_purpose_page_dispose (GObject *object)
{
  CabConsentPurposePage *self = CAB_CONSENT_PURPOSE_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->item);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_consent_purpose_page_parent_class)->dispose (object);
}

static void
cab_consent_purpose_page_finalize (GObject *object)
{
  g_free (CAB_CONSENT_PURPOSE_PAGE (object)->client_id);

  G_OBJECT_CLASS (cab_consent_purpose_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE, once);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL, once);
  properties[PROP_PURPOSE]
      = g_param_spec_int ("purpose", NULL, NULL, 0, CAB_PURPOSE_GUARDIAN_INVOLVED, 0, once);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, CAB_TYPE_CONSENT_ITEM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_consent_purpose_page_class_init (CabConsentPurposePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_consent_purpose_page_get_property;
  object_class->set_property = cab_consent_purpose_page_set_property;
  object_class->constructed = cab_consent_purpose_page_constructed;
  object_class->dispose = cab_consent_purpose_page_dispose;
  object_class->finalize = cab_consent_purpose_page_finalize;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/consent/cab-consent-purpose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabConsentPurposePage, grant_button);
  gtk_widget_class_bind_template_child (widget_class, CabConsentPurposePage, renew_button);
  gtk_widget_class_bind_template_child (widget_class, CabConsentPurposePage, refuse_button);
  gtk_widget_class_bind_template_child (widget_class, CabConsentPurposePage, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, CabConsentPurposePage, history_list);
  cab_action_table_install (&cab_consent_actions, widget_class);
}

static void
cab_consent_purpose_page_init (CabConsentPurposePage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
