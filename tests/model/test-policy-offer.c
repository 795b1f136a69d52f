/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"
#include "cab-policy-offer.h"
#include "cab-test-practice.h"

/* Made in this order; @from is NULL for what stays a draft. */
static const struct
{
  const char *title;
  CabAudience audience;
  const char *language;
  const char *purposes;
  const char *from;
} texts[] = {
  { "old", CAB_AUDIENCE_ADULT, "en", "recording", "2025-01-01" },
  { "new", CAB_AUDIENCE_ADULT, "en", "recording", "2026-03-02" },
  { "newer", CAB_AUDIENCE_ADULT, "en", "recording", "2026-03-02" },
  { "later", CAB_AUDIENCE_ADULT, "en", "recording", "2027-01-01" },
  { "draft", CAB_AUDIENCE_ADULT, "en", "recording", NULL },
  { "welsh", CAB_AUDIENCE_ADULT, "cy", "recording", "2026-03-02" },
  { "research", CAB_AUDIENCE_ADULT, "en", "research", "2026-03-02" },
  { "guardian", CAB_AUDIENCE_GUARDIAN, "en", "recording", "2026-03-02" },
  { "young", CAB_AUDIENCE_YOUNG_PERSON, "en-GB", "recording", "2025-01-01" },
};

static void
add_texts (CabTestPractice *test)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CabRecord) text = cab_record_new (&cab_policy_text_kind);
      g_autoptr (GError) error = NULL;

      cab_record_set_code (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
                           CAB_POLICY_KIND_CONSENT_TEXT);
      cab_record_set_code (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), (int)texts[i].audience);
      cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), texts[i].language);
      cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), texts[i].title);
      cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "Words");
      cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), texts[i].purposes);
      if (texts[i].from == NULL)
        cab_test_assert_saves (test, text);
      else
        cab_policy_text_publish (test->practice, text, texts[i].from, &error);
      g_assert_no_error (error);
    }
}

/* [W-96] texts are offered by age and language, the newest first, so that an old
 * one is agreed to only when somebody chooses it */
static void
test_order (void)
{
  static const struct
  {
    const char *birth;
    const char *offered;
  } cases[] = {
    { "1980-01-01", "newer new old welsh young guardian" },
    { "2012-01-01", "young guardian newer new old welsh" },
    { NULL, "newer new old welsh young guardian" },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  add_texts (&test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
      g_autoptr (GPtrArray) offered = NULL;
      g_autoptr (GString) titles = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_DATE_OF_BIRTH), cases[i].birth);
      offered = cab_policy_offer_list (test.practice, client, CAB_PURPOSE_RECORDING, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < offered->len; j++)
        g_string_append_printf (
            titles, "%s%s", j > 0 ? " " : "",
            cab_record_get_text (offered->pdata[j], CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE)));
      g_test_message ("born %s", cases[i].birth != NULL ? cases[i].birth : "on no day");
      g_assert_cmpstr (titles->str, ==, cases[i].offered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/policy-offer/by-age-language-and-day", test_order);

  return g_test_run ();
}
