/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-sample.h"

#include "cab-client.h"
#include "cab-emotion-word.h"
#include "cab-learned-word.h"
#include "cab-sample-plan-private.h"
#include "cab-when.h"

#include <glib/gstdio.h>
#include <string.h>

#define MINUTE_MS (G_GINT64_CONSTANT (60) * 1000)
#define DAY_MINUTES (24 * 60)

/* 2024-03-04T00:00:00Z; the office opens at eight. */
#define FIRST_MIDNIGHT_MS (G_GINT64_CONSTANT (1709510400) * 1000)
#define OPENING_MS (FIRST_MIDNIGHT_MS + 8 * 60 * MINUTE_MS)
#define CLOSING_MINUTE (18 * 60)

/* So many acts make a transaction: few enough to keep its pages in memory, many
 * enough that a commit costs nothing. */
#define BATCH_ACTS 64

#define PROGRESS_US (G_USEC_PER_SEC / 20)

void
cab_sample_story_free (CabSampleStory *story)
{
  g_clear_pointer (&story->voice.ids, cab_ids_unref);
  g_free (story->name);
  g_free (story->client_id);
  g_free (story->contact_id);
  g_free (story->contact_name);
  g_free (story->gp_id);
  g_free (story->gp_name);
  g_free (story->guardian_link_id);
  g_free (story->share_event_id);
  g_free (story->signed_note_id);
  g_free (story->disclosure_id);
  for (guint i = 0; i < CAB_SAMPLE_N_TRACKS; i++)
    g_free (story->track_ids[i]);
  g_free (story);
}

gboolean
cab_sample_is_person (const CabSampleStory *story)
{
  return story->role != CAB_SAMPLE_ROLE_COUPLE && story->role != CAB_SAMPLE_ROLE_FAMILY;
}

gboolean
cab_sample_is_young (const CabSampleStory *story)
{
  return story->role == CAB_SAMPLE_ROLE_MINOR || story->role == CAB_SAMPLE_ROLE_COMPETENT;
}

guint
cab_sample_draw (const CabSampleStory *story, guint bound)
{
  return cab_ids_get_uniform (story->voice.ids, bound);
}

void
cab_sample_pass_minutes (CabSample *sample, guint minutes)
{
  cab_clock_advance (sample->clock, minutes * MINUTE_MS);
}

/* What the wall clock of the practice showed so many minutes ago. */
char *
cab_sample_dup_local (CabSample *sample, int minutes_ago)
{
  gint64 then = cab_clock_get_wall_ms (sample->clock) - minutes_ago * MINUTE_MS;
  g_autofree char *instant = cab_clock_dup_instant (then);

  return cab_when_dup_local (instant, CAB_SAMPLE_ZONE);
}

char *
cab_sample_dup_day (CabSample *sample, int days_from_now)
{
  char *local = cab_sample_dup_local (sample, -days_from_now * DAY_MINUTES);

  local[strlen ("2026-03-02")] = '\0';
  return local;
}

CabRecord *
cab_sample_load_client (CabSample *sample, const CabSampleStory *story, GError **error)
{
  return cab_practice_load (sample->practice, &cab_client_kind, story->client_id, error);
}

/* Every story draws from a source of its own, so that one more client changes
 * none of the others. */
static CabSampleStory *
new_story (guint64 seed, guint index, CabSampleRole role)
{
  enum
  {
    BOND = 6 /* in cab_sample_themes */
  };
  CabSampleStory *story = g_new0 (CabSampleStory, 1);

  story->index = index;
  story->role = role;
  story->rich = index == 0;
  story->voice.ids
      = cab_ids_new_counted (seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + index + 1);
  for (guint i = 0; i < G_N_ELEMENTS (story->voice.themes); i++)
    {
      guint theme = cab_sample_draw (story, cab_sample_n_themes - 1);

      story->voice.themes[i] = theme < BOND ? theme : theme + 1;
    }
  if (!cab_sample_is_person (story))
    story->voice.themes[0] = story->voice.themes[1] = BOND;

  return story;
}

static void
clear_sample (CabSample *sample)
{
  g_clear_pointer (&sample->ids, cab_ids_unref);
  g_clear_pointer (&sample->stories, g_ptr_array_unref);
  g_clear_pointer (&sample->gp_ids, g_ptr_array_unref);
  g_clear_pointer (&sample->gp_names, g_ptr_array_unref);
  g_clear_pointer (&sample->word_ids, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (sample->consent_texts); i++)
    g_clear_pointer (&sample->consent_texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabSample, clear_sample)

static void
init_sample (CabSample *sample, CabPractice *practice, const CabSampleOptions *options)
{
  *sample = (CabSample){
    .practice = practice,
    .clock = cab_vault_get_clock (cab_practice_get_vault (practice)),
    .ids = cab_ids_new_counted (options->seed),
    .stories = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_sample_story_free),
    .gp_ids = g_ptr_array_new_with_free_func (g_free),
    .gp_names = g_ptr_array_new_with_free_func (g_free),
    .word_ids = g_ptr_array_new_with_free_func (g_free),
  };

  for (guint i = 0; i < options->n_clients; i++)
    g_ptr_array_add (sample->stories, new_story (options->seed, i, cab_sample_plan_get_role (i)));
  g_ptr_array_add (sample->stories,
                   new_story (options->seed, options->n_clients, CAB_SAMPLE_ROLE_ERASED));
  /* Nobody sees more of the one who goes than the tombstone. */
  ((CabSampleStory *)g_ptr_array_index (sample->stories, options->n_clients))->rich = FALSE;
}

