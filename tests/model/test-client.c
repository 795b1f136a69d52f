/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"

#include "cab-client-contact.h"
#include "cab-contact.h"
#include "cab-model-error.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-test-practice.h"

#include <string.h>

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)
#define N_STATUSES 6

static const char *
get_text (CabRecord *client, guint field)
{
  return cab_record_get_text (client, field);
}

/* [M-32] what a new client begins with, and a reference that is no number */
static void
test_defaults (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Ann");
  const char *reference = get_text (client, OWN (REFERENCE));

  g_assert_cmpstr (get_text (client, OWN (CLIENT_KIND)), ==, "person");
  g_assert_cmpstr (get_text (client, OWN (STATUS)), ==, "enquiry");
  g_assert_cmpstr (get_text (client, OWN (STATUS_SINCE)), ==, CAB_TEST_PRACTICE_TODAY);
  for (guint i = OWN (ALLOW_EMAIL); i <= OWN (ALLOW_LETTER); i++)
    g_assert_cmpstr (get_text (client, i), ==, "not-asked");

  g_assert_cmpuint (strlen (reference), ==, strlen ("C-7QF2K"));
  g_assert_true (g_str_has_prefix (reference, "C-"));
  g_assert_cmpuint (strspn (reference + 2, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), ==, 5);
  g_assert_cmpstr (reference, !=, get_text (other, OWN (REFERENCE)));
}

/* [M-32] a reference of one's own is kept, and no other client gets it */
static void
test_reference_unique (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) first = cab_record_new (&cab_client_kind);
  g_autoptr (CabRecord) second = cab_record_new (&cab_client_kind);

  cab_record_set_text (first, OWN (REFERENCE), "2019/17");
  cab_test_assert_saves (&test, first);
  g_assert_cmpstr (get_text (first, OWN (REFERENCE)), ==, "2019/17");

  cab_record_set_text (second, OWN (REFERENCE), "2019/17");
  cab_test_assert_refuses (&test, second, CAB_MODEL_ERROR_DUPLICATE,
                           "Client, reference: there is one with “2019/17” already.");
}

static const char *
get_status (int status)
{
  return cab_client_status_codes.codes[status].code;
}

/* Brings a new client to @status by moves that are allowed. */
static CabRecord *
new_client_in (CabTestPractice *test, int status)
{
  CabRecord *client = cab_record_new (&cab_client_kind);

  cab_record_set_text (client, OWN (STATUS), get_status (status));
  if (status == CAB_CLIENT_STATUS_DISCHARGED)
    {
      cab_record_set_text (client, OWN (STARTED_ON), "2025-01-07");
      cab_record_set_text (client, OWN (ENDED_ON), "2026-01-05");
      cab_record_set_text (client, OWN (END_REASON), "completed");
    }
  cab_test_assert_saves (test, client);

  return client;
}

/* [M-32] all 36 status moves: eleven and staying are allowed, the others are
 * refused by name */
