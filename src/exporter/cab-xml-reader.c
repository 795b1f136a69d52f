/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-xml-reader.h"

#include "cab-export-error.h"
#include "cab-ids.h"
#include "cab-xml-input.h"
#include "cab-xml-schema.h"
#include "cab-xml-writer.h"

#include <glib/gi18n.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#define DEPTH_MAXIMUM 64
/* 4 MiB, as the schema says it too */
#define TEXT_MAXIMUM 4194304
/* A practice that moved brings the journal of the one before inside its own, four
 * levels deeper; libxml2 itself stops at 256. */
#define JOURNAL_DEPTH_MAXIMUM 240
#define EXTENSION_MAXIMUM (64 * 1024)
#define EXTENSIONS_MAXIMUM (16 * 1024 * 1024)
#define XINCLUDE_NAMESPACE "http://www.w3.org/2001/XInclude"
#define NAMESPACE_STEM "urn:cabinet:record:"

/* Depths of the reader: root 0, list 1, record 2, field 3, its text 4. */
enum
{
  DEPTH_ROOT,
  DEPTH_LIST,
  DEPTH_RECORD,
  DEPTH_FIELD
};

typedef struct
{
  /* Borrowed */
  const char *name;
  CabSchemaCheck check;
  CabXmlFacts *facts;
  CabXmlRecordFunc func;
  gpointer data;
  GCancellable *cancellable;

  /* Owned */
  xmlTextReaderPtr reader;
  CabXmlInput *input;
  xmlSchemaValidCtxtPtr validator;
  CabRecord *record;
  char **files;
  GString *text;

  /* State */
  const CabKind *kind;
  int field;
  gboolean in_extension; /* of the root */
  guint64 line;
  gsize extension_bytes;
  /* The first fault that libxml2 told of */
  CabExportError fault;
  guint64 fault_line;
  char *fault_message;
} Reading;

void
cab_xml_facts_clear (CabXmlFacts *self)
{
  g_clear_pointer (&self->root, g_free);
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->extension, g_free);
}

static CabExportError
get_parser_fault (int code)
{
  switch (code)
    {
    case XML_ERR_INVALID_ENCODING:
      return CAB_EXPORT_ERROR_XML_UTF8;
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      return CAB_EXPORT_ERROR_XML_CHAR;
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      return CAB_EXPORT_ERROR_XML_ENCODING;
    default:
      return CAB_EXPORT_ERROR_XML_MALFORMED;
    }
}

/* "…record', attribute 'format': … The value '2.0' is not accepted": the number,
 * when it is one of a later format. */
static const char *
find_newer_format (const char *message)
{
  const char *value
      = strstr (message, "attribute 'format'") == NULL ? NULL : strstr (message, "The value '");

  value = value == NULL ? NULL : value + strlen ("The value '");
  return value != NULL && g_ascii_strtoull (value, NULL, 10) > 1 ? value : NULL;
}

/* The validator runs ahead of the reader, so what it calls unknown is named here
 * by its namespace. */
static CabExportError
get_schema_fault (const xmlError *fault)
{
  const char *message = fault->message != NULL ? fault->message : "";

  if (fault->code == XML_SCHEMAV_CVC_IDC)
    return strstr (message, "keyref") != NULL ? CAB_EXPORT_ERROR_XML_DANGLING_REF
                                              : CAB_EXPORT_ERROR_XML_DUPLICATE_ID;
  if (strstr (message, "'{" XINCLUDE_NAMESPACE "}") != NULL)
    return CAB_EXPORT_ERROR_XML_XINCLUDE;
  if (fault->code == XML_SCHEMAV_CVC_MAXLENGTH_VALID
      && strstr (message, "'" G_STRINGIFY (TEXT_MAXIMUM) "'") != NULL)
    return CAB_EXPORT_ERROR_XML_LONG_TEXT;
  if (find_newer_format (message) != NULL)
    return CAB_EXPORT_ERROR_XML_NEWER_MAJOR;
  if (strstr (message, "date'") != NULL)
    return CAB_EXPORT_ERROR_DATA_DATE;
  if (fault->code != XML_SCHEMAV_CVC_ELT_1)
    return CAB_EXPORT_ERROR_XML_INVALID;
  if (strstr (message, "'{" CAB_RECORD_NAMESPACE "}") != NULL)
    return CAB_EXPORT_ERROR_XML_INVALID;

  return strstr (message, "'{" NAMESPACE_STEM) != NULL ? CAB_EXPORT_ERROR_XML_NEWER_MAJOR
                                                       : CAB_EXPORT_ERROR_XML_NAMESPACE;
}

