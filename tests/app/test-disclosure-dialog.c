/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-disclosure-dialog.h"
#include "cab-disclosure-page.h"
#include "cab-disclosures-view.h"
#include "cab-form.h"
#include "cab-go-to-dialog.h"
#include "cab-test-app.h"

#include <string.h>

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *view;
  GListModel *disclosures;
} Fixture;

static void
open_view (Fixture *test)
{
  test->window = cab_test_app_new_window (cab_test_app_open_sample ());
  test->practice = cab_window_get_practice (test->window);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-privacy", NULL);
  cab_test_app_settle (test->practice);
  test->view = cab_test_app_find (GTK_WIDGET (test->window), CAB_TYPE_DISCLOSURES_VIEW);
  g_object_get (test->view, "disclosures", &test->disclosures, NULL);
}

static void
close_view (Fixture *test)
{
  g_object_unref (test->disclosures);
  gtk_window_destroy (GTK_WINDOW (test->window));
}

static const char *
get_text (Fixture *test, guint position, guint field)
{
  g_autoptr (CabRow) row = g_list_model_get_item (test->disclosures, position);

  /* The list keeps it. */
  return cab_row_get_text (row, field);
}

static GtkWidget *
get_dialog (Fixture *test)
{
  return GTK_WIDGET (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (test->window)));
}

static GtkWidget *
get_child (GtkWidget *dialog, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, CAB_TYPE_DISCLOSURE_DIALOG, name));
}

/* The row whose title begins so, below @root. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = find_row (dialog, title);

  g_assert_nonnull (row);
  if (GTK_IS_EDITABLE (row))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  else
    {
      GtkWidget *view = cab_test_app_find (row, GTK_TYPE_TEXT_VIEW);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
    }
}

static void
choose (GtkWidget *dialog, const char *title, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, title)), position);
}

static void
record (Fixture *test, GtkWidget *dialog)
{
  g_assert_true (gtk_widget_get_sensitive (get_child (dialog, "record_button")));
  g_signal_emit_by_name (get_child (dialog, "record_button"), "clicked");
  cab_test_app_settle (test->practice);
}

/* The dialog for the first client. */
static GtkWidget *
open_empty (Fixture *test)
{
  GtkWidget *chooser;

  gtk_widget_activate_action (test->view, "disclosures.record", NULL);
  cab_test_app_settle (test->practice);
  chooser = get_dialog (test);
  g_assert_true (CAB_IS_GO_TO_DIALOG (chooser));
  g_signal_emit_by_name (cab_test_app_find (chooser, GTK_TYPE_SEARCH_ENTRY), "activate");
  cab_test_app_settle (test->practice);
  g_assert_true (CAB_IS_DISCLOSURE_DIALOG (get_dialog (test)));

  return get_dialog (test);
}

/* The same, filled in but for the moment. */
static GtkWidget *
open_filled (Fixture *test, guint ground)
{
  GtkWidget *dialog = open_empty (test);

  choose (dialog, "To whom", CAB_DIRECTION_KIND_TO_THIRD_PARTY);
  type (dialog, "Recipient", "Harbour Court");
  type (dialog, "What was disclosed", "Dates of the sessions");
  type (dialog, "Purpose", "Ordered by the court");
  choose (dialog, "Ground", ground);
  choose (dialog, "Way", CAB_DISCLOSURE_CHANNEL_POST);
  choose (dialog, "Protection", CAB_ENCRYPTION_PAPER);

  return dialog;
}

/* [W-98], [M-55] what was said is in the register, at the moment that was typed; a moment that is
 * none is refused in its place [W-122] */
static void
test_record (void)
{
  Fixture test;
  GtkWidget *dialog;
  guint n_before;

  open_view (&test);
  n_before = g_list_model_get_n_items (test.disclosures);
  dialog = open_filled (&test, CAB_DISCLOSURE_GROUND_COURT_ORDER);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "when_row")), "last week");
  record (&test, dialog);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "when_refusal_row")));
  g_assert_cmpuint (g_list_model_get_n_items (test.disclosures), ==, n_before);

  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "when_row")), "2026-02-27 16:05");
  record (&test, dialog);
  g_assert_null (get_dialog (&test));
  g_assert_cmpuint (g_list_model_get_n_items (test.disclosures), ==, n_before + 1);
  g_assert_cmpstr (get_text (&test, 0, CAB_DISCLOSURE_ROW_RECIPIENT), ==, "Harbour Court");
  g_assert_cmpstr (get_text (&test, 0, CAB_DISCLOSURE_ROW_GROUND_WORDS), ==, "Court order");
  g_assert_true (
      g_str_has_prefix (get_text (&test, 0, CAB_DISCLOSURE_ROW_LOCAL), "2026-02-27T16:05"));
  close_view (&test);
}

