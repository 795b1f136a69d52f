/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-secret.h"

#include <sodium.h>
#include <string.h>

/* Whether the kernel refused to lock memory: a fact of the process, not of one secret. */
static int lock_refused;

struct _CabSecret
{
  guint8 *bytes; /* sodium_malloc(); never NULL, no access unless n_open > 0 */
  gsize length;
  guint n_open;
};

static void
tell_lock_refused (void)
{
  if (g_atomic_int_exchange (&lock_refused, 1) == 0)
    g_message ("Secrets could not be locked in memory and may reach the swap area.");
}

CabSecret *
cab_secret_new (gsize length)
{
  CabSecret *self;

  g_return_val_if_fail (length > 0, NULL);

  if (sodium_init () < 0)
    g_error ("libsodium could not start.");
  self = g_new0 (CabSecret, 1);
  self->length = length;
  self->bytes = sodium_malloc (length);
  if (self->bytes == NULL)
    g_error ("There is no memory for a secret.");

  /* sodium_malloc() locks too, but does not say whether it could. */
  if (sodium_mlock (self->bytes, length) != 0)
    tell_lock_refused ();
  memset (self->bytes, 0, length);
  sodium_mprotect_noaccess (self->bytes);
  return self;
}

CabSecret *
cab_secret_new_copy (const void *bytes, gsize length)
{
  CabSecret *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (length > 0, NULL);

  self = cab_secret_new (length);
  memcpy (cab_secret_open_for_writing (self), bytes, length);
  cab_secret_close (self);
  return self;
}

CabSecret *
cab_secret_dup (CabSecret *self)
{
  CabSecret *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cab_secret_new_copy (cab_secret_open (self), self->length);
  cab_secret_close (self);
  return copy;
}

gsize
cab_secret_get_length (CabSecret *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

const guint8 *
cab_secret_open (CabSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_open == 0)
    sodium_mprotect_readonly (self->bytes);
  self->n_open++;
  return self->bytes;
}

guint8 *
cab_secret_open_for_writing (CabSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->n_open == 0, NULL);

  sodium_mprotect_readwrite (self->bytes);
  self->n_open = 1;
  return self->bytes;
}

void
cab_secret_close (CabSecret *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_open > 0);

  self->n_open--;
  if (self->n_open == 0)
    sodium_mprotect_noaccess (self->bytes);
}

gboolean
cab_secret_equal (CabSecret *a, CabSecret *b)
{
  gboolean equal;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->length != b->length)
    return FALSE;
  equal = sodium_memcmp (cab_secret_open (a), cab_secret_open (b), a->length) == 0;
  cab_secret_close (a);
  cab_secret_close (b);
  return equal;
}

void
cab_secret_clear (CabSecret *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_open == 0);

  sodium_memzero (cab_secret_open_for_writing (self), self->length);
  cab_secret_close (self);
}

void
cab_secret_free (CabSecret *self)
{
  if (self == NULL)
    return;
  /* Wipes the bytes, whatever their protection, and unlocks them. */
  sodium_free (self->bytes);
  g_free (self);
}

gboolean
cab_secret_is_memory_locked (void)
{
  return g_atomic_int_get (&lock_refused) == 0;
}
