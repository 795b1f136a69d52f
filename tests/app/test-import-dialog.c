/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-bases-page.h"
#include "cab-bundle.h"
#include "cab-client-page.h"
#include "cab-client.h"
#include "cab-consent.h"
#include "cab-import-column-row.h"
#include "cab-import-dialog.h"
#include "cab-preferences-dialog.h"
#include "cab-test-app.h"

#define WRONG                                                                                      \
  "First Name,Last Name,DOB,E-mail\n"                                                              \
  "Ann,Archer,1990-02-03,ann@example.org\n"                                                        \
  "Bob,Brown,1999-99-99,bob@example.org\n"
#define RIGHT                                                                                      \
  "First Name,Last Name,DOB,E-mail\n"                                                              \
  "Ann,Archer,1990-02-03,ann@example.org\n"                                                        \
  "Bob,Brown,1999-09-09,bob@example.org\n"

#define OTHERS                                                                                     \
  "First Name,Last Name,DOB\n"                                                                     \
  "Cleo,Carter,1980-04-05\n"                                                                       \
  "Dan,Dexter,1970-06-07\n"

/* Goes on behind its end, with the zero that no text has. */
#define PICTURE "\211PNG\r\n\032\n"

/* A window on the sample practice, with the assistant. */
typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  CabImportDialog *dialog;
} Scene;

static Scene
begin (const char *client_id)
{
  Scene scene = { .window = cab_test_app_new_window (cab_test_app_open_sample ()) };

  scene.practice = cab_window_get_practice (scene.window);
  if (client_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (scene.window), "win.import-diary", "s", client_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (scene.window), "win.import", NULL);
  scene.dialog = CAB_IMPORT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene.window)));
  g_assert_nonnull (scene.dialog);

  return scene;
}

static void
end (Scene *scene)
{
  gtk_window_destroy (GTK_WINDOW (scene->window));
}

static GtkWidget *
get_page (Scene *scene)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->dialog), ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
}

typedef struct
{
  Scene *scene;
  const char *tag;
} Arrival;

static gboolean
has_arrived (gpointer data)
{
  Arrival *arrival = data;

  return g_strcmp0 (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (get_page (arrival->scene))),
                    arrival->tag)
         == 0;
}

static void
wait_for (Scene *scene, const char *tag)
{
  Arrival arrival = { scene, tag };

  cab_test_app_wait (has_arrived, &arrival);
}

/* The way on: rows of text have suggested buttons too. */
static GtkWidget *
find_suggested (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "pill")
      && gtk_widget_has_css_class (root, "suggested-action"))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_suggested (child);

      if (found != NULL)
        return found;
    }

  return NULL;
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

static void
go_on (Scene *scene)
{
  GtkWidget *button = find_suggested (get_page (scene));

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Whether a label or a text on the page in front has these words. */
static gboolean
says (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  if (GTK_IS_TEXT_VIEW (root))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (root));
      g_autofree char *text = NULL;

      g_object_get (buffer, "text", &text, NULL);
      return strstr (text, words) != NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;

  return FALSE;
}

static gboolean
says_in_entry (GtkWidget *page, const char *text)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (
                          gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "name_row"))),
                      text);
}

static void
assert_says (Scene *scene, const char *words)
{
  if (!says (get_page (scene), words))
    g_error ("“%s” is not on the page", words);
}

static char *
write_file (const char *name, const char *content)
{
  char *path = g_build_filename (g_get_home_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static gpointer
count_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = CAB_FILTER_ALL;

  return GSIZE_TO_POINTER ((gsize)cab_practice_count (practice, &cab_client_kind, &filter, error)
                           + 1);
}

static void
on_ready_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static gpointer
run_job (Scene *scene, CabJobFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer given;

  cab_open_practice_run_async (scene->practice, CAB_JOB_READS, func, data, NULL, NULL, NULL,
                               on_ready_cb, &result);
  cab_test_app_wait (is_set, &result);
  given = cab_open_practice_run_finish (scene->practice, result, &error);
  g_assert_no_error (error);

  return given;
}

static gsize
count_clients (Scene *scene)
{
  return GPOINTER_TO_SIZE (run_job (scene, count_job, NULL)) - 1;
}

static guint
count_backups (Scene *scene)
{
  g_autofree char *folder = g_path_get_dirname (cab_open_practice_get_path (scene->practice));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".cabinet-backup") ? 1 : 0;

  return n;
}

