/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* cab-screens FOLDER: photographs every page of the sample practice into FOLDER,
 * narrow, middling and wide, light and dark, from left and from right, and
 * writes an index of the pictures [W-171]. */

#define G_LOG_DOMAIN "cabinet-screens"

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "cab-backup.h"
#include "cab-backups-page.h"
#include "cab-compare-page.h"
#include "cab-difference-page.h"
#include "cab-import-dialog.h"
#include "cab-import-people-page.h"
#include "cab-mood-entry-page.h"
#include "cab-note.h"
#include "cab-practice-view.h"
#include "cab-privacy-page.h"
#include "cab-search-page.h"
#include "cab-store.h"
#include "cab-test-app.h"
#include "cab-values-round-page.h"

#define HEIGHT 720

static const int widths[] = { 360, 700, 1100 };

static const struct
{
  const char *name;
  AdwColorScheme scheme;
} styles[] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static const struct
{
  const char *name;
  GtkTextDirection direction;
} directions[] = {
  { "ltr", GTK_TEXT_DIR_LTR },
  { "rtl", GTK_TEXT_DIR_RTL },
};

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  CabOpenPractice *backup; /* opened for the pages that compare */
  char *client;
} Scene;

static void
open_tab (Scene *scene, const char *name)
{
  GtkWidget *stack;

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.open-client", "s", scene->client);
  cab_test_app_settle (scene->practice);
  stack = cab_test_app_find (GTK_WIDGET (scene->window), ADW_TYPE_VIEW_STACK);
  if (stack != NULL && adw_view_stack_get_child_by_name (ADW_VIEW_STACK (stack), name) != NULL)
    adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), name);
}

static void
go_overview (Scene *scene)
{
  open_tab (scene, "overview");
}

static void
go_notes (Scene *scene)
{
  open_tab (scene, "notes");
}

static void
go_progress (Scene *scene)
{
  open_tab (scene, "progress");
}

static void
go_consent (Scene *scene)
{
  open_tab (scene, "consent");
}

static void
go_files (Scene *scene)
{
  open_tab (scene, "files");
}

static void
go_mood_entry (Scene *scene)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW);

  open_tab (scene, "progress");
  cab_practice_view_push (CAB_PRACTICE_VIEW (view),
                          g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice", scene->practice,
                                        "client-id", scene->client, NULL));
}

static void
go_values_round (Scene *scene)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW);

  open_tab (scene, "progress");
  cab_practice_view_push (CAB_PRACTICE_VIEW (view),
                          g_object_new (CAB_TYPE_VALUES_ROUND_PAGE, "practice", scene->practice,
                                        "client-id", scene->client, NULL));
}

static void
go_today (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-today", NULL);
}

static void
go_clients (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-clients", NULL);
}

static void
show_privacy (Scene *scene, const char *view)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-privacy", NULL);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRIVACY_PAGE);
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (gtk_widget_get_template_child (page, CAB_TYPE_PRIVACY_PAGE, "view_stack")),
      view);
}

static void
go_disclosures (Scene *scene)
{
  show_privacy (scene, "disclosures");
}

static void
go_activity (Scene *scene)
{
  show_privacy (scene, "activity");
}

static void
go_backups (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-backups", NULL);
}

/* A session note as a backup has it, beside which it was written on and thrown away. */
static gpointer
prepare_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };
  g_autoptr (CabRecord) note = cab_record_new (&cab_note_kind);
  char *path = NULL;

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), data);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), "session");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T10:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  if (!cab_practice_save (practice, note, error)
      || !cab_note_write (practice, note, "Slept badly, and found the letter in the drawer.",
                          CAB_CUT_BECAUSE_LEAVE, error)
      || !cab_backup_make (cab_practice_get_vault (practice), g_get_home_dir (), &watch, &path,
                           NULL, error)
      || !cab_note_write (practice, note, "Slept well, and put the letter back.",
                          CAB_CUT_BECAUSE_LEAVE, error)
      || !cab_practice_trash (practice, note, error))
    return NULL;

  return path;
}

