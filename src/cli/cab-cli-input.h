/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabCliInputField:
 * @name: what stands before the colon
 * @value: what stands behind it, further lines included
 * @line: where it stands, from 1
 */
typedef struct
{
  char *name;
  char *value;
  guint line;
} CabCliInputField;

/**
 * CabCliInput:
 * @place: the file as messages call it
 * @fields: (element-type CabCliInputField): in the order of the file
 * @body: (nullable): what follows the first empty line
 *
 * Fields of a record from a file, so that nobody has to put them on a command
 * line, which other users of the computer can read.
 */
typedef struct
{
  char *place;
  GPtrArray *fields;
  char *body;
} CabCliInput;

void cab_cli_input_free (CabCliInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCliInput, cab_cli_input_free)

/**
 * cab_cli_input_new_parse:
 * @place: the file as messages call it
 * @text: (transfer full): the content
 * @error: return location
 *
 * Shape: `field: value` lines; a line that begins with a blank or a tab goes on
 * with the value above (the blank is dropped, the line break kept); `#` begins a
 * comment; the first empty line ends the fields, and the rest is the body.
 *
 * Errors: %CAB_CLI_ERROR_INPUT, with the line.
 *
 * Returns: (transfer full): the fields
 */
CabCliInput *
cab_cli_input_new_parse (const char *place, char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_input_read_text:
 * @path: a file, or "-" for standard input
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * Reads a whole text of at most 16 MiB. One line break at its end is dropped:
 * it belongs to the file, not to the text.
 *
 * Errors: %CAB_CLI_ERROR_INPUT, also for a NUL byte, which no text holds;
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the text, NUL-terminated
 */
char *cab_cli_input_read_text (const char *path,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_input_get_place:
 * @path: a file, or "-"
 *
 * Returns: what messages call it
 */
const char *cab_cli_input_get_place (const char *path);

G_END_DECLS
