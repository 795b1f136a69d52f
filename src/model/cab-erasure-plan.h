/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/*
 * CabErasurePlan: which rows go, by kind; made of SQL alone, so that a damaged
 * record can be erased like any other. Private to the model.
 */
typedef struct _CabErasurePlan CabErasurePlan;

/** cab_erasure_plan_new: everything of a client, or one record and what hangs on it */
CabErasurePlan *
cab_erasure_plan_new (CabPractice *practice, const CabKind *kind, const char *id, GError **error);
void cab_erasure_plan_free (CabErasurePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabErasurePlan, cab_erasure_plan_free)

/** cab_erasure_plan_get_ids: Returns: (transfer none) (element-type utf8): ids of one kind */
GPtrArray *cab_erasure_plan_get_ids (CabErasurePlan *self, const CabKind *kind);

/** cab_erasure_plan_list_all: Returns: (transfer container): the ids of all kinds */
GPtrArray *cab_erasure_plan_list_all (CabErasurePlan *self);

/** cab_erasure_plan_dup_counts: Returns: (transfer full): "client 1, note 12" */
char *cab_erasure_plan_dup_counts (CabErasurePlan *self);

/** cab_erasure_plan_list_kinds: Returns: (transfer container): the kinds, each before those it
 * needs */
GPtrArray *cab_erasure_plan_list_kinds (CabErasurePlan *self);

G_END_DECLS
