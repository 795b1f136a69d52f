/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-schema.h"

#include "cab-bundle-import.h"
#include "cab-export-error.h"
#include "cab-kind.h"
#include "cab-xml-reader.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "cab-test-tool.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathContext, xmlXPathFreeContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathObject, xmlXPathFreeObject)

static xmlDoc *
parse_schema (void)
{
  g_autoptr (GBytes) bytes = cab_schema_get_bytes (CAB_SCHEMA_RECORD);
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes),
                                    "record.xsd", NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  return document;
}

static xmlXPathContext *
new_context (xmlDoc *document)
{
  xmlXPathContext *context = xmlXPathNewContext (document);

  xmlXPathRegisterNs (context, BAD_CAST "xs", BAD_CAST "http://www.w3.org/2001/XMLSchema");
  return context;
}

/* The attributes that an XPath finds, in document order, with spaces between. */
static char *dup_found (xmlXPathContext *context, const char *format, ...) G_GNUC_PRINTF (2, 3);

static char *
dup_found (xmlXPathContext *context, const char *format, ...)
{
  g_autoptr (xmlXPathObject) found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  va_list args;

  va_start (args, format);
  path = g_strdup_vprintf (format, args);
  va_end (args);

  found = xmlXPathEvalExpression (BAD_CAST path, context);
  g_assert_nonnull (found);
  for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++)
    {
      xmlChar *content = xmlNodeGetContent (found->nodesetval->nodeTab[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *)content);
      xmlFree (content);
    }

  return g_strdup (text->str);
}

static char *
dup_number_name (gint64 number)
{
  return number < 0 ? g_strdup_printf ("minus-%" G_GINT64_FORMAT, -number)
                    : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
dup_integer_type (const CabField *field)
{
  g_autofree char *least = dup_number_name (field->minimum);
  g_autofree char *most = dup_number_name (field->maximum);

  if (field->minimum == 0 && field->maximum == 0)
    return g_strdup ("integer");

  return field->maximum == G_MAXINT64 ? g_strdup_printf ("integer-from-%s", least)
                                      : g_strdup_printf ("integer-%s-to-%s", least, most);
}

/* The type that a field of the table has in the schema. */
static char *
dup_type (const CabKind *kind, const CabField *field)
{
  static const char *const plain[CAB_N_FIELD_TYPES] = {
    [CAB_FIELD_LONGTEXT] = "longtext",
    [CAB_FIELD_DATE] = "date",
    [CAB_FIELD_PARTIAL_DATE] = "partial-date",
    [CAB_FIELD_INSTANT] = "instant",
    [CAB_FIELD_LOCAL] = "local",
    [CAB_FIELD_ZONE] = "zone",
    [CAB_FIELD_TIME] = "time",
    [CAB_FIELD_BOOL] = "boolean",
    [CAB_FIELD_MONEY] = "integer",
    [CAB_FIELD_REF] = "record-id",
    [CAB_FIELD_BLOB_REF] = "file",
    [CAB_FIELD_DIGEST] = "digest",
  };

  /* The one field that is a document of its own. */
  if (kind == &cab_bundle_import_kind && field->type == CAB_FIELD_BLOB_REF)
    return g_strdup ("received-journal");
  if (plain[field->type] != NULL)
    return g_strdup (plain[field->type]);

  switch (field->type)
    {
    case CAB_FIELD_TEXT:
      return field->minimum == 36 ? g_strdup ("record-id")
                                  : g_strdup_printf ("text-%" G_GINT64_FORMAT,
                                                     field->maximum == 0 ? 200 : field->maximum);
    case CAB_FIELD_INTEGER:
      return dup_integer_type (field);
    case CAB_FIELD_DECIMAL:
      return g_strdup_printf ("decimal-%u", field->scale);
    case CAB_FIELD_CODE:
      return g_strconcat (field->codes->name, "-code", NULL);
    default:
      g_assert_cmpint (field->type, ==, CAB_FIELD_CODES);
      return g_strconcat (field->codes->name, "-codes", NULL);
    }
}

/* One line of `name type required` for each field that is written. */
static char *
dup_expected (const CabKind *kind, guint from, guint to)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);
      g_autofree char *type = NULL;

      if ((field->flags & CAB_FLAG_INTERNAL) != 0 || i == CAB_SYSTEM_ID
          || i == CAB_SYSTEM_EXTENSION)
        continue;
      type = dup_type (kind, field);
      g_string_append_printf (text, "%s %s%s\n", field->name, type,
                              field->required == CAB_REQUIRED_YES ? " required" : "");
    }

  return g_strdup (text->str);
}

