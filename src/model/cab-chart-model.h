/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** CAB_CHART_MAXIMUM_POINTS: most points of a series; more entries are taken together [W-94] */
#define CAB_CHART_MAXIMUM_POINTS 500

/** CAB_CHART_MEDIAN_ENTRIES: how many entries a middle value is taken of [F-91] */
#define CAB_CHART_MEDIAN_ENTRIES 7

/** CAB_CHART_GAP_DAYS: more days than this without an entry break the line [F-91] */
#define CAB_CHART_GAP_DAYS 14

/**
 * CabChartForm:
 * @CAB_CHART_FORM_TIME: one panel a series over a common axis of time
 * @CAB_CHART_FORM_RANKED: one row a category: a bar of the first series, a dot
 *   of the second
 * @CAB_CHART_FORM_PAIRED: one row a category, and in it for each group a bar of
 *   the first and one of the second series
 *
 * How a chart is laid out.
 */
typedef enum
{
  CAB_CHART_FORM_TIME,
  CAB_CHART_FORM_RANKED,
  CAB_CHART_FORM_PAIRED
} CabChartForm;

/**
 * CabChartMarks:
 * @CAB_CHART_MARK_NONE: a plain point
 * @CAB_CHART_MARK_DAY: the time is known to the day only; drawn hollow
 * @CAB_CHART_MARK_SESSION: entered in a session; drawn with a ring
 * @CAB_CHART_MARK_MANY: stands for several entries; drawn with their range
 *
 * What sets a point apart.
 */
typedef enum
{
  CAB_CHART_MARK_NONE = 0,
  CAB_CHART_MARK_DAY = 1 << 0,
  CAB_CHART_MARK_SESSION = 1 << 1,
  CAB_CHART_MARK_MANY = 1 << 2
} CabChartMarks;

/**
 * CabChartPoint:
 * @x: days since 1970-01-01, with their part; or the index of a category
 * @value: on the scale of its series
 * @low: least value it stands for
 * @high: greatest value it stands for
 * @n_entries: how many entries it stands for, at least 1
 * @group: index of its group, 0 where there are none
 * @marks: see #CabChartMarks
 * @record_id: (nullable): the one record it stands for
 * @date: the day in words, "12 March 2025"; what a week begins with
 * @label: the value as it is written beside the point, "−2"
 * @words: the whole point in words, for a list item: "12 March 2025, fairly
 *   pleasant, calm; 3, −2"
 */
typedef struct
{
  double x;
  double value;
  double low;
  double high;
  guint n_entries;
  guint group;
  CabChartMarks marks;
  char *record_id;
  char *date;
  char *label;
  char *words;
} CabChartPoint;

/**
 * CabChartVertex:
 * @x: as of #CabChartPoint
 * @value: on the scale of its series
 * @breaks: whether the line begins anew here: what lies before is a gap
 */
typedef struct
{
  double x;
  double value;
  gboolean breaks;
} CabChartVertex;

/**
 * CabChartTick:
 * @at: where on the axis
 * @label: what is written there
 */
typedef struct
{
  double at;
  char *label;
} CabChartTick;

/**
 * CabChartSeries:
 * @label: "Pleasantness"
 * @scale: (nullable): its range in words, "−4 unpleasant, 4 pleasant"
 * @minimum: the least value there can be
 * @maximum: the greatest value there can be
 * @ticks: (element-type CabChartTick): values that are labelled
 * @points: (element-type CabChartPoint): by x; in order of time, equal times in
 *   order of their ids
 * @line: (element-type CabChartVertex): the line of middle values, empty when
 *   there are too few
 * @line_label: (nullable): what the line is
 *
 * One series with its full, fixed range.
 */
typedef struct
{
  char *label;
  char *scale;
  double minimum;
  double maximum;
  GPtrArray *ticks;
  GPtrArray *points;
  GArray *line;
  char *line_label;
} CabChartSeries;

