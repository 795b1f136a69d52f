/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-record.h"
#include "cab-schema.h"

G_BEGIN_DECLS

/**
 * CabXmlFacts:
 * @root: `record`, `extract` or `journal`
 * @profile: (nullable): as the root says it
 * @is_declared: the file begins with an XML declaration
 * @minor: N of format 1.N
 * @n_extended: records that hold parts of a newer format; the root counts as one
 * @extension: (nullable): what the root's own extension holds, as XML; known at
 *   the end
 *
 * What the root of a file says of it.
 */
typedef struct
{
  char *root;
  char *profile;
  gboolean is_declared;
  guint minor;
  guint64 n_extended;
  char *extension;
} CabXmlFacts;

void cab_xml_facts_clear (CabXmlFacts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabXmlFacts, cab_xml_facts_clear)

/**
 * CabXmlPlace:
 * @line: where the record begins, from 1
 * @files: names of the files its blob fields name, by field index; %NULL where none
 */
typedef struct
{
  guint64 line;
  const char *const *files;
} CabXmlPlace;

/**
 * CabXmlRecordFunc:
 * @record: (transfer none): a record as the file says it, not stored
 * @place: where it stands
 *
 * Takes the records in the order of the file. What it was given counts only when
 * cab_xml_read() has returned %TRUE: a reference that leads nowhere is found at
 * the end. Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CabXmlRecordFunc) (CabRecord *record,
                                      const CabXmlPlace *place,
                                      gpointer data,
                                      GError **error);

/**
 * cab_xml_read:
 * @stream: record.xml, from whoever
 * @name: what to call the file in a sentence
 * @facts: (out caller-allocates): what the root says; filled before the first record
 * @func: (nullable): takes the records
 * @data: for @func
 * @cancellable: (nullable): looked at per record
 * @error: return location
 *
 * Reads a record or an extract while it is validated against its schema: nothing
 * is built that was not valid. No document type, no entity, no network, no
 * other encoding than UTF-8, constant memory but for the schema's keys.
 *
 * Errors: every `xml-…` of [B-78], with the line. Thread: any.
 * Source: bundle.md [B-26], [B-27], [B-28].
 *
 * Returns: %TRUE when the file is valid to its end
 */
gboolean cab_xml_read (GInputStream *stream,
                       const char *name,
                       CabXmlFacts *facts,
                       CabXmlRecordFunc func,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error);

/**
 * cab_xml_check:
 * @stream: record.xml or journal.xml, from whoever
 * @name: what to call the file in a sentence
 * @check: how much of the schema is asked
 * @facts: (out caller-allocates): what the root says
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * The same without records, by the same parser with the same limits: whether a
 * file is valid, so that it can be kept, or given away, as it is.
 *
 * Errors: as cab_xml_read(), and cancelled. Thread: any.
 * Source: bundle.md [B-22], [B-28].
 *
 * Returns: %TRUE when the file is valid to its end
 */
gboolean cab_xml_check (GInputStream *stream,
                        const char *name,
                        CabSchemaCheck check,
                        CabXmlFacts *facts,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
