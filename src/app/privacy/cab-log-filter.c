/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-log-filter.h"

#include "cab-format.h"
#include "cab-word.h"

#include <glib/gi18n.h>

CabLogFilter *
cab_log_filter_new (void)
{
  CabLogFilter *self = g_new0 (CabLogFilter, 1);

  self->code = -1;

  return self;
}

CabLogFilter *
cab_log_filter_copy (const CabLogFilter *self)
{
  CabLogFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (CabLogFilter, 1);
  copy->client_id = g_strdup (self->client_id);
  copy->client = g_strdup (self->client);
  copy->code = self->code;
  copy->from = g_strdup (self->from);
  copy->to = g_strdup (self->to);

  return copy;
}

CabLogFilter *
cab_log_filter_copy_for (const CabLogFilter *self, CabOpenPractice *practice)
{
  CabLogFilter *copy;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  copy = cab_log_filter_copy (self);
  if (copy->client != NULL && cab_open_practice_is_discreet (practice))
    g_set_str (&copy->client, cab_word (cab_open_practice_get_word (practice), "client"));

  return copy;
}

void
cab_log_filter_free (CabLogFilter *self)
{
  g_free (self->client_id);
  g_free (self->client);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

gboolean
cab_log_filter_is_all (const CabLogFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->client_id == NULL && self->code < 0 && self->from == NULL && self->to == NULL;
}

static char *
dup_period (const CabLogFilter *self)
{
  g_autofree char *from = cab_format_date (self->from);
  g_autofree char *to = cab_format_date (self->to);

  if (self->from != NULL && self->to != NULL)
    /* Translators: two dates; what lies between them is shown */
    return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
  if (self->from != NULL)
    return g_strdup_printf (_ ("from %s"), from);
  if (self->to != NULL)
    return g_strdup_printf (_ ("until %s"), to);

  return NULL;
}

char *
cab_log_filter_dup_words (const CabLogFilter *self, const CabCodes *codes)
{
  g_autofree char *period = NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (codes != NULL, NULL);

  period = dup_period (self);
  if (self->client != NULL)
    g_strv_builder_add (parts, self->client);
  if (self->code >= 0)
    g_strv_builder_add (parts, _ (codes->codes[self->code].label));
  if (period != NULL)
    g_strv_builder_add (parts, period);
  words = g_strv_builder_end (parts);

  return g_strjoinv (" · ", words);
}