/* libxml2 goes on after a fault; the first is the one to name. */
static void
on_fault_cb (void *data, xmlErrorPtr fault)
{
  Reading *reading = data;

  if (reading->fault_message != NULL || fault->level == XML_ERR_WARNING)
    return;

  reading->fault = fault->domain == XML_FROM_SCHEMASV ? get_schema_fault (fault)
                                                      : get_parser_fault (fault->code);
  reading->fault_line = fault->line > 0 ? (guint64)fault->line : 0;
  reading->fault_message = g_strdup (fault->message != NULL ? fault->message : "");
}

/* The parser reads ahead of the node that is looked at; libxml2 counts the lines
 * of nodes in 16 bits. */
static guint64
get_line (const Reading *reading)
{
  xmlNode *node = xmlTextReaderCurrentNode (reading->reader);
  long line = node == NULL ? 0 : xmlGetLineNo (node);

  if (line <= 0 || line >= G_MAXUINT16)
    line = xmlTextReaderGetParserLineNumber (reading->reader);

  return (guint64)MAX (0, line);
}

static gboolean
refuse (Reading *reading, CabExportError code, const char *what, GError **error)
{
  return cab_export_error_set (error, code, reading->name, get_line (reading), what);
}

/* "Element '{urn:…}status': [facet 'enumeration'] The value …": only the names
 * of element and rule are ours to show, never what stood in it. */
static char *
dup_fault_place (const char *message)
{
  const char *start = strchr (message, '}');
  const char *end = start == NULL ? NULL : strchr (start, '\'');

  return end == NULL ? NULL : g_strndup (start + 1, (gsize)(end - start - 1));
}

/* "{urn:cabinet:record:2}record": what stands behind the stem, or the attribute. */
static char *
dup_fault_major (const char *message)
{
  const char *newer = find_newer_format (message);
  const char *stem = strstr (message, NAMESPACE_STEM);
  const char *major = newer != NULL ? newer : stem == NULL ? "" : stem + strlen (NAMESPACE_STEM);

  return g_strndup (major, strspn (major, "0123456789"));
}

/* "Duplicate key-sequence ['…']": an id says nothing of a person; whatever else
 * has to be unique is named by its element. */
static char *
dup_fault_key (const char *message)
{
  const char *start = strstr (message, "['");
  g_autofree char *id = start == NULL ? NULL : g_strndup (start + 2, strcspn (start + 2, "'"));

  return id != NULL && cab_ids_is_id (id) ? g_steal_pointer (&id) : dup_fault_place (message);
}

static char *
dup_fault_what (const Reading *reading)
{
  switch ((int)reading->fault)
    {
    case CAB_EXPORT_ERROR_XML_NEWER_MAJOR:
      return dup_fault_major (reading->fault_message);
    case CAB_EXPORT_ERROR_XML_DUPLICATE_ID:
      return dup_fault_key (reading->fault_message);
    default:
      return dup_fault_place (reading->fault_message);
    }
}

