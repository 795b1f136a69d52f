/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-draft.h"
#include "cab-hand-form.h"
#include "cab-hand-waiting.h"
#include "cab-test-app.h"

#define BODY "[mood]\nnote=out of the rain\n"

/* The forms that leave answers behind. */
static const struct
{
  const CabHandForm *form;
  const char *title;
  const char *discard;
} cases[] = {
  { &cab_hand_mood_form, "Unfinished Mood", "waiting.discard-mood" },
  { &cab_hand_values_form, "Unfinished Values", "waiting.discard-values" },
};

typedef struct
{
  const CabHandForm *form;
  const char *client;
} Wanted;

static gpointer
keep_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  const CabDraftTarget target = cab_hand_form_get_target (wanted->form, wanted->client);

  g_assert_true (cab_draft_keep (practice, &target, BODY, error));

  return NULL;
}

static gpointer
dup_body_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  const CabDraftTarget target = cab_hand_form_get_target (wanted->form, wanted->client);
  g_autoptr (CabRecord) draft = NULL;

  g_assert_true (cab_draft_find (practice, &target, &draft, error));

  return draft != NULL ? g_strdup (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)))
                       : NULL;
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
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

static gboolean
is_row_shown (GtkWidget *waiting, const char *title)
{
  GtkWidget *row = find_row (waiting, title);

  g_assert_nonnull (row);

  return gtk_widget_get_mapped (row);
}

static GtkWidget *
show_waiting (CabWindow *window, CabOpenPractice *practice, const char *client)
{
  GtkWidget *stack;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  stack = cab_test_app_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "progress");
  cab_test_app_settle (practice);

  return cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_HAND_WAITING);
}

/* [W-95] answers that wait are told of by day alone, and a discarded draft comes back whole */
static void
test_discard (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  Wanted wanted = { .form = cases[i].form, .client = client };
  GtkWidget *waiting = show_waiting (window, practice, client);
  g_autofree char *gone = NULL;
  g_autofree char *back = NULL;
  GtkWidget *toast;

  for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
    g_assert_false (is_row_shown (waiting, cases[j].title));

  cab_test_app_do (practice, CAB_JOB_WRITES, keep_job, &wanted);
  cab_test_app_settle (practice);
  for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
    g_assert_cmpint (is_row_shown (waiting, cases[j].title), ==, j == i);
  g_assert_true (g_str_has_prefix (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (waiting, cases[i].title))),
      "Left on "));

  g_assert_true (gtk_widget_activate_action (waiting, cases[i].discard, NULL));
  cab_test_app_settle (practice);
  g_assert_false (is_row_shown (waiting, cases[i].title));
  gone = cab_test_app_do (practice, CAB_JOB_READS, dup_body_job, &wanted);
  g_assert_null (gone);

  toast = cab_test_app_find (GTK_WIDGET (window), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  g_signal_emit_by_name (cab_test_app_find (toast, GTK_TYPE_BUTTON), "clicked");
  cab_test_app_settle (practice);
  back = cab_test_app_do (practice, CAB_JOB_READS, dup_body_job, &wanted);
  g_assert_cmpstr (back, ==, BODY);
  g_assert_true (is_row_shown (waiting, cases[i].title));

  g_assert_true (gtk_widget_activate_action (waiting, cases[i].discard, NULL));
  cab_test_app_settle (practice);
  g_assert_false (is_row_shown (waiting, cases[i].title));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_data_func ("/hand-waiting/mood", GSIZE_TO_POINTER (0), test_discard);
  g_test_add_data_func ("/hand-waiting/values", GSIZE_TO_POINTER (1), test_discard);

  return cab_test_app_run ();
}
