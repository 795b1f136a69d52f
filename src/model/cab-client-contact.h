/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabContactRole:
 * @CAB_CONTACT_ROLE_GUARDIAN: parent or guardian
 * @CAB_CONTACT_ROLE_EMERGENCY: emergency contact
 * @CAB_CONTACT_ROLE_GP: GP
 * @CAB_CONTACT_ROLE_REFERRER: referrer
 * @CAB_CONTACT_ROLE_PAYER: payer
 * @CAB_CONTACT_ROLE_OTHER_PROFESSIONAL: other professional
 * @CAB_CONTACT_ROLE_PARTNER: partner
 * @CAB_CONTACT_ROLE_FAMILY: family
 *
 * What a contact is to a client. Source: records.md [M-34].
 */
typedef enum
{
  CAB_CONTACT_ROLE_GUARDIAN,
  CAB_CONTACT_ROLE_EMERGENCY,
  CAB_CONTACT_ROLE_GP,
  CAB_CONTACT_ROLE_REFERRER,
  CAB_CONTACT_ROLE_PAYER,
  CAB_CONTACT_ROLE_OTHER_PROFESSIONAL,
  CAB_CONTACT_ROLE_PARTNER,
  CAB_CONTACT_ROLE_FAMILY
} CabContactRole;

extern const CabCodes cab_contact_role_codes;

/**
 * CabAuthority:
 * @CAB_AUTHORITY_NONE: none
 * @CAB_AUTHORITY_PARENTAL_RESPONSIBILITY: parental responsibility
 * @CAB_AUTHORITY_LEGAL_GUARDIAN: legal guardian
 * @CAB_AUTHORITY_COURT_DEPUTY: deputy appointed by a court
 * @CAB_AUTHORITY_ATTORNEY: power of attorney
 * @CAB_AUTHORITY_ESTATE: representative of the estate
 *
 * By what right a contact may decide for a client. Source: records.md [M-34].
 */
typedef enum
{
  CAB_AUTHORITY_NONE,
  CAB_AUTHORITY_PARENTAL_RESPONSIBILITY,
  CAB_AUTHORITY_LEGAL_GUARDIAN,
  CAB_AUTHORITY_COURT_DEPUTY,
  CAB_AUTHORITY_ATTORNEY,
  CAB_AUTHORITY_ESTATE
} CabAuthority;

extern const CabCodes cab_authority_codes;

/**
 * CabMayBeTold:
 * @CAB_MAY_BE_TOLD_APPOINTMENTS: appointments
 * @CAB_MAY_BE_TOLD_ATTENDANCE: attendance
 * @CAB_MAY_BE_TOLD_MONEY: money
 * @CAB_MAY_BE_TOLD_PROGRESS: progress
 * @CAB_MAY_BE_TOLD_CLINICAL: clinical matters
 * @CAB_MAY_BE_TOLD_EMERGENCY_ONLY: in an emergency only
 *
 * What a contact may be told about a client. Source: records.md [M-34].
 */
typedef enum
{
  CAB_MAY_BE_TOLD_APPOINTMENTS,
  CAB_MAY_BE_TOLD_ATTENDANCE,
  CAB_MAY_BE_TOLD_MONEY,
  CAB_MAY_BE_TOLD_PROGRESS,
  CAB_MAY_BE_TOLD_CLINICAL,
  CAB_MAY_BE_TOLD_EMERGENCY_ONLY
} CabMayBeTold;

extern const CabCodes cab_may_be_told_codes;

/**
 * CabClientContactField:
 *
 * The fields of a link to a contact in table order, which is export order. Source: records.md
 * [M-34].
 */
typedef enum
{
  CAB_CLIENT_CONTACT_FIELD_CLIENT_ID,
  CAB_CLIENT_CONTACT_FIELD_CONTACT_ID,
  CAB_CLIENT_CONTACT_FIELD_ROLE,
  CAB_CLIENT_CONTACT_FIELD_RELATIONSHIP,
  CAB_CLIENT_CONTACT_FIELD_AUTHORITY,
  CAB_CLIENT_CONTACT_FIELD_AUTHORITY_EVIDENCE_ID,
  CAB_CLIENT_CONTACT_FIELD_ORDER_NOTE,
  CAB_CLIENT_CONTACT_FIELD_MAY_BE_TOLD,
  CAB_CLIENT_CONTACT_FIELD_CONTACT_CONSENT_ID,
  CAB_CLIENT_CONTACT_FIELD_VALID_FROM,
  CAB_CLIENT_CONTACT_FIELD_VALID_TO,
  CAB_CLIENT_CONTACT_N_FIELDS
} CabClientContactField;

extern const CabKind cab_client_contact_kind;

#define CAB_TYPE_CLIENT_CONTACT (cab_client_contact_get_type ())
G_DECLARE_FINAL_TYPE (CabClientContact, cab_client_contact, CAB, CLIENT_CONTACT, CabRecord)

/**
 * cab_client_contact_has_authority:
 * @link: a link between a client and a contact
 * @on: a date
 *
 * Whether the contact may decide for the client on a day: by an authority other
 * than `none`, while the link holds and is not in the trash. Whether that
 * authority counts for a client of that age is the gate's question.
 *
 * Source: records.md [M-34].
 *
 * Returns: %TRUE when a consent given by the contact can count
 */
gboolean cab_client_contact_has_authority (CabRecord *link, const char *on);

G_END_DECLS