static AdwNavigationPage *
push_compare (Scene *scene)
{
  static char *path;
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW);
  AdwNavigationPage *page;

  if (path == NULL)
    path = cab_test_app_do (scene->practice, CAB_JOB_WRITES, prepare_job, scene->client);
  if (scene->backup == NULL)
    scene->backup = cab_test_app_open_backup (path);
  page = ADW_NAVIGATION_PAGE (cab_compare_page_new (scene->backup, scene->practice));
  cab_practice_view_show_page (CAB_PRACTICE_VIEW (view), "backups");
  cab_practice_view_push (CAB_PRACTICE_VIEW (view), page);
  cab_test_app_settle (scene->backup);
  cab_test_app_settle (scene->practice);
  cab_test_app_settle (scene->backup);

  return page;
}

static void
go_compare (Scene *scene)
{
  push_compare (scene);
}

static void
go_difference (Scene *scene)
{
  g_autoptr (GListModel) differences = NULL;
  g_autoptr (CabDifferenceItem) item = NULL;

  g_object_get (push_compare (scene), "differences", &differences, NULL);
  item = g_list_model_get_item (differences, g_list_model_get_n_items (differences) - 1);
  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (cab_difference_page_new (scene->backup, scene->practice, item)));
  cab_test_app_settle (scene->backup);
}

static void
go_restore (Scene *scene)
{
  GtkWidget *page;

  push_compare (scene);
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.show-backups", NULL);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_BACKUPS_PAGE);
  gtk_widget_activate_action (page, "backup.restore", "s",
                              cab_open_practice_get_path (scene->backup));
}

static void
go_export (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.export-client", "s", scene->client);
}

/* A list in which one row is at fault. */
static CabImportDialog *
open_import (Scene *scene)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "people.csv", NULL);
  AdwDialog *dialog;

  if (!g_file_set_contents (path,
                            "First Name,Last Name,DOB,E-mail,Insurance\n"
                            "Ann,Archer,1990-02-03,ann@example.org,none\n"
                            "Bob,Brown,1999-99-99,bob@example.org,none\n",
                            -1, NULL))
    g_error ("“%s” can't be written", path);

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.import", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  cab_import_dialog_set_file (CAB_IMPORT_DIALOG (dialog), path);
  cab_test_app_settle (scene->practice);

  return CAB_IMPORT_DIALOG (dialog);
}

static void
go_import (Scene *scene)
{
  (void)open_import (scene);
}

static void
go_import_preview (Scene *scene)
{
  CabImportDialog *dialog = open_import (scene);
  GtkWidget *page = cab_test_app_find (GTK_WIDGET (dialog), CAB_TYPE_IMPORT_PEOPLE_PAGE);

  if (page != NULL)
    g_signal_emit_by_name (page, "next");
}

static void
go_preferences (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.preferences", NULL);
}

static void
show_preferences (Scene *scene, const char *page)
{
  AdwDialog *dialog;

  go_preferences (scene);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), page);
}

static void
go_security (Scene *scene)
{
  show_preferences (scene, "security");
}

static void
go_practice (Scene *scene)
{
  show_preferences (scene, "practice");
}

static void
go_search (Scene *scene)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.search", NULL);
  page = cab_test_app_find (GTK_WIDGET (scene->window), CAB_TYPE_SEARCH_PAGE);
  gtk_editable_set_text (GTK_EDITABLE (cab_test_app_find (page, GTK_TYPE_SEARCH_ENTRY)), "sister");
}

static void
go_shortcuts (Scene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.shortcuts", NULL);
}

static void
go_locked (Scene *scene)
{
  cab_window_lock (scene->window, CAB_LOCK_ASKED);
}

