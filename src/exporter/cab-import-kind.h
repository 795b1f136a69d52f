/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabImportKind:
 * @CAB_IMPORT_KIND_OTHER: nothing that Cabinet takes in
 * @CAB_IMPORT_KIND_PRACTICE: a practice or a backup, sound or not: it is opened
 * @CAB_IMPORT_KIND_BUNDLE: a ZIP file or a folder
 * @CAB_IMPORT_KIND_DAYLIO: a table with the headings of Daylio
 * @CAB_IMPORT_KIND_TABLE: another table
 *
 * What a file that a person points at may be.
 */
typedef enum
{
  CAB_IMPORT_KIND_OTHER,
  CAB_IMPORT_KIND_PRACTICE,
  CAB_IMPORT_KIND_BUNDLE,
  CAB_IMPORT_KIND_DAYLIO,
  CAB_IMPORT_KIND_TABLE
} CabImportKind;

/**
 * cab_import_kind_find:
 * @path: (type filename): a file or a folder
 * @kind: (out): what it may be
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Tells by the first bytes, and for a file named as a practice by its name,
 * where a file belongs. Says nothing about whether it is sound.
 *
 * Errors: %G_IO_ERROR when it cannot be read.
 * Thread: any but the main one. Source: window.md [W-35], [W-97].
 *
 * Returns: %TRUE when the file could be looked at
 */
gboolean cab_import_kind_find (const char *path,
                               CabImportKind *kind,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
