/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabSignedKind:
 * @CAB_SIGNED_KIND_NOTE_VERSION: note
 * @CAB_SIGNED_KIND_PROCESS_NOTE_VERSION: process note
 * @CAB_SIGNED_KIND_ADDENDUM: addendum
 *
 * What a signature signs. Source: records.md [M-38].
 */
typedef enum
{
  CAB_SIGNED_KIND_NOTE_VERSION,
  CAB_SIGNED_KIND_PROCESS_NOTE_VERSION,
  CAB_SIGNED_KIND_ADDENDUM
} CabSignedKind;

extern const CabCodes cab_signed_kind_codes;

/**
 * CabSignatureField:
 *
 * The fields of a signature in table order, which is export order.
 * Source: records.md [M-38].
 */
typedef enum
{
  CAB_SIGNATURE_FIELD_SIGNED_KIND,
  CAB_SIGNATURE_FIELD_SIGNED_ID,
  CAB_SIGNATURE_FIELD_SIGNER_ID,
  CAB_SIGNATURE_FIELD_SIGNED_AT,
  CAB_SIGNATURE_FIELD_SIGNED_DIGEST,
  CAB_SIGNATURE_FIELD_STATEMENT,
  CAB_SIGNATURE_FIELD_IMAGE,
  CAB_SIGNATURE_N_FIELDS
} CabSignatureField;

extern const CabKind cab_signature_kind;

#define CAB_TYPE_SIGNATURE (cab_signature_get_type ())
G_DECLARE_FINAL_TYPE (CabSignature, cab_signature, CAB, SIGNATURE, CabRecord)

G_END_DECLS
