/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabClientKind:
 * @CAB_CLIENT_KIND_PERSON: person
 * @CAB_CLIENT_KIND_COUPLE: couple
 * @CAB_CLIENT_KIND_FAMILY: family
 * @CAB_CLIENT_KIND_GROUP: group
 *
 * Whether a file is one person's or a joint one. Source: records.md [M-32].
 */
typedef enum
{
  CAB_CLIENT_KIND_PERSON,
  CAB_CLIENT_KIND_COUPLE,
  CAB_CLIENT_KIND_FAMILY,
  CAB_CLIENT_KIND_GROUP
} CabClientKind;

extern const CabCodes cab_client_kind_codes;

/**
 * CabDeclined:
 * @CAB_DECLINED_PRONOUNS: pronouns
 * @CAB_DECLINED_GENDER: gender
 * @CAB_DECLINED_DATE_OF_BIRTH: date of birth
 * @CAB_DECLINED_NATIONALITY: nationality
 * @CAB_DECLINED_FIRST_LANGUAGE: first language
 * @CAB_DECLINED_RELATIONSHIP_STATUS: relationship status
 * @CAB_DECLINED_OCCUPATION: occupation
 * @CAB_DECLINED_EDUCATION: education
 * @CAB_DECLINED_LOCATION: where they live
 * @CAB_DECLINED_ETHNICITY: ethnicity
 * @CAB_DECLINED_RELIGION: religion or belief
 * @CAB_DECLINED_SEXUAL_ORIENTATION: sexual orientation
 * @CAB_DECLINED_ACCESS_NEEDS: access needs
 * @CAB_DECLINED_HEALTH_ID: health service number
 *
 * The demographic fields a person may be asked for and decline. Source: records.md [M-16].
 */
typedef enum
{
  CAB_DECLINED_PRONOUNS,
  CAB_DECLINED_GENDER,
  CAB_DECLINED_DATE_OF_BIRTH,
  CAB_DECLINED_NATIONALITY,
  CAB_DECLINED_FIRST_LANGUAGE,
  CAB_DECLINED_RELATIONSHIP_STATUS,
  CAB_DECLINED_OCCUPATION,
  CAB_DECLINED_EDUCATION,
  CAB_DECLINED_LOCATION,
  CAB_DECLINED_ETHNICITY,
  CAB_DECLINED_RELIGION,
  CAB_DECLINED_SEXUAL_ORIENTATION,
  CAB_DECLINED_ACCESS_NEEDS,
  CAB_DECLINED_HEALTH_ID
} CabDeclined;

extern const CabCodes cab_declined_codes;

/**
 * CabPermission:
 * @CAB_PERMISSION_YES: yes
 * @CAB_PERMISSION_NO: no
 * @CAB_PERMISSION_ASK: ask each time
 * @CAB_PERMISSION_NOT_ASKED: not asked yet
 *
 * Whether a way of contact may be used; not a consent. Source: records.md [M-32], [M-96].
 */
typedef enum
{
  CAB_PERMISSION_YES,
  CAB_PERMISSION_NO,
  CAB_PERMISSION_ASK,
  CAB_PERMISSION_NOT_ASKED
} CabPermission;

extern const CabCodes cab_permission_codes;

/**
 * CabWeekday:
 * @CAB_WEEKDAY_MON: monday
 * @CAB_WEEKDAY_TUE: tuesday
 * @CAB_WEEKDAY_WED: wednesday
 * @CAB_WEEKDAY_THU: thursday
 * @CAB_WEEKDAY_FRI: friday
 * @CAB_WEEKDAY_SAT: saturday
 * @CAB_WEEKDAY_SUN: sunday
 *
 * Days of the week, Monday first. Source: records.md [M-32].
 */
typedef enum
{
  CAB_WEEKDAY_MON,
  CAB_WEEKDAY_TUE,
  CAB_WEEKDAY_WED,
  CAB_WEEKDAY_THU,
  CAB_WEEKDAY_FRI,
  CAB_WEEKDAY_SAT,
  CAB_WEEKDAY_SUN
} CabWeekday;

