/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_test_has_tool:
 * @name: a program that is not ours
 *
 * Looks for an outside program. Where it is missing the running test is marked
 * skipped with the reason, or, in build-aux/check (`CABINET_CHECK=1`), failed:
 * there every judge must be heard [B-90].
 *
 * Returns: %FALSE when the test should return
 */
gboolean cab_test_has_tool (const char *name);

/**
 * cab_test_run_tool:
 * @folder: (nullable): where it runs
 * @output: (out) (optional) (transfer full): what it said on both streams
 * @name: the program
 * @...: its arguments, ended by %NULL
 *
 * Runs an outside program to its end.
 *
 * Returns: its exit status, -1 when it was killed
 */
int
cab_test_run_tool (const char *folder, char **output, const char *name, ...) G_GNUC_NULL_TERMINATED;

/**
 * cab_test_dup_source_path:
 * @path: inside the source tree
 *
 * Returns: (transfer full): the same as an absolute path
 */
char *cab_test_dup_source_path (const char *path);

G_END_DECLS
