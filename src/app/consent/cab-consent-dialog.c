/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-dialog.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-consent-how.h"
#include "cab-format.h"
#include "cab-policy-offer.h"

struct _CabConsentDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  GPtrArray *policies; /* of CabRecord, in the order of the row */
  GPtrArray *contacts; /* of CabRecord, in the order of the row */

  /* Template */
  AdwComboRow *text_row;
  GtkListBox *how_list;
  AdwComboRow *given_by_row;
  AdwComboRow *contact_row;
  AdwEntryRow *witness_row;
  AdwEntryRow *until_row;
  AdwEntryRow *note_row;
  GtkLabel *refusal_label;
  GtkButton *texts_button;
  GtkButton *record_button;

  /* State */
  CabPurpose purpose;
  CabConsentAct act;
};

G_DEFINE_FINAL_TYPE (CabConsentDialog, cab_consent_dialog, ADW_TYPE_DIALOG)

/* What there is to choose from, read on the file's thread. */
typedef struct
{
  CabPurpose purpose;
  char *client_id;
  GPtrArray *policies;
  GPtrArray *contacts;
} Choices;

static void
choices_free (Choices *self)
{
  g_clear_pointer (&self->policies, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_free (self->client_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choices, choices_free)

static gpointer
read_choices_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Choices *asked = data;
  const CabFilter of_client = { .client_id = asked->client_id, .trashed = 0 };
  g_autoptr (CabRecord) client
      = cab_practice_load (practice, &cab_client_kind, asked->client_id, error);
  g_autoptr (Choices) choices = g_new0 (Choices, 1);

  if (client == NULL)
    return NULL;

  choices->policies = cab_policy_offer_list (practice, client, asked->purpose, error);
  choices->contacts
      = choices->policies != NULL
            ? cab_practice_list (practice, &cab_client_contact_kind, &of_client, error)
            : NULL;

  return choices->contacts != NULL ? g_steal_pointer (&choices) : NULL;
}

static void
fill_row (AdwComboRow *row, GPtrArray *records)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *description = cab_record_dup_description (records->pdata[i]);

      gtk_string_list_take (names, cab_format_dates (description));
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static void
fill_codes (AdwComboRow *row, const CabCodes *codes)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < codes->n_codes; i++)
    gtk_string_list_append (names, _ (codes->codes[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static gboolean
needs_text (CabConsentDialog *self)
{
  return self->act != CAB_CONSENT_ACT_REFUSE;
}

static void
show_refusal (CabConsentDialog *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  cab_announce (GTK_WIDGET (self), sentence);
}

static void
on_choices_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabConsentDialog) self = user_data;
  g_autoptr (Choices) choices = NULL;

  if (self->practice == NULL)
    return;

  choices = cab_open_practice_run_finish (self->practice, result, NULL);
  if (choices == NULL)
    return;

  self->policies = g_steal_pointer (&choices->policies);
  self->contacts = g_steal_pointer (&choices->contacts);
  fill_row (self->text_row, self->policies);
  fill_row (self->contact_row, self->contacts);
  if (needs_text (self) && self->policies->len == 0)
    {
      show_refusal (self, _ ("There is no published text for this purpose yet."));
      gtk_widget_set_visible (GTK_WIDGET (self->texts_button), TRUE);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), TRUE);
}

/* An answer on its way to the file's thread. */
typedef struct
{
  CabPurpose purpose;
  CabConsentAct act;
  CabConsentAnswer answer;
  char *client_id;
  char *policy_id;
  char *contact_id;
  char *witness;
  char *until;
  char *note;
} Given;

static void
given_free (Given *self)
{
  g_free (self->client_id);
  g_free (self->policy_id);
  g_free (self->contact_id);
  g_free (self->witness);
  g_free (self->until);
  g_free (self->note);
  g_free (self);
}

