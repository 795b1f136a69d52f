/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client.h"
#include "cab-note-editor.h"
#include "cab-note-signing.h"
#include "cab-practice-view.h"
#include "cab-test-app.h"
#include "cab-trash.h"
#include "cab-undo.h"
#include "cab-window-private.h"

static void
count (AdwToast *toast, int *n)
{
  (*n)++;
}

/* [W-130] the key does what the button of the last toast does, once, and puts the toast away */
static void
test_key (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  AdwToast *first = adw_toast_new ("First");
  AdwToast *last = adw_toast_new ("Last");
  int n_first = 0;
  int n_last = 0;
  int n_away = 0;

  g_signal_connect (first, "button-clicked", G_CALLBACK (count), &n_first);
  g_signal_connect (last, "button-clicked", G_CALLBACK (count), &n_last);
  g_signal_connect (last, "dismissed", G_CALLBACK (count), &n_away);
  cab_undo_offer (GTK_WIDGET (window), first);
  cab_window_toast (window, first);
  cab_undo_offer (GTK_WIDGET (window), last);
  cab_window_toast (window, last);
  g_assert_cmpstr (adw_toast_get_button_label (last), ==, "Undo");
  for (int i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpint (n_first, ==, 0);
  g_assert_cmpint (n_last, ==, 1);
  g_assert_cmpint (n_away, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Somebody of whom nothing is held that must be kept. */
static gpointer
add_client_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Ann");
  cab_record_set_code (client, CAB_OWN (CAB_CLIENT_FIELD_STATUS), CAB_CLIENT_STATUS_ENQUIRY);

  return cab_practice_save (practice, client, error) ? g_strdup (cab_record_get_id (client)) : NULL;
}

static gpointer
is_trashed_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_practice_load (practice, &cab_client_kind, data, error);

  return GINT_TO_POINTER (!cab_record_is_none (client, CAB_SYSTEM_TRASHED_AT));
}

static gboolean
is_trashed (CabWindow *window, const char *id)
{
  cab_test_app_settle (cab_window_get_practice (window));

  return GPOINTER_TO_INT (cab_test_app_do (cab_window_get_practice (window), CAB_JOB_READS,
                                           is_trashed_job, (gpointer)id));
}

static void
trash (CabWindow *window, const char *id)
{
  cab_practice_view_open_client (cab_window_get_view (window), id);
  cab_trash_move (GTK_WIDGET (window), cab_window_get_practice (window), &cab_client_kind, id,
                  "Client moved to trash");
  g_assert_true (is_trashed (window, id));
}

static void
open_other (CabWindow *window, const char *id, const char *other)
{
  cab_practice_view_open_client (cab_window_get_view (window), other);
}

static void
open_same (CabWindow *window, const char *id, const char *other)
{
  cab_practice_view_open_client (cab_window_get_view (window), id);
}

static void
show_today (CabWindow *window, const char *id, const char *other)
{
  cab_practice_view_show_page (cab_window_get_view (window), "today");
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

/* What is remembered for the key would keep the locked practice alive. */
static void
lock (CabWindow *window, const char *id, const char *other)
{
  gpointer practice = cab_window_get_practice (window);

  g_object_add_weak_pointer (practice, &practice);
  cab_window_lock (window, CAB_LOCK_SESSION);
  cab_test_app_wait (is_gone, &practice);
  cab_window_take_practice (window, cab_test_app_open_sample ());
}

/* [W-104] the key brings back what was just moved, until another client opens or it locks */
static void
test_forgotten (void)
{
  static const struct
  {
    const char *name;
    void (*act) (CabWindow *window, const char *id, const char *other);
    gboolean is_undone;
  } cases[] = {
    { "the same client", open_same, TRUE },
    { "another page", show_today, TRUE },
    { "another client", open_other, FALSE },
    { "locked", lock, FALSE },
  };
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *id = cab_test_app_do (practice, CAB_JOB_WRITES, add_client_job, NULL);
  g_autofree char *other = cab_test_app_do (practice, CAB_JOB_WRITES, add_client_job, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      trash (window, id);
      cases[i].act (window, id, other);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
      g_assert_cmpint (is_trashed (window, id), !=, cases[i].is_undone);
      cab_trash_restore (cab_window_get_practice (window), &cab_client_kind, id);
      cab_test_app_settle (cab_window_get_practice (window));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static int n_signed;

static gpointer
sign_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  n_signed++;

  return NULL;
}

/* [W-78] [W-130] a signature is taken back by the key as by its toast */
static void
test_signature (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *near = GTK_WIDGET (cab_window_get_view (window));

  cab_note_signing_start (practice, "a-note", sign_job, g_strdup (""), g_free, near);
  g_assert_nonnull (cab_note_signing_find (practice, "a-note"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_null (cab_note_signing_find (practice, "a-note"));
  cab_test_app_settle (practice);
  g_assert_cmpint (n_signed, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/undo/key", test_key);
  g_test_add_func ("/undo/forgotten", test_forgotten);
  g_test_add_func ("/undo/signature", test_signature);

  return cab_test_app_run ();
}
