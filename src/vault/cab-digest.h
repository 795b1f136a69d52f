/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-kdf.h"
#include "cab-value.h"

G_BEGIN_DECLS

/** CAB_DIGEST_LENGTH: bytes of a digest, a commitment, a mac and the content root */
#define CAB_DIGEST_LENGTH 32

/** CAB_NONCE_LENGTH: bytes of the nonce in an audit row's commitment */
#define CAB_NONCE_LENGTH 16

/** CAB_PRACTICE_ID_LENGTH: bytes of the practice's own random id */
#define CAB_PRACTICE_ID_LENGTH 16

/**
 * CabDigest:
 *
 * A keyed BLAKE2b-256 that is being computed; lives on the caller's stack.
 * Everything that is hashed goes through the few functions below, so that the
 * encoding is written down once: integers are little-endian, `lp` is the length
 * in 32 bits and then the bytes.
 *
 * Thread: one at a time. Source: vault.md [V-80], [V-90], [V-91].
 */
typedef struct
{
  _Alignas (64) guint8 opaque[384];
} CabDigest;

/**
 * CabSlice:
 * @data: (nullable) (array length=length): the bytes, borrowed; %NULL is SQL's NULL
 * @length: how many
 *
 * A stretch of someone else's bytes.
 */
typedef struct
{
  const void *data;
  gsize length;
} CabSlice;

/** CAB_SLICE_TEXT: (text): the slice of a C string, or of %NULL */
#define CAB_SLICE_TEXT(text) (cab_slice_new_text (text))

/**
 * cab_slice_new_text:
 * @text: (nullable): a text
 *
 * Returns: the text's bytes without its NUL
 */
CabSlice cab_slice_new_text (const char *text);

/**
 * CabAuditRow:
 * @seq: number of the row, from 1 without a gap
 * @wall_ms: wall time
 * @boot_id: %CAB_BOOT_ID_LENGTH characters
 * @boottime_ns: time since that boot
 * @actor: who, an id
 * @act: what, a code of [M-57]
 * @kind: what it was done to; NULL, never empty, when there is nothing
 * @entity: its id; NULL, never empty, when there is none
 * @nonce: %CAB_NONCE_LENGTH random bytes; NULL once the row was blanked
 * @payload: what changed, possibly empty; NULL once the row was blanked
 * @commitment: %CAB_DIGEST_LENGTH bytes
 * @mac: %CAB_DIGEST_LENGTH bytes
 *
 * One row of the activity log as it is hashed. The lengths are part of it since
 * a damaged file can hold any.
 */
typedef struct
{
  gint64 seq;
  gint64 wall_ms;
  CabSlice boot_id;
  gint64 boottime_ns;
  CabSlice actor;
  CabSlice act;
  CabSlice kind;
  CabSlice entity;
  CabSlice nonce;
  CabSlice payload;
  CabSlice commitment;
  CabSlice mac;
} CabAuditRow;

/**
 * cab_digest_init:
 * @self: (out caller-allocates): a digest
 * @key: (array fixed-size=32): one of the file's keys
 * @label: eight characters that say what is hashed, `CABROW01`
 *
 * Begins a digest. Every use has a label of its own, so that no digest of one
 * use can stand for another.
 */
void cab_digest_init (CabDigest *self, const guint8 *key, const char *label);

/**
 * cab_digest_add:
 * @self: a digest
 * @bytes: (nullable) (array length=length): bytes of a length that is known
 * @length: how many
 *
 * Adds bytes as they are.
 */
void cab_digest_add (CabDigest *self, const void *bytes, gsize length);

/**
 * cab_digest_add_lp:
 * @self: a digest
 * @bytes: (nullable) (array length=length): bytes of any length
 * @length: how many, below 4 GiB
 *
 * Adds the length and the bytes.
 */
void cab_digest_add_lp (CabDigest *self, const void *bytes, gsize length);

/** cab_digest_add_u32: adds 32 bits, little-endian */
void cab_digest_add_u32 (CabDigest *self, guint32 number);

/** cab_digest_add_u64: adds 64 bits, little-endian */
void cab_digest_add_u64 (CabDigest *self, guint64 number);

/**
 * cab_digest_add_value:
 * @self: a digest
 * @value: a column's value
 *
 * Adds one field of a row, `lp` of: nothing at all for NULL; otherwise one
 * letter and the content: `i` and 64 bits, `r` and the 64 bits of the double,
 * `t` and the text, `b` and the bytes. So NULL, empty text and 0 all differ.
 */
