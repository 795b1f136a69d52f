/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bases-page.h"
#include "cab-computer.h"
#include "cab-field-editor.h"
#include "cab-practice-settings.h"
#include "cab-preferences-dialog.h"
#include "cab-recent-files.h"
#include "cab-record-page.h"
#include "cab-recovery-page.h"
#include "cab-test-app.h"

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *dialog;
} Fixture;

static void
open_preferences (Fixture *test, CabOpenPractice *practice)
{
  test->window = cab_test_app_new_window (practice);
  test->practice = practice;
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  cab_test_app_settle (practice);
  test->dialog = GTK_WIDGET (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (test->window)));
  g_assert_true (CAB_IS_PREFERENCES_DIALOG (test->dialog));
}

static gpointer
get_child (Fixture *test, const char *name)
{
  return gtk_widget_get_template_child (test->dialog, CAB_TYPE_PREFERENCES_DIALOG, name);
}

static gboolean
begins_with (GtkWidget *widget, const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = begins_with (child, title) ? child : find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
read_minutes_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 minutes = 0;

  cab_record_get_integer (cab_practice_get_settings (practice),
                          CAB_OWN (CAB_PRACTICE_FIELD_LOCK_MINUTES), &minutes);

  return GINT_TO_POINTER ((int)minutes);
}

static gpointer
read_contact_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return cab_practice_dup_preference (practice, "contact-now");
}

static gboolean
has_seven_minutes (gpointer practice)
{
  return cab_open_practice_get_lock_minutes (practice) == 7;
}

/* [W-24], [M-30] the minutes go into the practice's file, and hold at once */
static void
test_lock_minutes (void)
{
  Fixture test;
  GtkWidget *row;

  open_preferences (&test, cab_test_app_open_sample ());
  row = find_row (get_child (&test, "lock_group"), "Lock after minutes");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "7");
  cab_test_app_wait (has_seven_minutes, test.practice);
  g_assert_cmpint (
      GPOINTER_TO_INT (cab_test_app_do (test.practice, CAB_JOB_READS, read_minutes_job, NULL)), ==,
      7);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

static gboolean
is_called_patients (gpointer practice)
{
  return g_strcmp0 (cab_open_practice_get_word (practice), "patients") == 0;
}

/* [W-27], [W-115] the word is chosen from a closed list; open windows are relabelled */
static void
test_word (void)
{
  Fixture test;
  AdwComboRow *row;

  open_preferences (&test, cab_test_app_open_sample ());
  row = get_child (&test, "word_row");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 3);
  adw_combo_row_set_selected (row, CAB_WORD_FOR_CLIENT_PATIENTS);
  cab_test_app_wait (is_called_patients, test.practice);
  adw_combo_row_set_selected (row, CAB_WORD_FOR_CLIENT_CLIENTS);
  cab_test_app_settle (test.practice);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [W-24] the text is kept as it is typed, and is not lost with the dialog */
static void
test_contact (void)
{
  Fixture test;
  g_autofree char *kept = NULL;

  open_preferences (&test, cab_test_app_open_sample ());
  g_object_set (get_child (&test, "contact_row"), "text", "Call 999, or the crisis team", NULL);
  adw_dialog_force_close (ADW_DIALOG (test.dialog));
  cab_test_app_settle (test.practice);
  kept = cab_test_app_do (test.practice, CAB_JOB_READS, read_contact_job, NULL);
  g_assert_cmpstr (kept, ==, "Call 999, or the crisis team");
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [W-184] what describes the computer goes into its settings, from there into the rows */
static void
test_computer (void)
{
  static const struct
  {
    const char *row;
    const char *key;
  } rows[] = {
    { "idle_row", CAB_COMPUTER_LOCK_WHEN_IDLE },
    { "screen_row", CAB_COMPUTER_LOCK_WITH_SCREEN },
    { "suspend_row", CAB_COMPUTER_LOCK_ON_SUSPEND },
    { "hidden_row", CAB_COMPUTER_LOCK_WHEN_HIDDEN },
    { "remember_row", CAB_COMPUTER_REMEMBER_PRACTICES },
    { "discreet_row", CAB_COMPUTER_DISCREET_MODE },
  };
  GSettings *settings = cab_computer_get_settings ();
  Fixture test;

  open_preferences (&test, cab_test_app_open_sample ());
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_on = g_settings_get_boolean (settings, rows[i].key);

      adw_switch_row_set_active (get_child (&test, rows[i].row), !is_on);
      if (g_settings_get_boolean (settings, rows[i].key) == is_on)
        g_error ("%s does not follow its row", rows[i].key);
      g_settings_reset (settings, rows[i].key);
      if (adw_switch_row_get_active (get_child (&test, rows[i].row)) != is_on)
        g_error ("%s does not follow its key", rows[i].row);
    }
  adw_combo_row_set_selected (get_child (&test, "scheme_row"), 2);
  g_assert_cmpint (g_settings_get_enum (settings, CAB_COMPUTER_COLOR_SCHEME), ==, 2);
  g_settings_reset (settings, CAB_COMPUTER_COLOR_SCHEME);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [W-35] the list of practices can be emptied */
static void
test_forget_recent (void)
{
  Fixture test;
  g_auto (GStrv) left = NULL;

  open_preferences (&test, cab_test_app_open_sample ());
  cab_recent_files_add ("/f/1.cabinet");
  g_assert_true (gtk_widget_activate_action (test.dialog, "preferences.forget-recent", NULL));
  left = cab_recent_files_list ();
  g_assert_null (left[0]);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [W-24] practice and clinician have their forms, the sheet its page */
static void
test_pages (void)
{
  static const struct
  {
    const char *action;
    GType (*get_type) (void);
  } pages[] = {
    { "preferences.practice", cab_record_page_get_type },
    { "preferences.clinician", cab_record_page_get_type },
    { "preferences.bases", cab_bases_page_get_type },
    { "preferences.recovery-sheet", cab_recovery_page_get_type },
  };
  Fixture test;

  open_preferences (&test, cab_test_app_open_sample ());
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (gtk_widget_activate_action (test.dialog, pages[i].action, NULL));
      cab_test_app_settle (test.practice);
      if (cab_test_app_find (test.dialog, pages[i].get_type ()) == NULL)
        g_error ("%s opens no page", pages[i].action);
      adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (test.dialog));
    }
  gtk_window_destroy (GTK_WINDOW (test.window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/preferences-dialog/lock-minutes", test_lock_minutes);
  g_test_add_func ("/preferences-dialog/word", test_word);
  g_test_add_func ("/preferences-dialog/contact", test_contact);
  g_test_add_func ("/preferences-dialog/computer", test_computer);
  g_test_add_func ("/preferences-dialog/forget-recent", test_forget_recent);
  g_test_add_func ("/preferences-dialog/pages", test_pages);

  return cab_test_app_run ();
}