static char *
dup_entry (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static char *
dup_chosen (AdwComboRow *row, GPtrArray *records)
{
  guint position = adw_combo_row_get_selected (row);

  return records != NULL && position < records->len
             ? g_strdup (cab_record_get_id (records->pdata[position]))
             : NULL;
}

static Given *
read_given (CabConsentDialog *self)
{
  Given *given = g_new0 (Given, 1);

  given->purpose = self->purpose;
  given->act = self->act;
  given->client_id = g_strdup (self->client_id);
  given->policy_id = needs_text (self) ? dup_chosen (self->text_row, self->policies) : NULL;
  given->witness = dup_entry (self->witness_row);
  given->until = dup_entry (self->until_row);
  given->note = dup_entry (self->note_row);
  given->answer = (CabConsentAnswer){
    .policy_id = given->policy_id,
    .given_by = (CabGivenBy)adw_combo_row_get_selected (self->given_by_row),
    .how = cab_consent_how_get (self->how_list),
    .witness = given->witness,
    .expires_on = given->until,
    .event_note = given->note,
  };
  if (given->answer.given_by != CAB_GIVEN_BY_CLIENT)
    given->contact_id = dup_chosen (self->contact_row, self->contacts);
  given->answer.given_by_contact_id = given->contact_id;

  return given;
}

static gpointer
record_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Given *given = data;

  switch (given->act)
    {
    case CAB_CONSENT_ACT_GRANT:
      return cab_consent_grant (practice, given->client_id, given->purpose, &given->answer, error);
    case CAB_CONSENT_ACT_REFUSE:
      return cab_consent_refuse (practice, given->client_id, given->purpose, &given->answer, error);
    case CAB_CONSENT_ACT_RENEW:
      return cab_consent_renew (practice, given->client_id, given->purpose, &given->answer, error);
    case CAB_CONSENT_ACT_WITHDRAW:
      return cab_consent_withdraw (practice, given->client_id, given->purpose, &given->answer,
                                   error);
    }

  g_return_val_if_reached (NULL);
}

static void
on_recorded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabConsentDialog) self = user_data;
  g_autoptr (CabRecord) event = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  event = cab_open_practice_run_finish (self->practice, result, &error);
  if (event != NULL)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), TRUE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_refusal (self, error->message);
}

static void
on_record_cb (CabConsentDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), FALSE);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, record_job, read_given (self),
                               (GDestroyNotify)given_free, g_object_unref, NULL, on_recorded_cb,
                               g_object_ref (self));
}

/* Nothing can be recorded here, so nothing is lost. */
static void
on_texts_cb (CabConsentDialog *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-texts", NULL);
}

static void
update_rows (CabConsentDialog *self)
{
  guint given_by = adw_combo_row_get_selected (self->given_by_row);
  CabConsentHow how = cab_consent_how_get (self->how_list);

  gtk_widget_set_visible (GTK_WIDGET (self->contact_row), given_by != CAB_GIVEN_BY_CLIENT);
  gtk_widget_set_visible (GTK_WIDGET (self->witness_row), how == CAB_CONSENT_HOW_VERBAL);
}

static void
show_act (CabConsentDialog *self)
{
  static const char *const labels[] = {
    [CAB_CONSENT_ACT_GRANT] = N_ ("Gra_nt"),
    [CAB_CONSENT_ACT_REFUSE] = N_ ("Record _Refusal"),
    [CAB_CONSENT_ACT_WITHDRAW] = N_ ("_Withdraw"),
    [CAB_CONSENT_ACT_RENEW] = N_ ("_Renew"),
  };

  adw_dialog_set_title (ADW_DIALOG (self), _ (cab_purpose_codes.codes[self->purpose].label));
  gtk_button_set_label (self->record_button, _ (labels[self->act]));
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), needs_text (self));
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), needs_text (self));
}

AdwDialog *
cab_consent_dialog_new (CabOpenPractice *practice,
                        const char *client_id,
                        CabPurpose purpose,
                        CabConsentAct act)
{
  CabConsentDialog *self = g_object_new (CAB_TYPE_CONSENT_DIALOG, NULL);
  Choices *asked = g_new0 (Choices, 1);

  self->practice = g_object_ref (practice);
  self->client_id = g_strdup (client_id);
  self->purpose = purpose;
  self->act = act;
  show_act (self);

  asked->purpose = purpose;
  asked->client_id = g_strdup (client_id);
  cab_open_practice_run_async (practice, CAB_JOB_READS, read_choices_job, asked,
                               (GDestroyNotify)choices_free, (GDestroyNotify)choices_free,
                               self->loading, on_choices_read_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}

static void
cab_consent_dialog_dispose (GObject *object)
{
  CabConsentDialog *self = CAB_CONSENT_DIALOG (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->policies, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_consent_dialog_parent_class)->dispose (object);
}

static void
cab_consent_dialog_finalize (GObject *object)
{
  g_free (CAB_CONSENT_DIALOG (object)->client_id);

  G_OBJECT_CLASS (cab_consent_dialog_parent_class)->finalize (object);
}

static void
cab_consent_dialog_class_init (CabConsentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_consent_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_consent_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/consent/cab-consent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, how_list);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, given_by_row);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, contact_row);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, witness_row);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, record_button);
  gtk_widget_class_bind_template_child (widget_class, CabConsentDialog, texts_button);
  gtk_widget_class_bind_template_callback (widget_class, on_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_texts_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
}

static void
cab_consent_dialog_init (CabConsentDialog *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_consent_how_fill (self->how_list, G_CALLBACK (update_rows), self);
  fill_codes (self->given_by_row, &cab_given_by_codes);
  update_rows (self);
}