/**
 * CabChartModel:
 * @form: how it is laid out
 * @title: "Mood, line chart"; ends in the word chart
 * @sentence: the summary [W-93], also what is missing
 * @series: (element-type CabChartSeries): never empty
 * @categories: (element-type utf8): labels of the rows, empty on an axis of time
 * @notes: (element-type utf8): what is written at the end of each row, may be empty
 * @groups: (element-type utf8): labels of the groups in a row, may be empty
 * @from: the axis of time begins here
 * @to: and ends here; always greater than @from
 * @tick_sets: (element-type GPtrArray(CabChartTick)): ticks of the axis, the
 *   finest set first: the first whose labels fit is drawn
 * @sessions: (element-type double): days with a session
 * @day_label: (nullable): what a hollow point means, when there is one
 * @session_label: (nullable): what a ring or a tick on the axis means, when there is one
 * @many_label: (nullable): what a point with a range stands for, when there is one
 * @headings: (element-type utf8): headings of the table
 * @rows: (element-type GStrv): its rows, each as long as @headings: the data that
 *   is drawn, and of ranked charts the rest too
 *
 * A chart as data: everything that is drawn, with all its words formatted and
 * translated. It is never changed after it was made.
 *
 * Thread: any, one at a time. Source: window.md [W-90], [W-93], forms.md [F-90].
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  CabChartForm form;
  char *title;
  char *sentence;
  GPtrArray *series;
  GPtrArray *categories;
  GPtrArray *notes;
  GPtrArray *groups;
  double from;
  double to;
  GPtrArray *tick_sets;
  GArray *sessions;
  char *day_label;
  char *session_label;
  char *many_label;
  GPtrArray *headings;
  GPtrArray *rows;
} CabChartModel;

#define CAB_TYPE_CHART_MODEL (cab_chart_model_get_type ())
GType cab_chart_model_get_type (void);

CabChartModel *cab_chart_model_ref (CabChartModel *self);
void cab_chart_model_unref (CabChartModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabChartModel, cab_chart_model_unref)

/** cab_chart_model_is_empty: Returns: whether there is no point to draw */
gboolean cab_chart_model_is_empty (const CabChartModel *self);

const CabChartSeries *cab_chart_model_get_series (const CabChartModel *self, guint series);
const CabChartPoint *
cab_chart_model_get_point (const CabChartModel *self, guint series, guint point);

/**
 * CabChartRange:
 * @from: (nullable): the first day, `2026-01-31`; %NULL for the first record's
 * @to: (nullable): the last day; %NULL for the last record's
 *
 * What a chart looks at. `NULL` instead of a range is all there is.
 */
typedef struct
{
  const char *from;
  const char *to;
} CabChartRange;

/**
 * cab_chart_model_new_mood:
 * @entries: (element-type CabRecord): mood entries, in any order
 * @sessions: (nullable) (array zero-terminated=1): days with a session, `2026-01-31`
 * @range: (nullable): what to look at
 *
 * Valence and arousal over time: a point for each entry that has one, and the
 * middle of seven entries as a line that breaks where more than 14 days lie
 * between two. Of more than 500 entries those of a week are taken together, or
 * those of a month, or of a year. What is in the trash is not drawn.
 *
 * Thread: any. Source: forms.md [F-90], [F-91]; window.md [W-93], [W-94].
 *
 * Returns: (transfer full): the chart
 */
CabChartModel *cab_chart_model_new_mood (GPtrArray *entries,
                                         const char *const *sessions,
                                         const CabChartRange *range) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_chart_model_new_emotions:
 * @entries: (element-type CabRecord): mood entries
 * @emotions: (element-type CabRecord): mood emotions of these entries
 * @words: (element-type CabRecord): emotion words that they name
 * @range: (nullable): what to look at
 *
 * Emotions ranked by the share of entries that name them, then by strength, then
 * by the alphabet. The share is of the entries that name any. Twelve are drawn,
 * the rest is in the table.
 *
 * Thread: any. Source: forms.md [F-90], [F-94]; window.md [W-93].
 *
 * Returns: (transfer full): the chart
 */
CabChartModel *cab_chart_model_new_emotions (GPtrArray *entries,
                                             GPtrArray *emotions,
                                             GPtrArray *words,
                                             const CabChartRange *range) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_chart_model_new_values:
 * @domains: (element-type CabRecord): values of a client
 * @ratings: (element-type CabRecord): their ratings
 * @range: (nullable): what to look at
 *
 * Importance beside lived for each value, on up to three days: the first, the
 * last and the one before it. The widest gap of the last day comes first.
 *
 * Thread: any. Source: forms.md [F-90], [F-95]; window.md [W-93].
 *
 * Returns: (transfer full): the chart
 */
CabChartModel *cab_chart_model_new_values (GPtrArray *domains,
                                           GPtrArray *ratings,
                                           const CabChartRange *range) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