static GArray *
make_plan (CabSample *sample, const CabSampleOptions *options)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (CabSamplePlanned));

  cab_sample_plan_add (plan, NULL, 0, 8 * 60, cab_sample_add_gps, 2 + options->n_clients / 25);
  cab_sample_plan_add (plan, NULL, 0, 8 * 60, cab_sample_publish, 0);
  cab_sample_plan_add (plan, NULL, CAB_SAMPLE_PLAN_DAYS / 2, 8 * 60, cab_sample_publish, 1);
  for (guint i = 0; i < sample->stories->len; i++)
    cab_sample_plan_story (plan, g_ptr_array_index (sample->stories, i), options->n_sessions);
  cab_sample_plan_sort (plan);

  return plan;
}

static gboolean
collect_word (CabRecord *word, gpointer data, GError **error)
{
  CabSample *sample = data;

  g_ptr_array_add (sample->word_ids, g_strdup (cab_record_get_id (word)));
  return TRUE;
}

typedef struct
{
  CabSample *sample;
  GArray *plan;
  guint done;
} Batch;

/* Time only ever goes on: an act that took longer pushes the next. */
static void
go_to (CabSample *sample, gint64 wall_ms)
{
  gint64 now = cab_clock_get_wall_ms (sample->clock);

  if (wall_ms > now)
    cab_clock_advance (sample->clock, wall_ms - now);
}

static gboolean
run_batch (CabPractice *practice, gpointer data, GError **error)
{
  Batch *batch = data;
  guint end = MIN (batch->done + BATCH_ACTS, batch->plan->len);

  for (; batch->done < end; batch->done++)
    {
      const CabSamplePlanned *planned = &g_array_index (batch->plan, CabSamplePlanned, batch->done);

      go_to (batch->sample, FIRST_MIDNIGHT_MS + planned->at);
      if (!planned->act (batch->sample, planned->story, planned->n, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_plan (CabSample *sample,
          GArray *plan,
          CabVaultProgress progress,
          gpointer progress_data,
          GCancellable *cancellable,
          GError **error)
{
  Batch batch = { .sample = sample, .plan = plan };
  gint64 told = 0;

  while (batch.done < plan->len)
    {
      gint64 now = g_get_monotonic_time ();

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !cab_practice_transact (sample->practice, "fill the sample practice", run_batch,
                                     &batch, error))
        return FALSE;
      if (progress != NULL && (now - told >= PROGRESS_US || batch.done == plan->len))
        {
          progress (batch.done, plan->len, progress_data);
          told = now;
        }
    }

  return TRUE;
}

/* What a spell checker would mark in nearly every note. */
static gboolean
learn_words (CabPractice *practice, GError **error)
{
  static const char *const words[] = { "mindfulness", "psychoeducation", "rumination" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (!cab_learned_word_learn (practice, "en_GB", words[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_sample_fill (CabPractice *practice,
                 const CabSampleOptions *options,
                 CabVaultProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_auto (CabSample) sample = { 0 };
  g_autoptr (GArray) plan = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && options != NULL, FALSE);
  g_return_val_if_fail (options->n_sessions <= CAB_SAMPLE_MOST_SESSIONS, FALSE);

  init_sample (&sample, practice, options);
  cab_clock_set_wall_ms (sample.clock, OPENING_MS);
  if (!cab_sample_set_practice_up (&sample, NULL, 0, error)
      || !cab_practice_each (practice, &cab_emotion_word_kind, &all, collect_word, &sample, error))
    return FALSE;

  plan = make_plan (&sample, options);
  if (!run_plan (&sample, plan, progress, progress_data, cancellable, error))
    return FALSE;

  go_to (&sample,
         FIRST_MIDNIGHT_MS + (CAB_SAMPLE_PLAN_DAYS * DAY_MINUTES + CLOSING_MINUTE) * MINUTE_MS);
  return learn_words (practice, error);
}

gboolean
cab_sample_create (const char *path,
                   CabSecret *passphrase,
                   int profile,
                   const CabSampleOptions *options,
                   const CabVaultSettings *folders,
                   CabVaultProgress progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (CabClock) clock = cab_clock_new_fixed (OPENING_MS, CAB_SAMPLE_ZONE);
  g_autoptr (CabIds) ids = NULL;
  g_autoptr (CabPractice) practice = NULL;
  CabVaultSettings settings = { 0 };
  CabVault *vault;

  g_return_val_if_fail (path != NULL && passphrase != NULL && options != NULL, FALSE);

  ids = cab_ids_new_counted (options->seed);
  if (folders != NULL)
    settings = *folders;
  settings.clock = clock;
  settings.ids = ids;
  vault = cab_vault_create (path, passphrase, profile, &settings, cancellable, error);
  if (vault == NULL)
    return FALSE;

  practice = cab_practice_new_take (vault);
  if (cab_sample_fill (practice, options, progress, progress_data, cancellable, error)
      && cab_vault_close (vault, error))
    return TRUE;

  cab_vault_close (vault, NULL);
  g_unlink (path);
  return FALSE;
}
