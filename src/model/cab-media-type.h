/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_MEDIA_TYPE_ENOUGH: bytes from the beginning that decide a file's type */
#define CAB_MEDIA_TYPE_ENOUGH 65536

/** CAB_MEDIA_TYPE_UNKNOWN: what content of no known type is called */
#define CAB_MEDIA_TYPE_UNKNOWN "application/octet-stream"

/**
 * cab_media_type_find:
 * @bytes: (array length=length): the beginning of a file
 * @length: how many
 * @whole: whether that is all of it
 *
 * Finds a file's type from what is in it. The suffix of its name is not asked,
 * because a name can say anything.
 *
 * Thread: any. Source: records.md [M-53].
 *
 * Returns: (transfer none): the media type, %CAB_MEDIA_TYPE_UNKNOWN when in doubt
 */
const char *cab_media_type_find (const guint8 *bytes, gsize length, gboolean whole);

/**
 * cab_media_type_get_extension:
 * @media_type: (nullable): a media type
 *
 * Returns: (transfer none): the suffix of a file of that type without its dot,
 *   `bin` for a type of no list
 */
const char *cab_media_type_get_extension (const char *media_type);

/**
 * cab_media_type_is_shown:
 * @media_type: (nullable): a media type
 *
 * Returns: whether Cabinet shows such a file itself: PNG, JPEG, PDF, plain text
 */
gboolean cab_media_type_is_shown (const char *media_type);

/**
 * cab_media_type_is_compressed:
 * @media_type: (nullable): a media type
 *
 * Returns: whether packing such a file again would gain nothing, see bundle.md [B-69]
 */
gboolean cab_media_type_is_compressed (const char *media_type);

G_END_DECLS