static void
test_moves (void)
{
  static const gboolean allowed[N_STATUSES][N_STATUSES] = {
    /*                enquiry waiting active paused discharged archived */
    /* enquiry */ { TRUE, TRUE, TRUE, FALSE, FALSE, TRUE },
    /* waiting */ { FALSE, TRUE, TRUE, FALSE, FALSE, TRUE },
    /* active */ { FALSE, FALSE, TRUE, TRUE, TRUE, FALSE },
    /* paused */ { FALSE, FALSE, TRUE, TRUE, TRUE, FALSE },
    /* discharged */ { FALSE, FALSE, TRUE, FALSE, TRUE, TRUE },
    /* archived */ { FALSE, FALSE, TRUE, FALSE, FALSE, TRUE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  g_assert_cmpuint (cab_client_status_codes.n_codes, ==, N_STATUSES);

  for (int from = 0; from < N_STATUSES; from++)
    {
      for (int to = 0; to < N_STATUSES; to++)
        {
          g_autoptr (CabRecord) client = new_client_in (&test, from);
          g_autofree char *sentence = NULL;

          g_test_message ("%s to %s", get_status (from), get_status (to));
          g_assert_cmpint (cab_client_may_become ((CabClientStatus)from, (CabClientStatus)to), ==,
                           allowed[from][to]);

          cab_record_set_text (client, OWN (STATUS), get_status (to));
          if (to == CAB_CLIENT_STATUS_DISCHARGED)
            {
              cab_record_set_text (client, OWN (ENDED_ON), CAB_TEST_PRACTICE_TODAY);
              cab_record_set_text (client, OWN (END_REASON), "agreed");
            }
          if (allowed[from][to])
            {
              cab_test_assert_saves (&test, client);
              continue;
            }
          sentence = g_strdup_printf ("Client, status: “%s” cannot follow “%s”.",
                                      cab_client_status_codes.codes[to].label,
                                      cab_client_status_codes.codes[from].label);
          cab_test_assert_refuses (&test, client, CAB_MODEL_ERROR_INVALID, sentence);
        }
    }
}

/* [M-32] started_on is set at the first activation and stays; coming back opens
 * the end again */
static void
test_dates_follow_status (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");

  cab_clock_advance (test.clock, G_GINT64_CONSTANT (24) * 60 * 60 * 1000);
  cab_record_set_text (client, OWN (STATUS), "waiting");
  cab_test_assert_saves (&test, client);
  g_assert_cmpstr (get_text (client, OWN (WAITING_SINCE)), ==, "2026-03-03");
  g_assert_null (get_text (client, OWN (STARTED_ON)));

  cab_record_set_text (client, OWN (STATUS), "active");
  cab_record_set_text (client, OWN (STATUS_SINCE), "2026-02-27");
  cab_test_assert_saves (&test, client);
  g_assert_cmpstr (get_text (client, OWN (STATUS_SINCE)), ==, "2026-02-27");
  g_assert_cmpstr (get_text (client, OWN (STARTED_ON)), ==, "2026-02-27");

  cab_record_set_text (client, OWN (STATUS), "discharged");
  cab_record_set_text (client, OWN (ENDED_ON), "2026-03-03");
  cab_record_set_text (client, OWN (END_REASON), "agreed");
  cab_test_assert_saves (&test, client);
  g_assert_cmpstr (get_text (client, OWN (STATUS_SINCE)), ==, "2026-03-03");

  cab_record_set_text (client, OWN (STATUS), "active");
  cab_test_assert_saves (&test, client);
  g_assert_cmpstr (get_text (client, OWN (STARTED_ON)), ==, "2026-02-27");
  g_assert_null (get_text (client, OWN (ENDED_ON)));
  g_assert_null (get_text (client, OWN (END_REASON)));
}

/* [M-13], [M-16], [M-19], [M-32] what a client's fields may not be */
static void
test_refusals (void)
{
  static const struct
  {
    const char *name;
    const char *fields;
    const char *sentence;
  } cases[] = {
    { "e-mail without @", "email=ann.example.org",
      "Client, E-mail: an e-mail address has one @ with text on each side." },
    { "e-mail with two", "email=a@b@c",
      "Client, E-mail: an e-mail address has one @ with text on each side." },
    { "e-mail without name", "email=@example.org",
      "Client, E-mail: an e-mail address has one @ with text on each side." },
    { "phone with words", "phone=0171 ask for Ann",
      "Client, phone: a phone number has digits, spaces and + ( ) - . only." },
    { "phone without digits", "phone_2=+ -",
      "Client, other phone: a phone number has digits, spaces and + ( ) - . only." },
    { "country by name", "country=UK",
      "Client, country: “UK” is not a country code of two capitals like GB." },
    { "declined and stated", "declined=gender;gender=woman",
      "Client, gender: this is marked as declined and cannot have a value too." },
    { "joint file with a birth date", "client_kind=couple;date_of_birth=1980",
      "Client, date of birth: a joint file describes no one person." },
    { "born tomorrow", "date_of_birth=2026-03-03",
      "Client, date of birth: 2026-03-03 is after today." },
    { "born next month", "date_of_birth=2026-04",
      "Client, date of birth: 2026-04 is after today." },
    { "131 years old", "date_of_birth=1895-03-01",
      "Client, date of birth: 1895-03-01 would make an age of more than 130 years." },
    { "died tomorrow", "died_on=2026-03-03", "Client, died on: 2026-03-03 is after today." },
    { "died before birth", "date_of_birth=1980;died_on=1979",
      "Client, died on: 1979 is before the date of birth." },
    { "quiet from alone", "quiet_from=21:00",
      "Client, quiet until: quiet hours need both times or none." },
    { "quiet until alone", "quiet_to=08:00",
      "Client, quiet from: quiet hours need both times or none." },
    { "discharged without end", "status=discharged;end_reason=other",
      "Client, ended on: a discharged client needs the date of the end." },
    { "discharged without reason", "status=discharged;ended_on=2026-01-01",
      "Client, why it ended: a discharged client needs the reason of the end." },
    { "ended before it started", "started_on=2026-02-02;ended_on=2026-02-01",
      "Client, ended on: 2026-02-01 is before the start on 2026-02-02." },
    { "restricted without ground", "restricted=true",
      "Client, why it is restricted: say why the record is restricted." },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
      g_auto (GStrv) fields = g_strsplit (cases[i].fields, ";", -1);

      g_test_message ("%s", cases[i].name);
      for (guint j = 0; fields[j] != NULL; j++)
        {
          g_auto (GStrv) pair = g_strsplit (fields[j], "=", 2);
          g_autoptr (GError) error = NULL;

          cab_record_parse (client, (guint)cab_kind_find_field (&cab_client_kind, pair[0]), pair[1],
                            &error);
          g_assert_no_error (error);
        }
      cab_test_assert_refuses (&test, client, CAB_MODEL_ERROR_INVALID, cases[i].sentence);
    }
}

/* [M-13], [M-16], [M-32] what they may well be */
static void
test_acceptance (void)
{
  static const char *const cases[] = {
    "email=o'neil+x@mail.example.org",
    "phone=+44 (0)20 7946-0000",
    "phone=020.7946.0000",
    "country=GB",
    "declined=gender religion;first_language=Welsh",
    "date_of_birth=2026-03-02",
    "date_of_birth=2026",
    "date_of_birth=1896-03-02",
    "date_of_birth=1850;died_on=1950",
    "quiet_from=21:00;quiet_to=08:00",
    "quiet_days=sat sun",
    "client_kind=family;family_name=Smith",
    "status=archived;end_reason=died;died_on=2025-12",
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
      g_auto (GStrv) fields = g_strsplit (cases[i], ";", -1);

      g_test_message ("%s", cases[i]);
      for (guint j = 0; fields[j] != NULL; j++)
        {
          g_auto (GStrv) pair = g_strsplit (fields[j], "=", 2);

          g_assert_true (cab_record_parse (
              client, (guint)cab_kind_find_field (&cab_client_kind, pair[0]), pair[1], NULL));
        }
      cab_test_assert_saves (&test, client);
    }
}

/* [M-32] the kind of file is fixed once a record hangs on it */
static void
test_kind_is_fixed (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);
  g_autoptr (CabRecord) link = cab_record_new (&cab_client_contact_kind);

  cab_record_set_text (client, OWN (CLIENT_KIND), "couple");
  cab_test_assert_saves (&test, client);

  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), "person");
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_GIVEN_NAME), "Bo");
  cab_test_assert_saves (&test, contact);
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CLIENT_ID),
                       cab_record_get_id (client));
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID),
                       cab_record_get_id (contact));
  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_ROLE), "family");
  cab_test_assert_saves (&test, link);

  cab_record_set_text (client, OWN (CLIENT_KIND), "person");
  cab_test_assert_refuses (&test, client, CAB_MODEL_ERROR_HELD,
                           "Client, kind of file: this is fixed once the file holds a record.");
}

