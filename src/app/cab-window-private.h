/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-after-lock.h"
#include "cab-hand-window.h"
#include "cab-practice-view.h"
#include "cab-window.h"

G_BEGIN_DECLS

struct _CabWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *opening;
  /* Owned; what is kept of the file that is locked, and told when it is open again */
  CabAfterLock *after;
  /* Owned; the file that is shown on the lock or error page */
  char *path;
  /* Owned; taken in as soon as a practice is open */
  char *pending_import;
  /* Owned; the pages, while a client has the computer [W-95] */
  GtkWidget *aside;
  /* Weak; what had the focus then, and the window that the client has */
  GtkWidget *aside_focus;
  CabHandWindow *hand_window;

  /* Template */
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwBin *start_bin;
  AdwBin *lock_bin;
  AdwBin *practice_bin;

  /* State */
  guint is_discreet : 1;   /* kept over locking, until it is turned off [W-28] */
  guint may_lose_text : 1; /* whoever leaves was asked */
  guint asks_for_text : 1; /* and has not answered yet */
  guint is_leaving : 1;    /* what is backed up, or was skipped, before it closes */
  guint is_aside : 1;      /* hidden while a client has the computer */
};

/* Opens the file of the error page once more, with these flags. */
void cab_window_open_with (CabWindow *self, CabVaultOpenFlags flags);

/* Drops every page and shows the start page; what was open is locked. */
void cab_window_show_start (CabWindow *self);

/* Makes the sample practice if need be, and opens it [W-41]. */
void cab_window_open_sample (CabWindow *self);

/* Shows why @path cannot be opened. */
void cab_window_show_error (CabWindow *self, const char *path, const GError *error);

/* [W-50] Opens a backup in a window of its own. */
void cab_window_show_beside (CabWindow *self, const char *path);

/* Takes in what was given before a practice was open. */
void cab_window_import_pending (CabWindow *self);

/* [W-43] Closes what is open above the pages, however it answers. */
void cab_window_close_dialogs (CabWindow *self);

/* [W-76] Whether it asks, because text would be lost that cannot be written. */
gboolean cab_window_ask_before_losing (CabWindow *self);

/* [W-45] Whether it closes by itself, after a backup; asked again, it skips the backup. */
gboolean cab_window_back_up_first (CabWindow *self);

/* [W-95] Takes the window away that a client has, before a lock; what is answered
 * is kept as a draft. Every window has its pages again, and stays hidden. */
void cab_window_end_hand_over (CabWindow *self);

/* Shows it again, when it was hidden for that. */
void cab_window_show_again (CabWindow *self);

/* [V-172] Takes from the clipboards what Cabinet itself put there. */
void cab_window_clear_clipboards (CabWindow *self);

/* Takes files that are dropped on the window. */
void cab_window_accept_drops (CabWindow *self);

/* The view of the open practice, or NULL. */
CabPracticeView *cab_window_get_view (CabWindow *self);

G_END_DECLS
