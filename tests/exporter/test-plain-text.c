/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-plain-text.h"

#include <string.h>

/* [B-87] marks of formatting go, what a person typed stays */
static void
test_formatting_becomes_plain_text (void)
{
  static const struct
  {
    const char *html;
    const char *plain;
    guint n_dropped;
  } cases[] = {
    { "", "", 0 },
    { "plain", "plain", 0 },
    { "a<br>b<br/>c<BR />d", "a\nb\nc\nd", 0 },
    { "<p>one</p><p>two</p>", "one\ntwo", 2 },
    { "<b>bold</b> and <i>it</i>", "bold and it", 4 },
    { "<ul><li>one</li><li>two</li></ul>", "- one\n- two", 4 },
    { "x<ul><li>one", "x\n- one", 1 },
    { "<span style=\"a\">x</span>", "x", 2 },
    { "<STRONG>x</Strong>", "x", 2 },
    { "<div>x</div>", "x", 2 },
    { "1 < 2 > 0", "1 < 2 > 0", 0 },
    { "<3 you", "<3 you", 0 },
    { "<script>x</script>", "<script>x</script>", 0 },
    { "<a href=\"x\">y</a>", "<a href=\"x\">y</a>", 0 },
    { "<bold>", "<bold>", 0 },
    { "<b <i>x", "<b x", 1 },
    { "<", "<", 0 },
    { "</>", "</>", 0 },
    { "<b", "<b", 0 },
    { "a &amp; b &lt;b&gt;", "a & b <b>", 0 },
    { "&amp;lt;", "&lt;", 0 },
    { "&quot;&apos;&nbsp;", "\"'\xC2\xA0", 0 },
    { "&#65;&#x41;&#X1F600;", "AA😀", 0 },
    { "&#0;&#11;&#xD800;&#x110000;&#;&#x;", "&#0;&#11;&#xD800;&#x110000;&#;&#x;", 0 },
    { "&unknown; & &", "&unknown; & &", 0 },
    { "&#99999999999;", "&#99999999999;", 0 },
    { "\r\n\nx\r\ny\n\r\n", "x\r\ny", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_dropped = 5;
      g_autofree char *plain = cab_plain_text_from_html (cases[i].html, &n_dropped);
      g_autofree char *again = cab_plain_text_from_html (cases[i].html, NULL);

      if (strcmp (plain, cases[i].plain) != 0 || n_dropped != 5 + cases[i].n_dropped)
        g_error ("‘%s’: ‘%s’, %u dropped", cases[i].html, plain, n_dropped - 5);
      g_assert_cmpstr (plain, ==, again);
    }
}

/* [B-90] whatever is typed comes out as UTF-8 */
static void
test_random_text_is_survived (void)
{
  static const char *const parts[]
      = { "<", ">",  "/",   "b", "li", "br", "p",   "&",    ";",   "#",
          "x", "41", "amp", " ", "é",  "\n", "<p>", "</p>", "&#x", "\"" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *plain = NULL;

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      plain = cab_plain_text_from_html (text->str, NULL);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/plain-text/formatting-becomes-plain-text",
                   test_formatting_becomes_plain_text);
  g_test_add_func ("/exporter/plain-text/random-text-is-survived", test_random_text_is_survived);
  return g_test_run ();
}
