/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-consent-event.h"
#include "cab-policy-text.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabConsentField:
 *
 * The fields of a consent in table order, which is export order.
 * Source: records.md [M-51].
 */
typedef enum
{
  CAB_CONSENT_FIELD_CLIENT_ID,
  CAB_CONSENT_FIELD_PURPOSE,
  CAB_CONSENT_N_FIELDS
} CabConsentField;

extern const CabKind cab_consent_kind;

#define CAB_TYPE_CONSENT (cab_consent_get_type ())
G_DECLARE_FINAL_TYPE (CabConsent, cab_consent, CAB, CONSENT, CabRecord)

/**
 * CabConsentState:
 * @CAB_CONSENT_STATE_NEVER_ASKED: no answer yet, which opens nothing
 * @CAB_CONSENT_STATE_ACTIVE: granted or renewed, and not expired
 * @CAB_CONSENT_STATE_REFUSED: the last answer was no
 * @CAB_CONSENT_STATE_WITHDRAWN: taken back
 * @CAB_CONSENT_STATE_EXPIRED: its last day has passed
 *
 * How a consent stands on a day. Never stored, always computed from the events.
 *
 * Source: records.md [M-51].
 */
typedef enum
{
  CAB_CONSENT_STATE_NEVER_ASKED,
  CAB_CONSENT_STATE_ACTIVE,
  CAB_CONSENT_STATE_REFUSED,
  CAB_CONSENT_STATE_WITHDRAWN,
  CAB_CONSENT_STATE_EXPIRED
} CabConsentState;

extern const CabCodes cab_consent_state_codes;

/**
 * CabConsentAnswer:
 * @effective_on: (nullable): the day of the answer; today when %NULL
 * @policy_id: (nullable): the text that was agreed to; needed to grant and renew
 * @given_by: who answered
 * @given_by_contact_id: (nullable): the link to whoever answered for the client
 * @authority_seen: (nullable): what showed that they may
 * @how: in which way
 * @evidence_id: (nullable): the attachment with the signed form
 * @witness: (nullable): who else heard a spoken answer
 * @expires_on: (nullable): the last day on which the answer counts
 * @event_note: (nullable): what else was said
 *
 * What a person answered when asked for consent. Source: records.md [M-52].
 */
typedef struct
{
  const char *effective_on;
  const char *policy_id;
  CabGivenBy given_by;
  const char *given_by_contact_id;
  const char *authority_seen;
  CabConsentHow how;
  const char *evidence_id;
  const char *witness;
  const char *expires_on;
  const char *event_note;
} CabConsentAnswer;

/**
 * cab_consent_grant:
 * @practice: a practice
 * @client_id: the client
 * @purpose: what for
 * @answer: the answer
 * @error: return location
 *
 * Records that consent was given, making the consent of that client and purpose
 * if this is its first event.
 *
 * Errors: INVALID, naming the field; GATE when whoever answered may not: a minor
 * without competence-note, someone without authority.
 * Source: records.md [M-51], [M-52], [M-95].
 *
 * Returns: (transfer full): the event
 */
CabRecord *cab_consent_grant (CabPractice *practice,
                              const char *client_id,
                              CabPurpose purpose,
                              const CabConsentAnswer *answer,
                              GError **error);

/** cab_consent_refuse: records that consent was not given; Returns: (transfer full): the event */
CabRecord *cab_consent_refuse (CabPractice *practice,
                               const char *client_id,
                               CabPurpose purpose,
                               const CabConsentAnswer *answer,
                               GError **error);

/**
 * cab_consent_withdraw:
 * @practice: a practice
 * @client_id: the client
 * @purpose: what for
 * @answer: the answer; needs no text and no authority
 * @error: return location
 *
 * Records that a consent is taken back. cab_gate_get_stops() says what stops.
 *
 * Errors: INVALID when nothing was granted that could be taken back.
 * Source: records.md [M-52], GDPR Art 7(3).
 *
 * Returns: (transfer full): the event
 */
CabRecord *cab_consent_withdraw (CabPractice *practice,
                                 const char *client_id,
                                 CabPurpose purpose,
                                 const CabConsentAnswer *answer,
                                 GError **error);

/** cab_consent_renew: records that a consent goes on; Returns: (transfer full): the event */
CabRecord *cab_consent_renew (CabPractice *practice,
                              const char *client_id,
                              CabPurpose purpose,
                              const CabConsentAnswer *answer,
                              GError **error);

/**
 * cab_consent_compute_state:
 * @events: (element-type CabRecord): events of one consent, in any order
 * @on: a date
 * @deciding: (out) (optional) (transfer none) (nullable): the event that decides
 *
 * Computes how a consent stands on a day: what the last event up to that day
 * says. Events of one day count in the order in which they were written down;
 * where even that is the same second, the one that closes comes last, so that
 * what a person took back is never taken as given. An expiry day is the last
 * one that counts.
 *
 * Thread: any. Source: records.md [M-51], [M-52].
 *
 * Returns: the state
 */
CabConsentState cab_consent_compute_state (GPtrArray *events, const char *on, CabRecord **deciding);

/**
 * cab_consent_list_events:
 * @practice: a practice
 * @client_id: a client
 * @purpose: what for
 * @error: return location
 *
 * Returns: (transfer full) (element-type CabRecord): the events, empty when the
 *   client was never asked
 */
GPtrArray *cab_consent_list_events (CabPractice *practice,
                                    const char *client_id,
                                    CabPurpose purpose,
                                    GError **error);

/**
 * cab_consent_get_state:
 * @practice: a practice
 * @client_id: a client
 * @purpose: what for
 * @on: (nullable): a date; today when %NULL
 * @state: (out): how the consent stands
 * @error: return location
 *
 * The state for lists and history. Whether an act is allowed is another
 * question: see cab_gate_check().
 *
 * Returns: %FALSE with @error set when it cannot be read
 */
gboolean cab_consent_get_state (CabPractice *practice,
                                const char *client_id,
                                CabPurpose purpose,
                                const char *on,
                                CabConsentState *state,
                                GError **error);

G_END_DECLS
