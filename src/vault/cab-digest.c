/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-digest.h"

#include <sodium.h>
#include <string.h>

#include "cab-clock.h"
#include "cab-ids.h"

#define LABEL_LENGTH 8
#define EXTERNAL_ID_BYTES 16

G_STATIC_ASSERT (sizeof (crypto_generichash_state) <= sizeof (CabDigest));
G_STATIC_ASSERT (_Alignof (crypto_generichash_state) <= _Alignof (CabDigest));
G_STATIC_ASSERT (CAB_DIGEST_LENGTH == crypto_generichash_BYTES);
G_STATIC_ASSERT (CAB_KEY_LENGTH == crypto_generichash_KEYBYTES);

static crypto_generichash_state *
get_state (CabDigest *self)
{
  return (void *)self->opaque;
}

CabSlice
cab_slice_new_text (const char *text)
{
  return (CabSlice){ text, text == NULL ? 0 : strlen (text) };
}

static void
begin (CabDigest *self, const guint8 *key, const char *label, gsize digest_length)
{
  g_assert (key != NULL);
  g_assert (strlen (label) == LABEL_LENGTH);

  crypto_generichash_init (get_state (self), key, CAB_KEY_LENGTH, digest_length);
  cab_digest_add (self, label, LABEL_LENGTH);
}

/* Also gives the digests of another length than the usual one. */
static void
finish (CabDigest *self, guint8 *digest, gsize digest_length)
{
  crypto_generichash_final (get_state (self), digest, digest_length);
  sodium_memzero (self, sizeof *self);
}

void
cab_digest_init (CabDigest *self, const guint8 *key, const char *label)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (label != NULL);

  begin (self, key, label, CAB_DIGEST_LENGTH);
}

void
cab_digest_add (CabDigest *self, const void *bytes, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL || length == 0);

  if (length > 0)
    crypto_generichash_update (get_state (self), bytes, length);
}

void
cab_digest_add_lp (CabDigest *self, const void *bytes, gsize length)
{
  g_return_if_fail (length <= G_MAXUINT32);

  cab_digest_add_u32 (self, (guint32)length);
  cab_digest_add (self, bytes, length);
}

void
cab_digest_add_u32 (CabDigest *self, guint32 number)
{
  guint32 little = GUINT32_TO_LE (number);

  cab_digest_add (self, &little, sizeof little);
}

void
cab_digest_add_u64 (CabDigest *self, guint64 number)
{
  guint64 little = GUINT64_TO_LE (number);

  cab_digest_add (self, &little, sizeof little);
}

/* One field: the length of letter and content together, then both. */
static void
add_field (CabDigest *self, char letter, const void *content, gsize length)
{
  g_return_if_fail (length < G_MAXUINT32);

  cab_digest_add_u32 (self, (guint32)length + 1);
  cab_digest_add (self, &letter, 1);
  cab_digest_add (self, content, length);
}

void
cab_digest_add_value (CabDigest *self, const CabValue *value)
{
  guint64 bits;
  gsize length;
  gconstpointer bytes;

  g_return_if_fail (self != NULL);
  g_return_if_fail (value != NULL);

  switch (value->type)
    {
    case CAB_VALUE_NONE:
      cab_digest_add_u32 (self, 0);
      break;
    case CAB_VALUE_INTEGER:
      bits = GUINT64_TO_LE ((guint64)value->integer);
      add_field (self, 'i', &bits, sizeof bits);
      break;
    case CAB_VALUE_REAL:
      memcpy (&bits, &value->real, sizeof bits);
      bits = GUINT64_TO_LE (bits);
      add_field (self, 'r', &bits, sizeof bits);
      break;
    case CAB_VALUE_TEXT:
      add_field (self, 't', value->text, strlen (value->text));
      break;
    case CAB_VALUE_BYTES:
      bytes = g_bytes_get_data (value->bytes, &length);
      add_field (self, 'b', bytes, length);
      break;
    }
}

void
cab_digest_finish (CabDigest *self, guint8 *digest)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (digest != NULL);

  finish (self, digest, CAB_DIGEST_LENGTH);
}

void
cab_digest_begin_row (CabDigest *self,
                      const guint8 *key,
                      const char *table,
                      const char *id,
                      guint32 revision)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (table != NULL);
  g_return_if_fail (id != NULL);

  begin (self, key, "CABROW01", CAB_DIGEST_LENGTH);
  cab_digest_add_lp (self, table, strlen (table));
  cab_digest_add (self, id, strlen (id));
  cab_digest_add_u32 (self, revision);
}