extern const CabCodes cab_weekday_codes;

/**
 * CabClientStatus:
 * @CAB_CLIENT_STATUS_ENQUIRY: enquiry
 * @CAB_CLIENT_STATUS_WAITING: waiting
 * @CAB_CLIENT_STATUS_ACTIVE: active
 * @CAB_CLIENT_STATUS_PAUSED: paused
 * @CAB_CLIENT_STATUS_DISCHARGED: discharged
 * @CAB_CLIENT_STATUS_ARCHIVED: archived
 *
 * Where a client stands with the practice. Source: records.md [M-32].
 */
typedef enum
{
  CAB_CLIENT_STATUS_ENQUIRY,
  CAB_CLIENT_STATUS_WAITING,
  CAB_CLIENT_STATUS_ACTIVE,
  CAB_CLIENT_STATUS_PAUSED,
  CAB_CLIENT_STATUS_DISCHARGED,
  CAB_CLIENT_STATUS_ARCHIVED
} CabClientStatus;

extern const CabCodes cab_client_status_codes;

/**
 * CabEndReason:
 * @CAB_END_REASON_COMPLETED: completed
 * @CAB_END_REASON_AGREED: ended by agreement
 * @CAB_END_REASON_CLIENT_LEFT: client left
 * @CAB_END_REASON_REFERRED_ON: referred on
 * @CAB_END_REASON_DIED: died
 * @CAB_END_REASON_OTHER: other
 *
 * Why the work with a client ended. Source: records.md [M-32].
 */
typedef enum
{
  CAB_END_REASON_COMPLETED,
  CAB_END_REASON_AGREED,
  CAB_END_REASON_CLIENT_LEFT,
  CAB_END_REASON_REFERRED_ON,
  CAB_END_REASON_DIED,
  CAB_END_REASON_OTHER
} CabEndReason;

extern const CabCodes cab_end_reason_codes;

/**
 * CabRestrictionGround:
 * @CAB_RESTRICTION_GROUND_ACCURACY_CONTESTED: accuracy contested
 * @CAB_RESTRICTION_GROUND_UNLAWFUL: processing unlawful, erasure not wanted
 * @CAB_RESTRICTION_GROUND_LEGAL_CLAIMS: needed for legal claims
 * @CAB_RESTRICTION_GROUND_OBJECTION_PENDING: objection being looked at
 * @CAB_RESTRICTION_GROUND_ASKED: asked for
 *
 * Why a client's record is restricted. Source: records.md [M-19], GDPR Art 18(1).
 */
typedef enum
{
  CAB_RESTRICTION_GROUND_ACCURACY_CONTESTED,
  CAB_RESTRICTION_GROUND_UNLAWFUL,
  CAB_RESTRICTION_GROUND_LEGAL_CLAIMS,
  CAB_RESTRICTION_GROUND_OBJECTION_PENDING,
  CAB_RESTRICTION_GROUND_ASKED
} CabRestrictionGround;

extern const CabCodes cab_restriction_ground_codes;

/**
 * CabClientField:
 *
 * The fields of a client in table order, which is export order. Source: records.md [M-32].
 */
