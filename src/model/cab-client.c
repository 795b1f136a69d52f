/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-private.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_client_kind_codes,
                  "client-kind",
                  { "person", N_ ("Person") },
                  { "couple", N_ ("Couple") },
                  { "family", N_ ("Family") },
                  { "group", N_ ("Group") });

CAB_DEFINE_CODES (cab_declined_codes,
                  "declined",
                  { "pronouns", N_ ("Pronouns") },
                  { "gender", N_ ("Gender") },
                  { "date_of_birth", N_ ("Date of birth") },
                  { "nationality", N_ ("Nationality") },
                  { "first_language", N_ ("First language") },
                  { "relationship_status", N_ ("Relationship status") },
                  { "occupation", N_ ("Occupation") },
                  { "education", N_ ("Education") },
                  { "location", N_ ("Where they live") },
                  { "ethnicity", N_ ("Ethnicity") },
                  { "religion", N_ ("Religion or belief") },
                  { "sexual_orientation", N_ ("Sexual orientation") },
                  { "access_needs", N_ ("Access needs") },
                  { "health_id", N_ ("Health service number") });

CAB_DEFINE_CODES (cab_permission_codes,
                  "permission",
                  { "yes", N_ ("Yes") },
                  { "no", N_ ("No") },
                  { "ask", N_ ("Ask each time") },
                  { "not-asked", N_ ("Not asked yet") });

CAB_DEFINE_CODES (cab_weekday_codes,
                  "weekday",
                  { "mon", N_ ("Monday") },
                  { "tue", N_ ("Tuesday") },
                  { "wed", N_ ("Wednesday") },
                  { "thu", N_ ("Thursday") },
                  { "fri", N_ ("Friday") },
                  { "sat", N_ ("Saturday") },
                  { "sun", N_ ("Sunday") });

CAB_DEFINE_CODES (cab_client_status_codes,
                  "client-status",
                  { "enquiry", N_ ("Enquiry") },
                  { "waiting", N_ ("Waiting") },
                  { "active", N_ ("Active") },
                  { "paused", N_ ("Paused") },
                  { "discharged", N_ ("Discharged") },
                  { "archived", N_ ("Archived") });

CAB_DEFINE_CODES (cab_end_reason_codes,
                  "end-reason",
                  { "completed", N_ ("Completed") },
                  { "agreed", N_ ("Ended by agreement") },
                  { "client-left", N_ ("Client left") },
                  { "referred-on", N_ ("Referred on") },
                  { "died", N_ ("Died") },
                  { "other", N_ ("Other") });