void
cab_digest_chunk (const guint8 *key,
                  const char *blob_id,
                  guint32 sequence,
                  const void *bytes,
                  gsize length,
                  guint8 *digest)
{
  CabDigest self;

  g_return_if_fail (key != NULL);
  g_return_if_fail (blob_id != NULL);
  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (digest != NULL);

  begin (&self, key, "CABCHNK1", CAB_DIGEST_LENGTH);
  cab_digest_add (&self, blob_id, strlen (blob_id));
  cab_digest_add_u32 (&self, sequence);
  cab_digest_add_lp (&self, bytes, length);
  cab_digest_finish (&self, digest);
}

void
cab_digest_toggle_root (const guint8 *key, const guint8 *digest, guint8 *root)
{
  guint8 share[CAB_DIGEST_LENGTH];
  CabDigest self;

  g_return_if_fail (key != NULL);
  g_return_if_fail (digest != NULL);
  g_return_if_fail (root != NULL);

  begin (&self, key, "CABROOT1", CAB_DIGEST_LENGTH);
  cab_digest_add (&self, digest, CAB_DIGEST_LENGTH);
  cab_digest_finish (&self, share);
  for (guint i = 0; i < CAB_DIGEST_LENGTH; i++)
    root[i] ^= share[i];
}

void
cab_digest_commit (const guint8 *key, const guint8 *nonce, CabSlice payload, guint8 *commitment)
{
  CabDigest self;

  g_return_if_fail (key != NULL);
  g_return_if_fail (nonce != NULL);
  g_return_if_fail (commitment != NULL);

  begin (&self, key, "CABCOM01", CAB_DIGEST_LENGTH);
  cab_digest_add (&self, nonce, CAB_NONCE_LENGTH);
  cab_digest_add_lp (&self, payload.data, payload.length);
  cab_digest_finish (&self, commitment);
}

void
cab_digest_genesis (const guint8 *key, const guint8 *practice_id, guint8 *mac)
{
  CabDigest self;

  g_return_if_fail (key != NULL);
  g_return_if_fail (practice_id != NULL);
  g_return_if_fail (mac != NULL);

  begin (&self, key, "CABGEN01", CAB_DIGEST_LENGTH);
  cab_digest_add (&self, practice_id, CAB_PRACTICE_ID_LENGTH);
  cab_digest_finish (&self, mac);
}

static void
add_slice (CabDigest *self, CabSlice slice)
{
  cab_digest_add_lp (self, slice.data, slice.length);
}

void
cab_digest_chain (const guint8 *key, const CabAuditRow *row, const guint8 *previous, guint8 *mac)
{
  CabDigest self;

  g_return_if_fail (key != NULL);
  g_return_if_fail (row != NULL);
  g_return_if_fail (row->boot_id.length == CAB_BOOT_ID_LENGTH);
  g_return_if_fail (row->commitment.length == CAB_DIGEST_LENGTH);
  g_return_if_fail (previous != NULL);
  g_return_if_fail (mac != NULL);

  begin (&self, key, "CABAUD01", CAB_DIGEST_LENGTH);
  cab_digest_add_u64 (&self, (guint64)row->seq);
  cab_digest_add (&self, previous, CAB_DIGEST_LENGTH);
  cab_digest_add_u64 (&self, (guint64)row->wall_ms);
  cab_digest_add (&self, row->boot_id.data, CAB_BOOT_ID_LENGTH);
  cab_digest_add_u64 (&self, (guint64)row->boottime_ns);
  add_slice (&self, row->actor);
  add_slice (&self, row->act);
  add_slice (&self, row->kind);
  add_slice (&self, row->entity);
  cab_digest_add (&self, row->commitment.data, CAB_DIGEST_LENGTH);
  cab_digest_finish (&self, mac);
}

char *
cab_digest_dup_external_id (const guint8 *key,
                            const char *profile,
                            const char *subject_id,
                            const char *record_id)
{
  guint8 b[EXTERNAL_ID_BYTES];
  CabDigest self;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);
  g_return_val_if_fail (subject_id != NULL, NULL);
  g_return_val_if_fail (record_id != NULL, NULL);

  begin (&self, key, "CABXTID1", EXTERNAL_ID_BYTES);
  cab_digest_add (&self, profile, strlen (profile));
  cab_digest_add (&self, subject_id, strlen (subject_id));
  cab_digest_add (&self, record_id, strlen (record_id));
  finish (&self, b, sizeof b);

  return cab_ids_dup_text (b, 8);
}
