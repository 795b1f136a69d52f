/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-consent.h"
#include "cab-disclosure.h"
#include "cab-sample-private.h"

#include <string.h>

#define DISCLOSURE(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)
#define POLICY(field) CAB_OWN (CAB_POLICY_TEXT_FIELD_##field)

#define ADULT_PURPOSES                                                                             \
  "marketing mood-share quality-assurance remote-session research share-gp "                       \
  "supervision-identified training treatment-record"
#define YOUNG_PURPOSES "guardian-involved mood-share share-gp treatment-record"

/* Two rounds of texts, one at the beginning and one a year later; the last text
 * of all stays a draft. */
static const struct
{
  guint round;
  CabPolicyKind kind;
  CabAudience audience;
  const char *title;
  const char *purposes;
  gboolean draft;
  const char *body;
} texts[] = {
  { 0, CAB_POLICY_KIND_PRIVACY_NOTICE, CAB_AUDIENCE_ADULT, "What I keep and why", NULL, FALSE,
    "I keep what you tell me, what I write about our work, and how I can reach you.\n\n"
    "I keep it to work with you, and for as long as my profession asks for. It lies in one "
    "encrypted file on my computer and in copies of it. Nobody else can open it.\n\n"
    "You may see all of it, ask for a copy, have mistakes put right, and complain." },
  { 0, CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_ADULT, "What you agree to", ADULT_PURPOSES, FALSE,
    "Each line is a question of its own, and you may say yes to some and no to others. A no has no "
    "disadvantage for our work. You may take back each yes at any time, by telling me." },
  { 0, CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_YOUNG_PERSON,
    "What happens with what you tell me", YOUNG_PURPOSES, FALSE,
    "I write down a little after each time, so that I remember. Your parents do not read it. If I "
    "am worried that you are in danger I will talk to you first and then to somebody who can "
    "help." },
  { 0, CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_GUARDIAN, "Consent for your child",
    YOUNG_PURPOSES, FALSE,
    "You agree that I work with your child and keep a record of it. What your child says stays "
    "between us, unless there is danger. You will hear from me about times, and about how things "
    "go as far as your child agrees." },
  { 0, CAB_POLICY_KIND_PRACTICE_TERMS, CAB_AUDIENCE_ADULT, "How we work together", NULL, FALSE,
    "Sessions last fifty minutes. If you cannot come, tell me two days before. Between sessions I "
    "answer messages on working days." },
  { 0, CAB_POLICY_KIND_COMPLAINT_PROCEDURE, CAB_AUDIENCE_ADULT, "If you are not content", NULL,
    FALSE,
    "Tell me first, if you can. If that does not help, write to my professional register or to the "
    "data protection authority; both addresses are on the notice in the waiting room." },
  { 1, CAB_POLICY_KIND_PRIVACY_NOTICE, CAB_AUDIENCE_ADULT, "What I keep and why", NULL, FALSE,
    "I keep what you tell me, what I write about our work, how I can reach you, and the moods you "
    "choose to share.\n\n"
    "I keep it to work with you, and for as long as my profession asks for. It lies in one "
    "encrypted file on my computer and in copies of it. Nobody else can open it.\n\n"
    "You may see all of it, take it with you, have mistakes put right, and complain. I answer "
    "within a month." },
  { 1, CAB_POLICY_KIND_CONSENT_TEXT, CAB_AUDIENCE_ADULT, "What you agree to", ADULT_PURPOSES, FALSE,
    "Each line is a question of its own, and you may say yes to some and no to others. A no has no "
    "disadvantage for our work. You may take back each yes at any time, by telling me or with one "
    "line by post or e-mail. Some end by themselves; I will ask you again before." },
  { 1, CAB_POLICY_KIND_PRACTICE_TERMS, CAB_AUDIENCE_ADULT, "How we work together", NULL, TRUE,
    "Sessions last fifty minutes. If you cannot come, tell me a day before. To be added: sessions "
    "by "
    "video." },
};

static gboolean
publish (CabSample *sample, guint i, GError **error)
{
  g_autoptr (CabRecord) policy = cab_record_new (&cab_policy_text_kind);

  cab_record_set_code (policy, POLICY (POLICY_KIND), (int)texts[i].kind);
  cab_record_set_code (policy, POLICY (AUDIENCE), (int)texts[i].audience);
  cab_record_set_text (policy, POLICY (LANGUAGE), "en");
  cab_record_set_text (policy, POLICY (TITLE), texts[i].title);
  cab_record_set_text (policy, POLICY (BODY), texts[i].body);
  cab_record_set_text (policy, POLICY (PURPOSES), texts[i].purposes);
  if (texts[i].draft)
    return cab_practice_save (sample->practice, policy, error);
  if (!cab_policy_text_publish (sample->practice, policy, NULL, error))
    return FALSE;

  if (texts[i].kind == CAB_POLICY_KIND_CONSENT_TEXT)
    {
      g_free (sample->consent_texts[texts[i].audience]);
      sample->consent_texts[texts[i].audience] = g_strdup (cab_record_get_id (policy));
    }
  return TRUE;
}

