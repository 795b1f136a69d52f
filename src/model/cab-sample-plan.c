/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client.h"
#include "cab-sample-plan-private.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define MINUTE_MS (G_GINT64_CONSTANT (60) * 1000)

/* How a story runs. Days before the last day; the beginning lies between them. */
typedef struct
{
  guint latest;
  guint earliest;
  guint sessions;
} Course;

static const Course courses[] = {
  [CAB_SAMPLE_ROLE_ACTIVE] = { 150, 420, 8 },     [CAB_SAMPLE_ROLE_MINOR] = { 130, 300, 7 },
  [CAB_SAMPLE_ROLE_COUPLE] = { 140, 320, 6 },     [CAB_SAMPLE_ROLE_DISCHARGED] = { 300, 690, 8 },
  [CAB_SAMPLE_ROLE_ENQUIRY] = { 3, 30, 0 },       [CAB_SAMPLE_ROLE_WAITING] = { 20, 90, 0 },
  [CAB_SAMPLE_ROLE_RESTRICTED] = { 250, 500, 6 }, [CAB_SAMPLE_ROLE_PAUSED] = { 200, 400, 7 },
  [CAB_SAMPLE_ROLE_ARCHIVED] = { 200, 600, 0 },   [CAB_SAMPLE_ROLE_COMPETENT] = { 130, 260, 5 },
  [CAB_SAMPLE_ROLE_FAMILY] = { 150, 350, 5 },     [CAB_SAMPLE_ROLE_ERASED] = { 300, 500, 3 },
};

/* The first clients show one of each; after them most are at work or done. */
static const CabSampleRole first_roles[] = {
  CAB_SAMPLE_ROLE_ACTIVE,     CAB_SAMPLE_ROLE_MINOR,   CAB_SAMPLE_ROLE_COUPLE,
  CAB_SAMPLE_ROLE_DISCHARGED, CAB_SAMPLE_ROLE_ENQUIRY, CAB_SAMPLE_ROLE_WAITING,
  CAB_SAMPLE_ROLE_RESTRICTED, CAB_SAMPLE_ROLE_PAUSED,  CAB_SAMPLE_ROLE_ARCHIVED,
  CAB_SAMPLE_ROLE_COMPETENT,  CAB_SAMPLE_ROLE_FAMILY,  CAB_SAMPLE_ROLE_ACTIVE,
};

static const CabSampleRole later_roles[] = {
  CAB_SAMPLE_ROLE_DISCHARGED, CAB_SAMPLE_ROLE_ACTIVE,     CAB_SAMPLE_ROLE_DISCHARGED,
  CAB_SAMPLE_ROLE_ACTIVE,     CAB_SAMPLE_ROLE_DISCHARGED, CAB_SAMPLE_ROLE_ACTIVE,
  CAB_SAMPLE_ROLE_PAUSED,     CAB_SAMPLE_ROLE_DISCHARGED, CAB_SAMPLE_ROLE_ACTIVE,
  CAB_SAMPLE_ROLE_COUPLE,     CAB_SAMPLE_ROLE_DISCHARGED, CAB_SAMPLE_ROLE_ACTIVE,
  CAB_SAMPLE_ROLE_MINOR,      CAB_SAMPLE_ROLE_DISCHARGED, CAB_SAMPLE_ROLE_WAITING,
  CAB_SAMPLE_ROLE_DISCHARGED, CAB_SAMPLE_ROLE_ACTIVE,     CAB_SAMPLE_ROLE_ARCHIVED,
};

CabSampleRole
cab_sample_plan_get_role (guint index)
{
  if (index < G_N_ELEMENTS (first_roles))
    return first_roles[index];

  return later_roles[(index - G_N_ELEMENTS (first_roles)) % G_N_ELEMENTS (later_roles)];
}

/* Minutes are counted from midnight in UTC. */
void
cab_sample_plan_add (GArray *plan,
                     CabSampleStory *story,
                     guint day,
                     guint minute,
                     CabSampleAct act,
                     guint n)
{
  const CabSamplePlanned planned = {
    .at = day * DAY_MS + minute * MINUTE_MS, .order = plan->len, .act = act, .story = story, .n = n
  };

  if (day <= CAB_SAMPLE_PLAN_DAYS)
    g_array_append_val (plan, planned);
}

