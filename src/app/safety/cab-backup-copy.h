/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-compare.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * cab_backup_copy:
 * @widget: in the backup's window; its toasts say what came of it
 * @backup: the backup, open read-only
 * @current: the practice, open for writing in another window
 * @differences: (array length=n): what is to be copied
 * @n: how many
 *
 * Copies records of a backup into the practice: looks what is new, the same, in
 * conflict or in the trash, asks with the counts, writes, and offers Undo.
 *
 * Thread: main. Source: window.md [W-52], bundle.md [B-73].
 */
void cab_backup_copy (GtkWidget *widget,
                      CabOpenPractice *backup,
                      CabOpenPractice *current,
                      const CabDifference *differences,
                      guint n);

G_END_DECLS
