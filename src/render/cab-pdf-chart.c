/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-chart.h"
#include "cab-pdf-private.h"

#define CELL_SIZE 8.5
#define CELL_GAP 8.0
#define ROW_GAP 3.0

/* Whatever is not in its first rows is no wider than the rest. */
#define MEASURED_ROWS 100

typedef struct
{
  CabPdf *pdf;
  const CabChartModel *chart;
  double *widths;
} Table;

/* A chart that is taller than a page is made smaller, and wider for it. It stays
 * with its heading. */
static void
draw_figure (CabPdf *self, const CabChartModel *chart)
{
  const CabChartTheme *theme = cab_chart_theme_get (CAB_CHART_LOOK_PRINT);
  double room = cab_pdf_get_room (self);
  double most = cab_pdf_get_bottom (self) - CAB_PDF_MARGIN - cab_pdf_get_pending_height (self)
                - 4 * CAB_PDF_TEXT_SIZE;
  double scale = MIN (1, most / cab_chart_get_height (chart, theme, room));
  double height = cab_chart_get_height (chart, theme, room / scale);

  cab_pdf_follow (self, height * scale);
  cab_pdf_need (self, height * scale);
  cab_pdf_begin_tag (self, "Figure");
  if (self->cr != NULL)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, CAB_PDF_MARGIN, self->y);
      cairo_scale (self->cr, scale, scale);
      cab_chart_draw (self->cr, chart, theme, room / scale, height, NULL);
      cairo_restore (self->cr);
    }
  cab_pdf_end_tag (self);
  self->y += height * scale + 6;
}

static double
measure_cell (CabPdf *self, const char *text, CabPdfStyle style)
{
  g_autoptr (PangoLayout) layout = cab_pdf_new_layout (self, text, -1, CELL_SIZE, style);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_size (layout, &width, NULL);

  return width / (double)PANGO_SCALE;
}

/* Each column as wide as it likes, all of them less when that is too much. */
static void
measure_columns (Table *self)
{
  const CabChartModel *chart = self->chart;
  double room = cab_pdf_get_room (self->pdf);
  double sum = 0;

  for (guint i = 0; i < chart->headings->len; i++)
    {
      double widest
          = measure_cell (self->pdf, g_ptr_array_index (chart->headings, i), CAB_PDF_BOLD);

      for (guint k = 0; k < MIN (chart->rows->len, MEASURED_ROWS); k++)
        {
          char **row = g_ptr_array_index (chart->rows, k);

          widest = MAX (widest, measure_cell (self->pdf, row[i], CAB_PDF_PLAIN));
        }
      self->widths[i] = widest + CELL_GAP + 1;
      sum += self->widths[i];
    }
  for (guint i = 0; sum > room && i < chart->headings->len; i++)
    self->widths[i] *= room / sum;
}

static void
begin_tag (const Table *self, const char *tag)
{
  if (self->pdf->cr != NULL)
    cairo_tag_begin (self->pdf->cr, tag, NULL);
}

static void
end_tag (const Table *self, const char *tag)
{
  if (self->pdf->cr != NULL)
    cairo_tag_end (self->pdf->cr, tag);
}

static void
draw_cells (Table *self, const char *const *cells, const char *tag, CabPdfStyle style)
{
  guint n = self->chart->headings->len;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double x = CAB_PDF_MARGIN;
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout
          = cab_pdf_new_layout (self->pdf, cells[i], self->widths[i] - CELL_GAP, CELL_SIZE, style);

      g_ptr_array_add (layouts, layout);
      height = MAX (height, cab_pdf_get_layout_height (layout));
    }

  begin_tag (self, "TR");
  for (guint i = 0; i < n; i++)
    {
      begin_tag (self, tag);
      cab_pdf_show (self->pdf, g_ptr_array_index (layouts, i), x, self->pdf->y, style);
      end_tag (self, tag);
      x += self->widths[i];
    }
  end_tag (self, "TR");
  self->pdf->y += height + ROW_GAP;
}

static double
measure_row (Table *self, const char *const *cells)
{
  double height = 0;

  for (guint i = 0; i < self->chart->headings->len; i++)
    {
      g_autoptr (PangoLayout) layout = cab_pdf_new_layout (
          self->pdf, cells[i], self->widths[i] - CELL_GAP, CELL_SIZE, CAB_PDF_PLAIN);

      height = MAX (height, cab_pdf_get_layout_height (layout));
    }

  return height;
}

static void
draw_rule (const Table *self)
{
  cairo_t *cr = self->pdf->cr;
  double y = self->pdf->y - ROW_GAP / 2;

  if (cr == NULL)
    return;

  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, CAB_PDF_MARGIN, y);
  cairo_line_to (cr, CAB_PDF_MARGIN + cab_pdf_get_room (self->pdf), y);
  cairo_stroke (cr);
}

/* The headings come again on each page. */
static void
draw_table (CabPdf *pdf, const CabChartModel *chart)
{
  g_autofree double *widths = g_new0 (double, chart->headings->len);
  Table self = { pdf, chart, widths };
  guint page = 0;

  measure_columns (&self);
  cab_pdf_need (pdf, 4 * CAB_PDF_TEXT_SIZE);
  begin_tag (&self, "Table");
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (chart->rows, i);

      cab_pdf_need (pdf, measure_row (&self, row) + 2 * CELL_SIZE);
      if (page != pdf->page)
        {
          page = pdf->page;
          draw_cells (&self, (const char *const *)chart->headings->pdata, "TH", CAB_PDF_BOLD);
          draw_rule (&self);
        }
      draw_cells (&self, row, "TD", CAB_PDF_PLAIN);
    }
  end_tag (&self, "Table");
  pdf->y += CAB_PDF_TEXT_SIZE;
}

void
cab_pdf_add_chart (CabDocument *document, const CabChartModel *chart)
{
  CabPdf *self = (CabPdf *)document;

  cab_pdf_add_heading (document, 4, chart->title);
  if (!cab_chart_model_is_empty (chart))
    draw_figure (self, chart);
  cab_pdf_add_text (document, chart->sentence, FALSE);
  if (chart->rows->len > 0)
    draw_table (self, chart);
}
