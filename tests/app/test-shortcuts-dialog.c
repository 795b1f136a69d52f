/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-action-table.h"
#include "cab-shortcuts-dialog.h"
#include "cab-test-app.h"

/* A key as GTK knows it, so that two spellings of one key are one. */
static char *
dup_key (const char *accelerator)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (accelerator);

  g_assert_nonnull (trigger);

  return gtk_shortcut_trigger_to_string (trigger);
}

/* Keys of the window that a page may take for itself are not counted twice. */
static void
add_keys (GHashTable *keys, const CabActionTable *table, CabActionFlags without)
{
  for (guint i = 0; i < table->n_actions; i++)
    {
      const CabAction *action = &table->actions[i];
      gboolean is_counted = action->keys != NULL && (action->flags & without) == 0;
      g_auto (GStrv) split = g_strsplit (is_counted ? action->keys : "", " ", -1);

      for (guint k = 0; split[k] != NULL; k++)
        {
          g_test_message ("%s: %s", action->title, split[k]);
          g_assert_true (g_hash_table_add (keys, dup_key (split[k])));
        }
    }
}

/* [W-100], [W-101] no key stands twice in a page's own table and the window's above it */
static void
test_keys_once (void)
{
  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    {
      g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gboolean is_window = cab_action_tables[t] == &cab_window_actions;

      add_keys (keys, cab_action_tables[t], 0);
      if (!is_window)
        add_keys (keys, &cab_window_actions, CAB_ACTION_AFTER_FOCUS);
    }
}

/* [W-102] keys that belong to the toolkit stay free */
static void
test_keys_free (void)
{
  static const char *const taken[]
      = { "<Control><Shift>m", "<Control><Shift>i", "<Control><Shift>d" };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    g_hash_table_add (keys, dup_key (taken[i]));
  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    for (guint i = 0; i < cab_action_tables[t]->n_actions; i++)
      {
        const char *key = cab_action_tables[t]->actions[i].keys;
        g_autofree char *read = key != NULL && strchr (key, ' ') == NULL ? dup_key (key) : NULL;

        g_assert_true (read == NULL || !g_hash_table_contains (keys, read));
      }
}

/* [W-100] every row with a key says what it does and under which heading */
static void
test_titles (void)
{
  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    for (guint i = 0; i < cab_action_tables[t]->n_actions; i++)
      {
        const CabAction *action = &cab_action_tables[t]->actions[i];

        g_test_message ("%s", action->name != NULL ? action->name : action->keys);
        g_assert_true (action->name != NULL || action->keys != NULL);
        g_assert_true (action->keys == NULL || (action->title != NULL && *action->title != '\0'));
        g_assert_true (action->keys == NULL || (action->group != NULL && *action->group != '\0'));
      }
}

static guint
count_rows (GtkWidget *root)
{
  guint n = ADW_IS_ACTION_ROW (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

/* [W-100], [W-157] the dialog lists every key there is, from the tables; also while locked */
static void
test_dialog (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);
  guint n_keys = 0;
  GtkWidget *dialog;

  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    for (guint i = 0; i < cab_action_tables[t]->n_actions; i++)
      n_keys += cab_action_tables[t]->actions[i].keys != NULL ? 1 : 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL));
  dialog = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_SHORTCUTS_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (n_keys, >, 10);
  g_assert_cmpuint (count_rows (dialog), ==, n_keys);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* "Ctrl", "Shift" and the key, as Mallard marks up keys that are held together. */
static void
append_keys (GString *page, const char *accelerator)
{
  static const struct
  {
    GdkModifierType modifier;
    const char *name;
  } modifiers[] = {
    { GDK_CONTROL_MASK, "Ctrl" },
    { GDK_SHIFT_MASK, "Shift" },
    { GDK_ALT_MASK, "Alt" },
  };
  GdkModifierType held = 0;
  guint keyval = 0;
  g_autofree char *label = NULL;
  g_autofree char *escaped = NULL;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &held));
  label = gtk_accelerator_get_label (keyval, 0);
  escaped = g_markup_escape_text (label, -1);
  g_string_append (page, "<keyseq>");
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if ((held & modifiers[i].modifier) != 0)
      g_string_append_printf (page, "<key>%s</key>", modifiers[i].name);
  g_string_append_printf (page, "<key>%s</key></keyseq>", escaped);
}

static void
append_row (GString *page, const CabAction *action)
{
  g_auto (GStrv) keys = g_strsplit (action->keys, " ", -1);
  g_autofree char *title = g_markup_escape_text (action->title, -1);

  g_string_append (page, "      <tr>\n        <td><p>");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (page, " or ");
      append_keys (page, keys[i]);
    }
  g_string_append_printf (page, "</p></td>\n        <td><p>%s</p></td>\n      </tr>\n", title);
}

static void
append_group (GString *page, const char *name)
{
  g_autofree char *id = g_str_to_ascii (name, "C");

  for (char *letter = id; *letter != '\0'; letter++)
    *letter = g_ascii_isalnum (*letter) ? g_ascii_tolower (*letter) : '-';
  g_string_append_printf (page, "\n  <section id=\"%s\">\n    <title>%s</title>\n    <table>\n", id,
                          name);
  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    for (guint i = 0; i < cab_action_tables[t]->n_actions; i++)
      {
        const CabAction *action = &cab_action_tables[t]->actions[i];

        if (action->keys != NULL && g_strcmp0 (action->group, name) == 0)
          append_row (page, action);
      }
  g_string_append (page, "    </table>\n  </section>\n");
}

static char *
dup_page (void)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GString *page = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
      "<!-- Copyright 2026 The Cabinet authors -->\n"
      "<!-- Made from the tables of actions: CAB_UPDATE_GOLDEN=1 meson test shortcuts-dialog -->\n"
      "<page xmlns=\"http://projectmallard.org/1.0/\" type=\"topic\" id=\"shortcuts\">\n"
      "  <info>\n"
      "    <link type=\"guide\" xref=\"index#begin\"/>\n"
      "    <desc>Everything can be done by keys.</desc>\n"
      "  </info>\n"
      "\n"
      "  <title>Keyboard Shortcuts</title>\n"
      "\n"
      "  <p>The keys of <gui>Cabinet</gui> and <gui>Go</gui> work wherever the focus is; those of "
      "a "
      "page, while that page is in front.</p>\n");

  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    for (guint i = 0; i < cab_action_tables[t]->n_actions; i++)
      {
        const CabAction *action = &cab_action_tables[t]->actions[i];

        if (action->keys != NULL && g_hash_table_add (groups, (char *)action->group))
          append_group (page, action->group);
      }
  g_string_append (page, "</page>\n");

  return g_string_free_and_steal (page);
}

/* [W-100] the help page of the keys is made from the same rows */
static void
test_help_page (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("CABINET_SOURCE"), "data", "help", "C", "shortcuts.page", NULL);
  g_autofree char *made = dup_page ();
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("CAB_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, made, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &stored, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("shortcuts.page is made anew by CAB_UPDATE_GOLDEN=1");
  g_assert_cmpstr (stored, ==, made);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/shortcuts/keys-once", test_keys_once);
  g_test_add_func ("/shortcuts/keys-free", test_keys_free);
  g_test_add_func ("/shortcuts/titles", test_titles);
  g_test_add_func ("/shortcuts/dialog", test_dialog);
  g_test_add_func ("/shortcuts/help-page", test_help_page);

  return cab_test_app_run ();
}