typedef enum
{
  CAB_CLIENT_FIELD_REFERENCE,
  CAB_CLIENT_FIELD_CLIENT_KIND,
  CAB_CLIENT_FIELD_PREFERRED_NAME,
  CAB_CLIENT_FIELD_GIVEN_NAME,
  CAB_CLIENT_FIELD_FAMILY_NAME,
  CAB_CLIENT_FIELD_FORMER_NAME,
  CAB_CLIENT_FIELD_PRONOUNS,
  CAB_CLIENT_FIELD_GENDER,
  CAB_CLIENT_FIELD_DATE_OF_BIRTH,
  CAB_CLIENT_FIELD_NATIONALITY,
  CAB_CLIENT_FIELD_FIRST_LANGUAGE,
  CAB_CLIENT_FIELD_RELATIONSHIP_STATUS,
  CAB_CLIENT_FIELD_OCCUPATION,
  CAB_CLIENT_FIELD_EDUCATION,
  CAB_CLIENT_FIELD_LOCATION,
  CAB_CLIENT_FIELD_ETHNICITY,
  CAB_CLIENT_FIELD_RELIGION,
  CAB_CLIENT_FIELD_SEXUAL_ORIENTATION,
  CAB_CLIENT_FIELD_ACCESS_NEEDS,
  CAB_CLIENT_FIELD_HEALTH_ID,
  CAB_CLIENT_FIELD_DECLINED,
  CAB_CLIENT_FIELD_ADDRESS_LINE_1,
  CAB_CLIENT_FIELD_ADDRESS_LINE_2,
  CAB_CLIENT_FIELD_CITY,
  CAB_CLIENT_FIELD_REGION,
  CAB_CLIENT_FIELD_POSTCODE,
  CAB_CLIENT_FIELD_COUNTRY,
  CAB_CLIENT_FIELD_PHONE,
  CAB_CLIENT_FIELD_PHONE_2,
  CAB_CLIENT_FIELD_EMAIL,
  CAB_CLIENT_FIELD_ALLOW_EMAIL,
  CAB_CLIENT_FIELD_ALLOW_TEXT,
  CAB_CLIENT_FIELD_ALLOW_PHONE,
  CAB_CLIENT_FIELD_ALLOW_VOICEMAIL,
  CAB_CLIENT_FIELD_ALLOW_LETTER,
  CAB_CLIENT_FIELD_VOICEMAIL_WORDING,
  CAB_CLIENT_FIELD_CONTACT_NOTE,
  CAB_CLIENT_FIELD_QUIET_FROM,
  CAB_CLIENT_FIELD_QUIET_TO,
  CAB_CLIENT_FIELD_QUIET_DAYS,
  CAB_CLIENT_FIELD_STATUS,
  CAB_CLIENT_FIELD_STATUS_SINCE,
  CAB_CLIENT_FIELD_STARTED_ON,
  CAB_CLIENT_FIELD_ENDED_ON,
  CAB_CLIENT_FIELD_END_REASON,
  CAB_CLIENT_FIELD_LAST_CONTACT_ON,
  CAB_CLIENT_FIELD_REFERRAL_CONTACT_ID,
  CAB_CLIENT_FIELD_REFERRED_ON,
  CAB_CLIENT_FIELD_PRESENTING,
  CAB_CLIENT_FIELD_WAITING_SINCE,
  CAB_CLIENT_FIELD_AVAILABILITY,
  CAB_CLIENT_FIELD_GUARDIAN_INITIATED,
  CAB_CLIENT_FIELD_COMPETENCE_NOTE,
  CAB_CLIENT_FIELD_RESTRICTED,
  CAB_CLIENT_FIELD_RESTRICTED_ON,
  CAB_CLIENT_FIELD_RESTRICTION_GROUND,
  CAB_CLIENT_FIELD_RESTRICTION_NOTE,
  CAB_CLIENT_FIELD_DETAILS_CONFIRMED_ON,
  CAB_CLIENT_FIELD_DIED_ON,
  CAB_CLIENT_N_FIELDS
} CabClientField;

extern const CabKind cab_client_kind;

#define CAB_TYPE_CLIENT (cab_client_get_type ())
G_DECLARE_FINAL_TYPE (CabClient, cab_client, CAB, CLIENT, CabRecord)

/**
 * cab_client_may_become:
 * @from: the status as it is
 * @to: the status to be
 *
 * Whether a client's status may move. To stay is always allowed.
 *
 * Thread: any. Source: records.md [M-32].
 *
 * Returns: %TRUE when the move is one of the list
 */
gboolean cab_client_may_become (CabClientStatus from, CabClientStatus to);

