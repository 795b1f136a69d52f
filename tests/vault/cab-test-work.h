/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* A practice's daily work, as the model does it, for the tests that kill it,
 * damage its file or look for what it left. What a record holds follows from its
 * number, so that whoever looks later knows what has to be there. */

#pragma once

#include "cab-backup.h"
#include "cab-practice.h"
#include "cab-test-vault.h"

G_BEGIN_DECLS

/** cab_test_work_watch: what copying calls back in the product */
extern const CabCopyWatch cab_test_work_watch;

/** cab_test_work_use_memory: puts temporary folders into memory where there is some: a kill loses
 * what a process has not written, never what the kernel has */
void cab_test_work_use_memory (void);

/** cab_test_work_get_rounds: Returns: @usual, or what CABINET_TEST_ROUNDS says */
guint cab_test_work_get_rounds (guint usual);

/** cab_test_work_begin: makes a practice and sets it up; Returns: (transfer full): it, open */
CabPractice *cab_test_work_begin (CabTestVault *test);

/** cab_test_work_open: Returns: (transfer full) (nullable): the practice */
CabPractice *cab_test_work_open (CabTestVault *test,
                                 const char *passphrase,
                                 CabVaultOpenFlags flags,
                                 GError **error);

/** cab_test_work_dup_text: Returns: (transfer full): text of note, mood or client @number; every
 * fourth is longer than a page */
char *cab_test_work_dup_text (guint number);

/** cab_test_work_dup_file: Returns: (transfer full): content of file @number */
GBytes *cab_test_work_dup_file (guint number);

/** cab_test_work_add_client: Returns: (transfer full) (nullable): client @number */
CabRecord *cab_test_work_add_client (CabPractice *practice, guint number, GError **error);

/** cab_test_work_add_note: Returns: (transfer full) (nullable): a note with text @number */
CabRecord *
cab_test_work_add_note (CabPractice *practice, const char *client_id, guint number, GError **error);

/** cab_test_work_add_mood: Returns: (transfer full) (nullable): a mood entry with text @number */
CabRecord *
cab_test_work_add_mood (CabPractice *practice, const char *client_id, guint number, GError **error);

/** cab_test_work_add_file: Returns: (transfer full) (nullable): attachment with file @number */
CabRecord *
cab_test_work_add_file (CabPractice *practice, const char *client_id, guint number, GError **error);

/** cab_test_work_dup_content: Returns: (transfer full) (nullable): an attachment's content */
GBytes *cab_test_work_dup_content (CabPractice *practice, CabRecord *attachment, GError **error);

/** cab_test_work_is_sound: Returns: whether full verification of an open practice finds nothing */
gboolean cab_test_work_is_sound (CabPractice *practice);

G_END_DECLS
