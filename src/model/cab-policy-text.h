/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabPolicyKind:
 * @CAB_POLICY_KIND_PRIVACY_NOTICE: privacy notice
 * @CAB_POLICY_KIND_CONSENT_TEXT: consent text
 * @CAB_POLICY_KIND_PRACTICE_TERMS: terms of the practice
 * @CAB_POLICY_KIND_COMPLAINT_PROCEDURE: how to complain
 *
 * What a policy text is for. Source: records.md [M-50].
 */
typedef enum
{
  CAB_POLICY_KIND_PRIVACY_NOTICE,
  CAB_POLICY_KIND_CONSENT_TEXT,
  CAB_POLICY_KIND_PRACTICE_TERMS,
  CAB_POLICY_KIND_COMPLAINT_PROCEDURE
} CabPolicyKind;

extern const CabCodes cab_policy_kind_codes;

/**
 * CabAudience:
 * @CAB_AUDIENCE_ADULT: adults
 * @CAB_AUDIENCE_YOUNG_PERSON: young people
 * @CAB_AUDIENCE_GUARDIAN: parents and guardians
 *
 * For whom a policy text is written. Source: records.md [M-50].
 */
typedef enum
{
  CAB_AUDIENCE_ADULT,
  CAB_AUDIENCE_YOUNG_PERSON,
  CAB_AUDIENCE_GUARDIAN
} CabAudience;

extern const CabCodes cab_audience_codes;

/**
 * CabPurpose:
 * @CAB_PURPOSE_TREATMENT_RECORD: keeping the treatment record
 * @CAB_PURPOSE_RECORDING: recordings of sessions
 * @CAB_PURPOSE_TRANSCRIPT: transcripts of sessions
 * @CAB_PURPOSE_MOOD_SHARE: mood and values shown to the clinician
 * @CAB_PURPOSE_RESEARCH: research
 * @CAB_PURPOSE_TRAINING: training of others
 * @CAB_PURPOSE_QUALITY_ASSURANCE: checking the quality of the work
 * @CAB_PURPOSE_SERVICE_IMPROVEMENT: improving the service
 * @CAB_PURPOSE_SUPERVISION_IDENTIFIED: supervision with the name
 * @CAB_PURPOSE_SHARE_GP: sharing with the GP
 * @CAB_PURPOSE_SHARE_PROFESSIONAL: sharing with another professional
 * @CAB_PURPOSE_SHARE_FAMILY: sharing with partner or family
 * @CAB_PURPOSE_SHARE_PAYER: sharing with a payer
 * @CAB_PURPOSE_TRANSFER: handing the file to another clinician
 * @CAB_PURPOSE_REMOTE_SESSION: sessions by video or phone
 * @CAB_PURPOSE_MARKETING: newsletter
 * @CAB_PURPOSE_GUARDIAN_INVOLVED: involving a parent or guardian
 *
 * What consent is asked for; each is asked for on its own and off by default. Source:
 * records.md [M-95].
 */
typedef enum
{
  CAB_PURPOSE_TREATMENT_RECORD,
  CAB_PURPOSE_RECORDING,
  CAB_PURPOSE_TRANSCRIPT,
  CAB_PURPOSE_MOOD_SHARE,
  CAB_PURPOSE_RESEARCH,
  CAB_PURPOSE_TRAINING,
  CAB_PURPOSE_QUALITY_ASSURANCE,
  CAB_PURPOSE_SERVICE_IMPROVEMENT,
  CAB_PURPOSE_SUPERVISION_IDENTIFIED,
  CAB_PURPOSE_SHARE_GP,
  CAB_PURPOSE_SHARE_PROFESSIONAL,
  CAB_PURPOSE_SHARE_FAMILY,
  CAB_PURPOSE_SHARE_PAYER,
  CAB_PURPOSE_TRANSFER,
  CAB_PURPOSE_REMOTE_SESSION,
  CAB_PURPOSE_MARKETING,
  CAB_PURPOSE_GUARDIAN_INVOLVED
} CabPurpose;

extern const CabCodes cab_purpose_codes;

