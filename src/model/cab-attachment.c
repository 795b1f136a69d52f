/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-attachment.h"

#include "cab-blob.h"
#include "cab-chunks.h"
#include "cab-codes.h"
#include "cab-media-type.h"
#include "cab-model-error.h"
#include "cab-practice.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_ATTACHMENT_FIELD_##field)

CAB_DEFINE_CODES (cab_attachment_kind_codes,
                  "attachment-kind",
                  { "letter-in", N_ ("Letter received") },
                  { "report", N_ ("Report") },
                  { "id-evidence", N_ ("Proof of identity") },
                  { "consent-evidence", N_ ("Proof of consent") },
                  { "image", N_ ("Picture") },
                  { "form-scan", N_ ("Scanned form") },
                  { "other", N_ ("Other") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_ATTACHMENT_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Client"), .why = N_ ("To show whose file this is."),
    .fhir = "DocumentReference.subject", .since = 1
  },
  [CAB_ATTACHMENT_FIELD_TITLE] = {
    .name = "title", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_SEARCHED,
    .label = N_ ("Title"), .why = N_ ("So that the file can be found."),
    .fhir = "DocumentReference.content.attachment.title", .since = 1
  },
  [CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND] = {
    .name = "attachment_kind", .type = CAB_FIELD_CODE, .codes = &cab_attachment_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Kind"), .why = N_ ("To show what the file is."),
    .fhir = "DocumentReference.type", .since = 1
  },
  [CAB_ATTACHMENT_FIELD_DATED] = {
    .name = "dated", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Dated"),
    .why = N_ ("To show when the document was written."),
    .fhir = "DocumentReference.content.attachment.creation", .since = 1
  },
  [CAB_ATTACHMENT_FIELD_CONTENT] = {
    .name = "content", .type = CAB_FIELD_BLOB_REF, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED,
    .label = N_ ("Content"), .why = N_ ("To keep the document itself."),
    .fhir = "DocumentReference.content.attachment.url", .since = 1
  },
  [CAB_ATTACHMENT_FIELD_ORIGINAL_NAME] = {
    .name = "original_name", .type = CAB_FIELD_TEXT, .maximum = 255,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES,
    .label = N_ ("Name of the file"), .why = N_ ("So that you recognise the file you gave."),
    .since = 1
  },
  [CAB_ATTACHMENT_FIELD_MEDIA_TYPE] = {
    .name = "media_type", .type = CAB_FIELD_TEXT, .maximum = 100, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Type of file"),
    .why = N_ ("So that the file can be opened."),
    .fhir = "DocumentReference.content.attachment.contentType", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_ATTACHMENT_N_FIELDS);

/* Content is never shared between records, so that erasing one erases it [M-54]. */
static gboolean
check_own_content (CabPractice *practice, CabRecord *record, GError **error)
{
  CabFilter filter = CAB_FILTER_ALL;
  gint64 n;

  if (cab_record_is_stored (record))
    return TRUE;

  filter.field = OWN (CONTENT);
  filter.equals = cab_record_get_text (record, OWN (CONTENT));
  n = cab_practice_count (practice, &cab_attachment_kind, &filter, error);
  if (n < 0)
    return FALSE;

  return n == 0
         || cab_record_set_error (record, OWN (CONTENT), CAB_MODEL_ERROR_DUPLICATE, error,
                                  _ ("another attachment holds this content."));
}

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *name = cab_record_get_text (record, OWN (ORIGINAL_NAME));

  if (strchr (name, '/') != NULL)
    return cab_record_set_error (record, OWN (ORIGINAL_NAME), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("the name of a file is kept without its folder."));

  return check_own_content (practice, record, error);
}

