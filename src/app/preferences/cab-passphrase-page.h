/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPassphrasePage:
 *
 * Changes the passphrase of an open practice. The file is written anew beside
 * itself, checked, put in place by one rename, and opened again with the new
 * passphrase; the pages of the window stay as they are [V-122].
 *
 * Signal: `changed`, when the new passphrase holds.
 */
#define CAB_TYPE_PASSPHRASE_PAGE (cab_passphrase_page_get_type ())
G_DECLARE_FINAL_TYPE (CabPassphrasePage,
                      cab_passphrase_page,
                      CAB,
                      PASSPHRASE_PAGE,
                      AdwNavigationPage)

/** cab_passphrase_page_new: Returns: a page to push */
AdwNavigationPage *cab_passphrase_page_new (CabOpenPractice *practice);

G_END_DECLS
