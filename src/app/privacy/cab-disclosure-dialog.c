/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-disclosure-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-blank.h"
#include "cab-consent-event.h"
#include "cab-consent.h"
#include "cab-disclosure.h"
#include "cab-form.h"
#include "cab-refusal-row.h"
#include "cab-when.h"
#include "cab-window.h"
#include "cab-word.h"

#define OWN(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)

static const guint to_whom[]
    = { OWN (DIRECTION_KIND), OWN (RECIPIENT_NAME), OWN (RECIPIENT_COUNTRY) };
static const guint what[] = { OWN (WHAT), OWN (PURPOSE_TEXT) };
static const guint how[] = { OWN (GROUND), OWN (CHANNEL), OWN (ENCRYPTION) };

struct _CabDisclosureDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabForm *form;
  char *client_id;
  char *corrects_id;
  GPtrArray *consent_ids; /* of the events in the consent row, after its first item */
  GCancellable *loading;

  /* Template */
  AdwPreferencesPage *page;
  AdwActionRow *client_row;
  AdwEntryRow *when_row;
  CabRefusalRow *when_refusal_row;
  AdwPreferencesGroup *consent_group;
  AdwComboRow *consent_row;
  GtkLabel *explanation_label;
  GtkLabel *refusal_label;
  GtkButton *record_button;
};

G_DEFINE_FINAL_TYPE (CabDisclosureDialog, cab_disclosure_dialog, ADW_TYPE_DIALOG)

/* What the dialog begins with, read on the file's thread. */
typedef struct
{
  char *client_id;
  char *corrects_id;
  CabRecord *corrected;
  GPtrArray *consent_ids; /* of char */
  GPtrArray *purposes;    /* of static char, one for each */
} Beginning;

static void
beginning_free (Beginning *self)
{
  g_clear_object (&self->corrected);
  g_clear_pointer (&self->consent_ids, g_ptr_array_unref);
  g_clear_pointer (&self->purposes, g_ptr_array_unref);
  g_free (self->client_id);
  g_free (self->corrects_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Beginning, beginning_free)

/* The consents that stand today, each by the event that decides. */
static gboolean
list_consents (CabPractice *practice, const char *client_id, Beginning *beginning, GError **error)
{
  g_autofree char *today = cab_practice_dup_today (practice);

  for (gsize i = 0; i < cab_purpose_codes.n_codes; i++)
    {
      g_autoptr (GPtrArray) events
          = cab_consent_list_events (practice, client_id, (CabPurpose)i, error);
      CabRecord *deciding = NULL;

      if (events == NULL)
        return FALSE;
      if (cab_consent_compute_state (events, today, &deciding) != CAB_CONSENT_STATE_ACTIVE)
        continue;
      g_ptr_array_add (beginning->consent_ids, g_strdup (cab_record_get_id (deciding)));
      g_ptr_array_add (beginning->purposes,
                       (gpointer)g_dgettext (GETTEXT_PACKAGE, cab_purpose_codes.codes[i].label));
    }

  return TRUE;
}

static gpointer
begin_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Beginning *asked = data;
  g_autoptr (Beginning) beginning = g_new0 (Beginning, 1);

  beginning->consent_ids = g_ptr_array_new_with_free_func (g_free);
  beginning->purposes = g_ptr_array_new ();
  if (!list_consents (practice, asked->client_id, beginning, error))
    return NULL;
  if (asked->corrects_id == NULL)
    return g_steal_pointer (&beginning);

  beginning->corrected
      = cab_practice_load (practice, &cab_disclosure_kind, asked->corrects_id, error);
  return beginning->corrected != NULL ? g_steal_pointer (&beginning) : NULL;
}

static void
offer_consents (CabDisclosureDialog *self, Beginning *beginning, const char *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("consent", "None"));
  for (guint i = 0; i < beginning->purposes->len; i++)
    {
      gtk_string_list_append (names, beginning->purposes->pdata[i]);
      if (g_strcmp0 (beginning->consent_ids->pdata[i], chosen) == 0)
        selected = i + 1;
    }
  self->consent_ids = g_ptr_array_ref (beginning->consent_ids);
  adw_combo_row_set_model (self->consent_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->consent_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->consent_group), beginning->purposes->len > 0);
}

static void
suggest (CabDisclosureDialog *self, const guint *fields, gsize n_fields, CabRecord *record)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *text = cab_record_dup_text (record, fields[i]);

      cab_form_suggest (self->form, fields[i], text);
    }
}

