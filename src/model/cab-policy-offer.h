/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-policy-text.h"

G_BEGIN_DECLS

/**
 * cab_policy_offer_list:
 * @practice: a practice
 * @client: who is asked
 * @purpose: what for
 * @error: return location
 *
 * Lists the texts that somebody can agree to today: published consent texts in
 * force that ask for @purpose. First come those written for the age of @client,
 * of these the ones in the language of the practice, of these the newest.
 *
 * Source: window.md [W-96], records.md [M-50].
 *
 * Returns: (transfer full) (nullable) (element-type CabRecord): the texts, none or
 *   more; %NULL with @error set when they cannot be read
 */
GPtrArray *cab_policy_offer_list (CabPractice *practice,
                                  CabRecord *client,
                                  CabPurpose purpose,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
