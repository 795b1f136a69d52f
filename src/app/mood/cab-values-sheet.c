/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-values-sheet.h"

#include "cab-value-domain.h"

void
cab_values_sheet_free (CabValuesSheet *self)
{
  g_clear_pointer (&self->domains, g_ptr_array_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_free (self->day);
  g_free (self);
}

/* Takes the value's rating out of @stored; %NULL when it has none. */
static CabRecord *
steal_rating (GPtrArray *stored, CabRecord *domain)
{
  for (guint i = 0; i < stored->len; i++)
    if (g_strcmp0 (
            cab_record_get_text (stored->pdata[i], CAB_OWN (CAB_VALUE_RATING_FIELD_DOMAIN_ID)),
            cab_record_get_id (domain))
        == 0)
      return g_ptr_array_steal_index (stored, i);

  return NULL;
}

static CabRecord *
make_rating (CabRecord *domain, const char *day)
{
  CabRecord *rating = cab_record_new (&cab_value_rating_kind);

  cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_DOMAIN_ID),
                       cab_record_get_id (domain));
  cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON), day);

  return rating;
}

/* A value that was put aside stays in the rounds that rated it. */
static void
pair (CabValuesSheet *self, GPtrArray *stored)
{
  self->is_new = TRUE;
  self->ratings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->domains->len;)
    {
      CabRecord *domain = self->domains->pdata[i];
      CabRecord *rating = steal_rating (stored, domain);

      if (rating == NULL && !cab_record_get_bool (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_ACTIVE)))
        {
          g_ptr_array_remove_index (self->domains, i);
          continue;
        }
      self->is_new = self->is_new && rating == NULL;
      g_ptr_array_add (self->ratings, rating != NULL ? rating : make_rating (domain, self->day));
      i++;
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 first = 0;
  gint64 second = 0;

  cab_record_get_integer (*(CabRecord *const *)a, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_POSITION),
                          &first);
  cab_record_get_integer (*(CabRecord *const *)b, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_POSITION),
                          &second);

  return (first > second) - (first < second);
}

static gboolean
keep_day (GPtrArray *ratings, const char *day)
{
  for (guint i = ratings->len; i-- > 0;)
    if (g_strcmp0 (
            cab_record_get_text (ratings->pdata[i], CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON)), day)
        != 0)
      g_ptr_array_remove_index (ratings, i);

  return ratings->len > 0;
}

CabValuesSheet *
cab_values_sheet_read (CabPractice *practice,
                       const char *client_id,
                       const char *day,
                       GError **error)
{
  const CabFilter of_client = { .client_id = client_id, .trashed = 0 };
  g_autoptr (CabValuesSheet) self = g_new0 (CabValuesSheet, 1);
  g_autoptr (GPtrArray) stored = NULL;

  self->day = day != NULL ? g_strdup (day) : cab_practice_dup_today (practice);
  if (cab_practice_is_writable (practice)
      && !cab_value_domain_add_headings (practice, client_id, error))
    return NULL;

  self->domains = cab_practice_list (practice, &cab_value_domain_kind, &of_client, error);
  if (self->domains == NULL)
    return NULL;
  stored = cab_practice_list (practice, &cab_value_rating_kind, &of_client, error);
  if (stored == NULL)
    return NULL;

  keep_day (stored, self->day);
  g_ptr_array_sort (self->domains, compare_positions);
  pair (self, stored);

  return g_steal_pointer (&self);
}

CabValuesGiven *
cab_values_given_new (void)
{
  CabValuesGiven *self = g_new0 (CabValuesGiven, 1);

  self->ratings = g_ptr_array_new_with_free_func (g_object_unref);
  self->skipped = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
cab_values_given_free (CabValuesGiven *self)
{
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

static gboolean
write_round (CabPractice *practice, gpointer data, GError **error)
{
  const CabValuesGiven *given = data;

  for (guint i = 0; i < given->skipped->len; i++)
    if (!cab_practice_trash (practice, given->skipped->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < given->ratings->len; i++)
    if (!cab_practice_save (practice, given->ratings->pdata[i], error))
      return FALSE;

  return TRUE;
}

gpointer
cab_values_given_save_job (CabPractice *practice,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  cab_practice_transact (practice, "keep a round of values", write_round, data, error);

  return NULL;
}
