/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-format-writer.h"

#include "cab-blob.h"
#include "cab-bundle-profile.h"
#include "cab-html-private.h"
#include "cab-xml-writer.h"

#include <string.h>

/* The types as a reader of the files meets them. */
static const struct
{
  const char *name;
  const char *outside;
} types[CAB_N_FIELD_TYPES] = {
  [CAB_FIELD_TEXT] = { "text", "one line, trimmed" },
  [CAB_FIELD_LONGTEXT] = { "long text", "any text up to 4 MiB, kept as it was typed" },
  [CAB_FIELD_DATE] = { "date", "2026-03-02" },
  [CAB_FIELD_PARTIAL_DATE] = { "partial date", "2026, 2026-03 or 2026-03-02" },
  [CAB_FIELD_INSTANT] = { "instant", "2026-01-31T10:00:00Z, in UTC" },
  [CAB_FIELD_LOCAL]
  = { "wall clock",
      "2026-03-02T09:00, as a clock on the wall shows it; the next field is its zone" },
  [CAB_FIELD_ZONE] = { "zone", "a name of the IANA database: Europe/London" },
  [CAB_FIELD_TIME] = { "time", "09:30" },
  [CAB_FIELD_INTEGER] = { "integer", "-4" },
  [CAB_FIELD_BOOL] = { "yes or no", "true or false" },
  [CAB_FIELD_DECIMAL] = { "decimal", "7.50" },
  [CAB_FIELD_MONEY] = { "money", "an integer of the currency’s smallest unit" },
  [CAB_FIELD_CODE] = { "code", "one word of a list" },
  [CAB_FIELD_CODES] = { "codes", "words of a list, sorted, with a space between" },
  [CAB_FIELD_REF] = { "reference", "the id of another record" },
  [CAB_FIELD_BLOB_REF]
  = { "file", "the id of a stored file; in XML the attribute file says where it lies under data/" },
  [CAB_FIELD_DIGEST] = { "SHA-512", "128 hexadecimal digits, as sha512sum prints them" },
  [CAB_FIELD_BYTES] = { "bytes", "never outside" },
};

static void
add_paragraphs (CabTextOut *out, const char *heading, const char *const *paragraphs)
{
  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", heading);
  for (; *paragraphs != NULL; paragraphs++)
    cab_html_add_element (out, "p", *paragraphs);
  cab_text_out_add (out, "</section>\n");
}

static const char *const container[] = {
  "A bundle is a folder, usually in one ZIP file with one folder at its top. The folder is a bag "
  "of BagIt 1.0 (RFC 8493): everything that matters lies under data/, manifest-sha512.txt lists "
  "every file there with its SHA-512, and tagmanifest-sha512.txt lists the other files at the top.",
  "bag-info.txt says when, by whom and for what the bundle was made. Cabinet-Format is the version "
  "of this format, Cabinet-Profile what the bundle is for, Cabinet-Audit-Anchor a point of the "
  "practice’s activity log by which the practice can be held to what it gave out.",
  "An encrypted ZIP file uses AES-256 as WinZip defined it (AE-2); 7-Zip, Keka and GNOME Files "
  "open it.",
  NULL,
};

static const char *const record[] = {
  "data/record.xml is the record. Its namespace is " CAB_RECORD_NAMESPACE ". The root is <record>, "
  "which can be taken in without loss, or <extract partial=\"true\">, a copy for one person in "
  "which things may be missing. Inside it each kind of record has a list, named by its plural; a "
  "record has its id as an attribute and then one element a field, in the order of the tables "
  "below. What is not stated has no element.",
  "It is UTF-8 without a byte order mark, document type, comment or processing instruction. Text "
  "is "
  "written as it was typed: nothing is normalised or trimmed, a carriage return is &#13;.",
  "The last element of a record may be <ext>, with elements of other namespaces: parts that a "
  "newer "
  "format added. They are kept and handed on, and may be passed over.",
  "Records come by id; versions, addenda and whatever else has a number by the record they hang "
  "on, "
  "then by that number. In an extract ids belong to that person alone, and versions have no "
  "numbers: they come in the order of time.",
  "data/journal.xml, in the bundle of a whole practice, holds what was done with the records and "
  "which bundles were taken in, each with the journal that came with it.",
  "cabinet-record-1.xsd and cabinet-extract-1.xsd beside this page are the schemas. A newer minor "
  "version (1.N) stays valid by them; a newer major version has another namespace.",
  NULL,
};