/* One of the eight hours of a working day. */
static guint
draw_minute (const CabSampleStory *story)
{
  return 9 * 60 + 60 * cab_sample_draw (story, 8);
}

static guint
skip_weekend (guint day)
{
  /* The first day is a Monday. */
  return day % 7 >= 5 ? day + 7 - day % 7 : day;
}

static void
add (GArray *plan, CabSampleStory *story, guint day, CabSampleAct act, guint n)
{
  cab_sample_plan_add (plan, story, skip_weekend (day), draw_minute (story), act, n);
}

/* What happens between two sessions, or in place of one. */
static void
add_around_session (GArray *plan, CabSampleStory *story, guint day, guint session)
{
  guint moods = cab_sample_is_person (story) ? 1 + cab_sample_draw (story, 3) : 0;

  for (guint i = 0; i < moods; i++)
    cab_sample_plan_add (plan, story, day + 3, 20 * 60 + i, cab_sample_enter_mood, 0);

  switch (story->rich ? session : cab_sample_draw (story, 14))
    {
    case 1:
      add (plan, story, day + 1, cab_sample_write_process, 0);
      break;
    case 2:
      add (plan, story, day + 2, cab_sample_add_addendum, cab_sample_draw (story, 3));
      break;
    case 3:
      add (plan, story, day + 4, cab_sample_write_note, CAB_NOTE_KIND_RISK);
      break;
    case 4:
      add (plan, story, day + 4, cab_sample_write_note, CAB_NOTE_KIND_SUPERVISION);
      break;
    case 5:
      if (cab_sample_is_person (story))
        add (plan, story, day + 2, cab_sample_write_note, CAB_NOTE_KIND_COLLATERAL);
      break;
    case 6:
      add (plan, story, day + 5, cab_sample_add_addendum, CAB_ADDENDUM_KIND_CLIENT_STATEMENT);
      break;
    case 7:
      add (plan, story, day + 3, cab_sample_attach, 1 + cab_sample_draw (story, 2));
      break;
    default:
      break;
    }
}

static guint
add_sessions (GArray *plan, CabSampleStory *story, guint begin, guint n)
{
  guint rhythm = cab_sample_draw (story, 2) == 0 ? 7 : 14;
  guint minute = draw_minute (story) + 65;
  guint day = begin;

  for (guint i = 0; i < n; i++)
    {
      cab_sample_plan_add (plan, story, day, minute, cab_sample_write_note, CAB_NOTE_KIND_SESSION);
      add_around_session (plan, story, day, i);
      if (i % 3 == 1 && cab_sample_is_person (story)
          && (story->rich || cab_sample_draw (story, 3) == 0))
        add (plan, story, day, cab_sample_rate_values, 0);
      day = skip_weekend (day + rhythm);
    }

  return day;
}

static void
add_intake (GArray *plan, CabSampleStory *story, guint day)
{
  cab_sample_plan_add (plan, story, day, 560, cab_sample_ask_consent, 0);
  cab_sample_plan_add (plan, story, day, 565, cab_sample_move, CAB_CLIENT_STATUS_ACTIVE);
  if (story->rich || cab_sample_draw (story, 2) == 0)
    cab_sample_plan_add (plan, story, day, 570, cab_sample_add_tracks, 0);
  if (cab_sample_is_person (story))
    cab_sample_plan_add (plan, story, day, 575, cab_sample_add_condition, 0);
  if (story->rich || cab_sample_draw (story, 3) == 0)
    cab_sample_plan_add (plan, story, day, 580, cab_sample_attach, 1);
}

