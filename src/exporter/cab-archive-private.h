/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <archive.h>

#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * CabArchivePassphraseFunc:
 *
 * archive_write_set_passphrase() or archive_read_add_passphrase().
 */
typedef int (*CabArchivePassphraseFunc) (struct archive *archive, const char *passphrase);

/**
 * cab_archive_give_passphrase:
 * @archive: an archive
 * @passphrase: the passphrase
 * @func: what takes it
 *
 * Hands libarchive a passphrase as the text it wants. It keeps a copy of its own
 * in plain memory until it is freed, and there is no way around that: this is
 * the passphrase of a bundle that leaves the house, never one of a practice.
 *
 * Returns: what @func returned
 */
int cab_archive_give_passphrase (struct archive *archive,
                                 CabSecret *passphrase,
                                 CabArchivePassphraseFunc func);

G_END_DECLS
