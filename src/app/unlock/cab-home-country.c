/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-home-country.h"

#include <glib/gi18n.h>

/* EU: also the EEA states, where the GDPR holds. */
#define UK CAB_JURISDICTION_UK
#define EU CAB_JURISDICTION_EU
#define OTHER CAB_JURISDICTION_OTHER

static const CabHomeCountry countries[] = {
  { "AT", N_ ("Austria"), EU, "EUR" },
  { "AU", N_ ("Australia"), OTHER, "AUD" },
  { "BE", N_ ("Belgium"), EU, "EUR" },
  { "BG", N_ ("Bulgaria"), EU, "EUR" },
  { "BR", N_ ("Brazil"), OTHER, "BRL" },
  { "CA", N_ ("Canada"), OTHER, "CAD" },
  { "CH", N_ ("Switzerland"), OTHER, "CHF" },
  { "CY", N_ ("Cyprus"), EU, "EUR" },
  { "CZ", N_ ("Czechia"), EU, "CZK" },
  { "DE", N_ ("Germany"), EU, "EUR" },
  { "DK", N_ ("Denmark"), EU, "DKK" },
  { "EE", N_ ("Estonia"), EU, "EUR" },
  { "ES", N_ ("Spain"), EU, "EUR" },
  { "FI", N_ ("Finland"), EU, "EUR" },
  { "FR", N_ ("France"), EU, "EUR" },
  { "GB", N_ ("United Kingdom"), UK, "GBP" },
  { "GR", N_ ("Greece"), EU, "EUR" },
  { "HR", N_ ("Croatia"), EU, "EUR" },
  { "HU", N_ ("Hungary"), EU, "HUF" },
  { "IE", N_ ("Ireland"), EU, "EUR" },
  { "IL", N_ ("Israel"), OTHER, "ILS" },
  { "IN", N_ ("India"), OTHER, "INR" },
  { "IS", N_ ("Iceland"), EU, "ISK" },
  { "IT", N_ ("Italy"), EU, "EUR" },
  { "JP", N_ ("Japan"), OTHER, "JPY" },
  { "LI", N_ ("Liechtenstein"), EU, "CHF" },
  { "LT", N_ ("Lithuania"), EU, "EUR" },
  { "LU", N_ ("Luxembourg"), EU, "EUR" },
  { "LV", N_ ("Latvia"), EU, "EUR" },
  { "MT", N_ ("Malta"), EU, "EUR" },
  { "MX", N_ ("Mexico"), OTHER, "MXN" },
  { "NL", N_ ("Netherlands"), EU, "EUR" },
  { "NO", N_ ("Norway"), EU, "NOK" },
  { "NZ", N_ ("New Zealand"), OTHER, "NZD" },
  { "PL", N_ ("Poland"), EU, "PLN" },
  { "PT", N_ ("Portugal"), EU, "EUR" },
  { "RO", N_ ("Romania"), EU, "RON" },
  { "SE", N_ ("Sweden"), EU, "SEK" },
  { "SI", N_ ("Slovenia"), EU, "EUR" },
  { "SK", N_ ("Slovakia"), EU, "EUR" },
  { "TR", N_ ("Türkiye"), OTHER, "TRY" },
  { "US", N_ ("United States, under HIPAA"), CAB_JURISDICTION_US_HIPAA, "USD" },
  { "US", N_ ("United States, other"), CAB_JURISDICTION_US_OTHER, "USD" },
  { "ZA", N_ ("South Africa"), OTHER, "ZAR" },
};

static const CabHomeCountry elsewhere = { "", N_ ("Another country"), OTHER, NULL };

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const CabHomeCountry *const *first = a;
  const CabHomeCountry *const *second = b;

  return g_utf8_collate (_ ((*first)->name), _ ((*second)->name));
}

GPtrArray *
cab_home_country_list (void)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    g_ptr_array_add (list, (gpointer)&countries[i]);
  g_ptr_array_sort (list, compare_names);
  g_ptr_array_add (list, (gpointer)&elsewhere);

  return list;
}

guint
cab_home_country_find_local (GPtrArray *list)
{
  const char *name = g_get_language_names ()[0];
  const char *territory = strchr (name, '_');

  for (guint i = 0; territory != NULL && i < list->len; i++)
    {
      const CabHomeCountry *country = list->pdata[i];

      if (*country->code != '\0' && g_str_has_prefix (territory + 1, country->code))
        return i;
    }

  return list->len - 1;
}