/* The clock of the tests stands still, and with it the names of backups. */
static void
leave_backup (Scene *scene)
{
  GtkWidget *page = get_page (scene);

  adw_switch_row_set_active (
      ADW_SWITCH_ROW (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "backup_row")),
      FALSE);
}

/* [B-84] [W-97] one wrong row is named with row and column, can be saved, and nothing goes on */
static void
test_wrong_row (void)
{
  g_autofree char *path = write_file ("wrong.csv", WRONG);
  g_autofree char *rejects = g_build_filename (g_get_home_dir (), "rejects.csv", NULL);
  g_autofree char *content = NULL;
  Scene scene = begin (NULL);
  gsize before = count_clients (&scene);

  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "people");
  go_on (&scene);
  wait_for (&scene, "preview");
  assert_says (&scene, "Row 3, Date of birth: 1999-99-99 is no date");
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (&scene))));

  cab_import_dialog_save_rejects (scene.dialog, rejects);
  cab_test_app_settle (scene.practice);
  assert_says (&scene, "rejects.csv");
  g_assert_true (g_file_get_contents (rejects, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Bob"));
  g_assert_null (strstr (content, "Ann"));
  g_assert_cmpuint (count_clients (&scene), ==, before);
  end (&scene);
}

static gboolean
has_bases_page (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return CAB_IS_PREFERENCES_DIALOG (dialog)
         && cab_test_app_find (GTK_WIDGET (dialog), CAB_TYPE_BASES_PAGE) != NULL;
}

/* [W-97] [B-83] two people and a backup before them, from whom a way leads to the legal basis
 * that they lack; the second time they may be here already */
static void
test_people (void)
{
  g_autofree char *path = write_file ("right.csv", RIGHT);
  Scene scene = begin (NULL);
  gsize before = count_clients (&scene);
  guint n_backups = count_backups (&scene);

  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "people");
  go_on (&scene);
  wait_for (&scene, "preview");
  go_on (&scene);
  wait_for (&scene, "done");
  assert_says (&scene, "2 people were added");
  g_assert_cmpuint (count_clients (&scene), ==, before + 2);
  g_assert_cmpuint (count_backups (&scene), ==, n_backups + 1);
  g_signal_emit_by_name (find_button (get_page (&scene), "_Why We Hold Data…"), "clicked");
  cab_test_app_wait (has_bases_page, scene.window);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene.window)));

  gtk_widget_activate_action (GTK_WIDGET (scene.window), "win.import", NULL);
  scene.dialog = CAB_IMPORT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene.window)));
  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "people");
  go_on (&scene);
  wait_for (&scene, "preview");
  assert_says (&scene, "Row 2 is possibly");
  assert_says (&scene, "Row 3 is possibly");
  end (&scene);
}

/* [B-81] what a column is said to mean is taken, and kept under a name */
static void
test_columns (void)
{
  g_autofree char *path = write_file ("own.csv", "Rufname,Seit\nDora,03.04.2026\n");
  Scene scene = begin (NULL);
  gsize before = count_clients (&scene);
  AdwComboRow *column;

  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "people");
  go_on (&scene);
  cab_test_app_settle (scene.practice);
  wait_for (&scene, "people");
  assert_says (&scene, "own.csv");

  column = ADW_COMBO_ROW (cab_test_app_find (get_page (&scene), CAB_TYPE_IMPORT_COLUMN_ROW));
  g_assert_cmpstr (cab_import_column_row_get_heading (CAB_IMPORT_COLUMN_ROW (column)), ==,
                   "Rufname");
  for (guint i = 0;
       strcmp (cab_import_column_row_get_target (CAB_IMPORT_COLUMN_ROW (column)), "given_name")
       != 0;
       i++)
    adw_combo_row_set_selected (column, i);
  go_on (&scene);
  wait_for (&scene, "preview");
  leave_backup (&scene);
  go_on (&scene);
  wait_for (&scene, "done");
  g_assert_cmpuint (count_clients (&scene), ==, before + 1);
  end (&scene);
}

