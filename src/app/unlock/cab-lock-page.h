/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * CabLockPage:
 *
 * The page that asks for the passphrase of one file [W-38]. A new one is made
 * for every locking, since GTK's password buffer keeps old bytes until it is
 * gone [V-165].
 *
 * Signal: `unlock`, with the page's CabSecret ready for cab_lock_page_steal_secret().
 */
#define CAB_TYPE_LOCK_PAGE (cab_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (CabLockPage, cab_lock_page, CAB, LOCK_PAGE, AdwBin)

/** cab_lock_page_new: Returns: a page that asks for the passphrase of @path */
CabLockPage *cab_lock_page_new (const char *path);

/** cab_lock_page_get_path: Returns: (not nullable): the file it asks for */
const char *cab_lock_page_get_path (CabLockPage *self);

/** cab_lock_page_steal_secret: Returns: (transfer full) (nullable): what was typed */
CabSecret *cab_lock_page_steal_secret (CabLockPage *self);

/**
 * cab_lock_page_set_busy:
 * @self: a lock page
 * @is_busy: whether the key is being derived
 *
 * Shows that it works, and that Esc stops it [W-39].
 */
void cab_lock_page_set_busy (CabLockPage *self, gboolean is_busy);

/**
 * cab_lock_page_refuse:
 * @self: a lock page
 * @sentence: why not
 *
 * Says it below the field, selects what was typed and announces the sentence.
 * From the third time on it names the keyboard layout and waits [V-27].
 */
void cab_lock_page_refuse (CabLockPage *self, const char *sentence);

G_END_DECLS
