/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-charts.h"

#include "cab-emotion-word.h"
#include "cab-mood-entry.h"
#include "cab-value-domain.h"

CabClientCharts *
cab_client_charts_new (CabPractice *practice,
                       const char *client_id,
                       const CabChartRange *range,
                       GError **error)
{
  const CabFilter of_client = { .client_id = client_id, .trashed = 0 };
  const CabFilter every = { .trashed = 0 };
  g_autoptr (CabClientCharts) self = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) emotions = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) domains = NULL;
  g_autoptr (GPtrArray) ratings = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && client_id != NULL, NULL);

  entries = cab_practice_list (practice, &cab_mood_entry_kind, &of_client, error);
  if (entries == NULL
      || (emotions = cab_practice_list (practice, &cab_mood_emotion_kind, &of_client, error))
             == NULL
      || (words = cab_practice_list (practice, &cab_emotion_word_kind, &every, error)) == NULL
      || (domains = cab_practice_list (practice, &cab_value_domain_kind, &of_client, error)) == NULL
      || (ratings = cab_practice_list (practice, &cab_value_rating_kind, &of_client, error))
             == NULL)
    return NULL;

  self = g_new0 (CabClientCharts, 1);
  self->n_entries = entries->len + ratings->len;
  self->charts[CAB_CLIENT_CHART_MOOD] = cab_chart_model_new_mood (entries, NULL, range);
  self->charts[CAB_CLIENT_CHART_EMOTIONS]
      = cab_chart_model_new_emotions (entries, emotions, words, range);
  self->charts[CAB_CLIENT_CHART_VALUES] = cab_chart_model_new_values (domains, ratings, range);
  self->ratings = g_steal_pointer (&ratings);

  return g_steal_pointer (&self);
}

void
cab_client_charts_free (CabClientCharts *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < CAB_N_CLIENT_CHARTS; i++)
    cab_chart_model_unref (self->charts[i]);
  g_ptr_array_unref (self->ratings);
  g_free (self);
}
