/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-audit-verify.h"

G_BEGIN_DECLS

/** CAB_WITNESS_LENGTH: bytes of a witness file */
#define CAB_WITNESS_LENGTH 144

/** CAB_PATH_DIGEST_LENGTH: bytes of the digest of a path in a witness */
#define CAB_PATH_DIGEST_LENGTH 8

/**
 * CabWitness:
 * @practice_id: whose witness it is
 * @header: the 16 bytes at the head of the file
 * @path_digest: cab_witness_digest_path() of where it lay
 * @key_check: last byte of the fingerprint of R [V-7]
 * @generation: `state.generation`
 * @head: the head of the activity log
 * @wall_ms: when the witness was written
 * @tag: the keyed digest of all the rest
 *
 * What this computer remembers of the practice it last used, kept outside of it.
 * Before the file is open a witness is only a hint, since its tag cannot be
 * checked yet.
 *
 * Source: vault.md [V-84].
 */
typedef struct
{
  guint8 practice_id[CAB_PRACTICE_ID_LENGTH];
  guint8 header[CAB_HEADER_LENGTH];
  guint8 path_digest[CAB_PATH_DIGEST_LENGTH];
  guint8 key_check;
  guint64 generation;
  CabAuditHead head;
  gint64 wall_ms;
  guint8 tag[CAB_DIGEST_LENGTH];
} CabWitness;

/**
 * CabWitnessFinding:
 * @CAB_WITNESS_FIRST: there is no witness; open, and say `first-seen-here`
 * @CAB_WITNESS_REPLACED: it is not one of this practice; open, and say `witness-replaced`
 * @CAB_WITNESS_SAME: the file is the one last used here
 * @CAB_WITNESS_NEWER: the file went on from the one last used here
 * @CAB_WITNESS_OLDER: the file is older than the one last used here
 * @CAB_WITNESS_FORKED: the two have gone separate ways
 *
 * What comparing a practice with its witness shows [V-85].
 */
typedef enum
{
  CAB_WITNESS_FIRST,
  CAB_WITNESS_REPLACED,
  CAB_WITNESS_SAME,
  CAB_WITNESS_NEWER,
  CAB_WITNESS_OLDER,
  CAB_WITNESS_FORKED
} CabWitnessFinding;

/**
 * cab_witness_seal:
 * @self: a witness; its tag is computed here
 * @key: (array fixed-size=32): k_witness
 * @bytes: (out caller-allocates) (array fixed-size=144): the file
 *
 * Writes a witness as bytes.
 */
void cab_witness_seal (CabWitness *self, const guint8 *key, guint8 *bytes);

/**
 * cab_witness_parse:
 * @bytes: (array length=length): what a file holds, whoever wrote it
 * @length: how many
 * @self: (out caller-allocates): the witness
 *
 * Reads a witness from bytes. A pure function.
 *
 * Returns: %FALSE when it is not one: other length, magic or padding, or a
 *   number that is too large
 */
gboolean cab_witness_parse (const guint8 *bytes, gsize length, CabWitness *self);

/**
 * cab_witness_is_genuine:
 * @self: a witness that was read
 * @key: (array fixed-size=32): k_witness
 * @practice_id: (array fixed-size=16): id of the open practice
 *
 * Tells whether a witness was written by Cabinet for this practice.
 *
 * Returns: %TRUE when tag and practice agree
 */
gboolean
cab_witness_is_genuine (const CabWitness *self, const guint8 *key, const guint8 *practice_id);

/**
 * cab_witness_compare:
 * @self: (nullable): the witness, %NULL when there is none
 * @genuine: what cab_witness_is_genuine() says
 * @generation: `state.generation` of the file
 * @head: the head of the file's log, verified
 * @row_mac: (nullable) (array fixed-size=32): mac of the file's row at the
 *   witness's seq, %NULL when the file has none
 *
 * Compares an open practice with what this computer remembers. A pure function.
 *
 * Source: vault.md [V-85].
 *
 * Returns: what it shows
 */
CabWitnessFinding cab_witness_compare (const CabWitness *self,
                                       gboolean genuine,
                                       guint64 generation,
                                       const CabAuditHead *head,
                                       const guint8 *row_mac);

/**
 * cab_witness_digest_path:
 * @path: the resolved path, in the file system's bytes
 * @digest: (out caller-allocates) (array fixed-size=8): the result
 *
 * Makes a path recognisable without keeping it.
 */
void cab_witness_digest_path (const char *path, guint8 *digest);

/**
 * cab_witness_dup_folder:
 *
 * Returns: (transfer full) (type filename): `$XDG_STATE_HOME/cabinet/witness`,
 *   which need not exist
 */
char *cab_witness_dup_folder (void);

/**
 * cab_witness_read:
 * @folder: (type filename): the folder of witnesses
 * @practice_id: (array fixed-size=16): id of a practice
 * @self: (out caller-allocates): the witness
 *
 * Reads the witness of a practice. One that cannot be read is none.
 *
 * Returns: %TRUE when there is one
 */
gboolean cab_witness_read (const char *folder, const guint8 *practice_id, CabWitness *self);

/**
 * cab_witness_find:
 * @folder: (type filename): the folder of witnesses
 * @header: (nullable) (array fixed-size=16): look for this header
 * @path: (nullable) (type filename): look for this resolved path
 * @self: (out caller-allocates): the witness
 *
 * Looks for a witness of a file that is not open, to tell damage from a wrong
 * passphrase. With both, both have to agree; of several the latest is taken.
 *
 * Returns: %TRUE when there is one
 */
gboolean
cab_witness_find (const char *folder, const guint8 *header, const char *path, CabWitness *self);

/**
 * cab_witness_write:
 * @folder: (type filename): the folder of witnesses, made if it is not there
 * @self: a witness; its tag is computed here
 * @key: (array fixed-size=32): k_witness
 *
 * Writes the witness of a practice: a temporary file beside it, synced, renamed
 * over the old one, the folder synced. Killed anywhere, the old one or the new
 * one is there.
 *
 * Shape: mode 0600 in a folder of mode 0700. Errors: IO, NO_SPACE,
 * NO_PERMISSION, READ_ONLY; the old witness is then as before. Never called for
 * a practice opened read-only. Source: vault.md [V-84].
 *
 * Returns: %TRUE when it is on disk
 */
gboolean
cab_witness_write (const char *folder, CabWitness *self, const guint8 *key, GError **error);

G_END_DECLS
