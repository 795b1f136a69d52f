/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "cab-action-table.h"

struct _CabShortcutsDialog
{
  AdwDialog parent_instance;

  /* Template */
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (CabShortcutsDialog, cab_shortcuts_dialog, ADW_TYPE_DIALOG)

AdwDialog *
cab_shortcuts_dialog_new (void)
{
  return g_object_new (CAB_TYPE_SHORTCUTS_DIALOG, NULL);
}

/* "Ctrl+L", as this keyboard names its keys. */
static char *
dup_keys_label (GtkWidget *widget, const char *accelerators)
{
  g_auto (GStrv) keys = g_strsplit (accelerators, " ", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) ended = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (keys[i]);

      g_strv_builder_take (
          labels, gtk_shortcut_trigger_to_label (trigger, gtk_widget_get_display (widget)));
    }
  ended = g_strv_builder_end (labels);

  /* Translators: between two keys that do the same */
  return g_strjoinv (_ (" or "), ended);
}

static GtkWidget *
make_row (GtkWidget *widget, const CabAction *action)
{
  g_autofree char *keys = dup_keys_label (widget, action->keys);
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", _ (action->title), NULL);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", keys, "wrap", TRUE, "xalign", 1.0f, NULL);

  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys,
                                  -1);

  return row;
}

static void
add_group (CabShortcutsDialog *self, const char *name)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ (name));
  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    for (guint i = 0; i < cab_action_tables[t]->n_actions; i++)
      {
        const CabAction *action = &cab_action_tables[t]->actions[i];

        if (action->keys != NULL && g_strcmp0 (action->group, name) == 0)
          adw_preferences_group_add (group, make_row (GTK_WIDGET (self), action));
      }
  adw_preferences_page_add (self->page, group);
}

static void
cab_shortcuts_dialog_class_init (CabShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/common/cab-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabShortcutsDialog, page);
}

/* Groups stand in the order in which the tables name them first. */
static void
cab_shortcuts_dialog_init (CabShortcutsDialog *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint t = 0; cab_action_tables[t] != NULL; t++)
    for (guint i = 0; i < cab_action_tables[t]->n_actions; i++)
      {
        const CabAction *action = &cab_action_tables[t]->actions[i];

        if (action->keys != NULL && action->title != NULL
            && g_hash_table_add (groups, (char *)action->group))
          add_group (self, action->group);
      }
}
