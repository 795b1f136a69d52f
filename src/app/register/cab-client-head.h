/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabClientHead:
 * @client: the record
 * @name: the shown name
 * @facts: reference, pronouns, age, status
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
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
