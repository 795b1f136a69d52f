/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>

#include "cab-lock-page.h"
#include "cab-lock-page.h"
#include "cab-new-practice-dialog.h"
#include "cab-passphrase-fields.h"
#include "cab-practice-maker.h"
#include "cab-recovery-dialog.h"
#include "cab-recovery-page.h"
#include "cab-settings.h"
#include "cab-test-app.h"

#define PASSPHRASE "gravel-otter-window-eleven-salt-march"

static gpointer
get_child (gpointer widget, const char *name)
{
  GtkWidget *child = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name));

  g_assert_nonnull (child);

  return child;
}

static void
type (gpointer widget, const char *child, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (widget, child)), text);
}

static void
press (gpointer widget, const char *child)
{
  g_assert_true (gtk_widget_get_sensitive (get_child (widget, child)));
  g_signal_emit_by_name (get_child (widget, child), "clicked");
}

static const char *
get_tag (gpointer dialog)
{
  return adw_navigation_view_get_visible_page_tag (get_child (dialog, "view"));
}

static char *
dup_path (const char *file)
{
  g_autofree char *folder = cab_settings_dup_data_folder ();

  return g_build_filename (folder, file, NULL);
}

static AdwDialog *
open_dialog (CabWindow *window)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.new-practice", NULL));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (CAB_IS_NEW_PRACTICE_DIALOG (dialog));

  return dialog;
}

/* The first three pages, as a person fills them in. */
static void
go_to_passphrase (gpointer dialog, const char *name)
{
  g_assert_cmpstr (get_tag (dialog), ==, "practice");
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "practice_button")));
  type (dialog, "name_row", name);
  press (dialog, "practice_button");
  g_assert_cmpstr (get_tag (dialog), ==, "clinician");
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "clinician_button")));
  type (dialog, "clinician_row", "Ada Byron");
  type (dialog, "number_row", "BACP 1234");
  press (dialog, "clinician_button");
  g_assert_cmpstr (get_tag (dialog), ==, "place");
  press (dialog, "place_button");
}

static void
type_passphrase (gpointer dialog, const char *first, const char *second, gboolean understood)
{
  gpointer fields = get_child (dialog, "passphrase_fields");

  type (fields, "first_row", first);
  type (fields, "second_row", second);
  gtk_check_button_set_active (get_child (fields, "understood_button"), understood);
}

static gboolean
is_on_sheet (gpointer dialog)
{
  return g_strcmp0 (get_tag (dialog), "recovery") == 0;
}

static gboolean
is_on_place (gpointer dialog)
{
  return g_strcmp0 (get_tag (dialog), "place") == 0;
}

static gboolean
has_code (gpointer page)
{
  return *gtk_label_get_label (get_child (page, "code_label")) != '\0';
}

