/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabClientHead:
 * @client: the record
 * @name: what the client is called here
 * @facts: reference, pronouns, age, status; the status alone where nobody is named [W-28]
 * @consent: how the consents stand, as one sentence
 * @warning: (nullable): restriction, trash, court order: what must be seen first
 *
 * What stands above a client's tabs. Source: window.md [W-13].
 */
typedef struct
{
  CabRecord *client;
  char *name;
  char *facts;
  char *consent;
  char *warning;
} CabClientHead;

void cab_client_head_free (CabClientHead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabClientHead, cab_client_head_free)

/** cab_client_head_read: on the file's thread: Returns: (transfer full): the head of a client */
CabClientHead *cab_client_head_read (CabPractice *practice,
                                     const char *id,
                                     gboolean is_discreet,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
