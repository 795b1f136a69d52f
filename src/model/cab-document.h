/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-chart-model.h"

G_BEGIN_DECLS

/**
 * CabDocument:
 * @funcs: what it does with what it is given
 *
 * A document for reading that somebody fills and somebody else draws: the
 * exporter knows what is in it and no library that draws, the floor that draws
 * knows no bundle. Text comes as it is to be read.
 *
 * An error is kept, and everything after it dropped, so that a caller may add
 * much and ask once.
 *
 * Thread: one at a time.
 */
typedef struct _CabDocument CabDocument;

/**
 * CabDocumentSetup:
 * @title: fixed words for the file's metadata; names nobody
 * @head: (nullable): in the head of each page
 * @foot: (nullable): in the foot of each page, beside the number
 * @created: the instant that the file states
 * @is_letter: US Letter instead of A4
 * @n_pages: of how many pages the numbers tell; 0 for a document that only counts
 *
 * What a document begins with.
 */
typedef struct
{
  const char *title;
  const char *head;
  const char *foot;
  const char *created;
  gboolean is_letter;
  guint n_pages;
} CabDocumentSetup;

/**
 * CabDocumentFuncs:
 * @add_heading: see cab_document_add_heading()
 * @add_text: see cab_document_add_text()
 * @add_field: see cab_document_add_field()
 * @add_chart: see cab_document_add_chart()
 * @check: see cab_document_check()
 * @finish: see cab_document_finish()
 * @free: frees it, finished or not
 *
 * What a kind of document does.
 */
typedef struct
{
  void (*add_heading) (CabDocument *self, guint level, const char *text);
  void (*add_text) (CabDocument *self, const char *text, gboolean is_small);
  void (*add_field) (CabDocument *self, const char *label, const char *value, gboolean is_long);
  void (*add_chart) (CabDocument *self, const CabChartModel *chart);
  gboolean (*check) (CabDocument *self, GError **error);
  gboolean (*finish) (CabDocument *self, guint *n_pages, GError **error);
  void (*free) (CabDocument *self);
} CabDocumentFuncs;

struct _CabDocument
{
  const CabDocumentFuncs *funcs;
};

/**
 * CabDrawing:
 * @new_document: makes a document that goes to a stream; without a stream it
 *   only counts its pages
 * @make_svg: a chart as a picture for a page, with letters before its ids; see
 *   cab_chart_make_svg()
 *
 * The functions that draw, for a floor that is not given the libraries for it.
 * Source: bundle.md [B-43].
 */
typedef struct
{
  CabDocument *(*new_document) (GOutputStream *stream, const CabDocumentSetup *setup);
  GBytes *(*make_svg) (const CabChartModel *chart, const char *prefix);
} CabDrawing;

/** cab_document_add_heading: @level: 1 for the title, 2 for a section, 3 for a record; deeper is
 * smaller */
void cab_document_add_heading (CabDocument *self, guint level, const char *text);

/** cab_document_add_text: @text: paragraphs, parted by line breaks; @is_small: of lesser weight */
void cab_document_add_text (CabDocument *self, const char *text, gboolean is_small);

/**
 * cab_document_add_field:
 * @self: a document
 * @label: what the value is
 * @value: the value
 * @is_long: whether it stands below its label and not beside it
 *
 * Adds a value with its label.
 */
void
cab_document_add_field (CabDocument *self, const char *label, const char *value, gboolean is_long);

/** cab_document_add_chart: adds title, picture, sentence and table of a chart */
void cab_document_add_chart (CabDocument *self, const CabChartModel *chart);

/** cab_document_check: Returns: %FALSE when the stream has reported an error */
gboolean cab_document_check (CabDocument *self, GError **error);

/**
 * cab_document_finish:
 * @self: a document, once
 * @n_pages: (out) (optional): how many pages it has
 * @error: return location
 *
 * Ends the document; nothing can be added any more.
 *
 * Errors: the first that the stream reported.
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_document_finish (CabDocument *self, guint *n_pages, GError **error);

void cab_document_free (CabDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabDocument, cab_document_free)

G_END_DECLS
