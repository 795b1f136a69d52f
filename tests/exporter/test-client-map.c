/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-map.h"

#include <string.h>

#include "cab-country.h"

/* [B-81] the headings of the specification's table, as people write them */
static void
test_headings_are_recognised (void)
{
  static const struct
  {
    const char *heading;
    const char *target;
  } cases[] = {
    { "First Name", "given_name" },
    { "FIRST", "given_name" },
    { "forename", "given_name" },
    { "Vorname", "given_name" },
    { "Prénom", "given_name" },
    { "PRE\xCC\x81NOM", "given_name" },
    { "given_name", "given_name" },
    { "last-name", "family_name" },
    { "SURNAME", "family_name" },
    { "Nachname", "family_name" },
    { "Known as", "preferred_name" },
    { "MAIDEN", "former_name" },
    { "Client Name", "whole_name" },
    { "D.O.B.", "date_of_birth" },
    { "BIRTHDATE", "date_of_birth" },
    { "date_of_birth", "date_of_birth" },
    { "Geburtsdatum", "date_of_birth" },
    { "DEATHDATE", "died_on" },
    { "E-Mail", "email" },
    { "Mobile", "phone" },
    { "Home Phone", "phone_2" },
    { "ADDRESS", "address_line_1" },
    { "Address 2", "address_line_2" },
    { "Town", "city" },
    { "COUNTY", "region" },
    { "STATE", "region" },
    { "ZIP", "postcode" },
    { "Post Code", "postcode" },
    { "Country", "country" },
    { "Sex", "gender" },
    { "Pronouns", "pronouns" },
    { "MARITAL", "relationship_status" },
    { "Job", "occupation" },
    { "Language", "first_language" },
    { "Intake", "started_on" },
    { "Discharge date", "ended_on" },
    { "Presenting problem", "presenting" },
    { "Id", "source" },
    { "Patient ID", "source" },
    { "SSN", "leave" },
    { "NHS number", "leave" },
    { "HEALTHCARE_EXPENSES", "leave" },
    { "Religion", "leave" },
    { "password", "leave" },
    { "Favourite colour", NULL },
    { "", NULL },
    { "leave", NULL },
    { "status", NULL },
    { "reference", NULL },
  };
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *target = cab_client_map_get_target (map, cases[i].heading);

      if (g_strcmp0 (target, cases[i].target) != 0)
        g_error ("‘%s’: %s instead of %s", cases[i].heading, target, cases[i].target);
    }
  g_assert_cmpstr (cab_client_map_get_name (map), ==, CAB_CLIENT_MAP_BUILT_IN);
}

/* [B-82] letters become words, unknown values stay, countries are codes */
static void
test_values_are_translated (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *value;
  } cases[] = {
    { "gender", "M", "male" },
    { "gender", "f", "female" },
    { "gender", "non-binary", "non-binary" },
    { "relationship_status", "M", "married" },
    { "relationship_status", "Civil partnership", "Civil partnership" },
    { "city", "M", "M" },
  };
  static const struct
  {
    const char *text;
    const char *code;
  } countries[] = {
    { "UnitedKingdom", "GB" },
    { "United Kingdom", "GB" },
    { "uk", "GB" },
    { "Scotland", "GB" },
    { "GB", "GB" },
    { "GBR", "GB" },
    { "U.S.A.", "US" },
    { "germany", "DE" },
    { "Côte d'Ivoire", "CI" },
    { "Cote d'Ivoire", "CI" },
    { "South Korea", "KR" },
    { "Bolivia", "BO" },
    { "Åland Islands", "AX" },
    { "Lancashire", NULL },
    { "", NULL },
    { "Holland", "NL" },
    { "Türkiye", "TR" },
    { "Turkey", "TR" },
    { "Czech Republic", "CZ" },
    { "Czechia", "CZ" },
    { "Kosovo", "XK" },
  };
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = cab_client_map_dup_value (map, cases[i].field, cases[i].text);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      const char *code = cab_client_map_get_country (map, countries[i].text);

      if (g_strcmp0 (code, countries[i].code) != 0)
        g_error ("‘%s’: %s", countries[i].text, code);
    }
}

/* [B-82] every code a practice may hold is found, and no other is given */
static void
test_countries_are_those_of_the_model (void)
{
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);
  guint n_codes = 0;

  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      {
        const char text[] = { a, b, '\0' };
        const char *code = cab_client_map_get_country (map, text);

        if (cab_country_is_code (text) && g_strcmp0 (code, text) != 0)
          g_error ("%s is not known", text);
        if (code != NULL && !cab_country_is_code (code))
          g_error ("%s gives %s", text, code);
        n_codes += cab_country_is_code (text);
      }
  g_assert_cmpuint (n_codes, ==, 250);
}