static char *
dup_declared (xmlXPathContext *context, const char *parent)
{
  g_autofree char *names
      = dup_found (context, "%s/xs:sequence/xs:element[@name != 'ext']/@name", parent);
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    {
      g_autofree char *type
          = dup_found (context, "%s/xs:sequence/xs:element[@name='%s']/@type", parent, list[i]);
      g_autofree char *optional = dup_found (
          context, "%s/xs:sequence/xs:element[@name='%s']/@minOccurs", parent, list[i]);

      g_string_append_printf (text, "%s %s%s\n", list[i], type,
                              strcmp (optional, "0") == 0 ? "" : " required");
    }

  return g_strdup (text->str);
}

/* [B-22] the schema equals the field tables: element, order, type, minOccurs */
static void
test_schema_equals_tables (void)
{
  g_autoptr (xmlDoc) document = parse_schema ();
  g_autoptr (xmlXPathContext) context = new_context (document);
  g_autofree char *system = dup_declared (context, "//xs:group[@name='system-fields']");
  g_autofree char *system_table = dup_expected (cab_kinds[0], 0, CAB_N_SYSTEM_FIELDS);

  g_assert_cmpstr (system, ==, system_table);
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      g_autofree char *type = g_strdup_printf ("//xs:complexType[@name='%s-type']", kind->name);
      g_autofree char *group = NULL;
      g_autofree char *declared = NULL;
      g_autofree char *expected = NULL;

      if (kind->internal)
        continue;
      declared = dup_declared (context, type);
      expected = dup_expected (kind, CAB_N_SYSTEM_FIELDS, cab_kind_get_n_fields (kind));
      if (strcmp (declared, expected) != 0)
        g_error ("%s is\n%sand should be\n%s", kind->name, declared, expected);
      group = dup_found (context, "%s/xs:sequence/xs:group/@ref", type);
      g_assert_cmpstr (group, ==, kind->without_system_fields ? "" : "system-fields");
    }
}

static void
assert_codes (xmlXPathContext *context, const CabCodes *codes)
{
  g_autofree char *declared
      = dup_found (context, "//xs:simpleType[@name='%s-code']//xs:enumeration/@value", codes->name);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (gsize i = 0; i < codes->n_codes; i++)
    g_string_append_printf (expected, "%s%s", i > 0 ? " " : "", codes->codes[i].code);
  if (strcmp (declared, expected->str) != 0)
    g_error ("%s is “%s”", codes->name, declared);
}

static void
assert_bounds (xmlXPathContext *context, const CabKind *kind, const CabField *field)
{
  g_autofree char *type = dup_type (kind, field);
  g_autofree char *facets
      = dup_found (context,
                   "//xs:simpleType[@name='%s']//*[self::xs:maxLength or self::xs:minInclusive or "
                   "self::xs:maxInclusive]/@value",
                   type);
  g_autofree char *expected = NULL;

  if (field->type == CAB_FIELD_TEXT && field->minimum == 0)
    expected = g_strdup_printf ("%" G_GINT64_FORMAT, field->maximum == 0 ? 200 : field->maximum);
  else if (field->type == CAB_FIELD_INTEGER && (field->minimum != 0 || field->maximum != 0))
    expected = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, field->minimum,
                                field->maximum);
  else
    return;
  if (strcmp (facets, expected) != 0)
    g_error ("%s.%s: %s has %s", kind->name, field->name, type, facets);
}

/* [B-22] code lists and ranges of the schema are those of the tables */
static void
test_schema_has_codes_and_ranges (void)
{
  g_autoptr (xmlDoc) document = parse_schema ();
  g_autoptr (xmlXPathContext) context = new_context (document);

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      for (guint i = 0; !cab_kinds[k]->internal && i < cab_kind_get_n_fields (cab_kinds[k]); i++)
        {
          const CabField *field = cab_kind_get_field (cab_kinds[k], i);

          if ((field->flags & CAB_FLAG_INTERNAL) != 0)
            continue;
          if (field->codes != NULL)
            assert_codes (context, field->codes);
          assert_bounds (context, cab_kinds[k], field);
        }
    }
}