const CabKind cab_attachment_kind = {
  .name = "attachment",
  .plural = "attachments",
  .table = "attachment",
  .label = N_ ("Attachment"),
  .label_plural = N_ ("Attachments"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_ATTACHMENT_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .check = check,
  .get_type = cab_attachment_get_type,
};

CAB_DEFINE_KIND (CabAttachment, cab_attachment, &cab_attachment_kind)

typedef struct
{
  CabRecord *attachment;
  GInputStream *stream;
  GCancellable *cancellable;
} Addition;

/* The beginning is looked at without being taken from the stream. */
static const char *
find_media_type (GBufferedInputStream *stream, GCancellable *cancellable, GError **error)
{
  const void *bytes;
  gsize length;

  for (;;)
    {
      gsize before = g_buffered_input_stream_get_available (stream);
      gssize read = before >= CAB_MEDIA_TYPE_ENOUGH
                        ? 0
                        : g_buffered_input_stream_fill (stream, -1, cancellable, error);

      if (read < 0)
        return NULL;
      if (read == 0)
        break;
    }

  bytes = g_buffered_input_stream_peek_buffer (stream, &length);
  return cab_media_type_find (bytes, length, length < CAB_MEDIA_TYPE_ENOUGH);
}

static gboolean
add_in_transaction (CabPractice *practice, gpointer data, GError **error)
{
  Addition *addition = data;
  g_autoptr (GInputStream) buffered
      = g_buffered_input_stream_new_sized (addition->stream, CAB_MEDIA_TYPE_ENOUGH);
  g_autofree char *blob_id = NULL;
  const char *media_type;

  media_type = find_media_type (G_BUFFERED_INPUT_STREAM (buffered), addition->cancellable, error);
  if (media_type == NULL)
    return FALSE;

  blob_id = cab_blob_add (practice, buffered, addition->cancellable, error);
  if (blob_id == NULL)
    return FALSE;

  cab_record_set_text (addition->attachment, OWN (MEDIA_TYPE), media_type);
  cab_record_set_text (addition->attachment, OWN (CONTENT), blob_id);
  return cab_practice_save (practice, addition->attachment, error);
}

gboolean
cab_attachment_add (CabPractice *practice,
                    CabRecord *attachment,
                    GInputStream *stream,
                    GCancellable *cancellable,
                    GError **error)
{
  Addition addition = { attachment, stream, cancellable };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_ATTACHMENT (attachment), FALSE);
  g_return_val_if_fail (!cab_record_is_stored (attachment) && G_IS_INPUT_STREAM (stream), FALSE);

  if (cab_practice_transact (practice, "add an attachment", add_in_transaction, &addition, error))
    return TRUE;

  cab_record_set_none (attachment, OWN (MEDIA_TYPE));
  cab_record_set_none (attachment, OWN (CONTENT));
  return FALSE;
}

static gboolean
check_file (CabRecord *attachment, GFileInfo *info, GError **error)
{
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return cab_record_set_error (attachment, OWN (CONTENT), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("this is not a plain file."));
  if (g_file_info_get_size (info) > CAB_CHUNKS_MAXIMUM)
    return cab_record_set_error (attachment, OWN (CONTENT), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("the file is larger than 2 GiB."));

  return TRUE;
}

/* A name can hold what one line of a record cannot. */
static char *
dup_plain_name (const char *name)
{
  g_autofree char *shown = g_filename_display_name (name);
  GString *plain = g_string_new (NULL);

  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (plain, g_unichar_isprint (c) && c != '/' ? c : '_');
    }

  return g_string_free (plain, FALSE);
}

gboolean
cab_attachment_add_file (CabPractice *practice,
                         CabRecord *attachment,
                         GFile *file,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_ATTACHMENT (attachment), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL || !check_file (attachment, info, error))
    return FALSE;

  if (cab_record_is_none (attachment, OWN (ORIGINAL_NAME)))
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *name = dup_plain_name (base);

      cab_record_set_text (attachment, OWN (ORIGINAL_NAME), name);
    }

  stream = g_file_read (file, cancellable, error);
  return stream != NULL
         && cab_attachment_add (practice, attachment, G_INPUT_STREAM (stream), cancellable, error);
}

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
} Output;

static gboolean
write_chunk (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  Output *output = data;

  return g_output_stream_write_all (output->stream, bytes, length, NULL, output->cancellable,
                                    error);
}

gboolean
cab_attachment_write (CabPractice *practice,
                      CabRecord *attachment,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  Output output = { stream, cancellable };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_ATTACHMENT (attachment), FALSE);
  g_return_val_if_fail (cab_record_is_stored (attachment) && G_IS_OUTPUT_STREAM (stream), FALSE);

  return cab_practice_audit_act (practice, "export", &cab_attachment_kind,
                                 cab_record_get_id (attachment), NULL, error)
         && cab_chunks_read (cab_practice_get_vault (practice),
                             cab_record_get_text (attachment, OWN (CONTENT)), write_chunk, &output,
                             cancellable, error);
}
