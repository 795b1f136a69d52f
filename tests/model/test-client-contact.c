/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client-contact.h"

#include "cab-attachment.h"
#include "cab-client.h"
#include "cab-contact.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_CLIENT_CONTACT_FIELD_##field)

typedef struct
{
  CabTestPractice practice;
  CabRecord *client;
  CabRecord *contact;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->practice = cab_test_practice_new ();
  fixture->client = cab_test_practice_add_client (&fixture->practice, "Ann");
  fixture->contact = cab_record_new (&cab_contact_kind);
  cab_record_set_text (fixture->contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), "person");
  cab_record_set_text (fixture->contact, CAB_OWN (CAB_CONTACT_FIELD_GIVEN_NAME), "Bo");
  cab_test_assert_saves (&fixture->practice, fixture->contact);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->client);
  g_clear_object (&fixture->contact);
  cab_test_practice_clear (&fixture->practice);
}

static CabRecord *
new_link (Fixture *fixture, const char *role)
{
  CabRecord *link = cab_record_new (&cab_client_contact_kind);

  cab_record_set_text (link, OWN (CLIENT_ID), cab_record_get_id (fixture->client));
  cab_record_set_text (link, OWN (CONTACT_ID), cab_record_get_id (fixture->contact));
  cab_record_set_text (link, OWN (ROLE), role);

  return link;
}

/* [M-34] a guardian decides by some right, or by none that is named */
static void
test_guardian (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CabRecord) guardian = new_link (fixture, "guardian");
  g_autoptr (CabRecord) second = new_link (fixture, "guardian");
  g_autoptr (CabRecord) gp = new_link (fixture, "gp");

  cab_test_assert_refuses (
      &fixture->practice, guardian, CAB_MODEL_ERROR_INVALID,
      "Link to a contact, authority: say by what right the guardian decides, or “none”.");
  cab_record_set_text (guardian, OWN (AUTHORITY), "none");
  cab_test_assert_saves (&fixture->practice, guardian);

  cab_record_set_text (second, OWN (AUTHORITY), "parental-responsibility");
  cab_test_assert_saves (&fixture->practice, second);
  cab_test_assert_saves (&fixture->practice, gp);
}

/* [M-34] ended links keep history; the end is not before the beginning */
static void
test_validity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CabRecord) link = new_link (fixture, "emergency");

  cab_record_set_text (link, OWN (VALID_FROM), "2026-03-02");
  cab_record_set_text (link, OWN (VALID_TO), "2026-03-01");
  cab_test_assert_refuses (
      &fixture->practice, link, CAB_MODEL_ERROR_INVALID,
      "Link to a contact, until: 2026-03-01 is before 2026-03-02, when the link begins.");
  cab_record_set_text (link, OWN (VALID_TO), "2026-03-02");
  cab_test_assert_saves (&fixture->practice, link);
}

/* [M-34] an authority other than none, on a day on which the link holds */
static void
test_authority (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *authority, *from, *to, *on;
    gboolean has;
  } cases[] = {
    { NULL, NULL, NULL, "2026-03-02", FALSE },
    { "none", NULL, NULL, "2026-03-02", FALSE },
    { "parental-responsibility", NULL, NULL, "2026-03-02", TRUE },
    { "court-deputy", "2026-03-02", NULL, "2026-03-01", FALSE },
    { "court-deputy", "2026-03-02", NULL, "2026-03-02", TRUE },
    { "attorney", NULL, "2026-03-02", "2026-03-02", TRUE },
    { "attorney", NULL, "2026-03-02", "2026-03-03", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) link = new_link (fixture, "guardian");

      g_test_message ("case %u", i);
      cab_record_set_text (link, OWN (AUTHORITY), cases[i].authority);
      cab_record_set_text (link, OWN (VALID_FROM), cases[i].from);
      cab_record_set_text (link, OWN (VALID_TO), cases[i].to);
      g_assert_cmpint (cab_client_contact_has_authority (link, cases[i].on), ==, cases[i].has);

      cab_record_set_text (link, CAB_SYSTEM_TRASHED_AT, "2026-03-02T10:00:00Z");
      g_assert_false (cab_client_contact_has_authority (link, cases[i].on));
    }
}

/* [M-34] the proof of authority is the same client's */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&fixture->practice, "Cy");
  g_autoptr (CabRecord) proof = cab_record_new (&cab_attachment_kind);
  g_autoptr (CabRecord) link = new_link (fixture, "guardian");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("order", 5, NULL);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (proof, CAB_OWN (CAB_ATTACHMENT_FIELD_CLIENT_ID), cab_record_get_id (other));
  cab_record_set_text (proof, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE), "Court order");
  cab_record_set_text (proof, CAB_OWN (CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND), "id-evidence");
  cab_record_set_text (proof, CAB_OWN (CAB_ATTACHMENT_FIELD_ORIGINAL_NAME), "order.txt");
  cab_attachment_add (fixture->practice.practice, proof, stream, NULL, &error);
  g_assert_no_error (error);

  cab_record_set_text (link, OWN (AUTHORITY), "court-deputy");
  cab_record_set_text (link, OWN (AUTHORITY_EVIDENCE_ID), cab_record_get_id (proof));
  cab_test_assert_refuses (
      &fixture->practice, link, CAB_MODEL_ERROR_INVALID,
      "Link to a contact, proof of authority: this belongs to another client.");
}

/* [M-34] whose link it is never changes */
static void
test_fixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&fixture->practice, "Cy");
  g_autoptr (CabRecord) link = new_link (fixture, "family");

  cab_test_assert_saves (&fixture->practice, link);
  cab_record_set_text (link, OWN (CLIENT_ID), cab_record_get_id (other));
  cab_test_assert_refuses (&fixture->practice, link, CAB_MODEL_ERROR_IMMUTABLE,
                           "Link to a contact, client: this cannot be changed after it was first "
                           "saved.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/client-contact/guardian-has-an-authority", test_guardian);
  ADD ("/client-contact/end-follows-beginning", test_validity);
  ADD ("/client-contact/authority-counts-while-it-holds", test_authority);
  ADD ("/client-contact/proof-is-the-same-clients", test_evidence);
  ADD ("/client-contact/belongs-to-one-client-for-good", test_fixed);
#undef ADD

  return g_test_run ();
}