/* [M-11] preferred, else given and family, else the reference; nothing is cased or split */
static void
test_shown_name (void)
{
  static const struct
  {
    const char *preferred, *given, *family, *shown;
  } cases[] = {
    { "kit", "Katherine", "McDonald", "kit" },
    { NULL, "Katherine", "van der Berg", "Katherine van der Berg" },
    { NULL, "Sukarno", NULL, "Sukarno" },
    { NULL, NULL, "山田", "山田" },
    { NULL, NULL, NULL, "C-00000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
      g_autofree char *shown = NULL;

      cab_record_set_text (client, OWN (REFERENCE), "C-00000");
      cab_record_set_text (client, OWN (PREFERRED_NAME), cases[i].preferred);
      cab_record_set_text (client, OWN (GIVEN_NAME), cases[i].given);
      cab_record_set_text (client, OWN (FAMILY_NAME), cases[i].family);
      shown = cab_client_dup_shown_name (client);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* [M-13] a minor by the practice's age of adulthood, 18 at first */
static void
test_minor (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

  g_assert_false (cab_client_is_minor (test.practice, client, CAB_TEST_PRACTICE_TODAY));
  cab_record_set_text (client, OWN (DATE_OF_BIRTH), "2008-02");
  g_assert_true (cab_client_is_minor (test.practice, client, "2026-02-28"));
  g_assert_false (cab_client_is_minor (test.practice, client, "2026-03-01"));
}

/* [M-32], [M-96] quiet hours, over midnight too, and quiet days */
static void
test_quiet (void)
{
  static const struct
  {
    const char *from, *to, *days, *local;
    gboolean quiet;
  } cases[] = {
    { NULL, NULL, NULL, "2026-03-02T12:00", FALSE },
    { "21:00", "08:00", NULL, "2026-03-02T20:59", FALSE },
    { "21:00", "08:00", NULL, "2026-03-02T21:00", TRUE },
    { "21:00", "08:00", NULL, "2026-03-03T00:00", TRUE },
    { "21:00", "08:00", NULL, "2026-03-03T07:59", TRUE },
    { "21:00", "08:00", NULL, "2026-03-03T08:00", FALSE },
    { "12:00", "13:00", NULL, "2026-03-03T12:30", TRUE },
    { "12:00", "13:00", NULL, "2026-03-03T13:00", FALSE },
    { "12:00", "12:00", NULL, "2026-03-03T03:00", TRUE },
    { NULL, NULL, "sat sun", "2026-03-01T12:00", TRUE },
    { NULL, NULL, "sat sun", "2026-03-02T12:00", FALSE },
    { NULL, NULL, "mon", "2026-03-02T12:00", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

      g_test_message ("case %u: %s", i, cases[i].local);
      cab_record_set_text (client, OWN (QUIET_FROM), cases[i].from);
      cab_record_set_text (client, OWN (QUIET_TO), cases[i].to);
      cab_record_set_text (client, OWN (QUIET_DAYS), cases[i].days);
      g_assert_cmpint (cab_client_is_quiet (client, cases[i].local), ==, cases[i].quiet);
    }
}

/* [M-19] a restricted client is left alone; lifting says why and that the
 * person was told */
static void
test_restriction (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (GError) error = NULL;

  cab_client_restrict (test.practice, client, CAB_RESTRICTION_GROUND_ACCURACY_CONTESTED,
                       "Address contested.", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (client, OWN (RESTRICTED_ON)), ==, CAB_TEST_PRACTICE_TODAY);

  cab_record_set_text (client, OWN (CITY), "Leeds");
  cab_test_assert_refuses (
      &test, client, CAB_MODEL_ERROR_RESTRICTED,
      "Client: the client's record is restricted since 2026-03-02. Lift the restriction first.");
  cab_record_set_none (client, OWN (CITY));

  cab_record_set_bool (client, OWN (RESTRICTED), FALSE);
  cab_test_assert_refuses (&test, client, CAB_MODEL_ERROR_INVALID,
                           "Client, note on the restriction: say why the restriction is lifted, "
                           "and that the person was told first.");
  cab_record_set_bool (client, OWN (RESTRICTED), TRUE);

  g_assert_false (
      cab_client_lift_restriction (test.practice, client, "Address mended", " \n", &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID, "Client, note on the restriction: …");
  g_clear_error (&error);

  cab_client_lift_restriction (test.practice, client, "Address mended", "by letter of 1 March",
                               &error);
  g_assert_no_error (error);
  g_assert_false (cab_record_get_bool (client, OWN (RESTRICTED)));
  g_assert_null (get_text (client, OWN (RESTRICTED_ON)));
  g_assert_null (get_text (client, OWN (RESTRICTION_GROUND)));
  g_assert_cmpstr (get_text (client, OWN (RESTRICTION_NOTE)), ==,
                   "Address contested.\n2026-03-02: lifted because: Address mended. The person was "
                   "told first: by letter of 1 March.");

  cab_record_set_text (client, OWN (CITY), "Leeds");
  cab_test_assert_saves (&test, client);
}

/* [M-8] into the trash and back again */
static void
test_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  CabFilter filter = { .trashed = 0 };
  g_autoptr (GError) error = NULL;

  cab_practice_trash (test.practice, client, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cab_practice_count (test.practice, &cab_client_kind, &filter, NULL), ==, 0);

  cab_practice_restore (test.practice, client, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cab_practice_count (test.practice, &cab_client_kind, &filter, NULL), ==, 1);
}

/* [M-8] in the trash nothing is edited; it comes out as it went in. A restriction
 * can be asked for there too [M-19]. */
static void
test_trash_holds (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);
  g_autoptr (GError) error = NULL;

  cab_record_set_code (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), 0);
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_FAMILY_NAME), "Okafor");
  cab_test_assert_saves (&test, contact);
  cab_practice_trash (test.practice, contact, &error);
  g_assert_no_error (error);
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_FAMILY_NAME), "Other");
  cab_test_assert_refuses (&test, contact, CAB_MODEL_ERROR_HELD,
                           "Contact: it lies in the trash. Restore it first.");

  cab_practice_trash (test.practice, client, &error);
  g_assert_no_error (error);
  cab_record_set_text (client, OWN (CITY), "Leeds");
  cab_test_assert_refuses (&test, client, CAB_MODEL_ERROR_HELD,
                           "Client: it lies in the trash. Restore it first.");
  cab_record_set_none (client, OWN (CITY));
  cab_client_restrict (test.practice, client, CAB_RESTRICTION_GROUND_ASKED, NULL, &error);
  g_assert_no_error (error);
}

