/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-window.h"

G_BEGIN_DECLS

/** CAB_TEST_LOCK_US: [V-170] 300 ms; five times that where others build and test besides */
#define CAB_TEST_LOCK_US (5 * 300 * 1000)

/** CabTestCondition: Returns: whether what is waited for has come */
typedef gboolean (*CabTestCondition) (gpointer data);

/**
 * cab_test_app_wait:
 * @condition: asked after every turn of the main loop
 * @data: for @condition
 *
 * Runs the main loop until @condition holds; fails the test after 20 s.
 */
void cab_test_app_wait (CabTestCondition condition, gpointer data);

/** cab_test_app_settle: runs the main loop until the file's thread and the frames are idle */
void cab_test_app_settle (CabOpenPractice *practice);

/**
 * cab_test_app_open_sample:
 *
 * Opens the sample practice in the test's own data folder, with a fixed clock
 * on the day after the sample's last. It is made once per program.
 *
 * Returns: (transfer full): the open practice
 */
CabOpenPractice *cab_test_app_open_sample (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_test_app_new_window:
 * @practice: (transfer full) (nullable): what it shows
 *
 * Returns: (transfer none): a window on screen, which cab_test_app_end() closes
 */
CabWindow *cab_test_app_new_window (CabOpenPractice *practice);

/** cab_test_app_find: Returns: (nullable): the first widget of @type below @root, mapped or not */
GtkWidget *cab_test_app_find (GtkWidget *root, GType type);

/**
 * cab_test_app_dup_client:
 * @practice: an open practice
 *
 * Returns: (transfer full): the id of the first client of the list
 */
char *cab_test_app_dup_client (CabOpenPractice *practice);

/**
 * cab_test_app_do:
 * @practice: an open practice
 * @flags: what the job does
 * @func: the job; an error of it fails the test
 * @data: (nullable): for @func
 *
 * Runs a job and waits for it.
 *
 * Returns: (transfer full) (nullable): what it returned
 */
gpointer
cab_test_app_do (CabOpenPractice *practice, CabJobFlags flags, CabJobFunc func, gpointer data);

/**
 * cab_test_app_open_file:
 * @path: (type filename): a practice that nobody else has open
 * @passphrase: opens it
 * @flags: how
 *
 * Returns: (transfer full): the open practice
 */
CabOpenPractice *cab_test_app_open_file (const char *path,
                                         const char *passphrase,
                                         CabVaultOpenFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_test_app_open_backup:
 * @path: (type filename): the sample practice, or a backup of it
 *
 * Returns: (transfer full): the file, open read-only
 */
CabOpenPractice *cab_test_app_open_backup (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/** cab_test_app_init: begins a test program: GLib's tests, an application, its resources */
void cab_test_app_init (int *argc, char ***argv);

/** cab_test_app_run: Returns: the program's status, after its windows are gone */
int cab_test_app_run (void);

G_END_DECLS
