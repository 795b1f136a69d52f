/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-practice-view.h"
#include "cab-sidebar-row.h"
#include "cab-test-app.h"
#include "cab-window-private.h"

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  char *client_id;
} Fixture;

static void
fixture_init (Fixture *self)
{
  self->window = cab_test_app_new_window (cab_test_app_open_sample ());
  self->practice = cab_window_get_practice (self->window);
  self->client_id = cab_test_app_dup_client (self->practice);
  cab_test_app_settle (self->practice);
}

static void
fixture_clear (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->client_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static GtkWidget *
get_focus (CabWindow *window)
{
  return gtk_root_get_focus (GTK_ROOT (window));
}

typedef struct
{
  CabWindow *window;
  const char *type;
} Wanted;

static gboolean
has_focus_in (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *focus = get_focus (wanted->window);
  GType type = g_type_from_name (wanted->type);

  return focus != NULL && type != 0
         && (g_type_is_a (G_OBJECT_TYPE (focus), type)
             || gtk_widget_get_ancestor (focus, type) != NULL);
}

/* [W-125] a page and a dialog open on their first meaningful control, not on Back or Close */
static void
test_opens (void)
{
  static const struct
  {
    const char *name;
    const char *action;
    const char *type;
    gboolean is_client;
  } cases[] = {
    { "somebody by name", "win.go-to-client", "GtkText", FALSE },
    { "somebody new", "win.new-client", "GtkText", FALSE },
    { "search", "win.search-anywhere", "GtkSearchEntry", FALSE },
    { "a note", "client.write-note", "GtkSourceView", TRUE },
    { "preferences", "win.preferences", "AdwComboRow", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      Wanted wanted = { NULL, cases[i].type };
      GtkWidget *from;

      fixture_init (&fixture);
      wanted.window = fixture.window;
      from = GTK_WIDGET (fixture.window);
      if (cases[i].is_client)
        {
          cab_practice_view_open_client (cab_window_get_view (fixture.window), fixture.client_id);
          cab_test_app_settle (fixture.practice);
          from = cab_test_app_find (from, g_type_from_name ("CabOverviewPage"));
          g_assert_nonnull (from);
        }
      g_test_message ("%s", cases[i].name);
      g_assert_true (gtk_widget_activate_action (from, cases[i].action, NULL));
      cab_test_app_wait (has_focus_in, &wanted);
    }
}

static gboolean
has_settled_focus (gpointer data)
{
  const Wanted *wanted = data;

  return get_focus (wanted->window) == (gpointer)wanted->type;
}

/* [W-125] a dialog that closes gives the focus back to what had it */
static void
test_given_back (void)
{
  static const char *const actions[] = { "win.shortcuts", "win.preferences", "win.go-to-client" };
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  fixture_init (&fixture);
  row = cab_test_app_find (GTK_WIDGET (fixture.window), CAB_TYPE_SIDEBAR_ROW);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      Wanted wanted = { fixture.window, (gpointer)row };
      AdwDialog *dialog;

      g_test_message ("%s", actions[i]);
      g_assert_true (gtk_widget_grab_focus (row));
      gtk_widget_activate_action (GTK_WIDGET (fixture.window), actions[i], NULL);
      cab_test_app_settle (fixture.practice);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window));
      g_assert_nonnull (dialog);
      adw_dialog_close (dialog);
      cab_test_app_wait (has_settled_focus, &wanted);
    }
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/focus/opens", test_opens);
  g_test_add_func ("/focus/given-back", test_given_back);

  return cab_test_app_run ();
}
