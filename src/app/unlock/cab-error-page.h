/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabErrorPage:
 *
 * Why a file did not open, and what can be done: one page made from the row of
 * the error's code [V-26], [W-40].
 *
 * Signal: `act`, with the action's position and its name, `open-read-only`.
 */
#define CAB_TYPE_ERROR_PAGE (cab_error_page_get_type ())
G_DECLARE_FINAL_TYPE (CabErrorPage, cab_error_page, CAB, ERROR_PAGE, AdwBin)

/**
 * cab_error_page_new:
 * @path: the file
 * @error: why it did not open
 *
 * Returns: a page about @error
 */
CabErrorPage *cab_error_page_new (const char *path, const GError *error);

/** cab_error_page_get_path: Returns: (not nullable): the file that did not open */
const char *cab_error_page_get_path (CabErrorPage *self);

G_END_DECLS