static const char *const tables[] = {
  "data/csv/ holds one table a kind with the same values: RFC 4180, UTF-8 with a byte order mark, "
  "commas, every cell in quotation marks, CRLF at the end of each row. The headings are the names "
  "of the fields. csv-metadata.json describes the tables as CSV on the Web (W3C).",
  "In columns of text and long text a spreadsheet must not take a cell for a formula. So a text "
  "that begins with =, +, -, @, TAB, CR, LF, or U+FF1D, U+FF0B, U+FF0D, U+FF20, also behind "
  "apostrophes, has one more apostrophe in front of it. To read it: where a cell begins with one "
  "or "
  "more apostrophes and then one of these characters, take the first apostrophe away.",
  NULL,
};

static const char *const views[] = {
  "data/fhir/ holds the same as HL7 FHIR R4 (4.0.1), a Bundle of type collection, with the ids of "
  "record.xml. FHIR has no place for some of it; record.xml decides.",
  "data/record.html, data/record.pdf and data/notice/ are for people. data/attachments/ holds files "
  "as they were stored, named by the id of the stored file and the type that was found in it.",
  NULL,
};

static void
add_types (CabTextOut *out)
{
  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "Types of value");
  cab_text_out_add (out, "<table>\n<caption>How values are written</caption>\n<thead><tr><th "
                         "scope=\"col\">Type</th><th scope=\"col\">Written as</th></tr></thead>\n"
                         "<tbody>\n");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (i == CAB_FIELD_BYTES)
        continue;
      cab_text_out_add (out, "<tr><th scope=\"row\">");
      cab_text_out_add_html (out, types[i].name);
      cab_text_out_add (out, "</th><td>");
      cab_text_out_add_html (out, types[i].outside);
      cab_text_out_add (out, "</td></tr>\n");
    }
  cab_text_out_add (out, "</tbody>\n</table>\n</section>\n");
}

static void
add_type (CabTextOut *out, const CabField *field)
{
  const char *target = field->type == CAB_FIELD_BLOB_REF ? cab_blob_kind.name : field->target;

  cab_text_out_add_html (out, types[field->type].name);
  if (target != NULL)
    cab_text_out_add_format (out, " to <a href=\"#%s\">%s</a>", target, target);
  if (field->codes != NULL)
    cab_text_out_add_format (out, " of <a href=\"#list-%s\">%s</a>", field->codes->name,
                             field->codes->name);
  if (field->type == CAB_FIELD_TEXT)
    cab_text_out_add_format (out, ", at most %" G_GINT64_FORMAT " characters",
                             field->maximum == 0 ? 200 : field->maximum);
  if (field->type == CAB_FIELD_INTEGER && (field->minimum != 0 || field->maximum != 0))
    cab_text_out_add_format (out, ", %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, field->minimum,
                             field->maximum);
}

static void
add_field (CabTextOut *out, const CabField *field)
{
  static const char *const rights[] = {
    [CAB_RIGHT_UNSET] = "",
    [CAB_RIGHT_PROVIDED] = "provided",
    [CAB_RIGHT_OBSERVED] = "observed",
    [CAB_RIGHT_AUTHORED] = "authored",
    [CAB_RIGHT_DERIVED] = "derived",
    [CAB_RIGHT_RECEIVED] = "received",
  };

  if ((field->flags & CAB_FLAG_INTERNAL) != 0)
    return;

  cab_text_out_add_format (out, "<tr><th scope=\"row\"><code>%s</code></th><td>", field->name);
  add_type (out, field);
  cab_text_out_add_format (out, "</td><td>%s</td><td>%s</td><td>",
                           field->required == CAB_REQUIRED_YES ? "always" : "may be missing",
                           rights[field->right]);
  cab_text_out_add_html (out, field->label);
  cab_text_out_add (out, ". ");
  cab_text_out_add_html (out, field->why);
  cab_text_out_add (out, "</td></tr>\n");
}

static void
add_fields (CabTextOut *out, const char *caption, const CabField *fields, guint n_fields)
{
  cab_text_out_add (out, "<table>\n<caption>");
  cab_text_out_add_html (out, caption);
  cab_text_out_add (out, "</caption>\n<thead><tr><th scope=\"col\">Field</th><th "
                         "scope=\"col\">Type</th><th scope=\"col\">There</th><th "
                         "scope=\"col\">Comes from</th><th scope=\"col\">What it is, and why it "
                         "is held</th></tr></thead>\n<tbody>\n");
  for (guint i = 0; i < n_fields; i++)
    add_field (out, &fields[i]);
  cab_text_out_add (out, "</tbody>\n</table>\n");
}

