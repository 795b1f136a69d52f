/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-field.h"

#include "cab-model-error.h"
#include "cab-when.h"

#include <string.h>

CAB_DEFINE_CODES (test_codes,
                  "test",
                  { "mon", "Monday" },
                  { "tue", "Tuesday" },
                  { "wed", "Wednesday" });

static const CabField text_field = { .name = "text", .type = CAB_FIELD_TEXT, .maximum = 5 };
static const CabField longtext_field = { .name = "longtext", .type = CAB_FIELD_LONGTEXT };
static const CabField date_field = { .name = "date", .type = CAB_FIELD_DATE };
static const CabField partial_field = { .name = "partial", .type = CAB_FIELD_PARTIAL_DATE };
static const CabField instant_field = { .name = "instant", .type = CAB_FIELD_INSTANT };
static const CabField local_field = { .name = "local", .type = CAB_FIELD_LOCAL };
static const CabField zone_field = { .name = "zone", .type = CAB_FIELD_ZONE };
static const CabField time_field = { .name = "time", .type = CAB_FIELD_TIME };
static const CabField integer_field
    = { .name = "integer", .type = CAB_FIELD_INTEGER, .minimum = -4, .maximum = 4 };
static const CabField any_integer_field = { .name = "any", .type = CAB_FIELD_INTEGER };
static const CabField bool_field = { .name = "bool", .type = CAB_FIELD_BOOL };
static const CabField decimal_field = { .name = "decimal", .type = CAB_FIELD_DECIMAL, .scale = 2 };
static const CabField money_field = { .name = "money", .type = CAB_FIELD_MONEY };
static const CabField code_field = { .name = "code", .type = CAB_FIELD_CODE, .codes = &test_codes };
static const CabField codes_field
    = { .name = "codes", .type = CAB_FIELD_CODES, .codes = &test_codes };
static const CabField ref_field = { .name = "ref", .type = CAB_FIELD_REF, .target = "client" };
static const CabField digest_field = { .name = "digest", .type = CAB_FIELD_DIGEST };

#define SHA512_ZERO                                                                                \
  "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"   \
  "000000000000000000000000000000000000"

