/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabContactKind:
 * @CAB_CONTACT_KIND_PERSON: person
 * @CAB_CONTACT_KIND_ORGANISATION: organisation
 *
 * Whether a contact is a person or an organisation. Source: records.md [M-33].
 */
typedef enum
{
  CAB_CONTACT_KIND_PERSON,
  CAB_CONTACT_KIND_ORGANISATION
} CabContactKind;

extern const CabCodes cab_contact_kind_codes;

/**
 * CabContactField:
 *
 * The fields of a contact in table order, which is export order. Source: records.md [M-33].
 */
typedef enum
{
  CAB_CONTACT_FIELD_CONTACT_KIND,
  CAB_CONTACT_FIELD_GIVEN_NAME,
  CAB_CONTACT_FIELD_FAMILY_NAME,
  CAB_CONTACT_FIELD_ORGANISATION,
  CAB_CONTACT_FIELD_PROFESSION,
  CAB_CONTACT_FIELD_PHONE,
  CAB_CONTACT_FIELD_EMAIL,
  CAB_CONTACT_FIELD_ADDRESS,
  CAB_CONTACT_FIELD_COUNTRY,
  CAB_CONTACT_FIELD_AGREEMENT_ON,
  CAB_CONTACT_FIELD_CONTACT_NOTE,
  CAB_CONTACT_N_FIELDS
} CabContactField;

extern const CabKind cab_contact_kind;

#define CAB_TYPE_CONTACT (cab_contact_get_type ())
G_DECLARE_FINAL_TYPE (CabContact, cab_contact, CAB, CONTACT, CabRecord)

/**
 * cab_contact_dup_shown_name:
 * @contact: a contact
 *
 * Returns: (transfer full): the person's name as given, else the organisation's
 */
char *cab_contact_dup_shown_name (CabRecord *contact);

G_END_DECLS
