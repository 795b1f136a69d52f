/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-pace.h"

#include "cab-vault-error.h"

/* Two failures are mistyping; the third one waits. */
#define FREE_FAILURES 2

static const guint delays_ms[] = { 1000, 2000, 4000 };

void
cab_pace_note (CabPace *self, const GError *error)
{
  g_return_if_fail (self != NULL);

  if (error == NULL)
    self->failures = 0;
  else if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY))
    self->failures = MIN (self->failures, G_MAXUINT - 1) + 1;
}

guint
cab_pace_get_delay_ms (const CabPace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->failures <= FREE_FAILURES)
    return 0;

  return delays_ms[MIN (self->failures - FREE_FAILURES, G_N_ELEMENTS (delays_ms)) - 1];
}

gboolean
cab_pace_wait (const CabPace *self, GCancellable *cancellable, GError **error)
{
  guint delay_ms = cab_pace_get_delay_ms (self);
  gint64 end = g_get_monotonic_time () + (gint64)delay_ms * 1000;
  GPollFD fd = { .fd = -1 };
  gboolean can_cancel;
  gint64 left;

  if (delay_ms == 0)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  can_cancel = g_cancellable_make_pollfd (cancellable, &fd);
  while (!g_cancellable_is_cancelled (cancellable) && (left = end - g_get_monotonic_time ()) > 0)
    g_poll (&fd, can_cancel ? 1 : 0, (int)(left / 1000) + 1);
  if (can_cancel)
    g_cancellable_release_fd (cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
