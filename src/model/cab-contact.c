/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-contact.h"

#include "cab-client-contact.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice.h"
#include "cab-reach-private.h"

#include <glib/gi18n.h>

#define OWN(field) CAB_OWN (CAB_CONTACT_FIELD_##field)

CAB_DEFINE_CODES (cab_contact_kind_codes,
                  "contact-kind",
                  { "person", N_ ("Person") },
                  { "organisation", N_ ("Organisation") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CONTACT_FIELD_CONTACT_KIND] = {
    .name = "contact_kind", .type = CAB_FIELD_CODE, .codes = &cab_contact_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Person or organisation"),
    .why = N_ ("So that the contact is addressed rightly."), .since = 1
  },
  [CAB_CONTACT_FIELD_GIVEN_NAME] = {
    .name = "given_name", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES,
    .label = N_ ("Given name"), .why = N_ ("So that we know whom to ask for."),
    .fhir = "RelatedPerson.name.given", .since = 1
  },
  [CAB_CONTACT_FIELD_FAMILY_NAME] = {
    .name = "family_name", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES,
    .label = N_ ("Family name"), .why = N_ ("So that we know whom to ask for."),
    .fhir = "RelatedPerson.name.family", .since = 1
  },
  [CAB_CONTACT_FIELD_ORGANISATION] = {
    .name = "organisation", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES,
    .label = N_ ("Organisation"), .why = N_ ("So that we know whom to ask for."),
    .fhir = "RelatedPerson.name.text", .since = 1
  },
  [CAB_CONTACT_FIELD_PROFESSION] = {
    .name = "profession", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Profession"),
    .why = N_ ("So that we know in what role this person helps you."), .since = 1
  },
  [CAB_CONTACT_FIELD_PHONE] = {
    .name = "phone", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Phone"),
    .why = N_ ("So that we can call when it matters."), .fhir = "RelatedPerson.telecom",
    .since = 1
  },
  [CAB_CONTACT_FIELD_EMAIL] = {
    .name = "email", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("E-mail"),
    .why = N_ ("So that we can write when it matters."), .fhir = "RelatedPerson.telecom",
    .since = 1
  },
  [CAB_CONTACT_FIELD_ADDRESS] = {
    .name = "address", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Address"),
    .why = N_ ("So that letters reach the contact."), .fhir = "RelatedPerson.address.text",
    .since = 1
  },
  [CAB_CONTACT_FIELD_COUNTRY] = {
    .name = "country", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Country"),
    .why = N_ ("So that letters reach the contact and transfers abroad are noticed."),
    .fhir = "RelatedPerson.address.country", .since = 1
  },
  [CAB_CONTACT_FIELD_AGREEMENT_ON] = {
    .name = "agreement_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Data agreement of"),
    .why = N_ ("To show that the contact is bound to protect your data."), .since = 1
  },
  [CAB_CONTACT_FIELD_CONTACT_NOTE] = {
    .name = "contact_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Note about the contact"),
    .why = N_ ("So that the contact is reached in the right way."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CONTACT_N_FIELDS);

/* Everybody a record of the client names: the links, who sent them, who was
 * spoken with. A contact shared by clients comes up for each [M-20]. */
static const char contacts_of_client[] = "SELECT contact_id FROM client_contact"
                                         " WHERE client_id = ?1"
                                         " UNION"
                                         " SELECT referral_contact_id FROM client"
                                         " WHERE id = ?1 AND referral_contact_id IS NOT NULL"
                                         " UNION"
                                         " SELECT with_contact_id FROM note"
                                         " WHERE client_id = ?1 AND with_contact_id IS NOT NULL"
                                         " UNION"
                                         " SELECT with_contact_id FROM process_note"
                                         " WHERE client_id = ?1 AND with_contact_id IS NOT NULL";

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  if (cab_record_is_none (record, OWN (FAMILY_NAME))
      && cab_record_is_none (record, OWN (GIVEN_NAME))
      && cab_record_is_none (record, OWN (ORGANISATION)))
    return cab_record_set_error (record, OWN (FAMILY_NAME), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("a contact needs a family name, a given name or an "
                                    "organisation."));

  return cab_reach_check_phone (record, OWN (PHONE), error)
         && cab_reach_check_email (record, OWN (EMAIL), error)
         && cab_reach_check_country (record, OWN (COUNTRY), error);
}

static gboolean
check_trash (CabPractice *practice, CabRecord *record, GError **error)
{
  CabFilter filter = { .trashed = 0 };
  gint64 n;

  filter.field = CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID);
  filter.equals = cab_record_get_id (record);
  n = cab_practice_count (practice, &cab_client_contact_kind, &filter, error);
  if (n < 0)
    return FALSE;

  if (n == 0)
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD,
                       g_dgettext (GETTEXT_PACKAGE, cab_contact_kind.trash_refusal));
  return FALSE;
}

const CabKind cab_contact_kind = {
  .name = "contact",
  .plural = "contacts",
  .table = "contact",
  .label = N_ ("Contact"),
  .label_plural = N_ ("Contacts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("A contact that is linked to a client cannot be moved to the trash. End or "
                       "remove the link first."),
  .mutability = CAB_MUTABLE,
  .of_client = contacts_of_client,
  .check = check,
  .check_trash = check_trash,
  .describe = cab_contact_dup_shown_name,
  .get_type = cab_contact_get_type,
};

CAB_DEFINE_KIND (CabContact, cab_contact, &cab_contact_kind)

char *
cab_contact_dup_shown_name (CabRecord *contact)
{
  const char *given, *family;

  g_return_val_if_fail (CAB_IS_CONTACT (contact), NULL);

  given = cab_record_get_text (contact, OWN (GIVEN_NAME));
  family = cab_record_get_text (contact, OWN (FAMILY_NAME));
  if (given != NULL && family != NULL)
    return g_strconcat (given, " ", family, NULL);
  if (given != NULL || family != NULL)
    return g_strdup (given != NULL ? given : family);

  return g_strdup (cab_record_get_text (contact, OWN (ORGANISATION)));
}
