/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-fhir-private.h"

#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-contact.h"

#include <string.h>

static void
add_telecom (CabFhir *self, CabRecord *record, const char *field, const char *system)
{
  g_autofree char *value = cab_fhir_dup (self, record, field);

  if (value == NULL)
    return;

  cab_fhir_open (self, "telecom");
  cab_fhir_value (self, "system", system);
  cab_fhir_value (self, "value", value);
  cab_fhir_close (self, "telecom");
}

static void
add_identifier (CabFhir *self, const char *system, const char *value, const char *assigner)
{
  if (value == NULL)
    return;

  cab_fhir_open (self, "identifier");
  cab_fhir_value (self, "system", system);
  cab_fhir_value (self, "value", value);
  if (assigner != NULL)
    {
      cab_fhir_open (self, "assigner");
      cab_fhir_value (self, "display", assigner);
      cab_fhir_close (self, "assigner");
    }
  cab_fhir_close (self, "identifier");
}

/* A name of the person; what is not stated is not made up of what is. */
static void
add_name (CabFhir *self, const char *use, const char *text, const char *family, const char *given)
{
  if (text == NULL && family == NULL && given == NULL)
    return;

  cab_fhir_open (self, "name");
  cab_fhir_value (self, "use", use);
  cab_fhir_value (self, "text", text);
  cab_fhir_value (self, "family", family);
  cab_fhir_value (self, "given", given);
  cab_fhir_close (self, "name");
}

void
cab_fhir_add_organization (CabFhir *self, CabRecord *practice)
{
  g_autofree char *id = cab_fhir_dup_id (self, practice);
  g_autofree char *name = cab_fhir_dup (self, practice, "name");
  g_autofree char *legal_name = cab_fhir_dup (self, practice, "legal_name");
  g_autofree char *address = cab_fhir_dup (self, practice, "address");

  cab_fhir_open_entry (self, id, "Organization");
  cab_fhir_value (self, "name", name);
  cab_fhir_value (self, "alias", legal_name);
  add_telecom (self, practice, "phone", "phone");
  add_telecom (self, practice, "email", "email");
  add_telecom (self, practice, "website", "url");
  if (address != NULL)
    {
      cab_fhir_open (self, "address");
      cab_fhir_value (self, "text", address);
      cab_fhir_close (self, "address");
    }
  cab_fhir_close_entry (self, "Organization");
}

void
cab_fhir_add_practitioner (CabFhir *self, CabRecord *clinician)
{
  g_autofree char *id = cab_fhir_dup_id (self, clinician);
  g_autofree char *number = cab_fhir_dup (self, clinician, "registration_number");
  g_autofree char *body = cab_fhir_dup (self, clinician, "registration_body");
  g_autofree char *name = cab_fhir_dup (self, clinician, "display_name");
  g_autofree char *title = cab_fhir_dup (self, clinician, "title");
  g_autofree char *active = cab_fhir_dup (self, clinician, "active");
  g_autofree char *qualifications = cab_fhir_dup (self, clinician, "qualifications");
  g_autofree char *languages = cab_fhir_dup (self, clinician, "languages");

  cab_fhir_open_entry (self, id, "Practitioner");
  /* A body without a number still says who vouches for the person. */
  add_identifier (self, NULL, number != NULL ? number : body, number != NULL ? body : NULL);
  cab_fhir_value (self, "active", active);
  cab_fhir_open (self, "name");
  cab_fhir_value (self, "text", name);
  cab_fhir_value (self, "prefix", title);
  cab_fhir_close (self, "name");
  if (qualifications != NULL)
    {
      cab_fhir_open (self, "qualification");
      cab_fhir_concept (self, "code", NULL, NULL, qualifications);
      cab_fhir_close (self, "qualification");
    }
  cab_fhir_concept (self, "communication", NULL, NULL, languages);
  cab_fhir_close_entry (self, "Practitioner");
}

static void
add_address (CabFhir *self, CabRecord *client)
{
  static const struct
  {
    const char *field;
    const char *element;
  } parts[] = {
    { "address_line_1", "line" }, { "address_line_2", "line" }, { "city", "city" },
    { "region", "state" },        { "postcode", "postalCode" }, { "country", "country" },
  };
  gboolean open = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *value = cab_fhir_dup (self, client, parts[i].field);

      if (value == NULL)
        continue;
      if (!open)
        cab_fhir_open (self, "address");
      open = TRUE;
      cab_fhir_value (self, parts[i].element, value);
    }
  if (open)
    cab_fhir_close (self, "address");
}

