/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What a test of the reliability plan did, for the table that is published of it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabTestTally:
 * @row: of the plan, "V-204"
 * @unit: what is counted, in the plural
 */
typedef struct
{
  const char *row;
  const char *unit;
  gint64 begun_us;
} CabTestTally;

/**
 * cab_test_tally_begin:
 *
 * Notes in `<builddir>/reliability/<row>.json` that the running test has begun: until it ends, or
 * if it never does, that counts as one failure.
 *
 * Source: [V-231].
 */
CabTestTally cab_test_tally_begin (const char *row, const char *unit);

/**
 * cab_test_tally_end:
 * @asked: how many were to be done
 * @done: how many were
 *
 * Notes that the test came to its end, and so without a failure.
 */
void cab_test_tally_end (const CabTestTally *self, guint64 asked, guint64 done);

G_END_DECLS
