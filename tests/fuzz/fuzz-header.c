/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-header.h"

#include <string.h>

#include "fuzz.h"

/* [V-213] [V-4] the head of a practice file; the bytes behind it say how long the file is */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  guint8 head[CAB_HEADER_LENGTH] = { 0 };
  guint64 length = size < CAB_HEADER_LENGTH ? size : CAB_PAGE_SIZE;
  guint8 format = 255;
  guint8 profile = 255;
  CabHeaderKind kind;

  if (size > 0)
    memcpy (head, data, MIN (size, CAB_HEADER_LENGTH));
  if (size >= CAB_HEADER_LENGTH + sizeof length)
    memcpy (&length, data + CAB_HEADER_LENGTH, sizeof length);
  kind = cab_header_parse (head, length, &format, &profile);

  g_assert_cmpint (kind == CAB_HEADER_EMPTY, ==, length == 0);
  if (kind == CAB_HEADER_PRACTICE)
    g_assert (length >= CAB_PAGE_SIZE && format == CAB_HEADER_FORMAT);
  return 0;
}
