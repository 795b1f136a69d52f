/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle.h"
#include "cab-test-practice.h"

G_BEGIN_DECLS

/** CAB_TEST_HOSTILE: text that every format has to bring back to the bit */
#define CAB_TEST_HOSTILE                                                                           \
  "=1+1\r\n]]> <b>&amp;</b> \"quoted\" 'twice'\rtab\there\n"                                       \
  "𝒜 astral, e\xCC\x81 combining, \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D right to left, "                \
  "\xEF\xBC\x9Dwide\n  kept blanks  \n"

/** CAB_TEST_DAMAGED_ID: what cab_test_add_damaged_disclosure() makes */
#define CAB_TEST_DAMAGED_ID "0dd00000-0000-4000-8000-000000000000"

/**
 * CabTestBundle:
 * @test: a practice with one client who has something of every kind
 * @client_id: the client
 * @note_id: a signed note with two versions, an addendum and a draft
 * @process_note_id: a process note
 * @attachment_id: a file
 * @link_id: the link to a contact
 * @contact_id: the contact
 */
typedef struct
{
  CabTestPractice test;
  char *client_id;
  char *note_id;
  char *process_note_id;
  char *attachment_id;
  char *link_id;
  char *contact_id;
} CabTestBundle;

/** cab_test_bundle_new: makes the practice, with hostile text wherever text may stand */
CabTestBundle cab_test_bundle_new (void);

void cab_test_bundle_clear (CabTestBundle *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabTestBundle, cab_test_bundle_clear)

/**
 * cab_test_save:
 * @test: a practice
 * @kind: `note`
 * @...: pairs of field and outside form, ended by %NULL
 *
 * Returns: (transfer full): a stored record of these values
 */
CabRecord *cab_test_save (CabTestPractice *test, const char *kind, ...) G_GNUC_NULL_TERMINATED;

/** cab_test_add_damaged_disclosure: one like the first there is, whose digest does not agree; what
 * is in the register cannot be damaged where it stands, the file does not let it */
void cab_test_add_damaged_disclosure (CabTestPractice *test);

/** cab_test_set_practice: sets a field of the practice's own record */
void cab_test_set_practice (CabTestPractice *test, const char *field, const char *text);

/** cab_test_add_note: Returns: (transfer full): a stored note with one version */
CabRecord *cab_test_add_note (CabTestPractice *test,
                              const char *client_id,
                              const char *held_on,
                              const char *text);

/**
 * cab_test_scope_new:
 * @self: a practice
 * @profile: a profile
 * @target: (type filename): where it goes
 *
 * Returns: (transfer full): a scope for a folder, without encryption as somebody
 *   asked, about the client unless it is the practice's, taking process notes
 */
CabBundleScope *
cab_test_scope_new (CabTestBundle *self, CabBundleProfile profile, const char *target);

/** cab_test_export: makes a bundle, which must go well; Returns: (transfer full): the result */
CabBundleResult *cab_test_export (CabTestPractice *test, const CabBundleScope *scope);

/** cab_test_refuses: makes a bundle, which must be refused with that code of CAB_EXPORT_ERROR */
void cab_test_refuses (CabTestPractice *test, const CabBundleScope *scope, int code);

/** cab_test_read: Returns: (transfer full): a file of a bundle that is a folder */
char *cab_test_read (const char *folder, const char *path, gsize *length);

/** cab_test_list_files: Returns: (transfer full): sorted paths of all files below a folder */
GStrv cab_test_list_files (const char *folder);

/** cab_test_assert_no_bytes: no file below the folder, and no name, holds @needle */
void cab_test_assert_no_bytes (const char *folder, const char *needle);

/** cab_test_folders_differ: Returns: (transfer full) (nullable): what differs between two bundles,
 * %NULL when nothing */
char *cab_test_folders_differ (const char *first, const char *second);

G_END_DECLS
