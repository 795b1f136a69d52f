/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-contact.h"

#include "cab-attachment.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_CONTACT_FIELD_##field)
#define LINK(field) CAB_OWN (CAB_CLIENT_CONTACT_FIELD_##field)

static CabRecord *
new_contact (const char *given, const char *family, const char *organisation)
{
  CabRecord *contact = cab_record_new (&cab_contact_kind);

  cab_record_set_text (contact, OWN (CONTACT_KIND),
                       organisation == NULL ? "person" : "organisation");
  cab_record_set_text (contact, OWN (GIVEN_NAME), given);
  cab_record_set_text (contact, OWN (FAMILY_NAME), family);
  cab_record_set_text (contact, OWN (ORGANISATION), organisation);

  return contact;
}

static CabRecord *
new_link (CabRecord *client, CabRecord *contact, const char *role)
{
  CabRecord *link = cab_record_new (&cab_client_contact_kind);

  cab_record_set_text (link, LINK (CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (link, LINK (CONTACT_ID), cab_record_get_id (contact));
  cab_record_set_text (link, LINK (ROLE), role);

  return link;
}

/* [M-33] one name is enough, none is not */
static void
test_name (void)
{
  static const struct
  {
    const char *given, *family, *organisation, *shown;
  } cases[] = {
    { "Ann", NULL, NULL, "Ann" },
    { NULL, "Lee", NULL, "Lee" },
    { NULL, NULL, "Park Surgery", "Park Surgery" },
    { "Ann", "Lee", "Park Surgery", "Ann Lee" },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) nobody = new_contact (NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) contact
          = new_contact (cases[i].given, cases[i].family, cases[i].organisation);
      g_autofree char *shown = NULL;

      cab_test_assert_saves (&test, contact);
      shown = cab_record_dup_description (contact);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }

  cab_test_assert_refuses (
      &test, nobody, CAB_MODEL_ERROR_INVALID,
      "Contact, family name: a contact needs a family name, a given name or an organisation.");
}

/* [M-33] the forms of phone, e-mail and country hold here too */
static void
test_forms (void)
{
  static const struct
  {
    guint field;
    const char *text;
    const char *sentence;
  } cases[] = {
    { OWN (PHONE), "ask", "Contact, phone: a phone number has digits, spaces and + ( ) - . only." },
    { OWN (EMAIL), "ask", "Contact, E-mail: an e-mail address has one @ with text on each side." },
    { OWN (COUNTRY), "Wales",
      "Contact, country: “Wales” is not a country code of two capitals like GB." },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) contact = new_contact ("Ann", NULL, NULL);

      cab_record_set_text (contact, cases[i].field, cases[i].text);
      cab_test_assert_refuses (&test, contact, CAB_MODEL_ERROR_INVALID, cases[i].sentence);
    }
}

/* [M-33] trash only while unlinked */
static void
test_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) contact = new_contact ("Bo", NULL, NULL);
  g_autoptr (CabRecord) link = NULL;
  g_autoptr (CabRecord) another = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_assert_saves (&test, contact);
  link = new_link (client, contact, "emergency");
  cab_test_assert_saves (&test, link);

  g_assert_false (cab_practice_trash (test.practice, contact, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_HELD,
                            "A contact that is linked to a client cannot be moved to the "
                            "trash. End or remove the link first.");
  g_clear_error (&error);

  cab_practice_trash (test.practice, link, &error);
  g_assert_no_error (error);
  cab_practice_trash (test.practice, contact, &error);
  g_assert_no_error (error);

  another = new_link (client, contact, "family");
  cab_test_assert_refuses (&test, another, CAB_MODEL_ERROR_HELD,
                           "Link to a contact, contact: this contact is in the trash. Restore it "
                           "first.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact/one-name-is-enough", test_name);
  g_test_add_func ("/contact/refuses-broken-forms", test_forms);
  g_test_add_func ("/contact/linked-one-stays-out-of-the-trash", test_trash);

  return g_test_run ();
}
