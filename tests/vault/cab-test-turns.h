/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* A clinician's act, done again and again while something goes wrong at the
 * first, the second, the third … moment, until it gets through without. */

#pragma once

#include "cab-test-disk.h"
#include "cab-test-world.h"

G_BEGIN_DECLS

/** CAB_TEST_TURNS_KILLED: the status with which a fault ends a process */
#define CAB_TEST_TURNS_KILLED 77

/**
 * CabTestFaults:
 * @arm: from now on the fault happens at moment @at, counted from 1
 * @disarm: nothing goes wrong any more; Returns: how many moments there were
 * @turns: at so many moments the fault happens, evenly spread from one of the first on that
 *   chance chooses; 0 for every moment
 */
typedef struct
{
  void (*arm) (CabTestDisk *disk, gconstpointer fault, guint at);
  guint (*disarm) (void);
  guint turns;
} CabTestFaults;

/**
 * cab_test_turns_run:
 * @act: what is done, in a practice with a client, a note and a backup; opening it is part of it
 * @faults: how things go wrong
 * @fault: what goes wrong, for @faults
 * @kills: whether the fault ends the process, so that the act is done in a child
 *
 * After each turn either the act is done, or a sentence of ours says why not;
 * what was there is there, and done again it goes well.
 *
 * Returns: how many turns there were
 */
guint cab_test_turns_run (CabTestAct act,
                          const CabTestFaults *faults,
                          gconstpointer fault,
                          gboolean kills);

G_END_DECLS
