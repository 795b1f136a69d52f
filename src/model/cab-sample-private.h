/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-policy-text.h"
#include "cab-sample-text.h"
#include "cab-sample.h"

G_BEGIN_DECLS

/* How far the work with a client goes. */
typedef enum
{
  CAB_SAMPLE_ROLE_ACTIVE,
  CAB_SAMPLE_ROLE_MINOR,
  CAB_SAMPLE_ROLE_COUPLE,
  CAB_SAMPLE_ROLE_DISCHARGED,
  CAB_SAMPLE_ROLE_ENQUIRY,
  CAB_SAMPLE_ROLE_WAITING,
  CAB_SAMPLE_ROLE_RESTRICTED,
  CAB_SAMPLE_ROLE_PAUSED,
  CAB_SAMPLE_ROLE_ARCHIVED,
  CAB_SAMPLE_ROLE_COMPETENT,
  CAB_SAMPLE_ROLE_FAMILY,
  CAB_SAMPLE_ROLE_ERASED
} CabSampleRole;

#define CAB_SAMPLE_N_TRACKS 2

/* One client's story: what an act has to know of those before it. Some hundred
 * bytes, so that thousands of them fit. */
typedef struct
{
  guint index;
  CabSampleRole role;
  gboolean rich; /* shows every feature */
  CabSampleVoice voice;

  /* Owned */
  char *name;
  char *client_id;
  char *contact_id; /* whom a collateral note is with */
  char *contact_name;
  char *gp_id;
  char *gp_name;
  char *guardian_link_id;
  char *share_event_id; /* the consent by which letters leave */
  char *signed_note_id; /* the newest, for addenda */
  char *disclosure_id;
  char *track_ids[CAB_SAMPLE_N_TRACKS];
} CabSampleStory;

typedef struct
{
  CabPractice *practice;
  CabClock *clock;
  CabIds *ids;
  GPtrArray *stories;
  GPtrArray *gp_ids;
  GPtrArray *gp_names;
  GPtrArray *word_ids;
  char *consent_texts[3]; /* by audience */
} CabSample;

/* An act of a story, or with @story NULL of the practice. @n tells acts of one
 * kind apart. */
typedef gboolean (*CabSampleAct) (CabSample *sample,
                                  CabSampleStory *story,
                                  guint n,
                                  GError **error);

void cab_sample_story_free (CabSampleStory *story);

gboolean cab_sample_is_person (const CabSampleStory *story);
gboolean cab_sample_is_young (const CabSampleStory *story);
guint cab_sample_draw (const CabSampleStory *story, guint bound);
void cab_sample_pass_minutes (CabSample *sample, guint minutes);
char *cab_sample_dup_local (CabSample *sample, int minutes_ago);
char *cab_sample_dup_day (CabSample *sample, int days_from_now);
CabRecord *cab_sample_load_client (CabSample *sample, const CabSampleStory *story, GError **error);

/* cab-sample-names.c */
void cab_sample_draw_name (CabSampleStory *story, CabRecord *client);
char *cab_sample_dup_person (CabIds *ids, char **given, char **family);
void cab_sample_draw_reach (CabIds *ids, CabRecord *record, int phone, int email, const char *name);
void cab_sample_draw_address (CabIds *ids, CabRecord *client);
char *cab_sample_dup_address (CabIds *ids);

/* cab-sample-people.c */
gboolean
cab_sample_set_practice_up (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_add_gps (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_enquire (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_move (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean
cab_sample_add_condition (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_restrict (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_erase (CabSample *sample, CabSampleStory *story, guint n, GError **error);

/* cab-sample-notes.c */
gboolean cab_sample_write_note (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean
cab_sample_write_open_note (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean
cab_sample_write_process (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean
cab_sample_add_addendum (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_trash_note (CabSample *sample, CabSampleStory *story, guint n, GError **error);

/* cab-sample-moods.c */
gboolean cab_sample_add_tracks (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_enter_mood (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_rate_values (CabSample *sample, CabSampleStory *story, guint n, GError **error);

/* cab-sample-rights.c */
gboolean cab_sample_publish (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_ask_consent (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean
cab_sample_change_consent (CabSample *sample, CabSampleStory *story, guint n, GError **error);
gboolean cab_sample_disclose (CabSample *sample, CabSampleStory *story, guint n, GError **error);

/* cab-sample-files.c */
gboolean cab_sample_attach (CabSample *sample, CabSampleStory *story, guint n, GError **error);
char *cab_sample_attach_consent (CabSample *sample, CabSampleStory *story, GError **error);

G_END_DECLS