/**
 * cab_client_dup_new_reference:
 * @practice: a practice
 *
 * Draws a reference that no client of the practice has. It follows from
 * nothing: neither from the name nor from how many clients there are.
 *
 * Shape: `C-` and five of Crockford's base-32 digits.
 * Thread: the vault's. Source: records.md [M-32].
 *
 * Returns: (transfer full): a free reference
 */
char *cab_client_dup_new_reference (CabPractice *practice);

/**
 * cab_client_dup_shown_name:
 * @client: a client
 *
 * The name under which the client is shown: preferred, else given and family
 * name, else the reference. Nothing is split, cased or guessed.
 *
 * Source: records.md [M-11].
 *
 * Returns: (transfer full): the name
 */
char *cab_client_dup_shown_name (CabRecord *client);

/**
 * cab_client_is_minor:
 * @practice: a practice
 * @client: a client
 * @on: a date
 *
 * Whether the client may still be below the practice's age of adulthood on a
 * day. Without a date of birth nobody is taken for a minor.
 *
 * Source: records.md [M-13].
 *
 * Returns: %TRUE for a minor
 */
gboolean cab_client_is_minor (CabPractice *practice, CabRecord *client, const char *on);

/**
 * cab_client_is_quiet:
 * @client: a client
 * @local: a wall clock where the client is, `2026-03-02T21:30`
 *
 * Whether the client has asked not to be disturbed then: on a quiet day, or from
 * the one quiet time up to the other, over midnight too.
 *
 * Source: records.md [M-32], [M-96].
 *
 * Returns: %TRUE when a call would come at the wrong time
 */
gboolean cab_client_is_quiet (CabRecord *client, const char *local);

/**
 * cab_client_restrict:
 * @practice: a practice
 * @client: a stored client
 * @ground: why
 * @note: (nullable): what was agreed
 * @error: return location
 *
 * Restricts the client's record from today on and saves it.
 *
 * Errors: as cab_practice_save(). Source: records.md [M-19], GDPR Art 18(1).
 *
 * Returns: %TRUE when it is restricted
 */
gboolean cab_client_restrict (CabPractice *practice,
                              CabRecord *client,
                              CabRestrictionGround ground,
                              const char *note,
                              GError **error);

/**
 * cab_client_lift_restriction:
 * @practice: a practice
 * @client: a restricted client
 * @reason: why it is lifted
 * @told: when and how the person was told before
 * @error: return location
 *
 * Lifts the restriction and saves the client; reason and telling go into the
 * note on the restriction.
 *
 * Errors: %CAB_MODEL_ERROR_INVALID without both; as cab_practice_save().
 * Source: records.md [M-19], GDPR Art 18(3).
 *
 * Returns: %TRUE when it is lifted
 */
gboolean cab_client_lift_restriction (CabPractice *practice,
                                      CabRecord *client,
                                      const char *reason,
                                      const char *told,
                                      GError **error);

/**
 * cab_client_dup_last_contact:
 * @notes: (element-type CabRecord): notes of one client
 * @today: a date
 *
 * The same day computed from these notes alone: a copy from which a note was
 * left out must not tell of it by the day of the last contact.
 *
 * Source: records.md [M-32], bundle.md [B-64].
 *
 * Returns: (transfer full) (nullable): the day
 */
char *cab_client_dup_last_contact (GPtrArray *notes, const char *today);

/**
 * cab_client_follow_note:
 * @practice: a practice, inside the transaction that saves @note
 * @note: a note whose row is written
 * @error: return location
 *
 * Brings the day of the last contact up to date: that of the newest note about
 * a session, a contact, a risk or a letter that is not in the trash and not
 * still to come. The client's revision rises only when that day changes; a
 * client loaded before is then out of date.
 *
 * Errors: as cab_practice_save(). Source: records.md [M-32].
 *
 * Returns: %TRUE when the client is up to date
 */
gboolean cab_client_follow_note (CabPractice *practice, CabRecord *note, GError **error);

G_END_DECLS