static void
add_kind (CabTextOut *out, const CabKind *kind)
{
  cab_text_out_add_format (out, "<section id=\"%s\">\n<h3><code>%s</code>: ", kind->name,
                           kind->name);
  cab_text_out_add_html (out, kind->label);
  cab_text_out_add_format (out,
                           "</h3>\n<p>List <code>&lt;%s&gt;</code>, table "
                           "<code>%s.csv</code>. In the bundles: ",
                           kind->plural, kind->plural);
  for (guint p = 0, n = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      if (cab_bundle_takes_kind ((CabBundleProfile)p, kind))
        cab_text_out_add_format (out, "%s%s", n++ > 0 ? ", " : "",
                                 cab_bundle_profile_get_rules ((CabBundleProfile)p)->name);
    }
  cab_text_out_add (out, ".</p>\n");
  add_fields (out, kind->label_plural, kind->fields, kind->n_fields);
  cab_text_out_add (out, "</section>\n");
}

static void
add_kinds (CabTextOut *out)
{
  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "Kinds of record");
  cab_html_add_element (out, "p",
                        "Every record but an activity begins with these fields, the id "
                        "as an attribute:");
  add_fields (out, "Fields of every record", cab_system_fields, CAB_N_SYSTEM_FIELDS);
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (!cab_kinds[i]->internal)
        add_kind (out, cab_kinds[i]);
    }
  cab_text_out_add (out, "</section>\n");
}

static void
add_list (CabTextOut *out, const CabCodes *codes)
{
  cab_text_out_add_format (out, "<h3 id=\"list-%s\"><code>%s</code></h3>\n<dl>\n", codes->name,
                           codes->name);
  for (gsize i = 0; i < codes->n_codes; i++)
    {
      cab_text_out_add_format (out, "<dt><code>%s</code></dt><dd>", codes->codes[i].code);
      cab_text_out_add_html (out, codes->codes[i].label);
      cab_text_out_add (out, "</dd>\n");
    }
  cab_text_out_add (out, "</dl>\n");
}

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const CabCodes *const *)a)->name, (*(const CabCodes *const *)b)->name);
}

static void
add_lists (CabTextOut *out)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      for (guint i = 0; i < cab_kind_get_n_fields (cab_kinds[k]); i++)
        {
          const CabCodes *codes = cab_kind_get_field (cab_kinds[k], i)->codes;

          if (codes != NULL && !g_ptr_array_find (lists, codes, NULL))
            g_ptr_array_add (lists, (gpointer)codes);
        }
    }
  g_ptr_array_sort (lists, compare_lists);

  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "Lists of codes");
  for (guint i = 0; i < lists->len; i++)
    add_list (out, g_ptr_array_index (lists, i));
  cab_text_out_add (out, "</section>\n");
}

static void
add_profiles (CabTextOut *out)
{
  cab_text_out_add (out, "<section>\n");
  cab_html_add_element (out, "h2", "What a bundle is for");
  cab_text_out_add (out, "<dl>\n");
  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      const CabBundleRules *rules = cab_bundle_profile_get_rules ((CabBundleProfile)p);

      cab_text_out_add_format (out, "<dt><code>%s</code></dt><dd>%s. Root: &lt;%s&gt;.</dd>\n",
                               rules->name, rules->description, rules->root);
    }
  cab_text_out_add (out, "</dl>\n</section>\n");
}

gboolean
cab_format_write (GOutputStream *stream, GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);

  cab_html_begin (out, "The format of a Cabinet bundle", "The format of a Cabinet bundle");
  cab_html_add_element (out, "p", "Format " CAB_RECORD_FORMAT ".");
  cab_text_out_add (out, "</header>\n<main>\n");
  add_profiles (out);
  add_paragraphs (out, "The folder", container);
  add_paragraphs (out, "The record", record);
  add_paragraphs (out, "Tables", tables);
  add_paragraphs (out, "Views", views);
  add_types (out);
  add_kinds (out);
  add_lists (out);
  cab_text_out_add (out, "</main>\n");
  cab_html_end (out);

  return cab_text_out_flush (out, error);
}
