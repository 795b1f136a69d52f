/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the buttons of the banner [W-6] do. Each is an act of the window, for a
 * row of its table: @widget is the #CabWindow.
 */

/** cab_safety_back_up: shows the backups and makes one [V-103] */
void cab_safety_back_up (GtkWidget *widget, const char *action, GVariant *parameter);

/** cab_safety_try_again: stores now what could not be stored [V-26] */
void cab_safety_try_again (GtkWidget *widget, const char *action, GVariant *parameter);

/** cab_safety_delete_sample: asks, and removes the sample practice [W-41] */
void cab_safety_delete_sample (GtkWidget *widget, const char *action, GVariant *parameter);

/** cab_safety_compare: compares the backup with the practice that is open beside it [W-51] */
void cab_safety_compare (GtkWidget *widget, const char *action, GVariant *parameter);

/** cab_safety_restore: asks for a backup, and puts it where a practice was or goes [W-35] */
void cab_safety_restore (GtkWidget *widget, const char *action, GVariant *parameter);

/** cab_safety_save_copy: asks where to, and copies what was opened read-only [W-47] */
void cab_safety_save_copy (GtkWidget *widget, const char *action, GVariant *parameter);

G_END_DECLS