/* "2026-03-02T09:00" as people write it */
static char *
dup_typed (const char *local)
{
  g_autofree char *typed = g_strndup (local, strlen ("2026-03-02T09:00"));

  return g_strdelimit (g_steal_pointer (&typed), "T", ' ');
}

/* A mistake is seldom in everything: what was right is kept, the digest always. */
static void
suggest_corrected (CabDisclosureDialog *self, CabRecord *corrected)
{
  g_autofree char *digest = cab_record_dup_text (corrected, OWN (OUTPUT_DIGEST));
  g_autofree char *local = cab_when_dup_local (cab_record_get_text (corrected, OWN (DISCLOSED_AT)),
                                               cab_open_practice_get_zone (self->practice));
  g_autofree char *typed = dup_typed (local);

  suggest (self, to_whom, G_N_ELEMENTS (to_whom), corrected);
  suggest (self, what, G_N_ELEMENTS (what), corrected);
  suggest (self, how, G_N_ELEMENTS (how), corrected);
  gtk_editable_set_text (GTK_EDITABLE (self->when_row), typed);
  cab_form_set (self->form, OWN (CORRECTS_ID), self->corrects_id);
  cab_form_set (self->form, OWN (OUTPUT_DIGEST), digest);
}

static void
show_refusal (CabDisclosureDialog *self, const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static void
on_begun_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabDisclosureDialog) self = user_data;
  g_autoptr (Beginning) beginning = NULL;
  g_autoptr (GError) error = NULL;
  const char *consent_id = NULL;

  if (self->practice == NULL)
    return;

  beginning = cab_open_practice_run_finish (self->practice, result, &error);
  if (beginning == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_refusal (self, error->message);
      return;
    }

  if (beginning->corrected != NULL)
    {
      suggest_corrected (self, beginning->corrected);
      consent_id = cab_record_get_text (beginning->corrected, OWN (CONSENT_ID));
    }
  offer_consents (self, beginning, consent_id);
}

static void
on_form_changed_cb (CabDisclosureDialog *self)
{
  g_autofree char *sentence = NULL;
  gboolean is_ready = FALSE;

  g_object_get (self->form, "sentence", &sentence, "ready", &is_ready, NULL);
  show_refusal (self, sentence);
  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), is_ready);
}

static void
show_toast (CabDisclosureDialog *self, const char *sentence)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);

  if (window != NULL)
    cab_window_toast (CAB_WINDOW (window), adw_toast_new (sentence));
}

static void
on_created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabDisclosureDialog) self = user_data;

  if (!cab_form_create_finish (CAB_FORM (object), result))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), TRUE);
      return;
    }

  show_toast (self,
              self->corrects_id != NULL ? _ ("Correction recorded") : _ ("Disclosure recorded"));
  adw_dialog_close (ADW_DIALOG (self));
}

/* The moment that was typed, in UTC; none is now. */
static gboolean
take_when (CabDisclosureDialog *self)
{
  g_autofree char *typed
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->when_row))));
  g_autofree char *local = g_strdelimit (g_strdup (typed), " ", 'T');
  g_autofree char *instant = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (cab_when_is_local (local))
    moment = cab_when_resolve_local (local, cab_open_practice_get_zone (self->practice), NULL);
  if (moment != NULL)
    instant = cab_when_dup_instant (moment);
  else if (*typed != '\0')
    {
      cab_refusal_row_show (self->when_refusal_row, GTK_WIDGET (self->when_row),
                            _ ("Write the day and the time as 2025-10-03 14:30"));
      gtk_widget_grab_focus (GTK_WIDGET (self->when_row));
      return FALSE;
    }

  cab_refusal_row_show (self->when_refusal_row, GTK_WIDGET (self->when_row), NULL);
  cab_form_set (self->form, OWN (DISCLOSED_AT), instant);

  return TRUE;
}

static void
on_record_cb (CabDisclosureDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->consent_row);
  gboolean has_consent
      = self->consent_ids != NULL && chosen > 0 && chosen <= self->consent_ids->len;

  if (!take_when (self))
    return;

  cab_form_set (self->form, OWN (CONSENT_ID),
                has_consent ? self->consent_ids->pdata[chosen - 1] : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), FALSE);
  cab_form_create_async (self->form, on_created_cb, g_object_ref (self));
}

