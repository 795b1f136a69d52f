/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice-view.h"
#include "cab-window.h"

G_BEGIN_DECLS

struct _CabWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *opening;
  /* Owned; the file that is shown on the lock or error page */
  char *path;

  /* Template */
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwBin *start_bin;
  AdwBin *lock_bin;
  AdwBin *practice_bin;
};

/* Opens the file of the error page once more, with these flags. */
void cab_window_open_with (CabWindow *self, CabVaultOpenFlags flags);

/* Drops every page and shows the start page; what was open is locked. */
void cab_window_show_start (CabWindow *self);

/* Makes the sample practice if need be, and opens it [W-41]. */
void cab_window_open_sample (CabWindow *self);

/* The view of the open practice, or NULL. */
CabPracticeView *cab_window_get_view (CabWindow *self);

G_END_DECLS
