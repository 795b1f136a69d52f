/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cab-backup.h"
#include "cab-client.h"
#include "cab-compare-page.h"
#include "cab-difference-item.h"
#include "cab-difference-page.h"
#include "cab-note.h"
#include "cab-opener.h"
#include "cab-practice-view.h"
#include "cab-sample.h"
#include "cab-settings.h"
#include "cab-store.h"
#include "cab-test-app.h"

#define LOST_TEXT "She found the letter and read it twice."

/* The sample practice, set back to before a note was written, beside a backup that has it. */
typedef struct
{
  char *folder;
  char *early; /* backup without the note */
  char *late;  /* backup with it */
  char *note_id;
  CabWindow *live;
  CabWindow *beside;
  CabOpenPractice *current;
  CabOpenPractice *backup;
} Fixture;

static guint n_fixtures;

static gpointer
back_up_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };
  char *path = NULL;

  cab_backup_make (cab_practice_get_vault (practice), data, &watch, &path, NULL, error);

  return path;
}

static gpointer
write_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), data);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), "session");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T10:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  if (!cab_practice_save (practice, note, error)
      || !cab_note_write (practice, note, LOST_TEXT, CAB_CUT_BECAUSE_LEAVE, error))
    return NULL;

  return g_strdup (cab_record_get_id (note));
}

static gpointer
rename_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_practice_load (practice, &cab_client_kind, data, error);
  /* The tests share one sample practice. */
  g_autofree char *pronouns = g_strdup_printf ("they, %u", n_fixtures);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_PRONOUNS), pronouns);
  cab_practice_save (practice, client, error);

  return NULL;
}

static void
restore (const char *backup)
{
  g_autoptr (CabSecret) secret
      = cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE));
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, secret };
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };
  g_autofree char *path = cab_opener_dup_sample_path ();
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  CabVaultSettings settings;

  cab_settings_init (&settings);
  cab_backup_restore (backup, &credential, path, &settings, &watch, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (kept), ==, 0);
  cab_settings_clear (&settings);
}

static void
make_backups (Fixture *self)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autofree char *early = g_build_filename (self->folder, "early", NULL);
  g_autofree char *late = g_build_filename (self->folder, "late", NULL);

  g_assert_cmpint (g_mkdir (early, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (late, 0700), ==, 0);
  self->early = cab_test_app_do (practice, CAB_JOB_WRITES, back_up_job, early);
  self->note_id = cab_test_app_do (practice, CAB_JOB_WRITES, write_job, client);
  self->late = cab_test_app_do (practice, CAB_JOB_WRITES, back_up_job, late);
  cab_open_practice_close (practice);
  g_object_unref (practice);
}

static void
fixture_init (Fixture *self)
{
  g_autofree char *client = NULL;

  self->folder = g_strdup_printf ("%s/backups-%u", g_get_home_dir (), n_fixtures++);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  make_backups (self);
  restore (self->early);

  self->live = cab_test_app_new_window (cab_test_app_open_sample ());
  self->current = cab_window_get_practice (self->live);
  client = cab_test_app_dup_client (self->current);
  cab_test_app_do (self->current, CAB_JOB_WRITES, rename_job, client);
  self->beside = cab_test_app_new_window (cab_test_app_open_backup (self->late));
  self->backup = cab_window_get_practice (self->beside);
}

static void
fixture_clear (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->beside));
  gtk_window_destroy (GTK_WINDOW (self->live));
  g_free (self->folder);
  g_free (self->early);
  g_free (self->late);
  g_free (self->note_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static gboolean
is_past_loading (gpointer page)
{
  GtkWidget *stack = cab_test_app_find (page, GTK_TYPE_STACK);

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "loading");
}

static GtkWidget *
compare (Fixture *self)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (self->beside), "win.compare", NULL);
  page = cab_test_app_find (GTK_WIDGET (self->beside), CAB_TYPE_COMPARE_PAGE);
  g_assert_nonnull (page);
  cab_test_app_wait (is_past_loading, page);

  return page;
}

