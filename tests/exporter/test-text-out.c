/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-text-out.h"

#include <string.h>

typedef void (*AddFunc) (CabTextOut *out, const char *text);

static char *
dup_written (AddFunc add, const char *text)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  add (out, text);
  g_assert_true (cab_text_out_flush (out, NULL));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  return g_strdup (g_memory_output_stream_get_data (memory));
}

/* [B-23] [B-42] what could be taken for markup, or be changed by a reader, is escaped */
static void
test_escapes_by_place (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *content;
    const char *attribute;
    const char *html;
  } cases[] = {
    { "plain", "Tea at 5", "Tea at 5", "Tea at 5", "Tea at 5" },
    { "none", NULL, "", "", "" },
    { "markup", "<b>&amp;", "&lt;b&gt;&amp;amp;", "&lt;b&gt;&amp;amp;", "&lt;b&gt;&amp;amp;" },
    { "cdata-end", "]]>", "]]&gt;", "]]&gt;", "]]&gt;" },
    { "quotes", "\"'", "\"'", "&quot;'", "&quot;&#39;" },
    { "line-ends", "a\r\nb\nc\rd", "a&#13;\nb\nc&#13;d", "a&#13;&#10;b&#10;c&#13;d",
      "a&#13;\nb\nc&#13;d" },
    { "tab", "a\tb", "a\tb", "a&#9;b", "a\tb" },
    { "astral", "𝒜\xCC\x81\xE2\x80\xAE", "𝒜\xCC\x81\xE2\x80\xAE", "𝒜\xCC\x81\xE2\x80\xAE",
      "𝒜\xCC\x81\xE2\x80\xAE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content = dup_written (cab_text_out_add_text, cases[i].text);
      g_autofree char *attribute = dup_written (cab_text_out_add_attribute, cases[i].text);
      g_autofree char *html = dup_written (cab_text_out_add_html, cases[i].text);

      if (strcmp (content, cases[i].content) != 0)
        g_error ("%s: content %s", cases[i].name, content);
      if (strcmp (attribute, cases[i].attribute) != 0)
        g_error ("%s: attribute %s", cases[i].name, attribute);
      if (strcmp (html, cases[i].html) != 0)
        g_error ("%s: html %s", cases[i].name, html);
    }
}

/* [B-67] a text longer than any buffer arrives whole, and in pieces */
static void
test_long_text_arrives_whole (void)
{
  g_autofree char *text = g_strnfill (4 * 1024 * 1024, '&');
  g_autofree char *written = dup_written (cab_text_out_add_text, text);

  g_assert_cmpuint (strlen (written), ==, 5 * strlen (text));
  g_assert_true (g_str_has_suffix (written, "&amp;&amp;"));
}

/* [B-68] the first error of the stream is kept, whatever is written after it */
static void
test_error_is_kept (void)
{
  char room[8];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) again = NULL;

  cab_text_out_add (out, "more than eight bytes");
  g_assert_true (cab_text_out_check (out, NULL));
  g_assert_false (cab_text_out_flush (out, &first));
  g_assert_error (first, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  cab_text_out_add (out, "x");
  g_assert_false (cab_text_out_check (out, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-out/escapes-by-place", test_escapes_by_place);
  g_test_add_func ("/text-out/long-text-arrives-whole", test_long_text_arrives_whole);
  g_test_add_func ("/text-out/error-is-kept", test_error_is_kept);

  return g_test_run ();
}
