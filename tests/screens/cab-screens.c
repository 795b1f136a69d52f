/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* cab-screens [--run NAME]… FOLDER: photographs every page of the sample practice
 * into FOLDER, in every way in which a person may look at it, judges what it
 * sees, and writes an index of the pictures [W-171], [W-172]. With --run only in
 * those ways, with --page only that page. What it found is told as TAP. */

#define G_LOG_DOMAIN "cabinet-screens"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "cab-banner-slot.h"
#include "judge.h"
#include "scenes.h"

#define HEIGHT 720
#define SHOWN_WIDTH 1000
#define SHOWN_HEIGHT 700
#define N_WIDTHS 3

/* A way of looking, which is a process of its own: half of it is settled before the first window.
 */
typedef struct
{
  const char *name;
  gboolean dark;
  gboolean high_contrast;
  gboolean large; /* text of 200 % */
  gboolean pseudo;
  GtkTextDirection direction;
  int widths[N_WIDTHS];
  const char *const *only; /* (nullable): pages for a shop window, not part of the matrix */
} Run;

/* [W-181] What a software catalogue shows, first the most telling. */
static const char *const shown[]
    = { "note", "today", "progress", "consent", "export", "disclosures", NULL };
static const char *const shown_dark[] = { "overview", NULL };

static const Run runs[] = {
  { "light-ltr", .direction = GTK_TEXT_DIR_LTR, .widths = { 360, 700, 1100 } },
  { "light-rtl", .direction = GTK_TEXT_DIR_RTL, .widths = { 360, 700, 1100 } },
  { "dark-ltr", .dark = TRUE, .direction = GTK_TEXT_DIR_LTR, .widths = { 360, 700, 1100 } },
  { "dark-rtl", .dark = TRUE, .direction = GTK_TEXT_DIR_RTL, .widths = { 360, 700, 1100 } },
  { "contrast-ltr", .high_contrast = TRUE, .direction = GTK_TEXT_DIR_LTR,
    .widths = { 360, 700, 1100 } },
  { "contrast-rtl", .high_contrast = TRUE, .direction = GTK_TEXT_DIR_RTL,
    .widths = { 360, 700, 1100 } },
  { "large-ltr", .large = TRUE, .direction = GTK_TEXT_DIR_LTR, .widths = { 360, 1100 } },
  { "pseudo-ltr", .pseudo = TRUE, .direction = GTK_TEXT_DIR_LTR, .widths = { 360, 700 } },
  { "shown", .direction = GTK_TEXT_DIR_LTR, .widths = { SHOWN_WIDTH }, .only = shown },
  { "shown-dark", .dark = TRUE, .direction = GTK_TEXT_DIR_LTR, .widths = { SHOWN_WIDTH },
    .only = shown_dark },
};

static const char *const *only_runs;
static const char *const *only_pages;
static guint n_taken;
static GPtrArray *warnings; /* (element-type utf8): since the last picture */

static const GOptionEntry options[] = {
  { "run", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &only_runs, "Only in this way, as light-ltr",
    "NAME" },
  { "page", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &only_pages, "Only this page", "NAME" },
  { NULL },
};

static gboolean
is_alone (void)
{
  return only_runs != NULL && only_runs[0] != NULL && only_runs[1] == NULL;
}

static gboolean
is_wanted (const char *const *only, const char *name)
{
  return only == NULL || g_strv_contains (only, name);
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *)data;
}

/* In a shop window nobody needs to be told that the people are made up. */
static void
hide_banners (GtkWidget *widget)
{
  if (CAB_IS_BANNER_SLOT (widget))
    gtk_widget_set_visible (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hide_banners (child);
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

/* [W-172] What the toolkit warns of is a fault of the page that is on screen. */
static void
note_warning (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR)) != 0)
    {
      g_autofree char *text = g_strdup_printf ("%s warns: %s", domain, message);

      if (!g_ptr_array_find_with_equal_func (warnings, text, g_str_equal, NULL))
        g_ptr_array_add (warnings, g_steal_pointer (&text));
    }
}

/* A frame that is being laid out has no picture yet. */
static GskRenderNode *
snapshot_widget (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));

  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
has_picture (gpointer data)
{
  g_autoptr (GskRenderNode) node = snapshot_widget (data);

  return node != NULL;
}

/* The part of @window that @widget is; the frame around is the display's, which differs. */
static GdkTexture *
photograph (GtkWidget *window, GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t part;
  double x;
  double y;

  cab_test_app_wait (has_picture, window);
  node = snapshot_widget (window);
  g_assert_true (gtk_widget_compute_bounds (widget, window, &part));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  graphene_rect_offset (&part, (float)x, (float)y);

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &part);
}

/* One picture, and one line of TAP for it. */
static gboolean
take_page (Scene *scene,
           const Page *page,
           const char *folder,
           const char *name,
           const Run *run,
           int width)
{
  GtkWidget *window = GTK_WIDGET (scene->window);
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (scene->window));
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  /* What an act of the page before says, it says once that page's dialog is gone. */
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  adw_toast_overlay_dismiss_all (
      ADW_TOAST_OVERLAY (cab_test_app_find (window, ADW_TYPE_TOAST_OVERLAY)));
  page->go (scene);
  wait_for_frames (scene);
  if (run->only != NULL)
    {
      hide_banners (window);
      wait_for_frames (scene);
    }
  texture = photograph (window, gtk_window_get_child (GTK_WINDOW (window)));
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("“%s” can't be written", path);

  faults = judge_widgets (window, width);
  g_ptr_array_extend_and_steal (faults, g_steal_pointer (&warnings));
  warnings = g_ptr_array_new_with_free_func (g_free);
  if (judge_is_blank (texture))
    g_ptr_array_add (faults, g_strdup ("the page is blank"));
  for (guint i = 0; i < faults->len; i++)
    g_fprintf (stdout, "# %s: %s\n", name, (const char *)faults->pdata[i]);
  n_taken++;
  g_fprintf (stdout, "%s - %s\n", faults->len == 0 ? "ok" : "not ok", name);

  return faults->len == 0;
}