/* [B-22] every kind has a key, every reference a keyref to the right one */
static void
test_schema_has_keys_and_references (void)
{
  g_autoptr (xmlDoc) document = parse_schema ();
  g_autoptr (xmlXPathContext) context = new_context (document);

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      g_autofree char *selector = g_strdup_printf ("r:%s/r:%s", kind->plural, kind->name);
      g_autofree char *key = NULL;

      /* Imports are in the journal, whose references lead into another file. */
      if (kind->internal || kind == &cab_bundle_import_kind)
        continue;
      key = dup_found (context, "//xs:key[@name='%s-id']/xs:selector/@xpath", kind->name);
      g_assert_cmpstr (key, ==, kind->without_system_fields ? "" : selector);

      for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
        {
          const CabField *field = cab_kind_get_field (kind, i);
          const char *target = field->type == CAB_FIELD_BLOB_REF ? "blob" : field->target;
          g_autofree char *expected = target == NULL ? NULL : g_strconcat (target, "-id", NULL);
          g_autofree char *refer = NULL;

          if (target == NULL || !cab_kind_has_field (kind, i))
            continue;
          refer = dup_found (context,
                             "//xs:keyref[@name='%s.%s'][xs:selector/@xpath='%s']"
                             "[xs:field/@xpath='r:%s']/@refer",
                             kind->name, field->name, selector, field->name);
          if (strcmp (refer, expected) != 0)
            g_error ("%s.%s refers to “%s”", kind->name, field->name, refer);
        }
    }
}

/* [B-22] the schema of extracts is what the rule makes of the other */
static void
test_extract_schema_is_made_again (void)
{
  g_autofree char *program = cab_test_dup_source_path ("build-aux/extract-schema");
  g_autofree char *source = cab_test_dup_source_path ("data/schema/cabinet-record-1.xsd");
  g_autofree char *made = NULL;
  g_autoptr (GBytes) bytes = cab_schema_get_bytes (CAB_SCHEMA_EXTRACT);
  g_autofree char *shipped = NULL;

  if (!cab_test_has_tool ("python3"))
    return;

  g_assert_cmpint (cab_test_run_tool (NULL, &made, "python3", program, source, NULL), ==, 0);
  shipped = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (made, ==, shipped);
}

#define ID(n) "00000000-0000-4000-8000-00000000000" #n
#define ROOT "<extract xmlns='urn:cabinet:record:1' format='1.0' profile='access' partial='true'>"
#define WORD(id, rest)                                                                             \
  "<emotion-words><emotion-word id='" id "'>" rest "</emotion-word></emotion-words>"

/* [B-22] [B-78] what the schema refuses is refused with file and line */
static void
test_validation_names_the_line (void)
{
  static const struct
  {
    const char *name;
    const char *document;
    int code; /* -1 for valid */
    const char *place;
  } cases[] = {
    { "empty", ROOT "</extract>", -1, NULL },
    { "word", ROOT WORD (ID (1), "<word>calm</word>") "</extract>", -1, NULL },
    { "later-minor",
      "<extract xmlns='urn:cabinet:record:1' format='1.7' profile='access' "
      "partial='true'/>",
      -1, NULL },
    { "ext", ROOT WORD (ID (1), "<word>calm</word><ext><a xmlns='urn:x'>1</a></ext>") "</extract>",
      -1, NULL },
    { "withheld",
      ROOT
      "<notes><note id='" ID (1) "'><next_time xml:space='preserve'>a <withheld "
                                 "ground='third-party'/> b</next_time></note></notes></extract>",
      -1, NULL },
    { "unknown-element", ROOT "\n" WORD (ID (1), "<colour>red</colour>") "</extract>",
      CAB_EXPORT_ERROR_XML_INVALID, "record.xml, line 2" },
    { "wrong-order", ROOT WORD (ID (1), "<tone>mixed</tone><word>x</word>") "</extract>",
      CAB_EXPORT_ERROR_XML_INVALID, "record.xml, line 1" },
    { "wrong-code", ROOT "\n\n" WORD (ID (1), "<tone>happy</tone>") "</extract>",
      CAB_EXPORT_ERROR_XML_INVALID, "record.xml, line 3" },
    { "id-twice",
      ROOT "<emotion-words><emotion-word id='" ID (1) "'/><emotion-word id='" ID (
          1) "'/></emotion-words></extract>",
      CAB_EXPORT_ERROR_XML_DUPLICATE_ID, "‘" ID (1) "’ stands there twice" },
    { "dangling", ROOT WORD (ID (1), "<created_by_id>" ID (2) "</created_by_id>") "</extract>",
      CAB_EXPORT_ERROR_XML_DANGLING_REF, "record.xml" },
    { "other-major", "<extract xmlns='urn:cabinet:record:2'/>", CAB_EXPORT_ERROR_XML_NEWER_MAJOR,
      "(format 2)" },
    { "cut", ROOT, CAB_EXPORT_ERROR_XML_MALFORMED, "record.xml" },
    { "nothing", "", CAB_EXPORT_ERROR_XML_MALFORMED, "record.xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (
          cases[i].document, (gssize)strlen (cases[i].document), NULL);
      g_autoptr (GError) error = NULL;
      g_auto (CabXmlFacts) facts = { 0 };
      gboolean valid
          = cab_xml_check (stream, "record.xml", CAB_SCHEMA_CHECK_ALL, &facts, NULL, &error);

      g_test_message ("%s: %s", cases[i].name, error == NULL ? "valid" : error->message);
      g_assert_cmpint (valid, ==, cases[i].code < 0);
      if (cases[i].code < 0)
        continue;
      g_assert_error (error, CAB_EXPORT_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].place));
      g_assert_null (strstr (error->message, "happy"));
    }
}

