/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-html-writer.h"

#include "cab-blob.h"
#include "cab-bundle-period-private.h"
#include "cab-bundle-scope-private.h"
#include "cab-html-private.h"

#include <string.h>

/* What a profile is called on the front page, and the law it follows: by
 * default the GDPR, in the United Kingdom its own, in the United States theirs. */
static const struct
{
  const char *heading;
  const char *right;
  const char *right_uk;
  const char *right_us;
} words[CAB_N_BUNDLE_PROFILES] = {
  [CAB_BUNDLE_PROFILE_ACCESS]
  = { "A copy of your data", "It was made under the right of access: Art 15 GDPR.",
      "It was made under the right of access: Art 15 UK GDPR.",
      "It was made under the right of access: 45 CFR 164.524." },
  [CAB_BUNDLE_PROFILE_PORTABILITY]
  = { "Your data, to take with you",
      "It was made under the right to data portability: Art 20 GDPR.",
      "It was made under the right to data portability: Art 20 UK GDPR.",
      "It was made so that what you provided can be taken elsewhere." },
  [CAB_BUNDLE_PROFILE_TRANSFER]
  = { "A record for the next clinician",
      "It was made to hand one client’s record over, with the client’s consent or at the client’s "
      "request.",
      NULL, NULL },
  [CAB_BUNDLE_PROFILE_PRACTICE]
  = { "A whole practice", "It was made as the practice’s own archive, or to move the practice.",
      NULL, NULL },
  [CAB_BUNDLE_PROFILE_DISCLOSURES]
  = { "Who was told what",
      "It was made as an account of disclosures: Art 15(1)(c) and Art 19 GDPR.",
      "It was made as an account of disclosures: Art 15(1)(c) and Art 19 UK GDPR.",
      "It was made as an accounting of disclosures: 45 CFR 164.528." },
};

static const char *
get_right (const CabBundlePlan *plan)
{
  CabBundleProfile profile = cab_bundle_scope_get_profile (plan->scope);
  const char *jurisdiction = cab_html_get_practice (plan, "jurisdiction");
  const char *own = NULL;

  if (g_strcmp0 (jurisdiction, "uk") == 0)
    own = words[profile].right_uk;
  else if (jurisdiction != NULL && g_str_has_prefix (jurisdiction, "us-"))
    own = words[profile].right_us;

  return own != NULL ? own : words[profile].right;
}

static void
add_from (CabTextOut *out, const CabBundlePlan *plan)
{
  static const char *const fields[] = { "address", "phone", "email", "website" };
  g_autofree char *today = cab_practice_dup_today (plan->practice);
  g_autofree char *date = cab_html_dup_date (today);
  g_autofree char *description = cab_bundle_plan_dup_description (plan);
  const char *name = cab_html_get_practice (plan, "name");

  cab_text_out_add (out, "<p>");
  cab_text_out_add_html (out, description);
  cab_text_out_add (out, ", from ");
  cab_text_out_add_html (out, name == NULL ? "a practice" : name);
  cab_text_out_add (out, ", made on ");
  cab_text_out_add_html (out, date);
  cab_text_out_add (out, ".</p>\n</header>\n<main>\n<section>\n");
  cab_html_add_element (out, "h2", "From whom");
  cab_text_out_add (out, "<dl>\n<dt>Practice</dt><dd>");
  cab_text_out_add_html (out, name);
  cab_text_out_add (out, "</dd>\n");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      static const char *const labels[] = { "Address", "Phone", "E-mail", "Website" };
      const char *value = cab_html_get_practice (plan, fields[i]);

      if (value == NULL)
        continue;
      cab_text_out_add_format (out, "<dt>%s</dt><dd>", labels[i]);
      cab_text_out_add_html (out, value);
      cab_text_out_add (out, "</dd>\n");
    }
  cab_text_out_add (out, "</dl>\n</section>\n");
}

static void
add_right (CabTextOut *out, const CabBundlePlan *plan)
{
  g_autofree char *now = cab_practice_dup_now (plan->practice);
  g_autofree char *when = cab_html_dup_instant (now, cab_html_get_zone (plan));

  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "By which right");
  cab_html_add_element (out, "p", get_right (plan));
  cab_text_out_add (out, "<p>It shows what was held on ");
  cab_text_out_add_html (out, when);
  cab_text_out_add (out, " (");
  cab_text_out_add_html (out, cab_html_get_zone (plan));
  cab_text_out_add (out, ").</p>\n</section>\n");
}

static void
add_part (CabTextOut *out, const char *path, gboolean link, const char *what)
{
  cab_text_out_add (out, "<tr><th scope=\"row\">");
  if (link)
    cab_text_out_add_format (out, "<a href=\"%s\">%s</a>", path, path);
  else
    cab_text_out_add_format (out, "<code>%s</code>", path);
  cab_text_out_add (out, "</th><td>");
  cab_text_out_add_html (out, what);
  cab_text_out_add (out, "</td></tr>\n");
}