/* [M-2] every type: what it takes, as it comes out again */
static void
test_accepts (void)
{
  static const struct
  {
    const CabField *field;
    const char *in;
    const char *out;
  } cases[] = {
    { &text_field, "", NULL },
    { &text_field, "   ", NULL },
    { &text_field, " ab ", "ab" },
    { &text_field, "äöüß€", "äöüß€" },
    { &text_field, "a  b", "a  b" },
    { &longtext_field, " a\r\n\tb ", " a\r\n\tb " },
    { &longtext_field, "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80" },
    { &date_field, "2026-03-02", "2026-03-02" },
    { &date_field, "1850-01-01", "1850-01-01" },
    { &date_field, "2199-12-31", "2199-12-31" },
    { &date_field, "2024-02-29", "2024-02-29" },
    { &partial_field, "2025", "2025" },
    { &partial_field, "2025-10", "2025-10" },
    { &partial_field, "2025-10-03", "2025-10-03" },
    { &instant_field, "2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z" },
    { &local_field, "2026-03-02T09:00", "2026-03-02T09:00" },
    { &zone_field, "Europe/London", "Europe/London" },
    { &zone_field, "UTC", "UTC" },
    { &time_field, "00:00", "00:00" },
    { &time_field, "23:59", "23:59" },
    { &integer_field, "-4", "-4" },
    { &integer_field, "4", "4" },
    { &any_integer_field, "9223372036854775807", "9223372036854775807" },
    { &bool_field, "true", "true" },
    { &bool_field, "false", "false" },
    { &decimal_field, "7.5", "7.50" },
    { &decimal_field, "-60.00", "-60.00" },
    { &decimal_field, "-0.05", "-0.05" },
    { &decimal_field, "92233720368547758.07", "92233720368547758.07" },
    { &money_field, "-6000", "-6000" },
    { &code_field, "tue", "tue" },
    { &codes_field, "wed mon", "mon wed" },
    { &ref_field, "6310efc1-0a81-46ce-bcdc-8f2995ff9fee", "6310efc1-0a81-46ce-bcdc-8f2995ff9fee" },
    { &digest_field, SHA512_ZERO, SHA512_ZERO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *out = NULL;
      CabValue value = CAB_VALUE_INIT;

      g_test_message ("%s: “%s”", cases[i].field->name, cases[i].in);
      cab_field_parse (cases[i].field, cases[i].in, &value, &error);
      g_assert_no_error (error);
      g_assert_true (cab_field_check (cases[i].field, &value, &error));
      out = cab_field_dup_text (cases[i].field, &value);
      g_assert_cmpstr (out, ==, cases[i].out);
      cab_value_clear (&value);
    }
}

/* [M-2], [M-17] one beyond each end is refused in a sentence, and nothing is set */
static void
test_refuses (void)
{
  static const struct
  {
    const CabField *field;
    const char *in;
    const char *sentence;
  } cases[] = {
    { &text_field, "abcdef", "6 characters are more than the 5 allowed." },
    { &text_field, "a\nb", "this is one line; a line break is not allowed." },
    { &text_field, "a\tb", "character U+0009 is not allowed in one line." },
    { &text_field, "a\xe2\x80\xaeg", "character U+202E is not allowed in one line." },
    { &text_field, "a\xe2\x81\xa6g", "character U+2066 is not allowed in one line." },
    { &text_field, "a\xe2\x80\xa8g", "this is one line; a line break is not allowed." },
    { &text_field, "\xff", "the text is not valid UTF-8." },
    { &longtext_field, "a\x0b", "character U+000B cannot be stored." },
    { &date_field, "2026-02-30", "“2026-02-30” is not a date like 2026-03-02." },
    { &date_field, "1849-12-31", "the year of “1849-12-31” is outside 1850 to 2199." },
    { &date_field, "2200-01-01", "the year of “2200-01-01” is outside 1850 to 2199." },
    { &date_field, "1849-02-30", "“1849-02-30” is not a date like 2026-03-02." },
    { &date_field, "2023-02-29", "“2023-02-29” is not a date like 2026-03-02." },
    { &date_field, "02/03/2026", "“02/03/2026” is not a date like 2026-03-02." },
    { &partial_field, "9999-12", "the year of “9999-12” is outside 1850 to 2199." },
    { &partial_field, "0000", "the year of “0000” is outside 1850 to 2199." },
    { &partial_field, "2025-13", "“2025-13” is not a date like 2026-03-02, 2026-03 or 2026." },
    { &instant_field, "2026-01-31T10:00:60Z",
      "“2026-01-31T10:00:60Z” is not a time like 2026-03-02T09:00:00Z." },
    { &instant_field, "2026-01-31T10:00:00+01:00",
      "“2026-01-31T10:00:00+01:00” is not a time like 2026-03-02T09:00:00Z." },
    { &local_field, "2026-01-31 10:00", "“2026-01-31 10:00” is not a time like 2026-03-02T09:00." },
    { &zone_field, "Europe/Lodnon", "“Europe/Lodnon” is not a time zone like Europe/London." },
    { &zone_field, "../../etc/passwd",
      "“../../etc/passwd” is not a time zone like Europe/London." },
    { &time_field, "24:00", "“24:00” is not a time of day like 09:30." },
    { &integer_field, "5", "5 is outside −4 to 4." },
    { &integer_field, "-5", "−5 is outside −4 to 4." },
    { &integer_field, "1e3", "“1e3” is not a whole number." },
    { &integer_field, "1,000", "“1,000” is not a whole number." },
    { &any_integer_field, "9223372036854775808", "“9223372036854775808” is not a whole number." },
    { &bool_field, "yes", "“yes” is neither true nor false." },
    { &decimal_field, "7.505", "“7.505” is not a number like 7.50." },
    { &decimal_field, "7,50", "“7,50” is not a number like 7.50." },
    { &decimal_field, "7e1", "“7e1” is not a number like 7.50." },
    { &decimal_field, "7.", "“7.” is not a number like 7.50." },
    { &decimal_field, "92233720368547758.08", "“92233720368547758.08” is too large." },
    { &money_field, "60.00", "“60.00” is not a whole number." },
    { &code_field, "happy", "“happy” is not one of mon, tue, wed." },
    { &codes_field, "mon sun", "“sun” is not one of mon, tue, wed." },
    { &codes_field, "mon mon", "“mon” is given twice." },
    { &ref_field, "6310EFC1-0a81-46ce-bcdc-8f2995ff9fee",
      "“6310EFC1-0a81-46ce-bcdc-8f2995ff9fee” is not the number of a record." },
    { &ref_field, "C-7QF2K", "“C-7QF2K” is not the number of a record." },
    { &digest_field, "ABC", "this is not a SHA-512 of 128 hex digits." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CabValue value = CAB_VALUE_INIT;

      cab_value_set_text (&value, "before");
      g_assert_false (cab_field_parse (cases[i].field, cases[i].in, &value, &error));
      g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
      g_assert_cmpstr (value.text, ==, "before");
      cab_value_clear (&value);
    }
}

/* [M-10] each of the 31 forbidden characters is refused, its neighbours are not */
static void
test_portable (void)
{
  guint n_refused = 0;

  for (gunichar c = 1; c < 0x10000; c++)
    {
      char text[8] = { 0 };
      gunichar bad = 0;
      gboolean forbidden
          = (c < 0x20 && c != 0x9 && c != 0xA && c != 0xD) || c == 0xFFFE || c == 0xFFFF;

      if (c >= 0xD800 && c <= 0xDFFF)
        continue;
      g_unichar_to_utf8 (c, text);
      g_assert_true (cab_text_is_portable (text, -1, &bad) == !forbidden);
      if (forbidden)
        {
          g_assert_cmpuint (bad, ==, c);
          n_refused++;
        }
    }

  /* And U+0000, which only a length can carry. */
  g_assert_false (cab_text_is_portable ("a\0b", 3, NULL));
  g_assert_cmpuint (n_refused + 1, ==, 31);
  g_assert_false (cab_text_is_portable ("\xed\xa0\x80", -1, NULL));
  g_assert_false (cab_text_is_portable ("\xc3", -1, NULL));
}

/* [M-2] 4 MiB of text is the most */
static void
test_longtext_limit (void)
{
  g_autofree char *text = g_malloc (4 * 1024 * 1024 + 2);
  g_autoptr (GError) error = NULL;
  CabValue value = CAB_VALUE_INIT;

  memset (text, 'a', 4 * 1024 * 1024 + 1);
  text[4 * 1024 * 1024 + 1] = '\0';
  g_assert_false (cab_field_parse (&longtext_field, text, &value, &error));
  g_assert_cmpstr (error->message, ==, "the text is longer than 4 MiB.");
  g_clear_error (&error);

  text[4 * 1024 * 1024] = '\0';
  g_assert_true (cab_field_parse (&longtext_field, text, &value, &error));
  g_assert_no_error (error);
  cab_value_clear (&value);
}

/* [M-12] a gap moves forward by the gap, a doubled time is the first */
static void
test_local_times (void)
{
  static const struct
  {
    const char *local;
    const char *zone;
    const char *instant;
    gboolean moved;
  } cases[] = {
    { "2026-03-02T09:00", "Europe/London", "2026-03-02T09:00:00Z", FALSE },
    { "2026-07-02T09:00", "Europe/London", "2026-07-02T08:00:00Z", FALSE },
    { "2026-03-29T01:30", "Europe/London", "2026-03-29T01:30:00Z", TRUE },
    { "2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00Z", FALSE },
    { "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z", TRUE },
    { "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z", FALSE },
    { "2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00Z", TRUE },
    { "2026-09-27T02:30", "Pacific/Auckland", "2026-09-26T14:30:00Z", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean moved = FALSE;
      g_autoptr (GDateTime) moment = cab_when_resolve_local (cases[i].local, cases[i].zone, &moved);
      g_autofree char *instant = NULL;

      g_test_message ("%s %s", cases[i].local, cases[i].zone);
      g_assert_nonnull (moment);
      instant = cab_when_dup_instant (moment);
      g_assert_cmpstr (instant, ==, cases[i].instant);
      g_assert_true (moved == cases[i].moved);
    }
}

/* [M-13] a partial date is a span of days */
static void
test_partial_dates (void)
{
  static const struct
  {
    const char *partial;
    const char *first;
    const char *last;
  } cases[] = {
    { "2008-02-29", "2008-02-29", "2008-02-29" },
    { "2008-02", "2008-02-01", "2008-02-29" },
    { "2009-02", "2009-02-01", "2009-02-28" },
    { "2008", "2008-01-01", "2008-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = cab_when_dup_first_day (cases[i].partial);
      g_autofree char *last = cab_when_dup_last_day (cases[i].partial);

      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

/* [M-17] every code has a short name and an action */
static void
test_error_rows (void)
{
  for (guint code = 0; code < CAB_N_MODEL_ERRORS; code++)
    {
      const char *name = cab_model_error_get_name (code);

      g_assert_nonnull (name);
      g_assert_cmpint (strspn (name, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (name));
      g_assert_nonnull (cab_model_error_get_action (code));
      for (guint other = 0; other < code; other++)
        g_assert_cmpstr (name, !=, cab_model_error_get_name (other));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/field/accepts-what-it-holds", test_accepts);
  g_test_add_func ("/model/field/refuses-in-a-sentence", test_refuses);
  g_test_add_func ("/model/field/portable-text", test_portable);
  g_test_add_func ("/model/field/longtext-limit", test_longtext_limit);
  g_test_add_func ("/model/when/local-times", test_local_times);
  g_test_add_func ("/model/when/partial-dates", test_partial_dates);
  g_test_add_func ("/model/error/rows", test_error_rows);

  return g_test_run ();
}
