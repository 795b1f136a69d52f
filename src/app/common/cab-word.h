/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_word:
 * @word: (nullable): the stored code of what people are called; clients when not known
 * @key: a key of the table, such as `new-client`
 *
 * Gives a whole sentence or label in the practice's own word for the people it
 * sees. It is the only place where a translatable string says client or patient.
 *
 * Errors: an unknown key is the programmer's, and aborts.
 * Thread: any. Source: window.md [W-27], [W-115].
 *
 * Returns: (transfer none): translated text
 */
const char *cab_word (const char *word, const char *key);

G_END_DECLS
