/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle.h"

G_BEGIN_DECLS

/**
 * CabBundleMeter:
 * @func: (nullable): told how far it is
 * @data: for @func
 * @cancellable: (nullable): looked at in every step
 * @total: how many steps there will be
 * @done: how many there were
 * @told: when @func was last called, in µs
 *
 * How far an export is, and whether it should go on. A step is a record written
 * into one part, or a piece of content. Source: bundle.md [B-71].
 */
typedef struct
{
  CabBundleProgressFunc func;
  gpointer data;
  GCancellable *cancellable;
  guint64 total;
  guint64 done;
  gint64 told;
} CabBundleMeter;

/**
 * cab_bundle_meter_step:
 * @self: (nullable): a meter
 * @error: return location
 *
 * Counts one step and tells of it, at most 20 times a second.
 *
 * Errors: %G_IO_ERROR_CANCELLED.
 *
 * Returns: %TRUE to go on
 */
gboolean cab_bundle_meter_step (CabBundleMeter *self, GError **error);

/** cab_bundle_meter_move: tells that @done of @of of the steps that were left at @from are done */
void cab_bundle_meter_move (CabBundleMeter *self, guint64 from, guint64 done, guint64 of);

/** cab_bundle_meter_finish: tells that everything is done */
void cab_bundle_meter_finish (CabBundleMeter *self);

G_END_DECLS