/* [B-80] a saved mapping comes back as it was, and comes before the built-in one */
static void
test_own_map_survives_as_text (void)
{
  g_autoptr (CabClientMap) map = cab_client_map_new ("old-system");
  g_autoptr (CabClientMap) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  g_autofree char *value = NULL;

  cab_client_map_set_target (map, "Mobile", "phone_2");
  cab_client_map_set_target (map, "Handy; privat", "phone");
  cab_client_map_set_target (map, "Mobile", CAB_CLIENT_TARGET_LEAVE);
  cab_client_map_set_target (map, "Religion", "religion");
  cab_client_map_set_value (map, "gender", "W", "weiblich");
  cab_client_map_set_date_order (map, "date_of_birth", CAB_DATE_ORDER_MDY);
  cab_client_map_set_century (map, "date_of_birth", 1900);
  cab_client_map_set_encoding (map, CAB_CSV_ENCODING_WINDOWS_1252);
  cab_client_map_set_delimiter (map, '\t');
  cab_client_map_set_splits_names (map, TRUE);
  cab_client_map_set_decodes (map, TRUE);

  text = cab_client_map_dup_text (map);
  again = cab_client_map_new_from_text ("old-system", text, &error);
  g_assert_no_error (error);
  text_again = cab_client_map_dup_text (again);
  g_assert_cmpstr (text, ==, text_again);

  g_assert_cmpstr (cab_client_map_get_target (again, "mobile"), ==, "leave");
  g_assert_cmpstr (cab_client_map_get_target (again, "Handy; privat"), ==, "phone");
  g_assert_cmpstr (cab_client_map_get_target (again, "religion"), ==, "religion");
  g_assert_cmpstr (cab_client_map_get_target (again, "Vorname"), ==, "given_name");
  value = cab_client_map_dup_value (again, "gender", "w");
  g_assert_cmpstr (value, ==, "weiblich");
  g_assert_cmpint (cab_client_map_get_date_order (again, "date_of_birth"), ==, CAB_DATE_ORDER_MDY);
  g_assert_cmpint (cab_client_map_get_date_order (again, "died_on"), ==, CAB_DATE_ORDER_UNKNOWN);
  g_assert_cmpuint (cab_client_map_get_century (again, "date_of_birth"), ==, 1900);
  g_assert_cmpuint (cab_client_map_get_century (again, "died_on"), ==, 0);
  g_assert_cmpint (cab_client_map_get_encoding (again), ==, CAB_CSV_ENCODING_WINDOWS_1252);
  g_assert_cmpint (cab_client_map_get_delimiter (again), ==, '\t');
  g_assert_true (cab_client_map_get_splits_names (again));
  g_assert_true (cab_client_map_get_decodes (again));
}

/* [B-80] a map that a person wrote wrongly is refused, not half taken */
static void
test_wrong_maps_are_refused (void)
{
  static const char *const wrong[] = {
    "no group",
    "[headings]\nfavourite_colour=colour\n",
    "[headings]\nstatus=state\n",
    "[headings]\nid=number\n",
    "[headings\n",
  };
  g_autoptr (CabClientMap) lenient = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      if (cab_client_map_new_from_text ("x", wrong[i], &error) != NULL)
        g_error ("‘%s’ was taken", wrong[i]);
      g_assert_cmpuint (error->domain, ==, G_KEY_FILE_ERROR);
    }

  /* What it says of the table is only taken when it can be. */
  lenient = cab_client_map_new_from_text (
      "x", "[table]\ndelimiter=|\nencoding=klingon\n[centuries]\ndied_on=1800\n", NULL);
  g_assert_cmpint (cab_client_map_get_delimiter (lenient), ==, '\0');
  g_assert_cmpint (cab_client_map_get_encoding (lenient), ==, CAB_CSV_ENCODING_UNKNOWN);
  g_assert_cmpuint (cab_client_map_get_century (lenient, "died_on"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/client-map/headings-are-recognised", test_headings_are_recognised);
  g_test_add_func ("/exporter/client-map/values-are-translated", test_values_are_translated);
  g_test_add_func ("/exporter/client-map/countries-are-those-of-the-model",
                   test_countries_are_those_of_the_model);
  g_test_add_func ("/exporter/client-map/own-map-survives-as-text", test_own_map_survives_as_text);
  g_test_add_func ("/exporter/client-map/wrong-maps-are-refused", test_wrong_maps_are_refused);
  return g_test_run ();
}
