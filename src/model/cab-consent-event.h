/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabConsentAct:
 * @CAB_CONSENT_ACT_GRANT: granted
 * @CAB_CONSENT_ACT_REFUSE: refused
 * @CAB_CONSENT_ACT_WITHDRAW: withdrawn
 * @CAB_CONSENT_ACT_RENEW: renewed
 *
 * What a consent event did. Source: records.md [M-52].
 */
typedef enum
{
  CAB_CONSENT_ACT_GRANT,
  CAB_CONSENT_ACT_REFUSE,
  CAB_CONSENT_ACT_WITHDRAW,
  CAB_CONSENT_ACT_RENEW
} CabConsentAct;

extern const CabCodes cab_consent_act_codes;

/**
 * CabGivenBy:
 * @CAB_GIVEN_BY_CLIENT: the client
 * @CAB_GIVEN_BY_GUARDIAN: A parent or guardian
 * @CAB_GIVEN_BY_DEPUTY: A court deputy
 * @CAB_GIVEN_BY_ATTORNEY: an attorney
 *
 * Who answered for a client. Source: records.md [M-52].
 */
typedef enum
{
  CAB_GIVEN_BY_CLIENT,
  CAB_GIVEN_BY_GUARDIAN,
  CAB_GIVEN_BY_DEPUTY,
  CAB_GIVEN_BY_ATTORNEY
} CabGivenBy;

extern const CabCodes cab_given_by_codes;

/**
 * CabConsentHow:
 * @CAB_CONSENT_HOW_SIGNED_PAPER: signed on paper
 * @CAB_CONSENT_HOW_SIGNED_SCREEN: signed on screen
 * @CAB_CONSENT_HOW_VERBAL: verbally
 * @CAB_CONSENT_HOW_EMAIL: by email
 * @CAB_CONSENT_HOW_LETTER: by letter
 *
 * In which way an answer was given. Source: records.md [M-52].
 */
typedef enum
{
  CAB_CONSENT_HOW_SIGNED_PAPER,
  CAB_CONSENT_HOW_SIGNED_SCREEN,
  CAB_CONSENT_HOW_VERBAL,
  CAB_CONSENT_HOW_EMAIL,
  CAB_CONSENT_HOW_LETTER
} CabConsentHow;

extern const CabCodes cab_consent_how_codes;

/**
 * CabConsentEventField:
 *
 * The fields of a consent event in table order, which is export order.
 * Source: records.md [M-52].
 */
typedef enum
{
  CAB_CONSENT_EVENT_FIELD_CONSENT_ID,
  CAB_CONSENT_EVENT_FIELD_EVENT,
  CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON,
  CAB_CONSENT_EVENT_FIELD_POLICY_ID,
  CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST,
  CAB_CONSENT_EVENT_FIELD_GIVEN_BY,
  CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID,
  CAB_CONSENT_EVENT_FIELD_AUTHORITY_SEEN,
  CAB_CONSENT_EVENT_FIELD_HOW,
  CAB_CONSENT_EVENT_FIELD_EVIDENCE_ID,
  CAB_CONSENT_EVENT_FIELD_WITNESS,
  CAB_CONSENT_EVENT_FIELD_EXPIRES_ON,
  CAB_CONSENT_EVENT_FIELD_EVENT_NOTE,
  CAB_CONSENT_EVENT_N_FIELDS
} CabConsentEventField;

extern const CabKind cab_consent_event_kind;

#define CAB_TYPE_CONSENT_EVENT (cab_consent_event_get_type ())
G_DECLARE_FINAL_TYPE (CabConsentEvent, cab_consent_event, CAB, CONSENT_EVENT, CabRecord)

G_END_DECLS
