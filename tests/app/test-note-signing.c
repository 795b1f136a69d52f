/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-note-signing.h"
#include "cab-practice-settings.h"
#include "cab-test-note.h"

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

/* [W-78] undone within the time, the draft is as it was */
static void
test_undo_signing (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) during = { 0 };
  g_auto (CabTestStored) after = { 0 };
  g_autofree char *id = NULL;
  GtkTextView *view;

  cab_test_note_init (&fixture);
  view = cab_note_editor_get_text_view (fixture.editor);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "To be signed.");
  cab_test_note_act (&fixture, "note.sign");
  g_assert_nonnull (cab_note_signing_find (fixture.practice, id));
  g_assert_false (gtk_text_view_get_editable (view));
  cab_test_note_read (fixture.practice, id, &during);
  g_assert_cmpint (during.state, ==, CAB_NOTE_STATE_DRAFT);
  g_assert_cmpstr (during.draft, ==, "To be signed.");

  cab_test_note_act (&fixture, "note.undo-signing");
  g_assert_null (cab_note_signing_find (fixture.practice, id));
  g_assert_true (gtk_text_view_get_editable (view));
  cab_test_note_read (fixture.practice, id, &after);
  g_assert_cmpstr (after.draft, ==, "To be signed.");
  g_assert_cmpuint (after.n_versions, ==, 0);
}

static gboolean
is_sealed (gpointer data)
{
  CabTestNote *self = data;

  return cab_note_signing_find (self->practice, cab_note_editor_get_note_id (self->editor)) == NULL;
}

/* [W-78], [M-38] after ten seconds version and signature are written, though the page is left */
static void
test_seal (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  gint64 begun;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Signed in time.");
  cab_test_note_act (&fixture, "note.sign");
  begun = g_get_monotonic_time ();
  cab_test_app_wait (is_sealed, &fixture);
  g_assert_cmpint (g_get_monotonic_time () - begun, >, 9 * G_USEC_PER_SEC);
  cab_test_app_settle (fixture.practice);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_SIGNED);
  g_assert_cmpstr (stored.text, ==, "Signed in time.");
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_SIGN);
  g_assert_null (stored.draft);
  g_assert_false (gtk_text_view_get_editable (cab_note_editor_get_text_view (fixture.editor)));
}

/* [W-78] locking seals what is being signed */
static void
test_lock_seals (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autoptr (CabOpenPractice) again = NULL;
  g_autofree char *id = NULL;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Sealed by the lock.");
  cab_test_note_act (&fixture, "note.sign");
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  again = cab_test_app_open_sample ();
  cab_test_note_read (again, id, &stored);
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_SIGNED);
  g_assert_cmpstr (stored.text, ==, "Sealed by the lock.");
  cab_open_practice_close (again);
}

/* [W-78] what forbids signing is said beside the button, in the model's words */
static void
test_nothing_to_sign (void)
{
  g_auto (CabTestNote) fixture = { 0 };

  cab_test_note_init (&fixture);
  cab_test_note_type (&fixture, " \n");
  cab_test_note_act (&fixture, "note.sign");
  g_assert_null (
      cab_note_signing_find (fixture.practice, cab_note_editor_get_note_id (fixture.editor)));
  g_assert_true (
      cab_test_note_has_label (GTK_WIDGET (fixture.editor), "Note: there is no text to sign."));
}

static gpointer
allow_unlocking (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) settings = g_object_ref (cab_practice_get_settings (practice));

  cab_record_set_code (settings, CAB_OWN (CAB_PRACTICE_FIELD_UNLOCK_POLICY),
                       GPOINTER_TO_INT (data));
  g_assert_true (cab_practice_save (practice, settings, error));

  return NULL;
}

static void
set_unlock_policy (CabTestNote *fixture, CabUnlockPolicy policy)
{
  gboolean is_set = FALSE;

  cab_open_practice_run_async (fixture->practice, CAB_JOB_WRITES, allow_unlocking,
                               GINT_TO_POINTER ((int)policy), NULL, NULL, NULL, on_done_cb,
                               &is_set);
  cab_test_app_wait (is_true, &is_set);
}

/* [W-79] a signed note is edited only where the practice allows it, and is a draft again */
static void
test_unlock (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  GtkTextView *view;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  view = cab_note_editor_get_text_view (fixture.editor);
  cab_test_note_type (&fixture, "Signed.");
  cab_test_note_act (&fixture, "note.sign");
  cab_test_note_seal (&fixture, id);
  cab_test_note_act (&fixture, "note.unlock");
  g_assert_false (gtk_text_view_get_editable (view));

  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (400);
  set_unlock_policy (&fixture, CAB_UNLOCK_POLICY_ALWAYS);
  cab_test_note_open (&fixture, id);
  view = cab_note_editor_get_text_view (fixture.editor);
  cab_test_note_act (&fixture, "note.unlock");
  g_assert_true (gtk_text_view_get_editable (view));
  cab_test_note_type (&fixture, " And mended.");
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (400);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.text, ==, "Signed. And mended.");
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_DRAFT);
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_UNLOCK);
  set_unlock_policy (&fixture, CAB_UNLOCK_POLICY_NEVER);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/note-signing/signing-undone", test_undo_signing);
  g_test_add_func ("/note-signing/signing-sealed", test_seal);
  g_test_add_func ("/note-signing/locking-seals", test_lock_seals);
  g_test_add_func ("/note-signing/nothing-to-sign", test_nothing_to_sign);
  g_test_add_func ("/note-signing/unlock-policy", test_unlock);

  return cab_test_app_run ();
}