static CabDifferenceItem *
get_item (GtkWidget *page, guint i)
{
  g_autoptr (GListModel) differences = NULL;

  g_object_get (page, "differences", &differences, NULL);

  return g_list_model_get_item (differences, i);
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static gpointer
is_there_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) note = NULL;

  if (!cab_practice_exists (practice, &cab_note_kind, data))
    return g_strdup ("absent");

  note = cab_practice_load (practice, &cab_note_kind, data, error);
  return g_strdup (cab_record_is_none (note, CAB_SYSTEM_TRASHED_AT) ? "present" : "trashed");
}

/* Whether the lost note is in the practice again. */
static gboolean
is_note (Fixture *self, const char *state)
{
  g_autofree char *found
      = cab_test_app_do (self->current, CAB_JOB_READS, is_there_job, self->note_id);

  return g_str_equal (found, state);
}

static gboolean
is_present (gpointer data)
{
  return is_note (data, "present");
}

static gboolean
is_trashed (gpointer data)
{
  return is_note (data, "trashed");
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_undo (gpointer window)
{
  return find_button (window, "Undo") != NULL;
}

/* Answers the dialog of a copy, and gives what it said. */
static char *
answer (Fixture *self, const char *response)
{
  g_autofree char *signal = NULL;
  AdwDialog *dialog;
  char *body;

  cab_test_app_wait (has_dialog, self->beside);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->beside));
  body = g_strdup (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));
  signal = g_strconcat ("response::", response, NULL);
  g_signal_emit_by_name (dialog, signal, response);
  adw_dialog_force_close (dialog);

  return body;
}

/* [W-51] what the backup alone has, what differs, and the two sides of each */
static void
test_compare (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (CabDifferenceItem) lost = NULL;
  g_autoptr (CabDifferenceItem) changed = NULL;
  GtkWidget *page;
  GtkWidget *side;
  GtkTextIter start;
  GtkTextIter end;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  fixture_init (&self);
  page = compare (&self);
  lost = get_item (page, 0);
  g_assert_cmpstr (cab_difference_item_get (lost)->id, ==, self.note_id);
  g_assert_cmpint (cab_difference_item_get_section (lost), ==, CAB_DIFFERENCE_ONLY_BACKUP);
  changed = get_item (page, 1);
  g_assert_true (cab_difference_item_get (changed)->kind == &cab_client_kind);
  g_assert_cmpint (cab_difference_item_get_section (changed), ==, CAB_DIFFERENCE_CHANGED);
  g_assert_null (get_item (page, 2));

  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (self.beside), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (cab_difference_page_new (self.backup, self.current, lost)));
  side = cab_test_app_find (GTK_WIDGET (self.beside), CAB_TYPE_DIFFERENCE_PAGE);
  cab_test_app_wait (is_past_loading, side);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (cab_test_app_find (side, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, LOST_TEXT);
}

/* [W-51] fields that differ stand as pairs, the others not at all */
static void
test_pairs (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (CabDifferenceItem) changed = NULL;
  GtkWidget *side;
  GtkListBox *list;
  GtkListBoxRow *row;
  g_autofree char *now = NULL;
  gboolean found = FALSE;

  fixture_init (&self);
  now = g_strdup_printf ("\nNow: they, %u", n_fixtures);
  changed = get_item (compare (&self), 1);
  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (self.beside), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (cab_difference_page_new (self.backup, self.current, changed)));
  side = cab_test_app_find (GTK_WIDGET (self.beside), CAB_TYPE_DIFFERENCE_PAGE);
  cab_test_app_wait (is_past_loading, side);
  list = GTK_LIST_BOX (cab_test_app_find (side, GTK_TYPE_LIST_BOX));
  for (guint i = 0; (row = gtk_list_box_get_row_at_index (list, (int)i)) != NULL; i++)
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

      g_assert_cmpstr (title, !=, "Given name");
      if (g_str_equal (title, "Pronouns"))
        found = g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), now);
    }
  g_assert_true (found);
}

/* [W-52] a lost note comes back with its versions, and Undo moves it to the trash; then the
 * trash is where it is restored from */
