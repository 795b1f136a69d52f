/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_RECENT_FILES_MAX: how many practices are remembered */
#define CAB_RECENT_FILES_MAX 10

/**
 * cab_recent_files_list:
 *
 * Lists the practices that were last opened for writing: paths and nothing
 * else, in `$XDG_STATE_HOME/cabinet/recent`, which only this user can read. The
 * desktop's own list of recent files is never told.
 *
 * Thread: main. Source: window.md [W-35], [W-184].
 *
 * Returns: (transfer full) (array zero-terminated=1): the newest first
 */
char **cab_recent_files_list (void);

/** cab_recent_files_add: puts @path in front, unless Preferences say to remember none */
void cab_recent_files_add (const char *path);

/** cab_recent_files_remove: forgets @path; the file itself stays where it is */
void cab_recent_files_remove (const char *path);

/** cab_recent_files_clear: forgets all of them */
void cab_recent_files_clear (void);

G_END_DECLS
