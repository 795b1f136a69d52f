/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-ids.h"

G_BEGIN_DECLS

/** CAB_HEADER_LENGTH: bytes at the head of a practice file; also the Argon2id salt [V-2] */
#define CAB_HEADER_LENGTH 16

/** CAB_HEADER_FORMAT: the format number that this Cabinet writes */
#define CAB_HEADER_FORMAT 1

/** CAB_PAGE_SIZE: bytes of a page; a smaller file holds no practice [V-1] */
#define CAB_PAGE_SIZE 4096

/**
 * CabHeaderKind:
 * @CAB_HEADER_PRACTICE: a practice of this format with a profile that is known
 * @CAB_HEADER_EMPTY: a file of no bytes, which SQLCipher would open under any key
 * @CAB_HEADER_PLAIN_SQLITE: an unencrypted SQLite file
 * @CAB_HEADER_NEWER: a format or a profile of a newer Cabinet
 * @CAB_HEADER_TEST_PROFILE: a file of the test suite, which a release does not open
 * @CAB_HEADER_NOT_PRACTICE: anything else
 *
 * What the first bytes of a file say it is. Only %CAB_HEADER_PRACTICE may be
 * handed to SQLite.
 */
typedef enum
{
  CAB_HEADER_PRACTICE,
  CAB_HEADER_EMPTY,
  CAB_HEADER_PLAIN_SQLITE,
  CAB_HEADER_NEWER,
  CAB_HEADER_TEST_PROFILE,
  CAB_HEADER_NOT_PRACTICE
} CabHeaderKind;

/**
 * cab_header_parse:
 * @bytes: (array fixed-size=16): the first 16 bytes of the file; those that a
 *   shorter file does not have are not looked at
 * @file_length: how long the file is
 * @format: (out) (optional): the format number, 0 unless the magic is there
 * @profile: (out) (optional): the number of the KDF profile, 0 unless the magic
 *   is there
 *
 * Tells what a file is by its first bytes. A pure function; every answer is
 * about bytes that a stranger may have written.
 *
 * Thread: any. Source: vault.md [V-2] to [V-4].
 *
 * Returns: what it is
 */
CabHeaderKind
cab_header_parse (const guint8 *bytes, guint64 file_length, guint8 *format, guint8 *profile);

/**
 * cab_header_make:
 * @profile: the number of a KDF profile
 * @ids: where its 88 random bits come from
 * @header: (out caller-allocates) (array fixed-size=16): the header
 *
 * Makes the header of a new file.
 */
void cab_header_make (guint8 profile, CabIds *ids, guint8 *header);

G_END_DECLS
