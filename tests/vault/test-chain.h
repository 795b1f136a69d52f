/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-audit-verify.h"

G_BEGIN_DECLS

/**
 * TestRow:
 *
 * A row of an activity log that a test can take apart. Strings are GStrings so
 * that bytes can be moved between them; %NULL is SQL's NULL.
 */
typedef struct
{
  gint64 seq;
  gint64 wall_ms;
  GString *boot_id;
  gint64 boottime_ns;
  GString *actor;
  GString *act;
  GString *kind;
  GString *entity;
  GString *nonce;
  GString *payload;
  GString *commitment;
  GString *mac;
} TestRow;

/**
 * TestChain:
 * @rows: (element-type TestRow): the rows in the order in which they are read
 * @check: what they are checked against
 * @audit_key: k_audit
 * @digest_key: k_digest
 *
 * A log with its keys.
 */
typedef struct
{
  GPtrArray *rows;
  CabAuditCheck check;
  guint8 audit_key[CAB_KEY_LENGTH];
  guint8 digest_key[CAB_KEY_LENGTH];
} TestChain;

/** test_chain_init: an empty log of a practice that @number tells from others */
void test_chain_init (TestChain *self, guint8 number);
void test_chain_clear (TestChain *self);

/** test_chain_append: appends a row as Cabinet would, and moves the head; @entity may be %NULL */
TestRow *
test_chain_append (TestChain *self, const char *act, const char *entity, const char *payload);

/** test_chain_fill: the log of twelve rows that the adversarial cases start from */
void test_chain_fill (TestChain *self);

/** test_chain_relink: computes a row's mac from the mac before it, as someone with a key would */
void test_chain_relink (TestChain *self, guint index, const guint8 *key);

/** test_chain_rehead: sets the head to the last row that there is */
void test_chain_rehead (TestChain *self);

/** test_chain_verify: verifies the log as it stands now */
gboolean test_chain_verify (TestChain *self, CabAuditReport *report, GError **error);

/** test_chain_assert_verifies: it verifies, and every row was looked at */
void test_chain_assert_verifies (TestChain *self);

/** test_chain_dup_image: Returns: everything that is read of the log, for comparing two */
char *test_chain_dup_image (TestChain *self);

TestRow *test_chain_get (TestChain *self, guint index);
TestRow *test_row_copy (const TestRow *row);
void test_row_free (TestRow *row);

/** test_row_blank: takes nonce and payload away */
void test_row_blank (TestRow *row);

/** test_row_next: a #CabAuditNext over a TestWalk */
int test_row_next (gpointer walk, CabAuditRow *row, GError **error);

typedef struct
{
  TestChain *chain;
  guint next;
  guint fails_at; /* the call that gives an error, 0 for none */
} TestWalk;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestChain, test_chain_clear)

G_END_DECLS