/* [B-80] what was said of the columns goes into a file, and is read from it again */
static void
test_map_file (void)
{
  g_autofree char *path = write_file ("own.csv", "Rufname,Seit\nDora,03.04.2026\n");
  g_autofree char *map = g_build_filename (g_get_home_dir (), "From there.txt", NULL);
  g_autofree char *broken = write_file ("broken.txt", "no key file\n");
  g_autofree char *content = NULL;
  Scene scene = begin (NULL);
  AdwComboRow *column;

  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "people");
  column = ADW_COMBO_ROW (cab_test_app_find (get_page (&scene), CAB_TYPE_IMPORT_COLUMN_ROW));
  for (guint i = 0;
       strcmp (cab_import_column_row_get_target (CAB_IMPORT_COLUMN_ROW (column)), "preferred_name")
       != 0;
       i++)
    adw_combo_row_set_selected (column, i);
  cab_import_dialog_save_map (scene.dialog, map);
  cab_test_app_settle (scene.practice);
  assert_says (&scene, "The choices are in “From there.txt”");
  g_assert_true (g_file_get_contents (map, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "preferred_name"));
  g_assert_null (strstr (content, "Dora"));

  cab_import_dialog_set_file (scene.dialog, path);
  cab_test_app_settle (scene.practice);
  cab_import_dialog_load_map (scene.dialog, broken);
  cab_test_app_settle (scene.practice);
  assert_says (&scene, "“broken.txt” cannot be read as choices of columns");
  cab_import_dialog_load_map (scene.dialog, map);
  cab_test_app_settle (scene.practice);
  column = ADW_COMBO_ROW (cab_test_app_find (get_page (&scene), CAB_TYPE_IMPORT_COLUMN_ROW));
  g_assert_cmpstr (cab_import_column_row_get_target (CAB_IMPORT_COLUMN_ROW (column)), ==,
                   "preferred_name");
  g_assert_true (says_in_entry (get_page (&scene), "From there"));
  end (&scene);
}

/* [W-97] [B-78] what is neither is refused by name; a practice is opened, not imported */
static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *content;
    const char *sentence;
  } cases[] = {
    { "picture.png", PICTURE, "“picture.png” is neither" },
    { "Other.cabinet", "x", "“Other.cabinet” is a practice" },
    { "broken.zip", "PK\003\004", "broken.zip" },
    { "cut-off.csv", "a,\"b\n", "cut-off.csv" },
  };
  Scene scene = begin (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (cases[i].name, cases[i].content);

      if (g_str_equal (cases[i].content, PICTURE))
        g_assert_true (g_file_set_contents (path, PICTURE, sizeof PICTURE, NULL));
      cab_import_dialog_set_file (scene.dialog, path);
      cab_test_app_settle (scene.practice);
      wait_for (&scene, "file");
      assert_says (&scene, cases[i].sentence);
      assert_says (&scene, "Nothing was changed.");
    }
  end (&scene);
}

/* [W-112] what can't be read or written at all is told by name, in words of ours */
static void
test_unreachable (void)
{
  g_autofree char *gone = g_build_filename (g_get_home_dir (), "gone.csv", NULL);
  g_autofree char *nowhere = g_build_filename (g_get_home_dir (), "nowhere", "kept.csv", NULL);
  g_autofree char *vast = g_build_filename (g_get_home_dir (), "vast.csv", NULL);
  g_autofree char *wrong = write_file ("wrong-again.csv", WRONG);
  Scene scene = begin (NULL);

  cab_import_dialog_set_file (scene.dialog, gone);
  cab_test_app_settle (scene.practice);
  wait_for (&scene, "file");
  assert_says (&scene, "“gone.csv” is not there any more. Nothing was changed.");

  g_assert_true (g_file_set_contents (vast, RIGHT, -1, NULL));
  g_assert_cmpint (truncate (vast, (off_t)8 * 1024 * 1024 * 1024), ==, 0);
  cab_import_dialog_set_file (scene.dialog, vast);
  cab_test_app_settle (scene.practice);
  wait_for (&scene, "file");
  assert_says (&scene, "“vast.csv” is");
  assert_says (&scene, "Nothing was changed.");
  g_assert_cmpint (g_unlink (vast), ==, 0);

  cab_import_dialog_set_file (scene.dialog, wrong);
  wait_for (&scene, "people");
  cab_import_dialog_save_map (scene.dialog, nowhere);
  cab_test_app_settle (scene.practice);
  assert_says (&scene, "“kept.csv” could not be written.");
  go_on (&scene);
  wait_for (&scene, "preview");
  cab_import_dialog_save_rejects (scene.dialog, nowhere);
  cab_test_app_settle (scene.practice);
  assert_says (&scene, "“kept.csv” could not be written.");
  end (&scene);
}

/* [W-112] a table of headings alone is said to be one; nobody of it is here already */
static void
test_empty (void)
{
  g_autofree char *path = write_file ("headings.csv", "First Name,Last Name\n");
  Scene scene = begin (NULL);

  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "people");
  go_on (&scene);
  wait_for (&scene, "preview");
  assert_says (&scene, "there is no row below the headings");
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (&scene))));
  end (&scene);
}

