/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-codes.h"
#include "cab-condition.h"
#include "cab-contact.h"
#include "cab-erasure.h"
#include "cab-sample-private.h"
#include "cab-set-up.h"

#include <string.h>

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)
#define CONDITION(field) CAB_OWN (CAB_CONDITION_FIELD_##field)
#define CONTACT(field) CAB_OWN (CAB_CONTACT_FIELD_##field)
#define LINK(field) CAB_OWN (CAB_CLIENT_CONTACT_FIELD_##field)
#define SETTINGS(field) CAB_OWN (CAB_PRACTICE_FIELD_##field)

static gboolean
complete_settings (CabSample *sample, GError **error)
{
  CabRecord *borrowed = cab_practice_get_settings (sample->practice);
  g_autoptr (CabRecord) settings = cab_record_dup (borrowed);
  g_autofree char *address = cab_sample_dup_address (sample->ids);

  cab_record_set_text (settings, SETTINGS (ADDRESS), address);
  cab_record_set_text (settings, SETTINGS (OPENING_HOURS),
                       "Monday to Thursday, 9 to 18\nFriday, 9 to 13");
  cab_record_set_text (settings, SETTINGS (PHONE), "01632 960100");
  cab_record_set_text (settings, SETTINGS (EMAIL), "practice@example.org");
  cab_record_set_text (settings, SETTINGS (WEBSITE), "https://practice.example.org");
  cab_record_set_text (settings, SETTINGS (AUTHORITY_NAME),
                       "The data protection authority of the sample");
  cab_record_set_text (settings, SETTINGS (AUTHORITY_CONTACT), "authority@example.org");
  cab_record_set_text (settings, SETTINGS (SELF_REVIEWED_ON), CAB_SAMPLE_FIRST_DAY);

  return cab_practice_save (sample->practice, settings, error);
}

static gboolean
complete_owner (CabSample *sample, GError **error)
{
  g_autoptr (CabRecord) owner = cab_practice_load (
      sample->practice, &cab_clinician_kind, cab_practice_get_owner_id (sample->practice), error);

  if (owner == NULL)
    return FALSE;

  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_QUALIFICATIONS),
                       "Diploma in integrative psychotherapy");
  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_SPECIALTIES),
                       "Anxiety, grief, exhaustion; individuals, couples and young people");
  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_REGISTRATION_BODY),
                       "Register of the sample");
  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_REGISTRATION_NUMBER), "S-000123");
  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_REGISTRATION_UNTIL), "2026-09-30");
  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_LANGUAGES), "English, some German");

  return cab_practice_save (sample->practice, owner, error);
}

gboolean
cab_sample_set_practice_up (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  static const CabSetUp set_up = { .name = "Sample Practice",
                                   .clinician = "Robin Marlowe-Idris",
                                   .profession = CAB_PROFESSION_PSYCHOTHERAPIST,
                                   .jurisdiction = CAB_JURISDICTION_UK,
                                   .zone = CAB_SAMPLE_ZONE };

  if (cab_practice_get_settings (sample->practice) == NULL
      && !cab_practice_set_up (sample->practice, &set_up, error))
    return FALSE;

  return complete_settings (sample, error) && complete_owner (sample, error)
         && cab_practice_set_preference (
             sample->practice, "contact-now",
             "If you cannot keep yourself safe, ring the emergency number or go to the nearest "
             "emergency department.",
             error);
}

static CabRecord *
add_contact (CabSample *sample,
             CabIds *ids,
             CabContactKind kind,
             const char *organisation,
             const char *profession,
             char **name,
             GError **error)
{
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_autofree char *person = cab_sample_dup_person (ids, &given, &family);
  g_autofree char *address = cab_sample_dup_address (ids);

  cab_record_set_code (contact, CONTACT (CONTACT_KIND), (int)kind);
  cab_record_set_text (contact, CONTACT (GIVEN_NAME), given);
  cab_record_set_text (contact, CONTACT (FAMILY_NAME), family);
  cab_record_set_text (contact, CONTACT (ORGANISATION), organisation);
  cab_record_set_text (contact, CONTACT (PROFESSION), profession);
  cab_record_set_text (contact, CONTACT (ADDRESS), address);
  cab_record_set_text (contact, CONTACT (COUNTRY), "GB");
  cab_sample_draw_reach (ids, contact, CONTACT (PHONE), CONTACT (EMAIL), person);
  if (!cab_practice_save (sample->practice, contact, error))
    return NULL;

  *name = g_steal_pointer (&person);
  return g_steal_pointer (&contact);
}

