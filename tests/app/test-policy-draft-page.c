/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-policies-page.h"
#include "cab-policy-draft-page.h"
#include "cab-policy-text.h"
#include "cab-test-texts.h"

#define FIELD(name) CAB_OWN (CAB_POLICY_TEXT_FIELD_##name)

static void
type (CabPolicyDraftPage *page, guint field, const char *text)
{
  CabFieldEditor *editor = cab_form_get_editor (cab_policy_draft_page_get_form (page), field);
  GtkWidget *row = cab_field_editor_get_row (editor);

  if (GTK_IS_EDITABLE (row))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  else
    g_object_set (row, "text", text, NULL);
}

static gboolean
is_stored (gpointer data)
{
  return cab_record_is_stored (cab_form_get_record (cab_policy_draft_page_get_form (data)));
}

static CabPolicyDraftPage *
begin (CabWindow *window)
{
  GtkWidget *list = cab_test_texts_open (window);

  g_assert_true (gtk_widget_activate_action (list, "texts.new", NULL));
  cab_test_app_settle (cab_window_get_practice (window));

  return CAB_POLICY_DRAFT_PAGE (cab_test_app_find (GTK_WIDGET (cab_test_texts_get_dialog (window)),
                                                   CAB_TYPE_POLICY_DRAFT_PAGE));
}

static gpointer
get_child (CabPolicyDraftPage *page, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (page), CAB_TYPE_POLICY_DRAFT_PAGE, name);
}

static gpointer
find_titled_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter kept = { .trashed = 0 };
  g_autoptr (GPtrArray) texts = cab_practice_list (practice, &cab_policy_text_kind, &kept, error);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    if (g_strcmp0 (cab_record_get_text (texts->pdata[i], FIELD (TITLE)), data) == 0)
      return g_object_ref (texts->pdata[i]);

  return NULL;
}

/* (transfer full) (nullable) */
static CabRecord *
find_titled (CabOpenPractice *practice, const char *title)
{
  return cab_test_app_do (practice, CAB_JOB_READS, find_titled_job, (gpointer)title);
}

static void
answer_alert (CabWindow *window, const char *response)
{
  AdwDialog *alert = cab_test_texts_get_dialog (window);
  g_autofree char *signal = g_strconcat ("response::", response, NULL);

  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  g_signal_emit_by_name (alert, signal, response);
  adw_dialog_force_close (alert);
  cab_test_app_settle (cab_window_get_practice (window));
}

/* [W-96] [W-76] a new text is kept without being asked for, and what is typed meanwhile too;
 * published it is all there, and cannot be changed */
static void
test_write (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  CabPolicyDraftPage *page = begin (window);
  g_autoptr (CabRecord) stored = NULL;

  g_assert_cmpstr (gtk_label_get_label (get_child (page, "status_label")), ==,
                   "Kept as soon as it has purposes, a title and a text");
  g_assert_false (gtk_widget_get_visible (get_child (page, "publish_button")));
  type (page, FIELD (TITLE), "Recordings");
  type (page, FIELD (BODY), "We may record");
  type (page, FIELD (PURPOSES), "recording");
  cab_test_app_wait (is_stored, page);
  g_assert_true (gtk_widget_get_visible (get_child (page, "publish_button")));
  type (page, FIELD (BODY), "We may record.\nOr not.");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "policy.publish", NULL));
  answer_alert (window, "publish");
  stored = find_titled (practice, "Recordings");
  g_assert_nonnull (stored);
  g_assert_cmpstr (cab_record_get_text (stored, FIELD (BODY)), ==, "We may record.\nOr not.");
  g_assert_cmpstr (cab_record_get_text (stored, FIELD (LANGUAGE)), ==, "en");
  g_assert_false (cab_record_is_none (stored, FIELD (PUBLISHED_AT)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-43] [W-76] locking keeps a text that was typed in this second */
static void
test_lock (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabPolicyDraftPage *page = begin (window);
  g_autoptr (CabRecord) stored = NULL;

  type (page, FIELD (TITLE), "Transcripts");
  type (page, FIELD (BODY), "We may write down what was said.");
  type (page, FIELD (PURPOSES), "transcript");
  gtk_window_destroy (GTK_WINDOW (window));

  window = cab_test_app_new_window (cab_test_app_open_sample ());
  stored = find_titled (cab_window_get_practice (window), "Transcripts");
  g_assert_nonnull (stored);
  g_assert_true (cab_record_is_none (stored, FIELD (PUBLISHED_AT)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [M-18] what is marked is not in the text, and not published without it */
static void
test_refused (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  CabPolicyDraftPage *page = CAB_POLICY_DRAFT_PAGE (cab_test_texts_open_row (
      window, "drafts_group", "How we work together", CAB_TYPE_POLICY_DRAFT_PAGE));
  CabRecord *record = cab_form_get_record (cab_policy_draft_page_get_form (page));

  type (page, FIELD (VERSION_NUMBER), "last");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "policy.publish", NULL));
  answer_alert (window, "publish");
  g_assert_cmpstr (gtk_label_get_label (get_child (page, "refusal_label")), ==,
                   "What is marked is not part of the text yet. Correct it first.");
  g_assert_true (cab_record_is_none (record, FIELD (PUBLISHED_AT)));

  type (page, FIELD (VERSION_NUMBER), "2");
  cab_form_finish (cab_policy_draft_page_get_form (page));
  cab_test_app_settle (practice);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-96] [W-130] a draft goes to the trash, and comes back from it */
static void
test_trash (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *page = cab_test_texts_open_row (window, "drafts_group", "How we work together",
                                             CAB_TYPE_POLICY_DRAFT_PAGE);
  GtkWidget *list
      = cab_test_app_find (GTK_WIDGET (cab_test_texts_get_dialog (window)), CAB_TYPE_POLICIES_PAGE);

  g_assert_true (gtk_widget_activate_action (page, "policy.trash", NULL));
  cab_test_app_settle (practice);
  g_assert_null (cab_test_texts_find_row (list, "drafts_group", "How we work together"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  cab_test_app_settle (practice);
  g_assert_nonnull (cab_test_texts_find_row (list, "drafts_group", "How we work together"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/policy-draft-page/refused", test_refused);
  g_test_add_func ("/policy-draft-page/trash", test_trash);
  g_test_add_func ("/policy-draft-page/write", test_write);
  g_test_add_func ("/policy-draft-page/lock", test_lock);

  return cab_test_app_run ();
}
