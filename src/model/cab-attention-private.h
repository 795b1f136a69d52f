/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-attention.h"
#include "cab-statement.h"

G_BEGIN_DECLS

/* One look at what needs attention. */
typedef struct
{
  /* Borrowed */
  CabPractice *practice;
  const char *client_id; /* or NULL for all */

  /* Owned */
  GPtrArray *items;
  char *today;
  char *horizon; /* 30 days from today */

  /* State */
  guint maximum;
  guint counts[CAB_N_ATTENTION_CODES];
} CabAttentionLook;

/* The client's columns, in this order, of a statement that lists them last. */
#define CAB_ATTENTION_CLIENT_COLUMNS                                                               \
  "client.id, client.reference, client.preferred_name, client.given_name, client.family_name"

/* Who is looked at: everybody in the lists, or the one who was asked for. */
#define CAB_ATTENTION_ALL "client.trashed_at IS NULL AND client.restricted IS NOT 1"
#define CAB_ATTENTION_ONE "client.id = ?2"

/* Counts an item of which there are enough already, so that nobody works out
 * what it would say; FALSE when it is to be added. */
gboolean cab_attention_skip (CabAttentionLook *look, CabAttentionCode code);

/* Counts an item; NULL when there are enough of its code. */
CabRow *cab_attention_add (CabAttentionLook *look,
                           CabAttentionCode code,
                           CabSeverity severity,
                           const char *id);

/* Reads CAB_ATTENTION_CLIENT_COLUMNS from @column on. */
void cab_attention_set_client (CabRow *item, CabStatement *statement, int column);

/* Prepares the statement for all or the one for one client, and binds today and
 * the client. */
CabStatement *cab_attention_prepare (CabAttentionLook *look,
                                     const char *sql_all,
                                     const char *sql_one,
                                     GError **error);

/* "3 March", with the year when it is another one. */
char *cab_attention_dup_day (CabAttentionLook *look, const char *date);

gboolean cab_attention_find_unsigned (CabAttentionLook *look, GError **error);
gboolean cab_attention_find_drafts (CabAttentionLook *look, GError **error);
gboolean cab_attention_find_minors (CabAttentionLook *look, GError **error);
gboolean cab_attention_find_coming_of_age (CabAttentionLook *look, GError **error);
gboolean cab_attention_find_consents (CabAttentionLook *look, GError **error);
gboolean cab_attention_find_policies (CabAttentionLook *look, GError **error);
gboolean cab_attention_find_trash (CabAttentionLook *look, GError **error);
gboolean cab_attention_find_safety (CabAttentionLook *look, GError **error);

G_END_DECLS