/* Surgeries that many clients share; @n of them. */
gboolean
cab_sample_add_gps (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  static const char *const surgeries[] = {
    "Lantern Street Surgery",
    "Mill Race Health Centre",
    "The Orchard Practice",
    "Saltby Cross Medical Group",
  };

  for (guint i = 0; i < n; i++)
    {
      const char *surgery = surgeries[i % G_N_ELEMENTS (surgeries)];
      g_autoptr (CabRecord) contact = NULL;
      g_autofree char *name = NULL;

      contact = add_contact (sample, sample->ids, CAB_CONTACT_KIND_ORGANISATION, surgery, "GP",
                             &name, error);
      if (contact == NULL)
        return FALSE;
      g_ptr_array_add (sample->gp_ids, g_strdup (cab_record_get_id (contact)));
      g_ptr_array_add (sample->gp_names, g_strconcat ("Dr ", name, NULL));
    }

  return TRUE;
}

/* Returns the link's id. */
static char *
add_link (CabSample *sample,
          const CabSampleStory *story,
          const char *contact_id,
          CabContactRole role,
          CabAuthority authority,
          const char *relationship,
          const char *may_be_told,
          GError **error)
{
  g_autoptr (CabRecord) link = cab_record_new (&cab_client_contact_kind);
  g_autofree char *today = cab_sample_dup_day (sample, 0);

  cab_record_set_text (link, LINK (CLIENT_ID), story->client_id);
  cab_record_set_text (link, LINK (CONTACT_ID), contact_id);
  cab_record_set_code (link, LINK (ROLE), (int)role);
  cab_record_set_text (link, LINK (RELATIONSHIP), relationship);
  if (role == CAB_CONTACT_ROLE_GUARDIAN)
    cab_record_set_code (link, LINK (AUTHORITY), (int)authority);
  cab_record_set_text (link, LINK (MAY_BE_TOLD), may_be_told);
  cab_record_set_text (link, LINK (VALID_FROM), today);
  if (!cab_practice_save (sample->practice, link, error))
    return NULL;

  return g_strdup (cab_record_get_id (link));
}

static gboolean
add_guardians (CabSample *sample, CabSampleStory *story, GError **error)
{
  static const char *const relationships[] = { "mother", "father" };

  for (guint i = 0; i < G_N_ELEMENTS (relationships); i++)
    {
      g_autoptr (CabRecord) contact = NULL;
      g_autofree char *name = NULL;
      g_autofree char *link = NULL;

      contact = add_contact (sample, story->voice.ids, CAB_CONTACT_KIND_PERSON, NULL, NULL, &name,
                             error);
      if (contact == NULL)
        return FALSE;
      link = add_link (sample, story, cab_record_get_id (contact), CAB_CONTACT_ROLE_GUARDIAN,
                       CAB_AUTHORITY_PARENTAL_RESPONSIBILITY, relationships[i],
                       "appointments attendance", error);
      if (link == NULL)
        return FALSE;
      if (i == 0)
        {
          story->contact_id = g_strdup (cab_record_get_id (contact));
          story->contact_name = g_steal_pointer (&name);
          story->guardian_link_id = g_steal_pointer (&link);
        }
    }

  return TRUE;
}

