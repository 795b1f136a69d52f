/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note.h"
#include "cab-sample-private.h"

G_BEGIN_DECLS

/* From the first day of the sample practice to the last. */
#define CAB_SAMPLE_PLAN_DAYS 728

/* @at in milliseconds from midnight of the first day; @order decides between
 * acts of one moment. */
typedef struct
{
  gint64 at;
  guint order;
  guint n;
  CabSampleAct act;
  CabSampleStory *story;
} CabSamplePlanned;

CabSampleRole cab_sample_plan_get_role (guint index);
void cab_sample_plan_add (GArray *plan,
                          CabSampleStory *story,
                          guint day,
                          guint minute,
                          CabSampleAct act,
                          guint n);
void cab_sample_plan_story (GArray *plan, CabSampleStory *story, guint n_sessions);
void cab_sample_plan_sort (GArray *plan);

G_END_DECLS
