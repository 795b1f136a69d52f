/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-page.h"
#include "cab-policy-changes-page.h"
#include "cab-policy-draft-page.h"
#include "cab-policy-page.h"
#include "cab-policy-text.h"
#include "cab-practice-view.h"
#include "cab-test-texts.h"

#define TEXT "What you agree to"

static GtkWidget *
open_text (CabWindow *window)
{
  return cab_test_texts_open_row (window, "published_group", TEXT, CAB_TYPE_POLICY_PAGE);
}

static gpointer
get_child (GtkWidget *page, const char *name)
{
  return gtk_widget_get_template_child (page, CAB_TYPE_POLICY_PAGE, name);
}

static GtkWidget *
find (CabWindow *window, GType type)
{
  return cab_test_app_find (GTK_WIDGET (cab_test_texts_get_dialog (window)), type);
}

/* [W-96] a published text word for word with its digest, and who agreed to the one before */
static void
test_show (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GtkWidget *page = open_text (window);
  const char *digest = gtk_label_get_label (get_child (page, "digest_label"));

  g_assert_cmpstr (gtk_label_get_label (get_child (page, "heading_label")), ==, TEXT);
  g_assert_cmpstr (gtk_label_get_label (get_child (page, "facts_label")), ==,
                   "Consent text · Adults · en · Version 2 · Since 3 March 2025");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (get_child (page, "body_label")),
                                   "Each line is a question of its own"));
  g_assert_true (g_str_has_prefix (digest, "SHA-512 "));
  g_assert_cmpuint (strlen (digest), ==, strlen ("SHA-512 ") + 128);
  g_assert_cmpstr (gtk_label_get_label (get_child (page, "outdated_label")), ==,
                   "2 People Agreed to an Older Version");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-96] a text that was replaced says so, and asks nobody again */
static void
test_replaced (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GtkWidget *page = cab_test_texts_open_row (window, "replaced_group", TEXT, CAB_TYPE_POLICY_PAGE);

  g_assert_cmpstr (
      gtk_label_get_label (get_child (page, "facts_label")), ==,
      "Consent text · Adults · en · Version 1 · Since 4 March 2024 · Replaced by version 2");
  g_assert_false (gtk_widget_get_visible (get_child (page, "outdated_group")));
  g_assert_false (gtk_widget_get_visible (get_child (page, "compare_button")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-96] from a person in the list to the page where the consent is renewed */
static void
test_person (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GtkWidget *page = open_text (window);
  gpointer group = get_child (page, "outdated_group");
  GtkWidget *row = cab_test_app_find (group, ADW_TYPE_ACTION_ROW);

  g_assert_true (gtk_widget_activate_action (row, "row.open", NULL));
  cab_test_app_settle (cab_window_get_practice (window));
  g_assert_null (cab_test_texts_get_dialog (window));
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENT_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-96] what changed since the version before, and the next version */
static void
test_versions (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *page = open_text (window);
  GtkWidget *draft;
  g_autofree char *id = NULL;

  g_assert_true (gtk_widget_activate_action (page, "text.compare", NULL));
  cab_test_app_settle (practice);
  g_assert_nonnull (find (window, CAB_TYPE_POLICY_CHANGES_PAGE));
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (cab_test_texts_get_dialog (window)));

  for (guint i = 0; i < 2; i++)
    {
      CabRecord *record;

      g_assert_true (gtk_widget_activate_action (page, "text.revise", NULL));
      cab_test_app_settle (practice);
      draft = find (window, CAB_TYPE_POLICY_DRAFT_PAGE);
      g_assert_nonnull (draft);
      record = cab_form_get_record (cab_policy_draft_page_get_form (CAB_POLICY_DRAFT_PAGE (draft)));
      g_assert_cmpstr (cab_record_get_text (record, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE)), ==,
                       TEXT);
      /* The one that was begun is gone on with. */
      if (id != NULL)
        g_assert_cmpstr (cab_record_get_id (record), ==, id);
      g_set_str (&id, cab_record_get_id (record));
      adw_preferences_dialog_pop_subpage (
          ADW_PREFERENCES_DIALOG (cab_test_texts_get_dialog (window)));
      cab_test_app_settle (practice);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/policy-page/show", test_show);
  g_test_add_func ("/policy-page/replaced", test_replaced);
  g_test_add_func ("/policy-page/person", test_person);
  g_test_add_func ("/policy-page/versions", test_versions);

  return cab_test_app_run ();
}
