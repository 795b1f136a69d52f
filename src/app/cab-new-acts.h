/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What makes something new, from wherever in the window it is asked for [W-4].
 * Each is an act of the window, for a row of its table: @widget is the #CabWindow.
 */

/** cab_new_by_context: makes what the page in front is about: a client on their list, else a note
 */
void cab_new_by_context (GtkWidget *widget, const char *action, GVariant *parameter);

/** cab_new_mood_entry: the same as cab_new_note(), for a mood entry */
void cab_new_mood_entry (GtkWidget *widget, const char *action, GVariant *parameter);

/** cab_new_note: asks whose, unless somebody's page is in front, and begins a note */
void cab_new_note (GtkWidget *widget, const char *action, GVariant *parameter);

G_END_DECLS
