/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"
#include "cab-contact.h"
#include "cab-find.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-test-practice.h"

#include <string.h>

static char *
add_contact (CabTestPractice *test, const char *given, const char *family)
{
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);

  cab_record_set_code (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), CAB_CONTACT_KIND_PERSON);
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_GIVEN_NAME), given);
  cab_record_set_text (contact, CAB_OWN (CAB_CONTACT_FIELD_FAMILY_NAME), family);
  cab_test_assert_saves (test, contact);

  return g_strdup (cab_record_get_id (contact));
}

static const struct
{
  const char *name;
  int found; /* index of the contact, -1 when none, -2 when several */
} cases[] = {
  { "Ann Lee", 0 }, { "ann lee", 0 }, { "Lee", -2 },    { "Leeds", 1 }, { "Anna", 1 },
  { "ÉVA", 2 },     { "va", 2 },      { "nobody", -1 }, { "", -1 },     { "%", -1 },
  { "0000", -2 },   { "000", -1 },    { "\377", -1 },
};

/* [M-11] a whole name goes before a part of one; of several none is chosen */
static void
test_names (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autofree char *ids[] = { add_contact (&test, "Ann", "Lee"), NULL, NULL };

  ids[1] = add_contact (&test, "Anna", "Leeds");
  ids[2] = add_contact (&test, "Éva", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabRecord) found
          = cab_find (test.practice, &cab_contact_kind, NULL, cases[i].name, &error);

      g_test_message ("“%s”", cases[i].name);
      if (cases[i].found >= 0)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (cab_record_get_id (found), ==, ids[cases[i].found]);
        }
      else
        {
          int code = cases[i].found == -1 ? CAB_MODEL_ERROR_NOT_FOUND : CAB_MODEL_ERROR_AMBIGUOUS;

          g_assert_null (found);
          g_assert_error (error, CAB_MODEL_ERROR, code);
          g_assert_null (strstr (error->message, "Ann"));
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_clear_pointer (&ids[i], g_free);
}

static void
test_ids (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autofree char *id = add_contact (&test, "Ann", "Lee");
  g_autofree char *other = add_contact (&test, "Ben", NULL);

  for (gsize length = 1; length <= strlen (id); length++)
    {
      g_autofree char *beginning = g_strndup (id, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabRecord) found
          = cab_find (test.practice, &cab_contact_kind, NULL, beginning, &error);

      if (length < CAB_FIND_SHORTEST_ID)
        g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND);
      else if (g_str_has_prefix (other, beginning))
        g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_AMBIGUOUS);
      else
        g_assert_cmpstr (cab_record_get_id (found), ==, id);
    }
}

/* [M-8] what lies in the trash answers to its id alone */
static void
test_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autofree char *id = add_contact (&test, "Ann", "Lee");
  g_autoptr (CabRecord) contact = cab_find (test.practice, &cab_contact_kind, NULL, "ann", NULL);
  g_autoptr (CabRecord) by_id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_practice_trash (test.practice, contact, &error));
  g_assert_no_error (error);

  g_assert_null (cab_find (test.practice, &cab_contact_kind, NULL, "ann", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND);

  by_id = cab_find (test.practice, &cab_contact_kind, NULL, id, NULL);
  g_assert_nonnull (by_id);
}

static void
test_clients (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) found = cab_find (test.practice, &cab_client_kind, NULL, "ada", NULL);

  g_assert_cmpstr (cab_record_get_id (found), ==, cab_record_get_id (ada));
  g_assert_true (cab_find_has_names (&cab_client_kind));
  g_assert_true (cab_find_has_names (&cab_contact_kind));
  g_assert_false (cab_find_has_names (&cab_note_kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/find/names", test_names);
  g_test_add_func ("/model/find/ids-and-their-beginnings", test_ids);
  g_test_add_func ("/model/find/trash-answers-to-ids", test_trash);
  g_test_add_func ("/model/find/clients", test_clients);

  return g_test_run ();
}