static gboolean
is_gone (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

/* The line that the page asks for, as it stands on the paper. */
static char *
dup_asked_line (gpointer page)
{
  const char *title = adw_preferences_row_get_title (get_child (page, "line_row"));
  g_auto (GStrv) lines
      = g_strsplit (gtk_label_get_label (get_child (page, "code_label")), "\n", -1);
  int number = 0;

  g_assert_cmpint (sscanf (title, "Line %d", &number), ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);

  return g_ascii_strdown (lines[number - 1], -1);
}

/* [V-131] the sheet asks for the passphrase, and counts once a line came back from paper */
static void
prove_sheet (CabWindow *window, gpointer page)
{
  g_autofree char *line = NULL;

  type (page, "passphrase_row", "another one");
  press (page, "show_button");
  cab_test_app_settle (cab_window_get_practice (window));
  g_assert_false (has_code (page));
  g_assert_true (gtk_widget_get_visible (get_child (page, "refusal_label")));

  type (page, "passphrase_row", PASSPHRASE);
  press (page, "show_button");
  cab_test_app_wait (has_code, page);

  type (page, "line_row", "0000 0000 0000 0000");
  press (page, "check_button");
  g_assert_true (gtk_widget_get_visible (get_child (page, "line_refusal_label")));
  gtk_test_accessible_assert_state (get_child (page, "line_row"), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  line = dup_asked_line (page);
  type (page, "line_row", line);
  press (page, "check_button");
  cab_test_app_wait (is_gone, window);
}

/* [W-36], [W-37], [V-6] five pages make a practice, and the file comes with the fourth */
static void
test_make (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);
  gpointer dialog = open_dialog (window);
  g_autofree char *path = dup_path ("Linden- Counselling.cabinet");

  go_to_passphrase (dialog, "Linden/ Counselling");
  g_assert_cmpstr (get_tag (dialog), ==, "passphrase");
  type_passphrase (dialog, "linden 1", "linden 1", TRUE);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "make_button")));
  type_passphrase (dialog, PASSPHRASE, "gravel-otter", TRUE);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "make_button")));
  type_passphrase (dialog, PASSPHRASE, PASSPHRASE, FALSE);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "make_button")));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  type_passphrase (dialog, PASSPHRASE, PASSPHRASE, TRUE);
  press (dialog, "make_button");
  cab_test_app_wait (is_on_sheet, dialog);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (cab_open_practice_get_name (cab_window_get_practice (window)), ==,
                   "Linden/ Counselling");
  prove_sheet (window, get_child (dialog, "recovery_page"));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define NEW_PASSPHRASE "bucket-tundra-eleven-violin-marsh-quilt"

static gboolean
has_practice (gpointer window)
{
  return cab_window_get_practice (window) != NULL;
}

static gboolean
is_on_new_passphrase (gpointer dialog)
{
  return g_strcmp0 (get_tag (dialog), "passphrase") == 0;
}

/* (transfer full): the four lines of the sheet of a practice that this makes, and locks. */
static char **
make_and_lock (CabWindow *window)
{
  gpointer dialog = open_dialog (window);
  gpointer page = get_child (dialog, "recovery_page");
  char **lines;

  go_to_passphrase (dialog, "Recovered");
  type_passphrase (dialog, PASSPHRASE, PASSPHRASE, TRUE);
  press (dialog, "make_button");
  cab_test_app_wait (is_on_sheet, dialog);
  type (page, "passphrase_row", PASSPHRASE);
  press (page, "show_button");
  cab_test_app_wait (has_code, page);
  lines = g_strsplit (gtk_label_get_label (get_child (page, "code_label")), "\n", -1);
  cab_window_lock (window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return lines;
}

/* [V-132] the sheet opens the practice, a mistake is found by its line, and a new passphrase is
 * set before anything is shown */
static void
test_recover (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);
  g_auto (GStrv) lines = make_and_lock (window);
  g_autofree char *path = dup_path ("Recovered.cabinet");
  gpointer dialog;
  gpointer page;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.use-recovery-sheet", NULL));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (CAB_IS_RECOVERY_DIALOG (dialog));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *row = g_strdup_printf ("row_%u", i + 1);

      g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "open_button")));
      type (dialog, row, i == 2 ? "0000 0000 0000 0000" : lines[i]);
    }
  press (dialog, "open_button");
  g_assert_cmpstr (gtk_label_get_label (get_child (dialog, "refusal_label")), ==,
                   "Line 3 of the recovery code has a typing mistake.");
  type (dialog, "row_3", lines[2]);
  press (dialog, "open_button");
  cab_test_app_wait (is_on_new_passphrase, dialog);
  g_assert_null (cab_window_get_practice (window));
  type_passphrase (dialog, NEW_PASSPHRASE, NEW_PASSPHRASE, TRUE);
  press (dialog, "set_button");
  cab_test_app_wait (has_practice, window);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  cab_window_show_file (window, path);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_LOCK_PAGE);
  type (page, "passphrase_row", NEW_PASSPHRASE);
  press (page, "unlock_button");
  cab_test_app_wait (has_practice, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-37] a name that is taken is said on the page of the place, before and after the fourth */
