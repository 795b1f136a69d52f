/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabCliLines:
 * @CAB_CLI_LINES_ESCAPED: line breaks and tabs are written as `\n` and `\t`
 * @CAB_CLI_LINES_KEPT: line breaks and tabs stay; CR LF becomes LF
 *
 * What happens to the line breaks of a text that is shown.
 */
typedef enum
{
  CAB_CLI_LINES_ESCAPED,
  CAB_CLI_LINES_KEPT
} CabCliLines;

/**
 * cab_cli_text_escape:
 * @text: any bytes
 * @lines: what to do with line breaks
 *
 * Makes text harmless on a terminal: control characters of both sets (U+0000
 * to 001F, U+007F to 009F), the marks that turn the direction of writing, and
 * bytes that are not UTF-8 are written as `\x1b` or `\u{202e}`. Without this a
 * name in an imported list could move the cursor, change the title or paste a
 * command (CWE-150).
 *
 * Returns: (transfer full): valid UTF-8 without control characters
 */
char *cab_cli_text_escape (const char *text, CabCliLines lines);

/**
 * cab_cli_text_get_width:
 * @text: valid UTF-8 on one line
 *
 * Units: columns of a terminal: wide characters take two, combining ones none.
 *
 * Returns: how many columns the text takes
 */
guint cab_cli_text_get_width (const char *text);

/**
 * cab_cli_text_dup_cut:
 * @text: valid UTF-8 on one line
 * @width: how many columns it may take
 *
 * Returns: (transfer full): @text, or its beginning and `…`
 */
char *cab_cli_text_dup_cut (const char *text, guint width);

/**
 * cab_cli_text_append_wrapped:
 * @out: where to
 * @text: paragraphs, parted by LF
 * @column: where the cursor stands now
 * @indent: where each further line begins
 * @width: where lines end at the latest, if words allow
 *
 * Appends @text in lines, and a line break at the end.
 */
void cab_cli_text_append_wrapped (GString *out,
                                  const char *text,
                                  guint column,
                                  guint indent,
                                  guint width);

/**
 * cab_cli_text_append_padding:
 * @out: where to
 * @column: where the cursor stands now
 * @until: where it shall stand
 */
void cab_cli_text_append_padding (GString *out, guint column, guint until);

G_END_DECLS
