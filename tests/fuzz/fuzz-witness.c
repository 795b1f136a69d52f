/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-witness.h"

#include <string.h>

#include "fuzz.h"

/* [V-213] [V-84] what is read as a witness can be sealed and read again, and is genuine then */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const guint8 key[CAB_DIGEST_LENGTH] = { 1, 2, 3 };
  guint8 bytes[CAB_WITNESS_LENGTH];
  CabWitness witness;
  CabWitness again;

  if (!cab_witness_parse (data, size, &witness))
    return 0;

  g_assert_cmpuint (size, ==, CAB_WITNESS_LENGTH);
  cab_witness_seal (&witness, key, bytes);
  g_assert_true (cab_witness_parse (bytes, sizeof bytes, &again));
  g_assert_true (cab_witness_is_genuine (&again, key, witness.practice_id));
  g_assert_cmpuint (again.generation, ==, witness.generation);
  /* All but the tag, which are the last bytes, is as it was. */
  g_assert_cmpmem (data, size - CAB_DIGEST_LENGTH, bytes, sizeof bytes - CAB_DIGEST_LENGTH);
  return 0;
}