static void
add_section (CabDisclosureDialog *self, const char *title, const guint *fields, gsize n_fields)
{
  adw_preferences_page_add (self->page, cab_form_add_section (self->form, title, fields, n_fields));
}

static void
make_form (CabDisclosureDialog *self)
{
  self->form
      = cab_form_new (self->practice, cab_form_batch_new (cab_record_new (&cab_disclosure_kind)));
  add_section (self, _ ("To Whom"), to_whom, G_N_ELEMENTS (to_whom));
  add_section (self, _ ("What and Why"), what, G_N_ELEMENTS (what));
  add_section (self, _ ("On What Ground and How"), how, G_N_ELEMENTS (how));
  /* After the ground, which may ask for it. */
  g_object_ref (self->consent_group);
  adw_preferences_page_remove (self->page, self->consent_group);
  adw_preferences_page_add (self->page, self->consent_group);
  g_object_unref (self->consent_group);
  cab_form_set (self->form, OWN (CLIENT_ID), self->client_id);
  g_signal_connect_object (self->form, "notify", G_CALLBACK (on_form_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwDialog *
cab_disclosure_dialog_new (CabOpenPractice *practice,
                           const char *client_id,
                           const char *client,
                           const char *corrects_id)
{
  CabDisclosureDialog *self;
  Beginning *asked;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  self = g_object_new (CAB_TYPE_DISCLOSURE_DIALOG, NULL);
  self->practice = g_object_ref (practice);
  self->client_id = g_strdup (client_id);
  self->corrects_id = g_strdup (corrects_id);
  adw_dialog_set_title (ADW_DIALOG (self),
                        corrects_id != NULL ? _ ("Correct Disclosure") : _ ("Record Disclosure"));
  gtk_widget_set_visible (GTK_WIDGET (self->explanation_label), corrects_id != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->client_row),
                                 cab_word (cab_open_practice_get_word (practice), "client"));
  adw_action_row_set_subtitle (self->client_row, client != NULL ? client : "");
  cab_blank_row (self->client_row, practice);
  make_form (self);
  adw_dialog_set_focus (ADW_DIALOG (self), cab_form_get_first_row (self->form));
  /* A correction begins with what it corrects. */
  if (corrects_id == NULL)
    cab_form_take_back (self->form, client_id);

  asked = g_new0 (Beginning, 1);
  asked->client_id = g_strdup (client_id);
  asked->corrects_id = g_strdup (corrects_id);
  cab_open_practice_run_async (practice, CAB_JOB_READS, begin_job, asked,
                               (GDestroyNotify)beginning_free, (GDestroyNotify)beginning_free,
                               self->loading, on_begun_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}

/* A person closes it. */
static void
cab_disclosure_dialog_close_attempt (AdwDialog *dialog)
{
  cab_form_give_up (CAB_DISCLOSURE_DIALOG (dialog)->form);
  adw_dialog_force_close (dialog);
}

/* [W-43] A lock asks nobody: what was typed stays in the file. */
static void
cab_disclosure_dialog_closed (AdwDialog *dialog)
{
  CabDisclosureDialog *self = CAB_DISCLOSURE_DIALOG (dialog);

  if (self->corrects_id == NULL)
    cab_form_set_aside (self->form);
}

static void
cab_disclosure_dialog_dispose (GObject *object)
{
  CabDisclosureDialog *self = CAB_DISCLOSURE_DIALOG (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->form);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_disclosure_dialog_parent_class)->dispose (object);
}

static void
cab_disclosure_dialog_finalize (GObject *object)
{
  CabDisclosureDialog *self = CAB_DISCLOSURE_DIALOG (object);

  g_clear_pointer (&self->consent_ids, g_ptr_array_unref);
  g_free (self->client_id);
  g_free (self->corrects_id);

  G_OBJECT_CLASS (cab_disclosure_dialog_parent_class)->finalize (object);
}

static void
cab_disclosure_dialog_class_init (CabDisclosureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cab_disclosure_dialog_dispose;
  object_class->finalize = cab_disclosure_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = cab_disclosure_dialog_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = cab_disclosure_dialog_closed;

  g_type_ensure (CAB_TYPE_REFUSAL_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-disclosure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, page);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, client_row);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, when_row);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, when_refusal_row);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, consent_group);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, consent_row);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosureDialog, record_button);
  gtk_widget_class_bind_template_callback (widget_class, on_record_cb);
}

static void
cab_disclosure_dialog_init (CabDisclosureDialog *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}
