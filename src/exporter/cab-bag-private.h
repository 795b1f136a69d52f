/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-export-error.h"

G_BEGIN_DECLS

/**
 * CabBagLineFunc:
 * @bytes: (array length=length): a line without its LF or CRLF
 * @length: its length
 * @data: user data
 */
typedef void (*CabBagLineFunc) (const char *bytes, gsize length, gpointer data);

/**
 * cab_bag_each_line:
 * @bytes: a tag file
 * @func: called with each line
 * @data: for @func
 *
 * Walks the lines of a tag file; the last may lack its line end.
 */
void cab_bag_each_line (GBytes *bytes, CabBagLineFunc func, gpointer data);

/**
 * cab_bag_add_fault:
 * @faults: (element-type GError): the faults so far
 * @code: a code
 * @place: (nullable): the file
 * @line: the line in it, 0 for none
 * @what: (nullable): the thing
 *
 * Adds a fault, but not without end: a file of a million wrong lines needs no
 * million sentences.
 */
void cab_bag_add_fault (GPtrArray *faults,
                        CabExportError code,
                        const char *place,
                        guint line,
                        const char *what);

/**
 * cab_bag_parse_declaration:
 * @bytes: content of `bagit.txt`
 * @faults: (element-type GError): faults are added here
 *
 * Reads `bagit.txt` strictly: two lines, LF or CRLF, one blank behind each colon.
 *
 * Faults: BAG_BAGIT_BOM to BAG_BAGIT_CHARSET. Source: RFC 8493 section 2.1.1.
 */
void cab_bag_parse_declaration (GBytes *bytes, GPtrArray *faults);

G_END_DECLS
