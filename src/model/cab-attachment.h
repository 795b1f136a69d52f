/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

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

G_END_DECLS
