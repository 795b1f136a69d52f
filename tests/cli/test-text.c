/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-cli-text.h"

static const struct
{
  const char *name;
  const char *text;
  CabCliLines lines;
  const char *expected;
} escapes[] = {
  { "plain", "Ada Lovelace", CAB_CLI_LINES_ESCAPED, "Ada Lovelace" },
  { "accents", "Zoë Ångström", CAB_CLI_LINES_ESCAPED, "Zoë Ångström" },
  { "emoji", "🌧 😀", CAB_CLI_LINES_ESCAPED, "🌧 😀" },
  { "title", "\033]0;owned\007x", CAB_CLI_LINES_ESCAPED, "\\x1b]0;owned\\x07x" },
  { "colour", "\033[31mred", CAB_CLI_LINES_KEPT, "\\x1b[31mred" },
  { "C1 control",
    "\302\233"
    "31m",
    CAB_CLI_LINES_KEPT, "\\x9b31m" },
  { "delete", "a\177b", CAB_CLI_LINES_ESCAPED, "a\\x7fb" },
  { "backspace", "rm\b\bls", CAB_CLI_LINES_KEPT, "rm\\x08\\x08ls" },
  { "lines escaped", "a\n\tb\rc", CAB_CLI_LINES_ESCAPED, "a\\n\\tb\\rc" },
  { "lines kept", "a\n\tb", CAB_CLI_LINES_KEPT, "a\n\tb" },
  { "CR LF is a line break", "a\r\nb", CAB_CLI_LINES_KEPT, "a\nb" },
  { "lone CR would overwrite", "safe\rbad", CAB_CLI_LINES_KEPT, "safe\\rbad" },
  { "right to left override", "a\342\200\256b", CAB_CLI_LINES_KEPT, "a\\u{202e}b" },
  { "isolate", "a\342\201\246b", CAB_CLI_LINES_KEPT, "a\\u{2066}b" },
  { "line separator", "a\342\200\250b", CAB_CLI_LINES_KEPT, "a\\u{2028}b" },
  { "broken UTF-8", "a\377b", CAB_CLI_LINES_ESCAPED, "a\\xffb" },
  { "cut UTF-8", "a\303", CAB_CLI_LINES_ESCAPED, "a\\xc3" },
  { "Hebrew needs no escape", "שלום", CAB_CLI_LINES_ESCAPED, "שלום" },
};

/* [V-173] text from a record cannot steer the terminal (CWE-150) */
static void
test_escape (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      g_autofree char *escaped = cab_cli_text_escape (escapes[i].text, escapes[i].lines);

      g_test_message ("%s", escapes[i].name);
      g_assert_cmpstr (escaped, ==, escapes[i].expected);
    }
}

/* [V-173] whatever the bytes are, what comes out is text without controls */
static void
test_escape_anything (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      char bytes[17] = "";
      g_autofree char *escaped = NULL;

      for (guint i = 0; i < 16; i++)
        bytes[i] = (char)g_test_rand_int_range (1, 256);
      escaped = cab_cli_text_escape (bytes, CAB_CLI_LINES_ESCAPED);

      g_assert_true (g_utf8_validate (escaped, -1, NULL));
      for (const char *at = escaped; *at != '\0'; at = g_utf8_next_char (at))
        g_assert_cmpint (g_unichar_type (g_utf8_get_char (at)), !=, G_UNICODE_CONTROL);
    }
}

static const struct
{
  const char *text;
  guint width;
} widths[] = {
  { "", 0 }, { "abc", 3 }, { "Zoë", 3 }, { "Zoe\314\210", 3 }, { "日本", 4 }, { "😀", 2 },
};

static void
test_width (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpuint (cab_cli_text_get_width (widths[i].text), ==, widths[i].width);
}

static const struct
{
  const char *text;
  guint width;
  const char *expected;
} cuts[] = {
  { "abcdef", 6, "abcdef" }, { "abcdef", 5, "abcd…" }, { "日本語", 6, "日本語" },
  { "日本語", 5, "日本…" },  { "日本語", 4, "日…" },   { "abc", 1, "…" },
};

static void
test_cut (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *cut = cab_cli_text_dup_cut (cuts[i].text, cuts[i].width);

      g_assert_cmpstr (cut, ==, cuts[i].expected);
      g_assert_cmpuint (cab_cli_text_get_width (cut), <=, cuts[i].width);
    }
}

static const struct
{
  const char *text;
  guint column;
  guint indent;
  guint width;
  const char *expected;
} wraps[] = {
  { "one two three", 0, 0, 80, "one two three\n" },
  { "one two three", 0, 2, 8, "one two\n  three\n" },
  { "one two", 6, 2, 10, "one\n  two\n" },
  { "unbreakably long", 0, 0, 4, "unbreakably\nlong\n" },
  { "a\nb", 4, 4, 20, "a\n    b\n" },
  { "a\n\nb", 0, 2, 20, "a\n\n  b\n" },
  { "", 0, 0, 10, "\n" },
};

static void
test_wrap (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      cab_cli_text_append_wrapped (out, wraps[i].text, wraps[i].column, wraps[i].indent,
                                   wraps[i].width);
      g_assert_cmpstr (out->str, ==, wraps[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/text/escapes-what-a-terminal-would-obey", test_escape);
  g_test_add_func ("/cli/text/escapes-any-bytes", test_escape_anything);
  g_test_add_func ("/cli/text/measures-columns", test_width);
  g_test_add_func ("/cli/text/cuts-to-columns", test_cut);
  g_test_add_func ("/cli/text/wraps", test_wrap);

  return g_test_run ();
}
