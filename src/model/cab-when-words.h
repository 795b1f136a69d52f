/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Dates as people read them, in the language of the program and nothing else of
 * its locale, so that a picture or a page is the same on every computer.
 */

/** cab_when_words_dup_day: Returns: (transfer full): "12 March 2025" */
char *cab_when_words_dup_day (const GDate *date);

/** cab_when_words_dup_month: Returns: (transfer full): "March 2025" */
char *cab_when_words_dup_month (const GDate *date);

/**
 * cab_when_words_dup_local:
 * @local: a date or a wall clock, `2025-03-12` or `2025-03-12T14:30`
 *
 * Thread: any.
 *
 * Returns: (transfer full): "12 March 2025" or "12 March 2025, 14:30"
 */
char *cab_when_words_dup_local (const char *local);

G_END_DECLS
