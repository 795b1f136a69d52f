/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CabActionFlags:
 * @CAB_ACTION_ALWAYS: works in every practice that is open
 * @CAB_ACTION_MUTATES: changes the record: insensitive in a read-only practice [W-46]
 * @CAB_ACTION_WHEN_LOCKED: works without an open practice too [W-101]
 * @CAB_ACTION_AFTER_FOCUS: its key belongs to the focused widget first: Ctrl+Z in a text
 * @CAB_ACTION_OVER_DIALOGS: its key works while a dialog is open too [W-43]
 */
typedef enum
{
  CAB_ACTION_ALWAYS = 0,
  CAB_ACTION_MUTATES = 1 << 0,
  CAB_ACTION_WHEN_LOCKED = 1 << 1,
  CAB_ACTION_AFTER_FOCUS = 1 << 2,
  CAB_ACTION_OVER_DIALOGS = 1 << 3
} CabActionFlags;

/**
 * CabAction:
 * @name: with its scope, `win.lock`; %NULL: only a key that a widget handles itself
 * @parameter: (nullable): the type of its parameter, `s`
 * @keys: (nullable): accelerators with a space between them, as GTK writes them
 * @title: (nullable): what it does, for the list of shortcuts; %NULL: not listed
 * @group: (nullable): the untranslated heading it stands under there
 * @flags: when it works
 * @activate: (nullable): runs it
 *
 * One row of a scope's table. The rows install the actions, register the keys,
 * follow `writable`, and fill the list of shortcuts: nothing else names a key.
 *
 * Source: window.md [W-100].
 */
typedef struct
{
  const char *name;
  const char *parameter;
  const char *keys;
  const char *title;
  const char *group;
  CabActionFlags flags;
  GtkWidgetActionActivateFunc activate;
} CabAction;

/**
 * CabActionTable:
 * @actions: the rows
 * @n_actions: how many
 *
 * The table of one scope.
 */
typedef struct
{
  const CabAction *actions;
  guint n_actions;
} CabActionTable;

#define CAB_DEFINE_ACTION_TABLE(symbol, rows)                                                      \
  const CabActionTable symbol = { rows, G_N_ELEMENTS (rows) }

/**
 * cab_action_table_install:
 * @self: a table
 * @widget_class: the class of the widget that owns the scope
 *
 * Installs the actions. Called from class_init.
 */
void cab_action_table_install (const CabActionTable *self, GtkWidgetClass *widget_class);

/**
 * cab_action_table_bind:
 * @self: the table
 * @widget: an instance of the class it was installed on
 * @practice: (nullable): has the property `writable`; %NULL: nothing is open
 *
 * Enables what may be done now, and goes on doing so when `writable` changes.
 * Binding again replaces what was bound.
 */
void cab_action_table_bind (const CabActionTable *self, GtkWidget *widget, GObject *practice);

/**
 * cab_action_table_listen:
 * @self: the table
 * @widget: an instance of the class it was installed on
 *
 * Lets the keys of the table work while @widget is on screen, wherever the
 * focus is in its window. Called once, from the instance's init.
 */
void cab_action_table_listen (const CabActionTable *self, GtkWidget *widget);

/**
 * cab_action_table_listen_in_dialog:
 * @self: the table of the window
 * @dialog: a dialog of that window
 *
 * Lets the keys work that are for dialogs too. A dialog of libadwaita keeps all
 * keys to itself, so that none of the window's comes through.
 */
void cab_action_table_listen_in_dialog (const CabActionTable *self, GtkWidget *dialog);

/** cab_action_tables: every scope's table, %NULL at the end; for the shortcuts dialog and tests */
extern const CabActionTable *const cab_action_tables[];

G_END_DECLS