/* What stands at the end of the work as it is on the last day. */
static void
add_end (GArray *plan, CabSampleStory *story, guint day)
{
  switch (story->role)
    {
    case CAB_SAMPLE_ROLE_DISCHARGED:
      add (plan, story, day, cab_sample_disclose, 0);
      add (plan, story, day + 1, cab_sample_move, CAB_CLIENT_STATUS_DISCHARGED);
      break;
    case CAB_SAMPLE_ROLE_PAUSED:
      add (plan, story, day, cab_sample_move, CAB_CLIENT_STATUS_PAUSED);
      break;
    case CAB_SAMPLE_ROLE_RESTRICTED:
      add (plan, story, day, cab_sample_disclose, 2);
      add (plan, story, day + 21, cab_sample_restrict, 0);
      break;
    case CAB_SAMPLE_ROLE_ERASED:
      add (plan, story, day, cab_sample_disclose, 2);
      add (plan, story, day + 40, cab_sample_erase, 0);
      break;
    case CAB_SAMPLE_ROLE_ACTIVE:
    case CAB_SAMPLE_ROLE_MINOR:
    case CAB_SAMPLE_ROLE_COUPLE:
    case CAB_SAMPLE_ROLE_COMPETENT:
    case CAB_SAMPLE_ROLE_FAMILY:
      if (story->rich || cab_sample_draw (story, 4) == 0)
        cab_sample_plan_add (plan, story, CAB_SAMPLE_PLAN_DAYS, 15 * 60, cab_sample_write_open_note,
                             0);
      if (!story->rich && cab_sample_draw (story, 3) == 0)
        add (plan, story, day + 2, cab_sample_change_consent, 0);
      break;
    case CAB_SAMPLE_ROLE_ENQUIRY:
    case CAB_SAMPLE_ROLE_WAITING:
    case CAB_SAMPLE_ROLE_ARCHIVED:
      break;
    }
}

/* Acts that one story shows for all, so that even few clients have each kind. */
static void
add_rich (GArray *plan, CabSampleStory *story, guint day)
{
  add (plan, story, day, cab_sample_attach, 2);
  add (plan, story, day + 1, cab_sample_add_condition, 1);
  add (plan, story, day + 2, cab_sample_disclose, 0);
  add (plan, story, day + 3, cab_sample_disclose, 1);
  add (plan, story, day + 4, cab_sample_trash_note, 0);
  cab_sample_plan_add (plan, story, CAB_SAMPLE_PLAN_DAYS - 30, 600, cab_sample_change_consent, 0);
}

/* As early as it takes when more sessions were asked for: each every second week
 * at most, and some weeks around them. */
static guint
draw_days_before (CabSampleStory *story, const Course *course, guint n_sessions)
{
  guint before = story->rich
                     ? course->earliest
                     : course->latest + cab_sample_draw (story, course->earliest - course->latest);

  return n_sessions == 0 || course->sessions == 0 ? before : MAX (before, n_sessions * 14 + 100);
}

void
cab_sample_plan_story (GArray *plan, CabSampleStory *story, guint n_sessions)
{
  const Course *course = &courses[story->role];
  guint before = draw_days_before (story, course, n_sessions);
  guint day = skip_weekend (CAB_SAMPLE_PLAN_DAYS - before);
  guint n_of_course = story->rich
                          ? course->sessions
                          : course->sessions - cab_sample_draw (story, course->sessions / 2 + 1);

  add (plan, story, day, cab_sample_enquire, 0);
  add (plan, story, day + 1, cab_sample_write_note, CAB_NOTE_KIND_CONTACT);
  switch (story->role)
    {
    case CAB_SAMPLE_ROLE_ENQUIRY:
      return;
    case CAB_SAMPLE_ROLE_WAITING:
      add (plan, story, day + 3, cab_sample_move, CAB_CLIENT_STATUS_WAITING);
      return;
    case CAB_SAMPLE_ROLE_ARCHIVED:
      add (plan, story, day + 9, cab_sample_move, CAB_CLIENT_STATUS_ARCHIVED);
      return;
    case CAB_SAMPLE_ROLE_ACTIVE:
    case CAB_SAMPLE_ROLE_MINOR:
    case CAB_SAMPLE_ROLE_COUPLE:
    case CAB_SAMPLE_ROLE_DISCHARGED:
    case CAB_SAMPLE_ROLE_RESTRICTED:
    case CAB_SAMPLE_ROLE_PAUSED:
    case CAB_SAMPLE_ROLE_COMPETENT:
    case CAB_SAMPLE_ROLE_FAMILY:
    case CAB_SAMPLE_ROLE_ERASED:
      break;
    }

  day = skip_weekend (day + 6 + cab_sample_draw (story, 20));
  add_intake (plan, story, day);
  day = add_sessions (plan, story, day, n_sessions > 0 ? n_sessions : n_of_course);
  if (story->rich)
    add_rich (plan, story, day);
  add_end (plan, story, day);
}

static int
compare_planned (gconstpointer a, gconstpointer b)
{
  const CabSamplePlanned *first = a;
  const CabSamplePlanned *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

void
cab_sample_plan_sort (GArray *plan)
{
  g_array_sort (plan, compare_planned);
}