static gboolean
report_fault (Reading *reading, GError **error)
{
  g_autofree char *what = NULL;

  if (cab_xml_input_get_error (reading->input) != NULL)
    {
      g_propagate_error (error, g_error_copy (cab_xml_input_get_error (reading->input)));
      return FALSE;
    }
  /* The validator stands between the parser and our handler, and hands on no
   * fault of the parser's: the thread's last one is it. */
  if (reading->fault_message == NULL)
    {
      const xmlError *last = xmlGetLastError ();

      return cab_export_error_set (
          error, last == NULL ? CAB_EXPORT_ERROR_XML_MALFORMED : get_parser_fault (last->code),
          reading->name, last != NULL && last->line > 0 ? (guint64)last->line : 1, NULL);
    }

  what = dup_fault_what (reading);
  return cab_export_error_set (error, reading->fault, reading->name, reading->fault_line, what);
}

static gboolean
read_format (Reading *reading, GError **error)
{
  g_autofree char *format
      = (char *)xmlTextReaderGetAttribute (reading->reader, (const xmlChar *)"format");
  guint64 minor = 0;

  if (format == NULL || !g_str_has_prefix (format, "1.")
      || !g_ascii_string_to_unsigned (format + 2, 10, 0, G_MAXUINT16, &minor, NULL))
    return refuse (reading, CAB_EXPORT_ERROR_XML_NEWER_MAJOR, format, error);

  reading->facts->minor = (guint)minor;
  return TRUE;
}

static gboolean
read_root (Reading *reading, GError **error)
{
  const char *root = (const char *)xmlTextReaderConstLocalName (reading->reader);

  reading->facts->root = g_strdup (root);
  reading->facts->profile
      = (char *)xmlTextReaderGetAttribute (reading->reader, (const xmlChar *)"profile");
  return read_format (reading, error);
}

static void
forget_record (Reading *reading)
{
  guint n = reading->kind == NULL ? 0 : cab_kind_get_n_fields (reading->kind);

  for (guint i = 0; reading->files != NULL && i < n; i++)
    g_free (reading->files[i]);
  g_clear_pointer (&reading->files, g_free);
  g_clear_object (&reading->record);
}

static gboolean
begin_record (Reading *reading, GError **error)
{
  const char *name = (const char *)xmlTextReaderConstLocalName (reading->reader);
  g_autofree char *id = NULL;

  reading->kind = cab_kind_find (name);
  if (reading->kind == NULL)
    return refuse (reading, CAB_EXPORT_ERROR_XML_INVALID, name, error);

  reading->line = get_line (reading);
  reading->record = cab_record_new (reading->kind);
  reading->files = g_new0 (char *, cab_kind_get_n_fields (reading->kind));
  id = (char *)xmlTextReaderGetAttribute (reading->reader, (const xmlChar *)"id");
  if (id != NULL)
    cab_record_set_text (reading->record, CAB_SYSTEM_ID, id);

  return TRUE;
}

static gboolean
read_extension (Reading *reading, GError **error)
{
  g_autofree char *inner = (char *)xmlTextReaderReadInnerXml (reading->reader);
  gsize length = inner == NULL ? 0 : strlen (inner);

  reading->extension_bytes += length;
  if (length > EXTENSION_MAXIMUM || reading->extension_bytes > EXTENSIONS_MAXIMUM)
    return refuse (reading, CAB_EXPORT_ERROR_XML_EXT_LARGE, NULL, error);

  if (reading->record != NULL)
    {
      cab_record_set_text (reading->record, CAB_SYSTEM_EXTENSION, inner);
      reading->facts->n_extended++;
    }
  else if (reading->in_extension)
    {
      g_set_str (&reading->facts->extension, inner);
      reading->facts->n_extended++;
    }
  return TRUE;
}

/* The last child of the root may be an extension; what is in it are no records. */
static gboolean
begin_list (Reading *reading, gboolean has_content, GError **error)
{
  const char *name = (const char *)xmlTextReaderConstLocalName (reading->reader);

  reading->in_extension = has_content && strcmp (name, "ext") == 0;
  return !reading->in_extension || read_extension (reading, error);
}

