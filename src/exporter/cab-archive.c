/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include <string.h>

#include "cab-archive-private.h"

int
cab_archive_give_passphrase (struct archive *archive,
                             CabSecret *passphrase,
                             CabArchivePassphraseFunc func)
{
  gsize length = cab_secret_get_length (passphrase);
  g_autoptr (CabSecret) text = cab_secret_new (length + 1);
  int result;

  memcpy (cab_secret_open_for_writing (text), cab_secret_open (passphrase), length);
  cab_secret_close (passphrase);
  cab_secret_close (text);

  result = func (archive, (const char *)cab_secret_open (text));
  cab_secret_close (text);
  return result;
}
