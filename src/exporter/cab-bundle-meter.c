/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-meter.h"

#define TELL_EVERY (G_USEC_PER_SEC / 20)

/* How often a screen is told is no fact about the practice, so this is not the
 * practice's clock. */
static void
tell (CabBundleMeter *self)
{
  gint64 now;

  if (self->func == NULL)
    return;

  now = g_get_monotonic_time ();
  if (now - self->told < TELL_EVERY)
    return;

  self->told = now;
  self->func (self->done, self->total, self->data);
}

gboolean
cab_bundle_meter_step (CabBundleMeter *self, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  self->done = MIN (self->done + 1, self->total);
  tell (self);
  return TRUE;
}

void
cab_bundle_meter_move (CabBundleMeter *self, guint64 from, guint64 done, guint64 of)
{
  double part = of == 0 ? 1 : (double)MIN (done, of) / (double)of;

  if (from >= self->total)
    return;

  self->done = MAX (self->done, from + (guint64)(part * (double)(self->total - from)));
  tell (self);
}

void
cab_bundle_meter_finish (CabBundleMeter *self)
{
  self->done = self->total;
  if (self->func != NULL)
    self->func (self->done, self->total, self->data);
}
