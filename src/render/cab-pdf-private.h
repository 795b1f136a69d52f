/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "cab-pdf.h"

G_BEGIN_DECLS

/*
 * CabPdf: a document on its way to paper; everything in points.
 * @cr: NULL while pages are only counted; measures are then the same
 * @pending: headings that wait for what follows them, so that none is the last
 *   on its page
 * @tag: the tag that is open and goes on over a page break
 * @y: where the next line begins
 */
typedef struct
{
  CabDocument parent;

  GOutputStream *stream;
  GError *error;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  char *head;
  char *foot;
  guint n_pages;
  guint page;
  double width;
  double height;
  double y;
  GPtrArray *pending;
  const char *tag;
  int outline[3];
  gboolean is_finished;
} CabPdf;

#define CAB_PDF_MARGIN 56.0
#define CAB_PDF_TEXT_SIZE 10.0

typedef enum
{
  CAB_PDF_PLAIN = 0,
  CAB_PDF_BOLD = 1 << 0,
  CAB_PDF_DIM = 1 << 1
} CabPdfStyle;

double cab_pdf_get_room (const CabPdf *self);
double cab_pdf_get_bottom (const CabPdf *self);

/* A layout of that width; the caller frees it. */
PangoLayout *
cab_pdf_new_layout (CabPdf *self, const char *text, double width, double size, CabPdfStyle style);
double cab_pdf_get_layout_height (PangoLayout *layout);

/* Begins a page unless that much of this one is left; closes and opens the tag. */
void cab_pdf_need (CabPdf *self, double height);

/* Draws the headings that wait, with at least that much of what follows them. */
void cab_pdf_follow (CabPdf *self, double height);
double cab_pdf_get_pending_height (const CabPdf *self);

void cab_pdf_begin_tag (CabPdf *self, const char *tag);
void cab_pdf_end_tag (CabPdf *self);

/* Draws at a place, without moving on. */
void cab_pdf_show (CabPdf *self, PangoLayout *layout, double x, double y, CabPdfStyle style);

/* Draws line by line from where it stands, over as many pages as it takes. */
void cab_pdf_flow (CabPdf *self, PangoLayout *layout, double x, CabPdfStyle style);

void cab_pdf_add_chart (CabDocument *document, const CabChartModel *chart);
void cab_pdf_add_heading (CabDocument *document, guint level, const char *text);
void cab_pdf_add_text (CabDocument *document, const char *text, gboolean is_small);

G_END_DECLS