/* @n is the round. */
gboolean
cab_sample_publish (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i].round == n && !publish (sample, i, error))
        return FALSE;
    }

  return TRUE;
}

typedef CabRecord *(
    *Answer) (CabPractice *, const char *, CabPurpose, const CabConsentAnswer *, GError **);

/* Who answers for this client, and to which text. */
static CabConsentAnswer
begin_answer (const CabSample *sample, const CabSampleStory *story)
{
  CabConsentAnswer answer = { .how = CAB_CONSENT_HOW_SIGNED_PAPER };
  CabAudience audience = CAB_AUDIENCE_ADULT;

  if (story->role == CAB_SAMPLE_ROLE_COMPETENT)
    audience = CAB_AUDIENCE_YOUNG_PERSON;
  if (story->guardian_link_id != NULL)
    {
      audience = CAB_AUDIENCE_GUARDIAN;
      answer.given_by = CAB_GIVEN_BY_GUARDIAN;
      answer.given_by_contact_id = story->guardian_link_id;
      answer.authority_seen = "Birth certificate, shown in the first meeting";
    }
  answer.policy_id = sample->consent_texts[audience];

  return answer;
}

static gboolean
keep_answer (CabSample *sample,
             CabSampleStory *story,
             Answer act,
             CabPurpose purpose,
             const CabConsentAnswer *answer,
             GError **error)
{
  g_autoptr (CabRecord) event = act (sample->practice, story->client_id, purpose, answer, error);

  if (event == NULL)
    return FALSE;
  if (purpose == CAB_PURPOSE_SHARE_GP)
    {
      g_free (story->share_event_id);
      story->share_event_id
          = act == cab_consent_grant ? g_strdup (cab_record_get_id (event)) : NULL;
    }

  return TRUE;
}

/* The first meeting: treatment always, the rest as people are. A rich story
 * says yes to what changes later. */
gboolean
cab_sample_ask_consent (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autofree char *in_half_a_year = cab_sample_dup_day (sample, 183);
  g_autofree char *evidence = NULL;
  CabConsentAnswer answer = begin_answer (sample, story);
  gboolean young = cab_sample_is_young (story);

  if (story->rich || cab_sample_draw (story, 5) == 0)
    {
      evidence = cab_sample_attach_consent (sample, story, error);
      if (evidence == NULL)
        return FALSE;
      answer.evidence_id = evidence;
    }
  if (!keep_answer (sample, story, cab_consent_grant, CAB_PURPOSE_TREATMENT_RECORD, &answer, error)
      || !keep_answer (sample, story,
                       story->rich || cab_sample_draw (story, 4) != 0 ? cab_consent_grant
                                                                      : cab_consent_refuse,
                       CAB_PURPOSE_MOOD_SHARE, &answer, error)
      || !keep_answer (sample, story,
                       story->rich || cab_sample_draw (story, 3) != 0 ? cab_consent_grant
                                                                      : cab_consent_refuse,
                       CAB_PURPOSE_SHARE_GP, &answer, error))
    return FALSE;
  if (young)
    return TRUE;

  answer.evidence_id = NULL;
  answer.how = CAB_CONSENT_HOW_VERBAL;
  answer.event_note = "Asked at the end of the first meeting, answered without hesitation.";
  if (!keep_answer (sample, story, cab_consent_refuse, CAB_PURPOSE_TRAINING, &answer, error)
      || !keep_answer (sample, story, cab_consent_grant, CAB_PURPOSE_REMOTE_SESSION, &answer,
                       error))
    return FALSE;
  if (!story->rich && cab_sample_draw (story, 3) != 0)
    return TRUE;

  answer.how = CAB_CONSENT_HOW_SIGNED_SCREEN;
  answer.event_note = NULL;
  answer.expires_on = in_half_a_year;
  return keep_answer (sample, story, cab_consent_grant, CAB_PURPOSE_RESEARCH, &answer, error)
         && keep_answer (sample, story, cab_consent_grant, CAB_PURPOSE_MARKETING, &answer, error);
}

/* Half a year on: a newsletter is no longer wanted, research ran out and is
 * renewed by some; treatment goes on under the newer text. */
