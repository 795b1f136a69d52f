/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* A clinician's acts one by one, what has to be there after each, and a look
 * whether it is: shared by the tests that kill, cut the power or let calls fail. */

#pragma once

#include "cab-test-work.h"

G_BEGIN_DECLS

typedef enum
{
  CAB_TEST_ACT_CLIENT,
  CAB_TEST_ACT_NOTE,
  CAB_TEST_ACT_SIGN,
  CAB_TEST_ACT_MOOD,
  CAB_TEST_ACT_FILE,
  CAB_TEST_ACT_ERASE,
  CAB_TEST_ACT_BACKUP,
  CAB_TEST_ACT_COMPACT,
  CAB_TEST_ACT_RESTORE,
  CAB_TEST_ACT_PASSPHRASE
} CabTestAct;

#define CAB_TEST_N_ACTS (CAB_TEST_ACT_PASSPHRASE + 1)

/** cab_test_act_names: of CabTestAct, for messages */
extern const char *const cab_test_act_names[CAB_TEST_N_ACTS];

/**
 * CabTestReport:
 * @done: 0 before the act, 1 after it was acknowledged
 * @number: what the act writes follows from it
 * @id: of the record that was made, or that is signed
 * @client_id: of the client it belongs to, or who is erased
 *
 * What is said of an act, small enough for one write into a pipe.
 */
typedef struct
{
  CabTestAct act;
  guint done;
  guint number;
  char id[40];
  char client_id[40];
} CabTestReport;

/**
 * CabTestWorld:
 * @practice: (nullable): open while acts are done
 * @items: what has to be there, by id
 * @backup_items: what is there once it was restored
 * @backup: (nullable): what is restored
 * @n_backups: how many there have to be at least, besides @backup
 * @passphrase: which of two opens the practice
 */
typedef struct
{
  CabTestVault test;
  CabPractice *practice;
  GHashTable *items;
  GHashTable *backup_items;
  char *backup;
  guint n_backups;
  guint passphrase;
} CabTestWorld;

/** cab_test_world_begin: makes a practice, closed; with @number ≠ 0 a client of that number in it
 * and a backup of that */
void cab_test_world_begin (CabTestWorld *self, guint number);

/** cab_test_world_end: removes everything */
void cab_test_world_end (CabTestWorld *self);

/** cab_test_world_open: opens the practice, which must go well */
void cab_test_world_open (CabTestWorld *self);

/** CabTestMemory: what has to be there at one time */
typedef struct
{
  GHashTable *items;
  guint n_backups;
  guint passphrase;
} CabTestMemory;

/** cab_test_world_save: Returns: what has to be there; cab_test_memory_clear() it */
CabTestMemory cab_test_world_save (CabTestWorld *self);

/** cab_test_world_load: goes back to what had to be there at that time */
void cab_test_world_load (CabTestWorld *self, const CabTestMemory *memory);

/** cab_test_memory_clear: frees what it holds */
void cab_test_memory_clear (CabTestMemory *memory);

/** cab_test_world_draw: Returns: (nullable): the id of a client or unsigned note that is there */
const char *cab_test_world_draw (CabTestWorld *self, GRand *rand, CabTestAct act);

/** cab_test_world_aim: fills in whom and what the act of @report is about, drawn from what is
 * there; Returns: whether there was something */
gboolean cab_test_world_aim (CabTestWorld *self, GRand *rand, CabTestReport *report);

/** cab_test_world_do: does an act in the open practice and writes the id of what it made into
 * @report; Returns: whether it went well */
gboolean cab_test_world_do (CabTestWorld *self, CabTestReport *report, GError **error);

/** cab_test_world_apply: notes what an act that was done means for what has to be there */
void cab_test_world_apply (CabTestWorld *self, const CabTestReport *report);

/** cab_test_world_settle: opens the practice where it is closed, and finds out whether an act that
 * was begun has happened; Returns: %FALSE if there is nothing left of it to do again */
gboolean cab_test_world_settle (CabTestWorld *self, const CabTestReport *doubt);

/** cab_test_world_examine: opens the practice and looks: everything verifies, everything that has
 * to be there is, word for word; the act in @doubt (nullable) happened wholly or not at all;
 * every backup is a sound one, and is removed; nothing else lies beside the practice */
void cab_test_world_examine (CabTestWorld *self, const CabTestReport *doubt);

G_END_DECLS