/* In the order of the index; locking is the last, for nothing is open after it. */
static const struct
{
  const char *name;
  void (*go) (Scene *scene);
} pages[] = {
  { "today", go_today },
  { "clients", go_clients },
  { "overview", go_overview },
  { "notes", go_notes },
  { "progress", go_progress },
  { "mood-entry", go_mood_entry },
  { "values-round", go_values_round },
  { "consent", go_consent },
  { "files", go_files },
  { "disclosures", go_disclosures },
  { "activity", go_activity },
  { "backups", go_backups },
  { "compare", go_compare },
  { "difference", go_difference },
  { "restore", go_restore },
  { "search", go_search },
  { "shortcuts", go_shortcuts },
  { "export", go_export },
  { "import", go_import },
  { "import-preview", go_import_preview },
  { "preferences", go_preferences },
  { "preferences-security", go_security },
  { "preferences-practice", go_practice },
  { "locked", go_locked },
};

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *)data;
}

/* Frames come by the clock of the display, so a moment of it is waited for. */
static void
wait_for_frames (Scene *scene)
{
  gint64 end = g_get_monotonic_time () + 400 * 1000;

  if (!cab_open_practice_is_closed (scene->practice))
    cab_test_app_settle (scene->practice);
  cab_test_app_wait (is_past, &end);
}

static void
photograph (GtkWidget *window, const char *path)
{
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("“%s” can't be written", path);
}

static void
take_pages (Scene *scene, const char *folder, int width, const char *style, const char *direction)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("%s-%d-%s-%s.png", pages[i].name, width, style, direction);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      AdwDialog *dialog
          = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));

      if (dialog != NULL)
        adw_dialog_force_close (dialog);
      pages[i].go (scene);
      wait_for_frames (scene);
      photograph (GTK_WIDGET (scene->window), path);
    }
}

static void
take_window (const char *folder, int width, guint style, guint direction)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  Scene scene = { .practice = practice };

  gtk_widget_set_default_direction (directions[direction].direction);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[style].scheme);
  scene.client = cab_test_app_dup_client (practice);
  scene.window = cab_test_app_new_window (NULL);
  gtk_window_set_default_size (GTK_WINDOW (scene.window), width, HEIGHT);
  cab_window_take_practice (scene.window, g_object_ref (practice));
  take_pages (&scene, folder, width, styles[style].name, directions[direction].name);
  gtk_window_destroy (GTK_WINDOW (scene.window));
  if (scene.backup != NULL)
    cab_open_practice_close (scene.backup);
  g_clear_object (&scene.backup);
  g_free (scene.client);
}

static void
add_picture (GString *html, const char *page, int width, guint style, guint direction)
{
  g_autofree char *name = g_strdup_printf ("%s-%d-%s-%s.png", page, width, styles[style].name,
                                           directions[direction].name);

  g_string_append_printf (
      html, "<td><a href=\"%s\"><img src=\"%s\" alt=\"%s\" height=\"240\"></a></td>\n", name, name,
      name);
}

static void
write_index (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "index.html", NULL);
  g_autoptr (GString) html = g_string_new ("<!DOCTYPE html>\n<html lang=\"en\"><head>"
                                           "<meta charset=\"utf-8\"><title>Cabinet’s pages</title>"
                                           "</head><body>\n");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_string_append_printf (html, "<h2>%s</h2>\n<table><tr>\n", pages[i].name);
      for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
        for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
          for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
            add_picture (html, pages[i].name, widths[w], s, d);
      g_string_append (html, "</tr></table>\n");
    }
  g_string_append (html, "</body></html>\n");
  if (!g_file_set_contents (path, html->str, (gssize)html->len, NULL))
    g_error ("“%s” can't be written", path);
}

int
main (int argc, char **argv)
{
  const char *folder = argc == 2 ? argv[1] : NULL;
  char *none[] = { argv[0], NULL };
  char **arguments = none;
  int n_arguments = 1;

  if (folder == NULL)
    {
      g_printerr ("usage: cab-screens FOLDER\n");
      return 2;
    }

  cab_test_app_init (&n_arguments, &arguments);
  g_mkdir_with_parents (folder, 0700);
  for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
    for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        take_window (folder, widths[w], s, d);
  write_index (folder);

  return EXIT_SUCCESS;
}
