/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-page-order-private.h"

#include "cab-chart-model.h"
#include "cab-emotion-word.h"
#include "cab-mood-entry.h"
#include "cab-value-domain.h"

/* Of each kind the fields that a chart shows: a record of which one of them
 * stays behind is not drawn. */
static const guint mood_fields[]
    = { CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION),
        CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE) };
static const guint point_fields[]
    = { CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL) };
static const guint emotion_fields[] = { CAB_OWN (CAB_MOOD_EMOTION_FIELD_INTENSITY) };
static const guint word_fields[] = { CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD) };
static const guint domain_fields[] = { CAB_OWN (CAB_VALUE_DOMAIN_FIELD_LABEL) };
static const guint rating_fields[]
    = { CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON), CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE),
        CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED) };

static gboolean
tells (const CabBundleTable *table, CabRecord *record, const guint *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *scratch = NULL;

      if (cab_bundle_table_get_text (table, record, fields[i], &scratch) == NULL)
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
list_told (const CabBundlePlan *plan, const CabKind *kind, const guint *fields, gsize n_fields)
{
  const CabBundleTable *table = cab_bundle_plan_get_table (plan, kind);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < table->items->len; i++)
    {
      CabBundleItem *item = g_ptr_array_index (table->items, i);

      if (tells (table, item->record, fields, n_fields))
        g_ptr_array_add (records, item->record);
    }

  return records;
}

/* Takes out the entries whose point stays behind; those without one draw none. */
static GPtrArray *
list_points (const CabBundlePlan *plan, GPtrArray *entries)
{
  const CabBundleTable *table = cab_bundle_plan_get_table (plan, &cab_mood_entry_kind);
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      if (tells (table, g_ptr_array_index (entries, i), point_fields, G_N_ELEMENTS (point_fields)))
        g_ptr_array_add (points, g_ptr_array_index (entries, i));
    }

  return points;
}

static void
take_chart (GPtrArray *charts, CabChartModel *chart)
{
  if (cab_chart_model_is_empty (chart))
    cab_chart_model_unref (chart);
  else
    g_ptr_array_add (charts, chart);
}

static void
add_moods (GPtrArray *charts, const CabBundlePlan *plan)
{
  g_autoptr (GPtrArray) entries
      = list_told (plan, &cab_mood_entry_kind, mood_fields, G_N_ELEMENTS (mood_fields));
  g_autoptr (GPtrArray) points = list_points (plan, entries);
  g_autoptr (GPtrArray) emotions
      = list_told (plan, &cab_mood_emotion_kind, emotion_fields, G_N_ELEMENTS (emotion_fields));
  g_autoptr (GPtrArray) words
      = list_told (plan, &cab_emotion_word_kind, word_fields, G_N_ELEMENTS (word_fields));

  take_chart (charts, cab_chart_model_new_mood (points, NULL, NULL));
  take_chart (charts, cab_chart_model_new_emotions (entries, emotions, words, NULL));
}

static void
add_values (GPtrArray *charts, const CabBundlePlan *plan)
{
  g_autoptr (GPtrArray) domains
      = list_told (plan, &cab_value_domain_kind, domain_fields, G_N_ELEMENTS (domain_fields));
  g_autoptr (GPtrArray) ratings
      = list_told (plan, &cab_value_rating_kind, rating_fields, G_N_ELEMENTS (rating_fields));

  take_chart (charts, cab_chart_model_new_values (domains, ratings, NULL));
}

GPtrArray *
cab_page_order_list_charts (const CabPageOrder *self, const CabBundleTable *table)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_chart_model_unref);

  if (table->kind == &cab_mood_entry_kind)
    add_moods (charts, self->plan);
  else if (table->kind == &cab_value_domain_kind)
    add_values (charts, self->plan);

  return charts;
}
