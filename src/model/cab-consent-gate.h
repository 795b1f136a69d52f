/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-policy-text.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabGateAct:
 * @CAB_GATE_ACTIVATE: a client becomes active
 * @CAB_GATE_RECORDING: a recording is imported, played or given to someone else
 * @CAB_GATE_TRANSCRIPT: a transcript is stored
 * @CAB_GATE_MOOD_SHARE: moods and values are shown to the clinician
 * @CAB_GATE_RESEARCH: the record goes into a research export
 * @CAB_GATE_TRAINING: into a training extract
 * @CAB_GATE_QUALITY_ASSURANCE: into a quality extract
 * @CAB_GATE_SERVICE_IMPROVEMENT: it serves to improve the service
 * @CAB_GATE_SUPERVISION_IDENTIFIED: supervision hears the name
 * @CAB_GATE_SHARE_GP: a letter or bundle goes to the GP
 * @CAB_GATE_SHARE_PROFESSIONAL: to another professional
 * @CAB_GATE_SHARE_FAMILY: partner, family or the guardian of an adult is told
 * @CAB_GATE_SHARE_PAYER: a payer sees details of an invoice
 * @CAB_GATE_TRANSFER: the file is handed over to another clinician
 * @CAB_GATE_REMOTE_SESSION: a session by video or phone
 * @CAB_GATE_MARKETING: a newsletter
 * @CAB_GATE_GUARDIAN_INVOLVED: a guardian of a competent minor takes part or is informed
 *
 * What a consent can open. Source: records.md [M-95].
 */
typedef enum
{
  CAB_GATE_ACTIVATE,
  CAB_GATE_RECORDING,
  CAB_GATE_TRANSCRIPT,
  CAB_GATE_MOOD_SHARE,
  CAB_GATE_RESEARCH,
  CAB_GATE_TRAINING,
  CAB_GATE_QUALITY_ASSURANCE,
  CAB_GATE_SERVICE_IMPROVEMENT,
  CAB_GATE_SUPERVISION_IDENTIFIED,
  CAB_GATE_SHARE_GP,
  CAB_GATE_SHARE_PROFESSIONAL,
  CAB_GATE_SHARE_FAMILY,
  CAB_GATE_SHARE_PAYER,
  CAB_GATE_TRANSFER,
  CAB_GATE_REMOTE_SESSION,
  CAB_GATE_MARKETING,
  CAB_GATE_GUARDIAN_INVOLVED
} CabGateAct;

#define CAB_N_GATE_ACTS (CAB_GATE_GUARDIAN_INVOLVED + 1)

/**
 * CabGateAnswer:
 * @CAB_GATE_OPEN: the act may go on
 * @CAB_GATE_NEVER_ASKED: nobody asked the client
 * @CAB_GATE_REFUSED: the client said no
 * @CAB_GATE_WITHDRAWN: the client took it back
 * @CAB_GATE_EXPIRED: its time is over
 * @CAB_GATE_CAME_OF_AGE: a guardian gave it, and the client has come of age [M-102]
 * @CAB_GATE_FOREIGN: it was given to another practice [B-75]
 *
 * How a gate stands.
 */
typedef enum
{
  CAB_GATE_OPEN,
  CAB_GATE_NEVER_ASKED,
  CAB_GATE_REFUSED,
  CAB_GATE_WITHDRAWN,
  CAB_GATE_EXPIRED,
  CAB_GATE_CAME_OF_AGE,
  CAB_GATE_FOREIGN
} CabGateAnswer;

/**
 * cab_gate_look:
 * @practice: a practice
 * @client: the client, stored or about to be
 * @act: what is to be done
 * @date: (nullable): the day that consent must cover; today when %NULL
 * @answer: (out): how the gate stands
 * @error: return location
 *
 * Looks at a gate without leaving a trace: for lists and for hiding what is not
 * shared. Whoever does the act asks cab_gate_check().
 *
 * %CAB_GATE_ACTIVATE is open as well where the client's record is held on another
 * recorded basis of Art 6 and Art 9.
 *
 * Thread: the vault's. Source: records.md [M-95], [M-102], bundle.md [B-75].
 *
 * Returns: %FALSE with @error set when the consents cannot be read
 */
gboolean cab_gate_look (CabPractice *practice,
                        CabRecord *client,
                        CabGateAct act,
                        const char *date,
                        CabGateAnswer *answer,
                        GError **error);

/**
 * cab_gate_check:
 * @practice: a practice
 * @client: the client, stored or about to be
 * @act: what is to be done
 * @date: (nullable): the day that consent must cover; today when %NULL
 * @error: return location
 *
 * Lets an act through when a consent covers it. A refusal is written into the
 * activity log as `gate-refused`; inside a transaction that happens when the
 * transaction is over, so that the log keeps it although the act is undone.
 *
 * Errors: %CAB_MODEL_ERROR_GATE, naming client, purpose and what to do.
 * Thread: the vault's. Source: records.md [M-95].
 *
 * Returns: %TRUE when the act may go on
 */
gboolean cab_gate_check (CabPractice *practice,
                         CabRecord *client,
                         CabGateAct act,
                         const char *date,
                         GError **error);

/** cab_gate_get_purpose: Returns: the purpose that an act needs consent for */
CabPurpose cab_gate_get_purpose (CabGateAct act);

/**
 * cab_gate_is_soft:
 * @act: an act
 *
 * Whether the person may go on after being asked, as for a session by video.
 *
 * Returns: %TRUE for a gate that reminds and does not bar
 */
gboolean cab_gate_is_soft (CabGateAct act);

/**
 * cab_gate_get_stops:
 * @purpose: a purpose
 *
 * What stops when consent for a purpose is withdrawn, for the one who is about
 * to withdraw it.
 *
 * Source: records.md [M-95], last column.
 *
 * Returns: one or two translated sentences
 */
const char *cab_gate_get_stops (CabPurpose purpose);

G_END_DECLS