/* [M-55], [W-113] on the ground of consent it is refused without one, in the model's words */
static void
test_consent (void)
{
  Fixture test;
  GtkWidget *dialog;

  open_view (&test);
  dialog = open_filled (&test, CAB_DISCLOSURE_GROUND_CONSENT);
  record (&test, dialog);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "refusal_label")));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (get_child (dialog, "refusal_label"))),
                            "name the consent on which this goes out"));
  g_assert_true (gtk_widget_get_sensitive (get_child (dialog, "record_button")));
  close_view (&test);
}

/* [W-98], [M-55] a correction begins with what was said, keeps the digest, and leaves the entry */
static void
test_correct (void)
{
  Fixture test;
  GtkWidget *page;
  GtkWidget *dialog;
  g_autofree char *id = NULL;
  g_autofree char *digest = NULL;
  guint n_before;

  open_view (&test);
  n_before = g_list_model_get_n_items (test.disclosures);
  for (guint i = 0; id == NULL; i++)
    if (get_text (&test, i, CAB_DISCLOSURE_ROW_DIGEST) != NULL)
      {
        id = g_strdup (get_text (&test, i, CAB_DISCLOSURE_ROW_ID));
        digest = g_strdup (get_text (&test, i, CAB_DISCLOSURE_ROW_DIGEST));
        g_signal_emit_by_name (
            gtk_widget_get_template_child (test.view, CAB_TYPE_DISCLOSURES_VIEW, "list_view"),
            "activate", i);
      }
  page = cab_test_app_find (GTK_WIDGET (test.window), CAB_TYPE_DISCLOSURE_PAGE);
  g_assert_true (gtk_widget_activate_action (page, "disclosure.correct", NULL));
  cab_test_app_settle (test.practice);
  dialog = get_dialog (&test);
  type (dialog, "Recipient", "Somebody else");
  record (&test, dialog);
  g_assert_null (get_dialog (&test));
  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.show-privacy", NULL);
  cab_test_app_settle (test.practice);
  g_assert_cmpuint (g_list_model_get_n_items (test.disclosures), ==, n_before + 1);
  for (guint i = 0; i <= n_before; i++)
    {
      if (g_strcmp0 (get_text (&test, i, CAB_DISCLOSURE_ROW_CORRECTS_ID), id) != 0)
        continue;
      g_assert_cmpstr (get_text (&test, i, CAB_DISCLOSURE_ROW_RECIPIENT), ==, "Somebody else");
      g_assert_cmpstr (get_text (&test, i, CAB_DISCLOSURE_ROW_DIGEST), ==, digest);
      close_view (&test);
      return;
    }

  g_error ("no entry corrects %s", id);
}

/* [W-43] a lock keeps what was typed for the register; Cancel does not */
static void
test_lock (void)
{
  Fixture test = { 0 };
  GtkWidget *dialog;

  open_view (&test);
  open_filled (&test, 0);
  cab_window_lock (test.window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  cab_window_take_practice (test.window, cab_test_app_open_sample ());
  test.practice = cab_window_get_practice (test.window);
  cab_test_app_settle (test.practice);
  test.view = cab_test_app_find (GTK_WIDGET (test.window), CAB_TYPE_DISCLOSURES_VIEW);

  dialog = open_empty (&test);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Recipient"))), ==,
                   "Harbour Court");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Way"))), ==,
                    CAB_DISCLOSURE_CHANNEL_POST);
  adw_dialog_close (ADW_DIALOG (dialog));
  cab_test_app_settle (test.practice);
  dialog = open_empty (&test);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Recipient"))), ==, "");
  close_view (&test);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/disclosure-dialog/record", test_record);
  g_test_add_func ("/disclosure-dialog/consent", test_consent);
  g_test_add_func ("/disclosure-dialog/correct", test_correct);
  g_test_add_func ("/disclosure-dialog/lock", test_lock);

  return cab_test_app_run ();
}