static gboolean
add_emergency (CabSample *sample, CabSampleStory *story, GError **error)
{
  static const struct
  {
    CabContactRole role;
    const char *relationship;
    const char *profession;
  } people[] = {
    { CAB_CONTACT_ROLE_EMERGENCY, "sister", NULL },
    { CAB_CONTACT_ROLE_PARTNER, "husband", NULL },
    { CAB_CONTACT_ROLE_FAMILY, "son", NULL },
    { CAB_CONTACT_ROLE_OTHER_PROFESSIONAL, "case worker", "Social worker" },
    { CAB_CONTACT_ROLE_PAYER, "employer's scheme", "Scheme manager" },
  };
  guint i = story->rich ? 0 : cab_sample_draw (story, G_N_ELEMENTS (people));
  g_autoptr (CabRecord) contact = NULL;
  g_autofree char *link = NULL;

  contact = add_contact (sample, story->voice.ids, CAB_CONTACT_KIND_PERSON, NULL,
                         people[i].profession, &story->contact_name, error);
  if (contact == NULL)
    return FALSE;

  story->contact_id = g_strdup (cab_record_get_id (contact));
  link = add_link (sample, story, story->contact_id, people[i].role, CAB_AUTHORITY_NONE,
                   people[i].relationship, "appointments emergency-only", error);
  return link != NULL;
}

static gboolean
add_contacts (CabSample *sample, CabSampleStory *story, GError **error)
{
  guint gp = cab_sample_draw (story, sample->gp_ids->len);
  g_autofree char *link = NULL;

  if (!cab_sample_is_person (story))
    return TRUE;

  story->gp_id = g_strdup (g_ptr_array_index (sample->gp_ids, gp));
  story->gp_name = g_strdup (g_ptr_array_index (sample->gp_names, gp));
  link = add_link (sample, story, story->gp_id, CAB_CONTACT_ROLE_GP, CAB_AUTHORITY_NONE, NULL, NULL,
                   error);
  if (link == NULL)
    return FALSE;

  return story->role == CAB_SAMPLE_ROLE_MINOR ? add_guardians (sample, story, error)
                                              : add_emergency (sample, story, error);
}

/* Some are known to the day, some to the year, some not at all. */
static void
draw_birth (CabSample *sample, CabSampleStory *story, CabRecord *client)
{
  g_autofree char *today = cab_sample_dup_day (sample, 0);
  guint year = (guint)g_ascii_strtoull (today, NULL, 10);
  guint age = cab_sample_is_young (story) ? 12 + cab_sample_draw (story, 3)
                                          : 21 + cab_sample_draw (story, 55);
  guint month = 1 + cab_sample_draw (story, 12);
  guint day = 1 + cab_sample_draw (story, 28);
  guint exactness = cab_sample_is_young (story) ? 9 : cab_sample_draw (story, 10);
  g_autofree char *born = NULL;

  if (exactness == 0)
    {
      cab_record_set_text (client, CLIENT (DECLINED), "date_of_birth religion");
      return;
    }
  if (exactness == 1)
    born = g_strdup_printf ("%u", year - age);
  else
    born = g_strdup_printf ("%u-%02u-%02u", year - age, month, day);
  cab_record_set_text (client, CLIENT (DATE_OF_BIRTH), born);
}

static void
draw_demographics (CabSample *sample, CabSampleStory *story, CabRecord *client)
{
  static const char *const occupations[] = { "Baker",     "Bus driver",   "Teaching assistant",
                                             "Retired",   "Nurse",        "Software tester",
                                             "Gardener",  "Between jobs", "Student",
                                             "Carpenter", "Cook",         "Translator" };
  static const char *const languages[]
      = { "English", "English", "Welsh", "Polish", "Urdu", "Portuguese", "Yoruba", "Turkish" };
  static const char *const states[]
      = { "Single", "Married", "Living together", "Widowed", "Separated" };
  static const char *const needs[]
      = { "Ground floor", "Large print", "Short breaks", "Hearing loop", "Low light" };
  CabIds *ids = story->voice.ids;

  draw_birth (sample, story, client);
  if (cab_sample_is_young (story))
    cab_record_set_text (client, CLIENT (OCCUPATION), "School student");
  else
    cab_record_set_text (client, CLIENT (OCCUPATION), CAB_SAMPLE_PICK (ids, occupations));
  cab_record_set_text (client, CLIENT (FIRST_LANGUAGE), CAB_SAMPLE_PICK (ids, languages));
  if (!cab_sample_is_young (story))
    cab_record_set_text (client, CLIENT (RELATIONSHIP_STATUS), CAB_SAMPLE_PICK (ids, states));
  if (story->rich || cab_sample_draw (story, 5) == 0)
    cab_record_set_text (client, CLIENT (ACCESS_NEEDS), CAB_SAMPLE_PICK (ids, needs));
}

