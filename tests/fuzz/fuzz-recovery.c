/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-recovery.h"

#include "fuzz.h"

/* [V-213] [V-130] what a person types; a code that is read is the one that is written */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (CabSecret) code = size > 0 ? cab_secret_new_copy (data, size) : NULL;
  g_autoptr (CabSecret) root = NULL;
  g_autoptr (CabSecret) printed = NULL;
  g_autoptr (CabSecret) again = NULL;

  if (code == NULL)
    return 0;

  root = cab_recovery_decode (code, NULL);
  if (root == NULL)
    return 0;

  printed = cab_recovery_encode (root);
  again = cab_recovery_decode (printed, NULL);
  g_assert_true (again != NULL && cab_secret_equal (root, again));
  return 0;
}
