/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** cab_test_dup_hex: Returns: (transfer full): bytes as lower-case hex digits */
char *cab_test_dup_hex (const void *bytes, gsize length);

/** cab_test_assert_hex: compares bytes with the hex digits of what is expected */
#define cab_test_assert_hex(bytes, length, expected)                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *cab_test_hex = cab_test_dup_hex (bytes, length);                              \
    g_assert_cmpstr (cab_test_hex, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
