/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-banner-slot.h"
#include "cab-note-editor.h"
#include "cab-note.h"
#include "cab-notices.h"
#include "cab-practice-view.h"
#include "cab-start-page.h"
#include "cab-test-app.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define NOW_MS (G_GINT64_CONSTANT (1741024800000)) /* 2025-03-03T18:00:00Z */

/* In the order of [W-6]. */
static const char *const titles[CAB_N_NOTICE_CAUSES] = {
  [CAB_NOTICE_CLOCK] = "clock went back",
  [CAB_NOTICE_BACKUP_FAILED] = "failed backup",
  [CAB_NOTICE_READ_ONLY] = "read-only",
  [CAB_NOTICE_NO_ROOM] = "disk full",
  [CAB_NOTICE_SAMPLE] = "sample practice",
  [CAB_NOTICE_SIZE] = "size",
  [CAB_NOTICE_NO_BACKUP] = "no backup",
};

/* Below @widget, the slots that a person can see something in. */
static guint
count_shown (GtkWidget *widget, AdwBanner **banner)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (CAB_IS_BANNER_SLOT (widget))
    {
      AdwBanner *found = ADW_BANNER (cab_test_app_find (widget, ADW_TYPE_BANNER));

      if (!adw_banner_get_revealed (found))
        return 0;
      *banner = found;
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_shown (child, banner);

  return n;
}

/* [W-6] of several causes the first in the order shows, the next when it goes */
static void
test_order (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabNotices *notices = cab_notices_get (cab_window_get_practice (window));
  AdwBanner *banner = NULL;

  cab_notices_clear (notices, CAB_NOTICE_SAMPLE);
  for (int i = CAB_N_NOTICE_CAUSES - 1; i >= 0; i--)
    {
      cab_notices_set (notices, (CabNoticeCause)i, titles[i], i % 2 == 0 ? "_Do" : NULL,
                       i % 2 == 0 ? "win.about" : NULL);
      g_assert_cmpstr (cab_notices_get_first (notices)->title, ==, titles[i]);
    }

  for (guint i = 0; i < CAB_N_NOTICE_CAUSES; i++)
    {
      g_test_message ("%s", titles[i]);
      g_assert_cmpuint (count_shown (GTK_WIDGET (window), &banner), ==, 1);
      g_assert_cmpstr (adw_banner_get_title (banner), ==, titles[i]);
      g_assert_cmpstr (adw_banner_get_button_label (banner), ==, i % 2 == 0 ? "_Do" : "");
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (banner)), ==,
                       i % 2 == 0 ? "win.about" : NULL);
      cab_notices_clear (notices, (CabNoticeCause)i);
    }
  g_assert_null (cab_notices_get_first (notices));
  g_assert_cmpuint (count_shown (GTK_WIDGET (window), &banner), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static const struct
{
  const char *name;
  CabNoticeFacts facts;
  const char *title; /* NULL: nothing to say */
  const char *action;
} cases[] = {
  { "all well", { NOW_MS, NOW_MS - 90 * DAY_MS, NOW_MS - DAY_MS, 4096, FALSE, FALSE }, NULL, NULL },
  { "new, without a backup", { NOW_MS, NOW_MS - DAY_MS, 0, 4096, FALSE, FALSE }, NULL, NULL },
  { "seven days to the minute",
    { NOW_MS, NOW_MS - 90 * DAY_MS, NOW_MS - 7 * DAY_MS, 4096, FALSE, FALSE },
    NULL,
    NULL },
  { "eight days",
    { NOW_MS, NOW_MS - 90 * DAY_MS, NOW_MS - 8 * DAY_MS, 4096, FALSE, FALSE },
    "Last backup: 23 February 2025, 18:00",
    "win.back-up" },
  { "never",
    { NOW_MS, NOW_MS - 90 * DAY_MS, 0, 4096, FALSE, FALSE },
    "There is no backup of this practice yet",
    "win.back-up" },
  { "drive not there",
    { NOW_MS, NOW_MS - 90 * DAY_MS, NOW_MS - 8 * DAY_MS, 4096, FALSE, TRUE },
    "Your backup drive is not connected. Last backup: 23 February 2025, 18:00.",
    "win.back-up" },
  { "large, which goes before the backup",
    { NOW_MS, NOW_MS - 90 * DAY_MS, 0, G_GUINT64_CONSTANT (3221225472), FALSE, FALSE },
    "This practice takes up 3.2 GB of at most 3.5 GB",
    NULL },
  { "just below",
    { NOW_MS, NOW_MS, 0, G_GUINT64_CONSTANT (3221225471), FALSE, FALSE },
    NULL,
    NULL },
  { "clock, which goes before all",
    { NOW_MS, NOW_MS - 90 * DAY_MS, 0, G_GUINT64_CONSTANT (3221225472), TRUE, FALSE },
    "The computer’s clock went back to 3 March 2025, 18:00. Check it before you write.",
    NULL },
};

/* [V-13], [V-94], [V-103] what the file says about itself, each with its sentence and button */
static void
test_facts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabNotices) notices = g_object_new (CAB_TYPE_NOTICES, NULL);
      const CabNotice *first;

      g_test_message ("%s", cases[i].name);
      cab_notices_take_facts (notices, &cases[i].facts, "Etc/UTC");
      first = cab_notices_get_first (notices);
      g_assert_cmpstr (first != NULL ? first->title : NULL, ==, cases[i].title);
      g_assert_cmpstr (first != NULL ? first->action : NULL, ==, cases[i].action);

      cab_notices_take_facts (notices, &cases[0].facts, "Etc/UTC");
      g_assert_null (cab_notices_get_first (notices));
    }
}

/* [W-6] under the header of every page there is the one banner, and never two */
static void
test_every_page (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  g_autofree char *client = cab_test_app_dup_client (practice);
  const char *const pages[] = { "clients", "backups" };
  AdwBanner *banner = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]);
      cab_practice_view_show_page (CAB_PRACTICE_VIEW (view), pages[i]);
      cab_test_app_settle (practice);
      g_assert_cmpuint (count_shown (view, &banner), ==, 1);
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  g_assert_cmpuint (count_shown (view, &banner), ==, 1);
  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "Sample practice – do not enter real clients");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_on_start (gpointer window)
{
  return cab_window_get_practice (window) == NULL;
}

/* [W-41] the sample practice is deleted when that was asked and answered */
static void
test_delete_sample (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *path = g_strdup (cab_open_practice_get_path (cab_window_get_practice (window)));
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-sample", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  adw_dialog_close (dialog);
  cab_test_app_settle (cab_window_get_practice (window));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-sample", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_signal_emit_by_name (dialog, "response::delete", "delete");
  adw_dialog_force_close (dialog);
  cab_test_app_wait (is_on_start, window);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (gtk_widget_get_mapped (
      cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_START_PAGE)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/banner/order", test_order);
  g_test_add_func ("/banner/facts", test_facts);
  g_test_add_func ("/banner/every-page", test_every_page);
  g_test_add_func ("/banner/delete-sample", test_delete_sample);

  return cab_test_app_run ();
}
