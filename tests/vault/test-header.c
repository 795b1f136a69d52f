/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-header.h"

#include <string.h>

#include "cab-kdf.h"

#define LONG_ENOUGH CAB_PAGE_SIZE

static const guint8 good[CAB_HEADER_LENGTH] = "CAB\x01\x01salt salt s";

/* [V-4] what each length of file is, before anything of it reaches SQLite */
static void
test_length_comes_first (void)
{
  static const guint8 plain[CAB_HEADER_LENGTH] = "SQLite format 3";
  static const guint8 foreign[CAB_HEADER_LENGTH] = "%PDF-1.7 nothing";
  static const struct
  {
    const char *name;
    const guint8 *bytes;
    guint64 length;
    CabHeaderKind kind;
  } cases[] = {
    { "no bytes at all", NULL, 0, CAB_HEADER_EMPTY },
    { "one byte", NULL, 1, CAB_HEADER_NOT_PRACTICE },
    { "fifteen bytes", good, 15, CAB_HEADER_NOT_PRACTICE },
    { "a header alone", good, 16, CAB_HEADER_NOT_PRACTICE },
    { "a byte less than a page", good, CAB_PAGE_SIZE - 1, CAB_HEADER_NOT_PRACTICE },
    { "a page", good, CAB_PAGE_SIZE, CAB_HEADER_PRACTICE },
    { "a page and a half", good, CAB_PAGE_SIZE * 3 / 2, CAB_HEADER_PRACTICE },
    { "a very long file", good, G_MAXUINT64, CAB_HEADER_PRACTICE },
    { "plain SQLite", plain, 8192, CAB_HEADER_PLAIN_SQLITE },
    { "plain SQLite in small pages", plain, 512, CAB_HEADER_PLAIN_SQLITE },
    { "the first fifteen bytes of plain SQLite", plain, 15, CAB_HEADER_NOT_PRACTICE },
    { "a PDF", foreign, 8192, CAB_HEADER_NOT_PRACTICE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cab_header_parse (cases[i].bytes, cases[i].length, NULL, NULL) != cases[i].kind)
      g_error ("%s: judged wrongly", cases[i].name);
}

/* [V-2], [V-5] all values of format and profile; an unknown one is a newer Cabinet's */
static void
test_every_format_and_profile (void)
{
  for (guint format = 0; format < 256; format++)
    for (guint profile = 0; profile < 256; profile++)
      {
        guint8 bytes[CAB_HEADER_LENGTH];
        guint8 found_format = 99;
        guint8 found_profile = 99;
        CabHeaderKind expected;
        CabHeaderKind kind;

        memcpy (bytes, good, sizeof bytes);
        bytes[3] = (guint8)format;
        bytes[4] = (guint8)profile;
        if (format == 0)
          expected = CAB_HEADER_NOT_PRACTICE;
        else if (format > 1 || profile > 3)
          expected = CAB_HEADER_NEWER;
        else if (profile == 0)
          expected = CAB_TEST_PROFILE ? CAB_HEADER_PRACTICE : CAB_HEADER_TEST_PROFILE;
        else
          expected = CAB_HEADER_PRACTICE;

        kind = cab_header_parse (bytes, LONG_ENOUGH, &found_format, &found_profile);
        if (kind != expected)
          g_error ("format %u, profile %u: judged wrongly", format, profile);
        g_assert_cmpuint (found_format, ==, format);
        g_assert_cmpuint (found_profile, ==, format == 0 ? 0 : profile);
      }
}

/* [V-2], [V-209] every value of every byte: the magic must be exact, the salt can be anything */
static void
test_every_value_of_every_byte (void)
{
  for (guint offset = 0; offset < CAB_HEADER_LENGTH; offset++)
    for (guint value = 0; value < 256; value++)
      {
        guint8 bytes[CAB_HEADER_LENGTH];
        CabHeaderKind kind;

        if (offset == 3 || offset == 4)
          continue;
        memcpy (bytes, good, sizeof bytes);
        bytes[offset] = (guint8)value;
        kind = cab_header_parse (bytes, LONG_ENOUGH, NULL, NULL);
        if ((kind == CAB_HEADER_PRACTICE) != (offset >= 5 || value == good[offset]))
          g_error ("byte %u of %02x: judged wrongly", offset, value);
      }
}

/* [V-2] a new header is one, names its profile and is never the same twice */
static void
test_made_header_is_a_practice (void)
{
  static const guint8 profiles[]
      = { CAB_KDF_PROFILE_FLOOR, CAB_KDF_PROFILE_FAST, CAB_KDF_PROFILE_SLOW };
  g_autoptr (CabIds) ids = cab_ids_new_random ();

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      guint8 one[CAB_HEADER_LENGTH];
      guint8 other[CAB_HEADER_LENGTH];
      guint8 format;
      guint8 profile;

      cab_header_make (profiles[i], ids, one);
      cab_header_make (profiles[i], ids, other);
      g_assert_cmpint (cab_header_parse (one, LONG_ENOUGH, &format, &profile), ==,
                       CAB_HEADER_PRACTICE);
      g_assert_cmpuint (format, ==, CAB_HEADER_FORMAT);
      g_assert_cmpuint (profile, ==, profiles[i]);
      g_assert_cmpmem (one, 5, other, 5);
      g_assert_cmpint (memcmp (one + 5, other + 5, 11), !=, 0);
    }
}

/* [V-2] the eleven bytes of a header come from the ids, so that a test file is the same again */
static void
test_made_header_follows_the_ids (void)
{
  g_autoptr (CabIds) ids = cab_ids_new_counted (1);
  g_autoptr (CabIds) same = cab_ids_new_counted (1);
  guint8 one[CAB_HEADER_LENGTH];
  guint8 other[CAB_HEADER_LENGTH];

  cab_header_make (CAB_KDF_PROFILE_FLOOR, ids, one);
  cab_header_make (CAB_KDF_PROFILE_FLOOR, same, other);
  g_assert_cmpmem (one, sizeof one, other, sizeof other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/header/length-comes-first", test_length_comes_first);
  g_test_add_func ("/vault/header/every-format-and-profile", test_every_format_and_profile);
  g_test_add_func ("/vault/header/every-value-of-every-byte", test_every_value_of_every_byte);
  g_test_add_func ("/vault/header/made-header-is-a-practice", test_made_header_is_a_practice);
  g_test_add_func ("/vault/header/made-header-follows-the-ids", test_made_header_follows_the_ids);
  return g_test_run ();
}