static gboolean
begin_field (Reading *reading, GError **error)
{
  const char *name = (const char *)xmlTextReaderConstLocalName (reading->reader);

  g_string_truncate (reading->text, 0);
  reading->field = -1;
  if (strcmp (name, "ext") == 0)
    return read_extension (reading, error);

  reading->field = cab_kind_find_field (reading->kind, name);
  if (reading->field < 0)
    return refuse (reading, CAB_EXPORT_ERROR_XML_INVALID, name, error);

  reading->files[reading->field]
      = (char *)xmlTextReaderGetAttribute (reading->reader, (const xmlChar *)"file");
  return TRUE;
}

static gboolean
end_field (Reading *reading, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  int field = reading->field;

  reading->field = -1;
  if (field < 0)
    return TRUE;
  if (cab_record_parse (reading->record, (guint)field, reading->text->str, &refusal))
    return TRUE;

  return cab_export_error_set (
      error,
      cab_kind_get_field (reading->kind, (guint)field)->type == CAB_FIELD_DATE
              || cab_kind_get_field (reading->kind, (guint)field)->type == CAB_FIELD_PARTIAL_DATE
          ? CAB_EXPORT_ERROR_DATA_DATE
          : CAB_EXPORT_ERROR_XML_INVALID,
      reading->name, get_line (reading), cab_kind_get_field (reading->kind, (guint)field)->name);
}