static gboolean
take_pages (Scene *scene, const char *folder, const Run *run, int width)
{
  gboolean fine = TRUE;
  gsize n_pages;
  const Page *pages = scenes_get_pages (&n_pages);

  for (gsize i = 0; i < n_pages; i++)
    {
      g_autofree char *name = run->only != NULL
                                  ? g_strdup (pages[i].name)
                                  : g_strdup_printf ("%s-%d-%s", pages[i].name, width, run->name);

      if (is_wanted (only_pages, pages[i].name) && is_wanted (run->only, pages[i].name))
        fine = take_page (scene, &pages[i], folder, name, run, width) && fine;
    }

  return fine;
}

static gboolean
take_window (const char *folder, const Run *run, int width)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  Scene scene = { .practice = practice };
  gboolean fine;

  scene.client = cab_test_app_dup_client (practice);
  scene.window = cab_test_app_new_window (NULL);
  gtk_window_set_default_size (GTK_WINDOW (scene.window), width,
                               run->only != NULL ? SHOWN_HEIGHT : HEIGHT);
  cab_window_take_practice (scene.window, g_object_ref (practice));
  fine = take_pages (&scene, folder, run, width);
  gtk_window_destroy (GTK_WINDOW (scene.window));
  if (scene.backup != NULL)
    cab_open_practice_close (scene.backup);
  g_clear_object (&scene.backup);
  g_free (scene.client);

  return fine;
}

/* [W-141] made of the strings as they are in the tree now */
static void
prepare_pseudo_locale (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "locale", NULL);
  const char *const make[] = { SOURCE "/tests/e2e/make-pseudo-locale", SOURCE, folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_newv (make, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (child, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("LANGUAGE", "en_XA", TRUE);
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static gboolean
take_run (const char *folder, const Run *run, const char *program)
{
  char *none[] = { (char *)program, NULL };
  char **arguments = none;
  int n_arguments = 1;
  gboolean fine = TRUE;

  warnings = g_ptr_array_new_with_free_func (g_free);
  if (run->high_contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  if (run->pseudo)
    prepare_pseudo_locale ();
  cab_test_app_init (&n_arguments, &arguments);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_default_handler (note_warning, NULL);
  gtk_widget_set_default_direction (run->direction);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      run->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                : ADW_COLOR_SCHEME_FORCE_LIGHT);
  /* As GNOME sets it, which no display here has asked for. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", "appmenu:close",
                "gtk-font-name", "Cantarell 11", NULL);
  if (run->large)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  for (guint i = 0; i < N_WIDTHS && run->widths[i] != 0; i++)
    fine = take_window (folder, run, run->widths[i]) && fine;

  return fine;
}

/* A process of its own, which is this program with the one way, in a home of its own: what
 * one has left there, the next would not write over. */
static gboolean
start_run (const char *folder, const Run *run, const char *program)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_autofree char *home = g_build_filename (g_get_home_dir (), run->name, NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  g_strv_builder_add_many (arguments, program, "--run", run->name, NULL);
  for (guint i = 0; only_pages != NULL && only_pages[i] != NULL; i++)
    g_strv_builder_add_many (arguments, "--page", only_pages[i], NULL);
  g_strv_builder_add (arguments, folder);
  words = g_strv_builder_end (arguments);
  g_assert_cmpint (g_mkdir_with_parents (home, 0700), ==, 0);
  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  child = g_subprocess_launcher_spawnv (launcher, (const char *const *)words, &error);
  g_assert_no_error (error);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);

  return g_subprocess_get_successful (child);
}

/* Pictures for a catalogue are no part of the matrix, and the pseudo-locale needs tools that
 * only the check has: both are taken when they are named. */
static gboolean
is_in_matrix (const Run *run)
{
  return is_wanted (only_runs, run->name)
         && (only_runs != NULL || (run->only == NULL && !run->pseudo));
}

static void
add_picture (GString *html, const char *page, const Run *run, int width)
{
  g_autofree char *name = g_strdup_printf ("%s-%d-%s.png", page, width, run->name);

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
  gsize n_pages;
  const Page *pages = scenes_get_pages (&n_pages);

  for (gsize i = 0; i < n_pages; i++)
    {
      g_string_append_printf (html, "<h2>%s</h2>\n<table><tr>\n", pages[i].name);
      for (guint r = 0; r < G_N_ELEMENTS (runs); r++)
        for (guint w = 0; w < N_WIDTHS && runs[r].widths[w] != 0; w++)
          if (is_in_matrix (&runs[r]) && runs[r].only == NULL)
            add_picture (html, pages[i].name, &runs[r], runs[r].widths[w]);
      g_string_append (html, "</tr></table>\n");
    }
  g_string_append (html, "</body></html>\n");
  if (!g_file_set_contents (path, html->str, (gssize)html->len, NULL))
    g_error ("“%s” can't be written", path);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  gboolean fine = TRUE;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("cab-screens: %s\n", error != NULL ? error->message : "a folder is missing");
      return 2;
    }

  g_mkdir_with_parents (argv[1], 0700);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (is_in_matrix (&runs[i]))
      fine = (is_alone () ? take_run : start_run) (argv[1], &runs[i], argv[0]) && fine;
  if (is_alone ())
    g_fprintf (stdout, "1..%u\n", n_taken);
  else
    write_index (argv[1]);

  return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