CAB_DEFINE_CODES (cab_restriction_ground_codes,
                  "restriction-ground",
                  { "accuracy-contested", N_ ("Accuracy contested") },
                  { "unlawful", N_ ("Processing unlawful, erasure not wanted") },
                  { "legal-claims", N_ ("Needed for legal claims") },
                  { "objection-pending", N_ ("Objection being looked at") },
                  { "asked", N_ ("Asked for") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CLIENT_FIELD_REFERENCE] = {
    .name = "reference", .type = CAB_FIELD_TEXT, .maximum = 64, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SEARCHED | CAB_FLAG_UNIQUE,
    .label = N_ ("Reference"),
    .why = N_ ("So that letters and files can name you without your name."),
    .fhir = "Patient.identifier.value", .since = 1
  },
  [CAB_CLIENT_FIELD_CLIENT_KIND] = {
    .name = "client_kind", .type = CAB_FIELD_CODE, .codes = &cab_client_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Kind of file"),
    .why = N_ ("So that it is clear whether a file is one person's or a shared one."),
    .since = 1
  },
  [CAB_CLIENT_FIELD_PREFERRED_NAME] = {
    .name = "preferred_name", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_SEARCHED, .label = N_ ("Preferred name"),
    .why = N_ ("So that we call you what you want to be called."), .fhir = "Patient.name.text",
    .since = 1
  },
  [CAB_CLIENT_FIELD_GIVEN_NAME] = {
    .name = "given_name", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_SEARCHED, .label = N_ ("Given name"),
    .why = N_ ("So that we know who you are."), .fhir = "Patient.name.given", .since = 1
  },
  [CAB_CLIENT_FIELD_FAMILY_NAME] = {
    .name = "family_name", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_SEARCHED, .label = N_ ("Family name"),
    .why = N_ ("So that we know who you are."), .fhir = "Patient.name.family", .since = 1
  },
  [CAB_CLIENT_FIELD_FORMER_NAME] = {
    .name = "former_name", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_SEARCHED, .label = N_ ("Former name"),
    .why = N_ ("So that older letters can be matched with you."), .fhir = "Patient.name.text",
    .since = 1
  },
  [CAB_CLIENT_FIELD_PRONOUNS] = {
    .name = "pronouns", .type = CAB_FIELD_TEXT, .maximum = 60, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Pronouns"),
    .why = N_ ("So that we speak about you the way you want."), .since = 1
  },
  [CAB_CLIENT_FIELD_GENDER] = {
    .name = "gender", .type = CAB_FIELD_TEXT, .maximum = 60, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Gender"),
    .why = N_ ("So that we speak about you the way you want."), .since = 1
  },
  [CAB_CLIENT_FIELD_DATE_OF_BIRTH] = {
    .name = "date_of_birth", .type = CAB_FIELD_PARTIAL_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_SENSITIVE, .label = N_ ("Date of birth"),
    .why = N_ ("So that you are not mistaken for someone else and minors are protected."),
    .fhir = "Patient.birthDate", .since = 1
  },
  [CAB_CLIENT_FIELD_NATIONALITY] = {
    .name = "nationality", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Nationality"),
    .why = N_ ("So that your background is understood, if you want that."), .since = 1
  },
  [CAB_CLIENT_FIELD_FIRST_LANGUAGE] = {
    .name = "first_language", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("First language"),
    .why = N_ ("So that we can talk in a language that suits you."),
    .fhir = "Patient.communication.language.text", .since = 1
  },
  [CAB_CLIENT_FIELD_RELATIONSHIP_STATUS] = {
    .name = "relationship_status", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Relationship status"),
    .why = N_ ("So that your circumstances are understood, if you want that."),
    .fhir = "Patient.maritalStatus.text", .since = 1
  },
  [CAB_CLIENT_FIELD_OCCUPATION] = {
    .name = "occupation", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Occupation"),
    .why = N_ ("So that your circumstances are understood, if you want that."), .since = 1
  },
  [CAB_CLIENT_FIELD_EDUCATION] = {
    .name = "education", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Education"),
    .why = N_ ("So that your circumstances are understood, if you want that."), .since = 1
  },
  [CAB_CLIENT_FIELD_LOCATION] = {
    .name = "location", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Where you live"), .why = N_ ("So that help near you can be found."),
    .since = 1
  },
  [CAB_CLIENT_FIELD_ETHNICITY] = {
    .name = "ethnicity", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Ethnicity"),
    .why = N_ ("So that your background is understood, if you want that."), .since = 1
  },
  [CAB_CLIENT_FIELD_RELIGION] = {
    .name = "religion", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Religion or belief"),
    .why = N_ ("So that your beliefs are respected, if you want that."), .since = 1
  },
  [CAB_CLIENT_FIELD_SEXUAL_ORIENTATION] = {
    .name = "sexual_orientation", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Sexual orientation"),
    .why = N_ ("So that your life is understood, if you want that."), .since = 1
  },
  [CAB_CLIENT_FIELD_ACCESS_NEEDS] = {
    .name = "access_needs", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Access needs"),
    .why = N_ ("So that the room and the sessions fit what you need."), .since = 1
  },
  [CAB_CLIENT_FIELD_HEALTH_ID] = {
    .name = "health_id", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_SENSITIVE, .label = N_ ("Health service number"),
    .why = N_ ("So that other health services can tell it is you."),
    .fhir = "Patient.identifier.value", .since = 1
  },
  [CAB_CLIENT_FIELD_DECLINED] = {
    .name = "declined", .type = CAB_FIELD_CODES, .codes = &cab_declined_codes,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Asked and declined"),
    .why = N_ ("So that we do not ask again what you would rather not say."), .since = 1
  },
  [CAB_CLIENT_FIELD_ADDRESS_LINE_1] = {
    .name = "address_line_1", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Address"),
    .why = N_ ("So that letters reach you and help can reach you in an emergency."),
    .fhir = "Patient.address.line", .since = 1
  },
  [CAB_CLIENT_FIELD_ADDRESS_LINE_2] = {
    .name = "address_line_2", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Address, second line"),
    .why = N_ ("So that letters reach you."), .fhir = "Patient.address.line", .since = 1
  },
  [CAB_CLIENT_FIELD_CITY] = {
    .name = "city", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Town or city"),
    .why = N_ ("So that letters reach you."), .fhir = "Patient.address.city", .since = 1
  },
  [CAB_CLIENT_FIELD_REGION] = {
    .name = "region", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("County, state or region"),
    .why = N_ ("So that letters reach you."), .fhir = "Patient.address.state", .since = 1
  },
  [CAB_CLIENT_FIELD_POSTCODE] = {
    .name = "postcode", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Postcode"),
    .why = N_ ("So that letters reach you."), .fhir = "Patient.address.postalCode", .since = 1
  },
  [CAB_CLIENT_FIELD_COUNTRY] = {
    .name = "country", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Country"),
    .why = N_ ("So that letters reach you."), .fhir = "Patient.address.country", .since = 1
  },
  [CAB_CLIENT_FIELD_PHONE] = {
    .name = "phone", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Phone"),
    .why = N_ ("So that we can call you about your sessions."), .fhir = "Patient.telecom",
    .since = 1
  },
  [CAB_CLIENT_FIELD_PHONE_2] = {
    .name = "phone_2", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Other phone"),
    .why = N_ ("So that we can reach you when the first number does not answer."),
    .fhir = "Patient.telecom", .since = 1
  },
  [CAB_CLIENT_FIELD_EMAIL] = {
    .name = "email", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("E-mail"),
    .why = N_ ("So that we can write to you about your sessions."), .fhir = "Patient.telecom",
    .since = 1
  },
  [CAB_CLIENT_FIELD_ALLOW_EMAIL] = {
    .name = "allow_email", .type = CAB_FIELD_CODE, .codes = &cab_permission_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("May we write e-mail"),
    .why = N_ ("So that we contact you only in ways you have agreed to."), .since = 1
  },
  [CAB_CLIENT_FIELD_ALLOW_TEXT] = {
    .name = "allow_text", .type = CAB_FIELD_CODE, .codes = &cab_permission_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("May we send text messages"),
    .why = N_ ("So that we contact you only in ways you have agreed to."), .since = 1
  },
  [CAB_CLIENT_FIELD_ALLOW_PHONE] = {
    .name = "allow_phone", .type = CAB_FIELD_CODE, .codes = &cab_permission_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .label = N_ ("May we call"),
    .why = N_ ("So that we contact you only in ways you have agreed to."), .since = 1
  },
  [CAB_CLIENT_FIELD_ALLOW_VOICEMAIL] = {
    .name = "allow_voicemail", .type = CAB_FIELD_CODE, .codes = &cab_permission_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("May we leave voicemail"),
    .why = N_ ("So that we contact you only in ways you have agreed to."), .since = 1
  },
  [CAB_CLIENT_FIELD_ALLOW_LETTER] = {
    .name = "allow_letter", .type = CAB_FIELD_CODE, .codes = &cab_permission_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("May we send letters"),
    .why = N_ ("So that we contact you only in ways you have agreed to."), .since = 1
  },
  [CAB_CLIENT_FIELD_VOICEMAIL_WORDING] = {
    .name = "voicemail_wording", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("What to say on voicemail"),
    .why = N_ ("So that a message gives nothing away to others."), .since = 1
  },
  [CAB_CLIENT_FIELD_CONTACT_NOTE] = {
    .name = "contact_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("How to contact"),
    .why = N_ ("So that contact with you stays as private as you want."), .since = 1
  },
  [CAB_CLIENT_FIELD_QUIET_FROM] = {
    .name = "quiet_from", .type = CAB_FIELD_TIME, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Quiet from"),
    .why = N_ ("So that we do not disturb you at the wrong time."), .since = 1
  },
  [CAB_CLIENT_FIELD_QUIET_TO] = {
    .name = "quiet_to", .type = CAB_FIELD_TIME, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Quiet until"),
    .why = N_ ("So that we do not disturb you at the wrong time."), .since = 1
  },
  [CAB_CLIENT_FIELD_QUIET_DAYS] = {
    .name = "quiet_days", .type = CAB_FIELD_CODES, .codes = &cab_weekday_codes,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Quiet days"),
    .why = N_ ("So that we do not disturb you on the wrong day."), .since = 1
  },
  [CAB_CLIENT_FIELD_STATUS] = {
    .name = "status", .type = CAB_FIELD_CODE, .codes = &cab_client_status_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Status"),
    .why = N_ ("So that it is clear whether we are working together."), .fhir = "Patient.active",
    .since = 1
  },
  [CAB_CLIENT_FIELD_STATUS_SINCE] = {
    .name = "status_since", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Status since"),
    .why = N_ ("So that it is clear since when the status holds."), .since = 1
  },
  [CAB_CLIENT_FIELD_STARTED_ON] = {
    .name = "started_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Started on"),
    .why = N_ ("So that it is clear when our work began."), .since = 1
  },
  [CAB_CLIENT_FIELD_ENDED_ON] = {
    .name = "ended_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Ended on"),
    .why = N_ ("So that it is clear when our work ended and how long the record is kept."),
    .since = 1
  },
  [CAB_CLIENT_FIELD_END_REASON] = {
    .name = "end_reason", .type = CAB_FIELD_CODE, .codes = &cab_end_reason_codes,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Why it ended"),
    .why = N_ ("So that it is clear why our work ended."), .since = 1
  },
  [CAB_CLIENT_FIELD_LAST_CONTACT_ON] = {
    .name = "last_contact_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_DERIVED,
    .label = N_ ("Last contact"),
    .why = N_ ("So that it is clear from when the time for keeping the record counts."),
    .since = 1
  },
  [CAB_CLIENT_FIELD_REFERRAL_CONTACT_ID] = {
    .name = "referral_contact_id", .type = CAB_FIELD_REF, .target = "contact",
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Referred by"),
    .why = N_ ("So that it is clear who sent you here."), .since = 1
  },
  [CAB_CLIENT_FIELD_REFERRED_ON] = {
    .name = "referred_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Referred on"),
    .why = N_ ("So that it is clear when you were referred."), .since = 1
  },
  [CAB_CLIENT_FIELD_PRESENTING] = {
    .name = "presenting", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_SEARCHED, .label = N_ ("What brings them"),
    .why = N_ ("So that your reasons for coming stand in your own words."), .since = 1
  },
  [CAB_CLIENT_FIELD_WAITING_SINCE] = {
    .name = "waiting_since", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Waiting since"),
    .why = N_ ("So that you keep your place on the waiting list."), .since = 1
  },
  [CAB_CLIENT_FIELD_AVAILABILITY] = {
    .name = "availability", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Availability"),
    .why = N_ ("So that you are offered times that suit you."), .since = 1
  },
  [CAB_CLIENT_FIELD_GUARDIAN_INITIATED] = {
    .name = "guardian_initiated", .type = CAB_FIELD_BOOL, .right = CAB_RIGHT_OBSERVED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Brought by a guardian"),
    .why = N_ ("So that it is clear who asked for the help."), .since = 1
  },
  [CAB_CLIENT_FIELD_COMPETENCE_NOTE] = {
    .name = "competence_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Able to decide alone"),
    .why = N_ ("To record who judged, when and why, that a young person may decide alone."),
    .since = 1
  },
  [CAB_CLIENT_FIELD_RESTRICTED] = {
    .name = "restricted", .type = CAB_FIELD_BOOL, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Restricted"),
    .why = N_ ("So that your data is left alone where you have asked for that."), .since = 1
  },
  [CAB_CLIENT_FIELD_RESTRICTED_ON] = {
    .name = "restricted_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Restricted since"),
    .why = N_ ("To show since when your data is left alone."), .since = 1
  },
  [CAB_CLIENT_FIELD_RESTRICTION_GROUND] = {
    .name = "restriction_ground", .type = CAB_FIELD_CODE, .codes = &cab_restriction_ground_codes,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Why it is restricted"), .why = N_ ("To show why your data is left alone."),
    .since = 1
  },
  [CAB_CLIENT_FIELD_RESTRICTION_NOTE] = {
    .name = "restriction_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Note on the restriction"),
    .why = N_ ("To show what was agreed about the restriction."), .since = 1
  },
  [CAB_CLIENT_FIELD_DETAILS_CONFIRMED_ON] = {
    .name = "details_confirmed_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_OBSERVED,
    .label = N_ ("Details confirmed on"),
    .why = N_ ("So that we ask you once a year whether your details are still right."),
    .since = 1
  },
  [CAB_CLIENT_FIELD_DIED_ON] = {
    .name = "died_on", .type = CAB_FIELD_PARTIAL_DATE, .right = CAB_RIGHT_OBSERVED,
    .label = N_ ("Died on"), .why = N_ ("So that nobody writes to a person who has died."),
    .fhir = "Patient.deceasedDateTime", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CLIENT_N_FIELDS);

const CabKind cab_client_kind = {
  .name = "client",
  .plural = "clients",
  .table = "client",
  .label = N_ ("Client"),
  .label_plural = N_ ("Clients"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal
  = N_ ("A client with signed notes cannot be moved to the trash. Erase the client under Privacy."),
  .mutability = CAB_MUTABLE,
  .of_client = "SELECT id FROM client WHERE id = ?1",
  .check = cab_client_check,
  .check_trash = cab_client_check_trash,
  .before_save = cab_client_before_save,
  .describe = cab_client_dup_shown_name,
  .get_type = cab_client_get_type,
};

CAB_DEFINE_KIND (CabClient, cab_client, &cab_client_kind)