static void
test_taken (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);
  gpointer dialog = open_dialog (window);
  g_autofree char *taken = dup_path ("Taken.cabinet");
  g_autofree char *later = dup_path ("Later.cabinet");
  g_autofree char *folder = cab_settings_dup_data_folder ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  go_to_passphrase (dialog, "Taken");
  g_assert_cmpstr (get_tag (dialog), ==, "place");
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "place_refusal_label")));

  type (dialog, "file_row", "Later");
  press (dialog, "place_button");
  g_assert_cmpstr (get_tag (dialog), ==, "passphrase");
  g_assert_true (g_file_set_contents (later, "mine", -1, NULL));
  type_passphrase (dialog, PASSPHRASE, PASSPHRASE, TRUE);
  press (dialog, "make_button");
  cab_test_app_wait (is_on_place, dialog);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "place_refusal_label")));
  g_assert_cmpstr (gtk_editable_get_text (get_child (dialog, "name_row")), ==, "Taken");
  g_assert_null (cab_window_get_practice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-36] Suggest gives a passphrase that is good, and waits until it is typed again */
static void
test_suggest (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);
  gpointer dialog = open_dialog (window);
  gpointer fields = get_child (dialog, "passphrase_fields");
  GtkWidget *button = NULL;
  const char *words;

  go_to_passphrase (dialog, "Suggested");
  gtk_check_button_set_active (get_child (fields, "understood_button"), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (adw_bin_get_child (fields)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      button = child;
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  words = gtk_editable_get_text (get_child (fields, "first_row"));
  g_assert_cmpuint (strlen (words), >, 20);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "make_button")));
  type (fields, "second_row", words);
  g_assert_true (gtk_widget_get_sensitive (get_child (dialog, "make_button")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-37] whoever closes the dialog while the key is made leaves no file */
static void
test_closed (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);
  gpointer dialog = open_dialog (window);
  g_autofree char *path = dup_path ("Closed.cabinet");
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  go_to_passphrase (dialog, "Closed");
  type_passphrase (dialog, PASSPHRASE, PASSPHRASE, TRUE);
  press (dialog, "make_button");
  adw_dialog_force_close (dialog);
  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (cab_window_get_practice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-36] a practice's name makes a file's name */
static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = {
    { "Linden", "/f/Linden.cabinet" },       { "A/B", "/f/A-B.cabinet" },
    { "  Linden  ", "/f/Linden.cabinet" },   { "..hidden", "/f/hidden.cabinet" },
    { "", "/f/Practice.cabinet" },           { "Ours.cabinet", "/f/Ours.cabinet" },
    { "Praxis Öl", "/f/Praxis Öl.cabinet" }, { "two\nlines", "/f/two-lines.cabinet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cab_practice_maker_dup_path ("/f", cases[i].name);

      g_assert_cmpstr (path, ==, cases[i].expected);
    }
}

/* [W-37] [V-24] whoever makes none is asked for the practice that was here, and after a start
 * without one for nothing */
static void
test_none (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  AdwDialog *dialog = open_dialog (window);
  CabWindow *bare = cab_test_app_new_window (NULL);

  g_assert_null (cab_window_get_practice (window));
  adw_dialog_force_close (dialog);
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_LOCK_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));

  adw_dialog_force_close (open_dialog (bare));
  g_assert_null (cab_test_app_find (GTK_WIDGET (bare), CAB_TYPE_LOCK_PAGE));
  gtk_window_destroy (GTK_WINDOW (bare));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/new-practice/make", test_make);
  g_test_add_func ("/new-practice/recover", test_recover);
  g_test_add_func ("/new-practice/taken", test_taken);
  g_test_add_func ("/new-practice/suggest", test_suggest);
  g_test_add_func ("/new-practice/closed", test_closed);
  g_test_add_func ("/new-practice/names", test_names);
  g_test_add_func ("/new-practice/none", test_none);

  return cab_test_app_run ();
}
