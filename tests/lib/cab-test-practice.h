/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"
#include "cab-test-folder.h"

G_BEGIN_DECLS

/** CAB_TEST_PRACTICE_TODAY: the day on which every test practice begins, a Monday */
#define CAB_TEST_PRACTICE_TODAY "2026-03-02"

/** CAB_TEST_PRACTICE_PASSPHRASE: what opens every test practice */
#define CAB_TEST_PRACTICE_PASSPHRASE "correct horse battery staple"

/**
 * CabTestPractice:
 * @folder: where the file lies
 * @path: (type filename): the file
 * @clock: stands at 2026-03-02, 10:00 in London
 * @ids: counted, so that two runs draw the same
 * @practice: open for writing
 *
 * A real practice in a folder of its own, with the cheapest key:
 * `g_auto (CabTestPractice) test = cab_test_practice_new ();`.
 */
typedef struct
{
  CabTestFolder folder;
  char *path;
  CabClock *clock;
  CabIds *ids;
  CabPractice *practice;
} CabTestPractice;

/** cab_test_practice_new: makes a practice that is set up, in the United Kingdom */
CabTestPractice cab_test_practice_new (void);

/** cab_test_practice_new_seeded: the same with other ids, as another practice has them */
CabTestPractice cab_test_practice_new_seeded (guint64 seed);

/** cab_test_practice_new_bare: makes the file alone: no owner, no practice row */
CabTestPractice cab_test_practice_new_bare (void);

/** cab_test_practice_reopen: closes the file and opens it again */
void cab_test_practice_reopen (CabTestPractice *self, CabVaultOpenFlags flags);

void cab_test_practice_clear (CabTestPractice *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabTestPractice, cab_test_practice_clear)

/** cab_test_practice_add_client: Returns: (transfer full): a stored client with this given name */
CabRecord *cab_test_practice_add_client (CabTestPractice *self, const char *given_name);

/**
 * cab_test_practice_attack:
 *
 * Runs raw SQL behind the model's back and takes it back. Returns: which rule of
 * the file itself refused it, %CAB_REFUSAL_NONE when it got through
 */
CabRefusal cab_test_practice_attack (CabTestPractice *self, const char *sql);

/** cab_test_practice_damage: runs raw SQL behind the model's back, as damage would come */
void cab_test_practice_damage (CabTestPractice *self, const char *sql);

/** cab_test_practice_count_audit: Returns: how many rows of the log tell of @act */
gint64 cab_test_practice_count_audit (CabTestPractice *self, const char *act);

/** cab_test_assert_saves: saves @record, which has to succeed */
void cab_test_assert_saves (CabTestPractice *self, CabRecord *record);

/**
 * cab_test_assert_refuses:
 * @code: a #CabModelError
 * @sentence: the whole sentence, or its beginning when it ends with "…"
 *
 * Saves @record, which has to be refused in these words, and to look afterwards
 * as it did before.
 */
void
cab_test_assert_refuses (CabTestPractice *self, CabRecord *record, int code, const char *sentence);

/** cab_test_assert_sentence: the same of an error that is there already */
void cab_test_assert_sentence (const GError *error, int code, const char *sentence);

G_END_DECLS