/* [W-97] a double click takes the people in once, and leads to the end and not past it */
static void
test_double_click (void)
{
  g_autofree char *path = write_file ("twice.csv", OTHERS);
  Scene scene = begin (NULL);
  gsize before = count_clients (&scene);

  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "people");
  go_on (&scene);
  g_signal_emit_by_name (find_suggested (get_page (&scene)), "clicked");
  wait_for (&scene, "preview");
  leave_backup (&scene);
  go_on (&scene);
  g_signal_emit_by_name (find_suggested (get_page (&scene)), "clicked");
  wait_for (&scene, "done");
  cab_test_app_settle (scene.practice);
  wait_for (&scene, "done");
  g_assert_cmpuint (count_clients (&scene), ==, before + 2);
  end (&scene);
}

/* [B-86] a diary for the client it was begun from: each mood of the client's own is asked for */
static void
test_diary (void)
{
  g_autofree char *path
      = write_file ("daylio.csv", "full_date,date,weekday,time,mood,activities,note_title,note\n"
                                  "2026-03-01,1 March,Sunday,10:00,good,walk,,\n"
                                  "2026-02-28,28 February,Saturday,10:00,wobbly,,,\n");
  Scene scene = begin (NULL);
  g_autofree char *client = cab_test_app_dup_client (scene.practice);
  GtkWidget *list;
  GtkWidget *mood;

  adw_dialog_force_close (ADW_DIALOG (scene.dialog));
  gtk_widget_activate_action (GTK_WIDGET (scene.window), "win.import-diary", "s", client);
  scene.dialog = CAB_IMPORT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene.window)));
  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "diary");
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (&scene))));

  list = GTK_WIDGET (gtk_widget_get_template_child (
      get_page (&scene), G_OBJECT_TYPE (get_page (&scene)), "mood_list"));
  mood = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (mood)), ==, "wobbly");
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  adw_combo_row_set_selected (ADW_COMBO_ROW (mood), 2);
  go_on (&scene);
  wait_for (&scene, "preview");
  leave_backup (&scene);
  go_on (&scene);
  wait_for (&scene, "done");
  assert_says (&scene, "2 entries were added");
  end (&scene);
}

static gpointer
withdraw_moods (CabPractice *practice, gpointer client, GCancellable *cancellable, GError **error)
{
  const CabConsentAnswer answer
      = { .given_by = CAB_GIVEN_BY_CLIENT, .how = CAB_CONSENT_HOW_EMAIL };

  return cab_consent_withdraw (practice, client, CAB_PURPOSE_MOOD_SHARE, &answer, error);
}

/* [W-96] a diary that is not the clinician's to read is refused with the sentence, and the button
 * leads to where the consent is recorded */
static void
test_diary_consent (void)
{
  g_autofree char *path = write_file ("diary.csv", "full_date,date,weekday,time,mood,activities,"
                                                   "note_title,note\n"
                                                   "2026-03-01,1 March,Sunday,10:00,good,walk,,\n");
  Scene scene = begin (NULL);
  g_autofree char *client = cab_test_app_dup_client (scene.practice);
  g_autoptr (CabRecord) event
      = cab_test_app_do (scene.practice, CAB_JOB_WRITES, withdraw_moods, client);
  GtkWidget *button, *stack;

  g_assert_nonnull (event);
  adw_dialog_force_close (ADW_DIALOG (scene.dialog));
  gtk_widget_activate_action (GTK_WIDGET (scene.window), "win.import-diary", "s", client);
  scene.dialog = CAB_IMPORT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene.window)));
  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "diary");
  button = GTK_WIDGET (gtk_widget_get_template_child (
      get_page (&scene), G_OBJECT_TYPE (get_page (&scene)), "consent_button"));
  g_assert_false (gtk_widget_get_visible (button));
  go_on (&scene);
  cab_test_app_settle (scene.practice);
  g_assert_true (gtk_widget_get_visible (button));
  assert_says (&scene, "consent");

  g_signal_emit_by_name (button, "clicked");
  cab_test_app_settle (scene.practice);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene.window)));
  stack = cab_test_app_find (cab_test_app_find (GTK_WIDGET (scene.window), CAB_TYPE_CLIENT_PAGE),
                             ADW_TYPE_VIEW_STACK);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "consent");
  end (&scene);
}

