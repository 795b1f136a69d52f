/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_country_is_code:
 * @text: a candidate
 *
 * Whether @text is a two-letter country code in use, in capitals.
 *
 * Thread: any. Source: records.md [M-32], ISO 3166-1.
 *
 * Returns: %TRUE for a code of the list
 */
gboolean cab_country_is_code (const char *text);

G_END_DECLS
