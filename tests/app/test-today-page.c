/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-page.h"
#include "cab-go-to-dialog.h"
#include "cab-list-cell.h"
#include "cab-note-editor.h"
#include "cab-practice-view.h"
#include "cab-sidebar-row.h"
#include "cab-test-app.h"
#include "cab-test-practice.h"
#include "cab-today-item.h"
#include "cab-today-list.h"
#include "cab-today-page.h"

static GListModel *
dup_items (CabWindow *window)
{
  GtkWidget *page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_TODAY_PAGE);
  GListModel *items = NULL;

  g_object_get (page, "items", &items, NULL);

  return items;
}

static CabTodayItem *
dup_item (GListModel *items, CabTodaySection section, const char *kind)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (CabTodayItem) item = g_list_model_get_item (items, i);

      if (cab_today_item_get_section (item) == section
          && (kind == NULL || g_strcmp0 (cab_today_item_get_target (item)->kind, kind) == 0))
        return g_steal_pointer (&item);
    }

  return NULL;
}

/* What Return does on the row of an item. */
static void
activate (CabWindow *window, GListModel *items, CabTodayItem *item)
{
  GtkWidget *page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_TODAY_PAGE);
  GtkWidget *list = cab_test_app_find (page, GTK_TYPE_LIST_VIEW);
  guint position;

  g_assert_true (g_list_store_find (G_LIST_STORE (items), item, &position));
  g_assert_true (gtk_widget_activate_action (list, "list.activate-item", "u", position));
}

/* [W-10] [W-55] the first page after unlocking lists what needs attention and where work was left
 */
static void
test_first (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  g_autoptr (GListModel) items = dup_items (window);
  g_autofree char *count = NULL;
  CabTodaySection before = CAB_TODAY_START;
  GtkWidget *cell;
  guint position = G_MAXUINT;

  g_assert_cmpstr (cab_practice_view_get_page (CAB_PRACTICE_VIEW (view)), ==, "today");
  g_assert_cmpuint (g_list_model_get_n_items (items), >, 3);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (CabTodayItem) item = g_list_model_get_item (items, i);
      g_autofree char *sentence = NULL;

      g_object_get (item, "sentence", &sentence, NULL);
      g_test_message ("%s", sentence);
      g_assert_cmpstr (sentence, !=, "");
      g_assert_cmpint (cab_today_item_get_section (item), >=, before);
      before = cab_today_item_get_section (item);
    }

  /* [W-4] the sidebar counts in text */
  g_object_get (cab_test_app_find (view, CAB_TYPE_SIDEBAR_ROW), "count", &count, NULL);
  g_assert_cmpint (g_ascii_strtoll (count, NULL, 10), >, 0);

  /* [W-125] the focus is on the first line, which came after the others */
  cell = cab_test_app_find (gtk_root_get_focus (GTK_ROOT (window)), CAB_TYPE_LIST_CELL);
  g_object_get (cell, "position", &position, NULL);
  g_assert_cmpuint (position, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-41] no reminder of backups and recovery sheets in the sample practice, and no first steps */
static void
test_sample (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autoptr (GListModel) items = dup_items (window);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (CabTodayItem) item = g_list_model_get_item (items, i);
      const char *action = cab_today_item_get_target (item)->action;

      g_assert_cmpint (cab_today_item_get_section (item), !=, CAB_TODAY_START);
      g_assert_cmpstr (action, !=, "win.recovery-sheet");
      g_assert_cmpstr (action, !=, "win.show-backups");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-58] one key on a draft goes on with it, and Back returns to Today */
static void
test_continue (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  g_autoptr (GListModel) items = dup_items (window);
  g_autoptr (CabTodayItem) draft = dup_item (items, CAB_TODAY_CONTINUE, "note");
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  GtkWidget *stack = cab_test_app_find (view, ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page;

  g_assert_nonnull (draft);
  activate (window, items, draft);
  cab_test_app_settle (practice);
  page = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (stack));
  g_assert_true (CAB_IS_NOTE_EDITOR (page));
  g_assert_cmpstr (cab_note_editor_get_note_id (CAB_NOTE_EDITOR (page)), ==,
                   cab_today_item_get_target (draft)->id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  page = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (stack));
  g_assert_true (CAB_IS_TODAY_PAGE (page));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-10] a client of Continue opens above Today */
static void
test_client (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  g_autoptr (GListModel) items = dup_items (window);
  g_autoptr (CabTodayItem) client = dup_item (items, CAB_TODAY_CONTINUE, "client");
  GtkWidget *page;

  g_assert_nonnull (client);
  activate (window, items, client);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENT_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpstr (cab_client_page_get_client_id (CAB_CLIENT_PAGE (page)), ==,
                   cab_today_item_get_target (client)->client_id);

  /* [W-4] a new note is hers, without asking */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-note", NULL);
  cab_test_app_settle (practice);
  g_assert_null (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_GO_TO_DIALOG));
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_NOTE_EDITOR));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every act that an item of the sample practice names exists and has an effect [W-7] */
static void
test_acts (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  g_autoptr (GListModel) items = dup_items (window);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (CabTodayItem) item = g_list_model_get_item (items, i);
      const CabTodayTarget *target = cab_today_item_get_target (item);

      g_assert_true (target->action != NULL || target->client_id != NULL);
    }

  /* [W-10] without anybody in front, a new note asks whose it is */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-note", NULL);
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_GO_TO_DIALOG));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_section (const CabTodayList *list, CabTodaySection section)
{
  guint n = 0;

  for (guint i = 0; i < list->items->len; i++)
    n += cab_today_item_get_section (list->items->pdata[i]) == section;

  return n;
}