static gpointer
export_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_PRACTICE);
  g_autoptr (CabSecret) passphrase = cab_secret_new_copy ("tall-oak", strlen ("tall-oak"));

  cab_bundle_scope_set_passphrase (scope, passphrase, TRUE);
  cab_bundle_scope_set_target (scope, data, FALSE, FALSE);

  return cab_bundle_export (practice, scope, NULL, NULL, cancellable, error);
}

/* [B-73] [B-76] an encrypted bundle: its passphrase, whose it is, and that all of it is here */
static void
test_bundle (void)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "bundle.zip", NULL);
  Scene scene = begin (NULL);
  GtkEditable *passphrase;

  cab_bundle_result_free (run_job (&scene, export_job, path));
  cab_import_dialog_set_file (scene.dialog, path);
  wait_for (&scene, "passphrase");
  passphrase = GTK_EDITABLE (cab_test_app_find (get_page (&scene), ADW_TYPE_PASSWORD_ENTRY_ROW));
  gtk_editable_set_text (passphrase, "short-oak");
  go_on (&scene);
  cab_test_app_settle (scene.practice);
  wait_for (&scene, "passphrase");
  assert_says (&scene, "The passphrase does not open ‘bundle.zip’");

  gtk_editable_set_text (passphrase, "tall-oak");
  go_on (&scene);
  wait_for (&scene, "bundle");
  assert_says (&scene, "The whole practice");
  go_on (&scene);
  wait_for (&scene, "preview");
  assert_says (&scene, "Nothing to import: all ");
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (&scene))));
  end (&scene);
}

/* More people than can be imported before anybody acts. */
static void
begin_many (Scene *scene)
{
  g_autoptr (GString) text = g_string_new ("First Name,Last Name\n");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "Given%u,Family\n", i);
  path = write_file ("many.csv", text->str);
  cab_import_dialog_set_file (scene->dialog, path);
  wait_for (scene, "people");
  go_on (scene);
  wait_for (scene, "preview");
  leave_backup (scene);
  go_on (scene);
  wait_for (scene, "working");
}

static gboolean
has_counted (gpointer data)
{
  Scene *scene = data;
  GtkWidget *bar = cab_test_app_find (get_page (scene), GTK_TYPE_PROGRESS_BAR);
  const char *text = bar != NULL ? gtk_progress_bar_get_text (GTK_PROGRESS_BAR (bar)) : NULL;

  return text != NULL && strstr (text, " of 3") != NULL;
}

/* [W-97] it counts what is done, and what is cancelled leaves nobody behind */
static void
test_cancel (void)
{
  Scene scene = begin (NULL);
  gsize before = count_clients (&scene);
  gint64 asked_at;

  begin_many (&scene);
  cab_test_app_wait (has_counted, &scene);
  asked_at = g_get_monotonic_time ();
  g_signal_emit_by_name (find_button (get_page (&scene), "_Cancel"), "clicked");
  wait_for (&scene, "preview");
  g_test_message ("cancelled after %d ms", (int)((g_get_monotonic_time () - asked_at) / 1000));
  g_assert_cmpuint (count_clients (&scene), ==, before);
  g_assert_true (gtk_widget_get_sensitive (find_suggested (get_page (&scene))));
  end (&scene);
}

/* [W-43] [W-97] locking while it imports leaves no dialog, and not one of the people */
static void
test_lock (void)
{
  Scene scene = begin (NULL);
  gsize before = count_clients (&scene);
  gpointer dialog = scene.dialog;

  begin_many (&scene);
  g_object_add_weak_pointer (G_OBJECT (scene.dialog), &dialog);
  cab_window_lock (scene.window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (dialog);
  end (&scene);

  scene = begin (NULL);
  g_assert_cmpuint (count_clients (&scene), ==, before);
  end (&scene);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/import/wrong-row", test_wrong_row);
  g_test_add_func ("/import/people", test_people);
  g_test_add_func ("/import/columns", test_columns);
  g_test_add_func ("/import/map-file", test_map_file);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/unreachable", test_unreachable);
  g_test_add_func ("/import/empty", test_empty);
  g_test_add_func ("/import/double-click", test_double_click);
  g_test_add_func ("/import/diary", test_diary);
  g_test_add_func ("/import/diary-consent", test_diary_consent);
  g_test_add_func ("/import/bundle", test_bundle);
  g_test_add_func ("/import/cancel", test_cancel);
  g_test_add_func ("/import/lock-in-the-middle", test_lock);

  return cab_test_app_run ();
}
