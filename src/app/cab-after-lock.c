/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-after-lock.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-backups-page.h"
#include "cab-export-dialog.h"
#include "cab-format.h"
#include "cab-import-dialog.h"
#include "cab-places.h"
#include "cab-unwritten.h"
#include "cab-window-private.h"

struct _CabAfterLock
{
  char *path;
  CabSecret *places;
  char *idle;    /* the sentence, after a lock for idleness */
  char *stopped; /* the sentence, when something was stopped */
  char *again;   /* the act that begins it again */
  CabLockReason reason;
};

/* [V-171] As the activity log has them. */
static const char *const reasons[] = {
  [CAB_LOCK_ASKED] = "asked",     [CAB_LOCK_IDLE] = "idle",     [CAB_LOCK_SESSION] = "session",
  [CAB_LOCK_SUSPEND] = "suspend", [CAB_LOCK_HIDDEN] = "hidden", [CAB_LOCK_QUIT] = "quit",
};

static char *
dup_idle_sentence (CabOpenPractice *practice)
{
  guint minutes = cab_open_practice_get_lock_minutes (practice);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *instant = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *shown = cab_format_time (instant, cab_open_practice_get_zone (practice));

  return g_strdup_printf (
      /* Translators: %1$s is a time of day, %2$u minutes without a key or the pointer */
      g_dngettext (NULL, "Locked at %1$s after %2$u minute", "Locked at %1$s after %2$u minutes",
                   minutes),
      shown, minutes);
}

/* [V-170] A lock waits for nothing that takes long. What runs is that of the
 * assistant that shows it, or of the page of backups. */
static void
note_stopped (CabAfterLock *self, CabWindow *window)
{
  g_autoptr (GListModel) dialogs
      = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (window));

  if (!cab_open_practice_is_busy (cab_window_get_practice (window)))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (dialogs, i);

      if (CAB_IS_EXPORT_DIALOG (dialog))
        {
          const char *client_id = cab_export_dialog_get_client_id (CAB_EXPORT_DIALOG (dialog));

          self->stopped = g_strdup (_ ("The export was stopped when Cabinet locked."));
          self->again = client_id != NULL ? g_strdup_printf ("win.export-client::%s", client_id)
                                          : g_strdup ("win.export-practice");
        }
      else if (CAB_IS_IMPORT_DIALOG (dialog))
        {
          self->stopped = g_strdup (_ ("The import was stopped when Cabinet locked."));
          self->again = g_strdup ("win.import");
        }
    }
  if (self->stopped == NULL
      && CAB_IS_BACKUPS_PAGE (cab_practice_view_get_visible_page (cab_window_get_view (window))))
    {
      self->stopped = g_strdup (_ ("The backup was stopped when Cabinet locked."));
      self->again = g_strdup ("win.back-up");
    }
}

CabAfterLock *
cab_after_lock_new (CabWindow *window, CabLockReason reason)
{
  CabOpenPractice *practice;
  CabAfterLock *self;

  g_return_val_if_fail (CAB_IS_WINDOW (window), NULL);

  if (reason == CAB_LOCK_QUIT)
    return NULL;

  practice = cab_window_get_practice (window);
  self = g_new0 (CabAfterLock, 1);
  self->path = g_strdup (cab_open_practice_get_path (practice));
  self->reason = reason;
  if (reason == CAB_LOCK_IDLE)
    self->idle = dup_idle_sentence (practice);
  note_stopped (self, window);

  return self;
}

void
cab_after_lock_keep_places (CabAfterLock *self, CabWindow *window)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->places, cab_secret_free);
  self->places = cab_places_keep (cab_window_get_view (window));
}

static gpointer
audit_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_practice_audit_act (practice, "lock", NULL, NULL, reasons[GPOINTER_TO_INT (data)], error);

  return NULL;
}

static void
tell_stopped (CabAfterLock *self, CabWindow *window)
{
  AdwToast *toast = adw_toast_new (self->stopped);

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("Start Again"));
  adw_toast_set_detailed_action_name (toast, self->again);
  cab_window_toast (window, toast);
}

static void
copy_texts (CabWindow *window, const char *texts)
{
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) hint = g_bytes_new_static ("secret", strlen ("secret"));

  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, texts);
  providers[1] = gdk_content_provider_new_for_bytes ("x-kde-passwordManagerHint", hint);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), provider);
}

/* [W-44] Whatever the answer, nothing is given up: what was copied stays kept, and what
 * was left is offered again after the next lock. */
static void
on_answered_cb (CabWindow *window, const char *response)
{
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *texts = practice != NULL ? cab_unwritten_dup_text (practice) : NULL;

  if (texts == NULL)
    return;

  if (g_str_equal (response, "copy"))
    copy_texts (window, texts);
  else if (g_str_equal (response, "back"))
    cab_unwritten_put_back (practice);
}

static void
offer_texts (CabWindow *window)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Put Text Back?"), _ ("Some text could not be saved before locking.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "copy", _ ("C_opy"), "back",
                                  _ ("_Put It Back"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "back", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "back");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered_cb), window,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

static gpointer
wait_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* [W-44] What is left once the editors that came back have taken what is theirs. */
static void
on_waited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) window = user_data;
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *texts = practice != NULL ? cab_unwritten_dup_text (practice) : NULL;

  if (texts != NULL && cab_open_practice_is_writable (practice))
    offer_texts (window);
}

static void
on_settled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) window = user_data;
  CabOpenPractice *practice = cab_window_get_practice (window);

  if (practice != NULL)
    cab_open_practice_run_async (practice, CAB_JOB_READS, wait_job, NULL, NULL, NULL, NULL,
                                 on_waited_cb, g_object_ref (window));
}

/* Behind the job that makes the places, and behind those that read for their pages. */
static void
offer_later (CabWindow *window)
{
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *texts = cab_unwritten_dup_text (practice);

  if (texts != NULL)
    cab_open_practice_run_async (practice, CAB_JOB_READS, wait_job, NULL, NULL, NULL, NULL,
                                 on_settled_cb, g_object_ref (window));
}

void
cab_after_lock_tell (CabAfterLock *self, CabWindow *window)
{
  CabOpenPractice *practice;

  g_return_if_fail (CAB_IS_WINDOW (window));

  practice = cab_window_get_practice (window);
  if (self == NULL || g_strcmp0 (self->path, cab_open_practice_get_path (practice)) != 0)
    return;

  if (self->places != NULL)
    cab_places_return (cab_window_get_view (window), practice, self->places);
  cab_open_practice_run_async (practice, CAB_JOB_KEEPS, audit_job, GINT_TO_POINTER (self->reason),
                               NULL, NULL, NULL, NULL, NULL);
  offer_later (window);
  if (self->idle != NULL)
    cab_window_toast (window, adw_toast_new (self->idle));
  if (self->stopped != NULL)
    tell_stopped (self, window);
}

void
cab_after_lock_free (CabAfterLock *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  cab_secret_free (self->places);
  g_free (self->idle);
  g_free (self->stopped);
  g_free (self->again);
  g_free (self);
}
