/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-page.h"
#include "cab-consent-purpose-page.h"
#include "cab-model-error.h"
#include "cab-note-editor.h"
#include "cab-note.h"
#include "cab-opener.h"
#include "cab-practice-view.h"
#include "cab-test-app.h"
#include "cab-tombstone.h"
#include "cab-vault-error.h"

/* The practice's pages, each of which is shown in turn. */
static const char *const pages[] = { "today", "clients", "privacy", "backups" };
static const char *const tabs[] = { "overview", "notes", "progress", "consent", "files" };

/* What was found in one mode: names of actions. */
typedef struct
{
  GHashTable *met;
  GHashTable *enabled;
} Found;

static void
found_init (Found *self)
{
  self->met = g_hash_table_new (g_str_hash, g_str_equal);
  self->enabled = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
found_clear (Found *self)
{
  g_hash_table_unref (self->met);
  g_hash_table_unref (self->enabled);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* GTK tells whether an act is enabled only through a widget that would do it. */
static gboolean
is_enabled (GtkWidget *widget, const CabAction *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean is_sensitive;

  if (action->parameter != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), action->parameter, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action->name);
  gtk_widget_set_parent (button, widget);
  is_sensitive = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return is_sensitive;
}

static gboolean
has_action (GtkWidget *widget, const char *name)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (widget);
  const GVariantType *type;
  const char *property;
  const char *each;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &each, &type, &property); i++)
    if (g_str_equal (each, name))
      return TRUE;

  return FALSE;
}

static void
look_at_widget (Found *found, GtkWidget *widget)
{
  for (guint i = 0; cab_action_tables[i] != NULL; i++)
    for (guint j = 0; j < cab_action_tables[i]->n_actions; j++)
      {
        const CabAction *action = &cab_action_tables[i]->actions[j];

        if (action->name == NULL || action->activate == NULL || !has_action (widget, action->name))
          continue;
        g_hash_table_add (found->met, (char *)action->name);
        if (is_enabled (widget, action))
          g_hash_table_add (found->enabled, (char *)action->name);
      }
}

static void
look (Found *found, GtkWidget *widget)
{
  look_at_widget (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look (found, child);
}

static gpointer
find_note (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = { .client_id = data, .trashed = 0 };
  g_autoptr (GPtrArray) notes = cab_practice_list (practice, &cab_note_kind, &filter, error);

  return notes != NULL && notes->len > 0 ? g_strdup (cab_record_get_id (notes->pdata[0])) : NULL;
}

/* Goes through every page, every tab of a client, a note and a consent. */
static void
walk (CabWindow *window, Found *found)
{
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autofree char *note = cab_test_app_do (practice, CAB_JOB_READS, find_note, client);
  GtkWidget *stack;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      cab_practice_view_show_page (CAB_PRACTICE_VIEW (view), pages[i]);
      cab_test_app_settle (practice);
      look (found, GTK_WIDGET (window));
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  stack = cab_test_app_find (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENT_PAGE),
                             ADW_TYPE_VIEW_STACK);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), tabs[i]);
      cab_test_app_settle (practice);
      look (found, GTK_WIDGET (window));
    }

  cab_note_editor_open (stack, practice, &cab_note_kind, client, note);
  cab_test_app_settle (practice);
  look (found, GTK_WIDGET (window));
  cab_push_page (stack, g_object_new (CAB_TYPE_CONSENT_PURPOSE_PAGE, "practice", practice,
                                      "client-id", client, "purpose", 0, NULL));
  cab_test_app_settle (practice);
  look (found, GTK_WIDGET (window));
}

static CabOpenPractice *
open_read_only (void)
{
  g_autofree char *path = cab_opener_dup_sample_path ();

  return cab_test_app_open_backup (path);
}

static void
look_in_mode (gboolean writable, Found *found)
{
  CabOpenPractice *practice = writable ? cab_test_app_open_sample () : open_read_only ();
  CabWindow *window = cab_test_app_new_window (practice);

  g_assert_cmpint (cab_open_practice_is_writable (practice), ==, writable);
  walk (window, found);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the two modes may differ by, and where an act of the tables was not met at all. */
static void
compare (const Found *writing, const Found *reading)
{
  guint n_mutating = 0;

  for (guint i = 0; cab_action_tables[i] != NULL; i++)
    for (guint j = 0; j < cab_action_tables[i]->n_actions; j++)
      {
        const CabAction *action = &cab_action_tables[i]->actions[j];
        gboolean mutates = (action->flags & CAB_ACTION_MUTATES) != 0;

        if (action->name == NULL || !g_hash_table_contains (reading->met, action->name))
          continue;
        g_test_message ("%s", action->name);
        if (mutates)
          g_assert_false (g_hash_table_contains (reading->enabled, action->name));
        else
          g_assert_cmpint (g_hash_table_contains (reading->enabled, action->name), ==,
                           g_hash_table_contains (writing->enabled, action->name));
        n_mutating += mutates && g_hash_table_contains (writing->enabled, action->name) ? 1 : 0;
      }

  g_assert_cmpuint (n_mutating, >, 12);
}

/* [W-46], [W-159] the same practice, opened for writing and read-only: what is disabled is what
 * the tables say changes the record, and nothing else */
static void
test_same_practice (void)
{
  g_auto (Found) writing = { 0 };
  g_auto (Found) reading = { 0 };

  found_init (&writing);
  found_init (&reading);
  look_in_mode (TRUE, &writing);
  look_in_mode (FALSE, &reading);
  compare (&writing, &reading);
}

/* Every kind of record that the practice has. */
static gpointer
refused_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = { .trashed = -1 };
  g_autoptr (GError) local = NULL;
  guint n = 0;

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      /* The erasing alone writes tombstones. */
      if (cab_kinds[i]->without_system_fields || cab_kinds[i] == &cab_tombstone_kind)
        continue;
      records = cab_practice_list (practice, cab_kinds[i], &filter, error);
      g_assert_no_error (*error);
      if (records->len == 0)
        continue;
      g_test_message ("%s", cab_kinds[i]->name);
      g_assert_false (cab_practice_replace_as_is (practice, records->pdata[0], &local));
      g_assert_error (local, CAB_VAULT_ERROR, CAB_VAULT_ERROR_READ_ONLY);
      g_clear_error (&local);
      n++;
    }
  g_assert_cmpuint (n, >, 15);
  g_assert_false (cab_practice_set_preference (practice, "backup-folder", "/", &local));
  g_assert_error (local, CAB_MODEL_ERROR, CAB_MODEL_ERROR_READ_ONLY);

  return NULL;
}

/* [W-159] the storage refuses every kind of record too, whatever a widget would do */
static void
test_storage (void)
{
  g_autoptr (CabOpenPractice) practice = open_read_only ();

  cab_test_app_do (practice, CAB_JOB_WRITES, refused_job, NULL);
  cab_open_practice_close (practice);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/read-only/same-practice", test_same_practice);
  g_test_add_func ("/read-only/storage", test_storage);

  return cab_test_app_run ();
}
