/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-model-error.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (cab - model - error - quark, cab_model_error)

/* One row a code: the short name is stable and printed by the command line,
 * the action is what the person can do next. */
static const struct
{
  const char *name;
  const char *action;
} rows[] = {
  [CAB_MODEL_ERROR_INVALID] = { "invalid", N_ ("Correct the value and save again.") },
  [CAB_MODEL_ERROR_CONFLICT]
  = { "conflict", N_ ("Open the record again and make the change there.") },
  [CAB_MODEL_ERROR_IMMUTABLE] = { "immutable", N_ ("Add an addendum or a new version instead.") },
  [CAB_MODEL_ERROR_GATE] = { "no-consent", N_ ("Record the client's consent first.") },
  [CAB_MODEL_ERROR_RESTRICTED] = { "restricted", N_ ("Lift the restriction first.") },
  [CAB_MODEL_ERROR_HELD] = { "held", N_ ("Remove what depends on it first.") },
  [CAB_MODEL_ERROR_MISSING_REF]
  = { "missing-record", N_ ("Choose a record that is in this practice.") },
  [CAB_MODEL_ERROR_DUPLICATE] = { "duplicate", N_ ("Use the one that is there.") },
  [CAB_MODEL_ERROR_READ_ONLY]
  = { "read-only", N_ ("Open the practice for writing, or save a copy.") },
  [CAB_MODEL_ERROR_NOT_FOUND] = { "not-found", N_ ("Check the spelling, or list what is there.") },
  [CAB_MODEL_ERROR_AMBIGUOUS] = { "ambiguous", N_ ("Use the reference instead of the name.") },
  [CAB_MODEL_ERROR_ERASED]
  = { "erased", N_ ("An erased record cannot come back under its old number.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rows) == CAB_N_MODEL_ERRORS);

const char *
cab_model_error_get_name (CabModelError code)
{
  g_return_val_if_fail ((guint)code < G_N_ELEMENTS (rows), NULL);

  return rows[code].name;
}

const char *
cab_model_error_get_action (CabModelError code)
{
  g_return_val_if_fail ((guint)code < G_N_ELEMENTS (rows), NULL);

  return g_dgettext (GETTEXT_PACKAGE, rows[code].action);
}