static void
draw_permissions (CabSampleStory *story, CabRecord *client)
{
  static const guint fields[] = { CLIENT (ALLOW_EMAIL), CLIENT (ALLOW_TEXT), CLIENT (ALLOW_PHONE),
                                  CLIENT (ALLOW_VOICEMAIL), CLIENT (ALLOW_LETTER) };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cab_record_set_code (client, fields[i], (int)cab_sample_draw (story, 4));
  if (!story->rich && cab_sample_draw (story, 4) != 0)
    return;

  cab_record_set_text (client, CLIENT (VOICEMAIL_WORDING),
                       "Say only: a message for you, ring when you can.");
  cab_record_set_text (client, CLIENT (CONTACT_NOTE), "Shares the telephone in the evening.");
  cab_record_set_text (client, CLIENT (QUIET_FROM), "20:30");
  cab_record_set_text (client, CLIENT (QUIET_TO), "08:00");
  cab_record_set_text (client, CLIENT (QUIET_DAYS), "sun");
}

static CabClientKind
get_client_kind (const CabSampleStory *story)
{
  if (cab_sample_is_person (story))
    return CAB_CLIENT_KIND_PERSON;

  return story->role == CAB_SAMPLE_ROLE_COUPLE ? CAB_CLIENT_KIND_COUPLE : CAB_CLIENT_KIND_FAMILY;
}

gboolean
cab_sample_enquire (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
  g_autofree char *reason = NULL;
  g_autofree char *today = cab_sample_dup_day (sample, 0);

  cab_record_set_code (client, CLIENT (CLIENT_KIND), (int)get_client_kind (story));
  cab_sample_draw_name (story, client);
  if (cab_sample_is_person (story))
    draw_demographics (sample, story, client);
  cab_sample_draw_address (story->voice.ids, client);
  cab_sample_draw_reach (story->voice.ids, client, CLIENT (PHONE), CLIENT (EMAIL), story->name);
  draw_permissions (story, client);
  reason = cab_sample_text_dup_reason (&story->voice);
  cab_record_set_text (client, CLIENT (PRESENTING), reason);
  cab_record_set_text (client, CLIENT (REFERRED_ON), today);
  cab_record_set_text (client, CLIENT (AVAILABILITY), "Mornings, or Wednesday after four.");
  cab_record_set_bool (client, CLIENT (GUARDIAN_INITIATED), story->role == CAB_SAMPLE_ROLE_MINOR);
  if (story->role == CAB_SAMPLE_ROLE_COMPETENT)
    cab_record_set_text (client, CLIENT (COMPETENCE_NOTE),
                         "Judged by me in the first meeting: understands what is written down, who "
                         "can read it and what happens without it, and wishes to decide alone.");
  if (!cab_practice_save (sample->practice, client, error))
    return FALSE;

  story->client_id = g_strdup (cab_record_get_id (client));
  return add_contacts (sample, story, error);
}

