/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-codes.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabLogFilter:
 * @client_id: (nullable): whose records
 * @client: (nullable): the shown name that goes with it
 * @code: which of the list's codes, or -1 for all
 * @from: (nullable): a date: nothing before it
 * @to: (nullable): a date: nothing after it
 *
 * Which rows a list of the Privacy page shows [W-98].
 */
typedef struct
{
  char *client_id;
  char *client;
  int code;
  char *from;
  char *to;
} CabLogFilter;

/** cab_log_filter_new: Returns: (transfer full): a filter that shows everything */
CabLogFilter *cab_log_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
CabLogFilter *cab_log_filter_copy (const CabLogFilter *self) G_GNUC_WARN_UNUSED_RESULT;

/** cab_log_filter_copy_for: Returns: (transfer full): a copy that names nobody where @practice is
 *   discreet [W-28] */
CabLogFilter *cab_log_filter_copy_for (const CabLogFilter *self,
                                       CabOpenPractice *practice) G_GNUC_WARN_UNUSED_RESULT;
void cab_log_filter_free (CabLogFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabLogFilter, cab_log_filter_free)

/** cab_log_filter_is_all: Returns: whether it leaves nothing out */
gboolean cab_log_filter_is_all (const CabLogFilter *self);

/** cab_log_filter_dup_words: Returns: (transfer full): what it shows, in words; "" for everything
 */
char *cab_log_filter_dup_words (const CabLogFilter *self, const CabCodes *codes);

G_END_DECLS
