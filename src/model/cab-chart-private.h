/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-chart-model.h"
#include "cab-record.h"

G_BEGIN_DECLS

/* What the makers of charts share. Strings given to a function with `take` in
 * its name are taken. */

CabChartModel *cab_chart_model_new (CabChartForm form, const char *title);

CabChartSeries *cab_chart_model_add_series (CabChartModel *self,
                                            const char *label,
                                            const char *scale,
                                            double minimum,
                                            double maximum);

void cab_chart_series_add_tick (CabChartSeries *self, double at, const char *label);

/* A new point at the end, standing for one entry. */
CabChartPoint *cab_chart_series_add_point (CabChartSeries *self, double x, double value);

void cab_chart_model_add_headings (CabChartModel *self, ...) G_GNUC_NULL_TERMINATED;

/* Takes the cells, ended by NULL. */
void cab_chart_model_take_row (CabChartModel *self, ...) G_GNUC_NULL_TERMINATED;

void cab_chart_tick_free (CabChartTick *self);
CabChartTick *cab_chart_tick_new (double at, const char *label);

/* A day or a wall clock as days since 1970-01-01, and a day back as a date. */
double cab_chart_parse_day (const char *text);
void cab_chart_get_date (double day, GDate *date);

/* "12 March 2025", "Mar 2025". */
char *cab_chart_dup_date (double day);
char *cab_chart_dup_month (double day);

/* A number of tenths with at most one decimal: "1", "−1.5". */
char *cab_chart_dup_tenths (int tenths);

/* How long it is from one day to another, as people say it: "3 months". */
char *cab_chart_dup_length (double from, double to);

/* Whether a record counts: not in the trash, and its day inside the range. */
gboolean cab_chart_takes (CabRecord *record, guint field, const CabChartRange *range);

/* Sets the axis of time from range and data, and its sets of ticks. */
void cab_chart_model_set_time (CabChartModel *self,
                               const CabChartRange *range,
                               double first,
                               double last);

/* The middle value, in tenths; the mean of the two middle ones of an even number.
 * Sorts the numbers. */
int cab_chart_take_median (int *numbers, guint n);

G_END_DECLS
