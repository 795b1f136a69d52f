/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-meter.h"

#define TELL_EVERY (G_USEC_PER_SEC / 20)

gboolean
cab_bundle_meter_step (CabBundleMeter *self, GError **error)
{
  gint64 now;

  if (self == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  self->done = MIN (self->done + 1, self->total);
  if (self->func == NULL)
    return TRUE;

  /* How often a screen is told is no fact about the practice, so this is not
   * the practice's clock. */
  now = g_get_monotonic_time ();
  if (now - self->told < TELL_EVERY)
    return TRUE;

  self->told = now;
  self->func (self->done, self->total, self->data);
  return TRUE;
}

void
cab_bundle_meter_finish (CabBundleMeter *self)
{
  self->done = self->total;
  if (self->func != NULL)
    self->func (self->done, self->total, self->data);
}
