/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"
#include "cab-row.h"

G_BEGIN_DECLS

/**
 * CabRecentField:
 * @CAB_RECENT_KIND: text, what is opened: `client`, or the kind an unfinished text belongs to
 * @CAB_RECENT_ID: text, that record; none for a text whose record is not made yet
 * @CAB_RECENT_FIELD: text, the field an unfinished text belongs to; or none
 * @CAB_RECENT_CLIENT_ID: text, or none
 * @CAB_RECENT_CLIENT: text, the client's shown name; or none
 * @CAB_RECENT_REFERENCE: text, or none
 * @CAB_RECENT_INITIALS: text, or none
 * @CAB_RECENT_WORDS: text, what it is, naming nobody: "Note of 3 March, draft"
 * @CAB_RECENT_AT: text, the instant of the last work on it
 *
 * What a row under *Continue* tells; each is a property (`client-id`).
 */
typedef enum
{
  CAB_RECENT_KIND,
  CAB_RECENT_ID,
  CAB_RECENT_FIELD,
  CAB_RECENT_CLIENT_ID,
  CAB_RECENT_CLIENT,
  CAB_RECENT_REFERENCE,
  CAB_RECENT_INITIALS,
  CAB_RECENT_WORDS,
  CAB_RECENT_AT,
  CAB_RECENT_N_FIELDS
} CabRecentField;

#define CAB_TYPE_RECENT (cab_recent_get_type ())
G_DECLARE_FINAL_TYPE (CabRecent, cab_recent, CAB, RECENT, CabRow)

/**
 * cab_recent_list_clients:
 * @practice: a practice
 * @maximum: how many
 * @error: return location
 *
 * The clients who were opened or worked on last, the latest first. Follows from
 * the activity log, so nothing is stored for it and another computer knows it too.
 *
 * Thread: the vault's. Source: window.md [W-10].
 *
 * Returns: (transfer full) (element-type CabRecent): the clients
 */
GPtrArray *cab_recent_list_clients (CabPractice *practice,
                                    guint maximum,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_recent_list_drafts:
 * @practice: a practice
 * @maximum: how many
 * @error: return location
 *
 * The unsigned notes and unfinished texts that were worked on last, the latest
 * first.
 *
 * Source: window.md [W-10], [W-58].
 *
 * Returns: (transfer full) (element-type CabRecent): the texts
 */
GPtrArray *cab_recent_list_drafts (CabPractice *practice,
                                   guint maximum,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