static void
add_parts (CabTextOut *out, const CabBundlePlan *plan)
{
  static const struct
  {
    CabBundleParts part;
    const char *path;
    gboolean link;
    const char *what;
  } parts[] = {
    { CAB_PART_READABLE, "data/record.html", TRUE, "The whole record, for reading." },
    { CAB_PART_PDF, "data/record.pdf", TRUE, "The same to print." },
    { 0, "data/record.xml", FALSE,
      "The same for programs. This file decides; the others are views of it." },
    { 0, "data/csv/", FALSE, "The same as tables, for spreadsheets." },
    { CAB_PART_FHIR, "data/fhir/bundle.xml", FALSE,
      "The same for other health systems (HL7 FHIR)." },
    { CAB_PART_FHIR_EACH, "data/fhir/", FALSE,
      "The same for other health systems (HL7 FHIR), one file a client." },
    { CAB_PART_JOURNAL, "data/journal.xml", FALSE, "What was done with the records, and when." },
    { CAB_PART_ATTACHMENTS, "data/attachments/", FALSE, "Files, as they were stored." },
    { CAB_PART_RECIPIENTS, "data/notice/recipients.csv", FALSE, "Who was told what, and when." },
    { CAB_PART_WITHHELD, "data/notice/withheld.html", TRUE, "What was left out." },
    { CAB_PART_SOURCES, "data/notice/sources.html", TRUE, "What is covered, and what is not." },
    { 0, "data/schema/format-1.html", TRUE, "How the files are built." },
  };

  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "What is in it");
  cab_text_out_add (out, "<table>\n<caption>Files and folders</caption>\n<thead><tr><th "
                         "scope=\"col\">Name</th><th scope=\"col\">What it is</th></tr></thead>\n"
                         "<tbody>\n");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gboolean there = cab_bundle_plan_has_part (plan, parts[i].part);

      if (parts[i].part == CAB_PART_ATTACHMENTS
          && cab_bundle_plan_get_count (plan, &cab_blob_kind) == 0)
        there = FALSE;
      if (there)
        add_part (out, parts[i].path, parts[i].link, parts[i].what);
    }
  cab_text_out_add (out, "</tbody>\n</table>\n</section>\n");
}

static void
add_left_out (CabTextOut *out, const CabBundlePlan *plan)
{
  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "What was left out");
  if ((plan->rules->parts & CAB_PART_WITHHELD) != 0)
    cab_text_out_add (out, "<p>Where the law allows or requires it, information may have been left "
                           "out. What may be told about that is in "
                           "<a href=\"data/notice/withheld.html\">withheld.html</a>.</p>\n");
  else if ((plan->rules->parts & CAB_PART_SOURCES) != 0)
    cab_text_out_add (out, "<p>Art 20 covers what you gave us; for everything else ask for access. "
                           "More is in <a href=\"data/notice/sources.html\">sources.html</a>."
                           "</p>\n");
  else if (plan->damaged->len == 0)
    cab_html_add_element (out, "p", "Nothing is listed.");

  if (plan->damaged->len > 0)
    {
      cab_html_add_element (out, "p", "These could not be read, because they are damaged:");
      cab_text_out_add (out, "<ul>\n");
      for (guint i = 0; i < plan->damaged->len; i++)
        cab_html_add_element (out, "li", g_ptr_array_index (plan->damaged, i));
      cab_text_out_add (out, "</ul>\n");
    }
  cab_text_out_add (out, "</section>\n");
}

static void
add_use (CabTextOut *out, const CabBundlePlan *plan)
{
  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "How to check that it is complete");
  cab_html_add_element (out, "p", "In a terminal, in this folder:");
  cab_html_add_element (out, "pre", "sha512sum -c manifest-sha512.txt");
  cab_html_add_element (out, "p",
                        "Every line must end in OK. The folder is a bag as RFC 8493 "
                        "describes it, so that other programs can check it too.");
  cab_text_out_add (out, "</section>\n<section>\n");
  cab_html_add_element (out, "h2", "How to take it to another clinician");
  if (plan->rules->external_ids)
    cab_html_add_element (out, "p",
                          "Give them this folder as it is. They can read it with a "
                          "browser, and file it in Cabinet as a received record.");
  else
    cab_html_add_element (out, "p",
                          "Open this folder or the ZIP file in Cabinet with “Import "
                          "Bundle”. Nothing is lost on the way.");
  cab_text_out_add (out, "</section>\n<section>\n");
  cab_html_add_element (out, "h2", "Where the format is described");
  cab_text_out_add (out, "<p>In <a href=\"data/schema/format-1.html\">format-1.html</a>, with the "
                         "schemas beside it. No program of ours is needed to read this.</p>\n"
                         "</section>\n");
}

static void
add_complaint (CabTextOut *out, const CabBundlePlan *plan)
{
  const char *own = cab_html_get_practice (plan, "complaint_contact");
  const char *name = cab_html_get_practice (plan, "authority_name");
  const char *contact = cab_html_get_practice (plan, "authority_contact");

  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "Whom to complain to");
  cab_text_out_add (out, "<dl>\n<dt>The practice</dt><dd>");
  cab_text_out_add_html (out, own != NULL ? own : cab_html_get_practice (plan, "name"));
  cab_text_out_add (out, "</dd>\n");
  if (name != NULL)
    {
      cab_text_out_add (out, "<dt>The authority</dt><dd>");
      cab_text_out_add_html (out, name);
      cab_text_out_add (out, contact == NULL ? "" : "\n");
      cab_text_out_add_html (out, contact);
      cab_text_out_add (out, "</dd>\n");
    }
  cab_text_out_add (out, "</dl>\n</section>\n");
}

GBytes *
cab_html_make_front_page (const CabBundlePlan *plan)
{
  CabBundleProfile profile = cab_bundle_scope_get_profile (plan->scope);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);

  cab_html_begin (out, words[profile].heading, words[profile].heading);
  add_from (out, plan);
  add_right (out, plan);
  add_parts (out, plan);
  add_left_out (out, plan);
  add_use (out, plan);
  add_complaint (out, plan);
  cab_text_out_add (out, "</main>\n");
  cab_html_end (out);

  /* A stream into memory does not fail. */
  if (!cab_text_out_flush (out, NULL) || !g_output_stream_close (stream, NULL, NULL))
    g_assert_not_reached ();

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
