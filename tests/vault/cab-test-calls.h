/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Stands between this program, with every library in it, and the calls that
 * change files: notes them for a CabTestDisk, lets the k-th fail, or ends the
 * process at it. A program that links it has it in place of the C library's
 * calls; until something is watched, all go through. */

#pragma once

#include "cab-test-disk.h"

G_BEGIN_DECLS

typedef enum
{
  CAB_TEST_CALLS_FAIL,        /* the call fails with the given errno */
  CAB_TEST_CALLS_SHORT_WRITE, /* a write writes half, other calls go through */
  CAB_TEST_CALLS_EXIT,        /* the process ends before the call is made */
  CAB_TEST_CALLS_EXIT_AFTER   /* and after it was made */
} CabTestCallsFault;

/**
 * CabTestCallsPlan:
 * @at: which call, counted from 1; 0 for none
 * @fault: what happens at it
 * @code: an errno
 * @for_ever: whether every later call fails too
 */
typedef struct
{
  guint at;
  CabTestCallsFault fault;
  int code;
  gboolean for_ever;
} CabTestCallsPlan;

/** cab_test_calls_watch: from now on calls on what lies in @disk are counted, noted and fail as
 * @plan (nullable) says; with %NULL for @disk nothing is watched any more */
void cab_test_calls_watch (CabTestDisk *disk, const CabTestCallsPlan *plan);

/** cab_test_calls_count: Returns: how many calls there were since the last
 * cab_test_calls_watch() */
guint cab_test_calls_count (void);

G_END_DECLS