gboolean
cab_sample_change_consent (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  CabConsentAnswer answer = begin_answer (sample, story);
  const CabConsentAnswer taken_back = { .how = CAB_CONSENT_HOW_EMAIL };
  CabConsentState state;

  if (!cab_consent_get_state (sample->practice, story->client_id, CAB_PURPOSE_MARKETING, NULL,
                              &state, error))
    return FALSE;
  if ((state == CAB_CONSENT_STATE_ACTIVE || state == CAB_CONSENT_STATE_EXPIRED)
      && !keep_answer (sample, story, cab_consent_withdraw, CAB_PURPOSE_MARKETING, &taken_back,
                       error))
    return FALSE;

  return keep_answer (sample, story, cab_consent_renew, CAB_PURPOSE_TREATMENT_RECORD, &answer,
                      error);
}

static CabRecord *
new_disclosure (CabSample *sample, CabSampleStory *story, const char *what)
{
  CabRecord *disclosure = cab_record_new (&cab_disclosure_kind);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA512, what, -1);

  cab_record_set_text (disclosure, DISCLOSURE (CLIENT_ID), story->client_id);
  cab_record_set_text (disclosure, DISCLOSURE (RECIPIENT_COUNTRY), "GB");
  cab_record_set_text (disclosure, DISCLOSURE (WHAT), what);
  cab_record_set_text (disclosure, DISCLOSURE (OUTPUT_DIGEST), digest);

  return disclosure;
}

static gboolean
disclose_to_gp (CabSample *sample, CabSampleStory *story, const char *corrects, GError **error)
{
  g_autoptr (CabRecord) disclosure
      = new_disclosure (sample, story, "Letter about the work so far, one page");

  cab_record_set_code (disclosure, DISCLOSURE (DIRECTION_KIND), CAB_DIRECTION_KIND_TO_THIRD_PARTY);
  cab_record_set_text (disclosure, DISCLOSURE (RECIPIENT_NAME), story->gp_name);
  cab_record_set_text (disclosure, DISCLOSURE (PURPOSE_TEXT),
                       "So that the surgery knows of the work.");
  cab_record_set_code (disclosure, DISCLOSURE (GROUND), CAB_DISCLOSURE_GROUND_CONSENT);
  cab_record_set_text (disclosure, DISCLOSURE (CONSENT_ID), story->share_event_id);
  cab_record_set_code (disclosure, DISCLOSURE (CHANNEL),
                       corrects == NULL ? CAB_DISCLOSURE_CHANNEL_EMAIL
                                        : CAB_DISCLOSURE_CHANNEL_POST);
  cab_record_set_code (disclosure, DISCLOSURE (ENCRYPTION),
                       corrects == NULL ? CAB_ENCRYPTION_ZIP_AES256 : CAB_ENCRYPTION_PAPER);
  cab_record_set_text (disclosure, DISCLOSURE (CORRECTS_ID), corrects);
  if (!cab_practice_save (sample->practice, disclosure, error))
    return FALSE;

  g_free (story->disclosure_id);
  story->disclosure_id = g_strdup (cab_record_get_id (disclosure));
  return TRUE;
}

static gboolean
disclose_to_subject (CabSample *sample, CabSampleStory *story, GError **error)
{
  g_autoptr (CabRecord) disclosure
      = new_disclosure (sample, story, "Copy of the record until today");

  cab_record_set_code (disclosure, DISCLOSURE (DIRECTION_KIND), CAB_DIRECTION_KIND_TO_SUBJECT);
  cab_record_set_text (disclosure, DISCLOSURE (RECIPIENT_NAME), story->name);
  cab_record_set_text (disclosure, DISCLOSURE (PURPOSE_TEXT), "Asked for a copy.");
  cab_record_set_code (disclosure, DISCLOSURE (GROUND), CAB_DISCLOSURE_GROUND_SUBJECT_REQUEST);
  cab_record_set_code (disclosure, DISCLOSURE (CHANNEL), CAB_DISCLOSURE_CHANNEL_USB);
  cab_record_set_code (disclosure, DISCLOSURE (ENCRYPTION), CAB_ENCRYPTION_ZIP_AES256);

  return cab_practice_save (sample->practice, disclosure, error);
}

/* @n 0: a letter to the surgery, where that is agreed to; 1: the row before was
 * wrong about the way; 2: a copy for the client. */
gboolean
cab_sample_disclose (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  if (n == 2)
    return disclose_to_subject (sample, story, error);
  if (story->gp_name == NULL || story->share_event_id == NULL)
    return TRUE;
  if (n == 1)
    return story->disclosure_id == NULL
           || disclose_to_gp (sample, story, story->disclosure_id, error);

  return cab_sample_write_note (sample, story, CAB_NOTE_KIND_LETTER, error)
         && disclose_to_gp (sample, story, NULL, error);
}
