/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-ids.h"

#include <sodium.h>
#include <string.h>

/* The node field of a UUID, which holds the count, has 48 bits. */
#define COUNT_LIMIT (G_GUINT64_CONSTANT (1) << 48)

#define ID_BYTES 16

struct _CabIds
{
  gatomicrefcount references;
  gboolean counted;

  /* State of a counted source; ids and bytes count apart, so that drawing
   * bytes does not change the ids that follow. */
  guint64 seed;
  guint64 n_ids;
  guint64 n_fills;
};

static CabIds *
create (void)
{
  CabIds *self = g_new0 (CabIds, 1);

  g_atomic_ref_count_init (&self->references);
  if (sodium_init () < 0)
    g_error ("This computer gives no random numbers.");
  return self;
}

CabIds *
cab_ids_new_random (void)
{
  return create ();
}

CabIds *
cab_ids_new_counted (guint64 seed)
{
  CabIds *self = create ();

  self->counted = TRUE;
  self->seed = seed;
  return self;
}

CabIds *
cab_ids_ref (CabIds *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
cab_ids_unref (CabIds *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

/* Spreads the seed over the first four groups, around version and variant. */
static char *
dup_counted_id (CabIds *self)
{
  guint64 seed = self->seed;

  self->n_ids++;
  g_assert (self->n_ids < COUNT_LIMIT);
  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%012" G_GINT64_MODIFIER "x", (guint)(seed >> 40),
                          (guint)(seed >> 24) & 0xffff, (guint)(seed >> 12) & 0xfff,
                          (guint)seed & 0xfff, self->n_ids);
}

char *
cab_ids_dup_id (CabIds *self)
{
  guint8 b[ID_BYTES];

  g_return_val_if_fail (self != NULL, NULL);

  if (self->counted)
    return dup_counted_id (self);

  randombytes_buf (b, sizeof b);
  return cab_ids_dup_text (b, 4);
}

void
cab_ids_fill (CabIds *self, void *bytes, gsize length)
{
  guint8 seed[randombytes_SEEDBYTES] = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL || length == 0);

  if (!self->counted)
    {
      randombytes_buf (bytes, length);
      return;
    }

  for (guint i = 0; i < sizeof self->seed; i++)
    {
      seed[i] = (guint8)(self->seed >> (8 * i));
      seed[8 + i] = (guint8)(self->n_fills >> (8 * i));
    }
  self->n_fills++;
  randombytes_buf_deterministic (bytes, length, seed);
}

guint32
cab_ids_get_uniform (CabIds *self, guint32 bound)
{
  guint32 least;
  guint32 drawn;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (bound != 0, 0);

  if (!self->counted)
    return randombytes_uniform (bound);

  /* Draws below 2^32 mod @bound would make the small answers likelier. */
  least = (guint32)-bound % bound;
  do
    {
      guint8 b[4];

      cab_ids_fill (self, b, sizeof b);
      drawn = b[0] | b[1] << 8 | b[2] << 16 | (guint32)b[3] << 24;
    }
  while (drawn < least);
  return drawn % bound;
}

char *
cab_ids_dup_text (const guint8 *bytes, guint version)
{
  guint8 b[ID_BYTES];

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (version >= 1 && version <= 15, NULL);

  memcpy (b, bytes, sizeof b);
  b[6] = (guint8)((b[6] & 0x0f) | version << 4);
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}

gboolean
cab_ids_is_id (const char *text)
{
  static const char shape[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < sizeof shape; i++)
    if (shape[i] == 'x' ? text[i] == '\0' || strchr ("0123456789abcdef", text[i]) == NULL
                        : text[i] != shape[i])
      return FALSE;
  return TRUE;
}