static gboolean
end_record (Reading *reading, GError **error)
{
  const CabXmlPlace place = { reading->line, (const char *const *)reading->files };
  gboolean taken
      = reading->func == NULL || reading->func (reading->record, &place, reading->data, error);

  forget_record (reading);
  return taken && !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

static gboolean
add_text (Reading *reading, GError **error)
{
  const char *value = (const char *)xmlTextReaderConstValue (reading->reader);
  gsize length = value == NULL ? 0 : strlen (value);

  if (reading->field >= 0 && value != NULL)
    g_string_append_len (reading->text, value, (gssize)length);
  return MAX (length, reading->text->len) <= TEXT_MAXIMUM
         || refuse (reading, CAB_EXPORT_ERROR_XML_LONG_TEXT, NULL, error);
}

static gboolean
take_element (Reading *reading, int depth, GError **error)
{
  gboolean empty = xmlTextReaderIsEmptyElement (reading->reader) == 1;
  const char *space = (const char *)xmlTextReaderConstNamespaceUri (reading->reader);

  /* Also in an extension: we do not follow it, but whoever gets it from us might. */
  if (g_strcmp0 (space, XINCLUDE_NAMESPACE) == 0)
    return refuse (reading, CAB_EXPORT_ERROR_XML_XINCLUDE, NULL, error);

  switch (depth)
    {
    case DEPTH_ROOT:
      return read_root (reading, error);
    case DEPTH_LIST:
      return begin_list (reading, !empty, error);
    case DEPTH_RECORD:
      return reading->func == NULL || reading->in_extension
             || (begin_record (reading, error) && (!empty || end_record (reading, error)));
    case DEPTH_FIELD:
      return reading->record == NULL
             || (begin_field (reading, error) && (!empty || end_field (reading, error)));
    default:
      return TRUE;
    }
}

static gboolean
take_end (Reading *reading, int depth, GError **error)
{
  if (depth == DEPTH_LIST)
    reading->in_extension = FALSE;
  if (depth == DEPTH_FIELD && reading->record != NULL)
    return end_field (reading, error);
  if (depth == DEPTH_RECORD && reading->record != NULL)
    return end_record (reading, error);

  return TRUE;
}

static gboolean
take_node (Reading *reading, GError **error)
{
  int depth = xmlTextReaderDepth (reading->reader);

  gboolean is_journal = g_strcmp0 (reading->facts->root, "journal") == 0;

  if (depth > (is_journal ? JOURNAL_DEPTH_MAXIMUM : DEPTH_MAXIMUM))
    return refuse (reading, CAB_EXPORT_ERROR_XML_TOO_DEEP, NULL, error);

  switch (xmlTextReaderNodeType (reading->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      return take_element (reading, depth, error);
    case XML_READER_TYPE_END_ELEMENT:
      return take_end (reading, depth, error);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return add_text (reading, error);
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
      return refuse (reading, CAB_EXPORT_ERROR_XML_PI, NULL, error);
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      return refuse (reading, CAB_EXPORT_ERROR_XML_DOCTYPE, NULL, error);
    default:
      return TRUE;
    }
}

/* A schema fault stops at once: what follows it is not valid either. */
static gboolean
read_nodes (Reading *reading, GError **error)
{
  for (;;)
    {
      int state = xmlTextReaderRead (reading->reader);

      if (state < 0 || reading->fault_message != NULL
          || cab_xml_input_get_error (reading->input) != NULL)
        return report_fault (reading, error);
      if (state == 0)
        return TRUE;
      if (!take_node (reading, error))
        return FALSE;
      /* Extensions are read whole, which may have found a fault too. */
      if (reading->fault_message != NULL)
        return report_fault (reading, error);
    }
}

static gboolean
check_encoding (Reading *reading, GError **error)
{
  const char *encoding = (const char *)xmlTextReaderConstEncoding (reading->reader);

  return encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0
         || refuse (reading, CAB_EXPORT_ERROR_XML_ENCODING, encoding, error);
}

static gboolean
read_all (Reading *reading, GError **error)
{
  CabSchema schema
      = cab_xml_input_is_extract (reading->input) ? CAB_SCHEMA_EXTRACT : CAB_SCHEMA_RECORD;

  if (!cab_xml_schema_attach (reading->reader, schema, reading->check, &reading->validator,
                              on_fault_cb, reading))
    return refuse (reading, CAB_EXPORT_ERROR_XML_INVALID, NULL, error);

  return read_nodes (reading, error) && check_encoding (reading, error);
}

static gboolean
read_stream (Reading *reading, GInputStream *stream, GError **error)
{
  gboolean done;

  memset (reading->facts, 0, sizeof *reading->facts);
  reading->input = cab_xml_input_new (stream, reading->name, reading->cancellable);
  if (!cab_xml_input_look (reading->input, error))
    {
      cab_xml_input_free (reading->input);
      return FALSE;
    }

  xmlResetLastError ();
  cab_xml_schema_seclude (TRUE);
  reading->facts->is_declared = cab_xml_input_is_declared (reading->input);
  reading->text = g_string_new (NULL);
  reading->reader = cab_xml_input_new_reader (reading->input);
  xmlTextReaderSetStructuredErrorHandler (reading->reader, on_fault_cb, reading);
  done = read_all (reading, error);

  forget_record (reading);
  xmlFreeTextReader (reading->reader);
  g_clear_pointer (&reading->validator, xmlSchemaFreeValidCtxt);
  cab_xml_input_free (reading->input);
  g_string_free (reading->text, TRUE);
  g_free (reading->fault_message);
  cab_xml_schema_seclude (FALSE);
  return done;
}

gboolean
cab_xml_read (GInputStream *stream,
              const char *name,
              CabXmlFacts *facts,
              CabXmlRecordFunc func,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Reading reading = { .name = name,
                      .check = CAB_SCHEMA_CHECK_ALL,
                      .facts = facts,
                      .func = func,
                      .data = data,
                      .cancellable = cancellable,
                      .field = -1 };

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && name != NULL && facts != NULL, FALSE);

  return read_stream (&reading, stream, error);
}

gboolean
cab_xml_check (GInputStream *stream,
               const char *name,
               CabSchemaCheck check,
               CabXmlFacts *facts,
               GCancellable *cancellable,
               GError **error)
{
  Reading reading
      = { .name = name, .check = check, .facts = facts, .cancellable = cancellable, .field = -1 };

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && name != NULL && facts != NULL, FALSE);

  return read_stream (&reading, stream, error);
}