/* @n is the status to be. */
gboolean
cab_sample_move (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) client = cab_sample_load_client (sample, story, error);
  g_autofree char *today = cab_sample_dup_day (sample, 0);

  if (client == NULL)
    return FALSE;

  cab_record_set_code (client, CLIENT (STATUS), (int)n);
  switch ((CabClientStatus)n)
    {
    case CAB_CLIENT_STATUS_DISCHARGED:
      cab_record_set_text (client, CLIENT (ENDED_ON), today);
      cab_record_set_code (client, CLIENT (END_REASON), (int)cab_sample_draw (story, 4));
      break;
    case CAB_CLIENT_STATUS_ACTIVE:
      cab_record_set_text (client, CLIENT (DETAILS_CONFIRMED_ON), today);
      if (story->gp_id != NULL && cab_sample_draw (story, 3) == 0)
        cab_record_set_text (client, CLIENT (REFERRAL_CONTACT_ID), story->gp_id);
      break;
    case CAB_CLIENT_STATUS_ENQUIRY:
    case CAB_CLIENT_STATUS_WAITING:
    case CAB_CLIENT_STATUS_PAUSED:
    case CAB_CLIENT_STATUS_ARCHIVED:
      break;
    }

  return cab_practice_save (sample->practice, client, error);
}

gboolean
cab_sample_add_condition (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  const CabSampleTheme *theme = &cab_sample_themes[story->voice.themes[n % 2]];
  g_autoptr (CabRecord) condition = cab_record_new (&cab_condition_kind);
  g_autofree char *onset = cab_sample_dup_day (sample, -300 - (int)cab_sample_draw (story, 900));
  gboolean from_letter = story->gp_name != NULL && cab_sample_draw (story, 3) == 0;

  cab_record_set_text (condition, CONDITION (CLIENT_ID), story->client_id);
  cab_record_set_text (condition, CONDITION (LABEL), theme->label);
  if (theme->code != NULL)
    {
      cab_record_set_code (condition, CONDITION (CODE_SYSTEM), CAB_CODE_SYSTEM_ICD_10);
      cab_record_set_text (condition, CONDITION (CONDITION_CODE), theme->code);
    }
  /* A month is as much as most people remember. */
  onset[strlen ("2024-03")] = '\0';
  cab_record_set_text (condition, CONDITION (ONSET), onset);
  cab_record_set_code (condition, CONDITION (CERTAINTY),
                       from_letter ? CAB_CERTAINTY_CONFIRMED : CAB_CERTAINTY_PROVISIONAL);
  cab_record_set_code (condition, CONDITION (CONDITION_STATUS), CAB_CONDITION_STATUS_ACTIVE);
  if (from_letter)
    {
      cab_record_set_text (condition, CONDITION (DIAGNOSED_BY), story->gp_name);
      cab_record_set_code (condition, CAB_SYSTEM_ORIGIN, CAB_ORIGIN_RECEIVED);
      cab_record_set_text (condition, CAB_SYSTEM_SOURCE, "Letter of the surgery");
    }

  return cab_practice_save (sample->practice, condition, error);
}

gboolean
cab_sample_restrict (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) client = cab_sample_load_client (sample, story, error);

  return client != NULL
         && cab_client_restrict (
             sample->practice, client, CAB_RESTRICTION_GROUND_ACCURACY_CONTESTED,
             "Contests two notes of last spring; wrote a letter about it.", error);
}

/* A surgery goes with its last link; another takes its place, so that later
 * clients find one. */
static gboolean
replace_gone_gps (CabSample *sample, CabSampleStory *story, GError **error)
{
  guint n_gone = 0;

  for (guint i = sample->gp_ids->len; i > 0; i--)
    {
      const char *id = g_ptr_array_index (sample->gp_ids, i - 1);

      if (cab_practice_exists (sample->practice, &cab_contact_kind, id))
        continue;
      g_ptr_array_remove_index (sample->gp_ids, i - 1);
      g_ptr_array_remove_index (sample->gp_names, i - 1);
      n_gone++;
    }

  return n_gone == 0 || cab_sample_add_gps (sample, story, n_gone, error);
}

gboolean
cab_sample_erase (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) client = cab_sample_load_client (sample, story, error);

  return client != NULL
         && cab_erasure_erase (sample->practice, client, CAB_ERASURE_GROUND_REQUEST, NULL, error)
         && replace_gone_gps (sample, story, error);
}