static char *
dup_state (const CabTodayList *list, const char *action)
{
  for (guint i = 0; i < list->items->len; i++)
    {
      CabTodayItem *item = list->items->pdata[i];
      char *state = NULL;

      if (g_strcmp0 (cab_today_item_get_target (item)->action, action) != 0)
        continue;
      g_object_get (item, "state", &state, NULL);
      return state;
    }

  return NULL;
}

static CabTodayList *
read_list (CabTestPractice *test, gboolean shows_all)
{
  const CabTodayWish wish = { .shows_start = TRUE, .shows_all = shows_all };
  g_autoptr (GError) error = NULL;
  CabTodayList *list = cab_today_list_read (test->practice, &wish, &error);

  g_assert_no_error (error);

  return list;
}

/* [W-37] the first steps tick themselves, and go away when they are hidden */
static void
test_steps (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabTodayList) before = read_list (&test, FALSE);
  g_autoptr (CabTodayList) after = NULL;
  g_autoptr (CabTodayList) hidden = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;

  g_assert_cmpuint (count_section (before, CAB_TODAY_START), >=, 4);
  g_assert_null (dup_state (before, "win.new-client"));

  client = cab_test_practice_add_client (&test, "Ann");
  after = read_list (&test, FALSE);
  state = dup_state (after, "win.new-client");
  g_assert_cmpstr (state, ==, "Done");

  g_assert_true (
      cab_practice_set_preference (test.practice, CAB_TODAY_START_PREFERENCE, "hidden", &error));
  g_assert_no_error (error);
  hidden = read_list (&test, FALSE);
  g_assert_cmpuint (count_section (hidden, CAB_TODAY_START), ==, 0);
}

/* [W-10] a new practice is reminded of its backup and its recovery sheet, as lines without a stop
 */
static void
test_safety (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabTodayList) list = read_list (&test, FALSE);
  guint n_stops = 0;

  g_assert_cmpuint (list->n_attention, ==, 2);
  g_assert_cmpuint (count_section (list, CAB_TODAY_ATTENTION), ==, 2);
  for (guint i = 0; i < list->items->len; i++)
    {
      g_autofree char *title = NULL;

      g_object_get (list->items->pdata[i], "title", &title, NULL);
      n_stops += g_str_has_suffix (title, ".");
    }
  g_assert_cmpuint (n_stops, ==, 0);
}

/* [W-41] [W-47] a backup is not told that there is none, nor is the sample */
static void
test_kept_elsewhere (void)
{
  const CabTodayWish wish = { .is_kept_elsewhere = TRUE };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CabTodayList) reminded = read_list (&test, FALSE);
  g_autoptr (CabTodayList) spared = cab_today_list_read (test.practice, &wish, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_section (reminded, CAB_TODAY_ATTENTION), >, 0);
  g_assert_cmpuint (count_section (spared, CAB_TODAY_ATTENTION), ==, 0);
}

/* Where work was left is read without what needs attention, and stays as it is
 * when that comes [W-10] */
static void
test_brief (void)
{
  const CabTodayWish wish = { .is_brief = TRUE };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (GError) error = NULL;
  g_autoptr (CabTodayList) brief = cab_today_list_read (test.practice, &wish, &error);
  g_autoptr (CabTodayList) whole = read_list (&test, FALSE);
  guint n = brief->items->len;

  g_assert_no_error (error);
  g_assert_true (brief->is_brief);
  g_assert_false (whole->is_brief);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (count_section (brief, CAB_TODAY_CONTINUE), ==, n);
  g_assert_cmpuint (count_section (whole, CAB_TODAY_ATTENTION), >, 0);
  g_assert_cmpuint (count_section (whole, CAB_TODAY_CONTINUE), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (cab_today_item_equals (brief->items->pdata[i],
                                          whole->items->pdata[whole->items->len - n + i]));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/today/first", test_first);
  g_test_add_func ("/today/sample", test_sample);
  g_test_add_func ("/today/continue", test_continue);
  g_test_add_func ("/today/client", test_client);
  g_test_add_func ("/today/acts", test_acts);
  g_test_add_func ("/today/steps", test_steps);
  g_test_add_func ("/today/safety", test_safety);
  g_test_add_func ("/today/brief", test_brief);
  g_test_add_func ("/today/kept-elsewhere", test_kept_elsewhere);

  return cab_test_app_run ();
}
