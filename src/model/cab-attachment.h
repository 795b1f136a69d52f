/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabAttachmentKind:
 * @CAB_ATTACHMENT_KIND_LETTER_IN: letter received
 * @CAB_ATTACHMENT_KIND_REPORT: report
 * @CAB_ATTACHMENT_KIND_ID_EVIDENCE: proof of identity
 * @CAB_ATTACHMENT_KIND_CONSENT_EVIDENCE: proof of consent
 * @CAB_ATTACHMENT_KIND_IMAGE: picture
 * @CAB_ATTACHMENT_KIND_FORM_SCAN: scanned form
 * @CAB_ATTACHMENT_KIND_OTHER: other
 *
 * What an attached file is. Source: records.md [M-53].
 */
typedef enum
{
  CAB_ATTACHMENT_KIND_LETTER_IN,
  CAB_ATTACHMENT_KIND_REPORT,
  CAB_ATTACHMENT_KIND_ID_EVIDENCE,
  CAB_ATTACHMENT_KIND_CONSENT_EVIDENCE,
  CAB_ATTACHMENT_KIND_IMAGE,
  CAB_ATTACHMENT_KIND_FORM_SCAN,
  CAB_ATTACHMENT_KIND_OTHER
} CabAttachmentKind;

extern const CabCodes cab_attachment_kind_codes;

/**
 * CabAttachmentField:
 *
 * The fields of an attachment in table order, which is export order. Source: records.md [M-53].
 */
typedef enum
{
  CAB_ATTACHMENT_FIELD_CLIENT_ID,
  CAB_ATTACHMENT_FIELD_TITLE,
  CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND,
  CAB_ATTACHMENT_FIELD_DATED,
  CAB_ATTACHMENT_FIELD_CONTENT,
  CAB_ATTACHMENT_FIELD_ORIGINAL_NAME,
  CAB_ATTACHMENT_FIELD_MEDIA_TYPE,
  CAB_ATTACHMENT_N_FIELDS
} CabAttachmentField;

extern const CabKind cab_attachment_kind;

#define CAB_TYPE_ATTACHMENT (cab_attachment_get_type ())
G_DECLARE_FINAL_TYPE (CabAttachment, cab_attachment, CAB, ATTACHMENT, CabRecord)

/**
 * cab_attachment_add:
 * @practice: a practice
 * @attachment: a new attachment that says everything but content and media type
 * @stream: the content
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Stores a file in the practice: its content in pieces and the attachment that
 * refers to it, in one transaction. The media type is found from the content,
 * never from the name.
 *
 * Errors: as cab_blob_add() and cab_practice_save(); the attachment is then as
 * it was. Thread: the vault's. Source: records.md [M-53], [M-54].
 *
 * Returns: %TRUE when the file is in the practice
 */
gboolean cab_attachment_add (CabPractice *practice,
                             CabRecord *attachment,
                             GInputStream *stream,
                             GCancellable *cancellable,
                             GError **error);

/**
 * cab_attachment_add_file:
 * @practice: a practice
 * @attachment: a new attachment; without an original name it gets the file's
 * @file: a file on disk
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * The same from a file. One of 2 GiB or more is refused before it is read, and
 * so is anything that is not a plain file.
 *
 * Errors: %CAB_MODEL_ERROR_INVALID; those of #GFile; as cab_attachment_add().
 *
 * Returns: %TRUE when the file is in the practice
 */
gboolean cab_attachment_add_file (CabPractice *practice,
                                  CabRecord *attachment,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * cab_attachment_write:
 * @practice: a practice
 * @attachment: a stored attachment
 * @stream: where its content goes
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Gives an attachment's content out, byte for byte as it was stored, and writes
 * the act `export` to the log before. Each piece is checked before it is handed
 * on; what was handed on when a later piece is found damaged is right as far as
 * it goes, but not the whole file.
 *
 * Errors: CONTENT for a damaged piece; those of @stream.
 * Thread: the vault's. Source: records.md [M-7], [M-53], vault.md [V-45].
 *
 * Returns: %TRUE when the whole file was written
 */
gboolean cab_attachment_write (CabPractice *practice,
                               CabRecord *attachment,
                               GOutputStream *stream,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
