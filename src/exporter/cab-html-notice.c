/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-html-writer.h"

#include "cab-html-private.h"

gboolean
cab_html_write_withheld (const CabBundlePlan *plan, GOutputStream *stream, GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);

  cab_html_begin (out, "What was left out", "What was left out");
  cab_html_add_element (out, "p",
                        "Where the law allows or requires it, information may have been left out. "
                        "What we may tell you about that is listed here.");
  cab_text_out_add (out, "</header>\n<main>\n");
  if (plan->damaged->len == 0)
    cab_html_add_element (out, "p", "Nothing is listed.");
  else
    {
      cab_html_add_element (out, "p", "These could not be read, because they are damaged:");
      cab_text_out_add (out, "<ul>\n");
      for (guint i = 0; i < plan->damaged->len; i++)
        cab_html_add_element (out, "li", g_ptr_array_index (plan->damaged, i));
      cab_text_out_add (out, "</ul>\n");
    }
  cab_text_out_add (out, "</main>\n");
  cab_html_end (out);

  return cab_text_out_flush (out, error);
}

gboolean
cab_html_write_sources (const CabBundlePlan *plan, GOutputStream *stream, GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);

  cab_html_begin (out, "What this bundle covers", "What this bundle covers");
  cab_html_add_element (out, "p",
                        "Art 20 covers what you gave us; for everything else ask for access.");
  cab_text_out_add (out, "</header>\n<main>\n");
  cab_html_add_element (out, "h2", "What is here");
  cab_html_add_element (out, "p",
                        "What you told us about yourself and what was seen while you used the "
                        "practice, such as when sessions took place, as far as we hold it by your "
                        "consent or by our contract with you.");
  cab_html_add_element (out, "h2", "What is not here, by law");
  cab_text_out_add (out, "<ul>\n");
  cab_html_add_element (out, "li", "What the practice wrote itself: notes, diagnoses, plans.");
  cab_html_add_element (out, "li", "What was computed from other data.");
  cab_html_add_element (out, "li", "What others told the practice.");
  cab_html_add_element (out, "li",
                        "What is kept because the law demands it, such as the list of "
                        "those who were told something.");
  cab_text_out_add (out, "</ul>\n");
  cab_html_add_element (out, "p",
                        "All of that is in a copy under the right of access (Art 15), for "
                        "which you can ask at any time.");
  cab_text_out_add (out, "</main>\n");
  cab_html_end (out);

  return cab_text_out_flush (out, error);
}
