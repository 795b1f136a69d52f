/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-consent-dialog.h"
#include "cab-opener.h"
#include "cab-policies-page.h"
#include "cab-policy-text.h"
#include "cab-test-practice.h"
#include "cab-test-texts.h"

static const char *
get_need (GtkWidget *page)
{
  gpointer group = gtk_widget_get_template_child (page, CAB_TYPE_POLICIES_PAGE, "new_group");

  return adw_preferences_group_get_description (group);
}

static const char *
get_subtitle (GtkWidget *row)
{
  g_assert_nonnull (row);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* [W-96] each text stands where it belongs, with what has to be known of it */
static void
test_groups (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GtkWidget *page = cab_test_texts_open (window);

  g_assert_cmpstr (
      get_subtitle (cab_test_texts_find_row (page, "drafts_group", "How we work together")), ==,
      "Terms of the practice · Adults · en · Version 2");
  g_assert_cmpstr (
      get_subtitle (cab_test_texts_find_row (page, "published_group", "What you agree to")), ==,
      "Consent text · Adults · en · Version 2 · Since 3 March 2025 · "
      "2 people agreed to an older version");
  g_assert_cmpstr (
      get_subtitle (cab_test_texts_find_row (page, "replaced_group", "What you agree to")), ==,
      "Consent text · Adults · en · Version 1 · Since 4 March 2024");
  g_assert_null (cab_test_texts_find_row (page, "replaced_group", "Consent for your child"));
  g_assert_cmpstr (get_need (page), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
add_draft_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) text = cab_record_new (&cab_policy_text_kind);

  cab_record_set_code (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
                       CAB_POLICY_KIND_CONSENT_TEXT);
  cab_record_set_code (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), CAB_AUDIENCE_ADULT);
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Recordings");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "We may record.");
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), "recording");
  if (data != NULL)
    (void)cab_policy_text_publish (practice, text, NULL, error);
  else
    (void)cab_practice_save (practice, text, error);

  return NULL;
}

/* [W-96] a practice without a consent text says what there is to do, until it is done */
static void
test_need (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new_seeded (77);
  CabOpenPractice *practice;
  CabWindow *window;
  GtkWidget *page;

  g_clear_object (&test.practice);
  practice = cab_test_app_open_file (test.path, CAB_TEST_PRACTICE_PASSPHRASE, 0);
  window = cab_test_app_new_window (practice);
  page = cab_test_texts_open (window);
  g_assert_cmpstr (get_need (page), ==,
                   "Nobody can agree to anything yet: write a consent text and publish it.");

  cab_test_app_do (practice, CAB_JOB_WRITES, add_draft_job, NULL);
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_need (page), ==,
                   "Nobody can agree to anything yet: open the draft and publish it.");

  cab_test_app_do (practice, CAB_JOB_WRITES, add_draft_job, practice);
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_need (page), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-46] in a practice that is only read the texts can be read, and none begun */
static void
test_read_only (void)
{
  g_autofree char *path = cab_opener_dup_sample_path ();
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_backup (path));
  GtkWidget *page = cab_test_texts_open (window);

  g_assert_false (
      gtk_widget_get_sensitive (cab_test_texts_find_row (page, "new_group", "New Text…")));
  g_assert_nonnull (cab_test_texts_find_row (page, "published_group", "What you agree to"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/policies-page/groups", test_groups);
  g_test_add_func ("/policies-page/need", test_need);
  g_test_add_func ("/policies-page/read-only", test_read_only);

  return cab_test_app_run ();
}