static void
test_copy (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (CabDifferenceItem) lost = NULL;
  g_autofree char *said = NULL;
  g_autofree char *said_later = NULL;
  GtkWidget *page;

  fixture_init (&self);
  page = compare (&self);
  lost = get_item (page, 0);
  g_object_set (lost, "ticked", TRUE, NULL);
  g_assert_true (gtk_widget_activate_action (page, "compare.copy", NULL));
  said = answer (&self, "copy");
  g_assert_cmpstr (said, ==, "2 records are new and are copied.");
  cab_test_app_wait (is_present, &self);
  cab_test_app_wait (has_undo, self.beside);
  g_signal_emit_by_name (find_button (GTK_WIDGET (self.beside), "Undo"), "clicked");
  cab_test_app_wait (is_trashed, &self);

  cab_test_app_settle (self.current);
  cab_test_app_settle (self.backup);
  g_clear_object (&lost);
  lost = get_item (page, 1);
  g_assert_cmpstr (cab_difference_item_get (lost)->id, ==, self.note_id);
  g_object_set (lost, "ticked", TRUE, NULL);
  gtk_widget_activate_action (page, "compare.copy", NULL);
  said_later = answer (&self, "restore");
  g_assert_nonnull (strstr (said_later, "1 record lies in the trash of your practice."));
  cab_test_app_wait (is_present, &self);
}

/* The second of the two choices. */
static void
choose_backup (GtkWidget *dialog)
{
  GtkWidget *keep = cab_test_app_find (dialog, GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_next_sibling (keep)), TRUE);
}

static gpointer
is_renamed_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_practice_load (practice, &cab_client_kind, data, error);
  g_autofree char *pronouns = g_strdup_printf ("they, %u", n_fixtures);

  return GINT_TO_POINTER (
      g_strcmp0 (cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_PRONOUNS)), pronouns) == 0);
}

/* Whether the change of the practice after the backup still stands. */
static gboolean
is_renamed (Fixture *self)
{
  g_autofree char *client = cab_test_app_dup_client (self->current);

  return cab_test_app_do (self->current, CAB_JOB_READS, is_renamed_job, client) != NULL;
}

/* [W-52] keeping mine is the default; the backup's is taken when that was chosen */
static void
test_conflict (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (CabDifferenceItem) changed = NULL;
  g_autofree char *said = NULL;
  GtkWidget *page;
  AdwDialog *dialog;

  fixture_init (&self);
  page = compare (&self);
  changed = get_item (page, 1);
  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (self.beside), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (cab_difference_page_new (self.backup, self.current, changed)));
  page = cab_test_app_find (GTK_WIDGET (self.beside), CAB_TYPE_DIFFERENCE_PAGE);
  gtk_widget_activate_action (page, "difference.copy", NULL);
  cab_test_app_wait (has_dialog, self.beside);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self.beside));
  g_assert_true (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (cab_test_app_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON))));
  said = answer (&self, "cancel");
  g_assert_nonnull (strstr (said, "1 record differs."));
  g_assert_true (is_note (&self, "absent"));
  g_assert_true (is_renamed (&self));

  gtk_widget_activate_action (page, "difference.copy", NULL);
  cab_test_app_wait (has_dialog, self.beside);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self.beside));
  choose_backup (GTK_WIDGET (dialog));
  g_free (answer (&self, "copy"));
  cab_test_app_wait (is_present, &self);
  g_assert_false (is_renamed (&self));
}

/* [W-51] without a practice open for writing there is nothing to compare with */
static void
test_alone (void)
{
  g_auto (Fixture) self = { 0 };

  fixture_init (&self);
  cab_window_lock (self.live, CAB_LOCK_ASKED);
  gtk_widget_activate_action (GTK_WIDGET (self.beside), "win.compare", NULL);
  g_assert_null (cab_test_app_find (GTK_WIDGET (self.beside), CAB_TYPE_COMPARE_PAGE));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/compare/sides", test_compare);
  g_test_add_func ("/compare/pairs", test_pairs);
  g_test_add_func ("/compare/copy", test_copy);
  g_test_add_func ("/compare/conflict", test_conflict);
  g_test_add_func ("/compare/alone", test_alone);

  return cab_test_app_run ();
}
