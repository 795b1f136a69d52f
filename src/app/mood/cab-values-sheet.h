/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabValuesSheet:
 * @domains: (element-type CabRecord): values of a client that are in use, or that
 *   have a rating of the day, in their order
 * @ratings: (element-type CabRecord): for each of them its rating of the day, a
 *   new one where there is none
 * @day: the day of the round
 * @is_new: whether there is no rating of the day yet
 *
 * A round of ratings: one day, a rating for each value that is not skipped.
 */
typedef struct
{
  GPtrArray *domains;
  GPtrArray *ratings;
  char *day;
  gboolean is_new;
} CabValuesSheet;

void cab_values_sheet_free (CabValuesSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabValuesSheet, cab_values_sheet_free)

/**
 * cab_values_sheet_read:
 * @practice: a practice
 * @client_id: a client
 * @day: (nullable): the day of a round; %NULL for today
 * @error: return location
 *
 * Gives a client without values the ten headings first, when that can be kept.
 *
 * Thread: the file's. Source: window.md [W-87], forms.md [F-83].
 *
 * Returns: (transfer full): the sheet
 */
CabValuesSheet *cab_values_sheet_read (CabPractice *practice,
                                       const char *client_id,
                                       const char *day,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CabValuesGiven:
 * @ratings: (element-type CabRecord): those that were answered
 * @skipped: (element-type CabRecord): stored ones that were taken back
 *
 * A round on its way to the file's thread.
 */
typedef struct
{
  GPtrArray *ratings;
  GPtrArray *skipped;
} CabValuesGiven;

CabValuesGiven *cab_values_given_new (void) G_GNUC_WARN_UNUSED_RESULT;
void cab_values_given_free (CabValuesGiven *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabValuesGiven, cab_values_given_free)

/** cab_values_given_save_job: a #CabJobFunc: all of it or nothing. Returns: NULL */
gpointer cab_values_given_save_job (CabPractice *practice,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
