/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-header.h"

#include <string.h>

#include "cab-kdf.h"

#define MAGIC "CAB"
#define MAGIC_LENGTH 3
#define FORMAT_OFFSET 3
#define PROFILE_OFFSET 4
#define RANDOM_OFFSET 5

static const guint8 plain_sqlite[CAB_HEADER_LENGTH] = "SQLite format 3";

CabHeaderKind
cab_header_parse (const guint8 *bytes, guint64 file_length, guint8 *format, guint8 *profile)
{
  guint8 found_format = 0;
  guint8 found_profile = 0;
  CabHeaderKind kind;

  g_return_val_if_fail (bytes != NULL || file_length < CAB_HEADER_LENGTH, CAB_HEADER_NOT_PRACTICE);

  if (file_length == 0)
    kind = CAB_HEADER_EMPTY;
  else if (file_length < CAB_HEADER_LENGTH)
    kind = CAB_HEADER_NOT_PRACTICE;
  else if (memcmp (bytes, plain_sqlite, CAB_HEADER_LENGTH) == 0)
    kind = CAB_HEADER_PLAIN_SQLITE;
  else if (file_length < CAB_PAGE_SIZE || memcmp (bytes, MAGIC, MAGIC_LENGTH) != 0
           || bytes[FORMAT_OFFSET] == 0)
    kind = CAB_HEADER_NOT_PRACTICE;
  else
    {
      found_format = bytes[FORMAT_OFFSET];
      found_profile = bytes[PROFILE_OFFSET];
      if (found_format > CAB_HEADER_FORMAT)
        kind = CAB_HEADER_NEWER;
      else if (cab_kdf_get_profile (found_profile) != NULL)
        kind = CAB_HEADER_PRACTICE;
      else if (found_profile == CAB_KDF_PROFILE_TEST)
        kind = CAB_HEADER_TEST_PROFILE;
      else
        kind = CAB_HEADER_NEWER;
    }

  if (format != NULL)
    *format = found_format;
  if (profile != NULL)
    *profile = found_profile;
  return kind;
}

void
cab_header_make (guint8 profile, CabIds *ids, guint8 *header)
{
  g_return_if_fail (cab_kdf_get_profile (profile) != NULL);
  g_return_if_fail (ids != NULL);
  g_return_if_fail (header != NULL);

  memcpy (header, MAGIC, MAGIC_LENGTH);
  header[FORMAT_OFFSET] = CAB_HEADER_FORMAT;
  header[PROFILE_OFFSET] = profile;
  cab_ids_fill (ids, header + RANDOM_OFFSET, CAB_HEADER_LENGTH - RANDOM_OFFSET);
}
