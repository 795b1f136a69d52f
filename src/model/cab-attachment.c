/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-attachment.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

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
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
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
  .get_type = cab_attachment_get_type,
};

CAB_DEFINE_KIND (CabAttachment, cab_attachment, &cab_attachment_kind)
