/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-policy-text.h"

G_BEGIN_DECLS

/**
 * CabPolicyEntry:
 * @policy: a text
 * @n_outdated: how many clients agreed to the one before, and not to this
 * @is_replaced: whether a later one was published
 *
 * A text as the list of texts shows it.
 */
typedef struct
{
  CabRecord *policy;
  guint n_outdated;
  gboolean is_replaced;
} CabPolicyEntry;

void cab_policy_entry_free (CabPolicyEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabPolicyEntry, cab_policy_entry_free)

/** cab_policy_entries_read: on the file's thread; Returns: (transfer full) (nullable) (element-type
 * CabPolicyEntry): all texts that are not in the trash, by title, the newest version first */
GPtrArray *cab_policy_entries_read (CabPractice *practice, GError **error);

/** cab_policy_entry_dup_subtitle: Returns: (transfer full): what a row says below the title:
 * for whom, in which language, which version, since when, who agreed to an older one */
char *cab_policy_entry_dup_subtitle (const CabPolicyEntry *self);

/** cab_policy_entry_asks_for_consent: Returns: whether people can agree to it, once published */
gboolean cab_policy_entry_asks_for_consent (const CabPolicyEntry *self);

/** cab_policy_entry_is_draft: Returns: whether it was not published yet */
gboolean cab_policy_entry_is_draft (const CabPolicyEntry *self);

G_END_DECLS
