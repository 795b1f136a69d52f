/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"
#include "cab-row.h"

G_BEGIN_DECLS

/**
 * CabAttentionCode:
 * @CAB_ATTENTION_NOTE_UNSIGNED: a note of a day that has come is not signed
 * @CAB_ATTENTION_PROCESS_NOTE_UNSIGNED: the same of a process note
 * @CAB_ATTENTION_ADDENDUM_UNSIGNED: an addendum is not signed
 * @CAB_ATTENTION_DRAFT: text was begun and not kept, signed or discarded; not
 *   listed beside the note that it belongs to
 * @CAB_ATTENTION_MINOR: a minor without the consent of a guardian, and without a
 *   note on competence
 * @CAB_ATTENTION_COMING_OF_AGE: what a guardian granted ends soon, or has ended
 * @CAB_ATTENTION_CONSENT_ENDING: a consent ends within 30 days, or has ended
 * @CAB_ATTENTION_POLICY: clients agreed to an older version of a text
 * @CAB_ATTENTION_TRASH: something has lain in the trash for more than 30 days
 * @CAB_ATTENTION_RECOVERY_SHEET: no recovery sheet was proved, or not for a year
 * @CAB_ATTENTION_BACKUP: no backup for more than 7 days
 * @CAB_ATTENTION_ERASED: backups still hold somebody who was erased
 *
 * Why something needs attention. Source: records.md [M-97], as far as S1w goes.
 */
typedef enum
{
  CAB_ATTENTION_NOTE_UNSIGNED,
  CAB_ATTENTION_PROCESS_NOTE_UNSIGNED,
  CAB_ATTENTION_ADDENDUM_UNSIGNED,
  CAB_ATTENTION_DRAFT,
  CAB_ATTENTION_MINOR,
  CAB_ATTENTION_COMING_OF_AGE,
  CAB_ATTENTION_CONSENT_ENDING,
  CAB_ATTENTION_POLICY,
  CAB_ATTENTION_TRASH,
  CAB_ATTENTION_RECOVERY_SHEET,
  CAB_ATTENTION_BACKUP,
  CAB_ATTENTION_ERASED
} CabAttentionCode;

#define CAB_N_ATTENTION_CODES (CAB_ATTENTION_ERASED + 1)

/** cab_attention_codes: the stable words of #CabAttentionCode; a label heads a group of items */
extern const CabCodes cab_attention_codes;

/**
 * CabSeverity:
 * @CAB_SEVERITY_RED: now
 * @CAB_SEVERITY_AMBER: soon
 * @CAB_SEVERITY_PLAIN: when there is time
 *
 * How much something presses; the label of each is to be read beside its colour.
 */
typedef enum
{
  CAB_SEVERITY_RED,
  CAB_SEVERITY_AMBER,
  CAB_SEVERITY_PLAIN
} CabSeverity;

extern const CabCodes cab_severity_codes;

/**
 * CabAttentionField:
 * @CAB_ATTENTION_KEY: text; stable: `note-unsigned:<id>`
 * @CAB_ATTENTION_CODE: integer, a #CabAttentionCode
 * @CAB_ATTENTION_SEVERITY: integer, a #CabSeverity
 * @CAB_ATTENTION_SEVERITY_WORDS: text, the same in words
 * @CAB_ATTENTION_SENTENCE: text, what is to be done; names nobody, so it may be
 *   shown in discreet mode
 * @CAB_ATTENTION_DUE_ON: text, the day on which it is or was due; or none
 * @CAB_ATTENTION_CLIENT_ID: text, whose it is; or none
 * @CAB_ATTENTION_CLIENT: text, the client's shown name [M-11]; or none
 * @CAB_ATTENTION_REFERENCE: text, the client's reference; or none
 * @CAB_ATTENTION_KIND: text, the kind of record that Return opens; or none
 * @CAB_ATTENTION_ID: text, that record; or none
 *
 * What an item tells; each is a property (`client-id`, `due-on`).
 */
typedef enum
{
  CAB_ATTENTION_KEY,
  CAB_ATTENTION_CODE,
  CAB_ATTENTION_SEVERITY,
  CAB_ATTENTION_SEVERITY_WORDS,
  CAB_ATTENTION_SENTENCE,
  CAB_ATTENTION_DUE_ON,
  CAB_ATTENTION_CLIENT_ID,
  CAB_ATTENTION_CLIENT,
  CAB_ATTENTION_REFERENCE,
  CAB_ATTENTION_KIND,
  CAB_ATTENTION_ID,
  CAB_ATTENTION_N_FIELDS
} CabAttentionField;

#define CAB_TYPE_ATTENTION (cab_attention_get_type ())
G_DECLARE_FINAL_TYPE (CabAttention, cab_attention, CAB, ATTENTION, CabRow)

/**
 * cab_attention_list:
 * @practice: a practice
 * @client_id: (nullable): only what is about this client; %NULL for all that
 *   needs attention, of the practice too
 * @maximum: how many items of each code at most, 0 for all
 * @counts: (out) (optional) (array fixed-size=12): how many there are of each code
 * @error: return location
 *
 * Works out what needs attention today; nothing of it is stored. Red comes
 * first, then amber, then plain, each by the day it is due. Clients in the trash
 * and restricted ones are left out [M-8], [M-19], unless @client_id asks for one.
 *
 * Thread: the vault's. Source: records.md [M-97], window.md [W-10].
 *
 * Returns: (transfer full) (element-type CabAttention): the items
 */
GPtrArray *cab_attention_list (CabPractice *practice,
                               const char *client_id,
                               guint maximum,
                               guint *counts,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_attention_list_outdated:
 * @practice: a practice
 * @policy_id: a published text
 * @error: return location
 *
 * Lists the clients whose standing consent is to a text that this one replaced.
 *
 * Source: records.md [M-50], window.md [W-96].
 *
 * Returns: (transfer full) (element-type utf8): their ids, by reference
 */
GPtrArray *cab_attention_list_outdated (CabPractice *practice,
                                        const char *policy_id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