void cab_digest_add_value (CabDigest *self, const CabValue *value);

/**
 * cab_digest_finish:
 * @self: a digest
 * @digest: (out caller-allocates) (array fixed-size=32): the result
 *
 * Ends a digest and wipes its state.
 */
void cab_digest_finish (CabDigest *self, guint8 *digest);

/**
 * cab_digest_begin_row:
 * @self: (out caller-allocates): a digest
 * @key: (array fixed-size=32): k_digest
 * @table: name of the table
 * @id: id of the row, hashed as the characters it is
 * @revision: its revision; 0 for a row of a table that has none
 *
 * Begins the content digest of a row; cab_digest_add_value() for each other
 * field in table order and cab_digest_finish() end it.
 *
 * Source: vault.md [V-90].
 */
void cab_digest_begin_row (CabDigest *self,
                           const guint8 *key,
                           const char *table,
                           const char *id,
                           guint32 revision);

/**
 * cab_digest_chunk:
 * @key: (array fixed-size=32): k_digest
 * @blob_id: id of the blob
 * @sequence: number of the chunk
 * @bytes: (array length=length): its content
 * @length: how many
 * @digest: (out caller-allocates) (array fixed-size=32): the result
 *
 * Computes the content digest of one piece of an attachment or a recording.
 *
 * Source: vault.md [V-90].
 */
void cab_digest_chunk (const guint8 *key,
                       const char *blob_id,
                       guint32 sequence,
                       const void *bytes,
                       gsize length,
                       guint8 *digest);

/**
 * cab_digest_toggle_root:
 * @key: (array fixed-size=32): k_digest
 * @digest: (array fixed-size=32): the content digest of a row or a chunk
 * @root: (inout) (array fixed-size=32): the content root
 *
 * Adds a row to the content root or takes it out again; both are the same XOR.
 *
 * Source: vault.md [V-91].
 */
void cab_digest_toggle_root (const guint8 *key, const guint8 *digest, guint8 *root);

/**
 * cab_digest_commit:
 * @key: (array fixed-size=32): k_digest
 * @nonce: (array fixed-size=16): fresh random bytes
 * @payload: the payload, possibly empty
 * @commitment: (out caller-allocates) (array fixed-size=32): the result
 *
 * Computes what an audit row says about its payload in the chain, so that the
 * payload itself can be erased.
 *
 * Source: vault.md [V-80].
 */
void
cab_digest_commit (const guint8 *key, const guint8 *nonce, CabSlice payload, guint8 *commitment);

/**
 * cab_digest_genesis:
 * @key: (array fixed-size=32): k_audit
 * @practice_id: (array fixed-size=16): the practice's id
 * @mac: (out caller-allocates) (array fixed-size=32): mac[0]
 *
 * Computes what stands before the first row of the chain.
 */
void cab_digest_genesis (const guint8 *key, const guint8 *practice_id, guint8 *mac);

/**
 * cab_digest_chain:
 * @key: (array fixed-size=32): k_audit
 * @row: a row; its commitment is used as it stands, its mac not at all
 * @previous: (array fixed-size=32): mac of the row before
 * @mac: (out caller-allocates) (array fixed-size=32): this row's mac
 *
 * Computes one link of the chain. The boot id must have its %CAB_BOOT_ID_LENGTH
 * characters and the commitment its length, or bytes could move between
 * neighbours.
 *
 * Source: vault.md [V-80].
 */
void
cab_digest_chain (const guint8 *key, const CabAuditRow *row, const guint8 *previous, guint8 *mac);

/**
 * cab_digest_dup_external_id:
 * @key: (array fixed-size=32): k_digest
 * @profile: name of a bundle profile, `access`
 * @subject_id: id of the person the bundle is about
 * @record_id: id of the record
 *
 * Computes the id that a record has in bundles of one profile for one person:
 * the same in every such bundle, and not to be joined with any other's.
 *
 * Shape: %CAB_ID_LENGTH characters, a lower-case UUID of version 8.
 * Source: bundle.md [B-4].
 *
 * Returns: (transfer full): the external id
 */
char *cab_digest_dup_external_id (const guint8 *key,
                                  const char *profile,
                                  const char *subject_id,
                                  const char *record_id);

G_END_DECLS