static void
add_names (CabFhir *self, CabRecord *client)
{
  g_autofree char *preferred = cab_fhir_dup (self, client, "preferred_name");
  g_autofree char *family = cab_fhir_dup (self, client, "family_name");
  g_autofree char *given = cab_fhir_dup (self, client, "given_name");
  g_autofree char *former = cab_fhir_dup (self, client, "former_name");

  add_name (self, "usual", preferred, NULL, NULL);
  add_name (self, "official", NULL, family, given);
  add_name (self, "old", former, NULL, NULL);
}

/* [B-50]: a record of several people is a Group; its members come as records of
 * their own. */
static void
add_group (CabFhir *self, CabRecord *client)
{
  g_autofree char *reference = cab_fhir_dup (self, client, "reference");
  g_autofree char *name = cab_fhir_dup (self, client, "preferred_name");

  cab_fhir_open_entry (self, self->client_id, "Group");
  add_identifier (self, "urn:cabinet:reference", reference, NULL);
  cab_fhir_value (self, "type", "person");
  cab_fhir_value (self, "actual", "true");
  cab_fhir_value (self, "name", name);
  cab_fhir_close_entry (self, "Group");
}

static void
add_person (CabFhir *self, CabRecord *client)
{
  g_autofree char *reference = cab_fhir_dup (self, client, "reference");
  g_autofree char *health_id = cab_fhir_dup (self, client, "health_id");
  g_autofree char *status = cab_fhir_dup (self, client, "status");
  g_autofree char *born = cab_fhir_dup (self, client, "date_of_birth");
  g_autofree char *died = cab_fhir_dup (self, client, "died_on");
  g_autofree char *marital = cab_fhir_dup (self, client, "relationship_status");
  g_autofree char *language = cab_fhir_dup (self, client, "first_language");

  cab_fhir_open_entry (self, self->client_id, "Patient");
  add_identifier (self, "urn:cabinet:reference", reference, NULL);
  add_identifier (self, NULL, health_id, NULL);
  if (status != NULL)
    cab_fhir_value (
        self, "active",
        strcmp (status, "discharged") == 0 || strcmp (status, "archived") == 0 ? "false" : "true");
  add_names (self, client);
  add_telecom (self, client, "phone", "phone");
  add_telecom (self, client, "phone_2", "phone");
  add_telecom (self, client, "email", "email");
  cab_fhir_value (self, "birthDate", born);
  cab_fhir_value (self, "deceasedDateTime", died);
  add_address (self, client);
  cab_fhir_concept (self, "maritalStatus", NULL, NULL, marital);
  if (language != NULL)
    {
      cab_fhir_open (self, "communication");
      cab_fhir_concept (self, "language", NULL, NULL, language);
      cab_fhir_close (self, "communication");
    }
  cab_fhir_close_entry (self, "Patient");
}

void
cab_fhir_add_patient (CabFhir *self, CabRecord *client)
{
  if (cab_record_get_code (client, CAB_OWN (CAB_CLIENT_FIELD_CLIENT_KIND))
      == CAB_CLIENT_KIND_PERSON)
    add_person (self, client);
  else
    add_group (self, client);
}

void
cab_fhir_add_related_person (CabFhir *self, CabRecord *link)
{
  g_autofree char *id = cab_fhir_dup_id (self, link);
  CabRecord *contact = cab_fhir_get_shared (
      self, &cab_contact_kind,
      cab_record_get_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID)));
  g_autofree char *role = cab_fhir_dup (self, link, "role");
  g_autofree char *relationship = cab_fhir_dup (self, link, "relationship");
  g_autofree char *from = cab_fhir_dup (self, link, "valid_from");
  g_autofree char *to = cab_fhir_dup (self, link, "valid_to");
  g_autofree char *organisation = cab_fhir_dup (self, contact, "organisation");
  g_autofree char *family = cab_fhir_dup (self, contact, "family_name");
  g_autofree char *given = cab_fhir_dup (self, contact, "given_name");
  g_autofree char *address = cab_fhir_dup (self, contact, "address");
  g_autofree char *country = cab_fhir_dup (self, contact, "country");

  cab_fhir_open_entry (self, id, "RelatedPerson");
  cab_fhir_reference (self, "patient", self->client_id);
  cab_fhir_concept (self, "relationship", "urn:cabinet:code:contact-role", role, relationship);
  add_name (self, NULL, organisation, family, given);
  if (contact != NULL)
    {
      add_telecom (self, contact, "phone", "phone");
      add_telecom (self, contact, "email", "email");
    }
  if (address != NULL || country != NULL)
    {
      cab_fhir_open (self, "address");
      cab_fhir_value (self, "text", address);
      cab_fhir_value (self, "country", country);
      cab_fhir_close (self, "address");
    }
  cab_fhir_period (self, "period", from, to);
  cab_fhir_close_entry (self, "RelatedPerson");
}
