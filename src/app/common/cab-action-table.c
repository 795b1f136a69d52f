/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-action-table.h"

#include <glib/gi18n.h>

#include "cab-announce.h"

/* What follows one practice for one widget's scope. */
typedef struct
{
  const CabActionTable *table;
  GtkWidget *widget;
  GObject *practice;
  gulong writable_id;
} Binding;

void
cab_action_table_install (const CabActionTable *self, GtkWidgetClass *widget_class)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < self->n_actions; i++)
    {
      const CabAction *action = &self->actions[i];

      if (action->name != NULL && action->activate != NULL)
        gtk_widget_class_install_action (widget_class, action->name, action->parameter,
                                         action->activate);
    }
}

static gboolean
is_allowed (const CabAction *action, GObject *practice)
{
  gboolean is_writable = FALSE;

  if (practice == NULL)
    return (action->flags & CAB_ACTION_WHEN_LOCKED) != 0;

  g_object_get (practice, "writable", &is_writable, NULL);
  return (action->flags & CAB_ACTION_MUTATES) == 0 || is_writable;
}

static void
update_actions (Binding *self)
{
  for (guint i = 0; i < self->table->n_actions; i++)
    {
      const CabAction *action = &self->table->actions[i];

      if (action->name != NULL && action->activate != NULL)
        gtk_widget_action_set_enabled (self->widget, action->name,
                                       is_allowed (action, self->practice));
    }
}

static void
on_writable_changed_cb (Binding *self)
{
  update_actions (self);
}

static void
binding_free (Binding *self)
{
  if (self->practice != NULL)
    g_signal_handler_disconnect (self->practice, self->writable_id);
  g_clear_object (&self->practice);
  g_free (self);
}

void
cab_action_table_bind (const CabActionTable *self, GtkWidget *widget, GObject *practice)
{
  Binding *binding;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  binding = g_new0 (Binding, 1);
  binding->table = self;
  binding->widget = widget;
  if (practice != NULL)
    {
      binding->practice = g_object_ref (practice);
      binding->writable_id = g_signal_connect_swapped (
          practice, "notify::writable", G_CALLBACK (on_writable_changed_cb), binding);
    }
  update_actions (binding);
  g_object_set_data_full (G_OBJECT (widget), "cab-action-binding", binding,
                          (GDestroyNotify)binding_free);
}

/* [W-101] Why nothing happens is said to whoever sees no insensitive button. */
static gboolean
on_mutating_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const CabAction *action = user_data;
  const Binding *binding = g_object_get_data (G_OBJECT (widget), "cab-action-binding");

  if (binding != NULL && binding->practice != NULL && !is_allowed (action, binding->practice))
    {
      cab_announce (widget, _ ("Read-only"));
      return GDK_EVENT_STOP;
    }

  return gtk_widget_activate_action (widget, action->name, NULL);
}

static GtkShortcutAction *
make_shortcut_action (const CabAction *action)
{
  if ((action->flags & CAB_ACTION_MUTATES) != 0)
    return gtk_callback_action_new (on_mutating_key_cb, (gpointer)action, NULL);

  return gtk_named_action_new (action->name);
}

static void
add_shortcuts (GtkShortcutController *controller, const CabAction *action)
{
  g_auto (GStrv) keys = g_strsplit (action->keys, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (keys[i]);

      g_assert (trigger != NULL);
      gtk_shortcut_controller_add_shortcut (
          controller, gtk_shortcut_new (trigger, make_shortcut_action (action)));
    }
}

static void
listen (const CabActionTable *self, GtkWidget *widget, GtkPropagationPhase phase)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (controller, GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (controller), phase);
  for (guint i = 0; i < self->n_actions; i++)
    {
      const CabAction *action = &self->actions[i];
      gboolean is_after = (action->flags & CAB_ACTION_AFTER_FOCUS) != 0;

      if (action->name != NULL && action->keys != NULL && action->parameter == NULL
          && is_after == (phase == GTK_PHASE_BUBBLE))
        add_shortcuts (controller, action);
    }
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
}

void
cab_action_table_listen (const CabActionTable *self, GtkWidget *widget)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* Before a text field eats Ctrl+K for its own: an act of the page is meant. */
  listen (self, widget, GTK_PHASE_CAPTURE);
  listen (self, widget, GTK_PHASE_BUBBLE);
}

void
cab_action_table_listen_in_dialog (const CabActionTable *self, GtkWidget *dialog)
{
  GtkEventController *controller;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (dialog));

  if (g_object_get_data (G_OBJECT (dialog), "cab-action-keys") != NULL)
    return;

  controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < self->n_actions; i++)
    if ((self->actions[i].flags & CAB_ACTION_OVER_DIALOGS) != 0)
      add_shortcuts (GTK_SHORTCUT_CONTROLLER (controller), &self->actions[i]);
  gtk_widget_add_controller (dialog, controller);
  g_object_set_data (G_OBJECT (dialog), "cab-action-keys", controller);
}