#define TEN(text) text text text text text text text text text text
#define SEVENTY(text) TEN (text) TEN (text) TEN (text) TEN (text) TEN (text) TEN (text) TEN (text)

/* As xml_check says of ROOT, what stands between, and the end of it. */
static int
get_fault (CabSchemaCheck check,
           const char *head,
           const char *middle,
           gsize times,
           const char *tail)
{
  GString *document = g_string_new (head);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (CabXmlFacts) facts = { 0 };
  gboolean valid;

  for (gsize i = 0; i < times; i++)
    g_string_append (document, middle);
  g_string_append (document, tail);
  stream = g_memory_input_stream_new_from_data (document->str, (gssize)document->len, NULL);
  valid = cab_xml_check (stream, "record.xml", check, &facts, NULL, &error);
  g_string_free (document, TRUE);

  if (valid)
    return -1;
  g_assert_true (error->domain == CAB_EXPORT_ERROR);
  return error->code;
}

/* [B-28] [B-78] one parser with one set of limits, however much of the schema is
 * asked: what we made ourselves is read as strictly as what a stranger sends */
static void
test_limits_hold_for_each_check (void)
{
  static const struct
  {
    const char *name, *head, *middle, *tail;
    gsize times;
    int all, shape;
  } cases[] = {
    { "dangling", ROOT WORD (ID (1), "<created_by_id>" ID (2) "</created_by_id>"), "", "</extract>",
      0, CAB_EXPORT_ERROR_XML_DANGLING_REF, -1 },
    { "doctype", "<!DOCTYPE a [<!ENTITY b 'c'>]>" ROOT, "", "</extract>", 0,
      CAB_EXPORT_ERROR_XML_DOCTYPE, CAB_EXPORT_ERROR_XML_DOCTYPE },
    { "utf-16", "\xff\xfe<", "", ROOT, 0, CAB_EXPORT_ERROR_XML_ENCODING,
      CAB_EXPORT_ERROR_XML_ENCODING },
    { "not-utf-8", ROOT "\xc0\x80", "", "</extract>", 0, CAB_EXPORT_ERROR_XML_UTF8,
      CAB_EXPORT_ERROR_XML_UTF8 },
    { "instruction", ROOT "<?a b?>", "", "</extract>", 0, CAB_EXPORT_ERROR_XML_PI,
      CAB_EXPORT_ERROR_XML_PI },
    { "deep", ROOT "<notes><note id='" ID (1) "'><ext><d xmlns='urn:x'>" SEVENTY ("<d>"), "",
      SEVENTY ("</d>") "</d></ext></note></notes></extract>", 0, CAB_EXPORT_ERROR_XML_TOO_DEEP,
      CAB_EXPORT_ERROR_XML_TOO_DEEP },
    { "text-of-4-MiB", ROOT "<notes><note id='" ID (1) "'><next_time xml:space='preserve'>",
      "0123456789abcdef", "</next_time></note></notes></extract>", 4 * 1024 * 1024 / 16, -1, -1 },
    { "long-text", ROOT "<notes><note id='" ID (1) "'><next_time xml:space='preserve'>",
      "0123456789abcdef", "x</next_time></note></notes></extract>", 4 * 1024 * 1024 / 16,
      CAB_EXPORT_ERROR_XML_LONG_TEXT, CAB_EXPORT_ERROR_XML_LONG_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (get_fault (CAB_SCHEMA_CHECK_ALL, cases[i].head, cases[i].middle,
                                  cases[i].times, cases[i].tail),
                       ==, cases[i].all);
      g_assert_cmpint (get_fault (CAB_SCHEMA_CHECK_SHAPE, cases[i].head, cases[i].middle,
                                  cases[i].times, cases[i].tail),
                       ==, cases[i].shape);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/equals-tables", test_schema_equals_tables);
  g_test_add_func ("/schema/has-codes-and-ranges", test_schema_has_codes_and_ranges);
  g_test_add_func ("/schema/has-keys-and-references", test_schema_has_keys_and_references);
  g_test_add_func ("/schema/extract-is-made-again", test_extract_schema_is_made_again);
  g_test_add_func ("/schema/validation-names-the-line", test_validation_names_the_line);

  g_test_add_func ("/schema/limits-hold-for-each-check", test_limits_hold_for_each_check);

  return g_test_run ();
}