/**
 * CabPolicyTextField:
 *
 * The fields of a policy text in table order, which is export order.
 * Source: records.md [M-50].
 */
typedef enum
{
  CAB_POLICY_TEXT_FIELD_POLICY_KIND,
  CAB_POLICY_TEXT_FIELD_AUDIENCE,
  CAB_POLICY_TEXT_FIELD_LANGUAGE,
  CAB_POLICY_TEXT_FIELD_TITLE,
  CAB_POLICY_TEXT_FIELD_BODY,
  CAB_POLICY_TEXT_FIELD_VERSION_NUMBER,
  CAB_POLICY_TEXT_FIELD_PURPOSES,
  CAB_POLICY_TEXT_FIELD_PUBLISHED_AT,
  CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM,
  CAB_POLICY_TEXT_FIELD_SUPERSEDES_ID,
  CAB_POLICY_TEXT_FIELD_DIGEST,
  CAB_POLICY_TEXT_N_FIELDS
} CabPolicyTextField;

extern const CabKind cab_policy_text_kind;

#define CAB_TYPE_POLICY_TEXT (cab_policy_text_get_type ())
G_DECLARE_FINAL_TYPE (CabPolicyText, cab_policy_text, CAB, POLICY_TEXT, CabRecord)

/**
 * cab_policy_text_publish:
 * @practice: a practice
 * @policy: a draft, stored or new
 * @effective_from: (nullable): the day from which it holds; when %NULL what the
 *   draft says, else today
 * @error: return location
 *
 * Publishes a text. From then on it cannot be changed or deleted; people can
 * agree to it from @effective_from on, which may lie in the past for a text that
 * was handed out on paper. It replaces the newest published text of the same kind,
 * audience, language and purposes, unless it says itself what it replaces.
 *
 * Shape: the digest is SHA-512 over kind, audience, language, title, body,
 * version number and purposes in this order, each in its outside form behind its
 * length in bytes as 32 bits little-endian; what is not stated has length 0. It
 * holds nothing that a person did not read, so a printed copy has it too.
 * Errors: IMMUTABLE when it is published already, INVALID when its number is not
 * above that of the text it replaces.
 * Source: records.md [M-50].
 *
 * Returns: %TRUE when it is published
 */
gboolean cab_policy_text_publish (CabPractice *practice,
                                  CabRecord *policy,
                                  const char *effective_from,
                                  GError **error);

/**
 * cab_policy_text_revise:
 * @practice: a practice
 * @policy: a published text
 * @error: return location
 *
 * Begins the next version of a text: a stored draft with its words, or the draft
 * that was begun already.
 *
 * Errors: INVALID for a text that is not published.
 *
 * Returns: (transfer full) (nullable): the draft
 */
CabRecord *cab_policy_text_revise (CabPractice *practice,
                                   CabRecord *policy,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_policy_text_has_published:
 * @practice: a practice
 * @kind: what it is for
 * @found: (out): whether a text of that kind was ever published
 * @error: return location
 *
 * Source: window.md [W-37], [W-96].
 *
 * Returns: %FALSE with @error set when the texts cannot be read
 */
gboolean cab_policy_text_has_published (CabPractice *practice,
                                        CabPolicyKind kind,
                                        gboolean *found,
                                        GError **error);

/**
 * cab_policy_text_find_current:
 * @practice: a practice
 * @kind: what it is for
 * @audience: for whom
 * @language: in which language
 * @purpose: (nullable): a purpose that it must ask for
 * @on: a date
 * @policy: (out) (transfer full) (nullable): the text, %NULL when there is none
 * @error: return location
 *
 * Finds the text in force on a day: of the published ones that began by then the
 * one with the latest beginning, of several the highest number.
 *
 * Returns: %FALSE with @error set when the texts cannot be read
 */
gboolean cab_policy_text_find_current (CabPractice *practice,
                                       CabPolicyKind kind,
                                       CabAudience audience,
                                       const char *language,
                                       const char *purpose,
                                       const char *on,
                                       CabRecord **policy,
                                       GError **error);

G_END_DECLS
