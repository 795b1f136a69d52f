/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-passphrase-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-caps-lock.h"
#include "cab-forgetting.h"
#include "cab-harden.h"
#include "cab-pace.h"
#include "cab-passphrase.h"
#include "cab-sample.h"

struct _CabExportPassphrasePage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *proving; /* while the key is derived */

  /* Template */
  GtkLabel *hint_label;
  AdwPasswordEntryRow *passphrase_row;
  GtkLabel *caps_label;
  GtkLabel *refusal_label;
  GtkButton *next_button;

  /* State */
  CabPace pace;
  guint delay_id;
};

static guint proved_signal;

G_DEFINE_FINAL_TYPE (CabExportPassphrasePage, cab_export_passphrase_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_sensitive (CabExportPassphrasePage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  gboolean is_busy = self->proving != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_row), !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button),
                            !is_busy && self->delay_id == 0 && *typed != '\0');
}

static void
on_delay_over_cb (gpointer user_data)
{
  CabExportPassphrasePage *self = user_data;

  self->delay_id = 0;
  update_sensitive (self);
}

static void
refuse (CabExportPassphrasePage *self, const GError *error)
{
  guint delay_ms;

  cab_pace_note (&self->pace, error);
  delay_ms = cab_pace_get_delay_ms (&self->pace);
  if (delay_ms > 0)
    {
      g_clear_handle_id (&self->delay_id, g_source_remove);
      self->delay_id = g_timeout_add_once (delay_ms, on_delay_over_cb, self);
    }

  gtk_label_set_label (self->refusal_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->passphrase_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->passphrase_row), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  cab_announce (GTK_WIDGET (self), error->message);
}

static void
on_proved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabExportPassphrasePage) self = user_data;
  g_autoptr (GError) error = NULL;

  cab_harden_scrub_thread ();
  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  g_clear_object (&self->proving);
  if (error == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
      g_signal_emit (self, proved_signal, 0);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, error);
  update_sensitive (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
  gtk_editable_select_region (GTK_EDITABLE (self->passphrase_row), 0, -1);
}

static gpointer
prove_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_passphrase_prove (cab_practice_get_vault (practice), data, cancellable, error);

  return NULL;
}

static void
on_next_cb (CabExportPassphrasePage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->next_button)))
    return;

  self->proving = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), FALSE);
  cab_open_practice_run_async (
      self->practice, CAB_JOB_READS, prove_job, cab_secret_new_copy (typed, strlen (typed)),
      (GDestroyNotify)cab_secret_free, NULL, self->proving, on_proved_cb, g_object_ref (self));
  /* A text that is made insensitive while it has the focus is never told. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  update_sensitive (self);
}

static void
on_passphrase_changed_cb (CabExportPassphrasePage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase_row), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->passphrase_row), GTK_ACCESSIBLE_STATE_INVALID);
  update_sensitive (self);
}

AdwNavigationPage *
cab_export_passphrase_page_new (CabOpenPractice *practice)
{
  CabExportPassphrasePage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_EXPORT_PASSPHRASE_PAGE, NULL);
  self->practice = g_object_ref (practice);
  if (cab_open_practice_is_sample (practice))
    {
      /* Translators: %s is the passphrase that opens the sample practice */
      g_autofree char *hint
          = g_strdup_printf (_ ("The sample practice opens with “%s”"), CAB_SAMPLE_PASSPHRASE);

      gtk_label_set_label (self->hint_label, hint);
      gtk_widget_set_visible (GTK_WIDGET (self->hint_label), TRUE);
    }

  return ADW_NAVIGATION_PAGE (self);
}

static void
cab_export_passphrase_page_map (GtkWidget *widget)
{
  CabExportPassphrasePage *self = CAB_EXPORT_PASSPHRASE_PAGE (widget);

  GTK_WIDGET_CLASS (cab_export_passphrase_page_parent_class)->map (widget);

  cab_caps_lock_follow (GTK_WIDGET (self->caps_label), widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

static void
cab_export_passphrase_page_dispose (GObject *object)
{
  CabExportPassphrasePage *self = CAB_EXPORT_PASSPHRASE_PAGE (object);

  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (self->proving != NULL)
    g_cancellable_cancel (self->proving);
  g_clear_object (&self->proving);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_export_passphrase_page_parent_class)->dispose (object);
}

static void
cab_export_passphrase_page_class_init (CabExportPassphrasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_export_passphrase_page_dispose;
  widget_class->map = cab_export_passphrase_page_map;

  proved_signal = g_signal_new ("proved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-export-passphrase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabExportPassphrasePage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportPassphrasePage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportPassphrasePage, caps_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportPassphrasePage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportPassphrasePage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
}

static void
cab_export_passphrase_page_init (CabExportPassphrasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_passphrase (self->passphrase_row);
  update_sensitive (self);
}