static CabRecord *
add_note (CabTestPractice *test, CabRecord *client, const char *kind, const char *held_on)
{
  CabRecord *note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), kind);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), held_on);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_test_assert_saves (test, note);

  return note;
}

static void
assert_last_contact (CabTestPractice *test, CabRecord *client, const char *on)
{
  CabFilter all = { .client_id = cab_record_get_id (client), .trashed = -1 };
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *computed = NULL;
  g_autoptr (CabRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  now = cab_practice_load (test->practice, &cab_client_kind, cab_record_get_id (client), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (now, OWN (LAST_CONTACT_ON)), ==, on);

  notes = cab_practice_list (test->practice, &cab_note_kind, &all, &error);
  g_assert_no_error (error);
  computed = cab_client_dup_last_contact (notes, CAB_TEST_PRACTICE_TODAY);
  g_assert_cmpstr (computed, ==, on);
}

/* [M-32] last_contact_on follows the newest note of a contact */
static void
test_last_contact (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) first = add_note (&test, client, "session", "2026-02-10T09:00");
  g_autoptr (CabRecord) second = NULL;
  g_autoptr (CabRecord) older = NULL;
  g_autoptr (CabRecord) about = NULL;
  g_autoptr (CabRecord) planned = NULL;
  g_autoptr (GError) error = NULL;

  assert_last_contact (&test, client, "2026-02-10");
  second = add_note (&test, client, "contact", "2026-03-02T08:00");
  assert_last_contact (&test, client, "2026-03-02");
  older = add_note (&test, client, "session", "2026-01-10T09:00");
  about = add_note (&test, client, "supervision", "2026-03-02T09:00");
  planned = add_note (&test, client, "session", "2026-03-09T09:00");
  assert_last_contact (&test, client, "2026-03-02");

  cab_practice_trash (test.practice, second, &error);
  g_assert_no_error (error);
  assert_last_contact (&test, client, "2026-02-10");

  cab_record_set_text (first, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-02-11T09:00");
  cab_test_assert_saves (&test, first);
  assert_last_contact (&test, client, "2026-02-11");

  cab_practice_restore (test.practice, second, &error);
  g_assert_no_error (error);
  assert_last_contact (&test, client, "2026-03-02");
}

/* [M-32] once something is signed the client stays out of the trash */
static void
test_signed_stays (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) note = add_note (&test, client, "session", "2026-02-10T09:00");
  g_autoptr (CabRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  cab_note_write (test.practice, note, "Spoke of work.", CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
  cab_note_sign (test.practice, note, "I wrote this note.", &error);
  g_assert_no_error (error);

  now = cab_practice_load (test.practice, &cab_client_kind, cab_record_get_id (client), &error);
  g_assert_no_error (error);
  g_assert_false (cab_practice_trash (test.practice, now, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_HELD,
                            "A client with signed notes cannot be moved to the trash. "
                            "Erase the client under Privacy.");
}

/* [M-95] without consent and without another basis no work begins; the log
 * keeps that it was refused */
static void
test_gate (void)
{
  static const struct
  {
    const char *basis6, *basis9;
    gboolean opens;
  } cases[] = {
    { "contract", "health-care", TRUE },
    { "legal-obligation", "public-health", TRUE },
    { "consent", "explicit-consent", FALSE },
    { "not-applicable", "none", FALSE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
      gint64 refused = cab_test_practice_count_audit (&test, "gate-refused");

      g_test_message ("%s, %s", cases[i].basis6, cases[i].basis9);
      cab_record_set_text (client, CAB_SYSTEM_BASIS6, cases[i].basis6);
      cab_record_set_text (client, CAB_SYSTEM_BASIS9, cases[i].basis9);
      cab_test_assert_saves (&test, client);

      cab_record_set_text (client, OWN (STATUS), "active");
      if (cases[i].opens)
        cab_test_assert_saves (&test, client);
      else
        cab_test_assert_refuses (&test, client, CAB_MODEL_ERROR_GATE, "…");
      g_assert_cmpint (cab_test_practice_count_audit (&test, "gate-refused"), ==,
                       refused + (cases[i].opens ? 0 : 1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client/begins-as-an-enquiry-with-a-reference", test_defaults);
  g_test_add_func ("/client/reference-is-unique", test_reference_unique);
  g_test_add_func ("/client/thirty-six-status-moves", test_moves);
  g_test_add_func ("/client/dates-follow-the-status", test_dates_follow_status);
  g_test_add_func ("/client/refuses-what-cannot-be", test_refusals);
  g_test_add_func ("/client/takes-what-can-be", test_acceptance);
  g_test_add_func ("/client/kind-of-file-is-fixed-by-records", test_kind_is_fixed);
  g_test_add_func ("/client/is-shown-as-the-person-says", test_shown_name);
  g_test_add_func ("/client/is-a-minor-until-the-latest-day", test_minor);
  g_test_add_func ("/client/quiet-hours-and-days", test_quiet);
  g_test_add_func ("/client/restricted-record-is-left-alone", test_restriction);
  g_test_add_func ("/client/trash-and-back", test_trash);
  g_test_add_func ("/client/trash-holds", test_trash_holds);

  g_test_add_func ("/client/last-contact-follows-the-notes", test_last_contact);
  g_test_add_func ("/client/signed-client-stays-out-of-the-trash", test_signed_stays);
  g_test_add_func ("/client/no-work-begins-without-a-basis", test_gate);

  return g_test_run ();
}
