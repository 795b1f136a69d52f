/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-audit-verify.h"

#include "fuzz.h"

/* [V-213] [V-82] an anchor as somebody typed it: what is taken has a row's number */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  CabAuditAnchor anchor = { 0 };

  if (cab_audit_anchor_parse (text, &anchor))
    g_assert_cmpint (anchor.seq, >=, 0);

  return 0;
}
